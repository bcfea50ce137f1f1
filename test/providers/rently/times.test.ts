import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../src/error'
import { parseWebhook } from '../../../src/named'
import type { ParseOptions } from '../../../src/webhook'

const activity = (stamps: object, options?: ParseOptions) =>
  unwrap(parseWebhook('rently', {}, { type: 'Now Available', ...stamps }, options))

describe('the stamp that decides', () => {
  const iso = '2020-04-01T06:35:01-07:00'

  test.each([
    [
      'checkin_at_iso',
      { checkin_at_iso: iso, showing_timestamp: iso, checkin_at: '04/01/2020 at 06:35AM' },
      iso,
    ],
    ['showing_timestamp', { showing_timestamp: iso, checkin_at: '04/01/2020 at 06:35AM' }, iso],
    [
      'checkin_at',
      { checkin_at: '04/01/2020 at 06:35AM', created_at: '04/02/2020 at 06:35AM' },
      '04/01/2020 at 06:35AM',
    ],
    [
      'created_at',
      { created_at: '04/02/2020 at 06:35AM', record_date: '04/03/2020 at 06:35AM' },
      '04/02/2020 at 06:35AM',
    ],
    ['record_date', { record_date: '04/03/2020 at 06:35AM' }, '04/03/2020 at 06:35AM'],
  ])('is %s', (_, stamps, raw) => {
    const event = activity(stamps)
    expect(event.occurredAt?.raw).toBe(raw)
    expect(event.issues).toStrictEqual([])
  })

  test('is the next one where the first cannot be read, with an issue', () => {
    const event = activity({ checkin_at_iso: '2020-04-31T06:35:01-07:00', showing_timestamp: iso })
    expect(event.occurredAt?.instant).toBe('2020-04-01T13:35:01.000Z')
    expect(event.issues).toStrictEqual([
      { code: 'time_unreadable', path: '/checkin_at_iso', expected: 'a date-time with an offset' },
    ])
  })

  test('is none whose moment lies before the year 1', () => {
    const event = activity({ checkin_at_iso: '0001-01-01T00:00:00+14:00' })
    expect(event.occurredAt).toBeNull()
    expect(event.issues).toContainEqual({
      code: 'time_unreadable',
      path: '/checkin_at_iso',
      expected: 'a year from 0001 to 9999',
    })
  })

  test('is none where there is none', () => {
    expect(activity({}).occurredAt).toBeNull()
  })
})

describe('a local stamp is on the clock of the server, America/Los_Angeles', () => {
  test.each([
    ['01/15/2020 at 12:00AM', '2020-01-15T08:00:00.000Z', '-08:00'],
    ['01/15/2020 at 12:00PM', '2020-01-15T20:00:00.000Z', '-08:00'],
    ['07/15/2020 at 11:59PM', '2020-07-16T06:59:00.000Z', '-07:00'],
    ['12/31/2020 at 11:59PM', '2021-01-01T07:59:00.000Z', '-08:00'],
  ])('%s is %s', (checkin_at, instant, offset) => {
    expect(activity({ checkin_at }).occurredAt).toMatchObject({
      instant,
      offset,
      zone: 'America/Los_Angeles',
      precision: 'minute',
      basis: 'assumed-zone',
      ambiguity: 'none',
      raw: checkin_at,
    })
  })

  test.each([
    ['03/08/2020 at 02:30AM', 'gap', { compatible: '10:30', earlier: '09:30', later: '10:30' }],
    ['11/01/2020 at 01:30AM', 'overlap', { compatible: '08:30', earlier: '08:30', later: '09:30' }],
  ] as const)('%s is in a %s', (checkin_at, ambiguity, hours) => {
    for (const disambiguation of ['compatible', 'earlier', 'later'] as const) {
      const time = activity({ checkin_at }, { disambiguation }).occurredAt
      expect(time?.instant?.slice(11, 16)).toBe(hours[disambiguation])
      expect(time?.ambiguity).toBe(ambiguity)
    }
    const rejected = activity({ checkin_at }, { disambiguation: 'reject' })
    expect(rejected.occurredAt).toMatchObject({ instant: null, offset: null, basis: null, ambiguity })
    expect(rejected.issues).toStrictEqual([
      { code: 'time_ambiguous', path: '/checkin_at', expected: 'a time that the clock shows once' },
    ])
  })

  test('whatever zone the caller gives: the documents have said it', () => {
    const checkin_at = '01/15/2020 at 12:00AM'
    expect(activity({ checkin_at }, { zone: 'Asia/Tokyo' })).toStrictEqual(activity({ checkin_at }))
  })
})

describe('twins', () => {
  test('that agree to the minute are no issue, also when one is in UTC', () => {
    expect(
      activity({ checkin_at_iso: '2020-04-01T06:35:59-07:00', checkin_at: '04/01/2020 at 06:35AM' }).issues,
    ).toStrictEqual([])
    expect(
      activity({ checkin_at_iso: '2020-04-01T13:35:59Z', checkin_at: '04/01/2020 at 06:35AM' }).issues,
    ).toStrictEqual([
      { code: 'zone_contradiction', path: '/checkin_at_iso', expected: 'an offset of America/Los_Angeles' },
    ])
  })

  test('that disagree are an issue, and the stamp with an offset decides', () => {
    const event = activity({
      checkin_at_iso: '2020-04-01T06:35:59-07:00',
      checkin_at: '04/01/2020 at 06:36AM',
    })
    expect(event.occurredAt?.local).toBe('2020-04-01T06:35:59')
    expect(event.issues).toStrictEqual([
      { code: 'time_contradiction', path: '/checkin_at', expected: 'the minute of the stamp with an offset' },
    ])
  })

  test('an unreadable local one is an issue', () => {
    const event = activity({ checkin_at_iso: '2020-04-01T06:35:59-07:00', checkin_at: '04/01/2020 06:36' })
    expect(event.issues).toMatchObject([{ code: 'time_unreadable', path: '/checkin_at' }])
  })

  test('two stamps with offsets for one moment in two forms are no issue', () => {
    const event = activity({
      checkin_at_iso: '2020-04-01T06:35:59-07:00',
      showing_timestamp: '2020-04-01T06:35:59.000-07:00',
    })
    expect(event.issues).toStrictEqual([])
  })
})

describe('a showing', () => {
  const showing = (fields: object) => {
    const event = unwrap(parseWebhook('rently', {}, { type: 'Self Scheduling', ...fields }))
    if (event.type !== 'showing.scheduled') throw new Error(`not scheduled but ${event.type}`)
    return event
  }

  test('never starts at the stamp: that is when it was made', () => {
    const event = showing({ checkin_at_iso: '2020-04-01T06:34:39-07:00', visit_date: '04/05/2020' })
    expect(event.showing.startsAt).toBeNull()
    expect(event.showing.date).toBe('2020-04-05')
    expect(event.showing.createdAt).toStrictEqual(event.occurredAt)
  })

  test.each(['02/30/2020', '2020-04-05', '4/5/2020', '04/05/20', '04/05/2020 ', '13/01/2020'])(
    'on %j has no date and an issue',
    (visit_date) => {
      const event = showing({ visit_date })
      expect(event.showing.date).toBeNull()
      expect(event.issues).toStrictEqual([
        { code: 'time_unreadable', path: '/visit_date', expected: 'MM/DD/YYYY' },
      ])
    },
  )
})

describe('activity_time', () => {
  const at = (activity_time: unknown) =>
    unwrap(parseWebhook('rently', {}, { message_type: 'Lock', activity_time }))

  test.each([
    [1612087200123, '2021-01-31T10:00:00.123Z', 'epoch'],
    ['2021-01-31 10:00:00 UTC', '2021-01-31T10:00:00.000Z', 'offset'],
  ])('%j is %s', (stamp, instant, basis) => {
    expect(at(stamp).occurredAt).toMatchObject({ instant, basis, zone: null, raw: stamp })
  })

  test.each([1e18, -1e18, 1.5, '2021-01-31 10:00:00', '2021-02-30 10:00:00 UTC', 'soon'])(
    '%j is none',
    (stamp) => {
      const event = at(stamp)
      expect(event.occurredAt).toBeNull()
      expect(event.issues).toMatchObject([{ code: 'time_unreadable', path: '/activity_time' }])
    },
  )
})
