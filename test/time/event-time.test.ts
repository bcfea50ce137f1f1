import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_MS, LAST_MS, MINUTE } from '../../src/time/calendar'
import {
  contradictsZone,
  epochTime,
  localTime,
  offsetTime,
  offsetTimeInZone,
  wallTime,
  type EventTime,
} from '../../src/time/event-time'
import { formatInstant, readInstant } from '../../src/time/instant'
import { readIso, type OffsetStamp } from '../../src/time/iso'
import { readMeridiemStamp } from '../../src/time/meridiem'
import { localText, offsetText } from '../../src/time/text'
import { findZone, offsetAt, type Zone } from '../../src/time/zone'

function zone(name: string): Zone {
  return findZone(name) ?? expect.fail(`${name} is not a zone here`)
}

const LOS_ANGELES = zone('America/Los_Angeles')

function stampOf(raw: string): OffsetStamp {
  const stamp = readIso(raw)
  return stamp !== null && stamp.offset !== null ? stamp : expect.fail(`${raw} says no offset`)
}

/** `local` at `offset` must be `instant`. */
function expectAgreement(time: EventTime): void {
  const local = readIso(time.local ?? '')
  const offset = readIso(`2000-01-01T00:00${time.offset ?? ''}`)?.offset
  const instant = readInstant(time.instant ?? '') ?? NaN
  const cut = time.precision === 'millisecond' ? instant : Math.floor(instant / 1000) * 1000
  expect((local?.wall ?? NaN) - (offset ?? NaN) * MINUTE).toBe(cut)
}

describe('offsetTime', () => {
  it.each([
    ['2020-04-01T06:35:01-07:00', '2020-04-01T13:35:01.000Z', '2020-04-01T06:35:01', '-07:00', 'second'],
    ['2020-04-01 06:35:01-07:00', '2020-04-01T13:35:01.000Z', '2020-04-01T06:35:01', '-07:00', 'second'],
    ['2020-04-01T06:35-07:00', '2020-04-01T13:35:00.000Z', '2020-04-01T06:35:00', '-07:00', 'minute'],
    ['2020-04-01T06:35:01Z', '2020-04-01T06:35:01.000Z', '2020-04-01T06:35:01', '+00:00', 'second'],
    ['2020-04-01T06:35:01-00:00', '2020-04-01T06:35:01.000Z', '2020-04-01T06:35:01', '+00:00', 'second'],
    ['2020-04-01 06:35:01 UTC', '2020-04-01T06:35:01.000Z', '2020-04-01T06:35:01', '+00:00', 'second'],
    [
      '2020-04-01T06:35:01.5Z',
      '2020-04-01T06:35:01.500Z',
      '2020-04-01T06:35:01.500',
      '+00:00',
      'millisecond',
    ],
    [
      '2020-04-01T06:35:01.5+05:30',
      '2020-04-01T01:05:01.500Z',
      '2020-04-01T06:35:01.500',
      '+05:30',
      'millisecond',
    ],
    [
      '2020-04-01T06:35:01.05+05:30',
      '2020-04-01T01:05:01.050Z',
      '2020-04-01T06:35:01.050',
      '+05:30',
      'millisecond',
    ],
    [
      '2020-04-01T06:35:01.283Z',
      '2020-04-01T06:35:01.283Z',
      '2020-04-01T06:35:01.283',
      '+00:00',
      'millisecond',
    ],
    [
      '2024-08-09T15:05:44.6131515Z',
      '2024-08-09T15:05:44.613Z',
      '2024-08-09T15:05:44.613',
      '+00:00',
      'millisecond',
    ],
    [
      '2024-10-09 13:49:31.658518+00:00',
      '2024-10-09T13:49:31.658Z',
      '2024-10-09T13:49:31.658',
      '+00:00',
      'millisecond',
    ],
    [
      '2024-10-09 13:49:31.65 UTC',
      '2024-10-09T13:49:31.650Z',
      '2024-10-09T13:49:31.650',
      '+00:00',
      'millisecond',
    ],
  ])('makes %s', (raw, instant, local, offset, precision) => {
    const expected = {
      instant,
      local,
      offset,
      zone: null,
      precision,
      basis: 'offset',
      ambiguity: 'none',
      raw,
    }
    expect(offsetTime(raw, stampOf(raw), null)).toStrictEqual(expected)
    expect(offsetTime(raw, stampOf(raw), LOS_ANGELES)).toStrictEqual({
      ...expected,
      zone: 'America/Los_Angeles',
    })
  })

  it('is the same by short cuts as by the long way', () => {
    const form = fc.record({
      epoch: fc.integer({ min: FIRST_MS, max: LAST_MS }),
      separator: fc.constantFrom('T', ' '),
      digits: fc.integer({ min: -2, max: 9 }),
      offset: fc.constantFrom('Z', '+00:00', '-07:00', '+05:45', '-23:59'),
    })
    fc.assert(
      fc.property(form, ({ epoch, separator, digits, offset }) => {
        const text = (formatInstant(epoch) ?? '').slice(0, 23)
        const clock =
          digits === -2
            ? text.slice(11, 16)
            : digits < 1
              ? text.slice(11, 19)
              : `${text.slice(11)}456789`.slice(0, 9 + digits)
        const raw = `${text.slice(0, 10)}${separator}${clock}${offset}`
        const stamp = stampOf(raw)
        const time = offsetTime(raw, stamp, null)
        expect(time?.instant ?? null).toBe(formatInstant(stamp.wall - stamp.offset * MINUTE))
        if (time === null) return
        expect(time.local).toBe(localText(stamp.wall, stamp.precision === 'millisecond'))
        expect(time.offset).toBe(offsetText(stamp.offset))
        expectAgreement(time)
      }),
      { numRuns: 5000 },
    )
  })

  it.each(['0001-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01'])('gives null for %s', (raw) => {
    expect(offsetTime(raw, stampOf(raw), null)).toBeNull()
  })
})

describe('offsetTimeInZone', () => {
  it.each([
    ['2020-04-01T13:35:01Z', '2020-04-01T13:35:01.000Z', '2020-04-01T06:35:01', '-07:00', 'second'],
    ['2020-01-01T13:35:01Z', '2020-01-01T13:35:01.000Z', '2020-01-01T05:35:01', '-08:00', 'second'],
    [
      '2020-04-01T13:35:01.042Z',
      '2020-04-01T13:35:01.042Z',
      '2020-04-01T06:35:01.042',
      '-07:00',
      'millisecond',
    ],
    ['2020-04-01T08:35:01-05:00', '2020-04-01T13:35:01.000Z', '2020-04-01T06:35:01', '-07:00', 'second'],
    ['2020-04-01T06:35:01-07:00', '2020-04-01T13:35:01.000Z', '2020-04-01T06:35:01', '-07:00', 'second'],
    ['2020-04-01T02:00Z', '2020-04-01T02:00:00.000Z', '2020-03-31T19:00:00', '-07:00', 'minute'],
    ['2020-11-01T09:30:00Z', '2020-11-01T09:30:00.000Z', '2020-11-01T01:30:00', '-08:00', 'second'],
  ])('shows %s on the clock of Los Angeles', (raw, instant, local, offset, precision) => {
    expect(offsetTimeInZone(raw, stampOf(raw), LOS_ANGELES)).toStrictEqual({
      instant,
      local,
      offset,
      zone: 'America/Los_Angeles',
      precision,
      basis: 'offset',
      ambiguity: 'none',
      raw,
    })
  })

  it('agrees with itself, whatever the stamp and the zone', () => {
    const form = fc.record({
      epoch: fc.integer({ min: Date.UTC(1972, 0, 3), max: Date.UTC(2040, 0, 1) }),
      offset: fc.constantFrom('Z', '+00:00', '-07:00', '+05:45'),
      name: fc.constantFrom('America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Etc/UTC'),
    })
    fc.assert(
      fc.property(form, ({ epoch, offset, name }) => {
        const raw = `${(formatInstant(epoch) ?? '').slice(0, 23)}${offset}`
        const stamp = stampOf(raw)
        const time = offsetTimeInZone(raw, stamp, zone(name))
        if (time === null) expect.fail('within the calendar')
        expectAgreement(time)
        expect(time.instant).toBe(formatInstant(stamp.wall - stamp.offset * MINUTE))
        expect(time.offset).toBe(offsetText(offsetAt(zone(name), readInstant(time.instant ?? '') ?? NaN)))
      }),
    )
  })

  it.each([
    ['0001-01-01T00:00:00Z', 'America/Los_Angeles'],
    ['9999-12-31T23:59:59Z', 'Asia/Tokyo'],
    ['9999-12-31T23:59:59-00:01', 'America/Los_Angeles'],
  ])('gives null for %s in %s', (raw, name) => {
    expect(offsetTimeInZone(raw, stampOf(raw), zone(name))).toBeNull()
  })
})

describe('contradictsZone', () => {
  it.each([
    ['2020-04-01T06:35:01-07:00', false],
    ['2020-04-01T06:35:01-08:00', true],
    ['2020-01-01T06:35:01-08:00', false],
    ['2020-04-01T06:35:01Z', true],
    ['2020-11-01T01:30:00-07:00', false],
    ['2020-11-01T01:30:00-08:00', false],
    ['2020-03-08T02:30:00-08:00', true],
  ])('%s in Los Angeles: %s', (raw, expected) => {
    expect(contradictsZone(stampOf(raw), LOS_ANGELES)).toBe(expected)
  })
})

describe('epochTime', () => {
  it('has an instant only, without a zone', () => {
    expect(epochTime(1_585_748_101, 1_585_748_101_000, 'second', null)).toStrictEqual({
      instant: '2020-04-01T13:35:01.000Z',
      local: null,
      offset: null,
      zone: null,
      precision: 'second',
      basis: 'epoch',
      ambiguity: 'none',
      raw: 1_585_748_101,
    })
  })

  it('has no more of a local time than its precision', () => {
    expect(epochTime(1_585_748_101, 1_585_748_101_000, 'second', LOS_ANGELES)).toMatchObject({
      instant: '2020-04-01T13:35:01.000Z',
      local: '2020-04-01T06:35:01',
      precision: 'second',
    })
  })

  it('has local time and offset with a zone', () => {
    expect(epochTime('1585748101042', 1_585_748_101_042, 'millisecond', LOS_ANGELES)).toStrictEqual({
      instant: '2020-04-01T13:35:01.042Z',
      local: '2020-04-01T06:35:01.042',
      offset: '-07:00',
      zone: 'America/Los_Angeles',
      precision: 'millisecond',
      basis: 'epoch',
      ambiguity: 'none',
      raw: '1585748101042',
    })
  })

  it.each([NaN, Infinity, 0.5, LAST_MS + 1, FIRST_MS - 1])('gives null for %d', (ms) => {
    expect(epochTime(ms, ms, 'second', null)).toBeNull()
    expect(epochTime(ms, ms, 'second', LOS_ANGELES)).toBeNull()
  })

  it('gives null where the zone’s calendar ends before', () => {
    expect(epochTime(LAST_MS, LAST_MS, 'millisecond', zone('Asia/Tokyo'))).toBeNull()
    expect(epochTime(FIRST_MS, FIRST_MS, 'millisecond', LOS_ANGELES)).toBeNull()
  })
})

describe('wallTime', () => {
  const make = (raw: string, disambiguation: 'compatible' | 'earlier' | 'later' | 'reject') =>
    wallTime(raw, readMeridiemStamp(raw) ?? NaN, 'minute', LOS_ANGELES, 'assumed-zone', disambiguation)

  it('fills everything', () => {
    expect(make('04/01/2020 at 06:35AM', 'compatible')).toStrictEqual({
      instant: '2020-04-01T13:35:00.000Z',
      local: '2020-04-01T06:35:00',
      offset: '-07:00',
      zone: 'America/Los_Angeles',
      precision: 'minute',
      basis: 'assumed-zone',
      ambiguity: 'none',
      raw: '04/01/2020 at 06:35AM',
    })
  })

  it('moves a skipped wall time on, and says so', () => {
    expect(make('03/08/2020 at 02:30AM', 'compatible')).toMatchObject({
      instant: '2020-03-08T10:30:00.000Z',
      local: '2020-03-08T03:30:00',
      offset: '-07:00',
      ambiguity: 'gap',
    })
    expect(make('03/08/2020 at 02:30AM', 'earlier')).toMatchObject({
      instant: '2020-03-08T09:30:00.000Z',
      local: '2020-03-08T01:30:00',
      offset: '-08:00',
      ambiguity: 'gap',
    })
  })

  it('chooses among repeated wall times', () => {
    expect(make('11/01/2020 at 01:30AM', 'compatible')).toMatchObject({
      instant: '2020-11-01T08:30:00.000Z',
      local: '2020-11-01T01:30:00',
      offset: '-07:00',
      ambiguity: 'overlap',
    })
    expect(make('11/01/2020 at 01:30AM', 'later')).toMatchObject({
      instant: '2020-11-01T09:30:00.000Z',
      local: '2020-11-01T01:30:00',
      offset: '-08:00',
      ambiguity: 'overlap',
    })
  })

  it.each([
    ['03/08/2020 at 02:30AM', '2020-03-08T02:30:00', 'gap'],
    ['11/01/2020 at 01:30AM', '2020-11-01T01:30:00', 'overlap'],
  ])('has no instant for %s with reject', (raw, local, ambiguity) => {
    expect(make(raw, 'reject')).toStrictEqual({
      instant: null,
      local,
      offset: null,
      zone: 'America/Los_Angeles',
      precision: 'minute',
      basis: null,
      ambiguity,
      raw,
    })
  })

  it('keeps milliseconds', () => {
    const time = wallTime('x', 1_585_722_901_042, 'millisecond', LOS_ANGELES, 'zone', 'compatible')
    expect(time).toMatchObject({
      instant: '2020-04-01T13:35:01.042Z',
      local: '2020-04-01T06:35:01.042',
      basis: 'zone',
    })
  })

  it('gives null where the instant or the wall time is outside the calendar', () => {
    expect(wallTime('x', LAST_MS, 'second', LOS_ANGELES, 'zone', 'compatible')).toBeNull()
    expect(wallTime('x', FIRST_MS, 'second', zone('Asia/Tokyo'), 'zone', 'compatible')).toBeNull()
    for (const wall of [LAST_MS + 1, NaN, Infinity, 0.5]) {
      for (const policy of ['compatible', 'reject'] as const) {
        expect(wallTime('x', wall, 'second', zone('UTC'), 'zone', policy)).toBeNull()
      }
    }
  })

  it('agrees with itself everywhere', () => {
    const names = fc.constantFrom(
      'America/Los_Angeles',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Africa/Casablanca',
    )
    const policies = fc.constantFrom('compatible', 'earlier', 'later')
    const walls = fc.integer({ min: Date.UTC(1972, 0, 3) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
    fc.assert(
      fc.property(names, policies, walls, (name, policy, wall) => {
        const time = wallTime('x', wall * 1000, 'second', zone(name), 'zone', policy)
        if (time === null) expect.fail('within the calendar')
        expectAgreement(time)
        expect(time.offset).toBe(offsetText(offsetAt(zone(name), readInstant(time.instant ?? '') ?? NaN)))
        if (time.ambiguity !== 'gap') expect(time.local).toBe(localText(wall * 1000, false))
      }),
    )
  })
})

describe('localTime', () => {
  it('has a local time and nothing else', () => {
    expect(localTime('2024-01-31 10:00:00', Date.UTC(2024, 0, 31, 10), 'second')).toStrictEqual({
      instant: null,
      local: '2024-01-31T10:00:00',
      offset: null,
      zone: null,
      precision: 'second',
      basis: null,
      ambiguity: 'none',
      raw: '2024-01-31 10:00:00',
    })
    expect(localTime('x', 1, 'millisecond')?.local).toBe('1970-01-01T00:00:00.001')
  })

  it('gives null outside the calendar', () => {
    expect([LAST_MS + 1, FIRST_MS - 1, NaN, 0.5].map((wall) => localTime('x', wall, 'second'))).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
