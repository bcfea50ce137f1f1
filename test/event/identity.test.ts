import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventOrder } from '../../src/event/base'
import type { AnyEvent } from '../../src/event/event'
import { compareEvents, dedupeKey } from '../../src/event/identity'
import { formatInstant } from '../../src/time/instant'
import { leadEvent, showingEvent } from '../support/events'

const content = { strength: 'content', parts: [] } as const

describe('dedupeKey', () => {
  test('is the name of the provider and 32 hexadecimal digits', () => {
    expect(dedupeKey(leadEvent()).key).toMatch(/^acme:[0-9a-f]{32}$/)
  })

  test('stays what it is from version to version', () => {
    // The first half of SHA-256 of ["provider-id",["1"]], of ["derived",["a","b"]] and of the content.
    expect(dedupeKey(leadEvent())).toStrictEqual({
      key: 'acme:432b2074148158095c9c4ba992ddf43f',
      strength: 'provider-id',
    })
    expect(dedupeKey(leadEvent({ identity: { strength: 'derived', parts: ['a', 'b'] } }))).toStrictEqual({
      key: 'acme:9f2b2697a5ea80e700b97b6f81ee6a7b',
      strength: 'derived',
    })
    expect(dedupeKey(leadEvent({ identity: content, word: 'new', payload: { b: 1, a: '–' } }))).toStrictEqual(
      {
        key: 'acme:8b66960fc63d78a9e573753e06cd7917',
        strength: 'content',
      },
    )
  })

  test('by id or by parts, nothing but those counts', () => {
    const one = leadEvent({ payload: { a: 1 }, word: 'new' })
    const other = showingEvent({ payload: { a: 2 }, word: 'old' })
    expect(dedupeKey(one)).toStrictEqual(dedupeKey(other))
  })

  test('is another for other parts, their order, their bounds and their strength', () => {
    const identities = [
      { parts: ['1'] },
      { parts: ['2'] },
      { parts: ['1', ''] },
      { parts: [] },
      { parts: ['a', 'b'] },
      { parts: ['b', 'a'] },
      { parts: ['a,b'] },
      { parts: ['a","b'] },
      { strength: 'derived', parts: ['1'] },
      { strength: 'content', parts: ['1'] },
    ] as const
    const keys = identities.map((identity) => dedupeKey(leadEvent({ identity })).key)
    expect(new Set(keys).size).toBe(identities.length)
  })

  test('is another for another provider', () => {
    const [one, other] = [dedupeKey(leadEvent()).key, dedupeKey(leadEvent({ provider: 'apex' })).key]
    expect(one.replace('acme', 'apex')).toBe(other)
  })

  test('by content, the word and every field count, and the order of keys does not', () => {
    const key = (word: string, payload: unknown) =>
      dedupeKey(leadEvent({ identity: content, word, payload })).key
    expect(key('new', { a: 1, b: { c: 2, d: 3 } })).toBe(key('new', { b: { d: 3, c: 2 }, a: 1 }))
    expect(key('new', { a: 1 })).not.toBe(key('old', { a: 1 }))
    expect(key('new', { a: 1 })).not.toBe(key('new', { a: '1' }))
    expect(key('new', { a: null })).not.toBe(key('new', {}))
    expect(key('new', { a: [1, 2] })).not.toBe(key('new', { a: [2, 1] }))
  })

  test('tells nothing of what it was made from', () => {
    const { key } = dedupeKey(leadEvent({ identity: { parts: ['ada@example.com'] } }))
    expect(key).not.toContain('ada')
  })

  test('takes lone surrogates and any depth', () => {
    let payload: unknown = '\uD800'
    for (let level = 0; level < 100_000; level += 1) payload = { a: payload }
    expect(dedupeKey(leadEvent({ identity: content, payload })).key).toMatch(/^acme:[0-9a-f]{32}$/)
  })
})

let count = 0
const ordered = (order: EventOrder | null, provider = 'acme'): AnyEvent => {
  count += 1
  return leadEvent({ provider, identity: { parts: [String(count)], order } })
}

const sequence = (value: string) => ordered({ by: 'sequence', value, precision: null })

const at = (value: string, precision: EventOrder['precision'] = 'millisecond') =>
  ordered({ by: 'time', value, precision })

describe('compareEvents', () => {
  test('is 0 for the same key, whatever the order says', () => {
    const one = leadEvent({ identity: { order: { by: 'sequence', value: '1', precision: null } } })
    const other = leadEvent({ identity: { order: { by: 'sequence', value: '2', precision: null } } })
    expect(compareEvents(one, other)).toBe(0)
    expect(compareEvents(one, leadEvent({ identity: { order: null } }))).toBe(0)
    expect(compareEvents(one, one)).toBe(0)
  })

  test.each([
    ['1', '2', -1],
    ['9', '10', -1],
    ['0009', '10', -1],
    ['100', '99', 1],
    ['9007199254740992', '9007199254740993', -1],
    ['123456789012345678901234567890', '123456789012345678901234567889', 1],
    ['7', '7', null],
    ['007', '7', null],
    ['0', '000', null],
  ] as const)('compares the digits %s and %s as the numbers they are', (one, other, order) => {
    expect(compareEvents(sequence(one), sequence(other))).toBe(order)
  })

  test.each([
    ['2020-04-01T13:35:01.000Z', 'millisecond', '2020-04-01T13:35:01.001Z', 'millisecond', -1],
    ['2020-04-01T13:35:01.000Z', 'millisecond', '2020-04-01T13:35:01.000Z', 'millisecond', null],
    ['2020-04-01T13:35:01.999Z', 'millisecond', '2020-04-01T13:35:01.000Z', 'second', null],
    ['2020-04-01T13:35:01.999Z', 'millisecond', '2020-04-01T13:35:02.000Z', 'second', -1],
    ['2020-04-01T13:35:59.000Z', 'second', '2020-04-01T13:35:00.000Z', 'minute', null],
    ['2020-04-01T13:35:59.000Z', 'second', '2020-04-01T13:36:00.000Z', 'minute', -1],
    ['2020-04-01T13:35:00.000Z', 'minute', '2020-04-01T13:35:00.000Z', 'minute', null],
    ['0999-12-31T23:59:00.000Z', 'minute', '2020-04-01T13:35:00.000Z', 'second', -1],
  ] as const)('compares %s to the %s with %s to the %s', (one, precision, other, otherPrecision, order) => {
    const [a, b] = [at(one, precision), at(other, otherPrecision)]
    expect(compareEvents(a, b)).toBe(order)
    expect(compareEvents(b, a)).toBe(order === null ? null : 1)
  })

  test('takes a stamp that does not say its precision for one to the millisecond', () => {
    const unsaid = (value: string) => ordered({ by: 'time', value, precision: null })
    const [a, b] = [unsaid('2020-04-01T13:35:01.000Z'), unsaid('2020-04-01T13:35:01.001Z')]
    expect([compareEvents(a, b), compareEvents(b, a)]).toStrictEqual([-1, 1])
    const toTheSecond = at('2020-04-01T13:35:01.999Z', 'second')
    expect([compareEvents(b, toTheSecond), compareEvents(toTheSecond, b)]).toStrictEqual([null, null])
  })

  test('is null across providers, without an order, and between different kinds of order', () => {
    const order = { by: 'sequence', value: '1', precision: null } as const
    expect(compareEvents(ordered(order), ordered({ ...order, value: '2' }, 'apex'))).toBeNull()
    expect(compareEvents(leadEvent(), leadEvent({ provider: 'apex' }))).toBeNull()
    expect(compareEvents(ordered(null), ordered(order))).toBeNull()
    expect(compareEvents(ordered(order), ordered(null))).toBeNull()
    expect(compareEvents(ordered(null), ordered(null))).toBeNull()
    expect(compareEvents(sequence('1'), at('2020-04-01T13:35:01.000Z'))).toBeNull()
  })

  describe('for any three different events', () => {
    const instant = fc
      .integer({ min: 1_585_699_200_000, max: 1_585_699_500_000 })
      .map((ms) => formatInstant(ms) ?? '')
    const sequences = fc.record({
      by: fc.constant('sequence' as const),
      value: fc.nat(30).map((n) => String(n).padStart(n % 3, '0')),
      precision: fc.constant(null),
    })
    const times = fc.record({
      by: fc.constant('time' as const),
      value: instant,
      precision: fc.constantFrom('minute' as const, 'second' as const, 'millisecond' as const),
    })
    const threeOf = (order: fc.Arbitrary<EventOrder | null>) => fc.tuple(order, order, order)
    const orders = fc.oneof(
      threeOf(sequences),
      threeOf(times),
      threeOf(fc.oneof(sequences, times, fc.constant(null))),
    )

    test('it is antisymmetric, and transitive where it answers', () => {
      let chains = 0
      fc.assert(
        fc.property(orders, (three) => {
          const [a, b, c] = three.map((each) => ordered(each)) as [AnyEvent, AnyEvent, AnyEvent]
          const [ab, bc] = [compareEvents(a, b), compareEvents(b, c)]
          const ba = compareEvents(b, a)
          expect(ba).toBe(ab === null ? null : -ab)
          if (ab !== null && ab === bc) {
            chains += 1
            expect(compareEvents(a, c)).toBe(ab)
          }
        }),
        { numRuns: 2000 },
      )
      expect(chains).toBeGreaterThan(200)
    })

    test('the order of sequences is that of BigInt', () => {
      const digits = fc.stringMatching(/^\d{1,25}$/)
      fc.assert(
        fc.property(digits, digits, (one, other) => {
          const [a, b] = [BigInt(one), BigInt(other)]
          expect(compareEvents(sequence(one), sequence(other))).toBe(a === b ? null : a < b ? -1 : 1)
        }),
      )
    })
  })
})
