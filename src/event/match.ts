import type { AnyEvent } from './event'
import type { Family } from './vocabulary'

/** The member of a union of events that has the type. */
export type EventWithType<E extends AnyEvent, T> = E extends AnyEvent
  ? T extends E['type']
    ? E
    : never
  : never

type Handlers<E extends AnyEvent> = { readonly [T in E['type']]: (event: EventWithType<E, T>) => unknown }

type ResultOf<H> = { [K in keyof H]: H[K] extends (...args: never) => infer R ? R : never }[keyof H]

type Handler = (event: AnyEvent) => unknown

const handlerFor = (handlers: object, type: string): Handler | null => {
  if (!Object.hasOwn(handlers, type)) return null
  const handler: unknown = (handlers as Record<string, unknown>)[type]
  return typeof handler === 'function' ? (handler as Handler) : null
}

/**
 * Calls the handler of the event's type and returns what it returns. A handler per type, or it does not
 * compile. A type that only a newer version knows goes to `unrecognized`.
 *
 * @example
 * matchEvent(casayesEvent, {
 *   'lead.created': (e) => `${e.person.name ?? 'somebody'} has asked`,
 *   'listing.created': () => 'new',
 *   'listing.updated': () => 'changed',
 *   'listing.deleted': () => 'gone',
 *   'listing.change_failed': (e) => `not done: ${e.listing.errors.join()}`,
 *   unrecognized: (e) => `a new word: ${e.source.type}`,
 * }) // 'gone'
 */
export function matchEvent<E extends AnyEvent, H extends Handlers<E>>(event: E, handlers: H): ResultOf<H>
/**
 * Calls the handler of the event's type, or `otherwise` where there is none.
 *
 * @example
 * matchEvent(event, { 'showing.scheduled': (e) => e.showing.date }, () => null)
 */
export function matchEvent<E extends AnyEvent, H extends Partial<Handlers<E>>, R>(
  event: E,
  some: H,
  otherwise: (event: E) => R,
): ResultOf<H> | R
export function matchEvent(event: AnyEvent, handlers: object, otherwise?: Handler): unknown {
  const handler = handlerFor(handlers, event.type) ?? otherwise ?? handlerFor(handlers, 'unrecognized')
  if (handler === null)
    throw new TypeError('matchEvent: no handler for the type of this event, and none for "unrecognized"')
  return handler(event)
}

/**
 * Whether the event is of the family, whose types share their data.
 *
 * @example
 * if (isFamily(event, 'showing')) calendar.apply(event.showing.slot, event)
 */
export const isFamily = <E extends AnyEvent, F extends Family>(
  event: E,
  family: F,
): event is Extract<E, { readonly family: F }> => event.family === family
