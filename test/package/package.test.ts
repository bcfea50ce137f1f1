import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, inject, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { entriesOf, specifiers } from './entries'
import { node, repository, run, tool } from './programs'

const consumer = inject('consumer')
const tarball = inject('tarball')
const installed = join(consumer, 'node_modules', manifest.name)

describe('the tarball', () => {
  it('holds the build, the licences and nothing of the workshop', () => {
    const files = readdirSync(installed)
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'dist', 'package.json']))
    const known = ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']
    expect(files.filter((file) => !known.includes(file))).toEqual([])
  })

  it('holds these files', async () => {
    const files = run(consumer, 'tar', '-tzf', tarball)
      .split('\n')
      .filter((file) => file !== '')
      .map((file) => file.slice('package/'.length))
      // What entries share has a digest in its name.
      .map((file) => file.replace(/^(dist\/(?:cli\/)?)[\w.-]+-[\w-]{8}\./, '$1shared-*.'))
    await expect(`${[...new Set(files)].sort().join('\n')}\n`).toMatchFileSnapshot('files.txt')
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
