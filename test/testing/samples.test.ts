import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { describe, expect, test } from 'vitest'
import { LeasingEvent, providers, type ProviderName } from '../../src/providers/index'
import { sample, samples } from '../../src/testing/samples'
import { fixtures, providerNames, withoutRaw } from '../support/fixtures'

// `npm run samples` writes src/testing/samples anew from the fixtures.
const update = process.env['UPDATE_SAMPLES'] === '1'

const folder = join(import.meta.dirname, '../../src/testing/samples')

/** Under these keys null is something that was sent. */
const asSent: ReadonlySet<string> = new Set(['payload', 'fields', 'context', 'changes'])

const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, asSent.has(key) ? member : withoutNulls(member)]),
  )
}

const decoded = (json: unknown): unknown => {
  const read = LeasingEvent.decode(json)
  return read._tag === 'Right' ? read.right : null
}

/** The event as text, in the shortest form from which it can be read back. */
const storedEvent = (file: string): string => {
  const event: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const form = [withoutNulls(event), event].find((one) => isDeepStrictEqual(decoded(one), event))
  if (form === undefined) throw new Error(`${file} does not come back from JSON`)
  return JSON.stringify(form)
}

const sourceFor = async (name: ProviderName): Promise<string> => {
  const rows = fixtures
    .filter(({ provider }) => provider === name)
    .map((fixture) => {
      const columns = [
        fixture.name,
        JSON.stringify(fixture.headers),
        fixture.body,
        storedEvent(fixture.eventFile),
      ]
      return `[${columns.map((column) => JSON.stringify(column)).join(', ')}]`
    })
  const text = `import type { StoredSample } from './stored'

// Written by \`npm run samples\` from fixtures/${name}.
export const ${name}: readonly StoredSample[] = [${rows.join(', ')}]`
  const file = join(folder, `${name}.ts`)
  return format(text, { ...(await resolveConfig(file)), filepath: file })
}

test.each(providerNames)('the stored samples of %s are its fixtures: run `npm run samples`', async (name) => {
  const file = join(folder, `${name}.ts`)
  const source = await sourceFor(name)
  if (update) writeFileSync(file, source)
  expect(readFileSync(file, 'utf8') === source, 'the file is up to date').toBe(true)
})

describe.runIf(!update)('the samples', () => {
  test('are all fixtures, in the same bytes', () => {
    expect(
      samples.map(({ provider, name, body, headers }) => ({ provider, name, body, headers })),
    ).toStrictEqual(fixtures.map(({ provider, name, body, headers }) => ({ provider, name, body, headers })))
  })

  test.each(fixtures.map((fixture) => [`${fixture.provider}/${fixture.name}`, fixture] as const))(
    '%s has the expected event and the body in it',
    (_, fixture) => {
      const { event } = sample(fixture.provider, fixture.name)
      expect(withoutRaw(event)).toStrictEqual(JSON.parse(readFileSync(fixture.eventFile, 'utf8')))
      expect(event.source.raw).toHaveLength(fixture.body.length)
    },
  )

  test("hold no credential of CasaYes's bodies in their events", () => {
    const found = samples.filter(({ body }) => body.includes('OfficeIntegrationSecret":'))
    expect(found.length).toBeGreaterThan(0)
    for (const { body, event } of found) {
      const { OfficeIntegrationSecret: secret } = JSON.parse(body) as Record<string, string>
      if (secret === undefined || secret === '') continue
      expect(JSON.stringify(event).includes(JSON.stringify(secret).slice(1, -1))).toBe(false)
    }
  })

  test('are found by name, and a name that there is not is answered with those that there are', () => {
    expect(sample('rently', 'self-scheduling').event.type).toBe('showing.scheduled')
    expect(() => sample('rently', 'nothing-like-it')).toThrow(
      /no sample "nothing-like-it" of rently.*self-scheduling/,
    )
  })

  test('know every provider', () => {
    expect([...new Set(samples.map(({ provider }) => provider))]).toStrictEqual(Object.keys(providers))
  })
})
