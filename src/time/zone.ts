import { formatInTimeZone } from 'date-fns-tz/formatInTimeZone'
import { DAY, FIRST_MS, LAST_MS } from './calendar'
import { twoDigitsAt } from './digits'
import { writtenZoneNames } from './zone-names'

/**
 * A time zone of the IANA database, with what has been found out about it so far. Made only by `findZone`, once
 * per name, so that two zones are the same if they are the same object. Only `name` is for reading.
 */
export interface Zone {
  readonly name: string
  readonly offsets: Offsets
}

// Time is cut into buckets of 2^19 seconds (6.07 days): short enough to hold one change of offset at most. The two
// changes that lie closest since 1972 are 6.96 days apart (America/Recife, Noronha and Boa_Vista, October 2000).
// Each bucket has one place in the table, which the next bucket with the same remainder takes over: 1,024 buckets
// are 17 years, and stamps from hostile years push others out but can't make the table grow.
const BUCKET = 2 ** 19 * 1000
const PLACES = 1024
const NO_BUCKET = 0x7fffffff

interface Offsets {
  readonly bucket: Int32Array
  /** minutes east of UTC before and from `change` on, epoch milliseconds; Infinity if the bucket has none */
  readonly before: Int16Array
  readonly after: Int16Array
  readonly change: Float64Array
}

const zones = new Map<string, Zone | null>()
let listed: ReadonlySet<string> | null = null
let written: ReadonlySet<string> | null = null

/**
 * The zone of that name, `null` for everything else. The names are a closed set in exact spelling: what
 * `Intl.supportedValuesOf('timeZone')` lists, and the written list of names that it leaves out, as far as the engine
 * takes them. Nothing else reaches Intl or date-fns-tz: both keep every spelling for ever, and 20,000 spellings of
 * one zone took 627 MB.
 */
export function findZone(name: unknown): Zone | null {
  if (typeof name !== 'string') return null
  const known = zones.get(name)
  if (known !== undefined) return known
  listed ??= new Set(Intl.supportedValuesOf('timeZone'))
  if (listed.has(name)) return remember(name, true)
  written ??= new Set(writtenZoneNames())
  return written.has(name) ? remember(name, engineKnows(name)) : null
}

/**
 * The zone of a name that stands in this library's source, and never of one that was received: `findZone` without the
 * list of all names, which takes an engine 2 ms.
 */
export function trustedZone(name: string): Zone | null {
  const known = zones.get(name)
  return known === undefined ? remember(name, engineKnows(name)) : known
}

function remember(name: string, isKnown: boolean): Zone | null {
  const zone = isKnown ? { name, offsets: noOffsets() } : null
  zones.set(name, zone)
  return zone
}

/** Every name that `findZone` takes on this engine, sorted. */
export function zoneNames(): readonly string[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), ...writtenZoneNames().filter(engineKnows)])
  return [...names].sort()
}

function engineKnows(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function noOffsets(): Offsets {
  return {
    bucket: new Int32Array(PLACES).fill(NO_BUCKET),
    before: new Int16Array(PLACES),
    after: new Int16Array(PLACES),
    change: new Float64Array(PLACES),
  }
}

// Local times near the ends of the calendar ask for moments a little outside it. Whole buckets, so that no answer
// depends on what was asked before.
const FIRST_BUCKET = Math.floor((FIRST_MS - 2 * DAY) / BUCKET)
const LAST_BUCKET = Math.floor((LAST_MS + 2 * DAY) / BUCKET)

/**
 * Minutes east of UTC on the zone's clock at a moment, in epoch milliseconds of the years 0001 to 9999 (two to eight
 * days more at either end); NaN outside them. Right from 1972 on; offsets with seconds, as before, are cut to the minute.
 */
export function offsetAt(zone: Zone, epochMs: number): number {
  const { bucket, before, after, change } = zone.offsets
  const wanted = Math.floor(epochMs / BUCKET)
  const place = wanted & (PLACES - 1)
  if (bucket[place] !== wanted) {
    if (!(wanted >= FIRST_BUCKET && wanted <= LAST_BUCKET)) return NaN
    fill(zone, wanted, place)
  }
  /* v8 ignore next -- the place is one of the tables */
  return (epochMs < (change[place] ?? 0) ? before[place] : after[place]) ?? 0
}

function fill(zone: Zone, bucket: number, place: number): void {
  const { offsets, name } = zone
  const start = bucket * BUCKET
  const end = start + BUCKET - 1000
  const before = askedOffset(name, start)
  const after = askedOffset(name, end)
  offsets.bucket[place] = bucket
  offsets.before[place] = before
  offsets.after[place] = after
  offsets.change[place] = before === after ? Infinity : firstSecondWith(name, after, start, end)
}

/** Halves the time between a second with another offset and one with this one; changes fall on whole seconds. */
function firstSecondWith(name: string, offset: number, before: number, from: number): number {
  let low = before
  let high = from
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (askedOffset(name, middle) === offset) high = middle
    else low = middle
  }
  return high
}

// Near the ends of the calendar Intl shows a year 1 before Christ as year 1, and date-fns-tz an offset of a year.
const FIRST_ASKED = FIRST_MS + 2 * DAY
const LAST_ASKED = LAST_MS - 2 * DAY

// Of date-fns-tz only this one call: `getTimezoneOffset`, `toZonedTime` and `fromZonedTime` answer differently from
// host to host near changes of the clock.
function askedOffset(name: string, epochMs: number): number {
  const text = formatInTimeZone(Math.min(Math.max(epochMs, FIRST_ASKED), LAST_ASKED), name, 'xxx')
  const size = twoDigitsAt(text, 1) * 60 + twoDigitsAt(text, 4)
  return text.startsWith('-') && size !== 0 ? -size : size
}
