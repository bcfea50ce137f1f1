// Bundles the bench with the sources as they are and runs it with plain Node: `npm run bench [table …]`. Each table has a
// process of its own, in which all its candidates take turns; the bodies of one table would otherwise decide how
// the engine compiles for the next.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = mkdtempSync(join(tmpdir(), 'leasehook-bench-'))
const outfile = join(folder, 'bench.mjs')
const node = (args, stdio = 'inherit') =>
  execFileSync(process.execPath, [outfile, ...args], { stdio, encoding: 'utf8' })

try {
  await build({
    entryPoints: ['test/bench/main.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    logLevel: 'error',
  })
  const asked = process.argv.slice(2)
  const tables = asked.length > 0 ? asked : node(['--list'], 'pipe').trim().split('\n')
  node([])
  for (const table of tables) node([table])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
