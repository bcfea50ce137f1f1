import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { strict } from '../../src/codec/codec'
import { readerOf } from '../../src/codec/foreign'
import { unwrap } from '../../src/error'
import { parseWebhook } from '../../src/named'
import { LeasingEvent, providers } from '../../src/providers/index'
import { arbitraryEvent } from '../../src/testing/arbitraries/event'
import { arbitraryInput, arbitraryPayload } from '../../src/testing/arbitraries/payload'
import { RentlyShowing } from '../../src/providers/rently/activity'
import { providerNames } from '../support/fixtures'

describe.each(providerNames)('the payloads of %s', (name) => {
  const provider = providers[name]
  const codec = strict(readerOf(provider.codec))

  test('are taken by the strict codec without an issue', () => {
    fc.assert(
      fc.property(arbitraryPayload(name, { foreign: true }), (payload) => {
        expect(codec.decode(payload)._tag).toBe('Right')
      }),
    )
  })

  test.each(Object.keys(provider.words))('with the word %s become an event of its type', (word) => {
    const { type } = (provider.words as Record<string, { type: string | readonly string[] }>)[word]!
    fc.assert(
      fc.property(arbitraryPayload(name, { word }), (payload) => {
        const event = unwrap(parseWebhook(name, {}, JSON.stringify(payload)))
        expect([type].flat()).toContain(event.type)
        expect(event.source.type).toBe(word)
      }),
      { numRuns: 10 },
    )
  })
})

describe.each(providerNames)('the events of %s', (name) => {
  test('are known by the codec and come back from JSON unchanged', () => {
    fc.assert(
      fc.property(arbitraryEvent(name), (event) => {
        const json: unknown = JSON.parse(JSON.stringify(event))
        expect(json).toStrictEqual(event)
        expect(LeasingEvent.decode(json)).toStrictEqual({ _tag: 'Right', right: event })
        expect(LeasingEvent.is(json)).toBe(true)
      }),
    )
  })

  test('with a word that nobody knows hold whatever such an event can hold', () => {
    fc.assert(
      fc.property(arbitraryEvent(name, { type: 'unrecognized' }), (event) => {
        const json: unknown = JSON.parse(JSON.stringify(event))
        expect(event.type).toBe('unrecognized')
        expect(event).toMatchObject({ newerType: null, discriminator: expect.stringMatching(/^\//) })
        expect(LeasingEvent.decode(json)).toStrictEqual({ _tag: 'Right', right: event })
      }),
      { numRuns: 20 },
    )
  })

  const types = [
    ...new Set(
      Object.values(providers[name].words).flatMap((entry: { type: string | readonly string[] }) =>
        [entry.type].flat(),
      ),
    ),
  ]
  test.each([...types, 'unrecognized'])('can be %s', (type) => {
    fc.assert(
      fc.property(
        arbitraryEvent(name, { type: type as LeasingEvent['type'], data: 'of-payload' } as never),
        (event) => {
          expect((event as LeasingEvent).type).toBe(type)
        },
      ),
      { numRuns: 5 },
    )
  })
})

test('a single codec has its inputs', () => {
  const codec = strict(RentlyShowing)
  fc.assert(fc.property(arbitraryInput(RentlyShowing), (input) => codec.decode(input)._tag === 'Right'))
})
