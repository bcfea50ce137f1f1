import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import express5 from 'express'
import express4 from 'express4'
import { afterEach, describe, expect, it } from 'vitest'
import { webhookHandler, type HandlerFailure } from '../../src/adapters/express'
import type { AnyProvider } from '../../src/provider'
import { bodyText, SECRET, signed, signing, tokenSending } from '../support/deliveries'
import { send, type Answer } from './client'

interface Seen {
  readonly answer: Answer
  readonly events: readonly string[]
  readonly failures: readonly HandlerFailure[]
}

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** One delivery to an application that has something in front of the route. */
const deliver = async (
  create: typeof express5,
  front: (create: typeof express5) => express5.RequestHandler,
  provider: AnyProvider,
  headers: Record<string, string>,
): Promise<Seen> => {
  const events: string[] = []
  const failures: HandlerFailure[] = []
  const app = create()
  app.use(front(create))
  app.post(
    '/hook',
    webhookHandler(provider, {
      credentials: { secrets: SECRET },
      onEvent: (event) => events.push(event.type),
      onError: (failure, request: express5.Request) => {
        expect(request.path).toBe('/hook')
        failures.push(failure)
      },
    }),
  )
  const server = createServer(app as RequestListener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const answer = await send((server.address() as AddressInfo).port, {
    path: '/hook',
    headers,
    body: bodyText,
  })
  return { answer, events, failures }
}

const drain: express5.RequestHandler = (request, _response, next) => {
  request.on('end', () => next()).resume()
}

describe.each([
  ['Express 5', express5],
  ['Express 4', express4],
])('%s', (_name, create) => {
  it.each([
    ['express.raw', (app: typeof express5) => app.raw({ type: '*/*' })],
    ['express.text', (app: typeof express5) => app.text({ type: '*/*' })],
    [
      'express.json that keeps the bytes',
      (app: typeof express5) =>
        app.json({ verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }) }),
    ],
    ['a parser for another type', (app: typeof express5) => app.urlencoded({ extended: false })],
  ])('%s in front leaves the body raw', async (_parser, front) => {
    const { answer, events, failures } = await deliver(create, front, signing, signed(bodyText))
    expect(failures).toEqual([])
    expect(events).toEqual(['showing.scheduled'])
    expect(answer.status).toBe(200)
  })

  it.each([
    ['express.json', (app: typeof express5) => app.json()],
    ['something that read the request', () => drain],
  ])('%s in front is told to whoever set it up, and to nobody else', async (_parser, front) => {
    const { answer, events, failures } = await deliver(create, front, signing, signed(bodyText))
    expect(events).toEqual([])
    expect(failures).toMatchObject([{ kind: 'refused', error: { _tag: 'BodyAlreadyParsed' } }])
    expect(JSON.stringify(failures)).toContain('app.use(express.json())')
    expect(answer).toMatchObject({ status: 500, body: '' })
  })

  it('express.json in front does no harm to a provider that does not sign', async () => {
    const { answer, events } = await deliver(create, (app) => app.json(), tokenSending, { token: SECRET })
    expect(events).toEqual(['showing.scheduled'])
    expect(answer.status).toBe(200)
  })
})
