import { ownValue } from '../../codec/choice'
import type { JsonObject } from '../../codec/json'
import { remark } from '../../codec/reading'
import type { Source } from '../../event/base'
import { identityByContent } from '../../event/identify'
import { events, type Occurrence } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import type { Job, RecordRow } from '../../event/record'
import { changesOf, isTouchedOnly } from './changes'
import type { PropexoMeta } from './envelope'
import { modelNamed } from './models/table'
import { partsOf } from './parts'
import type { PropexoPayload } from './payload'
import type { PropexoAnyNew, PropexoAnyUpdate, PropexoRow, PropexoSimplified } from './rows'
import { words, type PropexoEventName } from './words'

export type PropexoSource = Source<'propexo', PropexoPayload>

/** Where the data of an event stands in the body. */
export interface Place {
  readonly pointer: '' | '/data'
  readonly meta: PropexoMeta | null
}

/**
 * Propexo sends neither an id of an event nor a stamp. One job may tell of one row more than once, so the ids
 * that there are do not identify an event either: its documented fields do.
 */
export const occurrence = (
  name: PropexoEventName,
  payload: PropexoPayload,
  completeness: Occurrence<PropexoSource>['completeness'],
  delivery: Delivery,
): Occurrence<PropexoSource> => ({
  id: null,
  occurredAt: null,
  actor: null,
  completeness,
  identity: identityByContent(null),
  source: { provider: 'propexo', type: name, payload, raw: delivery.raw },
})

interface JobFields {
  readonly job_id?: string | null
  readonly root_job_id?: string | null
  readonly job_type?: string | null
}

export const jobOf = ({ job_id, root_job_id, job_type }: JobFields): Job | null =>
  job_id == null && root_job_id == null && job_type == null
    ? null
    : { id: job_id ?? null, rootId: root_job_id ?? null, kind: job_type ?? null }

/** The connection, which the data and `meta` both name. */
export const integrationOf = (
  sent: string | null | undefined,
  { pointer, meta }: Place,
  delivery: Delivery,
): string | null => {
  const other = meta?.integration_id
  if (sent != null && other != null && sent !== other) {
    remark(
      delivery.reading,
      'contradiction',
      '/meta/integration_id',
      `the value of ${pointer}/integration_id`,
    )
  }
  return sent ?? other ?? null
}

type New = PropexoAnyNew | Extract<PropexoSimplified, { readonly payload: unknown }>
type Update = PropexoAnyUpdate | Extract<PropexoSimplified, { readonly diff: unknown }>

/** The model's name as sent. The codec let nothing through that has none. */
const modelOf = (row: New | Update, { pointer, meta }: Place, delivery: Delivery): string => {
  if (!('object' in row)) return row.meta.object
  const model: string = row.object
  const other = meta?.object
  if (other != null && other !== model && modelNamed(other).name !== modelNamed(model).name) {
    remark(delivery.reading, 'contradiction', '/meta/object', `the model in ${pointer}/object`)
  }
  return model
}

const propertyIdIn = (context: JsonObject | null | undefined): string | null => {
  const id = ownValue(context, 'property_id')
  return typeof id === 'string' && id !== '' ? id : null
}

type RowFields = Pick<RecordRow, 'fields' | 'changes' | 'touchedOnly'>

const recordOf = (
  row: PropexoRow,
  modelRaw: string,
  place: Place,
  delivery: Delivery,
  said: RowFields,
): RecordRow => {
  const { name, entity } = modelNamed(modelRaw)
  return {
    id: row.record_id,
    model: name,
    modelRaw,
    entity,
    fields: said.fields,
    changes: said.changes,
    touchedOnly: said.touchedOnly,
    context: row.context ?? null,
    integrationId: integrationOf(row.integration_id, place, delivery),
    vendor: row.vendor ?? null,
    job: jobOf(row),
  }
}

/** A row's fields as plain data; those that the codec kept are JSON, whatever their model's type is. */
const plain = (fields: object): JsonObject => fields as JsonObject

/** A row that the connector had not seen before. Its fields are those of the first reading: more may follow. */
export const newEvent = (row: New, payload: PropexoPayload, place: Place, delivery: Delivery) => {
  const modelRaw = modelOf(row, place, delivery)
  const fields = row.payload ?? null
  const record = recordOf(row, modelRaw, place, delivery, {
    fields: fields === null ? null : plain(fields),
    changes: null,
    touchedOnly: null,
  })
  const { person, property, lease } = partsOf(modelNamed(modelRaw), fields ?? {}, {
    recordId: row.record_id,
    previous: null,
    isDiff: false,
    propertyId: propertyIdIn(row.context),
    pointer: `${place.pointer}/payload`,
    reading: delivery.reading,
  })
  return events.record(words.DATA_NEW.type, occurrence('DATA_NEW', payload, 'partial', delivery), delivery, {
    record,
    person,
    property,
    lease,
  })
}

/** A row of which some fields changed. The parts hold what is new, and nothing that stayed as it was. */
export const updateEvent = (row: Update, payload: PropexoPayload, place: Place, delivery: Delivery) => {
  const modelRaw = modelOf(row, place, delivery)
  const diff = row.diff ?? null
  const changes = diff === null ? null : changesOf(diff)
  const record = recordOf(row, modelRaw, place, delivery, {
    fields: null,
    changes,
    touchedOnly: changes === null ? null : isTouchedOnly(changes),
  })
  const { person, property, lease } = partsOf(modelNamed(modelRaw), diff?.new ?? {}, {
    recordId: row.record_id,
    previous: diff?.previous ?? null,
    isDiff: true,
    propertyId: propertyIdIn(row.context),
    pointer: `${place.pointer}/diff/new`,
    reading: delivery.reading,
  })
  return events.record(
    words.DATA_UPDATE.type,
    occurrence('DATA_UPDATE', payload, 'diff', delivery),
    delivery,
    {
      record,
      person,
      property,
      lease,
    },
  )
}
