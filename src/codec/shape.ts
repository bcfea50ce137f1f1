import type { Reading } from './reading'

/** What `read` answers for a value it can make nothing of; the reason is in the reading. */
export const FAIL: unique symbol = Symbol('FAIL')
export type Fail = typeof FAIL

export type Read<A> = (input: unknown, reading: Reading) => A | Fail

/** The half of a codec that other codecs are built from. */
export interface Reader<out A> {
  readonly name: string
  readonly read: Read<A>
  /** What is accepted, as data: schemas, generators and field tables are derived from it. */
  readonly shape: Shape
}

export type ValueOf<R> = R extends Reader<infer A> ? A : never

/** A field of a struct: present or failed, absent or null, or standing in with a value. */
export type Presence = 'required' | 'optional' | 'defaulted'

export interface FieldShape {
  readonly key: string
  readonly presence: Presence
  readonly codec: Reader<unknown>
}

/**
 * What stands at a place of the input: `sent`, an own key, whatever its value; `unsent`, none; `valued`, anything but
 * null; `said`, anything but null and ''; an `object`; `text`; a `word`, which is text but not ''; an `id`, a word or a
 * safe integer; or one of a list of words.
 */
export interface Condition {
  readonly path: readonly string[]
  readonly is: 'sent' | 'unsent' | 'valued' | 'said' | 'object' | 'text' | 'word' | 'id' | readonly string[]
}

/** The codec that reads what meets all the conditions. */
export interface Case {
  readonly when: readonly Condition[]
  readonly codec: Reader<unknown>
}

/**
 * What a codec accepts, as data. A new kind of codec adds a member here, and every derivation (JSON Schema,
 * arbitraries, field tables) fails to compile until it knows it.
 */
export type Shape =
  | {
      readonly kind: 'text'
      readonly format: string | null
      readonly known: readonly string[]
      /** Text in another form is refused, and not only told about. */
      readonly checked: boolean
    }
  | { readonly kind: 'id' }
  | { readonly kind: 'number'; readonly integer: boolean }
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'enumeration'
      readonly values: readonly string[]
      /** Words that an optional field passes over as if nothing were there. */
      readonly ignored?: readonly string[] | undefined
    }
  | { readonly kind: 'json'; readonly object: boolean }
  | { readonly kind: 'list'; readonly item: Reader<unknown> }
  | {
      readonly kind: 'struct'
      readonly fields: readonly FieldShape[]
      /** Every field is there in the result, and '' is a text like any other; otherwise '' is no value. */
      readonly complete: boolean
    }
  | {
      readonly kind: 'choice'
      readonly members: readonly Reader<unknown>[]
      readonly discriminator: string | null
      /** By what a member is chosen: the first case that holds, and where none does the input is refused. Without
       *  cases each member is tried. */
      readonly cases?: readonly Case[] | undefined
    }
