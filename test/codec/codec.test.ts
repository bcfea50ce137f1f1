import { isLeft, isRight, type Either } from 'fp-ts/Either'
import * as t from 'io-ts'
import { PathReporter } from 'io-ts/PathReporter'
import { describe, expect, test } from 'vitest'
import { FAIL, strict, type Codec } from '../../src/codec/codec'
import { readerOf } from '../../src/codec/foreign'
import { json, jsonObject } from '../../src/codec/json'
import { list } from '../../src/codec/list'
import { issuesOf, newReading, remark } from '../../src/codec/reading'
import {
  boolean,
  either,
  enumeration,
  formattedText,
  id,
  integer,
  number,
  openText,
  stampText,
  text,
} from '../../src/codec/scalar'
import type { Reader, Shape } from '../../src/codec/shape'
import { orElse, part, required, struct } from '../../src/codec/struct'
import { deepFrozen } from '../support/values'

const MARKER = 'marker-7f3a'

const Home = struct('Home', {
  id: required(id),
  size: number,
  kind: enumeration(['flat', 'house']),
  'rooms/all': list(struct('Room', { name: text })),
})

const messages = (decoded: Either<t.Errors, unknown>): readonly string[] =>
  isRight(decoded) ? ['No errors!'] : PathReporter.report(decoded)

describe('the io-ts face', () => {
  test('is an io-ts type', () => {
    expect(Home).toBeInstanceOf(t.Type)
    expect(Home.name).toBe('Home')
  })

  test('decodes leniently: a wrong optional field is null', () => {
    expect(Home.decode({ id: 7, size: 'many', x: 1 })).toStrictEqual({
      _tag: 'Right',
      right: { id: '7', size: null },
    })
  })

  test('leaves its input alone', () => {
    const input = deepFrozen({ id: 7, size: '3', 'rooms/all': [{ name: 1 }, 'x'] })
    expect(Home.decode(input)).toStrictEqual({
      _tag: 'Right',
      right: { id: '7', size: 3, 'rooms/all': [{ name: null }] },
    })
  })

  test('says where and what, and never what was received', () => {
    const decoded = Home.decode({ id: { [MARKER]: MARKER }, size: MARKER, kind: MARKER })
    expect(messages(decoded)).toStrictEqual([
      '/id: expected text or a safe integer',
      '/size: expected a number',
      '/kind: expected "flat" or "house"',
    ])
    // Not even the entries of the context hold it.
    expect(JSON.stringify(decoded)).not.toContain(MARKER)
  })

  test('undoes the escapes of a pointer in the context', () => {
    const decoded = Home.decode({ 'rooms/all': [{ name: 7 }] })
    expect(messages(decoded)).toStrictEqual(['/rooms/all/0/name: expected text', '/id: expected a value'])
    if (isLeft(decoded)) {
      expect(decoded.left[0]?.context.map(({ key }) => key)).toStrictEqual(['', 'rooms/all', '0', 'name'])
    }
  })

  test('reports twenty errors at most, and how many more there are', () => {
    const decoded = Home.decode({ 'rooms/all': Array<unknown>(50).fill(MARKER) })
    const reported = messages(decoded)
    expect(reported).toHaveLength(20)
    expect(reported.at(0)).toBe('/rooms/all/0: expected an object')
    expect(reported.at(-1)).toBe(': and 32 more')
  })

  test('names itself in JSON, so that an error can be logged', () => {
    expect(JSON.stringify({ Home })).toBe('{"Home":"Home"}')
    expect(JSON.stringify(Home.decode({})).length).toBeLessThan(300)
  })

  test('encodes to the same value', () => {
    const home = { id: '7', size: 3 }
    expect(Home.encode(home)).toBe(home)
  })

  test('`is` accepts what decoding would not change, newer fields included', () => {
    expect(Home.is({ id: '7', size: 3, kind: 'flat' })).toBe(true)
    expect(Home.is({ id: '7', newer: [1] })).toBe(true)
    expect(Home.is({ id: 7 })).toBe(false)
    expect(Home.is({ id: '7', size: '3' })).toBe(false)
    expect(Home.is({ id: '7', size: 'many' })).toBe(false)
    expect(Home.is({ id: '7', kind: '' })).toBe(false)
    expect(Home.is({ size: 3 })).toBe(false)
    expect(Home.is(null)).toBe(false)
    expect(Home.is({ id: '7', newer: () => 1 })).toBe(false)
  })

  test('decodes what it made to the same value', () => {
    const decoded = Home.decode({ id: 7, size: '1.5', 'rooms/all': [1, { name: 'x' }] })
    if (isLeft(decoded)) return expect.fail('not decoded')
    expect(Home.is(decoded.right)).toBe(true)
    const again = Home.decode(decoded.right)
    expect(isRight(again) && again.right).toBe(decoded.right)
  })
})

describe('in other people’s codecs', () => {
  test('a field of t.type', () => {
    const Order = t.type({ home: Home, count: t.number })
    expect(Order.decode({ home: { id: 7, x: 1 }, count: 1 })).toStrictEqual({
      _tag: 'Right',
      right: { home: { id: '7' }, count: 1 },
    })
    expect(messages(Order.decode({ home: { size: MARKER }, count: 1 }))).toStrictEqual([
      '/home/size: expected a number',
      '/home/id: expected a value',
    ])
    expect(Order.is({ home: { id: '7' }, count: 1 })).toBe(true)
    expect(Order.is({ home: { id: 7 }, count: 1 })).toBe(false)
  })

  test('a member of t.union', () => {
    const HomeOrName = t.union([Home, t.string])
    expect(isRight(HomeOrName.decode({ id: '7' }))).toBe(true)
    expect(HomeOrName.decode('x')).toStrictEqual({ _tag: 'Right', right: 'x' })
    expect(messages(HomeOrName.decode({ id: [MARKER] }))[0]).toBe('/0/id: expected text or a safe integer')
  })

  test('an item of t.array, and refined, piped, partial', () => {
    expect(t.array(Home).decode([{ id: 1 }, { id: 2 }])).toStrictEqual({
      _tag: 'Right',
      right: [{ id: '1' }, { id: '2' }],
    })
    expect(messages(t.array(Home).decode([{ id: '1' }, {}]))).toStrictEqual(['/1/id: expected a value'])
    expect(isRight(t.partial({ home: Home }).decode({}))).toBe(true)
    expect(isRight(t.intersection([Home, t.type({ x: t.number })]).decode({ id: '7', x: 1 }))).toBe(true)
    expect(isRight(id.pipe(t.string).decode(7))).toBe(true)
  })
})

describe('strict', () => {
  const Exact = strict(Home)

  test('takes what a lenient codec takes without an issue, conversions and foreign keys included', () => {
    expect(Exact.decode({ id: 7, size: '3', kind: '', x: 1 })).toStrictEqual({
      _tag: 'Right',
      right: { id: '7', size: 3, kind: null },
    })
  })

  test('refuses what would become null', () => {
    expect(messages(Exact.decode({ id: 7, size: MARKER }))).toStrictEqual(['/size: expected a number'])
    expect(messages(Exact.decode({ id: 7, 'rooms/all': [1] }))).toStrictEqual([
      '/rooms/all/0: expected an object',
    ])
  })

  test('passes over remarks', () => {
    const remarkable: Codec<string> = strict({
      name: 'remarkable',
      shape: text.shape,
      read: (input, reading) => {
        remark(reading, 'time_contradiction', '', 'another')
        return text.read(input, reading)
      },
    })
    expect(remarkable.decode('x')).toStrictEqual({ _tag: 'Right', right: 'x' })
    // A value that something is said about is not the type as documented.
    expect(remarkable.is('x')).toBe(false)
  })

  test('in another codec refuses that place alone', () => {
    const Pair = struct('Pair', { one: strict(Home), other: Home })
    const reading = newReading(false)
    const output = Pair.read({ one: { id: 1, size: MARKER }, other: { id: 1, size: MARKER } }, reading)
    expect(output).toStrictEqual({ one: null, other: { id: '1', size: null } })
    expect(issuesOf(reading).map(({ path }) => path)).toStrictEqual(['/one/size', '/other/size'])
  })

  test('is not put off by faults from before', () => {
    const reading = newReading(false)
    number.read('x', reading)
    expect(Exact.read({ id: 1 }, reading)).toStrictEqual({ id: '1' })
    expect(Exact.read({ id: 1, size: [] }, reading)).toBe(FAIL)
  })

  test('keeps name and shape', () => {
    expect(Exact.name).toBe(Home.name)
    expect(Exact.shape).toBe(Home.shape)
  })
})

describe('shape', () => {
  test('tells the fields, their presence and their codecs', () => {
    expect(Home.shape).toMatchObject({
      kind: 'struct',
      fields: [
        { key: 'id', presence: 'required', codec: id },
        { key: 'size', presence: 'optional', codec: number },
        { key: 'kind', presence: 'optional' },
        { key: 'rooms/all', presence: 'optional' },
      ],
    })
  })

  test('of an object of this library’s own is complete, a provider’s is not', () => {
    expect(part('Own', { a: text, b: orElse(7, number), c: required(id) }).shape).toStrictEqual({
      kind: 'struct',
      fields: [
        { key: 'a', presence: 'optional', codec: text },
        { key: 'b', presence: 'defaulted', codec: number },
        { key: 'c', presence: 'required', codec: id },
      ],
      complete: true,
    })
    expect(struct('Sent', {}).shape).toStrictEqual({ kind: 'struct', fields: [], complete: false })
  })

  test.each<[string, () => Reader<unknown>, Shape]>([
    ['text', () => text, { kind: 'text', format: null, known: [], checked: false }],
    ['text', () => openText(['a']), { kind: 'text', format: null, known: ['a'], checked: false }],
    ['hour', () => stampText('hour'), { kind: 'text', format: 'hour', known: [], checked: false }],
    [
      'hour',
      () => formattedText('hour', () => true),
      { kind: 'text', format: 'hour', known: [], checked: true },
    ],
    ['id', () => id, { kind: 'id' }],
    ['number', () => number, { kind: 'number', integer: false }],
    ['integer', () => integer, { kind: 'number', integer: true }],
    ['boolean', () => boolean, { kind: 'boolean' }],
    ['"a" or "b"', () => enumeration(['a', 'b']), { kind: 'enumeration', values: ['a', 'b'] }],
    [
      'id or boolean',
      () => either(id, boolean),
      { kind: 'choice', members: [id, boolean], discriminator: null },
    ],
    ['list of id', () => list(id), { kind: 'list', item: id }],
    ['JSON', () => json, { kind: 'json', object: false }],
    ['object', () => jsonObject, { kind: 'json', object: true }],
    [
      'stock',
      () => readerOf(new t.Type('stock', t.string.is, t.string.validate, t.identity)),
      { kind: 'json', object: false },
    ],
  ])('of %s', (name, codecOf, shape) => {
    const codec = codecOf()
    expect(codec.name).toBe(name)
    expect(codec.shape).toStrictEqual(shape)
  })
})
