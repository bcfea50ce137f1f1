// Runs the recipes of docs/scale.md for real, on loopback: `npm run test:recipes [inbox|jetstream]`. Installs Debian's
// PostgreSQL and nats-server where they are missing; `UPDATE_DOCS=1` writes the figures into the page.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const versionsOfPostgres = () => (existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [])
const isInstalled = {
  postgresql: () => versionsOfPostgres().some((one) => existsSync(`/usr/lib/postgresql/${one}/bin/initdb`)),
  'nats-server': () => existsSync('/usr/sbin/nats-server'),
}
const missing = Object.keys(isInstalled).filter((name) => !isInstalled[name]())
if (missing.length > 0) {
  const asRoot = process.getuid() === 0 ? [] : ['sudo']
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args]
    execFileSync(command, rest, { stdio: 'inherit' })
  }
  apt('update')
  apt('install', '--yes', '--no-install-recommends', ...missing)
}

const folder = mkdtempSync(join(tmpdir(), 'leasehook-recipes-'))
const pipeline = 'docs/examples/pipeline'
try {
  await build({
    entryPoints: [
      'test/recipes/main.ts',
      ...readdirSync(pipeline)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(pipeline, file)),
    ],
    outdir: folder,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['pg-native'],
    // What is bundled of CommonJS asks for Node's own modules by `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    logLevel: 'error',
  })
  const { status } = spawnSync(process.execPath, [join(folder, 'main.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PROGRAMS: folder },
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
