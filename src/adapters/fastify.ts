import { left, right, type Either } from 'fp-ts/Either'
import type { AnyProvider } from '../provider'
import type { BodyInput } from '../request/body'
import { handle, type HandlerOptions, type Unread } from './handle'
import { readStream, type NodeStream } from './node-request'

export type { HandlerFailure, HandlerOptions } from './handle'

/** A `FastifyRequest`. */
export interface FastifyRequestLike {
  readonly method: string
  readonly body?: unknown
  /** What the plugin fastify-raw-body keeps. */
  readonly rawBody?: unknown
  readonly raw: NodeStream & { readonly rawHeaders: readonly string[] }
}

/** A `FastifyReply`. */
export interface FastifyReplyLike {
  code(status: number): unknown
  headers(headers: Record<string, string>): unknown
  send(body: string): unknown
}

/** A `FastifyInstance`. */
export interface FastifyInstanceLike<Req, Rep> {
  removeAllContentTypeParsers(): unknown
  addContentTypeParser(
    contentType: string,
    parser: (request: unknown, payload: NodeStream) => Promise<unknown>,
  ): unknown
  post(path: string, handler: (request: Req, reply: Rep) => Promise<unknown>): unknown
}

const howToKeepTheBody =
  'register `webhookRoute`, which keeps Fastify from parsing the body, or use fastify-raw-body'

const isStream = (body: unknown): body is NodeStream =>
  typeof body === 'object' && body !== null && 'on' in body && 'readableEnded' in body

const readBody = async (
  request: FastifyRequestLike,
  maxBytes: number,
): Promise<Either<Unread, BodyInput>> => {
  const body = request.rawBody ?? request.body
  if (isStream(body)) return readStream(body, maxBytes)
  if (body !== undefined && body !== null) return right(body)
  return request.raw.readableDidRead === true ? left('consumed') : readStream(request.raw, maxBytes)
}

/**
 * A route handler of one provider's webhook for Fastify, on an instance that keeps the body raw; `webhookRoute`
 * makes one. It does not reject.
 */
export const webhookHandler =
  <
    P extends AnyProvider,
    Req extends FastifyRequestLike = FastifyRequestLike,
    Rep extends FastifyReplyLike = FastifyReplyLike,
  >(
    provider: P,
    options: HandlerOptions<P, readonly [request: Req, reply: Rep]>,
  ) =>
  async (request: Req, reply: Rep): Promise<Rep> => {
    const incoming = {
      method: request.method,
      headers: request.raw.rawHeaders,
      readBody: (maxBytes: number) => readBody(request, maxBytes),
      howToKeepTheBody,
    }
    const { status, headers, body } = await handle(provider, options, incoming, [request, reply])
    reply.code(status)
    reply.headers({ ...headers })
    reply.send(body)
    return reply
  }

/**
 * A plugin with the route of one provider's webhook. Within it Fastify parses no body; the rest of the
 * application parses as before.
 *
 * @example
 * await fastify.register(webhookRoute('/webhooks/propexo', propexo, { credentials, onEvent, onError }))
 */
export const webhookRoute =
  <
    P extends AnyProvider,
    Req extends FastifyRequestLike = FastifyRequestLike,
    Rep extends FastifyReplyLike = FastifyReplyLike,
  >(
    path: string,
    provider: P,
    options: HandlerOptions<P, readonly [request: Req, reply: Rep]>,
  ) =>
  (fastify: FastifyInstanceLike<Req, Rep>, _options: unknown, done: () => void): void => {
    fastify.removeAllContentTypeParsers()
    fastify.addContentTypeParser('*', (_request, payload) => Promise.resolve(payload))
    fastify.post(path, webhookHandler(provider, options))
    done()
  }
