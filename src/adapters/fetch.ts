import { left, right, type Either } from 'fp-ts/Either'
import type { AnyProvider } from '../provider'
import type { BodyInput } from '../request/body'
import { newChunks } from './chunks'
import { handle, type HandlerOptions, type Unread } from './handle'

export type { HandlerFailure, HandlerOptions } from './handle'

const howToKeepTheBody =
  'give the request to the handler before anything calls json() or text() on it, or give it request.clone()'

const readBody = async (request: Request, maxBytes: number): Promise<Either<Unread, BodyInput>> => {
  if (request.body === null) return right(undefined)
  if (request.bodyUsed || request.body.locked) return left('consumed')
  try {
    const reader = request.body.getReader()
    const chunks = newChunks(maxBytes)
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return right(chunks.joined())
      if (!chunks.add(value)) {
        // Not awaited: whoever sends without end need not agree to stop.
        reader.cancel().catch(() => undefined)
        return left('too-large')
      }
    }
  } catch {
    return left('interrupted')
  }
}

/**
 * A handler of one provider's webhook from `Request` to `Response`: Next App Router, Hono, SvelteKit, Remix,
 * Cloudflare Workers, Deno, Bun. What the framework passes beside the request (`env` in Workers) is handed on.
 * It does not reject.
 *
 * @example
 * export const POST = webhookHandler(propexo, {
 *   credentials: { secrets: process.env.PROPEXO_SECRET },
 *   onEvent: (event) => queue.add(event),
 *   onError: (failure) => console.error(failure),
 * })
 */
export const webhookHandler =
  <P extends AnyProvider, Context = unknown>(
    provider: P,
    options: HandlerOptions<P, readonly [request: Request, context: Context]>,
  ) =>
  async (request: Request, context?: Context): Promise<Response> => {
    const { method, headers } = request
    const incoming = {
      method,
      headers,
      readBody: (maxBytes: number) => readBody(request, maxBytes),
      howToKeepTheBody,
    }
    const reply = await handle(provider, options, incoming, [request, context as Context])
    return new Response(reply.body === '' ? null : reply.body, {
      status: reply.status,
      headers: reply.headers,
    })
  }
