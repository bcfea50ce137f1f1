import { describe, expect, test } from 'vitest'
import { FAIL, type Reader } from '../../src/codec/codec'
import { isObject, json, jsonObject, withoutKey } from '../../src/codec/json'
import { newReading } from '../../src/codec/reading'
import { deepFrozen, expectPartition, nested, nestedArrays, parsed, REFUSED, same } from '../support/values'

const made = (codec: Reader<unknown>) => (value: unknown) => {
  const output = codec.read(value, newReading(false))
  return output === FAIL ? REFUSED : output
}

const objects = same('empty object', 'object', 'object without prototype', 'proxy')

describe('json', () => {
  test('takes what JSON can hold and nothing else', () => {
    expectPartition(made(json), {
      ...objects,
      ...same('null', 'true', 'false', '0', '1', '-1', '0.5', '1e300'),
      ...same('the largest safe integer', 'the first unsafe integer'),
      ...same('empty text', 'blank text', 'text', 'text 12', 'text -12.50', 'text 012', 'text 1e3'),
      ...same('text 0x10', 'text true', 'text false', 'text TRUE', 'text null', 'text __proto__'),
      ...same('a lone surrogate', 'empty array', 'array of text', 'array of arrays'),
    })
  })

  test('what it takes comes back from JSON as it was', () => {
    const value = { a: [1, 'x', null, true, { b: {} }], constructor: { prototype: 1 } }
    expect(made(json)(value)).toBe(value)
    expect(JSON.stringify(JSON.parse(JSON.stringify(value)))).toBe(JSON.stringify(made(json)(value)))
  })

  test.each([
    ['undefined', { a: [{ b: undefined }] }],
    ['NaN', [[NaN]]],
    ['a bigint', { a: 1n }],
    ['a function', [() => 1]],
    ['a symbol', { a: Symbol('x') }],
    ['a date', { a: new Date(0) }],
    ['a map', [new Map()]],
  ])('refuses %s at any depth', (_, value) => {
    expect(made(json)(value)).toBe(REFUSED)
  })

  test('takes one object in two places, but none that contains itself', () => {
    const shared = { x: 1 }
    const twice = { a: shared, b: [shared, shared] }
    expect(made(json)(twice)).toBe(twice)

    const ring: unknown[] = [shared]
    ring.push({ deeper: [ring] })
    expect(made(json)(ring)).toBe(REFUSED)
    expect(made(json)({ start: ring, shared })).toBe(REFUSED)
  })

  test.each([
    ['a hundred thousand objects', nested(100_000)],
    ['a million arrays', nestedArrays(1_000_000)],
  ])('takes %s in one another', (_, body) => {
    const value = parsed(body)
    expect(made(json)(value)).toBe(value)
  })

  test('passes on no __proto__ from a hundred thousand levels down', () => {
    const value = parsed(nested(100_000).replace('1', '{"__proto__":{"x":1},"y":2}'))
    let output = made(json)(value)
    while (isObject(output) && Object.hasOwn(output, 'a')) output = output['a']
    expect(output).toStrictEqual({ y: 2 })
  })

  test('passes on no key __proto__, wherever it is', () => {
    const value = deepFrozen(
      parsed('{"__proto__":{"x":1},"a":[{"__proto__":1,"b":{"__proto__":[],"c":"__proto__"}}],"d":null}'),
    )
    const output = made(json)(value)
    expect(output).toStrictEqual({ a: [{ b: { c: '__proto__' } }], d: null })
    expect(Object.getPrototypeOf(output)).toBe(Object.prototype)
  })

  test.each([
    ['{"__proto__":1}', '{}'],
    ['{"a":1,"__proto__":"x"}', '{"a":1}'],
    ['{"__proto__":null,"b":[]}', '{"b":[]}'],
  ])('of %s it passes on %s', (sent, passed) => {
    const output = made(json)(parsed(sent))
    expect(JSON.stringify(output)).toBe(passed)
    expect(Object.getPrototypeOf(output)).toBe(Object.prototype)
  })

  test('a copy has an object once where the original had it once', () => {
    const shared = { x: 1 }
    const value = { a: shared, b: shared, c: parsed('{"__proto__":1}') }
    const output = made(json)(value) as { a: unknown; b: unknown }
    expect(output).toStrictEqual({ a: { x: 1 }, b: { x: 1 }, c: {} })
    expect(output.a).toBe(output.b)
  })
})

describe('jsonObject', () => {
  test('takes JSON objects and nothing else', () => {
    expectPartition(made(jsonObject), objects)
  })

  test('says what it expected', () => {
    const reading = newReading(false)
    jsonObject.read([], reading)
    expect(reading.issues).toStrictEqual([{ code: 'wrong_kind', path: '', expected: 'an object' }])
  })
})

describe('without one key', () => {
  test('a value is itself where it has none', () => {
    const value = parsed('{"a":[{"b":1}],"__proto__":{"c":2}}')
    expect(withoutKey('x', value)).toBe(value)
    expect(withoutKey('x', 'x')).toBe('x')
  })

  test('it is gone at any depth, and so is __proto__', () => {
    const value = parsed('{"a":[{"x":1,"b":2,"__proto__":{"x":3}},"x"],"x":{"x":4}}')
    const output = withoutKey('x', value)
    expect(JSON.stringify(output)).toBe('{"a":[{"b":2},"x"]}')
    expect(Object.getPrototypeOf((output as { a: object[] }).a[0])).toBe(Object.prototype)
    expect(JSON.stringify(value)).toBe('{"a":[{"x":1,"b":2,"__proto__":{"x":3}},"x"],"x":{"x":4}}')
  })

  test('an empty list stays empty', () => {
    expect(withoutKey('x', { x: 1, a: [], b: [[], {}] })).toStrictEqual({ a: [], b: [[], {}] })
  })

  test('what is referred to twice is copied once', () => {
    const shared = { x: 1, b: 2 }
    const output = withoutKey('x', { one: shared, other: shared }) as { one: object; other: object }
    expect(output.one).toStrictEqual({ b: 2 })
    expect(output.other).toBe(output.one)
  })
})
