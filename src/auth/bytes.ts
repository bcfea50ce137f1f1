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

const NO_LOWER_CASE_HEX = /[^0-9a-f]/

/** Whether text is lower-case hex digits and nothing else. */
export const isHex = (text: string): boolean => !NO_LOWER_CASE_HEX.test(text)

/** Compares two texts of hex digits in a time that depends on their length alone. */
export const sameHexInConstantTime = (expected: string, presented: string): boolean => {
  if (expected.length !== presented.length) return false
  let difference = 0
  for (let at = 0; at < expected.length; at += 1)
    difference |= expected.charCodeAt(at) ^ presented.charCodeAt(at)
  return difference === 0
}
