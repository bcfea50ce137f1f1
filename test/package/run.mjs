// `npm run test:package` builds the package and tries it under every runtime and compiler; with `-- --ci` under this
// Node and this TypeScript alone, which is what each run of continuous integration has the time for. All other options
// are vitest's own: `npm run test:package -- --ci --update`.
import { spawnSync } from 'node:child_process'

const options = process.argv.slice(2)
const extent = options.includes('--ci') ? 'ci' : 'all'
const rest = options.filter((option) => option !== '--ci')

const npm = (...args) =>
  spawnSync('npm', args, { stdio: 'inherit', env: { ...process.env, PACKAGE_TESTS: extent } }).status ?? 1

process.exitCode =
  npm('run', 'build') ||
  npm('exec', '--', 'vitest', 'run', '--config', 'test/package/vitest.config.ts', ...rest)
