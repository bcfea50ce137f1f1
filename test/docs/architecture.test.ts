import { expect, it } from 'vitest'
import { layers } from '../support/architecture'
import { proseOf } from '../support/documents'

it('docs/architecture.md has the layers that the code is held to', () => {
  const rows = proseOf('docs/architecture.md').flatMap((line) => {
    const places = /^\| \d+ \| (.*) \|$/.exec(line)?.[1]
    return places === undefined ? [] : [places.replaceAll('`', '').split(', ')]
  })
  expect(rows).toEqual(layers)
})
