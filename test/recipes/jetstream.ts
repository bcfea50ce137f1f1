import { setTimeout as sleep } from 'node:timers/promises'
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { check, deliverHoursLater, isRight } from './checks'
import { secretsInEnvironment, type Sent } from './deliveries'
import type { Figures } from './figures'
import { clientOf, createTables } from './inbox'
import { incidentsAt } from './incidents'
import { startNats } from './nats'
import type { Postgres } from './postgres'
import { freePort, pipelineProgram, until, type Program } from './programs'
import { sendAll } from './sender'

const RECEIVERS = 3
const WORKERS = 3
/** Short, so that some redeliveries come after it. */
const DUPLICATE_WINDOW = 4

const setUp = async (env: Readonly<Record<string, string>>, folder: string, urls: readonly string[]) => {
  const connection = await connect({ servers: [...urls], maxReconnectAttempts: -1 })
  // The servers need a moment to elect one of them.
  await until('the cluster has a leader', () =>
    jetstreamManager(connection).then(
      (manager) => manager.getAccountInfo().then(() => true),
      () => false,
    ),
  )
  const manager = await jetstreamManager(connection)
  const program = pipelineProgram('jetstream-setup', folder, env)
  await program.start()
  await until('the stream is there', () =>
    manager.consumers.info('LEASING', 'crm').then(
      () => true,
      () => false,
    ),
  )
  return { connection, manager }
}

const leaderOf = async (manager: JetStreamManager, servers: ReadonlyMap<string, Program>) => {
  const { cluster } = await manager.streams.info('LEASING')
  const leader = servers.get(cluster?.leader ?? '')
  if (leader === undefined) throw new Error('the stream has no leader')
  return leader
}

/** Asked twice, since the server that answers may be a moment behind the one that took the last message. */
const isDrained = async (manager: JetStreamManager): Promise<boolean> => {
  for (const pause of [500, 0]) {
    const { num_pending, num_ack_pending } = await manager.consumers.info('LEASING', 'crm')
    if (num_pending > 0 || num_ack_pending > 0) return false
    await sleep(pause)
  }
  return true
}

/** Every copy of the stream is there and up to date. */
const isWhole = async (manager: JetStreamManager): Promise<boolean> => {
  const { cluster } = await manager.streams.info('LEASING')
  const replicas = cluster?.replicas ?? []
  return replicas.length === 2 && replicas.every(({ current, offline }) => current && !offline)
}

export const jetstreamOfThree = async (
  events: readonly Sent[],
  postgres: Postgres,
  folder: string,
): Promise<Figures> => {
  await createTables(postgres)
  const { urls, servers } = await startNats(folder)
  const env = {
    DATABASE_URL: postgres.url,
    NATS_URLS: urls.join(),
    DUPLICATE_WINDOW: String(DUPLICATE_WINDOW),
    ...secretsInEnvironment,
  }
  const { connection, manager } = await setUp(env, folder, urls)
  const ports = await Promise.all(Array.from({ length: RECEIVERS }, freePort))
  const receivers = ports.map((port) => pipelineProgram('jetstream-receiver', folder, env, port))
  const workers = Array.from({ length: WORKERS }, () => pipelineProgram('jetstream-worker', folder, env))
  await Promise.all([...receivers, ...workers].map((program) => program.start()))

  const leader = await leaderOf(manager, servers)
  const [receiver] = receivers
  const [worker] = workers
  const incidents = incidentsAt([
    [0.2, 'the server that leads the stream is killed', () => leader.kill()],
    [0.4, 'a receiver is killed', () => receiver!.kill()],
    [0.5, 'a worker is killed', () => worker!.kill()],
    [0.65, 'the receiver is back', () => receiver!.start()],
    [0.75, 'the worker is back', () => worker!.start()],
    [0.85, 'the server is back', () => leader.start()],
  ])
  const begin = performance.now()
  const sending = await sendAll(events, 2, ports, incidents.whenAccepted)
  await incidents.done()
  await until('every message is acknowledged', () => isDrained(manager), 120)
  const seconds = (performance.now() - begin) / 1000
  await until('all three servers have the whole stream', () => isWhole(manager), 60)
  const { state } = await manager.streams.info('LEASING')
  const db = await clientOf(postgres)
  const handled = await check(events, db)
  if (isRight(handled)) {
    await sleep(DUPLICATE_WINDOW * 1000)
    await db.query("update handled set handled_at = handled_at - interval '4 hours'")
    await deliverHoursLater(events, ports[1]!, db, () => isDrained(manager))
  }
  await db.end()
  await connection.close()
  return {
    name: 'NATS JetStream, three servers',
    processes: `${RECEIVERS} receivers, ${WORKERS} workers, 3 nats-server, 1 PostgreSQL`,
    incidents: incidents.names,
    events: events.length,
    sending,
    handled,
    seconds,
    duplicates: [
      `${sending.accepted - state.messages} by the stream, within its window of ${DUPLICATE_WINDOW} s`,
      `${state.messages - events.length} by the worker's own keys`,
    ],
  }
}
