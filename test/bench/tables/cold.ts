import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printTable } from '../print'
import { rentlyBodies } from '../samples'

const ROUNDS = 21

const program = (load: string): string => {
  const [, , third = '', fourth = '', fifth = ''] = rentlyBodies()
  return `${load}
for (const body of ${JSON.stringify([third, fourth, fifth])}) {
  if (parseWebhook('rently', {}, body)._tag !== 'Right') throw new Error('no event')
}
`
}

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
    const built = (extension: 'js' | 'cjs') => join(process.cwd(), `dist/index.${extension}`)
    const esm = program(`import { parseWebhook } from ${JSON.stringify(pathToFileURL(built('js')).href)}`)
    const cjs = program(`const { parseWebhook } = require(${JSON.stringify(built('cjs'))})`)
    const source = write('source.mjs', program(`import { parseWebhook } from ${JSON.stringify(built('js'))}`))
    const bundled = (name: string, format: 'esm' | 'cjs'): string => {
      const outfile = join(folder, name)
      const options = ['--bundle', '--minify', '--platform=node', `--format=${format}`, '--log-level=error']
      execFileSync('node_modules/.bin/esbuild', [source, ...options, `--outfile=${outfile}`])
      return outfile
    }
    const candidates = [
      { name: 'the empty process itself', file: write('empty.mjs', '') },
      { name: 'package, ESM', file: write('package.mjs', esm) },
      { name: 'package, CommonJS', file: write('package.cjs', cjs) },
      { name: 'bundled, ESM', file: bundled('bundle.mjs', 'esm') },
      { name: 'bundled, CommonJS', file: bundled('bundle.cjs', 'cjs') },
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
