import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { DAY, FIRST_MS, LAST_MS } from '../../src/time/calendar'
import { findZone, offsetAt, trustedZone, zoneNames, type Zone } from '../../src/time/zone'
import { writtenZoneNames } from '../../src/time/zone-names'

function zone(name: string): Zone {
  return findZone(name) ?? expect.fail(`${name} is not a zone here`)
}

describe('findZone', () => {
  it.each([
    'America/Los_Angeles',
    'UTC',
    'Etc/UTC',
    'GMT',
    'Etc/GMT+12',
    'Etc/GMT-14',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Asia/Kathmandu',
    'Asia/Katmandu',
    'Asia/Yangon',
    'Asia/Rangoon',
    'Asia/Ho_Chi_Minh',
    'Asia/Saigon',
    'Europe/Kyiv',
    'Europe/Kiev',
    'America/Nuuk',
    'America/Godthab',
    'America/Indiana/Indianapolis',
    'America/Indianapolis',
    'America/Argentina/Buenos_Aires',
    'America/Buenos_Aires',
    'Pacific/Kanton',
    'Pacific/Enderbury',
    'Atlantic/Faroe',
    'US/Pacific',
    'US/East-Indiana',
    'Canada/Newfoundland',
    'Mexico/BajaNorte',
    'Brazil/East',
    'Chile/EasterIsland',
    'Australia/ACT',
    'GB-Eire',
    'EST5EDT',
  ])('knows %s', (name) => {
    expect(findZone(name)?.name).toBe(name)
  })

  it.each([
    '',
    'america/los_angeles',
    'AMERICA/LOS_ANGELES',
    'America/Los_Angeles ',
    ' America/Los_Angeles',
    'America/Los Angeles',
    'Pacific Time (US & Canada)',
    'PST',
    'Factory',
    'localtime',
    'utc',
    'Z',
    '+00:00',
    '-07:00',
    'Etc/GMT+13',
    'Etc/GMT-15',
    'constructor',
    '__proto__',
    'toString',
    'a'.repeat(1_000_000),
    undefined,
    null,
    0,
    -420,
    true,
    {},
    [],
    ['America/Los_Angeles'],
    Symbol('UTC'),
  ])('refuses %s', (name) => {
    expect(findZone(name)).toBeNull()
  })

  it('gives the same object for the same name', () => {
    expect(findZone('Europe/Dublin')).toBe(findZone('Europe/Dublin'))
    expect(findZone('Europe/Kyiv')).not.toBe(findZone('Europe/Kiev'))
  })

  it('takes every name that the engine lists and writes down no name twice', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => findZone(name) === null)).toEqual([])
    expect(new Set(writtenZoneNames()).size).toBe(writtenZoneNames().length)
    expect(zoneNames().filter((name) => findZone(name)?.name !== name)).toEqual([])
    expect(zoneNames().length).toBeGreaterThan(550)
  })

  it('lists its names in order, once each, and none that the engine refuses', () => {
    const { DateTimeFormat } = Intl
    const format = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (locale, options) {
      if (options?.timeZone === 'Europe/Kyiv') throw new RangeError('Invalid time zone specified')
      return new DateTimeFormat(locale, options)
    })
    try {
      const names = zoneNames()
      expect(names).toEqual([...new Set(names)].sort())
      expect(names).toContain('Europe/Berlin')
      // Written down, since not every engine lists it.
      expect(writtenZoneNames()).toContain('Europe/Kyiv')
      expect(names.includes('Europe/Kyiv')).toBe(Intl.supportedValuesOf('timeZone').includes('Europe/Kyiv'))
    } finally {
      format.mockRestore()
    }
  })

  it('lets no foreign name reach Intl', () => {
    findZone('UTC')
    const format = vi.spyOn(Intl, 'DateTimeFormat')
    try {
      for (let i = 0; i < 1000; i++) findZone(`America/Los_Angele${i}`)
      expect(format).not.toHaveBeenCalled()
    } finally {
      format.mockRestore()
    }
  })

  it('asks the engine once about a written name that the engine refuses, and believes it', async () => {
    vi.resetModules()
    const fresh = await import('../../src/time/zone')
    fresh.findZone('UTC')
    const format = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function () {
      throw new RangeError('Invalid time zone specified')
    })
    try {
      expect(fresh.findZone('Europe/Kyiv')).toBeNull()
      expect(fresh.findZone('Europe/Kyiv')).toBeNull()
      expect(fresh.trustedZone('Europe/Kyiv')).toBeNull()
      expect(format).toHaveBeenCalledTimes(1)
    } finally {
      format.mockRestore()
    }
  })
})

describe('trustedZone', () => {
  it('gives the object that findZone gives, whichever is asked first', () => {
    expect(trustedZone('Europe/Dublin')).toBe(findZone('Europe/Dublin'))
    expect(findZone('Pacific/Chatham')).toBe(trustedZone('Pacific/Chatham'))
  })

  it('does not list the names of the engine', async () => {
    vi.resetModules()
    const fresh = await import('../../src/time/zone')
    const list = vi.spyOn(Intl, 'supportedValuesOf')
    try {
      expect(fresh.trustedZone('Asia/Kathmandu')?.name).toBe('Asia/Kathmandu')
      expect(list).not.toHaveBeenCalled()
    } finally {
      list.mockRestore()
    }
  })
})

describe('offsetAt', () => {
  it.each([
    ['America/Los_Angeles', '2020-03-08T09:59:59.999Z', -480],
    ['America/Los_Angeles', '2020-03-08T10:00:00.000Z', -420],
    ['America/Los_Angeles', '2020-11-01T08:59:59.999Z', -420],
    ['America/Los_Angeles', '2020-11-01T09:00:00.000Z', -480],
    ['Australia/Lord_Howe', '2020-04-04T14:59:59.999Z', 660],
    ['Australia/Lord_Howe', '2020-04-04T15:00:00.000Z', 630],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', -600],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', 840],
    ['Europe/Dublin', '2020-07-01T00:00:00.000Z', 60],
    ['Europe/Dublin', '2020-01-01T00:00:00.000Z', 0],
    ['Africa/Casablanca', '2020-05-01T00:00:00.000Z', 0],
    ['Africa/Casablanca', '2020-07-01T00:00:00.000Z', 60],
    ['Asia/Kathmandu', '2020-07-01T00:00:00.000Z', 345],
    ['Etc/GMT+12', '2020-07-01T00:00:00.000Z', -720],
    ['UTC', '1950-07-01T00:00:00.000Z', 0],
    // Both changes within one week: summer time was called off.
    ['America/Recife', '2000-10-08T02:59:59.999Z', -180],
    ['America/Recife', '2000-10-08T03:00:00.000Z', -120],
    ['America/Recife', '2000-10-15T01:59:59.999Z', -120],
    ['America/Recife', '2000-10-15T02:00:00.000Z', -180],
  ])('%s at %s is %i minutes', (name, instant, minutes) => {
    expect(offsetAt(zone(name), Date.parse(instant))).toBe(minutes)
  })

  it('holds to the ends of the calendar, and two days beyond', () => {
    const la = zone('America/Los_Angeles')
    // Local mean time, 7:52:58 behind, cut to the minute.
    expect([FIRST_MS - 2 * DAY, FIRST_MS, FIRST_MS + DAY].map((ms) => offsetAt(la, ms))).toEqual([
      -472, -472, -472,
    ])
    expect([LAST_MS, LAST_MS + 2 * DAY].map((ms) => offsetAt(la, ms))).toEqual([-480, -480])
  })

  it('ends where it ends whatever was asked before', async () => {
    vi.resetModules()
    const fresh = await import('../../src/time/zone')
    const bucket = 2 ** 19 * 1000
    const first = Math.floor((FIRST_MS - 2 * DAY) / bucket) * bucket
    const last = (Math.floor((LAST_MS + 2 * DAY) / bucket) + 1) * bucket - 1
    const ends = [first - 1, first, last, last + 1]
    const offsets = (name: string) => ends.map((ms) => fresh.offsetAt(fresh.findZone(name)!, ms))
    // Local mean time of Honolulu, 10:31:26 behind, cut to the minute.
    expect(offsets('Pacific/Honolulu')).toEqual([NaN, -631, -600, NaN])
    expect(offsets('Pacific/Honolulu')).toEqual([NaN, -631, -600, NaN])
  })

  it.each([NaN, Infinity, -Infinity, FIRST_MS - 9 * DAY, LAST_MS + 9 * DAY, 1e20])('is NaN at %d', (ms) => {
    expect(offsetAt(zone('Europe/London'), ms)).toBeNaN()
  })

  it('does not depend on what was asked before, over any number of years', () => {
    const asked = zone('Europe/Berlin')
    const summer = Date.UTC(2020, 6, 1)
    fc.assert(
      fc.property(fc.integer({ min: FIRST_MS, max: LAST_MS }), (ms) => {
        const before = offsetAt(asked, ms)
        expect(offsetAt(asked, summer)).toBe(120)
        expect(offsetAt(asked, ms)).toBe(before)
      }),
    )
  })

  it('keeps no more for ten thousand years than for one', () => {
    const { offsets } = zone('Asia/Tokyo')
    for (let year = 1; year < 9999; year += 7) offsetAt(zone('Asia/Tokyo'), FIRST_MS + year * 365 * DAY)
    expect(zone('Asia/Tokyo').offsets).toBe(offsets)
    expect(offsets.bucket.length).toBe(1024)
  })
})

it('does no work with Intl of its own on import', async () => {
  await import('date-fns-tz/formatInTimeZone')
  vi.resetModules()
  const listing = vi.spyOn(Intl, 'supportedValuesOf')
  try {
    const fresh = await import('../../src/time/zone')
    expect(listing).not.toHaveBeenCalled()
    fresh.findZone('Asia/Tokyo')
    expect(listing).toHaveBeenCalledTimes(1)
  } finally {
    listing.mockRestore()
  }
})
