import { join } from 'node:path'
import ts from 'typescript'
import manifest from '../../package.json' with { type: 'json' }

export interface Entry {
  /** `leasehook/time` */
  readonly specifier: string
  /** What there is at run time. */
  readonly values: readonly string[]
  readonly types: readonly string[]
}

export const specifiers = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target !== 'string')
  .map(([path]) => manifest.name + path.slice(1))

/** Every entry and its names as the installed declarations say, seen from a module of that kind. */
export const entriesOf = (consumer: string, extension: 'mts' | 'cts'): readonly Entry[] => {
  const file = join(consumer, `names.${extension}`)
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    noEmit: true,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  const text = specifiers.map((specifier) => `import '${specifier}'\n`).join('')
  host.fileExists = (path) => path === file || fileExists.call(host, path)
  host.getSourceFile = (path, languageVersionOrOptions, ...rest) =>
    path === file
      ? ts.createSourceFile(path, text, languageVersionOrOptions)
      : getSourceFile.call(host, path, languageVersionOrOptions, ...rest)

  const program = ts.createProgram([file], options, host)
  const checker = program.getTypeChecker()
  const imports = program.getSourceFile(file)?.statements.filter((node) => ts.isImportDeclaration(node)) ?? []
  return imports.map((statement) => {
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text
    const module = checker.getSymbolAtLocation(statement.moduleSpecifier)
    if (module === undefined) throw new Error(`no declarations for ${specifier} in a .${extension} file`)
    const names = checker.getExportsOfModule(module).map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      // `export type { C } from` of a class is an alias to a value, but exports only its type.
      const typeOnly = symbol.declarations?.some(ts.isTypeOnlyExportDeclaration) ?? false
      return { name: symbol.name, isValue: !typeOnly && (target.flags & ts.SymbolFlags.Value) !== 0 }
    })
    return {
      specifier,
      values: names
        .filter(({ isValue }) => isValue)
        .map(({ name }) => name)
        .sort(),
      types: names
        .filter(({ isValue }) => !isValue)
        .map(({ name }) => name)
        .sort(),
    }
  })
}
