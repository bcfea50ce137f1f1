import { isLeft, isRight, right } from 'fp-ts/Either'
import { namedSecrets, type Credentials } from './auth/credentials'
import { headerValue } from './auth/header-value'
import {
  isLossy,
  mistakes as advices,
  readingsOfBody,
  readingsOfParsedBody,
  readingsOfSecret,
  readingsOfSignature,
  type Mistake,
  type Reading,
} from './auth/mistakes'
import { isSignatureOf } from './auth/signature'
import type { WebhookError } from './error'
import { resolveProvider, verifyWebhook } from './named'
import type { AnyProvider } from './provider'
import { providers, type ProviderName } from './providers/index'
import { readBody, type Body, type BodyInput } from './request/body'
import { headerLookup, type HeaderLookup, type HeadersInput } from './request/headers'

/** What is wrong with a delivery that should verify. */
export interface Diagnosis {
  /** What `verifyWebhook` says; null where it has nothing against the delivery. */
  readonly error: WebhookError | null
  /** The secret that fits once the mistakes are undone, as in `Verification`; null where none does. */
  readonly secret: string | number | null
  /** What to undo, all of it together; empty where nothing known explains the error. */
  readonly mistakes: readonly { readonly mistake: Mistake; readonly advice: string }[]
}

/** A secret that fits, and what had to be undone for it to fit. */
interface Fit {
  readonly secret: string | number
  readonly mistakes: readonly Mistake[]
}

const mistakesIn = (...readings: readonly Reading<unknown>[]): readonly Mistake[] =>
  readings.flatMap(({ mistake }) => mistake ?? [])

const simplest = (fits: readonly Fit[]): Fit | null =>
  fits.reduce<Fit | null>(
    (best, fit) => (best === null || fit.mistakes.length < best.mistakes.length ? fit : best),
    null,
  )

const givenSecrets = (credentials: Credentials) =>
  namedSecrets(credentials.secrets).flatMap(([name, secret]) =>
    typeof secret === 'string' && secret.trim() !== '' ? [{ name, readings: readingsOfSecret(secret) }] : [],
  )

const readingsOf = (body: Body): readonly Reading<string | Uint8Array>[] => {
  if (body.kind === 'missing') return []
  if (body.kind === 'parsed') return readingsOfParsedBody(body.value)
  return readingsOfBody(body.kind === 'text' ? body.text : body.bytes)
}

const fitsOfSignature = (header: string, body: Body, credentials: Credentials): readonly Fit[] => {
  const bodies = readingsOf(body)
  return givenSecrets(credentials).flatMap(({ name, readings }) =>
    readings.flatMap((secret) =>
      readingsOfSignature(header).flatMap((signature) =>
        bodies
          .filter(({ value }) => isSignatureOf(secret.value, value, signature.value))
          .map((signed) => ({ secret: name, mistakes: mistakesIn(secret, signed, signature) })),
      ),
    ),
  )
}

const fitsOfToken = (presented: string, scheme: string | null, credentials: Credentials): readonly Fit[] => {
  const isSchemed = scheme !== null && presented.toLowerCase().startsWith(`${scheme.toLowerCase()} `)
  const token = isSchemed ? presented.slice(scheme.length).trim() : presented
  return givenSecrets(credentials).flatMap(({ name, readings }) =>
    readings
      .filter(({ value }) => value === token)
      .map((secret) => ({ secret: name, mistakes: mistakesIn(secret) })),
  )
}

const isOfAnotherProvider = (provider: AnyProvider, header: HeaderLookup): boolean =>
  Object.values<AnyProvider>(providers).some(({ name, verify }) => {
    if (name === provider.name || verify?.proof?.header == null) return false
    const values = header(verify.proof.header)
    return isRight(values) && values.right.length > 0
  })

/** Mistakes that show without any secret that fits. */
const mistakesOnSight = (
  provider: AnyProvider,
  error: WebhookError,
  header: HeaderLookup,
  body: Body,
): readonly Mistake[] => {
  if (error._tag === 'HeaderMissing' && isOfAnotherProvider(provider, header))
    return ['header_of_another_provider']
  if (error._tag === 'BodyAlreadyParsed') return ['body_parsed']
  return error._tag === 'SignatureMismatch' && body.kind === 'text' && isLossy(body.text)
    ? ['body_lossy']
    : []
}

const fitsOf = (
  provider: AnyProvider,
  header: HeaderLookup,
  body: Body,
  credentials: Credentials,
): readonly Fit[] => {
  const proof = provider.verify?.proof
  const name = proof?.header ?? credentials.header
  const value =
    typeof credentials.secretFromUrl === 'string'
      ? right(credentials.secretFromUrl)
      : typeof name === 'string'
        ? headerValue(header, name)
        : null
  if (value === null || isLeft(value)) return []
  return proof?.method === 'hmac-sha256'
    ? fitsOfSignature(value.right, body, credentials)
    : fitsOfToken(value.right, proof?.scheme ?? null, credentials)
}

/**
 * Why a delivery that should verify does not: tries the usual mistakes, alone and together, and names those
 * that explain it. **For a developer's desk**, with a delivery that is known to be genuine: it is slow, and what it
 * finds is of use to a forger. No handler of this library calls it.
 *
 * Takes what `verifyWebhook` takes. Give every secret there is, by name: it says which one fits. The answer holds
 * no secret and nothing of the delivery.
 *
 * @example
 * diagnoseSignature('propexo', request.headers, JSON.stringify(request.body), { secrets: `${secret}\n` })
 * // { error: { _tag: 'SignatureMismatch', … }, secret: 0, mistakes: [
 * //   { mistake: 'secret_white_space', advice: '…' }, { mistake: 'body_reserialized', advice: '…' } ] }
 */
export const diagnoseSignature = (
  provider: ProviderName | AnyProvider,
  headers: HeadersInput,
  body: BodyInput,
  credentials: Credentials,
): Diagnosis => {
  const verified = verifyWebhook(provider, headers, body, credentials)
  if (isRight(verified)) return { error: null, secret: verified.right.secret, mistakes: [] }
  const error = verified.left
  const known = resolveProvider(provider)
  if (known === null || error._tag === 'SecretMissing') return { error, secret: null, mistakes: [] }

  const header = headerLookup(headers)
  const read = readBody(body)
  const fit = simplest(fitsOf(known, header, read, credentials))
  const found = fit?.mistakes ?? mistakesOnSight(known, error, header, read)
  return {
    error,
    secret: fit?.secret ?? null,
    mistakes: found.map((mistake) => ({ mistake, advice: advices[mistake] })),
  }
}
