import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { check, countOf } from './checks'
import { requestFor, secretsInEnvironment, type Sent } from './deliveries'
import type { Figures } from './figures'
import type { Postgres } from './postgres'
import { freePort, pipelineProgram, until } from './programs'
import { sendAll } from './sender'
import { incidentsAt } from './incidents'

const RECEIVERS = 3
const WORKERS = 3

export const clientOf = async ({ url }: Postgres): Promise<Client> => {
  const client = new Client({ connectionString: url })
  // The server of this recipe crashes on purpose.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

export const createTables = async (postgres: Postgres): Promise<void> => {
  const client = await clientOf(postgres)
  await client.query(readFileSync('docs/examples/pipeline/schema.sql', 'utf8'))
  await client.end()
}

/**
 * What looks the same three hours later is another event where nothing in it tells events apart, and the same where
 * something does.
 */
const hoursLater = async (events: readonly Sent[], port: number, db: Client): Promise<number> => {
  await db.query("update inbox set received_at = received_at - interval '4 hours'")
  const before = await countOf(db, 'timeline')
  const sync = events.filter(({ event }) => event.type === 'sync.completed').slice(0, 5)
  const step = events.filter(({ provider }) => provider === 'showmojo').slice(0, 5)
  for (const sent of [...sync, ...step]) {
    const { status } = await fetch(requestFor(sent, 1, port))
    if (status !== 200) throw new Error(`answered ${status}`)
  }
  await until(
    'all of them are handled',
    async () => (await countOf(db, 'inbox where handled_at is null')) === 0,
  )
  const more = (await countOf(db, 'timeline')) - before
  if (sync.length !== 5 || more !== sync.length) throw new Error(`${more} of ${sync.length} were taken anew`)
  return more
}

export const inbox = async (
  events: readonly Sent[],
  postgres: Postgres,
  folder: string,
): Promise<Figures> => {
  await createTables(postgres)
  const env = { DATABASE_URL: postgres.url, ...secretsInEnvironment }
  const ports = await Promise.all(Array.from({ length: RECEIVERS }, freePort))
  const receivers = ports.map((port) => pipelineProgram('inbox-receiver', folder, env, port))
  const workers = Array.from({ length: WORKERS }, () => pipelineProgram('inbox-worker', folder, env))
  await Promise.all([...receivers, ...workers].map((program) => program.start()))

  const [receiver] = receivers
  const [worker] = workers
  const incidents = incidentsAt([
    [0.2, 'a receiver is killed', () => receiver!.kill()],
    [0.35, 'a worker is killed', () => worker!.kill()],
    [0.5, 'PostgreSQL crashes and recovers', () => postgres.crashAndRecover()],
    [0.65, 'the receiver is back', () => receiver!.start()],
    [0.8, 'the worker is back', () => worker!.start()],
  ])
  const begin = performance.now()
  const sending = await sendAll(events, 2, ports, incidents.whenAccepted)
  await incidents.done()
  const db = await clientOf(postgres)
  await until('nothing is due', async () => (await countOf(db, 'inbox where handled_at is null')) === 0, 120)
  const seconds = (performance.now() - begin) / 1000
  const handled = await check(events, db)
  const rows = await countOf(db, 'inbox')
  if (rows !== events.length) throw new Error(`${rows} rows for ${events.length} events`)
  await hoursLater(events, ports[1]!, db)
  await db.end()
  return {
    name: 'PostgreSQL inbox',
    processes: `${RECEIVERS} receivers, ${WORKERS} workers, 1 PostgreSQL`,
    incidents: incidents.names,
    events: events.length,
    sending,
    handled,
    seconds,
    duplicates: [`${sending.accepted - rows} by the unique key`],
  }
}
