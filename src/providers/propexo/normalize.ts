import { ownValue } from '../../codec/choice'
import { FAIL } from '../../codec/codec'
import { isObject, type JsonObject } from '../../codec/json'
import { newReading } from '../../codec/reading'
import { eventOf, identityByContent } from '../../event/build'
import type { Delivery } from '../../event/delivery'
import { nameByShape, namePointer, sentName } from './envelope'
import { codecOf, snakeCase } from './models/table'
import { partsOf, type RowParts } from './parts'
import type { PropexoData, PropexoPayload } from './payload'
import { newEvent, updateEvent, type Place } from './record-event'
import type { PropexoSimplified } from './rows'
import type { PropexoUnnamedSync } from './runs'
import { jobEvent, syncEvent, writeEvent } from './sync-event'
import { isEventName, type PropexoEventName } from './words'

type Body = PropexoPayload | JsonObject

type Data = PropexoData | PropexoSimplified | PropexoUnnamedSync

type DataOf<Name extends PropexoEventName> = Extract<Data, { readonly event?: Name | null }>

// The codec chose by the same name, so that a documented name means that name's payload.
const isDocumented = (body: Body): body is PropexoPayload => {
  const sent = sentName(body)
  return sent === null || isEventName(sent)
}

const documented = (payload: PropexoPayload, delivery: Delivery) => {
  const sent = sentName(payload)
  const name = isEventName(sent) ? sent : nameByShape(payload)
  const data: Data = 'data' in payload ? payload.data : payload
  const meta = 'meta' in payload ? (payload.meta ?? null) : null
  const place: Place = { pointer: 'data' in payload ? '/data' : '', meta }
  switch (name) {
    case 'DATA_NEW':
      return newEvent(data as DataOf<'DATA_NEW'>, payload, place, delivery)
    case 'DATA_UPDATE':
      return updateEvent(data as DataOf<'DATA_UPDATE'>, payload, place, delivery)
    case 'JOB_SUCCESS':
    case 'JOB_FAILURE':
      return jobEvent(name, data as DataOf<'JOB_SUCCESS'>, payload, place, delivery)
    case 'WRITE_OPERATION_FAILURE':
      return writeEvent(data as DataOf<'WRITE_OPERATION_FAILURE'>, payload, place, delivery)
    case 'FIRST_SYNC_COMPLETE':
      return syncEvent(name, data as DataOf<'FIRST_SYNC_COMPLETE'>, payload, place, true, delivery)
    default:
      return syncEvent(
        'SYNC_COMPLETE',
        data as DataOf<'SYNC_COMPLETE'>,
        payload,
        place,
        sent !== null,
        delivery,
      )
  }
}

const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

const noFields = {}

/** What a row of an unknown event says, where its model is known. What is odd about it is not noted. */
const knownParts = (body: JsonObject): RowParts => {
  const inner = ownValue(body, 'data')
  const data = isObject(inner) ? inner : body
  const sentModel = ownValue(data, 'object') ?? ownValue(ownValue(body, 'meta'), 'object')
  const model = snakeCase(textOrNull(sentModel) ?? '')
  const reading = newReading(false)
  const fields = codecOf(model)?.read(ownValue(data, 'payload'), reading) ?? FAIL
  return partsOf(fields === FAIL ? '' : model, fields === FAIL ? noFields : fields, {
    recordId: textOrNull(ownValue(data, 'record_id')),
    previous: null,
    isDiff: false,
    propertyId: textOrNull(ownValue(ownValue(data, 'context'), 'property_id')),
    pointer: '',
    reading,
  })
}

const unrecognized = (body: JsonObject, delivery: Delivery) => {
  const { person, property } = knownParts(body)
  return eventOf(
    'unrecognized',
    'unrecognized',
    {
      id: null,
      occurredAt: null,
      actor: null,
      // Nothing says that such an event has all of anything.
      completeness: 'partial',
      identity: identityByContent(null),
      source: { provider: 'propexo', type: String(sentName(body)), payload: body, raw: delivery.raw },
    } as const,
    delivery,
    { discriminator: namePointer(body), newerType: null, person, property, showing: null },
  )
}

/** The event of any body that the codec let through. */
export const normalize = (body: Body, delivery: Delivery) =>
  isDocumented(body) ? documented(body, delivery) : unrecognized(body, delivery)
