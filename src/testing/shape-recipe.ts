import { firstThatHolds, holds } from '../codec/condition'
import type { Case, FieldShape, Reader, Shape } from '../codec/shape'
import { withoutValueAt, withValueAt } from './conditions'
import { canBeFollowed } from './seeded'
import { constant, FOREIGN, made, oneOf, whole, type FieldRecipe, type Recipe } from './recipe'
import { FIRST_SECOND, formattedRecipe, stampFormats } from './stamps'

export interface RecipeOptions {
  /** What a provider sends, or what this library writes: every field there, numbers as numbers. */
  readonly form: 'wire' | 'canonical'
  /** Also what codecs take although the documents show another form: missing, null, '', numbers as text. */
  readonly loose: boolean
  /** Also keys that no codec knows. */
  readonly foreign: boolean
  /** Only what this word of the provider's tells; null for any. */
  readonly word: string | null
  /** Codecs whose fields depend on each other, and what to do instead of following their shape. */
  readonly instead: ReadonlyMap<Reader<unknown>, Recipe>
}

const knownWords = new WeakMap<Reader<unknown>, ReadonlySet<string>>()

type Choice = Extract<Shape, { readonly kind: 'choice' }>

/** The cases of a choice. One without conditions of its own takes whatever a member takes. */
const casesOf = ({ cases, members }: Choice): readonly Case[] =>
  cases ?? members.map((codec) => ({ when: [], codec }))

const wordsOfCase = ({ when, codec }: Case): readonly string[] => [
  ...wordsOf(codec),
  ...when.flatMap(({ is }) => (typeof is === 'string' ? [] : is)),
]

const wordsIn = (shape: Shape): readonly string[] => {
  if (shape.kind === 'enumeration') return shape.values
  if (shape.kind === 'struct') return shape.fields.flatMap(({ codec }) => [...wordsOf(codec)])
  return shape.kind === 'choice' ? casesOf(shape).flatMap(wordsOfCase) : []
}

/** Every closed word that a codec takes anywhere. */
const wordsOf = (reader: Reader<unknown>): ReadonlySet<string> => {
  const known = knownWords.get(reader)
  if (known !== undefined) return known
  const words = new Set(wordsIn(reader.shape))
  knownWords.set(reader, words)
  return words
}

/** The cases that a word can mean: those that know it, or else those that know no word at all. */
const casesFor = (cases: readonly Case[], word: string | null): readonly Case[] => {
  if (word === null) return cases
  const knowing = cases.filter((one) => wordsOfCase(one).includes(word))
  if (knowing.length > 0) return knowing
  const wordless = cases.filter((one) => one.codec.shape.kind !== 'json' && wordsOfCase(one).length === 0)
  return wordless.length > 0 ? wordless : cases
}

const isTime = ({ shape }: Reader<unknown>): boolean =>
  shape.kind === 'text' && shape.format !== null && Object.hasOwn(stampFormats, shape.format)

const MOST = 999_999_999

const asText = (recipe: Recipe): Recipe => made([recipe], ([value]) => String(value))

const hundredth = made([whole(-MOST, MOST)], ([value]) => Number(value) / 100)

/** The recipe of what a codec takes. */
export const recipeOf = (codec: Reader<unknown>, options: RecipeOptions): Recipe => {
  const { form, loose, foreign, word, instead } = options
  const recipes = new Map<Reader<unknown>, Recipe>()
  const isWire = form === 'wire'

  const follow = (reader: Reader<unknown>, field: string): Recipe => {
    // Free text is named after its field, so that only what has parts of its own is worth remembering.
    const isCompound = reader.shape.kind === 'struct' || reader.shape.kind === 'choice'
    if (!isCompound) return instead.get(reader) ?? ofShape(reader.shape, field)
    const known = instead.get(reader) ?? recipes.get(reader)
    if (known !== undefined) return known
    const recipe = ofShape(reader.shape, field)
    recipes.set(reader, recipe)
    return recipe
  }

  const ofShape = (shape: Shape, field: string): Recipe => {
    const text: Recipe = { kind: 'text', field }
    switch (shape.kind) {
      case 'text':
        if (shape.format !== null) return formattedRecipe(shape.format)
        if (shape.known.length === 0) return text
        return oneOf([...shape.known.map(constant), ...(loose ? [text] : [])])
      case 'id':
        return isWire && loose
          ? oneOf([asText(whole(1, MOST)), whole(1, MOST), text])
          : asText(whole(1, MOST))
      case 'number': {
        const plain = shape.integer ? whole(-MOST, MOST) : oneOf([whole(0, MOST), hundredth])
        return isWire && loose ? oneOf([plain, asText(plain)]) : plain
      }
      case 'boolean':
        return oneOf([true, false, ...(isWire && loose ? ['true', 'false'] : [])].map(constant))
      case 'enumeration':
        return word !== null && shape.values.includes(word)
          ? constant(word)
          : oneOf(shape.values.map(constant))
      case 'json':
        return { kind: 'json', object: shape.object }
      case 'list':
        return { kind: 'list', item: follow(shape.item, field) }
      case 'struct':
        return { kind: 'object', fields: shape.fields.map(ofField), foreign }
      case 'choice':
        return ofChoice(shape, field)
    }
  }

  const ofField = ({ key, presence, codec: reader }: FieldShape): FieldRecipe => {
    const recipe = follow(reader, key)
    // A body is told by its closed words, so that '' or null in their place makes it another body.
    const isWord = reader.shape.kind === 'enumeration' && isWire
    if (presence !== 'optional' || !loose) return { key, recipe, mayBeMissing: false }
    if (isWord) return { key, recipe, mayBeMissing: true }
    const nothing = isWire ? [constant(null), constant('')] : [constant(null)]
    return { key, recipe: oneOf([recipe, recipe, ...nothing]), mayBeMissing: isWire }
  }

  const ofChoice = (shape: Choice, field: string): Recipe => {
    // A number beside a stamp counts from 1970 and must be a moment as well.
    if (shape.members.some(isTime)) {
      return oneOf(shape.members.map((m) => (isTime(m) ? follow(m, field) : whole(FIRST_SECOND, MOST))))
    }
    const cases = casesOf(shape)
    // Some cases only say why an input is refused: nothing is both what they stand for and what they read.
    return oneOf(
      casesFor(cases, word)
        .map((one) => ofCase(one, cases, field))
        .filter(canBeFollowed),
    )
  }

  /** What the codec of a case takes, changed so that the conditions hold, and only if no earlier case holds. */
  const ofCase = (one: Case, cases: readonly Case[], field: string): Recipe => {
    const value = follow(one.codec, field)
    if (one.when.length === 0) return value
    const words = one.when.map(({ is }) => oneOf(wordsFor(is, word).map(constant)))
    const recipe = made([value, ...words, whole(0, MOST)], ([input, ...chosen]) => {
      const unknown = `${FOREIGN}word ${String(chosen.at(-1))}`
      return one.when.reduce((output, condition, at) => {
        if (holds(condition, output)) return output
        if (condition.is === 'unsent') return withoutValueAt(output, condition.path)
        if (needsValueOfField(condition)) return output
        return withValueAt(output, condition.path, chosen[at] ?? unknown)
      }, input)
    })
    return { kind: 'kept', recipe, keeps: (input) => firstThatHolds(cases, input) === one }
  }

  return follow(codec, codec.name)
}

/** Whether only what the codec reads there can stand there, and no text that would do as well as any other. */
const needsValueOfField = ({ is }: Case['when'][number]): boolean =>
  is === 'sent' || is === 'valued' || is === 'said' || is === 'object'

/** The words that a condition leaves to choose from; null where any will do. */
const wordsFor = (is: Case['when'][number]['is'], word: string | null): readonly (string | null)[] => {
  if (typeof is === 'string') return [null]
  return word !== null && is.includes(word) ? [word] : is
}
