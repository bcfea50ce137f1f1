import { isLeft } from 'fp-ts/Either'
import * as t from 'io-ts'
import { PathReporter } from 'io-ts/PathReporter'
import { describe, expect, test } from 'vitest'
import { tagged } from '../../src/codec/choice'
import { FAIL } from '../../src/codec/codec'
import { jsonObject } from '../../src/codec/json'
import { fault, issuesOf, newReading } from '../../src/codec/reading'
import { enumeration, number, text } from '../../src/codec/scalar'
import { required, struct } from '../../src/codec/struct'
import { eventOf, events } from '../../src/event/events'
import { noDocument } from '../../src/event/conversation'
import type { AnyEvent } from '../../src/event/event'
import { eventCodec } from '../../src/event/event-codec'
import { families } from '../../src/event/families'
import { dedupeKey } from '../../src/event/identity'
import { noPerson } from '../../src/event/person'
import { noProperty } from '../../src/event/property'
import { noShowing } from '../../src/event/showing'
import type { Family } from '../../src/event/vocabulary'
import { delivery, leadEvent, showingEvent, unrecognizedEvent } from '../support/events'
import { deepFrozen, everyValue, parsed, valueNames } from '../support/values'

const Acme = tagged(
  'Acme',
  'type',
  { new: struct('New', { type: required(enumeration(['new'])), rooms: number, note: text }) },
  jsonObject,
)
const Events = eventCodec<AnyEvent>('Events', [
  { name: 'acme', codec: Acme },
  { name: 'apex', codec: t.type({ lead: t.string }) },
])

const lead = leadEvent({ payload: { type: 'new', rooms: 2, note: null } })

type Changes = Readonly<Record<string, unknown>>

/** The event as JSON, with some of its members replaced, and those that are undefined gone. */
const written = (event: AnyEvent, changes: Changes = {}): unknown =>
  JSON.parse(JSON.stringify({ ...event, ...changes }))

const decoded = (input: unknown): AnyEvent & Readonly<Record<string, unknown>> => {
  const result = Events.decode(input)
  if (isLeft(result)) return expect.fail(PathReporter.report(result).join('; '))
  return { ...result.right }
}

const failures = (input: unknown): readonly string[] => {
  const result = Events.decode(input)
  return isLeft(result) ? PathReporter.report(result) : []
}

describe('an event of this version', () => {
  const events: readonly (readonly [string, AnyEvent])[] = [
    ['lead', lead],
    ['showing', showingEvent({ payload: { type: 'new' } })],
    ['unrecognized', unrecognizedEvent({ payload: { type: 'odd', any: [{ thing: '' }] } })],
    ['of another provider', leadEvent({ provider: 'apex', payload: { lead: 'x' } })],
    [
      'with everything',
      {
        ...lead,
        id: '7',
        actor: { kind: 'agent', id: null, name: 'A', raw: 'agent' },
        occurredAt: {
          instant: '2020-04-01T13:35:01.000Z',
          local: null,
          offset: null,
          zone: null,
          precision: 'second',
          basis: 'epoch',
          ambiguity: 'none',
          raw: 1_585_748_101,
        },
        identity: {
          strength: 'derived',
          parts: ['a', ''],
          order: { by: 'time', value: '2020-04-01T13:35:01.000Z', precision: 'second' },
        },
        verification: { method: 'hmac-sha256', covers: 'body', replayProtected: false, secret: 0 },
        issues: [
          { code: 'missing', path: '/a', expected: 'a value' },
          { code: 'wrong_kind', path: '', expected: '' },
          { code: 'more_issues', path: '', expected: '', count: 3 },
        ],
        source: { ...lead.source, raw: '{}' },
      },
    ],
  ]

  test.each(events)('comes back as it was: %s', (_, event) => {
    const json = deepFrozen(written(event))
    expect(decoded(json)).toStrictEqual(event)
    expect(Events.is(json)).toBe(true)
    expect(dedupeKey(json as AnyEvent)).toStrictEqual(dedupeKey(event))
  })

  test('is a value of its own if anything had to be changed, and its input never is', () => {
    const json = deepFrozen(written(lead, { id: 7 }))
    expect(decoded(json).id).toBeNull()
    expect(json).toMatchObject({ id: 7 })
  })

  test('with the name of a secret', () => {
    const verification = { method: 'token', covers: 'nothing', replayProtected: false, secret: 'current' }
    expect(decoded(written(lead, { verification })).verification).toStrictEqual(verification)
  })
})

describe('an event of an older version', () => {
  test('has null, or what stands for nothing, where it lacks a field', () => {
    const whole = showingEvent({ payload: { type: 'new' } })
    const old = {
      family: 'showing',
      type: 'showing.scheduled',
      completeness: 'snapshot',
      identity: { strength: 'provider-id', parts: ['1'] },
      source: { provider: 'acme', type: 'new', payload: { type: 'new' } },
      person: {},
      property: {},
      showing: {},
    }
    const event = decoded(deepFrozen(old))
    expect(event).toStrictEqual({ ...whole, showing: { ...noShowing, slot: 'unknown' } })
    expect(dedupeKey(event)).toStrictEqual(dedupeKey(whole))
  })

  test('has empty lists where it lacks them', () => {
    const event = eventOf('document', 'document.requested', { ...lead, source: lead.source }, delivery(), {
      person: noPerson,
      property: noProperty,
      showing: null,
      document: noDocument,
    })
    expect(decoded(written(event, { document: {}, issues: undefined }))).toStrictEqual(event)
  })
})

describe('an event of a newer version', () => {
  test('is what the last case of the shape reads, and nothing that is no event', () => {
    const { shape } = Events
    const newer = shape.kind === 'choice' ? shape.cases?.at(-1)?.codec : undefined
    if (newer === undefined) expect.fail('the shape has no cases')
    const readNewer = (input: unknown) => newer.read(input, newReading(false, 'keep'))
    expect(readNewer(written(lead, { type: 'tour.streamed' }))).toMatchObject({
      type: 'unrecognized',
      newerType: 'tour.streamed',
    })
    for (const input of [null, 'x', [], {}, { type: 7 }, written(lead, { type: undefined })]) {
      expect(readNewer(input)).toBe(FAIL)
    }
  })

  test('of an unknown type is unrecognized, tells the type and keeps everything else', () => {
    const newer = written(lead, {
      family: 'tour',
      type: 'tour.streamed',
      tour: { camera: 2 },
      source: { ...lead.source, payload: { type: 'new', rooms: { of: 'another kind' } } },
    })
    const event = decoded(deepFrozen(newer))
    expect(event).toMatchObject({
      family: 'unrecognized',
      type: 'unrecognized',
      newerType: 'tour.streamed',
      discriminator: null,
      showing: null,
      tour: { camera: 2 },
      source: { payload: { type: 'new', rooms: { of: 'another kind' } } },
      issues: [],
    })
    // Reading it once more changes nothing.
    expect(decoded(written(event))).toStrictEqual(event)
    expect(Events.is(event)).toBe(true)
  })

  test.each(['constructor', '__proto__', 'lead.', '', 'toString'])('of the type %j likewise', (type) => {
    expect(decoded(written(lead, { type }))).toMatchObject({ type: 'unrecognized', newerType: type })
  })

  test('keeps its unknown fields at every level', () => {
    const newer = written(lead, {
      mood: 'good',
      person: { ...noPerson, pronouns: ['they'] },
      source: { ...lead.source, region: 'eu', payload: { type: 'new', rooms: 2, tower: { floor: 3 } } },
      identity: { ...lead.identity, salt: 1 },
    })
    expect(decoded(deepFrozen(newer))).toStrictEqual(newer)
    expect(Events.is(newer)).toBe(true)
  })

  test('has null for a word that this version does not know', () => {
    const newer = written(lead, { actor: { kind: 'robot', id: '7', name: null, raw: 'robot' } })
    expect(decoded(newer).actor).toStrictEqual({ kind: null, id: '7', name: null, raw: 'robot' })
    expect(Events.is(newer)).toBe(false)
    const shown = written(showingEvent({ payload: { type: 'new' } }), {
      showing: { ...noShowing, slot: 'streamed' },
    })
    expect(decoded(shown)['showing']).toMatchObject({ slot: 'unknown' })
  })

  test('may have issues with codes that this version does not know', () => {
    const issues = [{ code: 'time_travelled', path: '/a', expected: 'the past', since: '2.0' }]
    expect(decoded(written(lead, { issues })).issues).toStrictEqual(issues)
  })

  test('loses an issue that lacks a text, and keeps the others', () => {
    const whole = { code: 'missing', path: '/a', expected: 'a value' }
    const { expected: _, ...without } = whole
    const issues = [without, whole, { ...whole, path: 7 }, { ...whole, code: null }, 'missing']
    expect(decoded(written(lead, { issues })).issues).toStrictEqual([whole])
  })

  test('no key __proto__ passes', () => {
    const json = JSON.stringify(lead)
      .replace('{', '{"__proto__":{"x":1},')
      .replace('"person":{', '"person":{"__proto__":1,')
    expect(decoded(parsed(json))).toStrictEqual(lead)
    const odd = JSON.stringify(lead).replace('lead.created', 'lead.odd').replace('{', '{"__proto__":{"x":1},')
    const event = decoded(parsed(odd))
    expect(Object.hasOwn(event, '__proto__')).toBe(false)
    expect(event['x']).toBeUndefined()
  })
})

describe('what is no event', () => {
  test('is refused by its type', () => {
    for (const name of valueNames)
      expect(failures(everyValue[name]), name).toStrictEqual(['/type: expected the type of an event'])
    for (const name of valueNames) {
      const value = everyValue[name]
      if (typeof value === 'string') continue
      expect(failures({ ...lead, type: value }), name).toStrictEqual(['/type: expected the type of an event'])
    }
  })

  test.each<readonly [string, Changes, readonly string[]]>([
    ['of another family than its type', { family: 'showing' }, ['/family: expected "lead"']],
    ['without a family', { family: undefined }, ['/family: expected a value']],
    ['without a required part', { person: undefined }, ['/person: expected a value']],
    ['with a required part of another kind', { lead: 7 }, ['/lead: expected an object']],
    ['without a source', { source: undefined }, ['/source: expected a value']],
    ['without an identity', { identity: { parts: [] } }, ['/identity/strength: expected a value']],
    [
      'of an unknown provider',
      { source: { ...lead.source, provider: 'marker-7f3a' } },
      ['/source/provider: expected "acme" or "apex"'],
    ],
    [
      'with a payload that its provider does not read',
      { source: { ...lead.source, provider: 'apex', payload: { lead: 7 } } },
      ['/source/payload/lead: expected string'],
    ],
    [
      'with a payload that is none',
      { source: { ...lead.source, payload: 7 } },
      ['/source/payload: expected an object'],
    ],
  ])('%s', (_, changes, messages) => {
    expect(failures(written(lead, changes))).toStrictEqual(messages)
    expect(Events.is(written(lead, changes))).toBe(false)
  })

  test('a provider that is no text is refused and never thrown', () => {
    for (const name of valueNames) {
      const provider = everyValue[name]
      expect(failures({ ...lead, source: { ...lead.source, provider } }), name).toStrictEqual([
        '/source/provider: expected "acme" or "apex"',
      ])
    }
    const odd = parsed('{"toString":null}')
    expect(failures({ ...lead, source: { ...lead.source, provider: odd } })).toHaveLength(1)
  })
})

describe('eventOf', () => {
  test('takes the issues so far and the verification of the delivery', () => {
    const { reading, ...rest } = delivery('{}')
    fault(reading, 'missing', '/a', 'a value')
    const verification = { method: 'token', covers: 'nothing', replayProtected: false, secret: 0 } as const
    const event = eventOf(
      'document',
      'document.requested',
      lead,
      { ...rest, reading, verification },
      {
        person: noPerson,
        property: noProperty,
        showing: null,
        document: noDocument,
      },
    )
    expect(event.issues).toStrictEqual([{ code: 'missing', path: '/a', expected: 'a value' }])
    expect(event.verification).toBe(verification)
  })

  test.each(Object.keys(events) as Family[])('writes out the base and every field of %s', (family) => {
    const fields = Object.keys(families[family])
    const data = Object.fromEntries(fields.map((field) => [field, field]))
    const event = eventOf(family, `${family}.x` as never, lead, delivery('{}'), data as never)
    expect(Object.entries(event).slice(-fields.length)).toStrictEqual(Object.entries(data))
    expect(Object.keys(event).slice(0, -fields.length)).toStrictEqual([
      'family',
      'type',
      'id',
      'occurredAt',
      'actor',
      'completeness',
      'identity',
      'source',
      'verification',
      'issues',
    ])
    expect(event.family).toBe(family)
  })

  test('leaves the reader’s way with foreign keys as it was', () => {
    const reading = newReading(false, 'list')
    Events.read(written(lead, { newer: 1 }), reading)
    expect(reading.foreign).toBe('list')
    expect(issuesOf(reading)).toStrictEqual([])
  })
})
