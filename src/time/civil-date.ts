import { isCalendarDate } from './calendar'
import { fourDigitsAt, twoDigitsAt } from './digits'

/** A day as '2020-04-05', years 0001 to 9999. It has no zone and never becomes an instant. */
export type CivilDate = string

const SLASH = 47
const HYPHEN = 45
const LENGTH = 'YYYY-MM-DD'.length

/** Reads `YYYY-MM-DD`; `null` for every other text and for days that don't exist. */
export function readCivilDate(text: string): CivilDate | null {
  if (text.length !== LENGTH || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null
  return isCalendarDate(fourDigitsAt(text, 0), twoDigitsAt(text, 5), twoDigitsAt(text, 8)) ? text : null
}

/** Reads `MM/DD/YYYY`, the month first, two digits each; `null` for every other text and for days that don't exist. */
export function readUsDate(text: string): CivilDate | null {
  if (text.length !== LENGTH || text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH) return null
  if (!isCalendarDate(fourDigitsAt(text, 6), twoDigitsAt(text, 0), twoDigitsAt(text, 3))) return null
  return `${text.slice(6)}-${text.slice(0, 2)}-${text.slice(3, 5)}`
}
