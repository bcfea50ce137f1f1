import { contactOf, type Person } from '../../event/person'
import type { Property } from '../../event/property'
import type { Utm } from '../../event/lead'
import { readFacts, splitAddress } from './summary'

type Text = string | null | undefined

interface ProspectFields {
  readonly prospect_name?: Text
  readonly prospect_phone?: Text
  readonly email?: Text
}

export const prospectOf = (payload: ProspectFields, role: Person['role'] = 'prospect'): Person =>
  contactOf(role, { name: payload.prospect_name, email: payload.email, phone: payload.prospect_phone })

interface PropertyFields {
  readonly property_id?: Text
  readonly listing_id?: Text
  readonly property_tag?: Text
  readonly secondary_external_id?: Text
  readonly address?: Text
  readonly summary?: Text
}

/**
 * Where and what the home is, with the unit tag taken out of the address and the summary read into facts. Written out as
 * `contactOf` is.
 */
export const propertyOf = (payload: PropertyFields): Property => {
  const summary = payload.summary ?? null
  const { address, unitTag } = payload.address == null ? noAddress : splitAddress(payload.address)
  return {
    id: payload.property_id ?? null,
    listingId: payload.listing_id ?? null,
    unitId: null,
    unitNumber: null,
    communityId: null,
    tag: payload.property_tag ?? null,
    externalId: payload.secondary_external_id ?? null,
    communityExternalId: null,
    address,
    name: null,
    market: null,
    summary,
    facts: readFacts(summary ?? '', unitTag),
  }
}

const noAddress = { address: null, unitTag: null }

interface UtmFields {
  readonly utm_source?: Text
  readonly utm_medium?: Text
  readonly utm_campaign?: Text
  readonly utm_term?: Text
  readonly utm_content?: Text
}

/** Null where no parameter was passed on. */
export const utmOf = (payload: UtmFields): Utm | null => {
  const { utm_source, utm_medium, utm_campaign, utm_term, utm_content } = payload
  if (
    utm_source == null &&
    utm_medium == null &&
    utm_campaign == null &&
    utm_term == null &&
    utm_content == null
  ) {
    return null
  }
  return {
    source: utm_source ?? null,
    medium: utm_medium ?? null,
    campaign: utm_campaign ?? null,
    term: utm_term ?? null,
    content: utm_content ?? null,
  }
}
