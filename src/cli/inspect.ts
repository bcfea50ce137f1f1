import { isLeft, type Either } from 'fp-ts/Either'
import type { WebhookError } from '../error'
import type { Verification } from '../event/base'
import type { AnyEvent } from '../event/event'
import { dedupeKey, type DedupeKey } from '../event/identity'
import { parseWebhook, unmapped } from '../named'
import type { ProviderName } from '../providers/index'
import type { ParseOptions } from '../webhook'

/** What became of the proof of origin. */
export type Checked =
  | { readonly kind: 'verified'; readonly verification: Verification }
  | { readonly kind: 'refused'; readonly error: WebhookError }
  /** No secret was given to check by. */
  | { readonly kind: 'unchecked' }

/** A delivery as it is shown and kept: what proves its origin is no longer readable in it. */
export interface Delivery {
  readonly id: string
  /** Null where nobody noted it. */
  readonly receivedAt: string | null
  readonly provider: ProviderName
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly checked: Checked
}

export type Read =
  | {
      readonly kind: 'event'
      readonly event: AnyEvent
      /** JSON pointers of what no codec knows. */
      readonly unmapped: readonly string[]
      readonly dedupeKey: DedupeKey
    }
  | { readonly kind: 'refused'; readonly error: WebhookError }

/** A delivery and what the library makes of it. */
export interface Inspected extends Delivery {
  readonly read: Read
}

export const checkedBy = (verified: Either<WebhookError, Verification>): Checked =>
  isLeft(verified)
    ? { kind: 'refused', error: verified.left }
    : { kind: 'verified', verification: verified.right }

export const readDelivery = (
  provider: ProviderName,
  headers: Delivery['headers'],
  body: string | Uint8Array,
  options?: ParseOptions,
): Read => {
  const parsed = parseWebhook(provider, headers, body, options)
  return isLeft(parsed)
    ? { kind: 'refused', error: parsed.left }
    : {
        kind: 'event',
        event: parsed.right,
        unmapped: unmapped(parsed.right),
        dedupeKey: dedupeKey(parsed.right),
      }
}

/** What a server that verifies would have got. */
const withVerification = (read: Read, checked: Checked): Read =>
  read.kind === 'event' && checked.kind === 'verified'
    ? { ...read, event: { ...read.event, verification: checked.verification } }
    : read

export const inspect = (delivery: Delivery, options?: ParseOptions): Inspected => ({
  ...delivery,
  read: withVerification(
    readDelivery(delivery.provider, delivery.headers, delivery.body, options),
    delivery.checked,
  ),
})
