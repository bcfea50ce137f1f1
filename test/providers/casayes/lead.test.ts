import { isLeft } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { compareEvents, dedupeKey } from '../../../src/event/identity'
import { unwrap } from '../../../src/error'
import { parseWebhook } from '../../../src/named'
import { unmapped } from '../../../src/unmapped'
import { casayes } from '../../../src/providers/casayes/index'
import { fixture } from '../../support/fixtures'

const sample = JSON.parse(fixture('casayes/lead-listing').body) as Record<string, unknown>

const parse = (changes: Record<string, unknown> = {}) =>
  unwrap(parseWebhook('casayes', {}, { ...sample, ...changes }))

const lead = (changes: Record<string, unknown> = {}) => {
  const event = parse(changes)
  if (event.type !== 'lead.created') throw new Error('no lead')
  return event
}

const refusal = (body: unknown) => {
  const parsed = parseWebhook('casayes', {}, body as object)
  if (!isLeft(parsed)) throw new Error('not refused')
  const { _tag, issues } = parsed.left
  return { _tag, issues: issues.map(({ code, path }) => `${code} ${path}`) }
}

describe('the documented sample', () => {
  test('has every documented field in its place', () => {
    const event = lead()
    expect(event.id).toBe('CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcf90')
    expect(event.source.type).toBe('Listing')
    expect(event.completeness).toBe('snapshot')
    expect(event.occurredAt?.instant).toBe('2024-08-09T15:05:44.613Z')
    expect(event.occurredAt?.raw).toBe('2024-08-09T15:05:44.6131515Z')
    expect(event.occurredAt?.basis).toBe('offset')
    expect(event.person).toMatchObject({
      name: 'John Smith',
      firstName: null,
      email: '[email protected]',
      phone: '919111222',
      role: 'prospect',
    })
    expect(event.property).toMatchObject({ listingId: 'A3bT7Y2xL6w', externalId: '857632194-6', id: null })
    expect(event.lead).toMatchObject({
      id: event.id,
      isNew: true,
      source: 'CasaYes',
      subject: { kind: 'listing', id: 'A3bT7Y2xL6w', reference: '857632194-6' },
      message: sample['Message'],
      createdAt: event.occurredAt,
    })
    expect(event.lead.wishes).toMatchObject({
      moveInText: '2024-12-09T15:05:44.6131515Z',
      moveInDate: null,
      residents: 2,
      hasPets: false,
      monthlyIncome: { amount: 200_000, currency: null, per: 'month' },
      letter: null,
    })
    expect(event.lead.wishes?.moveInAt?.instant).toBe('2024-12-09T15:05:44.613Z')
    expect(event.issues).toEqual([])
    expect(unmapped(event, casayes)).toEqual([])
  })

  test('keeps its raw body to the byte: it holds no credential', () => {
    const { bytes, body } = fixture('casayes/lead-listing')
    expect(unwrap(parseWebhook('casayes', {}, bytes)).source.raw).toBe(body)
  })
})

test.each([
  ['Listing', 'listing', 'prospect'],
  ['Office', 'office', 'prospect'],
  ['BusinessForm', 'business_form', 'prospect'],
  ['User', 'user', 'prospect'],
  ['EvaluationForm', 'evaluation_form', 'owner'],
])('%s: only a listing is a property, and a valuation is asked by an owner', (EntityType, kind, role) => {
  const event = lead({ EntityType })
  expect(event.lead.subject).toEqual({ kind, id: 'A3bT7Y2xL6w', reference: '857632194-6' })
  expect(event.person.role).toBe(role)
  expect(event.property.listingId).toBe(kind === 'listing' ? 'A3bT7Y2xL6w' : null)
  expect(event.property.externalId).toBe(kind === 'listing' ? '857632194-6' : null)
})

describe('EstimatedDateToMove', () => {
  test.each(['Soon', 'Flexible', 'ExactDate', 'NextYear'])('%s is a word', (word) => {
    const event = lead({ EstimatedDateToMove: word })
    expect(event.lead.wishes).toMatchObject({ moveInText: word, moveInDate: null, moveInAt: null })
    expect(event.issues).toEqual([])
  })

  test('a date is a date', () => {
    const { wishes } = lead({ EstimatedDateToMove: '2024-12-09' }).lead
    expect(wishes).toMatchObject({ moveInDate: '2024-12-09', moveInAt: null, moveInText: '2024-12-09' })
  })

  test('a moment makes no date: the day depends on a zone', () => {
    const { wishes } = lead({ EstimatedDateToMove: '2024-12-09T23:30:00.0000000Z' }).lead
    expect(wishes?.moveInDate).toBeNull()
    expect(wishes?.moveInAt?.instant).toBe('2024-12-09T23:30:00.000Z')
  })

  test.each(['2024-02-30', '2024-12-09T15:05:44', '9 December', '2024-12-09T25:00:00Z'])(
    '%s stays as text with an issue',
    (text) => {
      const event = lead({ EstimatedDateToMove: text })
      expect(event.lead.wishes).toMatchObject({ moveInText: text, moveInDate: null, moveInAt: null })
      expect(event.issues).toEqual([
        {
          code: 'time_unreadable',
          path: '/EstimatedDateToMove',
          expected: 'a word, a date, or a date-time with an offset',
        },
      ])
    },
  )
})

test('without anything from the profile there are no wishes', () => {
  const nothing = {
    EstimatedDateToMove: '',
    HasPets: null,
    MonthlyIncome: null,
    NumberResidents: null,
    PresentationLetter: '',
  }
  expect(lead(nothing).lead.wishes).toBeNull()
  expect(lead({ ...nothing, HasPets: false }).lead.wishes?.hasPets).toBe(false)
  expect(lead({ ...nothing, NumberResidents: 0 }).lead.wishes?.residents).toBe(0)
  expect(lead({ ...nothing, MonthlyIncome: 0 }).lead.wishes?.monthlyIncome?.amount).toBe(0)
  expect(lead({ ...nothing, PresentationLetter: 'Hello' }).lead.wishes?.letter).toBe('Hello')
})

test.each([90_071_992_547_410, -90_071_992_547_410])(
  'an income that whole cents cannot hold is null and an issue',
  (income) => {
    const event = lead({ MonthlyIncome: income })
    expect(event.lead.wishes?.monthlyIncome).toBeNull()
    expect(event.issues).toStrictEqual([
      { code: 'wrong_kind', path: '/MonthlyIncome', expected: 'an amount of whole cents' },
    ])
  },
)

describe('what identifies a lead', () => {
  test.each([[undefined], [null], [''], [{}], [1.5]])('LeadReference %j is refused', (LeadReference) => {
    const { _tag, issues } = refusal({ ...sample, LeadReference })
    expect(_tag).toBe('PayloadInvalid')
    expect(issues[0]).toMatch(/^(?:missing|wrong_kind) \/LeadReference$/)
  })

  test.each([[7], [null], [''], [{}]])('EntityType %j is refused and not converted', (EntityType) => {
    expect(refusal({ ...sample, EntityType })).toEqual({
      _tag: 'PayloadInvalid',
      issues: ['wrong_kind /EntityType'],
    })
  })

  test('a body with neither discriminator is refused', () => {
    expect(refusal({ LeadReference: 'CY-1' })).toEqual({
      _tag: 'PayloadInvalid',
      issues: ['missing /EntityType'],
    })
    expect(refusal([])._tag).toBe('PayloadInvalid')
  })

  test('LeadReference makes the key, and CreatedDate the order', () => {
    const later = { CreatedDate: '2024-08-09T15:05:45.0000000Z' }
    expect(dedupeKey(lead()).strength).toBe('provider-id')
    expect(dedupeKey(lead(later)).key).toBe(dedupeKey(lead()).key)
    expect(compareEvents(lead(), lead({ ...later, LeadReference: 'CY-2' }))).toBe(-1)
  })

  test('a lead has the same key before and after its entity type is known', () => {
    const unknown = parse({ EntityType: 'Campaign' })
    expect(unknown.type).toBe('unrecognized')
    expect(dedupeKey(unknown).key).toBe(dedupeKey(lead()).key)
  })
})

test('an entity type that no document names keeps the sender', () => {
  const event = parse({ EntityType: 'Campaign' })
  if (event.type !== 'unrecognized') throw new Error('recognized')
  expect(event).toMatchObject({
    id: sample['LeadReference'],
    discriminator: '/EntityType',
    property: null,
    person: { name: 'John Smith', role: null },
    source: { type: 'Campaign', payload: { ...sample, EntityType: 'Campaign' } },
  })
})

test('an unknown entity type without a reference is known by its content', () => {
  const event = parse({ EntityType: 'Campaign', LeadReference: {}, CreatedDate: null })
  expect(event.id).toBeNull()
  expect(event.occurredAt).toBeNull()
  expect(event.identity).toEqual({ strength: 'content', parts: [], order: null })
})
