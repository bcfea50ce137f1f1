import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { isLeft, isRight } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { formatWebhookError, webhookErrorTags, type Issue } from '../src/error'
import type { AnyEvent } from '../src/event/event'
import { compareEvents, dedupeKey } from '../src/event/identity'
import { familyOf } from '../src/event/vocabulary'
import { parseWebhook, unmapped } from '../src/named'
import { LeasingEvent, providers, type ProviderName } from '../src/providers/index'
import type { BodyInput } from '../src/request/body'
import type { HeadersInput } from '../src/request/headers'
import type { ParseOptions } from '../src/webhook'
import { fixture, fixtures, providerNames, withoutRaw, type Fixture } from './support/fixtures'
import { pathsOf, reordered, replacedAt, valueAt, withoutMember } from './support/mutations'
import { deepFrozen } from './support/values'

const isIssue = (issue: Issue): boolean => {
  const { code, path, expected } = issue
  if (code === 'more_issues') return path === '' && expected === '' && issue.count > 1
  return (path === '' || path.startsWith('/')) && expected !== ''
}

/** Equal as JSON has it: JSON knows no -0. */
const isSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(one, other) || isDeepStrictEqual(withoutMinusZero(one), withoutMinusZero(other))

const withoutMinusZero = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutMinusZero)
  if (typeof value !== 'object' || value === null) return value === 0 ? 0 : value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutMinusZero(member)]))
}

/** What holds of every event, whatever it was made from. */
const expectEvent = (event: AnyEvent, provider: ProviderName): void => {
  expect(familyOf(event.type)).toBe(event.family)
  expect(event.source.provider).toBe(provider)
  expect(event.verification).toBeNull()
  expect(event.issues.length).toBeLessThanOrEqual(20)
  for (const issue of event.issues) expect(issue).toSatisfy(isIssue)

  const json: unknown = JSON.parse(JSON.stringify(event))
  expect(isSame(json, event), 'JSON round trip').toBe(true)
  const read = LeasingEvent.decode(deepFrozen(json))
  expect(isRight(read) && isDeepStrictEqual(read.right, json), 'codec round trip').toBe(true)
  expect(LeasingEvent.is(json)).toBe(true)

  expect(dedupeKey(event).key).toMatch(new RegExp(`^${provider}:[0-9a-f]{32}$`))
  expect(compareEvents(event, json as AnyEvent)).toBe(0)
  for (const pointer of unmapped(event)) expect(pointer.startsWith('/')).toBe(true)
}

/** Whatever is given, there is an event or one of the documented errors. */
const expectAnswer = (
  provider: ProviderName,
  headers: unknown,
  body: unknown,
  options?: unknown,
): 'event' | 'error' => {
  const parsed = parseWebhook(provider, headers as HeadersInput, body as BodyInput, options as ParseOptions)
  if (isRight(parsed)) {
    expectEvent(parsed.right, provider)
    return 'event'
  }
  const error = parsed.left
  expect(error).toMatchObject({ _tag: error._tag, ...webhookErrorTags[error._tag], path: '' })
  expect(error.issues.length).toBeLessThanOrEqual(20)
  expect(error.issues.length > 0).toBe(error._tag === 'PayloadInvalid')
  for (const issue of error.issues) expect(issue).toSatisfy(isIssue)
  expect(formatWebhookError(error).startsWith(error._tag)).toBe(true)
  return 'error'
}

const fixturesOf = (provider: ProviderName): readonly Fixture[] =>
  fixtures.filter((each) => each.provider === provider)

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
  withBoxedValues: true,
})

/** Values that are likely to be nearly right: words, stamps and numbers out of the provider's own fixtures. */
const likelyValue = (provider: ProviderName) => {
  const sent = fixturesOf(provider).flatMap(({ body }) => {
    const value: unknown = JSON.parse(body)
    return pathsOf(value).map((path) => valueAt(value, path))
  })
  const words = Object.keys(providers[provider].words)
  return fc.oneof(
    fc.constantFrom(...sent),
    fc.constantFrom(...words, '', null, 'true', '-0', '1e3', '__proto__', 'constructor'),
    fc.jsonValue({ maxDepth: 3 }),
  )
}

/** A fixture with up to five of its values replaced or gone. */
const mutated = (provider: ProviderName) =>
  fc
    .record({
      sent: fc.constantFrom(...fixturesOf(provider)),
      changes: fc.array(fc.record({ at: fc.nat(), value: likelyValue(provider), isRemoval: fc.boolean() }), {
        minLength: 1,
        maxLength: 5,
      }),
    })
    .map(({ sent, changes }) => ({
      headers: sent.headers,
      value: changes.reduce<unknown>((value, { at, value: other, isRemoval }) => {
        const paths = pathsOf(value)
        const path = paths[at % paths.length] ?? []
        return isRemoval ? withoutMember(value, path) : replacedAt(value, path, other)
      }, JSON.parse(sent.body)),
    }))

const options = fc.oneof(
  fc.record(
    {
      strict: fc.oneof(fc.boolean(), anything),
      zone: fc.oneof(fc.constantFrom('America/New_York', 'Mars/Olympus', ''), anything),
      disambiguation: fc.oneof(fc.constantFrom('earlier', 'later', 'reject'), anything),
      maxBytes: fc.oneof(fc.nat(2000), anything),
      maxDepth: fc.oneof(fc.nat(5), anything),
      keepRaw: fc.oneof(fc.boolean(), anything),
    },
    { requiredKeys: [] },
  ),
  anything,
)

const headers = fc.oneof(
  fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined))),
  fc.array(fc.tuple(fc.string(), fc.string())),
  fc.array(fc.string()),
  anything,
)

describe.each(providerNames)('%s', (provider) => {
  test('answers to any JSON value', () => {
    fc.assert(fc.property(fc.json(), (body) => void expectAnswer(provider, {}, body)))
  })

  test('answers to any text, any bytes and anything at all', () => {
    const body = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 }), anything)
    fc.assert(fc.property(body, (sent) => void expectAnswer(provider, {}, sent)))
  })

  test('answers to a body cut anywhere, and with any byte of it changed', () => {
    const { bytes } = fixturesOf(provider)[0] ?? fixture('none')
    const cut = fc.tuple(fc.nat(bytes.length), fc.nat(bytes.length - 1), fc.nat(255))
    fc.assert(
      fc.property(cut, ([end, at, byte]) => {
        expectAnswer(provider, {}, bytes.slice(0, end))
        const changed = Uint8Array.from(bytes)
        changed[at] = byte
        expectAnswer(provider, {}, changed)
      }),
    )
  })

  test('answers to nearly right bodies, with any headers and any options', () => {
    const answers = { event: 0, error: 0 }
    fc.assert(
      fc.property(mutated(provider), headers, fc.option(options), ({ value }, given, chosen) => {
        answers[expectAnswer(provider, given, JSON.stringify(value), chosen)] += 1
      }),
      { numRuns: 300 },
    )
    // Mutations that always failed, or never did, would say little.
    expect(answers.event).toBeGreaterThan(30)
    expect(answers.error).toBeGreaterThan(3)
  })

  test('answers alike every time, whatever came between, and changes nothing that it is given', () => {
    fc.assert(
      fc.property(mutated(provider), mutated(provider), options, (delivery, other, chosen) => {
        const value = deepFrozen(delivery.value)
        const given = deepFrozen({ ...delivery.headers })
        const answer = () => parseWebhook(provider, given, value as object, chosen as ParseOptions)
        const first = answer()
        parseWebhook(provider, {}, JSON.stringify(other.value))
        expect(isDeepStrictEqual(answer(), first)).toBe(true)
        const asText = parseWebhook(provider, given, JSON.stringify(value), chosen as ParseOptions)
        if (typeof value !== 'string' && value !== null) expect(isDeepStrictEqual(asText, first)).toBe(true)
      }),
    )
  })

  const known = fixturesOf(provider).filter(({ name }) => !name.startsWith('unrecognized'))

  test.each(known.map((each) => [each.name, each] as const))(
    '%s: a field that nobody knows changes nothing but raw and unmapped',
    (_, sent) => {
      const plain = parseWebhook(provider, sent.headers, sent.bytes)
      if (isLeft(plain)) return expect.fail(formatWebhookError(plain.left))
      const value = JSON.parse(sent.body) as Record<string, unknown>
      fc.assert(
        fc.property(fc.jsonValue({ maxDepth: 3 }), fc.boolean(), (extra, isFirst) => {
          const body = isFirst ? { zz_new: extra, ...value } : { ...value, zz_new: extra }
          const parsed = parseWebhook(provider, sent.headers, JSON.stringify(body))
          if (isLeft(parsed)) return expect.fail(formatWebhookError(parsed.left))
          expect(isDeepStrictEqual(withoutRaw(parsed.right), withoutRaw(plain.right))).toBe(true)
          expect(dedupeKey(parsed.right)).toStrictEqual(dedupeKey(plain.right))
          const pointers = unmapped(plain.right)
          expect(unmapped(parsed.right)).toStrictEqual(
            isFirst ? ['/zz_new', ...pointers] : [...pointers, '/zz_new'],
          )
        }),
        { numRuns: 10 },
      )
    },
  )

  test.each(fixturesOf(provider).map((each) => [each.name, each] as const))(
    '%s: the order of keys and white space change nothing but raw',
    (_, sent) => {
      const plain = parseWebhook(provider, sent.headers, sent.bytes)
      if (isLeft(plain)) return expect.fail(formatWebhookError(plain.left))
      for (const space of ['', '\t', ' \r\n']) {
        const body = JSON.stringify(reordered(JSON.parse(sent.body)), null, space)
        const parsed = parseWebhook(provider, sent.headers, `\n${body} `)
        if (isLeft(parsed)) return expect.fail(formatWebhookError(parsed.left))
        const [event, other] = [withoutRaw(plain.right), withoutRaw(parsed.right)]
        expect(sortedIssues(other)).toStrictEqual(sortedIssues(event))
      }
    },
  )
})

/** Issues stand in the order of the body. */
const sortedIssues = (event: unknown): unknown => {
  const { issues, ...rest } = event as AnyEvent
  return { ...rest, issues: issues.map((issue) => JSON.stringify(issue)).sort() }
}

describe('instants', () => {
  // `npm run test:zones` runs this under several zones of the host: these must not move.
  test.each([
    ['rently/self-scheduling', '2020-04-01T13:34:39.000Z'],
    ['rently/local-stamp-only', '2021-01-01T07:59:00.000Z'],
    ['showmojo/accept-for-me', '2024-06-10T16:12:34.000Z'],
    ['casayes/lead-listing', '2024-08-09T15:05:44.613Z'],
    ['funnel/event-object-status-updated', '2023-03-29T04:27:08.000Z'],
  ])('%s happened at %s', (name, instant) => {
    const { provider, headers: given, bytes } = fixture(name)
    const parsed = parseWebhook(provider, given, bytes)
    expect(isRight(parsed) && parsed.right.occurredAt?.instant).toBe(instant)
  })
})
