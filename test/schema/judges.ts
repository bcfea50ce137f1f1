import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Reader } from '../../src/codec/codec'
import type { Io, Target } from '../../src/schema/json-schema'
import { toJsonSchema } from '../../src/schema/to-json-schema'

/** In strict mode ajv throws for anything doubtful in a schema: unknown keywords and formats, types that do not fit. */
const options = { strict: true, code: { optimize: false } } as const
const ajvs = { 'draft-2020-12': new Ajv2020(options), 'draft-07': new Ajv(options) } as const

export const validator = (codec: Reader<unknown>, target: Target, io: Io): ValidateFunction =>
  ajvs[target].compile(toJsonSchema(codec, { target, io }))
