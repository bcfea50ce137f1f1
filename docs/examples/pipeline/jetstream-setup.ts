import { jetstreamManager } from '@nats-io/jetstream'
import { connect, nanos } from '@nats-io/transport-node'

const connection = await connect({ servers: process.env['NATS_URLS']?.split(',') ?? [] })
const manager = await jetstreamManager(connection)

await manager.streams.add({
  name: 'LEASING',
  subjects: ['leasing.>'],
  storage: 'file',
  num_replicas: 3,
  // Within it a message id is taken once. Every server holds the ids of the window in memory.
  duplicate_window: nanos(Number(process.env['DUPLICATE_WINDOW'] ?? 3 * 3600) * 1000),
  max_age: nanos(30 * 24 * 3600 * 1000),
})
await manager.consumers.add('LEASING', {
  durable_name: 'crm',
  ack_policy: 'explicit',
  ack_wait: nanos(10_000),
  max_ack_pending: 1000,
})
await connection.close()
