import { ownValue } from '../../codec/choice'
import { Codec, FAIL } from '../../codec/codec'
import { jsonObject, type JsonObject } from '../../codec/json'
import { fault } from '../../codec/reading'
import { boolean, id, integer, openText, stampText, text } from '../../codec/scalar'
import { required, struct, type StructOf } from '../../codec/struct'
import { words, type ShowMojoAction } from './words'

// Source of all fields: ShowMojo's help centre, "Leads and Showings Webhook", which says that fields may be null.

const stamp = /* @__PURE__ */ stampText('date-time')

const showingFields = {
  uid: id,
  created_at: stamp,
  showtime: stamp,
  /** A display name of Ruby on Rails, like `Pacific Time (US & Canada)`. */
  showing_time_zone: text,
  /** In a unit that the page does not say. */
  showing_time_zone_utc_offset: integer,
  name: text,
  phone: text,
  email: text,
  notes: text,
  listing_uid: id,
  listing_full_address: text,
  is_self_show: boolean,
  confirmed_at: stamp,
  canceled_at: stamp,
  self_show_code_distributed_at: stamp,
}

/** The showing, or the lead that may become one: to ShowMojo a showing is a lead with a time. */
export interface ShowMojoShowing extends StructOf<typeof showingFields> {}
export const ShowMojoShowing: Codec<ShowMojoShowing> = /* @__PURE__ */ struct(
  'ShowMojoShowing',
  showingFields,
)

const commonFields = {
  id: /* @__PURE__ */ required(id),
  actor: /* @__PURE__ */ openText(['prospect', 'owner_agent', 'system', 'call_center']),
  team_member_name: text,
  team_member_uid: id,
  created_at: stamp,
  showing: ShowMojoShowing,
}

const actions: ReadonlySet<unknown> = /* @__PURE__ */ new Set(Object.keys(words))

const isDocumented = (action: unknown): action is ShowMojoAction => actions.has(action)

const documentedAction: Codec<ShowMojoAction> = /* @__PURE__ */ new Codec(
  'action',
  { kind: 'enumeration', values: /* @__PURE__ */ Object.keys(words) },
  (input, reading) => {
    if (isDocumented(input)) return input
    fault(reading, 'wrong_kind', '', 'text')
    return FAIL
  },
)

const eventFields = { ...commonFields, action: /* @__PURE__ */ required(documentedAction) }

/**
 * What happened to a lead or a showing. `id` and `action` identify it and must be there: the action as text, the id as
 * text or a whole number. All other fields may be missing or null.
 */
export interface ShowMojoEvent extends StructOf<typeof eventFields> {}
export const ShowMojoEvent: Codec<ShowMojoEvent> = /* @__PURE__ */ struct('ShowMojoEvent', eventFields)

const unknownEventFields = { ...commonFields, action: /* @__PURE__ */ required(text) }

/** An event whose action the page does not list, as far as it is like the documented ones. */
export interface ShowMojoUnknownEvent extends StructOf<typeof unknownEventFields> {}
const unknownEvent: Codec<ShowMojoUnknownEvent> = /* @__PURE__ */ struct(
  'ShowMojoUnknownEvent',
  unknownEventFields,
)

const documentedFields = { event: /* @__PURE__ */ required(ShowMojoEvent) }
const unknownFields = { event: /* @__PURE__ */ required(unknownEvent) }

/** The body of every delivery. */
export interface ShowMojoPayload extends StructOf<typeof documentedFields> {}
const documented: Codec<ShowMojoPayload> = /* @__PURE__ */ struct('ShowMojoPayload', documentedFields)

export interface ShowMojoUnknown extends StructOf<typeof unknownFields> {}
/** Reads what is documented of a body with an action that is not. */
export const ShowMojoUnknown: Codec<ShowMojoUnknown> = /* @__PURE__ */ struct(
  'ShowMojoUnknown',
  unknownFields,
)

const isId = (value: unknown): boolean =>
  typeof value === 'string' ? value !== '' : Number.isSafeInteger(value)

/** The whole body as it was sent, if its event has an id. */
const open: Codec<JsonObject> = /* @__PURE__ */ new Codec(
  'ShowMojoUnknown',
  jsonObject.shape,
  (input, reading) => {
    const eventId = ownValue(ownValue(input, 'event'), 'id')
    if (isId(eventId)) return jsonObject.read(input, reading)
    const isMissing = eventId === undefined || eventId === ''
    fault(reading, isMissing ? 'missing' : 'wrong_kind', '/event/id', 'text or a safe integer')
    return FAIL
  },
)

/**
 * Any body of ShowMojo's: one of the documented actions, or any object whose `event` has an `id` and another
 * `action`. Without these two it fails.
 */
export const ShowMojoPayload: Codec<ShowMojoPayload | JsonObject> = /* @__PURE__ */ new Codec(
  'ShowMojoPayload',
  {
    kind: 'choice',
    members: [documented, open],
    discriminator: null,
    cases: [
      { when: [{ path: ['event', 'action'], is: /* @__PURE__ */ Object.keys(words) }], codec: documented },
      {
        when: [
          { path: ['event', 'action'], is: 'word' },
          { path: ['event', 'id'], is: 'id' },
        ],
        codec: open,
      },
    ],
  },
  (input, reading) => {
    const action = ownValue(ownValue(input, 'event', reading), 'action', reading)
    const isUnknown = typeof action === 'string' && action !== '' && !isDocumented(action)
    return (isUnknown ? open : documented).read(input, reading)
  },
)
