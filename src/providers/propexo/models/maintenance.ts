import type { Codec } from '../../../codec/codec'
import { list } from '../../../codec/list'
import { struct, type StructOf } from '../../../codec/struct'
import { fieldsOf, row } from './fields'

// Source: the webhook schema of 2024, `fern/openapi/openapi.yml` of propexo/documentation. It requires no field of a
// row: a row may come with any part of them.

const serviceRequestVendorFields = fieldsOf({ ids: ['vendor_id'] })

/** Who is to do the work. */
export interface PropexoServiceRequestVendor extends StructOf<typeof serviceRequestVendorFields> {}
export const PropexoServiceRequestVendor: Codec<PropexoServiceRequestVendor> = /* @__PURE__ */ struct(
  'PropexoServiceRequestVendor',
  serviceRequestVendorFields,
)

const serviceRequestEmployeeFields = fieldsOf({
  ids: ['id', 'x_id'],
  texts: ['created_at', 'updated_at', 'last_seen', 'name'],
})

/** Which employee looks after the request. */
export interface PropexoServiceRequestEmployee extends StructOf<typeof serviceRequestEmployeeFields> {}
export const PropexoServiceRequestEmployee: Codec<PropexoServiceRequestEmployee> = /* @__PURE__ */ struct(
  'PropexoServiceRequestEmployee',
  serviceRequestEmployeeFields,
)

const serviceRequestFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_location_id', 'x_unit_id', 'x_sub_task_id', 'unit_id', 'employee_id'],
    texts: [
      'access_notes',
      'building',
      'completion_notes',
      'date_completed',
      'date_created',
      'date_due',
      'date_scheduled',
      'notes',
      'service_category',
      'service_description',
      'service_details',
      'service_priority',
      'status_raw',
      'vendor_notes',
      'unit_number',
    ],
    booleans: ['access_is_authorized'],
  }),
  vendors: list(PropexoServiceRequestVendor),
  employees: list(PropexoServiceRequestEmployee),
}

/** A request for maintenance. */
export interface PropexoServiceRequest extends StructOf<typeof serviceRequestFields> {}
export const PropexoServiceRequest: Codec<PropexoServiceRequest> = /* @__PURE__ */ struct(
  'PropexoServiceRequest',
  serviceRequestFields,
)

const vendorContactFields = fieldsOf({
  texts: [
    'address_1',
    'address_2',
    'city',
    'country',
    'state',
    'zip',
    'phone',
    'phone_type',
    'email',
    'name',
  ],
  booleans: ['is_primary'],
})

/** How to reach a vendor. */
export interface PropexoVendorContact extends StructOf<typeof vendorContactFields> {}
export const PropexoVendorContact: Codec<PropexoVendorContact> = /* @__PURE__ */ struct(
  'PropexoVendorContact',
  vendorContactFields,
)

const vendorFields = {
  ...row,
  ...fieldsOf({
    ids: ['x_location_id', 'tax_id', 'third_party_id'],
    texts: ['account_number', 'name', 'notes', 'type'],
    booleans: ['is_active'],
    objects: ['custom_data'],
  }),
  contacts: list(PropexoVendorContact),
}

/** A company that does maintenance: the model `service_request_vendors`. */
export interface PropexoVendor extends StructOf<typeof vendorFields> {}
export const PropexoVendor: Codec<PropexoVendor> = /* @__PURE__ */ struct('PropexoVendor', vendorFields)
