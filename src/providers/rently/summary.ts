import type { Money } from '../../event/money'
import { noFacts, type PropertyFacts } from '../../event/property'

const SEPARATOR = ' | '
const ZERO = 48
const NINE = 57

const isDigits = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < ZERO || code > NINE) return false
  }
  return text !== ''
}

const LONGEST_NUMBER = 15

/** `4`, `2.5`, `1428.0` */
const readDecimal = (text: string): number | null => {
  if (text.length > LONGEST_NUMBER) return null
  const point = text.indexOf('.')
  if (point === -1) return isDigits(text) ? Number(text) : null
  return isDigits(text.slice(0, point)) && isDigits(text.slice(point + 1)) ? Number(text) : null
}

/** `3,000` and `1,695.50`, in cents. */
const readCents = (text: string): number | null => {
  if (text.length > LONGEST_NUMBER) return null
  const amount = readDecimal(text.replaceAll(',', ''))
  return amount === null ? null : Math.round(amount * 100)
}

/** Dollars as the service writes them, `$1,695`, or as a plain number. */
export const readDollars = (text: string, per: Money['per']): Money | null => {
  const amount = readCents(text.startsWith('$') ? text.slice(1) : text)
  return amount === null ? null : { amount, currency: 'USD', per }
}

/**
 * The facts of a line like `4BD | 2.5BA | $1,695 /mo | Cats OK | Dogs OK | 2406 sq ft`. Each piece may be
 * missing; a piece in another form says nothing. Null where no piece says anything.
 */
export const readSummary = (summary: string): PropertyFacts | null => {
  let { bedrooms, bathrooms, rent, squareFeet, cats, dogs } = noFacts
  for (let start = 0; start < summary.length; ) {
    const end = summary.indexOf(SEPARATOR, start)
    const piece = summary.slice(start, end === -1 ? summary.length : end)
    start = end === -1 ? summary.length : end + SEPARATOR.length
    if (piece.endsWith('BD')) bedrooms = readDecimal(piece.slice(0, -2))
    else if (piece.endsWith('BA')) bathrooms = readDecimal(piece.slice(0, -2))
    else if (piece.endsWith(' /mo')) rent = piece.startsWith('$') ? readDollars(piece.slice(0, -4), 'month') : null
    else if (piece.endsWith(' sq ft')) squareFeet = readDecimal(piece.slice(0, -6))
    else if (piece === 'Cats OK') cats = true
    else if (piece === 'Dogs OK') dogs = true
  }
  const facts = { bedrooms, bathrooms, rent, squareFeet, cats, dogs, unitTag: null }
  return bedrooms === null && bathrooms === null && rent === null && squareFeet === null && !cats && !dogs
    ? null
    : facts
}

/** With an en dash, as all samples have it. */
const UNIT_TAG = ' – Unit tag: '

/** An address and the unit tag that Rently appends to it. */
export const splitAddress = (address: string): { readonly address: string; readonly unitTag: string | null } => {
  const at = address.lastIndexOf(UNIT_TAG)
  if (at === -1) return { address, unitTag: null }
  return { address: address.slice(0, at), unitTag: address.slice(at + UNIT_TAG.length) || null }
}
