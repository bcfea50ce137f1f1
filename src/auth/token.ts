import { isLeft, left, right, type Either } from 'fp-ts/Either'
import { webhookError, type WebhookError } from '../error'
import type { Verification } from '../event/base'
import { equalInConstantTime, utf8Bytes } from './bytes'
import { isTokenText, matchingSecret, readTokens, type NamedSecret } from './credentials'
import { headerValue, refusedHeader } from './header-value'
import { verification, verifierOf, type Verify } from './verify'
import type { HeaderLookup } from '../request/headers'

/** What follows the scheme (RFC 9110: in any case, then spaces); null where it is another scheme or nothing follows. */
const afterScheme = (value: string, scheme: string): string | null => {
  if (value.slice(0, scheme.length).toLowerCase() !== scheme.toLowerCase()) return null
  const rest = value.slice(scheme.length)
  return rest.startsWith(' ') ? rest.trimStart() : null
}

const matchingToken = (secrets: readonly NamedSecret[], token: string): string | number | null => {
  const presented = utf8Bytes(token)
  return matchingSecret(secrets, (secret) => equalInConstantTime(utf8Bytes(secret), presented))
}

/** Compares the token in one header with the secrets. */
export const verifyToken = (
  method: 'token' | 'shared-secret',
  name: string,
  scheme: string | null,
  header: HeaderLookup,
  secrets: readonly NamedSecret[],
): Either<WebhookError, Verification> => {
  const value = headerValue(header, name)
  if (isLeft(value)) return value
  const token = scheme === null ? value.right : afterScheme(value.right, scheme)
  if (token === null || !isTokenText(token)) {
    const expected = scheme === null ? 'a token of visible ASCII characters' : `${scheme} and a token`
    return left(refusedHeader(name, value.right, 'HeaderMalformed', expected))
  }
  const matched = matchingToken(secrets, token)
  return matched === null
    ? left(refusedHeader(name, token, 'TokenMismatch', 'a token that is one of the secrets'))
    : right(verification(method, matched))
}

/** Compares the secret in the URL with the secrets. */
export const verifyUrlSecret = (
  method: 'token' | 'shared-secret',
  fromUrl: unknown,
  secrets: readonly NamedSecret[],
): Either<WebhookError, Verification> => {
  const matched = typeof fromUrl === 'string' ? matchingToken(secrets, fromUrl) : null
  return matched === null
    ? left(
        webhookError('TokenMismatch', 'a secret in the URL that is one of the secrets', {
          path: 'secretFromUrl',
        }),
      )
    : right(verification(method, matched))
}

/** Verifies a token in a documented header, after a scheme where one is documented. */
export const tokenInHeader = (name: string, scheme: string | null = null): Verify =>
  verifierOf({ method: 'token', header: name, scheme }, (header, _body, credentials) => {
    const secrets = readTokens(credentials.secrets)
    return isLeft(secrets) ? secrets : verifyToken('token', name, scheme, header, secrets.right)
  })
