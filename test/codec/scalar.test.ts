import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FAIL, type Reader } from '../../src/codec/codec'
import { list } from '../../src/codec/list'
import { issuesOf, newReading } from '../../src/codec/reading'
import {
  boolean,
  either,
  enumeration,
  formattedText,
  id,
  integer,
  number,
  openText,
  stampText,
  text,
} from '../../src/codec/scalar'
import { required, struct } from '../../src/codec/struct'
import { expectPartition, REFUSED, same, valueNames, everyValue, type Accepted } from '../support/values'

const made = (codec: Reader<unknown>) => (value: unknown) => {
  const reading = newReading(false)
  const output = codec.read(value, reading)
  // A refusal is told once, at the value itself; a value that is taken is not remarked on.
  expect(reading.issueCount).toBe(output === FAIL ? 1 : 0)
  if (output === FAIL) expect(issuesOf(reading)[0]?.path).toBe('')
  return output === FAIL ? REFUSED : output
}

const expectedOf = (codec: Reader<unknown>): string | undefined => {
  const reading = newReading(false)
  codec.read(Symbol('x'), reading)
  return issuesOf(reading)[0]?.expected
}

const everyText = same(
  'empty text',
  'blank text',
  'text',
  'text 12',
  'text -12.50',
  'text 012',
  'text 1e3',
  'text 0x10',
  'text true',
  'text false',
  'text TRUE',
  'text null',
  'text __proto__',
  'a lone surrogate',
)

const everyFiniteNumber = same(
  '0',
  '1',
  '-1',
  '0.5',
  'the largest safe integer',
  'the first unsafe integer',
  '1e300',
)

interface Faces extends Reader<unknown> {
  readonly decode: (value: unknown) => { readonly _tag: string }
  readonly is: (value: unknown) => boolean
}

const partitions: readonly (readonly [string, Faces, Accepted, string])[] = [
  ['text', text, everyText, 'text'],
  ['openText', openText(['apply', 'no']), everyText, 'text'],
  ['stampText', stampText('MM/DD/YYYY'), everyText, 'text'],
  ['formattedText', formattedText('hour', (value) => value === '12'), same('text 12'), 'hour'],
  ['formattedText that accepts any text', formattedText('any', () => true), everyText, 'any'],
  [
    'id',
    id,
    {
      ...everyText,
      '0': '0',
      '1': '1',
      '-1': '-1',
      'the largest safe integer': '9007199254740991',
    },
    'text or a safe integer',
  ],
  ['number', number, { ...everyFiniteNumber, 'text 12': 12, 'text -12.50': -12.5 }, 'a number'],
  [
    'integer',
    integer,
    { ...same('0', '1', '-1', 'the largest safe integer'), 'text 12': 12 },
    'a whole number',
  ],
  ['boolean', boolean, { true: true, false: false, 'text true': true, 'text false': false }, 'true or false'],
  [
    'enumeration',
    enumeration(['some text', '12', '__proto__']),
    same('text', 'text 12', 'text __proto__'),
    '"some text" or "12" or "__proto__"',
  ],
  [
    'either',
    either(boolean, number),
    {
      ...everyFiniteNumber,
      'text 12': 12,
      'text -12.50': -12.5,
      true: true,
      false: false,
      'text true': true,
      'text false': false,
    },
    'boolean or number',
  ],
]

describe.each(partitions)('%s', (_, codec, accepted, expected) => {
  test('takes what it documents and nothing else', () => {
    expectPartition(made(codec), accepted)
  })

  test('says what it expected', () => {
    expect(expectedOf(codec)).toBe(expected)
  })

  test('says the same by its io-ts face', () => {
    for (const name of valueNames) {
      const decoded = codec.decode(everyValue[name])
      expect(decoded._tag, name).toBe(Object.hasOwn(accepted, name) ? 'Right' : 'Left')
      // `is` asks whether the value has the type already, so what would be converted has not.
      const isKept = Object.hasOwn(accepted, name) && Object.is(accepted[name], everyValue[name])
      expect(codec.is(everyValue[name]), name).toBe(isKept)
    }
  })
})

describe('number', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    ['-7', -7],
    ['10', 10],
    ['1.5', 1.5],
    ['0.000000001', 1e-9],
    ['1571.00', 1571],
    ['999999999999999', 999_999_999_999_999],
    ['-999999999999999.999999999', -1e15],
  ])('reads %s', (input, output) => {
    expect(made(number)(input)).toBe(output)
  })

  test.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '01',
    '-01',
    '00',
    '.5',
    '5.',
    '1.',
    '-',
    '--1',
    '1,000',
    '1_000',
    '1e5',
    '0x1F',
    '0b1',
    'NaN',
    'Infinity',
    '1000000000000000',
    '0.0000000001',
    '1.5.5',
    '١٢',
    '１',
    '1\n',
    '1n',
  ])('refuses %j', (input) => {
    expect(made(number)(input)).toBe(REFUSED)
  })

  // Not in the table: as part of a test's name they make a pattern of names that no engine takes.
  test('refuses a hundred thousand digits, before or behind the point', () => {
    expect(made(number)('9'.repeat(100_000))).toBe(REFUSED)
    expect(made(number)(`0.${'1'.repeat(100_000)}`)).toBe(REFUSED)
  })

  test('takes exactly the text of the documented grammar', () => {
    const grammar = /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/
    const nearly = fc.stringMatching(/^-?\d{0,17}(\.\d{0,11})?$/)
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string()), (input) => {
        expect(made(number)(input)).toBe(grammar.test(input) ? Number(input) : REFUSED)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('integer', () => {
  test.each([
    ['1571', 1571],
    ['1571.00', 1571],
    [-0, -0],
  ])('reads %j', (input, output) => {
    expect(made(integer)(input)).toBe(output)
  })

  test.each(['1571.5', 0.1, 2 ** 53])('refuses %j', (input) => {
    expect(made(integer)(input)).toBe(REFUSED)
  })
})

describe('id', () => {
  test('keeps the text of an id, whatever a number would make of it', () => {
    for (const input of ['007', '1.0', '1e3', '12345678901234567890', ' 7 '])
      expect(made(id)(input)).toBe(input)
  })

  test('is the same from a number and from its text', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(made(id)(value)).toBe(made(id)(String(value === 0 ? 0 : value)))
      }),
    )
  })
})

describe('either', () => {
  const One = struct('One', { kind: required(enumeration(['one'])), size: number })
  const Two = struct('Two', { kind: required(enumeration(['two'])), count: number })
  const oneOrTwo = either(One, Two)

  test('prefers the first', () => {
    expect(made(either(text, id))(7)).toBe('7')
    expect(made(either(number, text))('12')).toBe(12)
    expect(made(either(text, number))('12')).toBe('12')
  })

  test('keeps the issues of the reader that took the value, and none of the other', () => {
    const reading = newReading(false)
    expect(oneOrTwo.read({ kind: 'two', count: 'many' }, reading)).toStrictEqual({ kind: 'two', count: null })
    expect(issuesOf(reading)).toStrictEqual([{ code: 'wrong_kind', path: '/count', expected: 'a number' }])
    expect(reading.faultCount).toBe(1)
  })

  test('lists the foreign keys of the reader that took the value, and none of the other', () => {
    const reading = newReading(true, 'list')
    oneOrTwo.read({ first: 1, kind: 'two', second: 2 }, reading)
    expect(reading.foreignPaths).toStrictEqual(['/first', '/second'])
  })

  test('tells one refusal where neither takes it', () => {
    const reading = newReading(false)
    expect(oneOrTwo.read({ kind: 'three', size: 'x', count: 'x' }, reading)).toBe(FAIL)
    expect(issuesOf(reading)).toStrictEqual([{ code: 'wrong_kind', path: '', expected: 'One or Two' }])
  })

  test('forgets nothing that was noted before', () => {
    const reading = newReading(false)
    list(either(boolean, number)).read(['x', 1, 'y', true], reading)
    expect(issuesOf(reading).map(({ path }) => path)).toStrictEqual(['/0', '/2'])
  })
})
