import { isLeft, isRight } from 'fp-ts/Either'
import { describe, expect, it } from 'vitest'
import type { Credentials } from '../src/auth/credentials'
import type { WebhookErrorTag } from '../src/error'
import { formatWebhookError } from '../src/error'
import type { AnyProvider } from '../src/provider'
import type { BodyInput } from '../src/request/body'
import type { HeadersInput } from '../src/request/headers'
import { parseWebhook, receiveWebhook, verifyWebhook } from '../src/webhook'
import {
  bearing,
  bodyText,
  OLD_SECRET,
  SECRET,
  sign,
  SIGNATURE_HEADER,
  signed,
  signing,
  tokenSending,
  tokenSomewhere,
  unsigned,
} from './support/deliveries'

const verdict = (
  provider: AnyProvider,
  headers: HeadersInput,
  body: BodyInput,
  credentials: Credentials,
): unknown => {
  const result = verifyWebhook(provider, headers, body, credentials)
  return isLeft(result) ? result.left._tag : result.right
}

const secrets = { secrets: SECRET }
const bytes = new TextEncoder().encode(bodyText)

describe('a signature', () => {
  const byHmac = (secret: string | number) => ({
    method: 'hmac-sha256',
    covers: 'body',
    replayProtected: false,
    secret,
  })

  it.each<[string, BodyInput]>([
    ['text', bodyText],
    ['bytes', bytes],
    ['a Buffer', Buffer.from(bodyText)],
    ['an ArrayBuffer', bytes.buffer],
    ['a DataView', new DataView(bytes.buffer)],
    ['a view into a larger buffer', new Uint8Array([1, ...bytes, 2]).subarray(1, -1)],
  ])('holds over %s', (_name, body) => {
    expect(verdict(signing, signed(bodyText), body, secrets)).toEqual(byHmac(0))
  })

  it('holds over bytes that are no UTF-8 and over a byte order mark: what is covered is what was sent', () => {
    for (const body of [new Uint8Array([0xff, 0x00, 0x80]), new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])]) {
      expect(verdict(signing, signed(body), body, secrets)).toEqual(byHmac(0))
    }
  })

  it.each<[string, Credentials, string | number]>([
    ['the only secret', { secrets: SECRET }, 0],
    ['the first of a list', { secrets: [SECRET, OLD_SECRET] }, 0],
    ['the last of a list', { secrets: [OLD_SECRET, 'another', SECRET] }, 2],
    ['the first of two that are the same', { secrets: [SECRET, SECRET] }, 0],
    ['one with a name', { secrets: { old: OLD_SECRET, new: SECRET } }, 'new'],
    ['one beside an unset one', { secrets: { previous: undefined, current: SECRET } }, 'current'],
    ['one with a strange name', { secrets: JSON.parse(`{"__proto__":"${SECRET}"}`) }, '__proto__'],
  ])('says which secret matched: %s', (_name, credentials, name) => {
    expect(verdict(signing, signed(bodyText), bodyText, credentials)).toEqual(byHmac(name))
  })

  it('of the old secret holds while that is in the list', () => {
    expect(
      verdict(signing, signed(bodyText, OLD_SECRET), bodyText, { secrets: [SECRET, OLD_SECRET] }),
    ).toEqual(byHmac(1))
    expect(verdict(signing, signed(bodyText, OLD_SECRET), bodyText, secrets)).toBe('SignatureMismatch')
  })

  const mac = sign(bodyText)
  it.each<[string, HeadersInput, WebhookErrorTag]>([
    ['none', {}, 'HeaderMissing'],
    ['under another name', { 'x-signature': mac }, 'HeaderMissing'],
    ['undefined', { [SIGNATURE_HEADER]: undefined }, 'HeaderMissing'],
    ['empty', { [SIGNATURE_HEADER]: '' }, 'HeaderMalformed'],
    ['in capitals', { [SIGNATURE_HEADER]: mac.toUpperCase() }, 'HeaderMalformed'],
    [
      'with one capital digit',
      { [SIGNATURE_HEADER]: mac.replace(/[a-f]/, (digit) => digit.toUpperCase()) },
      'HeaderMalformed',
    ],
    ['of 63 characters', { [SIGNATURE_HEADER]: mac.slice(1) }, 'HeaderMalformed'],
    ['of 65 characters', { [SIGNATURE_HEADER]: `${mac}0` }, 'HeaderMalformed'],
    ['with a prefix', { [SIGNATURE_HEADER]: `sha256=${mac}` }, 'HeaderMalformed'],
    ['in base64', { [SIGNATURE_HEADER]: Buffer.from(mac, 'hex').toString('base64') }, 'HeaderMalformed'],
    ['with a character of several bytes', { [SIGNATURE_HEADER]: `é${mac.slice(1)}` }, 'HeaderMalformed'],
    ['with a full-width digit', { [SIGNATURE_HEADER]: `０${mac.slice(1)}` }, 'HeaderMalformed'],
    ['with a line break', { [SIGNATURE_HEADER]: `${mac}\n` }, 'HeaderMalformed'],
    ['twice in a list', { [SIGNATURE_HEADER]: [mac, mac] }, 'HeaderRepeated'],
    [
      'twice as pairs',
      [
        [SIGNATURE_HEADER, mac],
        ['Propexo-Signature', mac],
      ],
      'HeaderRepeated',
    ],
    ['twice in raw headers', [SIGNATURE_HEADER, mac, SIGNATURE_HEADER, mac], 'HeaderRepeated'],
    ['twice, joined by a server', { [SIGNATURE_HEADER]: `${mac}, ${mac}` }, 'HeaderRepeated'],
    ['twice, joined by a gateway', { [SIGNATURE_HEADER]: `${mac},${mac}` }, 'HeaderRepeated'],
    ['of another body', signed(`${bodyText} `), 'SignatureMismatch'],
    ['of another secret', signed(bodyText, OLD_SECRET), 'SignatureMismatch'],
    ['all zeros', { [SIGNATURE_HEADER]: '0'.repeat(64) }, 'SignatureMismatch'],
  ])('%s is refused', (_name, headers, tag) => {
    expect(verdict(signing, headers, bodyText, secrets)).toBe(tag)
  })

  it('may have space around it, which is no part of a header', () => {
    expect(verdict(signing, { [SIGNATURE_HEADER]: ` \t${sign(bodyText)} ` }, bodyText, secrets)).toEqual(
      byHmac(0),
    )
  })

  it.each<[string, BodyInput, WebhookErrorTag]>([
    ['missing', undefined, 'BodyMissing'],
    ['null', null, 'BodyMissing'],
    ['empty text', '', 'BodyMissing'],
    ['no bytes', new Uint8Array(), 'BodyMissing'],
    ['parsed', JSON.parse(bodyText), 'BodyAlreadyParsed'],
    ['what Express 4 leaves of a body it did not parse', {}, 'BodyAlreadyParsed'],
  ])('over a body that is %s cannot be checked', (_name, body, tag) => {
    expect(verdict(signing, signed(bodyText), body, secrets)).toBe(tag)
  })

  it('says how to keep the raw body', () => {
    const result = verifyWebhook(signing, signed(bodyText), JSON.parse(bodyText), secrets)
    if (isRight(result)) throw new Error('verified')
    expect(result.left).toMatchObject({ kind: 'configuration', httpStatus: 500 })
    for (const name of ['arrayBuffer', 'express.raw', 'Fastify', 'bodyParser: false']) {
      expect(result.left.hint).toContain(name)
    }
  })
})

describe('a secret', () => {
  const wrong: readonly [string, unknown, WebhookErrorTag][] = [
    ['undefined', undefined, 'SecretMissing'],
    ['null', null, 'SecretMissing'],
    ['an empty list', [], 'SecretMissing'],
    ['a record of nothing', {}, 'SecretMissing'],
    ['a record of unset ones', { current: undefined }, 'SecretMissing'],
    ['empty', '', 'SecretInvalid'],
    ['blank', ' \t\n', 'SecretInvalid'],
    ['no text', 42, 'SecretInvalid'],
    ['an empty one beside a good one', [SECRET, ''], 'SecretInvalid'],
    ['a blank one beside a good one', { current: SECRET, previous: '  ' }, 'SecretInvalid'],
    ['an unset one in a list', [SECRET, undefined], 'SecretInvalid'],
    ['a null in a record', { current: SECRET, previous: null }, 'SecretInvalid'],
  ]
  const deliveries: readonly [string, AnyProvider, HeadersInput, Credentials][] = [
    ['a signature', signing, signed(bodyText), {}],
    ['an empty key', signing, signed(bodyText, ''), {}],
    ['a bearer token', bearing, { authorization: `Bearer ${SECRET}` }, {}],
    ['a token', tokenSending, { token: SECRET }, {}],
    ['an empty token', tokenSending, { token: '' }, {}],
    ['a token somewhere', tokenSomewhere, { 'x-key': SECRET }, { header: 'x-key' }],
    ['a secret in the URL', unsigned, {}, { secretFromUrl: SECRET }],
    ['an empty secret in the URL', unsigned, {}, { secretFromUrl: '' }],
  ]
  it.each(
    deliveries.flatMap((delivery) =>
      wrong.map((secret) => [delivery[0], secret[0], delivery, secret] as const),
    ),
  )(
    '%s is never checked with a secret that is %s',
    (_delivery, _secret, [, provider, headers, credentials], [, given, tag]) => {
      const all = { ...credentials, secrets: given } as Credentials
      expect(verdict(provider, headers, bodyText, all)).toBe(tag)
    },
  )

  it.each([
    ['credentials that are undefined', undefined],
    ['credentials that are null', null],
    ['credentials that are the secret itself', SECRET],
  ])('%s are no secret', (_name, credentials) => {
    expect(verdict(signing, signed(bodyText), bodyText, credentials as never)).toBe('SecretMissing')
  })

  it.each([
    ['a line break', `${SECRET}\n`],
    ['a space', ` ${SECRET}`],
    ['a letter beyond ASCII', 'clé'],
    ['a tab', 'a\tb'],
  ])('with %s can be no token: that is said before any delivery is refused', (_name, token) => {
    const credentials = { secrets: ['fine', token] }
    const result = verifyWebhook(tokenSending, { token }, bodyText, credentials)
    expect(result).toMatchObject({ left: { _tag: 'SecretInvalid', path: 'secrets/1' } })
  })

  it('for signatures may be any text', () => {
    expect(isRight(verifyWebhook(signing, signed(bodyText, 'clé\n'), bodyText, { secrets: 'clé\n' }))).toBe(
      true,
    )
  })

  it('comes before everything that the sender can get wrong', () => {
    expect(verdict(signing, {}, undefined, {})).toBe('SecretMissing')
  })
})

describe('a token', () => {
  const byToken = { method: 'token', covers: 'nothing', replayProtected: false, secret: 0 }

  it.each<[string, string]>([
    ['as documented', `Bearer ${SECRET}`],
    ['with the scheme in small letters', `bearer ${SECRET}`],
    ['with several spaces', `Bearer   ${SECRET}`],
  ])('after the scheme, %s, is taken', (_name, authorization) => {
    expect(verdict(bearing, { Authorization: authorization }, bodyText, secrets)).toEqual(byToken)
  })

  it.each<[string, HeadersInput, WebhookErrorTag]>([
    ['no header', {}, 'HeaderMissing'],
    ['an empty one', { authorization: '' }, 'HeaderMalformed'],
    ['the token alone', { authorization: SECRET }, 'HeaderMalformed'],
    ['the scheme alone', { authorization: 'Bearer' }, 'HeaderMalformed'],
    ['the scheme and a space', { authorization: 'Bearer ' }, 'HeaderMalformed'],
    ['no space', { authorization: `Bearer${SECRET}` }, 'HeaderMalformed'],
    ['another scheme', { authorization: `Basic ${SECRET}` }, 'HeaderMalformed'],
    ['a multibyte character', { authorization: `Bearer ${SECRET}é` }, 'HeaderMalformed'],
    [
      'two of them',
      [
        ['authorization', `Bearer ${SECRET}`],
        ['authorization', `Bearer ${SECRET}`],
      ],
      'HeaderRepeated',
    ],
    ['two joined', { authorization: `Bearer ${SECRET}, Bearer ${SECRET}` }, 'HeaderRepeated'],
    ['another token', { authorization: 'Bearer nope' }, 'TokenMismatch'],
    ['a prefix of it', { authorization: `Bearer ${SECRET.slice(0, -1)}` }, 'TokenMismatch'],
    ['more than it', { authorization: `Bearer ${SECRET}${SECRET}` }, 'TokenMismatch'],
    ['it in another case', { authorization: `Bearer ${SECRET.toUpperCase()}` }, 'TokenMismatch'],
  ])('of ShowMojo, %s: refused', (_name, headers, tag) => {
    expect(verdict(bearing, headers, bodyText, secrets)).toBe(tag)
  })

  it.each<[string, HeadersInput, WebhookErrorTag | typeof byToken]>([
    ['the token', { token: SECRET }, byToken],
    ['in capitals', { TOKEN: SECRET }, byToken],
    ['no header', { authorization: `Bearer ${SECRET}` }, 'HeaderMissing'],
    ['another token', { token: 'nope' }, 'TokenMismatch'],
    ['with a scheme', { token: `Bearer ${SECRET}` }, 'TokenMismatch'],
    ['twice', { token: [SECRET, SECRET] }, 'HeaderRepeated'],
    ['a comma', { token: `${SECRET},` }, 'HeaderRepeated'],
    ['a multibyte character', { token: 'é' }, 'HeaderMalformed'],
    ['a line break', { token: `${SECRET}\n` }, 'HeaderMalformed'],
  ])('of CasaYes: %s', (_name, headers, expected) => {
    expect(verdict(tokenSending, headers, bodyText, secrets)).toEqual(expected)
  })

  it('with a comma of its own is compared as a whole', () => {
    expect(verdict(tokenSending, { token: 'a, b' }, bodyText, { secrets: 'a, b' })).toEqual(byToken)
    expect(verdict(tokenSending, { token: ['a', 'b'] }, bodyText, { secrets: 'a, b' })).toEqual(byToken)
  })

  it('says which of several matched', () => {
    const named = { secrets: { office: 'another', branch: SECRET } }
    expect(verdict(tokenSending, { token: SECRET }, bodyText, named)).toEqual({
      ...byToken,
      secret: 'branch',
    })
  })

  it('covers nothing: a parsed or a missing body makes no difference to it', () => {
    expect(verdict(tokenSending, { token: SECRET }, JSON.parse(bodyText), secrets)).toEqual(byToken)
    expect(verdict(tokenSending, { token: SECRET }, undefined, secrets)).toEqual(byToken)
  })
})

describe('a proof that the documents place nowhere', () => {
  const none = { method: 'none', covers: 'nothing', replayProtected: false, secret: null }
  const inHeader = { secrets: SECRET, header: 'X-Hook-Key' }

  it.each<[string, AnyProvider, string]>([
    ['Rently', unsigned, 'shared-secret'],
    ['Funnel', tokenSomewhere, 'token'],
    ['a provider without verify', { ...unsigned, verify: undefined }, 'shared-secret'],
  ])('%s: refused, accepted unsigned, or by a secret where the caller says', (_name, provider, method) => {
    const proven = { method, covers: 'nothing', replayProtected: false, secret: 0 }
    expect(verdict(provider, {}, bodyText, {})).toBe('ProviderUnsigned')
    expect(verdict(provider, {}, bodyText, { unsigned: 'accept' })).toEqual(none)
    expect(verdict(provider, {}, bodyText, { unsigned: 'yes' as never })).toBe('ProviderUnsigned')
    expect(verdict(provider, { 'x-hook-key': SECRET }, bodyText, inHeader)).toEqual(proven)
    expect(verdict(provider, { 'x-hook-key': 'nope' }, bodyText, inHeader)).toBe('TokenMismatch')
    expect(verdict(provider, {}, bodyText, inHeader)).toBe('HeaderMissing')
    expect(verdict(provider, {}, bodyText, { secrets: SECRET, secretFromUrl: SECRET })).toEqual(proven)
  })

  it.each<[string, unknown]>([
    ['another', 'nope'],
    ['none, as URLSearchParams say', null],
    ['none, as Express says', undefined],
    ['an empty one', ''],
    ['two, as Express says', [SECRET, SECRET]],
  ])('in the URL: %s is refused', (_name, secretFromUrl) => {
    expect(verdict(unsigned, {}, bodyText, { secrets: SECRET, secretFromUrl } as Credentials)).toBe(
      'TokenMismatch',
    )
  })

  it('in the URL is looked at instead of a header', () => {
    const both = { ...inHeader, secretFromUrl: null }
    expect(verdict(unsigned, { 'x-hook-key': SECRET }, bodyText, both)).toBe('TokenMismatch')
  })

  it.each<[string, Credentials, WebhookErrorTag]>([
    ['a secret without a place', { secrets: SECRET }, 'SecretMissing'],
    ['a place without a secret', { header: 'x-hook-key' }, 'SecretMissing'],
    ['no name of a header', { secrets: SECRET, header: 'x hook' }, 'SecretInvalid'],
    ['an empty name', { secrets: SECRET, header: '' }, 'SecretInvalid'],
    ['an unset secret beside leave to take all', { secrets: undefined, unsigned: 'accept' }, 'SecretMissing'],
    ['an unset header beside leave to take all', { header: undefined, unsigned: 'accept' }, 'SecretMissing'],
  ])('%s is a mistake of configuration', (_name, credentials, tag) => {
    const result = verifyWebhook(unsigned, { 'x-hook-key': SECRET }, bodyText, credentials)
    expect(result).toMatchObject({ left: { _tag: tag, kind: 'configuration', httpStatus: 500 } })
  })

  it('a wrong secret is not excused by leave to take all', () => {
    const credentials: Credentials = { ...inHeader, unsigned: 'accept' }
    expect(verdict(unsigned, { 'x-hook-key': 'nope' }, bodyText, credentials)).toBe('TokenMismatch')
  })

  it.each([
    ['signs', signing],
    ['sends a bearer token', bearing],
    ['sends a token', tokenSending],
  ])('no leave is given for a provider that %s', (_name, provider) => {
    expect(verdict(provider, {}, bodyText, { unsigned: 'accept' })).toBe('SecretMissing')
  })
})

describe('headers', () => {
  it.each<[string, unknown]>([
    ['text', 'propexo-signature: 00'],
    ['nothing', undefined],
    ['null', null],
    [
      'something that throws',
      {
        get: () => {
          throw new Error('marker')
        },
      },
    ],
  ])('that are %s cannot be read', (_name, headers) => {
    expect(verdict(signing, headers as HeadersInput, bodyText, secrets)).toBe('HeadersUnreadable')
  })
})

describe('receiveWebhook', () => {
  it('gives the event that parseWebhook gives, with how its origin was proven', () => {
    const parsed = parseWebhook(signing, {}, bodyText)
    const received = receiveWebhook(signing, signed(bodyText), bodyText, secrets)
    if (isLeft(parsed) || isLeft(received)) throw new Error('refused')
    expect(parsed.right.verification).toBeNull()
    const { verification, ...event } = received.right
    expect(verification).toEqual({ method: 'hmac-sha256', covers: 'body', replayProtected: false, secret: 0 })
    expect({ ...event, verification: null }).toEqual(parsed.right)
  })

  it('reads nothing of a body whose origin is not proven', () => {
    const received = receiveWebhook(signing, signed('{}'), '{"type":', secrets)
    expect(received).toMatchObject({ left: { _tag: 'SignatureMismatch' } })
  })

  it.each<[string, BodyInput, WebhookErrorTag]>([
    ['no JSON', 'not json', 'BodyNotJson'],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'BodyNotUtf8'],
    ['no payload', '{"type":7}', 'PayloadInvalid'],
    ['too deep', `${'['.repeat(65)}${']'.repeat(65)}`, 'BodyTooDeep'],
  ])('refuses a signed body that is %s', (_name, body, tag) => {
    const received = receiveWebhook(signing, signed(body as string), body, secrets)
    expect(received).toMatchObject({ left: { _tag: tag } })
  })

  it('takes a body with a byte order mark, which is signed with it', () => {
    const marked = `\uFEFF${bodyText}`
    const received = receiveWebhook(signing, signed(marked), marked, secrets)
    expect(received).toMatchObject({ right: { source: { raw: marked } } })
  })

  it.each([
    ['text', bodyText],
    ['bytes', bytes],
  ])('measures %s before it computes anything', (_name, body) => {
    const received = receiveWebhook(signing, {}, body, secrets, { maxBytes: bytes.length - 1 })
    expect(received).toMatchObject({ left: { _tag: 'BodyTooLarge', httpStatus: 413 } })
    expect(isRight(receiveWebhook(signing, signed(body), body, secrets, { maxBytes: bytes.length }))).toBe(
      true,
    )
  })

  it('takes a parsed body from a provider that does not sign', () => {
    const received = receiveWebhook(tokenSending, { token: SECRET }, JSON.parse(bodyText), secrets)
    expect(received).toMatchObject({
      right: { type: 'showing.scheduled', verification: { method: 'token' } },
    })
  })

  it('passes its options on', () => {
    const received = receiveWebhook(signing, signed(bodyText), bodyText, secrets, { keepRaw: false })
    expect(received).toMatchObject({ right: { source: { raw: null } } })
  })

  it('does not fail on options of null', () => {
    expect(isRight(receiveWebhook(signing, signed(bodyText), bodyText, secrets, null as never))).toBe(true)
  })
})

it('an error as text tells the place and what to do', () => {
  const result = verifyWebhook(signing, {}, bodyText, {})
  if (isRight(result)) throw new Error('verified')
  expect(formatWebhookError(result.left)).toBe(
    'SecretMissing at secrets: expected a secret (is the environment variable set where this runs?)',
  )
})
