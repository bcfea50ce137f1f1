import { ownValue } from '../../codec/choice'
import { FAIL } from '../../codec/codec'
import type { JsonObject } from '../../codec/json'
import { fault, newReading } from '../../codec/reading'
import { id, text } from '../../codec/scalar'
import { struct, type StructOf } from '../../codec/struct'
import type { Identity, Source } from '../../event/base'
import { identityByContent, orderByTime } from '../../event/identify'
import { events } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import { noLead, noWishes, type Wishes } from '../../event/lead'
import { noListing } from '../../event/listing'
import { minorUnits, type Money } from '../../event/money'
import { contactOf, type Person } from '../../event/person'
import { noProperty, type Property } from '../../event/property'
import type { EventTime } from '../../time/event-time'
import type { CasaYesLead, CasaYesListing, CasaYesPayload } from './payload'
import { createdAt, moveIn } from './times'
import { leadWords, listingWords } from './words'

export type CasaYesSource = Source<'casayes', CasaYesPayload>

type Text = string | null | undefined

interface Sender {
  readonly SenderName?: Text
  readonly SenderEmail?: Text
  readonly SenderPhone?: Text
}

const senderOf = (payload: Sender, role: Person['role']): Person =>
  contactOf(role, { name: payload.SenderName, email: payload.SenderEmail, phone: payload.SenderPhone })

/** Written out as `contactOf` is. */
const listingProperty = (publicId: Text, reference: Text): Property => ({
  id: null,
  listingId: publicId ?? null,
  unitId: null,
  unitNumber: null,
  communityId: null,
  tag: null,
  externalId: reference ?? null,
  communityExternalId: null,
  address: null,
  name: null,
  market: null,
  summary: null,
  facts: null,
})

const incomeOf = (units: number | null | undefined, { reading }: Delivery): Money | null => {
  if (units == null) return null
  const amount = minorUnits(units)
  if (amount !== null) return { amount, currency: null, per: 'month' }
  fault(reading, 'wrong_kind', '/MonthlyIncome', 'an amount of whole cents')
  return null
}

/** Null where the sender's profile says nothing. */
const wishesOf = (payload: CasaYesLead, delivery: Delivery): Wishes | null => {
  const { NumberResidents, HasPets, EstimatedDateToMove, MonthlyIncome, PresentationLetter } = payload
  if (
    NumberResidents == null &&
    HasPets == null &&
    EstimatedDateToMove == null &&
    MonthlyIncome == null &&
    PresentationLetter == null
  ) {
    return null
  }
  const { moveInDate, moveInAt } = moveIn(EstimatedDateToMove, delivery)
  return {
    ...noWishes,
    moveInDate,
    moveInAt,
    moveInText: EstimatedDateToMove ?? null,
    residents: NumberResidents ?? null,
    hasPets: HasPets ?? null,
    monthlyIncome: incomeOf(MonthlyIncome, delivery),
    letter: PresentationLetter ?? null,
  }
}

const identityOfLead = (reference: string, occurredAt: EventTime | null): Identity => ({
  strength: 'provider-id',
  parts: [reference],
  order: orderByTime(occurredAt),
})

const leadEvent = (payload: CasaYesLead, delivery: Delivery) => {
  const word = leadWords[payload.EntityType]
  const occurredAt = createdAt(payload.CreatedDate, delivery)
  const wishes = wishesOf(payload, delivery)
  const source: CasaYesSource = { provider: 'casayes', type: payload.EntityType, payload, raw: delivery.raw }
  return events.lead(
    word.type,
    {
      id: payload.LeadReference,
      occurredAt,
      actor: null,
      completeness: 'snapshot',
      identity: identityOfLead(payload.LeadReference, occurredAt),
      source,
    },
    delivery,
    {
      person: senderOf(payload, word.role),
      property:
        word.subject === 'listing'
          ? listingProperty(payload.EntityPublicId, payload.EntityReference)
          : { ...noProperty },
      showing: null,
      lead: {
        ...noLead,
        id: payload.LeadReference,
        isNew: true,
        source: payload.Source ?? null,
        subject: {
          kind: word.subject,
          id: payload.EntityPublicId ?? null,
          reference: payload.EntityReference ?? null,
        },
        message: payload.Message ?? null,
        wishes,
        createdAt: occurredAt,
      },
    },
  )
}

const listingEvent = (payload: CasaYesListing, delivery: Delivery) => {
  const word = listingWords[payload.EventType]
  const source: CasaYesSource = { provider: 'casayes', type: payload.EventType, payload, raw: delivery.raw }
  return events.listing(
    word.type,
    {
      id: null,
      occurredAt: null,
      actor: null,
      completeness: 'snapshot',
      identity: identityByContent(null),
      source,
    },
    delivery,
    {
      property: listingProperty(payload.ListingPublicId, payload.ListingReference),
      person: null,
      listing: {
        ...noListing,
        id: payload.ListingPublicId ?? null,
        externalId: payload.ListingReference ?? null,
        status: payload.Status ?? null,
        operation: word.operation,
        success: payload.Success ?? null,
        errors: payload.ErrorMessages ?? [],
      },
    },
  )
}

const knownFields = {
  LeadReference: id,
  CreatedDate: text,
  SenderName: text,
  SenderEmail: text,
  SenderPhone: text,
  ListingPublicId: id,
  ListingReference: id,
}

const KnownFields = /* @__PURE__ */ struct('CasaYesUnknown', knownFields)

/** What the common fields say, read without noting what is odd about them. */
const known = (body: JsonObject): StructOf<typeof knownFields> => {
  const fields = KnownFields.read(body, newReading(false))
  return fields === FAIL ? {} : fields
}

const unrecognized = (body: JsonObject, delivery: Delivery) => {
  const isListing = ownValue(body, 'EventType') !== undefined
  const discriminator = isListing ? 'EventType' : 'EntityType'
  const word = body[discriminator]
  const fields = known(body)
  const occurredAt = isListing ? null : createdAt(fields.CreatedDate, delivery)
  const reference = isListing ? null : (fields.LeadReference ?? null)
  return events.unrecognized(
    'unrecognized',
    {
      id: reference,
      occurredAt,
      actor: null,
      completeness: 'snapshot',
      identity: reference === null ? identityByContent(occurredAt) : identityOfLead(reference, occurredAt),
      source: {
        provider: 'casayes',
        type: typeof word === 'string' ? word : '',
        payload: body,
        raw: delivery.raw,
      },
    } as const,
    delivery,
    {
      discriminator: `/${discriminator}`,
      newerType: null,
      person: isListing ? null : senderOf(fields, null),
      property: isListing ? listingProperty(fields.ListingPublicId, fields.ListingReference) : null,
      showing: null,
    },
  )
}

type Body = CasaYesPayload | JsonObject

const isWordOf = (table: object, word: unknown): boolean =>
  typeof word === 'string' && Object.hasOwn(table, word)

// The codec chose by these same keys, so that a word in a table means that table's payload.
const isListing = (body: Body, { reading }: Delivery): body is CasaYesListing =>
  isWordOf(listingWords, ownValue(body, 'EventType', reading))

const isLead = (body: Body, { reading }: Delivery): body is CasaYesLead =>
  isWordOf(leadWords, ownValue(body, 'EntityType', reading)) &&
  ownValue(body, 'EventType', reading) === undefined

/** The event of any body that the codec let through. */
export const normalize = (body: Body, delivery: Delivery) => {
  if (isListing(body, delivery)) return listingEvent(body, delivery)
  return isLead(body, delivery) ? leadEvent(body, delivery) : unrecognized(body, delivery)
}
