import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { check, countOf, deliverHoursLater, isRight } from './checks'
import { secretsInEnvironment, type Sent } from './deliveries'
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
  const nothingIsDue = async () => (await countOf(db, 'inbox where handled_at is null')) === 0
  await until('nothing is due', nothingIsDue, 120)
  const seconds = (performance.now() - begin) / 1000
  const handled = await check(events, db)
  const rows = await countOf(db, 'inbox')
  if (isRight(handled)) {
    await db.query("update inbox set received_at = received_at - interval '4 hours'")
    await deliverHoursLater(events, ports[1]!, db, nothingIsDue)
  }
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
