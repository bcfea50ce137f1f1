import { describe, expect, it } from 'vitest'
import { isLossy, readingsOfBody, readingsOfParsedBody } from '../../src/auth/mistakes'

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
