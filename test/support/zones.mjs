// Runs the tests of whatever reads or writes a time once under each host zone: no answer of the package may depend on
// it. `--all` runs the whole suite instead.
//   node test/support/zones.mjs [--all] [zone ...]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { counts } from './counts.mjs'

const everyZone = [
  'UTC',
  'America/Los_Angeles',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]
const words = process.argv.slice(2)
const named = words.filter((word) => word !== '--all')
const zones = named.length > 0 ? named : everyZone
const withTimes = ['test/time', 'test/event', 'test/providers', 'test/testing', 'test/contract.test.ts']
const tests = words.includes('--all') ? [] : withTimes
const vitest = resolve(import.meta.dirname, '../../node_modules/vitest/vitest.mjs')
const reportFolder = process.env.TEST_REPORT_DIR ?? mkdtempSync(join(tmpdir(), 'zones-'))

const run = (zone) => {
  const folder = mkdtempSync(join(reportFolder, 'zone-'))
  const env = { ...process.env, TZ: zone, TEST_REPORT_DIR: folder }
  const hostZone = 'process.stdout.write(Intl.DateTimeFormat().resolvedOptions().timeZone)'
  const actual = spawnSync(process.execPath, ['--eval', hostZone], { env, encoding: 'utf8' }).stdout
  // Asia/Kolkata may be called Asia/Calcutta.
  const expected = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  if (actual !== expected) throw new Error(`TZ=${zone} has no effect here: the host says ${actual}`)
  // What types say does not depend on the zone, so the type tests are left out.
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--typecheck.enabled=false', ...tests], {
    env,
    stdio: 'inherit',
  })
  return { zone, ok: status === 0, ...counts(folder) }
}

const results = zones.map(run)
for (const { zone, ok, passed, failed } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${zone}: ${passed} passed, ${failed} failed`)
}
if (process.env.TEST_REPORT_DIR === undefined) rmSync(reportFolder, { recursive: true, force: true })
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
