import { describe, expect, test } from 'vitest'
import { choice } from '../../src/codec/choice'
import type { Reader } from '../../src/codec/codec'
import { list } from '../../src/codec/list'
import { either, number, openText } from '../../src/codec/scalar'
import { struct } from '../../src/codec/struct'
import { departuresOf } from '../../src/drift/departures'

const Street = struct('Street', { name: openText(['Main', 'Elm']), 'a/b': number })
const street = openText(['here'])

const placesOf = (codec: Reader<unknown>, payload: unknown) => {
  const { missing, unlisted } = departuresOf(codec, payload)
  return { missing: [...missing], unlisted: [...unlisted] }
}

describe('of codecs that are tried one after the other the one for the kind of the value is asked', () => {
  test.each<[string, unknown, readonly string[], readonly string[]]>([
    ['text', 'there', [], ['']],
    ['text that is listed', 'here', [], []],
    ['a number, which nobody documents', 7, [], []],
  ])('%s', (_, value, missing, unlisted) => {
    expect(placesOf(either(Street, street), value)).toStrictEqual({ missing, unlisted })
  })

  test('an object', () => {
    expect(placesOf(either(street, Street), { name: 'Oak' })).toStrictEqual({
      missing: ['/a~1b'],
      unlisted: ['/name'],
    })
  })

  test('a list', () => {
    expect(placesOf(either(street, list(Street)), [{ name: 'Oak', 'a/b': 1 }, {}])).toStrictEqual({
      missing: ['/*/name', '/*/a~1b'],
      unlisted: ['/*/name'],
    })
  })

  test('none where none is of that kind', () => {
    expect(placesOf(either(street, Street), [{}])).toStrictEqual({ missing: [], unlisted: [] })
  })
})

test('of a choice the member is asked whose conditions hold, and none where none hold', () => {
  const codec = choice('Place', [Street], () => Street, '/name', 'a name', [
    { when: [{ path: ['name'], is: 'text' }], codec: Street },
  ])
  expect(placesOf(codec, { name: 'Oak' })).toStrictEqual({ missing: ['/a~1b'], unlisted: ['/name'] })
  expect(placesOf(codec, { name: 7 })).toStrictEqual({ missing: [], unlisted: [] })
})
