import { expect } from 'vitest'

class Instance {
  readonly field = 'x'
}

const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic

const holey: unknown[] = []
holey[1] = 'x'

/** A value of every kind that JavaScript has, by a name to tell it by. */
export const everyValue = {
  undefined: undefined,
  null: null,
  true: true,
  false: false,
  '0': 0,
  '1': 1,
  '-1': -1,
  '0.5': 0.5,
  'the largest safe integer': Number.MAX_SAFE_INTEGER,
  'the first unsafe integer': Number.MAX_SAFE_INTEGER + 1,
  '1e300': 1e300,
  NaN: NaN,
  Infinity: Infinity,
  '-Infinity': -Infinity,
  '1n': 1n,
  'empty text': '',
  'blank text': ' ',
  text: 'some text',
  'text 12': '12',
  'text -12.50': '-12.50',
  'text 012': '012',
  'text 1e3': '1e3',
  'text 0x10': '0x10',
  'text true': 'true',
  'text false': 'false',
  'text TRUE': 'TRUE',
  'text null': 'null',
  'text __proto__': '__proto__',
  'a lone surrogate': '\uD800',
  symbol: Symbol('x'),
  function: () => 'x',
  class: Instance,
  'empty object': {},
  object: { key: 'value' },
  'object without prototype': Object.assign(Object.create(null) as object, { key: 'value' }),
  'object that inherits': Object.create({ key: 'value' }) as unknown,
  'object with an undefined member': { key: undefined },
  instance: new Instance(),
  'empty array': [],
  'array of text': ['a', 'b'],
  'array of arrays': [[1], [2]],
  'array with a hole': holey,
  'array with undefined': [undefined],
  cyclic,
  date: new Date(0),
  regexp: /x/,
  map: new Map([['key', 'value']]),
  set: new Set(['x']),
  error: new Error('x'),
  bytes: new Uint8Array([1]),
  buffer: new ArrayBuffer(1),
  'boxed text': Object('x') as unknown,
  'boxed number': Object(1) as unknown,
  promise: Promise.resolve(1),
  proxy: new Proxy({ key: 'value' }, {}),
} as const satisfies Record<string, unknown>

export type ValueName = keyof typeof everyValue

export const valueNames = Object.keys(everyValue) as ValueName[]

/** What a function makes of each value it takes; every value not named here must be refused. */
export type Accepted = Readonly<Partial<Record<ValueName, unknown>>>

/** For a value that is taken as it is. */
export const same = (...names: readonly ValueName[]): Accepted =>
  Object.fromEntries(names.map((name) => [name, everyValue[name]]))

export const REFUSED: unique symbol = Symbol('refused')

/** Holds a function to its partition of all values into accepted and refused. */
export const expectPartition = (make: (value: unknown) => unknown, accepted: Accepted): void => {
  for (const name of valueNames) {
    const wanted = Object.hasOwn(accepted, name) ? accepted[name] : REFUSED
    expect.soft(make(everyValue[name]), name).toStrictEqual(wanted)
  }
}

/** The value with every level of it frozen. */
export const deepFrozen = <A>(value: A): A => {
  const pending: unknown[] = [value]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue
    Object.freeze(next)
    pending.push(...Object.values(next))
  }
  return value
}

/** What `JSON.parse` makes of it: an object may get a key of its own named `__proto__`. */
export const parsed = (text: string): unknown => JSON.parse(text)

/** Runs something while every object seems to have these properties. */
export const withPollutedPrototype = <A>(pollution: Readonly<Record<string, unknown>>, run: () => A): A => {
  const prototype = Object.prototype as Record<string, unknown>
  try {
    Object.assign(prototype, pollution)
    return run()
  } finally {
    for (const key of Object.keys(pollution)) Reflect.deleteProperty(prototype, key)
  }
}

/** JSON text of that many objects in one another, under the key `a`. */
export const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

/** JSON text of that many arrays in one another. */
export const nestedArrays = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`
