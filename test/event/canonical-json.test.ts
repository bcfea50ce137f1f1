import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/event/canonical-json'
import { nested, nestedArrays, parsed } from '../support/values'

/** The same, plainly: recursive, so only for what the stack can hold. */
const plain = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(plain).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${plain(member)}`).join(',')}}`
}

const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).reverse()
  // An own key named __proto__ is only made by definition.
  return Object.fromEntries(members.map(([key, member]) => [key, reordered(member)]))
}

describe('canonicalJson', () => {
  test.each([
    ['null', 'null'],
    ['"x\\"\\u2028"', '"x\\"\u2028"'],
    ['[]', '[]'],
    ['{}', '{}'],
    ['[1, [2, {}], "x"]', '[1,[2,{}],"x"]'],
    ['{"b":1,"a":{"d":[],"c":null}}', '{"a":{"c":null,"d":[]},"b":1}'],
    ['{"10":1,"9":2,"a":3,"A":4}', '{"10":1,"9":2,"A":4,"a":3}'],
    ['{"__proto__":1,"constructor":2}', '{"__proto__":1,"constructor":2}'],
    ['1.50', '1.5'],
    ['-0', '0'],
  ])('of %s is %s', (json, canonical) => {
    expect(canonicalJson(parsed(json))).toBe(canonical)
  })

  test('a member that is undefined counts as null', () => {
    expect(canonicalJson({ a: undefined })).toBe('{"a":null}')
    expect(canonicalJson([undefined])).toBe('[null]')
  })

  test('is what a plain recursion makes, is JSON, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const canonical = canonicalJson(value)
        expect(canonical).toBe(plain(value))
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical)
        expect(canonicalJson(reordered(value))).toBe(canonical)
      }),
    )
  })

  test('of two values is one only if they are equal', () => {
    const small = fc.jsonValue({ maxDepth: 2, stringUnit: fc.constantFrom('a', ',', '"', '}') })
    fc.assert(
      fc.property(small, small, (one, other) => {
        expect(canonicalJson(one) === canonicalJson(other)).toBe(plain(one) === plain(other))
      }),
      { numRuns: 1000 },
    )
  })

  test('does not overflow the stack', () => {
    expect(canonicalJson(parsed(nested(100_000)))).toBe(nested(100_000))
    expect(canonicalJson(parsed(nestedArrays(1_000_000)))).toBe(nestedArrays(1_000_000))
  })
})
