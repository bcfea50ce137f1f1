import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import manifest from '../../package.json' with { type: 'json' }
import { repository, type Sample } from './documents'

/** A sample as a module of its own. */
export interface Module {
  readonly sample: Sample
  readonly file: string
  readonly text: string
}

/** `leasehook/time` → `src/time/entry.ts`, as tsup.config.ts finds it. */
export const entrySources: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(manifest.exports).flatMap(([path, target]) => {
    if (typeof target === 'string') return []
    const built = target.import.default.slice('./dist/'.length, -'.js'.length)
    const source = [`src/${built}/entry.ts`, `src/${built}.ts`].find((file) =>
      existsSync(join(repository, file)),
    )
    return source === undefined ? [] : [[manifest.name + path.slice(1), source]]
  }),
)

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  paths: {
    '#hmac': [join(repository, 'src/auth/hmac-node.ts')],
    ...Object.fromEntries(
      Object.entries(entrySources).map(([specifier, file]) => [specifier, [join(repository, file)]]),
    ),
  },
  types: ['node'],
  typeRoots: [join(repository, 'node_modules/@types')],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
}

/** The names that a file exports, whatever they stand for. */
const namesOf = (program: ts.Program, file: string): readonly string[] => {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(join(repository, file))
  const symbol = source && checker.getSymbolAtLocation(source)
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({ name }) => name)
}

/** The names that a module imports or declares at its top. */
export const declaredIn = (source: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>()
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text)
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name)
  }
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement))
      statement.declarationList.declarations.forEach(({ name }) => bind(name))
    else if (ts.isImportDeclaration(statement)) {
      const { name, namedBindings } = statement.importClause ?? {}
      if (name) bind(name)
      if (namedBindings && ts.isNamespaceImport(namedBindings)) bind(namedBindings.name)
      if (namedBindings && ts.isNamedImports(namedBindings))
        namedBindings.elements.forEach((each) => bind(each.name))
    } else if ('name' in statement && statement.name && ts.isIdentifier(statement.name as ts.Node)) {
      bind(statement.name as ts.Identifier)
    }
  }
  return names
}

const identifiersOf = (source: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    const { parent } = node
    const isMember = ts.isIdentifier(node) && ts.isPropertyAccessExpression(parent) && parent.name === node
    if (ts.isIdentifier(node) && !isMember) names.add(node.text)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(source, visit)
  return names
}

/**
 * Turns samples into modules: whatever a sample names and does not declare is imported from the first of `from` that
 * has it. `from` names files below the repository.
 */
export const modulesOf = (
  samples: readonly { readonly sample: Sample; readonly from: readonly string[] }[],
): readonly Module[] => {
  const files = [...new Set(samples.flatMap(({ from }) => from))]
  const program = ts.createProgram(
    files.map((file) => join(repository, file)),
    compilerOptions,
  )
  const names = new Map(files.map((file) => [file, new Set(namesOf(program, file))]))
  return samples.map(({ sample, from }, index) => {
    const source = ts.createSourceFile('sample.ts', sample.code, ts.ScriptTarget.Latest, true)
    const declared = declaredIn(source)
    const imports = [...identifiersOf(source)]
      .filter((name) => !declared.has(name))
      .flatMap((name) => {
        const owner = from.find((file) => names.get(file)?.has(name))
        return owner === undefined
          ? []
          : [`import { ${name} } from '${join(repository, owner.slice(0, -3))}'`]
      })
    return {
      sample,
      file: join(repository, `test/docs/sample-${index}.ts`),
      text: [...imports, sample.code, 'export {}'].join('\n'),
    }
  })
}

/** What the compiler has to say about each module, by its place in the page or source it comes from. */
export const complaintsOf = (modules: readonly Module[]): readonly string[] => {
  const host = ts.createCompilerHost(compilerOptions)
  const { fileExists, getSourceFile } = host
  const texts = new Map(modules.map(({ file, text }) => [file, text]))
  host.fileExists = (path) => texts.has(path) || fileExists.call(host, path)
  host.getSourceFile = (path, options, ...rest) => {
    const text = texts.get(path)
    return text === undefined
      ? getSourceFile.call(host, path, options, ...rest)
      : ts.createSourceFile(path, text, options)
  }
  const program = ts.createProgram(
    [...texts.keys()],
    // A page imports a type as its reader would, and the name of a type is imported as any other.
    { ...compilerOptions, verbatimModuleSyntax: false },
    host,
  )
  const RETURN_OUTSIDE_OF_A_FUNCTION = 1108
  return modules.flatMap(({ file, sample }) => {
    const source = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .filter(({ code }) => code !== RETURN_OUTSIDE_OF_A_FUNCTION)
      .map((each) => {
        const line = ts.getLineAndCharacterOfPosition(each.file ?? source!, each.start ?? 0).line
        const text = each.file?.text.split('\n')[line]?.trim() ?? ''
        return `${sample.place}: ${ts.flattenDiagnosticMessageText(each.messageText, ' ')} in: ${text}`
      })
  })
}

/** A statement and what the comment after it says that it gives. */
export interface Claim {
  readonly statement: string
  readonly claimed: string
}

const GIVEN = '__given'

/** The module as code that can be run, handing every value that a comment speaks of to `__given`. */
export const runnableOf = ({
  text,
}: Module): { readonly code: string; readonly claims: readonly Claim[] } => {
  const source = ts.createSourceFile('sample.ts', text, ts.ScriptTarget.Latest, true)
  const claims: Claim[] = []
  let changed = ''
  let done = 0
  for (const statement of source.statements) {
    const comments = ts.getTrailingCommentRanges(text, statement.end) ?? []
    const below = /^(?:\n\/\/.*)+/.exec(text.slice(statement.end))?.[0] ?? ''
    const claimed = [...comments.map(({ pos, end }) => text.slice(pos, end)), ...below.trim().split('\n')]
      .map((line) => line.replace(/^\/\/ ?/, ''))
      .join('\n')
      .trim()
    const value = valueOf(statement, source)
    if (claimed === '' || value === null) continue
    const index = claims.push({ statement: statement.getText(source), claimed }) - 1
    const isExpression = ts.isExpressionStatement(statement) && !statement.getText(source).startsWith('await')
    changed += text.slice(done, isExpression ? statement.getStart(source) : statement.end)
    changed += `\n;${GIVEN}(${index}, ${value});`
    done = statement.end
  }
  const { outputText } = ts.transpileModule(changed + text.slice(done), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
  })
  return { code: outputText, claims }
}

const valueOf = (statement: ts.Statement, source: ts.SourceFile): string | null => {
  if (ts.isExpressionStatement(statement)) return `[${statement.expression.getText(source)}]`
  if (ts.isIfStatement(statement)) return 'undefined'
  if (!ts.isVariableStatement(statement)) return null
  const names = statement.declarationList.declarations.flatMap(({ name }) =>
    ts.isObjectBindingPattern(name)
      ? name.elements.map((each) => each.name.getText(source))
      : [name.getText(source)],
  )
  return `[${names.join(', ')}]`
}
