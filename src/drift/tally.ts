/**
 * How often each of some names was seen. Only so many names are kept, the first by their code units, and the rest is
 * one number. Which names are kept therefore depends on what was seen and never on the order of it, so that tallies
 * of several processes can be merged in any order.
 */
export interface Tally {
  readonly counts: Readonly<Record<string, number>>
  /** How often names were seen that are not kept. */
  readonly others: number
}

export const MOST_NAMES = 100

export const noTally: Tally = { counts: {}, others: 0 }

const byCodeUnits = ([one]: readonly [string, number], [other]: readonly [string, number]): number =>
  one < other ? -1 : 1

const bounded = (counts: ReadonlyMap<string, number>, others: number): Tally => {
  const entries = [...counts].sort(byCodeUnits)
  const rest = entries.slice(MOST_NAMES).reduce((sum, [, count]) => sum + count, 0)
  return { counts: Object.fromEntries(entries.slice(0, MOST_NAMES)), others: others + rest }
}

/** Each name once. */
export const tallyOf = (names: Iterable<string>): Tally =>
  bounded(new Map(Array.from(names, (name) => [name, 1])), 0)

export const mergeTallies = (one: Tally, other: Tally): Tally => {
  const counts = new Map(Object.entries(one.counts))
  for (const [name, count] of Object.entries(other.counts)) counts.set(name, (counts.get(name) ?? 0) + count)
  return bounded(counts, one.others + other.others)
}
