import { TZDate } from '@date-fns/tz'
import { fromZonedTime } from 'date-fns-tz'
import { DateTime } from 'luxon'
import { Temporal } from 'temporal-polyfill'
import { readIso } from '../../../src/time/iso'
import { resolveWall } from '../../../src/time/wall'
import { findZone, zoneNames } from '../../../src/time/zone'
import { compare, type Candidate } from '../measure'
import { printFigures, printTable } from '../print'
import { rentlyBodies } from '../samples'

type ToEpoch = (local: string, zone: string) => number | null

const candidates: Readonly<Record<string, ToEpoch>> = {
  leasehook: (local, name) => {
    const [stamp, zone] = [readIso(local), findZone(name)]
    return stamp === null || zone === null ? null : resolveWall(zone, stamp.wall).epoch
  },
  'date-fns-tz fromZonedTime': (local, zone) => fromZonedTime(local, zone).getTime(),
  '@date-fns/tz': (local, zone) => {
    const [year = 0, month = 1, day, hour, minute, second] = local.split(/\D/).map(Number)
    return new TZDate(year, month - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0, zone).getTime()
  },
  luxon: (local, zone) => DateTime.fromISO(local, { zone }).toMillis(),
  'temporal-polyfill': (local, zone) =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds,
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Every half hour of the nights in which clocks change, and an ordinary hour of every month. */
const walls = (): readonly string[] => {
  const found: string[] = []
  for (const year of [1996, 2007, 2014, 2020, 2025]) {
    for (let month = 1; month <= 12; month += 1) {
      found.push(`${String(year)}-${twoDigits(month)}-15T12:00:00`)
      if (month !== 3 && month !== 10 && month !== 11) continue
      for (let day = 1; day <= 31 - Number(month === 11); day += 1) {
        for (const time of ['00:30', '01:30', '02:30', '03:30'])
          found.push(`${String(year)}-${twoDigits(month)}-${twoDigits(day)}T${time}:00`)
      }
    }
  }
  return found
}

const zones = () => zoneNames().filter((_, index) => index % 25 === 0)

const correctness = () => {
  const names = [...new Set([...zones(), 'America/Los_Angeles', 'America/New_York', 'Europe/Lisbon'])]
  const wrong = new Map(Object.keys(candidates).map((name) => [name, 0]))
  let asked = 0
  const reference = candidates['temporal-polyfill']
  for (const zone of names) {
    for (const wall of walls()) {
      asked += 1
      const right = reference?.(wall, zone)
      for (const [name, toEpoch] of Object.entries(candidates)) {
        if (toEpoch(wall, zone) !== right) wrong.set(name, (wrong.get(name) ?? 0) + 1)
      }
    }
  }
  printTable(
    `wall times that are read differently from Temporal, of ${asked.toLocaleString('en')} in ${String(names.length)} zones (host: ${Intl.DateTimeFormat().resolvedOptions().timeZone})`,
    ['', 'different'],
    [...wrong].map(([name, count]) => [name, count.toLocaleString('en')]),
  )
}

const stampsOfPacific = walls().filter((_, index) => index % 7 === 0)

export const zoneTables = () => {
  correctness()
  const bodies = rentlyBodies()
  const stamps = Object.entries(candidates).map(([name, toEpoch]): Candidate => {
    const run = (turn: number) =>
      toEpoch(stampsOfPacific[turn % stampsOfPacific.length] ?? '', 'America/Los_Angeles')
    return { name, run }
  })
  const json = {
    name: 'JSON.parse of a Rently sample',
    run: (turn: number) => JSON.parse(bodies[turn % bodies.length] ?? '') as unknown,
  }
  printFigures('one local stamp to an instant', compare([json, ...stamps], bodies.length))
}
