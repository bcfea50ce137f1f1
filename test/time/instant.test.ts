import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_MS, LAST_MS } from '../../src/time/calendar'
import { formatInstant, readInstant } from '../../src/time/instant'

const epoch = fc.integer({ min: FIRST_MS, max: LAST_MS })

describe('formatInstant', () => {
  it('is toISOString without its cost', () => {
    fc.assert(
      fc.property(epoch, (ms) => {
        expect(formatInstant(ms)).toBe(new Date(ms).toISOString())
      }),
      { numRuns: 5000 },
    )
  })

  it('reaches from 0001 to 9999 and no further', () => {
    expect(formatInstant(FIRST_MS)).toBe('0001-01-01T00:00:00.000Z')
    expect(formatInstant(LAST_MS)).toBe('9999-12-31T23:59:59.999Z')
    expect(formatInstant(FIRST_MS - 1)).toBeNull()
    expect(formatInstant(LAST_MS + 1)).toBeNull()
  })

  it('is the same for both zeros and for moments just before 1970', () => {
    expect(formatInstant(0)).toBe('1970-01-01T00:00:00.000Z')
    expect(formatInstant(-0)).toBe('1970-01-01T00:00:00.000Z')
    expect(formatInstant(-1)).toBe('1969-12-31T23:59:59.999Z')
  })

  it.each([NaN, Infinity, -Infinity, 0.5, 1e300, Number.MAX_SAFE_INTEGER])('refuses %d', (ms) => {
    expect(formatInstant(ms)).toBeNull()
  })

  it('sorts as text as its moments sort', () => {
    fc.assert(
      fc.property(epoch, epoch, (a, b) => {
        expect((formatInstant(a) ?? '') < (formatInstant(b) ?? '')).toBe(a < b)
      }),
    )
  })
})

describe('readInstant', () => {
  it('undoes formatInstant', () => {
    fc.assert(
      fc.property(epoch, (ms) => {
        expect(readInstant(formatInstant(ms) ?? '')).toBe(ms)
      }),
    )
  })

  it.each([
    '',
    '2020-04-01T13:35:00Z',
    '2020-04-01T13:35:00.00Z',
    '2020-04-01T13:35:00.0000Z',
    '2020-04-01T13:35:00.000',
    '2020-04-01 13:35:00.000Z',
    '2020-04-01T13:35:00.000z',
    '2020-04-01T13:35:00.0000',
    '2020-04-01T13:35:00,000Z',
    '2020-02-30T13:35:00.000Z',
    '2020-04-01T24:00:00.000Z',
    '2020-04-01T13:35:60.000Z',
    '0000-04-01T13:35:00.000Z',
    '2020-04-01T13:35:00+00:00',
    '+02020-04-01T13:35:00.00Z',
    '2020-04-01T13:35:00.000Z\n',
  ])('refuses %j', (text) => {
    expect(readInstant(text)).toBeNull()
  })
})
