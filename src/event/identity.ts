import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { EventOrder, Identity } from './base'
import { canonicalJson } from './canonical-json'
import type { AnyEvent } from './event'

/** A key for a unique column or a message id: the provider's name, a colon, and 32 hexadecimal digits. */
export interface DedupeKey {
  readonly key: string
  readonly strength: Identity['strength']
}

const KEY_BYTES = 16

/**
 * The key under which an event is the same event again: equal for every redelivery and for a body that is
 * merely indented differently or whose unknown fields differ, another for any other change of a documented
 * field (where `strength` is `content`) or of what the provider identifies events by.
 *
 * It is a digest, so it can be logged and stored: nothing of a person can be read from it. Never fails.
 *
 * @example
 * await sql`insert into inbox (key, event) values (${dedupeKey(event).key}, ${event}) on conflict do nothing`
 */
export const dedupeKey = (event: AnyEvent): DedupeKey => {
  const { strength, parts } = event.identity
  const matter = strength === 'content' ? [event.source.type, event.source.payload] : parts
  const digest = sha256(utf8ToBytes(canonicalJson([strength, matter])))
  return { key: `${event.source.provider}:${bytesToHex(digest.subarray(0, KEY_BYTES))}`, strength }
}

const withoutLeadingZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

const compareText = (a: string, b: string): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** Compares digits as the numbers they are, of any length. */
const compareDigits = (a: string, b: string): -1 | 0 | 1 => {
  const [one, other] = [withoutLeadingZeros(a), withoutLeadingZeros(b)]
  if (one.length !== other.length) return one.length < other.length ? -1 : 1
  return compareText(one, other)
}

/** Instants are text of one form. What was sent to the minute or second stands for all of that minute or second. */
const prefixLength = { minute: 16, second: 19, millisecond: 23 } as const

const compareTimes = (a: EventOrder, b: EventOrder): -1 | 0 | 1 => {
  const shared = Math.min(
    prefixLength[a.precision ?? 'millisecond'],
    prefixLength[b.precision ?? 'millisecond'],
  )
  return compareText(a.value.slice(0, shared), b.value.slice(0, shared))
}

/**
 * Which of two events comes first: -1, 1, or 0 for the same event (the same `dedupeKey`). Null where the
 * order cannot be told: across providers, where the provider sends nothing to order by, or where two different
 * events were stamped alike. Where it answers it is antisymmetric, and transitive among events of different keys: two
 * deliveries of one event that were stamped differently are 0, each with its own neighbours.
 */
export const compareEvents = (a: AnyEvent, b: AnyEvent): -1 | 0 | 1 | null => {
  if (a.source.provider !== b.source.provider) return null
  if (dedupeKey(a).key === dedupeKey(b).key) return 0
  const [one, other] = [a.identity.order, b.identity.order]
  if (one === null || one.by !== other?.by) return null
  const order = one.by === 'sequence' ? compareDigits(one.value, other.value) : compareTimes(one, other)
  return order === 0 ? null : order
}
