import * as t from 'io-ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { strict } from '../../src/codec/codec'
import { either, enumeration, stampText, number, text } from '../../src/codec/scalar'
import { choice, tagged } from '../../src/codec/choice'
import { jsonObject } from '../../src/codec/json'
import { list } from '../../src/codec/list'
import { required, struct } from '../../src/codec/struct'
import { Codec } from '../../src/codec/codec'
import { eventOf } from '../../src/event/events'
import { identityByContent } from '../../src/event/identify'
import { noPerson } from '../../src/event/person'
import { noProperty } from '../../src/event/property'
import { noLead } from '../../src/event/lead'
import { defineProvider, type AnyProvider } from '../../src/provider'
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

describe('what is earlier at a provider of your own', () => {
  const Days = struct('Days', { kind: text, days: list(stampText('date')) })
  const cases = [{ when: [{ path: ['kind'], is: ['trip'] }], codec: Days }]
  const Trip = choice('Trip', [Days], () => Days, '/kind', 'a kind', cases)
  const at = either(stampText('date-time'), number)
  const Journey = struct('Journey', {
    id: required(text),
    copy: text,
    at,
    trip: Trip,
    days: list(stampText('date')),
  })

  const aDayBefore = (provider: AnyProvider, body: object): unknown =>
    JSON.parse(earlierBody(provider, JSON.stringify(body), 86_400_000) ?? 'null')

  test('is a stamp in the case that holds, and none where no case does', () => {
    const travels = { ...acme, codec: Journey }
    const body = (trip: object) => ({ id: '1', at: 1_600_000_000, trip })
    expect(aDayBefore(travels, body({ kind: 'trip', days: ['2020-03-01'] }))).toStrictEqual({
      id: '1',
      at: 1_599_913_600,
      trip: { kind: 'trip', days: ['2020-02-29'] },
    })
    expect(aDayBefore(travels, body({ kind: 'walk', days: ['2020-03-01'] }))).toMatchObject({
      trip: { kind: 'walk', days: ['2020-03-01'] },
    })
  })

  test('is no value of another kind than documented', () => {
    const body = { id: '1', at: 1_600_000_000, days: '2020-03-01', trip: ['2020-03-01'] }
    expect(aDayBefore({ ...acme, codec: Journey }, body)).toStrictEqual({ ...body, at: 1_599_913_600 })
  })

  test('is the one of several places of an id that orders events', () => {
    const numbered: AnyProvider = {
      ...acme,
      codec: Journey,
      normalize: (payload: { id: string }, delivery) => ({
        ...acme.normalize(payload, delivery),
        identity: {
          strength: 'provider-id',
          parts: [payload.id],
          order: { by: 'sequence', value: payload.id, precision: null },
        },
      }),
    }
    expect(aDayBefore(numbered, { copy: '7', id: '7' })).toStrictEqual({ copy: '7', id: '6' })
  })
})

describe('a choice of your own', () => {
  test('is made without what must not be there', () => {
    const cases = [{ when: [{ path: ['type'], is: 'unsent' as const }], codec: Visit }]
    const codec = choice('Untyped', [Visit], () => Visit, '/type', 'no type', cases)
    for (const input of fc.sample(arbitraryInput(codec), 50)) {
      expect(input).not.toHaveProperty('type')
      expect(input).toHaveProperty('id')
    }
  })

  test('is made for a word that no case knows as for any word', () => {
    const Known = struct('Known', { kind: required(enumeration(['known'])) })
    const codec = tagged('Kinds', 'kind', { known: Known }, jsonObject)
    const kinds = fc.sample(arbitraryPayload({ ...acme, codec }, { word: 'lead' }), 50)
    expect(kinds).toContainEqual({ kind: 'known' })
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
