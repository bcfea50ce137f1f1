import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, FIRST_MS, LAST_MS, MINUTE } from '../../src/time/calendar'
import { isMeridiemStampOf, readMeridiemStamp } from '../../src/time/meridiem'
import { dateText, twoDigits } from '../../src/time/text'

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

const minuteOf = (wall: number) => Math.floor(wall / MINUTE) * MINUTE

/** `MM/DD/YYYY at hh:mmAM` */
const stampOf = (wall: number) => {
  const [year, month, day] = dateText(Math.floor(wall / DAY)).split('-')
  const minute = (minuteOf(wall) - Math.floor(wall / DAY) * DAY) / MINUTE
  const hour = Math.floor(minute / 60)
  return `${month}/${day}/${year} at ${twoDigits(hour % 12 || 12)}:${twoDigits(minute % 60)}${hour < 12 ? 'AM' : 'PM'}`
}

describe('isMeridiemStampOf', () => {
  const walls = fc.integer({ min: FIRST_MS, max: LAST_MS })

  it('holds for the stamp of each moment', () => {
    fc.assert(
      fc.property(walls, (wall) => {
        expect(readMeridiemStamp(stampOf(wall))).toBe(minuteOf(wall))
        expect(isMeridiemStampOf(stampOf(wall), wall)).toBe(true)
      }),
    )
  })

  it('is what reading the stamp would tell, also for another moment and another text', () => {
    const near = fc.constantFrom(0, 1, 59_999, MINUTE, -1, 12 * 60 * MINUTE, DAY, -DAY, 365 * DAY)
    const edits = fc.tuple(fc.nat(22), fc.nat(2), fc.constantFrom('', '0', '1', ' ', 'A', 'P', '/'))
    fc.assert(
      fc.property(walls, near, fc.option(edits), (wall, shift, edit) => {
        const [at, removed, put] = edit ?? [0, 0, '']
        const stamp = stampOf(wall)
        const text = `${stamp.slice(0, at)}${put}${stamp.slice(at + removed)}`
        const moment = Math.min(Math.max(wall + shift, FIRST_MS), LAST_MS)
        expect(isMeridiemStampOf(text, moment)).toBe(readMeridiemStamp(text) === minuteOf(moment))
      }),
      { numRuns: 2000 },
    )
  })

  it('holds for no text outside the calendar', () => {
    expect(isMeridiemStampOf('12/31/0000 at 11:59PM', FIRST_MS - MINUTE)).toBe(false)
    expect(isMeridiemStampOf('01/01/0000 at 12:00AM', LAST_MS + 1)).toBe(false)
    expect(isMeridiemStampOf('01/01/00', LAST_MS + 1)).toBe(false)
    expect(isMeridiemStampOf('01/01/1970 at 12:00AM', NaN)).toBe(false)
    expect(isMeridiemStampOf('01/01/1970 at 12:00AM', 0)).toBe(true)
  })
})
