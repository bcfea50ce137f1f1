import { type Codec } from '../codec/codec'
import { json, jsonObject } from '../codec/json'
import { list } from '../codec/list'
import { boolean, enumeration, number, text } from '../codec/scalar'
import { emptyPart, orElse, part, type PartOf } from '../codec/struct'

const changeFields = {
  field: text,
  previous: json,
  new: json,
}

/** One field of a record before and after; null is what the provider sent, or a field that was not there. */
export interface Change extends PartOf<typeof changeFields> {}
export const Change: Codec<Change> = /* @__PURE__ */ part('Change', changeFields)

const jobFields = {
  id: text,
  rootId: text,
  kind: text,
}

/** The provider's job that read or wrote the data. */
export interface Job extends PartOf<typeof jobFields> {}
export const Job: Codec<Job> = /* @__PURE__ */ part('Job', jobFields)

const recordFields = {
  id: text,
  /** The model in snake case, whichever way it was sent. */
  model: text,
  /** The model as sent. */
  modelRaw: text,
  /** The kind of thing that the model's rows are, null where it is none of these. */
  entity: enumeration([
    'lead',
    'applicant',
    'application',
    'resident',
    'lease',
    'unit',
    'property',
    'listing',
    'event',
    'employee',
    'service_request',
    'charge',
    'payment',
    'invoice',
    'vendor',
    'amenity',
    'location',
    'screening',
    'agent',
    'call',
    'concession',
    'construction_job',
    'contract',
    'deposit',
    'fee',
    'floor_plan',
    'owner',
    'pet',
    'purchase_order',
    'transaction',
    'vehicle',
  ]),
  /** The row's fields as sent, null in an update. */
  fields: jsonObject,
  /** What changed, null for a new row. */
  changes: list(Change),
  /** Nothing changed but the note of when the row was last seen. */
  touchedOnly: boolean,
  context: jsonObject,
  integrationId: text,
  /** The system that the row was read from. */
  vendor: text,
  job: Job,
}

/** A row of another system, as that system's connector saw it. */
export interface RecordRow extends PartOf<typeof recordFields> {}
export const RecordRow: Codec<RecordRow> = /* @__PURE__ */ part('RecordRow', recordFields)

const syncFields = {
  /** The first run of a schedule. */
  first: boolean,
  finished: boolean,
  backfill: boolean,
  succeededJobs: number,
  failedJobs: number,
  scheduleId: text,
  models: orElse([], list(text)),
  /** How a write went, in the provider's word. */
  writeStatus: text,
  /** The provider's own texts. They may quote what was written. */
  errors: orElse([], list(text)),
  integrationId: text,
  vendor: text,
  job: Job,
}

/** A connector's run between two systems. */
export interface Sync extends PartOf<typeof syncFields> {}
export const Sync: Codec<Sync> = /* @__PURE__ */ part('Sync', syncFields)
export const noSync: Sync = /* @__PURE__ */ emptyPart(Sync)
