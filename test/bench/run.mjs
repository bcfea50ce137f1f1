// Bundles the bench with the sources as they are and runs it with plain Node: `npm run bench [table …]`. Each table has a
// process of its own, in which all its candidates take turns; the bodies of one table would otherwise decide how
// the engine compiles for the next. The table of cold starts needs the package as it is built, which is made for it.
import { execFileSync, execSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = mkdtempSync(join(tmpdir(), 'leasehook-bench-'))
const outfile = join(folder, 'bench.mjs')
// V8 guesses, once for each literal, whether its objects will live long, from the collection that happens to come first.
// Guessed wrong, as in about every other run for one candidate or another, that candidate takes up to twice its time.
const flags = ['--expose-gc', '--no-allocation-site-pretenuring']
const node = (args, stdio = 'inherit') =>
  execFileSync(process.execPath, [...flags, outfile, ...args], { stdio, encoding: 'utf8' })

try {
  await build({
    entryPoints: ['test/bench/main.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // As in the published build: the CommonJS of fp-ts would be reached through a getter at each call.
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  })
  const asked = process.argv.slice(2)
  const tables = asked.length > 0 ? asked : node(['--list'], 'pipe').trim().split('\n')
  if (tables.includes('cold'))
    execSync('npx tsup --no-dts --silent', { stdio: ['ignore', 'ignore', 'inherit'] })
  node([])
  for (const table of tables) node([table])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
