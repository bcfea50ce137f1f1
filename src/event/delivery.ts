import type { Reading } from '../codec/reading'
import type { Disambiguation } from '../time/wall'
import type { Zone } from '../time/zone'
import type { Verification } from './base'

/** What a provider's `normalize` knows of the delivery beside the payload. */
export interface Delivery {
  /** The body's text as received; null where it is not to be kept. */
  readonly raw: string | null
  readonly verification: Verification | null
  /** Where remarks go: they become the event's issues. */
  readonly reading: Reading
  /** The zone that the caller gave for stamps whose zone neither payload nor documents say. */
  readonly zone: Zone | null
  readonly disambiguation: Disambiguation
  /** A header's value by its name in any case; null where there is none or the headers cannot be read. */
  readonly header: (name: string) => string | null
}
