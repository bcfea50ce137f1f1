import { expect, test } from 'vitest'
import { LeasingEvent, parseWebhook, unwrap } from '../../../src/index'

const application = (body: object) =>
  unwrap(parseWebhook('rently', {}, JSON.stringify({ application_id: 4713, ...body })))

const wrongAmount = (path: string) => ({
  code: 'wrong_kind',
  path,
  expected: 'an amount of whole cents',
})

test.each([
  [1850, 185_000],
  ['1850.50', 185_050],
  [1.1, 110],
  [-12.34, -1234],
  [90_071_992_547_409, 9_007_199_254_740_900],
])('a rent of %j is %j cents a month', (rent, amount) => {
  const event = application({ property: { rent } })
  expect(event).toMatchObject({ property: { facts: { rent: { amount, currency: null, per: 'month' } } } })
  expect(event.issues).toStrictEqual([])
})

test.each([-90_071_992_547_409.92, 1e21, 18.505, 1e-7])('a rent of %j is no amount of cents', (rent) => {
  const event = application({ property: { property_id: 1, rent } })
  expect(event).toMatchObject({ property: { id: '1', facts: null } })
  expect(event.issues).toStrictEqual([wrongAmount('/property/rent')])
  expect(LeasingEvent.is(JSON.parse(JSON.stringify(event)))).toBe(true)
})

test('amounts of a residence are named by their place', () => {
  const event = application({
    applicants: [{ residences: [{ monthly_payment: 0.001, monthly_rent: 1e15 }] }],
  })
  expect(event).toMatchObject({
    application: { applicants: [{ residences: [{ monthlyPayment: null, monthlyRent: null }] }] },
  })
  expect(event.issues).toStrictEqual([
    wrongAmount('/applicants/0/residences/0/monthly_payment'),
    wrongAmount('/applicants/0/residences/0/monthly_rent'),
  ])
})
