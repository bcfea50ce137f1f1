import type { Money } from '../../event/money'
import { noFacts, type PropertyFacts } from '../../event/property'

const SEPARATOR = ' | '
const ZERO = 48
const NINE = 57
const COMMA = 44
const POINT = 46
const DOLLAR = 36

const LONGEST_NUMBER = 15

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE

/** Where the number at `start` ends: a digit, then digits, commas and at most one point. */
const numberEnd = (text: string, start: number): number => {
  if (!isDigit(text.charCodeAt(start))) return start
  const limit = Math.min(text.length, start + LONGEST_NUMBER)
  let points = 0
  for (let at = start; at < limit; at += 1) {
    const code = text.charCodeAt(at)
    if (code === POINT) points += 1
    else if (code !== COMMA && !isDigit(code)) return at
    if (points > 1) return at
  }
  return limit
}

/** The number between two positions. The quotient of two exact integers is the nearest double, as with Number(). */
const numberBetween = (text: string, start: number, end: number): number => {
  let digits = 0
  let scale = 0
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === POINT) scale = 1
    else if (code !== COMMA) {
      digits = digits * 10 + (code - ZERO)
      scale *= 10
    }
  }
  return digits / (scale === 0 ? 1 : scale)
}

/** Whether a piece from `at` to `end` is the unit and nothing else. */
const isUnit = (text: string, unit: string, at: number, end: number): boolean =>
  end - at === unit.length && text.startsWith(unit, at)

const dollars = (amount: number, per: Money['per']): Money => ({
  amount: Math.round(amount * 100),
  currency: 'USD',
  per,
})

/** A price as somebody typed it, `$1,850` or `1850`. Without the sign its currency is not said. */
export const readPrice = (text: string, per: Money['per']): Money | null => {
  const hasSign = text.charCodeAt(0) === DOLLAR
  const start = hasSign ? 1 : 0
  const end = numberEnd(text, start)
  if (end === start || end !== text.length) return null
  const price = dollars(numberBetween(text, start, end), per)
  return hasSign ? price : { ...price, currency: null }
}

/**
 * The facts of a line like `4BD | 2.5BA | $1,695 /mo | Cats OK | Dogs OK | 2406 sq ft`. Each piece may be
 * missing; a piece in another form says nothing. Null where no piece says anything.
 */
export const readSummary = (summary: string): PropertyFacts | null => {
  let { bedrooms, bathrooms, rent, squareFeet, cats, dogs } = noFacts
  let found = false
  for (let start = 0; start < summary.length;) {
    const separator = summary.indexOf(SEPARATOR, start)
    const end = separator === -1 ? summary.length : separator
    const isRent = summary.charCodeAt(start) === DOLLAR
    const first = isRent ? start + 1 : start
    const last = numberEnd(summary, first)
    if (last === first) {
      if (isUnit(summary, 'Cats OK', start, end)) cats = found = true
      else if (isUnit(summary, 'Dogs OK', start, end)) dogs = found = true
    } else if (isRent) {
      if (isUnit(summary, ' /mo', last, end)) {
        rent = dollars(numberBetween(summary, first, last), 'month')
        found = true
      }
    } else if (isUnit(summary, 'BD', last, end)) {
      bedrooms = numberBetween(summary, first, last)
      found = true
    } else if (isUnit(summary, 'BA', last, end)) {
      bathrooms = numberBetween(summary, first, last)
      found = true
    } else if (isUnit(summary, ' sq ft', last, end)) {
      squareFeet = numberBetween(summary, first, last)
      found = true
    }
    start = end + SEPARATOR.length
  }
  return found ? { bedrooms, bathrooms, rent, squareFeet, cats, dogs, unitTag: null } : null
}

/** With an en dash, as all samples have it. */
const UNIT_TAG = ' – Unit tag: '

/** An address and the unit tag that Rently appends to it. */
export const splitAddress = (
  address: string,
): { readonly address: string; readonly unitTag: string | null } => {
  const at = address.lastIndexOf(UNIT_TAG)
  if (at === -1) return { address, unitTag: null }
  return { address: address.slice(0, at), unitTag: address.slice(at + UNIT_TAG.length) || null }
}
