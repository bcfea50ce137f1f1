import { readFile } from 'node:fs/promises'
import type { Credentials } from '../auth/credentials'
import { providers, type ProviderName } from '../providers/index'
import { CommandFailure, unavailable } from './exit'

/** The environment variable that holds a provider's secret. */
export const secretVariable = (provider: ProviderName): string => `LEASEHOOK_${provider.toUpperCase()}_SECRET`

/** One secret per line: two while one is being replaced. An editor's line break at the end is no part of one. */
const secretsIn = async (file: string): Promise<readonly string[]> => {
  try {
    const lines = (await readFile(file, 'utf8')).split(/\r?\n/)
    return lines.filter((line) => line.trim() !== '')
  } catch (error) {
    throw unavailable(file, error)
  }
}

/** From the file, if one is named, else from the environment; empty where neither has any. */
export const findSecrets = async (
  provider: ProviderName,
  file: string | undefined,
): Promise<readonly string[]> => {
  if (file !== undefined) {
    const secrets = await secretsIn(file)
    if (secrets.length === 0) throw new CommandFailure('usage', `${file} holds no secret`)
    return secrets
  }
  const secret = process.env[secretVariable(provider)]
  return secret === undefined || secret === '' ? [] : [secret]
}

/** The header in which the provider's documents put the proof; null where they name none. */
export const documentedHeader = (provider: ProviderName): string | null =>
  providers[provider].verify?.proof?.header ?? null

/** Where a secret stands that no document places. */
export interface SecretPlace {
  readonly header?: string | undefined
  /** The query parameter of the URL. */
  readonly parameter?: string | undefined
}

/** What to check a provider's deliveries by; null where there is no secret. */
export const credentialsOf = (
  provider: ProviderName,
  secrets: readonly string[],
  place: SecretPlace,
  url: URL | null,
): Credentials | null => {
  if (secrets.length === 0) return null
  if (documentedHeader(provider) !== null) return { secrets }
  if (place.parameter !== undefined) {
    return { secrets, secretFromUrl: url?.searchParams.get(place.parameter) ?? null }
  }
  return { secrets, header: place.header }
}
