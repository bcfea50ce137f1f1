import type { Money } from '../../event/money'
import { noFacts, type PropertyFacts } from '../../event/property'

const SEPARATOR_LENGTH = ' | '.length
const ZERO = 48
const NINE = 57
const COMMA = 44
const POINT = 46
const DOLLAR = 36

const CAPITAL_A = 65
const CAPITAL_B = 66
const CAPITAL_D = 68

/** So that a price is a safe integer in cents. */
const LONGEST_NUMBER = 13

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
      if (scale !== 0) scale *= 10
    }
  }
  return scale === 0 ? digits : digits / scale
}

/** Whether the piece from `start` to `end` is this text. */
const isPiece = (summary: string, text: string, start: number, end: number): boolean =>
  end - start === text.length && summary.startsWith(text, start)

/** What the number before `start` counts. The units differ in length, so that one comparison decides. */
const unitBetween = (
  summary: string,
  start: number,
  end: number,
): 'bedrooms' | 'bathrooms' | 'rent' | 'squareFeet' | null => {
  if (end - start === 2 && summary.charCodeAt(start) === CAPITAL_B) {
    const second = summary.charCodeAt(start + 1)
    if (second === CAPITAL_D) return 'bedrooms'
    return second === CAPITAL_A ? 'bathrooms' : null
  }
  if (isPiece(summary, ' /mo', start, end)) return 'rent'
  return isPiece(summary, ' sq ft', start, end) ? 'squareFeet' : null
}

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
 * The facts of a line like `4BD | 2.5BA | $1,695 /mo | Cats OK | Dogs OK | 2406 sq ft`, and the unit tag that
 * stands elsewhere. Each piece may be missing; a piece in another form says nothing. Null where nothing is said.
 */
export const readFacts = (summary: string, unitTag: string | null): PropertyFacts | null => {
  let { bedrooms, bathrooms, rent, squareFeet, cats, dogs } = noFacts
  let found = unitTag !== null
  for (let start = 0; start < summary.length;) {
    const bar = summary.indexOf('|', start)
    const end = bar === -1 ? summary.length : bar - 1
    const isRent = summary.charCodeAt(start) === DOLLAR
    const first = isRent ? start + 1 : start
    const last = numberEnd(summary, first)
    const unit = last === first ? null : unitBetween(summary, last, end)
    if (unit === null) {
      if (isPiece(summary, 'Cats OK', start, end)) cats = found = true
      else if (isPiece(summary, 'Dogs OK', start, end)) dogs = found = true
    } else if (isRent === (unit === 'rent')) {
      const value = numberBetween(summary, first, last)
      if (unit === 'rent') rent = dollars(value, 'month')
      else if (unit === 'bedrooms') bedrooms = value
      else if (unit === 'bathrooms') bathrooms = value
      else squareFeet = value
      found = true
    }
    start = end + SEPARATOR_LENGTH
  }
  return found ? { bedrooms, bathrooms, rent, squareFeet, cats, dogs, unitTag } : null
}

const EN_DASH = '–'
const UNIT_TAG = ` ${EN_DASH} Unit tag: `

/** Where the tag's label begins. The dash is looked for first, since few addresses without a tag have one. */
const unitTagAt = (address: string): number => {
  let found = -1
  for (let dash = address.indexOf(EN_DASH); dash !== -1; dash = address.indexOf(EN_DASH, dash + 1)) {
    if (dash > 0 && address.startsWith(UNIT_TAG, dash - 1)) found = dash - 1
  }
  return found
}

/** An address and the unit tag that Rently appends to it. */
export const splitAddress = (
  address: string,
): { readonly address: string; readonly unitTag: string | null } => {
  const at = unitTagAt(address)
  if (at === -1) return { address, unitTag: null }
  return { address: address.slice(0, at), unitTag: address.slice(at + UNIT_TAG.length) || null }
}
