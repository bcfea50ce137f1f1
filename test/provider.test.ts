import { isLeft } from 'fp-ts/Either'
import { PathReporter } from 'io-ts/PathReporter'
import { describe, expect, test } from 'vitest'
import { LeasingEvent, providers } from '../src/providers/index'
import { defineProvider } from '../src/provider'
import { familyOf } from '../src/event/vocabulary'
import { acme } from './support/acme'

describe('defineProvider', () => {
  test('gives the definition itself, with its types', () => {
    const definition = { name: 'x', words: acme.words, codec: acme.codec, normalize: acme.normalize } as const
    expect(defineProvider(definition)).toBe(definition)
  })
})

describe.each(Object.values(providers).map((provider) => [provider.name, provider] as const))(
  '%s',
  (_, provider) => {
    test('maps each of its words to types that exist', () => {
      const types = Object.values(
        provider.words as Readonly<Record<string, { readonly type: string | readonly string[] }>>,
      ).flatMap(({ type }) => type)
      expect(types.length).toBeGreaterThan(0)
      for (const type of types) expect(familyOf(type), type).not.toBeNull()
    })

    test('has a codec that is a type of its own, and tells its shape', () => {
      expect(provider.codec.name).not.toBe('')
      expect(provider.codec).toHaveProperty('shape')
    })
  },
)

test('the codec of all events knows each provider', () => {
  const read = LeasingEvent.decode({ type: 'lead.created', family: 'lead', source: { provider: 'nobody' } })
  const names = Object.keys(providers).map((name) => `"${name}"`)
  expect(isLeft(read) && PathReporter.report(read)).toContain(
    `/source/provider: expected ${names.join(' or ')}`,
  )
})
