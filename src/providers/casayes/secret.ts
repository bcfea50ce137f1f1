import { Codec, FAIL, type Reader } from '../../codec/codec'
import { isObject, jsonObject, withoutKey, type JsonObject } from '../../codec/json'

/** A credential that CasaYes puts into the body of its listing webhook. */
const SECRET = 'OfficeIntegrationSecret'

const copyWithoutSecret = (input: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(input)) if (key !== SECRET && key !== '__proto__') copy[key] = input[key]
  return copy
}

/** Takes the credential out before the reader sees it, so that it is neither a field nor an unknown one. */
export const withoutSecret = <A>(reader: Reader<A>): Codec<A> =>
  new Codec(reader.name, reader.shape, (input, reading) =>
    reader.read(isObject(input) && Object.hasOwn(input, SECRET) ? copyWithoutSecret(input) : input, reading),
  )

/** Any object, without the credential at any depth: for a body of a form that no document shows. */
export const openBody: Codec<JsonObject> = /* @__PURE__ */ new Codec(
  jsonObject.name,
  jsonObject.shape,
  (input, reading) => {
    const body = jsonObject.read(input, reading)
    return body === FAIL ? FAIL : (withoutKey(SECRET, body) as JsonObject)
  },
)

const QUOTE = 34
const BACKSLASH = 92
const COLON = 58
const COMMA = 44
const SPACE = 32
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

const inEitherSpelling = (letter: string): string => {
  const code = letter.charCodeAt(0).toString(16)
  return `(?:${letter}|\\\\u00${code.replace(/[a-f]/, (hex) => `[${hex}${hex.toUpperCase()}]`)})`
}

/** The quoted name with each letter as it is or as JSON also spells it: `\u004f`, `\u004F`. */
const SPELLED = /* @__PURE__ */ new RegExp(`"${SECRET.replace(/./g, inEitherSpelling)}"`, 'g')

/** A quote behind an odd number of backslashes belongs to the text that it stands in. */
const isEscaped = (text: string, at: number): boolean => {
  let first = at
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1
  return (at - first) % 2 === 1
}

/** Where the next quoted name ends, from a place on, in a text that spells no letter as an escape; or -1. */
const nextPlain = (text: string, from: number): number => {
  for (let at = text.indexOf(SECRET, from); at !== -1; at = text.indexOf(SECRET, at + 1)) {
    const end = at + SECRET.length
    if (text.charCodeAt(end) === QUOTE && text.charCodeAt(at - 1) === QUOTE && !isEscaped(text, at - 1))
      return end + 1
  }
  return -1
}

/** The same for any text. The pattern costs several times as much as the search. */
const nextSpelled = (text: string, from: number): number => {
  SPELLED.lastIndex = from
  for (let match = SPELLED.exec(text); match !== null; match = SPELLED.exec(text)) {
    if (!isEscaped(text, match.index)) return SPELLED.lastIndex
  }
  return -1
}

/** The place behind the closing quote of the string that opens at `start`. */
const stringEnd = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at += 1
    else if (code === QUOTE) return at + 1
  }
  return text.length
}

const skipSpace = (text: string, start: number): number => {
  let at = start
  while (text.charCodeAt(at) <= SPACE) at += 1
  return at
}

/** The place behind the value that begins at `start`. */
const valueEnd = (text: string, start: number): number => {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = stringEnd(text, at) - 1
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1
    else if (
      depth === 0 &&
      (code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET || code <= SPACE)
    )
      return at
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1
  }
  return text.length
}

/** As long as the value, and JSON again; a single digit leaves no room for quotes, and null hides nothing. */
const hidden = (value: string): string => {
  if (value === 'null') return value
  return value.length === 1 ? '0' : `"${'*'.repeat(value.length - 2)}"`
}

/**
 * The body with the characters of the credential replaced by `*`, wherever in it the credential stands and however
 * its name is spelled in JSON. All other characters stay; the text keeps its length and stays JSON.
 */
export const maskSecret = (text: string): string => {
  const next = text.includes('\\u00') ? nextSpelled : nextPlain
  let masked = ''
  let copied = 0
  for (let end = next(text, 0); end !== -1;) {
    const colon = skipSpace(text, end)
    if (text.charCodeAt(colon) === COLON) {
      const from = skipSpace(text, colon + 1)
      const to = valueEnd(text, from)
      masked += text.slice(copied, from) + hidden(text.slice(from, to))
      copied = to
      end = to
    }
    end = next(text, end)
  }
  return copied === 0 ? text : masked + text.slice(copied)
}
