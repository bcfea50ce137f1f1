import type { Words } from '../../provider'

/**
 * The flat lead webhook names no event, so this library does. The page's title is the source: developer.funnelleasing.com,
 * "Lead Webhook".
 */
export const FLAT_LEAD = 'lead'

/** Sent when a lead is created and again whenever it changes, without saying which. */
export const flatWords = { [FLAT_LEAD]: { type: 'lead.updated' } } as const satisfies Words

/** Source: developer.funnelleasing.com, "Prospect Update Webhooks". */
export const prospectWords = {
  'renter.created': { type: 'lead.created' },
  'renter.status-change': { type: 'lead.status_changed' },
  // "Created or updated"; what became of it is in `status`.
  'appointment.updated': {
    type: ['showing.updated', 'showing.completed', 'showing.no_show', 'showing.canceled'],
  },
} as const satisfies Words

/** Source: developers.funnelleasing.com, "Webhooks V3 | Lease Events". */
export const moveInWords = {
  'lease.move_in': { type: 'lease.move_in' },
  'lease.move_in_canceled': { type: 'lease.move_in_canceled' },
} as const satisfies Words

/** Those of the "Events List" (developer.funnelleasing.com) whose fields are documented. */
export const documentedWords = {
  'lease_transaction.unit_reserved': { type: 'lease.unit_reserved' },
  'lease_transaction.status_updated': { type: 'lease.status_changed' },
  'lease_transaction.updated': { type: 'lease.updated' },
} as const satisfies Words

/** Those of the same list whose fields nobody could read. */
export const openWords = {
  'lease_transaction.unit_released': { type: 'lease.unit_released', role: null },
  'lease_transaction.terms_updated': { type: 'lease.terms_updated', role: null },
  'lease_transaction.fees_updated': { type: 'lease.fees_updated', role: null },
  'lease_transaction.rentable_item_selected': { type: 'lease.item_selected', role: null },
  'lease_transaction.rentable_item_deselected': { type: 'lease.item_deselected', role: null },
  'lease.resident_move_in': { type: 'lease.move_in', role: 'resident' },
  'lease.resident_move_in_canceled': { type: 'lease.move_in_canceled', role: 'resident' },
  'quote.created': { type: 'lease.quote_created', role: null },
} as const satisfies Words

/** The words of events: what stands in `event` or `event_type`. */
export const eventWords = { ...prospectWords, ...moveInWords, ...documentedWords, ...openWords }

export const words = { ...flatWords, ...eventWords }

export type EventWord = keyof typeof eventWords
export type OpenWord = keyof typeof openWords
