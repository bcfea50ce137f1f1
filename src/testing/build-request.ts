import { isLeft } from 'fp-ts/Either'
import { readSecrets, type Credentials } from '../auth/credentials'
import { proofOf } from '../auth/sign'
import type { Proof } from '../auth/verify'
import { formatWebhookError } from '../error'
import { resolveProvider } from '../named'
import type { AnyProvider } from '../provider'
import type { ProviderName } from '../providers/index'
import { earlierBody } from './earlier'
import { requestForms, type RequestForms, type SignedDelivery } from './request-forms'

/**
 * What is unusual about a delivery.
 *
 * - `tampered`: the body was changed after it was signed. Only a signature shows it: a token covers no body.
 * - `wrong-secret`, `without-proof`: as somebody else would send it.
 * - `redelivery`: the same event in other bytes, signed anew. Its `dedupeKey` is the same.
 * - `out-of-order`: another event like it that happened an hour earlier: send it second.
 * - `stale`: another event like it that happened a year earlier.
 */
export type RequestVariant =
  'tampered' | 'wrong-secret' | 'without-proof' | 'redelivery' | 'out-of-order' | 'stale'

export interface RequestOptions<As extends keyof RequestForms> extends Pick<
  Credentials,
  'secrets' | 'header' | 'unsigned'
> {
  readonly as: As
  /** The parameter of the URL that carries the secret, where the provider was told to send it there. */
  readonly parameter?: string | undefined
  /** Default `https://receiver.example/webhooks/<provider>`. */
  readonly url?: string | undefined
  readonly variant?: RequestVariant | undefined
}

/** What is sent: a sample, or a body of your own. */
export interface Sendable {
  readonly body: string
  readonly headers?: Readonly<Record<string, string>> | undefined
}

const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR

const earlierOrThrow = (provider: AnyProvider, body: string, milliseconds: number): string => {
  const earlier = earlierBody(provider, body, milliseconds)
  if (earlier === null)
    throw new TypeError(`${provider.name} sends nothing here that tells earlier from later`)
  return earlier
}

/** What the sender signs. */
const bodyToSign = (provider: AnyProvider, body: string, variant: RequestVariant | undefined): string => {
  if (variant === 'redelivery') return `${body}\n`
  if (variant === 'out-of-order') return earlierOrThrow(provider, body, HOUR)
  return variant === 'stale' ? earlierOrThrow(provider, body, YEAR) : body
}

/** Still JSON, with one field more. */
const tampered = (body: string): string =>
  body.replace(/\{(\s*\})?/, (_, end: string | undefined) => `{"tampered":true${end ?? ','}`)

const noDocumentedProof: Proof = { method: 'shared-secret', header: null, scheme: null }

const secretFor = (provider: AnyProvider, { secrets, variant }: RequestOptions<never>): string => {
  const read = readSecrets(secrets)
  if (isLeft(read)) throw new TypeError(`${provider.name} needs secrets: ${formatWebhookError(read.left)}`)
  const [{ text }] = read.right
  return variant === 'wrong-secret' ? `${text}-wrong` : text
}

/** The headers without any proof that came with the sample, which was made with another secret. */
const withoutHeader = (
  headers: Readonly<Record<string, string>>,
  unwanted: string | null,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]): [string, string] => [name.toLowerCase(), value])
      .filter(([name]) => name !== unwanted),
  )

const withParameter = (url: string, name: string, value: string): string => {
  const whole = new URL(url)
  whole.searchParams.set(name, value)
  return whole.href
}

const signedDelivery = (
  provider: AnyProvider,
  { body, headers = {} }: Sendable,
  options: RequestOptions<never>,
): SignedDelivery => {
  const { variant, parameter, url = `https://receiver.example/webhooks/${provider.name}` } = options
  const proof = provider.verify?.proof ?? noDocumentedProof
  const header = (proof.header ?? options.header)?.toLowerCase() ?? null
  const signed = bodyToSign(provider, body, variant)
  const delivery = {
    url,
    headers: { 'content-type': 'application/json', ...withoutHeader(headers, header) },
    body: variant === 'tampered' ? tampered(signed) : signed,
  }
  if (variant === 'without-proof' || (options.unsigned === 'accept' && options.secrets === undefined)) {
    return delivery
  }
  const secret = secretFor(provider, options)
  if (parameter !== undefined) return { ...delivery, url: withParameter(url, parameter, secret) }
  if (header === null) throw new TypeError(`${provider.name} documents no header: give one, or a parameter`)
  const value = proofOf(proof, secret, new TextEncoder().encode(signed))
  return { ...delivery, headers: { ...delivery.headers, [header]: value } }
}

/**
 * A delivery as the provider sends it, with the proof that it documents, in the form that a kind of server hands
 * it to its handler: a fetch `Request`, the parts of a `node:http` request, or an event of AWS Lambda (`lambda` is
 * format 2.0, `lambda-v1` format 1.0).
 *
 * Credentials are those that the receiver has: the first secret is used; for Rently and Funnel also the `header` or
 * the `parameter` of the URL that carries it, or `unsigned: 'accept'` for no proof.
 *
 * @example
 * const request = buildRequest('propexo', sample('propexo', 'new-leads'), { secrets: 'whsec_test', as: 'fetch' })
 * const response = await handler(request)
 *
 * @throws {TypeError} for a secret or a header that is missing, and for `out-of-order` and `stale` where the
 * provider sends nothing that orders events.
 */
export const buildRequest = <As extends keyof RequestForms>(
  provider: ProviderName | AnyProvider,
  sent: Sendable,
  options: RequestOptions<As>,
): RequestForms[As] => {
  const known = resolveProvider(provider)
  if (known === null) throw new TypeError('this is no provider')
  return requestForms[options.as](signedDelivery(known, sent, options as RequestOptions<never>))
}
