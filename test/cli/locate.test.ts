import { describe, expect, test } from 'vitest'
import { lineOfPointer, whereJsonBreaks } from '../../src/cli/locate'

describe('where JSON breaks', () => {
  test.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a":1,}', 1, 8],
    ['{"a":1,\n 7:2}', 2, 2],
    ['{"a" 1}', 1, 6],
    ['{"a":1 "b":2}', 1, 8],
    ['[1,\n2\n3]', 3, 1],
    ['[1,\n\n  x]', 3, 3],
    ['{} {}', 1, 4],
    ['\uFEFF{"a":}', 1, 7],
    ['01', 1, 2],
    ['"a\nb"', 1, 1],
  ])('%j: line %i, column %i', (json, line, column) => {
    expect(whereJsonBreaks(json)).toStrictEqual({ line, column })
  })

  test.each(['{}', '\uFEFF{"a":[1,-2.5e3,true,null,"\\u00e9\\n"]}', ' [ ] ', '"x"'])('%j is JSON', (json) => {
    expect(() => JSON.parse(json.replace('\uFEFF', ''))).not.toThrow()
    expect(whereJsonBreaks(json)).toBeNull()
  })

  test('is not told where only the parser refuses a key', () => {
    const json = '{"\u0001":1}'
    expect(() => JSON.parse(json)).toThrow(SyntaxError)
    expect(whereJsonBreaks(json)).toBeNull()
  })
})

describe('the line of a JSON pointer', () => {
  const json = '{\n"a": [\n 1,\n {"b/c":\n 2}],\n"a~":\n 3,\n"d": 4\n}'

  test.each([
    ['', 1],
    ['/a', 2],
    ['/a/0', 3],
    ['/a/1', 4],
    ['/a/1/b~1c', 5],
    ['/a~0', 7],
    ['/d', 8],
    ['/a/1/missing', 4],
    ['/missing', 1],
  ])('%j is %i', (pointer, line) => {
    expect(lineOfPointer(json, pointer)).toBe(line)
  })

  test('of a key that stands twice is the last', () => {
    expect(lineOfPointer('{"a":1,\n"a":2}', '/a')).toBe(2)
  })

  test('in text that breaks off is that of the nearest before', () => {
    expect(lineOfPointer('{"a":\n {"b": 1', '/a/c')).toBe(2)
  })
})
