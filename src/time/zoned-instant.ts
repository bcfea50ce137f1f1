import { wallTime, type EventTime } from './event-time'
import { readIso } from './iso'
import type { Disambiguation } from './wall'
import { findZone } from './zone'

/**
 * The moment at which clocks in a zone show a local time: `zonedInstant('2020-04-01T06:35', 'America/Los_Angeles')`.
 * Takes the date-times of `readIso` that say no offset, and IANA names in their exact spelling; gives `null` for
 * everything else and outside the years 0001 to 9999. A local time that the clock skips or repeats follows
 * `disambiguation` (Temporal's, `compatible` by default) and says so in `ambiguity`; with `reject` its `instant` is
 * `null`. Right from 1972 on.
 */
export function zonedInstant(
  local: string,
  zoneName: string,
  options: { readonly disambiguation?: Disambiguation | undefined } = {},
): EventTime | null {
  const stamp = readIso(local)
  const zone = findZone(zoneName)
  if (stamp?.offset !== null || zone === null) return null
  return wallTime(local, stamp.wall, stamp.precision, zone, 'zone', options.disambiguation ?? 'compatible')
}
