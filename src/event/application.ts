import { type Codec } from '../codec/codec'
import { list } from '../codec/list'
import { boolean, number, text } from '../codec/scalar'
import { emptyPart, orElse, part, required, type PartOf } from '../codec/struct'
import { CivilDate, EventTime } from '../time/codecs'
import { Money } from './money'
import { Person } from './person'

const residenceFields = {
  current: boolean,
  street: text,
  city: text,
  state: text,
  zip: text,
  kind: text,
  monthlyPayment: Money,
  monthlyRent: Money,
  movedInOn: CivilDate,
  movedOutOn: CivilDate,
  reasonForMove: text,
  landlord: Person,
}

/** Where an applicant lives or lived. */
export interface Residence extends PartOf<typeof residenceFields> {}
export const Residence: Codec<Residence> = /* @__PURE__ */ part('Residence', residenceFields)

const applicantFields = {
  id: text,
  person: required(Person),
  birthDate: CivilDate,
  /** How much of the application is filled in, 0 to 100. */
  progress: number,
  completedAt: EventTime,
  expiresAt: EventTime,
  /** To the main applicant. */
  relationship: text,
  residences: orElse([], list(Residence)),
}

/** One of the people who apply together. Sensitive: birth dates and addresses are in here. */
export interface Applicant extends PartOf<typeof applicantFields> {}
export const Applicant: Codec<Applicant> = /* @__PURE__ */ part('Applicant', applicantFields)

const applicationFields = {
  id: text,
  status: text,
  applicants: orElse([], list(Applicant)),
}

/** An application to rent a home; `person` of the event is the first applicant. */
export interface Application extends PartOf<typeof applicationFields> {}
export const Application: Codec<Application> = /* @__PURE__ */ part('Application', applicationFields)
export const noApplication: Application = /* @__PURE__ */ emptyPart(Application)
