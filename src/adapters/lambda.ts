import { left, right, type Either } from 'fp-ts/Either'
import type { AnyProvider } from '../provider'
import type { BodyInput } from '../request/body'
import { handle, type HandlerOptions, type Unread } from './handle'

export type { HandlerFailure, HandlerOptions } from './handle'

/** The event of API Gateway v1 and v2, of a function URL, or of a load balancer. */
export interface LambdaEvent {
  readonly body?: string | null | undefined
  readonly isBase64Encoded?: boolean | undefined
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined
  readonly httpMethod?: string | undefined
  readonly requestContext?:
    { readonly http?: { readonly method?: string | undefined } | undefined } | undefined
}

export interface LambdaResult {
  statusCode: number
  headers: Record<string, string>
  body: string
  isBase64Encoded: boolean
}

const bytesOfBase64 = (base64: string): Either<Unread, Uint8Array> => {
  try {
    return right(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
  } catch {
    return left('interrupted')
  }
}

const readBody = (event: LambdaEvent, maxBytes: number): Either<Unread, BodyInput> => {
  if (event.isBase64Encoded !== true || typeof event.body !== 'string') return right(event.body)
  // Four characters are three bytes, of which two may be padding.
  return (event.body.length / 4) * 3 - 2 > maxBytes ? left('too-large') : bytesOfBase64(event.body)
}

/**
 * A handler of one provider's webhook for AWS Lambda behind API Gateway (v1 and v2), a function URL or a load
 * balancer. It does not reject.
 *
 * @example
 * export const handler = webhookHandler(propexo, { credentials, onEvent, onError })
 */
export const webhookHandler =
  <P extends AnyProvider, Event extends LambdaEvent = LambdaEvent, Context = unknown>(
    provider: P,
    options: HandlerOptions<P, readonly [event: Event, context: Context]>,
  ) =>
  async (event: Event, context?: Context): Promise<LambdaResult> => {
    const incoming = {
      method: event.httpMethod ?? event.requestContext?.http?.method,
      headers: event.multiValueHeaders ?? event.headers ?? {},
      readBody: (maxBytes: number) => Promise.resolve(readBody(event, maxBytes)),
      howToKeepTheBody: 'let no middleware parse event.body before the handler',
    }
    const { status, headers, body } = await handle(provider, options, incoming, [event, context as Context])
    return { statusCode: status, headers: { ...headers }, body, isBase64Encoded: false }
  }
