import type { ClientBase } from 'pg'
import { compareEvents, dedupeKey, type LeasingEvent } from 'leasehook'

/** What you do with an event. All that it writes belongs to the transaction that notes the event as handled. */
export const handle = async (event: LeasingEvent, db: ClientBase): Promise<void> => {
  await db.query('insert into timeline (key, type) values ($1, $2)', [dedupeKey(event).key, event.type])

  const showing = 'showing' in event ? event.showing : null
  if (showing?.id == null) return
  if (showing.slot === 'unchanged' || showing.slot === 'unknown') return
  const id = `${event.source.provider}/${showing.id}`
  // Two events of one visit may be in the hands of two workers.
  await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id])
  const known = await db.query<{ event: LeasingEvent }>('select event from visits where id = $1', [id])
  const last = known.rows[0]?.event
  // An older event that comes late changes nothing. Where the order cannot be told (null), the last to come wins.
  if (last !== undefined && compareEvents(event, last) === -1) return
  await db.query(
    `insert into visits (id, slot, event) values ($1, $2, $3)
     on conflict (id) do update set slot = excluded.slot, event = excluded.event`,
    [id, showing.slot, JSON.stringify(event)],
  )
}
