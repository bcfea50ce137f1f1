import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyText, readBody, sizeError } from '../../src/request/body'
import { everyValue, valueNames } from '../support/values'

const PLENTY = 1_000_000

const textOf = (body: unknown, maxBytes = PLENTY) => {
  const text = bodyText(readBody(body), maxBytes)
  return text._tag === 'Right' ? text.right : text.left
}

const tagOf = (body: unknown, maxBytes = PLENTY) => {
  const text = bodyText(readBody(body), maxBytes)
  return text._tag === 'Right' ? 'Right' : text.left._tag
}

const bytes = (text: string) => new TextEncoder().encode(text)

const SENT = '{"name":"Ünï – 🏠!"}'

const shared = () => {
  const buffer = new SharedArrayBuffer(bytes(SENT).byteLength)
  new Uint8Array(buffer).set(bytes(SENT))
  return buffer
}

const padded = () => {
  const whole = new Uint8Array(bytes(SENT).byteLength + 16).fill(0x78)
  whole.set(bytes(SENT), 8)
  return whole.buffer
}

describe('bytes in every form', () => {
  const length = bytes(SENT).byteLength
  test.each<readonly [string, unknown]>([
    ['Uint8Array', bytes(SENT)],
    ['Buffer', Buffer.from(SENT)],
    ['a Buffer of the pool', Buffer.concat([Buffer.from(SENT)])],
    ['ArrayBuffer', bytes(SENT).buffer],
    ['a part of a buffer', new Uint8Array(padded(), 8, length)],
    ['Uint8ClampedArray', new Uint8ClampedArray(padded(), 8, length)],
    ['Int8Array', new Int8Array(padded(), 8, length)],
    ['DataView', new DataView(padded(), 8, length)],
    ['Uint16Array', new Uint16Array(padded(), 8, length / 2)],
    ['SharedArrayBuffer', shared()],
    ['a view on a SharedArrayBuffer', new Uint8Array(shared())],
    [
      'an ArrayBuffer of another realm',
      runInNewContext('new Uint8Array(bytes).buffer', { bytes: [...bytes(SENT)] }),
    ],
    ['a view of another realm', runInNewContext('new Uint8Array(bytes)', { bytes: [...bytes(SENT)] })],
  ])('%s', (_, body) => {
    expect(length % 2).toBe(0)
    expect(readBody(body).kind).toBe('bytes')
    expect(textOf(body)).toBe(SENT)
    expect(tagOf(body, length)).toBe('Right')
    expect(tagOf(body, length - 1)).toBe('BodyTooLarge')
  })

  test('are looked at where they are, and not copied', () => {
    const sent = bytes(SENT)
    const body = readBody(sent)
    expect(body.kind === 'bytes' && body.bytes.buffer).toBe(sent.buffer)
  })
})

describe('text', () => {
  test.each(['x', SENT, ' ', '\n', '\uFEFF{}', '\u0000', '\uD800'])('%j is taken as it is', (text) => {
    expect(readBody(text)).toStrictEqual({ kind: 'text', text })
    expect(textOf(text)).toBe(text)
  })

  test('a byte order mark in bytes stays', () => {
    expect(textOf(bytes('\uFEFF{}'))).toBe('\uFEFF{}')
  })
})

describe('nothing', () => {
  const detached = new ArrayBuffer(4)
  const views = [new Uint8Array(detached), new DataView(detached)]
  structuredClone(detached, { transfer: [detached] })

  test.each<readonly [string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['empty text', ''],
    ['an empty Buffer', Buffer.alloc(0)],
    ['an empty ArrayBuffer', new ArrayBuffer(0)],
    ['an empty view', new DataView(new ArrayBuffer(8), 4, 0)],
    ['a transferred buffer', detached],
    ['a view of a transferred buffer', views[0]],
    ['a DataView of a transferred buffer', views[1]],
  ])('%s is no body', (_, body) => {
    expect(readBody(body).kind).toBe('missing')
    expect(textOf(body)).toMatchObject({ _tag: 'BodyMissing', expected: 'a body', httpStatus: 400 })
  })
})

describe('what a framework has parsed', () => {
  test.each<readonly [unknown, string]>([
    [{ type: 'x', n: [1, null] }, '{"type":"x","n":[1,null]}'],
    [[], '[]'],
    [7, '7'],
    [0, '0'],
    [true, 'true'],
    [false, 'false'],
    [NaN, 'null'],
    [{ a: undefined, b: () => 1 }, '{}'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [{ toJSON: () => ({ a: 1 }) }, '{"a":1}'],
    [Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
  ])('%j becomes text again', (body, text) => {
    expect(readBody(body)).toStrictEqual({ kind: 'parsed', value: body })
    expect(textOf(body)).toBe(text)
  })

  const throwing = () => {
    throw new Error('marker-7f3a')
  }
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  }
  let deep: unknown = 1
  for (let level = 0; level < 100_000; level += 1) deep = { deep }

  test.each<readonly [string, unknown]>([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a bigint', 1n],
    ['a bigint in an object', { a: 1n }],
    ['a cyclic object', cyclic],
    ['an object whose toJSON throws', { toJSON: throwing }],
    [
      'an object with a getter that throws',
      Object.defineProperty({}, 'a', { get: throwing, enumerable: true }),
    ],
    ['an object whose toJSON gives undefined', { toJSON: () => undefined }],
    ['a revoked proxy', revoked()],
    ['an object that is too deep for JSON.stringify', deep],
  ])('%s is no JSON', (_, body) => {
    expect(textOf(body)).toStrictEqual({
      _tag: 'BodyNotJson',
      kind: 'malformed',
      httpStatus: 400,
      path: '',
      expected: 'a value that JSON can hold',
      hint: null,
      issues: [],
    })
  })

  test('an object that cannot say what it is counts as parsed', () => {
    const body = Object.defineProperty({ a: 1 }, Symbol.toStringTag, { get: throwing })
    expect(textOf(body)).toBe('{"a":1}')
  })

  test('no value at all throws', () => {
    for (const name of valueNames) expect(() => textOf(everyValue[name]), name).not.toThrow()
  })

  test('counts as many bytes as its text', () => {
    const body = JSON.parse(SENT) as unknown
    expect(tagOf(body, bytes(SENT).byteLength)).toBe('Right')
    expect(tagOf(body, bytes(SENT).byteLength - 1)).toBe('BodyTooLarge')
  })
})

describe('size', () => {
  test.each(['x', 'é', '–', '🏠', '\uD800', 'aé–🏠'])('of %j is counted in bytes of UTF-8', (character) => {
    for (const text of [character, character.repeat(7), `${'x'.repeat(50)}${character}`]) {
      const size = bytes(text).byteLength
      expect(tagOf(text, size)).toBe('Right')
      expect(tagOf(text, size - 1)).toBe('BodyTooLarge')
      expect(sizeError(readBody(text), size)).toBeNull()
      expect(sizeError(readBody(text), size - 1)?._tag).toBe('BodyTooLarge')
    }
  })

  test('text and its bytes are too large together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(40), (text, limit) => {
        expect(tagOf(text, limit)).toBe(tagOf(bytes(text), limit))
      }),
    )
  })

  test('says the limit and not the size', () => {
    expect(textOf('12345', 4)).toStrictEqual({
      _tag: 'BodyTooLarge',
      kind: 'malformed',
      httpStatus: 413,
      path: '',
      expected: 'at most 4 bytes',
      hint: null,
      issues: [],
    })
  })

  test('is looked at before anything is decoded', () => {
    // Not UTF-8, and yet what is told is the size.
    expect(tagOf(new Uint8Array(100).fill(0xff), 99)).toBe('BodyTooLarge')
  })

  test('a parsed body has none before it is text', () => {
    expect(sizeError(readBody({ a: 'x'.repeat(100) }), 10)).toBeNull()
  })
})

describe('bytes that are no UTF-8', () => {
  test.each<readonly [string, readonly number[]]>([
    ['a lone continuation', [0x80]],
    ['a cut character', [0xe2, 0x82]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['Latin-1', [0x22, 0xe9, 0x22]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00]],
  ])('%s', (_, body) => {
    expect(textOf(new Uint8Array(body))).toMatchObject({ _tag: 'BodyNotUtf8', expected: 'text in UTF-8' })
  })
})
