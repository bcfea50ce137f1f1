import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

export const repository = join(import.meta.dirname, '../..')

/** Code that a reader may copy. */
export interface Sample {
  /** `docs/time.md:12` */
  readonly place: string
  /** Below the repository. */
  readonly file: string
  readonly code: string
  /** What an HTML comment right above the code says, '' without one. */
  readonly note: string
}

const filesBelow = (folder: string, extension: string): readonly string[] =>
  readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith(extension))
    .map((item) => relative(repository, join(item.parentPath, item.name)))
    .sort()

export const pages: readonly string[] = [
  'README.md',
  'CHANGELOG.md',
  ...filesBelow('.github', '.md'),
  ...filesBelow('docs', '.md'),
]

export const sources: readonly string[] = filesBelow('src', '.ts')

export const textOf = (file: string): string => readFileSync(join(repository, file), 'utf8')

/** A page without its fenced code, line by line. */
export const proseOf = (page: string): readonly string[] => {
  let isCode = false
  return textOf(page)
    .split('\n')
    .map((line) => {
      const isFence = line.trimStart().startsWith('```')
      if (isFence) isCode = !isCode
      return isCode || isFence ? '' : line
    })
}

/** The cells of every row of the first table below the line, the head of it left out. */
export const tableBelow = (page: string, head: string): readonly (readonly string[])[] => {
  const lines = proseOf(page)
  const start = lines.findIndex((line) => line.startsWith(head))
  if (start < 0) throw new Error(`${page} has no table ${head}`)
  const rows = lines.slice(start + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(0, end < 0 ? undefined : end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

/** Every fenced block of TypeScript. */
export const blocksOf = (page: string): readonly Sample[] => {
  const lines = textOf(page).split('\n')
  return lines.flatMap((line, start) => {
    const fence = /^( *)```ts$/.exec(line)
    if (fence === null) return []
    const length = lines.slice(start + 1).findIndex((each) => each.trim() === '```')
    if (length < 0) throw new Error(`${page}:${start + 1}: a block that does not end`)
    const indent = fence[1]?.length ?? 0
    const code = lines.slice(start + 1, start + 1 + length).map((each) => each.slice(indent))
    const above =
      lines
        .slice(0, start)
        .filter((each) => each.trim() !== '')
        .at(-1) ?? ''
    const note = above.startsWith('<!--') ? above.slice('<!--'.length, -'-->'.length).trim() : ''
    return [{ place: `${page}:${start + 1}`, file: page, code: code.join('\n'), note }]
  })
}

/** Every `@example` of a source file. */
export const examplesOf = (file: string): readonly Sample[] => {
  const text = textOf(file)
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Sample[] = []
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== 'example' || tag.parent.parent !== node) continue
      const line = source.getLineAndCharacterOfPosition(tag.getStart(source)).line + 1
      const code = ts.getTextOfJSDocComment(tag.comment) ?? ''
      found.push({ place: `${file}:${line}`, file, code, note: '' })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
