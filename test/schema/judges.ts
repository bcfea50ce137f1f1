import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Codec } from '../../src/codec/codec'
import type { Io, Target } from '../../src/schema/json-schema'
import { toJsonSchema } from '../../src/schema/to-json-schema'

const ajvs = { 'draft-2020-12': Ajv2020, 'draft-07': Ajv } as const

/** In strict mode ajv throws for anything doubtful in a schema: unknown keywords and formats, types that do not fit. */
export const validator = (codec: Codec<unknown>, target: Target, io: Io): ValidateFunction =>
  new ajvs[target]({ strict: true }).compile(toJsonSchema(codec, { target, io }))
