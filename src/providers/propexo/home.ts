import { FAIL } from '../../codec/codec'
import { newReading } from '../../codec/reading'
import { number } from '../../codec/scalar'
import { noFacts, noProperty, type Property, type PropertyFacts } from '../../event/property'
import type { PropexoListing, PropexoUnit } from './models/homes'
import type { PropexoLease } from './models/leasing'
import type { PropexoProperty } from './models/places'
import { joined, moneyOf, type RowContext, type Text } from './row-context'

export interface PlaceFields {
  readonly property_id?: Text
  readonly x_property_id?: Text
}

export const placeOf = (fields: PlaceFields, { propertyId }: RowContext): Property | null => {
  const id = fields.property_id ?? propertyId
  const externalId = fields.x_property_id ?? null
  return id === null && externalId === null ? null : { ...noProperty, id, externalId }
}

/** One line of an address of which all parts were sent together; a diff may have a street without its city. */
const addressOf = (
  fields: PropexoUnit | PropexoListing | PropexoProperty,
  isDiff: boolean,
): string | null => {
  const street = fields.address_1 ?? fields.street_address_1
  if (isDiff || street == null) return null
  const place = joined([fields.state, fields.zip], ' ')
  return joined([street, fields.address_2 ?? fields.street_address_2, fields.city, place], ', ')
}

/** `"2"` and `"1.5"` are numbers, `"Studio"` is none: the documents declare text. */
const countOf = (words: Text): number | null => {
  if (words == null) return null
  const count = number.read(words, newReading(false))
  return count === FAIL ? null : count
}

const factsOrNull = (facts: PropertyFacts): PropertyFacts | null => {
  const { bedrooms, bathrooms, rent, squareFeet, cats, dogs } = facts
  const isEmpty =
    bedrooms === null &&
    bathrooms === null &&
    rent === null &&
    squareFeet === null &&
    cats === null &&
    dogs === null
  return isEmpty ? null : facts
}

export const unitOf = (fields: PropexoUnit, row: RowContext): Property => ({
  ...noProperty,
  id: fields.property_id ?? row.propertyId,
  externalId: fields.x_property_id ?? null,
  unitId: row.recordId,
  unitNumber: fields.number ?? null,
  address: addressOf(fields, row.isDiff),
  facts: factsOrNull({
    ...noFacts,
    bedrooms: countOf(fields.bedrooms),
    bathrooms: countOf(fields.bathrooms),
    rent: moneyOf(fields.rent_amount_market_in_cents, 'rent_amount_market_in_cents', row),
    squareFeet: fields.square_feet ?? null,
    cats: fields.cats_allowed ?? null,
    dogs: fields.dogs_allowed ?? null,
  }),
})

export const listingOf = (fields: PropexoListing, row: RowContext): Property => ({
  ...noProperty,
  id: fields.property_id ?? row.propertyId,
  externalId: fields.x_property_id ?? null,
  listingId: row.recordId,
  unitId: fields.unit_id ?? null,
  unitNumber: fields.number ?? null,
  address: addressOf(fields, row.isDiff),
  facts: factsOrNull({
    ...noFacts,
    bedrooms: countOf(fields.bedrooms),
    bathrooms: countOf(fields.bathrooms),
    rent: moneyOf(fields.rent_amount_in_cents, 'rent_amount_in_cents', row),
    squareFeet: fields.square_feet ?? null,
  }),
})

export const propertyOf = (fields: PropexoProperty, row: RowContext): Property => ({
  ...noProperty,
  id: row.recordId,
  externalId: fields.x_property_id ?? null,
  address: addressOf(fields, row.isDiff),
  name: fields.name ?? null,
})

/** The home of a lease, as far as its row says. */
export const leasedHome = (fields: PropexoLease, row: RowContext): Property | null => {
  const place = placeOf(fields, row)
  const { unit_id: unitId, unit_number: unitNumber } = fields
  if (unitId == null && unitNumber == null) return place
  return { ...(place ?? noProperty), unitId: unitId ?? null, unitNumber: unitNumber ?? null }
}
