import type { Reader } from '../../../codec/codec'
import type { RecordRow } from '../../../event/record'
import { PropexoInvoice, PropexoResidentCharge, PropexoResidentPayment } from './accounts'
import { PropexoListing, PropexoUnit } from './homes'
import { PropexoApplicantToApplication, PropexoApplication, PropexoEvent, PropexoLease } from './leasing'
import { PropexoServiceRequest, PropexoVendor } from './maintenance'
import { PropexoAmenity, PropexoLocation, PropexoProperty } from './places'
import { PropexoApplicant, PropexoLead } from './prospects'
import { PropexoEmployee, PropexoResident, PropexoResidentToLease } from './residents'

/** The kind of thing that the rows of a model are. Null for what joins two models, lists words or adds to a row. */
type Entity = RecordRow['entity']

interface TypedModel {
  readonly entity: Entity
  readonly codec: Reader<object>
}

/** The models whose rows are documented field by field, by their names in snake case. */
export const typedModels = {
  amenities: { entity: 'amenity', codec: PropexoAmenity },
  applicants: { entity: 'applicant', codec: PropexoApplicant },
  applicants_to_applications: { entity: null, codec: PropexoApplicantToApplication },
  applications: { entity: 'application', codec: PropexoApplication },
  employees: { entity: 'employee', codec: PropexoEmployee },
  events: { entity: 'event', codec: PropexoEvent },
  invoices: { entity: 'invoice', codec: PropexoInvoice },
  leads: { entity: 'lead', codec: PropexoLead },
  leases: { entity: 'lease', codec: PropexoLease },
  listings: { entity: 'listing', codec: PropexoListing },
  locations: { entity: 'location', codec: PropexoLocation },
  properties: { entity: 'property', codec: PropexoProperty },
  resident_charges: { entity: 'charge', codec: PropexoResidentCharge },
  resident_payments: { entity: 'payment', codec: PropexoResidentPayment },
  residents: { entity: 'resident', codec: PropexoResident },
  residents_to_leases: { entity: null, codec: PropexoResidentToLease },
  service_request_vendors: { entity: 'vendor', codec: PropexoVendor },
  service_requests: { entity: 'service_request', codec: PropexoServiceRequest },
  units: { entity: 'unit', codec: PropexoUnit },
} as const satisfies Record<string, TypedModel>

/**
 * The other models that a webhook can be set up for: the list of the configuration API of 2026, and one that
 * only the reference of the events has (`inventory_items`). Their rows are not documented.
 */
export const untypedModels = {
  accounting_entities: null,
  address_types: null,
  ap_codes: null,
  ap_codes_to_construction_job: null,
  applicant_pets: 'pet',
  applicants_to_events: null,
  applicants_to_rentable_items: null,
  application_statuses: null,
  call_logs: 'call',
  charge_code_types: null,
  charge_code_types_to_charge_timings: null,
  charge_codes: null,
  charge_timings: null,
  concessions: 'concession',
  construction_job_details: null,
  construction_jobs: 'construction_job',
  contract_details: null,
  contracts: 'contract',
  crm_agents: 'agent',
  crm_amenities: 'amenity',
  crm_attributions: null,
  crm_communities: 'property',
  crm_communities_to_agents: null,
  crm_communities_to_attributions: null,
  crm_events: 'event',
  crm_listings: 'listing',
  crm_pet_policies: null,
  crm_prospects: 'lead',
  deposit_summaries: null,
  deposits: 'deposit',
  entrata_lease_periods: null,
  entrata_unit_types: null,
  entrata_vendor_locations: null,
  event_results: null,
  event_results_to_event_types: null,
  event_sub_types: null,
  event_types: null,
  fees: 'fee',
  file_types: null,
  financial_accounts: null,
  floor_plans: 'floor_plan',
  integration_configuration_meta_data: null,
  inventory_items: null,
  invoice_items: null,
  lead_pets: 'pet',
  lead_relationships: null,
  lead_sources: null,
  leads_to_events: null,
  leads_to_rentable_items: null,
  lease_services: null,
  lease_transfers: null,
  note_categories: null,
  owners: 'owner',
  owners_to_properties: null,
  payable_register_items: null,
  payable_registers: null,
  pet_types: null,
  property_lists: null,
  property_lists_to_properties: null,
  property_office_hours: null,
  purchase_order_items: null,
  purchase_order_items_to_invoices: null,
  purchase_orders: 'purchase_order',
  recurring_resident_charges: 'charge',
  rentable_items: null,
  rentvine_application_templates: null,
  resident_allocations: null,
  resident_insurance: null,
  resident_pets: 'pet',
  resident_vehicles: 'vehicle',
  residents_to_events: null,
  residents_to_rentable_items: null,
  screenings: 'screening',
  service_request_access_contacts: null,
  service_request_categories: null,
  service_request_locations: null,
  service_request_notes: null,
  service_request_priorities: null,
  service_request_problems: null,
  service_request_statuses: null,
  service_request_vendor_categories: null,
  service_request_vendor_contacts: null,
  service_request_vendors_insurance: null,
  service_request_vendors_to_properties: null,
  service_requests_to_employees: null,
  service_requests_to_vendors: null,
  timezones: null,
  transactions: 'transaction',
  unit_details: null,
  unit_pricing: null,
  units_to_amenity: null,
  vendor_insurance_coverage_types: null,
  vendor_insurance_policy_types: null,
  vendor_payment_types: null,
} as const satisfies Record<string, Entity>

type Kebab<Snake extends string> = Snake extends `${infer First}_${infer Rest}`
  ? `${First}-${Kebab<Rest>}`
  : Snake

/** A model's name as events have it (`residents-to-leases`) or as the configuration API has it (`residents_to_leases`). */
export type Spelling<Snake extends string> = Snake | Kebab<Snake>

export type TypedModelName = keyof typeof typedModels
export type UntypedModelName = keyof typeof untypedModels

/**
 * A model's name that no document lists: any text. The type is nominal, an enum that exists for the compiler alone: it
 * would take any `string`, branded or not, for a possible `'leads'`, and a comparison would narrow nothing.
 */
export declare enum PropexoUnlistedModel {
  name = 'a model that no document lists',
}

/** Both spellings of a model's name. */
export const spellings = <const Snake extends string>(name: Snake): readonly [Snake, Kebab<Snake>] => [
  name,
  name.replaceAll('_', '-') as Kebab<Snake>,
]

export interface NamedModel {
  /** In snake case. */
  readonly name: string
  readonly entity: Entity
  /** Null where the rows are not documented. */
  readonly codec: Reader<object> | null
}

/** Under both spellings. */
const listed: ReadonlyMap<string, NamedModel> = new Map(
  [
    ...Object.entries<TypedModel>(typedModels).map(([name, { entity, codec }]) => ({ name, entity, codec })),
    ...Object.entries<Entity>(untypedModels).map(([name, entity]) => ({ name, entity, codec: null })),
  ].flatMap((model) => spellings(model.name).map((spelling): [string, NamedModel] => [spelling, model])),
)

/** What is known of a model by its name in either spelling; a name that no document lists is put in snake case. */
export const modelNamed = (name: string): NamedModel =>
  listed.get(name) ?? { name: name.replaceAll('-', '_'), entity: null, codec: null }
