import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { equalInConstantTime, isHex, sameHexInConstantTime, utf8Bytes } from '../../src/auth/bytes'

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 64 })

describe('equalInConstantTime', () => {
  test.prop([someBytes])('the same bytes are equal', (bytes) => {
    expect(equalInConstantTime(bytes, bytes.slice())).toBe(true)
  })

  test.prop([someBytes, fc.uint8Array({ maxLength: 64 })])('agrees with a plain comparison', (one, other) => {
    expect(equalInConstantTime(one, other)).toBe(Buffer.compare(one, other) === 0)
  })

  it.each([
    ['a prefix', 'secret', 'secre'],
    ['a longer one', 'secret', 'secrets'],
    ['the secret twice', 'secret', 'secretsecret'],
    ['nothing', 'secret', ''],
  ])('%s is not equal', (_name, expected, presented) => {
    expect(equalInConstantTime(utf8Bytes(expected), utf8Bytes(presented))).toBe(false)
  })
})

describe('isHex', () => {
  test.prop([someBytes])('takes what bytes are written as', (bytes) => {
    expect(isHex(Buffer.from(bytes).toString('hex'))).toBe(true)
  })

  it.each([
    ['a capital digit', '0A'],
    ['a letter that is no digit', '0g'],
    ['a space', '0 '],
    ['a sign', '+1'],
    ['a prefix', '0x'],
    ['a full-width digit', '０0'],
    ['the character before 0', '/0'],
    ['the character after 9', ':0'],
    ['the character before a', '`0'],
    ['the character after f', '0g'],
  ])('refuses %s', (_name, text) => {
    expect(isHex(text)).toBe(false)
  })
})

describe('sameHexInConstantTime', () => {
  const hex = someBytes.map((bytes) => Buffer.from(bytes).toString('hex'))

  test.prop([hex, hex])('agrees with a plain comparison', (one, other) => {
    expect(sameHexInConstantTime(one, other)).toBe(one === other)
    expect(sameHexInConstantTime(one, one)).toBe(true)
  })

  test.prop([hex, fc.nat(), fc.integer({ min: 1, max: 15 })])(
    'one other digit is a difference',
    (text, place, by) => {
      const at = place % text.length
      const digit = ((Number.parseInt(text.charAt(at), 16) + by) % 16).toString(16)
      expect(sameHexInConstantTime(text, text.slice(0, at) + digit + text.slice(at + 1))).toBe(false)
    },
  )

  it('a beginning is not the whole', () => {
    expect(sameHexInConstantTime('0a0b', '0a')).toBe(false)
    expect(sameHexInConstantTime('0a', '0a0b')).toBe(false)
  })
})
