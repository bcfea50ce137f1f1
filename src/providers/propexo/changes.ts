import type { Json, JsonObject } from '../../codec/json'
import type { Change } from '../../event/record'
import { asReceived, type PropexoDiff } from './diff'

type Values = Readonly<Record<string, Json | undefined>>

const nothing: JsonObject = {}

const ownIn = (values: Values, field: string): Json | undefined =>
  Object.hasOwn(values, field) ? values[field] : undefined

/**
 * The codec's value where it took the whole of it, and what was received where it could not: a field of a wrong
 * kind, or one that it does not know. A list or an object may have lost members, so what was received stands for it.
 */
const valueOf = (taken: Values, received: JsonObject, field: string): Json => {
  const value = ownIn(taken, field)
  const isWhole = value !== undefined && value !== null && typeof value !== 'object'
  const said = isWhole || taken === received ? value : ownIn(received, field)
  return said === undefined || said === '' ? null : said
}

/** Every field that either side has, by name. A field that is on one side only is null on the other. */
export const changesOf = (diff: PropexoDiff<object>): readonly Change[] => {
  const next = (diff.new ?? nothing) as Values
  const previous = (diff.previous ?? nothing) as Values
  const nextReceived = asReceived(next)
  const previousReceived = asReceived(previous)
  const fields = Object.keys(nextReceived)
  for (const field of Object.keys(previousReceived))
    if (!Object.hasOwn(nextReceived, field)) fields.push(field)
  return fields.sort().map((field) => ({
    field,
    previous: valueOf(previous, previousReceived, field),
    new: valueOf(next, nextReceived, field),
  }))
}

/** `updated_at` is the connector's own note that it wrote `last_seen`, so it is no change of the row either. */
export const isTouchedOnly = (changes: readonly Change[]): boolean =>
  changes.some(({ field }) => field === 'last_seen') &&
  changes.every(({ field }) => field === 'last_seen' || field === 'updated_at')
