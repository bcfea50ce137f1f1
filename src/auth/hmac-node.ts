import { createHmac } from 'node:crypto'

/** HMAC-SHA256 (RFC 2104, FIPS 180-4); text counts as its UTF-8 bytes. */
export const hmacSha256 = (key: string | Uint8Array, message: string | Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(message).digest()
