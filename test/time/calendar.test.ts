import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  civilFromDays,
  DAY,
  daysFromCivil,
  FIRST_MS,
  isCalendarDate,
  isLeapYear,
  LAST_MS,
} from '../../src/time/calendar'

const FIRST_DAY = FIRST_MS / DAY
const LAST_DAY = (LAST_MS + 1) / DAY - 1

describe('daysFromCivil and civilFromDays', () => {
  it('count from 1970-01-01', () => {
    expect(daysFromCivil(1970, 1, 1)).toBe(0)
    expect(daysFromCivil(1969, 12, 31)).toBe(-1)
    expect(daysFromCivil(2000, 3, 1)).toBe(11_017)
  })

  it('reach from 0001-01-01 to 9999-12-31', () => {
    expect(daysFromCivil(1, 1, 1)).toBe(FIRST_DAY)
    expect(daysFromCivil(9999, 12, 31)).toBe(LAST_DAY)
    expect(civilFromDays(FIRST_DAY)).toEqual({ year: 1, month: 1, day: 1 })
    expect(civilFromDays(LAST_DAY)).toEqual({ year: 9999, month: 12, day: 31 })
  })

  it('are each other’s inverse on every day of the ten thousand years, in step with isCalendarDate', () => {
    let days = FIRST_DAY
    for (let year = 1; year <= 9999; year++) {
      for (let month = 1; month <= 12; month++) {
        for (let day = 1; isCalendarDate(year, month, day); day++) {
          const date = civilFromDays(days)
          if (
            daysFromCivil(year, month, day) !== days ||
            date.year !== year ||
            date.month !== month ||
            date.day !== day
          ) {
            expect.fail(`${year}-${month}-${day} is not day ${days}`)
          }
          days++
        }
      }
    }
    expect(days).toBe(LAST_DAY + 1)
  })

  it('agree with Date.UTC', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          expect(daysFromCivil(year, month, day) * DAY).toBe(Date.UTC(year, month - 1, day))
        },
      ),
    )
  })
})

describe('isCalendarDate', () => {
  it.each([
    [1, 1, 1],
    [9999, 12, 31],
    [2000, 2, 29],
    [2024, 2, 29],
    [2023, 2, 28],
    [2023, 4, 30],
    [2023, 12, 31],
  ])('takes %i-%i-%i', (year, month, day) => {
    expect(isCalendarDate(year, month, day)).toBe(true)
  })

  it.each([
    [0, 1, 1],
    [10_000, 1, 1],
    [-1, 1, 1],
    [1900, 2, 29],
    [2023, 2, 29],
    [2024, 2, 30],
    [2023, 4, 31],
    [2023, 11, 31],
    [2023, 1, 32],
    [2023, 0, 1],
    [2023, 13, 1],
    [2023, 1, 0],
    [2023, 1, -1],
    [NaN, 1, 1],
    [2023, NaN, 1],
    [2023, 1, NaN],
  ])('refuses %i-%i-%i', (year, month, day) => {
    expect(isCalendarDate(year, month, day)).toBe(false)
  })

  it('knows leap years', () => {
    expect([1900, 2000, 2023, 2024, 2100, 4].map(isLeapYear)).toEqual([false, true, false, true, false, true])
  })
})
