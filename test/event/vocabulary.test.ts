import { describe, expect, test } from 'vitest'
import { eventTypes, familyOf, type EventType } from '../../src/event/vocabulary'
import { families } from '../../src/event/families'

const types = Object.entries(eventTypes).flatMap(([family, names]) =>
  names.map((name) => [family, name] as const),
)

describe('vocabulary', () => {
  test('is the families of the design and their types', () => {
    expect(
      Object.fromEntries(Object.entries(eventTypes).map(([family, names]) => [family, names.length])),
    ).toStrictEqual({
      lead: 6,
      screening: 4,
      showing: 20,
      access: 8,
      message: 3,
      call: 3,
      document: 4,
      application: 1,
      listing: 5,
      lease: 11,
      record: 2,
      sync: 4,
      device: 1,
    })
  })

  test.each(types)('%s.%s is of its family', (family, name) => {
    expect(familyOf(`${family}.${name}`)).toBe(family)
  })

  test('each type is a family, a dot and a word in snake case, once', () => {
    const all = types.map(([family, name]) => `${family}.${name}`)
    for (const type of all) expect(type).toMatch(/^[a-z]+\.[a-z]+(?:_[a-z]+)*$/)
    expect(new Set(all).size).toBe(all.length)
  })

  test('unrecognized is the one type without a dot', () => {
    const unrecognized: EventType = 'unrecognized'
    expect(familyOf(unrecognized)).toBe('unrecognized')
  })

  test.each([
    'lead',
    'lead.',
    'lead.moved',
    'created',
    '',
    'constructor',
    '__proto__',
    'Lead.created',
    'lead.created ',
  ])('%j is no type', (type) => {
    expect(familyOf(type)).toBeNull()
  })

  test('every family has its data', () => {
    expect(Object.keys(families).sort()).toStrictEqual([...Object.keys(eventTypes), 'unrecognized'].sort())
  })
})
