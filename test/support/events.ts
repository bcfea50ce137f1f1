import type { JsonObject } from '../../src/codec/json'
import { newReading } from '../../src/codec/reading'
import type { Identity, Source } from '../../src/event/base'
import { eventOf } from '../../src/event/events'
import type { Delivery } from '../../src/event/delivery'
import { noLead } from '../../src/event/lead'
import { noPerson } from '../../src/event/person'
import { noProperty } from '../../src/event/property'
import { noShowing } from '../../src/event/showing'

/** A delivery of which nothing is known but the body. */
export const delivery = (raw: string | null = null): Delivery => ({
  raw,
  verification: null,
  reading: newReading(true),
  zone: null,
  disambiguation: 'compatible',
  header: () => null,
})

export type AcmeSource = Source<'acme', JsonObject>

interface Particulars {
  readonly provider?: string
  readonly word?: string
  readonly payload?: unknown
  readonly identity?: Partial<Identity>
}

const occurrence = ({ provider = 'acme', word = 'new', payload = {}, identity = {} }: Particulars) => ({
  id: null,
  occurredAt: null,
  actor: null,
  completeness: 'snapshot' as const,
  identity: { strength: 'provider-id' as const, parts: ['1'], order: null, ...identity },
  source: { provider, type: word, payload, raw: null },
})

export const leadEvent = (of: Particulars = {}) =>
  eventOf('lead', 'lead.created', occurrence(of), delivery(), {
    person: noPerson,
    property: noProperty,
    showing: null,
    lead: noLead,
  })

export const showingEvent = (of: Particulars = {}) =>
  eventOf('showing', 'showing.scheduled', occurrence(of), delivery(), {
    person: noPerson,
    property: noProperty,
    showing: noShowing,
  })

export const unrecognizedEvent = (of: Particulars = {}) =>
  eventOf('unrecognized', 'unrecognized', occurrence(of), delivery(), {
    discriminator: '/type',
    newerType: null,
    person: null,
    property: null,
    showing: null,
  })
