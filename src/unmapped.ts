import { isLeft } from 'fp-ts/Either'
import { readerOf } from './codec/foreign'
import { newReading } from './codec/reading'
import type { AnyEvent } from './event/event'
import type { AnyProvider } from './provider'
import { parseJson } from './request/json-text'

/**
 * What the event's body held and the provider's codec does not know, as JSON pointers in the order of the
 * body. They are keys as received. Empty where the body was not kept, or the whole payload is open because its
 * word is unknown.
 *
 * @example
 * unmapped(event, rently) // ['/newFieldOfTheirs']
 */
export const unmapped = (event: AnyEvent, provider: AnyProvider): readonly string[] => {
  if (event.source.raw === null) return []
  const json = parseJson(event.source.raw, Infinity)
  if (isLeft(json)) return []
  const reading = newReading(true, 'list')
  readerOf(provider.codec).read(json.right, reading)
  return [...reading.foreignPaths]
}
