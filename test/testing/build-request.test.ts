import { isLeft, isRight } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import type { Credentials } from '../../src/auth/credentials'
import { unwrap } from '../../src/error'
import { compareEvents, dedupeKey } from '../../src/event/identity'
import { parseWebhook, receiveWebhook } from '../../src/named'
import type { ProviderName } from '../../src/providers/index'
import { buildRequest, type RequestVariant } from '../../src/testing/build-request'
import { sample, samples, type Sample } from '../../src/testing/samples'
import { acme } from '../support/acme'
import { providerNames } from '../support/fixtures'

const SECRET = 'whsec_0123456789'

const documented: Readonly<Record<ProviderName, Credentials>> = {
  rently: { secrets: SECRET, header: 'x-our-secret' },
  showmojo: { secrets: SECRET },
  propexo: { secrets: SECRET },
  funnel: { secrets: SECRET, header: 'x-api-token' },
  casayes: { secrets: SECRET },
}

const firstOf = (provider: ProviderName): Sample => samples.find((one) => one.provider === provider)!

const received = (one: Sample, credentials: Credentials, variant?: RequestVariant) => {
  const { rawHeaders, body } = buildRequest(one.provider, one, { ...credentials, as: 'node', variant })
  return receiveWebhook(one.provider, rawHeaders, body, credentials)
}

describe('what is built', () => {
  test.each(samples.map((one) => [`${one.provider}/${one.name}`, one] as const))('%s verifies', (_, one) => {
    const event = unwrap(received(one, documented[one.provider]))
    expect(event.verification?.secret).toBe(0)
    expect({ ...event, verification: null }).toStrictEqual(one.event)
  })

  test.each(providerNames)('verifies for %s with the first of several named secrets', (name) => {
    const credentials = { ...documented[name], secrets: { current: SECRET, previous: 'whsec_previous_77' } }
    expect(unwrap(received(firstOf(name), credentials)).verification?.secret).toBe('current')
  })

  test('verifies for a provider of your own that documents no proof', () => {
    const credentials = { secrets: SECRET, header: 'X-Our-Secret' }
    const body = JSON.stringify({ event: 'NewLead', id: '7' })
    const { rawHeaders, body: sent } = buildRequest(acme, { body }, { ...credentials, as: 'node' })
    expect(rawHeaders.slice(0, 4)).toStrictEqual(['Content-Type', 'application/json', 'X-Our-Secret', SECRET])
    expect(unwrap(receiveWebhook(acme, rawHeaders, sent, credentials))).toMatchObject({
      type: 'lead.created',
      verification: { method: 'shared-secret', covers: 'nothing' },
    })
  })

  test('verifies in a form for fetch', async () => {
    const request = buildRequest('propexo', firstOf('propexo'), { secrets: SECRET, as: 'fetch' })
    expect(request.method).toBe('POST')
    expect(request.url).toBe('https://receiver.example/webhooks/propexo')
    const body = await request.arrayBuffer()
    expect(isRight(receiveWebhook('propexo', request.headers, body, { secrets: SECRET }))).toBe(true)
  })

  test('verifies in the two forms for Lambda', () => {
    const options = { secrets: SECRET, url: 'https://example.com/hook?stage=a' }
    const v2 = buildRequest('propexo', firstOf('propexo'), { ...options, as: 'lambda' })
    expect(v2).toMatchObject({
      version: '2.0',
      rawPath: '/hook',
      rawQueryString: 'stage=a',
      queryStringParameters: { stage: 'a' },
      requestContext: { http: { method: 'POST', path: '/hook' } },
      isBase64Encoded: false,
    })
    expect(isRight(receiveWebhook('propexo', v2.headers, v2.body, { secrets: SECRET }))).toBe(true)
    const v1 = buildRequest('propexo', firstOf('propexo'), { ...options, as: 'lambda-v1' })
    expect(v1).toMatchObject({ version: '1.0', httpMethod: 'POST', path: '/hook' })
    expect(v1.multiValueHeaders['Propexo-Signature']).toStrictEqual([v1.headers['Propexo-Signature']])
    expect(isRight(receiveWebhook('propexo', v1.multiValueHeaders, v1.body, { secrets: SECRET }))).toBe(true)
  })

  test('has what node:http has', () => {
    const parts = buildRequest('showmojo', firstOf('showmojo'), {
      secrets: SECRET,
      as: 'node',
      url: 'http://localhost:3000/a/b?c=d',
    })
    expect(parts).toMatchObject({ method: 'POST', url: '/a/b?c=d' })
    expect(parts.headers).toMatchObject({
      host: 'localhost:3000',
      authorization: `Bearer ${SECRET}`,
      'content-type': 'application/json',
      'content-length': String(parts.body.byteLength),
    })
    expect(parts.rawHeaders).toContain('Authorization')
    expect(parts.rawHeaders).toHaveLength(2 * Object.keys(parts.headers).length)
  })

  test('carries a secret in the URL', () => {
    const request = buildRequest('rently', firstOf('rently'), {
      secrets: SECRET,
      parameter: 'key',
      as: 'fetch',
    })
    const secretFromUrl = new URL(request.url).searchParams.get('key')
    expect(secretFromUrl).toBe(SECRET)
    expect([...request.headers.values()]).not.toContain(SECRET)
    const { body } = firstOf('rently')
    expect(isRight(receiveWebhook('rently', {}, body, { secrets: SECRET, secretFromUrl }))).toBe(true)
  })

  test('may be unsigned where that is taken', () => {
    expect(isRight(received(firstOf('rently'), { unsigned: 'accept' }))).toBe(true)
  })
})

describe('what is built to be refused', () => {
  test.each(providerNames)('is refused for %s: another secret, and no proof', (name) => {
    const one = firstOf(name)
    const wrong = received(one, documented[name], 'wrong-secret')
    expect(isLeft(wrong) ? wrong.left._tag : null).toBe(
      name === 'propexo' ? 'SignatureMismatch' : 'TokenMismatch',
    )
    const none = received(one, documented[name], 'without-proof')
    expect(isLeft(none) ? none.left._tag : null).toBe('HeaderMissing')
  })

  test.each(providerNames)('a changed body of %s is noticed where the proof covers it', (name) => {
    const one = firstOf(name)
    const result = received(one, documented[name], 'tampered')
    if (name === 'propexo') expect(isLeft(result) ? result.left._tag : null).toBe('SignatureMismatch')
    else expect(unwrap(result).verification?.covers).toBe('nothing')
    const { body } = buildRequest(name, one, { ...documented[name], as: 'lambda', variant: 'tampered' })
    expect(JSON.parse(body)).toStrictEqual({ tampered: true, ...(JSON.parse(one.body) as object) })
  })

  test('an empty object stays JSON when it is changed', () => {
    const { body } = buildRequest(
      'propexo',
      { body: '{ }' },
      { secrets: SECRET, as: 'lambda', variant: 'tampered' },
    )
    expect(JSON.parse(body)).toStrictEqual({ tampered: true })
  })
})

describe('what comes again, late or too early', () => {
  test.each(samples.map((one) => [`${one.provider}/${one.name}`, one] as const))(
    '%s is the same event when it is delivered again',
    (_, one) => {
      const again = unwrap(received(one, documented[one.provider], 'redelivery'))
      expect(again.source.raw).not.toBe(one.event.source.raw)
      expect(dedupeKey(again)).toStrictEqual(dedupeKey(one.event))
    },
  )

  const ordered = samples.filter(({ event }) => event.identity.order !== null)

  test('most providers send what orders events', () => {
    expect([...new Set(ordered.map(({ provider }) => provider))].sort()).toStrictEqual([
      'casayes',
      'funnel',
      'rently',
      'showmojo',
    ])
  })

  test.each(ordered.map((one) => [`${one.provider}/${one.name}`, one] as const))(
    '%s has an earlier event like it',
    (_, one) => {
      const before = unwrap(received(one, documented[one.provider], 'out-of-order'))
      expect(compareEvents(before, one.event)).toBe(-1)
      expect(before.type).toBe(one.event.type)
      const stale = unwrap(received(one, documented[one.provider], 'stale'))
      expect(compareEvents(stale, one.event)).toBe(-1)
    },
  )

  test('a stale event is a year old', () => {
    const one = sample('casayes', 'lead-listing')
    const stale = unwrap(received(one, documented.casayes, 'stale'))
    const [then, now] = [stale, one.event].map(({ occurredAt }) => Date.parse(occurredAt!.instant!))
    expect(now! - then!).toBe(365 * 86_400_000)
  })

  test('it is said where nothing tells earlier from later', () => {
    expect(() =>
      buildRequest('propexo', sample('propexo', 'new-leads'), {
        secrets: SECRET,
        as: 'node',
        variant: 'stale',
      }),
    ).toThrow('propexo sends nothing here that tells earlier from later')
  })
})

describe('a mistake in the test itself', () => {
  test('is told at once', () => {
    const one = firstOf('propexo')
    expect(() => buildRequest('propexo', one, { secrets: undefined, as: 'node' })).toThrow(
      'propexo needs secrets',
    )
    expect(() => buildRequest('funnel', one, { secrets: SECRET, as: 'node' })).toThrow('documents no header')
    expect(() => buildRequest('nobody' as 'rently', one, { as: 'node' })).toThrow('this is no provider')
  })
})

test('a body of any text is sent as it is', () => {
  const { body } = buildRequest('rently', { body: '{"a":"é"}' }, { unsigned: 'accept', as: 'node' })
  expect(Buffer.from(body).toString('utf8')).toBe('{"a":"é"}')
  expect(isLeft(parseWebhook('rently', {}, body))).toBe(true)
})
