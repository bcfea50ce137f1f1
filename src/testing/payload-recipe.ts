import { readerOf } from '../codec/foreign'
import { isObject } from '../codec/json'
import type { AnyProvider } from '../provider'
import { FOREIGN, made, whole, type Recipe } from './recipe'
import { recipeOf } from './shape-recipe'

export interface PayloadOptions {
  /** Also missing and empty fields, numbers as text, and words of open sets that no document names. */
  readonly loose: boolean
  /** Also keys that no document names. */
  readonly foreign: boolean
}

/** The recipe of what a provider sends, with any word or with one; see the provider's table of words. */
export const payloadRecipe = (
  { codec, name, words }: AnyProvider,
  word: string | null,
  { loose, foreign }: PayloadOptions,
): Recipe => {
  if (word !== null && !Object.hasOwn(words, word)) throw new TypeError(`${name} has no word "${word}"`)
  const reader = readerOf(codec)
  if (reader.shape.kind === 'json') throw new TypeError(`the codec of ${name} does not say its shape`)
  return recipeOf(reader, { form: 'wire', loose, foreign, word, instead: new Map() })
}

const renamed = (value: unknown, word: string, other: string): unknown => {
  if (value === word) return other
  if (Array.isArray(value)) return value.map((member) => renamed(member, word, other))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, renamed(member, word, other)]))
}

/** The same with a word in its place that the provider does not have. */
export const unknownPayloadRecipe = (provider: AnyProvider, word: string, options: PayloadOptions): Recipe =>
  made([payloadRecipe(provider, word, options), whole(0, 999)], ([payload, number]) =>
    renamed(payload, word, `${FOREIGN}word ${String(number)}`),
  )
