import { describe, expect, it } from 'vitest'
import { webhookHandler, type HandlerFailure, type LambdaEvent } from '../../src/adapters/lambda'
import type { AnyProvider } from '../../src/provider'
import {
  bodyText,
  SECRET,
  sign,
  SIGNATURE_HEADER,
  signed,
  signing,
  tokenSending,
} from '../support/deliveries'

const base64 = (body: string | Uint8Array): string => Buffer.from(body).toString('base64')

const call = async (event: LambdaEvent, provider: AnyProvider = signing, maxBytes?: number) => {
  const events: string[] = []
  const failures: HandlerFailure[] = []
  const handler = webhookHandler(provider, {
    credentials: { secrets: SECRET },
    onEvent: ({ type }) => events.push(type),
    onError: (failure) => failures.push(failure),
    maxBytes,
  })
  return { result: await handler(event), events, failures }
}

const accepted = { statusCode: 200, headers: {}, body: '', isBase64Encoded: false }

/** What AWS documents as the events of its four front doors, cut to what matters here. */
const events: readonly (readonly [string, (headers: Record<string, string>) => LambdaEvent])[] = [
  [
    'API Gateway v1',
    (headers) => ({
      httpMethod: 'POST',
      headers,
      multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      body: bodyText,
      isBase64Encoded: false,
    }),
  ],
  [
    'API Gateway v2 and function URLs',
    (headers) => ({
      version: '2.0',
      headers,
      requestContext: { http: { method: 'POST' } },
      body: bodyText,
      isBase64Encoded: false,
    }),
  ],
  [
    'a function URL with a body in base64',
    (headers) => ({
      headers,
      requestContext: { http: { method: 'POST' } },
      body: base64(bodyText),
      isBase64Encoded: true,
    }),
  ],
  [
    'a load balancer with lists of headers',
    (headers) => ({
      httpMethod: 'POST',
      multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      body: bodyText,
    }),
  ],
  ['a call without HTTP', (headers) => ({ headers, body: bodyText })],
]

describe.each(events)('Lambda behind %s', (_name, eventOf) => {
  it('takes the right signature', async () => {
    const { result, events: seen, failures } = await call(eventOf(signed(bodyText)))
    expect(failures).toEqual([])
    expect(result).toEqual(accepted)
    expect(seen).toEqual(['showing.scheduled'])
  })

  it('refuses a wrong one', async () => {
    const { result, events: seen, failures } = await call(eventOf(signed('else')))
    expect(result).toEqual({ ...accepted, statusCode: 401 })
    expect(seen).toEqual([])
    expect(failures).toMatchObject([{ error: { _tag: 'SignatureMismatch' } }])
  })
})

describe('Lambda', () => {
  const post = { requestContext: { http: { method: 'POST' } } }
  const mac = sign(bodyText)

  it.each<[string, LambdaEvent, number, string]>([
    ['no headers', { ...post, body: bodyText }, 401, 'HeaderMissing'],
    [
      'headers of null',
      { ...post, headers: null, multiValueHeaders: null, body: bodyText },
      401,
      'HeaderMissing',
    ],
    [
      'a list of two',
      { multiValueHeaders: { [SIGNATURE_HEADER]: [mac, mac] }, body: bodyText },
      401,
      'HeaderRepeated',
    ],
    [
      'two that v2 joins',
      { ...post, headers: { [SIGNATURE_HEADER]: `${mac},${mac}` }, body: bodyText },
      401,
      'HeaderRepeated',
    ],
    ['a body of null', { ...post, headers: signed(bodyText), body: null }, 400, 'BodyMissing'],
    ['no body', { ...post, headers: signed(bodyText) }, 400, 'BodyMissing'],
    [
      'a parsed body',
      { ...post, headers: signed(bodyText), body: JSON.parse(bodyText) },
      500,
      'BodyAlreadyParsed',
    ],
  ])('%s: refused', async (_name, event, statusCode, tag) => {
    const { result, failures } = await call(event)
    expect(result).toEqual({ ...accepted, statusCode })
    expect(failures).toMatchObject([{ error: { _tag: tag } }])
  })

  it('takes bytes that are no text where they are in base64', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from(bodyText)])
    const { result } = await call({
      ...post,
      headers: signed(bytes),
      body: base64(bytes),
      isBase64Encoded: true,
    })
    expect(result).toEqual(accepted)
  })

  it('takes no base64 that is none', async () => {
    const { result, failures } = await call({
      ...post,
      headers: signed(bodyText),
      body: '{"a":1}',
      isBase64Encoded: true,
    })
    expect(result.statusCode).toBe(400)
    expect(failures).toEqual([{ kind: 'interrupted' }])
  })

  it.each([
    ['text', bodyText, false],
    ['base64', base64(bodyText), true],
  ])('measures %s before anything else', async (_name, body, isBase64Encoded) => {
    const size = Buffer.byteLength(bodyText)
    const event = { ...post, headers: signed(bodyText), body, isBase64Encoded }
    for (const limit of [size - 1, size - 3, 10]) {
      const { result, failures } = await call(event, signing, limit)
      expect(result.statusCode).toBe(413)
      expect(failures).toMatchObject([{ error: { _tag: 'BodyTooLarge' } }])
    }
    expect((await call(event, signing, size)).result).toEqual(accepted)
  })

  it('no other method', async () => {
    expect((await call({ httpMethod: 'GET' })).result).toEqual({
      ...accepted,
      statusCode: 405,
      headers: { allow: 'POST' },
    })
  })

  it('says what the provider wants to hear', async () => {
    const said = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'Got it' }
    const { result } = await call(
      { ...post, headers: { token: SECRET }, body: bodyText },
      { ...tokenSending, accepted: said },
    )
    expect(result).toEqual({ ...accepted, headers: said.headers, body: said.body })
  })
})
