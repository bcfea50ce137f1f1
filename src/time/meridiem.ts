import { DAY, daysFromCivil, FIRST_MS, HOUR, isCalendarDate, MINUTE } from './calendar'
import { fourDigitsAt, twoDigitsAt } from './digits'
import { textOfDays, twoDigits, yearText } from './text'

const SPACE = 32
const SLASH = 47
const COLON = 58
const A = 65
const M = 77
const P = 80
const a = 97
const t = 116
const LENGTH = 'MM/DD/YYYY at HH:MMAM'.length

/**
 * Reads Rently's `"04/01/2020 at 06:35AM"`, in exactly that form: month first, a clock of 01 to 12, capitals. Gives
 * the wall clock in milliseconds as if it were UTC (which zone it belongs to, the text doesn't say), or `null`.
 */
export function readMeridiemStamp(text: string): number | null {
  if (
    text.length !== LENGTH ||
    text.charCodeAt(2) !== SLASH ||
    text.charCodeAt(5) !== SLASH ||
    text.charCodeAt(10) !== SPACE ||
    text.charCodeAt(11) !== a ||
    text.charCodeAt(12) !== t ||
    text.charCodeAt(13) !== SPACE ||
    text.charCodeAt(16) !== COLON ||
    text.charCodeAt(20) !== M
  ) {
    return null
  }
  const half = text.charCodeAt(19)
  if (half !== A && half !== P) return null
  const month = twoDigitsAt(text, 0)
  const day = twoDigitsAt(text, 3)
  const year = fourDigitsAt(text, 6)
  const hour = twoDigitsAt(text, 14)
  const minute = twoDigitsAt(text, 17)
  if (!isCalendarDate(year, month, day) || hour < 1 || hour > 12 || minute < 0 || minute > 59) return null
  const hourOfDay = (hour === 12 ? 0 : hour) + (half === P ? 12 : 0)
  return daysFromCivil(year, month, day) * DAY + hourOfDay * HOUR + minute * MINUTE
}

const DATE = 'MM/DD/YYYY'.length
const dateTexts = /* @__PURE__ */ textOfDays(
  ({ year, month, day }) => `${twoDigits(month)}/${twoDigits(day)}/${yearText(year)}`,
)

let clockTexts: readonly string[] | null = null

/** ' at hh:mmAM' of each minute of the day. */
function allClockTexts(): readonly string[] {
  return Array.from({ length: 24 * 60 }, (_, minute) => {
    const hour = (minute / 60) | 0
    return ` at ${twoDigits(hour % 12 === 0 ? 12 : hour % 12)}:${twoDigits(minute % 60)}${hour < 12 ? 'AM' : 'PM'}`
  })
}

/**
 * Whether `readMeridiemStamp` would give the minute of a wall clock for the text: half the time of reading it, for a stamp
 * whose twin has been read already. `wall` is of the years 0001 to 9999, or a day from them.
 */
export function isMeridiemStampOf(text: string, wall: number): boolean {
  if (!(wall >= FIRST_MS)) return false
  const days = Math.floor(wall / DAY)
  const minute = ((wall - days * DAY) / MINUTE) | 0
  clockTexts ??= allClockTexts()
  // V8 copies up to 12 characters, and compares such a copy much faster than it finds one text in another.
  return text.slice(0, DATE) === dateTexts(days) && text.slice(DATE) === clockTexts[minute]
}
