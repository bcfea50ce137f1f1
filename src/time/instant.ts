import { readIso } from './iso'
import { utcText } from './text'

/** A moment as '2020-04-01T13:35:00.000Z': UTC, milliseconds, years 0001 to 9999, so that it sorts as text. */
export type Instant = string

/**
 * The instant that many milliseconds after 1970. `null` for anything but a whole number within the years 0001
 * to 9999; fractions are refused, because whether to cut or to round them is the caller's to say.
 */
export function formatInstant(epochMs: number): Instant | null {
  return utcText(epochMs)
}

/**
 * Milliseconds since 1970 of exactly the text that `formatInstant` makes, `null` for every other text, other
 * spellings of the same moment included: those are for `readIso`.
 */
export function readInstant(text: string): number | null {
  if (text.length !== 24 || text[10] !== 'T' || text[19] !== '.' || text[23] !== 'Z') return null
  const stamp = readIso(text)
  return stamp === null ? null : stamp.wall
}
