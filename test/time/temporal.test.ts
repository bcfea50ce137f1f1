import { expect, it } from 'vitest'
import { compare, DAY, HOUR, MINUTE, someZones } from '../temporal/compare'

// The zones that change oddly, and every twenty-ninth of the rest. All of them: test/temporal.
const ODD = [
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Recife',
  'America/Argentina/Tucuman',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Europe/Dublin',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Asia/Kathmandu',
]

it("a sample of zones has Temporal's offsets and wall times, 1990 to 2035", () => {
  const summary = compare({
    zones: [...ODD, ...someZones(29)],
    firstYear: 1990,
    lastYear: 2035,
    grid: 61 * DAY + 7 * HOUR + 13 * MINUTE,
    nearChange: 2 * HOUR,
  })
  expect(summary.examples).toEqual([])
  expect(summary.differences).toBe(0)
  expect(summary.changes).toBeGreaterThan(500)
}, 60_000)
