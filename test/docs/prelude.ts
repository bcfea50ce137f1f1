import { createHmac } from 'node:crypto'
import express from 'express'
import Fastify from 'fastify'
import { unwrap } from '../../src/error'
import { parseWebhook } from '../../src/named'
import type { LeasingEvent } from '../../src/providers/index'
import { fixture } from '../support/fixtures'
import type { PropexoPayload } from '../../src/providers/propexo/payload'

// What the pages and the examples speak of without declaring it: the reader's own program.

export { createServer } from 'node:http'
export { isLeft, isRight } from 'fp-ts/Either'
export { default as fc } from 'fast-check'
export { express }

const sample = fixture('rently/self-scheduling').bytes

export const rawBody: Uint8Array = sample
export const bytes = rawBody
export const body = rawBody
export const secret = 'a secret of both sides'

export const request = {
  method: 'POST',
  url: '/webhooks/propexo',
  headers: new Headers({ 'propexo-signature': createHmac('sha256', secret).update(sample).digest('hex') }),
  body: JSON.parse(fixture('rently/self-scheduling').body) as Record<string, unknown>,
}

export const headers = request.headers

export const deliveries = [{ provider: 'rently', headers: {}, body: sample }] as const

/** Answers without a network. */
export const broker = 'data:application/json,{}'

export const event: LeasingEvent = unwrap(
  parseWebhook('rently', {}, JSON.stringify({ ...request.body, newFieldOfTheirs: 1 })),
)

/** What was last heard of the same showing. */
export const known: LeasingEvent | null = event

export const casayesEvent = unwrap(parseWebhook('casayes', {}, fixture('casayes/listing-deleted').body))

export const payload: PropexoPayload = { event: 'DATA_UPDATE', object: 'leases', diff: {} } as PropexoPayload

const happened: unknown[] = []
const note = (...what: readonly unknown[]): void => {
  happened.push(what)
}

export const book = note
export const handle = note
export const log = note
export const reply = note
export const onEvent = note
export const onError = note
export const calendar = { apply: note }
export const queue = {
  add: (item: unknown): Promise<void> => {
    note(item)
    return Promise.resolve()
  },
}
export const sql = (texts: TemplateStringsArray, ...values: readonly unknown[]): Promise<void> =>
  queue.add([texts, values])

export const credentials = { secrets: secret }

export const app = express()
export const fastify = Fastify()

export const secrets = [secret]
export const production = secret
export const sandbox = 'another secret'
export { propexo } from '../../src/providers/propexo/index'
export { rently } from '../../src/providers/rently/index'

/** What a Worker is given. */
export interface Env {
  readonly PROPEXO_SECRET: string
  readonly QUEUE: { readonly send: (message: unknown) => Promise<void> }
}

type Serve = (request: Request) => Promise<Response>
export const Deno = { serve: (_handler: Serve): void => undefined }
export const Bun = { serve: (_options: { readonly fetch: Serve }): void => undefined }

export const handler: Serve = (_request) => Promise.resolve(new Response())
