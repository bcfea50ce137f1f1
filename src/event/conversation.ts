import { type Codec } from '../codec/codec'
import { list } from '../codec/list'
import { boolean, enumeration, text } from '../codec/scalar'
import { emptyPart, orElse, part, type PartOf } from '../codec/struct'

const messageFields = {
  direction: enumeration(['in', 'out']),
  channel: enumeration(['email', 'sms', 'voicemail']),
  purpose: enumeration([
    'autoreply',
    'autoreply_followup',
    'follow_up',
    'follow_up_reschedule',
    'scheduling_link',
    'self_tour_link',
    'application_criteria_link',
    'apply_now_link',
    'cancel_notice',
    'cancel_warning',
    'rent_reduction',
    'new_listing',
    'showtimes_available',
    'upcoming_showings',
    'pre_screen_reminder',
    'unclaimed_alert',
  ]),
  /** Whom it is for. */
  audience: enumeration(['prospect', 'staff', 'owner_agent', 'approvers']),
  automatic: boolean,
  text,
}

/** Something sent to or received from a person. */
export interface Message extends PartOf<typeof messageFields> {}
export const Message: Codec<Message> = /* @__PURE__ */ part('Message', messageFields)
export const noMessage: Message = /* @__PURE__ */ emptyPart(Message)

const callFields = {
  direction: enumeration(['inbound', 'outbound']),
  kind: enumeration(['call', 'redirect', 'transfer']),
  from: enumeration(['call_center', 'agent']),
  to: enumeration(['call_center', 'agent']),
}

/** A telephone call. No provider sends a call's id, so a start and an end cannot be paired. */
export interface Call extends PartOf<typeof callFields> {}
export const Call: Codec<Call> = /* @__PURE__ */ part('Call', callFields)
export const noCall: Call = /* @__PURE__ */ emptyPart(Call)

const documentFields = {
  items: orElse([], list(enumeration(['document', 'answers']))),
  /** Asked for on top of an earlier request. */
  additional: boolean,
  resent: boolean,
  /** Whether the request was made, or went out to the person. */
  step: enumeration(['requested', 'sent']),
}

/** Papers or answers that a prospect is asked for. */
export interface Document extends PartOf<typeof documentFields> {}
export const Document: Codec<Document> = /* @__PURE__ */ part('Document', documentFields)
export const noDocument: Document = /* @__PURE__ */ emptyPart(Document)

const screeningFields = {
  kind: enumeration(['pre_screen', 'pet', 'answers', 'criteria']),
  /** Only where the provider's word says it; never inferred. */
  outcome: enumeration(['passed', 'failed', 'mismatched', 'overridden']),
  criterion: enumeration(['pets', 'income', 'move_in_date', 'custom_question']),
  by: enumeration(['call_center', 'staff', 'system']),
}

/** A check of a prospect against what the landlord asks. */
export interface Screening extends PartOf<typeof screeningFields> {}
export const Screening: Codec<Screening> = /* @__PURE__ */ part('Screening', screeningFields)
export const noScreening: Screening = /* @__PURE__ */ emptyPart(Screening)
