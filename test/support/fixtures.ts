import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyEvent } from '../../src/event/event'
import { providers, type ProviderName } from '../../src/providers/index'

const root = join(import.meta.dirname, '../../fixtures')

/** One delivery as a provider documents it, byte for byte, and the event it should become. */
export interface Fixture {
  readonly provider: ProviderName
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly body: string
  readonly eventFile: string
}

const BODY = '.body.json'

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const fixturesOf = (provider: ProviderName): readonly Fixture[] =>
  readdirSync(join(root, provider))
    .filter((file) => file.endsWith(BODY))
    .sort()
    .map((file) => {
      const name = file.slice(0, -BODY.length)
      const bytes = readFileSync(join(root, provider, file))
      return {
        provider,
        name,
        headers: readJson(join(root, provider, `${name}.headers.json`)) as Record<string, string>,
        bytes,
        body: bytes.toString('utf8'),
        eventFile: join(root, provider, `${name}.event.json`),
      }
    })

export const providerNames = Object.keys(providers) as ProviderName[]

export const fixtures: readonly Fixture[] = providerNames.flatMap(fixturesOf)

/** The body stands in a file of its own, so the expected event does not repeat it. */
export const withoutRaw = (event: AnyEvent): unknown => ({ ...event, source: { ...event.source, raw: null } })

/** For a name such as `rently/self-scheduling`. */
export const fixture = (path: string): Fixture => {
  const found = fixtures.find(({ provider, name }) => `${provider}/${name}` === path)
  if (found === undefined) throw new Error(`no fixture ${path}`)
  return found
}
