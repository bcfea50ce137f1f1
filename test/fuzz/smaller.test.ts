import { expect, test } from 'vitest'
import { randomFrom } from '../../src/testing/seeded'
import { fixtures } from '../support/fixtures'
import { webhookError } from '../../src/error'
import { tryOne, wrongWithError } from './check'
import { MARKER, mutate } from './mutations'

// `npm run fuzz` does the same with hundreds of thousands.
const RUNS = 3000

test('no mutated body makes anything throw or brings a value into an error', { timeout: 60_000 }, () => {
  const findings = Array.from({ length: RUNS }, (_, seed) => tryOne(fixtures, seed).finding)
  expect(findings.filter((finding) => finding !== null)).toStrictEqual([])
})

test('a seed makes the same mutation again, and other seeds make others', () => {
  const body = fixtures[0]!.body
  const made = (seed: number) => mutate(body, randomFrom(seed))
  expect(made(5)).toStrictEqual(made(5))
  const kinds = new Set(Array.from({ length: 300 }, (_, seed) => made(seed).did.split(' ')[0]))
  expect([...kinds].sort()).toStrictEqual([
    'add',
    'cut',
    'drop',
    'duplicate',
    'flip',
    'lengthen',
    'nest',
    'retype',
  ])
})

test('a value in an error would be found, wherever it stands', () => {
  expect(wrongWithError(webhookError('BodyNotJson', 'JSON'))).toBeNull()
  for (const error of [
    webhookError('BodyNotJson', `JSON, not ${MARKER}7`),
    webhookError('BodyNotJson', 'JSON', { path: `/${MARKER}7` }),
    webhookError('PayloadInvalid', 'a payload', {
      issues: [{ code: 'missing', path: '/a', expected: `${MARKER}7` }],
    }),
  ]) {
    expect(wrongWithError(error)).toBe('an error holds a value')
  }
})
