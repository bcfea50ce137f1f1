import { describe, expect, test } from 'vitest'
import { record, refusal, update } from './support'

describe('record.changes', () => {
  test('has every field of either side, by name, whatever the order they came in', () => {
    const changes = [
      { field: 'city', previous: 'Salem', new: 'Eugene' },
      { field: 'state', previous: 'OR', new: null },
      { field: 'zip', previous: null, new: '97403' },
    ]
    const one = update('leads', { zip: '97403', city: 'Eugene' }, { state: 'OR', city: 'Salem' })
    const other = update('leads', { city: 'Eugene', zip: '97403' }, { city: 'Salem', state: 'OR' })
    expect(one.record.changes).toStrictEqual(changes)
    expect(other.record.changes).toStrictEqual(changes)
    expect(one.record).toMatchObject({ fields: null, touchedOnly: false })
  })

  test("takes '' for no value and keeps null, false and 0", () => {
    const { record: row } = update(
      'units',
      { is_vacant: false, rent_amount_market_in_cents: 0, number: '', floor: null },
      { is_vacant: null, rent_amount_market_in_cents: 1, number: '4B', floor: '2' },
    )
    expect(row.changes).toStrictEqual([
      { field: 'floor', previous: '2', new: null },
      { field: 'is_vacant', previous: null, new: false },
      { field: 'number', previous: '4B', new: null },
      { field: 'rent_amount_market_in_cents', previous: 1, new: 0 },
    ])
  })

  test('reads a known field as its codec does', () => {
    const { record: row, issues } = update(
      'leads',
      { number_of_occupants: '3' },
      { number_of_occupants: '2' },
    )
    expect(row.changes).toStrictEqual([{ field: 'number_of_occupants', previous: 2, new: 3 }])
    expect(issues).toStrictEqual([])
  })

  test('keeps a value of a wrong kind as it was received, and the payload does not', () => {
    const event = update('leads', { number_of_occupants: 'many', zip: 97403 }, { number_of_occupants: 2 })
    expect(event.record.changes).toStrictEqual([
      { field: 'number_of_occupants', previous: 2, new: 'many' },
      { field: 'zip', previous: null, new: 97403 },
    ])
    expect(event.issues.map(({ code, path }) => [code, path])).toStrictEqual([
      ['wrong_kind', '/diff/new/number_of_occupants'],
      ['wrong_kind', '/diff/new/zip'],
    ])
    expect(event.source.payload).toMatchObject({ diff: { new: { number_of_occupants: null, zip: null } } })
    expect(refusal(event.source.raw ?? '', { strict: true })).toHaveLength(2)
  })

  test('keeps a field that no document names, and the payload does not', () => {
    const event = update('leads', { mood: { score: 7 } }, { mood: null })
    expect(event.record.changes).toStrictEqual([{ field: 'mood', previous: null, new: { score: 7 } }])
    expect(event.source.payload).toMatchObject({ diff: { new: {}, previous: {} } })
    expect(event.issues).toStrictEqual([])
  })

  test('keeps the whole of a list of which the codec took a part', () => {
    const screenings = [{ id: 's-1', grade: 'A' }, 'none']
    const event = update('leads', { screenings }, { screenings: [] })
    expect(event.record.changes).toStrictEqual([{ field: 'screenings', previous: [], new: screenings }])
    expect(event.source.payload).toMatchObject({ diff: { new: { screenings: [{ id: 's-1' }] } } })
  })

  test('passes on no key named __proto__', () => {
    const { record: row } = record(
      '{"event":"DATA_UPDATE","object":"leads","record_id":"a","diff":{"new":{"__proto__":{"a":1},"zip":1,"custom_data":{"__proto__":{"a":1},"b":2}},"previous":{}}}',
    )
    expect(JSON.stringify(row.changes)).toBe(
      '[{"field":"custom_data","previous":null,"new":{"b":2}},{"field":"zip","previous":null,"new":1}]',
    )
  })

  test('takes fields of other models as they are', () => {
    const { record: row } = update('fees', { amount: '12', label: '' }, { amount: 11, label: 'Pet fee' })
    expect(row.changes).toStrictEqual([
      { field: 'amount', previous: 11, new: '12' },
      { field: 'label', previous: 'Pet fee', new: null },
    ])
  })

  test.each([
    ['one side is missing', { new: { zip: '1' } }, [{ field: 'zip', previous: null, new: '1' }]],
    ['the other side is missing', { previous: { zip: '1' } }, [{ field: 'zip', previous: '1', new: null }]],
    ['both sides are empty', { new: {}, previous: {} }, []],
    ['nothing is said', {}, []],
  ])('copes where %s', (_, diff, changes) => {
    expect(
      record({ event: 'DATA_UPDATE', object: 'leads', record_id: 'a', diff }).record.changes,
    ).toStrictEqual(changes)
  })

  test('is null where the diff cannot be read, with an issue', () => {
    const event = record({ event: 'DATA_UPDATE', object: 'leads', record_id: 'a', diff: ['zip'] })
    expect(event.record).toMatchObject({ changes: null, touchedOnly: null })
    expect(event.issues).toStrictEqual([{ code: 'wrong_kind', path: '/diff', expected: 'an object' }])
  })
})

describe('record.touchedOnly', () => {
  const stamp = '2025-08-18T13:06:56.283Z'
  test.each([
    [true, { last_seen: stamp }],
    [true, { last_seen: stamp, updated_at: stamp }],
    [false, { updated_at: stamp }],
    [false, { last_seen: stamp, x_updated_at: stamp }],
    [false, { last_seen: stamp, city: 'Eugene' }],
    [false, {}],
  ])('is %s for %j', (expected, next) => {
    expect(update('leads', next).record.touchedOnly).toBe(expected)
    expect(update('fees', next).record.touchedOnly).toBe(expected)
  })
})
