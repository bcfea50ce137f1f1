import { Pool } from 'pg'
import { dedupeKey } from 'leasehook'
import { listen } from './endpoints'

const pool = new Pool({ connectionString: process.env['DATABASE_URL'] })
pool.on('error', console.error)

const QUIET = '3 hours'

listen(Number(process.env['PORT']), async (event) => {
  const { key, strength } = dedupeKey(event)
  const repeats = strength === 'content' && event.identity.order === null
  // One statement is a transaction of its own: it is committed when this returns, and only then is the delivery
  // acknowledged.
  await pool.query(
    `insert into inbox as known (key, repeats, event) values ($1, $2, $3)
     on conflict (key) do update
       set event = excluded.event, received_at = now(), due_at = now(), attempts = 0, handled_at = null
       where known.repeats and known.received_at < now() - $4::interval`,
    [key, repeats, JSON.stringify(event), QUIET],
  )
})
