import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, FIRST_MS, LAST_MS } from '../../src/time/calendar'
import { dateText, localText, offsetText, twoDigits } from '../../src/time/text'

describe('twoDigits', () => {
  it('pads', () => {
    expect([0, 7, 10, 99].map(twoDigits)).toEqual(['00', '07', '10', '99'])
  })
})

describe('dateText', () => {
  it('gives the same text for a day that others have pushed out in between', () => {
    const days = [0, 256, 0, 512, 256, -256, 0]
    expect(days.map(dateText)).toEqual([
      '1970-01-01',
      '1970-09-14',
      '1970-01-01',
      '1971-05-28',
      '1970-09-14',
      '1969-04-20',
      '1970-01-01',
    ])
  })

  it('is what Date says', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_MS / DAY, max: Math.floor(LAST_MS / DAY) }), (days) => {
        expect(dateText(days)).toBe(new Date(days * DAY).toISOString().slice(0, 10))
      }),
    )
  })
})

describe('localText', () => {
  it('shows milliseconds only if asked', () => {
    expect(localText(1_585_745_701_042, false)).toBe('2020-04-01T12:55:01')
    expect(localText(1_585_745_701_042, true)).toBe('2020-04-01T12:55:01.042')
    expect(localText(1_585_745_701_000, true)).toBe('2020-04-01T12:55:01.000')
  })

  it('ends with the calendar', () => {
    expect(localText(FIRST_MS, false)).toBe('0001-01-01T00:00:00')
    expect(localText(LAST_MS, true)).toBe('9999-12-31T23:59:59.999')
    expect(
      [FIRST_MS - 1, LAST_MS + 1, NaN, Infinity, -Infinity, 0.5].map((ms) => localText(ms, true)),
    ).toEqual([null, null, null, null, null, null])
  })
})

describe('offsetText', () => {
  it('has a sign, hours and minutes', () => {
    expect([0, -0, -420, 330, 345, -210, 1439, -1439, -1, 1].map(offsetText)).toEqual([
      '+00:00',
      '+00:00',
      '-07:00',
      '+05:30',
      '+05:45',
      '-03:30',
      '+23:59',
      '-23:59',
      '-00:01',
      '+00:01',
    ])
  })

  it('gives the same text a second time', () => {
    expect([offsetText(-570), offsetText(-570)]).toEqual(['-09:30', '-09:30'])
  })
})
