// The proleptic Gregorian calendar in whole numbers, for years 0001 to 9999. The arithmetic starts the year in
// March, so that a leap day is the last day of its year (Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms"). `Date` is not used: it reads two-digit years as 19xx and turns 30 February into 2 March.

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const DAYS_FROM_MARCH_0000_TO_1970 = 719_468
const DAYS_IN_400_YEARS = 146_097
const DAYS_IN_MONTH: readonly number[] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** 0001-01-01T00:00:00.000 and 9999-12-31T23:59:59.999 in milliseconds since 1970, both included. */
export const FIRST_MS = -62_135_596_800_000
export const LAST_MS = 253_402_300_799_999

export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * Days from 1970-01-01 to a date, negative before it. Checks nothing: ask `isCalendarDate` first, because a
 * day that does not exist gives the number of some other day.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1
  const dayOfYear = (((month > 2 ? month - 3 : month + 9) * 153 + 2) / 5) | 0
  return (
    y * 365 +
    (y >> 2) -
    ((y / 100) | 0) +
    ((y / 400) | 0) +
    dayOfYear +
    day -
    1 -
    DAYS_FROM_MARCH_0000_TO_1970
  )
}

/** The date that lies `days` whole days after 1970-01-01. Checks nothing; meant for years 0001 to 9999. */
export function civilFromDays(days: number): Civil {
  const z = days + DAYS_FROM_MARCH_0000_TO_1970
  const era = (z / DAYS_IN_400_YEARS) | 0
  const dayOfEra = z - era * DAYS_IN_400_YEARS
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month > 2 ? 0 : 1),
    month,
    day: dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1,
  }
}

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Whether the three whole numbers name a day of the years 0001 to 9999. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false
  if (day <= 28) return true
  /* v8 ignore next -- the month is one of the table */
  return day <= (DAYS_IN_MONTH[month] ?? 0) || (month === 2 && day === 29 && isLeapYear(year))
}
