import type { Codec } from '../../../codec/codec'
import { struct, type StructOf } from '../../../codec/struct'
import { fieldsOf, row } from './fields'

// Source: the webhook schema of 2024, `fern/openapi/openapi.yml` of propexo/documentation. It requires no field of a
// row: a row may come with any part of them.

const unitFields = {
  ...row,
  ...fieldsOf({
    texts: [
      'bathrooms',
      'bedrooms',
      'building_name',
      'building_number',
      'city',
      'country',
      'floor_plan_code',
      'floor_plan_name',
      'floor',
      'number',
      'state',
      'street_address_1',
      'street_address_2',
      'address_1',
      'address_2',
      'zip',
      'pet_policy',
    ],
    numbers: [
      'bathrooms_full',
      'bathrooms_half',
      'rent_amount_market_in_cents',
      'rent_amount_max_in_cents',
      'rent_amount_min_in_cents',
    ],
    integers: ['square_feet'],
    booleans: [
      'is_available',
      'is_furnished',
      'is_listed',
      'is_vacant',
      'pets_allowed',
      'dogs_allowed',
      'cats_allowed',
    ],
    objects: ['custom_data'],
  }),
  // In the model of the API by 2026; the webhooks may have followed.
  ...fieldsOf({ ids: ['floor_plan_id', 'unit_type_id', 'x_floor_plan_id', 'x_unit_type_id'] }),
}

/** A home. Bedrooms and bathrooms are text. */
export interface PropexoUnit extends StructOf<typeof unitFields> {}
export const PropexoUnit: Codec<PropexoUnit> = /* @__PURE__ */ struct('PropexoUnit', unitFields)

const listingFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_unit_id', 'unit_id'],
    texts: [
      'available_date',
      'application_url',
      'bathrooms',
      'bedrooms',
      'building_name',
      'building_number',
      'city',
      'country',
      'floor_plan_code',
      'floor_plan_name',
      'floor',
      'lease_term',
      'listing_title',
      'listing_date',
      'marketing_name',
      'notes',
      'number',
      'specials',
      'state',
      'street_address_1',
      'street_address_2',
      'address_1',
      'address_2',
      'property_description',
      'short_description',
      'unit_description',
      'zip',
      'make_ready_date',
      'vacate_date',
    ],
    numbers: ['bathrooms_full', 'bathrooms_half', 'deposit_amount_in_cents', 'rent_amount_in_cents'],
    integers: ['square_feet'],
    booleans: ['is_unit', 'is_available', 'is_furnished', 'is_listed', 'is_managed_external', 'is_vacant'],
    textLists: ['image_urls', 'video_urls'],
  }),
  // In the model of the API by 2026; the webhooks may have followed.
  ...fieldsOf({
    ids: ['floor_plan_id', 'unit_type_id', 'x_floor_plan_id', 'x_location_id'],
    texts: ['status_raw'],
    objects: ['custom_data'],
  }),
}

/** An offer of a unit. */
export interface PropexoListing extends StructOf<typeof listingFields> {}
export const PropexoListing: Codec<PropexoListing> = /* @__PURE__ */ struct('PropexoListing', listingFields)
