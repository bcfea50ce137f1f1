import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, type PoolClient } from 'pg'
import { LeasingEvent } from 'leasehook'
import { handle } from './handle'

const pool = new Pool({ connectionString: process.env['DATABASE_URL'] })
pool.on('error', console.error)

interface Row {
  readonly key: string
  readonly event: unknown
}

/** Takes the event that has been due for longest and that no other worker holds; false if there is none. */
const handleNext = async (db: PoolClient): Promise<boolean> => {
  await db.query('begin')
  const due = await db.query<Row>(
    `select key, event from inbox where handled_at is null and due_at <= now()
     order by due_at limit 1 for update skip locked`,
  )
  const row = due.rows[0]
  if (row !== undefined) {
    await db.query('savepoint untouched')
    try {
      await handle(readEvent(row.event), db)
      await db.query('update inbox set handled_at = now() where key = $1', [row.key])
    } catch (error) {
      console.error(row.key, error)
      await db.query('rollback to savepoint untouched')
      await db.query(
        `update inbox set attempts = attempts + 1, due_at = now() + least(power(2, attempts), 3600) * interval '1 second'
         where key = $1`,
        [row.key],
      )
    }
  }
  await db.query('commit')
  return row !== undefined
}

const readEvent = (json: unknown): LeasingEvent => {
  const decoded = LeasingEvent.decode(json)
  if (decoded._tag === 'Left') throw new TypeError('this is no event')
  return decoded.right
}

for (;;) {
  try {
    const db = await pool.connect()
    try {
      while (await handleNext(db));
      db.release()
    } catch (error) {
      // What the connection was in the middle of is undone with it.
      db.release(true)
      throw error
    }
  } catch (error) {
    console.error(error)
  }
  await sleep(200)
}
