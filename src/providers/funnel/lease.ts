import { Codec, type Fail, type Reader } from '../../codec/codec'
import type { Json } from '../../codec/json'
import { list } from '../../codec/list'
import { id, integer, openText, text } from '../../codec/scalar'
import { struct, type StructOf } from '../../codec/struct'
import { date } from './stamps'

const chargeFields = {
  /** Once or monthly. */
  charge_type: openText(['Monthly']),
  /** The charge code in the property management system. */
  pms_identifier: id,
  start_date: date,
  end_date: date,
  /** In cents. */
  amount: integer,
  description: text,
}

/** A charge that begins with a lease. */
export interface FunnelCharge extends StructOf<typeof chargeFields> {}
export const FunnelCharge: Codec<FunnelCharge> = /* @__PURE__ */ struct('FunnelCharge', chargeFields)

const moveIn = {
  /** The page calls it the start of the lease. */
  move_in_date: date,
  /** The renter in the property management system. */
  pms_identifier: id,
  community_pms_identifier: id,
}

const moveInFields = { ...moveIn, charges: /* @__PURE__ */ list(FunnelCharge) }

/** The data of `lease.move_in`. Source, also of the one below: developers.funnelleasing.com, "Webhooks V3 | Lease Events". */
export interface FunnelMoveIn extends StructOf<typeof moveInFields> {}
export const FunnelMoveIn: Codec<FunnelMoveIn> = /* @__PURE__ */ struct('FunnelMoveIn', moveInFields)

/** The data of `lease.move_in_canceled`. */
export interface FunnelMoveInCanceled extends StructOf<typeof moveIn> {}
export const FunnelMoveInCanceled: Codec<FunnelMoveInCanceled> = /* @__PURE__ */ struct(
  'FunnelMoveInCanceled',
  moveIn,
)

// Source of all below: developer.funnelleasing.com, "Events List" and "The Event Object". The two pages show one product
// with different fields, so what either has for all events is a field of each.
const transaction = {
  lease_transaction_id: id,
  lease_transaction_type: /* @__PURE__ */ openText([
    'Application',
    'Lease Revision',
    'Renewal',
    'Notice to Vacate',
    'Lease Confirmation',
    'Transfer',
  ]),
  /** The guest card. */
  client_id: id,
  guestcard_pms_identifier: id,
  tenant_pms_identifier: id,
  unit_id: id,
  unit_pms_identifier: id,
  community_id: id,
  community_pms_identifier: id,
  lease_id: id,
}

/** The data of `lease_transaction.unit_reserved`. */
export interface FunnelReservation extends StructOf<typeof transaction> {}
export const FunnelReservation: Codec<FunnelReservation> = /* @__PURE__ */ struct(
  'FunnelReservation',
  transaction,
)

const statusUpdateFields = {
  ...transaction,
  current_status: /* @__PURE__ */ openText(['Submitted', 'Approved']),
  previous_status: /* @__PURE__ */ openText(['Submitted', 'Approved']),
}

/** The data of `lease_transaction.status_updated`. */
export interface FunnelStatusUpdate extends StructOf<typeof statusUpdateFields> {}
export const FunnelStatusUpdate: Codec<FunnelStatusUpdate> = /* @__PURE__ */ struct(
  'FunnelStatusUpdate',
  statusUpdateFields,
)

const transactionUpdateFields = {
  ...transaction,
  /** The page's list goes on. */
  update_type: /* @__PURE__ */ openText([
    'Dependent added',
    'CoApplicant invited',
    'Guarantor invited',
    'Occupant invited',
    'Applicant Signed Lease',
  ]),
}

/** The data of `lease_transaction.updated`. */
export interface FunnelTransactionUpdate extends StructOf<typeof transactionUpdateFields> {}
export const FunnelTransactionUpdate: Codec<FunnelTransactionUpdate> = /* @__PURE__ */ struct(
  'FunnelTransactionUpdate',
  transactionUpdateFields,
)

type Others = Readonly<Record<string, Json | undefined>>

/** Keeps the fields that are not declared as they are, for data whose fields are not documented. */
const open = <A>(codec: Reader<A>): Codec<A & Others> =>
  new Codec<A & Others>(codec.name, codec.shape, (input, reading) => {
    const { foreign } = reading
    reading.foreign = 'keep'
    const output = codec.read(input, reading) as (A & Others) | Fail
    reading.foreign = foreign
    return output
  })

/**
 * The data of the eight events whose fields are not documented: the fields that the documented ones share, and all else as
 * it was sent.
 */
export interface FunnelOpenTransaction extends StructOf<typeof transaction>, Others {}
export const FunnelOpenTransaction: Codec<FunnelOpenTransaction> = /* @__PURE__ */ open(
  /* @__PURE__ */ struct('FunnelOpenTransaction', transaction),
)
