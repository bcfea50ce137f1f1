import { existsSync } from 'node:fs'
import { Converter, ReflectionKind } from 'typedoc'
import manifest from './package.json' with { type: 'json' }

/** `src/time/entry.ts` → `leasehook/time`, for every entry; tsup.config.ts finds their sources in the same way. */
const entries = new Map(
  Object.entries(manifest.exports).flatMap(([path, target]) => {
    if (typeof target === 'string') return []
    const built = target.import.default.slice('./dist/'.length, -'.js'.length)
    const source = [`src/${built}/entry.ts`, `src/${built}.ts`].find((file) => existsSync(file))
    return [[source, manifest.name + path.slice(1)]]
  }),
)

/** The pages are called as the entries are imported, not after the files they are written in. */
const namedByEntry = (app) => {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Module)) return
    const file = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.getSourceFile().fileName
    const source = [...entries.keys()].find((each) => file?.endsWith(`/${each}`))
    reflection.name = entries.get(source) ?? reflection.name
  })
}

/** @type {import('typedoc').TypeDocOptions & { plugin: unknown }} */
export default {
  name: manifest.name,
  entryPoints: [...entries.keys()],
  plugin: [namedByEntry],
  out: 'docs/api',
  readme: 'none',
  treatWarningsAsErrors: true,
  // Links to sources need a git remote that typedoc knows; a clone of any other would end with a warning.
  disableSources: true,
  // `npm run typecheck` does that.
  skipErrorChecking: true,
  // What a public name speaks of without being public is in test/package/api/unnamed.api.md.
  validation: { notExported: false, invalidLink: true, invalidPath: true, rewrittenLink: true },
}
