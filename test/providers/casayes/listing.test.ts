import { isLeft } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { dedupeKey } from '../../../src/event/identity'
import { unwrap } from '../../../src/error'
import { parseWebhook } from '../../../src/named'
import { casayes } from '../../../src/providers/casayes/index'
import { unmapped } from '../../../src/unmapped'
import { fixture } from '../../support/fixtures'

const sample = JSON.parse(fixture('casayes/listing-created').body) as Record<string, unknown>

const parse = (changes: Record<string, unknown> = {}) =>
  unwrap(parseWebhook('casayes', {}, { ...sample, ...changes }))

const listing = (changes: Record<string, unknown> = {}) => {
  const event = parse(changes)
  if (event.family !== 'listing') throw new Error('no listing')
  return event
}

test('the documented sample has every documented field in its place', () => {
  const event = listing({ ListingReference: '857632194-6' })
  expect(event.type).toBe('listing.created')
  expect(event.source.type).toBe('LISTING_CREATED')
  expect(event.listing).toEqual({
    id: 'KiKJ3LHhHm2Q',
    externalId: '857632194-6',
    status: 'Published',
    operation: 'create',
    success: true,
    errors: [],
    perPerson: null,
  })
  expect(event.property).toMatchObject({ listingId: 'KiKJ3LHhHm2Q', externalId: '857632194-6' })
  expect(event).toMatchObject({
    id: null,
    occurredAt: null,
    person: null,
    issues: [],
    completeness: 'snapshot',
  })
})

test.each([
  ['LISTING_CREATED', 'listing.created', 'create'],
  ['LISTING_UPDATED', 'listing.updated', 'update'],
  ['LISTING_DELETED', 'listing.deleted', 'delete'],
  ['LISTING_FAILED_TO_CREATE', 'listing.change_failed', 'create'],
  ['LISTING_FAILED_TO_UPDATE', 'listing.change_failed', 'update'],
  ['LISTING_FAILED_TO_DELETE', 'listing.change_failed', 'delete'],
])('%s', (EventType, type, operation) => {
  const event = listing({ EventType, Success: false, ErrorMessages: ['one', 'two'] })
  expect(event.type).toBe(type)
  expect(event.listing).toMatchObject({ operation, success: false, errors: ['one', 'two'] })
})

test.each(['Published', 'Unpublished', 'UnpublishedByAdmin', 'Archived'])('status %s as sent', (Status) => {
  expect(listing({ Status }).listing.status).toBe(Status)
  expect(listing({ Status }).issues).toEqual([])
})

describe('what identifies a listing', () => {
  const refusal = (changes: Record<string, unknown>) => {
    const parsed = parseWebhook('casayes', {}, { ...sample, ...changes })
    return isLeft(parsed) ? parsed.left.issues.map(({ path }) => path) : null
  }

  test.each(['LISTING_CREATED', 'LISTING_UPDATED', 'LISTING_DELETED'])(
    '%s needs a ListingPublicId',
    (EventType) => {
      for (const ListingPublicId of [undefined, null, '', {}]) {
        expect(refusal({ EventType, ListingPublicId })).toEqual(['/ListingPublicId'])
      }
    },
  )

  test.each(['LISTING_FAILED_TO_CREATE', 'LISTING_FAILED_TO_UPDATE', 'LISTING_FAILED_TO_DELETE'])(
    '%s may concern a listing that is not there',
    (EventType) => {
      expect(listing({ EventType, ListingPublicId: null }).listing.id).toBeNull()
    },
  )

  test('EventType is never converted', () => {
    for (const EventType of [null, '', 1, {}]) expect(refusal({ EventType })).toEqual(['/EventType'])
  })

  test('an EventType makes a listing, whatever else the body holds', () => {
    expect(parse({ EntityType: 'Listing' }).type).toBe('listing.created')
  })

  test('the key is made of the documented fields, not of the credential', () => {
    const key = dedupeKey(listing()).key
    expect(dedupeKey(listing()).strength).toBe('content')
    expect(dedupeKey(listing({ OfficeIntegrationSecret: 'another' })).key).toBe(key)
    expect(dedupeKey(listing({ OfficeIntegrationSecret: undefined })).key).toBe(key)
    expect(dedupeKey(listing({ Status: 'Unpublished' })).key).not.toBe(key)
  })
})

test('the credential is no unknown field, and others are told', () => {
  expect(unmapped(listing({ NewField: 1 }), casayes)).toEqual(['/NewField'])
})

test('an event type that no document names keeps the ids of the listing', () => {
  const event = parse({ EventType: 'LISTING_ARCHIVED', ListingReference: 'r-1' })
  if (event.type !== 'unrecognized') throw new Error('recognized')
  expect(event).toMatchObject({
    id: null,
    discriminator: '/EventType',
    person: null,
    property: { listingId: 'KiKJ3LHhHm2Q', externalId: 'r-1' },
    source: { type: 'LISTING_ARCHIVED' },
  })
})
