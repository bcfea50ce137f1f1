import { createHmac } from 'node:crypto'
import { providers, type ProviderName } from '../providers/index'
import { CommandFailure, unavailable } from './exit'
import type { Sample } from './samples'
import type { SecretPlace } from './secrets'

/** What carries the proof of origin, as the provider would send it with this secret. */
const proofHeaders = (
  provider: ProviderName,
  body: string,
  secret: string,
  place: SecretPlace,
): Readonly<Record<string, string>> => {
  const proof = providers[provider].verify?.proof
  const header = proof?.header ?? place.header
  if (proof === undefined || header === undefined) return {}
  if (proof.method === 'hmac-sha256')
    return { [header]: createHmac('sha256', secret).update(body).digest('hex') }
  return { [header]: proof.scheme === null ? secret : `${proof.scheme} ${secret}` }
}

/**
 * Posts a sample as its provider would, with the first secret; without one it keeps the invented proof that it has.
 * Waits no longer than a provider does.
 */
export const sendSample = async (
  url: URL,
  provider: ProviderName,
  { headers, body }: Sample,
  secrets: readonly string[],
  place: SecretPlace,
): Promise<Response> => {
  const [secret] = secrets
  const target = new URL(url)
  if (secret !== undefined && place.parameter !== undefined) target.searchParams.set(place.parameter, secret)
  const proof = secret === undefined ? {} : proofHeaders(provider, body, secret, place)
  try {
    return await fetch(target, {
      method: 'POST',
      headers: { ...headers, ...proof },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(SECONDS_TO_ANSWER * 1000),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new CommandFailure(
        'unavailable',
        `${url.origin}: no answer in ${String(SECONDS_TO_ANSWER)} seconds`,
      )
    throw unavailable(url.origin, error)
  }
}

const SECONDS_TO_ANSWER = 30
