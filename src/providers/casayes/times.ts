import { fault } from '../../codec/reading'
import type { Delivery } from '../../event/delivery'
import { readCivilDate, type CivilDate } from '../../time/civil-date'
import { offsetTime, type EventTime } from '../../time/event-time'
import { readIso } from '../../time/iso'

type Text = string | null | undefined

const momentOf = (text: string): EventTime | null => {
  const stamp = readIso(text)
  return stamp?.offset == null ? null : offsetTime(text, stamp, null)
}

/** `2024-08-09T15:05:44.6131515Z`; what is finer than milliseconds is cut. */
export const createdAt = (text: Text, { reading }: Delivery): EventTime | null => {
  if (text == null) return null
  const time = momentOf(text)
  if (time === null) fault(reading, 'time_unreadable', '/CreatedDate', 'a date-time with an offset')
  return time
}

interface MoveIn {
  readonly moveInDate: CivilDate | null
  readonly moveInAt: EventTime | null
}

const noMoveIn: MoveIn = { moveInDate: null, moveInAt: null }

const ZERO = 48
const NINE = 57

/** A word says no time. What begins with a digit is to be a date-time, as in the page's sample, or a date. */
export const moveIn = (text: Text, { reading }: Delivery): MoveIn => {
  if (text == null) return noMoveIn
  const first = text.charCodeAt(0)
  if (first < ZERO || first > NINE) return noMoveIn
  const moveInDate = readCivilDate(text)
  if (moveInDate !== null) return { moveInDate, moveInAt: null }
  const moveInAt = momentOf(text)
  if (moveInAt === null) {
    fault(reading, 'time_unreadable', '/EstimatedDateToMove', 'a word, a date, or a date-time with an offset')
  }
  return { moveInDate: null, moveInAt }
}
