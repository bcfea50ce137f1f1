import type { Json, JsonObject } from '../../src/codec/json'

/** A place in a JSON value: the keys that lead to it. */
type Place = readonly (string | number)[]

type Container = Exclude<Json, string | number | boolean | null>

const isContainer = (value: Json): value is Container => typeof value === 'object' && value !== null

const isObject = (value: Json): value is JsonObject => isContainer(value) && !Array.isArray(value)

/** Every place of a value, the whole first. */
export const placesOf = (value: Json): readonly Place[] => [
  [],
  ...(isContainer(value)
    ? Object.entries(value).flatMap(([key, member]: [string, Json]) =>
        placesOf(member).map((rest): Place => [Array.isArray(value) ? Number(key) : key, ...rest]),
      )
    : []),
]

export const valueAt = (value: Json, place: Place): Json =>
  place.reduce<Json>((parent, key) => (parent as Record<string | number, Json>)[key] ?? null, value)

/** A copy with another value in that place; undefined takes it out. */
export const withValueAt = (value: Json, place: Place, replacement: Json | undefined): Json | undefined => {
  const [key, ...rest] = place
  if (key === undefined) return replacement
  const copy = (Array.isArray(value) ? [...(value as Json[])] : { ...(value as object) }) as Record<
    string | number,
    Json
  >
  const member = withValueAt(copy[key] ?? null, rest, replacement)
  if (member !== undefined) copy[key] = member
  else if (Array.isArray(copy)) copy.splice(Number(key), 1)
  else delete copy[key]
  return copy
}

/** What stands in the place of a value in turn: every kind of JSON, and the edges of every grammar. */
const replacementsOf = (value: Json): Readonly<Record<string, Json | undefined>> => ({
  nothing: undefined,
  null: null,
  'empty text': '',
  'a word': 'x',
  true: true,
  false: false,
  'true in text': 'true',
  'False in text': 'False',
  zero: 0,
  one: 1,
  'a fraction': 1.5,
  'beyond safe': 9007199254740992,
  'a negative': -7,
  huge: 1e300,
  'a whole number in text': '42',
  'a fraction in text': '42.25',
  'a whole fraction in text': '42.000',
  'a leading zero': '042',
  'an exponent': '1e3',
  'a plus': '+1',
  'a space': ' 1',
  'digits without end': '1234567890123456',
  'an empty list': [],
  'an empty object': {},
  'a list of it': [value],
  'an object of it': { it: value },
  'it as text': isContainer(value) ? JSON.stringify(value) : String(value),
  'a date': '2024-02-29',
  'no date': '2023-02-29',
  'an instant': '2024-02-29T23:59:59.999Z',
  'no instant': '2024-02-29T23:59:59Z',
})

interface Mutant {
  readonly name: string
  readonly value: Json | undefined
}

const everyMutantOf = function* (value: Json): Generator<Mutant> {
  for (const place of placesOf(value)) {
    const original = valueAt(value, place)
    const where = `/${place.join('/')}`
    for (const [name, replacement] of Object.entries(replacementsOf(original)))
      yield { name: `${where} is ${name}`, value: withValueAt(value, place, replacement) }
    if (isObject(original)) {
      const another = withValueAt(value, place, { ...original, another: { key: [1] } })
      yield { name: `${where} has another key`, value: another }
    }
  }
}

/**
 * Values in each of which one place holds something else or nothing, or one object has a key that nobody knows.
 * Of many alike values, each is to give `most` mutants or fewer, spread over it and not the same ones.
 */
export const mutantsOf = function* (values: readonly Json[], most: number): Generator<Mutant & { of: Json }> {
  for (const [position, of] of values.entries()) {
    const mutants = [...everyMutantOf(of)]
    const step = Math.ceil(mutants.length / most)
    for (let at = position % step; at < mutants.length; at += step) {
      const mutant = mutants[at]
      if (mutant !== undefined) yield { ...mutant, of }
    }
  }
}
