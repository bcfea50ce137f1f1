import type { Codec } from '../codec/codec'
import { either, enumeration, formattedText, number, text } from '../codec/scalar'
import { orElse, part, required } from '../codec/struct'
import { readCivilDate, type CivilDate as CivilDateText } from './civil-date'
import type { EventTime as EventTimeData } from './event-time'
import { readInstant } from './instant'

/** A day of the calendar, `2020-04-05`. It has no zone and never becomes an instant. */
export type CivilDate = CivilDateText
export const CivilDate: Codec<CivilDate> = /* @__PURE__ */ formattedText(
  'date',
  (value) => readCivilDate(value) !== null,
)

const instant = /* @__PURE__ */ formattedText('instant', (value) => readInstant(value) !== null)

/** A moment as an event carries it; see the interface for its fields. */
export type EventTime = EventTimeData
export const EventTime: Codec<EventTime> = /* @__PURE__ */ part('EventTime', {
  instant,
  local: text,
  offset: text,
  zone: text,
  precision: required(enumeration(['minute', 'second', 'millisecond'])),
  basis: enumeration(['offset', 'epoch', 'zone', 'assumed-zone']),
  ambiguity: orElse('none', enumeration(['none', 'overlap', 'gap'])),
  raw: required(either(text, number)),
})
