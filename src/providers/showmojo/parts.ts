import type { EventOrder, Source } from '../../event/base'
import { orderByTime } from '../../event/identify'
import type { Delivery } from '../../event/delivery'
import { contactOf, noPerson, type Actor, type Person } from '../../event/person'
import { noProperty, type Property } from '../../event/property'
import type { Showing } from '../../event/showing'
import type { EventTime } from '../../time/event-time'
import type { ShowMojoPayload, ShowMojoShowing, ShowMojoUnknownEvent } from './payload'
import { moment, startOf } from './times'

export type ShowMojoSource = Source<'showmojo', ShowMojoPayload>

/** Of a documented event or of an unknown one. */
type EventFields = ShowMojoUnknownEvent
type ShowingFields = ShowMojoShowing | null | undefined

const ZERO = 48
const NINE = 57

const isDigits = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) return false
  }
  return text !== ''
}

/** "Use event.id field to maintain the order", says the page, of a field that it calls a string. */
const orderOf = (id: string, occurredAt: EventTime | null): EventOrder | null =>
  isDigits(id) ? { by: 'sequence', value: id, precision: null } : orderByTime(occurredAt)

const actorKinds = ['prospect', 'owner_agent', 'system', 'call_center'] as const

const kindOf = (actor: string): Actor['kind'] => actorKinds.find((kind) => kind === actor) ?? null

const actorOf = ({ actor, team_member_uid, team_member_name }: EventFields): Actor | null => {
  if (actor == null && team_member_uid == null && team_member_name == null) return null
  return {
    kind: actor == null ? null : kindOf(actor),
    id: team_member_uid ?? null,
    name: team_member_name ?? null,
    raw: actor ?? null,
  }
}

/** Everything about the event but its type and its data. */
export const occurrenceOf = <S>(event: EventFields, source: S, delivery: Delivery) => {
  const occurredAt = moment(event.created_at, '/event/created_at', delivery)
  return {
    id: event.id,
    occurredAt,
    actor: actorOf(event),
    completeness: 'snapshot',
    identity: { strength: 'provider-id', parts: [event.id], order: orderOf(event.id, occurredAt) },
    source,
  } as const
}

/** The prospect, or whatever the word calls them; nobody where there is no showing to name them. */
export const personOf = (showing: ShowingFields, role: Person['role'] = 'prospect'): Person =>
  showing == null ? { ...noPerson } : contactOf(role, showing)

export const propertyOf = (showing: ShowingFields): Property =>
  showing == null
    ? { ...noProperty }
    : {
        ...noProperty,
        listingId: showing.listing_uid ?? null,
        address: showing.listing_full_address ?? null,
      }

const modeOf = (isSelfShow: boolean | null | undefined): Showing['mode'] => {
  if (isSelfShow == null) return null
  return isSelfShow ? 'self_guided' : 'agent_guided'
}

/** The showing as sent, with what the action's word says of it from `byWord`. */
export const showingOf = (
  showing: ShowMojoShowing,
  byWord: Showing,
  occurredAt: EventTime | null,
  delivery: Delivery,
): Showing => ({
  ...byWord,
  id: showing.uid ?? null,
  mode: modeOf(showing.is_self_show),
  startsAt: startOf(showing, occurredAt, delivery),
  createdAt: moment(showing.created_at, '/event/showing/created_at', delivery),
  confirmedAt: moment(showing.confirmed_at, '/event/showing/confirmed_at', delivery),
  canceledAt: moment(showing.canceled_at, '/event/showing/canceled_at', delivery),
  codeIssuedAt: moment(
    showing.self_show_code_distributed_at,
    '/event/showing/self_show_code_distributed_at',
    delivery,
  ),
  zoneName: showing.showing_time_zone ?? null,
  zoneOffset: showing.showing_time_zone_utc_offset ?? null,
  notes: showing.notes ?? null,
})
