import { expect, test } from 'vitest'
import { funnel } from '../../../src/providers/funnel/index'
import { providers } from '../../../src/providers/index'

// Copied from the pages, generation by generation.
const prospectUpdates = ['renter.created', 'renter.status-change', 'appointment.updated']
const webhooksV3 = ['lease.move_in', 'lease.move_in_canceled']
const eventsList = [
  'lease_transaction.unit_reserved',
  'lease_transaction.unit_released',
  'lease_transaction.status_updated',
  'lease_transaction.terms_updated',
  'lease_transaction.updated',
  'lease_transaction.fees_updated',
  'lease_transaction.rentable_item_selected',
  'lease_transaction.rentable_item_deselected',
  'lease.resident_move_in',
  'lease.resident_move_in_canceled',
  'quote.created',
]

test('every documented name is there, one for the flat webhook, and no other', () => {
  expect(Object.keys(funnel.words).sort()).toEqual(
    ['lead', ...prospectUpdates, ...webhooksV3, ...eventsList].sort(),
  )
})

test('what each name means', () => {
  const types = Object.entries(funnel.words).map(([word, { type }]) => [word, type])
  expect(Object.fromEntries(types)).toEqual({
    lead: 'lead.updated',
    'renter.created': 'lead.created',
    'renter.status-change': 'lead.status_changed',
    'appointment.updated': ['showing.updated', 'showing.completed', 'showing.no_show', 'showing.canceled'],
    'lease.move_in': 'lease.move_in',
    'lease.move_in_canceled': 'lease.move_in_canceled',
    'lease_transaction.unit_reserved': 'lease.unit_reserved',
    'lease_transaction.unit_released': 'lease.unit_released',
    'lease_transaction.status_updated': 'lease.status_changed',
    'lease_transaction.terms_updated': 'lease.terms_updated',
    'lease_transaction.updated': 'lease.updated',
    'lease_transaction.fees_updated': 'lease.fees_updated',
    'lease_transaction.rentable_item_selected': 'lease.item_selected',
    'lease_transaction.rentable_item_deselected': 'lease.item_deselected',
    'lease.resident_move_in': 'lease.move_in',
    'lease.resident_move_in_canceled': 'lease.move_in_canceled',
    'quote.created': 'lease.quote_created',
  })
})

test('the table of names has it', () => {
  expect(providers.funnel).toBe(funnel)
})
