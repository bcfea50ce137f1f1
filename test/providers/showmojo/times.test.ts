import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../src/error'
import { parseWebhook } from '../../../src/named'
import { offsetMinutes } from '../../../src/providers/showmojo/zone'
import type { ParseOptions } from '../../../src/webhook'

const parse = (showing: object, rest: object = {}, options: ParseOptions = {}) => {
  const event = { id: '1', action: 'create', ...rest, showing }
  const parsed = unwrap(parseWebhook('showmojo', {}, { event }, options))
  if (parsed.family !== 'showing') expect.fail('a showing')
  return parsed
}

const pacific = { showing_time_zone: 'Pacific Time (US & Canada)' }
const contradiction = (zone: string) => [
  {
    code: 'zone_contradiction',
    path: '/event/showing/showing_time_zone_utc_offset',
    expected: `an offset of ${zone}`,
  },
]
const unreadable = (path: string) => [
  { code: 'time_unreadable', path, expected: 'a date-time with an offset' },
]

describe('stamps', () => {
  test.each([
    ['2024-06-12T16:30:00-07:00', '2024-06-12T23:30:00.000Z', 'second'],
    ['2024-06-12T23:30:00Z', '2024-06-12T23:30:00.000Z', 'second'],
    ['2024-06-12T23:30:00.5Z', '2024-06-12T23:30:00.500Z', 'millisecond'],
    ['2024-06-12T23:30:00.123456+00:00', '2024-06-12T23:30:00.123Z', 'millisecond'],
    ['2024-06-12T23:30Z', '2024-06-12T23:30:00.000Z', 'minute'],
  ])('%s is read wherever a stamp stands', (raw, instant, precision) => {
    const event = parse(
      {
        showtime: raw,
        created_at: raw,
        confirmed_at: raw,
        canceled_at: raw,
        self_show_code_distributed_at: raw,
      },
      { created_at: raw },
    )
    const { startsAt, createdAt, confirmedAt, canceledAt, codeIssuedAt } = event.showing
    for (const time of [event.occurredAt, startsAt, createdAt, confirmedAt, canceledAt, codeIssuedAt]) {
      expect(time).toMatchObject({ instant, precision, basis: 'offset', zone: null, raw })
    }
    expect(event.issues).toStrictEqual([])
  })

  test.each([
    '2024-06-31T16:30:00Z',
    '2024-06-12',
    'soon',
    '2024-06-12T16:30:00Z ',
    '2024-06-12T16:30:00 PST',
  ])('%s is null and an issue', (raw) => {
    const event = parse({ ...pacific, showtime: raw })
    expect(event.showing.startsAt).toBeNull()
    expect(event.issues).toStrictEqual(unreadable('/event/showing/showtime'))
  })

  test.each(['created_at', 'confirmed_at', 'canceled_at', 'self_show_code_distributed_at'])(
    '%s without an offset needs the zone of the caller',
    (field) => {
      const without = parse({ ...pacific, [field]: '2024-06-12T16:30:00' })
      expect(without.issues).toStrictEqual(unreadable(`/event/showing/${field}`))
      const within = parse({ ...pacific, [field]: '2024-06-12T16:30:00' }, {}, { zone: 'America/Denver' })
      expect(within.issues).toStrictEqual([])
      const { createdAt, confirmedAt, canceledAt, codeIssuedAt } = within.showing
      expect(
        [createdAt, confirmedAt, canceledAt, codeIssuedAt].filter((time) => time !== null),
      ).toMatchObject([
        { instant: '2024-06-12T22:30:00.000Z', zone: 'America/Denver', basis: 'assumed-zone' },
      ])
    },
  )

  test('a year outside the calendar is an issue', () => {
    const event = parse({}, { created_at: '9999-12-31T23:59:59-01:00' })
    expect(event.occurredAt).toBeNull()
    expect(event.issues).toStrictEqual(unreadable('/event/created_at'))
  })
})

describe('the showtime', () => {
  test.each([
    ['2024-06-12T23:30:00Z', '2024-06-12T16:30:00', '-07:00'],
    ['2024-01-12T23:30:00Z', '2024-01-12T15:30:00', '-08:00'],
    ['2024-06-12T16:30:00-07:00', '2024-06-12T16:30:00', '-07:00'],
    ['2024-11-03T08:30:00Z', '2024-11-03T01:30:00', '-07:00'],
    ['2024-11-03T09:30:00Z', '2024-11-03T01:30:00', '-08:00'],
  ])('%s is shown on the clock of its zone', (showtime, local, offset) => {
    const event = parse({ ...pacific, showtime })
    expect(event.showing.startsAt).toMatchObject({
      local,
      offset,
      zone: 'America/Los_Angeles',
      raw: showtime,
    })
    expect(event.issues).toStrictEqual([])
  })

  test.each(['2024-06-12T18:30:00-05:00', '2024-06-12T23:30:00+00:00', '2024-06-12T15:30:00-08:00'])(
    '%s claims an offset that the zone does not have',
    (showtime) => {
      const event = parse({ ...pacific, showtime })
      expect(event.showing.startsAt).toMatchObject({
        instant: '2024-06-12T23:30:00.000Z',
        local: '2024-06-12T16:30:00',
        offset: '-07:00',
        zone: 'America/Los_Angeles',
        basis: 'offset',
      })
      expect(event.issues).toStrictEqual([
        {
          code: 'zone_contradiction',
          path: '/event/showing/showtime',
          expected: 'an offset of America/Los_Angeles',
        },
      ])
    },
  )

  test.each([
    ['compatible', '2024-11-03T01:30:00', '2024-11-03T08:30:00.000Z', 'overlap'],
    ['later', '2024-11-03T01:30:00', '2024-11-03T09:30:00.000Z', 'overlap'],
    ['compatible', '2024-03-10T02:30:00', '2024-03-10T10:30:00.000Z', 'gap'],
    ['earlier', '2024-03-10T02:30:00', '2024-03-10T09:30:00.000Z', 'gap'],
    ['reject', '2024-06-12T16:30:00', '2024-06-12T23:30:00.000Z', 'none'],
  ] as const)('%s: %s on the clock of its zone', (disambiguation, showtime, instant, ambiguity) => {
    const event = parse({ ...pacific, showtime }, {}, { disambiguation })
    expect(event.showing.startsAt).toMatchObject({ instant, ambiguity, basis: 'zone' })
    expect(event.issues).toStrictEqual([])
  })

  test('that the clock shows twice has no instant with the policy reject', () => {
    const event = parse({ ...pacific, showtime: '2024-11-03T01:30:00' }, {}, { disambiguation: 'reject' })
    expect(event.showing.startsAt).toMatchObject({ instant: null, local: '2024-11-03T01:30:00', basis: null })
    expect(event.issues).toStrictEqual([
      {
        code: 'time_ambiguous',
        path: '/event/showing/showtime',
        expected: 'a time that the clock shows once',
      },
    ])
  })

  test('without an offset and a zone is an issue, unless the caller gives a zone', () => {
    const showtime = '2024-06-12T16:30:00'
    expect(parse({ showtime }).issues).toStrictEqual(unreadable('/event/showing/showtime'))
    const event = parse({ showtime }, {}, { zone: 'America/Denver' })
    expect(event.showing.startsAt).toMatchObject({
      instant: '2024-06-12T22:30:00.000Z',
      basis: 'assumed-zone',
    })
    // The zone of the payload goes first.
    const named = parse({ ...pacific, showtime }, {}, { zone: 'America/Denver' })
    expect(named.showing.startsAt).toMatchObject({ instant: '2024-06-12T23:30:00.000Z', basis: 'zone' })
  })
})

describe('the name of the zone', () => {
  const showtime = '2024-06-12T23:30:00Z'

  test.each(['America/Chicago', 'US/Central', 'Etc/UTC'])('%s may be an IANA name', (name) => {
    const event = parse({ showtime, showing_time_zone: name })
    expect(event.showing).toMatchObject({ zoneName: name, startsAt: { zone: name } })
    expect(event.issues).toStrictEqual([])
  })

  test.each(['Springfield Time', 'pacific time (us & canada)', 'constructor', '__proto__', 'PST', '-07:00'])(
    '%s is unknown',
    (name) => {
      const event = parse({ showtime, showing_time_zone: name, showing_time_zone_utc_offset: -8 })
      expect(event.showing).toMatchObject({
        zoneName: name,
        zoneOffset: -8,
        startsAt: { zone: null, offset: '+00:00' },
      })
      expect(event.issues).toStrictEqual([
        {
          code: 'zone_unknown',
          path: '/event/showing/showing_time_zone',
          expected: 'a time zone of Rails or of the IANA database',
        },
      ])
    },
  )
})

describe('the offset of the zone', () => {
  test.each([
    [0, 0],
    [-5, -300],
    [14, 840],
    [-14, -840],
    [-300, -300],
    [15, 15],
    [840, 840],
    [-840, -840],
    [841, 841 / 60],
    [-18000, -300],
    [20700, 345],
    [45900, 765],
  ])('%d is %d minutes', (sent, minutes) => {
    expect(offsetMinutes(sent)).toBe(minutes)
  })

  const eastern = { showing_time_zone: 'Eastern Time (US & Canada)' }
  const [summer, winter] = ['2024-06-12T23:30:00Z', '2024-01-12T23:30:00Z']

  test.each([
    [summer, -5],
    [summer, -300],
    [summer, -18000],
    [summer, -4],
    [summer, -240],
    [summer, -14400],
    [winter, -5],
    [winter, -18000],
    ['2024-06-12T19:30:00', -4],
    ['2024-11-03T01:30:00', -4],
    [summer, '-5'],
  ])('at %s may be %j', (showtime, sent) => {
    const event = parse({ ...eastern, showtime, showing_time_zone_utc_offset: sent })
    expect(event.showing.zoneOffset).toBe(Number(sent))
    expect(event.showing.startsAt?.zone).toBe('America/New_York')
    expect(event.issues).toStrictEqual([])
  })

  test.each([
    [winter, -4],
    [summer, -6],
    [summer, -18001],
    [summer, 0],
    [summer, 5],
    [summer, 1e9],
  ])('at %s may not be %j', (showtime, sent) => {
    const event = parse({ ...eastern, showtime, showing_time_zone_utc_offset: sent })
    expect(event.showing.zoneOffset).toBe(sent)
    expect(event.showing.startsAt?.zone).toBe('America/New_York')
    expect(event.issues).toStrictEqual(contradiction('America/New_York'))
  })

  test.each([
    ['Kathmandu', 20700],
    ['Kathmandu', 345],
    ['Newfoundland', -12600],
    ['Chatham Is.', 45900],
    ['Adelaide', 34200],
    ['Dublin', 0],
    ['Dublin', 3600],
  ])('of %s may be %d in July', (name, sent) => {
    const event = parse({
      showtime: '2024-07-12T12:00:00Z',
      showing_time_zone: name,
      showing_time_zone_utc_offset: sent,
    })
    expect(event.issues).toStrictEqual([])
  })

  test('is compared at the moment of the event where there is no showtime, and not at all without either', () => {
    const zone = { ...eastern, showing_time_zone_utc_offset: -4 }
    expect(parse(zone, { created_at: winter }).issues).toStrictEqual(contradiction('America/New_York'))
    expect(parse(zone, { created_at: summer }).issues).toStrictEqual([])
    expect(parse(zone).issues).toStrictEqual([])
  })

  test.each([
    ['International Date Line West', -43200, 'Etc/GMT+12', true],
    ['International Date Line West', -39600, 'Pacific/Midway', false],
    ['Samoa', 46800, 'Pacific/Apia', true],
    ['Samoa', -39600, 'Pacific/Pago_Pago', false],
    ['Astana', 5, 'Asia/Almaty', true],
    ['Astana', 6, 'Asia/Dhaka', false],
    ['Georgetown', -14400, 'America/Guyana', true],
    ['Georgetown', -10800, 'America/Argentina/San_Juan', false],
  ])('settles what %s means: with %d it is %s', (name, sent, zone, isToday) => {
    const event = parse({
      showtime: '2024-07-12T12:00:00Z',
      showing_time_zone: name,
      showing_time_zone_utc_offset: sent,
    })
    expect(event.showing.startsAt).toMatchObject({ zone, instant: '2024-07-12T12:00:00.000Z' })
    expect(event.issues.map(({ code }) => code)).toStrictEqual(isToday ? [] : ['zone_contradiction'])
  })

  test('that fits neither meaning leaves the name what it means today', () => {
    const event = parse({
      showtime: '2024-07-12T12:00:00Z',
      showing_time_zone: 'Samoa',
      showing_time_zone_utc_offset: 1,
    })
    expect(event.showing.startsAt?.zone).toBe('Pacific/Apia')
    expect(event.issues).toStrictEqual(contradiction('Pacific/Apia'))
  })

  test('remarks are no faults', () => {
    const showing = { ...eastern, showtime: winter, showing_time_zone_utc_offset: -4 }
    expect(parse(showing, {}, { strict: true }).issues).toHaveLength(1)
  })
})
