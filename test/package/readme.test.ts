import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { fixture } from '../support/fixtures'
import { SECRET } from '../support/secrets'
import { node, repository } from './programs'

// test/docs compiles and runs the README with the sources; here its first lines are run as their reader runs them.

const blocks = [
  ...readFileSync(join(repository, 'README.md'), 'utf8').matchAll(/^```ts\n(import .*?)^```$/gms),
].map(([, code = '']) => code)

const printed = (code: string, path: string, headers: string): readonly string[] => {
  const before = `
import { createHmac } from 'node:crypto'
process.env.PROPEXO_SECRET = ${JSON.stringify(SECRET)}
const rawBody = Buffer.from(${JSON.stringify(fixture(path).body)})
const request = { headers: ${headers} }
`
  writeFileSync(join(inject('consumer'), 'readme.mjs'), before + code)
  return node(inject('consumer'), 'readme.mjs').trim().split('\n')
}

it('has two blocks for a server', () => {
  expect(blocks).toHaveLength(2)
})

it('prints what it says', () => {
  const [first = ''] = blocks
  const said = /\n\/\/ (.*)\n$/.exec(first)?.[1]
  expect(said).toBeDefined()
  expect(printed(first, 'rently/self-scheduling', '{}')).toEqual([said])
})

it('verifies before it reads', () => {
  const [, second = ''] = blocks
  const signature = `{ 'propexo-signature': createHmac('sha256', process.env.PROPEXO_SECRET).update(rawBody).digest('hex') }`
  expect(printed(second, 'propexo/flat-job-failure', signature)).toEqual([
    expect.stringMatching(/^propexo:[0-9a-f]{32} hmac-sha256$/) as string,
    '200',
  ])
  // What is wrong goes to standard error.
  expect(printed(second, 'propexo/flat-job-failure', '{}')).toEqual([''])
})
