import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, daysFromCivil, HOUR, MINUTE } from '../../src/time/calendar'
import { epochTime, wallTime } from '../../src/time/event-time'
import { readInstant } from '../../src/time/instant'
import type { Disambiguation } from '../../src/time/wall'
import { findZone, offsetAt, zoneNames, type Zone } from '../../src/time/zone'

const STEP = 5 * DAY

const firstWith = (zone: Zone, offset: number, before: number, from: number): number => {
  if (from - before <= 1000) return from
  const middle = before + Math.floor((from - before) / 2000) * 1000
  return offsetAt(zone, middle) === offset
    ? firstWith(zone, offset, before, middle)
    : firstWith(zone, offset, middle, from)
}

/** The moments of a year at which the zone's clocks are put forward or back. */
const changesOf = (zone: Zone, year: number): readonly number[] => {
  const changes: number[] = []
  const end = daysFromCivil(year + 1, 1, 1) * DAY
  for (let at = daysFromCivil(year, 1, 1) * DAY; at < end; at += STEP) {
    const after = offsetAt(zone, at + STEP)
    if (after !== offsetAt(zone, at)) changes.push(firstWith(zone, after, at, at + STEP))
  }
  return changes
}

const wallOf = (local: string): number =>
  readInstant(`${local.slice(0, 23)}Z`) ?? readInstant(`${local}.000Z`) ?? NaN

const minutesOf = (offset: string): number => {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const policies: readonly Disambiguation[] = ['compatible', 'earlier', 'later', 'reject']

const instantOf = (zone: Zone, wall: number, policy: Disambiguation): number | null => {
  const time = wallTime('', wall, 'second', zone, 'zone', policy)
  if (time?.instant == null || time.local === null || time.offset === null) return null
  const epoch = readInstant(time.instant)
  expect(wallOf(time.local) - minutesOf(time.offset) * MINUTE).toBe(epoch)
  expect(minutesOf(time.offset)).toBe(offsetAt(zone, epoch!))
  return epoch
}

/** What must be true of the clocks of a zone around a moment at which they change. */
const checkChange = (zone: Zone, change: number): void => {
  const [before, after] = [offsetAt(zone, change - 1000), offsetAt(zone, change)]
  for (const distance of [-2 * HOUR, -HOUR, -1000, 0, 1000, HOUR, 2 * HOUR]) {
    const epoch = change + distance
    const shown = epochTime(epoch, epoch, 'second', zone)
    const wall = wallOf(shown?.local ?? '')
    expect(wall - minutesOf(shown?.offset ?? '') * MINUTE).toBe(epoch)
    // The wall time that a clock shows leads back to the moment, by one of the two policies where it shows it twice.
    expect([instantOf(zone, wall, 'earlier'), instantOf(zone, wall, 'later')]).toContain(epoch)
  }
  const size = Math.abs(after - before) * MINUTE
  const firstWall = change + Math.min(before, after) * MINUTE
  for (const wall of [firstWall, firstWall + size / 2, firstWall + size - 1000]) {
    const second = Math.floor(wall / 1000) * 1000
    const answers = policies.map((policy) => instantOf(zone, second, policy))
    const [compatible, earlier, later, rejected] = answers
    expect(later! - earlier!).toBe(size)
    expect(compatible).toBe(after > before ? later : earlier)
    expect(rejected).toBeNull()
    const { ambiguity } = wallTime('', second, 'second', zone, 'zone', 'reject')!
    expect(ambiguity).toBe(after > before ? 'gap' : 'overlap')
  }
}

test(
  'local, offset and instant agree in every zone, also where the clocks change',
  { timeout: 120_000 },
  () => {
    let changes = 0
    fc.assert(
      fc.property(fc.integer({ min: 1973, max: 2037 }), (year) => {
        for (const name of zoneNames()) {
          const zone = findZone(name)!
          for (const change of changesOf(zone, year)) {
            checkChange(zone, change)
            changes += 1
          }
        }
      }),
      { numRuns: 2 },
    )
    expect(changes).toBeGreaterThan(100)
  },
)
