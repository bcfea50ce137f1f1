import { ownValue } from '../../codec/choice'
import { FAIL, type Reader } from '../../codec/codec'
import type { JsonObject } from '../../codec/json'
import { list } from '../../codec/list'
import { newReading } from '../../codec/reading'
import { id } from '../../codec/scalar'
import { struct, type StructOf } from '../../codec/struct'
import { events } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import { noPerson, type Person } from '../../event/person'
import { noProperty, type Property } from '../../event/property'
import { moveInEvent, openEvent, transactionEvent } from './lease-event'
import type { FunnelMoveInEvent, FunnelOpenEvent, FunnelTransactionEvent } from './lease-event'
import { happenedAt, identityOf } from './occurrence'
import { nameKeyOf, type FunnelDataOf, type FunnelEventOf, type FunnelPayload } from './payload'
import { FunnelPerson, type FunnelLead } from './prospect'
import {
  appointmentEvent,
  flatLeadEvent,
  personOf,
  renterCreatedEvent,
  statusChangeEvent,
} from './prospect-event'
import { stamp } from './stamps'
import { documentedWords, moveInWords, openWords, type EventWord } from './words'

type Body = FunnelPayload | JsonObject

const knownEnvelope = { id, timestamp: stamp, event_timestamp: stamp }
const KnownEnvelope = /* @__PURE__ */ struct('FunnelUnknown', knownEnvelope)
const knownData = {
  funnel_renter_id: id,
  client_id: id,
  people: /* @__PURE__ */ list(FunnelPerson),
  funnel_community_id: id,
  community_id: id,
  community_pms_identifier: id,
  unit_id: id,
  unit_pms_identifier: id,
}
const KnownData = /* @__PURE__ */ struct('FunnelUnknownData', knownData)

/** What the common fields say, read without noting what is odd about them. */
const readKnown = <Fields extends object>(codec: Reader<Fields>, input: unknown): Fields | null => {
  const fields = codec.read(input, newReading(false))
  return fields === FAIL ? null : fields
}

const personIn = (data: StructOf<typeof knownData>): Person => {
  const personId = data.funnel_renter_id ?? data.client_id ?? null
  const first = data.people?.[0]
  return first === undefined ? { ...noPerson, id: personId } : { ...personOf(first, personId), role: null }
}

const propertyIn = (data: StructOf<typeof knownData>): Property => ({
  ...noProperty,
  unitId: data.unit_id ?? null,
  externalId: data.unit_pms_identifier ?? null,
  communityId: data.funnel_community_id ?? data.community_id ?? null,
  communityExternalId: data.community_pms_identifier ?? null,
})

const unrecognized = (body: JsonObject, delivery: Delivery) => {
  /* v8 ignore next -- a body without a name is the flat lead, or was refused */
  const nameKey = nameKeyOf(body, delivery.reading) ?? 'event'
  const word = body[nameKey]
  /* v8 ignore next -- an object of optional fields alone is never refused */
  const fields = readKnown(KnownEnvelope, body) ?? {}
  const data = readKnown(KnownData, body['data'] ?? body['event_data'])
  const occurredAt = happenedAt(fields, delivery)
  const eventId = fields.id ?? null
  return events.unrecognized(
    'unrecognized',
    {
      id: eventId,
      occurredAt,
      actor: null,
      completeness: 'snapshot',
      identity: identityOf(eventId, occurredAt),
      source: {
        provider: 'funnel',
        type: typeof word === 'string' ? word : '',
        payload: body,
        raw: delivery.raw,
      },
    } as const,
    delivery,
    {
      discriminator: `/${nameKey}`,
      newerType: null,
      person: data === null ? null : personIn(data),
      property: data === null ? null : propertyIn(data),
      showing: null,
    },
  )
}

/** A body and the name that it says; null is none. */
interface Named<B extends Body = Body> {
  readonly body: B
  readonly word: unknown
}

const named = (body: Body, { reading }: Delivery): Named => {
  const nameKey = nameKeyOf(body, reading)
  return { body, word: nameKey === null ? null : ownValue(body, nameKey, reading) }
}

// The codec chose by the same names, so that a word in a table means that table's payload.

type EventOfWord<Word extends EventWord> = FunnelEventOf<Word, FunnelDataOf<Word>>

const isIn = (table: object, word: unknown): boolean => typeof word === 'string' && Object.hasOwn(table, word)

const isFlatLead = (it: Named): it is Named<FunnelLead> => it.word === null
const isTransaction = (it: Named): it is Named<FunnelTransactionEvent> => isIn(documentedWords, it.word)
const isOpen = (it: Named): it is Named<FunnelOpenEvent> => isIn(openWords, it.word)
const isMoveIn = (it: Named): it is Named<FunnelMoveInEvent> => isIn(moveInWords, it.word)
const isRenterCreated = (it: Named): it is Named<EventOfWord<'renter.created'>> =>
  it.word === 'renter.created'
const isStatusChange = (it: Named): it is Named<EventOfWord<'renter.status-change'>> =>
  it.word === 'renter.status-change'
const isAppointment = (it: Named): it is Named<EventOfWord<'appointment.updated'>> =>
  it.word === 'appointment.updated'

/** The event of any body that the codec let through. */
export const normalize = (body: Body, delivery: Delivery) => {
  const it = named(body, delivery)
  if (isTransaction(it)) return transactionEvent(it.body, delivery)
  if (isOpen(it)) return openEvent(it.body, delivery)
  if (isMoveIn(it)) return moveInEvent(it.body, delivery)
  if (isRenterCreated(it)) return renterCreatedEvent(it.body, delivery)
  if (isStatusChange(it)) return statusChangeEvent(it.body, delivery)
  if (isAppointment(it)) return appointmentEvent(it.body, delivery)
  return isFlatLead(it) ? flatLeadEvent(it.body, delivery) : unrecognized(it.body as JsonObject, delivery)
}
