import { Temporal } from 'temporal-polyfill'
import { resolveWall, type Disambiguation } from '../../src/time/wall'
import { findZone, offsetAt, zoneNames, type Zone } from '../../src/time/zone'

// Holds our answers against Temporal's, which rests on the same Intl data: a difference is ours.

export interface Extent {
  readonly zones: readonly string[]
  readonly firstYear: number
  readonly lastYear: number
  /** every how many milliseconds an ordinary instant is looked at */
  readonly grid: number
  /** every how many milliseconds one is looked at within three hours of a change of offset */
  readonly nearChange: number
}

export interface Summary {
  zones: number
  changes: number
  instants: number
  walls: number
  differences: number
  /** the first few, in words */
  readonly examples: string[]
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const POLICIES: readonly Disambiguation[] = ['compatible', 'earlier', 'later', 'reject']
const EDGES: readonly number[] = [-1000, -1, 0, 1, 1000]
const MOST_EXAMPLES = 10

/** Every name of the closed set, or every `step`th of them. */
export function someZones(step: number): readonly string[] {
  return zoneNames().filter((_, index) => index % step === 0)
}

export function compare(extent: Extent): Summary {
  const summary: Summary = { zones: 0, changes: 0, instants: 0, walls: 0, differences: 0, examples: [] }
  for (const name of extent.zones) {
    const zone = findZone(name)
    if (zone === null) throw new Error(`${name} is not a zone here`)
    summary.zones++
    compareZone(zone, extent, summary)
  }
  return summary
}

function compareZone(zone: Zone, extent: Extent, summary: Summary): void {
  const first = Date.UTC(extent.firstYear, 0, 1)
  const end = Date.UTC(extent.lastYear + 1, 0, 1)
  // The step is no whole number of hours, so that the grid visits all times of the day.
  for (let at = first; at < end; at += extent.grid) compareAt(zone, at, at, summary)
  for (const change of changesOf(zone.name, first, end)) {
    summary.changes++
    const { at, before, after } = change
    for (let near = at - 3 * HOUR; near <= at + 3 * HOUR; near += extent.nearChange) {
      compareInstant(zone, near, summary)
    }
    for (const edge of EDGES) compareInstant(zone, at + edge, summary)
    // The clock that runs on and the clock that was changed each meet the change at a wall time of their own.
    const low = at + Math.min(before, after) * MINUTE
    const high = at + Math.max(before, after) * MINUTE
    for (let near = low - 3 * HOUR; near <= high + 3 * HOUR; near += extent.nearChange) {
      compareWall(zone, near, summary)
    }
    for (const edge of EDGES) {
      compareWall(zone, low + edge, summary)
      compareWall(zone, high + edge, summary)
    }
  }
}

function compareAt(zone: Zone, instant: number, wall: number, summary: Summary): void {
  compareInstant(zone, instant, summary)
  compareWall(zone, wall, summary)
}

interface Change {
  readonly at: number
  readonly before: number
  readonly after: number
}

function changesOf(name: string, first: number, end: number): Change[] {
  const changes: Change[] = []
  let here = Temporal.Instant.fromEpochMilliseconds(first - 1).toZonedDateTimeISO(name)
  for (;;) {
    const next = here.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds >= end) return changes
    const before = next.subtract({ milliseconds: 1 })
    changes.push({ at: next.epochMilliseconds, before: minutes(before), after: minutes(next) })
    here = next
  }
}

function minutes(time: Temporal.ZonedDateTime): number {
  return time.offsetNanoseconds / 60e9
}

function compareInstant(zone: Zone, epochMs: number, summary: Summary): void {
  summary.instants++
  const theirs = minutes(Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone.name))
  const ours = offsetAt(zone, epochMs)
  if (ours !== theirs) differ(summary, `${zone.name} at ${epochMs}: ${ours}, Temporal ${theirs}`)
}

function compareWall(zone: Zone, wallMs: number, summary: Summary): void {
  const wall = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime()
  const earlier = wall.toZonedDateTime(zone.name, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone.name, { disambiguation: 'later' })
  const ambiguity =
    earlier.epochMilliseconds === later.epochMilliseconds
      ? 'none'
      : earlier.toPlainDateTime().equals(wall)
        ? 'overlap'
        : 'gap'
  for (const policy of POLICIES) {
    summary.walls++
    const theirs = theirAnswer(wall, zone.name, policy, ambiguity)
    const { epoch, offset, ambiguity: found } = resolveWall(zone, wallMs, policy)
    const ours = `${epoch} ${offset} ${found}`
    if (ours !== theirs)
      differ(summary, `${zone.name} ${wall.toString()} ${policy}: ${ours}, Temporal ${theirs}`)
  }
}

function theirAnswer(
  wall: Temporal.PlainDateTime,
  name: string,
  policy: Disambiguation,
  ambiguity: string,
): string {
  try {
    const answer = wall.toZonedDateTime(name, { disambiguation: policy })
    return `${answer.epochMilliseconds} ${minutes(answer)} ${ambiguity}`
  } catch (error) {
    if (policy === 'reject' && error instanceof RangeError) return `null null ${ambiguity}`
    throw error
  }
}

function differ(summary: Summary, example: string): void {
  summary.differences++
  if (summary.examples.length < MOST_EXAMPLES) summary.examples.push(example)
}
