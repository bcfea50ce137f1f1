import { isLeft, type Either } from 'fp-ts/Either'
import { acknowledge } from '../acknowledge'
import type { Credentials } from '../auth/credentials'
import { webhookError, type WebhookError } from '../error'
import type { Received } from '../event/base'
import type { AnyProvider, EventFrom, Reply } from '../provider'
import type { BodyInput } from '../request/body'
import { headerLookup, type HeadersInput } from '../request/headers'
import { maxBytesOf, receiveWebhook, type ParseOptions } from '../webhook'

/** Why a request did not end in success. Only a `failed` one holds something that this library did not make. */
export type HandlerFailure =
  /** The delivery was refused. The sender got `error.httpStatus` and no reason. */
  | { readonly kind: 'refused'; readonly error: WebhookError }
  /** No delivery: another method than POST (405), or a compressed body (415). */
  | { readonly kind: 'unsupported'; readonly status: 405 | 415; readonly expected: string }
  /** The body did not arrive in full. Nobody is there to read the answer. */
  | { readonly kind: 'interrupted' }
  /** A function of yours threw, or its promise was rejected. The provider was asked to send again. */
  | { readonly kind: 'failed'; readonly in: 'credentials' | 'onEvent'; readonly error: unknown }

/** What a handler is made of. `Args` is what the framework hands to it, and it hands on. */
export interface HandlerOptions<P extends AnyProvider, Args extends readonly unknown[]> extends ParseOptions {
  /** What to check the origin by, or a function of the request where several accounts share an endpoint. */
  readonly credentials: Credentials | ((...args: Args) => Credentials | Promise<Credentials>)
  /**
   * Your code, called once the origin is proven. The delivery is acknowledged when it has returned; if it throws,
   * the provider is asked to send again. It also gets `unrecognized` events.
   */
  readonly onEvent: (event: Received<EventFrom<P>>, ...args: Args) => unknown
  /** Told of everything else; without it a refused delivery would leave no trace. What it throws is dropped. */
  readonly onError: (failure: HandlerFailure, ...args: Args) => unknown
}

/** Why a body could not be read: too long, read by somebody else before, or not arrived in full. */
export type Unread = 'too-large' | 'consumed' | 'interrupted'

/** A request, as far as the runtimes have it in common. */
export interface Incoming {
  /** Undefined where the runtime does not say. */
  readonly method: string | undefined
  readonly headers: HeadersInput
  /** Reads the body and stops at the first byte too many. */
  readonly readBody: (maxBytes: number) => Promise<Either<Unread, BodyInput>>
  /** What to do in this framework so that the body gets here as it was sent. */
  readonly howToKeepTheBody: string
}

const empty = (status: number, headers: Reply['headers'] = {}): Reply => ({ status, headers, body: '' })

const firstValue = (headers: HeadersInput, name: string): string | null => {
  const values = headerLookup(headers)(name)
  return isLeft(values) ? null : (values.right[0] ?? null)
}

const isEncoded = (headers: HeadersInput): boolean => {
  const encoding = firstValue(headers, 'content-encoding')
  return encoding !== null && encoding !== '' && encoding.toLowerCase() !== 'identity'
}

/** Whether the sender announces more than is taken; then none of it need be read. */
const announcesMoreThan = (headers: HeadersInput, maxBytes: number): boolean =>
  Number(firstValue(headers, 'content-length') ?? 0) > maxBytes

type Step = { readonly failure: HandlerFailure; readonly reply: Reply }

const refused = (error: WebhookError): Step => ({
  failure: { kind: 'refused', error },
  reply: empty(error.httpStatus),
})

const failed = (provider: AnyProvider, within: 'credentials' | 'onEvent', error: unknown): Step => ({
  failure: { kind: 'failed', in: within, error },
  reply: acknowledge(provider, 'retry'),
})

const wrongMethod: Step = {
  failure: { kind: 'unsupported', status: 405, expected: 'POST' },
  reply: empty(405, { allow: 'POST' }),
}

/** A signature covers the bytes that were sent, and nobody documents which those are when they are compressed. */
const compressed: Step = {
  failure: { kind: 'unsupported', status: 415, expected: 'a body without content encoding' },
  reply: empty(415, { 'accept-encoding': 'identity' }),
}

const interrupted: Step = { failure: { kind: 'interrupted' }, reply: empty(400) }

const tooLarge = (maxBytes: number): Step =>
  refused(webhookError('BodyTooLarge', `at most ${String(maxBytes)} bytes`))

const unread = (reason: Unread, maxBytes: number, hint: string): Step => {
  switch (reason) {
    case 'too-large':
      return tooLarge(maxBytes)
    case 'consumed':
      return refused(webhookError('BodyAlreadyParsed', 'a request whose body was not read yet', { hint }))
    case 'interrupted':
      return interrupted
  }
}

/** Goes from the request to the user's code; null when that has returned. */
const deliver = async <P extends AnyProvider, Args extends readonly unknown[]>(
  provider: P,
  options: HandlerOptions<P, Args>,
  incoming: Incoming,
  args: Args,
): Promise<Step | null> => {
  const { method, headers, howToKeepTheBody } = incoming
  if (method !== undefined && method !== 'POST') return wrongMethod
  if (isEncoded(headers)) return compressed
  const maxBytes = maxBytesOf(options)
  if (announcesMoreThan(headers, maxBytes)) return tooLarge(maxBytes)
  const body = await incoming.readBody(maxBytes)
  if (isLeft(body)) return unread(body.left, maxBytes, howToKeepTheBody)

  let credentials: Credentials
  try {
    credentials =
      typeof options.credentials === 'function' ? await options.credentials(...args) : options.credentials
  } catch (error) {
    return failed(provider, 'credentials', error)
  }
  const received = receiveWebhook(provider, headers, body.right, credentials, options)
  if (isLeft(received)) {
    const error = received.left
    return refused(error._tag === 'BodyAlreadyParsed' ? { ...error, hint: howToKeepTheBody } : error)
  }
  try {
    await options.onEvent(received.right, ...args)
  } catch (error) {
    return failed(provider, 'onEvent', error)
  }
  return null
}

/**
 * What every adapter does: checks the request, verifies, reads, calls the user's code, and says what to answer.
 * It does not reject.
 */
export const handle = async <P extends AnyProvider, Args extends readonly unknown[]>(
  provider: P,
  options: HandlerOptions<P, Args>,
  incoming: Incoming,
  args: Args,
): Promise<Reply> => {
  const step = await deliver(provider, options, incoming, args)
  if (step === null) return acknowledge(provider, 'accepted')
  try {
    await options.onError(step.failure, ...args)
  } catch {
    // The answer goes out all the same.
  }
  return step.reply
}
