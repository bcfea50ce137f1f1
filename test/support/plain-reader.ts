import { firstThatHolds } from '../../src/codec/condition'
import type { FieldShape, Reader, Shape } from '../../src/codec/shape'

/** What a plain reader makes of a value: the value, and the places of what it could not take. */
export interface PlainlyRead {
  readonly value: unknown
  readonly isRefused: boolean
  readonly places: readonly string[]
}

const taken = (value: unknown, places: readonly string[] = []): PlainlyRead => ({
  value,
  isRefused: false,
  places,
})

const refused = (places: readonly string[] = ['']): PlainlyRead => ({ value: null, isRefused: true, places })

const isPlainObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

/** A copy of a JSON value without the members of one name, at any depth. */
export const withoutKey = (unwanted: string, value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, member: unknown) => (key === unwanted ? undefined : member))

const DECIMAL = /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/

const readNumber = (input: unknown, isInteger: boolean): PlainlyRead => {
  const value = typeof input === 'string' && DECIMAL.test(input) ? Number(input) : input
  const isRight = isInteger ? Number.isSafeInteger(value) : Number.isFinite(value)
  return isRight ? taken(value) : refused()
}

const below = (key: string | number, { value, isRefused, places }: PlainlyRead): PlainlyRead => {
  const step = String(key).replaceAll('~', '~0').replaceAll('/', '~1')
  return { value, isRefused, places: places.map((place) => `/${step}${place}`) }
}

const readField = ({ key, presence, codec }: FieldShape, sent: unknown): PlainlyRead => {
  if (sent === null || sent === '') return presence === 'required' ? below(key, refused()) : taken(null)
  const read = below(key, readPlainly(codec, sent))
  return read.isRefused && presence !== 'required' ? taken(null, read.places) : read
}

const readStruct = (fields: readonly FieldShape[], input: unknown): PlainlyRead => {
  if (!isPlainObject(input)) return refused()
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const reads = Object.entries(input).flatMap(([key, sent]) => {
    const field = byKey.get(key)
    return field === undefined ? [] : [{ key, read: readField(field, sent) }]
  })
  const missing = fields.filter(({ key, presence }) => presence === 'required' && !Object.hasOwn(input, key))
  const places = [
    ...reads.flatMap(({ read }) => read.places),
    ...missing.flatMap(({ key }) => below(key, refused()).places),
  ]
  if (missing.length > 0 || reads.some(({ read }) => read.isRefused)) return refused(places)
  return taken(Object.fromEntries(reads.map(({ key, read }) => [key, read.value])), places)
}

const readList = (item: Reader<unknown>, input: unknown): PlainlyRead => {
  if (!Array.isArray(input)) return refused()
  const reads = input.map((member, position) => below(position, readPlainly(item, member)))
  const values = reads.filter(({ isRefused }) => !isRefused).map(({ value }) => value)
  return taken(
    values,
    reads.flatMap(({ places }) => places),
  )
}

const readChoice = (shape: Extract<Shape, { readonly kind: 'choice' }>, input: unknown): PlainlyRead => {
  if (shape.cases !== undefined) {
    const found = firstThatHolds(shape.cases, input)
    return found === undefined ? refused() : readPlainly(found.codec, input)
  }
  const reads = shape.members.map((member) => readPlainly(member, input))
  return reads.find(({ isRefused }) => !isRefused) ?? refused()
}

/**
 * The slow twin of every codec: reads by the shape alone, one thing after the other and into objects of its own, without
 * any of the shortcuts that make the codecs fast. Not for parts, whose fields have defaults that no shape tells.
 */
export const readPlainly = ({ shape }: Reader<unknown>, input: unknown): PlainlyRead => {
  switch (shape.kind) {
    case 'text':
      return typeof input === 'string' ? taken(input) : refused()
    case 'id':
      if (typeof input === 'string') return taken(input)
      return Number.isSafeInteger(input) ? taken(String(input)) : refused()
    case 'number':
      return readNumber(input, shape.integer)
    case 'boolean':
      if (input === 'true' || input === 'false') return taken(input === 'true')
      return typeof input === 'boolean' ? taken(input) : refused()
    case 'enumeration':
      return typeof input === 'string' && shape.values.includes(input) ? taken(input) : refused()
    case 'json':
      return shape.object && !isPlainObject(input) ? refused() : taken(withoutKey('__proto__', input))
    case 'list':
      return readList(shape.item, input)
    case 'struct':
      return readStruct(shape.fields, input)
    case 'choice':
      return readChoice(shape, input)
  }
}
