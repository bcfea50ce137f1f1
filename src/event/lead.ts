import { type Codec } from '../codec/codec'
import { list } from '../codec/list'
import { boolean, enumeration, number, text } from '../codec/scalar'
import { emptyPart, orElse, part, type PartOf } from '../codec/struct'
import { CivilDate, EventTime } from '../time/codecs'
import { Money } from './money'
import { Person } from './person'
import { Property } from './property'

const wishesFields = {
  moveInDate: CivilDate,
  /** The wished moment, where the provider sends one: its day depends on a zone that nobody says. */
  moveInAt: EventTime,
  /** The move-in wish in words, or a date in no documented form, as sent. */
  moveInText: text,
  maxRent: Money,
  layouts: orElse([], list(text)),
  residents: number,
  hasPets: boolean,
  monthlyIncome: Money,
  /** The letter in which a prospect presents themselves. */
  letter: text,
  reasonForMove: text,
  homeChoiceImportance: text,
}

/** What a prospect says they look for and bring along. */
export interface Wishes extends PartOf<typeof wishesFields> {}
export const Wishes: Codec<Wishes> = /* @__PURE__ */ part('Wishes', wishesFields)
export const noWishes: Wishes = /* @__PURE__ */ emptyPart(Wishes)

const utmFields = { source: text, medium: text, campaign: text, term: text, content: text }

/** Campaign parameters of the page that the prospect came from. */
export interface Utm extends PartOf<typeof utmFields> {}
export const Utm: Codec<Utm> = /* @__PURE__ */ part('Utm', utmFields)

const subjectFields = {
  kind: enumeration(['listing', 'office', 'business_form', 'user', 'evaluation_form']),
  id: text,
  reference: text,
}

/** What a lead is about. A valuation request (`evaluation_form`) comes from an owner, not from a renter. */
export interface LeadSubject extends PartOf<typeof subjectFields> {}
export const LeadSubject: Codec<LeadSubject> = /* @__PURE__ */ part('LeadSubject', subjectFields)

const leadMessageFields = { text, receivedAt: EventTime, kind: text }

/** One message that came with a lead. */
export interface LeadMessage extends PartOf<typeof leadMessageFields> {}
export const LeadMessage: Codec<LeadMessage> = /* @__PURE__ */ part('LeadMessage', leadMessageFields)

const leadFields = {
  /** The provider's id of the lead. */
  id: text,
  /** Null where the provider sends one word for "created or updated". */
  isNew: boolean,
  /** Who brought the lead in. */
  origin: enumeration(['prospect', 'call_center', 'portal', 'import', 'batch']),
  /** The provider's word for where the lead came from. An open set. */
  source: text,
  channel: enumeration(['sms', 'ils', 'call_center', 'voicemail']),
  topic: enumeration([
    'off_market_listing',
    'multi_unit',
    'application_criteria',
    'availability',
    'preleased',
  ]),
  status: text,
  previousStatus: text,
  reason: text,
  followUp: boolean,
  /** Names of what changed, where the provider's word says it. */
  changed: orElse([], list(text)),
  subject: LeadSubject,
  /** Everybody named, the event's `person` first; empty where the provider has fields for one person only. */
  people: orElse([], list(Person)),
  /** Every home named, the event's `property` first; empty where the provider has fields for one only. */
  properties: orElse([], list(Property)),
  message: text,
  messages: orElse([], list(LeadMessage)),
  wishes: Wishes,
  utm: Utm,
  createdAt: EventTime,
}

/** Somebody's interest in a home. */
export interface Lead extends PartOf<typeof leadFields> {}
export const Lead: Codec<Lead> = /* @__PURE__ */ part('Lead', leadFields)
export const noLead: Lead = /* @__PURE__ */ emptyPart(Lead)
