import type { Codec } from '../../../codec/codec'
import { list } from '../../../codec/list'
import { struct, type StructOf } from '../../../codec/struct'
import { fieldsOf, row } from './fields'
import { PropexoApplicantToApplication } from './leasing'

// Source: the webhook schema of 2024, `fern/openapi/openapi.yml` of propexo/documentation. It requires no field of a
// row: a row may come with any part of them.

const screeningFields = fieldsOf({
  ids: ['id', 'x_id'],
  texts: ['created_at', 'last_seen', 'status_raw', 'screening_date'],
})

/** A check of a lead or an applicant, as their rows hold it. */
export interface PropexoScreening extends StructOf<typeof screeningFields> {}
export const PropexoScreening: Codec<PropexoScreening> = /* @__PURE__ */ struct(
  'PropexoScreening',
  screeningFields,
)

const leadFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_guestcard_id', 'x_leasing_agent_id', 'x_unit_id', 'x_lead_source_id', 'desired_floor_plan_id'],
    texts: [
      'x_created_at',
      'x_updated_at',
      'address_1',
      'address_2',
      'city',
      'country',
      'date_of_birth',
      'desired_amenities',
      'desired_floor_plan_name',
      'desired_lease_term_in_months',
      'desired_unit_number',
      'desired_unit_type',
      'email_1',
      'email_2',
      'first_name',
      'ils',
      'last_name',
      'lead_source',
      'leasing_agent',
      'middle_name',
      'notes',
      'pet_details',
      'phone_1_type',
      'phone_1',
      'phone_2_type',
      'phone_2',
      'state',
      'status',
      'target_move_in_date',
      'zip',
    ],
    numbers: [
      'desired_max_rent_in_cents',
      'desired_max_square_ft',
      'desired_min_rent_in_cents',
      'desired_min_square_ft',
      'desired_num_bathrooms',
    ],
    integers: ['desired_num_bedrooms', 'number_of_occupants'],
    objects: ['custom_data'],
  }),
  screenings: list(PropexoScreening),
  // In the model of the API by 2026; the webhooks may have followed.
  ...fieldsOf({ ids: ['lead_source_id', 'unit_id_preferred', 'x_unit_id_preferred'], unstated: ['pets'] }),
}

/** A prospect. */
export interface PropexoLead extends StructOf<typeof leadFields> {}
export const PropexoLead: Codec<PropexoLead> = /* @__PURE__ */ struct('PropexoLead', leadFields)

const applicantPetFields = fieldsOf({
  ids: ['id', 'x_id'],
  texts: ['created_at', 'updated_at', 'last_seen', 'breed', 'color', 'gender_raw', 'name', 'notes', 'type'],
  booleans: ['is_declawed', 'is_fixed', 'is_service_animal', 'is_trained', 'is_vaccinated'],
  objects: ['custom_data'],
  unstated: ['age_in_years', 'weight_in_pounds'],
})

/** An animal of an applicant. */
export interface PropexoApplicantPet extends StructOf<typeof applicantPetFields> {}
export const PropexoApplicantPet: Codec<PropexoApplicantPet> = /* @__PURE__ */ struct(
  'PropexoApplicantPet',
  applicantPetFields,
)

const applicantFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_unit_id', 'x_lease_id', 'x_lead_id'],
    texts: [
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
    objects: ['custom_data'],
  }),
  applications: list(PropexoApplicantToApplication),
  pets: list(PropexoApplicantPet),
  screenings: list(PropexoScreening),
  // In the model of the API by 2026; the webhooks may have followed.
  ...fieldsOf({
    ids: ['unit_id_preferred', 'x_unit_id_preferred'],
    texts: ['type_normalized', 'type_raw'],
    unstated: ['self_reported_income'],
  }),
}

/** Somebody who applies for a home. */
export interface PropexoApplicant extends StructOf<typeof applicantFields> {}
export const PropexoApplicant: Codec<PropexoApplicant> = /* @__PURE__ */ struct(
  'PropexoApplicant',
  applicantFields,
)
