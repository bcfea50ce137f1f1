import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, inject, it } from 'vitest'

const consumer = inject('consumer')
const body = '{"trigger":"JOB_FAILURE"}'
const signature = createHmac('sha256', 'a secret').update(body).digest('hex')

const script = (load: string): string =>
  [
    load,
    `const verify = (body) => verifyWebhook('propexo', { 'propexo-signature': '${signature}' }, body, { secrets: 'a secret' })`,
    `console.log(JSON.stringify([verify('${body}'), verify('${body} ')].map((either) => either.right?.method ?? either.left._tag)))`,
    '',
  ].join('\n')

const verdicts = (file: string): unknown =>
  JSON.parse(execFileSync(process.execPath, [file], { cwd: consumer, encoding: 'utf8' }))

it.each([
  ['mjs', `import { verifyWebhook } from 'leasehook'`],
  ['cjs', `const { verifyWebhook } = require('leasehook')`],
])('a .%s consumer verifies with the HMAC of Node', (extension, load) => {
  const file = `hmac.${extension}`
  writeFileSync(join(consumer, file), script(load))
  expect(verdicts(file)).toEqual(['hmac-sha256', 'SignatureMismatch'])
})

it.each([
  ['a browser', 'browser', [], 'portable'],
  ['an unknown runtime', 'neutral', [], 'portable'],
  ['Workers', 'neutral', ['workerd', 'worker', 'browser'], 'portable'],
  ['Node', 'node', [], 'Node'],
  ['Bun', 'neutral', ['bun'], 'Node'],
  ['Deno', 'neutral', ['deno'], 'Node'],
] as const)('a bundle for %s verifies', async (_name, platform, conditions, expected) => {
  const source = join(consumer, 'hmac.mjs')
  writeFileSync(source, script(`import { verifyWebhook } from 'leasehook'`))
  const outfile = join(consumer, `bundle-${_name.replaceAll(' ', '-')}.mjs`)
  const { metafile } = await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform,
    mainFields: ['module', 'main'],
    conditions: [...conditions],
    external: ['node:crypto'],
    metafile: true,
    logLevel: 'silent',
  })
  const asksForNode = Object.values(metafile.outputs).some(({ imports }) =>
    imports.some(({ path }) => path === 'node:crypto'),
  )
  expect(asksForNode).toBe(expected === 'Node')
  expect(verdicts(outfile)).toEqual(['hmac-sha256', 'SignatureMismatch'])
})
