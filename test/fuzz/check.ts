import { isLeft } from 'fp-ts/Either'
import { formatWebhookError, type WebhookError } from '../../src/error'
import { compareEvents, dedupeKey } from '../../src/event/identity'
import type { AnyEvent } from '../../src/event/event'
import { parseWebhook, unmapped } from '../../src/named'
import { LeasingEvent } from '../../src/providers/index'
import { randomFrom, wholeFrom } from '../../src/testing/seeded'
import type { Fixture } from '../support/fixtures'
import { MARKER, mutate } from './mutations'

/** What went wrong with one mutated body: enough to make it again, and none of its values. */
export interface Finding {
  readonly fixture: string
  readonly seed: number
  readonly did: string
  readonly what: string
}

const holdsMarker = (value: unknown): boolean => (JSON.stringify(value) ?? '').includes(MARKER)

/** What is said about a body must hold nothing of it. */
export const wrongWithError = (error: WebhookError): string | null =>
  holdsMarker(error) || formatWebhookError(error).includes(MARKER) ? 'an error holds a value' : null

const wrongWithEvent = (event: AnyEvent): string | null => {
  if (holdsMarker(event.issues)) return 'an issue holds a value'
  if (event.issues.length > 20) return 'more than 20 issues'
  const text = JSON.stringify(event)
  const back: unknown = JSON.parse(text)
  if (JSON.stringify(back) !== text) return 'the event does not come back from JSON'
  const read = LeasingEvent.decode(back)
  if (isLeft(read)) return 'the codec does not know the event'
  if (compareEvents(event, read.right) !== 0) return 'the key changes on the way through JSON'
  if (!/^[a-z]+:[0-9a-f]{32}$/.test(dedupeKey(event).key)) return 'the key has another form'
  unmapped(event)
  return null
}

const wrongWith = (fixture: Fixture, bytes: Uint8Array): string | null => {
  const { provider, headers } = fixture
  const strictly = parseWebhook(provider, headers, bytes, { strict: true })
  const wrong = isLeft(strictly) ? wrongWithError(strictly.left) : null
  const parsed = parseWebhook(provider, headers, bytes)
  if (wrong !== null) return wrong
  return isLeft(parsed) ? wrongWithError(parsed.left) : wrongWithEvent(parsed.right)
}

/** The kind of an exception without its message, which may quote the body. */
const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** The same for the same fixtures and seed. */
export const tryOne = (
  fixtures: readonly Fixture[],
  seed: number,
): { bytes: number; finding: Finding | null } => {
  const random = randomFrom(seed)
  const fixture = fixtures[wholeFrom(random, 0, fixtures.length - 1)]!
  const { did, bytes } = mutate(fixture.body, random)
  const name = `${fixture.provider}/${fixture.name}`
  try {
    const what = wrongWith(fixture, bytes)
    return { bytes: bytes.length, finding: what === null ? null : { fixture: name, seed, did, what } }
  } catch (error) {
    return { bytes: bytes.length, finding: { fixture: name, seed, did, what: `throws ${kindOf(error)}` } }
  }
}
