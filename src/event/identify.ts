import type { EventTime } from '../time/event-time'
import type { EventOrder, Identity } from './base'

/** Orders by the moment, where there is one. */
export const orderByTime = (time: EventTime | null): EventOrder | null =>
  time?.instant == null ? null : { by: 'time', value: time.instant, precision: time.precision }

/** For a provider that sends nothing to identify an event by. */
export const identityByContent = (occurredAt: EventTime | null): Identity => ({
  strength: 'content',
  parts: [],
  order: orderByTime(occurredAt),
})
