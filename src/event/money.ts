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

const ZERO = 48
const NINE = 57
const POINT = 46
const MINUS = 45

/**
 * Minor units of an amount in plain decimal notation, `1571.00` or `-3.5`, worked out digit by digit: 1.005 times
 * 100 is not 100.5 in floating point. Null for any other notation, for a part of a minor unit, and for more than
 * JavaScript holds exactly.
 */
export const minorUnits = (decimal: string | number): number | null => {
  const text = String(decimal)
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  let units = 0
  let decimals = -1
  for (let at = first; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === POINT && decimals < 0 && at > first) decimals = 0
    else if (code < ZERO || code > NINE) return null
    else if (decimals < 2) {
      units = units * 10 + (code - ZERO)
      if (decimals >= 0) decimals += 1
    } else if (code !== ZERO) return null
  }
  if (text.length === first || decimals === 0) return null
  if (decimals < 0) units *= 100
  else if (decimals === 1) units *= 10
  if (!Number.isSafeInteger(units)) return null
  return first === 1 && units !== 0 ? -units : units
}
