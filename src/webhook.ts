import { isLeft, left, right, type Either } from 'fp-ts/Either'
import { FAIL } from './codec/codec'
import { readerOf } from './codec/foreign'
import { issuesOf, newReading, remark, type Reading } from './codec/reading'
import { webhookError, type WebhookError } from './error'
import type { Verification } from './event/base'
import type { AnyProvider, EventFrom } from './provider'
import { bodyText, readBody, type Body, type BodyInput } from './request/body'
import { headerLookup, type HeadersInput } from './request/headers'
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

/** A limit that is no number would compare as no limit at all. */
const limitOr = (limit: number | undefined, standard: number): number =>
  typeof limit === 'number' && limit >= 0 ? limit : standard

const invalid = (provider: AnyProvider, reading: Reading): WebhookError =>
  webhookError('PayloadInvalid', `a payload of ${provider.name}`, { issues: issuesOf(reading) })

const firstHeader =
  (headers: unknown) =>
  (name: string): string | null => {
    const values = headerLookup(headers)(name)
    return isLeft(values) ? null : (values.right[0] ?? null)
  }

/** From the body to the event, after whatever was verified. */
const parseBody = <P extends AnyProvider>(
  provider: P,
  headers: unknown,
  body: Body,
  options: ParseOptions,
  verification: Verification | null,
): Either<WebhookError, EventFrom<P>> => {
  const raw = bodyText(body, limitOr(options.maxBytes, MAX_BYTES))
  if (isLeft(raw)) return raw
  const json = parseJson(raw.right, limitOr(options.maxDepth, MAX_DEPTH))
  if (isLeft(json)) return json

  const reading = newReading(true)
  const payload = readerOf(provider.codec).read(json.right, reading)
  if (payload === FAIL) return left(invalid(provider, reading))

  const zone = options.zone === undefined ? null : findZone(options.zone)
  if (options.zone !== undefined && zone === null)
    remark(reading, 'zone_unknown', '', 'an IANA zone in the options')
  const event = provider.normalize(payload as never, {
    raw: options.keepRaw === false ? null : (provider.mask?.(raw.right) ?? raw.right),
    verification,
    reading,
    zone,
    disambiguation: options.disambiguation ?? 'compatible',
    header: firstHeader(headers),
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
  options: ParseOptions = {},
): Either<WebhookError, EventFrom<P>> => parseBody(provider, headers, readBody(body), options, null)
