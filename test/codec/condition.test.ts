import { describe, expect, test } from 'vitest'
import { firstThatHolds, holds } from '../../src/codec/condition'
import { text } from '../../src/codec/scalar'
import type { Condition } from '../../src/codec/shape'

const values = {
  nothing: undefined,
  null: null,
  'empty text': '',
  'a word of the list': 'x',
  'another word': 'w',
  zero: 0,
  'a fraction': 1.5,
  'beyond safe': 9007199254740992,
  true: true,
  'an object': {},
  'a list': [],
} as const

type Name = keyof typeof values
const names = Object.keys(values) as Name[]

const all = (...without: readonly Name[]): readonly Name[] => names.filter((name) => !without.includes(name))

describe.each<[Condition['is'], readonly Name[]]>([
  ['sent', all('nothing')],
  ['unsent', ['nothing']],
  ['valued', all('nothing', 'null')],
  ['said', all('nothing', 'null', 'empty text')],
  ['object', ['an object']],
  ['text', ['empty text', 'a word of the list', 'another word']],
  ['word', ['a word of the list', 'another word']],
  ['id', ['a word of the list', 'another word', 'zero']],
  [['x', 'y'], ['a word of the list']],
])('%j', (is, expected) => {
  const heldAt = (path: readonly string[], inputOf: (name: Name) => unknown): readonly Name[] =>
    names.filter((name) => holds({ path, is }, inputOf(name)))

  test('holds for these values and no others', () => {
    const inputOf = (name: Name) => (name === 'nothing' ? {} : { a: values[name] })
    expect(heldAt(['a'], inputOf)).toStrictEqual(expected)
    expect(heldAt(['b', 'a'], (name) => ({ b: inputOf(name) }))).toStrictEqual(expected)
  })

  test('sees nothing where there is no object, or only something inherited', () => {
    const forNothing = is === 'unsent'
    for (const input of [null, 'a', 7, [], [['a']], Object.create({ a: 'x' })])
      expect(holds({ path: ['a'], is }, input)).toBe(forNothing)
    expect(holds({ path: ['constructor'], is }, {})).toBe(forNothing)
    expect(holds({ path: ['a', 'length'], is }, { a: 'text' })).toBe(forNothing)
  })
})

test('no path leads to no key, not even to one of that name', () => {
  expect(holds({ path: [], is: 'sent' }, { undefined: 1 })).toBe(false)
  expect(holds({ path: [], is: 'unsent' }, { undefined: 1 })).toBe(true)
})

test('of several cases the first whose conditions all hold', () => {
  const cases = [
    {
      when: [
        { path: ['a'], is: 'sent' },
        { path: ['b'], is: 'sent' },
      ],
      codec: text,
    },
    { when: [{ path: ['a'], is: 'sent' }], codec: text },
    { when: [], codec: text },
  ] as const
  const place = (input: unknown) => cases.findIndex((one) => one === firstThatHolds(cases, input))
  expect([{ a: 1, b: 1 }, { a: 1 }, { b: 1 }, null].map(place)).toStrictEqual([0, 1, 2, 2])
  expect(firstThatHolds([], {})).toBeUndefined()
})
