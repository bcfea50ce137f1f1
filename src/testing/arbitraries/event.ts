import fc, { type Arbitrary } from 'fast-check'
import type { AnyEvent } from '../../event/event'
import type { AnyProvider, EventFrom } from '../../provider'
import { providers, type LeasingEvent, type ProviderName } from '../../providers/index'
import { eventRecipe } from '../event-recipe'
import { arbitraryFrom } from './from-recipe'
import { providerOf } from './payload'

export interface ArbitraryEventOptions<Type extends string> {
  /** One type; any type of the provider's words without it, but not `unrecognized`. */
  readonly type?: Type | undefined
  /** Also with gaps: fields that are null, payloads that lack fields. Default true. */
  readonly loose?: boolean | undefined
  /**
   * `any`: whatever the family can hold, also what this provider never says. `of-payload`: what the provider's body
   * gives. Default `any`.
   */
  readonly data?: 'of-payload' | 'any' | undefined
}

type OfType<E, Type extends string> = Extract<E, { readonly type: Type }>

/**
 * Every event of a provider: `source`, `identity` and `occurredAt` belong together, as they were read from one body,
 * and `LeasingEvent` takes each. Its `verification` is null, as `parseWebhook` leaves it.
 *
 * @example
 * fc.property(arbitraryEvent('showmojo', { type: 'showing.canceled' }), (event) => handle(event))
 *
 * @throws {TypeError} for a type that the provider never sends.
 */
export function arbitraryEvent<
  Name extends ProviderName,
  Type extends LeasingEvent<Name>['type'] = LeasingEvent<Name>['type'],
>(provider: Name, options?: ArbitraryEventOptions<Type>): Arbitrary<OfType<LeasingEvent<Name>, Type>>
export function arbitraryEvent<P extends AnyProvider, Type extends AnyEvent['type'] = AnyEvent['type']>(
  provider: P,
  options?: ArbitraryEventOptions<Type>,
): Arbitrary<OfType<EventFrom<P>, Type>>
export function arbitraryEvent(
  provider: ProviderName | AnyProvider,
  options: ArbitraryEventOptions<string> = {},
): Arbitrary<unknown> {
  const { type = null, loose = true, data = 'any' } = options
  return arbitraryFrom(eventRecipe(providerOf(provider), type, { loose, data }))
}

/** Every event of every provider, for code that takes any `LeasingEvent`. */
export const arbitraryLeasingEvent = (): Arbitrary<LeasingEvent> =>
  fc.oneof(...Object.values(providers).map((provider) => arbitraryEvent(provider) as Arbitrary<LeasingEvent>))
