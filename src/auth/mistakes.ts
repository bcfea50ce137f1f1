import { bytesToHex } from '@noble/hashes/utils.js'

/**
 * The usual reasons why a genuine delivery does not verify, and what to do about each.
 */
export const mistakes = {
  body_parsed: 'the body was parsed: keep the bytes of the request and give those',
  body_reserialized:
    'the body was parsed and written again in another form: keep the bytes of the request and give those',
  body_double_encoded: 'the body was made JSON once more: give the text itself, not JSON of it',
  body_misread: 'the bytes were read as Latin-1 and not as UTF-8: give the bytes, or read them as UTF-8',
  body_byte_order_mark:
    'a byte order mark was lost or added: text() of a request drops it, arrayBuffer() does not',
  body_line_break: 'a line break or space at the end of the body was lost or added',
  body_lossy: 'the body holds U+FFFD, which stands where bytes were lost: give the bytes',
  secret_white_space: 'the secret has white space or a line break around it that does not belong to it',
  secret_line_break_lost:
    'the sender signs with a line break at the end of the secret: set the secret there again without it',
  secret_quoted: 'the secret has quotation marks around it that do not belong to it',
  secret_hex: 'the sender uses the bytes that the secret is hex of; this library takes a secret as text',
  secret_base64:
    'the sender uses the bytes that the secret is base64 of; this library takes a secret as text',
  secret_has_scheme: 'the secret begins with the scheme: leave `Bearer ` out of it',
  signature_upper_case:
    'the signature is in capital letters, which the provider does not document: look for what changes it on the way',
  signature_prefixed: 'the signature has something before it, which the provider does not document',
  signature_base64: 'the signature is in base64, and hex is documented',
  header_of_another_provider: 'the header is that of another provider: look at the route that chose this one',
} as const

export type Mistake = keyof typeof mistakes

/** Another reading of what was given, and the mistake that it undoes; null is the thing as given. */
export interface Reading<A> {
  readonly mistake: Mistake | null
  readonly value: A
}

const attempt = <A>(make: () => A): A | null => {
  try {
    return make()
  } catch {
    return null
  }
}

const readingsOf = <A>(
  readings: readonly (readonly [mistake: Mistake | null, value: A | null])[],
): readonly Reading<A>[] =>
  readings.flatMap(([mistake, value]) => (value === null ? [] : [{ mistake, value }]))

const bytesOfBinary = (binary: string): Uint8Array =>
  Uint8Array.from(binary, (character) => character.charCodeAt(0))

const bytesOfBase64 = (text: string): Uint8Array | null =>
  attempt(() => bytesOfBinary(atob(text.replaceAll('-', '+').replaceAll('_', '/'))))

const bytesOfAnyHex = (text: string): Uint8Array | null =>
  text.length > 0 && text.length % 2 === 0 && /^[\da-f]+$/i.test(text)
    ? Uint8Array.from({ length: text.length / 2 }, (_, at) =>
        Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
      )
    : null

const unquoted = (text: string): string | null =>
  text.length > 2 && /^["'`]/.test(text) && text.endsWith(text.charAt(0)) ? text.slice(1, -1) : null

/** What a configured secret may have been meant to be. */
export const readingsOfSecret = (secret: string): readonly Reading<string | Uint8Array>[] => {
  const trimmed = secret.trim()
  return readingsOf<string | Uint8Array>([
    [null, secret],
    ['secret_white_space', trimmed === secret ? null : trimmed],
    ['secret_quoted', unquoted(trimmed)],
    ['secret_has_scheme', /^bearer /i.test(trimmed) ? trimmed.slice('Bearer '.length).trim() : null],
    ['secret_line_break_lost', `${secret}\n`],
    ['secret_hex', bytesOfAnyHex(trimmed)],
    ['secret_base64', bytesOfBase64(trimmed.replace(/^whsec_/, ''))],
  ])
}

const SHA256_BYTES = 32

const hexOfSha256 = (bytes: Uint8Array | null): string | null =>
  bytes?.length === SHA256_BYTES ? bytesToHex(bytes) : null

/** What a header may hold of an HMAC-SHA256, in lower-case hex. */
export const readingsOfSignature = (header: string): readonly Reading<string>[] => {
  const hex = hexOfSha256(bytesOfAnyHex(header))
  const rest = header.slice(header.indexOf('=') + 1)
  return readingsOf([
    [header === header.toLowerCase() ? null : 'signature_upper_case', hex],
    ['signature_prefixed', rest === header ? null : hexOfSha256(bytesOfAnyHex(rest))],
    ['signature_base64', hex === null ? hexOfSha256(bytesOfBase64(header)) : null],
  ])
}

const escapeBeyondAscii = (json: string): string =>
  json.replace(
    /[\u0080-\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** With a space after each comma and colon outside of strings, as Python writes JSON. */
const spacedOut = (json: string): string =>
  json.replace(/"(?:[^"\\]|\\.)*"|[,:]/g, (part) => (part === ',' || part === ':' ? `${part} ` : part))

/** The forms in which senders write JSON. */
const writings = (value: unknown): readonly string[] => {
  const compact = attempt(() => JSON.stringify(value) as string | undefined)
  if (compact === null || compact === undefined) return []
  const indented = [2, 4, '\t'].map((indent) => JSON.stringify(value, null, indent))
  const plain = [compact, spacedOut(compact), ...indented]
  const escaped = [...plain.map(escapeBeyondAscii), compact.replaceAll('/', '\\/')]
  const all = [...plain, ...escaped]
  return [...all, ...all.map((text) => `${text}\n`)]
}

const BYTE_ORDER_MARK = '\uFEFF'

const isLatin1 = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0xff) return false
  return true
}

/** What text may have been before somebody handled it. */
const readingsOfText = (text: string): readonly Reading<string | Uint8Array>[] => {
  const bare = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const parsed = attempt((): unknown => JSON.parse(bare))
  return readingsOf<string | Uint8Array>([
    ['body_byte_order_mark', bare === text ? BYTE_ORDER_MARK + text : bare],
    ['body_line_break', `${text}\n`],
    ['body_line_break', `${text}\r\n`],
    ['body_line_break', text.trimEnd() === text ? null : text.trimEnd()],
    ['body_double_encoded', typeof parsed === 'string' ? parsed : null],
    ['body_misread', isLatin1(text) ? bytesOfBinary(text) : null],
    ...(typeof parsed === 'object' ? writings(parsed) : []).map(
      (writing) => ['body_reserialized', writing] as const,
    ),
  ])
}

const textOf = (bytes: Uint8Array): string | null =>
  attempt(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))

/** What a body as given may have been when it was signed. */
export const readingsOfBody = (body: string | Uint8Array): readonly Reading<string | Uint8Array>[] => {
  const text = typeof body === 'string' ? body : textOf(body)
  return [{ mistake: null, value: body }, ...(text === null ? [] : readingsOfText(text))]
}

/** The forms that a parsed body may have had. */
export const readingsOfParsedBody = (value: unknown): readonly Reading<string>[] =>
  writings(value).map((writing) => ({ mistake: 'body_parsed', value: writing }))

/** Whether text stands for bytes that could not be read. */
export const isLossy = (body: string | Uint8Array): boolean =>
  typeof body === 'string' && body.includes('\uFFFD')
