import { appendFileSync } from 'node:fs'
import { test } from 'vitest'
import { fixtures } from '../support/fixtures'
import { tryOne, type Finding } from './check'

// npm run fuzz
// FUZZ_RUNS=1000000 FUZZ_SEED=7 npm run fuzz
const runs = Number(process.env['FUZZ_RUNS'] ?? 300_000)
const first = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000)

const say = (line: string): void => appendFileSync(1, `${line}\n`)

/** The time that the processor has worked for us: on a busy machine the clock on the wall tells of others. */
const workedFor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Many times the linear time that was measured: only what is not linear reaches it. */
const slowest = (bytes: number): number => 100 + bytes / 100

/** The shortest of a few times, since anything can come between. */
const shortestTime = (seed: number): number =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const before = workedFor()
      tryOne(fixtures, seed)
      return workedFor() - before
    }),
  )

test('mutated fixtures', { timeout: 24 * 3_600_000 }, () => {
  say(`seed ${first}, ${runs} runs over ${fixtures.length} fixtures`)
  const findings: Finding[] = []
  const start = performance.now()
  for (let run = 0; run < runs; run += 1) {
    const seed = (first + run) % 2 ** 31
    const before = workedFor()
    const { finding, bytes } = tryOne(fixtures, seed)
    const took = workedFor() - before
    if (finding !== null) findings.push(finding)
    else if (took > slowest(bytes) && shortestTime(seed) > slowest(bytes)) {
      findings.push({ fixture: '', seed, did: `${bytes} bytes`, what: `takes ${Math.round(took)} ms` })
    }
  }
  const seconds = (performance.now() - start) / 1000
  say(`${Math.round(runs / seconds)} a second, ${findings.length} findings`)
  for (const { fixture, seed, did, what } of findings.slice(0, 20)) {
    say(`  ${what}: FUZZ_SEED=${seed} FUZZ_RUNS=1, ${fixture}, ${did}`)
  }
  if (findings.length > 0) throw new Error(`${findings.length} findings`)
})
