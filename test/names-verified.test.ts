import { isLeft } from 'fp-ts/Either'
import { describe, expect, it } from 'vitest'
import { acknowledge, receiveWebhook, verifyWebhook } from '../src/named'
import type { Credentials } from '../src/auth/credentials'
import type { ProviderName } from '../src/providers/index'
import { fixtures, providerNames } from './support/fixtures'
import { sign } from './support/deliveries'

const SECRET = 'secret-of-the-names'

/** A genuine delivery of each provider, as its documents say it is proven. */
const deliveries: Readonly<
  Record<
    ProviderName,
    { headers: (body: Uint8Array) => Record<string, string>; credentials: Credentials; method: string }
  >
> = {
  rently: { headers: () => ({ 'x-key': SECRET }), credentials: { header: 'x-key' }, method: 'shared-secret' },
  showmojo: { headers: () => ({ authorization: `Bearer ${SECRET}` }), credentials: {}, method: 'token' },
  propexo: {
    headers: (body) => ({ 'propexo-signature': sign(body, SECRET) }),
    credentials: {},
    method: 'hmac-sha256',
  },
  funnel: { headers: () => ({ 'x-key': SECRET }), credentials: { header: 'x-key' }, method: 'token' },
  casayes: { headers: () => ({ token: SECRET }), credentials: {}, method: 'token' },
}

const firstFixture = (name: ProviderName) => fixtures.find(({ provider }) => provider === name)!

describe.each(providerNames)('%s', (name) => {
  const { headers, credentials, method } = deliveries[name]
  const { bytes } = firstFixture(name)

  it('is received with the right secret', () => {
    const received = receiveWebhook(name, headers(bytes), bytes, {
      ...credentials,
      secrets: ['other', SECRET],
    })
    expect(received).toMatchObject({
      right: { source: { provider: name }, verification: { method, secret: 1 } },
    })
  })

  it('is refused with another', () => {
    const received = receiveWebhook(name, headers(bytes), bytes, { ...credentials, secrets: 'other' })
    expect(received).toMatchObject({ left: { kind: 'authentication', httpStatus: 401 } })
  })

  it('is refused without a header', () => {
    expect(verifyWebhook(name, {}, bytes, { ...credentials, secrets: SECRET })).toMatchObject({
      left: { _tag: 'HeaderMissing' },
    })
  })

  it('is refused without credentials', () => {
    const tag = name === 'rently' || name === 'funnel' ? 'ProviderUnsigned' : 'SecretMissing'
    expect(verifyWebhook(name, headers(bytes), bytes, {})).toMatchObject({
      left: { _tag: tag, httpStatus: 500 },
    })
  })

  it('is answered 200 when it is accepted', () => {
    const body = name === 'funnel' ? 'Funnel Event Received' : ''
    expect(acknowledge(name, 'accepted')).toMatchObject({ status: 200, body })
    expect(acknowledge(name, 'retry').status).toBe(503)
    expect(acknowledge(name, 'rejected').status).toBe(400)
  })
})

it('every fixture is received, and changed by nothing but its verification', () => {
  expect(fixtures.length).toBeGreaterThan(100)
  for (const { provider, name, bytes } of fixtures) {
    const { headers, credentials } = deliveries[provider]
    const received = receiveWebhook(provider, headers(bytes), bytes, { ...credentials, secrets: SECRET })
    if (isLeft(received)) throw new Error(`${provider}/${name}: ${received.left._tag}`)
    expect(received.right.verification.secret).toBe(0)
  }
})

it.each([['nobody'], ['__proto__'], ['constructor'], [''], [null], [undefined], [{}]])(
  'a provider that is %s is unknown',
  (provider) => {
    const unknown = { left: { _tag: 'ProviderUnknown', kind: 'configuration', httpStatus: 500 } }
    expect(verifyWebhook(provider as never, {}, '{}', { secrets: SECRET })).toMatchObject(unknown)
    expect(receiveWebhook(provider as never, {}, '{}', { secrets: SECRET })).toMatchObject(unknown)
    expect(acknowledge(provider as never, 'accepted').status).toBe(500)
  },
)
