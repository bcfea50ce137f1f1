import { describe, expect, test } from 'vitest'
import { readableEvent } from '../../src/cli/readable'
import { parseWebhook } from '../../src/named'
import { unwrap } from '../../src/error'
import type { AnyEvent } from '../../src/event/event'
import { noPerson } from '../../src/event/person'
import { noFacts, noProperty } from '../../src/event/property'
import { noShowing } from '../../src/event/showing'
import { leadEvent, showingEvent } from '../support/events'

const plain = (_style: string, text: string): string => text

const linesOf = (event: AnyEvent): readonly string[] => readableEvent(event, plain)

const labelled = (label: string, content: string): string => `  ${label.padEnd(13)}${content}`

describe('an event for people', () => {
  test('has no line for what says nothing', () => {
    expect(linesOf({ ...leadEvent(), lead: undefined } as AnyEvent)).toStrictEqual(['new → lead.created'])
  })

  test('has a line for who and when, and money, lists and parts in words', () => {
    const event = {
      ...showingEvent(),
      id: 'e-1',
      actor: { kind: 'agent', id: '7', name: 'Ada Example', raw: null },
      person: { ...noPerson, name: 'Ben Sample' },
      property: {
        ...noProperty,
        id: 'p-1',
        summary: '2BD | $1,850 /mo',
        facts: {
          ...noFacts,
          bedrooms: 2,
          rent: { amount: 185_000, currency: 'USD', per: 'month' },
          cats: true,
        },
      },
      showing: {
        ...noShowing,
        unitIds: ['1', '2'],
        fee: { amount: 5, currency: null, per: null },
        by: { name: 'Eva' },
      },
    }
    expect(linesOf(event as unknown as AnyEvent)).toStrictEqual([
      'new → showing.scheduled',
      labelled('id', 'e-1'),
      labelled('by', 'kind: agent, id: 7, name: Ada Example'),
      labelled('person', 'name: Ben Sample'),
      labelled('property', 'id: p-1'),
      labelled('', '2 bedrooms, 1850.00 USD a month, cats'),
      labelled('showing', 'slot: unknown, unitIds: [1, 2], fee: 0.05, by: (name: Eva)'),
    ])
  })
})

describe('a time for people', () => {
  const whenOf = (checkin_at: string, zone?: string): string | undefined =>
    linesOf(unwrap(parseWebhook('rently', {}, { type: 'Now Available', checkin_at }, { zone }))).find(
      (line) => line.startsWith('  when'),
    )

  test('says what the instant rests on', () => {
    expect(whenOf('04/01/2020 at 06:35AM')).toBe(
      labelled(
        'when',
        '2020-04-01T13:35:00.000Z  2020-04-01 06:35:00 -07:00 America/Los_Angeles  by assumed-zone',
      ),
    )
  })

  test('says where the clocks changed', () => {
    expect(whenOf('11/01/2020 at 01:30AM')).toContain('by assumed-zone, in an overlap')
  })

  test('says that no zone is known', () => {
    const time = {
      instant: null,
      local: '2020-04-01T06:35:00',
      offset: null,
      zone: null,
      precision: 'second',
    }
    const occurredAt = { ...time, basis: null, ambiguity: 'none', raw: '2020-04-01 06:35:00' }
    expect(linesOf({ ...leadEvent(), occurredAt } as AnyEvent)).toContain(
      labelled('when', '2020-04-01 06:35:00  no zone known'),
    )
  })
})
