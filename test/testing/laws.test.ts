import { isRight } from 'fp-ts/Either'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { unwrap } from '../../src/error'
import type { EventOrder } from '../../src/event/base'
import type { AnyEvent } from '../../src/event/event'
import { compareEvents, dedupeKey } from '../../src/event/identity'
import { parseWebhook } from '../../src/named'
import { LeasingEvent } from '../../src/providers/index'
import { arbitraryEvent, arbitraryLeasingEvent } from '../../src/testing/arbitraries/event'
import { arbitraryPayload } from '../../src/testing/arbitraries/payload'
import { samples } from '../../src/testing/samples'
import { formatInstant, readInstant } from '../../src/time/instant'
import { providerNames } from '../support/fixtures'

const parsed = (provider: LeasingEvent['source']['provider'], payload: unknown, indent?: string) =>
  unwrap(parseWebhook(provider, {}, JSON.stringify(payload, null, indent)))

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

describe.each(providerNames)('every body of %s', (name) => {
  test('becomes an event that JSON brings back, and its codec knows', () => {
    fc.assert(
      fc.property(arbitraryPayload(name, { foreign: true }), (payload) => {
        const event = parsed(name, payload)
        const json: unknown = JSON.parse(JSON.stringify(event))
        expect(json).toStrictEqual(event)
        expect(LeasingEvent.decode(json)).toStrictEqual({ _tag: 'Right', right: event })
      }),
    )
  })

  test('has one key, whatever the order of its keys, the white space and what no document names', () => {
    fc.assert(
      fc.property(arbitraryPayload(name), fc.jsonValue(), (payload, foreign) => {
        const event = parsed(name, payload)
        expect(dedupeKey(parsed(name, payload))).toStrictEqual(dedupeKey(event))
        expect(dedupeKey(parsed(name, reversed(payload), '\t'))).toStrictEqual(dedupeKey(event))
        if (event.type === 'unrecognized') return
        expect(dedupeKey(parsed(name, { ...payload, x_unknown: foreign }))).toStrictEqual(dedupeKey(event))
      }),
    )
  })

  test('has another key than every other body', () => {
    fc.assert(
      fc.property(arbitraryPayload(name), arbitraryPayload(name), (payload, other) => {
        const [one, two] = [parsed(name, payload), parsed(name, other)]
        const matterOf = ({ identity, source }: AnyEvent) =>
          identity.strength === 'content'
            ? JSON.stringify([source.type, reversed(reversed(sorted(source.payload)))])
            : JSON.stringify(identity.parts)
        expect(dedupeKey(one).key === dedupeKey(two).key).toBe(matterOf(one) === matterOf(two))
      }),
    )
  })

  test('gets another key by a change of any documented field, unless an id identifies it', () => {
    fc.assert(
      fc.property(arbitraryEvent(name, { data: 'of-payload' }), fc.nat(), (event: AnyEvent, at) => {
        const leaves = leavesOf(event.source.payload)
        const path = leaves[at % leaves.length] ?? []
        const payload = changedAt(event.source.payload, path)
        const changed = { ...event, source: { ...event.source, payload } }
        const isSame = dedupeKey(changed).key === dedupeKey(event).key
        expect(isSame).toBe(event.identity.strength !== 'content')
      }),
    )
  })
})

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}

type Path = readonly string[]

const leavesOf = (value: unknown): readonly Path[] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, member]) => leavesOf(member).map((path) => [key, ...path]))
    : [[]]

/** Another value in the place, the kind of the containers kept. */
const changedAt = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return value === 'another' ? 'one more' : 'another'
  if (Array.isArray(value))
    return value.map((member, at) => (String(at) === key ? changedAt(member, rest) : (member as unknown)))
  const object = value as Record<string, unknown>
  return { ...object, [key]: changedAt(object[key], rest) }
}

const precisions = ['minute', 'second', 'millisecond'] as const

/** Close together, at the seams of minutes and seconds, and of every precision. */
const timeOrder: fc.Arbitrary<EventOrder> = fc
  .record({ at: fc.integer({ min: 0, max: 180_000 }), precision: fc.constantFrom(...precisions) })
  .map(({ at, precision }) => {
    const step = { minute: 60_000, second: 1000, millisecond: 1 }[precision]
    const value = formatInstant(1_585_747_800_000 + Math.floor(at / step) * step) ?? ''
    return { by: 'time', value, precision }
  })

const sequenceOrder: fc.Arbitrary<EventOrder> = fc
  .tuple(fc.constantFrom('', '0', '00'), fc.bigInt({ min: 0n, max: 2n ** 70n }), fc.boolean())
  .map(([zeros, number, isSmall]) => ({
    by: 'sequence',
    value: `${zeros}${isSmall ? number % 12n : number}`,
    precision: null,
  }))

const severalOf = (order: fc.Arbitrary<EventOrder | null>) =>
  fc.uniqueArray(order, { minLength: 3, maxLength: 6, selector: JSON.stringify })

const severalOrders = fc.oneof(
  severalOf(timeOrder),
  severalOf(sequenceOrder),
  severalOf(fc.oneof(timeOrder, sequenceOrder, fc.constant(null))),
)

/** Each event has its own place in the order: one that comes again comes with the same stamps. */
const someEvents = fc
  .tuple(arbitraryLeasingEvent(), severalOrders)
  .map(([event, places]): readonly AnyEvent[] =>
    places.map((order) => ({
      ...event,
      identity: { strength: 'provider-id', parts: [JSON.stringify(order)], order },
    })),
  )

const opposite = (order: -1 | 0 | 1 | null): number | null => (order === null ? null : 0 - order)

describe('the order of events', () => {
  test('is antisymmetric, and 0 for the same event alone', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        for (const a of events) {
          for (const b of events) {
            expect(compareEvents(a, b)).toBe(opposite(compareEvents(b, a)))
            expect(compareEvents(a, b) === 0).toBe(dedupeKey(a).key === dedupeKey(b).key)
          }
        }
      }),
    )
  })

  test('is transitive where it answers', () => {
    let chains = 0
    fc.assert(
      fc.property(someEvents, (events) => {
        for (const a of events) {
          for (const b of events) {
            for (const c of events) {
              if (compareEvents(a, b) !== -1 || compareEvents(b, c) !== -1) continue
              chains += 1
              expect(compareEvents(a, c)).toBe(-1)
            }
          }
        }
      }),
    )
    expect(chains).toBeGreaterThan(100)
  })

  test('is not told across providers', () => {
    fc.assert(
      fc.property(arbitraryLeasingEvent(), arbitraryLeasingEvent(), (a: AnyEvent, b: AnyEvent) => {
        fc.pre(a.source.provider !== b.source.provider)
        expect(compareEvents(a, b)).toBeNull()
      }),
    )
  })
})

const timesIn = (value: unknown): readonly Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'instant' in value && 'precision' in value ? [value as Record<string, unknown>] : []
  return [...own, ...Object.values(value).flatMap(timesIn)]
}

const offsetMinutes = (text: string): number => {
  const [hours, minutes] = text.slice(1).split(':').map(Number)
  return (text.startsWith('-') ? -1 : 1) * (hours! * 60 + minutes!)
}

test('local, offset and instant of every time of every event agree', () => {
  let compared = 0
  fc.assert(
    fc.property(arbitraryLeasingEvent(), (event) => {
      const { source: _, ...rest } = event
      for (const { instant, local, offset, precision } of timesIn(rest)) {
        expect(offset === null).toBe(instant === null || local === null)
        if (typeof instant !== 'string' || typeof local !== 'string' || typeof offset !== 'string') continue
        const wall = readInstant(`${local}${precision === 'millisecond' ? '' : '.000'}Z`)!
        const exact =
          precision === 'millisecond'
            ? readInstant(instant)!
            : Math.floor(readInstant(instant)! / 1000) * 1000
        expect(wall - offsetMinutes(offset) * 60_000).toBe(exact)
        compared += 1
      }
    }),
  )
  expect(compared).toBeGreaterThan(50)
})

describe('the zone of the host', () => {
  const original = process.env['TZ']
  afterAll(() => {
    if (original === undefined) delete process.env['TZ']
    else process.env['TZ'] = original
  })

  test.each([
    ['America/Los_Angeles', 480],
    ['Australia/Lord_Howe', -660],
    ['Pacific/Apia', -840],
    ['Asia/Kolkata', -330],
  ] as const)('%s changes nothing', (zone, minutesWestInJanuary) => {
    process.env['TZ'] = zone
    // Only if the host really is elsewhere now does the rest say anything.
    expect(new Date(2020, 0, 1).getTimezoneOffset()).toBe(minutesWestInJanuary)
    for (const { provider, headers, body, event } of samples) {
      const again = parseWebhook(provider, headers, body)
      expect(isRight(again) ? again.right : null).toStrictEqual(event)
    }
  })
})
