import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { webhookHandler, type HandlerFailure, type NodeRequest } from '../../src/adapters/node'
import { bodyText, SECRET, signed, signing } from '../support/deliveries'

/** A request as far as the adapter looks at it; what it reads is written into the stream. */
const requestWith = (extra: Partial<NodeRequest> = {}, body = bodyText) =>
  Object.assign(new PassThrough(), {
    method: 'POST',
    rawHeaders: Object.entries(signed(body)).flat(),
    ...extra,
  })

const newResponse = (headersSent?: boolean) => {
  const response = {
    statusCode: 0,
    headersSent,
    headers: {} as Record<string, string>,
    ended: [] as string[],
    setHeader: (name: string, value: string) => {
      response.headers[name] = value
    },
    end: (body: string) => {
      response.ended.push(body)
    },
  }
  return response
}

const setUp = (maxBytes = 1000) => {
  const events: string[] = []
  const failures: HandlerFailure[] = []
  const handler = webhookHandler(signing, {
    credentials: { secrets: SECRET },
    onEvent: (event) => events.push(event.type),
    onError: (failure) => failures.push(failure),
    maxBytes,
  })
  return { handler, events, failures }
}

it('takes a body that comes as text, since something has set an encoding', async () => {
  const { handler, events } = setUp()
  const request = requestWith()
  request.setEncoding('utf8')
  const response = newResponse()
  const done = handler(request, response)
  request.end(bodyText)
  await done
  expect(response).toMatchObject({ statusCode: 200, ended: [''] })
  expect(events).toEqual(['showing.scheduled'])
})

it('counts the bytes of such text, and not its characters', async () => {
  const { handler, failures } = setUp(5)
  const request = requestWith()
  request.setEncoding('utf8')
  const response = newResponse()
  const done = handler(request, response)
  request.end('ééé')
  await done
  expect(response.statusCode).toBe(413)
  expect(failures).toMatchObject([{ error: { _tag: 'BodyTooLarge', expected: 'at most 5 bytes' } }])
})

it('does not wait for a client that was gone before', async () => {
  const { handler, failures } = setUp()
  const request = requestWith()
  request.destroy()
  const response = newResponse()
  await handler(request, response)
  expect(response.statusCode).toBe(400)
  expect(failures).toEqual([{ kind: 'interrupted' }])
})

it('leaves alone a response that something else has begun', async () => {
  const { handler, events } = setUp()
  const request = requestWith()
  const response = newResponse(true)
  const done = handler(request, response)
  request.end(bodyText)
  await done
  expect(events).toEqual(['showing.scheduled'])
  expect(response).toMatchObject({ statusCode: 0, headers: {}, ended: [] })
})

it('closes an HTTP/1 connection whose body was not read to its end', async () => {
  const { handler } = setUp(10)
  const response = newResponse(false)
  const request = requestWith({ httpVersionMajor: 1 })
  const done = handler(request, response)
  request.end(bodyText)
  await done
  expect(response).toMatchObject({ statusCode: 413, headers: { connection: 'close' }, ended: [''] })
})
