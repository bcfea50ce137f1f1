import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { someEvents } from './deliveries'
import { writeFigures, type Figures } from './figures'
import { inbox } from './inbox'
import { jetstreamOfThree } from './jetstream'
import { startPostgres } from './postgres'
import { killAll } from './programs'

const EVENTS = Number(process.env['EVENTS'] ?? 3000)

const recipes = { inbox, jetstream: jetstreamOfThree }
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(recipes, name))
if (unknown.length > 0) throw new Error(`no recipe ${unknown.join(', ')}`)

const folder = mkdtempSync(join(tmpdir(), 'leasehook-recipe-'))
// PostgreSQL's own user goes through it.
chmodSync(folder, 0o755)
const figures: Figures[] = []
let postgres: Awaited<ReturnType<typeof startPostgres>> | null = null
try {
  const events = someEvents(EVENTS)
  for (const [name, recipe] of Object.entries(recipes)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.log(`\n${name}: ${events.length} events`)
    const own = mkdtempSync(join(folder, `${name}-`))
    chmodSync(own, 0o755)
    postgres = await startPostgres(own)
    figures.push(await recipe(events, postgres, own))
    killAll()
    await postgres.stop()
    postgres = null
  }
} finally {
  killAll()
  await postgres?.stop()
  if (process.env['KEEP_LOGS'] === '1') console.log(`logs: ${folder}`)
  else rmSync(folder, { recursive: true, force: true })
}

const machine = `${cpus().length} cores, Node ${process.versions.node}, ${debian()}`
writeFigures(figures, machine)

function debian(): string {
  const name = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))
  return name?.[1] ?? 'Linux'
}
