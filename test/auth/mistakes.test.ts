import { describe, expect, it } from 'vitest'
import {
  isLossy,
  readingsOfBody,
  readingsOfParsedBody,
  readingsOfSecret,
  type Mistake,
} from '../../src/auth/mistakes'

describe('the readings of a secret', () => {
  const readings = (secret: string, of: Mistake) =>
    readingsOfSecret(secret).flatMap(({ mistake, value }) => (mistake === of ? [value] : []))

  it('undo quotation marks only around it, and the same ones', () => {
    for (const secret of ['"ab"', "'ab'", '`ab`'])
      expect(readings(secret, 'secret_quoted')).toStrictEqual(['ab'])
    for (const secret of ['""', '"', '"ab', 'ab"', `"ab'`, 'a"b', 'xabx'])
      expect(readings(secret, 'secret_quoted')).toStrictEqual([])
  })

  it('are bytes where it is whole hex', () => {
    expect(readings('00fF', 'secret_hex')).toStrictEqual([Uint8Array.of(0, 255)])
    for (const secret of ['', '00f', 'xx00', '00xx', 'zz'])
      expect(readings(secret, 'secret_hex')).toStrictEqual([])
  })

  it('are without its scheme and white space', () => {
    expect(readings('Bearer  ab', 'secret_has_scheme')).toStrictEqual(['ab'])
    expect(readings('a bearer b', 'secret_has_scheme')).toStrictEqual([])
    expect(readings(' ab\n', 'secret_white_space')).toStrictEqual(['ab'])
    expect(readings('ab', 'secret_white_space')).toStrictEqual([])
  })
})

describe('the readings of a body', () => {
  it('of bytes that are no UTF-8 are the bytes alone', () => {
    const bytes = Uint8Array.of(0x7b, 0xff, 0x7d)
    expect(readingsOfBody(bytes)).toStrictEqual([{ mistake: null, value: bytes }])
  })

  it('of bytes and of their text differ in what was given alone', () => {
    const text = '{"a": 1}'
    const [asText, ...ofText] = readingsOfBody(text)
    const [asBytes, ...ofBytes] = readingsOfBody(new TextEncoder().encode(text))
    expect(asText).toStrictEqual({ mistake: null, value: text })
    expect(asBytes).toStrictEqual({ mistake: null, value: new TextEncoder().encode(text) })
    expect(ofBytes).toStrictEqual(ofText)
    expect(ofText).toContainEqual({ mistake: 'body_reserialized', value: '{"a":1}' })
  })

  it('of a value that JSON cannot write are none', () => {
    const round: Record<string, unknown> = {}
    round['self'] = round
    for (const value of [undefined, round, () => 1, 1n]) expect(readingsOfParsedBody(value)).toStrictEqual([])
  })

  it('only text can have lost bytes', () => {
    expect(isLossy('\uFFFD')).toBe(true)
    expect(isLossy('?')).toBe(false)
    expect(isLossy(new TextEncoder().encode('\uFFFD'))).toBe(false)
  })
})
