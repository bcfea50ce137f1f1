import { isLeft } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import type { Credentials } from '../../src/auth/credentials'
import { proofOf } from '../../src/auth/sign'
import { webhookError, type WebhookError } from '../../src/error'
import type { BodyInput } from '../../src/request/body'
import type { HeadersInput } from '../../src/request/headers'
import { verifyWebhook } from '../../src/webhook'
import { bearing, bodyText, SECRET, sign, signed, SIGNATURE_HEADER, signing } from '../support/deliveries'
import { tokenSending, tokenSomewhere, unsigned } from '../support/deliveries'

const secrets = { secrets: SECRET }

interface Delivery {
  readonly headers?: HeadersInput
  readonly body?: BodyInput | undefined
  readonly credentials?: Credentials
}

const errorOf = (
  provider: Parameters<typeof verifyWebhook>[0],
  { headers = {}, credentials = secrets, ...rest }: Delivery,
): WebhookError => {
  const verified = verifyWebhook(provider, headers, 'body' in rest ? rest.body : bodyText, credentials)
  if (!isLeft(verified)) return expect.fail('it was verified')
  return verified.left
}

describe('a signature that is refused: where, what was expected and what to do', () => {
  test.each<[string, Delivery, WebhookError]>([
    ['no header', {}, webhookError('HeaderMissing', 'a header', { path: SIGNATURE_HEADER })],
    [
      'a header sent twice',
      { headers: { [SIGNATURE_HEADER]: [sign(bodyText), sign(bodyText)] } },
      webhookError('HeaderRepeated', 'the header once', { path: SIGNATURE_HEADER }),
    ],
    [
      'no hex',
      { headers: { [SIGNATURE_HEADER]: 'no' } },
      webhookError('HeaderMalformed', '64 lower-case hex digits', { path: SIGNATURE_HEADER }),
    ],
    [
      'no body',
      { headers: signed(bodyText), body: undefined },
      webhookError('BodyMissing', 'a body', {
        hint: 'was the body read, and only once, before it got here?',
      }),
    ],
    [
      'another body',
      { headers: signed('{}') },
      webhookError('SignatureMismatch', 'the HMAC-SHA256 of the body', {
        path: SIGNATURE_HEADER,
        hint: 'the secret or the body is not the one that was signed; diagnoseSignature tries the usual mistakes',
      }),
    ],
    [
      'no secret',
      { credentials: {} },
      webhookError('SecretMissing', 'a secret', {
        path: 'secrets',
        hint: 'is the environment variable set where this runs?',
      }),
    ],
    [
      'a blank secret',
      { credentials: { secrets: { old: ' ' } } },
      webhookError('SecretInvalid', 'text that is not blank', { path: 'secrets/old' }),
    ],
  ])('%s', (_, delivery, error) => {
    expect(errorOf(signing, delivery)).toStrictEqual(error)
  })

  test('a parsed body', () => {
    const { hint, ...rest } = errorOf(signing, { headers: signed(bodyText), body: { type: 'x' } })
    expect(rest).toMatchObject({
      _tag: 'BodyAlreadyParsed',
      expected: 'the body as received, as text or bytes',
    })
    for (const way of ['request.arrayBuffer()', 'express.raw', 'parseAs', 'bodyParser: false']) {
      expect(hint).toContain(way)
    }
  })
})

describe('a token that is refused: where and what was expected', () => {
  const malformed = (expected: string, path: string) => webhookError('HeaderMalformed', expected, { path })

  test.each([
    ['another scheme', `Basic ${SECRET}`],
    ['a longer scheme', `Bearers ${SECRET}`],
    ['a text as long as the scheme', `Wearer ${SECRET}`],
    ['no scheme', SECRET],
    ['the scheme alone', 'Bearer'],
    ['the scheme and a space', 'Bearer '],
  ])('%s', (_, authorization) => {
    expect(errorOf(bearing, { headers: { authorization } })).toStrictEqual(
      malformed('Bearer and a token', 'authorization'),
    )
  })

  test.each(['', 'tökén', ' \t'])('%j is no token', (token) => {
    expect(errorOf(tokenSending, { headers: { token } })).toStrictEqual(
      malformed('a token of visible ASCII characters', 'token'),
    )
  })

  test('another token', () => {
    expect(errorOf(tokenSending, { headers: { token: 'other' } })).toStrictEqual(
      webhookError('TokenMismatch', 'a token that is one of the secrets', { path: 'token' }),
    )
  })

  test.each([`${SECRET}\n`, ` ${SECRET}`, 'gehëim'])('a secret that no header brings: %j', (secret) => {
    expect(errorOf(tokenSending, { credentials: { secrets: secret } })).toStrictEqual(
      webhookError('SecretInvalid', 'visible ASCII characters with no white space around them', {
        path: 'secrets/0',
      }),
    )
  })

  test.each([` ${SECRET}`, `${SECRET} `, `\t${SECRET}\t`, ` \t ${SECRET} \t \t`])(
    'space around it is none of it: %j',
    (token) => {
      expect(verifyWebhook(tokenSending, { token }, bodyText, secrets)).toMatchObject({
        right: { method: 'token', secret: 0 },
      })
    },
  )
})

describe('a secret whose place the caller says', () => {
  const placeMissing = webhookError('SecretMissing', 'the name of the header that carries the secret', {
    path: 'header',
    hint: 'the provider documents no header: give the one agreed on, or `secretFromUrl`',
  })
  const noHeaderName = webhookError('SecretInvalid', 'the name of a header', { path: 'header' })
  const notInUrl = webhookError('TokenMismatch', 'a secret in the URL that is one of the secrets', {
    path: 'secretFromUrl',
  })

  test.each<[string, object, WebhookError]>([
    [
      'nothing to check by',
      {},
      webhookError('ProviderUnsigned', 'a secret of your own, or leave to take unsigned deliveries', {
        hint: "give `secrets` and the `header` (or `secretFromUrl`) that carries one, or `unsigned: 'accept'`",
      }),
    ],
    ['no place', secrets, placeMissing],
    ['a place that is undefined', { ...secrets, header: undefined }, placeMissing],
    ['a place that is null', { ...secrets, header: null }, placeMissing],
    ['a name that is empty', { ...secrets, header: '' }, noHeaderName],
    ['a name with a space', { ...secrets, header: 'x key' }, noHeaderName],
    ['a name that is no text', { ...secrets, header: ['x-key'] }, noHeaderName],
    ['a URL without it', { ...secrets, secretFromUrl: null }, notInUrl],
    ['a URL with another', { ...secrets, secretFromUrl: 'other' }, notInUrl],
    ['a URL with none that is text', { ...secrets, secretFromUrl: 7 }, notInUrl],
  ])('%s', (_, credentials, error) => {
    expect(errorOf(unsigned, { credentials })).toStrictEqual(error)
    expect(errorOf(tokenSomewhere, { credentials })).toStrictEqual(error)
  })

  test.each([null, 7, true])('what is in the URL as %j is not the text of it', (secretFromUrl) => {
    const credentials = { secrets: String(secretFromUrl), secretFromUrl } as Credentials
    expect(errorOf(unsigned, { credentials })).toStrictEqual(notInUrl)
  })

  test.each(['secrets', 'header', 'secretFromUrl'])('%s alone, unset, asks for a check', (name) => {
    const credentials = { unsigned: 'accept', [name]: undefined } as Credentials
    expect(errorOf(unsigned, { credentials })._tag).toBe('SecretMissing')
  })
})

describe('what a sender writes into the header of its proof', () => {
  const body = new TextEncoder().encode(bodyText)

  test('is the signature, or the secret behind its scheme', () => {
    expect(proofOf({ method: 'hmac-sha256', header: 'x' }, SECRET, body)).toBe(sign(bodyText))
    expect(proofOf({ method: 'token', header: 'x', scheme: null }, SECRET, body)).toBe(SECRET)
    expect(proofOf({ method: 'token', header: 'x', scheme: 'Bearer' }, SECRET, body)).toBe(`Bearer ${SECRET}`)
  })
})
