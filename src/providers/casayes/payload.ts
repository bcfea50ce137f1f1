import { choice, ownValue, tagged } from '../../codec/choice'
import type { Codec } from '../../codec/codec'
import type { JsonObject } from '../../codec/json'
import { list } from '../../codec/list'
import { boolean, enumeration, id, integer, openText, stampText, text } from '../../codec/scalar'
import { required, struct, type StructOf } from '../../codec/struct'
import { openBody, withoutSecret } from './secret'
import { leadWords, listingChangeWords, listingFailureWords } from './words'
import type { LeadWord, ListingChangeWord, ListingFailureWord } from './words'

const wordsOf = <Word extends string>(table: Readonly<Record<Word, unknown>>) => Object.keys(table) as Word[]

const isoStamp = /* @__PURE__ */ stampText('date-time')

const leadFields = {
  EntityType: /* @__PURE__ */ required(/* @__PURE__ */ enumeration(wordsOf<LeadWord>(leadWords))),
  /** Identifies the lead, and so the event. */
  LeadReference: /* @__PURE__ */ required(id),
  EntityPublicId: id,
  EntityReference: id,
  Source: /* @__PURE__ */ openText(['CasaYes']),
  /** Seven digits behind the second, in UTC. */
  CreatedDate: isoStamp,
  Message: text,
  SenderName: text,
  SenderEmail: text,
  SenderPhone: text,
  /** This and the rest is from the sender's profile and may be missing. */
  NumberResidents: integer,
  HasPets: boolean,
  /** The page lists three words, its sample has a date-time. */
  EstimatedDateToMove: /* @__PURE__ */ openText(['Soon', 'Flexible', 'ExactDate']),
  /** In no documented currency. */
  MonthlyIncome: integer,
  PresentationLetter: text,
}

/**
 * A new lead: somebody wrote about a listing, an office, a person, or filled in a form. Source: docs.casayes.pt,
 * "Leads".
 */
export interface CasaYesLead extends StructOf<typeof leadFields> {}
export const CasaYesLead: Codec<CasaYesLead> = /* @__PURE__ */ struct('CasaYesLead', leadFields)

const listing = {
  ListingPublicId: id,
  /** Documented, but not in the page's sample. */
  ListingReference: id,
  Success: boolean,
  ErrorMessages: /* @__PURE__ */ list(text),
  Status: /* @__PURE__ */ openText(['Published', 'Unpublished', 'UnpublishedByAdmin']),
}

const listingChangeFields = {
  EventType: /* @__PURE__ */ required(
    /* @__PURE__ */ enumeration(wordsOf<ListingChangeWord>(listingChangeWords)),
  ),
  ...listing,
  ListingPublicId: /* @__PURE__ */ required(id),
}

/**
 * A listing that was created, updated or removed. The credential that the body holds (`OfficeIntegrationSecret`) is
 * left out. Source: docs.casayes.pt, "Listing".
 */
export interface CasaYesListingChange extends StructOf<typeof listingChangeFields> {}
export const CasaYesListingChange: Codec<CasaYesListingChange> = /* @__PURE__ */ withoutSecret(
  /* @__PURE__ */ struct('CasaYesListingChange', listingChangeFields),
)

const listingFailureFields = {
  EventType: /* @__PURE__ */ required(
    /* @__PURE__ */ enumeration(wordsOf<ListingFailureWord>(listingFailureWords)),
  ),
  ...listing,
}

/**
 * A change of a listing that failed. Its id may be missing: a listing that could not be created has none yet.
 * Source: docs.casayes.pt, "Listing".
 */
export interface CasaYesListingFailure extends StructOf<typeof listingFailureFields> {}
export const CasaYesListingFailure: Codec<CasaYesListingFailure> = /* @__PURE__ */ withoutSecret(
  /* @__PURE__ */ struct('CasaYesListingFailure', listingFailureFields),
)

export type CasaYesListing = CasaYesListingChange | CasaYesListingFailure

/** Every documented body of CasaYes's two webhooks. */
export type CasaYesPayload = CasaYesLead | CasaYesListing

const codecPerWord = <Word extends string, A>(table: Readonly<Record<Word, unknown>>, codec: A) =>
  Object.fromEntries(wordsOf(table).map((word) => [word, codec])) as Record<Word, A>

const leads = /* @__PURE__ */ tagged(
  'CasaYesLead',
  'EntityType',
  /* @__PURE__ */ codecPerWord(leadWords, CasaYesLead),
  openBody,
)

const listings = /* @__PURE__ */ tagged(
  'CasaYesListing',
  'EventType',
  {
    .../* @__PURE__ */ codecPerWord(listingChangeWords, CasaYesListingChange),
    .../* @__PURE__ */ codecPerWord(listingFailureWords, CasaYesListingFailure),
  },
  openBody,
)

/**
 * Any body of CasaYes's. No key says which webhook it is, so the shape tells: a listing has an `EventType`, a lead an
 * `EntityType`. A word that no document names gives any object, without the credential.
 */
export const CasaYesPayload: Codec<CasaYesPayload | JsonObject> = /* @__PURE__ */ choice(
  'CasaYesPayload',
  [listings, leads],
  (body, reading) => {
    if (ownValue(body, 'EventType', reading) !== undefined) return listings
    return ownValue(body, 'EntityType', reading) === undefined ? null : leads
  },
  '/EntityType',
  'EntityType or EventType',
  [
    { when: [{ path: ['EventType'], is: 'sent' }], codec: listings },
    { when: [{ path: ['EntityType'], is: 'sent' }], codec: leads },
  ],
)
