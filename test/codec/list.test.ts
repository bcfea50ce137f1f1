import { describe, expect, test } from 'vitest'
import { FAIL, type Reader } from '../../src/codec/codec'
import { list } from '../../src/codec/list'
import { issuesOf, newReading } from '../../src/codec/reading'
import { id, number, text } from '../../src/codec/scalar'
import { required, struct } from '../../src/codec/struct'
import { deepFrozen, expectPartition, REFUSED } from '../support/values'

const Unit = struct('Unit', { id: required(id), beds: number })

const read = (codec: Reader<unknown>, input: unknown) => {
  const reading = newReading(false, 'list')
  const output = codec.read(input, reading)
  return {
    output: output === FAIL ? REFUSED : output,
    issues: issuesOf(reading).map(({ code, path }) => `${code} ${path}`),
    foreign: reading.foreignPaths,
  }
}

describe('list', () => {
  test('takes arrays, and of them the members it can read', () => {
    expectPartition((value) => read(list(text), value).output, {
      'empty array': [],
      'array of text': ['a', 'b'],
      'array of arrays': [],
      'array with a hole': ['x'],
      'array with undefined': [],
    })
  })

  test('says what it expected', () => {
    const reading = newReading(false)
    expect(list(text).read('a', reading)).toBe(FAIL)
    expect(issuesOf(reading)).toStrictEqual([{ code: 'wrong_kind', path: '', expected: 'a list' }])
  })

  test('tells each member that it leaves out, by its position', () => {
    expect(read(list(Unit), [{ id: 1 }, 7, { beds: 2 }, { id: 'x', beds: 'many' }])).toStrictEqual({
      output: [{ id: '1' }, { id: 'x', beds: null }],
      issues: ['wrong_kind /1', 'missing /2/id', 'wrong_kind /3/beds'],
      foreign: [],
    })
  })

  test('tells foreign keys by position', () => {
    expect(read(list(list(Unit)), [[], [{ id: 'x' }, { id: 'y', z: 1 }]]).foreign).toStrictEqual(['/1/1/z'])
  })

  test('a good list is its own result, another one is a new list', () => {
    const good = ['a', 'b']
    expect(read(list(text), good).output).toBe(good)
    const converted = deepFrozen([1, 'b'])
    expect(read(list(id), converted).output).toStrictEqual(['1', 'b'])
    expect(converted).toStrictEqual([1, 'b'])
  })

  test('a hundred thousand wrong members are twenty issues', () => {
    const { output, issues } = read(list(text), Array<number>(100_000).fill(7))
    expect(output).toStrictEqual([])
    expect(issues).toHaveLength(20)
    expect(issues.slice(-2)).toStrictEqual(['wrong_kind /18', 'more_issues '])
  })
})
