import { left, type Either } from 'fp-ts/Either'
import { acknowledge as acknowledgeFor, type Outcome } from './acknowledge'
import type { Credentials } from './auth/credentials'
import { webhookError, type WebhookError } from './error'
import type { Received, Verification } from './event/base'
import type { AnyProvider, EventFrom, Reply } from './provider'
import { providers, type LeasingEvent, type ProviderName } from './providers/index'
import type { BodyInput } from './request/body'
import type { HeadersInput } from './request/headers'
import type { AnyEvent } from './event/event'
import { unmapped as unmappedOf } from './unmapped'
import {
  parseWebhook as parse,
  receiveWebhook as receive,
  verifyWebhook as verify,
  type ParseOptions,
} from './webhook'

const isName = (provider: unknown): provider is ProviderName =>
  typeof provider === 'string' && Object.hasOwn(providers, provider)

/** What cannot even be looked at is none. */
const isProvider = (provider: unknown): provider is AnyProvider => {
  try {
    const { name, codec, normalize } = provider as Partial<AnyProvider>
    return typeof name === 'string' && typeof codec?.decode === 'function' && typeof normalize === 'function'
  } catch {
    return false
  }
}

const unknownProvider = () => webhookError('ProviderUnknown', `one of ${Object.keys(providers).join(', ')}`)

/** The provider's value, for a name or the value itself; null for anything else. */
export const resolveProvider = (provider: unknown): AnyProvider | null => {
  if (isName(provider)) return providers[provider]
  return isProvider(provider) ? provider : null
}

/**
 * The event of a webhook delivery. **It checks no signature**: anybody can have sent the body. A server uses
 * `receiveWebhook`, which verifies first.
 *
 * - `provider`: a name, or a provider value (see `defineProvider`).
 * - `headers`: `Headers`, pairs, Node's raw headers or a record. No documented provider needs them here.
 * - `body`: text or bytes as received, or what a framework has already parsed.
 *
 * Synchronous and total: it never throws, whatever it is given. What is odd but not fatal is in the event's
 * `issues`; a word that no document names gives an `unrecognized` event. Fails with `ProviderUnknown`,
 * `BodyMissing`, `BodyTooLarge`, `BodyNotUtf8`, `BodyTooDeep`, `BodyNotJson` or `PayloadInvalid`.
 *
 * @example
 * const parsed = parseWebhook('rently', request.headers, rawBody)
 * if (isRight(parsed)) console.log(parsed.right.type, parsed.right.occurredAt?.instant)
 */
export function parseWebhook<Name extends ProviderName>(
  provider: Name,
  headers: HeadersInput,
  body: BodyInput,
  options?: ParseOptions,
): Either<WebhookError, LeasingEvent<Name>>
export function parseWebhook<P extends AnyProvider>(
  provider: P,
  headers: HeadersInput,
  body: BodyInput,
  options?: ParseOptions,
): Either<WebhookError, EventFrom<P>>
export function parseWebhook(
  provider: unknown,
  headers: HeadersInput,
  body: BodyInput,
  options?: ParseOptions,
): Either<WebhookError, unknown> {
  const known = resolveProvider(provider)
  return known === null ? left(unknownProvider()) : parse(known, headers, body, options)
}

/**
 * Proves where a delivery comes from, on the body exactly as received, and reads nothing of it. A server that also
 * wants the event uses `receiveWebhook`.
 *
 * - `provider`: a name, or a provider value.
 * - `headers`: the request's own; in Node `rawHeaders`, where `headers` drops a second `Authorization`.
 * - `body`: text or bytes as received. For Propexo, which signs, a parsed body is `BodyAlreadyParsed`.
 * - `credentials`: `secrets` is one secret, a list, or a record of names; the result says which one matched. For
 *   Funnel and Rently also the `header` (or `secretFromUrl`) that carries it, or `unsigned: 'accept'`.
 *
 * Synchronous. Fails with `ProviderUnknown`, `ProviderUnsigned`, `SecretMissing`, `SecretInvalid`,
 * `HeadersUnreadable`, `HeaderMissing`, `HeaderRepeated`, `HeaderMalformed`, `SignatureMismatch`, `TokenMismatch`,
 * `BodyMissing` or `BodyAlreadyParsed`. Only Propexo's proof covers the body, and none prevents replay.
 *
 * @example
 * const verified = verifyWebhook('propexo', request.headers, rawBody, { secrets: process.env.PROPEXO_SECRET })
 */
export const verifyWebhook = (
  provider: ProviderName | AnyProvider,
  headers: HeadersInput,
  body: BodyInput,
  credentials: Credentials,
): Either<WebhookError, Verification> => {
  const known = resolveProvider(provider)
  return known === null ? left(unknownProvider()) : verify(known, headers, body, credentials)
}

/**
 * Verifies a delivery and only then reads it: what a server uses. Takes what `verifyWebhook` and `parseWebhook`
 * take, fails as they do in this order, and refuses a body beyond `maxBytes` before either. The event's
 * `verification` says how the origin was proven.
 *
 * @example
 * const received = receiveWebhook('propexo', request.headers, rawBody, {
 *   secrets: { current: process.env.PROPEXO_SECRET, previous: process.env.PROPEXO_SECRET_OLD },
 * })
 * if (isLeft(received)) return reply(received.left.httpStatus)
 * await queue.add(received.right)
 */
export function receiveWebhook<Name extends ProviderName>(
  provider: Name,
  headers: HeadersInput,
  body: BodyInput,
  credentials: Credentials,
  options?: ParseOptions,
): Either<WebhookError, Received<LeasingEvent<Name>>>
export function receiveWebhook<P extends AnyProvider>(
  provider: P,
  headers: HeadersInput,
  body: BodyInput,
  credentials: Credentials,
  options?: ParseOptions,
): Either<WebhookError, Received<EventFrom<P>>>
export function receiveWebhook(
  provider: unknown,
  headers: HeadersInput,
  body: BodyInput,
  credentials: Credentials,
  options?: ParseOptions,
): Either<WebhookError, unknown> {
  const known = resolveProvider(provider)
  return known === null ? left(unknownProvider()) : receive(known, headers, body, credentials, options)
}

/**
 * What to answer a provider, so that it understands what became of its delivery.
 *
 * - `accepted`: it is taken, or kept where it will not be lost.
 * - `retry`: not now; the provider should send it again.
 * - `rejected`: it is refused. No provider documents a status that means "never send this again", so those that
 *   retry do so after this too. To be rid of a delivery that nobody wants, accept it.
 *
 * For a provider that nobody knows the answer is 500.
 *
 * @example
 * const { status, headers, body } = acknowledge('funnel', 'accepted')
 * // 200, { 'content-type': 'text/plain; charset=utf-8' }, 'Funnel Event Received'
 */
export const acknowledge = (provider: ProviderName | AnyProvider, outcome: Outcome): Reply => {
  const known = resolveProvider(provider)
  return known === null
    ? { status: unknownProvider().httpStatus, headers: {}, body: '' }
    : acknowledgeFor(known, outcome)
}

/**
 * What the event's body held and no codec knows, as JSON pointers: the first sign of a provider's silent change.
 * The provider is the event's own unless another is given. Empty where the body was not kept
 * (`keepRaw: false`), the provider is unknown, or the whole payload is open because its word is unknown.
 *
 * @example
 * unmapped(event) // ['/newFieldOfTheirs']
 */
export const unmapped = (event: AnyEvent, provider?: AnyProvider): readonly string[] => {
  const owner = resolveProvider(provider ?? event.source.provider)
  return owner === null ? [] : unmappedOf(event, owner)
}
