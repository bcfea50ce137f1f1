import type { Codec } from '../../../codec/codec'
import { list } from '../../../codec/list'
import { openText } from '../../../codec/scalar'
import { struct, type StructOf } from '../../../codec/struct'
import { fieldsOf, row } from './fields'

// Source: the webhook schema of 2024, `fern/openapi/openapi.yml` of propexo/documentation. It requires no field of a
// row: a row may come with any part of them.

const residentPetFields = fieldsOf({
  ids: ['id', 'x_id'],
  texts: ['created_at', 'updated_at', 'last_seen', 'name', 'type', 'breed', 'gender_raw', 'notes'],
  booleans: ['is_fixed', 'is_service_animal'],
  objects: ['custom_data'],
  unstated: ['age_in_years', 'weight_in_pounds'],
})

/** An animal of a resident. */
export interface PropexoResidentPet extends StructOf<typeof residentPetFields> {}
export const PropexoResidentPet: Codec<PropexoResidentPet> = /* @__PURE__ */ struct(
  'PropexoResidentPet',
  residentPetFields,
)

const vehicleFields = fieldsOf({
  ids: ['id', 'x_id'],
  texts: [
    'created_at',
    'updated_at',
    'last_seen',
    'make',
    'model',
    'color',
    'license_plate_number',
    'license_plate_state',
    'notes',
  ],
  objects: ['custom_data'],
  unstated: ['year'],
})

/** A vehicle of a resident. */
export interface PropexoVehicle extends StructOf<typeof vehicleFields> {}
export const PropexoVehicle: Codec<PropexoVehicle> = /* @__PURE__ */ struct('PropexoVehicle', vehicleFields)

const residentFields = {
  ...fieldsOf({
    ids: ['id', 'x_id', 'integration_id', 'property_id', 'x_lease_id'],
    vendors: ['integration_vendor'],
    texts: [
      'created_at',
      'updated_at',
      'last_seen',
      'address_1_alternate',
      'address_1',
      'address_2_alternate',
      'address_2',
      'city_alternate',
      'city',
      'country_alternate',
      'country',
      'date_of_birth',
      'email_1',
      'email_2',
      'first_name',
      'last_name',
      'middle_name',
      'notes',
      'phone_1',
      'phone_2',
      'state_alternate',
      'state',
      'zip_alternate',
      'zip',
    ],
    phoneKinds: ['phone_1_type', 'phone_2_type'],
    numbers: ['balance_in_cents', 'late_balance_in_cents'],
    booleans: ['is_employee'],
    objects: ['custom_data'],
  }),
  pets: list(PropexoResidentPet),
  vehicles: list(PropexoVehicle),
  // In the model of the API by 2026; the webhooks may have followed.
  ...fieldsOf({ unstated: ['leases_meta_data'] }),
}

/** Somebody who lives in a unit, or did. */
export interface PropexoResident extends StructOf<typeof residentFields> {}
export const PropexoResident: Codec<PropexoResident> = /* @__PURE__ */ struct(
  'PropexoResident',
  residentFields,
)

const residentToLeaseFields = {
  ...fieldsOf({
    ids: ['lease_id', 'resident_id'],
    texts: ['x_resident_type', 'move_in_date', 'move_out_date', 'notice_date'],
  }),
  resident_type_normalized: openText(['PRIMARY', 'SECONDARY', 'GUARANTOR', 'OTHER']),
}

/** That a resident is on a lease, and from when to when. */
export interface PropexoResidentToLease extends StructOf<typeof residentToLeaseFields> {}
export const PropexoResidentToLease: Codec<PropexoResidentToLease> = /* @__PURE__ */ struct(
  'PropexoResidentToLease',
  residentToLeaseFields,
)

const employeeFields = {
  ...row,
  ...fieldsOf({ ids: ['x_location_id'], texts: ['name'] }),
}

/** Somebody who works for the manager. */
export interface PropexoEmployee extends StructOf<typeof employeeFields> {}
export const PropexoEmployee: Codec<PropexoEmployee> = /* @__PURE__ */ struct(
  'PropexoEmployee',
  employeeFields,
)
