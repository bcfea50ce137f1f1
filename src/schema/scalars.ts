import type { Shape } from '../codec/shape'
import type { Io, JsonSchema } from './json-schema'

/**
 * What is accepted, as alternatives: literals apart, so that null and '' join the words of an enumeration instead
 * of standing beside it.
 */
export interface Alternatives {
  readonly literals: readonly unknown[]
  readonly schemas: readonly JsonSchema[]
}

const literalSchemas = (literals: readonly unknown[]): readonly JsonSchema[] => {
  const values = [...new Set(literals)]
  if (values.length === 0) return []
  return values.every((value) => value === null) ? [{ type: 'null' }] : [{ enum: values }]
}

export const anyOf = ({ literals, schemas }: Alternatives): JsonSchema => {
  const [first, ...others] = [...schemas, ...literalSchemas(literals)]
  if (first === undefined) return { not: {} }
  return others.length === 0 ? first : { anyOf: [first, ...others] }
}

const schemas = (...all: readonly JsonSchema[]): Alternatives => ({ literals: [], schemas: all })
const literals = (...all: readonly unknown[]): Alternatives => ({ literals: all, schemas: [] })

const LEAP_YEAR = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)'
const DAY_OF_ANY_YEAR =
  '(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))'
const DAY = `(?:${DAY_OF_ANY_YEAR}|${LEAP_YEAR}-02-29)`

/**
 * The forms that codecs check, as patterns: `format` would ask for a plug-in, and validators differ in what it
 * takes.
 */
const patterns: Readonly<Partial<Record<string, string>>> = {
  date: `^${DAY}$`,
  instant: `^${DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$`,
}

// The grammar of numbers in text (src/codec/scalar.ts). `\d` would be any digit of Unicode to some validators.
const DECIMAL = '^-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,9})?$'
const WHOLE_DECIMAL = '^-?(?:0|[1-9][0-9]{0,14})(?:\\.0{1,9})?$'

const safeInteger: JsonSchema = {
  type: 'integer',
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
}

type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { readonly kind: Kind }>

/** `isSaid`: '' was read as nothing before the codec saw it. */
const textOf = ({ format, known, checked }: ShapeOf<'text'>, isSaid: boolean): JsonSchema => {
  const pattern = format !== null && checked ? patterns[format] : undefined
  if (pattern !== undefined) return { type: 'string', pattern }
  return {
    ...anyText(isSaid),
    ...(known.length > 0 && { examples: known }),
    ...(format !== null && { description: `Documented as ${format}; the form is not checked here.` }),
  }
}

const anyText = (isSaid: boolean): JsonSchema =>
  isSaid ? { type: 'string', minLength: 1 } : { type: 'string' }

export const idAlternatives = (isSaid: boolean): Alternatives => schemas(anyText(isSaid), safeInteger)

/** What a codec without parts takes or gives. */
export const scalarAlternatives = (
  shape: Exclude<Shape, ShapeOf<'list' | 'struct' | 'choice'>>,
  io: Io,
  isSaid: boolean,
): Alternatives => {
  switch (shape.kind) {
    case 'text':
      return schemas(textOf(shape, isSaid))
    case 'id':
      return io === 'output' ? schemas(anyText(isSaid)) : idAlternatives(isSaid)
    case 'number': {
      const number = shape.integer ? safeInteger : { type: 'number' }
      const pattern = shape.integer ? WHOLE_DECIMAL : DECIMAL
      return io === 'output' ? schemas(number) : schemas(number, { type: 'string', pattern })
    }
    case 'boolean':
      return io === 'output' ? schemas({ type: 'boolean' }) : literals(true, false, 'true', 'false')
    case 'enumeration':
      return literals(...shape.values)
    case 'json':
      if (shape.object) return schemas({ type: 'object' })
      return schemas(isSaid ? { not: { const: '' } } : {})
  }
}
