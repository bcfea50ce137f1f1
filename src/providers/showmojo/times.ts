import { fault, remark } from '../../codec/reading'
import type { Delivery } from '../../event/delivery'
import { MINUTE } from '../../time/calendar'
import { offsetTime, offsetTimeInZone, wallTime, type EventTime } from '../../time/event-time'
import { readInstant } from '../../time/instant'
import { readIso, type IsoStamp } from '../../time/iso'
import { resolveWall } from '../../time/wall'
import { offsetAt, type Zone } from '../../time/zone'
import type { ShowMojoShowing } from './payload'
import { hasOffset, offsetMinutes, zoneNamed } from './zone'

const SHOWTIME = '/event/showing/showtime'
const ZONE = '/event/showing/showing_time_zone'

const noted = (time: EventTime | null, path: string, { reading }: Delivery): EventTime | null => {
  if (time === null) fault(reading, 'time_unreadable', path, 'a date-time with an offset')
  else if (time.instant === null) remark(reading, 'time_ambiguous', path, 'a time that the clock shows once')
  return time
}

const timeWithoutZone = (
  raw: string,
  stamp: IsoStamp,
  { zone, disambiguation }: Delivery,
): EventTime | null => {
  if (stamp.offset !== null) return offsetTime(raw, stamp, null)
  if (zone === null) return null
  return wallTime(raw, stamp.wall, stamp.precision, zone, 'assumed-zone', disambiguation)
}

/** When something was done. A stamp without an offset, which the page does not foresee, needs the caller's zone. */
export const moment = (
  raw: string | null | undefined,
  path: string,
  delivery: Delivery,
): EventTime | null => {
  if (raw == null) return null
  const stamp = readIso(raw)
  return noted(stamp === null ? null : timeWithoutZone(raw, stamp, delivery), path, delivery)
}

/** The moment at which the zone and the offset that are sent with it are compared: the showtime, or else the event. */
const epochIn = (zone: Zone, showtime: IsoStamp | null, occurredAt: EventTime | null): number | null => {
  if (showtime === null) return occurredAt?.instant == null ? null : readInstant(occurredAt.instant)
  const { wall, offset } = showtime
  return offset === null ? resolveWall(zone, wall).epoch : wall - offset * MINUTE
}

/**
 * The zone of the showing. Where the offset beside the name is not the zone's, the name may have another meaning of
 * older versions of Rails; either way it is an issue.
 */
const zoneOf = (
  showing: ShowMojoShowing,
  showtime: IsoStamp | null,
  occurredAt: EventTime | null,
  { reading }: Delivery,
): Zone | null => {
  if (showing.showing_time_zone == null) return null
  const named = zoneNamed(showing.showing_time_zone)
  if (named === null) {
    remark(reading, 'zone_unknown', ZONE, 'a time zone of Rails or of the IANA database')
    return null
  }
  const { zone, formerly } = named
  const utcOffset = showing.showing_time_zone_utc_offset ?? null
  const epoch = utcOffset === null ? null : epochIn(zone, showtime, occurredAt)
  if (utcOffset === null || epoch === null) return zone
  const minutes = offsetMinutes(utcOffset)
  if (hasOffset(zone, minutes, epoch)) return zone
  const isFormer = formerly !== null && hasOffset(formerly, minutes, epoch)
  const expected = isFormer
    ? `an offset of ${zone.name}, not of ${formerly.name}`
    : `an offset of ${zone.name}`
  remark(reading, 'zone_contradiction', `${ZONE}_utc_offset`, expected)
  return isFormer ? formerly : zone
}

const timeInZone = (raw: string, stamp: IsoStamp, zone: Zone, delivery: Delivery): EventTime | null => {
  const { wall, offset, precision } = stamp
  if (offset === null) return wallTime(raw, wall, precision, zone, 'zone', delivery.disambiguation)
  // Any clock's moment may be written with `Z`; another offset claims to be the clock's own.
  if (!raw.endsWith('Z') && offsetAt(zone, wall - offset * MINUTE) !== offset) {
    remark(delivery.reading, 'zone_contradiction', SHOWTIME, `an offset of ${zone.name}`)
  }
  return offsetTimeInZone(raw, stamp, zone)
}

/**
 * When the showing starts, as the clocks show it where it is. An offset in the stamp decides the moment, the zone that
 * is named beside it `local` and `offset`. A stamp without an offset is read on the clock of the zone.
 */
export const startOf = (
  showing: ShowMojoShowing,
  occurredAt: EventTime | null,
  delivery: Delivery,
): EventTime | null => {
  const raw = showing.showtime ?? null
  const stamp = raw === null ? null : readIso(raw)
  const zone = zoneOf(showing, stamp, occurredAt, delivery)
  if (raw === null) return null
  if (stamp === null) return noted(null, SHOWTIME, delivery)
  const time = zone === null ? timeWithoutZone(raw, stamp, delivery) : timeInZone(raw, stamp, zone, delivery)
  return noted(time, SHOWTIME, delivery)
}
