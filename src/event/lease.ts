import { type Codec } from '../codec/codec'
import { list } from '../codec/list'
import { text } from '../codec/scalar'
import { emptyPart, orElse, part, type PartOf } from '../codec/struct'
import { CivilDate } from '../time/codecs'
import { Money } from './money'

const chargeFields = {
  kind: text,
  code: text,
  amount: Money,
  from: CivilDate,
  to: CivilDate,
  description: text,
}

/** A charge that a lease brings with it, once or every month. */
export interface Charge extends PartOf<typeof chargeFields> {}
export const Charge: Codec<Charge> = /* @__PURE__ */ part('Charge', chargeFields)

const leaseFields = {
  id: text,
  transactionId: text,
  /** `Application`, `Renewal`, `Notice to Vacate`, ... An approved notice to vacate is no win. */
  transactionType: text,
  /** The guest card that the lease is made for. */
  clientId: text,
  status: text,
  previousStatus: text,
  /** What an update consists of, in the provider's word. */
  updateType: text,
  startDate: CivilDate,
  endDate: CivilDate,
  moveInDate: CivilDate,
  moveOutDate: CivilDate,
  rent: Money,
  charges: orElse([], list(Charge)),
  /** Ids in the property management system. */
  tenantExternalId: text,
  guestCardExternalId: text,
}

/** A lease, or a transaction on the way to one. */
export interface Lease extends PartOf<typeof leaseFields> {}
export const Lease: Codec<Lease> = /* @__PURE__ */ part('Lease', leaseFields)
export const noLease: Lease = /* @__PURE__ */ emptyPart(Lease)
