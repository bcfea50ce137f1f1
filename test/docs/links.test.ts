import { existsSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'
import { pages, proseOf, repository } from '../support/documents'

/** The anchor that a heading gets on GitHub. */
const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}_ -]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (page: string): ReadonlySet<string> => {
  const seen = new Map<string, number>()
  const anchors = new Set<string>()
  for (const line of proseOf(page)) {
    const heading = /^#+ (.*)$/.exec(line)?.[1]
    if (heading === undefined) continue
    const anchor = anchorOf(heading)
    const count = seen.get(anchor) ?? 0
    seen.set(anchor, count + 1)
    anchors.add(count === 0 ? anchor : `${anchor}-${count}`)
  }
  return anchors
}

const linksOf = (page: string): readonly { readonly line: number; readonly target: string }[] =>
  proseOf(page).flatMap((text, index) =>
    [...text.replaceAll(/`[^`]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => ({
      line: index + 1,
      target,
    })),
  )

it.each(pages)('%s links to what is there', (page) => {
  const broken = linksOf(page)
    .filter(({ target }) => !/^https?:/.test(target))
    .filter(({ target }) => {
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? page : normalize(join(dirname(page), path))
      if (file.startsWith('..') || !existsSync(join(repository, file))) return true
      if (anchor === undefined) return false
      return statSync(join(repository, file)).isDirectory() || !anchorsOf(file).has(anchor)
    })
  expect(broken.map(({ line, target }) => `${page}:${line}: ${target}`)).toEqual([])
})
