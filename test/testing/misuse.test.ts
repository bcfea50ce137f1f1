import * as t from 'io-ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { strict } from '../../src/codec/codec'
import { either, stampText, number, text } from '../../src/codec/scalar'
import { list } from '../../src/codec/list'
import { required, struct } from '../../src/codec/struct'
import { Codec } from '../../src/codec/codec'
import { eventOf } from '../../src/event/events'
import { identityByContent } from '../../src/event/identify'
import { noPerson } from '../../src/event/person'
import { noProperty } from '../../src/event/property'
import { noLead } from '../../src/event/lead'
import { defineProvider } from '../../src/provider'
import { rently } from '../../src/providers/rently/index'
import { arbitraryEvent } from '../../src/testing/arbitraries/event'
import { arbitraryInput, arbitraryPayload } from '../../src/testing/arbitraries/payload'
import { buildPayload } from '../../src/testing/build-payload'
import { earlierBody } from '../../src/testing/earlier'
import { oneOf } from '../../src/testing/recipe'
import { follow, randomFrom } from '../../src/testing/seeded'

describe('what cannot be made is said at once', () => {
  test('a provider that there is not', () => {
    expect(() => arbitraryPayload('nobody' as 'rently')).toThrow('this is no provider')
    expect(() => arbitraryEvent('nobody' as 'rently')).toThrow('this is no provider')
  })

  test('a word or a type that the provider does not have', () => {
    expect(() => arbitraryPayload('rently', { word: 'Drone Delivery' })).toThrow(
      'rently has no word "Drone Delivery"',
    )
    expect(() => arbitraryEvent('rently', { type: 'lease.updated' as 'lead.created' })).toThrow(
      'no word of rently means lease.updated',
    )
  })

  test('a codec that does not say its shape', () => {
    const foreign = { ...rently, codec: t.type({ a: t.string }) }
    expect(() => arbitraryPayload(foreign as never)).toThrow('the codec of rently does not say its shape')
  })

  test('one of nothing', () => {
    expect(() => oneOf([])).toThrow('there is nothing to choose from')
    expect(() => follow({ kind: 'one-of', recipes: [] }, randomFrom(1))).toThrow(
      'there is nothing to choose from',
    )
  })
})

const Visit = struct('Visit', {
  id: required(text),
  at: either(stampText('date-time'), number),
  days: list(stampText('date')),
  type: text,
})

const acme = defineProvider({
  name: 'acme',
  words: { lead: { type: 'lead.created' } },
  codec: Visit,
  normalize: (payload, delivery) =>
    eventOf(
      'lead',
      'lead.created',
      {
        id: null,
        occurredAt: null,
        actor: null,
        completeness: 'snapshot',
        identity: {
          ...identityByContent(null),
          order: { by: 'sequence', value: String((payload as { at?: number }).at ?? 0), precision: null },
        },
        source: { provider: 'acme', type: 'lead', payload: payload as { id: string }, raw: delivery.raw },
      },
      delivery,
      { person: noPerson, property: noProperty, showing: null, lead: noLead },
    ),
})

describe('a provider of your own', () => {
  test('has payloads by its codec', () => {
    const codec = strict(Visit)
    fc.assert(fc.property(arbitraryPayload(acme), (payload) => codec.decode(payload)._tag === 'Right'))
    expect(Visit.decode(buildPayload(acme, 'lead'))._tag).toBe('Right')
  })

  test('has events of its types', () => {
    fc.assert(
      fc.property(arbitraryEvent(acme), (event) => event.type === 'lead.created'),
      { numRuns: 10 },
    )
  })

  test('has stamps that can be moved, in lists and as counts of seconds or of milliseconds', () => {
    const earlier = (at: unknown) =>
      JSON.parse(
        earlierBody(acme, JSON.stringify({ id: '1', at, days: ['2020-03-01'] }), 86_400_000) ?? 'null',
      )
    expect(earlier(1_600_000_000)).toStrictEqual({ id: '1', at: 1_599_913_600, days: ['2020-02-29'] })
    expect(earlier(1_600_000_000_000)).toMatchObject({ at: 1_599_913_600_000 })
    expect(earlierBody(acme, '{"id":"1"}', 1000)).toBeNull()
  })
})

test('a case that nothing can be is left out', () => {
  const shape = {
    kind: 'choice',
    members: [text, number],
    discriminator: null,
    cases: [
      { when: [{ path: ['a'], is: 'object' }], codec: text },
      { when: [{ path: ['a'], is: 'unsent' }], codec: Visit },
    ],
  } as const
  const choosy = new Codec('choosy', shape, Visit.read)
  fc.assert(fc.property(arbitraryInput(choosy), (input) => typeof input === 'object'))
})
