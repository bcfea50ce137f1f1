import { isLeft, left, right, type Either } from 'fp-ts/Either'
import { hmacSha256 } from '#hmac'
import { webhookError, type WebhookError } from '../error'
import type { Verification } from '../event/base'
import type { Body } from '../request/body'
import type { HeaderLookup } from '../request/headers'
import { isHex, sameHexInConstantTime } from './bytes'
import { matchingSecret, readSecrets, type Credentials } from './credentials'
import { headerValue, refusedHeader } from './header-value'
import { verification, verifierOf, type Verify } from './verify'

const HEX_DIGITS_OF_SHA256 = 64

const hintToKeepTheBody =
  "keep the body as it came: `await request.arrayBuffer()`; in Express `express.raw({ type: '*/*' })` on this route and before `express.json()`; in Fastify a content type parser with `parseAs: 'buffer'`; in Next.js pages `bodyParser: false`"

/** The body as it was signed. Fails with `BodyMissing` or `BodyAlreadyParsed`. */
const signedBody = (body: Body): Either<WebhookError, string | Uint8Array> => {
  if (body.kind === 'text') return right(body.text)
  if (body.kind === 'bytes') return right(body.bytes)
  if (body.kind === 'missing') {
    return left(
      webhookError('BodyMissing', 'a body', {
        hint: 'was the body read, and only once, before it got here?',
      }),
    )
  }
  return left(
    webhookError('BodyAlreadyParsed', 'the body as received, as text or bytes', { hint: hintToKeepTheBody }),
  )
}

/** Whether a signature, in lower-case hex, is the HMAC-SHA256 of a body with a secret. */
export const isSignatureOf = (
  secret: string | Uint8Array,
  body: string | Uint8Array,
  signature: string,
): boolean => sameHexInConstantTime(hmacSha256(secret, body), signature)

const verifySignature = (
  name: string,
  header: HeaderLookup,
  body: Body,
  credentials: Credentials,
): Either<WebhookError, Verification> => {
  const secrets = readSecrets(credentials.secrets)
  if (isLeft(secrets)) return secrets
  const value = headerValue(header, name)
  if (isLeft(value)) return value
  const signature = value.right
  if (signature.length !== HEX_DIGITS_OF_SHA256 || !isHex(signature)) {
    return left(refusedHeader(name, signature, 'HeaderMalformed', '64 lower-case hex digits'))
  }
  const signed = signedBody(body)
  if (isLeft(signed)) return signed

  const matched = matchingSecret(secrets.right, (secret) => isSignatureOf(secret, signed.right, signature))
  if (matched !== null) return right(verification('hmac-sha256', matched))
  return left(
    webhookError('SignatureMismatch', 'the HMAC-SHA256 of the body', {
      path: name,
      hint: 'the secret or the body is not the one that was signed; diagnoseSignature tries the usual mistakes',
    }),
  )
}

/**
 * Verifies an HMAC-SHA256 of the body, in lower-case hex in a header. Capital digits are refused: there is
 * one way to write a signature.
 */
export const signatureInHeader = (name: string): Verify =>
  verifierOf({ method: 'hmac-sha256', header: name }, (header, body, credentials) =>
    verifySignature(name, header, body, credentials),
  )
