import { describe, expect, test, vi } from 'vitest'
import type { ValidateFunction } from 'ajv'
import { isRight } from 'fp-ts/Either'
import { strict, type Reader } from '../../src/codec/codec'
import type { Json } from '../../src/codec/json'
import { LeasingEvent } from '../../src/providers/index'
import { unwrap } from '../../src/error'
import { parseWebhook } from '../../src/named'
import { payloadCodecs } from '../../src/schema/payloads'
import { fixtures, providerNames } from '../support/fixtures'
import { differences } from './differences'
import { validator } from './judges'
import { mutantsOf } from './mutants'

// ajv takes seconds to compile the largest schemas.
vi.setConfig({ testTimeout: 60_000 })

interface Sample {
  readonly name: string
  readonly value: Json
}

const eventSamples = fixtures.map((fixture): Sample => {
  const event = unwrap(parseWebhook(fixture.provider, fixture.headers, fixture.bytes))
  return { name: `${fixture.provider}/${fixture.name}`, value: JSON.parse(JSON.stringify(event)) as Json }
})

const bodiesOf = (provider: string): readonly Sample[] =>
  fixtures
    .filter((fixture) => fixture.provider === provider)
    .map(({ name, body }) => ({ name, value: JSON.parse(body) as Json }))

const cases: readonly (readonly [string, Reader<unknown>, readonly Sample[]])[] = [
  ...providerNames.map((name) => [name, payloadCodecs[name], bodiesOf(name)] as const),
  ['LeasingEvent', LeasingEvent, eventSamples],
]

const MUTANTS = 6_000

const messagesOf = ({ errors }: ValidateFunction): string => JSON.stringify(errors?.slice(0, 5))

describe.each(cases)('%s', (_, codec, samples) => {
  const strictly = strict(codec)
  const input = validator(codec, 'draft-2020-12', 'input')
  const output = validator(codec, 'draft-2020-12', 'output')

  test('every fixture is judged as the strict decoder judges it, and becomes what the output says', () => {
    for (const { name, value } of samples) {
      const decoded = strictly.decode(value)
      expect(input(value), `${name}: ${messagesOf(input)}`).toBe(isRight(decoded))
      if (isRight(decoded)) expect(output(decoded.right), `${name}: ${messagesOf(output)}`).toBe(true)
    }
  })

  test('so is every mutant of one', () => {
    const names = new Map(samples.map(({ name, value }) => [value, name]))
    const differences: string[] = []
    const judged = { taken: 0, refused: 0 }
    for (const { name, value, of } of mutantsOf([...names.keys()], MUTANTS / samples.length)) {
      const decoded = strictly.decode(value)
      judged[isRight(decoded) ? 'taken' : 'refused'] += 1
      const what = `${names.get(of) ?? ''}: ${name}`
      if (input(value) !== isRight(decoded)) differences.push(`${what}: decoded as ${decoded._tag}`)
      if (isRight(decoded) && !output(decoded.right)) differences.push(`${what}: ${messagesOf(output)}`)
    }
    expect(differences).toStrictEqual([])
    expect(Math.min(judged.taken, judged.refused)).toBeGreaterThan(200)
  })
})

test.each(differences)('schema and decoder differ: $value', ({ codec, example, takenBy }) => {
  const decoded = isRight(strict(codec).decode(example))
  const valid = validator(codec, 'draft-2020-12', 'input')(example)
  expect({ decoded, valid }).toStrictEqual({ decoded: takenBy === 'decoder', valid: takenBy === 'schema' })
})

/** Members of choices that are tried one after the other, wherever they stand in the codec. */
const triedInTurn = (codec: Reader<unknown>, seen = new Set<unknown>()): readonly Reader<unknown>[] => {
  const { shape } = codec
  if (seen.has(shape)) return []
  seen.add(shape)
  switch (shape.kind) {
    case 'list':
      return triedInTurn(shape.item, seen)
    case 'struct':
      return shape.fields.flatMap((field) => triedInTurn(field.codec, seen))
    case 'choice':
      return [
        ...(shape.cases === undefined ? shape.members : []),
        ...shape.members.flatMap((member) => triedInTurn(member, seen)),
      ]
    default:
      return []
  }
}

test('no codec of the package tries one after the other what can be taken with faults', () => {
  const tried = cases.flatMap(([, codec]) => triedInTurn(codec))
  expect(tried.length).toBeGreaterThan(5)
  expect(tried.filter(({ shape: { kind } }) => kind === 'list' || kind === 'struct')).toStrictEqual([])
})
