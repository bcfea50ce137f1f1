import type { Client } from 'pg'
import { compareEvents, type LeasingEvent } from 'leasehook'
import type { Sent } from './deliveries'

/** What a recipe made of the events. */
export interface Handled {
  readonly lost: number
  readonly twice: number
  /** Visits whose state is not that of the last of their events. */
  readonly wrongVisits: number
  readonly visits: number
}

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
