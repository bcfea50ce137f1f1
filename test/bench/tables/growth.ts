import { rently } from '../../../src/providers/rently/index'
import { parseWebhook } from '../../../src/webhook'
import { printTable } from '../print'

const LIMITS = { maxBytes: 2 ** 31, maxDepth: 2 ** 31 }

const cpuMilliseconds = (work: () => unknown): number => {
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
  }
  return Math.min(...times)
}

const body = (extra: string) =>
  `{"type":"Self Scheduling","checkin_at_iso":"2020-04-01T06:34:39-07:00","prospect_name":"Ann Example"${extra}}`

const foreignKeys = (count: number) =>
  body(Array.from({ length: count }, (_, index) => `,"key ${String(index)}":${String(index)}`).join(''))

const longText = (length: number) => body(`,"address":"${'x'.repeat(length)}"`)

const nested = (levels: number) => body(`,"deep":${'['.repeat(levels)}${']'.repeat(levels)}`)

const parseSafely = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

interface Row {
  readonly cells: readonly string[]
  readonly whole: number
  readonly json: number
}

const row = (name: string, text: string): Row => {
  const whole = cpuMilliseconds(() => parseWebhook(rently, {}, text, LIMITS))
  const json = cpuMilliseconds(() => parseSafely(text))
  return {
    whole,
    json,
    cells: [name, `${(text.length / 1024).toFixed(0)} KB`, whole.toFixed(2), json.toFixed(2)],
  }
}

/** The slope of log(time) over log(size): 1 is linear. */
const slope = (points: readonly (readonly [number, number])[]): number => {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const)
  const mean = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  return (
    logs.reduce((sum, [size, time]) => sum + (size - x) * (time - y), 0) /
    logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0)
  )
}

export const growth = () => {
  const kinds: readonly (readonly [string, (size: number) => string, readonly number[]])[] = [
    ['one long text', longText, [1e5, 1e6, 1e7]],
    ['foreign keys', foreignKeys, [1e4, 1e5, 1e6]],
    ['levels of nesting', nested, [1e4, 1e5, 1e6]],
  ]
  for (const size of [1e3, 1e4]) parseWebhook(rently, {}, foreignKeys(size), LIMITS)
  const rows: (readonly string[])[] = []
  const slopes: (readonly string[])[] = []
  for (const [name, make, sizes] of kinds) {
    const measured = sizes.map((size) => ({
      size,
      ...row(`${name}: ${size.toLocaleString('en')}`, make(size)),
    }))
    rows.push(...measured.map(({ cells }) => cells))
    const slopeOf = (kind: 'whole' | 'json') =>
      slope(measured.map((point) => [point.size, Math.max(point[kind], 0.001)] as const)).toFixed(2)
    slopes.push([name, slopeOf('whole'), slopeOf('json')])
  }
  printTable(
    'how the cost grows (CPU, the best of three)',
    ['', 'body', 'parseWebhook ms', 'JSON.parse ms'],
    rows,
  )
  printTable(
    'slope of time over size, both logarithmic (1 is linear)',
    ['', 'parseWebhook', 'JSON.parse'],
    slopes,
  )
}
