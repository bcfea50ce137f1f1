// Dates, clock times and offsets as text, put together from tables: `toISOString` and `padStart` cost several
// times as much, and this text is made for every stamp of every event.

import { civilFromDays, DAY, FIRST_MS, LAST_MS, MINUTE } from './calendar'

const TWO_DIGITS: readonly string[] = /* @__PURE__ */ Array.from({ length: 100 }, (_, n) =>
  n < 10 ? `0${n}` : `${n}`,
)

/** A number from 0 to 99 in two digits. */
export function twoDigits(n: number): string {
  return TWO_DIGITS[n] ?? ''
}

// The stamps of one event lie within a few days of each other. Each day has one place in the table, which the
// next day with the same remainder takes over, so that the table never grows.
const REMEMBERED_DAYS = 256
const daysRemembered = /* @__PURE__ */ new Int32Array(REMEMBERED_DAYS).fill(-0x80000000)
const dateTexts: string[] = []

/** 'YYYY-MM-DD' of a day counted from 1970-01-01. Checks nothing; meant for years 0001 to 9999. */
export function dateText(days: number): string {
  const place = days & (REMEMBERED_DAYS - 1)
  if (daysRemembered[place] === days) return dateTexts[place] ?? ''
  const { year, month, day } = civilFromDays(days)
  const text = `${twoDigits((year / 100) | 0)}${twoDigits(year % 100)}-${twoDigits(month)}-${twoDigits(day)}`
  daysRemembered[place] = days
  dateTexts[place] = text
  return text
}

const minuteTexts: string[] = []

/** 'THH:MM:' of a minute of the day, 0 to 1439. */
function minuteText(minute: number): string {
  const known = minuteTexts[minute]
  if (known !== undefined) return known
  const text = `T${twoDigits((minute / 60) | 0)}:${twoDigits(minute % 60)}:`
  minuteTexts[minute] = text
  return text
}

/**
 * 'YYYY-MM-DDTHH:MM:SS', with '.mmm' behind it if asked for, of a wall clock given as milliseconds as if it
 * were UTC. `null` outside the years 0001 to 9999 and for anything but a whole number.
 */
export function localText(wall: number, milliseconds: boolean): string | null {
  if (!isWall(wall)) return null
  return milliseconds ? secondsText(wall) + millisecondText(wall) : secondsText(wall)
}

/** 'YYYY-MM-DDTHH:MM:SS.mmmZ' of epoch milliseconds, on the same conditions. */
export function utcText(epochMs: number): string | null {
  return isWall(epochMs) ? secondsText(epochMs) + (millisecondText(epochMs) + 'Z') : null
}

function isWall(wall: number): boolean {
  return wall >= FIRST_MS && wall <= LAST_MS && Number.isInteger(wall)
}

function secondsText(wall: number): string {
  const days = Math.floor(wall / DAY)
  const ofDay = wall - days * DAY
  const minute = (ofDay / MINUTE) | 0
  const second = ((ofDay - minute * MINUTE) / 1000) | 0
  // The parentheses matter: V8 joins short texts at once and leaves long ones as trees to be walked later.
  return dateText(days) + (minuteText(minute) + twoDigits(second))
}

function millisecondText(wall: number): string {
  const ms = wall - Math.floor(wall / 1000) * 1000
  if (ms === 0) return '.000'
  const tens = (ms / 10) | 0
  return `.${twoDigits(tens)}${ms - tens * 10}`
}

const MOST_OFFSET_MINUTES = 24 * 60 - 1
const offsetTexts: string[] = []

/** '+HH:MM' or '-HH:MM' of an offset in minutes, -1439 to 1439; zero is '+00:00'. Checks nothing. */
export function offsetText(minutes: number): string {
  const known = offsetTexts[minutes + MOST_OFFSET_MINUTES]
  if (known !== undefined) return known
  const size = Math.abs(minutes)
  const text = `${minutes < 0 ? '-' : '+'}${twoDigits((size / 60) | 0)}:${twoDigits(size % 60)}`
  offsetTexts[minutes + MOST_OFFSET_MINUTES] = text
  return text
}
