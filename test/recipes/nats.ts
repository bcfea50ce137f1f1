import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, Program } from './programs'

export interface Nats {
  readonly urls: readonly string[]
  readonly servers: ReadonlyMap<string, Program>
}

const SERVERS = ['one', 'two', 'three']

interface Member {
  readonly name: string
  readonly port: number
  readonly clusterPort: number
}

const configurationOf = (
  { name, port, clusterPort }: Member,
  all: readonly Member[],
  store: string,
): string =>
  [
    `server_name: ${name}`,
    `listen: "127.0.0.1:${port}"`,
    `jetstream { store_dir: "${store}" }`,
    'cluster {',
    '  name: recipes',
    `  listen: "127.0.0.1:${clusterPort}"`,
    `  routes: [${all.map((each) => `"nats://127.0.0.1:${each.clusterPort}"`).join(', ')}]`,
    '}',
    '',
  ].join('\n')

/** Three servers on this machine, each with its files. */
export const startNats = async (folder: string): Promise<Nats> => {
  const members: Member[] = []
  for (const name of SERVERS) members.push({ name, port: await freePort(), clusterPort: await freePort() })
  const servers = new Map(
    members.map((member) => {
      const store = join(folder, `nats-${member.name}`)
      mkdirSync(store)
      const file = join(store, 'nats.conf')
      writeFileSync(file, configurationOf(member, members, store))
      const log = join(folder, `nats-${member.name}.log`)
      return [member.name, new Program('/usr/sbin/nats-server', ['-c', file], {}, log, member.port)]
    }),
  )
  await Promise.all([...servers.values()].map((server) => server.start()))
  return { urls: members.map(({ port }) => `nats://127.0.0.1:${port}`), servers }
}
