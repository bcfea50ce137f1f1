import { isLeft, left, right } from 'fp-ts/Either'
import { webhookError } from '../error'
import { readTokens, type Credentials } from './credentials'
import { verifyToken, verifyUrlSecret } from './token'
import { verification, verifierOf, type Verify } from './verify'

const headerName = /^[\w!#$%&'*+.^`|~-]+$/

/** An unset secret beside `unsigned: 'accept'` is a mistake, not a wish to check nothing. */
const asksForCheck = (credentials: Credentials): boolean =>
  Object.hasOwn(credentials, 'secrets') ||
  Object.hasOwn(credentials, 'header') ||
  Object.hasOwn(credentials, 'secretFromUrl')

const unsigned = () =>
  left(
    webhookError('ProviderUnsigned', 'a secret of your own, or leave to take unsigned deliveries', {
      hint: "give `secrets` and the `header` (or `secretFromUrl`) that carries one, or `unsigned: 'accept'`",
    }),
  )

const placeMissing = () =>
  left(
    webhookError('SecretMissing', 'the name of the header that carries the secret', {
      path: 'header',
      hint: 'the provider documents no header: give the one agreed on, or `secretFromUrl`',
    }),
  )

/**
 * Verifies a secret whose place the provider does not document: in the header that the caller names, or in
 * the URL. `shared-secret` is one that the caller made up. With `unsigned: 'accept'` and nothing to check by, a
 * delivery is taken from anybody.
 */
export const secretWhereTheCallerSays = (method: 'token' | 'shared-secret'): Verify =>
  verifierOf({ method, header: null, scheme: null }, (header, _body, credentials) => {
    if (!asksForCheck(credentials)) {
      return credentials.unsigned === 'accept' ? right(verification('none', null)) : unsigned()
    }
    const secrets = readTokens(credentials.secrets)
    if (isLeft(secrets)) return secrets
    if (Object.hasOwn(credentials, 'secretFromUrl')) {
      return verifyUrlSecret(method, credentials.secretFromUrl, secrets.right)
    }
    const name: unknown = credentials.header
    if (name === undefined || name === null) return placeMissing()
    if (typeof name !== 'string' || !headerName.test(name)) {
      return left(webhookError('SecretInvalid', 'the name of a header', { path: 'header' }))
    }
    return verifyToken(method, name, null, header, secrets.right)
  })
