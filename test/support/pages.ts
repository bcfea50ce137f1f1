import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { Reader } from '../../src/codec/codec'
import type { FieldShape } from '../../src/codec/shape'
import { families } from '../../src/event/families'
import { eventTypes, type Family } from '../../src/event/vocabulary'
import { EventTime } from '../../src/time/codecs'
import { providers } from '../../src/providers/index'

// The parts of the pages that repeat what the code declares: made from the tables, checked by a test.

const eventFolder = join(import.meta.dirname, '../../src/event')

/** The comment on each field, by the name of the table of fields and the field. */
const fieldComments = (): ReadonlyMap<string, string> => {
  const comments = new Map<string, string>()
  for (const file of readdirSync(eventFolder)) {
    const text = readFileSync(join(eventFolder, file), 'utf8')
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node): void => {
      if (
        ts.isVariableDeclaration(node) &&
        node.initializer &&
        ts.isObjectLiteralExpression(node.initializer)
      ) {
        for (const property of node.initializer.properties) {
          const comment = ts
            .getJSDocCommentsAndTags(property)
            .map((doc) => (typeof doc.comment === 'string' ? doc.comment : ''))
            .join(' ')
          if (property.name !== undefined && comment !== '') {
            comments.set(`${node.name.getText(source)}.${property.name.getText(source)}`, comment)
          }
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return comments
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')

const kindOf = (codec: Reader<unknown>): string => {
  const { shape } = codec
  switch (shape.kind) {
    case 'text':
      return shape.format ?? 'text'
    case 'id':
      return 'text'
    case 'number':
      return shape.integer ? 'whole number' : 'number'
    case 'boolean':
      return 'boolean'
    case 'enumeration':
      return shape.values.map((value) => `\`${value}\``).join(' \\| ')
    case 'json':
      return shape.object ? 'any object' : 'any JSON'
    case 'list':
      return `list of ${kindOf(shape.item)}`
    case 'struct':
      return codec.name === EventTime.name
        ? `[${codec.name}](time.md)`
        : `[${codec.name}](#${codec.name.toLowerCase()})`
    case 'choice':
      return shape.members.map(kindOf).join(' or ')
  }
}

const fieldTableName = (part: string): string =>
  ({ PropertyFacts: 'factsFields', LeadSubject: 'subjectFields', RecordRow: 'recordFields' })[part] ??
  `${part.charAt(0).toLowerCase()}${part.slice(1)}Fields`

const structFields = (codec: Reader<unknown>): readonly FieldShape[] =>
  codec.shape.kind === 'struct' ? codec.shape.fields : []

/** Every part reachable from the families, each once, in the order of the first mention. */
const allParts = (): readonly Reader<unknown>[] => {
  const found = new Map<string, Reader<unknown>>()
  const visit = (codec: Reader<unknown>): void => {
    if (codec.shape.kind === 'list') visit(codec.shape.item)
    if (codec.shape.kind === 'choice') codec.shape.members.forEach(visit)
    if (codec.shape.kind !== 'struct' || found.has(codec.name) || codec.name === EventTime.name) return
    found.set(codec.name, codec)
    structFields(codec).forEach((field) => {
      visit(field.codec)
    })
  }
  for (const fields of Object.values(families)) {
    for (const field of Object.values(fields)) visit('codec' in field ? field.codec : field)
  }
  return [...found.values()]
}

const presenceOf = (field: FieldShape): string => (field.presence === 'optional' ? 'or null' : 'always')

export const partsBlock = (): string => {
  const comments = fieldComments()
  const known = (part: string, key: string) => oneLine(comments.get(`${fieldTableName(part)}.${key}`) ?? '')
  return allParts()
    .map((part) => {
      const rows = structFields(part).map(
        (field) =>
          `| \`${field.key}\` | ${kindOf(field.codec)} | ${presenceOf(field)} | ${known(part.name, field.key)} |`,
      )
      return [`### ${part.name}`, '', '| field | kind | | meaning |', '|---|---|---|---|', ...rows].join('\n')
    })
    .join('\n\n')
}

const wordsOf = (type: string): string =>
  Object.values(providers)
    .flatMap(({ name, words }) => {
      const leading = Object.entries<{ readonly type: string | readonly string[] }>(words)
        .filter(([, entry]) => [entry.type].flat().includes(type))
        .map(([word]) => `\`${word}\``)
      return leading.length === 0 ? [] : [`${name}: ${leading.join(', ')}`]
    })
    .join('; ')

const dataOf = (family: Family): string =>
  Object.entries(families[family])
    .filter(([key]) => key !== 'discriminator' && key !== 'newerType')
    .map(([key, field]) => ('codec' in field ? key : `${key}?`))
    .join(', ')

export const typesBlock = (): string =>
  Object.entries(eventTypes)
    .map(([family, names]) =>
      [
        `### ${family}`,
        '',
        `Carries ${dataOf(family as Family)}.`,
        '',
        '| type | words of the providers |',
        '|---|---|',
        ...names.map((name) => `| \`${family}.${name}\` | ${wordsOf(`${family}.${name}`)} |`),
      ].join('\n'),
    )
    .join('\n\n')

const countTypes = (words: Readonly<Record<string, { readonly type: string | readonly string[] }>>): number =>
  new Set(Object.values(words).flatMap(({ type }) => type)).size

const familiesOf = (words: Readonly<Record<string, { readonly type: string | readonly string[] }>>): string =>
  [
    ...new Set(Object.values(words).flatMap(({ type }) => [type].flat().map((one) => one.split('.')[0]))),
  ].join(', ')

export const providersBlock = (): string =>
  [
    '| provider | documented words | types of event | families | page |',
    '|---|---|---|---|---|',
    ...Object.values(providers).map(
      ({ name, words }) =>
        `| \`${name}\` | ${String(Object.keys(words).length)} | ${String(countTypes(words))} | ${familiesOf(words)} | [docs](docs/providers/${name}.md) |`,
    ),
  ].join('\n')
