import { left, right, type Either } from 'fp-ts/Either'
import { webhookError, type WebhookError } from '../error'

/** A secret, or several while one is being replaced; a record gives them names. */
export type Secrets = string | readonly string[] | Readonly<Record<string, string | undefined>>

/** What a receiver knows to check the origin of a delivery by. */
export interface Credentials {
  /** `undefined` compiles, so that `process.env.X` does, and is refused when it is used. */
  readonly secrets?: Secrets | undefined
  /** The header that carries the secret, where the provider's documents name none. */
  readonly header?: string | undefined
  /**
   * The secret as it stood in the URL of this request, where that is how the provider was told to send it:
   * `url.searchParams.get('key')`. It is looked at instead of a header; `null` and `undefined` say that the
   * URL had none.
   */
  readonly secretFromUrl?: string | null | undefined
  /** For providers that prove nothing: take their deliveries from anybody. */
  readonly unsigned?: 'accept' | undefined
}

/** One secret and what `Verification.secret` calls it: its name in a record, else its position. */
export interface NamedSecret {
  readonly name: string | number
  readonly text: string
}

const missing = () =>
  left(
    webhookError('SecretMissing', 'a secret', {
      path: 'secrets',
      hint: 'is the environment variable set where this runs?',
    }),
  )

const invalid = (name: string | number, expected: string) =>
  left(webhookError('SecretInvalid', expected, { path: `secrets/${String(name)}` }))

/** The secrets as they were given, fit or not. */
export const namedSecrets = (
  secrets: unknown,
): readonly (readonly [name: string | number, secret: unknown])[] => {
  if (secrets === undefined || secrets === null) return []
  if (Array.isArray(secrets)) return secrets.map((secret: unknown, at) => [at, secret])
  // An unset member of a record is the other half of a rotation that is not under way.
  if (typeof secrets === 'object') return Object.entries(secrets).filter(([, secret]) => secret !== undefined)
  return [[0, secrets]]
}

/** At least one. */
export type NamedSecrets = readonly [NamedSecret, ...NamedSecret[]]

const isFilled = (secrets: readonly NamedSecret[]): secrets is NamedSecrets => secrets.length > 0

/**
 * The secrets to compare with. Fails with `SecretMissing` where there is none, and with
 * `SecretInvalid` where any is empty, blank or no text, even if another one would match.
 */
export const readSecrets = (secrets: unknown): Either<WebhookError, NamedSecrets> => {
  const found: NamedSecret[] = []
  for (const [name, text] of namedSecrets(secrets)) {
    if (typeof text !== 'string' || text.trim() === '') return invalid(name, 'text that is not blank')
    found.push({ name, text })
  }
  return isFilled(found) ? right(found) : missing()
}

const isVisibleAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code > 0x7e) return false
  }
  return true
}

/** Whether a header brings this text as it is: visible ASCII with no space around it. */
export const isTokenText = (text: string): boolean =>
  isVisibleAscii(text) && text.trim() === text && text !== ''

/**
 * The secrets to compare a token with. One that no header could bring, such as one with a line break at its
 * end, would never match: it is `SecretInvalid` at once.
 */
export const readTokens = (secrets: unknown): Either<WebhookError, NamedSecrets> => {
  const found = readSecrets(secrets)
  if (found._tag === 'Left') return found
  const unfit = found.right.find(({ text }) => !isTokenText(text))
  return unfit === undefined
    ? found
    : invalid(unfit.name, 'visible ASCII characters with no white space around them')
}

/**
 * The name of the first secret that matches. Every secret is compared, so that the time taken does not tell
 * which one it was.
 */
export const matchingSecret = (
  secrets: readonly NamedSecret[],
  matches: (secret: string) => boolean,
): string | number | null => {
  let matched: string | number | null = null
  for (const { name, text } of secrets) {
    const isMatch = matches(text)
    if (isMatch && matched === null) matched = name
  }
  return matched
}
