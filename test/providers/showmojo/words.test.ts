import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../src/error'
import { parseWebhook } from '../../../src/named'
import { words } from '../../../src/providers/showmojo/words'

/** The actions in the page's order, each with its type and what the word alone says. */
const documented: Readonly<Record<string, readonly [type: string, details: object]>> = {
  lead_created: ['lead.created', { lead: { isNew: true } }],
  lead_updated: ['lead.updated', { lead: { isNew: false } }],
  inquired_about_off_market_listing: ['lead.inquired', { lead: { topic: 'off_market_listing' } }],
  inquired_about_multi_unit: ['lead.inquired', { lead: { topic: 'multi_unit' } }],
  follow_autoreply: ['lead.updated', { lead: { isNew: false } }],
  sent_autoreply: ['message.sent', { message: { direction: 'out', purpose: 'autoreply', automatic: true } }],
  sent_autoreply_followup: ['message.sent', { message: { purpose: 'autoreply_followup', automatic: true } }],
  do_follow_up: ['lead.updated', { lead: { followUp: true } }],
  dont_follow_up: ['lead.updated', { lead: { followUp: false } }],
  create: ['showing.scheduled', { showing: { slot: 'tentative', isNew: true, automatic: null } }],
  auto_create_by_sms: [
    'showing.scheduled',
    { showing: { slot: 'tentative', isNew: true, automatic: true, source: 'sms' } },
  ],
  confirm_request: ['showing.confirmation_requested', { showing: { slot: 'unchanged' } }],
  confirm: ['showing.confirmed', { showing: { slot: 'booked', automatic: null } }],
  confirm_automatically: ['showing.confirmed', { showing: { slot: 'booked', automatic: true } }],
  unconfirm: ['showing.unconfirmed', { showing: { slot: 'tentative' } }],
  confirm_secured_lockbox_request: [
    'access.security_check_requested',
    { access: { holder: 'prospect', alarm: null, certainty: null, device: { kind: 'lockbox' } } },
  ],
  confirm_secured_lockbox: [
    'access.secured',
    { access: { alarm: false, certainty: 'reported', device: { kind: 'lockbox' } } },
  ],
  confirm_insecured_lockbox: [
    'access.unsecured',
    { access: { alarm: true, certainty: 'reported', device: { kind: 'lockbox' } } },
  ],
  confirm_lockbox_outcome_no_show: [
    'showing.no_show',
    { showing: { slot: 'done', reason: 'lockbox_outcome' } },
  ],
  prospect_arrived_too_late: [
    'showing.canceled',
    { showing: { slot: 'dropped', reason: 'arrived_too_late' } },
  ],
  cancel: ['showing.canceled', { showing: { slot: 'dropped', reason: null, automatic: null } }],
  flagged_as_fraudulent: ['lead.flagged', { lead: { reason: 'fraud' }, showing: { slot: 'unchanged' } }],
  auto_cancel_no_reply: [
    'showing.canceled',
    { showing: { slot: 'dropped', reason: 'no_reply', automatic: true } },
  ],
  cancel_phone_or_email_blacklisted: [
    'showing.canceled',
    { showing: { slot: 'dropped', reason: 'blacklisted' } },
  ],
  cancel_notice: ['message.sent', { message: { purpose: 'cancel_notice' }, showing: { slot: 'unchanged' } }],
  cancel_warning: [
    'message.sent',
    { message: { purpose: 'cancel_warning' }, showing: { slot: 'unchanged' } },
  ],
  uncancel: ['showing.uncanceled', { showing: { slot: 'tentative' } }],
  update: ['showing.updated', { showing: { slot: 'tentative', hidden: null } }],
  hide: ['showing.updated', { showing: { slot: 'unchanged', hidden: true } }],
  restore: ['showing.updated', { showing: { slot: 'unchanged', hidden: false } }],
  email_link: [
    'message.sent',
    { message: { channel: 'email', purpose: 'scheduling_link', audience: 'prospect' } },
  ],
  text_link: ['message.sent', { message: { channel: 'sms', purpose: 'scheduling_link' } }],
  email_application_criteria_link: [
    'message.sent',
    { message: { channel: 'email', purpose: 'application_criteria_link' } },
  ],
  text_application_criteria_link: [
    'message.sent',
    { message: { channel: 'sms', purpose: 'application_criteria_link' } },
  ],
  email_apply_now_link: ['message.sent', { message: { channel: 'email', purpose: 'apply_now_link' } }],
  text_apply_now_link: ['message.sent', { message: { channel: 'sms', purpose: 'apply_now_link' } }],
  accept: ['showing.accepted', { showing: { slot: 'unchanged', about: 'showing', scope: null } }],
  reschedule_request: ['showing.reschedule_requested', { showing: { slot: 'tentative', emergency: null } }],
  emergency_reschedule_request: ['showing.reschedule_requested', { showing: { emergency: true } }],
  acceptance_request: [
    'showing.acceptance_requested',
    { showing: { slot: 'unchanged', about: 'acceptance' } },
  ],
  accept_for_everyone: ['showing.accepted', { showing: { slot: 'unchanged', scope: 'everyone' } }],
  accept_for_me: ['showing.accepted', { showing: { slot: 'unchanged', scope: 'self' } }],
  decline: ['showing.declined', { showing: { slot: 'dropped', about: 'showing' } }],
  decline_proposed_times: ['showing.declined', { showing: { slot: 'unchanged', about: 'proposed_times' } }],
  acceptance_reminder: [
    'showing.reminded',
    { showing: { slot: 'unchanged', about: 'acceptance', recipient: null, lastReminder: null } },
  ],
  acceptance_reminder_owner_agent: [
    'showing.reminded',
    { showing: { about: 'acceptance', recipient: 'owner_agent' } },
  ],
  acceptance_reminder_approvers: [
    'showing.reminded',
    { showing: { about: 'acceptance', recipient: 'approvers' } },
  ],
  assign_unclaimed_showing_to_owner: [
    'showing.assigned',
    { showing: { about: 'claim', assignee: { kind: 'owner_agent', id: null, name: null, raw: null } } },
  ],
  claim_request: ['showing.acceptance_requested', { showing: { about: 'claim', recipient: 'staff' } }],
  claimed: [
    'showing.assigned',
    { showing: { about: 'claim', assignee: { kind: 'owner_agent', id: 'tm1', name: 'Avery Placeholder' } } },
  ],
  unclaimed_alert: ['message.sent', { message: { purpose: 'unclaimed_alert', audience: null } }],
  set_no_show: ['showing.no_show', { showing: { slot: 'done', reason: null } }],
  undo_no_show: ['showing.no_show_undone', { showing: { slot: 'done' } }],
  sent_follow_up: ['message.sent', { message: { purpose: 'follow_up' } }],
  last_reminder: ['showing.reminded', { showing: { slot: 'unchanged', lastReminder: true, about: null } }],
  inquired: ['lead.inquired', { lead: { topic: null } }],
  requested_application_criteria: ['lead.inquired', { lead: { topic: 'application_criteria' } }],
  left_voicemail: ['message.received', { message: { direction: 'in', channel: 'voicemail', purpose: null } }],
  call_redirected: ['call.transferred', { call: { kind: 'redirect', direction: null } }],
  call_redirect_ended: ['call.completed', { call: { kind: 'redirect' } }],
  call_transferred_to_cci: [
    'call.transferred',
    { call: { kind: 'transfer', from: null, to: 'call_center' } },
  ],
  call_transferred_from_cci: [
    'call.transferred',
    { call: { kind: 'transfer', from: 'call_center', to: null } },
  ],
  lead_converted_by_cci: ['lead.status_changed', { lead: { status: 'converted', channel: 'call_center' } }],
  cci_screening_criteria_not_met: [
    'screening.completed',
    { screening: { kind: 'criteria', outcome: 'failed', by: 'call_center' } },
  ],
  outgoing_call_started: ['call.started', { call: { kind: 'call', direction: 'outbound' } }],
  outgoing_call_completed: ['call.completed', { call: { kind: 'call', direction: 'outbound' } }],
  proposed_times: ['showing.requested', { showing: { slot: 'requested', about: 'proposed_times' } }],
  proposed_times_accpt_request_sent: [
    'showing.acceptance_requested',
    { showing: { slot: 'unchanged', about: 'proposed_times' } },
  ],
  sent_document_request: ['document.requested', { document: { items: ['document'], step: 'sent' } }],
  sent_document_and_answers_request: [
    'document.requested',
    { document: { items: ['document', 'answers'], step: 'sent' } },
  ],
  sent_answers_request: ['document.requested', { document: { items: ['answers'], step: 'sent' } }],
  document_verification_request: ['document.verification_requested', { document: { items: ['document'] } }],
  document_received: ['document.received', { document: { items: ['document'], additional: null } }],
  document_verified: ['document.verified', { document: { items: ['document'] } }],
  showing_feedback: [
    'showing.feedback_received',
    { showing: { feedback: { from: 'prospect', notes: null } } },
  ],
  showing_agent_feedback: [
    'showing.feedback_received',
    { showing: { feedback: { from: 'agent', notes: null } } },
  ],
  lockbox_code_requested: ['access.code_requested', { access: { holder: 'prospect', credential: 'code' } }],
  lockbox_code_distributed: [
    'access.code_issued',
    {
      access: {
        holder: 'prospect',
        credential: 'code',
        codeIssuedAt: { instant: '2024-06-12T17:02:12.000Z' },
      },
    },
  ],
  lockbox_showing_started: ['showing.started', { showing: { slot: 'unchanged' } }],
  additional_document_received: [
    'document.received',
    { document: { items: ['document'], additional: true } },
  ],
  additional_document_requested: [
    'document.requested',
    { document: { additional: true, step: 'requested', resent: null } },
  ],
  additional_document_request_sent: ['document.requested', { document: { additional: true, step: 'sent' } }],
  document_request_resent: ['document.requested', { document: { resent: true, step: 'sent' } }],
  showing_denied_pets: [
    'showing.denied',
    { showing: { slot: 'dropped', criterion: 'pets', subject: 'showing', isReason: false } },
  ],
  showing_denied_income: ['showing.denied', { showing: { criterion: 'income', isReason: false } }],
  showing_denied_move_in_date: [
    'showing.denied',
    { showing: { criterion: 'move_in_date', isReason: false } },
  ],
  showing_denied_custome_question: [
    'showing.denied',
    { showing: { criterion: 'custom_question', isReason: false } },
  ],
  showing_denied_pets_reason: [
    'showing.denied',
    { showing: { slot: 'unchanged', criterion: 'pets', subject: 'showing', isReason: true } },
  ],
  showing_denied_income_reason: ['showing.denied', { showing: { criterion: 'income', isReason: true } }],
  showing_denied_move_in_date_reason: [
    'showing.denied',
    { showing: { criterion: 'move_in_date', isReason: true } },
  ],
  showing_denied_custom_question_reason: [
    'showing.denied',
    { showing: { criterion: 'custom_question', isReason: true } },
  ],
  lead_showing_denied_pets: [
    'showing.denied',
    { showing: { slot: 'dropped', criterion: 'pets', subject: 'lead', isReason: false } },
  ],
  lead_showing_denied_income: ['showing.denied', { showing: { criterion: 'income', subject: 'lead' } }],
  lead_showing_denied_move_in_date: [
    'showing.denied',
    { showing: { criterion: 'move_in_date', subject: 'lead' } },
  ],
  lead_showing_denied_custome_question: [
    'showing.denied',
    { showing: { criterion: 'custom_question', subject: 'lead' } },
  ],
  showing_mismatched_pets: [
    'screening.mismatched',
    { screening: { criterion: 'pets', outcome: 'mismatched' }, showing: { slot: 'unchanged' } },
  ],
  showing_mismatched_income: ['screening.mismatched', { screening: { criterion: 'income' } }],
  showing_mismatched_move_in_date: ['screening.mismatched', { screening: { criterion: 'move_in_date' } }],
  showing_mismatched_custome_question: [
    'screening.mismatched',
    { screening: { criterion: 'custom_question' } },
  ],
  blacklisted_prospect: ['lead.flagged', { lead: { reason: 'blacklisted' } }],
  email_delivery_failed: ['message.failed', { message: { channel: 'email', direction: 'out' } }],
  reschedule_request_on_document_not_received: [
    'showing.reschedule_requested',
    { showing: { reason: 'document_not_received' } },
  ],
  reschedule_request_on_document_not_verified: [
    'showing.reschedule_requested',
    { showing: { reason: 'document_not_verified' } },
  ],
  reschedule_request_on_answers_not_received: [
    'showing.reschedule_requested',
    { showing: { reason: 'answers_not_received' } },
  ],
  follow_up_reschedule: ['message.sent', { message: { purpose: 'follow_up_reschedule' } }],
  email_on_rent_reduction: ['message.sent', { message: { channel: 'email', purpose: 'rent_reduction' } }],
  email_on_new_active_listing: ['message.sent', { message: { channel: 'email', purpose: 'new_listing' } }],
  requested_availability_notification: ['lead.waitlisted', { lead: { topic: 'availability' } }],
  notified_showtimes_available: ['message.sent', { message: { purpose: 'showtimes_available' } }],
  pre_screen_completed: ['screening.completed', { screening: { kind: 'pre_screen', outcome: null } }],
  pre_screen_overridden: [
    'screening.overridden',
    { screening: { kind: 'pre_screen', outcome: 'overridden' } },
  ],
  pre_screen_reminder_sent: ['message.sent', { message: { purpose: 'pre_screen_reminder' } }],
  pre_screen_request_sent: ['screening.requested', { screening: { kind: 'pre_screen' } }],
  send_upcoming_showings: ['message.sent', { message: { purpose: 'upcoming_showings', audience: null } }],
  pet_screening_sent: ['screening.requested', { screening: { kind: 'pet' } }],
  location_verification_auto_triggered: [
    'access.verification_started',
    { access: { holder: 'prospect', automatic: true, device: null } },
  ],
  third_party_applicant_added: ['lead.updated', { lead: { changed: ['third_party_applicant'] } }],
  phone_number_changed: ['lead.updated', { lead: { changed: ['phone'] } }],
  applicant_transitioned_to_resident: [
    'lead.status_changed',
    { lead: { previousStatus: 'applicant', status: 'resident' }, person: { role: 'resident' } },
  ],
  applicant_transitioned_from_resident: [
    'lead.status_changed',
    { lead: { previousStatus: 'resident', status: 'applicant' }, person: { role: 'applicant' } },
  ],
  lead_created_by_off_market_update_process: [
    'lead.created',
    { lead: { isNew: true, origin: 'batch', reason: 'off_market_update' } },
  ],
}

const showing = {
  uid: 'b1f0c7a2d4',
  showtime: '2024-06-12T16:30:00-07:00',
  name: 'Riley Sample',
  listing_uid: 'c40ffe1123',
  self_show_code_distributed_at: '2024-06-12T10:02:12-07:00',
}

test('the table holds the 121 actions of the page and no other', () => {
  expect(Object.keys(documented)).toHaveLength(121)
  expect(Object.keys(words).sort()).toStrictEqual(Object.keys(documented).sort())
})

describe.each(Object.entries(documented))('%s', (action, [type, details]) => {
  const parse = (rest: object) =>
    unwrap(parseWebhook('showmojo', {}, { event: { id: '77', action, ...rest } }, { strict: true }))

  test(`is ${type}`, () => {
    const event = parse({
      actor: 'owner_agent',
      team_member_uid: 'tm1',
      team_member_name: 'Avery Placeholder',
      showing,
    })
    expect(event.type).toBe(type)
    expect(event.source.type).toBe(action)
    expect(event).toMatchObject({
      person: { name: 'Riley Sample' },
      property: { listingId: 'c40ffe1123' },
      showing: { id: 'b1f0c7a2d4', startsAt: { instant: '2024-06-12T23:30:00.000Z' } },
    })
    expect(event).toMatchObject(details)
    expect(event.issues).toStrictEqual([])
  })

  test.each([
    ['null', { showing: null }],
    ['absent', {}],
  ])('has all its parts where the showing is %s', (_, rest) => {
    const event = parse(rest)
    expect(event.type).toBe(type)
    expect(event).toMatchObject({ person: { name: null, role: null }, property: { address: null } })
    expect('showing' in event && event.showing === null).toBe(event.family !== 'showing')
    expect(event).toHaveProperty(event.family)
    expect(Reflect.get(event, event.family)).not.toBeNull()
  })
})
