import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import { blocksOf, examplesOf, pages, repository, type Sample, sources } from '../support/documents'
import {
  complaintsOf,
  declaredIn,
  entrySources,
  type Module,
  modulesOf,
  runnableOf,
} from '../support/example'

const prelude = 'test/docs/prelude.ts'

/** Where a sample's free names come from: first what it is about, then the package, then the reader's own program. */
const originsOf = ({ file, note }: Sample): readonly string[] => {
  const special = /prelude (\w+)/.exec(note)?.[1] ?? (file.startsWith('src/schema/') ? 'hono' : null)
  return [
    ...(file.startsWith('src/') ? [file] : []),
    ...Object.values(entrySources),
    ...(special === null ? [] : [`test/docs/prelude-${special}.ts`]),
    prelude,
  ]
}

/** Each name that the code imports, and a line that imports it alone. */
const importsOf = (code: string): ReadonlyMap<string, string> => {
  const { statements } = ts.createSourceFile('sample.ts', code, ts.ScriptTarget.Latest)
  const lines = new Map<string, string>()
  for (const statement of statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const from = `from '${statement.moduleSpecifier.text}'`
    const { name, namedBindings } = statement.importClause ?? {}
    if (name !== undefined) lines.set(name.text, `import ${name.text} ${from}`)
    if (namedBindings === undefined || ts.isNamespaceImport(namedBindings)) continue
    for (const element of namedBindings.elements)
      lines.set(element.name.text, `import { ${element.name.text} } ${from}`)
  }
  return lines
}

/** A block of a page goes on where the blocks above it ended: it sees the names they import, unless it imports others. */
const withImportsAbove = (blocks: readonly Sample[]): readonly Sample[] => {
  let above = new Map<string, string>()
  return blocks.map((block) => {
    const own = importsOf(block.code)
    const declared = declaredIn(ts.createSourceFile('sample.ts', block.code, ts.ScriptTarget.Latest))
    const inherited = [...above].filter(([name]) => !declared.has(name)).map(([, line]) => line)
    above = new Map([...above, ...own])
    return { ...block, code: [...inherited, block.code].join('\n') }
  })
}

const blocks = pages.flatMap((page) => withImportsAbove(blocksOf(page)))
const examples = sources.flatMap(examplesOf)
const modules = modulesOf([...blocks, ...examples].map((sample) => ({ sample, from: originsOf(sample) })))

/** What a comment says, as a value: `'…'` is any text, `, …` stands for members that are left out. */
const readClaim = (claimed: string): unknown =>
  runInNewContext(`[${claimed.replaceAll(`'…'`, 'anyText').replaceAll(/,\s*…/g, '')}]`, {
    anyText: expect.any(String),
  })

const run = async (module: Module): Promise<void> => {
  const { code, claims } = runnableOf(module)
  const require = createRequire(import.meta.url)
  const loaded = new Map<string, unknown>()
  for (const [, specifier = ''] of code.matchAll(/require\("([^"]+)"\)/g)) {
    const source = entrySources[specifier]
    const isOurs = source !== undefined || specifier.startsWith(repository)
    const path = source === undefined ? `${specifier}.ts` : join(repository, source)
    loaded.set(specifier, isOurs ? await import(path) : require(specifier))
  }
  const given: unknown[] = []
  const logged: string[] = []
  const spies = (['log', 'error'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation((...what) => void logged.push(what.join(' '))),
  )
  try {
    const AsyncFunction = run.constructor as FunctionConstructor
    const body = new AsyncFunction('require', 'exports', '__given', code)
    await body(
      (specifier: string) => loaded.get(specifier),
      {},
      (index: number, value: unknown) => {
        given[index] = value
      },
    )
  } finally {
    spies.forEach((spy) => spy.mockRestore())
  }
  claims.forEach(({ statement, claimed }, index) => {
    if (logged.length > 0) {
      expect(logged.join('\n'), statement).toBe(claimed)
    } else if (claimed.includes('…')) {
      expect(given[index], statement).toMatchObject(readClaim(claimed) as object)
    } else {
      expect(given[index], statement).toEqual(readClaim(claimed))
    }
  })
}

it('finds the samples of the pages and of the sources', () => {
  expect(blocks.map(({ file }) => file)).toContain('README.md')
  expect(examples.map(({ file }) => file)).toContain('src/named.ts')
})

it('has samples that compile, strictly', { timeout: 120_000 }, () => {
  expect(complaintsOf(modules)).toEqual([])
})

describe('what a sample claims is so', { timeout: 30_000 }, () => {
  const isExecuted = ({ sample }: Module) =>
    sample.note.includes('executed') ||
    (sample.file.startsWith('src/') && !sample.file.includes('payload.ts'))
  const executed = modules.filter(isExecuted)
  it.each(executed.map((module) => [module.sample.place, module] as const))('%s', async (_place, module) => {
    await run(module)
  })
})
