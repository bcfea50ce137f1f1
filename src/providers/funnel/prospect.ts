import type { Codec } from '../../codec/codec'
import { list } from '../../codec/list'
import { boolean, id, openText, text } from '../../codec/scalar'
import { required, struct, type StructOf } from '../../codec/struct'
import { date, localStamp } from './stamps'

const personFields = {
  first_name: text,
  last_name: text,
  email: text,
  phone_1: text,
  phone_2: text,
  /** Not in the flat webhook. */
  sms_opt_in: boolean,
}

/** One of the people of a household. */
export interface FunnelPerson extends StructOf<typeof personFields> {}
export const FunnelPerson: Codec<FunnelPerson> = /* @__PURE__ */ struct('FunnelPerson', personFields)

const flatListingFields = {
  nestio_unit_id: id,
  property_address: text,
  /** The receiver's own id of the property, where Funnel was given one, and below of the unit. */
  property_internal_id: id,
  unit_number: text,
  unit_internal_id: id,
}

/** A home that a lead of the flat webhook is interested in. */
export interface FunnelFlatListing extends StructOf<typeof flatListingFields> {}
export const FunnelFlatListing: Codec<FunnelFlatListing> = /* @__PURE__ */ struct(
  'FunnelFlatListing',
  flatListingFields,
)

const listingFields = {
  funnel_unit_id: id,
  property_address: text,
  property_internal_id: id,
}

/** A home that a renter is interested in. */
export interface FunnelListing extends StructOf<typeof listingFields> {}
export const FunnelListing: Codec<FunnelListing> = /* @__PURE__ */ struct('FunnelListing', listingFields)

const messageFields = {
  message: text,
  received_at: localStamp,
  /** Not in the flat webhook. */
  message_type: openText(['ILS']),
}

/** Something that a lead wrote. */
export interface FunnelMessage extends StructOf<typeof messageFields> {}
export const FunnelMessage: Codec<FunnelMessage> = /* @__PURE__ */ struct('FunnelMessage', messageFields)

const agentFields = {
  name: text,
  email: text,
  /** Text, where all other ids are numbers. */
  nestio_agent_id: id,
}

/** An agent who looks after a lead. */
export interface FunnelAgent extends StructOf<typeof agentFields> {}
export const FunnelAgent: Codec<FunnelAgent> = /* @__PURE__ */ struct('FunnelAgent', agentFields)

const interest = {
  people: /* @__PURE__ */ list(FunnelPerson),
  lead_source: text,
  move_in_date: date,
  created_at: localStamp,
  messages: /* @__PURE__ */ list(FunnelMessage),
}

const leadFields = {
  nestio_client_id: /* @__PURE__ */ required(id),
  nestio_team_id: id,
  ...interest,
  listings: /* @__PURE__ */ list(FunnelFlatListing),
  agents: /* @__PURE__ */ list(FunnelAgent),
}

/**
 * The flat lead webhook: a lead that was created or updated, not said which. Told by `nestio_client_id`. Source:
 * developer.funnelleasing.com, "Lead Webhook".
 */
export interface FunnelLead extends StructOf<typeof leadFields> {}
export const FunnelLead: Codec<FunnelLead> = /* @__PURE__ */ struct('FunnelLead', leadFields)

const renterFields = {
  funnel_renter_id: /* @__PURE__ */ required(id),
  funnel_community_id: id,
  status: /* @__PURE__ */ openText(['Prospect']),
  ...interest,
  layouts: /* @__PURE__ */ list(text),
  listings: /* @__PURE__ */ list(FunnelListing),
}

/** The data of `renter.created`. Source, also of the two below: developer.funnelleasing.com, "Prospect Update Webhooks". */
export interface FunnelRenter extends StructOf<typeof renterFields> {}
export const FunnelRenter: Codec<FunnelRenter> = /* @__PURE__ */ struct('FunnelRenter', renterFields)

const statusChangeFields = {
  funnel_renter_id: /* @__PURE__ */ required(id),
  funnel_team_id: id,
  status: /* @__PURE__ */ openText(['Applicant']),
}

/** The data of `renter.status-change`. */
export interface FunnelStatusChange extends StructOf<typeof statusChangeFields> {}
export const FunnelStatusChange: Codec<FunnelStatusChange> = /* @__PURE__ */ struct(
  'FunnelStatusChange',
  statusChangeFields,
)

const appointmentFields = {
  funnel_renter_id: id,
  funnel_tour_id: /* @__PURE__ */ required(id),
  funnel_community_id: id,
  /** Ids in the property management system, as text in the sample. */
  pms_unit_ids: /* @__PURE__ */ list(id),
  tour_type: /* @__PURE__ */ openText(['Guided']),
  start: localStamp,
  end: localStamp,
  status: /* @__PURE__ */ openText(['completed', 'no-show', 'cancelled', 'unknown']),
}

/** The data of `appointment.updated`, sent when an appointment is created as well as when it changes. */
export interface FunnelAppointment extends StructOf<typeof appointmentFields> {}
export const FunnelAppointment: Codec<FunnelAppointment> = /* @__PURE__ */ struct(
  'FunnelAppointment',
  appointmentFields,
)
