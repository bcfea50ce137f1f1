import { type Codec } from '../codec/codec'
import { list } from '../codec/list'
import { boolean, enumeration, text } from '../codec/scalar'
import { emptyPart, orElse, part, type PartOf } from '../codec/struct'

const listingFields = {
  id: text,
  externalId: text,
  /** The provider's word. An open set. */
  status: text,
  operation: enumeration(['create', 'update', 'delete']),
  /** Whether the operation came through. */
  success: boolean,
  errors: orElse([], list(text)),
  /** One such event is sent for each person who waits, so several arrive for one listing. */
  perPerson: boolean,
}

/** An offer of a home. */
export interface Listing extends PartOf<typeof listingFields> {}
export const Listing: Codec<Listing> = /* @__PURE__ */ part('Listing', listingFields)
export const noListing: Listing = /* @__PURE__ */ emptyPart(Listing)
