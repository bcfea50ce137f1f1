import { isLeft } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { toCloudEvent } from '../../src/cloudevents'
import type { Json } from '../../src/codec/json'
import { dedupeKey } from '../../src/event/identity'
import { parseWebhook } from '../../src/named'
import { placesOf, valueAt, withValueAt } from '../schema/mutants'
import { tableBelow } from '../support/documents'
import { identified, kinds, membersOf, type Identified } from '../support/keys'

// What the table of docs/interop.md says, tried on every fixture.

const keyOf = ({ provider }: Identified, body: Json): string | null => {
  const parsed = parseWebhook(provider, {}, JSON.stringify(body))
  return isLeft(parsed) ? null : dedupeKey(parsed.right).key
}

/** Another value of the same kind. */
const another = (value: Json): Json | undefined => {
  if (typeof value === 'string') return value === '' ? undefined : `${value}7`
  if (typeof value === 'number') return value + 1
  return typeof value === 'boolean' ? !value : undefined
}

const changesOf = (body: Json): readonly (readonly [string, Json])[] =>
  placesOf(body).flatMap((place) => {
    const value = another(valueAt(body, place))
    const changed = value === undefined ? undefined : withValueAt(body, place, value)
    return changed === undefined ? [] : [[`/${place.join('/')}`, changed] as const]
  })

const upsideDown = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(upsideDown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]: [string, Json]) => [key, upsideDown(member)]),
  )
}

test('every fixture with a documented word is of exactly one kind', () => {
  const counts = identified.map(
    (one) => kinds.filter(({ provider, holds }) => provider === one.provider && holds(one.event)).length,
  )
  expect(counts.filter((count) => count !== 1)).toEqual([])
})

describe.each(kinds)('$provider, $name', (kind) => {
  const members = membersOf(kind)

  test('there are some, and all are of the same strength', () => {
    expect(members.length).toBeGreaterThan(0)
    const strengths = new Set(members.map(({ event }) => event.identity.strength))
    expect([...strengths]).toEqual([kind.id === null ? 'content' : 'provider-id'])
  })

  test('are ordered by what the table says, if by anything', () => {
    for (const { event } of members)
      if (event.identity.order !== null) expect(kind.orderedBy).toHaveProperty(event.identity.order.by)
  })

  test('have the same key when sent again in other bytes, with a field that nobody knows', () => {
    for (const one of members) {
      const body = JSON.parse(one.body) as Json
      expect(keyOf(one, upsideDown(body)), one.fixture).toBe(one.key)
      expect(keyOf(one, { ...(body as object), 'a field of tomorrow': 1 }), one.fixture).toBe(one.key)
    }
  })

  test('have another key when what it is made of changes, and only then', () => {
    for (const one of members) {
      const { source } = one.event
      for (const [place, changed] of changesOf(JSON.parse(one.body) as Json)) {
        const parsed = parseWebhook(one.provider, {}, JSON.stringify(changed))
        if (isLeft(parsed) || parsed.right.type === 'unrecognized') continue
        const isSame =
          kind.id === null
            ? JSON.stringify([parsed.right.source.type, parsed.right.source.payload]) ===
              JSON.stringify([source.type, source.payload])
            : place !== kind.id
        const key = dedupeKey(parsed.right).key
        expect(key === one.key, `${one.fixture} ${place}`).toBe(isSame)
      }
    }
  })
})

test('docs/interop.md has a row for each attribute of a CloudEvent', () => {
  const attributes = new Set(identified.flatMap(({ event }) => Object.keys(toCloudEvent(event))))
  const rows = tableBelow('docs/interop.md', '| attribute').map(([name = '']) => name.replaceAll('`', ''))
  expect(rows.sort()).toEqual([...attributes].sort())
})
