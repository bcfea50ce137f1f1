import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec'
import { expectTypeOf, test } from 'vitest'
import { LeasingEvent } from '../../src/providers/index'
import type { RentlyPayload } from '../../src/providers/rently/payload'
import { payloadCodecs, type PayloadOf } from '../../src/schema/payloads'
import { toStandardSchema } from '../../src/schema/standard'
import type { JsonObject } from '../../src/codec/json'

test('a schema is one by the types of the standard itself', () => {
  const schema = toStandardSchema(LeasingEvent)
  expectTypeOf(schema).toExtend<StandardSchemaV1<LeasingEvent>>()
  expectTypeOf(schema).toExtend<StandardJSONSchemaV1<LeasingEvent>>()
  expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<LeasingEvent>()
  expectTypeOf<StandardSchemaV1.InferInput<typeof schema>>().toEqualTypeOf<LeasingEvent>()
})

test("a payload's type is its provider's", () => {
  expectTypeOf<PayloadOf<'rently'>>().toEqualTypeOf<RentlyPayload | JsonObject>()
  expectTypeOf(toStandardSchema(payloadCodecs.rently)).toExtend<
    StandardSchemaV1<RentlyPayload | JsonObject>
  >()
})
