import { identityByContent } from '../../event/identify'
import { events, type Occurrence } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import { noLead, noWishes, type Lead, type LeadMessage, type Wishes } from '../../event/lead'
import { noPerson, type Actor, type Person } from '../../event/person'
import { noProperty, type Property } from '../../event/property'
import { noShowing, type Showing } from '../../event/showing'
import { dataOf, occurrence, type FunnelSource } from './occurrence'
import type { FunnelDataOf, FunnelEventOf } from './payload'
import type { FunnelAgent, FunnelAppointment, FunnelFlatListing, FunnelLead, FunnelListing } from './prospect'
import type { FunnelMessage, FunnelPerson, FunnelRenter, FunnelStatusChange } from './prospect'
import { day, wallMoment } from './times'
import { eventWords, FLAT_LEAD, flatWords } from './words'

type Id = string | null | undefined

const joinedName = (first: string | null, last: string | null): string | null => {
  if (first === null || last === null) return first ?? last
  return `${first} ${last}`
}

export const personOf = (person: FunnelPerson, id: string | null): Person => {
  const firstName = person.first_name ?? null
  const lastName = person.last_name ?? null
  return {
    name: joinedName(firstName, lastName),
    firstName,
    lastName,
    email: person.email ?? null,
    phone: person.phone_1 ?? null,
    otherEmail: null,
    otherPhone: person.phone_2 ?? null,
    role: 'prospect',
    id,
    smsOptIn: person.sms_opt_in ?? null,
  }
}

/** The id is the household's guest card. It goes with the first person, who stands for the household. */
const peopleOf = (people: readonly FunnelPerson[] | null | undefined, id: string): readonly Person[] =>
  people == null ? [] : people.map((person, position) => personOf(person, position === 0 ? id : null))

const flatListingOf = (listing: FunnelFlatListing): Property => ({
  ...noProperty,
  unitId: listing.nestio_unit_id ?? null,
  unitNumber: listing.unit_number ?? null,
  externalId: listing.unit_internal_id ?? null,
  communityExternalId: listing.property_internal_id ?? null,
  address: listing.property_address ?? null,
})

const listingOf = (listing: FunnelListing, communityId: string | null): Property => ({
  ...noProperty,
  unitId: listing.funnel_unit_id ?? null,
  communityId,
  communityExternalId: listing.property_internal_id ?? null,
  address: listing.property_address ?? null,
})

const messagesOf = (
  messages: readonly FunnelMessage[] | null | undefined,
  path: string,
  delivery: Delivery,
): readonly LeadMessage[] =>
  messages == null
    ? []
    : messages.map((message, position) => ({
        text: message.message ?? null,
        receivedAt: wallMoment(
          message.received_at,
          `${path}/messages/${String(position)}/received_at`,
          delivery,
        ),
        kind: message.message_type ?? null,
      }))

/** Null where nothing is wished. */
const wishesOf = (moveInDate: string | null, layouts: readonly string[] | null | undefined): Wishes | null =>
  moveInDate === null && (layouts == null || layouts.length === 0)
    ? null
    : { ...noWishes, moveInDate, layouts: layouts ?? [] }

const agentOf = (agent: FunnelAgent | undefined): Actor | null =>
  agent === undefined
    ? null
    : { kind: 'agent', id: agent.nestio_agent_id ?? null, name: agent.name ?? null, raw: null }

const nobody = (id: Id): Person => ({ ...noPerson, role: 'prospect', id: id ?? null })

/** The flat lead webhook. */
export const flatLeadEvent = (payload: FunnelLead, delivery: Delivery) => {
  const id = payload.nestio_client_id
  const people = peopleOf(payload.people, id)
  const properties = payload.listings == null ? [] : payload.listings.map(flatListingOf)
  const of: Occurrence<FunnelSource> = {
    id: null,
    occurredAt: null,
    actor: agentOf(payload.agents?.[0]),
    completeness: 'snapshot',
    identity: identityByContent(null),
    source: { provider: 'funnel', type: FLAT_LEAD, payload, raw: delivery.raw },
  }
  const lead: Lead = {
    ...noLead,
    id,
    source: payload.lead_source ?? null,
    people,
    properties,
    messages: messagesOf(payload.messages, '', delivery),
    wishes: wishesOf(day(payload.move_in_date, '/move_in_date', delivery), null),
    createdAt: wallMoment(payload.created_at, '/created_at', delivery),
  }
  return events.lead(flatWords[FLAT_LEAD].type, of, delivery, {
    person: people[0] ?? nobody(id),
    property: properties[0] ?? { ...noProperty },
    showing: null,
    lead,
  })
}

const leadOfRenter = (
  renter: FunnelRenter,
  path: string,
  delivery: Delivery,
  people: readonly Person[],
  properties: readonly Property[],
): Lead => ({
  ...noLead,
  id: renter.funnel_renter_id,
  isNew: true,
  source: renter.lead_source ?? null,
  status: renter.status ?? null,
  people,
  properties,
  messages: messagesOf(renter.messages, path, delivery),
  wishes: wishesOf(day(renter.move_in_date, `${path}/move_in_date`, delivery), renter.layouts),
  createdAt: wallMoment(renter.created_at, `${path}/created_at`, delivery),
})

type EventOfWord<Word extends keyof typeof eventWords> = FunnelEventOf<Word, FunnelDataOf<Word>>

export const renterCreatedEvent = (payload: EventOfWord<'renter.created'>, delivery: Delivery) => {
  const { data: renter, path } = dataOf(payload)
  const communityId = renter?.funnel_community_id ?? null
  const people = renter === null ? [] : peopleOf(renter.people, renter.funnel_renter_id)
  const properties = (renter?.listings ?? []).map((listing) => listingOf(listing, communityId))
  const lead = renter === null ? noLead : leadOfRenter(renter, path, delivery, people, properties)
  return events.lead(eventWords['renter.created'].type, occurrence(payload, 'snapshot', delivery), delivery, {
    person: people[0] ?? nobody(renter?.funnel_renter_id),
    property: properties[0] ?? { ...noProperty, communityId },
    showing: null,
    lead,
  })
}

const statusLead = (change: FunnelStatusChange | null): Lead => ({
  ...noLead,
  id: change?.funnel_renter_id ?? null,
  isNew: false,
  status: change?.status ?? null,
})

export const statusChangeEvent = (payload: EventOfWord<'renter.status-change'>, delivery: Delivery) => {
  const change = dataOf(payload).data
  return events.lead(
    eventWords['renter.status-change'].type,
    occurrence(payload, 'partial', delivery),
    delivery,
    {
      // Not a prospect by this word alone: the status may say that they have become a resident.
      person: { ...noPerson, id: change?.funnel_renter_id ?? null },
      property: { ...noProperty },
      showing: null,
      lead: statusLead(change),
    },
  )
}

/** What the documented states of an appointment say happened; another state only says that it changed. */
const appointmentStates = {
  completed: { type: 'showing.completed', slot: 'done' },
  'no-show': { type: 'showing.no_show', slot: 'done' },
  cancelled: { type: 'showing.canceled', slot: 'dropped' },
  unknown: { type: 'showing.updated', slot: 'unknown' },
} as const

const stateOf = (status: string | null | undefined) =>
  status != null && Object.hasOwn(appointmentStates, status)
    ? appointmentStates[status as keyof typeof appointmentStates]
    : appointmentStates.unknown

const showingOf = (appointment: FunnelAppointment, path: string, delivery: Delivery): Showing => ({
  ...noShowing,
  id: appointment.funnel_tour_id,
  leadId: appointment.funnel_renter_id ?? null,
  slot: stateOf(appointment.status).slot,
  mode: appointment.tour_type === 'Guided' ? 'agent_guided' : null,
  startsAt: wallMoment(appointment.start, `${path}/start`, delivery),
  endsAt: wallMoment(appointment.end, `${path}/end`, delivery),
  status: appointment.status ?? null,
  unitIds: appointment.pms_unit_ids ?? [],
})

/** The one unit that is visited; of several, none is the property. */
const onlyOne = (ids: readonly string[] | null | undefined): string | null => {
  const [first = null, ...others] = ids ?? []
  return others.length === 0 ? first : null
}

export const appointmentEvent = (payload: EventOfWord<'appointment.updated'>, delivery: Delivery) => {
  const { data: appointment, path } = dataOf(payload)
  return events.showing(
    stateOf(appointment?.status).type,
    occurrence(payload, 'snapshot', delivery),
    delivery,
    {
      person: nobody(appointment?.funnel_renter_id),
      property: {
        ...noProperty,
        communityId: appointment?.funnel_community_id ?? null,
        externalId: onlyOne(appointment?.pms_unit_ids),
      },
      showing: appointment === null ? { ...noShowing } : showingOf(appointment, path, delivery),
    },
  )
}
