import type { Words } from '../../provider'

/**
 * What a lead is about, by `EntityType`. A valuation request comes from somebody who owns a home.
 *
 * Source: docs.casayes.pt, "Leads".
 */
export const leadWords = {
  Listing: { type: 'lead.created', subject: 'listing', role: 'prospect' },
  Office: { type: 'lead.created', subject: 'office', role: 'prospect' },
  BusinessForm: { type: 'lead.created', subject: 'business_form', role: 'prospect' },
  User: { type: 'lead.created', subject: 'user', role: 'prospect' },
  EvaluationForm: { type: 'lead.created', subject: 'evaluation_form', role: 'owner' },
} as const satisfies Words

/** Listings that CasaYes changed, by `EventType`. Source: docs.casayes.pt, "Listing". */
export const listingChangeWords = {
  LISTING_CREATED: { type: 'listing.created', operation: 'create' },
  LISTING_UPDATED: { type: 'listing.updated', operation: 'update' },
  LISTING_DELETED: { type: 'listing.deleted', operation: 'delete' },
} as const satisfies Words

/** Changes that did not come through. */
export const listingFailureWords = {
  LISTING_FAILED_TO_CREATE: { type: 'listing.change_failed', operation: 'create' },
  LISTING_FAILED_TO_UPDATE: { type: 'listing.change_failed', operation: 'update' },
  LISTING_FAILED_TO_DELETE: { type: 'listing.change_failed', operation: 'delete' },
} as const satisfies Words

export const listingWords = { ...listingChangeWords, ...listingFailureWords }

export const words = { ...leadWords, ...listingWords }

export type LeadWord = keyof typeof leadWords
export type ListingChangeWord = keyof typeof listingChangeWords
export type ListingFailureWord = keyof typeof listingFailureWords
