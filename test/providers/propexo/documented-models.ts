/**
 * The models as the webhook schema of 2024 lists them, with the number of fields that it gives for each; `since` came
 * to the API's models until 2026. Copied from the schema and not from the codecs.
 */
export const documentedModels = {
  amenities: {
    count: 20,
    fields: {
      text: 'id created_at updated_at x_id x_property_id name integration_id integration_vendor property_id last_seen x_listing_id x_parent_amenity_id x_unit_id description name_normalized',
      number: 'cost_in_cents',
      object: 'custom_data meta_data',
      'list of text': 'image_urls',
      'list of amenity_id, unit_id': 'units',
    },
    since: '',
  },
  applicants: {
    count: 39,
    fields: {
      text: 'id created_at updated_at x_id x_property_id integration_id integration_vendor property_id last_seen x_unit_id x_lease_id x_lead_id address_1_alternate address_1 address_2_alternate address_2 city_alternate city country_alternate country date_of_birth email_1 email_2 first_name last_name middle_name notes phone_1 phone_2 state_alternate state zip_alternate zip phone_1_type phone_2_type',
      'list of applicant_id, application_id, status, status_raw, status_normalized': 'applications',
      object: 'custom_data',
      'list of id, created_at, updated_at, last_seen, x_id, age_in_years, breed, color, gender_raw, is_declawed, is_fixed, is_service_animal, is_trained, is_vaccinated, name, notes, type, weight_in_pounds, custom_data':
        'pets',
      'list of id, created_at, last_seen, x_id, status_raw, screening_date': 'screenings',
    },
    since: 'self_reported_income type_normalized type_raw unit_id_preferred x_unit_id_preferred',
  },
  applications: {
    count: 13,
    fields: {
      text: 'id created_at updated_at x_id x_property_id status integration_id integration_vendor property_id last_seen x_location_id x_unit_id',
      object: 'custom_data',
    },
    since: '',
  },
  applicants_to_applications: {
    count: 5,
    fields: {
      text: 'applicant_id application_id status status_raw status_normalized',
    },
    since: '',
  },
  employees: {
    count: 11,
    fields: {
      text: 'id created_at updated_at x_id x_property_id integration_id integration_vendor property_id last_seen x_location_id name',
    },
    since: '',
  },
  events: {
    count: 19,
    fields: {
      text: 'id created_at updated_at x_id x_property_id integration_id integration_vendor property_id last_seen x_leasing_agent_id x_type_id x_location_id event_name event_datetime appointment_datetime type_raw notes agent_name reasons_for_event',
    },
    since: 'associated_applicant_ids associated_lead_ids associated_resident_ids',
  },
  invoices: {
    count: 22,
    fields: {
      text: 'id created_at updated_at property_id integration_id integration_vendor last_seen due_date discount_date invoice_date invoice_number notes post_date post_month post_status_raw',
      number:
        'amount_due_in_cents amount_paid_in_cents discount_amount_in_cents sub_total_amount_in_cents total_amount_in_cents',
      object: 'custom_data',
      'list of invoice_id, construction_job_id, amount_due_in_cents, notes, total_amount_in_cents':
        'invoice_items',
    },
    since: '',
  },
  leads: {
    count: 53,
    fields: {
      text: 'id created_at updated_at x_id x_property_id property_id integration_id integration_vendor last_seen x_created_at x_guestcard_id x_leasing_agent_id x_unit_id x_updated_at x_lead_source_id address_1 address_2 city country date_of_birth desired_amenities desired_floor_plan_id desired_floor_plan_name desired_lease_term_in_months desired_unit_number desired_unit_type email_1 email_2 first_name ils last_name lead_source leasing_agent middle_name notes pet_details phone_1_type phone_1 phone_2_type phone_2 state status target_move_in_date zip',
      object: 'custom_data',
      number:
        'desired_max_rent_in_cents desired_max_square_ft desired_min_rent_in_cents desired_min_square_ft desired_num_bathrooms',
      integer: 'desired_num_bedrooms number_of_occupants',
      'list of id, created_at, last_seen, x_id, status_raw, screening_date': 'screenings',
    },
    since: 'lead_source_id pets unit_id_preferred x_unit_id_preferred',
  },
  leases: {
    count: 35,
    fields: {
      text: 'id created_at updated_at x_id x_property_id property_id integration_id last_seen x_resident_id x_unit_id application_date deposit_amount deposit_date end_date realized_move_in_date realized_move_out_date rent_due_date scheduled_move_in_date scheduled_move_out_date signature_date start_date status status_raw term type unit_number unit_id status_normalized integration_vendor',
      object: 'custom_data',
      number: 'deposit_amount_in_cents rent_amount_in_cents rent_amount_market_in_cents',
      integer: 'rent_due_day',
      'list of id, created_at, updated_at, last_seen, name, lease_id': 'services',
    },
    since:
      'balance_amount_in_cents balance_amount_raw past_due_balance_in_cents past_due_balance_raw residents_meta_data write_off_amount_in_cents write_off_amount_raw',
  },
  listings: {
    count: 53,
    fields: {
      text: 'id created_at updated_at x_id x_property_id property_id integration_id integration_vendor last_seen x_unit_id available_date application_url bathrooms bedrooms building_name building_number city country floor_plan_code floor_plan_name floor lease_term listing_title listing_date marketing_name notes number specials state street_address_1 street_address_2 address_1 address_2 property_description short_description unit_description zip make_ready_date vacate_date unit_id',
      boolean: 'is_unit is_available is_furnished is_listed is_managed_external is_vacant',
      number: 'bathrooms_full bathrooms_half deposit_amount_in_cents rent_amount_in_cents',
      'list of text': 'image_urls video_urls',
      integer: 'square_feet',
    },
    since: 'custom_data floor_plan_id status_raw unit_type_id x_floor_plan_id x_location_id',
  },
  locations: {
    count: 18,
    fields: {
      text: 'id created_at updated_at x_id x_property_id x_location_id property_id integration_id integration_vendor last_seen name friendly_name ndt_username broadcast_username',
      boolean: 'is_main is_twa_enabled is_owa_enabled is_echeck_enabled',
    },
    since: '',
  },
  properties: {
    count: 38,
    fields: {
      text: 'id property_id created_at updated_at x_id x_property_id integration_id integration_vendor last_seen x_created_at x_building_id building_number city country county manager_email manager_name manager_phone_1 manager_phone_2 name state street_address_1 street_address_2 address_1 address_2 type type_raw website zip manager_phone_1_type manager_phone_2_type type_normalized',
      object: 'custom_data',
      boolean: 'is_active',
      integer: 'number_of_units square_footage square_feet year_built',
    },
    since: 'associated_owner_ids code long_description notes office_hours pet_types short_description',
  },
  residents: {
    count: 38,
    fields: {
      text: 'id created_at updated_at x_id integration_id integration_vendor property_id last_seen x_lease_id address_1_alternate address_1 address_2_alternate address_2 city_alternate city country_alternate country date_of_birth email_1 email_2 first_name last_name middle_name notes phone_1 phone_2 state_alternate state zip_alternate zip phone_1_type phone_2_type',
      number: 'balance_in_cents late_balance_in_cents',
      object: 'custom_data',
      boolean: 'is_employee',
      'list of id, created_at, updated_at, last_seen, x_id, name, type, breed, gender_raw, age_in_years, weight_in_pounds, is_fixed, is_service_animal, notes, custom_data':
        'pets',
      'list of id, created_at, updated_at, last_seen, x_id, make, model, color, year, license_plate_number, license_plate_state, notes, custom_data':
        'vehicles',
    },
    since: 'leases_meta_data',
  },
  residents_to_leases: {
    count: 7,
    fields: {
      text: 'lease_id resident_id x_resident_type move_in_date move_out_date notice_date resident_type_normalized',
    },
    since: '',
  },
  resident_charges: {
    count: 27,
    fields: {
      text: 'id created_at updated_at x_id x_property_id integration_id integration_vendor property_id last_seen x_gl_account_id x_location_id x_lease_id x_resident_id x_unit_id amount_raw due_date name description reference_number transaction_date transaction_source resident_id financial_account_id',
      number: 'amount_in_cents',
      boolean: 'is_open',
      object: 'custom_data',
      'list of id, x_id, x_source_id, x_destination_id, financial_account_id, amount_in_cents, amount_raw, resident_charge_id, resident_payment_id, created_at, updated_at, last_seen, custom_data':
        'allocations',
    },
    since: '',
  },
  resident_payments: {
    count: 27,
    fields: {
      text: 'id created_at updated_at x_id x_property_id integration_id integration_vendor property_id last_seen x_gl_account_id x_location_id x_lease_id x_resident_id x_unit_id payment_method_normalized payment_method_raw amount_raw name description reference_number transaction_date resident_id financial_account_id',
      number: 'amount_in_cents',
      boolean: 'is_open',
      object: 'custom_data',
      'list of id, x_id, x_source_id, x_destination_id, financial_account_id, amount_in_cents, amount_raw, resident_charge_id, resident_payment_id, created_at, updated_at, last_seen, custom_data':
        'allocations',
    },
    since: '',
  },
  service_requests: {
    count: 32,
    fields: {
      text: 'id created_at updated_at x_id x_property_id integration_id integration_vendor property_id last_seen x_location_id x_unit_id x_sub_task_id access_notes building completion_notes date_completed date_created date_due date_scheduled notes service_category service_description service_details service_priority status_raw vendor_notes unit_number unit_id employee_id',
      boolean: 'access_is_authorized',
      'list of vendor_id': 'vendors',
      'list of id, created_at, updated_at, last_seen, x_id, name': 'employees',
    },
    since: '',
  },
  units: {
    count: 40,
    fields: {
      text: 'id created_at updated_at x_id x_property_id integration_id integration_vendor property_id last_seen bathrooms bedrooms building_name building_number city country floor_plan_code floor_plan_name floor number state street_address_1 street_address_2 address_1 address_2 zip pet_policy',
      number:
        'bathrooms_full bathrooms_half rent_amount_market_in_cents rent_amount_max_in_cents rent_amount_min_in_cents',
      object: 'custom_data',
      boolean: 'is_available is_furnished is_listed is_vacant pets_allowed dogs_allowed cats_allowed',
      integer: 'square_feet',
    },
    since: 'floor_plan_id unit_type_id x_floor_plan_id x_unit_type_id',
  },
  service_request_vendors: {
    count: 19,
    fields: {
      text: 'id created_at updated_at x_id x_property_id integration_id integration_vendor property_id last_seen x_location_id account_number name notes tax_id third_party_id type',
      boolean: 'is_active',
      'list of address_1, address_2, city, country, state, zip, phone, phone_type, email, is_primary, name':
        'contacts',
      object: 'custom_data',
    },
    since: '',
  },
} as const
