import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printTable } from '../print'
import { bodiesOf, rentlyBodies } from '../samples'

const ROUNDS = 21

const program = (load: string, provider: string, bodies: readonly string[]): string => `${load}
for (const body of ${JSON.stringify(bodies)}) {
  if (parseWebhook(${provider}, {}, body)._tag !== 'Right') throw new Error('no event')
}
`

const rently = (load: string): string => program(load, "'rently'", rentlyBodies().slice(2, 5))

/** Its stamps say their offsets, so that no zone is read. */
const propexo = (load: string): string => program(load, 'propexo', bodiesOf('propexo').slice(0, 3))

const wallMilliseconds = (file: string): number => {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return Number(process.hrtime.bigint() - start) / 1e6
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.round(part * (values.length - 1))] ?? NaN

/** From the start of a process to its third event, less the start and end of an empty one. */
export const coldStart = () => {
  const folder = mkdtempSync(join(tmpdir(), 'leasehook-cold-'))
  try {
    const write = (name: string, text: string): string => {
      const file = join(folder, name)
      writeFileSync(file, text)
      return file
    }
    const built = (file: string) => join(process.cwd(), 'dist', file)
    const source = write('source.mjs', rently(`import { parseWebhook } from '${built('index.js')}'`))
    const sourceOfOne = write(
      'propexo-source.mjs',
      propexo(`import { parseWebhook, propexo } from '${built('providers/propexo.js')}'`),
    )
    const bundled = (from: string, name: string, format: 'esm' | 'cjs'): string => {
      const outfile = join(folder, name)
      const options = ['--bundle', '--minify', '--platform=node', `--format=${format}`, '--log-level=error']
      execFileSync('node_modules/.bin/esbuild', [from, ...options, `--outfile=${outfile}`])
      return outfile
    }
    const esm = rently(`import { parseWebhook } from '${pathToFileURL(built('index.js')).href}'`)
    const cjs = rently(`const { parseWebhook } = require('${built('index.cjs')}')`)
    const candidates = [
      { name: 'the empty process itself', file: write('empty.mjs', '') },
      { name: 'package, ESM', file: write('package.mjs', esm) },
      { name: 'package, CommonJS', file: write('package.cjs', cjs) },
      { name: 'bundled, ESM', file: bundled(source, 'bundle.mjs', 'esm') },
      { name: 'bundled, CommonJS', file: bundled(source, 'bundle.cjs', 'cjs') },
      { name: 'Propexo alone, bundled, ESM', file: bundled(sourceOfOne, 'propexo.mjs', 'esm') },
    ]
    const over = candidates.map((): number[] => [])
    for (let round = -2; round < ROUNDS; round += 1) {
      const times = candidates.map(({ file }) => wallMilliseconds(file))
      const empty = times[0] ?? NaN
      if (round >= 0) times.forEach((time, place) => over[place]?.push(place === 0 ? time : time - empty))
    }
    printTable(
      'from the import to the third event, in milliseconds over an empty process',
      ['', 'median', 'middle half'],
      candidates.map(({ name }, place) => {
        const [low, middle, high] = [0.25, 0.5, 0.75].map((part) =>
          quantile(over[place] ?? [], part).toFixed(0),
        )
        return [name, middle ?? '', `${low ?? ''} to ${high ?? ''}`]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
