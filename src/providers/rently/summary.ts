import type { Money } from '../../event/money'
import { noFacts, type PropertyFacts } from '../../event/property'

/** Of at most 13 digits, so that a price is a safe integer in cents. */
const NUMBER = String.raw`\d[\d,]{0,9}(?:\.\d{0,3})?`

/** The pieces of a summary in the order in which Rently writes them. */
const forms = {
  bedrooms: `(${NUMBER})BD`,
  bathrooms: `(${NUMBER})BA`,
  rent: String.raw`\$(${NUMBER}) /mo`,
  cats: 'Cats OK',
  dogs: 'Dogs OK',
  squareFeet: `(${NUMBER}) sq ft`,
} as const

type Fact = keyof typeof forms
const patterns = /* @__PURE__ */ Object.entries(forms).map(([fact, form]) => ({
  fact: fact as Fact,
  pattern: new RegExp(`^${form}$`),
}))

const SEPARATOR = ' | '

const numberOf = (text: string | undefined): number => Number(text?.replaceAll(',', ''))

const dollars = (amount: number, per: Money['per']): Money => ({
  amount: Math.round(amount * 100),
  currency: 'USD',
  per,
})

const PRICE = /* @__PURE__ */ new RegExp(String.raw`^(\$?)(${NUMBER})$`)

/** A price as somebody typed it, `$1,850` or `1850`. Without the sign its currency is not said. */
export const readPrice = (text: string, per: Money['per']): Money | null => {
  const read = PRICE.exec(text)
  if (read === null) return null
  const price = dollars(numberOf(read[2]), per)
  return read[1] === '$' ? price : { ...price, currency: null }
}

type KnownFacts = { -readonly [F in Fact]: PropertyFacts[F] }

/** Pieces in any order. A piece in another form says nothing. */
export const readPieces = (summary: string): KnownFacts => {
  const { bedrooms, bathrooms, rent, squareFeet, cats, dogs } = noFacts
  const known: KnownFacts = { bedrooms, bathrooms, rent, squareFeet, cats, dogs }
  for (const piece of summary.split(SEPARATOR)) {
    for (const { fact, pattern } of patterns) {
      const read = pattern.exec(piece)
      if (read === null) continue
      if (fact === 'cats' || fact === 'dogs') known[fact] = true
      else if (fact === 'rent') known.rent = dollars(numberOf(read[1]), 'month')
      else known[fact] = numberOf(read[1])
    }
  }
  return known
}

/** A line of all the pieces or some of them, in order and nothing else. It is only tested: to capture takes four times as long. */
const LINE = /* @__PURE__ */ new RegExp(
  `^${Object.values(forms)
    .map((form) => `(?:${form.replace('(', '(?:')}(?: \\| |$))?`)
    .join('')}$`,
)

const ZERO = 48
const NINE = 57
const SPACE = 32
const POINT = 46
const SLASH = 47
const CAPITAL_B = 66
const CAPITAL_C = 67
const CAPITAL_D = 68

const BEHIND_ROOMS = 'BD | '.length
const BEHIND_RENT = ' /mo | '.length
const BEHIND_SQUARE_FEET = ' sq ft | '.length
const BEHIND_PET = 'Cats OK | '.length

/**
 * What {@link readPieces} gives for a line that {@link LINE} has matched, where one character tells the pieces apart:
 * much faster than to split the line, and the test compares the two.
 */
const readLine = (line: string): KnownFacts => {
  let { bedrooms, bathrooms, rent, squareFeet, cats, dogs } = noFacts
  let digits = 0
  let scale = 0
  for (let at = 0; at < line.length;) {
    const code = line.charCodeAt(at)
    if (code >= ZERO && code <= NINE) {
      digits = digits * 10 + (code - ZERO)
      scale *= 10
      at += 1
      continue
    }
    // The quotient of two exact integers is the nearest double, as with Number().
    const value = scale > 1 ? digits / scale : digits
    switch (code) {
      case CAPITAL_B:
        if (line.charCodeAt(at + 1) === CAPITAL_D) bedrooms = value
        else bathrooms = value
        at += BEHIND_ROOMS
        break
      case SPACE:
        if (line.charCodeAt(at + 1) === SLASH) {
          rent = dollars(value, 'month')
          at += BEHIND_RENT
        } else {
          squareFeet = value
          at += BEHIND_SQUARE_FEET
        }
        break
      case CAPITAL_C:
        cats = true
        at += BEHIND_PET
        break
      case CAPITAL_D:
        dogs = true
        at += BEHIND_PET
        break
      default:
        // The sign, a comma or the point is part of the number.
        if (code === POINT) scale = 1
        at += 1
        continue
    }
    digits = 0
    scale = 0
  }
  return { bedrooms, bathrooms, rent, squareFeet, cats, dogs }
}

const saysNothing = (known: KnownFacts): boolean =>
  known.bedrooms === null &&
  known.bathrooms === null &&
  known.rent === null &&
  known.squareFeet === null &&
  known.cats === null &&
  known.dogs === null

/**
 * The facts of a line like `4BD | 2.5BA | $1,695 /mo | Cats OK | Dogs OK | 2406 sq ft`, and the unit tag that
 * stands elsewhere. Each piece may be missing; a piece in another form says nothing. Null where nothing is said.
 */
export const readFacts = (summary: string, unitTag: string | null): PropertyFacts | null => {
  const known = LINE.test(summary) ? readLine(summary) : readPieces(summary)
  if (unitTag === null && saysNothing(known)) return null
  const { bedrooms, bathrooms, rent, squareFeet, cats, dogs } = known
  return { bedrooms, bathrooms, rent, squareFeet, cats, dogs, unitTag }
}

/** Before the unit tag stands ` – Unit tag: `. */
const LABEL = ' – Unit tag'
const COLON_AND_SPACE = ': '

/** Where the last label of a tag has its colon, or -1. The colon is looked for, which few addresses have. */
const colonOfUnitTag = (address: string): number => {
  let found = -1
  for (let colon = address.indexOf(':'); colon !== -1; colon = address.indexOf(':', colon + 1)) {
    // V8 copies up to 12 characters, and compares such a copy much faster than it finds one text in another.
    const isLabel = colon >= LABEL.length && address.slice(colon - LABEL.length, colon) === LABEL
    if (isLabel && address[colon + 1] === ' ') found = colon
  }
  return found
}

/** An address and the unit tag that Rently appends to it. */
export const splitAddress = (
  address: string,
): { readonly address: string; readonly unitTag: string | null } => {
  const colon = colonOfUnitTag(address)
  if (colon === -1) return { address, unitTag: null }
  return {
    address: address.slice(0, colon - LABEL.length),
    unitTag: address.slice(colon + COLON_AND_SPACE.length) || null,
  }
}
