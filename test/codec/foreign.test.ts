import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { FAIL } from '../../src/codec/codec'
import { readerOf } from '../../src/codec/foreign'
import { issuesOf, newReading, type Reading } from '../../src/codec/reading'
import { text } from '../../src/codec/scalar'
import { struct } from '../../src/codec/struct'
import { parsed, REFUSED } from '../support/values'

const MARKER = 'marker-7f3a'

const read = (decoder: t.Decoder<unknown, unknown>, input: unknown, foreign: Reading['foreign'] = 'drop') => {
  const reading = newReading(true, foreign)
  const output = readerOf(decoder).read(input, reading)
  expect(reading.faultCount).toBe(reading.issueCount)
  return {
    output: output === FAIL ? REFUSED : output,
    issues: issuesOf(reading).map(({ code, path, expected }) => [code, path, expected].join(' ')),
  }
}

const Lead = t.type({ kind: t.literal('lead'), person: t.type({ name: t.string }) }, 'Lead')

test('a codec of this library is its own reader', () => {
  const Home = struct('Home', { name: text })
  expect(readerOf(Home)).toBe(Home)
})

describe('a stock io-ts codec', () => {
  test('reads as it decodes', () => {
    const value = { kind: 'lead', person: { name: 'x' } }
    expect(read(Lead, value)).toStrictEqual({ output: value, issues: [] })
    const Upper = new t.Type<string, string, unknown>(
      'Upper',
      t.string.is,
      (input, context) => (t.string.is(input) ? t.success(input.toUpperCase()) : t.failure(input, context)),
      t.identity,
    )
    expect(read(t.type({ a: Upper }), { a: 'x' })).toStrictEqual({ output: { a: 'X' }, issues: [] })
  })

  test('tells the place of each error and what was expected there, and no value', () => {
    const { output, issues } = read(Lead, { kind: MARKER, person: { name: { [MARKER]: MARKER } } })
    expect(output).toBe(REFUSED)
    expect(issues).toStrictEqual(['wrong_kind /kind "lead"', 'wrong_kind /person/name string'])
  })

  test('a message of its own is not passed on, since it may quote the value', () => {
    const Quoting = new t.Type<string, string, unknown>(
      'Quoting',
      t.string.is,
      (input, context) => t.failure(input, context, `no ${String(input)}`),
      t.identity,
    )
    expect(read(t.type({ a: Quoting }), { a: MARKER }).issues).toStrictEqual(['wrong_kind /a Quoting'])
  })

  test('that tells no place at all is named', () => {
    const silent: t.Decoder<unknown, unknown> = {
      name: 'Silent',
      validate: t.failure,
      decode: (input) => t.failures([{ value: input, context: [] }]),
    }
    expect(read(silent, MARKER)).toStrictEqual({ output: REFUSED, issues: ['wrong_kind  Silent'] })
  })

  test.each(['read', 'shape'])('with a property `%s` of its own is no codec of this library', (key) => {
    const other: t.Decoder<unknown, unknown> = {
      name: 'Other',
      validate: t.failure,
      decode: () => t.success('decoded'),
      ...{ [key]: 'something else' },
    }
    expect(read(other, MARKER)).toStrictEqual({ output: 'decoded', issues: [] })
  })

  test('is refused as a whole at the root', () => {
    expect(read(Lead, 'x').issues).toStrictEqual(['wrong_kind  Lead'])
  })

  test('the member of a union or an intersection is no step of the path', () => {
    const Either = t.type({ value: t.union([t.type({ a: t.number }), t.type({ b: t.string })]) })
    expect(read(Either, { value: { b: 7 } }).issues).toStrictEqual([
      'wrong_kind /value/a number',
      'wrong_kind /value/b string',
    ])
    const Both = t.intersection([t.type({ a: t.number }), t.partial({ b: t.array(t.string) })])
    expect(read(t.type({ 'x/y': t.exact(Both) }), { 'x/y': { a: 1, b: ['x', 7] } }).issues).toStrictEqual([
      'wrong_kind /x~1y/b/1 string',
    ])
    expect(read(t.readonly(t.union([t.string, t.number])), true).issues).toHaveLength(2)
    expect(read(t.readonly(t.union([t.string, t.number])), true).issues[0]).toBe('wrong_kind  string')
  })

  test('the key of a record is whatever was received, and no step of the path', () => {
    const Amounts = t.type({ amounts: t.record(t.string, t.type({ value: t.number })) })
    expect(read(Amounts, { amounts: { [MARKER]: { value: 'x' } } }).issues).toStrictEqual([
      'wrong_kind /amounts number',
    ])
  })

  test('recursion is followed', () => {
    interface Tree {
      readonly children: readonly Tree[]
    }
    const Tree: t.Type<Tree> = t.recursion('Tree', () => t.type({ children: t.readonlyArray(Tree) }))
    expect(read(Tree, { children: [{ children: [] }, { children: 7 }] }).issues).toStrictEqual([
      'wrong_kind /children/1/children ReadonlyArray<Tree>',
    ])
  })

  test('a thousand errors are twenty issues', () => {
    const { issues } = read(t.array(t.string), Array<number>(1000).fill(7))
    expect(issues).toHaveLength(20)
    expect(issues[19]).toBe('more_issues  ')
  })

  test('no key __proto__ reaches it', () => {
    const Optional = t.intersection([
      t.type({ id: t.string, at: t.type({}) }),
      t.partial({ admin: t.boolean }),
    ])
    const { output } = read(
      Optional,
      parsed('{"id":"7","at":{"__proto__":{"x":1}},"__proto__":{"admin":"yes"}}'),
    )
    expect(output).toStrictEqual({ id: '7', at: {} })
    expect((output as { admin?: unknown }).admin).toBeUndefined()

    const Seven = new t.Type<number, number, unknown>('Seven', t.number.is, () => t.success(7), t.identity)
    const Converting = t.type({
      id: Seven,
    })
    const converted = read(Converting, parsed('{"id":"7","__proto__":{"admin":"yes"}}')).output
    expect(converted).toStrictEqual({ id: 7 })
    expect((converted as { admin?: unknown }).admin).toBeUndefined()
  })

  test('what is no JSON is refused before it', () => {
    for (const decoder of [t.unknown, Lead])
      expect(read(decoder, { a: new Map() }).issues).toStrictEqual(['wrong_kind  JSON'])
  })
})
