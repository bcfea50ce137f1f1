import type { Codec } from '../../codec/codec'
import { either, enumeration, boolean, id, openText, stampText, text } from '../../codec/scalar'
import { required, struct, type StructOf } from '../../codec/struct'
import type { ActivityWord } from './words'

// Source of all fields: apidocs.rently.com, "Rently Activities Notification via Webhook". A field that the
// page lists for all activities is a field of all of them, also where no sample of the type shows it.

const localStamp = /* @__PURE__ */ stampText('MM/DD/YYYY at hh:mmAM')
const isoStamp = /* @__PURE__ */ stampText('date-time')
const usDate = /* @__PURE__ */ stampText('MM/DD/YYYY')

const activity = {
  property_id: id,
  address: text,
  summary: text,
  property_tag: text,
  checkin_at: localStamp,
  checkin_at_iso: isoStamp,
  showing_timestamp: isoStamp,
  record_date: localStamp,
  created_at: localStamp,
  source: text,
  listing_id: id,
  secondary_external_id: id,
}

const prospect = { prospect_name: text, prospect_phone: text, email: text }

const utm = { utm_source: text, utm_medium: text, utm_campaign: text, utm_term: text, utm_content: text }

const word = <const W extends readonly ActivityWord[]>(...spellings: W) => ({
  type: required(enumeration(spellings)),
})

const showingFields = {
  ...word('Self Scheduling', 'Open House Scheduling', 'Safe Mode'),
  ...activity,
  ...prospect,
  ...utm,
  visit_date: usDate,
  leasing_agent: text,
}

/** A visit that was planned or asked for. The stamps say when that was done, not when the visit is. */
export interface RentlyShowing extends StructOf<typeof showingFields> {}
export const RentlyShowing: Codec<RentlyShowing> = /* @__PURE__ */ struct('RentlyShowing', showingFields)

const codeFields = {
  ...word(
    'Self Registered Viewing',
    'Direct Code Showing',
    'Customer Care Direct Code',
    'Open House Viewing',
    'Self Show Unlocked',
  ),
  ...activity,
  ...prospect,
  ...utm,
  leasing_agent: text,
  admin_name: text,
}

/** A code for a visit: asked for, or used on a lock. */
export interface RentlyShowingAccess extends StructOf<typeof codeFields> {}
export const RentlyShowingAccess: Codec<RentlyShowingAccess> = /* @__PURE__ */ struct(
  'RentlyShowingAccess',
  codeFields,
)

const linkFields = { ...word('OTV Auto Showing'), ...activity, ...prospect }

/** A link for a self-guided visit that was sent to a prospect. */
export interface RentlyTourLink extends StructOf<typeof linkFields> {}
export const RentlyTourLink: Codec<RentlyTourLink> = /* @__PURE__ */ struct('RentlyTourLink', linkFields)

const availabilityFields = { ...word('Now Available'), ...activity, ...prospect }

/** A home that can be visited from now on, told once per prospect who waits for it. */
export interface RentlyAvailability extends StructOf<typeof availabilityFields> {}
export const RentlyAvailability: Codec<RentlyAvailability> = /* @__PURE__ */ struct(
  'RentlyAvailability',
  availabilityFields,
)

const waitlistFields = { ...word('Pre Leased Lead Signup', 'Prelease Lead Signup'), ...activity, ...prospect }

/** A prospect who waits for a home that is let already. */
export interface RentlyWaitlist extends StructOf<typeof waitlistFields> {}
export const RentlyWaitlist: Codec<RentlyWaitlist> = /* @__PURE__ */ struct('RentlyWaitlist', waitlistFields)

const commentFields = {
  ...word('Prospect Comment'),
  ...activity,
  ...prospect,
  improvement_type: text,
  notes: text,
  interest2: openText(['apply', 'question', 'no']),
  access_problem: boolean,
  property_problem: openText(['vandalism', 'odor', 'cleanliness', 'none']),
  /** Deprecated by the page, as are the four below it. */
  apply: text,
  interest: text,
  good_arrive: text,
  good_leave: text,
  rating: text,
}

/** What a prospect answered after a visit. */
export interface RentlyComment extends StructOf<typeof commentFields> {}
export const RentlyComment: Codec<RentlyComment> = /* @__PURE__ */ struct('RentlyComment', commentFields)

const visitorFields = {
  ...word('Visitor Unlock', 'Visitor Unshackle'),
  ...activity,
  name: text,
  phone: text,
  voice_memo: text,
  input: text,
}

/** A code that a trusted visitor fetched in the manager portal. */
export interface RentlyVisitor extends StructOf<typeof visitorFields> {}
export const RentlyVisitor: Codec<RentlyVisitor> = /* @__PURE__ */ struct('RentlyVisitor', visitorFields)

const tenantFields = {
  ...word('Tenant Access'),
  ...activity,
  /** The telephone that was used; `tenant_phone` is the registered one. */
  phone: text,
  tenant_name: text,
  tenant_phone: text,
  access_type: openText(['move_in', 'move_out']),
}

/** A tenant at the door of the home they move into or out of. */
export interface RentlyTenantAccess extends StructOf<typeof tenantFields> {}
export const RentlyTenantAccess: Codec<RentlyTenantAccess> = /* @__PURE__ */ struct(
  'RentlyTenantAccess',
  tenantFields,
)

const callCenterFields = {
  ...word('Call Center Lead'),
  ...activity,
  ...prospect,
  market_id: id,
  market: text,
  move_in_date: text,
  notes: text,
  /** '' in the only sample; numbers and text are both taken. */
  max_price: either(text, id),
  reason_for_move: text,
  prospect_status: text,
  home_choice_importance: text,
}

/** A lead that the call centre wrote down. */
export interface RentlyCallCenterLead extends StructOf<typeof callCenterFields> {}
export const RentlyCallCenterLead: Codec<RentlyCallCenterLead> = /* @__PURE__ */ struct(
  'RentlyCallCenterLead',
  callCenterFields,
)

const inquiryFields = {
  ...word('inquiry'),
  checkin_id: id,
  property_id: id,
  property_address: text,
  property_name: text,
  record_date: localStamp,
  visitor_phone: text,
  visitor_name: text,
  visitor_email: text,
  source: text,
}

/** An inquiry from a listing site, with names of its own for most fields. */
export interface RentlyInquiry extends StructOf<typeof inquiryFields> {}
export const RentlyInquiry: Codec<RentlyInquiry> = /* @__PURE__ */ struct('RentlyInquiry', inquiryFields)

/** Which fields belong to which word. */
export const activityCodecs = {
  'Self Scheduling': RentlyShowing,
  'Open House Scheduling': RentlyShowing,
  'Safe Mode': RentlyShowing,
  'Self Registered Viewing': RentlyShowingAccess,
  'Direct Code Showing': RentlyShowingAccess,
  'Customer Care Direct Code': RentlyShowingAccess,
  'Open House Viewing': RentlyShowingAccess,
  'Self Show Unlocked': RentlyShowingAccess,
  'OTV Auto Showing': RentlyTourLink,
  'Now Available': RentlyAvailability,
  'Pre Leased Lead Signup': RentlyWaitlist,
  'Prelease Lead Signup': RentlyWaitlist,
  'Prospect Comment': RentlyComment,
  'Visitor Unlock': RentlyVisitor,
  'Visitor Unshackle': RentlyVisitor,
  'Tenant Access': RentlyTenantAccess,
  'Call Center Lead': RentlyCallCenterLead,
  inquiry: RentlyInquiry,
} as const satisfies Record<ActivityWord, unknown>

const unknownFields = { ...activity, ...prospect, visit_date: usDate }

/** What an activity of an unknown type has in common with the documented ones. */
export interface RentlyUnknownActivity extends StructOf<typeof unknownFields> {}
export const RentlyUnknownActivity: Codec<RentlyUnknownActivity> = /* @__PURE__ */ struct(
  'RentlyUnknownActivity',
  unknownFields,
)
