import { MINUTE } from './calendar'
import { digitAt } from './digits'
import { formatInstant, type Instant } from './instant'
import type { OffsetStamp, Precision } from './iso'
import { localText, offsetText } from './text'
import { resolveWall, type Ambiguity, type Disambiguation } from './wall'
import { offsetAt, type Zone } from './zone'

/** A time as an event carries it. `local`, `offset` and `instant` never disagree. */
export interface EventTime {
  /** '2020-04-01T13:35:00.000Z', `null` where no offset and no zone is known */
  readonly instant: Instant | null
  /** '2020-04-01T06:35:00' on the clock of `zone` or `offset`, with '.mmm' if sent that finely */
  readonly local: string | null
  /** '-07:00'; 'Z' is '+00:00' */
  readonly offset: string | null
  /** IANA name */
  readonly zone: string | null
  /** as sent; finer digits are cut, never rounded */
  readonly precision: Precision
  /** what the instant rests on; `null` where there is none */
  readonly basis: 'offset' | 'epoch' | 'zone' | 'assumed-zone' | null
  /** whether the clock of `zone` skipped or repeated the wall time that was sent */
  readonly ambiguity: Ambiguity
  /** the stamp that decided, as sent */
  readonly raw: string | number
}

const T = 84

/**
 * The time of a stamp that says its own offset. A zone is written beside it and decides nothing: `contradictsZone`
 * tells whether the two agree. `raw` must be the text that `readIso` made the stamp from; that is not checked.
 * `null` if the moment lies outside the years 0001 to 9999.
 */
export function offsetTime(raw: string, stamp: OffsetStamp, zone: Zone | null): EventTime | null {
  const { wall, offset, precision } = stamp
  const instant = isInstant(raw, stamp) ? raw : formatInstant(wall - offset * MINUTE)
  if (instant === null) return null
  return {
    instant,
    local: localIn(raw, precision) ?? localText(wall, precision === 'millisecond'),
    offset: offsetText(offset),
    zone: zone === null ? null : zone.name,
    precision,
    basis: 'offset',
    ambiguity: 'none',
    raw,
  }
}

/**
 * The time of a stamp that says its own offset, as the clock of a zone showed it: the stamp decides the moment, the zone
 * `local` and `offset`. For stamps in UTC, or in whatever offset, of an event whose place is known. On the same
 * conditions as {@link offsetTime}; `null` also if the wall time in the zone lies outside the years 0001 to 9999.
 */
export function offsetTimeInZone(raw: string, stamp: OffsetStamp, zone: Zone): EventTime | null {
  const epoch = stamp.wall - stamp.offset * MINUTE
  const offset = offsetAt(zone, epoch)
  if (offset === stamp.offset) return offsetTime(raw, stamp, zone)
  const { precision } = stamp
  const instant = isInstant(raw, stamp) ? raw : formatInstant(epoch)
  const local = localText(epoch + offset * MINUTE, precision === 'millisecond')
  if (instant === null || local === null) return null
  return {
    instant,
    local,
    offset: offsetText(offset),
    zone: zone.name,
    precision,
    basis: 'offset',
    ambiguity: 'none',
    raw,
  }
}

// Most stamps hold the wanted text already, and a slice of it is cheaper than to make it again.

/** Only `YYYY-MM-DDTHH:MM:SS.mmmZ` has that length among the stamps with milliseconds and an offset. */
function isInstant(raw: string, { precision, offset }: OffsetStamp): boolean {
  return precision === 'millisecond' && offset === 0 && raw.length === 24 && raw.charCodeAt(10) === T
}

function localIn(raw: string, precision: Precision): string | null {
  if (raw.charCodeAt(10) !== T) return null
  if (precision === 'second') return raw.slice(0, 19)
  // Tenths or hundredths alone have no third digit.
  return precision === 'millisecond' && digitAt(raw, 21) >= 0 && digitAt(raw, 22) >= 0
    ? raw.slice(0, 23)
    : null
}

/** Whether the clocks of the zone showed another offset at that moment than the stamp says. */
export function contradictsZone(stamp: OffsetStamp, zone: Zone): boolean {
  return offsetAt(zone, stamp.wall - stamp.offset * MINUTE) !== stamp.offset
}

/**
 * The time of a count since 1970. `raw` is the number as sent, `epochMs` the same moment in whole milliseconds. `local`
 * and `offset` are filled only if a zone is known. `null` if the moment, or its local time, lies outside the years
 * 0001 to 9999 or `epochMs` is no whole number.
 */
export function epochTime(
  raw: string | number,
  epochMs: number,
  precision: 'second' | 'millisecond',
  zone: Zone | null,
): EventTime | null {
  const instant = formatInstant(epochMs)
  if (instant === null) return null
  const offset = zone === null ? null : offsetAt(zone, epochMs)
  const local = offset === null ? null : localText(epochMs + offset * MINUTE, precision === 'millisecond')
  if (offset !== null && local === null) return null
  return {
    instant,
    local,
    offset: offset === null ? null : offsetText(offset),
    zone: zone === null ? null : zone.name,
    precision,
    basis: 'epoch',
    ambiguity: 'none',
    raw,
  }
}

/**
 * The time of a wall clock in a known zone, given in milliseconds as if it were UTC. `basis` says whether the payload
 * named the zone or somebody assumed it. In a gap `local` is the wall time moved on. What `reject` refuses has no
 * instant, no offset and no basis, keeps `local` as sent and says why in `ambiguity`. `null` if the moment, or the
 * wall time, lies outside the years 0001 to 9999.
 */
export function wallTime(
  raw: string,
  wallMs: number,
  precision: Precision,
  zone: Zone,
  basis: 'zone' | 'assumed-zone',
  disambiguation: Disambiguation,
): EventTime | null {
  const { epoch, offset, ambiguity } = resolveWall(zone, wallMs, disambiguation)
  const instant = epoch === null ? null : formatInstant(epoch)
  const local = localText(epoch === null ? wallMs : epoch + offset * MINUTE, precision === 'millisecond')
  if (local === null || (epoch !== null && instant === null)) return null
  return {
    instant,
    local,
    offset: offset === null ? null : offsetText(offset),
    zone: zone.name,
    precision,
    basis: instant === null ? null : basis,
    ambiguity,
    raw,
  }
}

/**
 * The time of a wall clock in no known zone, in milliseconds as if it were UTC: `local` and nothing else. `null` outside
 * the years 0001 to 9999.
 */
export function localTime(raw: string, wallMs: number, precision: Precision): EventTime | null {
  const local = localText(wallMs, precision === 'millisecond')
  if (local === null) return null
  return {
    instant: null,
    local,
    offset: null,
    zone: null,
    precision,
    basis: null,
    ambiguity: 'none',
    raw,
  }
}
