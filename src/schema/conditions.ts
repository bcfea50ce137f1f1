import type { Case, Condition } from '../codec/shape'
import type { JsonSchema } from './json-schema'
import { anyOf, idAlternatives } from './scalars'

type Kind = Condition['is']

const isWords = (kind: Kind): kind is readonly string[] => typeof kind !== 'string'

const idSchema = anyOf(idAlternatives(true))

const atLast: Readonly<Record<Exclude<Kind, readonly string[] | 'unsent'>, JsonSchema>> = {
  sent: {},
  valued: { not: { type: 'null' } },
  said: { not: { enum: [null, ''] } },
  object: { type: 'object' },
  text: { type: 'string' },
  word: { type: 'string', minLength: 1 },
  id: idSchema,
}

/** A schema that holds where a value stands at the path and the schema holds for it. */
const below = (path: readonly string[], schema: JsonSchema): JsonSchema =>
  path.reduceRight(
    (inner, key) => ({ type: 'object', required: [key], properties: { [key]: inner } }),
    schema,
  )

const conditionSchema = ({ path, is }: Condition): JsonSchema => {
  if (isWords(is)) return below(path, { enum: [...new Set(is)] })
  return is === 'unsent' ? { not: below(path, {}) } : below(path, atLast[is])
}

/** A schema of conditions; where it has an `allOf`, more can be added to that. */
interface ConditionSchema extends JsonSchema {
  readonly allOf?: readonly JsonSchema[]
}

const allOf = (conditions: readonly Condition[]): ConditionSchema => {
  const [first, ...others] = conditions.map(conditionSchema)
  if (first === undefined) return {}
  return others.length === 0 ? first : { allOf: [first, ...others] }
}

const samePath = (one: Condition, other: Condition): boolean =>
  one.path.length === other.path.length && one.path.every((key, level) => key === other.path[level])

/** What holds of each kind of value, besides the kind itself. */
const implied: Readonly<Record<Exclude<Kind, readonly string[]>, readonly Kind[]>> = {
  sent: [],
  unsent: [],
  valued: ['sent'],
  said: ['valued', 'sent'],
  object: ['said', 'valued', 'sent'],
  text: ['valued', 'sent'],
  word: ['id', 'text', 'said', 'valued', 'sent'],
  id: ['said', 'valued', 'sent'],
}

const implies = (one: Condition, other: Condition): boolean => {
  if (!samePath(one, other)) return false
  if (!isWords(one.is))
    return !isWords(other.is) && (one.is === other.is || implied[one.is].includes(other.is))
  const words = one.is
  return isWords(other.is)
    ? words.every((word) => other.is.includes(word))
    : other.is === 'word' || implied.word.includes(other.is)
}

const isScalar = (kind: Kind): boolean => kind === 'text' || kind === 'word' || kind === 'id'

const excludes = (one: Condition, other: Condition): boolean => {
  if (!samePath(one, other)) return false
  const [a, b] = [one.is, other.is]
  if (isWords(a) && isWords(b)) return !a.some((word) => b.includes(word))
  if (a === 'unsent' || b === 'unsent') return a !== b
  return (a === 'object' && (isWords(b) || isScalar(b))) || (b === 'object' && (isWords(a) || isScalar(a)))
}

/** Whether no input can meet both. */
const exclude = ({ when: one }: Case, { when: other }: Case): boolean =>
  one.some((condition) => other.some((another) => excludes(condition, another)))

/** Cases that only ask for words at one place, as one that asks for any of them. */
const united = (cases: readonly (readonly Condition[])[]): readonly (readonly Condition[])[] => {
  const wholes: (readonly Condition[])[] = []
  const words: { path: readonly string[]; is: string[] }[] = []
  for (const when of cases) {
    const [only, ...others] = when
    if (only === undefined || others.length > 0 || !isWords(only.is)) {
      wholes.push(when)
      continue
    }
    const known = words.find((condition) => samePath(condition, only))
    if (known === undefined) words.push({ path: only.path, is: [...only.is] })
    else known.is.push(...only.is)
  }
  return [...words.map((condition) => [condition]), ...wholes]
}

const covers = (one: readonly Condition[], other: readonly Condition[]): boolean =>
  one.every((condition) => other.some((another) => implies(another, condition)))

/** Holds where at least one case does. */
export const someCase = (cases: readonly Case[]): ConditionSchema => {
  const whens = united(cases.map(({ when }) => when))
  const weakest = whens.filter(
    (when, place) =>
      !whens.some(
        (other, otherPlace) =>
          otherPlace !== place && covers(other, when) && (otherPlace < place || !covers(when, other)),
      ),
  )
  const [first, ...others] = weakest.map(allOf)
  if (first === undefined) return { not: {} }
  return others.length === 0 ? first : { anyOf: [first, ...others] }
}

/** Holds where the case does and none of those before it; of these, such as cannot hold as well are not asked. */
export const isFirst = (it: Case, before: readonly Case[]): JsonSchema => {
  const others = before.filter((other) => !exclude(other, it))
  const own = allOf(it.when)
  return others.length === 0 ? own : { allOf: [own, { not: someCase(others) }] }
}
