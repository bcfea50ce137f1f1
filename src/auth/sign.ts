import { hmacSha256 } from '#hmac'
import type { Proof } from './verify'

/** What a sender that knows the secret writes into the header of its proof. */
export const proofOf = (proof: Proof, secret: string, body: Uint8Array): string => {
  if (proof.method === 'hmac-sha256') return hmacSha256(secret, body)
  return proof.scheme === null ? secret : `${proof.scheme} ${secret}`
}
