import type { Codec } from '../../../codec/codec'
import { list } from '../../../codec/list'
import { struct, type StructOf } from '../../../codec/struct'
import { fieldsOf, row } from './fields'

// Source: the webhook schema of 2024, `fern/openapi/openapi.yml` of propexo/documentation. It requires no field of a
// row: a row may come with any part of them.

const invoiceItemFields = fieldsOf({
  ids: ['invoice_id', 'construction_job_id'],
  texts: ['notes'],
  numbers: ['amount_due_in_cents', 'total_amount_in_cents'],
})

/** A line of an invoice. */
export interface PropexoInvoiceItem extends StructOf<typeof invoiceItemFields> {}
export const PropexoInvoiceItem: Codec<PropexoInvoiceItem> = /* @__PURE__ */ struct(
  'PropexoInvoiceItem',
  invoiceItemFields,
)

const invoiceFields = {
  ...fieldsOf({
    ids: ['id', 'property_id', 'integration_id'],
    vendors: ['integration_vendor'],
    texts: [
      'created_at',
      'updated_at',
      'last_seen',
      'due_date',
      'discount_date',
      'invoice_date',
      'invoice_number',
      'notes',
      'post_date',
      'post_month',
      'post_status_raw',
    ],
    numbers: [
      'amount_due_in_cents',
      'amount_paid_in_cents',
      'discount_amount_in_cents',
      'sub_total_amount_in_cents',
      'total_amount_in_cents',
    ],
    objects: ['custom_data'],
  }),
  invoice_items: list(PropexoInvoiceItem),
}

/** An invoice of a vendor. */
export interface PropexoInvoice extends StructOf<typeof invoiceFields> {}
export const PropexoInvoice: Codec<PropexoInvoice> = /* @__PURE__ */ struct('PropexoInvoice', invoiceFields)

const allocationFields = fieldsOf({
  ids: [
    'id',
    'x_id',
    'x_source_id',
    'x_destination_id',
    'financial_account_id',
    'resident_charge_id',
    'resident_payment_id',
  ],
  texts: ['amount_raw', 'created_at', 'updated_at', 'last_seen'],
  numbers: ['amount_in_cents'],
  objects: ['custom_data'],
})

/** What part of a payment went to which charge. */
export interface PropexoAllocation extends StructOf<typeof allocationFields> {}
export const PropexoAllocation: Codec<PropexoAllocation> = /* @__PURE__ */ struct(
  'PropexoAllocation',
  allocationFields,
)

const residentChargeFields = {
  ...row,
  ...fieldsOf({
    ids: [
      'x_gl_account_id',
      'x_location_id',
      'x_lease_id',
      'x_resident_id',
      'x_unit_id',
      'resident_id',
      'financial_account_id',
    ],
    texts: [
      'amount_raw',
      'due_date',
      'name',
      'description',
      'reference_number',
      'transaction_date',
      'transaction_source',
    ],
    numbers: ['amount_in_cents'],
    booleans: ['is_open'],
    objects: ['custom_data'],
  }),
  allocations: list(PropexoAllocation),
}

/** An amount that a resident owes. */
export interface PropexoResidentCharge extends StructOf<typeof residentChargeFields> {}
export const PropexoResidentCharge: Codec<PropexoResidentCharge> = /* @__PURE__ */ struct(
  'PropexoResidentCharge',
  residentChargeFields,
)

const residentPaymentFields = {
  ...row,
  ...fieldsOf({
    ids: [
      'x_gl_account_id',
      'x_location_id',
      'x_lease_id',
      'x_resident_id',
      'x_unit_id',
      'resident_id',
      'financial_account_id',
    ],
    texts: [
      'payment_method_normalized',
      'payment_method_raw',
      'amount_raw',
      'name',
      'description',
      'reference_number',
      'transaction_date',
    ],
    numbers: ['amount_in_cents'],
    booleans: ['is_open'],
    objects: ['custom_data'],
  }),
  allocations: list(PropexoAllocation),
}

/** An amount that a resident paid. */
export interface PropexoResidentPayment extends StructOf<typeof residentPaymentFields> {}
export const PropexoResidentPayment: Codec<PropexoResidentPayment> = /* @__PURE__ */ struct(
  'PropexoResidentPayment',
  residentPaymentFields,
)
