import type { Codec } from '../../codec/codec'
import { list } from '../../codec/list'
import { boolean, enumeration, id, number, openText, stampText, text } from '../../codec/scalar'
import { required, struct, type StructOf } from '../../codec/struct'

// Source: apidocs.rently.com, "Rental application notification through webhook", as far as the page could be
// read: `applicants[]` goes on behind `residences`.

const isoDate = /* @__PURE__ */ stampText('date')
const isoStamp = /* @__PURE__ */ stampText('date-time')

const residenceFields = {
  current_residence: boolean,
  street_address: text,
  city: text,
  state: text,
  zipcode: id,
  residence_type: openText(['rented', 'owned']),
  /** A number in text, `monthly_rent` a number. */
  monthly_payment: number,
  monthly_rent: number,
  reason_for_moving: text,
  move_in_date: isoDate,
  move_out_date: isoDate,
  landlord_name: text,
  landlord_phone: text,
  landlord_email: text,
  landlord_fax: text,
}

export interface RentlyResidence extends StructOf<typeof residenceFields> {}
export const RentlyResidence: Codec<RentlyResidence> = /* @__PURE__ */ struct(
  'RentlyResidence',
  residenceFields,
)

const applicantFields = {
  id,
  rently_prospect_id: id,
  name: text,
  phone: text,
  email: text,
  dob: isoDate,
  /** `"80%"` */
  completion_percentage: text,
  completion_date: isoStamp,
  application_expiry: isoStamp,
  relationship: text,
  residences: list(RentlyResidence),
}

export interface RentlyApplicant extends StructOf<typeof applicantFields> {}
export const RentlyApplicant: Codec<RentlyApplicant> = /* @__PURE__ */ struct(
  'RentlyApplicant',
  applicantFields,
)

const propertyFields = {
  property_id: id,
  property_type: text,
  address: text,
  company: text,
  /** Singular, beside `bathrooms`. */
  bedroom: number,
  bathrooms: number,
  deposit: number,
  rent: number,
}

export interface RentlyApplicationProperty extends StructOf<typeof propertyFields> {}
export const RentlyApplicationProperty: Codec<RentlyApplicationProperty> = /* @__PURE__ */ struct(
  'RentlyApplicationProperty',
  propertyFields,
)

const applicationFields = {
  /** Printed beside the JSON on the page; how it is conveyed is not said, so it may be missing. */
  type: enumeration(['Application Updated']),
  application_id: required(id),
  property: RentlyApplicationProperty,
  applicants: list(RentlyApplicant),
}

/** A rental application with everybody who applies. */
export interface RentlyApplication extends StructOf<typeof applicationFields> {}
export const RentlyApplication: Codec<RentlyApplication> = /* @__PURE__ */ struct(
  'RentlyApplication',
  applicationFields,
)
