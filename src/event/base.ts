import type { JsonObject } from '../codec/json'
import type { Issue } from '../error'
import type { EventTime } from '../time/event-time'
import type { Actor } from './person'
import type { Family } from './vocabulary'

/** Where an event comes from: the provider, its word for what happened, and the body in two forms. */
export interface Source<Name extends string, Payload> {
  readonly provider: Name
  /** The provider's word, as sent. */
  readonly type: string
  /** The documented fields, typed. A missing key stays missing; '' and null are null. */
  readonly payload: Payload
  /** The body's text exactly as received; null where the caller asked not to keep it. */
  readonly raw: string | null
}

export type AnySource = Source<string, unknown>

/** The source of an event whose word no document names: its payload is whatever was sent. */
export type OpenSource<S extends AnySource> = Source<S['provider'], JsonObject>

/** How the origin of a delivery was proven. */
export interface Verification {
  readonly method: 'hmac-sha256' | 'token' | 'shared-secret' | 'none'
  /** A token proves who sent, not what was sent: it covers nothing of the body. */
  readonly covers: 'body' | 'nothing'
  readonly replayProtected: boolean
  /** The name or the position of the secret that matched. */
  readonly secret: string | number | null
}

/**
 * What identifies an event and what orders it. `dedupeKey` and `compareEvents` read nothing else but this
 * (and, for `content`, the payload), so they work for every provider and on events from a queue.
 */
export interface Identity {
  /**
   * `provider-id`: the provider's own id of the event. `derived`: ids and stamps that together mean one
   * event. `content`: the provider sends nothing of the kind, so the documented fields are compared.
   */
  readonly strength: 'provider-id' | 'derived' | 'content'
  /** What makes up the key, in a fixed order; empty for `content`. */
  readonly parts: readonly string[]
  /** What orders events of one provider; null where nothing does. */
  readonly order: EventOrder | null
}

/** `sequence`: digits, compared as a number. `time`: an instant, and how finely it was sent. */
export interface EventOrder {
  readonly by: 'sequence' | 'time'
  readonly value: string
  /** Null for a sequence. */
  readonly precision: EventTime['precision'] | null
}

/**
 * `snapshot`: null means the provider has no value. `partial`: fields may follow later. `diff`: only what
 * changed is said, and null means "not said", never "now empty".
 */
export type Completeness = 'snapshot' | 'partial' | 'diff'

/** What every event has, whatever its family. */
export interface EventBase<F extends Family, Type extends string, S extends AnySource> {
  readonly family: F
  readonly type: Type
  /** The provider's own id of this event. */
  readonly id: string | null
  /** When it happened, as the provider says. */
  readonly occurredAt: EventTime | null
  /** Who did it; null where the provider does not say. */
  readonly actor: Actor | null
  readonly completeness: Completeness
  readonly identity: Identity
  readonly source: S
  /** Null until the origin was verified: an event with null may come from anybody. */
  readonly verification: Verification | null
  /** What was odd but not fatal, at most 20. */
  readonly issues: readonly Issue[]
}

/** An event whose origin was verified. */
export type Received<E> = E & { readonly verification: Verification }
