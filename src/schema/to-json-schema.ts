import type { Reader } from '../codec/codec'
import type { FieldShape, Shape } from '../codec/shape'
import { isFirst, someCase } from './conditions'
import { drafts, type Io, type JsonSchema, type Target } from './json-schema'
import { anyOf, scalarAlternatives, type Alternatives } from './scalars'

export interface JsonSchemaOptions {
  /** Default `draft-2020-12`. */
  readonly target?: Target | undefined
  /** What the codec takes (the default), or what it gives. */
  readonly io?: Io | undefined
}

type Struct = Extract<Shape, { readonly kind: 'struct' }>
type Choice = Extract<Shape, { readonly kind: 'choice' }>

/** One schema in the making: its definitions, each under a name of its own. */
interface Draft {
  readonly io: Io
  readonly prefix: string
  readonly nameOf: Map<Shape, string>
  readonly definitions: Map<string, { readonly schema: JsonSchema; readonly text: string }>
}

/** `New Lead in data` → `NewLeadInData`: names stand in pointers, so they hold letters and digits only. */
const definitionName = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** Under its name, or with a number behind it where another schema has the name. */
const define = (wanted: string, schema: JsonSchema, { definitions }: Draft): string => {
  const text = JSON.stringify(schema)
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}${String(count)}`
    const known = definitions.get(name)
    if (known === undefined) definitions.set(name, { schema, text })
    if (known === undefined || known.text === text) return name
  }
}

const reference = (
  { name, shape }: Reader<unknown>,
  schemaOf: () => JsonSchema,
  draft: Draft,
): JsonSchema => {
  const defined = draft.nameOf.get(shape) ?? define(definitionName(name), schemaOf(), draft)
  draft.nameOf.set(shape, defined)
  return { $ref: `${draft.prefix}${defined}` }
}

const union = (all: readonly Alternatives[]): Alternatives => {
  const schemas = new Map(all.flatMap((one) => one.schemas).map((schema) => [JSON.stringify(schema), schema]))
  return {
    literals: all.flatMap(({ literals }) => literals),
    schemas: [...schemas.values()],
  }
}

/** `isSaid`: '' is no value here. */
const alternativesOf = (codec: Reader<unknown>, isSaid: boolean, draft: Draft): Alternatives => {
  const { shape } = codec
  switch (shape.kind) {
    case 'list':
      return { literals: [], schemas: [{ type: 'array', items: schemaOf(shape.item, false, draft) }] }
    case 'struct':
      return {
        literals: [],
        schemas: [reference(codec, () => structSchema(codec.name, shape, draft), draft)],
      }
    case 'choice':
      return shape.cases === undefined
        ? union(shape.members.map((member) => alternativesOf(member, isSaid, draft)))
        : { literals: [], schemas: [reference(codec, () => choiceSchema(codec.name, shape, draft), draft)] }
    default:
      return scalarAlternatives(shape, draft.io, isSaid)
  }
}

const schemaOf = (codec: Reader<unknown>, isSaid: boolean, draft: Draft): JsonSchema =>
  anyOf(alternativesOf(codec, isSaid, draft))

/** Whether '' is among what the codec itself takes for a value. */
const takesEmptyText = ({ shape }: Reader<unknown>): boolean => {
  if (shape.kind === 'choice') return shape.cases === undefined && shape.members.some(takesEmptyText)
  return (
    shape.kind === 'id' ||
    (shape.kind === 'text' && !shape.checked) ||
    (shape.kind === 'json' && !shape.object)
  )
}

const fieldSchema = ({ presence, codec }: FieldShape, { complete }: Struct, draft: Draft): JsonSchema => {
  const given = draft.io === 'output'
  if (presence === 'required' || (given && complete && presence === 'defaulted'))
    return schemaOf(codec, !complete, draft)
  const takesEmpty = !given && !complete
  const { literals, schemas } = alternativesOf(codec, given && !complete, draft)
  const none = takesEmpty && !takesEmptyText(codec) ? [null, ''] : [null]
  const passedOver = !given && codec.shape.kind === 'enumeration' ? (codec.shape.ignored ?? []) : []
  return anyOf({ literals: [...literals, ...passedOver, ...none], schemas })
}

const structSchema = (title: string, shape: Struct, draft: Draft): JsonSchema => {
  const isWhole = draft.io === 'output' && shape.complete
  const always = shape.fields.filter(({ presence }) => isWhole || presence === 'required')
  return {
    title,
    type: 'object',
    ...(always.length > 0 && { required: always.map(({ key }) => key) }),
    properties: Object.fromEntries(
      shape.fields.map((field) => [field.key, fieldSchema(field, shape, draft)]),
    ),
  }
}

/**
 * To judge an input, the case that holds is the only one to report about. What comes out of a codec is judged
 * already, and a plain union is what generators of types understand.
 */
const choiceSchema = (title: string, { members, cases = [] }: Choice, draft: Draft): JsonSchema => {
  if (draft.io === 'output')
    return { title, ...anyOf(union(members.map((member) => alternativesOf(member, false, draft)))) }
  const { allOf = [], ...some } = someCase(cases)
  const all = [
    ...allOf,
    ...cases.map((it, place) => ({
      if: isFirst(it, cases.slice(0, place)),
      then: schemaOf(it.codec, false, draft),
    })),
  ]
  return { title, type: 'object', ...some, ...(all.length > 0 && { allOf: all }) }
}

/**
 * The JSON Schema of a codec: of a provider's payload, of a part of one, or of `LeasingEvent`.
 *
 * It describes `strict(codec)`, for whom an optional field of the wrong kind is refused; the codec itself would pass
 * over it. As `input` it tells everything that is taken: null and '' for no value, numbers and booleans as text,
 * ids as numbers. As `output` it tells what decoding gives: ids are text, numbers are numbers, '' is gone. Keys that
 * no document names are allowed in both.
 *
 * It does not check time stamps of providers, which are text to the codec and are read later. docs/schema.md lists
 * what else JSON Schema cannot say. Valid for ajv in strict mode, without plug-ins.
 *
 * @throws {TypeError} for another target.
 *
 * @example
 * const schema = toJsonSchema(payloadCodecs.rently)
 * const draft7 = toJsonSchema(LeasingEvent, { target: 'draft-07', io: 'output' })
 */
export const toJsonSchema = (codec: Reader<unknown>, options: JsonSchemaOptions = {}): JsonSchema => {
  const { target = 'draft-2020-12', io = 'input' } = options
  if (!Object.hasOwn(drafts, target))
    throw new TypeError(`toJsonSchema: target ${Object.keys(drafts).join(' or ')}`)
  const { uri, definitions } = drafts[target]
  const draft: Draft = { io, prefix: `#/${definitions}/`, nameOf: new Map(), definitions: new Map() }
  const { shape, name } = codec
  const root =
    shape.kind === 'struct'
      ? structSchema(name, shape, draft)
      : shape.kind === 'choice' && shape.cases !== undefined
        ? choiceSchema(name, shape, draft)
        : { title: name, ...schemaOf(codec, false, draft) }
  return {
    $schema: uri,
    ...root,
    ...(draft.definitions.size > 0 && {
      [definitions]: Object.fromEntries(Array.from(draft.definitions, ([key, { schema }]) => [key, schema])),
    }),
  }
}
