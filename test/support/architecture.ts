import { posix } from 'node:path'
import ts from 'typescript'

/**
 * The house, from the ground up: a file imports from its own place or from the rows above it. Places in one
 * row do not know each other. A name with a slash is a folder; `providers/*` is one place per provider.
 */
export const layers: readonly (readonly string[])[] = [
  ['error.ts'],
  ['codec/'],
  ['time/'],
  ['event/'],
  ['request/'],
  ['auth/'],
  ['provider.ts'],
  ['providers/*'],
  ['webhook.ts', 'unmapped.ts', 'acknowledge.ts'],
  ['providers/index.ts'],
  ['named.ts'],
  ['diagnose.ts', 'schema/', 'cloudevents.ts', 'drift/', 'adapters/', 'testing/'],
  ['cli/'],
  ['index.ts'],
]

/** Which package may be imported where (from the start of the path in src). What is not listed may not be imported. */
const packages: readonly { readonly specifier: RegExp; readonly from: RegExp }[] = [
  { specifier: /^fp-ts\/[A-Za-z]+$/, from: /^/ },
  {
    specifier: /^io-ts$/,
    from: /^(?:codec|time|event|providers\/[^/]+|schema|testing)\/|^(?:provider|webhook)\.ts$/,
  },
  { specifier: /^date-fns-tz(?:\/formatInTimeZone)?$/, from: /^time\/zone\.ts$/ },
  { specifier: /^@noble\/hashes\//, from: /^event\/identity[^/]*\.ts$|^auth\// },
  { specifier: /^#hmac$/, from: /^auth\// },
  { specifier: /^fast-check$/, from: /^testing\/arbitraries/ },
  { specifier: /^node:/, from: /^adapters\/node|^cli\/|^auth\/hmac-node/ },
]

export type Rule = 'place' | 'layer' | 'cycle' | 'package' | 'unresolved' | 'barrel' | 'barrel-imported'

export interface Violation {
  readonly rule: Rule
  readonly file: string
  readonly message: string
}

export interface House {
  /** Path below src → text. */
  readonly files: ReadonlyMap<string, string>
  /** The folders of src/providers that are providers. */
  readonly providers: readonly string[]
}

const isBarrel = (file: string): boolean => file === 'index.ts' || /(?:^|\/)entry\.ts$/.test(file)

/** The place of a file as the table of layers names it, but with the provider's name for `*`. */
const placeOf = (file: string, providers: readonly string[]): string | null => {
  const [top = '', second, third] = file.split('/')
  if (second === undefined) return hasPlace(top) ? top : null
  if (top !== 'providers') return hasPlace(`${top}/`) ? `${top}/` : null
  if (third === undefined) return hasPlace(file) ? file : null
  return providers.includes(second) ? `providers/${second}` : null
}

const hasPlace = (place: string): boolean => layers.some((row) => row.includes(place))

/** The functions for provider values: they come after the providers, but know none. */
const isPipeline = (place: string): boolean =>
  place === 'webhook.ts' || place === 'unmapped.ts' || place === 'acknowledge.ts'

const rowOf = (place: string): number => {
  const row = layers.findIndex((places) => places.includes(place))
  return row >= 0 ? row : layers.findIndex((places) => places.includes('providers/*'))
}

/** Every module a file names: imports, re-exports, `import()` and `import('x').T`, type-only ones included. */
const importsOf = (source: ts.SourceFile): readonly string[] => {
  const found: string[] = []
  const note = (node: ts.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) found.push(node.text)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) note(node.moduleSpecifier)
    else if (ts.isExternalModuleReference(node)) note(node.expression)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal)
    else if (ts.isCallExpression(node)) {
      const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require'
      if (isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword) note(node.arguments[0])
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const isNamedReExport = (statement: ts.Statement): boolean =>
  ts.isExportDeclaration(statement) &&
  statement.moduleSpecifier !== undefined &&
  statement.exportClause !== undefined &&
  ts.isNamedExports(statement.exportClause)

const resolveIn = (files: ReadonlyMap<string, string>, from: string, specifier: string): string | null => {
  const path = posix.join(posix.dirname(from), specifier)
  const candidates = [path, `${path}.ts`, path.replace(/\.js$/, '.ts'), `${path}/index.ts`]
  return candidates.find((candidate) => files.has(candidate)) ?? null
}

/** One cycle per knot of files, as the path that closes it. */
const cyclesOf = (graph: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] => {
  const cycles: string[][] = []
  const state = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  const walk = (file: string): void => {
    state.set(file, 'open')
    path.push(file)
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === 'open') cycles.push([...path.slice(path.indexOf(next)), next])
      else if (state.get(next) === undefined) walk(next)
    }
    path.pop()
    state.set(file, 'done')
  }
  for (const file of graph.keys()) if (!state.has(file)) walk(file)
  return cycles
}

/** Everything in which a source tree departs from the tables above; nothing when it is in order. */
export const violationsOf = ({ files, providers }: House): readonly Violation[] => {
  const violations: Violation[] = []
  const unplaced = new Set<string>()
  const graph = new Map<string, ReadonlySet<string>>()

  for (const [file, text] of files) {
    const report = (rule: Rule, message: string): void => {
      violations.push({ rule, file, message })
    }
    const place = placeOf(file, providers)
    if (place === null) unplaced.add(/^providers\/[^/]+\//.exec(file)?.[0] ?? file)

    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
    if (isBarrel(file) && !source.statements.every(isNamedReExport)) {
      report('barrel', 'may hold only `export { … } from` and `export type { … } from`')
    }

    const imported = new Set<string>()
    for (const specifier of importsOf(source)) {
      if (!specifier.startsWith('.')) {
        const allowed = packages.some((rule) => rule.specifier.test(specifier) && rule.from.test(file))
        if (!allowed) report('package', `may not import '${specifier}'`)
        continue
      }
      const target = resolveIn(files, file, specifier)
      if (target === null) {
        report('unresolved', `'${specifier}' is no file of src`)
        continue
      }
      imported.add(target)
      if (isBarrel(target))
        report('barrel-imported', `imports ${target}, which is for users of the package only`)
      const targetPlace = placeOf(target, providers)
      if (place === null || targetPlace === null || place === targetPlace) continue
      // The pipeline for provider values is part of what a provider's entry offers.
      const isOffer = /^providers\/[^/]+\/entry\.ts$/.test(file) && isPipeline(targetPlace)
      if (rowOf(targetPlace) >= rowOf(place) && !isOffer) {
        report('layer', `imports ${target}, which is not in a layer before it`)
      }
      if (isPipeline(place) && targetPlace.startsWith('providers/')) {
        report('layer', `imports ${target}, but the pipeline knows no provider`)
      }
    }
    graph.set(file, imported)
  }

  for (const file of unplaced) {
    const expected = file.startsWith('providers/') ? 'export in package.json' : 'place in the table of layers'
    violations.push({ rule: 'place', file, message: `has no ${expected}` })
  }
  for (const cycle of cyclesOf(graph)) {
    violations.push({ rule: 'cycle', file: cycle[0] ?? '', message: cycle.join(' → ') })
  }
  return violations
}
