import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { node } from './programs'

/**
 * The build holds only parts of date-fns-tz (tsup.config.ts), so it has to tell the offsets itself what the source does,
 * which `npm run test:temporal` compares with Temporal: here, with what Intl writes of every zone at a moment of each
 * season and in the seconds around every change of its clock.
 */
const [firstYear, lastYear] = inject('tools') === null ? [2012, 2029] : [1972, 2037]

const script = `
import { findZone, offsetAt, zoneNames } from 'leasehook/time'

// A host whose own clock changes: some functions of date-fns-tz are an hour off there.
process.env.TZ = 'America/Los_Angeles'

const from = Date.UTC(${firstYear}, 0, 2)
const until = Date.UTC(${lastYear}, 11, 31)
const step = 45 * 86_400_000

const differences = []
let compared = 0
let changes = 0

for (const name of zoneNames()) {
  const zone = findZone(name)
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  const written = (moment) => {
    const [, sign, hours, minutes] = /GMT(?:([+-])(\\d\\d):(\\d\\d)(?::\\d\\d)?)?$/.exec(format.format(moment))
    return sign === undefined ? 0 : Number(sign + '1') * (Number(hours) * 60 + Number(minutes))
  }
  const compare = (moment, expected) => {
    compared += 1
    if (offsetAt(zone, moment) !== expected) differences.push([name, new Date(moment).toISOString()])
  }
  let before = written(from)
  for (let moment = from + step; moment < until; moment += step) {
    const offset = written(moment)
    compare(moment, offset)
    if (offset !== before) {
      let low = moment - step
      let high = moment
      while (high - low > 1000) {
        const middle = low + Math.floor((high - low) / 2000) * 1000
        if (written(middle) === before) low = middle
        else high = middle
      }
      changes += 1
      compare(high - 1, written(low))
      compare(high, written(high))
    }
    before = offset
  }
}
console.log(JSON.stringify({ differences: differences.slice(0, 20), compared, changes }))
`

it('tells the offsets that Intl does', () => {
  const file = join(inject('consumer'), 'zones.mjs')
  writeFileSync(file, script)
  const outcome = JSON.parse(node(inject('consumer'), file)) as {
    differences: readonly unknown[]
    compared: number
    changes: number
  }
  expect(outcome.differences).toEqual([])
  expect(outcome.compared).toBeGreaterThan(70_000)
  expect(outcome.changes).toBeGreaterThan(3_000)
})
