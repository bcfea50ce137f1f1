import { isRight } from 'fp-ts/Either'
import * as t from 'io-ts'
import * as v from 'valibot'
import { z } from 'zod'
import { type } from 'arktype'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { textKeys, words, type Decoded } from './job'

// One object with every field of the 18 words, as somebody writes it who wants one schema for one URL.

const fieldsOf = <A>(field: A): Record<(typeof textKeys)[number], A> =>
  Object.fromEntries(textKeys.map((key) => [key, field])) as Record<(typeof textKeys)[number], A>

const zodBody = z.object({
  type: z.enum(words),
  property_id: z.union([z.string(), z.number()]).nullish(),
  listing_id: z.union([z.string(), z.number()]).nullish(),
  ...fieldsOf(z.string().nullish()),
})

const valibotBody = v.object({
  type: v.picklist(words),
  property_id: v.nullish(v.union([v.string(), v.number()])),
  listing_id: v.nullish(v.union([v.string(), v.number()])),
  ...fieldsOf(v.nullish(v.string())),
})

const idType = t.union([t.string, t.number, t.null, t.undefined])
const textType = t.union([t.string, t.null, t.undefined])

const ioTsBody = t.exact(
  t.intersection([
    t.type({ type: t.keyof(Object.fromEntries(words.map((word) => [word, null])) as Record<string, null>) }),
    t.partial({ property_id: idType, listing_id: idType, ...fieldsOf(textType) }),
  ]),
)

const arktypeBody = type({
  type: type.enumerated(...words),
  'property_id?': 'string | number | null',
  'listing_id?': 'string | number | null',
  ...(Object.fromEntries(textKeys.map((key) => [`${key}?`, 'string | null'])) as Record<
    `${(typeof textKeys)[number]}?`,
    'string | null'
  >),
  '+': 'delete',
})

const typeboxText = Type.Optional(Type.Union([Type.String(), Type.Null()]))
const typeboxId = Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Null()]))

/** Compiled to a function by `new Function`. */
const typeboxBody = Compile(
  Type.Object({
    type: Type.Enum([...words]),
    property_id: typeboxId,
    listing_id: typeboxId,
    ...fieldsOf(typeboxText),
  }),
)

const isText = (value: unknown): boolean => value == null || typeof value === 'string'
const isId = (value: unknown): boolean => isText(value) || typeof value === 'number'
const known: ReadonlySet<unknown> = new Set(words)

const byHand = (input: unknown): Decoded => {
  if (typeof input !== 'object' || input === null) throw new TypeError('an object')
  const body = input as Record<string, unknown>
  if (!known.has(body['type'])) throw new TypeError('type')
  if (!isId(body['property_id']) || !isId(body['listing_id'])) throw new TypeError('an id')
  for (const key of textKeys) if (!isText(body[key])) throw new TypeError(key)
  return input as Decoded
}

/** What decodes a parsed body, or throws. */
export const decoders: Readonly<Record<string, (input: unknown) => Decoded>> = {
  'by hand': byHand,
  'zod 4': (input) => zodBody.parse(input),
  'valibot 1': (input) => v.parse(valibotBody, input),
  'arktype 2': (input) => {
    const output = arktypeBody({ ...(input as object) })
    if (output instanceof type.errors) throw new TypeError(output.summary)
    return output
  },
  'typebox 1': (input) => {
    if (!typeboxBody.Check(input)) throw new TypeError('invalid')
    return input
  },
  'io-ts 2': (input) => {
    const decoded = ioTsBody.decode(input)
    if (!isRight(decoded)) throw new TypeError('invalid')
    return decoded.right
  },
}
