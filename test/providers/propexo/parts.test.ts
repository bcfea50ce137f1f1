import { describe, expect, test } from 'vitest'
import { noLease } from '../../../src/event/lease'
import { noPerson } from '../../../src/event/person'
import { noFacts, noProperty } from '../../../src/event/property'
import { created, parse, refusal, update } from './support'

const people = [
  ['leads', 'prospect'],
  ['applicants', 'applicant'],
  ['residents', 'resident'],
] as const

describe.each(people)('the person of %s', (model, role) => {
  test('has the documented fields', () => {
    const { person } = created(model, {
      first_name: 'Paula',
      middle_name: 'Q',
      last_name: 'Example',
      email_1: 'paula@example.com',
      email_2: 'work@example.com',
      phone_1: '+1 555 0100',
      phone_2: '+1 555 0101',
    })
    expect(person).toStrictEqual({
      ...noPerson,
      id: 'row-1',
      role,
      name: 'Paula Q Example',
      firstName: 'Paula',
      lastName: 'Example',
      email: 'paula@example.com',
      otherEmail: 'work@example.com',
      phone: '+1 555 0100',
      otherPhone: '+1 555 0101',
    })
  })

  test.each([
    [{ first_name: 'Paula' }, 'Paula'],
    [{ last_name: 'Example', middle_name: '' }, 'Example'],
    [{ first_name: '', last_name: null }, null],
  ])('of a new row has the name of the parts that were sent: %j', (payload, name) => {
    expect(created(model, payload).person?.name).toBe(name)
  })

  test.each([
    [{ first_name: 'Paula' }, null],
    [{ last_name: 'Example' }, null],
    [{ first_name: 'Paula', last_name: 'Example' }, 'Paula Example'],
    [{ email_1: 'new@example.com' }, null],
  ])('of an update has a name only if both ends of it changed: %j', (next, name) => {
    expect(update(model, next, { first_name: 'Old', last_name: 'Name' }).person).toMatchObject({
      name,
      role,
      id: 'row-1',
    })
  })

  test('of an update says nothing that did not change', () => {
    expect(update(model, { phone_1: '+1 555 0199' }, { phone_1: null }).person).toStrictEqual({
      ...noPerson,
      id: 'row-1',
      role,
      phone: '+1 555 0199',
    })
  })
})

test.each(['employees', 'service-request-vendors', 'units', 'leases', 'crm-prospects', 'events'])(
  'rows of %s are nobody',
  (model) => {
    expect(created(model, { name: 'Sample', first_name: 'Paula' }).person).toBeNull()
  },
)

describe('the property', () => {
  test('is named by the row, or else by the context', () => {
    const context = { property_id: 'prop-2' }
    expect(created('leads', { property_id: 'prop-1', x_property_id: 'P-1' }, context).property).toStrictEqual(
      {
        ...noProperty,
        id: 'prop-1',
        externalId: 'P-1',
      },
    )
    expect(created('events', {}, context).property).toStrictEqual({ ...noProperty, id: 'prop-2' })
    expect(created('fees', { property_id: 12 }, context).property).toStrictEqual({
      ...noProperty,
      id: 'prop-2',
    })
  })

  test('is null where nothing names it', () => {
    expect(created('leads', {}).property).toBeNull()
    expect(created('leases', {}, { property_id: 5 }).property).toBeNull()
    expect(created('fees', { property_id: 'prop-1' }).property).toBeNull()
  })

  test('of a unit is its home, with the facts', () => {
    const { property } = created('units', {
      property_id: 'prop-1',
      number: '4B',
      address_1: '12 Sample Street',
      address_2: 'Apt 4',
      city: 'Springfield',
      state: 'OR',
      zip: '97403',
      bedrooms: '2',
      bathrooms: '1.5',
      square_feet: 850,
      rent_amount_market_in_cents: 170000,
      cats_allowed: true,
      dogs_allowed: false,
    })
    expect(property).toStrictEqual({
      ...noProperty,
      id: 'prop-1',
      unitId: 'row-1',
      unitNumber: '4B',
      address: '12 Sample Street, Apt 4, Springfield, OR 97403',
      facts: {
        ...noFacts,
        bedrooms: 2,
        bathrooms: 1.5,
        squareFeet: 850,
        rent: { amount: 170000, currency: null, per: null },
        cats: true,
        dogs: false,
      },
    })
  })

  test('of a listing is the unit that it offers', () => {
    const { property } = created('listings', {
      unit_id: 'unit-1',
      number: '4B',
      street_address_1: '12 Sample Street',
      rent_amount_in_cents: 165000,
      bedrooms: 'Studio',
    })
    expect(property).toStrictEqual({
      ...noProperty,
      listingId: 'row-1',
      unitId: 'unit-1',
      unitNumber: '4B',
      address: '12 Sample Street',
      facts: { ...noFacts, rent: { amount: 165000, currency: null, per: null } },
    })
  })

  test('of a property is the row itself', () => {
    const { property } = created('properties', {
      name: 'Sample Court',
      x_property_id: 'P-1',
      square_feet: 84000,
    })
    expect(property).toStrictEqual({ ...noProperty, id: 'row-1', externalId: 'P-1', name: 'Sample Court' })
  })

  test('of a lease is the unit that is let', () => {
    const { property } = created('leases', { property_id: 'prop-1', unit_id: 'unit-1', unit_number: '4B' })
    expect(property).toStrictEqual({ ...noProperty, id: 'prop-1', unitId: 'unit-1', unitNumber: '4B' })
  })

  test.each([
    [{ unit_id: 'unit-1' }, { unitId: 'unit-1', unitNumber: null }],
    [{ unit_number: '4B' }, { unitId: null, unitNumber: '4B' }],
  ])('of a lease without a property is as much of the unit as is said: %j', (payload, unit) => {
    expect(created('leases', payload).property).toStrictEqual({ ...noProperty, ...unit })
  })

  test('of an update says only what changed, and no half of an address', () => {
    const next = { address_1: '14 Sample Street', bedrooms: '3' }
    expect(update('units', next).property).toStrictEqual({
      ...noProperty,
      unitId: 'row-1',
      facts: { ...noFacts, bedrooms: 3 },
    })
    expect(update('units', { is_listed: true }).property).toStrictEqual({ ...noProperty, unitId: 'row-1' })
  })

  test.each(['2 or 3', 'Studio', '1e3', '02', ''])('has no number for %j bedrooms', (bedrooms) => {
    const event = created('units', { bedrooms, square_feet: 1 })
    expect(event.property?.facts).toStrictEqual({ ...noFacts, squareFeet: 1 })
    expect(event.issues).toStrictEqual([])
  })
})

describe('the lease', () => {
  test('has the documented fields', () => {
    const { lease } = created('leases', {
      status: 'deprecated',
      status_raw: 'Current',
      status_normalized: 'ACTIVE',
      start_date: '2025-09-01T00:00:00.000Z',
      end_date: '2026-08-31',
      scheduled_move_in_date: '2025-09-01T00:00:00Z',
      realized_move_in_date: '2025-09-02T00:00:00.000Z',
      scheduled_move_out_date: '2026-08-31T00:00:00.000Z',
      rent_amount_in_cents: 165000,
      x_resident_id: 'T-9',
    })
    expect(lease).toStrictEqual({
      ...noLease,
      id: 'row-1',
      status: 'ACTIVE',
      startDate: '2025-09-01',
      endDate: '2026-08-31',
      moveInDate: '2025-09-02',
      moveOutDate: '2026-08-31',
      rent: { amount: 165000, currency: null, per: null },
      tenantExternalId: 'T-9',
    })
  })

  test.each([
    [
      { status_normalized: 'EVICTED', status_raw: 'Evicted' },
      { status_normalized: 'ACTIVE', status_raw: 'Current' },
      'EVICTED',
      'ACTIVE',
    ],
    [
      { status_raw: 'Evicted', status: 'E' },
      { status_raw: 'Current', status_normalized: 'ACTIVE' },
      'Evicted',
      'Current',
    ],
    [{ status: 'E' }, {}, 'E', null],
    [{ type: 'Renewal' }, { type: 'New' }, null, null],
  ])('of an update has both states from one field: %j', (next, previous, status, previousStatus) => {
    expect(update('leases', next, previous).lease).toStrictEqual({
      ...noLease,
      id: 'row-1',
      status,
      previousStatus,
    })
  })

  test.each([
    ['2025-09-01', '2025-09-01'],
    ['2025-09-01T00:00:00.000Z', '2025-09-01'],
    ['2025-09-01T00:00:00Z', '2025-09-01'],
  ])('takes the day of %s', (start_date, startDate) => {
    const event = created('leases', { start_date })
    expect(event.lease?.startDate).toBe(startDate)
    expect(event.issues).toStrictEqual([])
  })

  test.each([
    '2025-09-01T05:00:00.000Z',
    '2025-09-01T00:00:00.000-05:00',
    '2025-09-01T00:00:00',
    '2025-09-01 00:00:00.000Z',
  ])('does not guess on whose calendar %s is', (start_date) => {
    const event = parse({
      trigger: 'DATA_NEW',
      data: { object: 'leases', record_id: 'a', payload: { start_date } },
    })
    expect(event).toMatchObject({ lease: { startDate: null }, record: { fields: { start_date } } })
    expect(event.issues).toStrictEqual([
      { code: 'time_ambiguous', path: '/data/payload/start_date', expected: 'a day, or midnight in UTC' },
    ])
    expect(parse(event.source.raw ?? '', { strict: true }).type).toBe('record.created')
  })

  test.each(['soon', '2025-02-30', '2025-02-30T00:00:00.000Z', '09/01/2025', '2025-09-01T00:00:00.000Zx'])(
    'has no day for %s',
    (start_date) => {
      const event = created('leases', { start_date })
      expect(event.lease?.startDate).toBeNull()
      expect(event.issues).toMatchObject([{ code: 'time_unreadable', path: '/payload/start_date' }])
      expect(refusal(event.source.raw ?? '', { strict: true })).toHaveLength(1)
    },
  )

  test('has no rent of parts of a cent', () => {
    const event = created('leases', { rent_amount_in_cents: 165000.5 })
    expect(event.lease?.rent).toBeNull()
    expect(event.issues).toStrictEqual([
      { code: 'wrong_kind', path: '/payload/rent_amount_in_cents', expected: 'whole cents' },
    ])
  })
})

test.each(['leads', 'units', 'listings', 'properties', 'residents', 'fees'])(
  'rows of %s are no lease',
  (model) => {
    expect(created(model, { start_date: '2025-09-01' }).lease).toBeNull()
  },
)
