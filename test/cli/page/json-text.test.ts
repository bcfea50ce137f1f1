import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { jsonLines } from '../../../src/cli/page/json-text'

const textOf = (json: string): string =>
  jsonLines(json)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n')

test.prop([fc.jsonValue()])('writes JSON one member a line', (value) => {
  expect(textOf(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
})

test.prop([fc.string({ maxLength: 200 })])('takes any text and loses nothing but blanks', (text) => {
  expect(textOf(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
})

it('keeps tokens that a parser would lose', () => {
  expect(textOf('{"a":12345678901234567890,"a":1.50}')).toBe(
    '{\n  "a": 12345678901234567890,\n  "a": 1.50\n}',
  )
})

it('knows where each value stands', () => {
  const pointers = jsonLines('{"a/b":[1,{"c":2}]}').map(
    (line) => line.find(({ pointer }) => pointer !== null)?.pointer,
  )
  expect(pointers).toEqual(['', '/a~1b', '/a~1b/0', '/a~1b/1', '/a~1b/1/c', undefined, undefined, undefined])
})
