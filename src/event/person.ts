import { type Codec } from '../codec/codec'
import { boolean, enumeration, text } from '../codec/scalar'
import { emptyPart, part, type PartOf } from '../codec/struct'

const personFields = {
  /** The full name as sent, or its sent parts joined; never split into parts. */
  name: text,
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  /** A second address or number, where the provider has a field for one. */
  otherEmail: text,
  otherPhone: text,
  /** What the provider's word says this person is to the property. */
  role: enumeration(['prospect', 'applicant', 'resident', 'visitor', 'tenant', 'owner']),
  /** The provider's id of the person (guest card, renter, prospect). */
  id: text,
  smsOptIn: boolean,
}

/** A person as the provider knows them. Text is as sent: phones and e-mail addresses are not normalised. */
export interface Person extends PartOf<typeof personFields> {}
export const Person: Codec<Person> = /* @__PURE__ */ part('Person', personFields)

export const noPerson: Person = /* @__PURE__ */ emptyPart(Person)

interface ContactDetails {
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
}

/**
 * A person of whom a provider sends these three and no more. Written out and not spread from `noPerson`: most events have
 * one, and V8 copies a spread field by field.
 */
export const contactOf = (role: Person['role'], { name, email, phone }: ContactDetails): Person => ({
  name: name ?? null,
  firstName: null,
  lastName: null,
  email: email ?? null,
  phone: phone ?? null,
  otherEmail: null,
  otherPhone: null,
  role,
  id: null,
  smsOptIn: null,
})

const actorFields = {
  /** Who it is by kind, null where the provider's word is none of these. */
  kind: enumeration([
    'prospect',
    'agent',
    'staff',
    'call_center',
    'owner_agent',
    'system',
    'visitor',
    'tenant',
  ]),
  id: text,
  name: text,
  /** The provider's own word for the actor. */
  raw: text,
}

/** Who did what the event says. */
export interface Actor extends PartOf<typeof actorFields> {}
export const Actor: Codec<Actor> = /* @__PURE__ */ part('Actor', actorFields)
