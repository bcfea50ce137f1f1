import { isLeft } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { formatWebhookError, type WebhookError } from '../src/error'
import { parseWebhook } from '../src/named'
import type { ParseOptions } from '../src/webhook'
import type { BodyInput } from '../src/request/body'
import { fixture, fixtures, providerNames } from './support/fixtures'
import { pathsOf, pointerOf, replacedAt, valueAt } from './support/mutations'
import { nested, nestedArrays } from './support/values'

const MARKER = 'marker-7f3a'

/** For bodies of a million parts on a machine that does other things too. */
const LONG = 60_000

const mayBeStamp = (value: unknown): boolean =>
  /\d{4}/.test(typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '')

const expectNoMarker = (error: WebhookError | readonly unknown[]): void => {
  expect(JSON.stringify(error)).not.toContain(MARKER)
  if ('_tag' in error) expect(formatWebhookError(error)).not.toContain(MARKER)
}

describe.each(providerNames)('%s', (provider) => {
  const tag = (body: BodyInput, options?: ParseOptions): string => {
    const parsed = parseWebhook(provider, {}, body, options)
    if (!isLeft(parsed)) return parsed.right.type
    expectNoMarker(parsed.left)
    return parsed.left._tag
  }

  test.each([
    `{"${MARKER}":`,
    MARKER,
    `${MARKER}=1&type=x`,
    `<?xml version="1.0"?><${MARKER}/>`,
    `{'${MARKER}':1}`,
    `{"type":"${MARKER}"`,
    '\u0000',
    '{"a":\u0007}',
    '{}{}',
  ])('not JSON: %j', (body) => {
    expect(tag(body)).toBe('BodyNotJson')
    expect(tag(new TextEncoder().encode(body))).toBe('BodyNotJson')
  })

  test('not UTF-8', () => {
    const bytes = new TextEncoder().encode(`{"type":"${MARKER}?"}`)
    expect(tag(bytes.map((byte) => (byte === 0x3f ? 0xe9 : byte)))).toBe('BodyNotUtf8')
    expect(tag(new Uint8Array(Buffer.from(`{"type":"${MARKER}"}`, 'utf16le')))).toBe('BodyNotJson')
  })

  test.each([
    '[]',
    `["${MARKER}"]`,
    `[{"type":"Self Scheduling","x":"${MARKER}"}]`,
    `"${MARKER}"`,
    '7',
    'null',
    'true',
  ])('no object: %s', (body) => {
    expect(tag(body)).toBe('PayloadInvalid')
  })

  test.each(['{}', `{"${MARKER}":"${MARKER}"}`, '{"__proto__":{"type":"Self Scheduling"}}'])(
    'an object without what tells what it is: %s',
    (body) => {
      expect(tag(body)).toBe('PayloadInvalid')
    },
  )

  test.each(
    fixtures.filter((each) => each.provider === provider).map((each) => [each.name, each.body] as const),
  )('%s with a member of the wrong kind, wherever it is, tells no value', (_, body) => {
    const sent: unknown = JSON.parse(body)
    for (const path of pathsOf(sent)) {
      for (const odd of [MARKER, [MARKER], { [MARKER]: MARKER }, { a: { [MARKER]: [MARKER] } }]) {
        const parsed = parseWebhook(provider, {}, JSON.stringify(replacedAt(sent, path, odd)))
        if (isLeft(parsed)) {
          expect(parsed.left._tag, pointerOf(path)).toBe('PayloadInvalid')
          expectNoMarker(parsed.left)
        } else {
          expectNoMarker(parsed.right.issues)
        }
      }
    }
  })

  test(
    'every stamp that no calendar has is an issue or no stamp at all',
    () => {
      const impossible = [
        '2024-02-30T10:00:00Z',
        '2023-02-29T10:00:00-08:00',
        '2024-13-01T00:00:00.000Z',
        '2024-04-31 10:00:00',
        '2024-06-01T25:00:00Z',
        '2024-06-01T10:61:00+00:00',
        '02/30/2024 at 10:00AM',
        '13/01/2024 at 10:00AM',
        '04/01/2024 at 13:00PM',
        '04/31/2024',
        '2024-04-31',
        '99999-01-01T00:00:00Z',
        `2024-06-01T10:00:00Z${MARKER}`,
        '9'.repeat(1000),
        1e300,
        -1e300,
        Number.MAX_SAFE_INTEGER,
      ]
      let refused = 0
      for (const each of fixtures.filter((one) => one.provider === provider)) {
        const sent: unknown = JSON.parse(each.body)
        for (const path of pathsOf(sent).filter((one) => mayBeStamp(valueAt(sent, one)))) {
          for (const stamp of impossible) {
            const parsed = parseWebhook(provider, {}, JSON.stringify(replacedAt(sent, path, stamp)))
            if (isLeft(parsed)) {
              expectNoMarker(parsed.left)
              continue
            }
            expectNoMarker(parsed.right.issues)
            refused += parsed.right.issues.filter(({ code }) => code === 'time_unreadable').length
            // Whatever has become a moment is one that a calendar has.
            const { instant = null } = parsed.right.occurredAt ?? {}
            if (instant !== null) expect(new Date(Date.parse(instant)).toISOString()).toBe(instant)
          }
        }
      }
      expect(refused).toBeGreaterThan(0)
    },
    LONG,
  )

  test(
    'a million levels, with the usual limit and without',
    () => {
      for (const levels of [
        nested(1_000_000),
        nestedArrays(1_000_000),
        `{"type":${nestedArrays(1_000_000)}}`,
      ]) {
        expect(tag(levels, { maxBytes: Infinity })).toBe('BodyTooDeep')
        expect(tag(levels, { maxBytes: Infinity, maxDepth: Infinity })).toBe('PayloadInvalid')
      }
    },
    LONG,
  )

  test(
    'a hundred thousand levels under a key that nobody knows, or in a word that nobody knows',
    () => {
      const known = fixtures.find(
        (each) => each.provider === provider && !each.name.startsWith('unrecognized'),
      )
      const body = known?.body.replace('{', `{"zz":${nestedArrays(100_000)},`) ?? ''
      const unlimited = { maxBytes: Infinity, maxDepth: Infinity }
      expect(tag(body, unlimited)).not.toBe('unrecognized')
      const unknown = fixtures.find(
        (each) => each.provider === provider && each.name.startsWith('unrecognized'),
      )
      const open = unknown?.body.replace('{', `{"zz":${nested(100_000)},`) ?? ''
      expect(tag(open, unlimited)).toBe('unrecognized')
    },
    LONG,
  )

  test(
    'keys named __proto__, at the top and wherever there is an object',
    () => {
      for (const each of fixtures.filter((one) => one.provider === provider)) {
        const sent: unknown = JSON.parse(each.body)
        const objects = pathsOf(sent).filter((path) => {
          const value = valueAt(sent, path)
          return typeof value === 'object' && value !== null && !Array.isArray(value)
        })
        for (const path of objects) {
          const polluting = { [MARKER]: MARKER, type: MARKER, id: { [MARKER]: 1 }, event: MARKER }
          const body = JSON.stringify(replacedAt(sent, [...path, '__proto__'], polluting))
          expect(body).toContain('"__proto__"')
          const without = parseWebhook(provider, each.headers, each.bytes, { keepRaw: false })
          const parsed = parseWebhook(provider, each.headers, body, { keepRaw: false })
          expect(parsed, `${each.name} ${pointerOf(path)}`).toStrictEqual(without)
          expect(JSON.stringify(parsed)).not.toContain(MARKER)
        }
      }
      expect(({} as Record<string, unknown>)[MARKER]).toBeUndefined()
    },
    LONG,
  )
})

describe('fifty megabytes', () => {
  const FIFTY_MEGABYTES = 50 * 1024 * 1024

  test('are refused without being decoded', () => {
    // No UTF-8: decoding would be told as such.
    const bytes = new Uint8Array(FIFTY_MEGABYTES).fill(0xff)
    const text = MARKER.repeat(FIFTY_MEGABYTES / MARKER.length)
    for (const body of [bytes, bytes.buffer, new DataView(bytes.buffer), text]) {
      const parsed = parseWebhook('rently', {}, body)
      expect(parsed).toMatchObject({ left: { _tag: 'BodyTooLarge', httpStatus: 413 } })
      if (isLeft(parsed)) expectNoMarker(parsed.left)
    }
  })

  test('are refused of a parsed body too', () => {
    const parsed = parseWebhook('rently', {}, { type: 'inquiry', note: 'x'.repeat(FIFTY_MEGABYTES) })
    expect(parsed).toMatchObject({ left: { _tag: 'BodyTooLarge' } })
  })

  test(
    'are read where the limit allows',
    () => {
      const { body } = fixture('rently/self-scheduling')
      const large = body.replace('{', `{"zz":"${'x'.repeat(FIFTY_MEGABYTES)}",`)
      const parsed = parseWebhook('rently', {}, large, { maxBytes: Infinity, keepRaw: false })
      expect(parsed).toMatchObject({ right: { type: 'showing.scheduled' } })
    },
    LONG,
  )
})

test(
  'a million foreign keys are passed over',
  () => {
    const { body } = fixture('rently/self-scheduling')
    const keys = Array.from({ length: 1_000_000 }, (_, n) => `"k${String(n)}":1`).join(',')
    const parsed = parseWebhook('rently', {}, body.replace('{', `{${keys},`), {
      maxBytes: Infinity,
      keepRaw: false,
    })
    const plain = parseWebhook('rently', {}, body, { keepRaw: false })
    expect(parsed).toStrictEqual(plain)
  },
  LONG,
)

test('a hundred thousand wrong members are twenty issues', () => {
  const applicants = Array.from({ length: 100_000 }, () => ({ name: [MARKER], residences: MARKER }))
  const parsed = parseWebhook('rently', {}, { application_id: 1, applicants }, { maxBytes: Infinity })
  if (isLeft(parsed)) return expect.fail(formatWebhookError(parsed.left))
  expect(parsed.right.issues).toHaveLength(20)
  expect(parsed.right.issues[19]).toMatchObject({ code: 'more_issues', count: 200_000 - 19 })
  expectNoMarker(parsed.right.issues)
})
