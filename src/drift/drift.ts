import { isLeft, type Either } from 'fp-ts/Either'
import { ownValue } from '../codec/choice'
import { readerOf } from '../codec/foreign'
import type { Issue, WebhookError } from '../error'
import type { AnyEvent } from '../event/event'
import { resolveProvider } from '../named'
import type { AnyProvider } from '../provider'
import type { ProviderName } from '../providers/index'
import { unmapped } from '../unmapped'
import { departuresOf } from './departures'
import { placeName, wordName } from './names'
import { mergeTallies, noTally, tallyOf, type Tally } from './tally'

/**
 * In what some deliveries departed from the documents. Names are places, as JSON pointers with `*` for any position;
 * each counts the deliveries in which it was seen.
 */
export interface Departed {
  readonly deliveries: number
  /** Fields that no codec knows. */
  readonly added: Tally
  /** Documented fields that were not sent. Most are optional: what tells is a change of the share. */
  readonly missing: Tally
  /** Fields with a value of another kind, or with a time in another form, than documented. */
  readonly retyped: Tally
  /** Fields with a value that is none of the documented ones. */
  readonly unlisted: Tally
  /** What the events' issues say: a code, a space and a place. Also of right values that contradict each other. */
  readonly issues: Tally
}

export interface ProviderDrift {
  /** By the provider's word, as far as it is documented. */
  readonly words: Readonly<Record<string, Departed>>
  /** Words that no document names. */
  readonly newWords: Tally
  /** Deliveries whose payload was refused (`PayloadInvalid`): what identifies the event was missing or wrong. */
  readonly refused: Departed
}

/** In what deliveries depart from the documents, by provider. Plain data, which holds no received value. */
export type Drift = Readonly<Record<string, ProviderDrift>>

const nothing: Departed = {
  deliveries: 0,
  added: noTally,
  missing: noTally,
  retyped: noTally,
  unlisted: noTally,
  issues: noTally,
}
/** Of a provider that sent nothing. */
export const noProviderDrift: ProviderDrift = { words: {}, newWords: noTally, refused: nothing }

/** The drift of no deliveries. Merged with another it changes nothing. */
export const noDrift: Drift = {}

const placesOf = (issues: readonly Issue[], codes: readonly Issue['code'][]): ReadonlySet<string> =>
  new Set(issues.filter(({ code }) => codes.includes(code)).map(({ path }) => placeName(path)))

const retyped = (issues: readonly Issue[]): Tally =>
  tallyOf(placesOf(issues, ['wrong_kind', 'time_unreadable']))

const codesAndPlaces = (issues: readonly Issue[]): Tally =>
  tallyOf(
    new Set(
      issues.flatMap(({ code, path }) => (code === 'more_issues' ? [] : [`${code} ${placeName(path)}`])),
    ),
  )

const ofRefused = ({ issues }: WebhookError): ProviderDrift => ({
  ...noProviderDrift,
  refused: {
    ...nothing,
    deliveries: 1,
    missing: tallyOf(placesOf(issues, ['missing'])),
    retyped: retyped(issues),
    issues: codesAndPlaces(issues),
  },
})

const ofEvent = (event: AnyEvent, provider: AnyProvider): ProviderDrift => {
  const { issues, source } = event
  if (!Object.hasOwn(provider.words, source.type))
    return { ...noProviderDrift, newWords: tallyOf([wordName(source.type)]) }
  const { missing, unlisted } = departuresOf(readerOf(provider.codec), source.payload)
  const departed: Departed = {
    deliveries: 1,
    added: tallyOf(new Set(unmapped(event, provider).map(placeName))),
    missing: tallyOf(new Set([...missing, ...placesOf(issues, ['missing'])])),
    retyped: retyped(issues),
    unlisted: tallyOf(unlisted),
    issues: codesAndPlaces(issues),
  }
  return { ...noProviderDrift, words: { [source.type]: departed } }
}

/**
 * In what one delivery departs from the documents of its provider. Takes what `parseWebhook` or `receiveWebhook`
 * answered; for an event from a queue, `right(event)`.
 *
 * Only a delivery whose body was kept shows fields that are new (`keepRaw`). An error other than `PayloadInvalid`
 * says nothing of documents and gives {@link noDrift}, as do an unknown provider and an event whose type only a
 * newer version of this library knows. Never fails.
 *
 * Names are bounded in length and number. A key that does not look like the name of a field is `?`.
 *
 * @example
 * let drift = noDrift
 * for (const { provider, headers, body } of deliveries)
 *   drift = mergeDrift(drift, driftOf(provider, parseWebhook(provider, headers, body)))
 */
export const driftOf = (
  provider: ProviderName | AnyProvider,
  received: Either<WebhookError, AnyEvent>,
): Drift => {
  const known = resolveProvider(provider)
  if (known === null) return noDrift
  if (isLeft(received))
    return received.left._tag === 'PayloadInvalid' ? { [known.name]: ofRefused(received.left) } : noDrift
  const event = received.right
  return ownValue(event, 'newerType') == null ? { [known.name]: ofEvent(event, known) } : noDrift
}

const mergeRecords = <A>(
  one: Readonly<Record<string, A>>,
  other: Readonly<Record<string, A>>,
  merge: (a: A, b: A) => A,
): Readonly<Record<string, A>> => {
  const merged = new Map(Object.entries(one))
  for (const [key, value] of Object.entries(other)) {
    const known = merged.get(key)
    merged.set(key, known === undefined ? value : merge(known, value))
  }
  return Object.fromEntries(merged)
}

const mergeDeparted = (one: Departed, other: Departed): Departed => ({
  deliveries: one.deliveries + other.deliveries,
  added: mergeTallies(one.added, other.added),
  missing: mergeTallies(one.missing, other.missing),
  retyped: mergeTallies(one.retyped, other.retyped),
  unlisted: mergeTallies(one.unlisted, other.unlisted),
  issues: mergeTallies(one.issues, other.issues),
})

const mergeProviders = (one: ProviderDrift, other: ProviderDrift): ProviderDrift => ({
  words: mergeRecords(one.words, other.words, mergeDeparted),
  newWords: mergeTallies(one.newWords, other.newWords),
  refused: mergeDeparted(one.refused, other.refused),
})

/**
 * The drift of two lots of deliveries together, also of two processes or days, read back from JSON. In whatever order
 * and grouping lots are merged, the counts are the same.
 */
export const mergeDrift = (one: Drift, other: Drift): Drift => mergeRecords(one, other, mergeProviders)
