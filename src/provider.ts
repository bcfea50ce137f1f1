import type * as t from 'io-ts'
import type { Verify } from './auth/verify'
import type { JsonObject } from './codec/json'
import type { Source } from './event/base'
import type { Delivery } from './event/delivery'
import type { AnyEvent, EventOf } from './event/event'
import type { EventType } from './event/vocabulary'

/**
 * The text of a body with the characters of every credential in it replaced, and nothing else changed. It gets
 * text that is known to be JSON, perhaps behind a byte order mark, and must not throw.
 */
export type Mask = (body: string) => string

/** What a provider's word is mapped to; a table may add the detail that the word carries. */
export interface WordEntry {
  /** Several where another field of the payload decides between them. */
  readonly type: EventType | readonly EventType[]
  readonly [detail: string]: string | boolean | null | readonly string[]
}

/** Every documented word of a provider. */
export type Words = Readonly<Record<string, WordEntry>>

/** The types that a table of words leads to. */
export type TypesOf<W extends Words> = W[keyof W]['type'] extends infer T
  ? T extends readonly (infer One)[]
    ? One
    : T
  : never

/** What a server answers. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Everything that is known of one provider. Functions take the value, so that a program that uses one
 * provider does not carry the others.
 */
export interface Provider<Name extends string, Type extends EventType, Payload> {
  readonly name: Name
  readonly words: Words
  /** Reads a body: one of the documented payloads, or any object for a word that no document names. */
  readonly codec: t.Decoder<unknown, Payload | JsonObject>
  /** Must not throw: what it throws passes through `parseWebhook`. */
  readonly normalize: (
    payload: Payload | JsonObject,
    delivery: Delivery,
  ) => EventOf<Type | 'unrecognized', Source<Name, Payload>>
  /** Without it a delivery is refused as unsigned, unless the caller has a secret of its own or wants no proof. */
  readonly verify?: Verify | undefined
  /** The reply that it takes for success; without it, 200 and no body. */
  readonly accepted?: Reply | undefined
  /** Hides the credentials that the provider puts into its bodies. */
  readonly mask?: Mask | undefined
}

/** Any provider, for functions that take one. */
export interface AnyProvider {
  readonly name: string
  readonly words: Words
  readonly codec: t.Decoder<unknown, unknown>
  readonly normalize: (payload: never, delivery: Delivery) => AnyEvent
  readonly verify?: Verify | undefined
  readonly accepted?: Reply | undefined
  readonly mask?: Mask | undefined
}

/** The events that a provider gives. */
export type EventFrom<P extends AnyProvider> = P['normalize'] extends ((
  payload: never,
  delivery: Delivery,
) => infer Event extends AnyEvent)
  ? Event
  : never

/**
 * A provider from its parts, for software that this library does not know.
 *
 * - `words`: each documented word and the one type of event it means.
 * - `codec`: any io-ts decoder of the body.
 * - `normalize`: the event of a decoded payload, built with `eventOf`.
 * - `verify`: checks the origin: `signatureInHeader`, `tokenInHeader`, `secretWhereTheCallerSays` or a function of
 *   your own. Without it `verifyWebhook` refuses with `ProviderUnsigned`, unless the caller has put a secret into
 *   a header or the URL itself, or asks for no proof.
 * - `accepted`: the reply that it takes for success, where a plain 200 is not enough.
 * - `mask`: hides credentials in `source.raw`; the codec must keep them out of the payload itself.
 */
export const defineProvider = <const Name extends string, const W extends Words, Payload>(definition: {
  readonly name: Name
  readonly words: W
  readonly codec: t.Decoder<unknown, Payload | JsonObject>
  readonly normalize: Provider<Name, TypesOf<W> & EventType, Payload>['normalize']
  readonly verify?: Verify | undefined
  readonly accepted?: Reply | undefined
  readonly mask?: Mask | undefined
}): Provider<Name, TypesOf<W> & EventType, Payload> => definition
