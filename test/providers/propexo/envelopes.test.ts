import { describe, expect, test } from 'vitest'
import { dedupeKey } from '../../../src/event/identity'
import { words } from '../../../src/providers/propexo/words'
import { parse, record, refusal } from './support'

const strictly = (raw: string | null) => parse(raw ?? '', { strict: true }).type

const row = { object: 'leads', record_id: 'lead-1', integration_id: 'int-1', job_id: 'job-1' }
const run = { integration_id: 'int-1', vendor: 'ENTRATA' }

/** The documented members of each event's data. */
const dataOf: Readonly<Record<keyof typeof words, Readonly<Record<string, unknown>>>> = {
  DATA_NEW: { ...row, payload: { first_name: 'Paula' } },
  DATA_UPDATE: { ...row, diff: { new: { first_name: 'Paula' }, previous: { first_name: null } } },
  SYNC_COMPLETE: { ...run, successful_job_count: 3, failed_job_count: 0, is_sync_finished: true },
  FIRST_SYNC_COMPLETE: { ...run, successful_job_count: 3, failed_job_count: 0, is_sync_finished: true },
  JOB_SUCCESS: { ...run, job_id: 'job-1', root_job_id: 'root-1', job_type: 'READ_LEADS' },
  JOB_FAILURE: { ...run, job_id: 'job-1', root_job_id: 'root-1', job_type: 'READ_LEADS' },
  WRITE_OPERATION_FAILURE: { ...run, root_job_id: 'root-1', write_status: 'FAILURE', errors: ['sample'] },
}

const types = {
  DATA_NEW: 'record.created',
  DATA_UPDATE: 'record.updated',
  SYNC_COMPLETE: 'sync.completed',
  FIRST_SYNC_COMPLETE: 'sync.completed',
  JOB_SUCCESS: 'sync.job_succeeded',
  JOB_FAILURE: 'sync.job_failed',
  WRITE_OPERATION_FAILURE: 'sync.write_failed',
} as const

const meta = { object: 'leads', integration_id: 'int-1' }

describe.each(Object.keys(words) as (keyof typeof words)[])('%s', (name) => {
  const data = dataOf[name]
  const bodies: Readonly<Record<string, object>> = {
    'trigger, data and meta': { trigger: name, data: { ...data, event: name }, meta },
    'trigger and data': { trigger: name, data: { ...data, event: name } },
    'trigger, and data without a name': { trigger: name, data },
    'data alone': { data: { ...data, event: name } },
    'an empty trigger': { trigger: '', data: { ...data, event: name } },
    flat: { ...data, event: name },
    'flat with meta': { ...data, event: name, meta },
  }

  test.each(Object.entries(bodies))('in the envelope: %s', (_, body) => {
    const event = parse(body)
    expect(event.type).toBe(types[name])
    expect(event.source.type).toBe(name)
    expect(event.issues).toStrictEqual([])
    expect(event).toMatchObject({ id: null, occurredAt: null, actor: null })
    expect(event.identity).toStrictEqual({ strength: 'content', parts: [], order: null })
  })

  test('means the same in all of them', () => {
    const meanings = Object.values(bodies).map((body) => {
      const { source: _source, identity: _identity, ...meaning } = parse(body)
      return meaning
    })
    for (const meaning of meanings) expect(meaning).toStrictEqual(meanings[0])
  })
})

describe('completeness', () => {
  test.each([
    ['DATA_NEW', 'partial'],
    ['DATA_UPDATE', 'diff'],
    ['SYNC_COMPLETE', 'snapshot'],
    ['FIRST_SYNC_COMPLETE', 'snapshot'],
    ['JOB_SUCCESS', 'snapshot'],
    ['JOB_FAILURE', 'snapshot'],
    ['WRITE_OPERATION_FAILURE', 'snapshot'],
  ] as const)('%s is a %s', (name, completeness) => {
    expect(parse({ ...dataOf[name], event: name }).completeness).toBe(completeness)
  })
})

describe('a body without a name', () => {
  const simplified = { meta, record_id: 'lead-1' }

  test('is an update if it has a diff', () => {
    const event = record({ ...simplified, diff: { new: { status: 'A' }, previous: { status: 'B' } } })
    expect(event.type).toBe('record.updated')
    expect(event.source.type).toBe('DATA_UPDATE')
    expect(event.record).toMatchObject({
      id: 'lead-1',
      model: 'leads',
      integrationId: 'int-1',
      modelRaw: 'leads',
    })
  })

  test('is a new row if it has a payload', () => {
    const event = record({ ...simplified, payload: { first_name: 'Paula' } })
    expect(event.type).toBe('record.created')
    expect(event.person).toMatchObject({ firstName: 'Paula', role: 'prospect' })
  })

  test('is an update if it has both', () => {
    const event = record({ ...simplified, payload: {}, diff: { new: {}, previous: {} } })
    expect(event.type).toBe('record.updated')
  })

  test('can have one after all, with the model in meta alone', () => {
    const event = record({
      ...simplified,
      event: 'DATA_UPDATE',
      diff: { new: { status: 'A' }, previous: {} },
    })
    expect(event.record.changes).toStrictEqual([{ field: 'status', previous: null, new: 'A' }])
  })

  test('is a sync if it says whether the sync is finished, and then it is not said if it was the first', () => {
    const event = parse({ is_sync_finished: false, integration_id: 'int-1', successful_job_count: 4 })
    expect(event).toMatchObject({
      type: 'sync.completed',
      sync: { first: null, finished: false, succeededJobs: 4 },
    })
  })

  test.each([
    ['nothing', {}],
    ['a diff that is no object', { meta, record_id: 'a', diff: 'none' }],
    ['an empty name', { event: '', data: {} }],
    ['data without a name', { data: { object: 'leads', record_id: 'a' } }],
  ])('is refused with %s', (_, body) => {
    expect(refusal(body)).toStrictEqual([
      { code: 'missing', path: '/trigger', expected: 'the name of an event, or a diff or a payload' },
    ])
  })
})

describe('what identifies an event', () => {
  test.each([
    ['/trigger', { trigger: 7, data: {} }],
    ['/trigger', { trigger: { name: 'DATA_NEW' }, data: dataOf.DATA_NEW }],
    ['/data/event', { data: { event: true } }],
    ['/event', { event: ['DATA_NEW'] }],
  ])('a name that is no text is refused: %s', (path, body) => {
    expect(refusal(body)).toStrictEqual([{ code: 'wrong_kind', path, expected: 'text' }])
  })

  test('a trigger needs data', () => {
    expect(refusal({ trigger: 'DATA_NEW', ...dataOf.DATA_NEW })).toMatchObject([
      { code: 'missing', path: '/data' },
    ])
    expect(refusal({ trigger: 'JOB_FAILURE', data: 'x' })).toMatchObject([
      { code: 'wrong_kind', path: '/data' },
    ])
  })

  test.each(['DATA_NEW', 'DATA_UPDATE'] as const)('%s needs a model and a row', (event) => {
    expect(refusal({ event, record_id: 'a' })).toMatchObject([{ code: 'missing', path: '/object' }])
    expect(refusal({ event, object: 4, record_id: 'a' })).toMatchObject([
      { code: 'wrong_kind', path: '/object' },
    ])
    expect(refusal({ event, object: 'leads' })).toMatchObject([{ code: 'missing', path: '/record_id' }])
    expect(refusal({ event, object: 'leads', record_id: '' })).toMatchObject([
      { code: 'missing', path: '/record_id' },
    ])
    expect(refusal({ trigger: event, data: { record_id: 'a' } })).toMatchObject([
      { code: 'missing', path: '/data/object' },
    ])
  })

  test('a row without fields is still a row', () => {
    expect(record({ event: 'DATA_NEW', object: 'leads', record_id: 5 }).record).toMatchObject({
      id: '5',
      fields: null,
      changes: null,
      touchedOnly: null,
    })
    expect(record({ event: 'DATA_UPDATE', object: 'leads', record_id: 'a' }).record).toMatchObject({
      fields: null,
      changes: null,
      touchedOnly: null,
    })
  })

  test('a body that is no object is refused', () => {
    expect(refusal('[]')).toStrictEqual([{ code: 'wrong_kind', path: '', expected: 'an object' }])
  })
})

describe('an unknown name', () => {
  test.each([
    ['/trigger', { trigger: 'DATA_GONE', data: { event: 'DATA_NEW' } }, 'DATA_GONE'],
    ['/data/event', { data: { event: 'data_new' } }, 'data_new'],
    ['/event', { event: 'constructor' }, 'constructor'],
  ])('is unrecognized, with its place: %s', (discriminator, body, type) => {
    const event = parse(body)
    expect(event).toMatchObject({ type: 'unrecognized', discriminator, completeness: 'partial' })
    expect(event.source).toMatchObject({ type, payload: body })
  })

  test('comes with the person of its row, where the model is known', () => {
    const event = parse({
      event: 'DATA_RESTORED',
      object: 'residents',
      record_id: 'res-1',
      payload: { first_name: 'Rosa', email_1: 'rosa@example.com', phone_1: ['odd'] },
      context: { property_id: 'prop-1' },
    })
    expect(event).toMatchObject({
      person: { firstName: 'Rosa', email: 'rosa@example.com', phone: null, role: 'resident', id: 'res-1' },
      property: { id: 'prop-1' },
      issues: [],
    })
  })
})

describe('two places that say the same thing', () => {
  test('trigger decides over data.event, and the payload does not repeat the other name', () => {
    const event = parse({ trigger: 'DATA_NEW', data: { ...dataOf.DATA_NEW, event: 'DATA_UPDATE' } })
    expect(event.type).toBe('record.created')
    expect(event.issues).toStrictEqual([
      { code: 'contradiction', path: '/data/event', expected: '"DATA_NEW"' },
    ])
    expect(event.source.payload).toMatchObject({ trigger: 'DATA_NEW', data: { event: null } })
  })

  test('a name in data that no document has is no contradiction but wrong', () => {
    const body = { trigger: 'DATA_NEW', data: { ...dataOf.DATA_NEW, event: 'DATA_GONE' } }
    expect(parse(body).issues).toStrictEqual([
      { code: 'wrong_kind', path: '/data/event', expected: '"DATA_NEW"' },
    ])
    expect(refusal(body, { strict: true })).toHaveLength(1)
  })

  test('the model and the connection of the data decide over those of meta', () => {
    const event = record({
      trigger: 'DATA_NEW',
      data: dataOf.DATA_NEW,
      meta: { object: 'units', integration_id: 'int-2' },
    })
    expect(event.record).toMatchObject({ model: 'leads', integrationId: 'int-1' })
    expect(event.issues.map((issue) => [issue.code, issue.path])).toStrictEqual([
      ['contradiction', '/meta/object'],
      ['contradiction', '/meta/integration_id'],
    ])
    expect(strictly(event.source.raw)).toBe('record.created')
  })

  test('two spellings of a model are the same', () => {
    const event = record({
      event: 'DATA_NEW',
      object: 'residents-to-leases',
      record_id: 'a',
      meta: { object: 'residents_to_leases' },
    })
    expect(event.issues).toStrictEqual([])
    expect(event.record).toMatchObject({ model: 'residents_to_leases', modelRaw: 'residents-to-leases' })
  })
})

describe('the payload', () => {
  test('keeps the documented fields of its envelope, and nothing else', () => {
    const body = { trigger: 'JOB_FAILURE', data: { ...dataOf.JOB_FAILURE, event: 'JOB_FAILURE', vendor: '' } }
    const received = { ...body, newer: 1, data: { ...body.data, newer: 2 } }
    expect(parse(received).source.payload).toStrictEqual({ ...body, data: { ...body.data, vendor: null } })
  })

  test('is the very object that the record holds', () => {
    const { source, record: row } = record({
      event: 'DATA_NEW',
      object: 'leads',
      record_id: 'a',
      payload: { zip: '1' },
    })
    expect('payload' in source.payload && source.payload.payload).toBe(row.fields)
  })

  test('passes on no key named __proto__, however deep', () => {
    const { record: row } = record(
      `{"event":"DATA_NEW","object":"fees","record_id":"a","payload":{"__proto__":{"a":1},"b":{"__proto__":{"c":1},"d":1}},
        "context":{"__proto__":{"property_id":"x"},"kept":true}}`,
    )
    expect(JSON.stringify(row.fields)).toBe('{"b":{"d":1}}')
    expect(JSON.stringify(row.context)).toBe('{"kept":true}')
    expect((row.fields as { a?: unknown }).a).toBeUndefined()
  })
})

describe('the key for deduplication', () => {
  const body = (status: string, job = 'job-1') => ({
    event: 'DATA_UPDATE',
    ...row,
    job_id: job,
    diff: { new: { status }, previous: { status: 'A' } },
  })

  test('is one for a redelivery, another for another change of the same row by the same job', () => {
    const key = dedupeKey(parse(body('B'))).key
    expect(dedupeKey(parse(body('B'))).key).toBe(key)
    expect(dedupeKey(parse(body('C'))).key).not.toBe(key)
    expect(dedupeKey(parse(body('B', 'job-2'))).key).not.toBe(key)
  })
})
