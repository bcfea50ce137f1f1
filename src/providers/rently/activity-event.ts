import { noAccess, type Access } from '../../event/access'
import type { Source } from '../../event/base'
import { identityByContent } from '../../event/identify'
import { events, type Occurrence } from '../../event/events'
import { noMessage } from '../../event/conversation'
import type { Delivery } from '../../event/delivery'
import { noLead, noWishes } from '../../event/lead'
import { noListing } from '../../event/listing'
import { contactOf, type Actor } from '../../event/person'
import { noShowing, type Feedback } from '../../event/showing'
import type { EventTime } from '../../time/event-time'
import type {
  RentlyAvailability,
  RentlyCallCenterLead,
  RentlyComment,
  RentlyInquiry,
  RentlyShowing,
  RentlyShowingAccess,
  RentlyTenantAccess,
  RentlyTourLink,
  RentlyVisitor,
  RentlyWaitlist,
} from './activity'
import { propertyOf, prospectOf, utmOf } from './parts'
import type { RentlyActivity, RentlyPayload } from './payload'
import { readPrice } from './summary'
import { recordedAt, visitDate } from './times'
import { activityWords as words } from './words'

export type RentlySource = Source<'rently', RentlyPayload>

/** Rently sends no id of a delivery, so an event is identified by its documented fields. */
const occurrence = (
  payload: RentlyActivity,
  occurredAt: EventTime | null,
  delivery: Delivery,
  actor: Actor | null = null,
  id: string | null = null,
): Occurrence<RentlySource> => ({
  id,
  occurredAt,
  actor,
  completeness: 'snapshot',
  identity: identityByContent(occurredAt),
  source: { provider: 'rently', type: payload.type, payload, raw: delivery.raw },
})

const agent = (name: string | null | undefined): Actor | null =>
  name == null ? null : { kind: 'agent', id: null, name, raw: null }

const showing = (payload: RentlyShowing, delivery: Delivery) => {
  const word = words[payload.type]
  const at = recordedAt(payload, delivery)
  return events.showing(
    word.type,
    occurrence(payload, at, delivery, agent(payload.leasing_agent)),
    delivery,
    {
      person: prospectOf(payload),
      property: propertyOf(payload),
      showing: {
        ...noShowing,
        slot: word.slot,
        mode: word.mode,
        // "When this schedule is created, instead of when showing is scheduled": hence no startsAt.
        createdAt: payload.type === 'Self Scheduling' ? at : null,
        date: visitDate(payload.visit_date, '/visit_date', delivery),
        source: payload.source ?? null,
        utm: utmOf(payload),
        safeMode: word.safeMode,
      },
    },
  )
}

const showingAccess = (payload: RentlyShowingAccess, delivery: Delivery) => {
  const word = words[payload.type]
  const at = recordedAt(payload, delivery)
  const actor: Actor | null =
    payload.admin_name == null
      ? agent(payload.leasing_agent)
      : { kind: 'staff', id: null, name: payload.admin_name, raw: null }
  return events.access(word.type, occurrence(payload, at, delivery, actor), delivery, {
    person: prospectOf(payload),
    property: propertyOf(payload),
    showing: {
      ...noShowing,
      slot: 'unchanged',
      mode: word.mode,
      source: payload.source ?? null,
      utm: utmOf(payload),
    },
    access: {
      ...noAccess,
      holder: 'prospect',
      purpose: 'showing',
      credential: 'code',
      via: word.via,
      certainty: word.type === 'access.unlocked' ? 'recorded' : null,
    },
  })
}

const tourLink = (payload: RentlyTourLink, delivery: Delivery) => {
  const word = words[payload.type]
  const at = recordedAt(payload, delivery)
  return events.message(word.type, occurrence(payload, at, delivery), delivery, {
    person: prospectOf(payload),
    property: propertyOf(payload),
    showing: { ...noShowing, slot: 'unchanged', mode: 'self_guided', source: payload.source ?? null },
    message: { ...noMessage, direction: 'out', purpose: word.purpose, audience: 'prospect' },
  })
}

const availability = (payload: RentlyAvailability, delivery: Delivery) => {
  const at = recordedAt(payload, delivery)
  return events.listing(words[payload.type].type, occurrence(payload, at, delivery), delivery, {
    property: propertyOf(payload),
    person: prospectOf(payload),
    listing: { ...noListing, id: payload.listing_id ?? null, perPerson: true },
  })
}

const waitlist = (payload: RentlyWaitlist, delivery: Delivery) => {
  const at = recordedAt(payload, delivery)
  return events.lead(words[payload.type].type, occurrence(payload, at, delivery), delivery, {
    person: prospectOf(payload),
    property: propertyOf(payload),
    showing: null,
    lead: { ...noLead, origin: 'prospect', source: payload.source ?? null, topic: 'preleased' },
  })
}

/** `Price, Landscaping` */
const improvements = (text: string | null | undefined): readonly string[] =>
  text == null
    ? []
    : text
        .split(',')
        .map((area) => area.trim())
        .filter((area) => area !== '')

const feedback = (payload: RentlyComment): Feedback => ({
  from: 'prospect',
  interest: payload.interest2 ?? payload.interest ?? null,
  improvements: improvements(payload.improvement_type),
  accessProblem: payload.access_problem ?? null,
  propertyProblem: payload.property_problem ?? null,
  notes: payload.notes ?? null,
})

const comment = (payload: RentlyComment, delivery: Delivery) => {
  const at = recordedAt(payload, delivery)
  return events.showing(words[payload.type].type, occurrence(payload, at, delivery), delivery, {
    person: prospectOf(payload),
    property: propertyOf(payload),
    showing: { ...noShowing, slot: 'unchanged', source: payload.source ?? null, feedback: feedback(payload) },
  })
}

const visitor = (payload: RentlyVisitor, delivery: Delivery) => {
  const word = words[payload.type]
  const at = recordedAt(payload, delivery)
  return events.access(word.type, occurrence(payload, at, delivery), delivery, {
    person: contactOf('visitor', { name: payload.name, phone: payload.phone }),
    property: propertyOf(payload),
    showing: null,
    access: {
      ...noAccess,
      holder: 'visitor',
      purpose: word.purpose,
      credential: word.credential,
      via: 'manager_portal',
      voiceMemo: payload.voice_memo ?? null,
      input: payload.input ?? null,
    },
  })
}

const tenantPurpose = (accessType: RentlyTenantAccess['access_type']): Access['purpose'] => {
  if (accessType === 'move_in') return 'move_in'
  return accessType === 'move_out' ? 'move_out' : null
}

const tenantAccess = (payload: RentlyTenantAccess, delivery: Delivery) => {
  const at = recordedAt(payload, delivery)
  return events.access(words[payload.type].type, occurrence(payload, at, delivery), delivery, {
    person: contactOf('tenant', { name: payload.tenant_name, phone: payload.tenant_phone }),
    property: propertyOf(payload),
    showing: null,
    access: {
      ...noAccess,
      holder: 'tenant',
      purpose: tenantPurpose(payload.access_type),
      phoneUsed: payload.phone ?? null,
      phoneRegistered: payload.tenant_phone ?? null,
    },
  })
}

const callCenterLead = (payload: RentlyCallCenterLead, delivery: Delivery) => {
  const at = recordedAt(payload, delivery)
  const market =
    payload.market_id == null && payload.market == null
      ? null
      : { id: payload.market_id ?? null, name: payload.market ?? null }
  return events.lead(words[payload.type].type, occurrence(payload, at, delivery), delivery, {
    person: prospectOf(payload),
    property: { ...propertyOf(payload), market },
    showing: null,
    lead: {
      ...noLead,
      isNew: true,
      origin: 'call_center',
      channel: 'call_center',
      source: payload.source ?? null,
      status: payload.prospect_status ?? null,
      message: payload.notes ?? null,
      wishes: {
        ...noWishes,
        moveInText: payload.move_in_date ?? null,
        maxRent: payload.max_price == null ? null : readPrice(payload.max_price, 'month'),
        reasonForMove: payload.reason_for_move ?? null,
        homeChoiceImportance: payload.home_choice_importance ?? null,
      },
    },
  })
}

const inquiry = (payload: RentlyInquiry, delivery: Delivery) => {
  const at = recordedAt(payload, delivery)
  const id = payload.checkin_id ?? null
  const property = propertyOf({ property_id: payload.property_id, address: payload.property_address })
  return events.lead(words[payload.type].type, occurrence(payload, at, delivery, null, id), delivery, {
    person: contactOf('prospect', {
      name: payload.visitor_name,
      email: payload.visitor_email,
      phone: payload.visitor_phone,
    }),
    property: { ...property, name: payload.property_name ?? null },
    showing: null,
    lead: { ...noLead, id, origin: 'portal', source: payload.source ?? null, channel: 'ils' },
  })
}

/** The event of a documented activity. */
export const activityEvent = (payload: RentlyActivity, delivery: Delivery) => {
  switch (payload.type) {
    case 'Self Scheduling':
    case 'Open House Scheduling':
    case 'Safe Mode':
      return showing(payload, delivery)
    case 'Self Registered Viewing':
    case 'Direct Code Showing':
    case 'Customer Care Direct Code':
    case 'Open House Viewing':
    case 'Self Show Unlocked':
      return showingAccess(payload, delivery)
    case 'OTV Auto Showing':
      return tourLink(payload, delivery)
    case 'Now Available':
      return availability(payload, delivery)
    case 'Pre Leased Lead Signup':
    case 'Prelease Lead Signup':
      return waitlist(payload, delivery)
    case 'Prospect Comment':
      return comment(payload, delivery)
    case 'Visitor Unlock':
    case 'Visitor Unshackle':
      return visitor(payload, delivery)
    case 'Tenant Access':
      return tenantAccess(payload, delivery)
    case 'Call Center Lead':
      return callCenterLead(payload, delivery)
    case 'inquiry':
      return inquiry(payload, delivery)
  }
}
