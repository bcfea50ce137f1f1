import type { Client } from 'pg'
import { compareEvents, type LeasingEvent } from 'leasehook'
import { requestFor, type Sent } from './deliveries'
import { until } from './programs'

/** What a recipe made of the events. */
export interface Handled {
  readonly lost: number
  readonly twice: number
  /** Visits whose state is not that of the last of their events. */
  readonly wrongVisits: number
  readonly visits: number
}

export const isRight = ({ lost, twice, wrongVisits }: Handled): boolean => lost + twice + wrongVisits === 0

/** The last event of each visit that says what becomes of its slot, by the order that the provider gives. */
const lastSteps = (events: readonly Sent[]): ReadonlyMap<string, LeasingEvent> => {
  const last = new Map<string, LeasingEvent>()
  for (const { provider, event } of events) {
    if (provider !== 'showmojo' || !('showing' in event) || event.showing === null) continue
    if (event.showing.slot === 'unchanged' || event.showing.slot === 'unknown') continue
    const id = `${provider}/${event.showing.id ?? ''}`
    const known = last.get(id)
    if (known === undefined || compareEvents(event, known) === 1) last.set(id, event)
  }
  return last
}

export const check = async (events: readonly Sent[], db: Client): Promise<Handled> => {
  const timeline = await db.query<{ key: string; count: string }>(
    'select key, count(*) from timeline group by key',
  )
  const counts = new Map(timeline.rows.map(({ key, count }) => [key, Number(count)]))
  const visits = await db.query<{ id: string; event: LeasingEvent }>('select id, event from visits')
  const states = new Map(visits.rows.map(({ id, event }) => [id, event.id]))
  const expected = lastSteps(events)
  const strangers = [...counts.keys()].filter((key) => !events.some((event) => event.key === key))
  if (strangers.length > 0) throw new Error(`${strangers.length} events that nobody sent`)
  return {
    lost: events.filter(({ key }) => !counts.has(key)).length,
    twice: [...counts.values()].filter((count) => count > 1).length,
    wrongVisits: [...expected].filter(([id, event]) => states.get(id) !== event.id).length,
    visits: expected.size,
  }
}

export const countOf = async (db: Client, query: string): Promise<number> => {
  const { rows } = await db.query<{ count: string }>(`select count(*) from ${query}`)
  return Number(rows[0]?.count)
}

/**
 * Some events once more, when the tables say that the first time was hours ago. Where nothing in an event tells it from
 * another it is taken for another, and where something does for the same.
 */
export const deliverHoursLater = async (
  events: readonly Sent[],
  port: number,
  db: Client,
  isDone: () => Promise<boolean>,
): Promise<void> => {
  const before = await countOf(db, 'timeline')
  const syncs = events.filter(({ event }) => event.type === 'sync.completed').slice(0, 5)
  const steps = events.filter(({ provider }) => provider === 'showmojo').slice(0, 5)
  for (const sent of [...syncs, ...steps]) {
    const { status } = await fetch(requestFor(sent, 1, port))
    if (status !== 200) throw new Error(`hours later: ${status}`)
  }
  await until('what came hours later is handled', isDone)
  const anew = (await countOf(db, 'timeline')) - before
  if (syncs.length === 0 || anew !== syncs.length)
    throw new Error(`hours later ${anew} were handled, and ${syncs.length} should have been`)
}
