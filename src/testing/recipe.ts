/**
 * How to make values of one kind, as data: the shapes of codecs become recipes, and a recipe is followed with
 * fast-check or with a seed alone.
 */
export type Recipe =
  | { readonly kind: 'constant'; readonly value: unknown }
  /** A whole number from one bound to the other, both included. */
  | { readonly kind: 'whole'; readonly from: number; readonly to: number }
  /** Free text, never empty, whose first character is a letter: nobody takes it for a number or a stamp. */
  | { readonly kind: 'text'; readonly field: string }
  | { readonly kind: 'json'; readonly object: boolean }
  | { readonly kind: 'one-of'; readonly recipes: readonly Recipe[] }
  | { readonly kind: 'list'; readonly item: Recipe }
  | { readonly kind: 'object'; readonly fields: readonly FieldRecipe[]; readonly foreign: boolean }
  | {
      readonly kind: 'made'
      readonly from: readonly Recipe[]
      readonly make: (parts: readonly unknown[]) => unknown
    }
  | { readonly kind: 'kept'; readonly recipe: Recipe; readonly keeps: (value: unknown) => boolean }

export interface FieldRecipe {
  readonly key: string
  readonly recipe: Recipe
  readonly mayBeMissing: boolean
}

export const constant = (value: unknown): Recipe => ({ kind: 'constant', value })

export const whole = (from: number, to: number): Recipe => ({ kind: 'whole', from, to })

export const oneOf = (recipes: readonly Recipe[]): Recipe => {
  const [first, ...others] = recipes
  if (first === undefined) throw new TypeError('there is nothing to choose from')
  return others.length === 0 ? first : { kind: 'one-of', recipes }
}

export const made = (from: readonly Recipe[], make: (parts: readonly unknown[]) => unknown): Recipe => ({
  kind: 'made',
  from,
  make,
})

/** The keys that recipes with `foreign` add to objects begin like this: no provider has such a key. */
export const FOREIGN = 'x_unknown_'
