import type { Arbitrary } from 'fast-check'
import type { JsonObject } from '../../codec/json'
import type { Reader } from '../../codec/shape'
import { resolveProvider } from '../../named'
import type { AnyProvider } from '../../provider'
import type { ProviderName } from '../../providers/index'
import { payloadRecipe } from '../payload-recipe'
import { recipeOf } from '../shape-recipe'
import { arbitraryFrom } from './from-recipe'

export interface ArbitraryPayloadOptions {
  /** One of the provider's words; any of them without it. */
  readonly word?: string | undefined
  /**
   * Also what the codec takes although the documents show another form: fields that are missing, null or '',
   * numbers as text, and words of open sets that no document names. Default true.
   */
  readonly loose?: boolean | undefined
  /** Also keys that no document names, `x_unknown_0` to `x_unknown_9`. Default false. */
  readonly foreign?: boolean | undefined
}

/** The provider's value, for a name or the value itself. */
export const providerOf = (provider: ProviderName | AnyProvider): AnyProvider => {
  const known = resolveProvider(provider)
  if (known === null) throw new TypeError('this is no provider')
  return known
}

/**
 * Every body that a provider can send, as the value that JSON.parse makes of it. Its codec takes each without an
 * issue; stamps are real ones, but two stamps of one body need not agree, which the event then says in `issues`.
 *
 * @example
 * fc.assert(fc.property(arbitraryPayload('rently'), (payload) => {
 *   handle(unwrap(parseWebhook('rently', {}, JSON.stringify(payload))))
 * }))
 *
 * @throws {TypeError} for a word that the provider does not have, and for a provider of your own whose codec is not
 * made from this library's.
 */
export const arbitraryPayload = (
  provider: ProviderName | AnyProvider,
  options: ArbitraryPayloadOptions = {},
): Arbitrary<JsonObject> => {
  const { word = null, loose = true, foreign = false } = options
  return arbitraryFrom(payloadRecipe(providerOf(provider), word, { loose, foreign })) as Arbitrary<JsonObject>
}

/**
 * Everything that one codec of a provider takes, before it is decoded: `arbitraryInput(RentlyShowing)`. Options are
 * those of {@link arbitraryPayload}; a word narrows a codec that takes several.
 */
export const arbitraryInput = (
  codec: Reader<unknown>,
  options: ArbitraryPayloadOptions = {},
): Arbitrary<unknown> => {
  const { word = null, loose = true, foreign = false } = options
  return arbitraryFrom(recipeOf(codec, { form: 'wire', loose, foreign, word, instead: new Map() }))
}
