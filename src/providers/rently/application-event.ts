import { fault } from '../../codec/reading'
import { noApplication, type Applicant, type Residence } from '../../event/application'
import { events } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import { minorUnits, type Money } from '../../event/money'
import { noPerson, type Person } from '../../event/person'
import { noFacts, noProperty, type Property, type PropertyFacts } from '../../event/property'
import type { RentlySource } from './activity-event'
import type {
  RentlyApplicant,
  RentlyApplication,
  RentlyApplicationProperty,
  RentlyResidence,
} from './application'
import { isoDate, isoMoment } from './times'
import { applicationWords } from './words'

const APPLICATION_UPDATED = 'Application Updated'

/** The page gives amounts without a currency. */
const monthly = (units: number | null | undefined, path: string, { reading }: Delivery): Money | null => {
  if (units == null) return null
  const amount = minorUnits(units)
  if (amount !== null) return { amount, currency: null, per: 'month' }
  fault(reading, 'wrong_kind', path, 'an amount of whole cents')
  return null
}

const landlordOf = (residence: RentlyResidence): Person | null => {
  const { landlord_name: name, landlord_phone: phone, landlord_email: email } = residence
  if (name == null && phone == null && email == null) return null
  return { ...noPerson, name: name ?? null, phone: phone ?? null, email: email ?? null }
}

const residenceOf = (residence: RentlyResidence, path: string, delivery: Delivery): Residence => ({
  current: residence.current_residence ?? null,
  street: residence.street_address ?? null,
  city: residence.city ?? null,
  state: residence.state ?? null,
  zip: residence.zipcode ?? null,
  kind: residence.residence_type ?? null,
  monthlyPayment: monthly(residence.monthly_payment, `${path}/monthly_payment`, delivery),
  monthlyRent: monthly(residence.monthly_rent, `${path}/monthly_rent`, delivery),
  movedInOn: isoDate(residence.move_in_date, `${path}/move_in_date`, delivery),
  movedOutOn: isoDate(residence.move_out_date, `${path}/move_out_date`, delivery),
  reasonForMove: residence.reason_for_moving ?? null,
  landlord: landlordOf(residence),
})

const PERCENTAGE = /^(\d{1,3}(?:\.\d{1,4})?)\s?%$/

const percentage = (text: string | null | undefined, path: string, { reading }: Delivery): number | null => {
  if (text == null) return null
  const digits = PERCENTAGE.exec(text)?.[1]
  if (digits !== undefined) return Number(digits)
  fault(reading, 'wrong_kind', path, 'a percentage')
  return null
}

const applicantOf = (applicant: RentlyApplicant, position: number, delivery: Delivery): Applicant => {
  const path = `/applicants/${String(position)}`
  return {
    id: applicant.id ?? null,
    person: {
      ...noPerson,
      name: applicant.name ?? null,
      email: applicant.email ?? null,
      phone: applicant.phone ?? null,
      role: 'applicant',
      id: applicant.rently_prospect_id ?? null,
    },
    birthDate: isoDate(applicant.dob, `${path}/dob`, delivery),
    progress: percentage(applicant.completion_percentage, `${path}/completion_percentage`, delivery),
    completedAt: isoMoment(applicant.completion_date, `${path}/completion_date`, delivery),
    expiresAt: isoMoment(applicant.application_expiry, `${path}/application_expiry`, delivery),
    relationship: applicant.relationship ?? null,
    residences: (applicant.residences ?? []).map((residence, at) =>
      residenceOf(residence, `${path}/residences/${String(at)}`, delivery),
    ),
  }
}

const factsOf = (property: RentlyApplicationProperty, delivery: Delivery): PropertyFacts | null => {
  const { bedroom, bathrooms } = property
  const rent = monthly(property.rent, '/property/rent', delivery)
  if (bedroom == null && bathrooms == null && rent === null) return null
  return { ...noFacts, bedrooms: bedroom ?? null, bathrooms: bathrooms ?? null, rent }
}

const propertyOf = (property: RentlyApplicationProperty, delivery: Delivery): Property => ({
  ...noProperty,
  id: property.property_id ?? null,
  address: property.address ?? null,
  facts: factsOf(property, delivery),
})

/** The event of a rental application. The page documents no moment of the update and no status. */
export const applicationEvent = (payload: RentlyApplication, delivery: Delivery) => {
  const applicants = (payload.applicants ?? []).map((applicant, at) => applicantOf(applicant, at, delivery))
  const source: RentlySource = { provider: 'rently', type: APPLICATION_UPDATED, payload, raw: delivery.raw }
  return events.application(
    applicationWords[APPLICATION_UPDATED].type,
    {
      id: null,
      occurredAt: null,
      actor: null,
      completeness: 'snapshot',
      identity: { strength: 'content', parts: [], order: null },
      source,
    },
    delivery,
    {
      person: applicants[0]?.person ?? { ...noPerson, role: 'applicant' },
      property: payload.property == null ? { ...noProperty } : propertyOf(payload.property, delivery),
      application: { ...noApplication, id: payload.application_id, applicants },
    },
  )
}
