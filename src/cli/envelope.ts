import { isLeft } from 'fp-ts/Either'
import type { ProviderName } from '../providers/index'
import { parseJson } from '../request/json-text'
import { isProviderName } from './guess'

/** A delivery as one JSON object: what `listen` writes into its log and the page copies as a fixture. */
export interface Envelope {
  readonly provider: ProviderName
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const MAX_DEPTH = 64

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {}

/** The envelope that a text is; null for the body of a provider, none of which has these two keys. */
export const readEnvelope = (text: string): Envelope | null => {
  if (!text.includes('"provider"')) return null
  const json = parseJson(text, MAX_DEPTH)
  if (isLeft(json) || !isRecord(json.right)) return null
  const { provider, headers, body } = json.right
  if (typeof provider !== 'string' || !isProviderName(provider) || typeof body !== 'string') return null
  return { provider, headers: textsOf(headers), body }
}
