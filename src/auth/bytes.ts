const utf8 = /* @__PURE__ */ new TextEncoder()

export const utf8Bytes = (text: string): Uint8Array => utf8.encode(text)

/**
 * Compares in a time that depends on the length of `presented` alone, which its sender knows.
 * `expected` is not empty.
 */
export const equalInConstantTime = (expected: Uint8Array, presented: Uint8Array): boolean => {
  let difference = expected.length ^ presented.length
  for (let at = 0; at < presented.length; at += 1) {
    /* v8 ignore next -- both positions are within their bytes */
    difference |= (expected[at % expected.length] ?? 0) ^ (presented[at] ?? 0)
  }
  return difference === 0
}

const ZERO = 48
const NINE = 57
const LOWER_A = 97
const LOWER_F = 102

const hexDigit = (code: number): number => {
  if (code >= ZERO && code <= NINE) return code - ZERO
  return code >= LOWER_A && code <= LOWER_F ? code - LOWER_A + 10 : -1
}

/** The bytes of exactly `length` pairs of lower-case hex digits; null for anything else. */
export const bytesOfHex = (text: string, length: number): Uint8Array | null => {
  if (text.length !== length * 2) return null
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 1) {
    const high = hexDigit(text.charCodeAt(at * 2))
    const low = hexDigit(text.charCodeAt(at * 2 + 1))
    if (high < 0 || low < 0) return null
    bytes[at] = high * 16 + low
  }
  return bytes
}
