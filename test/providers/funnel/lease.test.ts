import { describe, expect, test } from 'vitest'
import { compareEvents, dedupeKey } from '../../../src/event/identity'
import { funnel } from '../../../src/providers/funnel/index'
import { unmapped } from '../../../src/unmapped'
import { bodyOf, parse, parseAs, refusedPaths, withData } from './support'

test('lease.move_in has every documented field in its place', () => {
  const event = parseAs('lease', bodyOf('v3-lease-move-in'))
  expect(event.type).toBe('lease.move_in')
  expect(event.id).toBe('3eb29a92-e480-40ee-9a9f-61fff5e3f3d5')
  expect(event.occurredAt).toMatchObject({ instant: '2023-03-11T14:23:56.010Z', precision: 'millisecond' })
  expect(event.property.communityExternalId).toBe('123')
  expect(event.lease).toMatchObject({ moveInDate: '2023-03-11', tenantExternalId: 't0000000' })
  const charge = { kind: 'Monthly', from: '2023-03-11', to: '2024-03-10' }
  expect(event.lease.charges).toEqual([
    {
      ...charge,
      code: 'rent',
      amount: { amount: 250_000, currency: null, per: 'month' },
      description: 'Rent',
    },
    {
      ...charge,
      code: 'pet',
      amount: { amount: 5000, currency: null, per: 'month' },
      description: 'Dog Rent',
    },
  ])
  expect(unmapped(event, funnel)).toEqual([])
})

test('lease.move_in_canceled has no charges', () => {
  const event = parseAs('lease', bodyOf('v3-lease-move-in-canceled'))
  expect(event.type).toBe('lease.move_in_canceled')
  expect(event.lease).toMatchObject({ moveInDate: '2023-03-11', tenantExternalId: 't0000000', charges: [] })
})

test('a charge that is not monthly is not per month, and cents may come as text', () => {
  const [charge] = parseAs('lease', bodyOf('v3-lease-move-in-one-time-charge')).lease.charges
  expect(charge).toMatchObject({ kind: 'One Time', amount: { amount: 15_050, per: null }, to: null })
})

describe('the event object', () => {
  test('has every documented field in its place', () => {
    const event = parseAs('lease', bodyOf('event-object-status-updated'))
    expect(event.type).toBe('lease.status_changed')
    expect(event.id).toBe('8932127')
    expect(event.occurredAt).toEqual({
      instant: '2023-03-29T04:27:08.000Z',
      local: null,
      offset: null,
      zone: null,
      precision: 'second',
      basis: 'epoch',
      ambiguity: 'none',
      raw: 1680064028,
    })
    expect(event.person.id).toBe('12453')
    expect(event.property.communityId).toBe('43522')
    expect(event.lease).toMatchObject({
      transactionId: '74824',
      transactionType: 'Application',
      status: 'Approved',
      previousStatus: 'Submitted',
      clientId: '12453',
    })
    expect(event.identity).toEqual({
      strength: 'provider-id',
      parts: ['8932127'],
      order: { by: 'time', value: '2023-03-29T04:27:08.000Z', precision: 'second' },
    })
    expect(event.source.payload).toMatchObject({ idempotency_key: null })
    expect(unmapped(event, funnel)).toEqual([])
  })

  test.each([
    ['seconds', 1680064028, '2023-03-29T04:27:08.000Z'],
    ['seconds as text', '1680064028', '2023-03-29T04:27:08.000Z'],
    ['1970', 0, '1970-01-01T00:00:00.000Z'],
    ['before 1970', '-1', '1969-12-31T23:59:59.000Z'],
    ['ISO', '2023-03-29T04:27:08+00:00', '2023-03-29T04:27:08.000Z'],
    ['milliseconds', 1680064028000, null],
    ['milliseconds as text', '1680064028000', null],
    ['part of a second', 1680064028.5, null],
    ['leading zeros', '01680064028', null],
    ['ISO without an offset', '2023-03-29T04:27:08', null],
    ['a word', 'now', null],
    ['an object', {}, null],
  ])('a stamp in %s', (_, event_timestamp, instant) => {
    const event = parse(
      { ...bodyOf('event-object-status-updated'), event_timestamp },
      { zone: 'America/New_York' },
    )
    expect(event.occurredAt?.instant ?? null).toBe(instant)
    expect(event.issues.map(({ path }) => path)).toEqual(instant === null ? ['/event_timestamp'] : [])
  })

  test('a missing stamp is no issue', () => {
    const event = parse({ ...bodyOf('event-object-status-updated'), event_timestamp: null })
    expect(event.occurredAt).toBeNull()
    expect(event.issues).toEqual([])
    expect(event.identity.order).toBeNull()
  })
})

describe('the events list', () => {
  test('unit_reserved has every documented field in its place', () => {
    const event = parseAs('lease', bodyOf('unit-reserved'))
    expect(event.type).toBe('lease.unit_reserved')
    expect(event.occurredAt).toMatchObject({
      instant: '2024-10-09T13:49:31.658Z',
      raw: '2024-10-09T13:49:31.658518+00:00',
    })
    expect(event.property).toMatchObject({
      unitId: '4352',
      externalId: 'u1234',
      communityId: '435242',
      communityExternalId: 'c1234',
    })
    expect(event.lease).toMatchObject({
      transactionId: '74824',
      transactionType: 'Application',
      clientId: '12457533',
      guestCardExternalId: 'p1234',
      tenantExternalId: 't1234',
    })
    expect(unmapped(event, funnel)).toEqual([])
  })

  test.each([
    'Application',
    'Lease Revision',
    'Renewal',
    'Notice to Vacate',
    'Lease Confirmation',
    'Transfer',
  ])('the kind of transaction stands beside the state: %s', (kind) => {
    const { lease } = parseAs('lease', withData('status-updated', { lease_transaction_type: kind }))
    expect(lease).toMatchObject({ transactionType: kind, status: 'Approved' })
  })

  test('updated says what was updated', () => {
    const event = parseAs('lease', bodyOf('transaction-updated-applicant-signed-lease'))
    expect(event.type).toBe('lease.updated')
    expect(event.lease).toMatchObject({ id: '99812', updateType: 'Applicant Signed Lease' })
  })

  test.each(['resident-move-in', 'resident-move-in-canceled'])('%s is about a resident', (name) => {
    expect(parseAs('lease', bodyOf(name)).person.role).toBe('resident')
  })
})

describe('events whose fields are not documented', () => {
  const names = [
    'unit-released',
    'terms-updated',
    'fees-updated',
    'rentable-item-selected',
    'rentable-item-deselected',
    'resident-move-in',
    'resident-move-in-canceled',
    'quote-created',
  ]

  test.each(names)('%s keeps all that was sent', (name) => {
    const event = parseAs(
      'lease',
      withData(name, { fee: { amount: '12.50', kinds: ['paid'] }, lease_id: 99812 }),
    )
    const payload = event.source.payload as { readonly data: object }
    expect(payload.data).toMatchObject({ fee: { amount: '12.50', kinds: ['paid'] }, lease_id: '99812' })
    expect(event.lease.id).toBe('99812')
    expect(event.issues).toEqual([])
    expect(unmapped(event, funnel)).toEqual([])
  })

  test('but a documented one does not', () => {
    const event = parseAs('lease', withData('unit-reserved', { fee: 1 }))
    expect((event.source.payload as { readonly data: object }).data).not.toHaveProperty('fee')
    expect(unmapped(event, funnel)).toEqual(['/data/fee'])
  })

  test('no key named __proto__ comes through', () => {
    const text = '{"id":1,"event":"quote.created","data":{"a":{"__proto__":{"b":1}},"__proto__":{"c":1}}}'
    const { data } = parse(text).source.payload as { readonly data: Record<string, unknown> }
    expect(Object.getOwnPropertyNames(data)).toEqual(['a'])
    expect(Object.getOwnPropertyNames(data['a'])).toEqual([])
  })

  test.each([
    ['1571.00', 157_100],
    ['1571.10', 157_110],
    ['0.29', 29],
    ['4.35', 435],
    ['1.005', null],
    ['-12.50', -1250],
    ['1571', 157_100],
    [1571, 157_100],
    [1571.5, 157_150],
    [0.1 + 0.2, null],
    ['90071992547409.91', 9_007_199_254_740_991],
    ['90071992547409.92', null],
    ['1,571.00', null],
    ['$1571', null],
    ['1e3', null],
    ['.5', null],
    ['5.', null],
    ['-', null],
    ['', null],
    [{ amount: '1571.00' }, null],
  ])('a price of %j is %j in minor units', (price, amount) => {
    const event = parseAs('lease', withData('quote-created', { price }))
    expect(event.lease.rent).toEqual(amount === null ? null : { amount, currency: null, per: null })
    expect(event.issues).toEqual([])
  })

  test('terms under the names of the API', () => {
    const event = parseAs('lease', bodyOf('quote-created'))
    expect(event.lease).toMatchObject({ startDate: '2024-06-27', endDate: '2024-12-26' })
    expect(event.property.unitNumber).toBe('826')
    const other = parseAs('lease', bodyOf('quote-created-other-forms'))
    expect(other.lease).toMatchObject({ startDate: null, endDate: null })
    expect(other.property.unitNumber).toBe('826')
  })
})

describe('the envelope', () => {
  const data = { lease_transaction_id: 1, client_id: 2 }

  test.each(['event', 'event_type'])('takes every mixture of names beside %s', (nameKey) => {
    for (const stampKey of ['timestamp', 'event_timestamp']) {
      for (const dataKey of ['data', 'event_data']) {
        const event = parseAs('lease', {
          id: 7,
          [nameKey]: 'lease_transaction.unit_reserved',
          [stampKey]: 1680064028,
          [dataKey]: data,
        })
        expect(event.occurredAt?.instant).toBe('2023-03-29T04:27:08.000Z')
        expect(event.lease.transactionId).toBe('1')
        expect(event.issues).toEqual([])
      }
    }
  })

  test('where both names are there, the newer one decides', () => {
    const both = {
      id: 7,
      event: 'lease_transaction.unit_reserved',
      event_type: 'quote.created',
      timestamp: '2024-10-09T13:49:31.658518+00:00',
      event_timestamp: 1680064028,
      data,
      event_data: { client_id: 3 },
    }
    const event = parseAs('lease', both)
    expect(event.type).toBe('lease.unit_reserved')
    expect(event.occurredAt?.instant).toBe('2024-10-09T13:49:31.658Z')
    expect(event.lease.clientId).toBe('2')
    expect(parse({ ...both, event: null }).type).toBe('lease.quote_created')
    expect(parse({ ...both, event: '' }).type).toBe('lease.quote_created')
  })

  test('an id that is a number or text is the same event', () => {
    const body = bodyOf('event-object-status-updated')
    expect(dedupeKey(parse({ ...body, id: '8932127' })).key).toBe(dedupeKey(parse(body)).key)
  })

  test('events are ordered by their stamps', () => {
    const body = bodyOf('unit-reserved')
    const later = parse({ ...body, id: 'x', timestamp: '2024-10-09T13:49:31.659000+00:00' })
    expect(compareEvents(parse(body), later)).toBe(-1)
    // One of the two is known to the second only.
    expect(compareEvents(parse(body), parse(bodyOf('event-object-unit-reserved')))).toBeNull()
  })

  test('data that is missing or no object leaves the event', () => {
    const event = parseAs('lease', { ...bodyOf('unit-reserved'), data: null })
    expect(event.lease.transactionId).toBeNull()
    expect(event.issues).toEqual([])
    expect(parse({ ...bodyOf('unit-reserved'), data: 'x' }).issues).toMatchObject([{ path: '/data' }])
    for (const name of ['status-updated', 'v3-lease-move-in', 'quote-created']) {
      expect(parseAs('lease', { ...bodyOf(name), data: undefined }).lease.charges).toEqual([])
    }
  })

  test.each(['v3-lease-move-in', 'event-object-status-updated', 'unit-reserved', 'quote-created'])(
    '%s needs an id',
    (name) => {
      for (const id of [undefined, null, '', {}, 1.5]) {
        expect(refusedPaths({ ...bodyOf(name), id })).toEqual(['/id'])
      }
    },
  )

  test('the name is never converted', () => {
    expect(refusedPaths({ id: 1, event: 7, data })).toEqual(['/event'])
    expect(refusedPaths({ id: 1, event_type: {}, event_data: data })).toEqual(['/event_type'])
    expect(refusedPaths({ id: 1, data })).toEqual(['/event'])
    expect(refusedPaths([])).toEqual([''])
  })
})

describe('a name that no page has', () => {
  test('gives what is known of it', () => {
    const event = parse(bodyOf('unrecognized-event'))
    if (event.type !== 'unrecognized') throw new Error('recognized')
    expect(event).toMatchObject({
      id: '8cc87045-1111-4a16-a882-454000000012',
      discriminator: '/event',
      person: { id: '12457533', role: null },
      property: { unitId: '4352', externalId: 'u1234', communityId: '435242', communityExternalId: 'c1234' },
      source: { type: 'lease_transaction.signed' },
    })
    expect(event.occurredAt?.instant).toBe('2024-10-09T13:49:31.658Z')
  })

  test('also in the other envelope, and for a renter', () => {
    expect(parse(bodyOf('unrecognized-event-type'))).toMatchObject({
      id: '8932133',
      discriminator: '/event_type',
      person: { id: '12453' },
      property: { communityId: '43522' },
    })
    expect(parse(bodyOf('unrecognized-renter'))).toMatchObject({
      id: null,
      identity: { strength: 'content' },
      person: { name: 'John Doe', id: '456678', role: null },
      property: { communityId: '1234' },
    })
    expect(parse(bodyOf('unrecognized-test'))).toMatchObject({ person: null, property: null })
  })

  test('is not the name that this library gave to the flat webhook', () => {
    expect(parse({ event: 'lead', data: {} }).type).toBe('unrecognized')
  })
})

test.each([
  ['', null],
  ['2A', '2A'],
  [7, '7'],
  [1.5, null],
  [null, null],
  [{}, null],
])('the unit number %j of an event without documented fields is %j', (unit_number, unitNumber) => {
  const body = { event: 'lease_transaction.unit_released', id: '1', data: { unit_number } }
  const event = parseAs('lease', body)
  expect(event.property.unitNumber).toBe(unitNumber)
  expect(event.issues).toEqual([])
})
