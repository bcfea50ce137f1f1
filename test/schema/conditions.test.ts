import { expect, test, vi } from 'vitest'
import { fc, test as property } from '@fast-check/vitest'
import { choice } from '../../src/codec/choice'
import { firstThatHolds } from '../../src/codec/condition'
import { FAIL, strict, type Reader } from '../../src/codec/codec'
import { jsonObject } from '../../src/codec/json'
import { newReading } from '../../src/codec/reading'
import { enumeration } from '../../src/codec/scalar'
import type { Case, Condition } from '../../src/codec/shape'
import { required, struct } from '../../src/codec/struct'
import { toJsonSchema } from '../../src/schema/to-json-schema'
import { validator } from './judges'

// ajv takes seconds to compile the largest schemas.
vi.setConfig({ testTimeout: 60_000 })

const byCases = (cases: readonly Case[]): Reader<unknown> =>
  choice(
    'Choice',
    cases.map(({ codec }) => codec),
    (input) => firstThatHolds(cases, input)?.codec ?? null,
    '/a',
    'one of the cases',
    cases,
  )

const condition: fc.Arbitrary<Condition> = fc.record({
  path: fc.constantFrom(['a'], ['b'], ['c', 'a']),
  is: fc.oneof(
    fc.constantFrom('sent', 'unsent', 'valued', 'said', 'object', 'text', 'word', 'id'),
    fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }),
  ),
})

/** Which member was chosen shows in what it takes. */
const member = fc
  .constantFrom('1', '2', '3')
  .map((mark) => struct(`Member ${mark}`, { mark: required(enumeration([mark])) }))

const value = fc.constantFrom(null, '', 'x', 'y', 'z', 'w', 0, 1.5, 9007199254740992, true, {}, [], ['x'])
const input = fc.record(
  {
    a: value,
    b: value,
    c: fc.oneof(value, fc.record({ a: value }, { requiredKeys: [] })),
    mark: fc.constantFrom('1', '2', '3'),
  },
  { requiredKeys: ['mark'] },
)

property.prop(
  [
    fc.array(fc.record({ when: fc.array(condition, { maxLength: 2 }), codec: member }), { maxLength: 4 }),
    fc.array(input, { minLength: 30, maxLength: 30 }),
  ],
  { numRuns: 150 },
)('the first case that holds decides, in the schema as in the decoder', (cases, inputs) => {
  const codec = byCases(cases)
  const validate = validator(codec, 'draft-2020-12', 'input')
  for (const one of inputs) expect(validate(one)).toBe(strict(codec).read(one, newReading(false)) !== FAIL)
})

test('what excludes each other is not said twice, and what follows from another case is not asked for', () => {
  const schema = toJsonSchema(
    byCases([
      { when: [{ path: ['a'], is: ['x', 'x'] }], codec: jsonObject },
      { when: [{ path: ['a'], is: ['y'] }], codec: jsonObject },
      { when: [{ path: ['a'], is: 'object' }], codec: jsonObject },
      { when: [{ path: ['a'], is: 'sent' }], codec: jsonObject },
    ]),
  )
  const at = (inner: object) => ({ type: 'object', required: ['a'], properties: { a: inner } })
  const any = { type: 'object' }
  expect(schema).toStrictEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Choice',
    ...at({}),
    allOf: [
      { if: at({ enum: ['x'] }), then: any },
      { if: at({ enum: ['y'] }), then: any },
      { if: at({ type: 'object' }), then: any },
      {
        if: { allOf: [at({}), { not: { anyOf: [at({ enum: ['x', 'y'] }), at({ type: 'object' })] } }] },
        then: any,
      },
    ],
  })
})

test('without a case that can hold nothing is taken', () => {
  const validate = validator(byCases([]), 'draft-2020-12', 'input')
  expect(validate({})).toBe(false)
})
