import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed package. */
    tarball: string
    /** A folder outside the repository with the tarball installed, and fast-check for the entry that needs it. */
    consumer: string
    /** A folder with other runtimes and compilers; null with `--ci`. */
    tools: string | null
  }
}

const repository = resolve(import.meta.dirname, '../..')

const npm = (cwd: string, ...args: readonly string[]): void => {
  execFileSync('npm', [...args, '--loglevel=error', '--ignore-scripts'], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Found under `node_modules/<name>` of that folder; no development dependencies, since one script needs them. */
const others = [
  'typescript-5.4@npm:typescript@5.4',
  'typescript-5.9@npm:typescript@5.9',
  'typescript-7@npm:typescript@7',
  `node-22@npm:node-${process.platform}-${process.arch}@22`,
  `node-24@npm:node-${process.platform}-${process.arch}@24`,
  'bun@1',
  'deno@2',
  '@edge-runtime/vm@5',
]

const installOthers = (tools: string): string => {
  mkdirSync(tools)
  writeFileSync(join(tools, 'package.json'), JSON.stringify({ name: 'tools', private: true }))
  npm(tools, 'install', '--prefer-offline', '--no-audit', '--no-fund', ...others)
  return tools
}

/** Packs what `dist` holds and installs it the way a user does. */
export default (project: TestProject): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'leasehook-package-'))
  npm(repository, 'pack', `--pack-destination=${folder}`)
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '')

  const consumer = join(folder, 'consumer')
  mkdirSync(consumer)
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true }))
  const fastCheck = `fast-check@${manifest.devDependencies['fast-check']}`
  npm(consumer, 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball, fastCheck)

  project.provide('tarball', tarball)
  project.provide('consumer', consumer)
  project.provide(
    'tools',
    process.env['PACKAGE_TESTS'] === 'ci' ? null : installOthers(join(folder, 'tools')),
  )
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
