import { sValidator } from '@hono/standard-validator'
import { initTRPC } from '@trpc/server'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec'
import type { Reader } from '../../src/codec/codec'
import { choice } from '../../src/codec/choice'
import { list } from '../../src/codec/list'
import { enumeration, id, integer } from '../../src/codec/scalar'
import { required, struct } from '../../src/codec/struct'
import { unwrap } from '../../src/error'
import type { AnyEvent } from '../../src/event/event'
import { parseWebhook } from '../../src/named'
import { LeasingEvent } from '../../src/providers/index'
import { payloadCodecs } from '../../src/schema/payloads'
import { toStandardSchema } from '../../src/schema/standard'
import { toJsonSchema } from '../../src/schema/to-json-schema'
import { fixture, fixtures } from '../support/fixtures'

const Home = struct('Home', { id: required(id), rooms: integer })
const Street = struct('Street', { kind: required(enumeration(['street'])), homes: list(Home) })

const validate = (value: unknown) => toStandardSchema(Street)['~standard'].validate(value)

describe('validate', () => {
  test('gives what the codec gives', () => {
    expect(validate({ kind: 'street', homes: [{ id: 7, rooms: '3', colour: 'red' }] })).toStrictEqual({
      value: { kind: 'street', homes: [{ id: '7', rooms: 3 }] },
    })
  })

  test('says where and what was expected, positions as numbers, and never what was received', () => {
    const result = validate({ kind: 'road', homes: [{ id: 'a' }, { id: 'b', rooms: 'Mr Secret' }, {}] })
    expect(result).toStrictEqual({
      issues: [
        { message: 'expected "street"', path: ['kind'] },
        { message: 'expected a whole number', path: ['homes', 1, 'rooms'] },
        { message: 'expected a value', path: ['homes', 2, 'id'] },
      ],
    })
    expect(JSON.stringify(result)).not.toMatch(/road|Secret/)
  })

  test('a key that looks like a position is a key', () => {
    const Numbered = struct('Numbered', { 0: required(id), 'a/b': required(id) })
    const { issues } = toStandardSchema(Numbered)['~standard'].validate({ 0: true, 'a/b': true }) as {
      issues: readonly { path: readonly PropertyKey[] }[]
    }
    expect(issues.map(({ path }) => path)).toStrictEqual([['0'], ['a/b']])
  })

  test('says where a value is missing whose parent is missing too', () => {
    const Event = choice('Event', [Home], () => null, '/event/0', 'a word')
    for (const value of [{}, { event: null }, { event: 'x' }]) {
      expect(toStandardSchema(Event)['~standard'].validate(value)).toStrictEqual({
        issues: [{ message: 'expected a word', path: ['event', '0'] }],
      })
    }
    expect(toStandardSchema(Event)['~standard'].validate({ event: [] })).toStrictEqual({
      issues: [{ message: 'expected a word', path: ['event', 0] }],
    })
  })

  test('of many issues the first nineteen are told, and how many more there are', () => {
    const homes = Array.from({ length: 30 }, () => ({ id: {} }))
    const { issues = [] } = validate({ kind: 'street', homes })
    expect(issues).toHaveLength(20)
    expect(issues.at(-1)?.message).toMatch(/^and \d+ more$/)
    expect(issues.at(-1)?.path).toStrictEqual([])
  })

  test.each([undefined, null, 0, '', [], new Date(0), new Map()])(
    '%o is refused without throwing',
    (value) => {
      expect(validate(value).issues).not.toBeUndefined()
    },
  )
})

describe('jsonSchema', () => {
  test('is what toJsonSchema gives, for either side and target', () => {
    const { jsonSchema } = toStandardSchema(Street)['~standard']
    for (const target of ['draft-2020-12', 'draft-07'] as const) {
      expect(jsonSchema.input({ target })).toStrictEqual(toJsonSchema(Street, { target }))
      expect(jsonSchema.output({ target })).toStrictEqual(toJsonSchema(Street, { target, io: 'output' }))
    }
  })

  test('throws for a target that it does not have, as the standard asks', () => {
    const { jsonSchema } = toStandardSchema(Street)['~standard']
    expect(() => jsonSchema.input({ target: 'openapi-3.0' })).toThrow(TypeError)
    expect(() => jsonSchema.output({ target: 'constructor' })).toThrow(TypeError)
  })
})

const selfScheduling = fixture('rently/self-scheduling')
const event = unwrap(parseWebhook('rently', {}, selfScheduling.bytes))
const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

describe("Hono's validator", () => {
  const app = new Hono()
    .post('/rently', sValidator('json', toStandardSchema(payloadCodecs.rently)), (c) =>
      c.json(c.req.valid('json')),
    )
    .post('/events', sValidator('json', toStandardSchema(LeasingEvent)), (c) => {
      const valid = c.req.valid('json')
      return c.json({ type: valid.type, provider: valid.source.provider })
    })

  test('lets a payload through, converted', async () => {
    const response = await app.request('/rently', json(selfScheduling.body))
    expect(response.status).toBe(200)
    expect(await response.json()).toStrictEqual(event.source.payload)
  })

  test('lets an event through', async () => {
    const response = await app.request('/events', json(event))
    expect([response.status, await response.json()]).toStrictEqual([
      200,
      { type: 'showing.scheduled', provider: 'rently' },
    ])
  })

  test('answers 400 with the issues', async () => {
    const response = await app.request('/rently', json({ type: 'Self Scheduling', address: 7 }))
    const { error } = (await response.json()) as { error: unknown }
    expect([response.status, error]).toStrictEqual([400, [{ message: 'expected text', path: ['address'] }]])
  })
})

describe('tRPC', () => {
  const trpc = initTRPC.create()
  const router = trpc.router({
    take: trpc.procedure.input(toStandardSchema(LeasingEvent)).query(({ input }) => input.type),
    give: trpc.procedure.output(toStandardSchema(payloadCodecs.rently)).query(() => event.source.payload),
  })
  const caller = router.createCaller({})

  test('takes an event as input and gives a payload as output', async () => {
    expect(await caller.take(event)).toBe('showing.scheduled')
    expect(await caller.give()).toStrictEqual(event.source.payload)
  })

  test('refuses what is no event', async () => {
    const wrong = JSON.parse(JSON.stringify({ ...event, completeness: 'some' })) as typeof event
    await expect(caller.take(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('every codec', () => {
  const schemas: Readonly<Record<string, StandardSchemaV1 & StandardJSONSchemaV1>> = {
    ...Object.fromEntries(
      Object.entries<Reader<unknown>>(payloadCodecs).map(([name, codec]) => [name, toStandardSchema(codec)]),
    ),
    LeasingEvent: toStandardSchema(LeasingEvent),
  }

  test('says its version and its vendor', () => {
    for (const schema of Object.values(schemas))
      expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'leasehook' })
  })

  test('takes its fixtures and the events they become', async () => {
    const strictly = fixtures.filter(({ name }) => !name.includes('faulty'))
    for (const { provider, bytes, body } of strictly) {
      const parsed: AnyEvent = unwrap(parseWebhook(provider, {}, bytes))
      expect(await schemas[provider]?.['~standard'].validate(JSON.parse(body))).toStrictEqual({
        value: parsed.source.payload,
      })
      expect(await schemas['LeasingEvent']?.['~standard'].validate(parsed)).toStrictEqual({ value: parsed })
    }
  })
})
