import { fault, remark } from '../../codec/reading'
import type { Delivery } from '../../event/delivery'
import { readCivilDate, type CivilDate } from '../../time/civil-date'
import { epochTime, localTime, offsetTime, wallTime, type EventTime } from '../../time/event-time'
import { readIso } from '../../time/iso'

type Text = string | null | undefined

const SECONDS = /^-?(?:0|[1-9]\d{0,11})$/

/** Milliseconds would be seconds of the year 50000 and later, which no event time can hold. */
const ofSeconds = (raw: string | number): EventTime | null => {
  const seconds = Number(raw)
  return Number.isInteger(seconds) ? epochTime(raw, seconds * 1000, 'second', null) : null
}

const ofText = (text: string): EventTime | null => {
  const stamp = readIso(text)
  if (stamp?.offset != null) return offsetTime(text, stamp, null)
  return SECONDS.test(text) ? ofSeconds(text) : null
}

/** When an event happened: ISO with an offset, micro- or milliseconds, or whole seconds since 1970. */
export const moment = (
  stamp: string | number | null | undefined,
  path: string,
  { reading }: Delivery,
): EventTime | null => {
  if (stamp == null) return null
  const time = typeof stamp === 'number' ? ofSeconds(stamp) : ofText(stamp)
  if (time === null) {
    fault(reading, 'time_unreadable', path, 'a date-time with an offset or whole seconds since 1970')
  }
  return time
}

const ofWall = (text: string, { zone, disambiguation }: Delivery): EventTime | null => {
  const stamp = readIso(text)
  if (stamp === null) return null
  if (stamp.offset !== null) return offsetTime(text, stamp, null)
  return zone === null
    ? localTime(text, stamp.wall, stamp.precision)
    : wallTime(text, stamp.wall, stamp.precision, zone, 'assumed-zone', disambiguation)
}

/** A stamp without a zone: an instant only where the caller named the zone. */
export const wallMoment = (text: Text, path: string, delivery: Delivery): EventTime | null => {
  if (text == null) return null
  const time = ofWall(text, delivery)
  if (time === null) fault(delivery.reading, 'time_unreadable', path, 'YYYY-MM-DDTHH:MM:SS')
  else if (time.ambiguity !== 'none' && time.instant === null) {
    remark(delivery.reading, 'time_ambiguous', path, 'a time that the clock shows once')
  }
  return time
}

export const day = (text: Text, path: string, { reading }: Delivery): CivilDate | null => {
  if (text == null) return null
  const date = readCivilDate(text)
  if (date === null) fault(reading, 'time_unreadable', path, 'YYYY-MM-DD')
  return date
}
