import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import ts from 'typescript'
import manifest from './package.json' with { type: 'json' }
import { command, inspectorPage } from './tsup.command.config'

/**
 * `dist/<path>.js` is built from `src/<path>/entry.ts`, or from `src/<path>.ts` where there is no such folder.
 */
const entriesOf = (files: readonly string[]): Record<string, string> =>
  Object.fromEntries(files.map((file) => [pathOf(file), sourceOf(pathOf(file))]))

const pathOf = (file: string): string => file.slice('./dist/'.length, -'.js'.length)

const sourceOf = (path: string): string => {
  const [source, ...others] = [`src/${path}/entry.ts`, `src/${path}.ts`].filter((file) => existsSync(file))
  if (source === undefined)
    throw new Error(`package.json exports dist/${path}.js, but there is no source for it`)
  if (others.length > 0) throw new Error(`dist/${path}.js has two sources: ${source} and ${others.join()}`)
  return source
}

const exported = entriesOf(
  Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [] : [target.import.default],
  ),
)

/** What the package imports from itself under a name that each runtime resolves otherwise. */
const internal = entriesOf(
  Object.values(manifest.imports).flatMap((targets) => Object.values(targets).map((target) => target.import)),
)

/**
 * `src/time/entry.ts` → `build/declarations/time/entry.d.ts`, which `npm run build` has tsc write before. To bundle these takes
 * seconds; tsup's builder needs most of a minute to make them itself.
 */
const declarations = Object.fromEntries(
  Object.entries(exported).map(([path, source]) => [
    path,
    source.replace(/^src\/(.*)\.ts$/, 'build/declarations/$1.d.ts'),
  ]),
)

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** Whatever was bundled brings its licence along; the list is read from what esbuild did, not kept by hand. */
const thirdPartyLicenses: Plugin = {
  name: 'third-party-licenses',
  setup(build) {
    build.onEnd(({ metafile }) => {
      const packages = new Set<string>()
      for (const input of Object.keys(metafile?.inputs ?? {})) {
        const [, inner] = input.split('node_modules/', 2)
        const name = /^(?:@[^/]+\/)?[^/]+/.exec(inner ?? '')?.[0]
        if (name !== undefined) packages.add(name)
      }
      const notices = [...packages].sort().map((name) => {
        const folder = `node_modules/${name}`
        const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string }
        const licence = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE'].find((file) =>
          existsSync(`${folder}/${file}`),
        )
        if (licence === undefined) throw new Error(`${name} is bundled but has no licence file`)
        return `${name} ${version}\n\n${readFileSync(`${folder}/${licence}`, 'utf8').trim()}\n`
      })
      mkdirSync('dist', { recursive: true })
      const preface = 'The files of this folder contain code of the following packages.\n'
      writeFileSync('dist/THIRD-PARTY-LICENSES.txt', [preface, ...notices].join(`\n${'-'.repeat(80)}\n\n`))
    })
  },
}

/** Whether a value is computed, and not merely written down. */
const isComputed = (node: ts.Node): boolean => {
  if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isTypeNode(node)) return false
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTemplateExpression(node)) return true
  if (ts.isSpreadAssignment(node) || ts.isSpreadElement(node)) return true
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return true
  return ts.forEachChild(node, (child) => isComputed(child) || undefined) ?? false
}

/**
 * No module here, and none of those it bundles, does more at its top level than compute constants; but a
 * bundler that meets `{ ...fields, id: list(text) }` cannot know. So each such constant is computed by a
 * function whose call says so, and the user's bundler drops those that are not used.
 */
const removableConstants: Plugin = {
  name: 'removable-constants',
  setup(build) {
    build.onLoad(
      { filter: /(?:\/src\/.*\.ts|\/node_modules\/(?:fp-ts|date-fns|date-fns-tz)\/.*\.js)$/ },
      ({ path }) => {
        const text = readFileSync(path, 'utf8')
        let contents = ''
        let done = 0
        for (const statement of ts.createSourceFile(path, text, ts.ScriptTarget.Latest).statements) {
          if (!ts.isVariableStatement(statement)) continue
          for (const { name, initializer } of statement.declarationList.declarations) {
            if (!ts.isIdentifier(name) || initializer === undefined || !isComputed(initializer)) continue
            contents += `${text.slice(done, initializer.pos)} /* @__PURE__ */ (() => (${text.slice(initializer.pos, initializer.end)}))()`
            done = initializer.end
          }
        }
        return { contents: contents + text.slice(done), loader: path.endsWith('.ts') ? 'ts' : 'js' }
      },
    )
  },
}

/**
 * Of date-fns-tz only `formatInTimeZone(milliseconds, zone, 'xxx')` is called (src/time/zone.ts): what it hands to other
 * tokens, to the formatter of date-fns and to a parser of text is a quarter of one provider's bundle that is never run.
 * Anything else of date-fns-tz would need it back. test/package/zones.test.ts compares what is left with Intl.
 */
const shortened: Readonly<Record<string, string>> = {
  'date-fns/format.js': `export const format = (_date, quoted) => quoted.replaceAll("'", '')`,
  'date-fns-tz/dist/esm/toDate/index.js': `export const toDate = (milliseconds) => new Date(milliseconds)`,
  // Its answer is read by the other tokens only.
  'date-fns-tz/dist/esm/toZonedTime/index.js': `export const toZonedTime = (milliseconds) => milliseconds`,
  'date-fns-tz/dist/esm/format/formatters/index.js': `
    import { tzParseTimezone } from '../../_lib/tzParseTimezone/index.js'
    const twoDigits = (number) => String(Math.floor(number)).padStart(2, '0')
    export const formatters = {
      x: (date, _token, { timeZone }) => {
        const west = tzParseTimezone(timeZone, date, true) / 60_000
        const size = Math.abs(west)
        return (west > 0 ? '-' : '+') + twoDigits(size / 60) + ':' + twoDigits(size % 60)
      },
    }`,
}

/**
 * What date-fns-tz asks the engine, and the answer of all engines since 2019. To ask about `hourCycle` makes a formatter in
 * each program that loads it, which takes 12 ms also where no zone is ever read.
 */
const answered: readonly (readonly [question: RegExp, answer: string])[] = [
  [/const testDateFormatted = [^;]*;\s*const hourCycleSupported = [^;]*;/, ''],
  [/hourCycleSupported(?=\s*\?)/, 'true'],
  [/'formatToParts' in dtf(?=\s*\?)/, 'true'],
]

const answerIn = (text: string, [question, answer]: (typeof answered)[number]): string => {
  if (!question.test(text)) throw new Error(`date-fns-tz no longer asks ${question.source}`)
  return text.replace(question, answer)
}

const unusedPartsOfZones: Plugin = {
  name: 'unused-parts-of-zones',
  setup(build) {
    build.onLoad({ filter: /\/date-fns-tz\/dist\/esm\/_lib\/tzTokenizeDate\/index\.js$/ }, ({ path }) => {
      const contents = answered.reduce(answerIn, readFileSync(path, 'utf8'))
      return { contents, loader: 'js' }
    })
    for (const [file, contents] of Object.entries(shortened)) {
      const filter = new RegExp(`/node_modules/${file.replaceAll('.', '\\.')}$`)
      build.onLoad({ filter }, () => ({
        contents,
        loader: 'js',
        resolveDir: resolve('node_modules', dirname(file)),
      }))
    }
  },
}

const common: Options = {
  entry: { ...exported, ...internal },
  external: [...Object.keys(manifest.imports), /^node:/],
  target: 'es2022',
  platform: 'neutral',
  // Deno knows `node:crypto` and not `crypto`.
  removeNodeProtocol: false,
  // Without it every CommonJS entry has its own copy of the code the entries share.
  splitting: true,
  // `fp-ts/Either` is a directory import, which plain Node refuses; date-fns-tz costs 100 ms from its package.
  noExternal: [/^fp-ts/, /^date-fns/],
  esbuildPlugins: [unusedPartsOfZones, removableConstants],
  // The two formats are built side by side into one folder; `prebuild` empties it.
  clean: false,
}

export default defineConfig([
  {
    ...common,
    format: 'esm',
    sourcemap: true,
    // tsup's declaration builder still sets `baseUrl`, which TypeScript 6 calls deprecated.
    dts: { entry: declarations, compilerOptions: { ignoreDeprecations: '6.0' } },
    esbuildPlugins: [unusedPartsOfZones, removableConstants, thirdPartyLicenses],
  },
  // Its declarations are made of the others (test/support/cjs-declarations.mjs). The maps of split CommonJS files hold the builder's absolute paths.
  { ...common, format: 'cjs', sourcemap: false },
  command('dist/cli'),
  inspectorPage('dist/cli/page'),
])
