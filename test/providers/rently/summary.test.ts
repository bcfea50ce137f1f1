import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { readFacts, readPieces, readPrice, splitAddress } from '../../../src/providers/rently/summary'

const readSummary = (summary: string) => readFacts(summary, null)

const none = {
  bedrooms: null,
  bathrooms: null,
  rent: null,
  squareFeet: null,
  cats: null,
  dogs: null,
  unitTag: null,
}
const rent = (amount: number) => ({ amount, currency: 'USD', per: 'month' })

test.each([
  ['4BD | 3BA | $3,000 /mo', { bedrooms: 4, bathrooms: 3, rent: rent(300_000) }],
  [
    '3BD | 2.1BA | $1,600 /mo | 1800 sq ft',
    { bedrooms: 3, bathrooms: 2.1, rent: rent(160_000), squareFeet: 1800 },
  ],
  ['1BD | 1BA | $667 /mo', { bedrooms: 1, bathrooms: 1, rent: rent(66_700) }],
  [
    '4BD | 2BA | $1,760 /mo | 1428.0 sq ft',
    { bedrooms: 4, bathrooms: 2, rent: rent(176_000), squareFeet: 1428 },
  ],
  ['Cats OK', { cats: true }],
  ['Dogs OK | Cats OK', { cats: true, dogs: true }],
  ['$1,695.50 /mo', { rent: rent(169_550) }],
  ['$9,999,999.999 /mo', { rent: rent(1_000_000_000) }],
  ['$9999999999 /mo', { rent: rent(999_999_999_900) }],
  ['0BD', { bedrooms: 0 }],
  ['1,,0 sq ft | ', { squareFeet: 10 }],
  ['pool | 2BD | view', { bedrooms: 2 }],
])('%j says %j', (summary, facts) => {
  expect(readSummary(summary)).toStrictEqual({ ...none, ...facts })
})

test.each([
  '',
  'Studio',
  'BD',
  '3BX',
  '3XD',
  '.5BD',
  ',5BD',
  '1.2.3BA',
  '-2BD',
  '4 BD',
  '4BDs',
  '$ /mo',
  '$1,600',
  '1600 /mo',
  '$1,600 /month',
  'sq ft',
  '4BD|3BA',
  'cats ok',
  '12345678901BD',
  '$12345678901 /mo',
  '4BDs | 4BD ',
  ' | ',
  '|',
  '$4BD',
  '5 /mo',
  '5 sq ft ',
])('%j says nothing', (summary) => {
  expect(readSummary(summary)).toBeNull()
})

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, hundredths]) => ({
    text: `${String(whole)}.${String(hundredths).padStart(2, '0')}`,
    whole,
    hundredths,
  }))

property.prop([decimal])('a number is the double that JavaScript reads, and dollars are exact cents', (n) => {
  expect(readSummary(`${n.text}BA`)?.bathrooms).toBe(Number(n.text))
  expect(readSummary(`$${n.text} /mo`)?.rent?.amount).toBe(n.whole * 100 + n.hundredths)
})

property.prop([fc.string({ maxLength: 200 })])('any text is read or says nothing', (text) => {
  const facts = readSummary(text)
  expect(facts === null || Object.values(facts).some((value) => value !== null)).toBe(true)
})

const number = fc.stringMatching(/^\d[\d,]{0,10}(\.\d{0,4})?$/)
const pieces = fc
  .tuple(
    number.map((n) => `${n}BD`),
    number.map((n) => `${n}BA`),
    number.map((n) => `$${n} /mo`),
    fc.constant('Cats OK'),
    fc.constant('Dogs OK'),
    number.map((n) => `${n} sq ft`),
    fc.constantFrom('pool', '', 'Cats', '5 BD', '$5'),
  )
  .chain((known) =>
    fc.oneof(fc.subarray(known.slice(0, 6)), fc.shuffledSubarray(known), fc.array(fc.constantFrom(...known))),
  )

property.prop([pieces], { numRuns: 5000 })('a line is read at once as it is read piece by piece', (line) => {
  const { bedrooms, bathrooms, rent, squareFeet, cats, dogs } = readSummary(line.join(' | ')) ?? none
  expect({ bedrooms, bathrooms, rent, squareFeet, cats, dogs }).toStrictEqual(readPieces(line.join(' | ')))
})

test('a megabyte of pieces takes one pass', () => {
  expect(readSummary(`${'x | '.repeat(250_000)}2BD`)?.bedrooms).toBe(2)
})

test('the unit tag is a fact of its own', () => {
  expect(readFacts('', '132295')).toStrictEqual({ ...none, unitTag: '132295' })
  expect(readFacts('2BD', 'a')).toStrictEqual({ ...none, bedrooms: 2, unitTag: 'a' })
})

test.each([
  ['$1,850', { amount: 185_000, currency: 'USD', per: 'month' }],
  ['1850', { amount: 185_000, currency: null, per: 'month' }],
  ['1,850.5', { amount: 185_050, currency: null, per: 'month' }],
  ['about 1850', null],
  ['1850 USD', null],
  ['$', null],
  ['', null],
])('the price %j is %j', (text, price) => {
  expect(readPrice(text, 'month')).toStrictEqual(price)
})

test.each([
  ['3354 Allington Ct, Houston, TX – Unit tag: 132295', '3354 Allington Ct, Houston, TX', '132295'],
  [
    '7624 South Marshfield Avenue,Chicago,IL,60620 – Unit tag: p0793911',
    '7624 South Marshfield Avenue,Chicago,IL,60620',
    'p0793911',
  ],
  ['608 REDSTONE AVENUE, EDMOND, OK 73013', '608 REDSTONE AVENUE, EDMOND, OK 73013', null],
  ['A – Unit tag: B – Unit tag: C', 'A – Unit tag: B', 'C'],
  ['1 Street - Unit tag: 5', '1 Street - Unit tag: 5', null],
  ['1 Street – Unit tag: ', '1 Street', null],
  ['1 Street – Unit tag:5', '1 Street – Unit tag:5', null],
  ['1 Street – Unit tag:', '1 Street – Unit tag:', null],
  ['1 Street, Lot: 7 – Unit tag: 5', '1 Street, Lot: 7', '5'],
  [': 1 Street – Unit tag: 5: 6', ': 1 Street', '5: 6'],
  ['– Unit tag: 5', '– Unit tag: 5', null],
  [' – Unit tag: 5', '', '5'],
])('the address %j is %j with the tag %j', (sent, address, unitTag) => {
  expect(splitAddress(sent)).toStrictEqual({ address, unitTag })
})
