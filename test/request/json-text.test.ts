import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../src/request/json-text'
import { nested, nestedArrays } from '../support/values'

const MARKER = 'marker-7f3a'

const parse = (text: string, maxDepth = 64) => {
  const json = parseJson(text, maxDepth)
  return json._tag === 'Right' ? json.right : json.left._tag
}

/** How deep a value is nested, worked out from the value. */
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

describe('parseJson', () => {
  test.each(['null', '7', '"x"', '[]', '{"a":[1,2,{"b":null}]}', ' {"a":1}\n'])('reads %s', (text) => {
    expect(parse(text)).toStrictEqual(JSON.parse(text))
  })

  test.each([
    '',
    '{',
    '{"a":1',
    "{'a':1}",
    '{"a":1,}',
    'undefined',
    'NaN',
    '[1]]',
    '{"a":01}',
    '// comment\n{}',
    `{"${MARKER}":${MARKER}}`,
    '\uFEFF\uFEFF{}',
    '{}\uFEFF',
    '"\u0001"',
    '\u00a0{}',
  ])('refuses %j, and does not quote it', (text) => {
    expect(parseJson(text, 64)).toStrictEqual({
      _tag: 'Left',
      left: {
        _tag: 'BodyNotJson',
        kind: 'malformed',
        httpStatus: 400,
        path: '',
        expected: 'JSON',
        hint: null,
        issues: [],
      },
    })
  })

  test('passes over one byte order mark', () => {
    expect(parse('\uFEFF{"a":1}')).toStrictEqual({ a: 1 })
  })

  test('gives each caller a value of its own', () => {
    const [one, other] = [parse('{"a":{}}'), parse('{"a":{}}')]
    expect(one).not.toBe(other)
  })
})

describe('depth', () => {
  test.each([1, 2, 3, 64, 100])('of exactly %i is taken where that is the limit', (limit) => {
    for (const body of [nested, nestedArrays]) {
      expect(parse(body(limit), limit)).toStrictEqual(JSON.parse(body(limit)))
      expect(parse(body(limit + 1), limit)).toBe('BodyTooDeep')
    }
  })

  test('of none leaves plain values', () => {
    expect(parse('7', 0)).toBe(7)
    expect(parse('[]', 0)).toBe('BodyTooDeep')
    expect(parse('{}', 0)).toBe('BodyTooDeep')
  })

  test('counts objects and arrays together', () => {
    const mixed = `${'[{"a":'.repeat(4)}1${'}]'.repeat(4)}`
    expect(parse(mixed, 8)).toStrictEqual(JSON.parse(mixed))
    expect(parse(mixed, 7)).toBe('BodyTooDeep')
  })

  test.each([
    [5, 3],
    [3, 5],
    [7, 1],
    [1, 7],
  ])('of %i objects around %i arrays is 8', (objects, arrays) => {
    const body = `${'{"a":'.repeat(objects)}${nestedArrays(arrays)}${'}'.repeat(objects)}`
    expect(parse(body, 8)).toStrictEqual(JSON.parse(body))
    expect(parse(body, 7)).toBe('BodyTooDeep')
  })

  test('does not count what is side by side', () => {
    const wide = `[${Array<string>(1000).fill('{"a":[]}').join(',')}]`
    expect(parse(wide, 3)).toStrictEqual(JSON.parse(wide))
    expect(parse(wide, 2)).toBe('BodyTooDeep')
  })

  test.each(['{{{{{{', '[[[[[[', '\\"[[[[[[', '\\\\\\"{{{{{{', ']]]]{{{{[[[[', '\\u0022[[[[[['])(
    'does not count brackets in text such as %j',
    (inside) => {
      const body = `{"${inside}":["${inside}"]}`
      expect(parse(body, 2)).toStrictEqual(JSON.parse(body))
      expect(parse(body, 1)).toBe('BodyTooDeep')
    },
  )

  test('says the limit', () => {
    expect(parseJson('[[[]]]', 2)).toMatchObject({
      left: { _tag: 'BodyTooDeep', expected: 'at most 2 levels of nesting', httpStatus: 400 },
    })
  })

  test('is told before JSON is', () => {
    expect(parse('['.repeat(65))).toBe('BodyTooDeep')
    expect(parse('['.repeat(64))).toBe('BodyNotJson')
  })

  test.each([
    ['objects', nested(1_000_000)],
    ['arrays', nestedArrays(1_000_000)],
    ['brackets that never close', '['.repeat(1_000_000)],
    ['brackets that only close', ']'.repeat(1_000_000)],
    ['quotes', '"['.repeat(1_000_000)],
  ])('a million %s are refused and never thrown', (_, body) => {
    expect(['BodyTooDeep', 'BodyNotJson']).toContain(parse(body))
    expect(() => parse(body, Infinity)).not.toThrow()
  })

  test('a million levels are read where the limit allows', () => {
    expect(parse(nestedArrays(1_000_000), 1_000_000)).toBeInstanceOf(Array)
    expect(parse(nestedArrays(1_000_001), 1_000_000)).toBe('BodyTooDeep')
  })

  test('of any value is what is found in the value', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 8 }),
        fc.nat(8),
        fc.constantFrom('', ' ', '\t'),
        (value, limit, space) => {
          const text = JSON.stringify(value, null, space)
          expect(parse(text, limit) === 'BodyTooDeep').toBe(depthOf(value) > limit)
        },
      ),
    )
  })
})
