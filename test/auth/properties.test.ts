import { fc, test } from '@fast-check/vitest'
import { isLeft, isRight } from 'fp-ts/Either'
import { describe, expect, it } from 'vitest'
import type { Credentials } from '../../src/auth/credentials'
import { formatWebhookError } from '../../src/error'
import type { AnyProvider } from '../../src/provider'
import type { HeadersInput } from '../../src/request/headers'
import { receiveWebhook, verifyWebhook } from '../../src/webhook'
import {
  bearing,
  SIGNATURE_HEADER,
  sign,
  signing,
  tokenSending,
  tokenSomewhere,
  unsigned,
} from '../support/deliveries'

const secret = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() !== '')
const token = fc
  .string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 40,
  })
  .filter((text) => !text.includes(','))
const body = fc.uint8Array({ minLength: 1, maxLength: 300 })

const isVerified = (
  provider: AnyProvider,
  headers: HeadersInput,
  bytes: Uint8Array,
  credentials: Credentials,
) => isRight(verifyWebhook(provider, headers, bytes, credentials))

const withFlippedBit = (bytes: Uint8Array, at: number, bit: number): Uint8Array =>
  bytes.map((byte, index) => (index === at % bytes.length ? byte ^ (1 << bit) : byte))

const flippedText = (text: string, at: number, bit: number): string =>
  Buffer.from(withFlippedBit(Buffer.from(text, 'latin1'), at, bit)).toString('latin1')

const place = fc.nat()
const bit = fc.integer({ min: 0, max: 7 })

describe('signing, then verifying', () => {
  test.prop([secret, body])('holds', (key, bytes) => {
    expect(isVerified(signing, { [SIGNATURE_HEADER]: sign(bytes, key) }, bytes, { secrets: key })).toBe(true)
  })

  test.prop([secret, fc.string({ unit: 'grapheme', minLength: 1 })])(
    'holds for text and its bytes alike',
    (key, text) => {
      const headers = { [SIGNATURE_HEADER]: sign(text, key) }
      expect(isRight(verifyWebhook(signing, headers, text, { secrets: key }))).toBe(true)
      expect(isVerified(signing, headers, new TextEncoder().encode(text), { secrets: key })).toBe(true)
    },
  )

  test.prop([secret, body, place, bit])(
    'does not hold with any bit of the body flipped',
    (key, bytes, at, which) => {
      const headers = { [SIGNATURE_HEADER]: sign(bytes, key) }
      expect(isVerified(signing, headers, withFlippedBit(bytes, at, which), { secrets: key })).toBe(false)
    },
  )

  test.prop([secret, body, place, bit])(
    'does not hold with any bit of the signature flipped',
    (key, bytes, at, which) => {
      const headers = { [SIGNATURE_HEADER]: flippedText(sign(bytes, key), at, which) }
      expect(isVerified(signing, headers, bytes, { secrets: key })).toBe(false)
    },
  )

  test.prop([token, body, place, bit])(
    'does not hold with any bit of the secret flipped',
    (key, bytes, at, which) => {
      const other = flippedText(key, at, which)
      expect(isVerified(signing, { [SIGNATURE_HEADER]: sign(bytes, key) }, bytes, { secrets: other })).toBe(
        false,
      )
    },
  )

  test.prop([secret, body, fc.array(secret, { maxLength: 3 }), fc.array(secret, { maxLength: 3 })])(
    'holds wherever in a list the secret stands',
    (key, bytes, before, after) => {
      const credentials = { secrets: [...before, key, ...after] }
      const result = verifyWebhook(signing, { [SIGNATURE_HEADER]: sign(bytes, key) }, bytes, credentials)
      expect(result).toMatchObject({ right: { secret: credentials.secrets.indexOf(key) } })
    },
  )
})

describe('a token', () => {
  const tokenProviders: readonly [string, AnyProvider, (text: string) => HeadersInput, Credentials][] = [
    ['ShowMojo', bearing, (text) => ({ authorization: `Bearer ${text}` }), {}],
    ['CasaYes', tokenSending, (text) => ({ token: text }), {}],
    ['Funnel', tokenSomewhere, (text) => ({ 'x-key': text }), { header: 'x-key' }],
    ['Rently', unsigned, (text) => ({ 'x-key': text }), { header: 'x-key' }],
  ]
  it.each(tokenProviders)(
    'of %s verifies, and with any bit flipped does not',
    (_name, provider, headersOf, rest) => {
      fc.assert(
        fc.property(token, body, place, bit, (text, bytes, at, which) => {
          const credentials = { ...rest, secrets: text }
          const flipped = flippedText(text, at, which)
          return (
            isVerified(provider, headersOf(text), bytes, credentials) &&
            !isVerified(provider, headersOf(flipped), bytes, credentials) &&
            !isVerified(provider, headersOf(text), bytes, { ...credentials, secrets: flipped })
          )
        }),
      )
    },
  )
})

const anyCase = (name: string): fc.Arbitrary<string> =>
  fc.mixedCase(fc.constant(name), { toggleCase: (letter) => letter.toUpperCase() })

const isHeaderValue = (value: string): boolean => {
  try {
    return new Headers([['a', value]]).get('a') !== null
  } catch {
    return false
  }
}

const containers = (name: string, values: readonly string[]): readonly HeadersInput[] => {
  const pairs = values.map((value): [string, string] => [name, value])
  const [first] = values
  return [
    new Headers(pairs),
    pairs,
    new Map(values.length > 1 ? [[name, values.join(', ')]] : pairs),
    pairs.values(),
    pairs.flat(),
    { [name]: values },
    ...(values.length < 2 ? [first === undefined ? {} : { [name]: first }] : []),
  ]
}

test.prop([
  fc.constantFrom(signing, bearing, tokenSending),
  anyCase('propexo-signature'),
  anyCase('authorization'),
  anyCase('token'),
  fc.array(
    fc.oneof(
      fc.constantFrom('right', 'Bearer right', sign('body', 'right'), sign('body', 'right').toUpperCase()),
      fc.string().filter(isHeaderValue),
    ),
    { maxLength: 2 },
  ),
])(
  'the verdict does not depend on the container of the headers or the case of their names',
  (provider, signatureName, authorizationName, tokenName, values) => {
    const name = provider === signing ? signatureName : provider === bearing ? authorizationName : tokenName
    const verdicts = containers(name, values).map((headers) =>
      JSON.stringify(verifyWebhook(provider, headers, 'body', { secrets: ['right', 'other'] })),
    )
    expect(new Set(verdicts).size, verdicts.join('\n')).toBe(1)
  },
)

const MARKER = 'PLANTED7f3'

test.prop([
  fc.constantFrom(signing, bearing, tokenSending, tokenSomewhere, unsigned),
  fc.record({
    header: fc.constantFrom(
      '',
      ' ',
      MARKER,
      `Bearer ${MARKER}`,
      `${MARKER}, ${MARKER}`,
      `é${MARKER}`,
      `Basic ${MARKER}`,
    ),
    body: fc.constantFrom<unknown>(
      undefined,
      MARKER,
      `{"type":"${MARKER}"`,
      `{"${MARKER}":1}`,
      `{"type":["${MARKER}"]}`,
      { type: 7, [MARKER]: MARKER },
    ),
    secrets: fc.constantFrom<unknown>(
      MARKER,
      [`${MARKER}\n`],
      [MARKER, ' '],
      [`${MARKER}2`],
      { a: `${MARKER}é` },
      7,
    ),
    fromUrl: fc.constantFrom({}, { secretFromUrl: MARKER }, { secretFromUrl: `${MARKER}!` }),
  }),
])(
  'no error holds anything of body, secret or header',
  (provider, { header, body: given, secrets, fromUrl }) => {
    const headers = [SIGNATURE_HEADER, header, 'authorization', header, 'token', header, 'x-key', header]
    const credentials = { secrets, header: 'x-key', ...fromUrl } as Credentials
    const result = receiveWebhook(provider, headers, given as string, credentials)
    if (isLeft(result)) {
      expect(JSON.stringify(result.left)).not.toContain(MARKER)
      expect(formatWebhookError(result.left)).not.toContain(MARKER)
    }
  },
)
