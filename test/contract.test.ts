import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { familyOf } from '../src/event/vocabulary'
import { compareEvents, dedupeKey } from '../src/event/identity'
import { unwrap } from '../src/error'
import { parseWebhook, receiveWebhook, unmapped } from '../src/named'
import { LeasingEvent, providers } from '../src/providers/index'
import { buildRequest } from '../src/testing/build-request'
import { fixtures, withoutRaw, type Fixture } from './support/fixtures'

// `UPDATE_FIXTURES=1 npx vitest run test/contract.test.ts` writes the expected events anew. What it writes is to
// be read against the provider's page before it is committed.
const update = process.env['UPDATE_FIXTURES'] === '1'

const parsed = (fixture: Fixture) => unwrap(parseWebhook(fixture.provider, fixture.headers, fixture.bytes))

/** For the providers that name no header one that receiver and sender agreed on. */
const credentials = { secrets: 'whsec_contract_suite', header: 'x-agreed-on' }

const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reordered(member)]),
  )
}

const frozen = <A>(value: A): A => {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

/** Every object and list in a value, itself included. */
const partsOf = (value: unknown): readonly object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(partsOf)] : []

describe.each(fixtures.map((fixture) => [`${fixture.provider}/${fixture.name}`, fixture] as const))(
  '%s',
  (_, fixture) => {
    test('becomes the expected event', () => {
      const event = parsed(fixture)
      if (update) writeFileSync(fixture.eventFile, `${JSON.stringify(withoutRaw(event), null, 2)}\n`)
      expect(existsSync(fixture.eventFile), 'an expected event').toBe(true)
      expect(withoutRaw(event)).toStrictEqual(JSON.parse(readFileSync(fixture.eventFile, 'utf8')))
    })

    test('is recognized, unless its name says otherwise', () => {
      const { type, family } = parsed(fixture)
      expect(type === 'unrecognized').toBe(fixture.name.startsWith('unrecognized'))
      expect(familyOf(type)).toBe(family)
    })

    test('has a type that its provider lists for its word', () => {
      const { type, source } = parsed(fixture)
      const words: Readonly<Record<string, { readonly type: string | readonly string[] }>> =
        providers[fixture.provider].words
      expect([words[source.type]?.type ?? 'unrecognized'].flat()).toContain(type)
    })

    test('keeps the body exactly, unless told not to', () => {
      // A credential in a body is masked; the mask has the length of what it hides.
      expect(parsed(fixture).source.raw).toHaveLength(fixture.body.length)
      const event = unwrap(parseWebhook(fixture.provider, fixture.headers, fixture.bytes, { keepRaw: false }))
      expect(event.source.raw).toBeNull()
    })

    test('comes back from JSON unchanged, and the codec knows it', () => {
      const event = parsed(fixture)
      const json: unknown = JSON.parse(JSON.stringify(event))
      expect(json).toStrictEqual(event)
      expect(LeasingEvent.decode(frozen(json))).toStrictEqual({ _tag: 'Right', right: event })
      expect(LeasingEvent.is(json)).toBe(true)
    })

    test('shares nothing that could be changed with the event of another delivery', () => {
      const others = new Set(partsOf(parsed(fixture)))
      const shared = partsOf(parsed(fixture)).filter((part) => others.has(part))
      expect(shared.filter((part) => !Object.isFrozen(part))).toStrictEqual([])
    })

    test('is the same from text, bytes, a view, a buffer and a parsed body', () => {
      const event = withoutRaw(parsed(fixture))
      const { bytes, body, provider, headers } = fixture
      const padded = new Uint8Array(bytes.byteLength + 8)
      padded.set(bytes, 4)
      const forms = [
        body,
        new Uint8Array(bytes),
        new DataView(padded.buffer, 4, bytes.byteLength),
        padded.buffer.slice(4, 4 + bytes.byteLength),
        frozen(JSON.parse(body) as object),
      ]
      for (const form of forms) {
        expect(withoutRaw(unwrap(parseWebhook(provider, headers, form)))).toStrictEqual(event)
      }
    })

    test('has one key for every redelivery, whatever the order of keys and the white space', () => {
      const event = parsed(fixture)
      const again = unwrap(
        parseWebhook(fixture.provider, {}, JSON.stringify(reordered(JSON.parse(fixture.body)), null, '\t')),
      )
      expect(dedupeKey(again)).toStrictEqual(dedupeKey(event))
      expect(compareEvents(event, again)).toBe(0)
    })

    test('is received as each kind of server hands it over, with the proof of its provider', () => {
      const { provider } = fixture
      const event = parsed(fixture)
      const node = buildRequest(provider, fixture, { ...credentials, as: 'node' })
      const v1 = buildRequest(provider, fixture, { ...credentials, as: 'lambda-v1' })
      const v2 = buildRequest(provider, fixture, { ...credentials, as: 'lambda' })
      for (const [headers, body] of [
        [node.rawHeaders, node.body],
        [v1.multiValueHeaders, v1.body],
        [v2.headers, v2.body],
      ] as const) {
        const received = unwrap(receiveWebhook(provider, headers, body, credentials))
        expect(received.verification).toMatchObject({ secret: 0, replayProtected: false })
        expect({ ...received, verification: null }).toStrictEqual(event)
      }
    })

    test('is the same event when it is delivered again, and refused with another secret', () => {
      const { provider } = fixture
      const again = buildRequest(provider, fixture, { ...credentials, as: 'node', variant: 'redelivery' })
      const received = unwrap(receiveWebhook(provider, again.rawHeaders, again.body, credentials))
      expect(compareEvents(received, parsed(fixture))).toBe(0)
      const wrong = buildRequest(provider, fixture, { ...credentials, as: 'node', variant: 'wrong-secret' })
      expect(receiveWebhook(provider, wrong.rawHeaders, wrong.body, credentials)._tag).toBe('Left')
    })

    test('holds no field that its codec does not know', () => {
      expect(unmapped(parsed(fixture))).toStrictEqual([])
    })

    test('is strict about nothing that the documents show', () => {
      const strictly = parseWebhook(fixture.provider, fixture.headers, fixture.bytes, { strict: true })
      expect(strictly._tag).toBe(fixture.name.includes('faulty') ? 'Left' : 'Right')
    })
  },
)

test('no two fixtures share a key', () => {
  const keys = fixtures.map((fixture) => dedupeKey(parsed(fixture)).key)
  expect(new Set(keys).size).toBe(keys.length)
})
