import { join } from 'node:path'
import ts from 'typescript'
import manifest from '../../package.json' with { type: 'json' }

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  noEmit: true,
  types: [],
}

const printer = ts.createPrinter({ removeComments: true })

/** A declaration as the installed package has it, without its comment. */
const declarationText = (declaration: ts.Declaration): string => {
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
  return (
    printer
      .printNode(ts.EmitHint.Unspecified, node, declaration.getSourceFile())
      .replaceAll(/\b(?:declare|export) /g, '')
      // The compiler lists the members in the order in which it met them, which any file can change.
      .replaceAll(/"[^"\n]*"(?: \| "[^"\n]*")+/g, (union) => union.split(' | ').sort().join(' | '))
  )
}

interface Section {
  readonly name: string
  readonly text: string
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const reportText = (title: string, sections: readonly Section[]): string =>
  [
    `# ${title}\n`,
    ...[...sections]
      .sort((a, b) => byText(a.name, b.name) || byText(a.text, b.text))
      .map(({ name, text }) => `## ${name}\n\n\`\`\`ts\n${text}\n\`\`\`\n`),
  ].join('\n')

/**
 * Every name that an entry exports with its declaration, and as `unnamed` what these speak of without a name of its own
 * for a user: the fields of a payload among them. It is what a reviewer has to see when it changes.
 */
export const reportsOf = (installed: string): ReadonlyMap<string, string> => {
  const entries = Object.entries(manifest.exports).flatMap(([path, target]) =>
    typeof target === 'string'
      ? []
      : [{ specifier: manifest.name + path.slice(1), file: join(installed, target.import.types) }],
  )
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    options,
  )
  const checker = program.getTypeChecker()
  const resolved = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const isOurs = (declaration: ts.Declaration): boolean =>
    declaration.getSourceFile().fileName.startsWith(join(installed, 'dist'))
  const sectionOf = (name: string, symbol: ts.Symbol): Section => ({
    name,
    text: [...new Set(symbol.declarations?.map(declarationText))].join('\n'),
  })

  const reports = new Map<string, string>()
  const exported = new Set<ts.Symbol>()
  for (const { specifier, file } of entries) {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    if (module === undefined) throw new Error(`${specifier} has no declarations`)
    const sections = checker.getExportsOfModule(module).map((symbol) => {
      exported.add(resolved(symbol))
      return sectionOf(symbol.name, resolved(symbol))
    })
    const name =
      specifier === manifest.name ? 'index' : specifier.slice(manifest.name.length + 1).replaceAll('/', '-')
    reports.set(name, reportText(specifier, sections))
  }

  // A set yields what is added to it while it is walked.
  const spokenOf = new Set(exported)
  for (const symbol of spokenOf)
    for (const declaration of symbol.declarations?.filter(isOurs) ?? [])
      for (const name of namesIn(declaration)) {
        const found = checker.getSymbolAtLocation(name)
        if (found === undefined) continue
        const declared = resolved(found)
        if (declared.declarations?.some((each) => isOurs(each) && isTopLevel(each))) spokenOf.add(declared)
      }
  const unnamed = [...spokenOf].filter((symbol) => !exported.has(symbol))
  const sections = unnamed.map((symbol) => sectionOf(symbol.name.replace(/\$\d+$/, ''), symbol))
  return reports.set('unnamed', reportText('What the exported names speak of', sections))
}

const namesIn = (declaration: ts.Node): readonly ts.Identifier[] => {
  const found: ts.Identifier[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(declaration)
  return found
}

const isTopLevel = (declaration: ts.Declaration): boolean => {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
  return ts.isSourceFile(statement.parent)
}
