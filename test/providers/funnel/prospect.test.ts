import { describe, expect, test } from 'vitest'
import { dedupeKey } from '../../../src/event/identity'
import { funnel } from '../../../src/providers/funnel/index'
import { unmapped } from '../../../src/unmapped'
import { bodyOf, parse, parseAs, refusedPaths, withData } from './support'

const john = {
  name: 'John Doe',
  firstName: 'John',
  lastName: 'Doe',
  email: 'johndoe@example.com',
  phone: '510-555-4567',
  otherEmail: null,
  otherPhone: null,
  role: 'prospect',
  id: '456678',
  smsOptIn: null,
}

describe('the flat lead webhook', () => {
  test('has every documented field in its place', () => {
    const event = parseAs('lead', bodyOf('lead'))
    expect(event.type).toBe('lead.updated')
    expect(event.source.type).toBe('lead')
    expect(event).toMatchObject({
      id: null,
      occurredAt: null,
      completeness: 'snapshot',
      showing: null,
      issues: [],
    })
    expect(event.actor).toEqual({ kind: 'agent', id: '2', name: 'Dave Agently', raw: null })
    expect(event.person).toEqual(john)
    expect(event.lead.people).toMatchObject([
      john,
      { name: 'Jane Doe', email: 'janedoe@example.com', phone: null, otherPhone: null, id: null },
    ])
    expect(event.property).toMatchObject({
      unitId: '123',
      unitNumber: '2A',
      externalId: 'XXXX',
      communityExternalId: 'AAAA',
      address: '123 First St',
    })
    expect(event.lead.properties).toEqual([event.property])
    expect(event.lead).toMatchObject({ id: '456678', isNew: null, source: 'streeteasy', status: null })
    expect(event.lead.messages).toMatchObject([{ text: 'Hi am i interested in seeing apt 2a.', kind: null }])
    expect(event.lead.wishes).toMatchObject({ moveInDate: '1970-01-01', layouts: [] })
    expect(unmapped(event, funnel)).toEqual([])
  })

  test('several homes: the first is the property, all are kept', () => {
    const { property, lead } = parseAs('lead', bodyOf('lead-two-listings'))
    expect(property.unitId).toBe('123')
    expect(lead.properties.map(({ unitId }) => unitId)).toEqual(['123', '124'])
  })

  test('a name of one part, and a second telephone', () => {
    const { person } = parseAs('lead', bodyOf('lead-two-listings'))
    expect(person).toMatchObject({
      name: 'Doe',
      firstName: null,
      lastName: 'Doe',
      otherPhone: '510-555-4568',
    })
    const first = parseAs('lead', { ...bodyOf('lead'), people: [{ first_name: 'John' }] })
    expect(first.person).toMatchObject({ name: 'John', firstName: 'John', lastName: null })
    const none = parseAs('lead', { ...bodyOf('lead'), people: [{}] })
    expect(none.person).toMatchObject({ name: null, id: '456678' })
  })

  test.each([[undefined], [null], [''], [{}], [1.5], [2 ** 60]])(
    'nestio_client_id %j is refused',
    (value) => {
      const [path] = refusedPaths({ ...bodyOf('lead'), nestio_client_id: value })
      // Without the key nothing says that it is a lead at all.
      expect(path).toBe(value === undefined ? '/event' : '/nestio_client_id')
    },
  )

  test('is told by its fields: the key changes with any of them', () => {
    const key = dedupeKey(parse(bodyOf('lead')))
    expect(key.strength).toBe('content')
    expect(dedupeKey(parse({ ...bodyOf('lead'), lead_source: 'zumper' })).key).not.toBe(key.key)
    expect(dedupeKey(parse({ ...bodyOf('lead'), undocumented: 1 })).key).toBe(key.key)
  })
})

describe('stamps without a zone', () => {
  test('are local and no instant', () => {
    const { lead } = parseAs('lead', bodyOf('lead'))
    const local = { instant: null, local: '2019-01-01T04:55:55', offset: null, zone: null, basis: null }
    expect(lead.createdAt).toMatchObject({ ...local, precision: 'second', raw: '2019-01-01T04:55:55' })
    expect(lead.messages[0]?.receivedAt).toMatchObject(local)
  })

  test('are instants in the zone that the caller gives', () => {
    const { lead } = parseAs('lead', bodyOf('lead'), { zone: 'America/New_York' })
    expect(lead.createdAt).toMatchObject({
      instant: '2019-01-01T09:55:55.000Z',
      local: '2019-01-01T04:55:55',
      offset: '-05:00',
      zone: 'America/New_York',
      basis: 'assumed-zone',
      ambiguity: 'none',
    })
    expect(lead.messages[0]?.receivedAt?.instant).toBe('2019-01-01T09:55:55.000Z')
    const { showing } = parseAs('showing', bodyOf('appointment-completed'), { zone: 'America/Los_Angeles' })
    expect(showing.startsAt?.instant).toBe('2021-08-01T22:00:00.000Z')
    expect(showing.endsAt?.instant).toBe('2021-08-01T22:30:00.000Z')
  })

  test('follow the caller where the clock repeats or skips them', () => {
    const zone = 'America/New_York'
    const repeated = withData('appointment-completed', { start: '2021-11-07 01:30:00' })
    expect(parseAs('showing', repeated, { zone }).showing.startsAt).toMatchObject({
      instant: '2021-11-07T05:30:00.000Z',
      ambiguity: 'overlap',
    })
    expect(parseAs('showing', repeated, { zone, disambiguation: 'later' }).showing.startsAt?.instant).toBe(
      '2021-11-07T06:30:00.000Z',
    )
    const rejected = parseAs('showing', repeated, { zone, disambiguation: 'reject', strict: true })
    expect(rejected.showing.startsAt).toMatchObject({ instant: null, local: '2021-11-07T01:30:00' })
    expect(rejected.issues).toMatchObject([{ code: 'time_ambiguous', path: '/data/start' }])
    const skipped = withData('appointment-completed', { start: '2021-03-14 02:30:00' })
    expect(parseAs('showing', skipped, { zone }).showing.startsAt).toMatchObject({
      instant: '2021-03-14T07:30:00.000Z',
      local: '2021-03-14T03:30:00',
      ambiguity: 'gap',
    })
  })

  test('with an offset after all are what they say, whatever the caller assumes', () => {
    const body = withData('appointment-completed', { start: '2021-08-01T15:00:00-04:00' })
    const { showing } = parseAs('showing', body, { zone: 'America/Los_Angeles' })
    expect(showing.startsAt).toMatchObject({ instant: '2021-08-01T19:00:00.000Z', basis: 'offset' })
  })
})

describe('renter.created', () => {
  test('has every documented field in its place', () => {
    const event = parseAs('lead', bodyOf('renter-created'))
    expect(event.type).toBe('lead.created')
    expect(event.person).toEqual({ ...john, smsOptIn: true })
    expect(event.lead.people[1]).toMatchObject({ name: 'Jane Doe', smsOptIn: false, id: null })
    expect(event.property).toMatchObject({
      unitId: '123',
      communityId: '1234',
      communityExternalId: 'AAAA',
      address: '123 First St',
    })
    expect(event.lead).toMatchObject({
      id: '456678',
      isNew: true,
      status: 'Prospect',
      source: 'apartments.com',
      wishes: { moveInDate: '1970-01-01', layouts: ['1-bedroom', '2-bedroom'] },
    })
    expect(event.lead.messages).toMatchObject([
      {
        text: 'Hi am i interested in seeing apt 2a.',
        kind: 'ILS',
        receivedAt: { local: '2019-01-01T04:55:55' },
      },
    ])
    expect(event.lead.createdAt?.local).toBe('2019-01-01T04:55:55')
    expect(event).toMatchObject({ id: null, actor: null, completeness: 'snapshot' })
    expect(unmapped(event, funnel)).toEqual([])
  })

  test('without homes the community is known all the same', () => {
    const { property, person, lead } = parseAs('lead', bodyOf('renter-created-sparse'))
    expect(property).toMatchObject({ communityId: '1234', unitId: null })
    expect(person).toMatchObject({ name: null, id: '456682' })
    expect(lead).toMatchObject({ people: [], properties: [], wishes: null })
  })
})

test('renter.status-change says the state and nothing of the rest', () => {
  const event = parseAs('lead', bodyOf('renter-status-change'))
  expect(event.type).toBe('lead.status_changed')
  expect(event.completeness).toBe('partial')
  expect(event.lead).toMatchObject({ id: '456678', status: 'Applicant', previousStatus: null, isNew: false })
  expect(event.person).toMatchObject({ id: '456678', role: null })
})

describe('appointment.updated', () => {
  test.each([
    ['completed', 'showing.completed', 'done'],
    ['no-show', 'showing.no_show', 'done'],
    ['cancelled', 'showing.canceled', 'dropped'],
    ['unknown', 'showing.updated', 'unknown'],
    ['confirmed', 'showing.updated', 'unknown'],
    ['constructor', 'showing.updated', 'unknown'],
    [null, 'showing.updated', 'unknown'],
  ])('%s', (status, type, slot) => {
    const event = parseAs('showing', withData('appointment-completed', { status }))
    expect(event.type).toBe(type)
    expect(event.showing).toMatchObject({ slot, status })
  })

  test('has every documented field in its place', () => {
    const event = parseAs('showing', bodyOf('appointment-completed'))
    expect(event.showing).toMatchObject({
      id: '879',
      leadId: '456',
      mode: 'agent_guided',
      unitIds: ['123', '456'],
      isNew: null,
      startsAt: { local: '2021-08-01T15:00:00', raw: '2021-08-01 15:00:00' },
      endsAt: { local: '2021-08-01T15:30:00' },
    })
    expect(event.person).toMatchObject({ id: '456', name: null })
    expect(event.property).toMatchObject({ communityId: '123', externalId: null })
    expect(unmapped(event, funnel)).toEqual([])
  })

  test('one unit is the property, another kind of tour is no documented mode', () => {
    const event = parseAs(
      'showing',
      withData('appointment-completed', { pms_unit_ids: [7], tour_type: 'Virtual' }),
    )
    expect(event.property.externalId).toBe('7')
    expect(event.showing).toMatchObject({ unitIds: ['7'], mode: null })
  })
})

describe('what identifies a prospect update is in its data', () => {
  test.each([
    ['renter-created', 'funnel_renter_id'],
    ['renter-status-change', 'funnel_renter_id'],
    ['appointment-completed', 'funnel_tour_id'],
  ])('%s needs %s', (name, key) => {
    for (const value of [undefined, null, '', {}]) {
      expect(refusedPaths(withData(name, { [key]: value }))).toContain(`/data/${key}`)
    }
    for (const data of [undefined, null, '', []]) {
      expect(refusedPaths({ ...bodyOf(name), data })).toContain('/data')
    }
  })
})
