import { jetstream } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { Pool } from 'pg'
import { dedupeKey, LeasingEvent } from 'leasehook'
import { handle } from './handle'

const connection = await connect({
  servers: process.env['NATS_URLS']?.split(',') ?? [],
  maxReconnectAttempts: -1,
})
const pool = new Pool({ connectionString: process.env['DATABASE_URL'] })
pool.on('error', console.error)

const QUIET = '3 hours'

/** The key and what the event does are one transaction, so a message that comes again finds its key or neither. */
const handleOnce = async (event: LeasingEvent): Promise<void> => {
  const { key, strength } = dedupeKey(event)
  const repeats = strength === 'content' && event.identity.order === null
  const db = await pool.connect()
  try {
    await db.query('begin')
    const fresh = await db.query(
      `insert into handled as known (key, repeats) values ($1, $2)
       on conflict (key) do update set handled_at = now()
         where known.repeats and known.handled_at < now() - $3::interval`,
      [key, repeats, QUIET],
    )
    if (fresh.rowCount === 1) await handle(event, db)
    await db.query('commit')
    db.release()
  } catch (error) {
    db.release(true)
    throw error
  }
}

const consumer = await jetstream(connection).consumers.get('LEASING', 'crm')
for await (const message of await consumer.consume({ max_messages: 100 })) {
  const decoded = LeasingEvent.decode(message.json())
  if (decoded._tag === 'Left') {
    message.term('this is no event')
    continue
  }
  try {
    await handleOnce(decoded.right)
    message.ack()
  } catch (error) {
    console.error(error)
    message.nak(1000)
  }
}
