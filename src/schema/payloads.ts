import type * as t from 'io-ts'
import { Codec } from '../codec/codec'
import { readerOf } from '../codec/foreign'
import { providers, type ProviderName } from '../providers/index'

type Providers = typeof providers

/** What a provider's codec gives: a documented payload, or any object for a word that no document names. */
export type PayloadOf<Name extends ProviderName> =
  Providers[Name]['codec'] extends t.Decoder<unknown, infer A> ? A : never

const codecOf = (decoder: t.Decoder<unknown, unknown>): Codec<unknown> => {
  const { name, shape, read } = readerOf(decoder)
  return new Codec(name, shape, read)
}

/** The codec of every provider's bodies, by the provider's name. */
export const payloadCodecs = /* @__PURE__ */ Object.fromEntries(
  Object.entries(providers).map(([name, { codec }]) => [name, codecOf(codec)]),
) as { readonly [Name in ProviderName]: Codec<PayloadOf<Name>> }
