import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headerLookup } from '../../src/request/headers'
import { everyValue, valueNames } from '../support/values'

const lookUp = (headers: unknown, name: string) => {
  const values = headerLookup(headers)(name)
  return values._tag === 'Right' ? values.right : values.left._tag
}

const pairs = [
  ['Content-Type', 'application/json'],
  ['X-Token', 'one'],
  ['x-token', 'two'],
] as const

function* generated() {
  yield* pairs
}

const iterable = { [Symbol.iterator]: generated }

const flat = pairs.flat()

const repeated: readonly (readonly [string, unknown])[] = [
  ['an array of pairs', pairs],
  ['a generator of pairs', generated()],
  ['an iterable of pairs', iterable],
  ['a set of pairs', new Set(pairs)],
  ['raw headers', flat],
  ['a generator of raw headers', flat.values()],
  ['a record with two spellings', { 'content-type': 'application/json', 'X-Token': 'one', 'x-token': 'two' }],
  [
    'a record with a list',
    { 'Content-Type': 'application/json', 'X-TOKEN': ['one', 'two'], none: undefined },
  ],
  ['a map with two spellings', new Map(pairs)],
  [
    'a map with a list',
    new Map<string, unknown>([
      ['X-Token', ['one', 'two']],
      ['CONTENT-TYPE', 'application/json'],
    ]),
  ],
  [
    'a record without a prototype',
    Object.assign(Object.create(null) as object, {
      'Content-Type': 'application/json',
      'x-token': ['one', 'two'],
    }),
  ],
]

describe.each(repeated)('%s', (_, headers) => {
  const header = headerLookup(headers)

  test('gives a header by its name in any case, and may be asked again', () => {
    for (const name of ['content-type', 'Content-Type', 'CONTENT-TYPE', 'content-type']) {
      expect(header(name)).toStrictEqual({ _tag: 'Right', right: ['application/json'] })
    }
  })

  test('gives every value of a repeated header in order', () => {
    // A map is asked by the lower-case name first, and what it has there is the answer.
    const right = headers instanceof Map && headers.get('x-token') === 'two' ? ['two'] : ['one', 'two']
    expect(header('X-Token')).toStrictEqual({ _tag: 'Right', right })
  })

  test('gives nothing for a header that is not there, inherited names included', () => {
    for (const name of ['none', 'other', 'constructor', '__proto__', 'toString', '']) {
      expect(header(name)).toStrictEqual({ _tag: 'Right', right: [] })
    }
  })
})

describe('something with get', () => {
  test('fetch Headers join what is repeated', () => {
    const headers = new Headers(pairs.map(([name, value]): [string, string] => [name, value]))
    expect(lookUp(headers, 'Content-type')).toStrictEqual(['application/json'])
    expect(lookUp(headers, 'X-TOKEN')).toStrictEqual(['one, two'])
    expect(lookUp(headers, 'none')).toStrictEqual([])
  })

  test('is asked by the lower-case name', () => {
    const asked: string[] = []
    const headers = { get: (name: string) => asked.push(name) && null }
    expect(lookUp(headers, 'X-Token')).toStrictEqual([])
    expect(asked).toStrictEqual(['x-token'])
  })

  test('keeps its `this`', () => {
    class Request {
      readonly #values = new Map([['a', 'x']])
      get(name: string) {
        return this.#values.get(name)
      }
    }
    expect(lookUp(new Request(), 'A')).toStrictEqual(['x'])
  })

  test('need not know the rest of Headers, nor be of this realm', () => {
    expect(lookUp(Object.assign(Object.create(null) as object, { get: () => 'x' }), 'a')).toStrictEqual(['x'])
    expect(lookUp({ get: () => undefined }, 'a')).toStrictEqual([])
    expect(lookUp({ get: () => null, [Symbol.iterator]: generated }, 'x-token')).toStrictEqual(['one', 'two'])
    expect(lookUp({ get: () => 7 }, 'a')).toStrictEqual([])
    expect(lookUp({ get: () => ['x', 7, 'y'] }, 'a')).toStrictEqual(['x', 'y'])
    expect(lookUp({ get: () => Promise.resolve('x') }, 'a')).toStrictEqual([])
  })

  test('a record with a header named get is a record', () => {
    expect(lookUp({ get: 'x', a: 'y' }, 'get')).toStrictEqual(['x'])
    expect(lookUp({ get: 'x', a: 'y' }, 'A')).toStrictEqual(['y'])
  })
})

describe('values and names that are no text', () => {
  test('are left out', () => {
    expect(lookUp({ a: 7, b: null, c: undefined, d: [undefined, 'x', 7] }, 'a')).toStrictEqual([])
    expect(lookUp({ d: [undefined, 'x', 7] }, 'D')).toStrictEqual(['x'])
    expect(lookUp([['a', 7], ['a', 'x'], [7, 'y'], ['a'], []], 'a')).toStrictEqual(['x'])
    expect(
      lookUp(
        [
          ['a', 'x'],
          [7, 'y'],
        ],
        '7',
      ),
    ).toStrictEqual(['y'])
  })

  test('a name without a value is passed over', () => {
    expect(lookUp(['a', 'x', 'b'], 'b')).toStrictEqual([])
    expect(lookUp([], 'b')).toStrictEqual([])
    expect(lookUp({}, 'b')).toStrictEqual([])
  })

  test('a value is not taken for a name', () => {
    expect(lookUp(['x-note', 'x-token', 'x-token', 'x'], 'x-token')).toStrictEqual(['x'])
  })
})

describe('what cannot be read', () => {
  const throwing = () => {
    throw new Error('marker-7f3a')
  }
  const { proxy: revoked, revoke } = Proxy.revocable({}, {})
  revoke()

  test.each<readonly [string, unknown]>([
    ['get', { get: throwing }],
    ['a getter', Object.defineProperty({}, 'get', { get: throwing })],
    ['an iterator', { [Symbol.iterator]: throwing }],
    ['a member', Object.defineProperty({}, 'a', { get: throwing, enumerable: true })],
    ['a proxy', new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing })],
    ['a revoked proxy', revoked],
    ['a name', [[{ toString: throwing }, 'x']]],
  ])('%s that throws is told, and its error is not', (_, headers) => {
    const values = headerLookup(headers)('a')
    expect(values).toStrictEqual({
      _tag: 'Left',
      left: {
        _tag: 'HeadersUnreadable',
        kind: 'configuration',
        httpStatus: 500,
        path: '',
        expected: 'Headers, pairs, raw headers or a record of header values',
        hint: null,
        issues: [],
      },
    })
  })

  test('whatever is no object is unreadable, and every object is some headers', () => {
    for (const name of valueNames) {
      const value = everyValue[name]
      const isHeaders = typeof value === 'object' && value !== null
      expect(lookUp(value, 'x-token'), name).toStrictEqual(isHeaders ? [] : 'HeadersUnreadable')
    }
  })
})

test('all forms of the same headers answer alike', () => {
  const name = fc.constantFrom('a', 'A', 'b', 'x-token', 'X-Token', 'constructor')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string())), name, (entries, asked) => {
      const wanted = entries
        .filter(([key]) => key.toLowerCase() === asked.toLowerCase())
        .map(([, value]) => value)
      const record = Object.create(null) as Record<string, string[]>
      for (const [key, value] of entries) (record[key.toLowerCase()] ??= []).push(value)
      expect(lookUp(entries, asked)).toStrictEqual(wanted)
      expect(lookUp(entries.flat(), asked)).toStrictEqual(wanted)
      expect(lookUp(entries.values(), asked)).toStrictEqual(wanted)
      expect(lookUp(record, asked)).toStrictEqual(wanted)
    }),
  )
})
