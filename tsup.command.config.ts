import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Options } from 'tsup'

const BODY = '.body.json'

/** Every delivery of the folder `fixtures`, by provider and case. */
const samples = (): string => {
  const found: Record<string, { headers: unknown; body: string }> = {}
  const paths = readdirSync('fixtures', { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  )
  for (const path of paths.filter((path) => path.endsWith(BODY)).sort()) {
    const name = path.slice(0, -BODY.length)
    found[name] = {
      headers: JSON.parse(readFileSync(`fixtures/${name}.headers.json`, 'utf8')) as unknown,
      body: readFileSync(`fixtures/${path}`, 'utf8'),
    }
  }
  return JSON.stringify(found)
}

/**
 * The command, with its own copy of the library in it: were it built with the entries, what it shares with them would
 * lie in further files that every user of the library had to load.
 */
export const command = (outDir: string): Options => ({
  entry: { main: 'src/cli/main.ts' },
  outDir,
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  define: { bundledSamples: samples() },
  splitting: true,
  // tsconfig.json says which file `#hmac` is on Node.
  noExternal: [/^fp-ts/, /^date-fns/, '#hmac'],
  clean: false,
})

const page = (
  name: 'inspector' | 'playground',
  outDir: string,
  files: Readonly<Record<string, string>>,
): Options => ({
  entry: { [name]: `src/cli/page/${name}.ts` },
  outDir,
  // A classic script: a module would not load from a file that is opened without a server.
  format: 'iife',
  outExtension: () => ({ js: '.js' }),
  target: 'es2022',
  platform: 'browser',
  define: { bundledSamples: samples() },
  minify: true,
  noExternal: [/./],
  esbuildOptions: (options) => {
    options.alias = { '#hmac': './src/auth/hmac-noble.ts' }
    options.legalComments = 'inline'
  },
  clean: false,
  onSuccess: () => {
    mkdirSync(outDir, { recursive: true })
    for (const [source, copy] of Object.entries(files))
      copyFileSync(`src/cli/page/${source}`, join(outDir, copy))
    return Promise.resolve()
  },
})

/** The page of `leasehook listen`. It shows what the command has read, so no provider's code is in it. */
export const inspectorPage = (outDir: string): Options =>
  page('inspector', outDir, { 'inspector.html': 'inspector.html', 'page.css': 'page.css' })

/** The same page on its own, with the whole library in one file. */
export const playgroundPage = (outDir: string): Options =>
  page('playground', outDir, { 'playground.html': 'index.html', 'page.css': 'page.css' })
