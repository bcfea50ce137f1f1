import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { type Rule, violationsOf } from './support/architecture'

const src = resolve(import.meta.dirname, '../src')

describe('the layers of src', () => {
  it('are kept by every file', () => {
    const paths = readdirSync(src, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => resolve(item.parentPath, item.name))
    const files = new Map(
      paths.map((path) => [path.slice(src.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
    )
    const providers = Object.keys(manifest.exports).flatMap(
      (entry) => /^\.\/providers\/([^/]+)$/.exec(entry)?.[1] ?? [],
    )
    expect(violationsOf({ files, providers })).toEqual([])
  })
})

/** A small house in good order. */
const sound: Readonly<Record<string, string>> = {
  'error.ts': `import { isLeft, type Either } from 'fp-ts/Either'`,
  'codec/codec.ts': `import * as t from 'io-ts'; import type { Issue } from '../error'; import type { Shape } from './shape'`,
  'codec/shape.ts': `export interface Shape {}`,
  'time/zone.ts': `import { formatInTimeZone } from 'date-fns-tz'`,
  'time/index.ts': `export { zone } from './zone'`,
  'time/entry.ts': `export { zone } from './zone'; export type { Issue } from '../error'`,
  'event/identity.ts': `import { sha256 } from '@noble/hashes/sha2.js'; import { Codec } from '../codec/codec.js'`,
  'request/body.ts': `import type { WebhookError } from '../error'`,
  'auth/hmac.ts': `import { hmac } from '#hmac'; import { fail } from '../error'`,
  'auth/hmac-node.ts': `import { createHmac } from 'node:crypto'`,
  'provider.ts': `import type * as t from 'io-ts'; import type { Body } from './request/body'; import './auth/hmac'`,
  'providers/rently/payload.ts': `import * as t from 'io-ts'; import '../../codec/codec'`,
  'providers/rently/index.ts': `import { payload } from './payload'; import { zone } from '../../time'; import '../../auth/hmac'`,
  'providers/rently/entry.ts': `export { rently } from './index'; export { parseWebhook } from '../../webhook'; export { unmapped } from '../../unmapped'`,
  'providers/funnel/index.ts': `export const funnel = 1`,
  'webhook.ts': `import { read } from './request/body'; import type {} from './event/identity'`,
  'unmapped.ts': `import type { Provider } from './provider'`,
  'providers/index.ts': `import { rently } from './rently'; import { funnel } from './funnel/index'`,
  'named.ts': `import { providers } from './providers'; import { parse } from './webhook'`,
  'adapters/node.ts': `import type { IncomingMessage } from 'node:http'; import '../named'`,
  'cli/main.ts': `import process from 'node:process'; import { named } from '../named'`,
  'testing/arbitraries.ts': `import fc from 'fast-check'`,
  'index.ts': `export { named } from './named'; export type { Shape } from './codec/shape'`,
}

const check = (changes: Readonly<Record<string, string>>) =>
  violationsOf({
    files: new Map(Object.entries({ ...sound, ...changes })),
    providers: ['rently', 'funnel'],
  })

describe('the check of the layers', () => {
  it('finds nothing in a house in good order', () => {
    expect(check({})).toEqual([])
  })

  const offences: readonly (readonly [what: string, rule: Rule, file: string, text: string])[] = [
    ['a new file at the top', 'place', 'utils.ts', ''],
    ['a new folder at the top', 'place', 'utils/text.ts', ''],
    ['a folder where the table has a file', 'place', 'webhook/parse.ts', ''],
    ['a folder of the providers that is no provider', 'place', 'providers/shared/names.ts', ''],
    ['a file beside the table of providers', 'place', 'providers/names.ts', ''],
    ['an import from a later layer', 'layer', 'codec/list.ts', `import { zone } from '../time/zone'`],
    ['the same as a type', 'layer', 'codec/list.ts', `import type { Zone } from '../time/zone'`],
    ['the same inside a type', 'layer', 'codec/list.ts', `type Z = import('../time/zone').Zone`],
    ['the same when called', 'layer', 'codec/list.ts', `export const z = () => import('../time/zone')`],
    ['the same as a re-export', 'layer', 'codec/list.ts', `export * from '../time/zone'`],
    ['the same by import = require', 'layer', 'codec/list.ts', `import z = require('../time/zone')`],
    ['request knowing auth', 'layer', 'request/body.ts', `import '../auth/hmac'`],
    ['the contract knowing a provider', 'layer', 'provider.ts', `import './providers/rently'`],
    ['auth knowing the contract', 'layer', 'auth/tokens.ts', `import type { Provider } from '../provider'`],
    ['a provider knowing another', 'layer', 'providers/rently/words.ts', `import '../funnel/index'`],
    ['a provider knowing the pipeline', 'layer', 'providers/rently/words.ts', `import '../../webhook'`],
    ['a provider knowing the table', 'layer', 'providers/rently/words.ts', `import '../index'`],
    ['the pipeline knowing a provider', 'layer', 'webhook.ts', `import { rently } from './providers/rently'`],
    ['another part of it knowing one', 'layer', 'unmapped.ts', `import { rently } from './providers/rently'`],
    ['the pipeline knowing the names', 'layer', 'webhook.ts', `import type { Name } from './providers'`],
    [
      'an entry of a base layer that reaches up',
      'layer',
      'time/entry.ts',
      `export { parse } from '../webhook'`,
    ],
    ['an adapter knowing the command', 'layer', 'adapters/lambda.ts', `import { run } from '../cli/main'`],
    ['a file that imports itself', 'cycle', 'codec/list.ts', `import './list'`],
    ['a cycle', 'cycle', 'codec/shape.ts', `import { Codec } from './codec'`],
    ['a cycle of types', 'cycle', 'codec/shape.ts', `import type { Codec } from './codec'`],
    ['io-ts in the request', 'package', 'request/body.ts', `import * as t from 'io-ts'`],
    ['io-ts by an inner path', 'package', 'codec/list.ts', `import * as t from 'io-ts/lib/Decoder'`],
    ['fp-ts as a whole', 'package', 'named.ts', `import { either } from 'fp-ts'`],
    ['fp-ts by an inner path', 'package', 'named.ts', `import { left } from 'fp-ts/lib/Either.js'`],
    ['date-fns-tz elsewhere', 'package', 'time/wall.ts', `import { formatInTimeZone } from 'date-fns-tz'`],
    ['another function of date-fns-tz', 'package', 'time/zone.ts', `import 'date-fns-tz/fromZonedTime'`],
    ['date-fns', 'package', 'time/zone.ts', `import { parse } from 'date-fns'`],
    ['hashes elsewhere', 'package', 'event/match.ts', `import { sha256 } from '@noble/hashes/sha2.js'`],
    ['hashes in a provider', 'package', 'providers/rently/auth.ts', `import '@noble/hashes/hmac.js'`],
    ['Node in the core', 'package', 'request/body.ts', `import { Buffer } from 'node:buffer'`],
    ['Node in another adapter', 'package', 'adapters/fetch.ts', `import 'node:http'`],
    ['Node in the portable HMAC', 'package', 'auth/hmac-portable.ts', `import 'node:crypto'`],
    ['a built-in without its prefix', 'package', 'cli/main.ts', `import { readFileSync } from 'fs'`],
    ['a package nobody agreed on', 'package', 'codec/list.ts', `import { z } from 'zod'`],
    ['a framework', 'package', 'adapters/express.ts', `import type { Request } from 'express'`],
    ['a file that is not there', 'unresolved', 'codec/list.ts', `import './nowhere'`],
    ['a file outside src', 'unresolved', 'codec/list.ts', `import '../../test/support/architecture'`],
    ['a star in the barrel', 'barrel', 'index.ts', `export * from './named'`],
    ['a namespace in the barrel', 'barrel', 'index.ts', `export * as named from './named'`],
    ['logic in the barrel', 'barrel', 'index.ts', `export const a = 1`],
    ['logic in an entry', 'barrel', 'time/entry.ts', `import { zone } from './zone'; zone()`],
    ['an export of its own in an entry', 'barrel', 'time/entry.ts', `const a = 1; export { a }`],
    ['an import of the barrel', 'barrel-imported', 'cli/main.ts', `import { named } from '../index'`],
    ['an import of an entry', 'barrel-imported', 'time/wall.ts', `import { zone } from './entry'`],
  ]
  it.each(offences)('reports %s', (_what, rule, file, text) => {
    const found = check({ [file]: text }).filter((violation) => violation.rule === rule)
    expect(found).not.toEqual([])
    if (rule === 'cycle') return
    for (const violation of found) expect(file.startsWith(violation.file)).toBe(true)
  })

  it('reports a cycle through several files with its path', () => {
    const found = check({
      'codec/a.ts': `import './b'`,
      'codec/b.ts': `import './c'`,
      'codec/c.ts': `import './a'`,
    })
    expect(found).toEqual([
      { rule: 'cycle', file: 'codec/a.ts', message: 'codec/a.ts → codec/b.ts → codec/c.ts → codec/a.ts' },
    ])
  })
})
