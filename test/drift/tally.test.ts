import { describe, expect, test } from 'vitest'
import { fc, test as property } from '@fast-check/vitest'
import { mergeTallies, MOST_NAMES, noTally, tallyOf, type Tally } from '../../src/drift/tally'

/** Few names that repeat, many that do not, and those that an object has special ideas about. */
const name = fc.oneof(
  fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '0', '10', ''),
  fc.integer({ min: 0, max: 400 }).map((n) => `name ${n}`),
)
const tally: fc.Arbitrary<Tally> = fc
  .array(fc.uniqueArray(name, { maxLength: 150 }), { maxLength: 4 })
  .map((lots) => lots.map(tallyOf).reduce(mergeTallies, noTally))

const totalOf = ({ counts, others }: Tally): number => Object.values(counts).reduce((a, b) => a + b, others)

describe('merging tallies', () => {
  property.prop([tally, tally, tally])('in any grouping gives the same', (a, b, c) => {
    expect(mergeTallies(mergeTallies(a, b), c)).toStrictEqual(mergeTallies(a, mergeTallies(b, c)))
  })

  property.prop([tally, tally])('in any order gives the same', (a, b) => {
    expect(mergeTallies(a, b)).toStrictEqual(mergeTallies(b, a))
  })

  property.prop([tally])('with none changes nothing', (a) => {
    expect(mergeTallies(a, noTally)).toStrictEqual(a)
    expect(mergeTallies(noTally, a)).toStrictEqual(a)
  })

  property.prop([tally, tally])('loses no count, keeps a bounded number of names, survives JSON', (a, b) => {
    const merged = mergeTallies(a, b)
    expect(totalOf(merged)).toBe(totalOf(a) + totalOf(b))
    expect(Object.keys(merged.counts).length).toBeLessThanOrEqual(MOST_NAMES)
    expect(mergeTallies(JSON.parse(JSON.stringify(merged)) as Tally, noTally)).toStrictEqual(merged)
  })
})

test('of too many names the first are kept, with all that was counted of them', () => {
  const names = Array.from({ length: MOST_NAMES + 3 }, (_, n) => `n${String(n).padStart(4, '0')}`)
  const merged = mergeTallies(tallyOf(names), tallyOf([...names].reverse()))
  expect(merged.counts).toStrictEqual(Object.fromEntries(names.slice(0, MOST_NAMES).map((one) => [one, 2])))
  expect(merged.others).toBe(6)
})

test('a name that is __proto__ is a name', () => {
  const { counts } = mergeTallies(tallyOf(['__proto__']), tallyOf(['__proto__']))
  expect(Object.entries(counts)).toStrictEqual([['__proto__', 2]])
})
