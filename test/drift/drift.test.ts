import { left, right } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { fc, test as property } from '@fast-check/vitest'
import { driftOf, mergeDrift, noDrift, type Drift } from '../../src/drift/drift'
import { placeName, wordName } from '../../src/drift/names'
import { webhookError } from '../../src/error'
import type { AnyEvent } from '../../src/event/event'
import { parseWebhook } from '../../src/named'
import type { ProviderName } from '../../src/providers/index'
import { fixture, fixtures } from '../support/fixtures'

const bodyOf = (path: string): Record<string, unknown> =>
  JSON.parse(fixture(path).body) as Record<string, unknown>

const driftFor = (provider: ProviderName, body: object): Drift =>
  driftOf(provider, parseWebhook(provider, {}, body))

const scheduling = bodyOf('rently/self-scheduling')
const countsOf = (drift: Drift, word = 'Self Scheduling') => {
  const departed = drift['rently']?.words[word]
  if (departed === undefined) throw new Error('no such word')
  const { added, missing, retyped, unlisted, issues } = departed
  return {
    added: added.counts,
    missing: missing.counts,
    retyped: retyped.counts,
    unlisted: unlisted.counts,
    issues: issues.counts,
  }
}

describe('the drift of one delivery', () => {
  const documented = countsOf(driftFor('rently', scheduling))

  test('as documented has nothing new, retyped or unlisted', () => {
    expect(documented).toMatchObject({ added: {}, retyped: {}, unlisted: {}, issues: {} })
    expect(documented.missing).toHaveProperty('/utm_source', 1)
    expect(documented.missing).not.toHaveProperty('/address')
  })

  test('counts a new field by its place', () => {
    expect(countsOf(driftFor('rently', { ...scheduling, beds: 3 })).added).toStrictEqual({ '/beds': 1 })
  })

  test('counts a field that is no longer sent, and not one that is null', () => {
    const { address: _, ...rest } = scheduling
    expect(countsOf(driftFor('rently', rest)).missing).toStrictEqual({ ...documented.missing, '/address': 1 })
    expect(countsOf(driftFor('rently', { ...scheduling, address: null })).missing).toStrictEqual(
      documented.missing,
    )
  })

  test('counts a field of another kind, and a time of another form', () => {
    const changed = { ...scheduling, address: { street: 'x' }, showing_timestamp: 'yesterday' }
    expect(countsOf(driftFor('rently', changed)).retyped).toStrictEqual({
      '/address': 1,
      '/showing_timestamp': 1,
    })
  })

  test('counts what the issues say, also of right values that contradict each other', () => {
    const changed = { ...scheduling, address: 7, showing_timestamp: '2019-01-01T00:00:00-08:00' }
    const { issues, retyped } = countsOf(driftFor('rently', changed))
    expect(issues).toStrictEqual({
      'wrong_kind /address': 1,
      'time_contradiction /showing_timestamp': 1,
    })
    expect(retyped).toStrictEqual({ '/address': 1 })
  })

  test('counts a value that is none of the documented words, without the value', () => {
    const comment = { ...bodyOf('rently/prospect-comment'), property_problem: 'a flood at 5 Main St' }
    const drift = driftFor('rently', comment)
    expect(countsOf(drift, 'Prospect Comment').unlisted).toHaveProperty('/property_problem', 1)
    expect(JSON.stringify(drift)).not.toContain('flood')
  })

  test('counts a place in a list once, however many members have it', () => {
    const application = bodyOf('rently/application-updated') as { applicants: object[] }
    const [applicant] = application.applicants
    const both = {
      ...application,
      applicants: [
        { ...applicant, ssn: 1 },
        { ...applicant, ssn: 2 },
      ],
    }
    const drift = driftFor('rently', both)
    const [departed] = Object.values(drift['rently']?.words ?? {})
    expect(departed?.added.counts).toStrictEqual({ '/applicants/*/ssn': 1 })
  })

  test('counts no place for the issues that an event only counts', () => {
    const application = bodyOf('rently/application-updated') as { applicants: object[] }
    const [applicant] = application.applicants
    const faulty = { ...application, applicants: Array(30).fill({ ...applicant, email: 7 }) }
    const [departed] = Object.values(driftFor('rently', faulty)['rently']?.words ?? {})
    expect(departed?.issues.counts).toStrictEqual({ 'wrong_kind /applicants/*/email': 1 })
    expect(departed?.retyped.counts).toStrictEqual({ '/applicants/*/email': 1 })
  })

  test('counts a new word', () => {
    const drift = driftFor('rently', { ...scheduling, type: 'Drone Tour' })
    expect(drift['rently']?.newWords.counts).toStrictEqual({ 'Drone Tour': 1 })
    expect(drift['rently']?.words).toStrictEqual({})
  })

  test('of a refused payload says where', () => {
    const { event, ...rest } = bodyOf('showmojo/create') as { event: Record<string, unknown> }
    const { id: _, ...withoutId } = event
    const refused = driftFor('showmojo', { ...rest, event: withoutId })['showmojo']?.refused
    expect([refused?.deliveries, refused?.missing.counts]).toStrictEqual([1, { '/event/id': 1 }])
  })

  test('is none for errors that say nothing of documents, unknown providers and newer types', () => {
    expect(driftOf('rently', left(webhookError('BodyNotJson', 'JSON')))).toBe(noDrift)
    const { _tag, ...parsed } = parseWebhook('rently', {}, scheduling)
    const event = (parsed as { right: AnyEvent }).right
    expect(driftOf('constructor' as 'rently', right(event))).toBe(noDrift)
    const newer: AnyEvent & { newerType: string } = { ...event, newerType: 'showing.dreamt_of' }
    expect(driftOf('rently', right(newer))).toBe(noDrift)
  })

  test('without its body shows no new field', () => {
    const parsed = parseWebhook('rently', {}, { ...scheduling, beds: 3 }, { keepRaw: false })
    expect(countsOf(driftOf('rently', parsed)).added).toStrictEqual({})
  })
})

describe('names', () => {
  test.each([
    ['/applicants/0/ssn', '/applicants/*/ssn'],
    ['/someone@example.com', '/?'],
    ['/555-123-4567', '/?'],
    ['/Jane Doe/x', '/?/x'],
    ['/User', '/User'],
    ['/a~1b', '/?'],
    ['', ''],
  ])('the place %j is told as %j', (pointer, name) => {
    expect(placeName(pointer)).toBe(name)
  })

  test.each([
    ['Self Scheduling', 'Self Scheduling'],
    ['lease_transaction.unit_reserved', 'lease_transaction.unit_reserved'],
    ['someone@example.com', '?'],
    ['5551234567', '?'],
    ['', '?'],
  ])('the word %j is told as %j', (word, name) => {
    expect(wordName(word)).toBe(name)
  })

  property.prop([fc.string({ unit: 'binary', maxLength: 400 })])('are never long', (text) => {
    expect(placeName(`/${text}`).length).toBeLessThanOrEqual(240)
    expect(wordName(text).length).toBeLessThanOrEqual(60)
  })
})

const drifts = fixtures.map(({ provider, headers, bytes }) =>
  driftOf(provider, parseWebhook(provider, headers, bytes)),
)
const lot = fc
  .array(fc.constantFrom(...drifts), { maxLength: 5 })
  .map((lots) => lots.reduce(mergeDrift, noDrift))

/** The order of providers and words follows who came first, and means nothing. */
const same = (one: Drift, other: Drift): void => {
  expect(one).toEqual(other)
}

describe('merging', () => {
  property.prop([lot, lot, lot])('is associative and commutative, with noDrift as identity', (a, b, c) => {
    same(mergeDrift(mergeDrift(a, b), c), mergeDrift(a, mergeDrift(b, c)))
    same(mergeDrift(a, b), mergeDrift(b, a))
    same(mergeDrift(a, noDrift), a)
    same(mergeDrift(noDrift, a), a)
  })

  test('adds up, also over what came back from JSON', () => {
    const one = driftFor('rently', { ...scheduling, beds: 3 })
    const sum = mergeDrift(JSON.parse(JSON.stringify(one)) as Drift, one)
    expect(sum['rently']?.words['Self Scheduling']?.deliveries).toBe(2)
    expect(countsOf(sum).added).toStrictEqual({ '/beds': 2 })
  })

  test('counts every fixture exactly once', () => {
    const all = drifts.reduce(mergeDrift, noDrift)
    const deliveries = Object.values(all).flatMap(({ words, newWords, refused }) => [
      ...Object.values(words).map((departed) => departed.deliveries),
      ...Object.values(newWords.counts),
      refused.deliveries,
    ])
    expect(deliveries.reduce((a, b) => a + b, 0)).toBe(fixtures.length)
  })
})
