import ts from 'typescript'
import { expect, it } from 'vitest'
import { webhookErrorTags } from '../../src/error'
import { eventTypes } from '../../src/event/vocabulary'
import { tableBelow, textOf } from '../support/documents'

const unquoted = (cell = ''): string => cell.replaceAll('`', '')

/** A union of texts, which no value lists, as it stands in the source. */
const textsOfUnion = (file: string, name: string): readonly string[] => {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest)
  const union = source.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === name)
  if (union === undefined || !ts.isTypeAliasDeclaration(union) || !ts.isUnionTypeNode(union.type)) return []
  return union.type.types.flatMap((member) =>
    ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? [member.literal.text] : [],
  )
}

it('docs/errors.md has a row for each tag, with its status and something to do', () => {
  const rows = tableBelow('docs/errors.md', '| `_tag`')
  const listed = rows.map(([tag, status]) => [unquoted(tag), Number(status)])
  const declared = Object.entries(webhookErrorTags).map(([tag, { httpStatus }]) => [tag, httpStatus])
  expect(listed).toEqual(declared)
  expect(rows.filter(([, , what, todo]) => !what || !todo)).toEqual([])
})

it('docs/errors.md has a row for each kind', () => {
  const kinds = new Set(Object.values(webhookErrorTags).map(({ kind }) => kind))
  expect(tableBelow('docs/errors.md', '| `kind`').map(([kind]) => unquoted(kind))).toEqual([...kinds])
})

it('docs/errors.md has a row for each code of an issue', () => {
  const codes = textsOfUnion('src/error.ts', 'IssueCode')
  expect(codes).toContain('wrong_kind')
  const listed = tableBelow('docs/errors.md', '| `code`').map(([code]) => unquoted(code))
  expect(listed).toEqual([...codes, 'more_issues'])
})

it('docs/events.md has a row for each member of an event', () => {
  const base = textOf('src/event/base.ts')
  const source = ts.createSourceFile('base.ts', base, ts.ScriptTarget.Latest)
  const declaration = source.statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === 'EventBase',
  )
  const members =
    declaration !== undefined && ts.isInterfaceDeclaration(declaration)
      ? declaration.members.map((member) => member.name?.getText(source))
      : []
  const listed = tableBelow('docs/events.md', '| field | meaning').flatMap(([field]) =>
    unquoted(field).split(', '),
  )
  expect(members.length).toBeGreaterThan(5)
  expect(listed.sort()).toEqual(members.sort())
})

it('docs/events.md has a section for each family and a row for each type', () => {
  const text = textOf('docs/events.md')
  const missing = Object.entries(eventTypes).flatMap(([family, types]) => [
    ...(text.includes(`\n### ${family}\n`) ? [] : [family]),
    ...types.map((type) => `${family}.${type}`).filter((type) => !text.includes(`\n| \`${type}\` |`)),
  ])
  expect(missing.filter((name) => !name.startsWith('unrecognized'))).toEqual([])
})
