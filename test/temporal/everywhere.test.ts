import { expect, it } from 'vitest'
import { compare, DAY, HOUR, MINUTE, someZones } from './compare'

it(
  "every zone's offsets and wall times are Temporal's, 1990 to 2035",
  () => {
    const started = performance.now()
    const summary = compare({
      zones: someZones(1),
      firstYear: 1990,
      lastYear: 2035,
      grid: 11 * DAY + 7 * HOUR + 13 * MINUTE + 17_345,
      nearChange: 15 * MINUTE,
    })
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(
      `TZ=${process.env['TZ'] ?? ''}: ${summary.zones} zones, ${summary.changes} changes of offset, ` +
        `${summary.instants} instants, ${summary.walls} wall times, ${summary.differences} differences, ${seconds} s`,
    )
    expect(summary.examples).toEqual([])
    expect(summary.differences).toBe(0)
    expect(summary.zones).toBeGreaterThan(500)
    expect(summary.changes).toBeGreaterThan(20_000)
  },
  180 * MINUTE,
)
