import type { Call, Document, Message } from '../../event/conversation'
import type { TypeOf } from '../../event/vocabulary'

export interface MessageWord extends Partial<Message> {
  readonly type: TypeOf<'message'>
}

const sent = { type: 'message.sent', direction: 'out' } as const
const toProspect = { ...sent, audience: 'prospect' } as const

export const messageWords = {
  sent_autoreply: { ...toProspect, purpose: 'autoreply', automatic: true },
  sent_autoreply_followup: { ...toProspect, purpose: 'autoreply_followup', automatic: true },
  sent_follow_up: { ...toProspect, purpose: 'follow_up' },
  follow_up_reschedule: { ...toProspect, purpose: 'follow_up_reschedule' },
  pre_screen_reminder_sent: { ...toProspect, purpose: 'pre_screen_reminder' },
  notified_showtimes_available: { ...toProspect, purpose: 'showtimes_available' },

  // The link that has no name is the one to schedule a showing by, which prospects also ask for by telephone (help
  // centre, "What is a Lead and How are Leads Counted").
  email_link: { ...toProspect, channel: 'email', purpose: 'scheduling_link' },
  text_link: { ...toProspect, channel: 'sms', purpose: 'scheduling_link' },
  email_application_criteria_link: { ...toProspect, channel: 'email', purpose: 'application_criteria_link' },
  text_application_criteria_link: { ...toProspect, channel: 'sms', purpose: 'application_criteria_link' },
  email_apply_now_link: { ...toProspect, channel: 'email', purpose: 'apply_now_link' },
  text_apply_now_link: { ...toProspect, channel: 'sms', purpose: 'apply_now_link' },
  email_on_rent_reduction: { ...toProspect, channel: 'email', purpose: 'rent_reduction' },
  email_on_new_active_listing: { ...toProspect, channel: 'email', purpose: 'new_listing' },

  // A notice and a warning are not the cancellation. To whom these four go the words do not say.
  cancel_notice: { ...sent, purpose: 'cancel_notice' },
  cancel_warning: { ...sent, purpose: 'cancel_warning' },
  send_upcoming_showings: { ...sent, purpose: 'upcoming_showings' },
  unclaimed_alert: { ...sent, purpose: 'unclaimed_alert' },

  email_delivery_failed: { type: 'message.failed', direction: 'out', channel: 'email' },
  left_voicemail: { type: 'message.received', direction: 'in', channel: 'voicemail' },
} as const satisfies Readonly<Record<string, MessageWord>>

export interface CallWord extends Partial<Call> {
  readonly type: TypeOf<'call'>
}

// "cci" is the call centre, the actor `call_center` of the page.
export const callWords = {
  call_redirected: { type: 'call.transferred', kind: 'redirect' },
  call_redirect_ended: { type: 'call.completed', kind: 'redirect' },
  call_transferred_to_cci: { type: 'call.transferred', kind: 'transfer', to: 'call_center' },
  call_transferred_from_cci: { type: 'call.transferred', kind: 'transfer', from: 'call_center' },
  outgoing_call_started: { type: 'call.started', kind: 'call', direction: 'outbound' },
  outgoing_call_completed: { type: 'call.completed', kind: 'call', direction: 'outbound' },
} as const satisfies Readonly<Record<string, CallWord>>

export interface DocumentWord extends Partial<Document> {
  readonly type: TypeOf<'document'>
}

const requestSent = { type: 'document.requested', step: 'sent' } as const

export const documentWords = {
  sent_document_request: { ...requestSent, items: ['document'] },
  sent_document_and_answers_request: { ...requestSent, items: ['document', 'answers'] },
  sent_answers_request: { ...requestSent, items: ['answers'] },
  document_request_resent: { ...requestSent, items: ['document'], resent: true },
  additional_document_requested: {
    type: 'document.requested',
    step: 'requested',
    items: ['document'],
    additional: true,
  },
  additional_document_request_sent: { ...requestSent, items: ['document'], additional: true },
  document_received: { type: 'document.received', items: ['document'] },
  additional_document_received: { type: 'document.received', items: ['document'], additional: true },
  // Asks our own side to look at the document, not the prospect to send it (help centre, "Using Document Verification
  // with Lead Claim").
  document_verification_request: { type: 'document.verification_requested', items: ['document'] },
  document_verified: { type: 'document.verified', items: ['document'] },
} as const satisfies Readonly<Record<string, DocumentWord>>
