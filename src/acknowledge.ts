import type { AnyProvider, Reply } from './provider'

/**
 * What became of a delivery.
 *
 * - `accepted`: it is taken, or kept where it will not be lost.
 * - `retry`: not now; the provider should send it again.
 * - `rejected`: it is refused, as something that should not have been sent.
 */
export type Outcome = 'accepted' | 'retry' | 'rejected'

const accepted: Reply = { status: 200, headers: {}, body: '' }
const retry: Reply = { status: 503, headers: {}, body: '' }
const rejected: Reply = { status: 400, headers: {}, body: '' }

/**
 * What to answer a provider, so that it understands what became of its delivery.
 *
 * No provider documents a status that means "never send this again": whatever is not its success is a failure
 * that those with retries send again, `rejected` as well as `retry`. To be rid of a delivery that nobody wants,
 * accept it.
 *
 * @example
 * const { status, headers, body } = acknowledge(funnel, 'accepted')
 * // 200, { 'content-type': 'text/plain; charset=utf-8' }, 'Funnel Event Received'
 */
export const acknowledge = (provider: AnyProvider, outcome: Outcome): Reply => {
  switch (outcome) {
    case 'accepted':
      return provider.accepted ?? accepted
    case 'retry':
      return retry
    case 'rejected':
      return rejected
  }
}
