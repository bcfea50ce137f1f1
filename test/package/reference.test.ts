import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { specifiers } from './entries'
import { tool } from './programs'

it('is generated without a warning and has a page for every entry', () => {
  const out = join(inject('consumer'), 'reference')
  // A warning is an error there: typedoc.config.js.
  tool('typedoc/bin/typedoc', '--out', out)
  const pages = specifiers.map((specifier) => {
    const page = readFileSync(join(out, 'modules', `${specifier.replaceAll('/', '_')}.html`), 'utf8')
    return /<h1[^>]*>Module ([^<]*)/.exec(page.replaceAll('<wbr/>', ''))?.[1]
  })
  expect(pages).toEqual(specifiers)
})
