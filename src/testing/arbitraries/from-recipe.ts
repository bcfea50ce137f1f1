import fc, { type Arbitrary } from 'fast-check'
import { FOREIGN, type Recipe } from '../recipe'

/** JSON without a minus zero, which JSON does not bring back, and without a key that no object may get. */
const plainJson: Arbitrary<unknown> = /* @__PURE__ */ fc
  .jsonValue({ maxDepth: 2, stringUnit: 'grapheme' })
  .filter((value) => !JSON.stringify(value).includes('"__proto__":'))
  .map((value): unknown => JSON.parse(JSON.stringify(value)))

const plainObject = /* @__PURE__ */ fc.dictionary(
  /* @__PURE__ */ fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
  plainJson,
  { maxKeys: 4, noNullPrototype: true },
)

const letter = /* @__PURE__ */ fc.constantFrom('a', 'n', 'z', 'A', 'N', 'Z', 'é', 'ß', '中')

const freeText = /* @__PURE__ */ fc
  .tuple(letter, /* @__PURE__ */ fc.string({ unit: 'grapheme', maxLength: 24 }))
  .map(([first, rest]) => first + rest)

const foreignKeys = /* @__PURE__ */ fc.dictionary(
  /* @__PURE__ */ fc.nat(9).map((number) => FOREIGN + String(number)),
  plainJson,
  { maxKeys: 2, noNullPrototype: true },
)

/** The arbitrary that follows a recipe. Parts that stand in a recipe more than once are made once. */
export const arbitraryFrom = (whole: Recipe): Arbitrary<unknown> => {
  const known = new Map<Recipe, Arbitrary<unknown>>()

  const follow = (recipe: Recipe): Arbitrary<unknown> => {
    const found = known.get(recipe)
    if (found !== undefined) return found
    const arbitrary = ofKind(recipe)
    known.set(recipe, arbitrary)
    return arbitrary
  }

  const ofKind = (recipe: Recipe): Arbitrary<unknown> => {
    switch (recipe.kind) {
      case 'constant':
        return fc.constant(recipe.value)
      case 'whole':
        return fc.integer({ min: recipe.from, max: recipe.to })
      case 'text':
        return freeText
      case 'json':
        return recipe.object ? plainObject : plainJson
      case 'one-of':
        return fc.oneof(...recipe.recipes.map(follow))
      case 'list':
        return fc.array(follow(recipe.item), { maxLength: 3 })
      case 'object': {
        const fields = Object.fromEntries(recipe.fields.map(({ key, recipe: value }) => [key, follow(value)]))
        const requiredKeys = recipe.fields.filter(({ mayBeMissing }) => !mayBeMissing).map(({ key }) => key)
        const object = fc.record(fields, { requiredKeys, noNullPrototype: true })
        return recipe.foreign
          ? fc.tuple(object, foreignKeys).map(([own, foreign]) => ({ ...own, ...foreign }))
          : object
      }
      case 'made':
        return fc.tuple(...recipe.from.map(follow)).map((parts) => recipe.make(parts))
      case 'kept':
        return follow(recipe.recipe).filter((value) => recipe.keeps(value))
    }
  }

  return follow(whole)
}
