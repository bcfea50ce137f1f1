import { type Codec } from '../codec/codec'
import { boolean, number, text } from '../codec/scalar'
import { emptyPart, part, type PartOf } from '../codec/struct'
import { Money } from './money'

const factsFields = {
  bedrooms: number,
  /** As the provider writes it: Rently's 2.1 is 2.1, whatever it counts as a half bath. */
  bathrooms: number,
  rent: Money,
  squareFeet: number,
  /** True where the provider says that cats are welcome; null, not false, where it says nothing. */
  cats: boolean,
  dogs: boolean,
  /** The tag that the provider appends to an address. */
  unitTag: text,
}

/** What the provider says about a home in a line of text or in fields of its own. */
export interface PropertyFacts extends PartOf<typeof factsFields> {}
export const PropertyFacts: Codec<PropertyFacts> = /* @__PURE__ */ part('PropertyFacts', factsFields)

export const noFacts: PropertyFacts = /* @__PURE__ */ emptyPart(PropertyFacts)

const marketFields = { id: text, name: text }

/** A provider's name for a region or company that its listings are grouped by. */
export interface Market extends PartOf<typeof marketFields> {}
export const Market: Codec<Market> = /* @__PURE__ */ part('Market', marketFields)

const propertyFields = {
  id: text,
  listingId: text,
  unitId: text,
  unitNumber: text,
  communityId: text,
  /** The receiver's own tag on the property. */
  tag: text,
  /** An id of another system (a property management system, mostly), and that system's id of the community. */
  externalId: text,
  communityExternalId: text,
  /** One line of text without the appended unit tag, which is in `facts`. */
  address: text,
  name: text,
  market: Market,
  /** The provider's line about the home, as sent. */
  summary: text,
  facts: PropertyFacts,
}

/** The home, unit, listing or community that the event is about. */
export interface Property extends PartOf<typeof propertyFields> {}
export const Property: Codec<Property> = /* @__PURE__ */ part('Property', propertyFields)

export const noProperty: Property = /* @__PURE__ */ emptyPart(Property)
