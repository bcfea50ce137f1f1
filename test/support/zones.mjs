// Runs the tests of whatever reads or writes a time once under each host zone: no answer of the package may depend on
// it. `--all` runs the whole suite instead.
//   node test/support/zones.mjs [--all] [zone ...]
import { spawn, spawnSync } from 'node:child_process'
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
const isAll = words.includes('--all')
const named = words.filter((word) => word !== '--all')
const zones = named.length > 0 ? named : everyZone
const withTimes = [
  'test/time/',
  'test/event/identity',
  'test/event/build',
  'test/providers/',
  'test/contract.test.ts',
  'test/testing/clocks',
  'test/testing/laws',
  'test/testing/stamps',
]
// None of these tests changes what another one sees, so that one process loads the source once for all of them.
const tests = isAll ? [] : ['--isolate=false', '--maxWorkers=1', ...withTimes]
const atOnce = isAll ? 1 : 2
const vitest = resolve(import.meta.dirname, '../../node_modules/vitest/vitest.mjs')
const reportFolder = process.env.TEST_REPORT_DIR ?? mkdtempSync(join(tmpdir(), 'zones-'))

/** The exit code of vitest; what it says is shown when it has ended, since another zone's runs beside it. */
const runTests = (env) =>
  new Promise((done) => {
    // What types say does not depend on the zone, so the type tests are left out.
    const child = spawn(process.execPath, [vitest, 'run', '--typecheck.enabled=false', ...tests], { env })
    const said = []
    child.stdout.on('data', (data) => said.push(data))
    child.stderr.on('data', (data) => said.push(data))
    child.on('close', (code) => {
      for (const data of said) process.stdout.write(data)
      done(code)
    })
  })

const run = async (zone) => {
  const folder = mkdtempSync(join(reportFolder, 'zone-'))
  const env = { ...process.env, TZ: zone, TEST_REPORT_DIR: folder }
  const hostZone = 'process.stdout.write(Intl.DateTimeFormat().resolvedOptions().timeZone)'
  const actual = spawnSync(process.execPath, ['--eval', hostZone], { env, encoding: 'utf8' }).stdout
  // Asia/Kolkata may be called Asia/Calcutta.
  const expected = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  if (actual !== expected) throw new Error(`TZ=${zone} has no effect here: the host says ${actual}`)
  const code = await runTests(env)
  return { zone, ok: code === 0, ...counts(folder) }
}

const waiting = [...zones]
const results = []
const runWaiting = async () => {
  for (let zone = waiting.shift(); zone !== undefined; zone = waiting.shift()) results.push(await run(zone))
}
await Promise.all(Array.from({ length: atOnce }, runWaiting))

for (const { zone, ok, passed, failed } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${zone}: ${passed} passed, ${failed} failed`)
}
if (process.env.TEST_REPORT_DIR === undefined) rmSync(reportFolder, { recursive: true, force: true })
process.exitCode = results.length === zones.length && results.every(({ ok }) => ok) ? 0 : 1
