import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keysBlock } from '../support/keys'
import { pipelineBlock, pipelineFiles } from '../support/pipeline'
import { partsBlock, providersBlock, typesBlock } from '../support/pages'

// `UPDATE_DOCS=1 npx vitest run test/docs/generated.test.ts` writes the blocks anew.
const update = process.env['UPDATE_DOCS'] === '1'
const root = join(import.meta.dirname, '../..')

test.each([
  ['docs/events.md', 'types', typesBlock],
  ['docs/events.md', 'parts', partsBlock],
  ['docs/interop.md', 'keys', keysBlock],
  ['README.md', 'providers', providersBlock],
  ...pipelineFiles.map((file) => ['docs/scale.md', file, () => pipelineBlock(file)] as const),
] as const)('%s repeats what the code declares: %s', (page, block, render) => {
  const file = join(root, page)
  const [begin, end] = [`<!-- generated: ${block} -->`, `<!-- end: ${block} -->`]
  const text = readFileSync(file, 'utf8')
  const [before, rest] = text.split(begin)
  const [present, after] = rest?.split(end) ?? []
  if (before === undefined || after === undefined) throw new Error(`${page} has no block ${block}`)
  const expected = `\n\n${render()}\n\n`
  if (update) writeFileSync(file, `${before}${begin}${expected}${end}${after}`)
  else expect(present).toBe(expected)
})
