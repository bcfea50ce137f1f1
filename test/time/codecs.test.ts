import { describe, expect, test } from 'vitest'
import { FAIL, type Reader } from '../../src/codec/codec'
import { issuesOf, newReading } from '../../src/codec/reading'
import { CivilDate, EventTime } from '../../src/time/codecs'
import { localTime, offsetTime, epochTime } from '../../src/time/event-time'
import { readIso } from '../../src/time/iso'
import { findZone } from '../../src/time/zone'
import { REFUSED, expectPartition } from '../support/values'

const read = (codec: Reader<unknown>, input: unknown) => {
  const reading = newReading(false)
  const output = codec.read(input, reading)
  return {
    output: output === FAIL ? REFUSED : output,
    issues: issuesOf(reading).map(({ code, path }) => `${code} ${path}`),
  }
}

describe('CivilDate', () => {
  test.each(['2020-04-05', '0001-01-01', '9999-12-31', '2020-02-29'])('takes %s', (day) => {
    expect(read(CivilDate, day)).toStrictEqual({ output: day, issues: [] })
    expect(CivilDate.is(day)).toBe(true)
  })

  test.each(['2020-02-30', '2021-02-29', '0000-01-01', '04/05/2020', '2020-4-5', '2020-04-05T00:00:00Z', ''])(
    'refuses %j',
    (day) => {
      expect(read(CivilDate, day)).toStrictEqual({ output: REFUSED, issues: ['wrong_kind '] })
    },
  )

  test('takes no other value', () => {
    expectPartition((value) => read(CivilDate, value).output, {})
  })
})

describe('EventTime', () => {
  const raw = '2020-04-01T06:35:01-07:00'
  const stamp = readIso(raw)
  const time =
    stamp?.offset == null
      ? null
      : offsetTime(raw, { ...stamp, offset: stamp.offset }, findZone('America/Los_Angeles'))

  test.each([
    ['a stamp with an offset', time],
    ['an epoch', epochTime(1_585_748_101, 1_585_748_101_000, 'second', null)],
    ['a local time', localTime('2020-04-01 06:35', Date.UTC(2020, 3, 1, 6, 35), 'minute')],
  ])('takes %s back from JSON as it was', (_, made) => {
    expect(made).not.toBeNull()
    const json: unknown = JSON.parse(JSON.stringify(made))
    expect(read(EventTime, json)).toStrictEqual({ output: made, issues: [] })
    expect(EventTime.is(json)).toBe(true)
  })

  test('fills what an older version did not write', () => {
    expect(read(EventTime, { precision: 'second', raw: 'x' })).toStrictEqual({
      output: {
        instant: null,
        local: null,
        offset: null,
        zone: null,
        precision: 'second',
        basis: null,
        ambiguity: 'none',
        raw: 'x',
      },
      issues: [],
    })
  })

  test.each([
    '2020-04-01T13:35:01Z',
    '2020-04-01T13:35:01.000+00:00',
    '2020-02-30T13:35:01.000Z',
    '2020-04-01 13:35:01.000Z',
    1_585_748_101,
  ])('an instant is of one form only: %j is none', (instant) => {
    expect(read(EventTime, { ...time, instant })).toMatchObject({
      output: { instant: null, local: '2020-04-01T06:35:01' },
      issues: ['wrong_kind /instant'],
    })
  })

  test('is nothing without its stamp and precision', () => {
    expect(read(EventTime, { instant: null })).toStrictEqual({
      output: REFUSED,
      issues: ['missing /precision', 'missing /raw'],
    })
    expect(read(EventTime, { ...time, precision: 'day' }).issues).toStrictEqual(['wrong_kind /precision'])
  })
})
