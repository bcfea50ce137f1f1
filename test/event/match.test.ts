import { describe, expect, test } from 'vitest'
import type { AnyEvent, EventOf } from '../../src/event/event'
import { isFamily, matchEvent } from '../../src/event/match'
import { eventTypes } from '../../src/event/vocabulary'
import { parsed } from '../support/values'
import { leadEvent, showingEvent, unrecognizedEvent, type AcmeSource } from '../support/events'

type AcmeEvent = EventOf<'lead.created' | 'showing.scheduled' | 'unrecognized', AcmeSource>

const lead = leadEvent() as AcmeEvent
const showing = showingEvent() as AcmeEvent
const unknown = unrecognizedEvent() as AcmeEvent

const typed = (type: string): AcmeEvent => ({ ...lead, type }) as AcmeEvent

const exhaustive = {
  'lead.created': (event: AcmeEvent) => ['lead', event] as const,
  'showing.scheduled': (event: AcmeEvent) => ['showing', event] as const,
  unrecognized: (event: AcmeEvent) => ['unrecognized', event] as const,
}

describe('matchEvent with a handler for each type', () => {
  test.each([
    ['lead', lead],
    ['showing', showing],
    ['unrecognized', unknown],
  ])('calls the one for %s with the event, and gives its result', (name, event) => {
    const [called, argument] = matchEvent(event, exhaustive)
    expect(called).toBe(name)
    expect(argument).toBe(event)
  })

  test.each(['lead.resurrected', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'prototype'])(
    'gives an event of the unknown type %j to unrecognized',
    (type) => {
      const event = typed(type)
      expect(matchEvent(event, exhaustive)).toStrictEqual(['unrecognized', event])
    },
  )

  test('takes a result of undefined for a result', () => {
    const handlers = { ...exhaustive, 'lead.created': () => undefined }
    expect(matchEvent(lead, handlers)).toBeUndefined()
  })

  test('passes on what a handler throws', () => {
    const handlers = {
      ...exhaustive,
      'lead.created': () => {
        throw new RangeError('mine')
      },
    }
    expect(() => matchEvent(lead, handlers)).toThrow(new RangeError('mine'))
  })

  test('does not call inherited handlers', () => {
    const handlers = Object.assign(
      Object.create({ 'lead.created': () => 'inherited' }) as typeof exhaustive,
      { unrecognized: () => 'own' },
    )
    expect(matchEvent(lead, handlers)).toBe('own')
  })

  test('says so where nothing takes the event', () => {
    const none = {} as typeof exhaustive
    expect(() => matchEvent(lead, none)).toThrow(
      new TypeError('matchEvent: no handler for the type of this event, and none for "unrecognized"'),
    )
    const noFunction = parsed('{"lead.created":"x","unrecognized":null}') as typeof exhaustive
    expect(() => matchEvent(lead, noFunction)).toThrow(TypeError)
  })
})

describe('matchEvent with some handlers', () => {
  const some = { 'lead.created': () => 'lead' }

  test('calls the handler that there is', () => {
    expect(matchEvent(lead, some, () => 'other')).toBe('lead')
  })

  test.each([
    ['a type without one', showing],
    ['unrecognized', unknown],
    ['a type unknown at run time', typed('lead.resurrected')],
    ['constructor', typed('constructor')],
    ['__proto__', typed('__proto__')],
  ])('and otherwise the other, for %s', (_, event) => {
    expect(matchEvent(event, some, (other) => other)).toBe(event)
    expect(matchEvent(event, {}, (other) => other)).toBe(event)
  })

  test('a handler for unrecognized takes unrecognized events only', () => {
    const handlers = { unrecognized: () => 'unrecognized' }
    expect(matchEvent(unknown, handlers, () => 'other')).toBe('unrecognized')
    expect(matchEvent(showing, handlers, () => 'other')).toBe('other')
  })
})

describe('isFamily', () => {
  test('is true for the family of the event and for no other', () => {
    const families = [...Object.keys(eventTypes), 'unrecognized'] as AnyEvent['family'][]
    for (const event of [lead, showing, unknown]) {
      expect(families.filter((family) => isFamily(event, family))).toStrictEqual([event.family])
    }
  })
})
