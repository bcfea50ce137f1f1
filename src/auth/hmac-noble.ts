import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { utf8Bytes } from './bytes'

const bytesOf = (input: string | Uint8Array): Uint8Array =>
  typeof input === 'string' ? utf8Bytes(input) : input

/** HMAC-SHA256 in lower-case hex where there is no `node:crypto`; text counts as its UTF-8 bytes. */
export const hmacSha256 = (key: string | Uint8Array, message: string | Uint8Array): string =>
  bytesToHex(hmac(sha256, bytesOf(key), bytesOf(message)))
