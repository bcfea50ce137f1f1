import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMeridiemStamp } from '../../src/time/meridiem'
import { twoDigits } from '../../src/time/text'

describe('readMeridiemStamp', () => {
  it.each([
    ['04/01/2020 at 06:35AM', Date.UTC(2020, 3, 1, 6, 35)],
    ['04/01/2020 at 06:35PM', Date.UTC(2020, 3, 1, 18, 35)],
    ['04/01/2020 at 12:00AM', Date.UTC(2020, 3, 1, 0, 0)],
    ['04/01/2020 at 12:59AM', Date.UTC(2020, 3, 1, 0, 59)],
    ['04/01/2020 at 12:00PM', Date.UTC(2020, 3, 1, 12, 0)],
    ['02/29/2024 at 11:59PM', Date.UTC(2024, 1, 29, 23, 59)],
    ['02/29/2000 at 01:00AM', Date.UTC(2000, 1, 29, 1, 0)],
  ])('reads %s', (text, wall) => {
    expect(readMeridiemStamp(text)).toBe(wall)
  })

  it.each([
    '',
    '04/01/2020 at 13:00PM',
    '04/01/2020 at 00:10AM',
    '04/01/2020 at 06:35am',
    '04/01/2020 at 06:35aM',
    '04/01/2020 at 06:35XM',
    '04/01/2020 at 06:60AM',
    '04/01/2020 at 6:35AM',
    '4/1/2020 at 06:35AM',
    '04/01/2020 at 06:35 AM',
    '04/01/2020 At 06:35AM',
    '04/01/2020 06:35AM',
    '04/01/2020 at 06:35AM ',
    ' 04/01/2020 at 06:35AM',
    '04-01-2020 at 06:35AM',
    '04/01-2020 at 06:35AM',
    '04/01/2020 at 06.35AM',
    '2020/04/01 at 06:35AM',
    '13/01/2020 at 06:35AM',
    '00/01/2020 at 06:35AM',
    '02/30/2020 at 06:35AM',
    '02/29/2023 at 06:35AM',
    '02/29/1900 at 06:35AM',
    '04/31/2020 at 06:35AM',
    '04/01/0000 at 06:35AM',
    '04/01/2020 at -6:35AM',
    '04/01/2020 at 06:3xAM',
    'x4/01/2020 at 06:35AM',
    '04/x1/2020 at 06:35AM',
    '04/01/20x0 at 06:35AM',
  ])('refuses %j', (text) => {
    expect(readMeridiemStamp(text)).toBeNull()
  })

  it('refuses another character in any place that is no digit', () => {
    const text = '04/01/2020 at 06:35AM'
    for (const { index } of text.matchAll(/\D/g)) {
      for (const other of ['.', '-', 'x', '0']) {
        expect(readMeridiemStamp(`${text.slice(0, index)}${other}${text.slice(index + 1)}`)).toBeNull()
      }
    }
  })

  it('reads every minute of a day as that minute', () => {
    for (let minute = 0; minute < 1440; minute++) {
      const hour = Math.floor(minute / 60)
      const text = `07/04/2021 at ${twoDigits(hour % 12 || 12)}:${twoDigits(minute % 60)}${hour < 12 ? 'AM' : 'PM'}`
      expect(readMeridiemStamp(text)).toBe(Date.UTC(2021, 6, 4, 0, minute))
    }
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 15, maxLength: 25 }), (text) => {
        expect(readMeridiemStamp(text)).toBeNull()
      }),
    )
  })
})
