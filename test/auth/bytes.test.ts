import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { bytesOfHex, equalInConstantTime, utf8Bytes } from '../../src/auth/bytes'

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

describe('bytesOfHex', () => {
  test.prop([someBytes])('reads what bytes are written as', (bytes) => {
    expect(bytesOfHex(Buffer.from(bytes).toString('hex'), bytes.length)).toEqual(bytes)
  })

  it.each([
    ['a capital digit', '0A'],
    ['a letter that is no digit', '0g'],
    ['one digit', '0'],
    ['three digits', '0a0'],
    ['a space', '0 '],
    ['a sign', '+1'],
    ['a prefix', '0x'],
    ['a full-width digit', '０0'],
    ['the character before 0', '/0'],
    ['the character after 9', ':0'],
    ['the character before a', '`0'],
    ['nothing', ''],
  ])('refuses %s', (_name, text) => {
    expect(bytesOfHex(text, 1)).toBeNull()
  })
})
