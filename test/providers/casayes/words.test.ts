import { expect, test } from 'vitest'
import { casayes } from '../../../src/providers/casayes/index'
import { providers } from '../../../src/providers/index'

// Copied from the tables of docs.casayes.pt, "Leads" and "Listing".
const entityTypes = ['Listing', 'Office', 'BusinessForm', 'User', 'EvaluationForm']
const eventTypes = [
  'LISTING_CREATED',
  'LISTING_UPDATED',
  'LISTING_DELETED',
  'LISTING_FAILED_TO_CREATE',
  'LISTING_FAILED_TO_UPDATE',
  'LISTING_FAILED_TO_DELETE',
]

test('every documented word has one type, and there are no others', () => {
  expect(Object.keys(casayes.words).sort()).toEqual([...entityTypes, ...eventTypes].sort())
})

test('what each word means', () => {
  const types = Object.entries(casayes.words).map(([word, { type }]) => [word, type])
  expect(Object.fromEntries(types)).toEqual({
    Listing: 'lead.created',
    Office: 'lead.created',
    BusinessForm: 'lead.created',
    User: 'lead.created',
    EvaluationForm: 'lead.created',
    LISTING_CREATED: 'listing.created',
    LISTING_UPDATED: 'listing.updated',
    LISTING_DELETED: 'listing.deleted',
    LISTING_FAILED_TO_CREATE: 'listing.change_failed',
    LISTING_FAILED_TO_UPDATE: 'listing.change_failed',
    LISTING_FAILED_TO_DELETE: 'listing.change_failed',
  })
})

test('the table of names has it', () => {
  expect(providers.casayes).toBe(casayes)
})
