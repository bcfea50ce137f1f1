import { describe, expect, test, vi } from 'vitest'
import type { ValidateFunction } from 'ajv'
import { isRight } from 'fp-ts/Either'
import { integer } from '../../src/codec/scalar'
import { strict, type Reader } from '../../src/codec/codec'
import type { Json } from '../../src/codec/json'
import { LeasingEvent } from '../../src/providers/index'
import { unwrap } from '../../src/error'
import { parseWebhook } from '../../src/named'
import { payloadCodecs } from '../../src/schema/payloads'
import { fixtures, providerNames } from '../support/fixtures'
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
    expect(Math.min(judged.taken, judged.refused)).toBeGreaterThan(500)
  })
})

// The differences that docs/schema.md lists. Whoever closes one takes it off that list.
test('only the decoder takes text whose fraction is lost in a double', () => {
  const rounded = '123456789012345.000000001'
  expect(strict(integer).is(rounded)).toBe(false)
  expect(strict(integer).decode(rounded)._tag).toBe('Right')
  expect(validator(integer, 'draft-2020-12', 'input')(rounded)).toBe(false)
})
