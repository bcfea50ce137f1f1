import { describe, expect, test } from 'vitest'
import { identityByContent, orderByTime } from '../../src/event/identify'
import { epochTime, localTime } from '../../src/time/event-time'

const moment = epochTime(1_585_748_101, 1_585_748_101_000, 'second', null)

describe('orderByTime', () => {
  test('is the instant and how finely it was sent', () => {
    expect(orderByTime(moment)).toStrictEqual({
      by: 'time',
      value: '2020-04-01T13:35:01.000Z',
      precision: 'second',
    })
  })

  test('is nothing without an instant', () => {
    expect(orderByTime(null)).toBeNull()
    expect(orderByTime(localTime('x', 0, 'minute'))).toBeNull()
  })
})

test('identityByContent has no parts', () => {
  expect(identityByContent(null)).toStrictEqual({ strength: 'content', parts: [], order: null })
  expect(identityByContent(moment).order).toStrictEqual(orderByTime(moment))
})
