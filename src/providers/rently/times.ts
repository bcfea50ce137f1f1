import { fault, remark } from '../../codec/reading'
import type { Delivery } from '../../event/delivery'
import { MINUTE } from '../../time/calendar'
import { readCivilDate, readUsDate, type CivilDate } from '../../time/civil-date'
import { contradictsZone, epochTime, offsetTime, wallTime, type EventTime } from '../../time/event-time'
import { readIso, type OffsetStamp } from '../../time/iso'
import { isMeridiemStampOf, readMeridiemStamp } from '../../time/meridiem'
import { offsetAt, trustedZone, type Zone } from '../../time/zone'

/** "Server timezone (PST -08:00 / PDT -07:00)", says the page of every stamp, wherever the home is. */
const SERVER_ZONE = 'America/Los_Angeles'

let serverZone: Zone | null = null
const pacific = (): Zone | null => (serverZone ??= trustedZone(SERVER_ZONE))

type Text = string | null | undefined

interface Stamps {
  readonly checkin_at?: Text
  readonly checkin_at_iso?: Text
  readonly showing_timestamp?: Text
  readonly created_at?: Text
  readonly record_date?: Text
}

const readOffsetStamp = (text: Text, path: string, { reading }: Delivery): OffsetStamp | null => {
  if (text == null) return null
  const stamp = readIso(text)
  if (stamp !== null && stamp.offset !== null) return stamp
  fault(reading, 'time_unreadable', path, 'a date-time with an offset')
  return null
}

const epochOf = (stamp: OffsetStamp): number => stamp.wall - stamp.offset * MINUTE

/** A stamp with an offset as a time; one whose offset the server's zone never had then is remarked on. */
const isoTime = (raw: string, stamp: OffsetStamp, path: string, { reading }: Delivery): EventTime | null => {
  const zone = pacific()
  if (zone !== null && contradictsZone(stamp, zone))
    remark(reading, 'zone_contradiction', path, `an offset of ${SERVER_ZONE}`)
  const time = offsetTime(raw, stamp, zone)
  if (time === null) fault(reading, 'time_unreadable', path, 'a year from 0001 to 9999')
  return time
}

const LOCAL_FORM = 'MM/DD/YYYY at hh:mmAM or PM'

/** `04/01/2020 at 06:35AM` on the server's clock. */
const serverTime = (raw: string, path: string, { reading, disambiguation }: Delivery): EventTime | null => {
  const wall = readMeridiemStamp(raw)
  const zone = pacific()
  const time =
    wall === null || zone === null
      ? null
      : wallTime(raw, wall, 'minute', zone, 'assumed-zone', disambiguation)
  if (time === null) fault(reading, 'time_unreadable', path, LOCAL_FORM)
  else if (time.instant === null) remark(reading, 'time_ambiguous', path, 'a time that the clock shows once')
  return time
}

/** What the server's clock showed at a stamp with an offset. */
const wallOnServer = (stamp: OffsetStamp): number => {
  const zone = pacific()
  const epoch = epochOf(stamp)
  /* v8 ignore next -- every engine knows the zone */
  return zone === null ? stamp.wall : epoch + offsetAt(zone, epoch) * MINUTE
}

/** Compares the local stamp with its twin, which decides. */
const compareTwin = (checkin: string, stamp: OffsetStamp, { reading }: Delivery): void => {
  if (isMeridiemStampOf(checkin, wallOnServer(stamp))) return
  if (readMeridiemStamp(checkin) === null) fault(reading, 'time_unreadable', '/checkin_at', LOCAL_FORM)
  else remark(reading, 'time_contradiction', '/checkin_at', 'the minute of the stamp with an offset')
}

/**
 * When an activity was recorded. The stamp with an offset decides; its twins are compared with it, and a
 * disagreement is an issue (the page's own first sample has one, of ten days). Without one the local stamp is
 * read on the server's clock.
 */
export const recordedAt = (stamps: Stamps, delivery: Delivery): EventTime | null => {
  const { reading } = delivery
  const { checkin_at_iso: checkinIso, showing_timestamp: showingIso, checkin_at: checkin } = stamps
  const first = readOffsetStamp(checkinIso, '/checkin_at_iso', delivery)
  const second =
    showingIso === checkinIso && first !== null
      ? first
      : readOffsetStamp(showingIso, '/showing_timestamp', delivery)
  if (first !== null && second !== null && epochOf(first) !== epochOf(second)) {
    remark(reading, 'time_contradiction', '/showing_timestamp', 'the moment of checkin_at_iso')
  }
  const stamp = first ?? second
  if (stamp !== null) {
    if (checkin != null) compareTwin(checkin, stamp, delivery)
    /* v8 ignore next -- a stamp was read from a text */
    return first !== null
      ? isoTime(checkinIso ?? '', first, '/checkin_at_iso', delivery)
      : isoTime(showingIso ?? '', stamp, '/showing_timestamp', delivery)
  }
  if (checkin != null) return serverTime(checkin, '/checkin_at', delivery)
  if (stamps.created_at != null) return serverTime(stamps.created_at, '/created_at', delivery)
  return stamps.record_date == null ? null : serverTime(stamps.record_date, '/record_date', delivery)
}

const orFault = <A>(value: A | null, path: string, expected: string, { reading }: Delivery): A | null => {
  if (value === null) fault(reading, 'time_unreadable', path, expected)
  return value
}

/** `04/05/2020`: a day, and it stays one. */
export const visitDate = (text: Text, path: string, delivery: Delivery): CivilDate | null =>
  text == null ? null : orFault(readUsDate(text), path, 'MM/DD/YYYY', delivery)

/** `2020-04-05` */
export const isoDate = (text: Text, path: string, delivery: Delivery): CivilDate | null =>
  text == null ? null : orFault(readCivilDate(text), path, 'YYYY-MM-DD', delivery)

/** A stamp with an offset, in no zone that a page would name. */
export const isoMoment = (text: Text, path: string, delivery: Delivery): EventTime | null => {
  const stamp = readOffsetStamp(text, path, delivery)
  if (stamp === null || text == null) return null
  return orFault(offsetTime(text, stamp, null), path, 'a year from 0001 to 9999', delivery)
}

/** A smart-home stamp: milliseconds since 1970, or text in UTC. */
export const deviceTime = (
  stamp: string | number | null | undefined,
  path: string,
  delivery: Delivery,
): EventTime | null => {
  if (stamp == null) return null
  if (typeof stamp === 'number') {
    return orFault(epochTime(stamp, stamp, 'millisecond', null), path, 'milliseconds since 1970', delivery)
  }
  const read = readOffsetStamp(stamp, path, delivery)
  return read === null
    ? null
    : orFault(offsetTime(stamp, read, null), path, 'a year from 0001 to 9999', delivery)
}
