import { builtinModules } from 'node:module'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync, type BuildOptions, type Metafile } from 'esbuild'
import { describe, expect, inject, it } from 'vitest'
import { providerNames } from '../support/fixtures'
import { providers } from '../../src/providers/index'
import { specifiers } from './entries'
import { repository } from './programs'

const consumer = inject('consumer')

interface Bundle {
  readonly code: string
  readonly gzipped: number
  readonly inputs: Metafile['inputs']
}

const bundle = (contents: string, options: BuildOptions = {}): Bundle => {
  const { outputFiles, metafile } = buildSync({
    stdin: { contents, resolveDir: consumer },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
    ...options,
    write: false,
    metafile: true,
  })
  const bytes = outputFiles[0]?.contents ?? new Uint8Array()
  const code = new TextDecoder().decode(bytes)
  return { code, gzipped: gzipSync(bytes, { level: 9 }).length, inputs: metafile.inputs }
}

const ofProvider = (name: string): string =>
  `import { ${name}, parseWebhook, receiveWebhook } from 'leasehook/providers/${name}'
   globalThis.used = [${name}, parseWebhook, receiveWebhook]`

const sources = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(repository, 'src', file), 'utf8') }))
  .map(({ file, text }) => ({ file, text, identifiers: new Set(text.match(/[\w$]+/g)) }))

/** Whether the sources without the folders of other providers name the word in any way. */
const isSpokenWithout = (word: string, provider: string): boolean =>
  sources.some(
    ({ file, text, identifiers }) =>
      (!file.startsWith('providers/') || file.startsWith(`providers/${provider}/`)) &&
      (identifiers.has(word) || text.includes(`'${word}'`)),
  )

const everything = specifiers
  .filter((specifier) => !/\/(?:testing.*|node)$/.test(specifier))
  .map((specifier, index) => `export * as part${String(index)} from '${specifier}'`)
  .join('\n')

describe('a bundle holds what is used', () => {
  it('and of a helper nothing else', () => {
    const { code } = bundle(`import { unwrap } from 'leasehook'; globalThis.used = unwrap`)
    expect(code.length).toBeGreaterThan(0)
    expect(code.length).toBeLessThan(2_000)
  })

  it.each(['leasehook/time', 'leasehook/schema', 'leasehook/providers/rently', 'leasehook'])(
    'and of %s nothing, if nothing of it is used',
    (specifier) => {
      const { code } = bundle(`import '${specifier}'; globalThis.used = 1`)
      expect(code.length).toBeLessThan(100)
    },
  )

  it.each(providerNames)('%s without the words of the others', (name) => {
    const { code } = bundle(ofProvider(name))
    const keys = new Set(code.match(/(?<![\w$.])[\w$]+(?=:)/g))
    const has = (word: string) => keys.has(word) || code.includes(`"${word}"`)
    const wordsOf = (provider: (typeof providerNames)[number]) => Object.keys(providers[provider].words)
    expect(wordsOf(name).every(has)).toBe(true)
    // A word of another provider may be a word, a field or a name in what is shared too.
    const foreign = providerNames.filter((each) => each !== name).flatMap(wordsOf)
    const distinct = foreign.filter((word) => !isSpokenWithout(word, name))
    expect(distinct.length).toBeGreaterThan(10)
    expect(distinct.filter(has)).toEqual([])
  })
})

/**
 * Thousands of bytes, minified and gzipped, with io-ts and fp-ts. They keep what is reached: docs/performance.md says
 * where the bytes are, and what was aimed at.
 */
const budgets: Readonly<Record<string, number>> = {
  rently: 22.5,
  showmojo: 22.5,
  propexo: 24.5,
  funnel: 20,
  casayes: 16,
  everything: 61,
}

describe('size', () => {
  it('has a budget for every provider', () => {
    expect(Object.keys(budgets).sort()).toEqual([...providerNames, 'everything'].sort())
  })

  it.each(Object.entries(budgets))('of %s is at most %s kB', (name, kilobytes) => {
    const { gzipped } = bundle(name === 'everything' ? everything : ofProvider(name))
    expect(gzipped / 1000).toBeLessThanOrEqual(kilobytes)
    // A budget that is far above the size keeps nothing.
    expect(gzipped / 1000).toBeGreaterThan(kilobytes * 0.85)
  })
})

describe('the HMAC', () => {
  const contents = `import { verifyWebhook } from 'leasehook/providers/propexo'; globalThis.used = verifyWebhook`
  const hmacOf = ({ inputs }: Bundle) =>
    Object.keys(inputs).flatMap((file) => /auth\/hmac-(\w+)\.c?js$/.exec(file)?.[1] ?? [])

  it.each<[string, BuildOptions]>([
    ['node', { platform: 'node' }],
    ['bun', { conditions: ['bun'], external: ['node:crypto'] }],
    ['deno', { conditions: ['deno'], external: ['node:crypto'] }],
  ])('is that of the runtime under %s', (_name, options) => {
    expect(hmacOf(bundle(contents, options))).toEqual(['node'])
  })

  it.each<[string, BuildOptions]>([
    ['browser', { platform: 'browser' }],
    ['worker', { platform: 'neutral', conditions: ['worker', 'import'], mainFields: ['module', 'main'] }],
    ['workerd', { platform: 'browser', conditions: ['workerd', 'worker', 'browser'] }],
    ['edge-light', { platform: 'browser', conditions: ['edge-light'] }],
  ])('is portable under %s', (_name, options) => {
    expect(hmacOf(bundle(contents, options))).toEqual(['noble'])
  })
})

it.each(specifiers.filter((specifier) => specifier !== 'leasehook/node'))(
  '%s names no built-in of Node',
  (specifier) => {
    const { code } = bundle(`export * from '${specifier}'`, { external: ['fast-check'], minify: false })
    const imported = [...code.matchAll(/(?:from|require\(|import\() ?["']([^"']+)["']/g)].map(
      ([, name = '']) => name,
    )
    expect(imported.filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual([])
  },
)
