import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { providers } from '../../src/providers/index'

const repository = join(import.meta.dirname, '../..')

const foldersOf = (path: string): readonly string[] =>
  readdirSync(join(repository, path), { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => name)

/** docs/adding-a-provider.md says how each of these is made. */
const filesOf = (name: string): readonly string[] => [
  ...['index', 'entry', 'payload', 'words', 'normalize', 'auth'].map(
    (file) => `src/providers/${name}/${file}.ts`,
  ),
  `fixtures/${name}/README.md`,
  `docs/providers/${name}.md`,
  `test/providers/${name}`,
]

const missingOf = (name: string): readonly string[] => [
  ...filesOf(name).filter((file) => !existsSync(join(repository, file))),
  ...(Object.hasOwn(providers, name) ? [] : ['its name in src/providers/index.ts']),
  ...(Object.hasOwn(manifest.exports, `./providers/${name}`) ? [] : ['its entry in package.json']),
]

const begun = [
  ...foldersOf('src/providers'),
  ...foldersOf('fixtures'),
  ...foldersOf('test/providers'),
  ...Object.keys(providers),
]

it.each([...new Set(begun)])('nothing is missing of %s', (name) => {
  expect(missingOf(name)).toEqual([])
})
