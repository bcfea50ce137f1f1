import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  bodyText,
  OLD_SECRET,
  SECRET,
  sign,
  SIGNATURE_HEADER,
  signed,
  unknownWordText,
} from '../support/deliveries'
import { CUT_OFF, hangUp, send, type Answer, type Sent } from './client'
import { SMALL, type Entry } from './scenarios'
import { servers, type Running } from './servers'

const bytes = Buffer.from(bodyText)
const withBom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
const notUtf8 = Buffer.concat([bytes.subarray(0, -2), Buffer.from([0xff]), bytes.subarray(-2)])
const oneByteOff = Buffer.from(bodyText.replace('4711', '4712'))
const zipped = gzipSync(bytes)
const long = JSON.stringify({ type: 'Self Scheduling', address: 'x'.repeat(SMALL) })
const twoMegabytes = JSON.stringify({ type: 'Self Scheduling', address: 'x'.repeat(2_000_000) })
const mac = sign(bodyText)
const asLatin1 = (text: string): string => Buffer.from(text).toString('latin1')

type Expected = string | { readonly event: string; readonly secret?: string | number }

/** What is sent, the status that is answered, and what the server's own code sees. */
const cases: readonly (readonly [name: string, sent: Sent, status: number, seen: Expected])[] = [
  [
    'the right signature',
    { path: '/signed', headers: signed(bodyText), body: bodyText },
    200,
    { event: 'showing.scheduled', secret: 0 },
  ],
  [
    'a header name in capitals',
    { path: '/signed', headers: { 'PROPEXO-SIGNATURE': mac }, body: bodyText },
    200,
    { event: 'showing.scheduled' },
  ],
  [
    'a wrong signature',
    { path: '/signed', headers: signed('else'), body: bodyText },
    401,
    'SignatureMismatch',
  ],
  ['no signature', { path: '/signed', body: bodyText }, 401, 'HeaderMissing'],
  [
    'a repeated header',
    { path: '/signed', headers: { [SIGNATURE_HEADER]: [mac, mac] }, body: bodyText },
    401,
    'HeaderRepeated',
  ],
  [
    'capital hex',
    { path: '/signed', headers: { [SIGNATURE_HEADER]: mac.toUpperCase() }, body: bodyText },
    401,
    'HeaderMalformed',
  ],
  [
    '65 characters',
    { path: '/signed', headers: { [SIGNATURE_HEADER]: `${mac}0` }, body: bodyText },
    401,
    'HeaderMalformed',
  ],
  [
    'a multibyte header',
    { path: '/signed', headers: { [SIGNATURE_HEADER]: asLatin1(`é${mac.slice(2)}`) }, body: bodyText },
    401,
    'HeaderMalformed',
  ],
  [
    'an empty header',
    { path: '/signed', headers: { [SIGNATURE_HEADER]: '' }, body: bodyText },
    401,
    'HeaderMalformed',
  ],
  [
    'an empty secret',
    { path: '/empty-secret', headers: signed(bodyText, ''), body: bodyText },
    500,
    'SecretInvalid',
  ],
  [
    'a blank secret',
    { path: '/blank-secret', headers: signed(bodyText, '  '), body: bodyText },
    500,
    'SecretInvalid',
  ],
  [
    'an unset secret',
    { path: '/unset-secret', headers: signed(bodyText), body: bodyText },
    500,
    'SecretMissing',
  ],
  ['no proof at all', { path: '/unsigned', body: bodyText }, 500, 'ProviderUnsigned'],
  [
    'the old secret of two',
    { path: '/rotated', headers: signed(bodyText, OLD_SECRET), body: bodyText },
    200,
    { event: 'showing.scheduled', secret: 'previous' },
  ],
  [
    'the new secret of two',
    { path: '/rotated', headers: signed(bodyText), body: bodyText },
    200,
    { event: 'showing.scheduled', secret: 'current' },
  ],
  [
    'one byte changed',
    { path: '/signed', headers: signed(bodyText), body: oneByteOff },
    401,
    'SignatureMismatch',
  ],
  [
    'a byte order mark',
    { path: '/signed', headers: signed(withBom), body: withBom },
    200,
    { event: 'showing.scheduled' },
  ],
  [
    'a byte order mark that was not signed',
    { path: '/signed', headers: signed(bodyText), body: withBom },
    401,
    'SignatureMismatch',
  ],
  [
    'bytes that are no UTF-8',
    { path: '/signed', headers: signed(notUtf8), body: notUtf8 },
    400,
    'BodyNotUtf8',
  ],
  ['no JSON', { path: '/signed', headers: signed('not json'), body: 'not json' }, 400, 'BodyNotJson'],
  [
    'no payload',
    { path: '/signed', headers: signed('{"type":7}'), body: '{"type":7}' },
    422,
    'PayloadInvalid',
  ],
  ['no body', { path: '/signed', headers: signed('') }, 400, 'BodyMissing'],
  [
    'no content type',
    { path: '/signed', headers: { ...signed(bodyText), 'content-type': undefined }, body: bodyText },
    200,
    { event: 'showing.scheduled' },
  ],
  [
    'a form by its type',
    {
      path: '/signed',
      headers: { ...signed(bodyText), 'content-type': 'application/x-www-form-urlencoded' },
      body: bodyText,
    },
    200,
    { event: 'showing.scheduled' },
  ],
  [
    'gzip',
    { path: '/signed', headers: { ...signed(zipped), 'content-encoding': 'gzip' }, body: zipped },
    415,
    '415',
  ],
  [
    'gzip, signed before',
    { path: '/signed', headers: { ...signed(bodyText), 'content-encoding': 'gzip' }, body: zipped },
    415,
    '415',
  ],
  [
    'gzip that does not say so',
    { path: '/signed', headers: signed(zipped), body: zipped },
    400,
    'BodyNotUtf8',
  ],
  [
    'a chunked body',
    { path: '/signed', headers: { ...signed(bodyText), 'transfer-encoding': 'chunked' }, body: bodyText },
    200,
    { event: 'showing.scheduled' },
  ],
  [
    'a slow body',
    { path: '/signed', headers: signed(bodyText), body: bodyText, piece: 10 },
    200,
    { event: 'showing.scheduled' },
  ],
  ['a body that is too large', { path: '/small', headers: signed(long), body: long }, 413, 'BodyTooLarge'],
  [
    'a chunked body that is too large',
    { path: '/small', headers: { ...signed(long), 'transfer-encoding': 'chunked' }, body: long },
    413,
    'BodyTooLarge',
  ],
  [
    'a slow body that is too large',
    { path: '/small', headers: signed(long), body: long, piece: 100 },
    413,
    'BodyTooLarge',
  ],
  [
    'a body over the standard limit',
    { path: '/signed', headers: signed(twoMegabytes), body: twoMegabytes, piece: 500_000 },
    413,
    'BodyTooLarge',
  ],
  [
    'a claim of a large body',
    { path: '/signed', headers: signed(bodyText), claim: 2_000_000_000 },
    413,
    'BodyTooLarge',
  ],
  [
    'a word that no document names',
    { path: '/signed', headers: signed(unknownWordText), body: unknownWordText },
    200,
    { event: 'unrecognized' },
  ],
  [
    'a bearer token',
    { path: '/bearer', headers: { authorization: `Bearer ${SECRET}` }, body: bodyText },
    200,
    { event: 'showing.scheduled', secret: 0 },
  ],
  [
    'another bearer token',
    { path: '/bearer', headers: { authorization: 'Bearer nope' }, body: bodyText },
    401,
    'TokenMismatch',
  ],
  [
    'another scheme',
    { path: '/bearer', headers: { authorization: `Basic ${SECRET}` }, body: bodyText },
    401,
    'HeaderMalformed',
  ],
  [
    'two bearer tokens',
    { path: '/bearer', headers: { authorization: [`Bearer ${SECRET}`, 'Bearer nope'] }, body: bodyText },
    401,
    'HeaderRepeated',
  ],
  [
    'one account of many',
    { path: '/accounts', headers: { ...signed(bodyText), 'x-account': 'new' }, body: bodyText },
    200,
    { event: 'showing.scheduled' },
  ],
  [
    'another account',
    { path: '/accounts', headers: { ...signed(bodyText, OLD_SECRET), 'x-account': 'old' }, body: bodyText },
    200,
    { event: 'showing.scheduled' },
  ],
  [
    "another account's secret",
    { path: '/accounts', headers: { ...signed(bodyText), 'x-account': 'old' }, body: bodyText },
    401,
    'SignatureMismatch',
  ],
  [
    'an account that cannot be looked up',
    { path: '/no-account', headers: signed(bodyText), body: bodyText },
    503,
    'credentials: the queue is down',
  ],
  [
    'code that throws',
    { path: '/failing', headers: signed(bodyText), body: bodyText },
    503,
    'onEvent: the queue is down',
  ],
  [
    'code whose promise is rejected',
    { path: '/rejecting', headers: signed(bodyText), body: bodyText },
    503,
    'onEvent: the queue is down',
  ],
  [
    'code that takes its time',
    { path: '/slow', headers: signed(bodyText), body: bodyText },
    200,
    { event: 'showing.scheduled' },
  ],
  [
    'code that throws where errors go',
    { path: '/failing-twice', headers: signed(bodyText), body: bodyText },
    503,
    'onEvent: the queue is down',
  ],
]

const seenAs = (path: string, seen: Expected): object =>
  typeof seen === 'string' ? { path, failure: seen } : { path, ...seen }

describe.each(servers)('%s', (name, start) => {
  let running: Running
  beforeAll(async () => {
    running = await start()
  }, 30_000)
  afterAll(() => running.close())

  it.each(cases)('%s', async (_case, sent, status, seen) => {
    const answer: Answer = await send(running.port, sent)
    // A sender of far too much may find the connection closed before it looks for an answer.
    expect(answer.status).toBe(
      sent.body === twoMegabytes && answer.status === CUT_OFF.status ? CUT_OFF.status : status,
    )
    expect(await running.log()).toEqual([expect.objectContaining(seenAs(sent.path, seen))])
    if (status === 200) expect(answer.body).toBe(sent.path === '/bearer' ? '' : 'Taken')
    else expect(answer.body).toBe('')
  })

  it('another method than POST is no delivery', async () => {
    const answer = await send(running.port, {
      path: '/signed',
      method: 'PUT',
      headers: signed(bodyText),
      body: bodyText,
    })
    // Fastify's route is for POST alone.
    expect(answer.status).toBe(name === 'Fastify' ? 404 : 405)
    if (name !== 'Fastify') expect(answer.headers['allow']).toBe('POST')
    expect(await running.log()).toEqual(
      name === 'Fastify' ? [] : [{ path: '/signed', failure: '405', hint: null }],
    )
  })

  it('a client that hangs up is no delivery, and the next one is served', async () => {
    await hangUp(running.port, { path: '/signed', headers: signed(bodyText), body: bodyText })
    const answer = await send(running.port, { path: '/signed', headers: signed(bodyText), body: bodyText })
    expect(answer.status).toBe(200)
    const log: Entry[] = [...(await running.log())]
    for (let tries = 0; log.length < 2 && tries < 20; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      log.push(...(await running.log()))
    }
    expect(log).toContainEqual({ path: '/signed', event: 'showing.scheduled', secret: 0 })
    expect(log.filter((entry) => 'event' in entry)).toHaveLength(1)
    expect(log).toContainEqual({ path: '/signed', failure: 'interrupted', hint: null })
  })

  it('many at once are told apart', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => {
        const body = at % 2 === 0 ? bodyText : `${bodyText} `
        return send(running.port, { path: '/slow', headers: signed(bodyText), body })
      }),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, at) => (at % 2 === 0 ? 200 : 401)))
    await running.log()
  })
})
