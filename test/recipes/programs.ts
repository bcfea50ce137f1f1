import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

export const until = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 60,
): Promise<void> => {
  const end = performance.now() + seconds * 1000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`after ${seconds} s still not so: ${what}`)
    await sleep(100)
  }
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

const running = new Set<ChildProcess>()

/** A program of its own, which can be killed and started again. */
export class Program {
  private child: ChildProcess | null = null

  constructor(
    private readonly command: string,
    private readonly args: readonly string[],
    private readonly env: Readonly<Record<string, string>>,
    private readonly log: string,
    /** Where it listens, if it does. */
    private readonly port: number | null,
  ) {}

  async start(): Promise<void> {
    const child = spawn(this.command, this.args, {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const log = createWriteStream(this.log, { flags: 'a' })
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    running.add(child)
    child.once('exit', () => running.delete(child))
    this.child = child
    const { port } = this
    if (port !== null) await until(`${this.log} listens on ${port}`, () => isListening(port))
  }

  /** Without warning, as a machine that loses its power. */
  async kill(): Promise<void> {
    const { child } = this
    if (child?.exitCode !== null || child.signalCode !== null) return
    await new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGKILL')
    })
  }
}

export const killAll = (): void => {
  for (const child of running) child.kill('SIGKILL')
}

/** One of the programs of docs/examples/pipeline. */
export const pipelineProgram = (
  name: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  port: number | null = null,
): Program =>
  new Program(
    process.execPath,
    [join(process.env['PROGRAMS'] ?? '', `${name}.mjs`)],
    { ...env, ...(port !== null && { PORT: String(port) }) },
    join(folder, `${name}-${port ?? ''}.log`),
    port,
  )
