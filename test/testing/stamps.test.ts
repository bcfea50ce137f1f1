import { describe, expect, test } from 'vitest'
import { stampText } from '../../src/codec/scalar'
import { readUsDate } from '../../src/time/civil-date'
import { readInstant } from '../../src/time/instant'
import { readIso } from '../../src/time/iso'
import { readMeridiemStamp } from '../../src/time/meridiem'
import { arbitraryInput } from '../../src/testing/arbitraries/payload'
import { withoutValueAt, withValueAt } from '../../src/testing/conditions'
import { stampFormats } from '../../src/testing/stamps'

const DAY = 86_400_000
const HOUR = 3_600_000

// 2020-02-29T23:59:58 on whichever clock is meant.
const LEAP_DAY = Date.UTC(2020, 1, 29, 23, 59, 58) / 1000

const written: Readonly<Record<string, string>> = {
  'date-time': '2020-02-29T23:59:58Z',
  'YYYY-MM-DDTHH:MM:SS': '2020-02-29T23:59:58',
  'YYYY-MM-DD HH:MM:SS UTC': '2020-02-29 23:59:58 UTC',
  'MM/DD/YYYY at hh:mmAM': '02/29/2020 at 11:59PM',
  'MM/DD/YYYY': '02/29/2020',
  date: '2020-02-29',
  instant: '2020-02-29T23:59:58.000Z',
}

describe('each format', () => {
  test('is written as it is documented', () => {
    const texts = Object.entries(stampFormats).map(([name, { write }]) => [name, write(LEAP_DAY, 0)])
    expect(Object.fromEntries(texts)).toStrictEqual(written)
  })

  test('is read by the reader that reads what providers send', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const second = Math.floor(LEAP_DAY / 86_400) * 86_400 + hour * 3600
      const write = (format: string, variant = 0) => stampFormats[format]!.write(second, variant)
      expect(readMeridiemStamp(write('MM/DD/YYYY at hh:mmAM'))).toBe(second * 1000)
      expect(readUsDate(write('MM/DD/YYYY'))).toBe('2020-02-29')
      expect(readInstant(write('instant'))).toBe(second * 1000)
      for (let variant = 0; variant < 12; variant += 1) {
        expect(readIso(write('date-time', variant))?.offset).toEqual(expect.any(Number))
        expect(readIso(write('YYYY-MM-DDTHH:MM:SS', variant))).toMatchObject({
          wall: second * 1000,
          offset: null,
        })
      }
    }
  })

  test.each([
    ['date-time', '2020-03-01T00:30:00.1234567-08:00', -HOUR, '2020-02-29T23:30:00.1234567-08:00'],
    ['YYYY-MM-DDTHH:MM:SS', '2021-08-01 15:00:00', DAY, '2021-08-02 15:00:00'],
    ['YYYY-MM-DD HH:MM:SS UTC', '2021-01-31 10:00:00 UTC', DAY, '2021-02-01 10:00:00 UTC'],
    ['MM/DD/YYYY at hh:mmAM', '04/01/2020 at 12:05AM', -HOUR, '03/31/2020 at 11:05PM'],
    ['MM/DD/YYYY', '03/01/2020', -DAY, '02/29/2020'],
    ['MM/DD/YYYY', '03/01/2020', -HOUR, '03/01/2020'],
    ['date', '2020-03-01', -DAY, '2020-02-29'],
    ['instant', '1970-01-01T00:00:00.000Z', -HOUR, '1969-12-31T23:00:00.000Z'],
  ])('%s: %s moved by %d ms is %s', (format, text, milliseconds, expected) => {
    expect(stampFormats[format]!.moved(text, milliseconds)).toBe(expected)
  })

  test.each(Object.keys(stampFormats))('%s leaves what has another form alone', (format) => {
    for (const text of ['', 'Soon', '30/30/2020', '2020-02-30', '2020-02-30T00:00:00Z', '2020-02-30T00:00Z'])
      expect(stampFormats[format]!.moved(text, HOUR)).toBeNull()
  })

  test.each([
    ['date-time', '9999-12-31T23:59:59Z', 1000],
    ['instant', '0001-01-01T00:00:00.000Z', -1000],
    ['YYYY-MM-DD HH:MM:SS UTC', '9999-12-31 00:00:00 UTC', DAY],
  ])('%s: %s moved by %d ms is in no year that has a text', (format, text, milliseconds) => {
    expect(stampFormats[format]!.moved(text, milliseconds)).toBeNull()
  })
})

test('a format that nobody can write is an error and no text of any kind', () => {
  expect(() => arbitraryInput(stampText('the third full moon'))).toThrow(
    'there is no generator of text in the format the third full moon',
  )
})

describe('a value at a place', () => {
  test('is put there, through objects that were not there', () => {
    expect(withValueAt({ a: 1, b: { c: 2 } }, ['b', 'd'], 3)).toStrictEqual({ a: 1, b: { c: 2, d: 3 } })
    expect(withValueAt({ a: 1 }, ['a', 'b'], 2)).toStrictEqual({ a: { b: 2 } })
    expect(withValueAt('x', [], 2)).toBe(2)
  })

  test('is taken away, and nothing else', () => {
    expect(withoutValueAt({ a: 1, b: 2 }, ['a'])).toStrictEqual({ b: 2 })
    expect(withoutValueAt({ a: { b: 1, c: 2 } }, ['a', 'b'])).toStrictEqual({ a: { c: 2 } })
    const untouched = { a: 1 }
    expect(withoutValueAt(untouched, ['b'])).toBe(untouched)
    expect(withoutValueAt(untouched, [])).toBe(untouched)
    expect(withoutValueAt('text', ['a'])).toBe('text')
  })
})
