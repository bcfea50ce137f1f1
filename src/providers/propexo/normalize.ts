import { ownValue } from '../../codec/choice'
import { FAIL } from '../../codec/codec'
import { isObject, type JsonObject } from '../../codec/json'
import { newReading } from '../../codec/reading'
import { identityByContent } from '../../event/identify'
import { events } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import { nameByShape, namePointer, sentName } from './envelope'
import { modelNamed } from './models/table'
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

const documented = (payload: PropexoPayload, sent: PropexoEventName | null, delivery: Delivery) => {
  const data: Data = 'data' in payload ? payload.data : payload
  const meta = 'meta' in payload ? (payload.meta ?? null) : null
  const place: Place = { pointer: 'data' in payload ? '/data' : '', meta }
  switch (sent ?? nameByShape(payload, delivery.reading)) {
    case 'DATA_NEW':
      return newEvent(data as DataOf<'DATA_NEW'>, payload, place, delivery)
    case 'DATA_UPDATE':
      return updateEvent(data as DataOf<'DATA_UPDATE'>, payload, place, delivery)
    case 'JOB_SUCCESS':
      return jobEvent('JOB_SUCCESS', data as DataOf<'JOB_SUCCESS'>, payload, place, delivery)
    case 'JOB_FAILURE':
      return jobEvent('JOB_FAILURE', data as DataOf<'JOB_FAILURE'>, payload, place, delivery)
    case 'WRITE_OPERATION_FAILURE':
      return writeEvent(data as DataOf<'WRITE_OPERATION_FAILURE'>, payload, place, delivery)
    case 'FIRST_SYNC_COMPLETE':
      return syncEvent(
        'FIRST_SYNC_COMPLETE',
        data as DataOf<'FIRST_SYNC_COMPLETE'>,
        payload,
        place,
        true,
        delivery,
      )
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
  const model = modelNamed(textOrNull(sentModel) ?? '')
  const reading = newReading(false)
  const fields = model.codec?.read(ownValue(data, 'payload'), reading) ?? FAIL
  return partsOf(fields === FAIL ? modelNamed('') : model, fields === FAIL ? noFields : fields, {
    recordId: textOrNull(ownValue(data, 'record_id')),
    previous: null,
    isDiff: false,
    propertyId: textOrNull(ownValue(ownValue(data, 'context'), 'property_id')),
    pointer: '',
    reading,
  })
}

const unrecognized = (body: JsonObject, word: string, delivery: Delivery) => {
  const { person, property } = knownParts(body)
  return events.unrecognized(
    'unrecognized',
    {
      id: null,
      occurredAt: null,
      actor: null,
      // Nothing says that such an event has all of anything.
      completeness: 'partial',
      identity: identityByContent(null),
      source: { provider: 'propexo', type: word, payload: body, raw: delivery.raw },
    } as const,
    delivery,
    { discriminator: namePointer(body, delivery.reading), newerType: null, person, property, showing: null },
  )
}

/** The event of any body that the codec let through. */
export const normalize = (body: Body, delivery: Delivery) => {
  const { reading } = delivery
  const pointer = namePointer(body, reading)
  const sent = pointer === null ? null : sentName(body, pointer, reading)
  // The codec chose by the same name, so that a documented name means that name's payload.
  if (sent === null || isEventName(sent)) return documented(body as PropexoPayload, sent, delivery)
  return unrecognized(body as JsonObject, typeof sent === 'string' ? sent : '', delivery)
}
