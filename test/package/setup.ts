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
  }
}

const repository = resolve(import.meta.dirname, '../..')

const npm = (cwd: string, ...args: readonly string[]): void => {
  execFileSync('npm', [...args, '--loglevel=error', '--ignore-scripts'], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
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
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
