/**
 * Every type of event there is: a family, and what happened in it. All else that knows types (the union, the
 * codec, the documentation) is derived from this table.
 *
 * A type says what the provider's word asserts happened. A request, a reminder, a notice or a reason is not
 * the act itself.
 */
export const eventTypes = {
  lead: ['created', 'updated', 'inquired', 'waitlisted', 'status_changed', 'flagged'],
  screening: ['requested', 'completed', 'overridden', 'mismatched'],
  showing: [
    'requested',
    'scheduled',
    'confirmation_requested',
    'confirmed',
    'unconfirmed',
    'acceptance_requested',
    'accepted',
    'declined',
    'assigned',
    'reschedule_requested',
    'updated',
    'canceled',
    'uncanceled',
    'denied',
    'reminded',
    'started',
    'completed',
    'no_show',
    'no_show_undone',
    'feedback_received',
  ],
  access: [
    'code_requested',
    'code_issued',
    'verification_started',
    'unlocked',
    'security_check_requested',
    'secured',
    'unsecured',
    'tenant_access',
  ],
  message: ['sent', 'received', 'failed'],
  call: ['started', 'completed', 'transferred'],
  document: ['requested', 'verification_requested', 'received', 'verified'],
  application: ['updated'],
  listing: ['available', 'created', 'updated', 'deleted', 'change_failed'],
  lease: [
    'status_changed',
    'updated',
    'terms_updated',
    'fees_updated',
    'unit_reserved',
    'unit_released',
    'item_selected',
    'item_deselected',
    'quote_created',
    'move_in',
    'move_in_canceled',
  ],
  record: ['created', 'updated'],
  sync: ['completed', 'job_succeeded', 'job_failed', 'write_failed'],
  device: ['reported'],
} as const

type EventTypes = typeof eventTypes

/** A family whose types share their data fields. */
export type Family = keyof EventTypes | 'unrecognized'

type DottedTypeOf<F extends keyof EventTypes> = `${F}.${EventTypes[F][number]}`

/** The types of one family. */
export type TypeOf<F extends Family> = F extends keyof EventTypes ? DottedTypeOf<F> : 'unrecognized'

/** Every type; `unrecognized` is the one without a dot. */
export type EventType = TypeOf<Family>

const familyOfType: ReadonlyMap<string, Family> = /* @__PURE__ */ new Map<string, Family>([
  ...Object.entries(eventTypes).flatMap(([family, names]) =>
    names.map((name): [string, Family] => [`${family}.${name}`, family as Family]),
  ),
  ['unrecognized', 'unrecognized'],
])

/** The family of a type, null for a type that this version does not know. */
export const familyOf = (type: string): Family | null => familyOfType.get(type) ?? null
