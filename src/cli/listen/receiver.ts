import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLeft } from 'fp-ts/Either'
import { readStream } from '../../adapters/node-request'
import type { Credentials } from '../../auth/credentials'
import { acknowledge, verifyWebhook } from '../../named'
import { providers, type ProviderName } from '../../providers/index'
import type { BodyInput } from '../../request/body'
import { isProviderName } from '../guess'
import { checkedBy, type Checked, type Inspected } from '../inspect'
import { maskBody, maskHeaders } from '../mask'
import type { Store } from './store'

/** How the deliveries of the providers are checked. */
export interface Checks {
  /** Null where there is no secret to check by. */
  readonly credentialsOf: (provider: ProviderName, url: URL) => Credentials | null
  /** Headers that carry a secret of the user's own. */
  readonly secretHeaders: readonly string[]
}

/** Headers by name; of one that came more than once, all values. */
const headersOf = (raw: readonly string[]): Record<string, string> => {
  const headers = new Map<string, string>()
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase()
    const before = headers.get(name)
    headers.set(name, before === undefined ? (raw[at + 1] ?? '') : `${before}, ${raw[at + 1] ?? ''}`)
  }
  return Object.fromEntries(headers)
}

const textOf = (body: BodyInput): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : typeof body === 'string' ? body : ''

const check = (
  provider: ProviderName,
  request: IncomingMessage,
  body: BodyInput,
  credentials: Credentials | null,
): Checked =>
  credentials === null
    ? { kind: 'unchecked' }
    : checkedBy(verifyWebhook(provider, request.rawHeaders, body, credentials))

/** What a server that uses the library would answer. */
const replyTo = ({ provider, checked, read }: Inspected) => {
  if (checked.kind === 'refused') return { status: checked.error.httpStatus, headers: {}, body: '' }
  if (read.kind === 'refused') return { status: read.error.httpStatus, headers: {}, body: '' }
  return acknowledge(provider, 'accepted')
}

const answer = (response: ServerResponse, status: number, headers: object, body: string): void => {
  response.writeHead(status, { ...headers })
  response.end(body)
}

/** The provider whose path a request has: /rently, and whatever comes behind it. */
const providerOfPath = (path: string): ProviderName | null => {
  const name = path.split('/')[1] ?? ''
  return isProviderName(name) ? name : null
}

/**
 * Takes the deliveries of all providers, one path each, and keeps them all, refused ones too: those are what one
 * wants to look at.
 */
export const receive =
  (store: Store, checks: Checks, maxBytes: number) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const provider = providerOfPath(url.pathname)
    if (provider === null) {
      const paths = Object.keys(providers).map((name) => `/${name}`)
      answer(response, 404, { 'content-type': 'text/plain' }, `POST to one of ${paths.join(' ')}\n`)
      return
    }
    if (request.method !== 'POST') {
      answer(response, 405, { allow: 'POST', 'content-type': 'text/plain' }, 'Deliveries come by POST.\n')
      return
    }
    const body = await readStream(request, maxBytes)
    if (isLeft(body)) {
      answer(response, body.left === 'too-large' ? 413 : 400, { connection: 'close' }, '')
      return
    }
    const inspected = await store.add({
      id: crypto.randomUUID(),
      receivedAt: new Date().toISOString(),
      provider,
      headers: maskHeaders(headersOf(request.rawHeaders), checks.secretHeaders),
      body: maskBody(providers[provider], textOf(body.right)),
      checked: check(provider, request, body.right, checks.credentialsOf(provider, url)),
    })
    const reply = replyTo(inspected)
    answer(response, reply.status, reply.headers, reply.body)
  }
