import { Codec, FAIL, type Fail, type Reader } from './codec'
import { fault, positionOf, returnTo, type Reading } from './reading'

const wrongKind = (reading: Reading, expected: string): Fail => {
  fault(reading, 'wrong_kind', '', expected)
  return FAIL
}

/** Text, and only text: nothing is converted. */
export const text: Codec<string> = /* @__PURE__ */ new Codec(
  'text',
  { kind: 'text', format: null, known: [], checked: false },
  (input, reading) => (typeof input === 'string' ? input : wrongKind(reading, 'text')),
)

/**
 * Text whose documented values are known and whose others stay as they are: providers add words without
 * notice.
 */
export const openText = <const Known extends readonly string[]>(
  known: Known,
): Codec<Known[number] | (string & {})> =>
  new Codec('text', { kind: 'text', format: null, known, checked: false }, (input, reading) =>
    typeof input === 'string' ? input : wrongKind(reading, 'text'),
  )

/** Text that a check accepts, for values that this library itself writes (instants, dates). */
export const formattedText = (format: string, accepts: (value: string) => boolean): Codec<string> =>
  new Codec(format, { kind: 'text', format, known: [], checked: true }, (input, reading) =>
    typeof input === 'string' && accepts(input) ? input : wrongKind(reading, format),
  )

/** Text in a documented form. The form is told to schemas; whoever uses the value reads it and reports. */
export const stampText = (format: string): Codec<string> =>
  new Codec(format, { kind: 'text', format, known: [], checked: false }, text.read)

/**
 * An identifier: text as it is, or a number that JavaScript holds exactly, as text. Identifiers are compared,
 * never calculated with, and a provider that changes from one form to the other must not change them.
 */
export const id: Codec<string> = /* @__PURE__ */ new Codec('id', { kind: 'id' }, (input, reading) => {
  if (typeof input === 'string') return input
  return Number.isSafeInteger(input) ? String(input) : wrongKind(reading, 'text or a safe integer')
})

/** Plain decimal notation, at most 15 digits before the point and 9 behind: what a double still holds well. */
const DECIMAL = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/
const LONGEST_DECIMAL = 26

const asNumber = (input: unknown): number | null => {
  if (typeof input === 'number') return Number.isFinite(input) ? input : null
  if (typeof input !== 'string' || input.length > LONGEST_DECIMAL || !DECIMAL.test(input)) return null
  return Number(input)
}

/** A finite number, or text that is one in plain decimal notation. */
export const number: Codec<number> = /* @__PURE__ */ new Codec(
  'number',
  { kind: 'number', integer: false },
  (input, reading) => asNumber(input) ?? wrongKind(reading, 'a number'),
)

/** A whole number that JavaScript holds exactly, or text that is one. */
export const integer: Codec<number> = /* @__PURE__ */ new Codec(
  'integer',
  { kind: 'number', integer: true },
  (input, reading) => {
    const value = asNumber(input)
    return value !== null && Number.isSafeInteger(value) ? value : wrongKind(reading, 'a whole number')
  },
)

/** `true`, `false`, or one of the two words. 0 and 1 are numbers. */
export const boolean: Codec<boolean> = /* @__PURE__ */ new Codec(
  'boolean',
  { kind: 'boolean' },
  (input, reading) => {
    if (typeof input === 'boolean') return input
    if (input === 'true') return true
    return input === 'false' ? false : wrongKind(reading, 'true or false')
  },
)

/** One of a closed list of words. */
export const enumeration = <const Values extends readonly string[]>(
  values: Values,
): Codec<Values[number]> => {
  const accepted: ReadonlySet<unknown> = new Set(values)
  const isAccepted = (input: unknown): input is Values[number] => accepted.has(input)
  const expected = values.map((value) => `"${value}"`).join(' or ')
  return new Codec(expected, { kind: 'enumeration', values }, (input, reading) =>
    isAccepted(input) ? input : wrongKind(reading, expected),
  )
}

/** What the first reader takes, or else what the second takes: for fields with two documented kinds. */
export const either = <A, B>(first: Reader<A>, second: Reader<B>): Codec<A | B> => {
  const expected = `${first.name} or ${second.name}`
  return new Codec<A | B>(
    expected,
    { kind: 'choice', members: [first, second], discriminator: null },
    (input, reading) => {
      const before = positionOf(reading)
      const one = first.read(input, reading)
      if (one !== FAIL) return one
      returnTo(before, reading)
      const other = second.read(input, reading)
      if (other !== FAIL) return other
      returnTo(before, reading)
      return wrongKind(reading, expected)
    },
  )
}
