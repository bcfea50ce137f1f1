// The declarations for `require` are those for `import` with other file names. Building them a second time would
// double the longest step of a build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2] ?? 'dist'

for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue
  const text = readFileSync(join(folder, file), 'utf8')
  const forRequire = text.replaceAll(/((?:from|import) '\.[^']*|import\('\.[^']*)\.js'/g, "$1.cjs'")
  writeFileSync(join(folder, `${file.slice(0, -'.d.ts'.length)}.d.cts`), forRequire)
}
