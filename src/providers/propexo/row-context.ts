import { fault, type Reading } from '../../codec/reading'
import type { Money } from '../../event/money'

export type Text = string | null | undefined

/** What is known of a row beside its fields. */
export interface RowContext {
  /** Null where an unknown event names no row. */
  readonly recordId: string | null
  /** The fields as they were before; null where the row is no update. */
  readonly previous: object | null
  readonly isDiff: boolean
  /** The property that the envelope names. */
  readonly propertyId: string | null
  /** Where the fields stand in the body. */
  readonly pointer: string
  readonly reading: Reading
}

export const joined = (parts: readonly Text[], separator: string): string | null =>
  parts.filter((part) => part != null && part !== '').join(separator) || null

/** Cents of no stated currency, and for no stated time. */
export const moneyOf = (
  cents: number | null | undefined,
  field: string,
  { pointer, reading }: RowContext,
): Money | null => {
  if (cents == null) return null
  if (Number.isSafeInteger(cents)) return { amount: cents, currency: null, per: null }
  fault(reading, 'wrong_kind', `${pointer}/${field}`, 'whole cents')
  return null
}
