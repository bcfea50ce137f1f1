// ISO 8601 date-times as the providers send them, read in one pass over the character codes.

import { daysFromCivil, DAY, HOUR, isCalendarDate, MINUTE } from './calendar'
import { digitAt, twoDigitsAt } from './digits'

export type Precision = 'minute' | 'second' | 'millisecond'

/** A date-time that says its offset. */
export interface OffsetStamp {
  /** the wall clock as sent, in milliseconds as if it were UTC; digits finer than milliseconds are cut */
  readonly wall: number
  /** minutes east of UTC */
  readonly offset: number
  readonly precision: Precision
}

/** A date-time that says none: which moment it means depends on a zone that it doesn't name. */
export interface LocalStamp {
  readonly wall: number
  readonly offset: null
  readonly precision: Precision
}

export type IsoStamp = OffsetStamp | LocalStamp

const T = 84
const SPACE = 32
const Z = 90
const PLUS = 43
const MINUS = 45
const DOT = 46
const COLON = 58
const ZERO = 48

const SHORTEST = 'YYYY-MM-DDTHH:MM'.length
const LONGEST = 'YYYY-MM-DDTHH:MM:SS.fffffffff+HH:MM'.length
const MOST_FRACTION_DIGITS = 9

/**
 * Reads `YYYY-MM-DDTHH:MM[:SS[.f]]`, one to nine fraction digits, followed by `Z`, `±HH:MM` or nothing. A space
 * may stand for the `T` (Funnel), and only then may ` UTC` stand for the `Z` (Rently's smart home). Everything
 * else is `null`: days and times that don't exist, hour 24, second 60, lower case, text before or after.
 * `-00:00` counts as `+00:00`, although RFC 3339 says by it that the place is unknown.
 */
export function readIso(text: string): IsoStamp | null {
  const length = text.length
  if (length < SHORTEST || length > LONGEST) return null
  const toMinute = wallToMinute(text)
  if (toMinute === null) return null

  let wall = toMinute
  let precision: Precision = 'minute'
  let end = SHORTEST
  if (text.charCodeAt(end) === COLON) {
    const second = twoDigitsAt(text, end + 1)
    if (second < 0 || second > 59) return null
    wall += second * 1000
    precision = 'second'
    end += 3
    if (text.charCodeAt(end) === DOT) {
      const digits = fractionDigits(text, end + 1)
      if (digits === 0 || digits > MOST_FRACTION_DIGITS) return null
      wall += milliseconds(text, end + 1, digits)
      precision = 'millisecond'
      end += 1 + digits
    }
  }

  if (end === length) return { wall, offset: null, precision }
  const offset = readOffset(text, end)
  return offset === null ? null : { wall, offset, precision }
}

/**
 * `YYYY-MM-DDTHH:MM` in milliseconds, from a text known to be that long. A character that is no digit makes its value
 * or nine less its value negative, so that one test of the sign is enough for all twelve: this is the hottest code.
 */
function wallToMinute(text: string): number | null {
  const y3 = text.charCodeAt(0) - ZERO
  const y2 = text.charCodeAt(1) - ZERO
  const y1 = text.charCodeAt(2) - ZERO
  const y0 = text.charCodeAt(3) - ZERO
  const m1 = text.charCodeAt(5) - ZERO
  const m0 = text.charCodeAt(6) - ZERO
  const d1 = text.charCodeAt(8) - ZERO
  const d0 = text.charCodeAt(9) - ZERO
  const h1 = text.charCodeAt(11) - ZERO
  const h0 = text.charCodeAt(12) - ZERO
  const n1 = text.charCodeAt(14) - ZERO
  const n0 = text.charCodeAt(15) - ZERO
  const under = y3 | y2 | y1 | y0 | m1 | m0 | d1 | d0 | h1 | h0 | n1 | n0
  // prettier-ignore
  const over = (9 - y3) | (9 - y2) | (9 - y1) | (9 - y0) | (9 - m1) | (9 - m0) |
    (9 - d1) | (9 - d0) | (9 - h1) | (9 - h0) | (9 - n1) | (9 - n0)
  if ((under | over) < 0) return null

  const separator = text.charCodeAt(10)
  if (separator !== T && separator !== SPACE) return null
  if (text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS || text.charCodeAt(13) !== COLON)
    return null

  const year = y3 * 1000 + y2 * 100 + y1 * 10 + y0
  const month = m1 * 10 + m0
  const day = d1 * 10 + d0
  const hour = h1 * 10 + h0
  const minute = n1 * 10 + n0
  if (!isCalendarDate(year, month, day) || hour > 23 || minute > 59) return null
  return daysFromCivil(year, month, day) * DAY + hour * HOUR + minute * MINUTE
}

function fractionDigits(text: string, start: number): number {
  let end = start
  while (digitAt(text, end) >= 0) end++
  return end - start
}

function milliseconds(text: string, start: number, digits: number): number {
  return (
    digitAt(text, start) * 100 +
    (digits > 1 ? digitAt(text, start + 1) * 10 : 0) +
    (digits > 2 ? digitAt(text, start + 2) : 0)
  )
}

function readOffset(text: string, start: number): number | null {
  const rest = text.length - start
  const sign = text.charCodeAt(start)
  if (sign === Z) return rest === 1 ? 0 : null
  if (sign === SPACE) return rest === 4 && text.charCodeAt(10) === SPACE && text.endsWith('UTC') ? 0 : null
  if (rest !== 6 || (sign !== PLUS && sign !== MINUS) || text.charCodeAt(start + 3) !== COLON) return null
  const hours = twoDigitsAt(text, start + 1)
  const minutes = twoDigitsAt(text, start + 4)
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return null
  const size = hours * 60 + minutes
  return sign === MINUS && size !== 0 ? -size : size
}
