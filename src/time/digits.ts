// Reading digits by character code. A place past the end of the text gives NaN, which is inside no range, so
// the tests are written to fail on it.

const ZERO = 48
const NINE = 57

/** The digit at `index`, or -1 where there is none. */
export function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return code >= ZERO && code <= NINE ? code - ZERO : -1
}

/** The number in the two digits from `index`, or -1. */
export function twoDigitsAt(text: string, index: number): number {
  const tens = text.charCodeAt(index)
  const ones = text.charCodeAt(index + 1)
  return tens >= ZERO && tens <= NINE && ones >= ZERO && ones <= NINE ? tens * 10 + ones - ZERO * 11 : -1
}

/** The number in the four digits from `index`, or -1. */
export function fourDigitsAt(text: string, index: number): number {
  const high = twoDigitsAt(text, index)
  const low = twoDigitsAt(text, index + 2)
  return high >= 0 && low >= 0 ? high * 100 + low : -1
}
