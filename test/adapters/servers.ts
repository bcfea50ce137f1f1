import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import express5 from 'express'
import express4 from 'express4'
import fastify, { type FastifyRequest } from 'fastify'
import { Hono } from 'hono'
import { Miniflare } from 'miniflare'
import { webhookHandler as expressHandler } from '../../src/adapters/express'
import { webhookRoute } from '../../src/adapters/fastify'
import { webhookHandler as fetchHandler } from '../../src/adapters/fetch'
import { webhookHandler as nodeHandler } from '../../src/adapters/node'
import { optionsOf, scenarios, type Entry } from './scenarios'

/** A server on loopback with a route for each scenario. */
export interface Running {
  readonly port: number
  /** What the server's own code has seen since the last call. */
  readonly log: () => Promise<readonly Entry[]>
  readonly close: () => Promise<void>
}

const portOf = (server: { address(): AddressInfo | string | null }): number =>
  (server.address() as AddressInfo).port

const listening = async (server: Server, log: Entry[]): Promise<Running> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: portOf(server),
    log: async () => log.splice(0),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const accountOfNode = (request: { headers?: IncomingMessage['headers'] }): string | null =>
  (request.headers?.['x-account'] as string | undefined) ?? null

const startNode = (): Promise<Running> => {
  const log: Entry[] = []
  const handlers = new Map(
    Object.entries(scenarios).map(([path, scenario]) => {
      const options = optionsOf(path, scenario, log, (request: IncomingMessage) => accountOfNode(request))
      return [path, nodeHandler(scenario.provider, options)]
    }),
  )
  return listening(
    createServer((request, response) => void handlers.get(request.url ?? '')?.(request, response)),
    log,
  )
}

const startExpress = (create: typeof express5) => (): Promise<Running> => {
  const log: Entry[] = []
  const app = create()
  for (const [path, scenario] of Object.entries(scenarios)) {
    const options = optionsOf(path, scenario, log, (request: express5.Request) => accountOfNode(request))
    app.all(path, expressHandler(scenario.provider, options))
  }
  app.use(create.json())
  return listening(createServer(app as RequestListener), log)
}

const startFastify = async (): Promise<Running> => {
  const log: Entry[] = []
  const app = fastify()
  for (const [path, scenario] of Object.entries(scenarios)) {
    const options = optionsOf(path, scenario, log, (request: FastifyRequest) => accountOfNode(request))
    await app.register(webhookRoute(path, scenario.provider, options))
  }
  await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    port: portOf(app.server),
    log: async () => log.splice(0),
    close: async () => {
      app.server.closeAllConnections()
      await app.close()
    },
  }
}

const startHono = async (): Promise<Running> => {
  const log: Entry[] = []
  const app = new Hono()
  for (const [path, scenario] of Object.entries(scenarios)) {
    const options = optionsOf(path, scenario, log, (request: Request) => request.headers.get('x-account'))
    const handler = fetchHandler(scenario.provider, options)
    app.all(path, (context) => handler(context.req.raw))
  }
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started as Server),
    )
  })
  return {
    port: portOf(server),
    log: async () => log.splice(0),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The Workers runtime has no `node:crypto`: its bundle gets the portable HMAC, as `default` of `#hmac` says. */
const startWorkers = async (): Promise<Running> => {
  const bundle = await build({
    entryPoints: [new URL('worker.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'import'],
    alias: { '#hmac': new URL('../../src/auth/hmac-noble.ts', import.meta.url).pathname },
  })
  const runtime = new Miniflare({
    modules: true,
    script: bundle.outputFiles[0]!.text,
    compatibilityDate: '2025-01-01',
    host: '127.0.0.1',
  })
  const url = await runtime.ready
  return {
    port: Number(url.port),
    log: async () => (await (await fetch(new URL('/log', url))).json()) as readonly Entry[],
    close: () => runtime.dispose(),
  }
}

export const servers: readonly (readonly [name: string, start: () => Promise<Running>])[] = [
  ['node:http', startNode],
  ['Express 5', startExpress(express5)],
  ['Express 4', startExpress(express4)],
  ['Fastify', startFastify],
  ['Hono', startHono],
  ['the Workers runtime', startWorkers],
]
