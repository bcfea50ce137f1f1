import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, inject, it } from 'vitest'
import { entriesOf } from './entries'
import { node, repository } from './programs'

const consumer = inject('consumer')
const tools = inject('tools')

/** TypeScript 6 is the repository's own; the others come with `--all`. */
const compilers: Readonly<Record<string, string>> = {
  '6': join(repository, 'node_modules/typescript/bin/tsc'),
  ...(tools === null
    ? {}
    : Object.fromEntries(
        ['5.4', '5.9', '7'].map((version) => [
          version,
          join(tools, `node_modules/typescript-${version}/bin/tsc`),
        ]),
      )),
}

/** Entries whose types speak of what a runtime provides (`Request`, `IncomingMessage`): not compiled without it. */
const platformEntries = new Set(['leasehook/fetch', 'leasehook/node', 'leasehook/testing'])

const hosts = {
  'no runtime': { lib: ['es2022'], types: [] },
  'the DOM': { lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
  Node: { lib: ['es2022'], types: ['node'], typeRoots: [join(repository, 'node_modules/@types')] },
}

const all = entriesOf(consumer, 'mts')

describe.each(Object.entries(compilers))('a consumer with TypeScript %s', (version, compiler) => {
  it.each([
    ['node16', 'Node16', 'Node'],
    ['nodenext', 'NodeNext', 'no runtime'],
    ['nodenext', 'NodeNext', 'Node'],
    ['bundler', 'ESNext', 'no runtime'],
    ['bundler', 'ESNext', 'the DOM'],
  ] as const)(
    'compiles with moduleResolution %s, module %s and the types of %s',
    (moduleResolution, module, host) => {
      const name = `ts${version}-${moduleResolution}-${host.replaceAll(' ', '-')}`
      const files = moduleResolution === 'bundler' ? [`${name}.ts`] : [`${name}.mts`, `${name}.cts`]
      const entries = all.filter(({ specifier }) => host !== 'no runtime' || !platformEntries.has(specifier))
      const source = entries.flatMap(({ specifier, values, types }, index) => [
        `import { ${values.map((value) => `${value} as v${String(index)}_${value}`).join(', ')} } from '${specifier}'`,
        ...types.map((type) => `export type { ${type} as T${String(index)}_${type} } from '${specifier}'`),
        `export const all${String(index)} = [${values.map((value) => `typeof v${String(index)}_${value}`).join(', ')}]`,
      ])
      for (const file of files) writeFileSync(join(consumer, file), `${source.join('\n')}\n`)
      const config = {
        compilerOptions: {
          ...hosts[host],
          target: 'es2022',
          module,
          moduleResolution,
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files,
      }
      writeFileSync(join(consumer, `tsconfig.${name}.json`), JSON.stringify(config))
      node(repository, compiler, '--pretty', 'false', '--project', join(consumer, `tsconfig.${name}.json`))
    },
  )
})
