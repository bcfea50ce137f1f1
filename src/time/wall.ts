import { DAY, MINUTE } from './calendar'
import { offsetAt, type Zone } from './zone'

/** What to do with a wall time that the clock skips or repeats, with Temporal's names and meanings. */
export type Disambiguation = 'compatible' | 'earlier' | 'later' | 'reject'

/** Whether the clock shows a wall time once, twice (`overlap`) or never (`gap`). */
export type Ambiguity = 'none' | 'overlap' | 'gap'

export interface WallMoment {
  /** epoch milliseconds */
  readonly epoch: number
  /** minutes east of UTC at that moment; in a gap `epoch + offset` is the wall time moved on (or back) */
  readonly offset: number
  readonly ambiguity: Ambiguity
}

/** The policy `reject` met a wall time that doesn't exist exactly once. */
export interface WallRejection {
  readonly epoch: null
  readonly offset: null
  readonly ambiguity: 'overlap' | 'gap'
}

/**
 * The moment at which the zone's clock shows a wall time, given in milliseconds as if it were UTC. In an overlap
 * `compatible` and `earlier` give the first of the two moments, in a gap `compatible` and `later` read the wall time by
 * the offset before the gap, `earlier` by the one after it: Temporal's rules. Checks no range; right from 1972 on.
 */
export function resolveWall(
  zone: Zone,
  wallMs: number,
  disambiguation: Disambiguation = 'compatible',
): WallMoment | WallRejection {
  // No clock is a day away from UTC and no two changes are two days apart, so that one of the two offsets a day
  // before and a day after is the one in force.
  const before = offsetAt(zone, wallMs - DAY)
  const after = offsetAt(zone, wallMs + DAY)
  if (before === after) return { epoch: wallMs - before * MINUTE, offset: before, ambiguity: 'none' }
  return resolveNearChange(zone, wallMs, before, after, disambiguation)
}

function resolveNearChange(
  zone: Zone,
  wallMs: number,
  before: number,
  after: number,
  disambiguation: Disambiguation,
): WallMoment | WallRejection {
  const byBefore = wallMs - before * MINUTE
  const byAfter = wallMs - after * MINUTE
  const shownBefore = offsetAt(zone, byBefore) === before
  const shownAfter = offsetAt(zone, byAfter) === after
  if (shownBefore !== shownAfter) {
    return shownBefore
      ? { epoch: byBefore, offset: before, ambiguity: 'none' }
      : { epoch: byAfter, offset: after, ambiguity: 'none' }
  }
  const ambiguity = shownBefore ? 'overlap' : 'gap'
  if (disambiguation === 'reject') return { epoch: null, offset: null, ambiguity }
  // In an overlap the offset before gives the first moment; in a gap it moves the wall time on, to after the gap.
  if (ambiguity === 'overlap') {
    return disambiguation === 'later'
      ? { epoch: byAfter, offset: after, ambiguity }
      : { epoch: byBefore, offset: before, ambiguity }
  }
  return disambiguation === 'earlier'
    ? { epoch: byAfter, offset: before, ambiguity }
    : { epoch: byBefore, offset: after, ambiguity }
}
