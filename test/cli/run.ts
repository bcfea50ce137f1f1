import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

const cleanEnvironment = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' }

/** Starts the built command and leaves it running. */
export const start = (main: string, args: readonly string[], env: RunOptions['env'] = {}): ChildProcess =>
  spawn(process.execPath, [main, ...args], {
    env: { ...cleanEnvironment, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })

const textOf = (child: ChildProcess, stream: 'stdout' | 'stderr'): (() => string) => {
  let text = ''
  child[stream]?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return () => text
}

/** Runs the built command to its end. */
export const run = async (main: string, args: readonly string[], options: RunOptions = {}): Promise<Run> => {
  const child = start(main, args, options.env)
  const stdout = textOf(child, 'stdout')
  const stderr = textOf(child, 'stderr')
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.input ?? '')
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: stdout(), stderr: stderr() }
}

export interface Listening {
  readonly page: string
  readonly endpoint: (provider: string) => string
  readonly stop: () => Promise<number | null>
}

/** Runs `leasehook listen` on free ports until it is stopped. */
export const listen = async (
  main: string,
  args: readonly string[] = [],
  env: RunOptions['env'] = {},
): Promise<Listening> => {
  const child = start(main, ['listen', '--port', '0', '--page-port', '0', ...args], env)
  const stdout = textOf(child, 'stdout')
  const stderr = textOf(child, 'stderr')
  const closed = once(child, 'close') as Promise<[number | null]>
  while (!stdout().includes('/casayes')) {
    const ended = await Promise.race([once(child.stdout!, 'data').then(() => false), closed.then(() => true)])
    if (ended) throw new Error(stderr())
  }
  return {
    page: /^Page\s+(\S+)/m.exec(stdout())?.[1] ?? '',
    endpoint: (provider) => new RegExp(`^${provider}\\s+(\\S+)`, 'm').exec(stdout())?.[1] ?? '',
    stop: async () => {
      child.kill('SIGTERM')
      const [code] = await closed
      return code
    },
  }
}
