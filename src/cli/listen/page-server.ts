import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRight } from 'fp-ts/Either'
import { readStream } from '../../adapters/node-request'
import { parseJson } from '../../request/json-text'
import type { Inspected } from '../inspect'
import type { Store } from './store'

/** What the page is told when it loads. */
export interface PageSetup {
  readonly endpoints: readonly {
    readonly provider: string
    readonly url: string
    readonly checked: boolean
  }[]
  /** By provider and name: 'rently/self-scheduling'. */
  readonly samples: readonly string[]
}

export interface PageOptions {
  readonly setup: PageSetup
  /** Sends a sample to the receiver; false where there is none of that name. */
  readonly send: (sample: string) => Promise<boolean>
}

const files: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['inspector.html', 'text/html; charset=utf-8'],
  '/inspector.js': ['inspector.js', 'text/javascript; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
}

/** What is shown was sent by somebody else: the page may load and run nothing but its own files. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/**
 * Whether a browser means this page and no name that somebody else's server lets point here: otherwise a web page
 * could read the deliveries.
 */
const isLocal = (host: string | undefined): boolean =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host ?? '')

const isOwnPage = ({ headers }: IncomingMessage): boolean =>
  headers.origin === `http://${headers.host ?? ''}` &&
  headers['content-type']?.startsWith('application/json') === true

const answer = (response: ServerResponse, status: number, type: string, body: string | Uint8Array): void => {
  response.writeHead(status, { ...securityHeaders, 'content-type': type })
  response.end(body)
}

const TOO_FAR_BEHIND = 64 * 1024 * 1024

/** Everything there is, and then each delivery as it comes. A page that was cut off begins anew. */
const stream = (store: Store, request: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream' })
  const send = (event: string, data: unknown): void => {
    if (response.writableLength > TOO_FAR_BEHIND) response.destroy()
    else response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  send('all', store.all())
  const unsubscribe = store.subscribe((delivery: Inspected) => send('delivery', delivery))
  request.on('close', unsubscribe)
}

const LONGEST_REQUEST = 4096

const sampleIn = async (request: IncomingMessage): Promise<string | null> => {
  const body = await readStream(request, LONGEST_REQUEST)
  const json = isRight(body) ? parseJson(textOf(body.right), 2) : body
  const sample: unknown = isRight(json) ? (json.right as { sample?: unknown } | null)?.sample : null
  return typeof sample === 'string' ? sample : null
}

const textOf = (body: unknown): string => (body instanceof Uint8Array ? new TextDecoder().decode(body) : '')

/** The page, for browsers on this machine only. */
export const servePage =
  (store: Store, folder: URL, options: PageOptions) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (!isLocal(request.headers.host)) {
      answer(response, 403, 'text/plain', 'This page is for browsers on the machine it runs on.\n')
    } else if (request.method === 'POST' && path === '/send') {
      if (!isOwnPage(request)) {
        answer(response, 403, 'text/plain', '')
        return
      }
      const sample = await sampleIn(request)
      const sent = sample !== null && (await options.send(sample))
      answer(response, sent ? 204 : 404, 'text/plain', '')
    } else if (request.method !== 'GET') answer(response, 405, 'text/plain', '')
    else if (path === '/deliveries') stream(store, request, response)
    else if (path === '/setup') answer(response, 200, 'application/json', JSON.stringify(options.setup))
    else {
      const [file, type] = files[path] ?? []
      if (file === undefined || type === undefined) answer(response, 404, 'text/plain', 'not found\n')
      else answer(response, 200, type, await readFile(new URL(file, folder)))
    }
  }
