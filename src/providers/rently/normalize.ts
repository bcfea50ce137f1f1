import { ownValue } from '../../codec/choice'
import { FAIL, type Reader } from '../../codec/codec'
import type { JsonObject } from '../../codec/json'
import { newReading } from '../../codec/reading'
import { identityByContent } from '../../event/identify'
import { events } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import type { Person } from '../../event/person'
import type { Property } from '../../event/property'
import { noShowing } from '../../event/showing'
import type { CivilDate } from '../../time/civil-date'
import type { EventTime } from '../../time/event-time'
import { RentlyUnknownActivity } from './activity'
import { activityEvent } from './activity-event'
import type { RentlyApplication } from './application'
import { applicationEvent } from './application-event'
import { propertyOf, prospectOf } from './parts'
import type { RentlyActivity, RentlyPayload } from './payload'
import { RentlyUnknownMessage, type RentlySmartHome } from './smart-home'
import { homeOf, smartHomeEvent } from './smart-home-event'
import { deviceTime, recordedAt, visitDate } from './times'
import { activityWords, applicationWords, smartHomeWords } from './words'

type Body = RentlyPayload | JsonObject

const isWordOf = (table: object, word: unknown): boolean =>
  typeof word === 'string' && Object.hasOwn(table, word)

// The codec chose by these same keys, so that a word in a table means that table's payload.
const isActivity = (body: Body, { reading }: Delivery): body is RentlyActivity =>
  isWordOf(activityWords, ownValue(body, 'type', reading))

const isSmartHome = (body: Body): body is RentlySmartHome =>
  ownValue(body, 'type') === undefined && isWordOf(smartHomeWords, ownValue(body, 'message_type'))

const isApplication = (body: Body): body is RentlyApplication => {
  const word = ownValue(body, 'type') ?? undefined
  if (word !== undefined) return isWordOf(applicationWords, word)
  return ownValue(body, 'message_type') === undefined
}

/** The common fields of an unknown word, read without noting what is odd about them. */
const readQuietly = <A>(codec: Reader<A>, body: JsonObject): A | null => {
  const fields = codec.read(body, newReading(false))
  /* v8 ignore next -- an object of optional fields alone is never refused */
  return fields === FAIL ? null : fields
}

const isKnown = (part: object): boolean => Object.values(part).some((value) => value !== null)

interface Known {
  readonly occurredAt: EventTime | null
  readonly person: Person | null
  readonly property: Property
  readonly date: CivilDate | null
}

const knownOfActivity = (body: JsonObject, delivery: Delivery): Known => {
  /* v8 ignore next -- as above */
  const fields = readQuietly(RentlyUnknownActivity, body) ?? {}
  const person = prospectOf(fields, null)
  return {
    occurredAt: recordedAt(fields, delivery),
    person: isKnown(person) ? person : null,
    property: propertyOf(fields),
    date: visitDate(fields.visit_date, '/visit_date', delivery),
  }
}

const knownOfMessage = (body: JsonObject, delivery: Delivery): Known => {
  /* v8 ignore next -- as above */
  const fields = readQuietly(RentlyUnknownMessage, body) ?? {}
  const occurredAt = deviceTime(fields.activity_time, '/activity_time', delivery)
  return { occurredAt, person: null, property: homeOf(fields), date: null }
}

/** A word that no document names, with what its fields have in common with the documented ones. */
const unrecognized = (body: JsonObject, delivery: Delivery) => {
  const isMessage = ownValue(body, 'type') === undefined
  const discriminator = isMessage ? 'message_type' : 'type'
  const word = body[discriminator]
  const known = isMessage ? knownOfMessage(body, delivery) : knownOfActivity(body, delivery)
  const { occurredAt, person, property, date } = known
  return events.unrecognized(
    'unrecognized',
    {
      id: null,
      occurredAt,
      actor: null,
      completeness: 'snapshot',
      identity: identityByContent(occurredAt),
      source: {
        provider: 'rently',
        type: typeof word === 'string' ? word : '',
        payload: body,
        raw: delivery.raw,
      },
    } as const,
    delivery,
    {
      discriminator: `/${discriminator}`,
      newerType: null,
      person,
      property: isKnown(property) ? property : null,
      showing: date === null ? null : { ...noShowing, date },
    },
  )
}

/** The event of any body that the codec let through. */
export const normalize = (body: Body, delivery: Delivery) => {
  if (isActivity(body, delivery)) return activityEvent(body, delivery)
  if (isSmartHome(body)) return smartHomeEvent(body, delivery)
  return isApplication(body) ? applicationEvent(body, delivery) : unrecognized(body, delivery)
}
