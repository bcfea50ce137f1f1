import type { Codec } from '../../../codec/codec'
import { list } from '../../../codec/list'
import { openText, text } from '../../../codec/scalar'
import { struct, type StructOf } from '../../../codec/struct'
import { fieldsOf, row } from './fields'

// Source: the webhook schema of 2024, `fern/openapi/openapi.yml` of propexo/documentation. It requires no field of a
// row: a row may come with any part of them.

const propertyFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_building_id'],
    texts: [
      'x_created_at',
      'building_number',
      'city',
      'country',
      'county',
      'manager_email',
      'manager_name',
      'manager_phone_1',
      'manager_phone_2',
      'name',
      'state',
      'street_address_1',
      'street_address_2',
      'address_1',
      'address_2',
      'type',
      'type_raw',
      'website',
      'zip',
    ],
    phoneKinds: ['manager_phone_1_type', 'manager_phone_2_type'],
    integers: ['number_of_units', 'square_footage', 'square_feet', 'year_built'],
    booleans: ['is_active'],
    objects: ['custom_data'],
  }),
  type_normalized: openText([
    'SINGLE_FAMILY',
    'MULTI_FAMILY',
    'STUDENT_HOUSING',
    'VACATION',
    'COMMERCIAL',
    'OTHER',
  ]),
  // In the model of the API by 2026; the webhooks may have followed.
  ...fieldsOf({
    texts: ['code', 'long_description', 'notes', 'short_description'],
    unstated: ['associated_owner_ids', 'office_hours', 'pet_types'],
  }),
}

/** A building or community. `street_address_*`, `square_footage` and `type` are deprecated for their twins. */
export interface PropexoProperty extends StructOf<typeof propertyFields> {}
export const PropexoProperty: Codec<PropexoProperty> = /* @__PURE__ */ struct(
  'PropexoProperty',
  propertyFields,
)

const locationFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_location_id'],
    texts: ['name', 'friendly_name', 'ndt_username', 'broadcast_username'],
    booleans: ['is_main', 'is_twa_enabled', 'is_owa_enabled', 'is_echeck_enabled'],
  }),
}

/** A location in the sense of Rent Manager. */
export interface PropexoLocation extends StructOf<typeof locationFields> {}
export const PropexoLocation: Codec<PropexoLocation> = /* @__PURE__ */ struct(
  'PropexoLocation',
  locationFields,
)

const amenityUnitFields = fieldsOf({ ids: ['amenity_id', 'unit_id'] })

/** A unit that has the amenity. */
export interface PropexoAmenityUnit extends StructOf<typeof amenityUnitFields> {}
export const PropexoAmenityUnit: Codec<PropexoAmenityUnit> = /* @__PURE__ */ struct(
  'PropexoAmenityUnit',
  amenityUnitFields,
)

const amenityFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_listing_id', 'x_parent_amenity_id', 'x_unit_id'],
    texts: ['name', 'description'],
    numbers: ['cost_in_cents'],
    objects: ['custom_data', 'meta_data'],
    textLists: ['image_urls'],
  }),
  name_normalized: text,
  units: list(PropexoAmenityUnit),
}

/** Something that a property or unit offers. `name_normalized` is one of some 140 words, kept open. */
export interface PropexoAmenity extends StructOf<typeof amenityFields> {}
export const PropexoAmenity: Codec<PropexoAmenity> = /* @__PURE__ */ struct('PropexoAmenity', amenityFields)
