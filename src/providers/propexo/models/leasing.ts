import type { Codec } from '../../../codec/codec'
import { list } from '../../../codec/list'
import { openText } from '../../../codec/scalar'
import { struct, type StructOf } from '../../../codec/struct'
import { fieldsOf, row } from './fields'

// Source: the webhook schema of 2024, `fern/openapi/openapi.yml` of propexo/documentation. It requires no field of a
// row: a row may come with any part of them.

const applicationFields = {
  ...row,
  ...fieldsOf({ ids: ['x_location_id', 'x_unit_id'], texts: ['status'], objects: ['custom_data'] }),
}

/** An application for a home. Who applies is in `applicants_to_applications`. */
export interface PropexoApplication extends StructOf<typeof applicationFields> {}
export const PropexoApplication: Codec<PropexoApplication> = /* @__PURE__ */ struct(
  'PropexoApplication',
  applicationFields,
)

const applicantToApplicationFields = {
  ...fieldsOf({ ids: ['applicant_id', 'application_id'], texts: ['status', 'status_raw'] }),
  status_normalized: openText(['APPROVED', 'DENIED', 'CANCELED', 'OTHER', 'PENDING']),
}

/** That an applicant is part of an application. `status` is deprecated for the other two. */
export interface PropexoApplicantToApplication extends StructOf<typeof applicantToApplicationFields> {}
export const PropexoApplicantToApplication: Codec<PropexoApplicantToApplication> = /* @__PURE__ */ struct(
  'PropexoApplicantToApplication',
  applicantToApplicationFields,
)

const leaseServiceFields = fieldsOf({
  ids: ['id', 'lease_id'],
  texts: ['created_at', 'updated_at', 'last_seen', 'name'],
})

/** A service that comes with a lease. */
export interface PropexoLeaseService extends StructOf<typeof leaseServiceFields> {}
export const PropexoLeaseService: Codec<PropexoLeaseService> = /* @__PURE__ */ struct(
  'PropexoLeaseService',
  leaseServiceFields,
)

const leaseFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_resident_id', 'x_unit_id', 'unit_id'],
    texts: [
      'application_date',
      'deposit_amount',
      'deposit_date',
      'end_date',
      'realized_move_in_date',
      'realized_move_out_date',
      'rent_due_date',
      'scheduled_move_in_date',
      'scheduled_move_out_date',
      'signature_date',
      'start_date',
      'status',
      'status_raw',
      'term',
      'type',
      'unit_number',
    ],
    numbers: ['deposit_amount_in_cents', 'rent_amount_in_cents', 'rent_amount_market_in_cents'],
    integers: ['rent_due_day'],
    objects: ['custom_data'],
  }),
  status_normalized: openText(['ACTIVE', 'INACTIVE', 'OTHER', 'PENDING', 'EVICTED']),
  services: list(PropexoLeaseService),
  // In the model of the API by 2026; the webhooks may have followed.
  ...fieldsOf({
    texts: ['balance_amount_raw', 'past_due_balance_raw', 'write_off_amount_raw'],
    numbers: ['balance_amount_in_cents', 'past_due_balance_in_cents', 'write_off_amount_in_cents'],
    unstated: ['residents_meta_data'],
  }),
}

/** A lease. `status`, and the four dates of moving, are deprecated: `status_normalized` and the residents' own rows have them. */
export interface PropexoLease extends StructOf<typeof leaseFields> {}
export const PropexoLease: Codec<PropexoLease> = /* @__PURE__ */ struct('PropexoLease', leaseFields)

const eventFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_leasing_agent_id', 'x_type_id', 'x_location_id'],
    texts: [
      'event_name',
      'event_datetime',
      'appointment_datetime',
      'type_raw',
      'notes',
      'agent_name',
      'reasons_for_event',
    ],
  }),
  // In the model of the API by 2026; the webhooks may have followed.
  ...fieldsOf({ unstated: ['associated_applicant_ids', 'associated_lead_ids', 'associated_resident_ids'] }),
}

/** Something that happened to a lead, applicant or resident in the other system: a call, a tour, a note. */
export interface PropexoEvent extends StructOf<typeof eventFields> {}
export const PropexoEvent: Codec<PropexoEvent> = /* @__PURE__ */ struct('PropexoEvent', eventFields)
