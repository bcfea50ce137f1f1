import { choice, ownValue, tagged } from '../../codec/choice'
import type { Codec } from '../../codec/codec'
import { jsonObject, type JsonObject } from '../../codec/json'
import { activityCodecs, type RentlyCallCenterLead, type RentlyComment, type RentlyInquiry } from './activity'
import type { RentlyAvailability, RentlyShowing, RentlyShowingAccess, RentlyTenantAccess } from './activity'
import type { RentlyTourLink, RentlyVisitor, RentlyWaitlist } from './activity'
import { RentlyApplication } from './application'
import { RentlySmartHome } from './smart-home'
import { smartHomeWords } from './words'

/** An activity: told apart by `type`. */
export type RentlyActivity =
  | RentlyShowing
  | RentlyShowingAccess
  | RentlyTourLink
  | RentlyAvailability
  | RentlyWaitlist
  | RentlyComment
  | RentlyVisitor
  | RentlyTenantAccess
  | RentlyCallCenterLead
  | RentlyInquiry

/** Every documented body of Rently's three webhooks. */
export type RentlyPayload = RentlyActivity | RentlyApplication | RentlySmartHome

const activity = /* @__PURE__ */ tagged(
  'RentlyActivity',
  'type',
  { ...activityCodecs, 'Application Updated': RentlyApplication },
  jsonObject,
)

const smartHome = /* @__PURE__ */ tagged(
  'RentlySmartHome',
  'message_type',
  Object.fromEntries(Object.keys(smartHomeWords).map((word) => [word, RentlySmartHome])),
  jsonObject,
)

/**
 * Any body of Rently's. An activity has a `type`; a smart-home message has a `message_type` instead; a rental
 * application has neither and is known by its `application_id`. A word that no document names gives any object.
 */
export const RentlyPayload: Codec<RentlyPayload | JsonObject> = /* @__PURE__ */ choice(
  'RentlyPayload',
  [activity, smartHome, RentlyApplication],
  (body, reading) => {
    if (ownValue(body, 'type', reading) !== undefined) return activity
    if (ownValue(body, 'message_type', reading) !== undefined) return smartHome
    return ownValue(body, 'application_id', reading) === undefined ? null : RentlyApplication
  },
  '/type',
  'one of type, message_type and application_id',
  [
    { when: [{ path: ['type'], is: 'sent' }], codec: activity },
    { when: [{ path: ['message_type'], is: 'sent' }], codec: smartHome },
    { when: [{ path: ['application_id'], is: 'sent' }], codec: RentlyApplication },
  ],
)
