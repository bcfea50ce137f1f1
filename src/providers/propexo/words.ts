import type { Words } from '../../provider'

/**
 * Every documented event of Propexo's webhooks and what it means.
 *
 * Sources: docs.propexo.com, "Webhook details" and the typed webhook reference; the `webhooks` section that the
 * OpenAPI file of propexo/documentation had from February to September 2024; its list of triggers of 2026.
 */
export const words = {
  // A row that the connector had not seen before. It may be an echo of one's own write: never a new lead as such.
  DATA_NEW: { type: 'record.created' },
  DATA_UPDATE: { type: 'record.updated' },
  SYNC_COMPLETE: { type: 'sync.completed', first: false },
  FIRST_SYNC_COMPLETE: { type: 'sync.completed', first: true },
  // In the schema of 2024 and in the update call of 2026; no page describes it any more.
  JOB_SUCCESS: { type: 'sync.job_succeeded' },
  JOB_FAILURE: { type: 'sync.job_failed' },
  WRITE_OPERATION_FAILURE: { type: 'sync.write_failed' },
} as const satisfies Words

/** The name of an event. */
export type PropexoEventName = keyof typeof words

export const isEventName = (word: unknown): word is PropexoEventName =>
  typeof word === 'string' && Object.hasOwn(words, word)
