import { civilFromDays, DAY, daysFromCivil } from '../../time/calendar'
import { railsZone } from '../../time/rails-zones'
import { findZone, offsetAt, trustedZone, type Zone } from '../../time/zone'

export interface NamedZone {
  readonly zone: Zone
  /** The place that older versions of Rails meant by the same name. */
  readonly formerly: Zone | null
}

// Only names that mean a zone are kept, of which there is a closed set.
const named = new Map<string, NamedZone>()

/** The zone behind a name of Rails', or behind an IANA name, which Rails takes too. */
export const zoneNamed = (name: string): NamedZone | null => {
  const known = named.get(name)
  if (known !== undefined) return known
  const rails = railsZone(name)
  const zone = rails === null ? findZone(name) : trustedZone(rails.zone)
  if (zone === null) return null
  const found = { zone, formerly: rails?.formerly == null ? null : trustedZone(rails.formerly) }
  named.set(name, found)
  return found
}

const MOST_HOURS = 14
const MOST_MINUTES = MOST_HOURS * 60

/**
 * The minutes east of UTC that a `showing_time_zone_utc_offset` means. The page does not say its unit, but no clock is
 * more than 14 hours away from UTC, so that the size tells hours from minutes and minutes from seconds.
 */
export const offsetMinutes = (utcOffset: number): number => {
  const size = Math.abs(utcOffset)
  if (size <= MOST_HOURS) return utcOffset * 60
  return size <= MOST_MINUTES ? utcOffset : utcOffset / 60
}

/** The offset without summer time: the smaller one of January's and July's. */
const standardOffset = (zone: Zone, epochMs: number): number => {
  const { year } = civilFromDays(Math.floor(epochMs / DAY))
  const january = offsetAt(zone, daysFromCivil(year, 1, 1) * DAY)
  return Math.min(january, offsetAt(zone, daysFromCivil(year, 7, 1) * DAY))
}

/**
 * Whether the zone's clocks are that far from UTC at a moment, or would be without summer time, which is what Rails
 * calls the offset of a zone.
 */
export const hasOffset = (zone: Zone, minutes: number, epochMs: number): boolean =>
  offsetAt(zone, epochMs) === minutes || standardOffset(zone, epochMs) === minutes
