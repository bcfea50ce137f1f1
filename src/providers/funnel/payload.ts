import { choice, ownValue, tagged } from '../../codec/choice'
import { Codec, FAIL, type Read, type Reader } from '../../codec/codec'
import { jsonObject, type JsonObject } from '../../codec/json'
import { fault, type Reading } from '../../codec/reading'
import { enumeration, id } from '../../codec/scalar'
import type { Shape } from '../../codec/shape'
import { required, struct, type StructOf } from '../../codec/struct'
import {
  FunnelMoveIn,
  FunnelMoveInCanceled,
  FunnelOpenTransaction,
  FunnelReservation,
  FunnelStatusUpdate,
  FunnelTransactionUpdate,
} from './lease'
import { FunnelAppointment, FunnelLead, FunnelRenter, FunnelStatusChange } from './prospect'
import { stamp } from './stamps'
import { eventWords, prospectWords, type EventWord, type OpenWord } from './words'

const envelope = {
  /** A number in one generation, a UUID in two, none in the prospect updates. */
  id,
  timestamp: stamp,
  event_timestamp: stamp,
  /** Null in the one sample, and not explained. */
  idempotency_key: id,
}

export interface Envelope<Data> extends StructOf<typeof envelope> {
  readonly data?: Data | null
  readonly event_data?: Data | null
}

/**
 * An event of one word. Two pages of one guide give the keys of the envelope different names (`event`, `timestamp`, `data`
 * and `event_type`, `event_timestamp`, `event_data`), so both are taken, also mixed.
 */
export type FunnelEventOf<Word extends string, Data> = Envelope<Data> &
  ({ readonly event: Word } | { readonly event_type: Word })

/** Which data belongs to which word. */
const documentedData = {
  'renter.created': FunnelRenter,
  'renter.status-change': FunnelStatusChange,
  'appointment.updated': FunnelAppointment,
  'lease.move_in': FunnelMoveIn,
  'lease.move_in_canceled': FunnelMoveInCanceled,
  'lease_transaction.unit_reserved': FunnelReservation,
  'lease_transaction.status_updated': FunnelStatusUpdate,
  'lease_transaction.updated': FunnelTransactionUpdate,
} as const satisfies Record<Exclude<EventWord, OpenWord>, unknown>

export type DocumentedWord = keyof typeof documentedData

type DataOf<C> = C extends Reader<infer Data> ? Data : never

export type FunnelDataOf<Word extends EventWord> = Word extends DocumentedWord
  ? DataOf<(typeof documentedData)[Word]>
  : FunnelOpenTransaction

/** Every documented event that says its name. */
export type FunnelEvent = { [Word in EventWord]: FunnelEventOf<Word, FunnelDataOf<Word>> }[EventWord]

/** Every documented body of Funnel's five generations. */
export type FunnelPayload = FunnelLead | FunnelEvent

const dataCodecOf = (word: string): Reader<unknown> =>
  (ownValue(documentedData, word) as Reader<unknown> | undefined) ?? FunnelOpenTransaction

/**
 * The prospect updates have no id of their own: they are identified by what is in their data, so that there is nothing to
 * deliver without it.
 */
const withData =
  (read: Read<unknown>): Read<unknown> =>
  (input, reading) => {
    const faultsBefore = reading.faultCount
    const output = read(input, reading)
    if (
      output === FAIL ||
      (ownValue(output, 'data', reading) ?? ownValue(output, 'event_data', reading)) != null
    )
      return output
    if (reading.faultCount === faultsBefore) fault(reading, 'missing', '/data', 'an object')
    return FAIL
  }

const shapeWithData = (codec: Reader<unknown>): Shape => ({
  kind: 'choice',
  members: [codec],
  discriminator: null,
  cases: ['data', 'event_data'].map((key) => ({ when: [{ path: [key], is: 'said' }], codec })),
})

type NameKey = 'event' | 'event_type'

const codecOf = (word: string, nameKey: NameKey): Reader<FunnelEvent> => {
  const data = dataCodecOf(word)
  const hasOwnId = !Object.hasOwn(prospectWords, word)
  const event = struct(`FunnelEvent ${word}`, {
    ...envelope,
    [nameKey]: required(enumeration([word])),
    id: hasOwnId ? required(id) : id,
    data,
    event_data: data,
  })
  const { name, shape, read } = event
  return hasOwnId
    ? new Codec(name, shape, read as Read<FunnelEvent>)
    : new Codec(name, shapeWithData(event), withData(read) as Read<FunnelEvent>)
}

const eventsNamedIn = (nameKey: NameKey): Codec<FunnelEvent | JsonObject> =>
  tagged(
    `FunnelEvent by ${nameKey}`,
    nameKey,
    Object.fromEntries(Object.keys(eventWords).map((word) => [word, codecOf(word, nameKey)])),
    jsonObject,
  )

const namedInEvent = /* @__PURE__ */ eventsNamedIn('event')
const namedInEventType = /* @__PURE__ */ eventsNamedIn('event_type')

const says = (body: object, key: NameKey, reading: Reading): boolean => {
  const name = ownValue(body, key, reading)
  return name !== undefined && name !== null && name !== ''
}

/** The key that holds the event's name; null for the flat lead webhook, which has none. */
export const nameKeyOf = (body: object, reading: Reading): NameKey | null => {
  if (says(body, 'event', reading)) return 'event'
  return says(body, 'event_type', reading) ? 'event_type' : null
}

/**
 * Any body of Funnel's. It says its name in `event` or `event_type`, or is the flat lead webhook, which has none and is known
 * by `nestio_client_id`. A name that no document has gives any object.
 */
export const FunnelPayload: Codec<FunnelPayload | JsonObject> = /* @__PURE__ */ choice(
  'FunnelPayload',
  [namedInEvent, namedInEventType, FunnelLead],
  (body, reading) => {
    const nameKey = nameKeyOf(body, reading)
    if (nameKey !== null) return nameKey === 'event' ? namedInEvent : namedInEventType
    return ownValue(body, 'nestio_client_id', reading) === undefined ? null : FunnelLead
  },
  '/event',
  'one of event, event_type and nestio_client_id',
  [
    { when: [{ path: ['event'], is: 'valued' }], codec: namedInEvent },
    { when: [{ path: ['event_type'], is: 'valued' }], codec: namedInEventType },
    { when: [{ path: ['nestio_client_id'], is: 'sent' }], codec: FunnelLead },
  ],
)
