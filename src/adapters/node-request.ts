import { left, right, type Either } from 'fp-ts/Either'
import type { AnyProvider, Reply } from '../provider'
import type { BodyInput } from '../request/body'
import { newChunks } from './chunks'
import { handle, type HandlerOptions, type Unread } from './handle'

/** A readable stream of Node, as far as it is needed to read one body. */
export interface NodeStream {
  readonly readableDidRead?: boolean | undefined
  readonly readableEnded?: boolean | undefined
  readonly destroyed?: boolean | undefined
  on(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown
  on(event: 'end' | 'close', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown
}

/** An `IncomingMessage`, and what middleware may have put beside it. */
export interface NodeRequest extends NodeStream {
  readonly method?: string | undefined
  readonly httpVersionMajor?: number | undefined
  /** `headers` would drop a second `Authorization`. */
  readonly rawHeaders: readonly string[]
  readonly body?: unknown
  /** The bytes that some platforms and middleware keep beside a parsed body. */
  readonly rawBody?: unknown
}

/** A `ServerResponse`. */
export interface NodeResponse {
  statusCode: number
  readonly headersSent?: boolean | undefined
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}

const isRaw = (body: unknown): body is string | ArrayBufferView =>
  typeof body === 'string' || ArrayBuffer.isView(body)

/** Reads a stream up to the limit. It does not reject, and does not wait for a client that is gone. */
export const readStream = (stream: NodeStream, maxBytes: number): Promise<Either<Unread, BodyInput>> =>
  new Promise((resolve) => {
    if (stream.destroyed === true) {
      resolve(left('interrupted'))
      return
    }
    const chunks = newChunks(maxBytes)
    const settle = (result: Either<Unread, BodyInput>): void => {
      // Without a listener the stream flows on into nothing; its errors must still be heard.
      stream.off('data', onData)
      resolve(result)
    }
    const onData = (chunk: Uint8Array | string): void => {
      if (!chunks.add(chunk)) settle(left('too-large'))
    }
    stream.on('data', onData)
    stream.on('end', () => settle(right(chunks.joined())))
    stream.on('error', () => settle(left('interrupted')))
    stream.on('close', () => settle(left('interrupted')))
  })

/** The body of a request: what was kept of it raw, what is still to be read, or else what middleware made of it. */
const readNodeBody = async (request: NodeRequest, maxBytes: number): Promise<Either<Unread, BodyInput>> => {
  if (isRaw(request.rawBody)) return right(request.rawBody)
  const isRead = request.readableDidRead === true || request.readableEnded === true
  if (!isRead) return readStream(request, maxBytes)
  return request.body === undefined || request.body === null ? left('consumed') : right(request.body)
}

/** Answers, unless something else has. */
const sendReply = (request: NodeRequest, response: NodeResponse, reply: Reply): void => {
  if (response.headersSent === true) return
  response.statusCode = reply.status
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value)
  // The rest of a body that was not read to its end is not waited for.
  if (reply.status === 413 && request.httpVersionMajor === 1) response.setHeader('connection', 'close')
  response.end(reply.body)
}

/** A handler on Node's request and response. */
export const nodeHandler =
  <P extends AnyProvider, Req extends NodeRequest, Res extends NodeResponse>(
    provider: P,
    options: HandlerOptions<P, readonly [request: Req, response: Res]>,
    howToKeepTheBody: string,
  ) =>
  async (request: Req, response: Res): Promise<void> => {
    const incoming = {
      method: request.method,
      headers: request.rawHeaders,
      readBody: (maxBytes: number) => readNodeBody(request, maxBytes),
      howToKeepTheBody,
    }
    sendReply(request, response, await handle(provider, options, incoming, [request, response]))
  }
