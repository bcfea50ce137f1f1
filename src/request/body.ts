import { left, right, type Either } from 'fp-ts/Either'
import { webhookError, type WebhookError } from '../error'

/** A body as received (text or bytes), or as a framework has parsed it. */
export type BodyInput = string | ArrayBuffer | ArrayBufferView | object | number | boolean | null | undefined

/** What a body is: text or bytes as received, parsed by somebody, or nothing. */
export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'parsed'; readonly value: unknown }
  | { readonly kind: 'missing' }

/** By tag, since a buffer may come from another realm. */
const isArrayBuffer = (body: unknown): body is ArrayBuffer =>
  ['[object ArrayBuffer]', '[object SharedArrayBuffer]'].includes(Object.prototype.toString.call(body))

const classify = (body: unknown): Body => {
  if (typeof body === 'string') return body === '' ? { kind: 'missing' } : { kind: 'text', text: body }
  if (body === undefined || body === null) return { kind: 'missing' }
  const isView = ArrayBuffer.isView(body)
  if (!isView && !isArrayBuffer(body)) return { kind: 'parsed', value: body }
  // Also the length of a buffer that was transferred to somebody else.
  if (body.byteLength === 0) return { kind: 'missing' }
  const bytes = isView ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : new Uint8Array(body)
  return { kind: 'bytes', bytes }
}

/** Recognises the body's form. What cannot even be looked at counts as parsed, and parsing it will fail. */
export const readBody = (body: unknown): Body => {
  try {
    return classify(body)
  } catch {
    // A `DataView` of a transferred buffer throws where the other views have the length 0.
    return ArrayBuffer.isView(body) ? { kind: 'missing' } : { kind: 'parsed', value: body }
  }
}

const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const LONGEST_UTF8_UNIT = 3

const isLongerThan = (text: string, maxBytes: number): boolean => {
  if (text.length * LONGEST_UTF8_UNIT <= maxBytes) return false
  return text.length > maxBytes || new TextEncoder().encode(text).byteLength > maxBytes
}

const decodeUtf8 = (bytes: Uint8Array): Either<WebhookError, string> => {
  try {
    return right(utf8.decode(bytes))
  } catch {
    return left(webhookError('BodyNotUtf8', 'text in UTF-8'))
  }
}

const stringify = (value: unknown): string | undefined => {
  try {
    // Typed as always text; for a function or a symbol it is undefined.
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

const tooLarge = (maxBytes: number) => webhookError('BodyTooLarge', `at most ${String(maxBytes)} bytes`)

/** `BodyTooLarge` for text or bytes beyond the limit, else null. A parsed body has no size yet. */
export const sizeError = (body: Body, maxBytes: number): WebhookError | null => {
  if (body.kind === 'bytes') return body.bytes.byteLength > maxBytes ? tooLarge(maxBytes) : null
  return body.kind === 'text' && isLongerThan(body.text, maxBytes) ? tooLarge(maxBytes) : null
}

/**
 * The body's text, a byte order mark and all. A parsed body becomes text again, as it was parsed and not as it
 * was sent. Fails with `BodyMissing`, `BodyTooLarge`, `BodyNotUtf8` or, for a parsed body that is no JSON,
 * `BodyNotJson`. The size is checked before anything is decoded.
 */
export const bodyText = (body: Body, maxBytes: number): Either<WebhookError, string> => {
  if (body.kind === 'missing') return left(webhookError('BodyMissing', 'a body'))
  if (body.kind === 'bytes') {
    return body.bytes.byteLength > maxBytes ? left(tooLarge(maxBytes)) : decodeUtf8(body.bytes)
  }
  const text = body.kind === 'text' ? body.text : stringify(body.value)
  if (text === undefined) return left(webhookError('BodyNotJson', 'a value that JSON can hold'))
  return isLongerThan(text, maxBytes) ? left(tooLarge(maxBytes)) : right(text)
}
