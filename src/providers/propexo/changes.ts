import type { Json, JsonObject } from '../../codec/json'
import type { Change } from '../../event/record'
import { asReceived, type PropexoDiff } from './diff'

type Values = Readonly<Record<string, Json | undefined>>

/** A side as its codec took it, and as it was received. */
interface Side {
  readonly taken: Values
  readonly received: JsonObject
}

const nothing: JsonObject = {}

const sideOf = (side: object | null | undefined): Side =>
  side == null ? { taken: nothing, received: nothing } : { taken: side as Values, received: asReceived(side) }

const ownIn = (values: Values, field: string): Json | undefined =>
  Object.hasOwn(values, field) ? values[field] : undefined

/**
 * The codec's value where it took the whole of it, and what was received where it could not: a field of a wrong
 * kind, or one that it does not know.
 */
const valueOf = ({ taken, received }: Side, field: string): Json => {
  const value = ownIn(taken, field)
  const sent = ownIn(received, field)
  // A list or an object may have lost members, so what was received stands for it.
  const isWhole = value !== undefined && value !== null && typeof value !== 'object'
  const said = isWhole ? value : (sent ?? null)
  return said === '' ? null : said
}

/** Every field that either side has, by name. A field that is on one side only is null on the other. */
export const changesOf = (diff: PropexoDiff<object>): readonly Change[] => {
  const previous = sideOf(diff.previous)
  const next = sideOf(diff.new)
  const fields = new Set([...Object.keys(next.received), ...Object.keys(previous.received)])
  return [...fields]
    .sort()
    .map((field) => ({ field, previous: valueOf(previous, field), new: valueOf(next, field) }))
}

/** `updated_at` is the connector's own note that it wrote `last_seen`, so it is no change of the row either. */
export const isTouchedOnly = (changes: readonly Change[]): boolean =>
  changes.some(({ field }) => field === 'last_seen') &&
  changes.every(({ field }) => field === 'last_seen' || field === 'updated_at')
