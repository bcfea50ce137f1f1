import { left, type Either } from 'fp-ts/Either'
import { webhookError, type WebhookError } from './error'
import type { AnyProvider, EventFrom } from './provider'
import { providers, type LeasingEvent, type ProviderName } from './providers/index'
import type { BodyInput } from './request/body'
import type { HeadersInput } from './request/headers'
import type { AnyEvent } from './event/event'
import { unmapped as unmappedOf } from './unmapped'
import { parseWebhook as parse, type ParseOptions } from './webhook'

const isName = (provider: unknown): provider is ProviderName =>
  typeof provider === 'string' && Object.hasOwn(providers, provider)

const isProvider = (provider: unknown): provider is AnyProvider =>
  typeof provider === 'object' && provider !== null && 'normalize' in provider

const unknownProvider = () => webhookError('ProviderUnknown', `one of ${Object.keys(providers).join(', ')}`)

/** The provider's value, for a name or the value itself. */
const resolve = (provider: unknown): AnyProvider | null => {
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
  const known = resolve(provider)
  return known === null ? left(unknownProvider()) : parse(known, headers, body, options)
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
  const owner = resolve(provider ?? event.source.provider)
  return owner === null ? [] : unmappedOf(event, owner)
}
