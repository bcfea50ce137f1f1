import type { Json } from '../../codec/json'
import { events } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import { noLease, type Charge, type Lease } from '../../event/lease'
import { minorUnits, type Money } from '../../event/money'
import { noPerson, type Person } from '../../event/person'
import { noProperty, type Property } from '../../event/property'
import { readCivilDate, type CivilDate } from '../../time/civil-date'
import type { FunnelCharge, FunnelMoveIn, FunnelMoveInCanceled, FunnelOpenTransaction } from './lease'
import type { FunnelReservation } from './lease'
import { dataOf, occurrence, wordOf } from './occurrence'
import type { FunnelDataOf, FunnelEventOf } from './payload'
import { day } from './times'
import { documentedWords, moveInWords, openWords, type OpenWord } from './words'

type MoveInWord = keyof typeof moveInWords
type DocumentedLeaseWord = keyof typeof documentedWords

export type FunnelMoveInEvent = { [W in MoveInWord]: FunnelEventOf<W, FunnelDataOf<W>> }[MoveInWord]
export type FunnelTransactionEvent = {
  [W in DocumentedLeaseWord]: FunnelEventOf<W, FunnelDataOf<W>>
}[DocumentedLeaseWord]
export type FunnelOpenEvent = { [W in OpenWord]: FunnelEventOf<W, FunnelDataOf<W>> }[OpenWord]

const chargeOf = (charge: FunnelCharge, path: string, delivery: Delivery): Charge => ({
  kind: charge.charge_type ?? null,
  code: charge.pms_identifier ?? null,
  amount:
    charge.amount == null
      ? null
      : { amount: charge.amount, currency: null, per: charge.charge_type === 'Monthly' ? 'month' : null },
  from: day(charge.start_date, `${path}/start_date`, delivery),
  to: day(charge.end_date, `${path}/end_date`, delivery),
  description: charge.description ?? null,
})

const moveInLease = (data: FunnelMoveIn | FunnelMoveInCanceled, path: string, delivery: Delivery): Lease => ({
  ...noLease,
  moveInDate: day(data.move_in_date, `${path}/move_in_date`, delivery),
  tenantExternalId: data.pms_identifier ?? null,
  charges:
    'charges' in data && data.charges != null
      ? data.charges.map((charge, at) => chargeOf(charge, `${path}/charges/${String(at)}`, delivery))
      : [],
})

/** A renter who moved in, or did not after all (Webhooks V3). */
export const moveInEvent = (payload: FunnelMoveInEvent, delivery: Delivery) => {
  const { data, path } = dataOf<FunnelMoveIn | FunnelMoveInCanceled>(payload)
  const lease = data === null ? { ...noLease } : moveInLease(data, path, delivery)
  const word = moveInWords[wordOf(payload) as MoveInWord]
  return events.lease(word.type, occurrence(payload, 'partial', delivery), delivery, {
    person: { ...noPerson },
    property: { ...noProperty, communityExternalId: data?.community_pms_identifier ?? null },
    lease,
  })
}

const unitOf = (data: FunnelReservation): Property => ({
  ...noProperty,
  unitId: data.unit_id ?? null,
  communityId: data.community_id ?? null,
  externalId: data.unit_pms_identifier ?? null,
  communityExternalId: data.community_pms_identifier ?? null,
})

const clientOf = (data: FunnelReservation | null, role: Person['role']): Person => ({
  ...noPerson,
  role,
  id: data?.client_id ?? null,
})

/** What the documented events have, each as far as its word has it. */
interface Transaction extends FunnelReservation {
  readonly current_status?: string | null
  readonly previous_status?: string | null
  readonly update_type?: string | null
}

const leaseOf = (data: FunnelReservation): Lease => ({
  ...noLease,
  id: data.lease_id ?? null,
  transactionId: data.lease_transaction_id ?? null,
  transactionType: data.lease_transaction_type ?? null,
  clientId: data.client_id ?? null,
  tenantExternalId: data.tenant_pms_identifier ?? null,
  guestCardExternalId: data.guestcard_pms_identifier ?? null,
})

const transactionOf = (data: Transaction): Lease => ({
  ...leaseOf(data),
  status: data.current_status ?? null,
  previousStatus: data.previous_status ?? null,
  updateType: data.update_type ?? null,
})

/** An event whose fields are documented. */
export const transactionEvent = (payload: FunnelTransactionEvent, delivery: Delivery) => {
  const { data } = dataOf<Transaction>(payload)
  const word = documentedWords[wordOf(payload) as DocumentedLeaseWord]
  return events.lease(word.type, occurrence(payload, 'partial', delivery), delivery, {
    person: clientOf(data, null),
    property: data === null ? { ...noProperty } : unitOf(data),
    lease: data === null ? { ...noLease } : transactionOf(data),
  })
}

// No page says what these events call the things that follow, so the names are those of the lease-transaction API ("Lease
// Transaction (GET)") and of `lease.move_in`. Hence no issue where one is of another form: it may well be something else.

/** `1571.00` in the API's quote, `1571` in its unit. */
const priceIn = (price: Json | undefined): Money | null => {
  const amount = typeof price === 'string' || typeof price === 'number' ? minorUnits(price) : null
  return amount === null ? null : { amount, currency: null, per: null }
}

const dayIn = (text: Json | undefined): CivilDate | null =>
  typeof text === 'string' ? readCivilDate(text) : null

const idIn = (value: Json | undefined): string | null => {
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null
}

const openLeaseOf = (data: FunnelOpenTransaction): Lease => ({
  ...leaseOf(data),
  startDate: dayIn(data['lease_start']),
  endDate: dayIn(data['lease_end']),
  moveInDate: dayIn(data['move_in_date']),
  rent: priceIn(data['price']),
})

/** An event whose fields are not documented: what it has in common with the others, and all of it in the payload. */
export const openEvent = (payload: FunnelOpenEvent, delivery: Delivery) => {
  const { data } = dataOf<FunnelOpenTransaction>(payload)
  const word = openWords[wordOf(payload) as OpenWord]
  return events.lease(word.type, occurrence(payload, 'partial', delivery), delivery, {
    person: clientOf(data, word.role),
    property: data === null ? { ...noProperty } : { ...unitOf(data), unitNumber: idIn(data['unit_number']) },
    lease: data === null ? { ...noLease } : openLeaseOf(data),
  })
}
