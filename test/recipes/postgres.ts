import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './programs'

/** A PostgreSQL server with a data folder of its own. */
export interface Postgres {
  readonly url: string
  /** Stops at once and without saving anything, as a crash does, and starts again. */
  readonly crashAndRecover: () => Promise<void>
  readonly stop: () => Promise<void>
}

const binaries = (): string => {
  const [version] = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a))
  return `/usr/lib/postgresql/${version}/bin`
}

/** The server refuses to run as root: then the user that Debian's package made runs it. */
const ownUser = (): { readonly uid: number; readonly gid: number } | null => {
  if (process.getuid?.() !== 0) return null
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined) throw new Error('there is no user postgres')
  return { uid: Number(uid), gid: Number(gid) }
}

export const startPostgres = async (folder: string): Promise<Postgres> => {
  const user = ownUser()
  const data = join(folder, 'postgres')
  mkdirSync(data)
  if (user !== null) chownSync(data, user.uid, user.gid)
  const run = (program: string, ...args: readonly string[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = spawn(join(binaries(), program), args, { cwd: '/', stdio: 'ignore', ...user })
      child.once('error', reject)
      child.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${program}: ${code ?? 'killed'}`)),
      )
    })
  await run('initdb', '--pgdata', data, '--auth', 'trust', '--username', 'postgres', '--encoding', 'UTF8')
  const port = await freePort()
  const options = `-p ${port} -k ${data} -c listen_addresses=127.0.0.1`
  const control = (...args: readonly string[]): Promise<void> =>
    run('pg_ctl', '--pgdata', data, '--wait', '--log', join(data, 'log'), ...args)
  const start = (): Promise<void> => control('start', '--options', options)
  const stop = (): Promise<void> => control('stop', '--mode', 'immediate')
  await start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    crashAndRecover: async () => {
      await stop()
      await start()
    },
    stop,
  }
}
