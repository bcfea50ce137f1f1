import { FOREIGN, type Recipe } from './recipe'

/** A number from 0 to below 1, another one at each call. */
export type Random = () => number

/** The same numbers for the same seed on every machine: Tommy Ettinger's mulberry32. */
export const randomFrom = (seed: number): Random => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), bits | 61)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

export const wholeFrom = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

const pick = <A>(random: Random, values: readonly A[]): A => {
  const value = values[wholeFrom(random, 0, values.length - 1)]
  if (value === undefined) throw new TypeError('there is nothing to choose from')
  return value
}

const names = ['Ada Example', 'Ben Sample', 'Chidi Test', 'Dora Invented', 'Eva Nobody', 'Farid Madeup']

/** Text that looks like what the field is called; every person and number is invented. */
const textFor = (field: string, random: Random): string => {
  const number = wholeFrom(random, 100, 999)
  if (/email/i.test(field)) return `person${number}@example.com`
  if (/phone|fax/i.test(field)) return `+1 555 0100 ${number}`
  if (/name/i.test(field)) return pick(random, names)
  return `${field} ${number}`
}

const MOST_ATTEMPTS = 1000
const LONGEST_LIST = 2

/** A value by a recipe. */
export const follow = (recipe: Recipe, random: Random): unknown => {
  switch (recipe.kind) {
    case 'constant':
      return recipe.value
    case 'whole':
      return wholeFrom(random, recipe.from, recipe.to)
    case 'text':
      return textFor(recipe.field, random)
    case 'json':
      return recipe.object ? { [`${FOREIGN}${wholeFrom(random, 0, 9)}`]: random() < 0.5 } : random() < 0.5
    case 'one-of':
      return follow(pick(random, recipe.recipes), random)
    case 'list':
      return Array.from({ length: wholeFrom(random, 1, LONGEST_LIST) }, () => follow(recipe.item, random))
    case 'object': {
      const object: Record<string, unknown> = {}
      for (const { key, recipe: value, mayBeMissing } of recipe.fields) {
        if (!mayBeMissing || random() < 0.7) object[key] = follow(value, random)
      }
      if (recipe.foreign) object[`${FOREIGN}${wholeFrom(random, 0, 9)}`] = textFor('value', random)
      return object
    }
    case 'made':
      return recipe.make(recipe.from.map((part) => follow(part, random)))
    case 'kept':
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        const value = follow(recipe.recipe, random)
        if (recipe.keeps(value)) return value
      }
      throw new TypeError(`none of ${MOST_ATTEMPTS} values was kept`)
  }
}

/** Whether a recipe gives anything at all. */
export const canBeFollowed = (recipe: Recipe): boolean => {
  try {
    follow(recipe, randomFrom(1))
    return true
  } catch {
    return false
  }
}
