import { ownValue } from '../../codec/choice'
import { FAIL } from '../../codec/codec'
import type { JsonObject } from '../../codec/json'
import { newReading } from '../../codec/reading'
import { eventOf, identityByContent } from '../../event/build'
import type { Delivery } from '../../event/delivery'
import { noShowing } from '../../event/showing'
import { RentlyUnknownActivity } from './activity'
import { activityEvent } from './activity-event'
import type { RentlyApplication } from './application'
import { applicationEvent } from './application-event'
import { propertyOf, prospectOf } from './parts'
import type { RentlyActivity, RentlyPayload } from './payload'
import type { RentlySmartHome } from './smart-home'
import { smartHomeEvent } from './smart-home-event'
import { recordedAt, visitDate } from './times'
import { activityWords, applicationWords, smartHomeWords } from './words'

type Body = RentlyPayload | JsonObject

const isWordOf = (table: object, word: unknown): boolean =>
  typeof word === 'string' && Object.hasOwn(table, word)

// The codec chose by these same keys, so that a word in a table means that table's payload.
const isActivity = (body: Body): body is RentlyActivity => isWordOf(activityWords, ownValue(body, 'type'))

const isSmartHome = (body: Body): body is RentlySmartHome =>
  ownValue(body, 'type') === undefined && isWordOf(smartHomeWords, ownValue(body, 'message_type'))

const isApplication = (body: Body): body is RentlyApplication => {
  const word = ownValue(body, 'type') ?? undefined
  if (word !== undefined) return isWordOf(applicationWords, word)
  return ownValue(body, 'message_type') === undefined
}

/** What the common fields say, read without noting what is odd about them. */
const knownFields = (body: JsonObject): RentlyUnknownActivity => {
  const fields = RentlyUnknownActivity.read(body, newReading(false))
  return fields === FAIL ? {} : fields
}

const unrecognized = (body: JsonObject, delivery: Delivery) => {
  const discriminator = ownValue(body, 'type') === undefined ? 'message_type' : 'type'
  const fields = knownFields(body)
  const occurredAt = recordedAt(fields, delivery)
  const date = visitDate(fields.visit_date, '/visit_date', delivery)
  return eventOf(
    'unrecognized',
    'unrecognized',
    {
      id: null,
      occurredAt,
      actor: null,
      completeness: 'snapshot',
      identity: identityByContent(occurredAt),
      source: { provider: 'rently', type: String(body[discriminator]), payload: body, raw: delivery.raw },
    } as const,
    delivery,
    {
      discriminator: `/${discriminator}`,
      newerType: null,
      person: prospectOf(fields),
      property: propertyOf(fields),
      showing: date === null ? null : { ...noShowing, date },
    },
  )
}

/** The event of any body that the codec let through. */
export const normalize = (body: Body, delivery: Delivery) => {
  if (isActivity(body)) return activityEvent(body, delivery)
  if (isSmartHome(body)) return smartHomeEvent(body, delivery)
  return isApplication(body) ? applicationEvent(body, delivery) : unrecognized(body, delivery)
}
