import { isRight } from 'fp-ts/Either'
import { providers, type ProviderName } from '../../../src/providers/index'
import { parseWebhook } from '../../../src/webhook'
import { collectGarbage } from '../measure'
import { printTable } from '../print'
import { bodiesOf } from '../samples'

const COUNT = 20_000

/** Bytes of heap that one result keeps, where the body's text is kept elsewhere. */
const bytesKept = (bodies: readonly string[], make: (body: string) => unknown): number => {
  for (const body of bodies) make(body)
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const kept = Array.from({ length: COUNT }, (_, turn) => make(bodies[turn % bodies.length] ?? ''))
  collectGarbage()
  const bytes = (process.memoryUsage().heapUsed - before) / COUNT
  if (kept.length !== COUNT) throw new Error('not all were kept')
  return bytes
}

const row = (name: ProviderName): readonly string[] => {
  const bodies = bodiesOf(name)
  const event = (body: string): unknown => {
    const parsed = parseWebhook(providers[name], {}, body)
    if (!isRight(parsed)) throw new Error('no event')
    return parsed.right
  }
  const json = bytesKept(bodies, (body) => JSON.parse(body) as unknown)
  const whole = bytesKept(bodies, event)
  return [name, json.toFixed(0), whole.toFixed(0), (whole / json).toFixed(2)]
}

/** What an event holds in memory, against the parsed body that is part of it. */
export const heap = () => {
  printTable(
    'heap that one delivery keeps, in bytes (without the text of the body)',
    ['', 'JSON.parse', 'event', '×'],
    (Object.keys(providers) as ProviderName[]).map(row),
  )
}
