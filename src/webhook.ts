import { isLeft, left, right, type Either } from 'fp-ts/Either'
import { secretWhereTheCallerSays } from './auth/caller-chosen'
import type { Credentials } from './auth/credentials'
import { FAIL } from './codec/codec'
import { readerOf } from './codec/foreign'
import { issuesOf, newReading, remark, type Reading } from './codec/reading'
import { webhookError, type WebhookError } from './error'
import type { Received, Verification } from './event/base'
import type { AnyProvider, EventFrom } from './provider'
import { bodyText, readBody, sizeError, type Body, type BodyInput } from './request/body'
import { headerLookup, type HeaderLookup, type HeadersInput } from './request/headers'
import { parseJson } from './request/json-text'
import { findZone } from './time/zone'
import type { Disambiguation } from './time/wall'

/** How to read a delivery. */
export interface ParseOptions {
  /** Refuse a payload with a wrong value (`PayloadInvalid`) that is otherwise delivered with an issue. */
  readonly strict?: boolean | undefined
  /** IANA name of the zone of stamps whose zone neither the payload nor the provider's documents say. */
  readonly zone?: string | undefined
  /** What to make of a wall time that a clock change skips or repeats. Default `compatible`, as in Temporal. */
  readonly disambiguation?: Disambiguation | undefined
  /** Default 1 MiB. */
  readonly maxBytes?: number | undefined
  /** Levels of nesting. Default 64. */
  readonly maxDepth?: number | undefined
  /** Whether `source.raw` holds the body. Default true. */
  readonly keepRaw?: boolean | undefined
}

const MAX_BYTES = 1_048_576
const MAX_DEPTH = 64

/** Callers without types pass null. */
const given = <Given extends object>(options: unknown): Partial<Given> =>
  typeof options === 'object' && options !== null ? options : {}

/** A limit that is no number would compare as no limit at all. */
const limitOr = (limit: number | undefined, standard: number): number =>
  typeof limit === 'number' && limit >= 0 ? limit : standard

/** The limit that holds for a body. */
export const maxBytesOf = (options: ParseOptions): number => limitOr(options.maxBytes, MAX_BYTES)

const invalid = (provider: AnyProvider, reading: Reading): WebhookError =>
  webhookError('PayloadInvalid', `a payload of ${provider.name}`, { issues: issuesOf(reading) })

const firstHeader =
  (header: HeaderLookup) =>
  (name: string): string | null => {
    const values = header(name)
    return isLeft(values) ? null : (values.right[0] ?? null)
  }

/** From the body to the event, after whatever was verified. */
const parseBody = <P extends AnyProvider>(
  provider: P,
  header: HeaderLookup,
  body: Body,
  options: ParseOptions,
  verification: Verification | null,
): Either<WebhookError, EventFrom<P>> => {
  const raw = bodyText(body, maxBytesOf(options))
  if (isLeft(raw)) return raw
  const json = parseJson(raw.right, limitOr(options.maxDepth, MAX_DEPTH))
  if (isLeft(json)) return json

  const reading = newReading(true)
  const payload = readerOf(provider.codec).read(json.right, reading)
  if (payload === FAIL) return left(invalid(provider, reading))

  const zoneName = options.zone ?? null
  const zone = findZone(zoneName)
  if (zoneName !== null && zone === null) remark(reading, 'zone_unknown', '', 'an IANA zone in the options')
  const event = provider.normalize(payload as never, {
    raw: options.keepRaw === false ? null : (provider.mask?.(raw.right) ?? raw.right),
    verification,
    reading,
    zone,
    disambiguation: options.disambiguation ?? 'compatible',
    header: firstHeader(header),
  })
  return options.strict === true && reading.faultCount > 0
    ? left(invalid(provider, reading))
    : right(event as EventFrom<P>)
}

/**
 * The event of a delivery. **It checks no signature**: anybody can have sent the body.
 *
 * Synchronous and total: whatever it is given, it does not throw. Fails with `BodyMissing`, `BodyTooLarge`,
 * `BodyNotUtf8`, `BodyTooDeep`, `BodyNotJson` or `PayloadInvalid`.
 */
export const parseWebhook = <P extends AnyProvider>(
  provider: P,
  headers: HeadersInput,
  body: BodyInput,
  options?: ParseOptions,
): Either<WebhookError, EventFrom<P>> =>
  parseBody(provider, headerLookup(headers), readBody(body), given(options), null)

/** What is checked of a provider that documents no proof. */
const verifyUndocumented = /* @__PURE__ */ secretWhereTheCallerSays('shared-secret')

const verifyBody = (
  provider: AnyProvider,
  header: HeaderLookup,
  body: Body,
  credentials: Credentials,
): Either<WebhookError, Verification> =>
  (provider.verify ?? verifyUndocumented)(header, body, given(credentials))

/**
 * Proves where a delivery comes from, on the body exactly as received, and reads nothing of it.
 *
 * - `body`: text or bytes. A provider that signs refuses what a framework has parsed (`BodyAlreadyParsed`):
 *   parsing and writing again does not give the bytes that were signed.
 * - `credentials`: `secrets` (one, a list, or a record of names), and for some providers more; see
 *   {@link Credentials}.
 *
 * Synchronous. Fails with `ProviderUnsigned`, `SecretMissing`, `SecretInvalid`, `HeadersUnreadable`,
 * `HeaderMissing`, `HeaderRepeated`, `HeaderMalformed`, `SignatureMismatch`, `TokenMismatch`, `BodyMissing` or
 * `BodyAlreadyParsed`. No documented proof prevents replay: a delivery that was seen can be sent again, so
 * handle an event once by its `dedupeKey`.
 */
export const verifyWebhook = (
  provider: AnyProvider,
  headers: HeadersInput,
  body: BodyInput,
  credentials: Credentials,
): Either<WebhookError, Verification> =>
  verifyBody(provider, headerLookup(headers), readBody(body), credentials)

/**
 * Verifies a delivery and only then reads it: what a server uses. Its event says in `verification` how the
 * origin was proven.
 *
 * Synchronous. Fails as `verifyWebhook` does and then as `parseWebhook` does; a body beyond `maxBytes` is refused
 * before anything is computed over it.
 */
export const receiveWebhook = <P extends AnyProvider>(
  provider: P,
  headers: HeadersInput,
  body: BodyInput,
  credentials: Credentials,
  options?: ParseOptions,
): Either<WebhookError, Received<EventFrom<P>>> => {
  const header = headerLookup(headers)
  const read = readBody(body)
  const oversize = sizeError(read, maxBytesOf(given(options)))
  if (oversize !== null) return left(oversize)
  const verified = verifyBody(provider, header, read, credentials)
  if (isLeft(verified)) return verified
  // `normalize` puts the delivery's verification into the event.
  return parseBody(provider, header, read, given(options), verified.right) as Either<
    WebhookError,
    Received<EventFrom<P>>
  >
}
