import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, inject, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { entriesOf, specifiers } from './entries'

const repository = resolve(import.meta.dirname, '../..')
const consumer = inject('consumer')
const tarball = inject('tarball')
const installed = join(consumer, 'node_modules', manifest.name)

/** Runs a script with this Node; what it printed is the message if it fails. */
const node = (cwd: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: '0' },
  })
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stdout}\n${stderr}`)
  return stdout
}

const tool = (path: string, ...args: readonly string[]): string =>
  node(repository, join(repository, 'node_modules', path), ...args)

describe('the tarball', () => {
  it('holds the build, the licences and nothing of the workshop', () => {
    const files = readdirSync(installed)
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'dist', 'package.json']))
    const known = ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']
    expect(files.filter((file) => !known.includes(file))).toEqual([])
  })

  it('has the licence of everything it bundles', () => {
    const notices = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')
    const bundled = new Set<string>()
    for (const file of readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.js')) continue
      const code = readFileSync(join(installed, 'dist', file), 'utf8')
      for (const [, name = ''] of code.matchAll(/^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm))
        bundled.add(name)
    }
    expect(bundled.size).toBeGreaterThan(0)
    for (const name of bundled) expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'))
  })

  it('names no folder of the machine that built it', () => {
    for (const file of readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:c?js|map|d\.c?ts|txt)$/.test(file)) continue
      expect(readFileSync(join(installed, 'dist', file), 'utf8').includes(repository), file).toBe(false)
    }
  })

  it('satisfies publint', async () => {
    const bytes = Uint8Array.from(readFileSync(tarball))
    const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true })
    const faults = messages.filter(({ type }) => type !== 'suggestion')
    expect(faults.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  it('satisfies attw in every mode but node10, which knows no exports', () => {
    tool(
      '@arethetypeswrong/cli/dist/index.js',
      tarball,
      '--profile',
      'node16',
      '--no-definitely-typed',
      '--no-emoji',
    )
  })
})

it('leaves a bundle only what it uses', () => {
  const file = join(consumer, 'helper.js')
  writeFileSync(file, `import { unwrap } from 'leasehook'\nconsole.log(unwrap)\n`)
  const esbuild = join(repository, 'node_modules/.bin/esbuild')
  const flags = ['--bundle', '--minify', '--format=esm', '--platform=neutral', '--external:io-ts']
  const bundle = spawnSync(esbuild, [file, ...flags], { encoding: 'utf8' })
  expect(bundle.stderr).toBe('')
  expect(bundle.stdout.length).toBeGreaterThan(0)
  expect(bundle.stdout.length).toBeLessThan(2_000)
})

describe.each(['mts', 'cts'] as const)('plain Node, a .%s consumer', (extension) => {
  const entries = entriesOf(consumer, extension)
  const isModule = extension === 'mts'

  it('finds every entry', () => {
    expect(entries.map(({ specifier }) => specifier)).toEqual(specifiers)
  })

  it.each(entries)('imports every name of $specifier', ({ specifier, values }) => {
    expect(values).not.toEqual([])
    const names = JSON.stringify(values)
    const check = `if (Object.keys(all).sort().join() !== ${names}.join() || [${values.join()}].includes(undefined)) throw new Error(Object.keys(all).sort().join())`
    const lines = isModule
      ? [`import * as all from '${specifier}'`, `import { ${values.join(', ')} } from '${specifier}'`]
      : [`const all = require('${specifier}')`, `const { ${values.join(', ')} } = all`]
    const file = `import-${specifier.replaceAll('/', '-')}.${isModule ? 'mjs' : 'cjs'}`
    writeFileSync(join(consumer, file), [...lines, check, ''].join('\n'))
    node(consumer, file)
  })
})

it('exports the same names in both module systems', () => {
  expect(entriesOf(consumer, 'cts')).toEqual(entriesOf(consumer, 'mts'))
})

/** Entries whose types speak of what a runtime provides (`Request`, `IncomingMessage`): not compiled without it. */
const platformEntries = new Set(['leasehook/fetch', 'leasehook/node', 'leasehook/testing'])

const hosts = {
  'no runtime': { lib: ['es2022'], types: [] },
  'the DOM': { lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
  Node: { lib: ['es2022'], types: ['node'], typeRoots: [join(repository, 'node_modules/@types')] },
}

describe('TypeScript of a consumer', () => {
  it.each([
    ['node16', 'Node16', 'Node'],
    ['nodenext', 'NodeNext', 'no runtime'],
    ['nodenext', 'NodeNext', 'Node'],
    ['bundler', 'ESNext', 'no runtime'],
    ['bundler', 'ESNext', 'the DOM'],
  ] as const)(
    'compiles with moduleResolution %s, module %s and the types of %s',
    (moduleResolution, module, host) => {
      const name = `${moduleResolution}-${host.replaceAll(' ', '-')}`
      const files = moduleResolution === 'bundler' ? [`${name}.ts`] : [`${name}.mts`, `${name}.cts`]
      const entries = entriesOf(consumer, 'mts').filter(
        ({ specifier }) => host !== 'no runtime' || !platformEntries.has(specifier),
      )
      const source = entries.flatMap(({ specifier, values, types }, index) => [
        `import { ${values.map((value) => `${value} as v${String(index)}_${value}`).join(', ')} } from '${specifier}'`,
        ...types.map((type) => `export type { ${type} as T${String(index)}_${type} } from '${specifier}'`),
        `export const all${String(index)} = [${values.map((value) => `typeof v${String(index)}_${value}`).join(', ')}]`,
      ])
      for (const file of files) writeFileSync(join(consumer, file), `${source.join('\n')}\n`)
      const config = {
        compilerOptions: {
          ...hosts[host],
          target: 'es2022',
          module,
          moduleResolution,
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files,
      }
      writeFileSync(join(consumer, `tsconfig.${name}.json`), JSON.stringify(config))
      tool('typescript/bin/tsc', '--pretty', 'false', '--project', join(consumer, `tsconfig.${name}.json`))
    },
  )
})

const fixtures = join(repository, 'fixtures/rently')

describe.runIf(existsSync(fixtures))('the documented samples of Rently', () => {
  const samples = existsSync(fixtures)
    ? readdirSync(fixtures).filter((file) => file.endsWith('.body.json'))
    : []
  it.each(['mjs', 'cjs'])('are events to a .%s consumer', (extension) => {
    const script = [
      extension === 'mjs'
        ? `import { readFileSync } from 'node:fs'; import { parseWebhook } from 'leasehook'`
        : `const { readFileSync } = require('node:fs'); const { parseWebhook } = require('leasehook')`,
      'const [folder, ...files] = process.argv.slice(2)',
      'const parse = (file) => parseWebhook("rently", {}, readFileSync(`${folder}/${file}`))',
      'console.log(JSON.stringify(files.map((file) => [file, parse(file)])))',
    ]
    writeFileSync(join(consumer, `samples.${extension}`), `${script.join('\n')}\n`)
    type Outcome = { _tag: 'Right'; right: { type: string } } | { _tag: 'Left'; left: unknown }
    const outcomes = JSON.parse(node(consumer, `samples.${extension}`, fixtures, ...samples)) as [
      string,
      Outcome,
    ][]

    expect(outcomes.map(([file]) => file)).toEqual(samples)
    expect(samples).not.toEqual([])
    const refused = outcomes.filter(([, outcome]) => outcome._tag !== 'Right')
    expect(refused).toEqual([])
    const unrecognized = outcomes.filter(
      ([file, outcome]) =>
        outcome._tag === 'Right' && outcome.right.type === 'unrecognized' && !file.startsWith('unrecognized'),
    )
    expect(unrecognized.map(([file]) => file)).toEqual([])
  })
})
