// Dates, clock times and offsets as text, put together from tables: `toISOString` and `padStart` cost several
// times as much, and this text is made for every stamp of every event.

import { civilFromDays, DAY, FIRST_MS, LAST_MS, MINUTE, type Civil } from './calendar'

const TWO_DIGITS: readonly string[] = /* @__PURE__ */ Array.from({ length: 100 }, (_, n) =>
  n < 10 ? `0${n}` : `${n}`,
)

/** A table to be filled as needed. One that grows from place 800 on would be a hash table to V8, and slow. */
function noTexts(places: number): string[] {
  return new Array<string>(places).fill('')
}

/** A number from 0 to 99 in two digits. */
export function twoDigits(n: number): string {
  /* v8 ignore next -- the number is a place of the table */
  return TWO_DIGITS[n] ?? ''
}

// The stamps of one event lie within a few days of each other. Each day has one place in the table, which the
// next day with the same remainder takes over, so that the table never grows.
const REMEMBERED_DAYS = 256

/** The text of a day counted from 1970-01-01, as `write` writes it. Checks nothing; meant for years 0001 to 9999. */
export function textOfDays(write: (date: Civil) => string): (days: number) => string {
  const remembered = new Int32Array(REMEMBERED_DAYS).fill(-0x80000000)
  const texts = noTexts(REMEMBERED_DAYS)
  return (days) => {
    const place = days & (REMEMBERED_DAYS - 1)
    if (remembered[place] === days) {
      /* v8 ignore next -- both tables have the same places */
      return texts[place] ?? ''
    }
    const text = write(civilFromDays(days))
    remembered[place] = days
    texts[place] = text
    return text
  }
}

/** The four digits of a year from 1 to 9999. */
export function yearText(year: number): string {
  return twoDigits((year / 100) | 0) + twoDigits(year % 100)
}

/** 'YYYY-MM-DD' of a day counted from 1970-01-01. Checks nothing; meant for years 0001 to 9999. */
export const dateText = /* @__PURE__ */ textOfDays(
  ({ year, month, day }) => `${yearText(year)}-${twoDigits(month)}-${twoDigits(day)}`,
)

const minuteTexts = /* @__PURE__ */ noTexts(24 * 60)

/** 'THH:MM:' of a minute of the day, 0 to 1439. */
function minuteText(minute: number): string {
  const known = minuteTexts[minute]
  if (known !== undefined && known !== '') return known
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
  const second = twoDigits(secondOf(wall))
  return wallText(wall, milliseconds ? second + millisecondText(wall) : second)
}

/** 'YYYY-MM-DDTHH:MM:SS.mmmZ' of epoch milliseconds, on the same conditions. */
export function utcText(epochMs: number): string | null {
  return isWall(epochMs) ? wallText(epochMs, utcEnd(epochMs)) : null
}

function isWall(wall: number): boolean {
  return wall >= FIRST_MS && wall <= LAST_MS && Number.isInteger(wall)
}

/** The date and the minute, with whatever stands behind them. */
function wallText(wall: number, end: string): string {
  const days = Math.floor(wall / DAY)
  const minute = ((wall - days * DAY) / MINUTE) | 0
  // The parentheses matter: V8 joins short texts at once and leaves long ones as trees to be walked later.
  return dateText(days) + (minuteText(minute) + end)
}

function secondOf(wall: number): number {
  return Math.floor(wall / 1000) - Math.floor(wall / MINUTE) * 60
}

const WHOLE_SECONDS_IN_UTC: readonly string[] = /* @__PURE__ */ TWO_DIGITS.slice(0, 60).map(
  (s) => `${s}.000Z`,
)

/** 'SS.mmmZ' */
function utcEnd(epochMs: number): string {
  const second = secondOf(epochMs)
  if (epochMs % 1000 === 0) {
    /* v8 ignore next -- the second is a place of the table */
    return WHOLE_SECONDS_IN_UTC[second] ?? ''
  }
  return `${twoDigits(second)}${millisecondText(epochMs)}Z`
}

function millisecondText(wall: number): string {
  const ms = wall - Math.floor(wall / 1000) * 1000
  if (ms === 0) return '.000'
  const tens = (ms / 10) | 0
  return `.${twoDigits(tens)}${ms - tens * 10}`
}

const MOST_OFFSET_MINUTES = 24 * 60 - 1
const offsetTexts = /* @__PURE__ */ noTexts(2 * MOST_OFFSET_MINUTES + 1)

/** '+HH:MM' or '-HH:MM' of an offset in minutes, -1439 to 1439; zero is '+00:00'. Checks nothing. */
export function offsetText(minutes: number): string {
  const known = offsetTexts[minutes + MOST_OFFSET_MINUTES]
  if (known !== undefined && known !== '') return known
  const size = Math.abs(minutes)
  const text = `${minutes < 0 ? '-' : '+'}${twoDigits((size / 60) | 0)}:${twoDigits(size % 60)}`
  offsetTexts[minutes + MOST_OFFSET_MINUTES] = text
  return text
}
