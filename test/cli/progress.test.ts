import { expect, it } from 'vitest'
import { duration, progressText } from '../../src/cli/progress'

it.each([
  [0.2, '1 s'],
  [59, '59 s'],
  [60, '1 min 0 s'],
  [200, '3 min 20 s'],
  [7500, '2 h 5 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text)
})

it('tells share, rate and time left where the size is known', () => {
  const text = progressText({ lines: 5000, rejected: 2, bytes: 250 }, 1000, 10)
  expect(text).toBe('██████░░░░░░░░░░░░░░░░░░  25 %  5,000 lines, 2 rejected  500 a second  30 s left')
})

it('tells lines and rate where it is not', () => {
  expect(progressText({ lines: 12, rejected: 0, bytes: 250 }, null, 2)).toBe('12 lines  6 a second')
  expect(progressText({ lines: 0, rejected: 0, bytes: 0 }, null, 0)).toBe('0 lines')
})
