import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { webhookHandler, webhookRoute, type HandlerFailure } from '../../src/adapters/fastify'
import { bodyText, SECRET, signed, signing } from '../support/deliveries'

const inject = {
  method: 'POST',
  headers: { ...signed(bodyText), 'content-type': 'application/json' },
  payload: bodyText,
} as const

const setUp = () => {
  const events: string[] = []
  const failures: HandlerFailure[] = []
  const options = {
    credentials: { secrets: SECRET },
    onEvent: (event: { readonly type: string }) => events.push(event.type),
    onError: (failure: HandlerFailure) => failures.push(failure),
  }
  return { app: fastify(), options, events, failures }
}

it('a route leaves the rest of the application as it was', async () => {
  const { app, options, events } = setUp()
  await app.register(webhookRoute('/hook', signing, options))
  app.post('/api', async (request) => ({ echo: request.body }))
  expect((await app.inject({ ...inject, url: '/hook' })).statusCode).toBe(200)
  expect(events).toEqual(['showing.scheduled'])
  expect((await app.inject({ ...inject, url: '/api' })).json()).toEqual({ echo: JSON.parse(bodyText) })
})

it('takes a prefix', async () => {
  const { app, options, events } = setUp()
  await app.register(webhookRoute('/hook', signing, options), { prefix: '/v1' })
  expect((await app.inject({ ...inject, url: '/v1/hook' })).statusCode).toBe(200)
  expect(events).toEqual(['showing.scheduled'])
})

it('the handler alone says that Fastify has parsed the body', async () => {
  const { app, options, events, failures } = setUp()
  app.post('/hook', webhookHandler(signing, options))
  const answer = await app.inject({ ...inject, url: '/hook' })
  expect(answer).toMatchObject({ statusCode: 500, body: '' })
  expect(events).toEqual([])
  expect(failures).toMatchObject([{ error: { _tag: 'BodyAlreadyParsed' } }])
  expect(JSON.stringify(failures)).toContain('webhookRoute')
})

it('the handler takes a body that a parser of the application leaves raw', async () => {
  const { app, options, events } = setUp()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.post('/hook', webhookHandler(signing, options))
  expect((await app.inject({ ...inject, url: '/hook' })).statusCode).toBe(200)
  expect(events).toEqual(['showing.scheduled'])
})

it('the handler takes the rawBody that fastify-raw-body keeps', async () => {
  const { app, options, events } = setUp()
  app.addHook('preHandler', async (request) => {
    Object.assign(request, { rawBody: bodyText })
  })
  app.post('/hook', webhookHandler(signing, options))
  expect((await app.inject({ ...inject, url: '/hook' })).statusCode).toBe(200)
  expect(events).toEqual(['showing.scheduled'])
})

it('the handler reads the body itself where no parser has', async () => {
  const { app, options, events } = setUp()
  app.addHook('onRequest', async (request, reply) => {
    await webhookHandler(signing, options)(request, reply)
  })
  app.post('/hook', async () => 'not reached')
  expect(await app.inject({ ...inject, url: '/hook' })).toMatchObject({ statusCode: 200, body: '' })
  expect(events).toEqual(['showing.scheduled'])
})

it('the handler says that a hook has read the body', async () => {
  const { app, options, events, failures } = setUp()
  app.addHook('onRequest', async (request, reply) => {
    for await (const _ of request.raw);
    await webhookHandler(signing, options)(request, reply)
  })
  app.post('/hook', async () => 'not reached')
  expect((await app.inject({ ...inject, url: '/hook' })).statusCode).toBe(500)
  expect(events).toEqual([])
  expect(failures).toMatchObject([{ error: { _tag: 'BodyAlreadyParsed' } }])
})

it("hands on the framework's own request and reply", async () => {
  const { app, options } = setUp()
  const seen: string[] = []
  await app.register(
    webhookRoute('/hook', signing, {
      ...options,
      credentials: (request: FastifyRequest) => {
        seen.push(request.routeOptions.url ?? '')
        return options.credentials
      },
      onEvent: (_event, request: FastifyRequest, reply: FastifyReply) => {
        seen.push(request.id)
        reply.header('x-seen', 'yes')
      },
    }),
  )
  const answer = await app.inject({ ...inject, url: '/hook' })
  expect(answer.headers['x-seen']).toBe('yes')
  expect(seen).toEqual(['/hook', expect.stringContaining('req-')])
})
