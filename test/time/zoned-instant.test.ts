import { describe, expect, it } from 'vitest'
import { zonedInstant } from '../../src/time/zoned-instant'

describe('zonedInstant', () => {
  it('reads a local time on the clocks of a zone', () => {
    expect(zonedInstant('2020-04-01T06:35', 'America/Los_Angeles')).toStrictEqual({
      instant: '2020-04-01T13:35:00.000Z',
      local: '2020-04-01T06:35:00',
      offset: '-07:00',
      zone: 'America/Los_Angeles',
      precision: 'minute',
      basis: 'zone',
      ambiguity: 'none',
      raw: '2020-04-01T06:35',
    })
  })

  it('follows the disambiguation asked for, and Temporal’s default', () => {
    const at = (disambiguation?: 'earlier' | 'later' | 'reject') =>
      zonedInstant('2020-11-01 01:30:00', 'America/Los_Angeles', { disambiguation })?.instant
    expect([at(), at('earlier'), at('later'), at('reject')]).toEqual([
      '2020-11-01T08:30:00.000Z',
      '2020-11-01T08:30:00.000Z',
      '2020-11-01T09:30:00.000Z',
      null,
    ])
  })

  it.each([
    ['2020-04-01T06:35:00-07:00', 'America/Los_Angeles'],
    ['2020-04-01T06:35:00Z', 'America/Los_Angeles'],
    ['2020-04-01', 'America/Los_Angeles'],
    ['2020-02-30T06:35:00', 'America/Los_Angeles'],
    ['2020-04-01T06:35:00', 'Pacific Time (US & Canada)'],
    ['2020-04-01T06:35:00', 'america/los_angeles'],
    ['0001-01-01T00:00:00', 'Asia/Tokyo'],
  ])('gives null for %s in %s', (local, zoneName) => {
    expect(zonedInstant(local, zoneName)).toBeNull()
  })
})
