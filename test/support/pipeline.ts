import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { repository, textOf } from './documents'

const folder = 'docs/examples/pipeline'

/** The programs that docs/scale.md shows and test/recipes runs. */
export const pipelineFiles: readonly string[] = readdirSync(join(repository, folder))
  .sort()
  .map((file) => `${folder}/${file}`)

// Not as `ts`, which the samples of a page are found by: a program of several files is compiled with all the others.
const languages: Readonly<Record<string, string>> = { '.ts': 'typescript', '.sql': 'sql' }

export const pipelineBlock = (file: string): string =>
  [`\`\`\`${languages[extname(file)] ?? ''}`, textOf(file).trimEnd(), '```'].join('\n')
