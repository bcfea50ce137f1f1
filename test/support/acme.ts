import * as t from 'io-ts'
import { tagged } from '../../src/codec/choice'
import { jsonObject, type JsonObject } from '../../src/codec/json'
import { fault } from '../../src/codec/reading'
import { enumeration, number, text } from '../../src/codec/scalar'
import { required, struct } from '../../src/codec/struct'
import { eventOf } from '../../src/event/events'
import { identityByContent, orderByTime } from '../../src/event/identify'
import type { Delivery } from '../../src/event/delivery'
import { noLead } from '../../src/event/lead'
import { noPerson } from '../../src/event/person'
import { noProperty } from '../../src/event/property'
import { noShowing } from '../../src/event/showing'
import { defineProvider } from '../../src/provider'
import { readIso } from '../../src/time/iso'
import { wallTime } from '../../src/time/event-time'

// A sixth provider, of which this library knows nothing, with two words.

const words = {
  NewLead: { type: 'lead.created' },
  TourBooked: { type: 'showing.scheduled' },
} as const

const NewLead = struct('NewLead', {
  event: required(enumeration(['NewLead'])),
  id: required(text),
  name: text,
  rooms: number,
})

const TourBooked = struct('TourBooked', {
  event: required(enumeration(['TourBooked'])),
  id: required(text),
  at: text,
})

type AcmePayload = t.TypeOf<typeof NewLead> | t.TypeOf<typeof TourBooked>

const wordOf = ({ event }: JsonObject): string => (typeof event === 'string' ? event : '')

const occurrence = <P>(payload: P & { readonly id: string }, type: string, raw: string | null) =>
  ({
    id: payload.id,
    occurredAt: null,
    actor: null,
    completeness: 'snapshot',
    identity: { strength: 'provider-id', parts: [payload.id], order: null },
    source: { provider: 'acme', type, payload, raw },
  }) as const

const isLead = (payload: AcmePayload | JsonObject): payload is t.TypeOf<typeof NewLead> =>
  payload.event === 'NewLead'

const isTour = (payload: AcmePayload | JsonObject): payload is t.TypeOf<typeof TourBooked> =>
  payload.event === 'TourBooked'

/** A wall time in the zone that the caller gave. */
const startOf = (at: string | null | undefined, { reading, zone, disambiguation }: Delivery) => {
  if (at == null) return null
  const stamp = readIso(at)
  if (stamp !== null && zone !== null)
    return wallTime(at, stamp.wall, stamp.precision, zone, 'assumed-zone', disambiguation)
  fault(reading, 'time_unreadable', '/at', 'a date-time, and a zone in the options')
  return null
}

const unrecognized = (payload: JsonObject, delivery: Delivery) =>
  eventOf(
    'unrecognized',
    'unrecognized',
    {
      id: null,
      occurredAt: null,
      actor: null,
      completeness: 'snapshot',
      identity: identityByContent(null),
      source: { provider: 'acme', type: wordOf(payload), payload, raw: delivery.raw } as const,
    },
    delivery,
    { discriminator: '/event', newerType: null, person: null, property: null, showing: null },
  )

/** With a codec of this library. */
export const acme = defineProvider({
  name: 'acme',
  words,
  codec: tagged('AcmePayload', 'event', { NewLead, TourBooked }, jsonObject),
  normalize: (payload: AcmePayload | JsonObject, delivery) => {
    if (isLead(payload)) {
      return eventOf('lead', words.NewLead.type, occurrence(payload, 'NewLead', delivery.raw), delivery, {
        person: { ...noPerson, name: payload.name ?? null },
        property: noProperty,
        showing: null,
        lead: { ...noLead, id: payload.id, isNew: true, source: delivery.header('x-acme-source') },
      })
    }
    if (!isTour(payload)) return unrecognized(payload, delivery)
    const startsAt = startOf(payload.at, delivery)
    const of = occurrence(payload, 'TourBooked', delivery.raw)
    return eventOf(
      'showing',
      words.TourBooked.type,
      { ...of, occurredAt: startsAt, identity: { ...of.identity, order: orderByTime(startsAt) } },
      delivery,
      { person: noPerson, property: noProperty, showing: { ...noShowing, slot: 'booked', startsAt } },
    )
  },
})

const Call = t.type({ event: t.literal('Call'), id: t.string, caller: t.type({ phone: t.string }) })

/** With a stock io-ts codec. */
export const apex = defineProvider({
  name: 'apex',
  words: { Call: { type: 'lead.inquired' } },
  codec: Call,
  normalize: (payload: t.TypeOf<typeof Call> | JsonObject, delivery) => {
    const call = payload as t.TypeOf<typeof Call>
    return eventOf(
      'lead',
      'lead.inquired',
      {
        id: call.id,
        occurredAt: null,
        actor: null,
        completeness: 'snapshot',
        identity: { strength: 'provider-id', parts: [call.id], order: null },
        source: { provider: 'apex', type: call.event, payload: call, raw: delivery.raw } as const,
      },
      delivery,
      {
        person: { ...noPerson, phone: call.caller.phone },
        property: noProperty,
        showing: null,
        lead: noLead,
      },
    )
  },
})
