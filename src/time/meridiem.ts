import { DAY, daysFromCivil, HOUR, isCalendarDate, MINUTE } from './calendar'
import { fourDigitsAt, twoDigitsAt } from './digits'

const SLASH = 47
const COLON = 58
const AM = 'AM'
const PM = 'PM'
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
    text.charCodeAt(16) !== COLON ||
    !text.startsWith(' at ', 10)
  ) {
    return null
  }
  const afternoon = text.endsWith(PM)
  if (!afternoon && !text.endsWith(AM)) return null
  const month = twoDigitsAt(text, 0)
  const day = twoDigitsAt(text, 3)
  const year = fourDigitsAt(text, 6)
  const hour = twoDigitsAt(text, 14)
  const minute = twoDigitsAt(text, 17)
  if (!isCalendarDate(year, month, day) || hour < 1 || hour > 12 || minute < 0 || minute > 59) return null
  const hourOfDay = (hour === 12 ? 0 : hour) + (afternoon ? 12 : 0)
  return daysFromCivil(year, month, day) * DAY + hourOfDay * HOUR + minute * MINUTE
}
