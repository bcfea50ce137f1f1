import { civilFromDays, DAY, daysFromCivil, HOUR, MINUTE } from '../time/calendar'
import { readCivilDate } from '../time/civil-date'
import { readIso } from '../time/iso'
import { readMeridiemStamp } from '../time/meridiem'
import { dateText, localText, twoDigits } from '../time/text'
import { made, whole, type Recipe } from './recipe'

/** One written form of a time. */
export interface StampFormat {
  /** A wall clock in whole seconds since 1970 as if it were UTC; `variant` picks among the ways to write it. */
  readonly write: (seconds: number, variant: number) => string
  /** The same stamp that much later; null for text that is no such stamp. */
  readonly moved: (text: string, milliseconds: number) => string | null
}

/** 'YYYY-MM-DDTHH:MM:SS' of a moment in the years that stamps are made of. */
export const wallText = (seconds: number): string => {
  /* v8 ignore next -- text is missing only outside the years 0001 to 9999 */
  return localText(seconds * 1000, false) ?? ''
}

const usDate = (days: number): string => {
  const { year, month, day } = civilFromDays(days)
  return `${twoDigits(month)}/${twoDigits(day)}/${dateText(daysFromCivil(year, 1, 1)).slice(0, 4)}`
}

const daysOfUsDate = (text: string): number | null => {
  const wall = readMeridiemStamp(`${text} at 12:00AM`)
  return wall === null ? null : wall / DAY
}

const meridiemStamp = (wall: number): string => {
  const days = Math.floor(wall / DAY)
  const hour = Math.floor((wall - days * DAY) / HOUR)
  const minute = Math.floor((wall - days * DAY - hour * HOUR) / MINUTE)
  const half = hour < 12 ? 'AM' : 'PM'
  return `${usDate(days)} at ${twoDigits(hour % 12 === 0 ? 12 : hour % 12)}:${twoDigits(minute)}${half}`
}

const SECONDS_LENGTH = 'YYYY-MM-DDTHH:MM:SS'.length

/** Moves the clock of an ISO text and leaves its digits behind the second and its offset as they are. */
const movedIso = (text: string, milliseconds: number): string | null => {
  const stamp = readIso(text)
  if (stamp === null || stamp.precision === 'minute') return null
  const moved = localText(Math.floor(stamp.wall / 1000) * 1000 + milliseconds, false)
  return moved === null ? null : moved.replace('T', text.charAt(10)) + text.slice(SECONDS_LENGTH)
}

const inDays = (milliseconds: number): number => Math.trunc(milliseconds / DAY)

const daysOf = (seconds: number): number => Math.floor((seconds * 1000) / DAY)

const endings = [
  'Z',
  '-07:00',
  '-08:00',
  '+00:00',
  '+05:30',
  '.000Z',
  '.1Z',
  '.25-05:00',
  '.123456+00:00',
  '.6131515Z',
]

/* v8 ignore next -- the remainder is a position in the list */
const ending = (variant: number): string => endings[variant % endings.length] ?? 'Z'

/** By the name that a shape gives its format. */
export const stampFormats: Readonly<Record<string, StampFormat>> = {
  'date-time': { write: (seconds, variant) => wallText(seconds) + ending(variant), moved: movedIso },
  'YYYY-MM-DDTHH:MM:SS': {
    write: (seconds, variant) =>
      variant % 2 === 0 ? wallText(seconds) : wallText(seconds).replace('T', ' '),
    moved: movedIso,
  },
  'YYYY-MM-DD HH:MM:SS UTC': {
    write: (seconds) => `${wallText(seconds).replace('T', ' ')} UTC`,
    moved: movedIso,
  },
  'MM/DD/YYYY at hh:mmAM': {
    write: (seconds) => meridiemStamp(seconds * 1000),
    moved: (text, milliseconds) => {
      const wall = readMeridiemStamp(text)
      return wall === null ? null : meridiemStamp(wall + milliseconds)
    },
  },
  'MM/DD/YYYY': {
    write: (seconds) => usDate(daysOf(seconds)),
    moved: (text, milliseconds) => {
      const days = daysOfUsDate(text)
      return days === null ? null : usDate(days + inDays(milliseconds))
    },
  },
  date: {
    write: (seconds) => dateText(daysOf(seconds)),
    moved: (text, milliseconds) => {
      const midnight = readCivilDate(text) === null ? null : readIso(`${text}T00:00Z`)
      return midnight === null ? null : dateText(midnight.wall / DAY + inDays(milliseconds))
    },
  },
  instant: { write: (seconds) => `${wallText(seconds)}.000Z`, moved: movedIso },
}

/** 1972, from when on offsets have whole minutes, to 2099. */
export const FIRST_SECOND = 63_072_000
export const LAST_SECOND = 4_102_444_799

const MOST_VARIANTS = 99

/** Text in a documented format. A format that is not in the table throws, so that none is forgotten. */
export const formattedRecipe = (format: string): Recipe => {
  const stamp = Object.hasOwn(stampFormats, format) ? stampFormats[format] : undefined
  if (stamp === undefined) throw new TypeError(`there is no generator of text in the format ${format}`)
  return made([whole(FIRST_SECOND, LAST_SECOND), whole(0, MOST_VARIANTS)], ([seconds, variant]) =>
    stamp.write(Number(seconds), Number(variant)),
  )
}
