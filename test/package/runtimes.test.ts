import { createHmac } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { Miniflare } from 'miniflare'
import { chromium } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { fixtures } from '../support/fixtures'
import { SECRET } from '../support/secrets'
import { specifiers } from './entries'
import { node, run } from './programs'

const consumer = inject('consumer')
const tools = inject('tools') ?? ''

/** Each entry, loaded. What needs a server or fast-check is not for browsers. */
const importsOf = (entries: readonly string[]): string =>
  entries.map((entry, index) => `import * as entry${String(index)} from '${entry}'`).join('\n')

const portable = specifiers.filter((entry) => !/\/(?:node|testing.*)$/.test(entry))

const samples = fixtures.map(({ provider, headers, body }) => ({ provider, headers, body }))

/** The same in every runtime: an event for each sample, its key, and whether a signature is told from a forged one. */
const script = (entries: readonly string[]): string => `
${importsOf(entries)}
import { dedupeKey, parseWebhook, verifyWebhook } from 'leasehook'
const samples = ${JSON.stringify(samples)}
const entries = [${entries.map((_, index) => `Object.keys(entry${String(index)}).length`).join()}]
export const outcome = () => JSON.stringify({
  entries,
  events: samples.map(({ provider, headers, body }) => {
    const parsed = parseWebhook(provider, headers, body)
    return parsed._tag === 'Right'
      ? [parsed.right.type, dedupeKey(parsed.right).key, parsed.right.occurredAt]
      : [parsed.left._tag]
  }),
  verified: ['{}', '{ }'].map((body) => {
    const verified = verifyWebhook('propexo', { 'propexo-signature': __SIGNATURE__ }, body, { secrets: ${JSON.stringify(SECRET)} })
    return verified._tag === 'Right' ? verified.right.method : verified.left._tag
  }),
})
`

const files = { every: join(consumer, 'every.mjs'), portable: join(consumer, 'portable.mjs') }
let expected = ''
let expectedPortable = ''

const sign = (text: string): string => createHmac('sha256', SECRET).update(text).digest('hex')

/** One classic script for runtimes that have no packages. */
const bundled = (format: 'esm' | 'iife', conditions: readonly string[], footer = ''): string => {
  const { outputFiles } = buildSync({
    entryPoints: [files.portable],
    bundle: true,
    format,
    globalName: 'leasehookTest',
    platform: 'browser',
    conditions: [...conditions],
    footer: { js: footer },
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

beforeAll(() => {
  for (const [kind, entries] of [
    ['every', specifiers.filter((entry) => !entry.endsWith('arbitraries'))],
    ['portable', portable],
  ] as const) {
    writeFileSync(files[kind], script(entries).replace('__SIGNATURE__', JSON.stringify(sign('{}'))))
    writeFileSync(
      join(consumer, `print-${kind}.mjs`),
      `import { outcome } from './${kind}.mjs'\nconsole.log(outcome())\n`,
    )
  }
  expected = node(consumer, 'print-every.mjs').trim()
  expectedPortable = node(consumer, 'print-portable.mjs').trim()
})

it('gives on Node what it should', () => {
  const { events, verified } = JSON.parse(expected) as { events: unknown[]; verified: string[] }
  expect(events).toHaveLength(samples.length)
  expect(verified).toEqual(['hmac-sha256', 'SignatureMismatch'])
})

// As their packages call this machine. Where one has no binary for it the test fails: not tried is not passed.
const { platform, arch } = process
const bunFor = `bun-${platform}-${arch === 'arm64' ? 'aarch64' : arch}`
const denoFor = `${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`

const binaries: Readonly<Record<string, readonly [path: string, args: readonly string[]]>> = {
  'Node 22': ['node-22/bin/node', []],
  'Node 24': ['node-24/bin/node', []],
  Bun: [`@oven/${bunFor}/bin/bun`, ['run']],
  Deno: [`@deno/${denoFor}/deno`, ['run', '--no-lock', '--allow-read', '--allow-env']],
}

describe.each(Object.entries(binaries))('%s', (_name, [path, args]) => {
  const binary = join(tools, 'node_modules', path)

  it('gives the same', () => {
    expect(run(consumer, binary, ...args, 'print-every.mjs').trim()).toBe(expected)
  })

  it('takes its own HMAC', () => {
    const file = join(consumer, 'node_modules/leasehook/dist/which.mjs')
    writeFileSync(file, `console.log(import.meta.resolve('#hmac'))\n`)
    expect(run(consumer, binary, ...args, file).trim()).toMatch(/hmac-node\.js$/)
  })
})

it('gives the same in a Workers runtime', async () => {
  const worker = bundled('esm', ['workerd', 'worker', 'browser']).concat(
    '\nexport default { fetch: () => new Response(outcome()) }\n',
  )
  const miniflare = new Miniflare({ modules: true, script: worker, compatibilityDate: '2025-01-01' })
  try {
    const response = await miniflare.dispatchFetch('http://example.com/')
    expect(await response.text()).toBe(expectedPortable)
  } finally {
    await miniflare.dispose()
  }
})

it('gives the same in an edge runtime', () => {
  const path = join(tools, 'node_modules/@edge-runtime/vm')
  const { EdgeVM } = createRequire(import.meta.url)(path) as {
    EdgeVM: new () => { evaluate: (code: string) => string }
  }
  const code = bundled('iife', ['edge-light', 'worker', 'browser'], ';leasehookTest.outcome()')
  expect(new EdgeVM().evaluate(code)).toBe(expectedPortable)
})

it('gives the same in Chromium', async () => {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: bundled('iife', ['browser']) })
    expect(await page.evaluate('leasehookTest.outcome()')).toBe(expectedPortable)
  } finally {
    await browser.close()
  }
})
