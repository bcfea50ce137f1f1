import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/time/calendar'
import { formatInstant } from '../../src/time/instant'
import { readIso } from '../../src/time/iso'
import { resolveWall, type Disambiguation } from '../../src/time/wall'
import { findZone, offsetAt, type Zone } from '../../src/time/zone'

function zone(name: string): Zone {
  return findZone(name) ?? expect.fail(`${name} is not a zone here`)
}

function resolve(name: string, local: string, disambiguation?: Disambiguation) {
  const wall = readIso(local)?.wall ?? expect.fail(`${local} is no date-time`)
  const { epoch, offset, ambiguity } = resolveWall(zone(name), wall, disambiguation)
  return [epoch === null ? null : formatInstant(epoch), offset, ambiguity]
}

describe('resolveWall', () => {
  it.each([
    ['America/Los_Angeles', '2020-04-01T06:35', '2020-04-01T13:35:00.000Z', -420],
    ['America/Los_Angeles', '2020-03-08T01:59:59', '2020-03-08T09:59:59.000Z', -480],
    ['America/Los_Angeles', '2020-03-08T03:00', '2020-03-08T10:00:00.000Z', -420],
    ['America/Los_Angeles', '2020-11-01T00:59:59', '2020-11-01T07:59:59.000Z', -420],
    ['America/Los_Angeles', '2020-11-01T02:00', '2020-11-01T10:00:00.000Z', -480],
    ['Pacific/Apia', '2011-12-29T23:59:59', '2011-12-30T09:59:59.000Z', -600],
    ['Pacific/Apia', '2011-12-31T00:00', '2011-12-30T10:00:00.000Z', 840],
    ['Etc/GMT+12', '2020-11-01T02:00', '2020-11-01T14:00:00.000Z', -720],
    ['UTC', '2020-11-01T02:00', '2020-11-01T02:00:00.000Z', 0],
  ])('%s shows %s once', (name, local, instant, offset) => {
    for (const policy of ['compatible', 'earlier', 'later', 'reject'] as const) {
      expect(resolve(name, local, policy)).toEqual([instant, offset, 'none'])
    }
  })

  it.each([
    [
      'America/Los_Angeles',
      '2020-11-01T01:30',
      '2020-11-01T08:30:00.000Z',
      -420,
      '2020-11-01T09:30:00.000Z',
      -480,
    ],
    [
      'America/Los_Angeles',
      '2020-11-01T01:00',
      '2020-11-01T08:00:00.000Z',
      -420,
      '2020-11-01T09:00:00.000Z',
      -480,
    ],
    [
      'America/Los_Angeles',
      '2020-11-01T01:59:59',
      '2020-11-01T08:59:59.000Z',
      -420,
      '2020-11-01T09:59:59.000Z',
      -480,
    ],
    [
      'Australia/Lord_Howe',
      '2020-04-05T01:45',
      '2020-04-04T14:45:00.000Z',
      660,
      '2020-04-04T15:15:00.000Z',
      630,
    ],
    ['Europe/Dublin', '2020-10-25T01:30', '2020-10-25T00:30:00.000Z', 60, '2020-10-25T01:30:00.000Z', 0],
    ['Africa/Casablanca', '2020-04-19T02:30', '2020-04-19T01:30:00.000Z', 60, '2020-04-19T02:30:00.000Z', 0],
  ])('%s repeats %s', (name, local, first, before, second, after) => {
    expect(resolve(name, local)).toEqual([first, before, 'overlap'])
    expect(resolve(name, local, 'compatible')).toEqual([first, before, 'overlap'])
    expect(resolve(name, local, 'earlier')).toEqual([first, before, 'overlap'])
    expect(resolve(name, local, 'later')).toEqual([second, after, 'overlap'])
    expect(resolve(name, local, 'reject')).toEqual([null, null, 'overlap'])
  })

  it.each([
    // 02:30 is moved on to 03:30 summer time, or back to 01:30 standard time.
    [
      'America/Los_Angeles',
      '2020-03-08T02:30',
      '2020-03-08T10:30:00.000Z',
      -420,
      '2020-03-08T09:30:00.000Z',
      -480,
    ],
    [
      'America/Los_Angeles',
      '2020-03-08T02:00',
      '2020-03-08T10:00:00.000Z',
      -420,
      '2020-03-08T09:00:00.000Z',
      -480,
    ],
    [
      'America/Los_Angeles',
      '2020-03-08T02:59:59',
      '2020-03-08T10:59:59.000Z',
      -420,
      '2020-03-08T09:59:59.000Z',
      -480,
    ],
    [
      'Australia/Lord_Howe',
      '2020-10-04T02:15',
      '2020-10-03T15:45:00.000Z',
      660,
      '2020-10-03T15:15:00.000Z',
      630,
    ],
    // The whole of 30 December is skipped.
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00.000Z', 840, '2011-12-29T22:00:00.000Z', -600],
    ['Pacific/Apia', '2011-12-30T00:00', '2011-12-30T10:00:00.000Z', 840, '2011-12-29T10:00:00.000Z', -600],
    ['Europe/Dublin', '2020-03-29T01:30', '2020-03-29T01:30:00.000Z', 60, '2020-03-29T00:30:00.000Z', 0],
    ['Africa/Casablanca', '2020-05-31T02:30', '2020-05-31T02:30:00.000Z', 60, '2020-05-31T01:30:00.000Z', 0],
  ])('%s skips %s', (name, local, on, after, back, before) => {
    expect(resolve(name, local)).toEqual([on, after, 'gap'])
    expect(resolve(name, local, 'compatible')).toEqual([on, after, 'gap'])
    expect(resolve(name, local, 'later')).toEqual([on, after, 'gap'])
    expect(resolve(name, local, 'earlier')).toEqual([back, before, 'gap'])
    expect(resolve(name, local, 'reject')).toEqual([null, null, 'gap'])
  })

  it('undoes offsetAt: one of the two moments of a wall time that was shown is the moment', () => {
    const names = fc.constantFrom(
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'America/St_Johns',
    )
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: Date.UTC(1972, 0, 3), max: Date.UTC(2040, 0, 1) }),
        (name, epoch) => {
          const wall = epoch + offsetAt(zone(name), epoch) * MINUTE
          const earlier = resolveWall(zone(name), wall, 'earlier')
          const later = resolveWall(zone(name), wall, 'later')
          expect([earlier.epoch, later.epoch]).toContain(epoch)
          expect(earlier.ambiguity).not.toBe('gap')
        },
      ),
    )
  })

  it('never throws, whatever the number', () => {
    fc.assert(
      fc.property(fc.double(), (wall) => {
        expect(['none', 'overlap', 'gap']).toContain(resolveWall(zone('Europe/Paris'), wall).ambiguity)
      }),
    )
  })
})
