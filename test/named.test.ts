import { isLeft } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { formatWebhookError } from '../src/error'
import { acknowledge, parseWebhook, receiveWebhook, unmapped, verifyWebhook } from '../src/named'
import { providers } from '../src/providers/index'
import { parseWebhook as parseByValue } from '../src/webhook'
import { acme } from './support/acme'
import { everyValue, valueNames } from './support/values'
import { fixture, fixtures, providerNames } from './support/fixtures'

const MARKER = 'marker-7f3a'
const unknown = {
  _tag: 'ProviderUnknown',
  kind: 'configuration',
  httpStatus: 500,
  path: '',
  expected: 'one of rently, showmojo, propexo, funnel, casayes',
  hint: null,
  issues: [],
}

const throwing = () => {
  throw new Error(MARKER)
}
const { proxy: revoked, revoke } = Proxy.revocable({}, {})
revoke()

const nobodies: readonly (readonly [string, unknown])[] = [
  ...['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'Rently', 'rently ', MARKER].map(
    (name) => [JSON.stringify(name), name] as const,
  ),
  ...valueNames.map((name) => [`a value: ${name}`, everyValue[name]] as const),
  ['a list of a name', ['rently']],
  ['an object with normalize alone', { normalize: () => MARKER }],
  ['a provider without a name', { ...providers.rently, name: undefined }],
  ['a provider without a codec', { ...providers.rently, codec: null }],
  ['a provider without normalize', { ...providers.rently, normalize: MARKER }],
  ['a proxy that throws', new Proxy({}, { get: throwing, has: throwing })],
  ['a revoked proxy', revoked],
]

describe('a provider that nobody knows', () => {
  test.each(nobodies)('%s', (_, nobody) => {
    const parsed = parseWebhook(nobody as 'rently', {}, '{}')
    expect(parsed).toStrictEqual({ _tag: 'Left', left: unknown })
    expect(verifyWebhook(nobody as 'rently', {}, '{}', {})).toStrictEqual(parsed)
    expect(receiveWebhook(nobody as 'rently', {}, '{}', {})).toStrictEqual(parsed)
  })

  test('is told without its name', () => {
    const parsed = parseWebhook(MARKER as 'rently', {}, '{}')
    if (isLeft(parsed)) {
      expect(formatWebhookError(parsed.left)).toBe(
        'ProviderUnknown: expected one of rently, showmojo, propexo, funnel, casayes',
      )
    }
  })
})

describe('a provider by name', () => {
  test('is the one whose value has that name', () => {
    for (const name of providerNames) expect(providers[name].name).toBe(name)
    expect(providerNames).toStrictEqual(['rently', 'showmojo', 'propexo', 'funnel', 'casayes'])
  })

  test.each(providerNames)('%s gives what its value gives', (name) => {
    for (const { provider, headers, bytes } of fixtures) {
      if (provider !== name) continue
      const byName = parseWebhook(name, headers, bytes)
      expect(byName).toStrictEqual(parseByValue(providers[name], headers, bytes))
      expect(byName).toStrictEqual(parseWebhook(providers[name], headers, bytes))
    }
  })

  test('passes options on', () => {
    const { bytes } = fixture('rently/self-scheduling')
    expect(parseWebhook('rently', {}, bytes, { maxBytes: 1 })).toMatchObject({
      left: { _tag: 'BodyTooLarge' },
    })
    expect(parseWebhook('rently', {}, bytes, { keepRaw: false })).toMatchObject({
      right: { source: { raw: null } },
    })
  })

  test('one of one’s own is given as a value', () => {
    expect(parseWebhook(acme, {}, '{"event":"NewLead","id":"7"}')).toMatchObject({ right: { id: '7' } })
  })
})

describe('unmapped and acknowledge by name', () => {
  test('unmapped finds the provider of the event', () => {
    const { body } = fixture('rently/self-scheduling')
    const parsed = parseWebhook('rently', {}, body.replace('{', '{"brand_new":1,'))
    if (isLeft(parsed)) return expect.fail(formatWebhookError(parsed.left))
    expect(unmapped(parsed.right)).toStrictEqual(['/brand_new'])
    expect(unmapped(parsed.right, providers.rently)).toStrictEqual(['/brand_new'])
    // A provider of one's own is not found by its name.
    const orphan = { ...parsed.right, source: { ...parsed.right.source, provider: 'acme' } }
    expect(unmapped(orphan)).toStrictEqual([])
    expect(unmapped(orphan, providers.rently)).toStrictEqual(['/brand_new'])
  })

  test('acknowledge answers by name and by value alike', () => {
    for (const name of providerNames) {
      expect(acknowledge(name, 'accepted')).toStrictEqual(acknowledge(providers[name], 'accepted'))
    }
  })
})
