import { isLeft } from 'fp-ts/Either'
import { parseWebhook, unmapped } from '../named'
import { providers, type ProviderName } from '../providers/index'

export const providerNames = Object.keys(providers) as readonly ProviderName[]

export const isProviderName = (name: string): name is ProviderName => Object.hasOwn(providers, name)

/** How badly a body fits a provider; null where that provider's words say nothing to it. */
const misfit = (provider: ProviderName, body: string | Uint8Array): number | null => {
  const parsed = parseWebhook(provider, {}, body)
  if (isLeft(parsed) || parsed.right.type === 'unrecognized') return null
  return parsed.right.issues.length + unmapped(parsed.right).length
}

/**
 * The providers that have a word for a body, the one it fits best first: the fewer fields are wrong or unknown,
 * the better. Empty where nobody has.
 */
export const guessProviders = (body: string | Uint8Array): readonly ProviderName[] =>
  providerNames
    .map((name) => ({ name, misfit: misfit(name, body) }))
    .filter((guess): guess is { name: ProviderName; misfit: number } => guess.misfit !== null)
    .sort((a, b) => a.misfit - b.misfit)
    .map(({ name }) => name)
