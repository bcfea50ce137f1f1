import { request, type ClientRequest } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** The connection was closed before all was sent, and Node gives up before it reads what was answered. */
export const CUT_OFF: Answer = { status: 0, headers: {}, body: '' }

export interface Sent {
  readonly method?: string
  readonly path: string
  /** `undefined` leaves out what is otherwise sent. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body?: string | Uint8Array
  /** Sends the body in pieces of this size, chunked, with a pause between them. */
  readonly piece?: number
  /** Claims this length and sends nothing. */
  readonly claim?: number
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const sendInPieces = async (sending: ClientRequest, body: Uint8Array, piece: number): Promise<void> => {
  for (let at = 0; at < body.length && !sending.destroyed; at += piece) {
    sending.write(body.subarray(at, at + piece))
    await pause(2)
  }
  sending.end()
}

const open = (port: number, { method = 'POST', path, headers, claim }: Sent): ClientRequest => {
  const length = claim === undefined ? undefined : String(claim)
  const all = { 'content-type': 'application/json', 'content-length': length, ...headers }
  const given = Object.entries(all).filter(([, value]) => value !== undefined)
  return request({
    port,
    method,
    path,
    host: '127.0.0.1',
    agent: false,
    headers: Object.fromEntries(given) as Record<string, string | string[]>,
  })
}

/** Sends one request over a connection of its own. */
export const send = (port: number, sent: Sent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sending = open(port, sent)
    sending.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const answer = {
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }
        resolve(answer)
        sending.destroy()
      })
      response.on('error', reject)
    })
    sending.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ECONNRESET') resolve({ ...CUT_OFF })
      else reject(error)
    })
    const body = typeof sent.body === 'string' ? Buffer.from(sent.body) : sent.body
    if (sent.claim !== undefined) sending.flushHeaders()
    else if (body !== undefined && sent.piece !== undefined) void sendInPieces(sending, body, sent.piece)
    else sending.end(body)
  })

/** Sends half of what it claims and hangs up. */
export const hangUp = async (port: number, sent: Sent & { readonly body: string }): Promise<void> => {
  const sending = open(port, { ...sent, claim: Buffer.byteLength(sent.body) })
  sending.on('error', () => undefined)
  sending.write(sent.body.slice(0, sent.body.length / 2))
  await pause(100)
  sending.destroy()
}
