import type { Reader } from '../../codec/codec'
import { list } from '../../codec/list'
import { boolean, id, number, openText, text } from '../../codec/scalar'
import { required, struct, type Fields, type StructOf } from '../../codec/struct'
import { eventName, PropexoMeta, provenance } from './envelope'
import { vendor } from './models/fields'
import type { PropexoEventName } from './words'

const syncFields = {
  integration_id: id,
  vendor,
  is_backsync: boolean,
  /** Whole in one generation of the documents, a double in the other. */
  successful_job_count: number,
  failed_job_count: number,
  /** False where a sync ran so long that it was told without having ended. */
  is_sync_finished: boolean,
  /** Null for a sync that somebody started by hand. */
  job_schedule_id: id,
  models_synced: list(text),
}

/** A sync that ended, or was given up waiting for. */
export interface PropexoSync<Name> extends StructOf<typeof syncFields> {
  readonly event?: Name | null
}

/** A job that came to its end. */
export interface PropexoJob<Name> extends StructOf<typeof provenance> {
  readonly event?: Name | null
}

const writeFields = {
  integration_id: id,
  vendor,
  root_job_id: id,
  /** The polling endpoint has two words more: SUCCESS and PENDING. */
  write_status: openText(['PARTIAL_SUCCESS', 'FAILURE']),
  /** Sentences, or JSON of the other system as text. */
  errors: list(text),
}

/** A write to the other system that did not come through, or only in part. */
export interface PropexoWriteFailure extends StructOf<typeof writeFields> {
  readonly event?: 'WRITE_OPERATION_FAILURE' | null
}

const unnamedSyncFields = { ...syncFields, is_sync_finished: required(boolean) }

/** The sync of the page of 2023, which has no event's name in it. */
export interface PropexoUnnamedSync extends StructOf<typeof unnamedSyncFields> {}
export const PropexoUnnamedSync: Reader<PropexoUnnamedSync> = struct('PropexoUnnamedSync', unnamedSyncFields)

/** The events that are not about a row. */
export interface PropexoRuns {
  readonly SYNC_COMPLETE: PropexoSync<'SYNC_COMPLETE'>
  readonly FIRST_SYNC_COMPLETE: PropexoSync<'FIRST_SYNC_COMPLETE'>
  readonly JOB_SUCCESS: PropexoJob<'JOB_SUCCESS'>
  readonly JOB_FAILURE: PropexoJob<'JOB_FAILURE'>
  readonly WRITE_OPERATION_FAILURE: PropexoWriteFailure
}

type RunCodecs = { readonly [Name in keyof PropexoRuns]: Reader<PropexoRuns[Name]> }

const inData = <const Name extends PropexoEventName, F extends Fields>(name: Name, fields: F) =>
  struct(`${name} in data`, { ...fields, event: eventName(name) })

const named = <const Name extends PropexoEventName, F extends Fields>(name: Name, fields: F) =>
  struct(name, { ...fields, event: required(eventName(name)), meta: PropexoMeta })

/** Inside `data`, where `trigger` has the event's name. */
export const runsInData: RunCodecs = {
  SYNC_COMPLETE: inData('SYNC_COMPLETE', syncFields),
  FIRST_SYNC_COMPLETE: inData('FIRST_SYNC_COMPLETE', syncFields),
  JOB_SUCCESS: inData('JOB_SUCCESS', provenance),
  JOB_FAILURE: inData('JOB_FAILURE', provenance),
  WRITE_OPERATION_FAILURE: inData('WRITE_OPERATION_FAILURE', writeFields),
}

/** Where the event's name stands beside the fields. */
export const runsNamed: RunCodecs = {
  SYNC_COMPLETE: named('SYNC_COMPLETE', syncFields),
  FIRST_SYNC_COMPLETE: named('FIRST_SYNC_COMPLETE', syncFields),
  JOB_SUCCESS: named('JOB_SUCCESS', provenance),
  JOB_FAILURE: named('JOB_FAILURE', provenance),
  WRITE_OPERATION_FAILURE: named('WRITE_OPERATION_FAILURE', writeFields),
}
