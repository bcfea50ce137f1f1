import { required, type Fields, type PartOf } from '../codec/struct'
import { Access } from './access'
import { Application } from './application'
import { Call, Document, Message, Screening } from './conversation'
import { DeviceReport } from './device'
import { Lead } from './lead'
import { Lease } from './lease'
import { Listing } from './listing'
import { Person } from './person'
import { Property } from './property'
import { RecordRow, Sync } from './record'
import { Showing } from './showing'
import { text } from '../codec/scalar'
import type { Family } from './vocabulary'

const visitor = { person: /* @__PURE__ */ required(Person), property: /* @__PURE__ */ required(Property) }

/**
 * What the events of a family carry beside the base. A required part is never null, only its fields are; a
 * bare one may be null as a whole.
 */
export const families = {
  lead: { ...visitor, showing: Showing, lead: /* @__PURE__ */ required(Lead) },
  screening: { ...visitor, showing: Showing, screening: /* @__PURE__ */ required(Screening) },
  showing: { ...visitor, showing: /* @__PURE__ */ required(Showing) },
  access: { ...visitor, showing: Showing, access: /* @__PURE__ */ required(Access) },
  message: { ...visitor, showing: Showing, message: /* @__PURE__ */ required(Message) },
  call: { ...visitor, showing: Showing, call: /* @__PURE__ */ required(Call) },
  document: { ...visitor, showing: Showing, document: /* @__PURE__ */ required(Document) },
  application: { ...visitor, application: /* @__PURE__ */ required(Application) },
  listing: {
    property: /* @__PURE__ */ required(Property),
    person: Person,
    listing: /* @__PURE__ */ required(Listing),
  },
  lease: { ...visitor, lease: /* @__PURE__ */ required(Lease) },
  record: { record: /* @__PURE__ */ required(RecordRow), person: Person, property: Property, lease: Lease },
  sync: { sync: /* @__PURE__ */ required(Sync) },
  device: { property: /* @__PURE__ */ required(Property), device: /* @__PURE__ */ required(DeviceReport) },
  unrecognized: {
    /** The key that holds the unknown word, as a JSON pointer into the body. */
    discriminator: text,
    /** The type that a newer version of this library gave the event; null for a word of a provider. */
    newerType: text,
    person: Person,
    property: Property,
    showing: Showing,
  },
} as const satisfies Record<Family, Fields>

/** The data of one family, beside the base. */
export type FamilyData<F extends Family> = PartOf<(typeof families)[F]>
