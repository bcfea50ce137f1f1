import type { Lease } from '../../event/lease'
import type { Person } from '../../event/person'
import type { Property } from '../../event/property'
import { leasedHome, listingOf, placeOf, propertyOf, unitOf, type PlaceFields } from './home'
import { leaseOf } from './lease'
import type { PropexoListing, PropexoUnit } from './models/homes'
import type { PropexoLease } from './models/leasing'
import type { PropexoProperty } from './models/places'
import type { PropexoApplicant, PropexoLead } from './models/prospects'
import type { PropexoResident } from './models/residents'
import type { NamedModel, TypedModelName } from './models/table'
import { personOf } from './person'
import type { RowContext } from './row-context'

/** What a row means for a person, a home or a lease. In a diff null means "not said". */
export interface RowParts {
  readonly person: Person | null
  readonly property: Property | null
  readonly lease: Lease | null
}

type PartsReader<Fields> = (fields: Fields, row: RowContext) => RowParts

/** A row that is none of these still says which property it belongs to. */
const others: PartsReader<PlaceFields> = (fields, row) => ({
  person: null,
  property: placeOf(fields, row),
  lease: null,
})

const readers = {
  leads: (fields: PropexoLead, row: RowContext): RowParts => ({
    person: personOf('prospect', fields, row),
    property: placeOf(fields, row),
    lease: null,
  }),
  applicants: (fields: PropexoApplicant, row: RowContext): RowParts => ({
    person: personOf('applicant', fields, row),
    property: placeOf(fields, row),
    lease: null,
  }),
  residents: (fields: PropexoResident, row: RowContext): RowParts => ({
    person: personOf('resident', fields, row),
    property: placeOf(fields, row),
    lease: null,
  }),
  units: (fields: PropexoUnit, row: RowContext): RowParts => ({
    person: null,
    property: unitOf(fields, row),
    lease: null,
  }),
  listings: (fields: PropexoListing, row: RowContext): RowParts => ({
    person: null,
    property: listingOf(fields, row),
    lease: null,
  }),
  properties: (fields: PropexoProperty, row: RowContext): RowParts => ({
    person: null,
    property: propertyOf(fields, row),
    lease: null,
  }),
  leases: (fields: PropexoLease, row: RowContext): RowParts => ({
    person: null,
    property: leasedHome(fields, row),
    lease: leaseOf(fields, row),
  }),
} as const satisfies Readonly<Partial<Record<TypedModelName, PartsReader<never>>>>

const hasReader = (model: string): model is keyof typeof readers => Object.hasOwn(readers, model)

const noFields: PlaceFields = {}

/** The parts of a row of the model, whose codec has read the fields. */
export const partsOf = ({ name, codec }: NamedModel, fields: object, row: RowContext): RowParts => {
  // The table of codecs and this one have the same keys: the model's name picked the codec of these fields.
  if (hasReader(name)) return readers[name](fields, row)
  return others(codec === null ? noFields : fields, row)
}
