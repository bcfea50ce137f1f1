import type { Reader } from '../../src/codec/codec'
import { list } from '../../src/codec/list'
import { either, integer, text } from '../../src/codec/scalar'

/** A value that a schema and the strict decoder judge differently. */
export interface Difference {
  /** As the table of docs/schema.md calls it. */
  readonly value: string
  readonly codec: Reader<unknown>
  readonly example: unknown
  readonly takenBy: 'schema' | 'decoder'
}

/** The list of docs/schema.md. Whoever closes a difference takes it off both. */
export const differences: readonly Difference[] = [
  {
    value: 'a whole number in text, with a fraction too small for a double (`"123456789012345.000000001"`)',
    codec: integer,
    example: '123456789012345.000000001',
    takenBy: 'decoder',
  },
  {
    value: '`either` of two codecs where the first takes a value with faults',
    codec: either(list(text), list(integer)),
    example: [1],
    takenBy: 'schema',
  },
]
