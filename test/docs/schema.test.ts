import { isLeft, isRight } from 'fp-ts/Either'
import { expect, test } from 'vitest'
import { strict } from '../../src/codec/codec'
import type { Json } from '../../src/codec/json'
import { parseWebhook } from '../../src/named'
import { payloadCodecs } from '../../src/schema/payloads'
import { differences } from '../schema/differences'
import { mutantsOf } from '../schema/mutants'
import { fixtures, providerNames } from '../support/fixtures'
import { tableBelow } from '../support/documents'

const firstCells = (head: string): readonly string[] =>
  tableBelow('docs/schema.md', head).map(([cell = '']) => cell)

test('docs/schema.md has a row for each known difference between schema and decoder, with who takes it', () => {
  const rows = tableBelow('docs/schema.md', '| value | schema').map(([value, schema = '', decoder = '']) => ({
    value,
    takenBy: schema.startsWith('takes') ? 'schema' : decoder === 'takes' ? 'decoder' : null,
  }))
  expect(rows).toEqual(differences.map(({ value, takenBy }) => ({ value, takenBy })))
})

const MUTANTS = 12_000

/** What a strict `parseWebhook` expected where the strict codec had taken the body. */
const readAfterwards = (): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const provider of providerNames) {
    const bodies = fixtures
      .filter((fixture) => fixture.provider === provider)
      .map(({ body }) => JSON.parse(body) as Json)
    const codec = strict<unknown>(payloadCodecs[provider])
    for (const { value } of mutantsOf(bodies, MUTANTS / bodies.length)) {
      const text = JSON.stringify(value)
      if (text === undefined || !isRight(codec.decode(JSON.parse(text)))) continue
      const strictly = parseWebhook(provider, {}, text, { strict: true })
      const leniently = parseWebhook(provider, {}, text)
      const isKnown = isRight(leniently) && leniently.right.type !== 'unrecognized'
      if (!isLeft(strictly) || !isKnown) continue
      for (const { code, expected } of strictly.left.issues)
        if (code === 'wrong_kind' || code === 'time_unreadable') found.add(expected)
    }
  }
  return found
}

test('docs/schema.md has a row for everything that only a strict parseWebhook refuses', () => {
  expect([...firstCells('| expected | of')].sort()).toEqual([...readAfterwards()].sort())
})
