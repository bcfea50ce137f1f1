import { describe, expect, it } from 'vitest'
import { webhookHandler, type HandlerFailure } from '../../src/adapters/fetch'
import { bodyText, SECRET, signed, signing } from '../support/deliveries'

const setUp = () => {
  const events: string[] = []
  const failures: HandlerFailure[] = []
  const handler = webhookHandler(signing, {
    credentials: { secrets: SECRET },
    onEvent: (event) => events.push(event.type),
    onError: (failure) => failures.push(failure),
    maxBytes: 1000,
  })
  return { handler, events, failures }
}

const requestOf = (body: BodyInit | null): Request =>
  new Request('https://receiver.example/hook', {
    method: 'POST',
    headers: signed(bodyText),
    body,
    duplex: 'half',
  } as RequestInit)

describe('a fetch handler', () => {
  it('answers a request of its own making', async () => {
    const { handler, events } = setUp()
    const response = await handler(requestOf(bodyText))
    expect(response.status).toBe(200)
    expect(response.body).toBeNull()
    expect(events).toEqual(['showing.scheduled'])
  })

  it('says that the body was read before', async () => {
    const { handler, failures } = setUp()
    const request = requestOf(bodyText)
    await request.json()
    expect((await handler(request)).status).toBe(500)
    expect(failures).toMatchObject([
      { error: { _tag: 'BodyAlreadyParsed', hint: expect.stringContaining('request.clone()') } },
    ])
  })

  it('says the same where something holds the body', async () => {
    const { handler, failures } = setUp()
    const request = requestOf(bodyText)
    request.body?.getReader()
    expect((await handler(request)).status).toBe(500)
    expect(failures).toMatchObject([{ error: { _tag: 'BodyAlreadyParsed' } }])
  })

  it('takes a clone', async () => {
    const { handler, events } = setUp()
    const request = requestOf(bodyText)
    const clone = request.clone()
    await request.json()
    expect((await handler(clone)).status).toBe(200)
    expect(events).toEqual(['showing.scheduled'])
  })

  it('stops reading at the first byte too many, and tells the sender to stop', async () => {
    const { handler, failures } = setUp()
    let pulled = 0
    let isCanceled = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(300))
      },
      cancel: () => {
        isCanceled = true
        return Promise.reject(new Error('no'))
      },
    })
    expect((await handler(requestOf(endless))).status).toBe(413)
    expect(failures).toMatchObject([{ error: { _tag: 'BodyTooLarge' } }])
    expect(isCanceled).toBe(true)
    expect(pulled).toBeLessThan(8)
  })

  it('survives a body that breaks off', async () => {
    const { handler, events, failures } = setUp()
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new Error('reset')),
    })
    expect((await handler(requestOf(broken))).status).toBe(400)
    expect(failures).toEqual([{ kind: 'interrupted' }])
    expect(events).toEqual([])
  })

  it('says that there is no body', async () => {
    const { handler, failures } = setUp()
    expect((await handler(requestOf(null))).status).toBe(400)
    expect(failures).toMatchObject([{ kind: 'refused', error: { _tag: 'BodyMissing', httpStatus: 400 } }])
  })

  it('hands on what the framework gives beside the request', async () => {
    const seen: unknown[] = []
    const handler = webhookHandler(signing, {
      credentials: (_request, env: { readonly SECRET: string }) => ({ secrets: env.SECRET }),
      onEvent: (_event, request, env) => seen.push(request.url, env),
      onError: () => undefined,
    })
    const env = { SECRET }
    expect((await handler(requestOf(bodyText), env)).status).toBe(200)
    expect(seen).toEqual(['https://receiver.example/hook', env])
  })
})
