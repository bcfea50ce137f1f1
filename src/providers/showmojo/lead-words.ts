import type { Lead } from '../../event/lead'
import type { Person } from '../../event/person'
import type { Screening } from '../../event/conversation'
import type { TypeOf } from '../../event/vocabulary'

export interface LeadWord extends Partial<Lead> {
  readonly type: TypeOf<'lead'>
  /** What the person of the event is by the word, where it is not the prospect. */
  readonly role?: Person['role']
}

export const leadWords = {
  lead_created: { type: 'lead.created', isNew: true },
  lead_created_by_off_market_update_process: {
    type: 'lead.created',
    isNew: true,
    origin: 'batch',
    reason: 'off_market_update',
  },
  lead_updated: { type: 'lead.updated', isNew: false },
  phone_number_changed: { type: 'lead.updated', isNew: false, changed: ['phone'] },
  third_party_applicant_added: { type: 'lead.updated', isNew: false, changed: ['third_party_applicant'] },
  do_follow_up: { type: 'lead.updated', isNew: false, followUp: true },
  dont_follow_up: { type: 'lead.updated', isNew: false, followUp: false },
  // Somebody went after an automatic reply, by its link it seems: no new inquiry, and no message.
  follow_autoreply: { type: 'lead.updated', isNew: false },

  inquired: { type: 'lead.inquired' },
  inquired_about_off_market_listing: { type: 'lead.inquired', topic: 'off_market_listing' },
  inquired_about_multi_unit: { type: 'lead.inquired', topic: 'multi_unit' },
  requested_application_criteria: { type: 'lead.inquired', topic: 'application_criteria' },
  requested_availability_notification: { type: 'lead.waitlisted', topic: 'availability' },

  lead_converted_by_cci: { type: 'lead.status_changed', status: 'converted', channel: 'call_center' },
  applicant_transitioned_to_resident: {
    type: 'lead.status_changed',
    previousStatus: 'applicant',
    status: 'resident',
    role: 'resident',
  },
  applicant_transitioned_from_resident: {
    type: 'lead.status_changed',
    previousStatus: 'resident',
    status: 'applicant',
    role: 'applicant',
  },

  flagged_as_fraudulent: { type: 'lead.flagged', reason: 'fraud' },
  blacklisted_prospect: { type: 'lead.flagged', reason: 'blacklisted' },
} as const satisfies Readonly<Record<string, LeadWord>>

export interface ScreeningWord extends Partial<Screening> {
  readonly type: TypeOf<'screening'>
}

const mismatched = { type: 'screening.mismatched', outcome: 'mismatched' } as const

export const screeningWords = {
  pre_screen_request_sent: { type: 'screening.requested', kind: 'pre_screen' },
  pre_screen_completed: { type: 'screening.completed', kind: 'pre_screen' },
  pre_screen_overridden: { type: 'screening.overridden', kind: 'pre_screen', outcome: 'overridden' },
  pet_screening_sent: { type: 'screening.requested', kind: 'pet' },
  cci_screening_criteria_not_met: {
    type: 'screening.completed',
    kind: 'criteria',
    outcome: 'failed',
    by: 'call_center',
  },
  // The answers do not fit and the showing stands: one that an agent makes is made all the same (help centre,
  // "Screening Question Restrictors").
  showing_mismatched_pets: { ...mismatched, criterion: 'pets' },
  showing_mismatched_income: { ...mismatched, criterion: 'income' },
  showing_mismatched_move_in_date: { ...mismatched, criterion: 'move_in_date' },
  showing_mismatched_custome_question: { ...mismatched, criterion: 'custom_question' },
} as const satisfies Readonly<Record<string, ScreeningWord>>
