import { describe, expect, it } from 'vitest'
import { digitAt, fourDigitsAt, twoDigitsAt } from '../../src/time/digits'

/** The neighbours of the digits, signs, letters, digits of other scripts, and what is no character at all. */
const NO_DIGITS = ['/', ':', ' ', '.', '-', '+', '\0', 'A', 'x', '٣', '３', '']

describe('digits', () => {
  it.each(Array.from('0123456789', (digit, value) => [digit, value] as const))('%s is %i', (digit, value) => {
    expect(digitAt(`x${digit}`, 1)).toBe(value)
    expect(twoDigitsAt(`x${digit}7`, 1)).toBe(value * 10 + 7)
    expect(twoDigitsAt(`x7${digit}`, 1)).toBe(70 + value)
    expect(fourDigitsAt(`x${digit}1${digit}2`, 1)).toBe(value * 1010 + 102)
  })

  it.each(NO_DIGITS)('%j is -1, wherever a digit is due', (other) => {
    expect(digitAt(`1${other}`, 1)).toBe(-1)
    expect([`${other}1`, `1${other}`, other + other].map((text) => twoDigitsAt(text, 0))).toEqual([
      -1, -1, -1,
    ])
    for (const at of [0, 1, 2, 3]) {
      expect(fourDigitsAt(`${'1111'.slice(0, at)}${other}${'1111'.slice(at + 1)}`, 0)).toBe(-1)
    }
  })

  it('are none before and behind the text', () => {
    expect([-1, 2, 9].map((at) => digitAt('12', at))).toEqual([-1, -1, -1])
    expect([-1, 1, 2].map((at) => twoDigitsAt('12', at))).toEqual([-1, -1, -1])
    expect([-1, 1, 2].map((at) => fourDigitsAt('1234', at))).toEqual([-1, -1, -1])
  })
})
