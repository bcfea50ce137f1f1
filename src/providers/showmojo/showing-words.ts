import type { Access } from '../../event/access'
import type { Actor } from '../../event/person'
import type { Feedback, Showing } from '../../event/showing'
import type { TypeOf } from '../../event/vocabulary'

// The articles named here are ShowMojo's help centre's. The page of the webhook explains no action.

export interface ShowingWord extends Partial<Omit<Showing, 'slot' | 'assignee' | 'feedback'>> {
  readonly type: TypeOf<'showing'>
  /** `as_stamped`: the word does not say what becomes of the slot, but the showing's own stamps do. */
  readonly slot: Showing['slot'] | 'as_stamped'
  /** Whoever did it, or a kind of person. */
  readonly assignee?: 'actor' | Actor['kind']
  readonly feedbackFrom?: Feedback['from']
}

const rescheduleRequest = { type: 'showing.reschedule_requested', slot: 'as_stamped' } as const
const acceptanceRequest = { type: 'showing.acceptance_requested', slot: 'unchanged' } as const
const acceptanceReminder = { type: 'showing.reminded', slot: 'unchanged', about: 'acceptance' } as const
const accepted = { type: 'showing.accepted', slot: 'unchanged', about: 'showing' } as const
const assigned = { type: 'showing.assigned', slot: 'unchanged', about: 'claim' } as const
const denied = { type: 'showing.denied', slot: 'dropped', subject: 'showing', isReason: false } as const
const leadDenied = { ...denied, subject: 'lead' } as const
const reasonOfDenial = { ...denied, slot: 'unchanged', isReason: true } as const

export const showingWords = {
  // Nearly every account makes the prospect confirm, and cancels a showing that nobody confirms ("The Details Behind
  // Automated Showing Confirmation"). Until then the slot is held, no more.
  create: { type: 'showing.scheduled', slot: 'tentative', isNew: true },
  auto_create_by_sms: {
    type: 'showing.scheduled',
    slot: 'tentative',
    isNew: true,
    automatic: true,
    source: 'sms',
  },
  proposed_times: { type: 'showing.requested', slot: 'requested', about: 'proposed_times' },

  confirm_request: { type: 'showing.confirmation_requested', slot: 'unchanged' },
  confirm: { type: 'showing.confirmed', slot: 'booked' },
  confirm_automatically: { type: 'showing.confirmed', slot: 'booked', automatic: true },
  unconfirm: { type: 'showing.unconfirmed', slot: 'tentative' },
  last_reminder: { type: 'showing.reminded', slot: 'unchanged', lastReminder: true },

  // Acceptance is the approvers' (any one, all, or the user alone) and leaves the prospect's confirmation as it is
  // ("Enable Showing Acceptance for a Specific Listing").
  acceptance_request: { ...acceptanceRequest, about: 'acceptance' },
  proposed_times_accpt_request_sent: { ...acceptanceRequest, about: 'proposed_times' },
  acceptance_reminder: acceptanceReminder,
  acceptance_reminder_owner_agent: { ...acceptanceReminder, recipient: 'owner_agent' },
  acceptance_reminder_approvers: { ...acceptanceReminder, recipient: 'approvers' },
  accept: accepted,
  accept_for_everyone: { ...accepted, scope: 'everyone' },
  accept_for_me: { ...accepted, scope: 'self' },
  decline: { type: 'showing.declined', slot: 'dropped', about: 'showing' },
  decline_proposed_times: { type: 'showing.declined', slot: 'unchanged', about: 'proposed_times' },

  // The members of a team are asked to take the showing, and the first who claims it has it ("Lead Claim Feature
  // Overview").
  claim_request: { ...acceptanceRequest, about: 'claim', recipient: 'staff' },
  claimed: { ...assigned, assignee: 'actor' },
  assign_unclaimed_showing_to_owner: { ...assigned, assignee: 'owner_agent' },

  update: { type: 'showing.updated', slot: 'as_stamped' },
  hide: { type: 'showing.updated', slot: 'unchanged', hidden: true },
  restore: { type: 'showing.updated', slot: 'unchanged', hidden: false },

  // Sent for a showing that was taken off the schedule because somebody did not do their part in time ("Reasons for
  // Rejected Showings"), but nothing says that it is sent for no other.
  reschedule_request: rescheduleRequest,
  emergency_reschedule_request: { ...rescheduleRequest, emergency: true },
  reschedule_request_on_document_not_received: { ...rescheduleRequest, reason: 'document_not_received' },
  reschedule_request_on_document_not_verified: { ...rescheduleRequest, reason: 'document_not_verified' },
  reschedule_request_on_answers_not_received: { ...rescheduleRequest, reason: 'answers_not_received' },

  cancel: { type: 'showing.canceled', slot: 'dropped' },
  auto_cancel_no_reply: { type: 'showing.canceled', slot: 'dropped', automatic: true, reason: 'no_reply' },
  cancel_phone_or_email_blacklisted: { type: 'showing.canceled', slot: 'dropped', reason: 'blacklisted' },
  // ShowMojo cancels when a prospect who calls would come too late ("How Canceled by Prospect Over the Phone Happens"),
  // and does not count it among the no-shows ("Criteria Used to Identify Showings as No Shows").
  prospect_arrived_too_late: { type: 'showing.canceled', slot: 'dropped', reason: 'arrived_too_late' },
  uncancel: { type: 'showing.uncanceled', slot: 'tentative' },

  lockbox_showing_started: { type: 'showing.started', slot: 'unchanged' },
  set_no_show: { type: 'showing.no_show', slot: 'done' },
  // The prospect's answer when asked whether the lockbox was left secured.
  confirm_lockbox_outcome_no_show: { type: 'showing.no_show', slot: 'done', reason: 'lockbox_outcome' },
  undo_no_show: { type: 'showing.no_show_undone', slot: 'done' },
  showing_feedback: { type: 'showing.feedback_received', slot: 'unchanged', feedbackFrom: 'prospect' },
  showing_agent_feedback: { type: 'showing.feedback_received', slot: 'unchanged', feedbackFrom: 'agent' },

  // A rule refuses the answers to the screening questions. A lead can be refused before there is a showing.
  showing_denied_pets: { ...denied, criterion: 'pets' },
  showing_denied_income: { ...denied, criterion: 'income' },
  showing_denied_move_in_date: { ...denied, criterion: 'move_in_date' },
  showing_denied_custome_question: { ...denied, criterion: 'custom_question' },
  lead_showing_denied_pets: { ...leadDenied, criterion: 'pets' },
  lead_showing_denied_income: { ...leadDenied, criterion: 'income' },
  lead_showing_denied_move_in_date: { ...leadDenied, criterion: 'move_in_date' },
  lead_showing_denied_custome_question: { ...leadDenied, criterion: 'custom_question' },
  showing_denied_pets_reason: { ...reasonOfDenial, criterion: 'pets' },
  showing_denied_income_reason: { ...reasonOfDenial, criterion: 'income' },
  showing_denied_move_in_date_reason: { ...reasonOfDenial, criterion: 'move_in_date' },
  showing_denied_custom_question_reason: { ...reasonOfDenial, criterion: 'custom_question' },
} as const satisfies Readonly<Record<string, ShowingWord>>

export interface AccessWord extends Partial<Omit<Access, 'device'>> {
  readonly type: TypeOf<'access'>
  readonly deviceKind?: string
}

const lockbox = { holder: 'prospect', purpose: 'showing', deviceKind: 'lockbox' } as const

export const accessWords = {
  lockbox_code_requested: { type: 'access.code_requested', ...lockbox, credential: 'code' },
  lockbox_code_distributed: { type: 'access.code_issued', ...lockbox, credential: 'code' },
  // Where ShowMojo sees a sign of fraud it asks the prospect to prove where they are ("Access Code Distribution for
  // Lockbox and Smartlock Showings").
  location_verification_auto_triggered: {
    type: 'access.verification_started',
    holder: 'prospect',
    purpose: 'showing',
    automatic: true,
  },
  // What became of the lockbox after the visit, as the prospect says when asked.
  confirm_secured_lockbox_request: { type: 'access.security_check_requested', ...lockbox },
  confirm_secured_lockbox: { type: 'access.secured', ...lockbox, certainty: 'reported', alarm: false },
  confirm_insecured_lockbox: { type: 'access.unsecured', ...lockbox, certainty: 'reported', alarm: true },
} as const satisfies Readonly<Record<string, AccessWord>>
