import { describe, expect, test } from 'vitest'
import {
  fault,
  issuesOf,
  keyOfStep,
  newReading,
  pointerStep,
  prefixPaths,
  remark,
} from '../../src/codec/reading'
import { list } from '../../src/codec/list'
import { text } from '../../src/codec/scalar'
import { struct } from '../../src/codec/struct'

const withFaults = (count: number) => {
  const reading = newReading(false)
  for (let i = 0; i < count; i += 1) fault(reading, 'wrong_kind', `/${String(i)}`, 'text')
  return reading
}

describe('issues', () => {
  test('none are one frozen list', () => {
    const issues = issuesOf(newReading(false))
    expect(issues).toStrictEqual([])
    expect(Object.isFrozen(issues)).toBe(true)
  })

  test('twenty are all told', () => {
    const issues = issuesOf(withFaults(20))
    expect(issues).toHaveLength(20)
    expect(issues[19]).toStrictEqual({ code: 'wrong_kind', path: '/19', expected: 'text' })
  })

  test.each([21, 1000])('of %i, nineteen are told and the others counted', (count) => {
    const issues = issuesOf(withFaults(count))
    expect(issues).toHaveLength(20)
    expect(issues[18]).toStrictEqual({ code: 'wrong_kind', path: '/18', expected: 'text' })
    expect(issues[19]).toStrictEqual({ code: 'more_issues', path: '', expected: '', count: count - 19 })
  })

  test('beyond twenty are not even kept', () => {
    expect(withFaults(1000).issues).toHaveLength(20)
  })

  test('the count has no path, however deep the issues', () => {
    const Deep = struct('Deep', { rows: list(struct('Row', { name: text })) })
    const reading = newReading(false)
    Deep.read({ rows: Array<unknown>(30).fill({ name: 7 }) }, reading)
    const issues = issuesOf(reading)
    expect(issues[18]).toStrictEqual({ code: 'wrong_kind', path: '/rows/18/name', expected: 'text' })
    expect(issues[19]).toStrictEqual({ code: 'more_issues', path: '', expected: '', count: 11 })
  })

  test('a remark is an issue, but nothing that a strict reader refuses', () => {
    const reading = newReading(false)
    remark(reading, 'time_contradiction', '/a', 'the moment of b')
    expect([reading.issueCount, reading.faultCount]).toStrictEqual([1, 0])
    fault(reading, 'missing', '/c', 'a value')
    expect([reading.issueCount, reading.faultCount]).toStrictEqual([2, 1])
    expect(issuesOf(reading).map(({ code }) => code)).toStrictEqual(['time_contradiction', 'missing'])
  })
})

test('unknown keys are left out unless the reader says otherwise', () => {
  expect([newReading(false).foreign, newReading(true, 'list').foreign]).toStrictEqual(['drop', 'list'])
})

describe('prefixPaths', () => {
  test('moves only what was written down since', () => {
    const reading = newReading(false, 'list')
    fault(reading, 'missing', '/a', 'a value')
    reading.foreignPaths.push('/x')
    fault(reading, 'missing', '/b', 'a value')
    reading.foreignPaths.push('/y')
    prefixPaths(reading, 1, 1, 'parent')
    expect(reading.issues.map(({ path }) => path)).toStrictEqual(['/a', '/parent/b'])
    expect(reading.foreignPaths).toStrictEqual(['/x', '/parent/y'])
  })
})

test.each(['a', 'a/b', 'a~b', '~1', '~0/', '', '//~~'])('the key %j and its step say the same', (key) => {
  expect(pointerStep(key)).not.toContain('/')
  expect(keyOfStep(pointerStep(key))).toBe(key)
})
