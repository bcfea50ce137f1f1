import { describe, expect, test } from 'vitest'
import { unwrap } from '../../src/error'
import { parseWebhook } from '../../src/named'
import { providers } from '../../src/providers/index'
import { buildEvent, buildPayload } from '../../src/testing/build-payload'
import { follow, randomFrom, wholeFrom } from '../../src/testing/seeded'
import { providerNames } from '../support/fixtures'

test('numbers of a seed are the ones of mulberry32', () => {
  const random = randomFrom(1)
  expect([random(), random(), random()]).toStrictEqual([
    0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
  ])
})

test('whole numbers reach both bounds and nothing beyond', () => {
  const random = randomFrom(7)
  const seen = new Set(Array.from({ length: 200 }, () => wholeFrom(random, 3, 5)))
  expect([...seen].sort()).toStrictEqual([3, 4, 5])
})

test('a recipe that nothing can follow is an error and no endless search', () => {
  const recipe = { kind: 'kept', recipe: { kind: 'constant', value: 1 }, keeps: () => false } as const
  expect(() => follow(recipe, randomFrom(1))).toThrow('none of 1000 values was kept')
})

describe.each(providerNames)('payloads of %s from a seed', (name) => {
  test.each(Object.keys(providers[name].words))('%s: strictly as documented, and the same again', (word) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const payload = buildPayload(name, word, { seed })
      expect(buildPayload(name, word, { seed })).toStrictEqual(payload)
      expect(buildPayload(name, word, { seed: seed + 100 })).not.toStrictEqual(payload)
      expect(unwrap(parseWebhook(name, {}, JSON.stringify(payload))).source.type).toBe(word)
      expect(providers[name].codec.decode(payload)._tag).toBe('Right')
    }
  })
})

test('overrides are merged into objects, replace all else, and undefined removes', () => {
  const payload = buildPayload('showmojo', 'uncancel', {
    overrides: { event: { id: '77', actor: undefined, showing: { name: 'Ann Example' } } },
  })
  const plain = buildPayload('showmojo', 'uncancel')
  const { id, actor, showing, ...rest } = payload['event'] as Record<string, unknown>
  const original = plain['event'] as Record<string, unknown>
  expect(id).toBe('77')
  expect(actor).toBeUndefined()
  expect(original['actor']).toEqual(expect.any(String))
  expect(showing).toStrictEqual({ ...(original['showing'] as object), name: 'Ann Example' })
  expect(rest['created_at']).toBe(original['created_at'])
})

test('overrides of members stand alone where there is no object to merge them into', () => {
  const unit = { tower: { floor: 3, door: undefined } }
  const payload = buildPayload('rently', 'Self Scheduling', { overrides: { address: unit, unit } })
  expect(payload['address']).toStrictEqual({ tower: { floor: 3 } })
  expect(payload['unit']).toStrictEqual({ tower: { floor: 3 } })
})

test('an event is read from the payload', () => {
  const event = buildEvent('rently', 'Self Scheduling', { overrides: { prospect_name: 'Ann Example' } })
  expect(event.type).toBe('showing.scheduled')
  if (event.type === 'showing.scheduled') expect(event.person.name).toBe('Ann Example')
})

test('a word and a provider that there are not are refused', () => {
  expect(() => buildPayload('rently', 'Drone Delivery')).toThrow('rently has no word "Drone Delivery"')
  expect(() => buildPayload('nobody' as 'rently', 'x')).toThrow('this is no provider')
})
