import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, FIRST_MS, LAST_MS } from '../../src/time/calendar'
import { readIso } from '../../src/time/iso'

const utc = Date.UTC

describe('readIso', () => {
  it.each([
    ['2020-04-01T06:35:00-07:00', utc(2020, 3, 1, 6, 35), -420, 'second'],
    ['2020-04-01T13:35:00.000Z', utc(2020, 3, 1, 13, 35), 0, 'millisecond'],
    ['2025-08-18T13:06:56.283Z', utc(2025, 7, 18, 13, 6, 56, 283), 0, 'millisecond'],
    ['2024-10-09T13:49:31.658518+00:00', utc(2024, 9, 9, 13, 49, 31, 658), 0, 'millisecond'],
    ['2024-08-09T15:05:44.6131515Z', utc(2024, 7, 9, 15, 5, 44, 613), 0, 'millisecond'],
    ['2024-08-09T15:05:44.9999999Z', utc(2024, 7, 9, 15, 5, 44, 999), 0, 'millisecond'],
    ['2024-01-31T10:00:00', utc(2024, 0, 31, 10), null, 'second'],
    ['2024-01-31 10:00:00', utc(2024, 0, 31, 10), null, 'second'],
    ['2024-01-31 10:00:00.123456', utc(2024, 0, 31, 10, 0, 0, 123), null, 'millisecond'],
    ['2024-01-31 10:00:00 UTC', utc(2024, 0, 31, 10), 0, 'second'],
    ['2024-01-31 10:00:00.5 UTC', utc(2024, 0, 31, 10, 0, 0, 500), 0, 'millisecond'],
    ['2024-01-31 10:00:00Z', utc(2024, 0, 31, 10), 0, 'second'],
    ['2024-01-31 10:00:00.123456+05:30', utc(2024, 0, 31, 10, 0, 0, 123), 330, 'millisecond'],
    ['2020-04-01T06:35', utc(2020, 3, 1, 6, 35), null, 'minute'],
    ['2020-04-01T06:35Z', utc(2020, 3, 1, 6, 35), 0, 'minute'],
    ['2020-04-01T06:35+05:45', utc(2020, 3, 1, 6, 35), 345, 'minute'],
    ['2020-04-01T06:35:00.1', utc(2020, 3, 1, 6, 35, 0, 100), null, 'millisecond'],
    ['2020-04-01T06:35:00.12', utc(2020, 3, 1, 6, 35, 0, 120), null, 'millisecond'],
    ['2020-04-01T06:35:00.123456789-23:59', utc(2020, 3, 1, 6, 35, 0, 123), -1439, 'millisecond'],
    ['2020-04-01T06:35:00+23:59', utc(2020, 3, 1, 6, 35), 1439, 'second'],
    ['2020-04-01T06:35:00-00:00', utc(2020, 3, 1, 6, 35), 0, 'second'],
    ['0001-01-01T00:00:00Z', FIRST_MS, 0, 'second'],
    ['9999-12-31T23:59:59.999Z', LAST_MS, 0, 'millisecond'],
    ['2000-02-29T00:00Z', utc(2000, 1, 29), 0, 'minute'],
    ['2024-02-29T00:00Z', utc(2024, 1, 29), 0, 'minute'],
  ])('reads %s', (text, wall, offset, precision) => {
    expect(readIso(text)).toStrictEqual({ wall, offset, precision })
  })

  it.each([
    '',
    'now',
    '20',
    '2020-04-01',
    '2020-04-01T',
    '2020-04-01T06',
    '2020-04-01T0635',
    '20200401T063500Z',
    '2020-4-1T06:35:00Z',
    '2020-04-01t06:35:00Z',
    '2020-04-01T06:35:00z',
    '2020-04-01_06:35:00Z',
    '2020/04/01T06:35:00Z',
    '2020-04/01T06:35:00Z',
    '2020-04-01T06.35:00Z',
    '2020-04-01T06:35.00Z',
    '2020-04-01T06:35:',
    '2020-04-01T06:35:0',
    '2020-04-01T06:35:0Z',
    '2020-04-01T06:35:00.',
    '2020-04-01T06:35:00.Z',
    '2020-04-01T06:35:00,123Z',
    '2020-04-01T06:35:00.1234567890',
    '2020-04-01T06:35:00.1234567890Z',
    '2020-04-01T06:35:00.12x',
    '2020-04-01T06:35:00.123456789+07:00x',
    '2020-04-01T06:35:00Zx',
    '2020-04-01T06:35:00ZZ',
    '2020-04-01T06:35:00 ',
    ' 2020-04-01T06:35:00',
    '2020-04-01T06:35:00\n',
    '2020-04-01T06:35:00 Z',
    '2020-04-01T06:35:00 UTC',
    '2020-04-01 06:35:00 utc',
    '2020-04-01 06:35:00 UTCx',
    '2020-04-01 06:35:00 GMT',
    '2020-04-01 06:35:00UTC',
    '2020-04-01 06:35:00  UTC',
    '2020-04-01 06:35:00 -07:00',
    '2020-04-01T06:35:00+7:00',
    '2020-04-01T06:35:00+07',
    '2020-04-01T06:35:00+0700',
    '2020-04-01T06:35:00+07:0',
    '2020-04-01T06:35:00+07:000',
    '2020-04-01T06:35:00+07:60',
    '2020-04-01T06:35:00+24:00',
    '2020-04-01T06:35:00+x7:00',
    '2020-04-01T06:35:00+07:x0',
    '2020-04-01T06:35:00+07x00',
    '2020-04-01T06:35:00−07:00',
    '2020-04-01T06:35:00x07:00',
    '2020-04-01T06:35:00+07:00[America/Los_Angeles]',
    '2020-04-01T24:00:00Z',
    '2020-04-01T06:60:00Z',
    '2020-04-01T06:35:60Z',
    '2020-04-01T06:35:6xZ',
    '2020-04-01T-6:35:00Z',
    '2020-04-01T+6:35:00Z',
    '2020-04-01T06:+5:00Z',
    '2020-04-01T 6:35:00Z',
    '2020-02-30T06:35:00Z',
    '2023-02-29T06:35:00Z',
    '1900-02-29T06:35:00Z',
    '2020-04-31T06:35:00Z',
    '2020-00-01T06:35:00Z',
    '2020-13-01T06:35:00Z',
    '2020-04-00T06:35:00Z',
    '0000-04-01T06:35:00Z',
    '-001-04-01T06:35:00Z',
    '10000-04-01T06:35:00Z',
    '+002020-04-01T06:35:00Z',
    '２０２０-04-01T06:35:00Z',
    '2020-04-01T06:35:0٣Z',
  ])('refuses %j', (text) => {
    expect(readIso(text)).toBeNull()
  })

  it('refuses what is next to the digits in the place of any of them', () => {
    // Ones, so that a ':' read as ten would often still be a day and a time.
    const ones = '1111-11-11T11:11:11.111+11:11'
    expect(readIso(ones)).toStrictEqual({
      wall: utc(1111, 10, 11, 11, 11, 11, 111),
      offset: 671,
      precision: 'millisecond',
    })
    for (const { index } of ones.matchAll(/1/g)) {
      for (const other of ['/', ':', ';', ' ', 'A']) {
        expect(readIso(`${ones.slice(0, index)}${other}${ones.slice(index + 1)}`)).toBeNull()
      }
    }
  })

  it('looks at no more of a long text than its length', () => {
    expect(readIso(`2020-04-01T06:35:00.${'0'.repeat(1_000_000)}Z`)).toBeNull()
    expect(readIso('9'.repeat(1_000_000))).toBeNull()
  })

  it('undoes toISOString', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_MS, max: LAST_MS }), (wall) => {
        expect(readIso(new Date(wall).toISOString())).toEqual({ wall, offset: 0, precision: 'millisecond' })
      }),
    )
  })

  it('takes exactly the texts that a pattern and a calendar take', () => {
    const pattern =
      /^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?| ([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z| UTC|[+-]([01]\d|2[0-3]):[0-5]\d)?)$/
    const isDay = (text: string) => {
      const date = new Date(`${text}T00:00:00Z`)
      return !text.startsWith('0000') && !Number.isNaN(+date) && date.toISOString().startsWith(text)
    }
    const whole = fc
      .tuple(
        fc.integer({ min: FIRST_MS / DAY, max: Math.floor(LAST_MS / DAY) }),
        fc.constantFrom('T', ' ', 't'),
        fc.constantFrom('00:00', '23:59:59', '12:30:07.1', '06:35:00.123456789', '24:00', '09:05:60'),
        fc.constantFrom('', 'Z', '+05:30', '-00:00', ' UTC', 'z', '+24:00'),
      )
      .map(([day, t, clock, zone]) => `${new Date(day * DAY).toISOString().slice(0, 10)}${t}${clock}${zone}`)
    const damaged = fc
      .tuple(whole, fc.nat(34), fc.constantFrom('', ...Array.from('0123456789-+:.TZ Ux')))
      .map(([text, at, character]) => text.slice(0, at) + character + text.slice(at + 1))
    fc.assert(
      fc.property(fc.oneof(whole, damaged), (text) => {
        expect(readIso(text) !== null).toBe(pattern.test(text) && isDay(text.slice(0, 10)))
      }),
      { numRuns: 20_000 },
    )
  })
})
