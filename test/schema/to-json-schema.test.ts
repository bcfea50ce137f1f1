import { describe, expect, test, vi } from 'vitest'
import { fc, test as property } from '@fast-check/vitest'
import * as t from 'io-ts'
import { choice, tagged } from '../../src/codec/choice'
import { FAIL, strict, type Reader } from '../../src/codec/codec'
import { readerOf } from '../../src/codec/foreign'
import { json, jsonObject } from '../../src/codec/json'
import { list } from '../../src/codec/list'
import { newReading } from '../../src/codec/reading'
import { boolean, either, enumeration, formattedText, id, integer } from '../../src/codec/scalar'
import { number, openText, stampText, text } from '../../src/codec/scalar'
import { orElse, part, required, struct } from '../../src/codec/struct'
import { LeasingEvent } from '../../src/providers/index'
import { payloadCodecs } from '../../src/schema/payloads'
import { toJsonSchema } from '../../src/schema/to-json-schema'
import { CivilDate } from '../../src/time/codecs'
import { readCivilDate } from '../../src/time/civil-date'
import { readInstant } from '../../src/time/instant'
import { EventTime } from '../../src/time/codecs'
import { validator } from './judges'

// ajv takes seconds to compile the largest schemas.
vi.setConfig({ testTimeout: 60_000 })

const Home = struct('Home', { id: required(id), rooms: integer, let: boolean, tag: text })
const Visit = struct('Visit', {
  type: required(enumeration(['visit', 'tour'])),
  home: Home,
  on: stampText('date'),
})
const Call = struct('Call', { type: required(enumeration(['call'])), notes: openText(['none']) })
const Activity = tagged('Activity', 'type', { visit: Visit, tour: Visit, call: Call }, jsonObject)

describe('what a schema looks like', () => {
  test('the input tells every form that is taken', () => {
    expect(toJsonSchema(Home)).toStrictEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Home',
      type: 'object',
      required: ['id'],
      properties: {
        id: {
          anyOf: [
            { type: 'string', minLength: 1 },
            { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
          ],
        },
        rooms: {
          anyOf: [
            { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
            { type: 'string', pattern: '^-?(?:0|[1-9][0-9]{0,14})(?:\\.0{1,9})?$' },
            { enum: [null, ''] },
          ],
        },
        let: { enum: [true, false, 'true', 'false', null, ''] },
        tag: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      },
    })
  })

  test('the output tells the one form that is given', () => {
    expect(toJsonSchema(Home, { io: 'output' })['properties']).toStrictEqual({
      id: { type: 'string', minLength: 1 },
      rooms: {
        anyOf: [{ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }, { type: 'null' }],
      },
      let: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
      tag: { anyOf: [{ type: 'string', minLength: 1 }, { type: 'null' }] },
    })
  })

  test("a part of this library's own is given whole, and '' is text in it", () => {
    const Part = part('Part', { name: text, state: orElse('open', enumeration(['open', 'shut'])) })
    expect(toJsonSchema(Part)).toMatchObject({
      properties: {
        name: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        state: { enum: ['open', 'shut', null] },
      },
    })
    expect(toJsonSchema(Part)).not.toHaveProperty('required')
    expect(toJsonSchema(Part, { io: 'output' })).toMatchObject({
      required: ['name', 'state'],
      properties: { state: { enum: ['open', 'shut'] } },
    })
  })

  test('documented forms and words that are not checked are told without being asserted', () => {
    const { $defs } = toJsonSchema(Activity) as { $defs: Record<string, { properties: object }> }
    expect($defs['Visit']?.properties).toMatchObject({
      on: {
        anyOf: [
          { type: 'string', description: 'Documented as date; the form is not checked here.' },
          { type: 'null' },
        ],
      },
    })
    expect($defs['Call']?.properties).toMatchObject({
      notes: { anyOf: [{ type: 'string', examples: ['none'] }, { type: 'null' }] },
    })
  })

  test('a form of your own that is checked is told as well, since nothing says its pattern', () => {
    expect(toJsonSchema(formattedText('colour', (value) => value === 'red'))).toStrictEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'colour',
      type: 'string',
      description: 'Documented as colour; the form is not checked here.',
    })
  })

  test('of no words none is taken', () => {
    expect(toJsonSchema(struct('Mute', { word: required(enumeration([])) }))).toStrictEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Mute',
      type: 'object',
      required: ['word'],
      properties: { word: { not: {} } },
    })
  })

  test('each struct is defined once under its name, in the place that the draft has for it', () => {
    const both = struct('Both', { one: Home, other: Home, many: list(Home) })
    const schema = toJsonSchema(both)
    expect(Object.keys(schema['$defs'] as object)).toStrictEqual(['Home'])
    expect(JSON.stringify(schema).match(/"\$ref":"#\/\$defs\/Home"/g)).toHaveLength(3)
    const draft7 = toJsonSchema(both, { target: 'draft-07' })
    expect(draft7['$schema']).toBe('http://json-schema.org/draft-07/schema#')
    expect(Object.keys(draft7['definitions'] as object)).toStrictEqual(['Home'])
    expect(JSON.stringify(draft7).match(/"\$ref":"#\/definitions\/Home"/g)).toHaveLength(3)
  })

  test('names that stand in pointers are plain, and different structs of one name are told apart', () => {
    const schema = toJsonSchema(
      struct('All', {
        a: struct('a home / of ~1', { id }),
        b: struct('A home of 1', { name: text }),
        c: struct('A home of 1', { name: text }),
      }),
    )
    expect(Object.keys(schema['$defs'] as object)).toStrictEqual(['AHomeOf1', 'AHomeOf12'])
  })

  test('a choice is judged by the case that holds, and given as a plain union', () => {
    expect(toJsonSchema(Activity)).toMatchObject({
      title: 'Activity',
      type: 'object',
      required: ['type'],
      properties: { type: { type: 'string', minLength: 1 } },
      allOf: [
        { if: { properties: { type: { enum: ['visit', 'tour'] } } }, then: { $ref: '#/$defs/Visit' } },
        { if: { properties: { type: { enum: ['call'] } } }, then: { $ref: '#/$defs/Call' } },
        {
          if: {
            allOf: [
              { properties: { type: { type: 'string', minLength: 1 } } },
              { not: { properties: { type: { enum: ['visit', 'tour', 'call'] } } } },
            ],
          },
          then: { type: 'object' },
        },
      ],
    })
    expect(toJsonSchema(Activity, { io: 'output' })).toMatchObject({
      anyOf: [{ $ref: '#/$defs/Visit' }, { $ref: '#/$defs/Call' }, { type: 'object' }],
    })
  })

  test('what is wrong is told for the chosen member alone', () => {
    const validate = validator(Activity, 'draft-2020-12', 'input')
    expect(validate({ type: 'call', notes: 7 })).toBe(false)
    const places = validate.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
    expect(places).toStrictEqual(['/notes type', '/notes type', '/notes anyOf'])
  })

  test('of a codec of another library nothing is known, and so nothing is asserted', () => {
    expect(toJsonSchema(readerOf(t.type({ a: t.string })))).toStrictEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: '{ a: string }',
    })
  })

  test('another target is refused', () => {
    expect(() => toJsonSchema(Home, { target: 'draft-04' as 'draft-07' })).toThrow(TypeError)
    expect(() => toJsonSchema(Home, { target: 'toString' as 'draft-07' })).toThrow(
      'target draft-2020-12 or draft-07',
    )
  })
})

describe('every codec of the package', () => {
  const codecs: readonly (readonly [string, Reader<unknown>])[] = [
    ...Object.entries(payloadCodecs),
    ['LeasingEvent', LeasingEvent],
  ]

  // The other draft is compiled for every verdict in judgement.test.ts.
  test.each(codecs)(
    '%s has schemas of draft 7 that ajv takes in strict mode',
    { timeout: 120_000 },
    (_, codec) => {
      expect(validator(codec, 'draft-07', 'input')).toBeTypeOf('function')
      expect(validator(codec, 'draft-07', 'output')).toBeTypeOf('function')
    },
  )

  test.each(codecs)('%s has the same schema in both drafts, but for where definitions stand', (_, codec) => {
    for (const io of ['input', 'output'] as const) {
      const { $schema: _new, ...latest } = toJsonSchema(codec, { io })
      const { $schema: _old, ...draft7 } = toJsonSchema(codec, { io, target: 'draft-07' })
      const moved = JSON.stringify(draft7)
        .replaceAll('#/definitions/', '#/$defs/')
        .replace('"definitions":', '"$defs":')
      expect(JSON.parse(moved)).toStrictEqual(latest)
    }
  })

  test.each(codecs)('%s has no form that is checked by the codec and not by the schema', (_, codec) => {
    expect(JSON.stringify(toJsonSchema(codec))).not.toContain('"pattern":""')
  })
})

describe('patterns', () => {
  const isDate = validator(CivilDate, 'draft-2020-12', 'input')
  const isTime = validator(EventTime, 'draft-2020-12', 'input')
  const isInstant = (instant: string) => isTime({ instant, precision: 'second', raw: 0 })

  const twoDigits = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
  const year = fc.oneof(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 99 }).map((century) => century * 100),
    fc.integer({ min: 0, max: 2499 }).map((n) => n * 4),
  )
  const day = fc
    .tuple(
      year,
      fc.integer({ min: 0, max: 14 }),
      fc.oneof(fc.integer({ min: 0, max: 34 }), fc.constantFrom(28, 29, 30, 31)),
    )
    .map(([y, ...rest]) =>
      [String(y).padStart(4, '0'), ...rest.map((n) => String(n).padStart(2, '0'))].join('-'),
    )

  property.prop([day], { numRuns: 5_000 })('take the days that the codec takes', (date) => {
    expect(isDate(date)).toBe(readCivilDate(date) !== null)
  })

  test.each(['2024-02-29', '2000-02-29', '0004-02-29', '9999-12-31', '0001-01-01'])('%s is a day', (date) => {
    expect([isDate(date), readCivilDate(date)]).toStrictEqual([true, date])
  })

  test.each([
    '1900-02-29',
    '0000-02-29',
    '0000-01-01',
    '2023-02-29',
    '2024-04-31',
    '2024-1-01',
    '2024-01-01\n',
  ])('%j is none', (date) => {
    expect([isDate(date), readCivilDate(date)]).toStrictEqual([false, null])
  })

  property.prop(
    [
      day,
      twoDigits,
      twoDigits,
      twoDigits,
      fc.constantFrom('.000Z', '.999Z', 'Z', '.00Z', '.000z', '.000+00:00'),
    ],
    {
      numRuns: 2_000,
    },
  )('take the instants that the codec takes', (date, hours, minutes, seconds, rest) => {
    const instant = `${date}T${hours}:${minutes}:${seconds}${rest}`
    expect(isInstant(instant)).toBe(readInstant(instant) !== null)
  })
})

describe('any codec made of these', () => {
  const key = fc.constantFrom('a', 'b', 'c')
  const scalar: fc.Arbitrary<Reader<unknown>> = fc.constantFrom<Reader<unknown>>(
    text,
    id,
    number,
    integer,
    boolean,
    json,
    jsonObject,
    enumeration(['a', 'b']),
    openText(['a']),
    CivilDate,
    formattedText('date', (value) => readCivilDate(value) !== null),
  )
  const field = (codec: Reader<unknown>) =>
    fc.constantFrom(codec, required(codec), required(codec), orElse('a', enumeration(['a', 'b'])))
  const { codec: codecs } = fc.letrec<{ codec: Reader<unknown>; object: Reader<unknown> }>((tie) => ({
    codec: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      // Of two lists, a strict `either` tries the second only if the first is no list at all.
      fc.tuple(scalar, scalar).map(([one, other]) => either(one, other)),
      tie('codec').map(list),
      tie('object'),
    ),
    object: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<Reader<unknown>>(jsonObject),
      fc.dictionary(key, tie('codec').chain(field)).map((fields) => struct('Struct', fields)),
      fc.dictionary(key, tie('codec').chain(field)).map((fields) => part('Part', fields)),
      fc
        .tuple(fc.dictionary(key, tie('object')), tie('object'))
        .map(([cases, otherwise]) => tagged('Tagged', 'a', cases, otherwise)),
      fc.tuple(tie('object'), tie('object')).map(([one, other]) =>
        choice(
          'Choice',
          [one, other],
          (input) => (Object.hasOwn(input, 'a') ? one : Object.hasOwn(input, 'b') ? other : null),
          '/a',
          'a or b',
          [
            { when: [{ path: ['a'], is: 'sent' }], codec: one },
            { when: [{ path: ['b'], is: 'sent' }], codec: other },
          ],
        ),
      ),
    ),
  }))
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        null,
        '',
        'a',
        'b',
        '5',
        '5.0',
        '5.5',
        '05',
        'true',
        true,
        0,
        5,
        5.5,
        1e300,
        '2024-02-29',
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value')),
    ),
  })).value

  property.prop([codecs, fc.array(value, { minLength: 20, maxLength: 20 })], { numRuns: 100 })(
    'is judged by its schema as its strict decoder judges, and gives what its output says',
    (codec, values) => {
      const input = validator(codec, 'draft-2020-12', 'input')
      const output = validator(codec, 'draft-2020-12', 'output')
      for (const one of values) {
        const decoded = strict(codec).read(one, newReading(false))
        expect(input(one)).toBe(decoded !== FAIL)
        if (decoded !== FAIL) expect(output(decoded), JSON.stringify(decoded)).toBe(true)
      }
    },
  )
})
