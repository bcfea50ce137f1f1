import { describe, expect, test } from 'vitest'
import { noLead } from '../../src/event/lead'
import { noPerson } from '../../src/event/person'
import { noProperty } from '../../src/event/property'
import { noShowing } from '../../src/event/showing'
import { providers, type ProviderName } from '../../src/providers/index'
import { delivery } from '../support/events'

// No codec lets such bodies through. A program may call `normalize` by itself all the same.
const normalized = (name: ProviderName, body: unknown) => providers[name].normalize(body as never, delivery())

describe('a body that no codec has seen', () => {
  test.each([
    ['rently', { type: 7 }, '/type', null],
    ['rently', { message_type: ['Lock'] }, '/message_type', null],
    ['showmojo', {}, '/event/action', ''],
    ['showmojo', [], '/event/action', ''],
    ['propexo', { trigger: 7 }, '/trigger', null],
    ['funnel', { event: 7 }, '/event', null],
    ['funnel', { event_type: {} }, '/event_type', null],
    ['casayes', { EntityType: 7 }, '/EntityType', null],
    ['casayes', { EventType: null }, '/EventType', null],
    ['casayes', [], '/EntityType', null],
  ] as const)('of %s, %j, has no word and says nothing', (name, body, discriminator, id) => {
    expect(normalized(name, body)).toMatchObject({
      type: 'unrecognized',
      id,
      occurredAt: null,
      discriminator,
      source: { provider: name, type: '', payload: body },
    })
  })

  test.each(['renter.created', 'renter.status-change'])(
    'of funnel, %s without data, tells nobody',
    (event) => {
      const { family, ...rest } = normalized('funnel', { event, data: null })
      expect(family).toBe('lead')
      expect(rest).toMatchObject({
        person: { ...noPerson, role: event === 'renter.created' ? 'prospect' : null },
        property: noProperty,
        lead: { ...noLead, isNew: event === 'renter.created' ? null : false },
        showing: null,
        issues: [],
      })
    },
  )

  test('of funnel, appointment.updated without data, tells of no appointment', () => {
    expect(normalized('funnel', { event: 'appointment.updated', data: null })).toMatchObject({
      type: 'showing.updated',
      person: { ...noPerson, role: 'prospect' },
      property: noProperty,
      showing: noShowing,
      issues: [],
    })
  })
})
