import { jetstream } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { dedupeKey } from 'leasehook'
import { listen } from './endpoints'

const connection = await connect({
  servers: process.env['NATS_URLS']?.split(',') ?? [],
  maxReconnectAttempts: -1,
})
const stream = jetstream(connection)

listen(Number(process.env['PORT']), async (event) => {
  // Resolves once two of the three servers have it. If they do not answer in time the provider is asked to send
  // again, and the second message has the same id.
  await stream.publish(`leasing.${event.source.provider}.${event.type}`, JSON.stringify(event), {
    msgID: dedupeKey(event).key,
    timeout: 4000,
  })
})
