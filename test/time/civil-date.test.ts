import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCivilDate, readUsDate } from '../../src/time/civil-date'
import { dateText } from '../../src/time/text'

describe('readCivilDate', () => {
  it.each(['2020-04-05', '0001-01-01', '9999-12-31', '2000-02-29', '2024-02-29'])(
    'takes %s as it is',
    (text) => {
      expect(readCivilDate(text)).toBe(text)
    },
  )

  it.each([
    '',
    '2020-4-5',
    '2020-04-5 ',
    ' 2020-04-05',
    '2020-04-05T00:00',
    '2020/04/05',
    '2020/04-05',
    '2020-04/05',
    '20200405',
    '04/05/2020',
    '2020-02-30',
    '2023-02-29',
    '1900-02-29',
    '2020-13-01',
    '2020-00-01',
    '2020-01-00',
    '0000-01-01',
    '-001-01-01',
    '2020-0x-01',
  ])('refuses %j', (text) => {
    expect(readCivilDate(text)).toBeNull()
  })
})

describe('readUsDate', () => {
  it.each([
    ['04/05/2020', '2020-04-05'],
    ['12/31/9999', '9999-12-31'],
    ['01/01/0001', '0001-01-01'],
    ['02/29/2024', '2024-02-29'],
  ])('reads %s as %s', (text, date) => {
    expect(readUsDate(text)).toBe(date)
  })

  it.each([
    '',
    '4/5/2020',
    '31/12/2020',
    '04-05-2020',
    '04-05/2020',
    '04/05-2020',
    '2020-04-05',
    '02/30/2020',
    '02/29/2023',
    '04/05/20',
    '04/05/2020 ',
    '04/05/0000',
    '0x/05/2020',
  ])('refuses %j', (text) => {
    expect(readUsDate(text)).toBeNull()
  })

  it('reads every day, as readCivilDate does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (days) => {
        const date = dateText(days)
        expect(readCivilDate(date)).toBe(date)
        expect(readUsDate(`${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`)).toBe(date)
      }),
    )
  })
})
