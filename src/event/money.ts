import { type Codec } from '../codec/codec'
import { enumeration, integer, text } from '../codec/scalar'
import { part, required, type PartOf } from '../codec/struct'

const moneyFields = {
  /** In minor units: 169500 is 1,695.00. */
  amount: required(integer),
  /** ISO 4217, null where the provider does not say. */
  currency: text,
  /** What one payment of the amount is for, null for a single payment or where the provider does not say. */
  per: enumeration(['month', 'year', 'week', 'day']),
}

export interface Money extends PartOf<typeof moneyFields> {}
export const Money: Codec<Money> = /* @__PURE__ */ part('Money', moneyFields)
