import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

export const repository = resolve(import.meta.dirname, '../..')

/** Runs a program; what it printed is the message if it fails. */
export const run = (cwd: string, program: string, ...args: readonly string[]): string => {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: '0', NO_COLOR: '1' },
  })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`)
  return stdout
}

/** Runs a script with this Node. */
export const node = (cwd: string, ...args: readonly string[]): string => run(cwd, process.execPath, ...args)

/** Runs a script of one of this repository's own packages. */
export const tool = (path: string, ...args: readonly string[]): string =>
  node(repository, join(repository, 'node_modules', path), ...args)
