import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { FAIL } from '../../src/codec/codec'
import { readerOf } from '../../src/codec/foreign'
import { newReading } from '../../src/codec/reading'
import { providers, type ProviderName } from '../../src/providers/index'
import { openWords, prospectWords } from '../../src/providers/funnel/words'
import { fixtures, providerNames } from '../support/fixtures'
import { pathsOf, replacedAt, reordered, valueAt, withoutMember } from '../support/mutations'
import { readPlainly, withoutKey, type PlainlyRead } from '../support/plain-reader'

const replacements: readonly unknown[] = [null, '', '12.50', 'true', -7, 1.5, { x: 1 }, [null, 'x', 3, {}]]

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const mutantsOf = (body: unknown): readonly unknown[] => [
  body,
  reordered(body),
  ...pathsOf(body).flatMap((path) => [
    withoutMember(body, path),
    ...(isPlainObject(valueAt(body, path)) ? [replacedAt(body, [...path, 'aForeignKey'], 1)] : []),
    ...replacements.map((other) => replacedAt(body, path, other)),
  ]),
]

type Fields = Readonly<Record<string, unknown>>

const wordOf = ({ event, event_type }: Fields): string => String(event ?? event_type)

/** An update of a prospect is nothing without its data, which is null where it was wrong. */
const isProspectWithoutData = (value: Fields, places: readonly string[]): boolean =>
  Object.hasOwn(prospectWords, wordOf(value)) &&
  ['data', 'event_data'].every((key) => (value[key] ?? null) === null) &&
  places.some((place) => /^\/(event_)?data/.test(place))

/** The events whose data no page describes keep all of it. */
const withOpenData = (value: Fields, body: Fields): Fields => {
  if (!Object.hasOwn(openWords, wordOf(value))) return value
  const open = ['data', 'event_data'].filter((key) => isPlainObject(value[key]))
  return {
    ...value,
    ...Object.fromEntries(open.map((key) => [key, { ...(body[key] as object), ...(value[key] as object) }])),
  }
}

/** With what two providers do beside reading, which no shape tells. */
const plainly = (provider: ProviderName, body: unknown): PlainlyRead => {
  const read = readPlainly(readerOf(providers[provider].codec), body)
  if (!isPlainObject(read.value)) return read
  // The credential in the body is left out also where everything else is kept.
  if (provider === 'casayes') return { ...read, value: withoutKey('OfficeIntegrationSecret', read.value) }
  if (provider !== 'funnel') return read
  if (isProspectWithoutData(read.value, read.places)) return { ...read, value: null, isRefused: true }
  return { ...read, value: withOpenData(read.value, body as Fields) }
}

const fastly = (provider: ProviderName, body: unknown): PlainlyRead => {
  const reading = newReading(true)
  const value = readerOf(providers[provider].codec).read(JSON.parse(JSON.stringify(body)), reading)
  const places = reading.issues.map(({ path }) => path)
  return value === FAIL ? { value: null, isRefused: true, places } : { value, isRefused: false, places }
}

// The fast codecs change the parsed body in place, remember orders of keys and test once for what most fields are.
test.each(providerNames)('%s is read as its plain twin reads it', (provider) => {
  let read = 0
  for (const fixture of fixtures.filter((one) => one.provider === provider)) {
    for (const body of mutantsOf(JSON.parse(fixture.body) as unknown)) {
      const [fast, plain] = [fastly(provider, body), plainly(provider, body)]
      const where = () => `${fixture.name}: ${JSON.stringify(body)}`
      if (fast.isRefused !== plain.isRefused) expect.fail(`${where()} is refused by one of them`)
      if (!isDeepStrictEqual(fast.value, plain.value)) expect(fast.value, where()).toEqual(plain.value)
      read += 1
    }
  }
  expect(read).toBeGreaterThan(300)
})
