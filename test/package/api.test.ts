import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { reportsOf } from './api'

const folder = join(import.meta.dirname, 'api')
const reports = reportsOf(join(inject('consumer'), 'node_modules/leasehook'))

// A change of the public surface is a change of these files: `npm run test:package -- --ci --update` writes them anew.
it.each([...reports])('what %s declares is what is written down', async (name, report) => {
  await expect(report).toMatchFileSnapshot(join(folder, `${name}.api.md`))
})

it('writes nothing down that is not exported', () => {
  expect(readdirSync(folder).sort()).toEqual([...reports.keys()].map((name) => `${name}.api.md`).sort())
})

it('shows names, not trees', () => {
  // A codec or a provider whose type is inferred has all of its payload here, and that of the codecs in it.
  const exported = [...reports].filter(([name]) => name !== 'unnamed')
  const lengths = exported.flatMap(([name, report]) =>
    report
      .split(/^## /m)
      .map((section) => ({ name, section: section.split('\n', 1)[0], length: section.length })),
  )
  expect(lengths.filter(({ length }) => length > 3_000)).toEqual([])
})
