import { events } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import { noSync } from '../../event/record'
import { modelNamed } from './models/table'
import type { PropexoPayload } from './payload'
import { integrationOf, jobOf, occurrence, type Place } from './record-event'
import type { PropexoJob, PropexoSync, PropexoUnnamedSync, PropexoWriteFailure } from './runs'
import { words } from './words'

type SyncName = 'SYNC_COMPLETE' | 'FIRST_SYNC_COMPLETE'

/**
 * A sync that ended. `first` is what the event's name says; the page of 2023, whose body has no name, does not tell
 * first syncs from others.
 */
export const syncEvent = (
  name: SyncName,
  run: PropexoSync<SyncName> | PropexoUnnamedSync,
  payload: PropexoPayload,
  place: Place,
  isNamed: boolean,
  delivery: Delivery,
) => {
  const integrationId = integrationOf(run.integration_id, place, delivery)
  return events.sync(words[name].type, occurrence(name, payload, 'snapshot', delivery), delivery, {
    sync: {
      ...noSync,
      first: isNamed ? words[name].first : null,
      finished: run.is_sync_finished ?? null,
      backfill: run.is_backsync ?? null,
      succeededJobs: run.successful_job_count ?? null,
      failedJobs: run.failed_job_count ?? null,
      scheduleId: run.job_schedule_id ?? null,
      models: (run.models_synced ?? []).map((model) => modelNamed(model).name),
      integrationId,
      vendor: run.vendor ?? null,
    },
  })
}

type JobName = 'JOB_SUCCESS' | 'JOB_FAILURE'

/** A job that came to its end. Neither says why one failed. */
export const jobEvent = (
  name: JobName,
  run: PropexoJob<JobName>,
  payload: PropexoPayload,
  place: Place,
  delivery: Delivery,
) => {
  const integrationId = integrationOf(run.integration_id, place, delivery)
  return events.sync(words[name].type, occurrence(name, payload, 'snapshot', delivery), delivery, {
    sync: { ...noSync, integrationId, vendor: run.vendor ?? null, job: jobOf(run) },
  })
}

/** A write that did not come through. Its root job is what the write call answered with. */
export const writeEvent = (
  run: PropexoWriteFailure,
  payload: PropexoPayload,
  place: Place,
  delivery: Delivery,
) => {
  const name = 'WRITE_OPERATION_FAILURE'
  const integrationId = integrationOf(run.integration_id, place, delivery)
  return events.sync(words[name].type, occurrence(name, payload, 'snapshot', delivery), delivery, {
    sync: {
      ...noSync,
      writeStatus: run.write_status ?? null,
      errors: run.errors ?? [],
      integrationId,
      vendor: run.vendor ?? null,
      job: jobOf(run),
    },
  })
}
