import { expect, test } from 'vitest'
import { noSync } from '../../../src/event/record'
import { parse } from './support'

const syncOf = (body: object) => {
  const event = parse(body)
  if (event.family !== 'sync') throw new Error(event.type)
  return event.sync
}

test.each([
  ['SYNC_COMPLETE', false],
  ['FIRST_SYNC_COMPLETE', true],
])('%s has all fields of the reference', (event, first) => {
  expect(
    syncOf({
      event,
      integration_id: 'int-1',
      vendor: 'YARDI_REST',
      is_backsync: true,
      successful_job_count: 12.0,
      failed_job_count: '2',
      is_sync_finished: false,
      job_schedule_id: 'schedule-1',
      models_synced: ['leads', 'residents-to-leases', 'parking-spots'],
    }),
  ).toStrictEqual({
    ...noSync,
    first,
    finished: false,
    backfill: true,
    succeededJobs: 12,
    failedJobs: 2,
    scheduleId: 'schedule-1',
    models: ['leads', 'residents_to_leases', 'parking_spots'],
    integrationId: 'int-1',
    vendor: 'YARDI_REST',
  })
})

test('a sync that somebody started has no schedule', () => {
  expect(syncOf({ event: 'SYNC_COMPLETE', job_schedule_id: null })).toStrictEqual({ ...noSync, first: false })
})

test.each(['JOB_FAILURE', 'JOB_SUCCESS'])('%s names its job and nothing else', (event) => {
  expect(
    syncOf({
      event,
      job_id: 'job-1',
      root_job_id: 'root-1',
      job_type: 'READ_RESIDENT_TRANSACTIONS',
      integration_id: 'int-1',
      vendor: 'RESMAN',
    }),
  ).toStrictEqual({
    ...noSync,
    integrationId: 'int-1',
    vendor: 'RESMAN',
    job: { id: 'job-1', rootId: 'root-1', kind: 'READ_RESIDENT_TRANSACTIONS' },
  })
  expect(syncOf({ event })).toStrictEqual(noSync)
})

test.each(['PARTIAL_SUCCESS', 'FAILURE', 'SUCCESS'])(
  'a failed write says how it went: %s',
  (write_status) => {
    expect(
      syncOf({
        trigger: 'WRITE_OPERATION_FAILURE',
        data: {
          event: 'WRITE_OPERATION_FAILURE',
          integration_id: 'int-1',
          vendor: 'ENTRATA',
          root_job_id: 'root-1',
          write_status,
          errors: ['a sentence', '{"code":422}'],
        },
      }),
    ).toStrictEqual({
      ...noSync,
      writeStatus: write_status,
      errors: ['a sentence', '{"code":422}'],
      integrationId: 'int-1',
      vendor: 'ENTRATA',
      job: { id: null, rootId: 'root-1', kind: null },
    })
  },
)

test('the connection is the one in meta where the data name none', () => {
  expect(syncOf({ event: 'SYNC_COMPLETE', meta: { integration_id: 'int-2' } }).integrationId).toBe('int-2')
})

test('errors that are no text are left out, with an issue each', () => {
  const event = parse({ event: 'WRITE_OPERATION_FAILURE', errors: ['a', { code: 1 }, 'b'] })
  expect(event).toMatchObject({
    sync: { errors: ['a', 'b'] },
    issues: [{ code: 'wrong_kind', path: '/errors/1', expected: 'text' }],
  })
})
