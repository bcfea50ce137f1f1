import { describe, expect, test } from 'vitest'
import { FAIL, type Codec } from '../../src/codec/codec'
import { jsonObject, json } from '../../src/codec/json'
import { list } from '../../src/codec/list'
import { issuesOf, newReading, type Reading } from '../../src/codec/reading'
import { boolean, formattedText, id, number, text } from '../../src/codec/scalar'
import { emptyPart, orElse, part, required, struct } from '../../src/codec/struct'
import { deepFrozen, expectPartition, parsed, REFUSED, same, withPollutedPrototype } from '../support/values'

const Unit = struct('Unit', { id, beds: number })
const Home = struct('Home', { id: required(id), name: text, size: number, pets: boolean, unit: Unit })

const Money = part('Money', { amount: required(number), currency: text })
const Person = part('Person', {
  name: text,
  role: orElse('prospect', text),
  tags: orElse<readonly string[]>([], list(text)),
  rent: Money,
})

const read = <A>(codec: Codec<A>, input: unknown, owned = false, foreign: Reading['foreign'] = 'drop') => {
  const reading = newReading(owned, foreign)
  const output = codec.read(input, reading)
  return {
    output: output === FAIL ? REFUSED : output,
    issues: issuesOf(reading).map(({ code, path }) => `${code} ${path}`),
    foreign: reading.foreignPaths,
  }
}

const objects = same(
  'empty object',
  'object',
  'object without prototype',
  'object that inherits',
  'object with an undefined member',
  'instance',
  'cyclic',
  'proxy',
)

describe('every kind of value', () => {
  test('a struct takes objects, and of them only what it declares', () => {
    const anyOf = struct('Any', { other: text })
    const accepted = Object.fromEntries(Object.keys(objects).map((name) => [name, {}]))
    expectPartition((value) => {
      const { output } = read(anyOf, value)
      return output === REFUSED ? REFUSED : { ...(output as object) }
    }, accepted)
  })

  test('a part takes the same, and fills what is absent', () => {
    const anyOf = part('Any', { other: text })
    const accepted = Object.fromEntries(Object.keys(objects).map((name) => [name, { other: null }]))
    expectPartition((value) => {
      const { output } = read(anyOf, value)
      return output === REFUSED ? REFUSED : { ...(output as object) }
    }, accepted)
  })

  test('what is no object is refused as a whole', () => {
    expect(read(Home, [])).toStrictEqual({ output: REFUSED, issues: ['wrong_kind '], foreign: [] })
  })
})

describe.each([
  ['read in place', true],
  ['read from a value that belongs to somebody', false],
])('a struct, %s', (_, owned) => {
  const home = (json: string, foreign: Reading['foreign'] = 'drop') =>
    read(Home, parsed(json), owned, foreign)

  test('is the documented object', () => {
    expect(home('{"id":"7","name":"x","size":1.5,"pets":true,"unit":{"id":"u","beds":2}}')).toStrictEqual({
      output: { id: '7', name: 'x', size: 1.5, pets: true, unit: { id: 'u', beds: 2 } },
      issues: [],
      foreign: [],
    })
  })

  test('converts where the documents have two forms', () => {
    const { output } = home('{"id":7,"size":"1.50","pets":"false","unit":{"id":8}}')
    expect(output).toStrictEqual({ id: '7', size: 1.5, pets: false, unit: { id: '8' } })
  })

  test('a missing key stays missing', () => {
    expect(home('{"id":"7"}')).toStrictEqual({ output: { id: '7' }, issues: [], foreign: [] })
  })

  test("'' and null are null, without an issue", () => {
    expect(home('{"id":"7","name":"","size":"","pets":null,"unit":""}')).toStrictEqual({
      output: { id: '7', name: null, size: null, pets: null, unit: null },
      issues: [],
      foreign: [],
    })
  })

  test('blank text is text', () => {
    expect(home('{"id":" ","name":" "}').output).toStrictEqual({ id: ' ', name: ' ' })
  })

  test('a wrong kind is null and an issue at its place', () => {
    expect(home('{"id":"7","name":{"a":1},"size":"many","pets":1,"unit":[]}')).toStrictEqual({
      output: { id: '7', name: null, size: null, pets: null, unit: null },
      issues: ['wrong_kind /name', 'wrong_kind /size', 'wrong_kind /pets', 'wrong_kind /unit'],
      foreign: [],
    })
  })

  test('text in a form that is checked is checked', () => {
    const Opening = struct('Opening', { from: formattedText('hour', (value) => value === '12'), to: text })
    expect(read(Opening, parsed('{"from":"12","to":"13"}'), owned)).toStrictEqual({
      output: { from: '12', to: '13' },
      issues: [],
      foreign: [],
    })
    expect(read(Opening, parsed('{"from":"13","to":"12"}'), owned)).toStrictEqual({
      output: { from: null, to: '12' },
      issues: ['wrong_kind /from'],
      foreign: [],
    })
  })

  test('an issue of a nested object has the path from the root', () => {
    expect(home('{"id":"7","unit":{"beds":"many","id":[]}}')).toStrictEqual({
      output: { id: '7', unit: { beds: null, id: null } },
      issues: ['wrong_kind /unit/beds', 'wrong_kind /unit/id'],
      foreign: [],
    })
  })

  test.each([
    ['missing', '{"name":"x"}', 'missing /id'],
    ['empty', '{"id":""}', 'missing /id'],
    ['null', '{"id":null}', 'wrong_kind /id'],
    ['of another kind', '{"id":1.5}', 'wrong_kind /id'],
  ])('is refused where a required field is %s', (_name, json, issue) => {
    expect(home(json)).toStrictEqual({ output: REFUSED, issues: [issue], foreign: [] })
  })

  test.each(['{}', '{"id":""}'])('says of %s what is expected', (json) => {
    const reading = newReading(owned)
    Home.read(parsed(json), reading)
    expect(issuesOf(reading)).toStrictEqual([{ code: 'missing', path: '/id', expected: 'a value' }])
  })

  test('tells every required field that is not there', () => {
    const Pair = struct('Pair', { a: required(id), b: required(id), c: required(id), d: id })
    expect(read(Pair, parsed('{"c":{}}'), owned).issues).toStrictEqual([
      'wrong_kind /c',
      'missing /a',
      'missing /b',
    ])
  })

  test('leaves foreign keys out, and everything else as it was', () => {
    const foreign = '{"x":1,"id":"7","y":{"z":[1]},"name":"n","constructor":1,"prototype":2,"toString":"t"}'
    expect(home(foreign)).toStrictEqual({ output: { id: '7', name: 'n' }, issues: [], foreign: [] })
  })

  test('keeps foreign keys where they are to be kept', () => {
    const { output, issues } = home('{"x":1,"id":7,"y":{"z":[1]},"unit":{"w":null}}', 'keep')
    expect(output).toStrictEqual({ x: 1, id: '7', y: { z: [1] }, unit: { w: null } })
    expect(issues).toStrictEqual([])
  })

  test('lists foreign keys as JSON pointers, at every level', () => {
    const { foreign, output } = home(
      '{"x":1,"id":"7","a/b~c":2,"unit":{"y":3,"id":"u"},"__proto__":{"z":1}}',
      'list',
    )
    expect(foreign).toStrictEqual(['/x', '/a~1b~0c', '/unit/y', '/__proto__'])
    expect(output).toStrictEqual({ id: '7', unit: { id: 'u' } })
  })

  test('does not depend on the order of keys, whichever came before', () => {
    const members = ['"id":"7"', '"name":"n"', '"size":"1"', '"unit":{"beds":"2"}', '"x":0']
    const orders = [members, [...members].reverse(), [...members.slice(2), ...members.slice(0, 2)], members]
    for (const order of orders) {
      expect(home(`{${order.join(',')}}`).output).toEqual({ id: '7', name: 'n', size: 1, unit: { beds: 2 } })
    }
  })

  test('of two members with one key, JSON.parse keeps the last', () => {
    expect(home('{"id":"7","size":"many","size":"3"}')).toMatchObject({ output: { size: 3 }, issues: [] })
  })

  test.each(['drop', 'keep', 'list'] as const)(
    'a key __proto__ is no way in (foreign keys: %s)',
    (foreign) => {
      const { output } = home(
        '{"__proto__":{"name":"n","polluted":true},"id":"7","unit":{"__proto__":{"beds":9},"id":"u"}}',
        foreign,
      )
      expect(output).toStrictEqual({ id: '7', unit: { id: 'u' } })
      expect(Object.getPrototypeOf(output)).toBe(Object.prototype)
      expect(Object.hasOwn(output as object, '__proto__')).toBe(false)
      expect((output as { name?: string }).name).toBeUndefined()
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    },
  )

  test('a required field is not met by what __proto__ holds', () => {
    expect(home('{"__proto__":{"id":"7"}}')).toMatchObject({ output: REFUSED, issues: ['missing /id'] })
  })

  test('an inherited property is no member, even if every object seems to have it', () => {
    withPollutedPrototype({ id: '666', name: 'polluted', foreign: 1 }, () => {
      expect(home('{"size":1}')).toStrictEqual({ output: REFUSED, issues: ['missing /id'], foreign: [] })
      const { output } = home('{"id":"7","y":1}')
      expect(Object.keys(output as object)).toStrictEqual(['id'])
      expect(home('{"id":"7"}', 'list').foreign).toStrictEqual([])
      const person = read(Person, parsed('{"tags":["x"]}'), owned).output
      expect({ ...(person as object) }).toStrictEqual({
        name: null,
        role: 'prospect',
        tags: ['x'],
        rent: null,
      })
    })
  })
})

describe('in place or copied', () => {
  const sent = () => ({ id: '7', name: 'n', unit: { id: 'u' } })
  const odd = () => ({ id: 7, name: '', size: 'many', unit: { id: 8, x: 1 }, y: [1] })

  test('a good value is its own result', () => {
    const value = sent()
    expect(read(Home, value).output).toBe(value)
    expect(read(Home, value, true).output).toBe(value)
    expect(read(Home, { ...value, x: 1 }, false, 'drop').output).not.toBe(value)
  })

  test('a value that is owned is changed in place', () => {
    const value = { id: 7, name: '' }
    expect(read(Home, value, true).output).toBe(value)
    expect(value).toStrictEqual({ id: '7', name: null })
  })

  test('a foreign key makes a copy even of what is owned, since deleting is slow', () => {
    const value = odd()
    expect(read(Home, value, true).output).not.toBe(value)
  })

  test('a value that is not owned never changes, at any level', () => {
    const value = odd()
    const { output } = read(Home, value)
    expect(output).toStrictEqual({ id: '7', name: null, size: null, unit: { id: '8' } })
    expect(value).toStrictEqual(odd())
  })

  test('frozen input gives the same result', () => {
    expect(read(Home, deepFrozen(odd()))).toStrictEqual(read(Home, odd()))
    expect(read(Home, deepFrozen(odd()), false, 'keep')).toStrictEqual(read(Home, odd(), false, 'keep'))
    const newer = deepFrozen({ id: '7', x: 1 })
    expect(read(Home, newer, false, 'keep').output).toBe(newer)
    expect(read(Person, deepFrozen({ tags: [1, 'x'], rent: { amount: '5' } }))).toStrictEqual(
      read(Person, { tags: [1, 'x'], rent: { amount: '5' } }),
    )
  })
})

describe('objects that JSON does not make', () => {
  test('an object without a prototype is an object', () => {
    const input = Object.assign(Object.create(null) as object, { id: '7', x: 1 })
    expect(read(Home, input).output).toStrictEqual({ id: '7' })
  })

  test('what is inherited does not count', () => {
    const input: unknown = Object.assign(Object.create({ id: '7', name: 'n' }) as object, { size: 1 })
    expect(read(Home, input)).toStrictEqual({ output: REFUSED, issues: ['missing /id'], foreign: [] })
  })

  test('what is not enumerable does not count, except as being there', () => {
    const input: unknown = Object.defineProperty({ id: '7' }, 'name', { value: 'n' })
    expect(read(Home, input).output).not.toBe(REFUSED)
  })

  test('a getter is read once', () => {
    let calls = 0
    const input = {
      get id() {
        calls += 1
        return '7'
      },
    }
    expect(read(Home, input).output).toBe(input)
    expect(calls).toBe(1)
  })

  test('undefined is absent', () => {
    expect(read(Home, { id: '7', name: undefined })).toStrictEqual({
      output: { id: '7', name: null },
      issues: [],
      foreign: [],
    })
  })
})

describe('a part', () => {
  test('has every field', () => {
    expect(read(Person, {})).toStrictEqual({
      output: { name: null, role: 'prospect', tags: [], rent: null },
      issues: [],
      foreign: [],
    })
  })

  test('takes null for absent, and a wrong kind for absent with an issue', () => {
    expect(read(Person, { name: null, role: null, tags: null, rent: {} })).toStrictEqual({
      output: { name: null, role: 'prospect', tags: [], rent: null },
      issues: ['missing /rent/amount'],
      foreign: [],
    })
    expect(read(Person, { name: 1, role: 1, tags: 1 }).issues).toStrictEqual([
      'wrong_kind /name',
      'wrong_kind /role',
      'wrong_kind /tags',
    ])
  })

  test("keeps '', which a struct takes for nothing", () => {
    expect(read(Person, { name: '', role: '' }).output).toMatchObject({ name: '', role: '' })
    expect(
      read(part('Change', { previous: json, next: required(text) }), { previous: '', next: '' }),
    ).toEqual({
      output: { previous: '', next: '' },
      issues: [],
      foreign: [],
    })
  })

  test('is the type only where it is complete', () => {
    const whole = { name: null, role: 'x', tags: [], rent: { amount: 1, currency: null } }
    expect(Person.is(whole)).toBe(true)
    expect(Person.is({ ...whole, newer: 1 })).toBe(true)
    expect(Person.is({ ...whole, rent: { amount: 1 } })).toBe(false)
    expect(Person.is({ ...whole, rent: { amount: '1', currency: null } })).toBe(false)
    expect(Person.is({ name: 'n' })).toBe(false)
  })

  test('in which nothing is known is made once', () => {
    expect(emptyPart(Person)).toStrictEqual({ name: null, role: 'prospect', tags: [], rent: null })
    expect(() => emptyPart(Money)).toThrow(new TypeError('Money has a required field'))
  })

  test('stands in with a value that nobody can change, and leaves the declared one alone', () => {
    const tags = ['new']
    const money = { amount: 0, currency: null }
    const Home = part('Home', {
      tags: orElse<readonly string[]>(tags, list(text)),
      money: orElse(money, Money),
      note: orElse<string | null>(null, text),
    })
    const { output } = read(Home, {})
    expect(output).toStrictEqual({ tags: ['new'], money: { amount: 0, currency: null }, note: null })
    expect(Object.values(output as object).map(Object.isFrozen)).toStrictEqual([true, true, true])
    expect([tags, money].map(Object.isFrozen)).toStrictEqual([false, false])
    expect(Object.isFrozen({ ...emptyPart(Home) })).toBe(false)
    expect(Object.values(emptyPart(Home)).map(Object.isFrozen)).toStrictEqual([true, true, true])
  })
})

test('the shape of a struct lists its fields once', () => {
  expect(Money.shape).toStrictEqual({
    kind: 'struct',
    fields: [
      { key: 'amount', presence: 'required', codec: number },
      { key: 'currency', presence: 'optional', codec: text },
    ],
    complete: true,
  })
  const { shape } = Money
  if (shape.kind !== 'struct') expect.fail('another shape')
  expect(shape.fields).toBe(shape.fields)
})

describe('the key of a declared field', () => {
  const Odd = struct('Odd', { 'a/b': text, 'c~d': required(text), constructor: text, 'list/s': list(text) })

  test('is escaped in pointers', () => {
    expect(read(Odd, { 'a/b': 1, 'list/s': [1] }).issues).toStrictEqual([
      'wrong_kind /a~1b',
      'wrong_kind /list~1s/0',
      'missing /c~0d',
    ])
  })

  test('may be a name that objects inherit', () => {
    expect(read(Odd, { 'c~d': 'x' }).output).toStrictEqual({ 'c~d': 'x' })
    expect(read(Odd, { 'c~d': 'x', constructor: 7 }).issues).toStrictEqual(['wrong_kind /constructor'])
  })

  test('an open object in a field keeps everything but __proto__', () => {
    const Row = struct('Row', { fields: jsonObject })
    const { output } = read(Row, parsed('{"fields":{"a":{"__proto__":{"b":1},"c":""}}}'), true)
    expect(output).toStrictEqual({ fields: { a: { c: '' } } })
  })
})
