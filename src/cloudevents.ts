import { ownValue } from './codec/choice'
import type { AnyEvent } from './event/event'
import { dedupeKey } from './event/identity'

/** An event in the envelope of CloudEvents 1.0, in its JSON form. */
export interface CloudEvent<E extends AnyEvent> {
  readonly specversion: '1.0'
  /** The event's `dedupeKey`: the same for every redelivery. */
  readonly id: string
  /** `urn:leasehook:rently` */
  readonly source: string
  /** `leasehook.showing.scheduled` */
  readonly type: `leasehook.${E['type']}`
  /** What the event is about, `showing/1234`; not there where the provider names nothing by an id. */
  readonly subject?: string
  /** When it happened, in UTC; not there where no instant is known. */
  readonly time?: string
  readonly datacontenttype: 'application/json'
  readonly data: E
}

type Place = readonly [kind: string, part: string, key: string]

/** A lease has an id only once it is one; what leads to it has its own from the start. */
const transaction: Place = ['transaction', 'lease', 'transactionId']

/** Of what the event itself is about, and else of the visit or the home that it belongs to. */
const placesOfIds = (family: string): readonly Place[] => [
  ...(family === 'lease' ? [transaction] : []),
  [family, family, 'id'],
  ['showing', 'showing', 'id'],
  ['property', 'property', 'id'],
]

const subjectOf = (event: AnyEvent): string | null => {
  for (const [kind, part, key] of placesOfIds(event.family)) {
    const id = ownValue(ownValue(event, part), key)
    if (typeof id === 'string' && id !== '') return `${kind}/${id}`
  }
  return null
}

/** A source is a URI, and a provider of the user's own may have any name. */
const sourceOf = (provider: string): string => `urn:leasehook:${provider.replace(/[^\w.-]+/g, '-')}`

/**
 * The event as a CloudEvent 1.0, in plain JSON: for brokers and functions that route by its attributes. Send it as
 * `application/cloudevents+json`, or its attributes as `ce-` headers and `data` as the body.
 *
 * `source` and `id` together are the same for every redelivery, as CloudEvents wants it. No attribute holds anything
 * of a person; `data`, the event, does. To say which of several accounts it came from, or to put a domain of
 * your own before the type, write over them: `{ ...toCloudEvent(event), source: '/accounts/7/rently' }`.
 *
 * @example
 * await fetch(broker, {
 *   method: 'POST',
 *   headers: { 'content-type': 'application/cloudevents+json' },
 *   body: JSON.stringify(toCloudEvent(event)),
 * })
 */
export const toCloudEvent = <E extends AnyEvent>(event: E): CloudEvent<E> => {
  const subject = subjectOf(event)
  const time = event.occurredAt?.instant ?? null
  const type: E['type'] = event.type
  return {
    specversion: '1.0',
    id: dedupeKey(event).key,
    source: sourceOf(event.source.provider),
    type: `leasehook.${type}`,
    ...(subject !== null && { subject }),
    ...(time !== null && { time }),
    datacontenttype: 'application/json',
    data: event,
  }
}
