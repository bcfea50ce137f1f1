import type { Either } from 'fp-ts/Either'
import type { WebhookError } from '../error'
import type { Verification } from '../event/base'
import type { Body } from '../request/body'
import type { HeaderLookup } from '../request/headers'
import type { Credentials } from './credentials'

/**
 * What a provider sends to prove its origin. `header` is null where its documents name none; `scheme` is the
 * word before the token.
 */
export type Proof =
  | { readonly method: 'hmac-sha256'; readonly header: string }
  | {
      readonly method: 'token' | 'shared-secret'
      readonly header: string | null
      readonly scheme: string | null
    }

/** Checks the origin of a delivery, on the body exactly as received. Must not throw. */
export interface Verify {
  (header: HeaderLookup, body: Body, credentials: Credentials): Either<WebhookError, Verification>
  /** What it looks at, for tools that sign or diagnose. */
  readonly proof?: Proof
}

/** The verifier of a proof: the function, and the proof beside it. */
export const verifierOf = (
  proof: Proof,
  verify: (header: HeaderLookup, body: Body, credentials: Credentials) => Either<WebhookError, Verification>,
): Verify => Object.assign(verify, { proof })

/** No documented proof holds a time or a number that is used once: a delivery can be sent again as it is. */
export const verification = (
  method: Verification['method'],
  secret: Verification['secret'],
): Verification => ({
  method,
  covers: method === 'hmac-sha256' ? 'body' : 'nothing',
  replayProtected: false,
  secret,
})
