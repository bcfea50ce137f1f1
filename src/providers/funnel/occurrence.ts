import type { Identity, Source } from '../../event/base'
import { identityByContent, orderByTime } from '../../event/identify'
import type { Occurrence } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import type { Actor } from '../../event/person'
import type { EventTime } from '../../time/event-time'
import type { FunnelEvent, FunnelPayload } from './payload'
import { moment } from './times'
import type { EventWord } from './words'

export type FunnelSource = Source<'funnel', FunnelPayload>

export const wordOf = (payload: FunnelEvent): EventWord =>
  'event' in payload ? payload.event : payload.event_type

/** The event's own id, where the generation has one; without it the documented fields are compared. */
export const identityOf = (id: string | null, occurredAt: EventTime | null): Identity =>
  id === null
    ? identityByContent(occurredAt)
    : { strength: 'provider-id', parts: [id], order: orderByTime(occurredAt) }

interface Stamps {
  readonly timestamp?: string | number | null
  readonly event_timestamp?: string | number | null
}

export const happenedAt = (payload: Stamps, delivery: Delivery): EventTime | null =>
  payload.timestamp == null
    ? moment(payload.event_timestamp, '/event_timestamp', delivery)
    : moment(payload.timestamp, '/timestamp', delivery)

export const occurrence = (
  payload: FunnelEvent,
  completeness: Occurrence<FunnelSource>['completeness'],
  delivery: Delivery,
  actor: Actor | null = null,
): Occurrence<FunnelSource> => {
  const id = payload.id ?? null
  const occurredAt = happenedAt(payload, delivery)
  return {
    id,
    occurredAt,
    actor,
    completeness,
    identity: identityOf(id, occurredAt),
    source: { provider: 'funnel', type: wordOf(payload), payload, raw: delivery.raw },
  }
}

/** The event's data and the path to it, by whichever of its two names it came. */
export const dataOf = <Data>(payload: {
  readonly data?: Data | null
  readonly event_data?: Data | null
}): { readonly data: Data | null; readonly path: string } =>
  payload.data == null
    ? { data: payload.event_data ?? null, path: '/event_data' }
    : { data: payload.data, path: '/data' }
