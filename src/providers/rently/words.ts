import type { Words } from '../../provider'

/**
 * Every documented word of Rently's three webhooks and the event it means.
 *
 * Sources: apidocs.rently.com, "Rently Activities Notification via Webhook" (`type`), "Rental application
 * notification through webhook", and "App level webhook" (smart home, `message_type`).
 */
export const activityWords = {
  // A code was asked for; nobody has opened anything yet.
  'Self Registered Viewing': { type: 'access.code_requested', via: 'self_service', mode: 'self_guided' },
  'Direct Code Showing': { type: 'access.code_requested', via: 'direct', mode: 'self_guided' },
  'Customer Care Direct Code': { type: 'access.code_requested', via: 'customer_care', mode: 'self_guided' },
  'Open House Viewing': { type: 'access.code_requested', via: 'open_house', mode: 'open_house' },
  'Self Show Unlocked': { type: 'access.unlocked', via: null, mode: 'self_guided' },
  'Self Scheduling': { type: 'showing.scheduled', slot: 'booked', mode: 'self_guided', safeMode: null },
  'Open House Scheduling': { type: 'showing.scheduled', slot: 'booked', mode: 'open_house', safeMode: null },
  // The property wants an approval first: a wish, not a booking.
  'Safe Mode': { type: 'showing.requested', slot: 'requested', mode: 'self_guided', safeMode: true },
  'Prospect Comment': { type: 'showing.feedback_received' },
  'OTV Auto Showing': { type: 'message.sent', purpose: 'self_tour_link' },
  'Now Available': { type: 'listing.available' },
  // The page's list has the first spelling, its sample the second.
  'Pre Leased Lead Signup': { type: 'lead.waitlisted' },
  'Prelease Lead Signup': { type: 'lead.waitlisted' },
  inquiry: { type: 'lead.inquired' },
  'Call Center Lead': { type: 'lead.created' },
  // Fetched in the manager portal by a trusted visitor; neither word says that a door was opened.
  'Visitor Unlock': { type: 'access.code_issued', purpose: 'entry', credential: 'code' },
  'Visitor Unshackle': { type: 'access.code_issued', purpose: 'unshackle', credential: 'unshackle_code' },
  'Tenant Access': { type: 'access.tenant_access' },
} as const satisfies Words

/** The rental-application webhook prints its word beside the JSON; the body has no key for it. */
export const applicationWords = {
  'Application Updated': { type: 'application.updated' },
} as const satisfies Words

/** As far as the page's list could be read; it goes on. */
export const smartHomeWords = {
  online: { type: 'device.reported', state: 'online' },
  offline: { type: 'device.reported', state: 'offline' },
  heartbeat: { type: 'device.reported', state: 'alive' },
  power_source: { type: 'device.reported', state: 'power_source' },
  unassigned_from_account: { type: 'device.reported', state: 'unassigned' },
  Lock: { type: 'device.reported', state: 'locked' },
  Unlock: { type: 'access.unlocked' },
} as const satisfies Words

export const words = { ...activityWords, ...applicationWords, ...smartHomeWords }

export type ActivityWord = keyof typeof activityWords
export type SmartHomeWord = keyof typeof smartHomeWords
