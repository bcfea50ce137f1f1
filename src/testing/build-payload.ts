import { isObject, type JsonObject } from '../codec/json'
import { unwrap } from '../error'
import { resolveProvider } from '../named'
import type { AnyProvider } from '../provider'
import type { LeasingEvent, ProviderName } from '../providers/index'
import { parseWebhook } from '../webhook'
import { payloadRecipe } from './payload-recipe'
import { follow, randomFrom } from './seeded'

/** What to put in the place of what is made: objects are merged, all else is replaced, undefined removes a key. */
export type Overrides = Readonly<Record<string, unknown>>

export interface BuildOptions {
  /** The same seed gives the same payload, on every machine. Default 1. */
  readonly seed?: number | undefined
  readonly overrides?: Overrides | undefined
}

const merged = (value: unknown, overrides: unknown): unknown => {
  if (!isObject(overrides)) return overrides
  const output: Record<string, unknown> = isObject(value) ? { ...value } : {}
  for (const [key, override] of Object.entries(overrides)) {
    const member = merged(output[key], override)
    // A copy without the key, since `delete` leaves an object of another kind.
    if (member === undefined) Reflect.deleteProperty(output, key)
    else output[key] = member
  }
  return output
}

const providerOf = (provider: ProviderName | AnyProvider): AnyProvider => {
  const known = resolveProvider(provider)
  if (known === null) throw new TypeError('this is no provider')
  return known
}

/**
 * A body of the provider's with one of its words, with a value of the documented kind in every documented field.
 * People in it are invented, stamps are real ones, but nothing is made to agree: for a body that a provider did
 * send take a sample.
 *
 * @example
 * const payload = buildPayload('rently', 'Self Scheduling', { overrides: { visit_date: '04/05/2026' } })
 * const request = buildRequest('rently', { body: JSON.stringify(payload) }, { unsigned: 'accept', as: 'fetch' })
 *
 * @throws {TypeError} for a word that the provider does not have.
 */
export const buildPayload = (
  provider: ProviderName | AnyProvider,
  word: string,
  { seed = 1, overrides = {} }: BuildOptions = {},
): JsonObject => {
  const recipe = payloadRecipe(providerOf(provider), word, { loose: false, foreign: false })
  return merged(follow(recipe, randomFrom(seed)), overrides) as JsonObject
}

/**
 * The event of such a body, as `parseWebhook` reads it. Overrides are of the body.
 *
 * @example
 * const event = buildEvent('showmojo', 'uncancel', { seed: 7 })
 *
 * @throws {TypeError} for a word that the provider does not have.
 * @throws {WebhookFailure} for overrides that the provider's codec refuses.
 */
export function buildEvent<Name extends ProviderName>(
  provider: Name,
  word: string,
  options?: BuildOptions,
): LeasingEvent<Name>
export function buildEvent(provider: ProviderName, word: string, options?: BuildOptions): unknown {
  return unwrap(parseWebhook(providerOf(provider), {}, JSON.stringify(buildPayload(provider, word, options))))
}
