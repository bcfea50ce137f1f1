"use strict";(()=>{var l={"casayes/lead-business-form":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "Hn6Yt1Vb5Ka",
    "EntityReference": "",
    "EntityType": "BusinessForm",
    "LeadReference": "CY-BusinessForm-Hn6Yt1Vb5Ka-b24e6f80-17c9-4a8f-92b3-7e123d4bcf92",
    "Message": "Gostava de falar sobre a vossa proposta.",
    "SenderEmail": "maria@example.com",
    "SenderName": "Maria Exemplo",
    "SenderPhone": "912555010",
    "Source": "CasaYes"
}
`},"casayes/lead-empty-profile":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "",
    "EntityType": "Listing",
    "EstimatedDateToMove": null,
    "HasPets": null,
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfb1",
    "Message": "",
    "MonthlyIncome": null,
    "NumberResidents": null,
    "PresentationLetter": "",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/lead-evaluation-form":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "Uc8Mk2Ro4Ti",
    "EntityReference": "",
    "EntityType": "EvaluationForm",
    "LeadReference": "CY-EvaluationForm-Uc8Mk2Ro4Ti-b24e6f80-17c9-4a8f-92b3-7e123d4bcf94",
    "Message": "Quanto vale a minha casa?",
    "SenderEmail": "maria@example.com",
    "SenderName": "Maria Exemplo",
    "SenderPhone": "912555010",
    "Source": "CasaYes"
}
`},"casayes/lead-faulty-kinds":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "857632194-6",
    "EntityType": "Listing",
    "EstimatedDateToMove": "2024-12-09T15:05:44.6131515Z",
    "HasPets": 1,
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfc0",
    "Message": {
        "text": "Hi"
    },
    "MonthlyIncome": 2000.5,
    "NumberResidents": "two",
    "PresentationLetter": "",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": 919111222,
    "Source": "CasaYes"
}
`},"casayes/lead-faulty-stamps":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "857632194-6",
    "EntityType": "Listing",
    "EstimatedDateToMove": "2024-02-30T00:00:00Z",
    "HasPets": false,
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfc1",
    "Message": "Hi, I\u2019m interested in this listing and would like to schedule a viewing. Please contact me. Thanks",
    "MonthlyIncome": 2000,
    "NumberResidents": 2,
    "PresentationLetter": "",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/lead-listing":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "857632194-6",
    "EntityType": "Listing",
    "EstimatedDateToMove": "2024-12-09T15:05:44.6131515Z",
    "HasPets": false,
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcf90",
    "Message": "Hi, I\u2019m interested in this listing and would like to schedule a viewing. Please contact me. Thanks",
    "MonthlyIncome": 2000,
    "NumberResidents": 2,
    "PresentationLetter": "",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/lead-move-exact-date":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "857632194-6",
    "EntityType": "Listing",
    "EstimatedDateToMove": "ExactDate",
    "HasPets": true,
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfa2",
    "Message": "Hi, I\u2019m interested in this listing and would like to schedule a viewing. Please contact me. Thanks",
    "MonthlyIncome": 2000,
    "NumberResidents": 4,
    "PresentationLetter": "We are two nurses with two children.",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/lead-move-flexible":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "857632194-6",
    "EntityType": "Listing",
    "EstimatedDateToMove": "Flexible",
    "HasPets": true,
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfa1",
    "Message": "Hi, I\u2019m interested in this listing and would like to schedule a viewing. Please contact me. Thanks",
    "MonthlyIncome": 2000,
    "NumberResidents": 4,
    "PresentationLetter": "We are two nurses with two children.",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/lead-move-later-word":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "857632194-6",
    "EntityType": "Listing",
    "EstimatedDateToMove": "NextYear",
    "HasPets": false,
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfa4",
    "Message": "Hi, I\u2019m interested in this listing and would like to schedule a viewing. Please contact me. Thanks",
    "MonthlyIncome": 2000,
    "NumberResidents": 2,
    "PresentationLetter": "",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/lead-move-soon":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "857632194-6",
    "EntityType": "Listing",
    "EstimatedDateToMove": "Soon",
    "HasPets": true,
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfa0",
    "Message": "Hi, I\u2019m interested in this listing and would like to schedule a viewing. Please contact me. Thanks",
    "MonthlyIncome": 2000,
    "NumberResidents": 4,
    "PresentationLetter": "We are two nurses with two children.",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/lead-numbers-as-text":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": 857632194,
    "EntityType": "Listing",
    "EstimatedDateToMove": "2024-12-09T15:05:44.6131515Z",
    "HasPets": "true",
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfb2",
    "Message": "Hi, I\u2019m interested in this listing and would like to schedule a viewing. Please contact me. Thanks",
    "MonthlyIncome": "2000",
    "NumberResidents": "2",
    "PresentationLetter": "",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/lead-office":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "Qw4Zr8Lm2Xc",
    "EntityReference": "AMI-10432",
    "EntityType": "Office",
    "LeadReference": "CY-Office-Qw4Zr8Lm2Xc-b24e6f80-17c9-4a8f-92b3-7e123d4bcf91",
    "Message": "Procuro um T2 no centro.",
    "SenderEmail": "maria@example.com",
    "SenderName": "Maria Exemplo",
    "SenderPhone": "912555010",
    "Source": "CasaYes"
}
`},"casayes/lead-user":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "Pd3Sx9Gf7Je",
    "EntityReference": "",
    "EntityType": "User",
    "LeadReference": "CY-User-Pd3Sx9Gf7Je-b24e6f80-17c9-4a8f-92b3-7e123d4bcf93",
    "Message": "Pode ligar-me?",
    "SenderEmail": "maria@example.com",
    "SenderName": "Maria Exemplo",
    "SenderPhone": "912555010",
    "Source": "CasaYes"
}
`},"casayes/lead-without-profile":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "857632194-6",
    "EntityType": "Listing",
    "LeadReference": "CY-Listing-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfb0",
    "Message": "Hi, I\u2019m interested in this listing and would like to schedule a viewing. Please contact me. Thanks",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/listing-created":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "ListingPublicId": "KiKJ3LHhHm2Q",
    "EventType": "LISTING_CREATED",
    "Success": true,
    "ErrorMessages": [],
    "OfficeIntegrationSecret": "007_1711534073_BAAAAFB5-577D-4BCE-AAAA-894D1F4EBBBB",
    "Status": "Published"
}
`},"casayes/listing-deleted":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "ListingPublicId": "KiKJ3LHhHm2Q",
    "EventType": "LISTING_DELETED",
    "Success": true,
    "ErrorMessages": [],
    "OfficeIntegrationSecret": "007_1711534073_BAAAAFB5-577D-4BCE-AAAA-894D1F4EBBBB",
    "Status": "UnpublishedByAdmin",
    "ListingReference": "857632194-6"
}
`},"casayes/listing-failed-to-create":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "EventType": "LISTING_FAILED_TO_CREATE",
    "Success": false,
    "ErrorMessages": [
        "PostalCode is required",
        "Price must be positive"
    ],
    "OfficeIntegrationSecret": "007_1711534073_BAAAAFB5-577D-4BCE-AAAA-894D1F4EBBBB",
    "Status": "",
    "ListingReference": "857632194-6"
}
`},"casayes/listing-failed-to-delete":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "ListingPublicId": null,
    "EventType": "LISTING_FAILED_TO_DELETE",
    "Success": false,
    "ErrorMessages": [
        "Listing not found"
    ],
    "OfficeIntegrationSecret": "007_1711534073_BAAAAFB5-577D-4BCE-AAAA-894D1F4EBBBB",
    "Status": null,
    "ListingReference": "857632194-6"
}
`},"casayes/listing-failed-to-update":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "ListingPublicId": "KiKJ3LHhHm2Q",
    "EventType": "LISTING_FAILED_TO_UPDATE",
    "Success": false,
    "ErrorMessages": [
        "Typology is unknown"
    ],
    "OfficeIntegrationSecret": "007_1711534073_BAAAAFB5-577D-4BCE-AAAA-894D1F4EBBBB",
    "Status": "Published",
    "ListingReference": "857632194-6"
}
`},"casayes/listing-faulty-kinds":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "ListingPublicId": "KiKJ3LHhHm2Q",
    "EventType": "LISTING_UPDATED",
    "Success": "yes",
    "ErrorMessages": [
        "first",
        7
    ],
    "OfficeIntegrationSecret": "007_1711534073_BAAAAFB5-577D-4BCE-AAAA-894D1F4EBBBB",
    "Status": 3,
    "ListingReference": {}
}
`},"casayes/listing-updated":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "ListingPublicId": "KiKJ3LHhHm2Q",
    "EventType": "LISTING_UPDATED",
    "Success": true,
    "ErrorMessages": [],
    "OfficeIntegrationSecret": "007_1711534073_BAAAAFB5-577D-4BCE-AAAA-894D1F4EBBBB",
    "Status": "Unpublished",
    "ListingReference": "857632194-6"
}
`},"casayes/listing-with-escaped-secret":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{"ListingPublicId":"KiKJ3LHhHm2Q","EventType":"LISTING_UPDATED","Success":"true","ErrorMessages":["Descri\\u00e7\\u00e3o"],
	"\\u004fffice\\u0049ntegrationSecret" :	"007_\\u0031711534073_\\"BAAAAFB5\\\\",\r
"OfficeIntegrationSecret":{"current":"007_17","previous":["007_16"]},"Status":"Published"}
`},"casayes/unrecognized-lead":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "CreatedDate": "2024-08-09T15:05:44.6131515Z",
    "EntityPublicId": "A3bT7Y2xL6w",
    "EntityReference": "857632194-6",
    "EntityType": "Campaign",
    "EstimatedDateToMove": "2024-12-09T15:05:44.6131515Z",
    "HasPets": false,
    "LeadReference": "CY-Campaign-A3bT7Y2xL6w-b24e6f80-17c9-4a8f-92b3-7e123d4bcfd0",
    "Message": "Hi, I\u2019m interested in this listing and would like to schedule a viewing. Please contact me. Thanks",
    "MonthlyIncome": 2000,
    "NumberResidents": 2,
    "PresentationLetter": "",
    "SenderEmail": "[email protected]",
    "SenderName": "John Smith",
    "SenderPhone": "919111222",
    "Source": "CasaYes"
}
`},"casayes/unrecognized-listing":{headers:{"content-type":"application/json",token:"0b4ba9b1-8e04-44cc-84ec-eb0579c0bb20"},body:`{
    "ListingPublicId": "KiKJ3LHhHm2Q",
    "EventType": "LISTING_ARCHIVED",
    "Success": true,
    "ErrorMessages": [],
    "OfficeIntegrationSecret": "007_1711534073_BAAAAFB5-577D-4BCE-AAAA-894D1F4EBBBB",
    "Status": "Published",
    "ListingReference": "857632194-6",
    "Office": {
        "Name": "Example",
        "OfficeIntegrationSecret": "007_1711534073_BAAAAFB5-577D-4BCE-AAAA-894D1F4EBBBB"
    }
}
`},"funnel/appointment-cancelled":{headers:{"content-type":"application/json"},body:`{
  "event": "appointment.updated",
  "data": {
    "funnel_renter_id": 456,
    "funnel_tour_id": 879,
    "funnel_community_id": 123,
    "pms_unit_ids": [
      "123",
      "456"
    ],
    "tour_type": "Guided",
    "start": "2021-08-01 15:00:00",
    "end": "2021-08-01 15:30:00",
    "status": "cancelled"
  }
}
`},"funnel/appointment-completed":{headers:{"content-type":"application/json"},body:`{
  "event": "appointment.updated",
  "data": {
    "funnel_renter_id": 456,
    "funnel_tour_id": 879,
    "funnel_community_id": 123,
    "pms_unit_ids": [
      "123",
      "456"
    ],
    "tour_type": "Guided",
    "start": "2021-08-01 15:00:00",
    "end": "2021-08-01 15:30:00",
    "status": "completed"
  }
}
`},"funnel/appointment-faulty":{headers:{"content-type":"application/json"},body:`{
  "event": "appointment.updated",
  "data": {
    "funnel_renter_id": 456,
    "funnel_tour_id": 879,
    "funnel_community_id": 123,
    "pms_unit_ids": "123",
    "tour_type": 1,
    "start": "2021-08-01 25:00:00",
    "end": "tomorrow",
    "status": "completed"
  }
}
`},"funnel/appointment-no-show":{headers:{"content-type":"application/json"},body:`{
  "event": "appointment.updated",
  "data": {
    "funnel_renter_id": 456,
    "funnel_tour_id": 879,
    "funnel_community_id": 123,
    "pms_unit_ids": [
      "123",
      "456"
    ],
    "tour_type": "Guided",
    "start": "2021-08-01 15:00:00",
    "end": "2021-08-01 15:30:00",
    "status": "no-show"
  }
}
`},"funnel/appointment-other-status":{headers:{"content-type":"application/json"},body:`{
  "event": "appointment.updated",
  "data": {
    "funnel_renter_id": 456,
    "funnel_tour_id": 879,
    "funnel_community_id": 123,
    "pms_unit_ids": [],
    "tour_type": "Virtual",
    "start": "2021-08-01 15:00:00",
    "end": "2021-08-01 15:30:00",
    "status": "confirmed"
  }
}
`},"funnel/appointment-unknown":{headers:{"content-type":"application/json"},body:`{
  "event": "appointment.updated",
  "data": {
    "funnel_renter_id": 456,
    "funnel_tour_id": 879,
    "funnel_community_id": 123,
    "pms_unit_ids": [
      "123"
    ],
    "tour_type": "Guided",
    "start": "2021-08-01 15:00:00",
    "end": "2021-08-01 15:30:00",
    "status": "unknown"
  }
}
`},"funnel/event-object-faulty-milliseconds":{headers:{"content-type":"application/json"},body:`{
  "id": 8932129,
  "event_type": "lease_transaction.status_updated",
  "event_timestamp": 1680064028000,
  "idempotency_key": null,
  "event_data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "current_status": "Approved",
    "previous_status": "Submitted",
    "client_id": 12453,
    "community_id": 43522
  }
}
`},"funnel/event-object-status-updated":{headers:{"content-type":"application/json"},body:`{
  "id": 8932127,
  "event_type": "lease_transaction.status_updated",
  "event_timestamp": 1680064028,
  "idempotency_key": null,
  "event_data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "current_status": "Approved",
    "previous_status": "Submitted",
    "client_id": 12453,
    "community_id": 43522
  }
}
`},"funnel/event-object-timestamp-as-text":{headers:{"content-type":"application/json"},body:`{
  "id": "8932128",
  "event_type": "lease_transaction.status_updated",
  "event_timestamp": "1680064028",
  "idempotency_key": "7f9c2ba4-e88f-4a3e-9d5b-1f0d5c9b2a11",
  "event_data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "current_status": "Approved",
    "previous_status": "Submitted",
    "client_id": 12453,
    "community_id": 43522
  }
}
`},"funnel/event-object-unit-reserved":{headers:{"content-type":"application/json"},body:`{
  "id": 8932130,
  "event_type": "lease_transaction.unit_reserved",
  "event_timestamp": 1728481771,
  "idempotency_key": null,
  "event_data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234"
  }
}
`},"funnel/fees-updated":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-45400000000a",
  "event": "lease_transaction.fees_updated",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234"
  }
}
`},"funnel/lead-faulty":{headers:{"content-type":"application/json"},body:`{
  "nestio_client_id": 456681,
  "nestio_team_id": 1234,
  "people": [
    {
      "first_name": "John",
      "last_name": "Doe",
      "email": "johndoe@example.com",
      "phone_1": "510-555-4567",
      "phone_2": ""
    },
    7
  ],
  "lead_source": 3,
  "move_in_date": "soon",
  "created_at": "2019-02-30T04:55:55",
  "listings": {
    "nestio_unit_id": 1
  },
  "messages": [
    {
      "message": "Hi",
      "received_at": "yesterday"
    }
  ],
  "agents": [
    {
      "name": "Dave Agently",
      "email": "dave@agently.com",
      "nestio_agent_id": "2"
    }
  ]
}
`},"funnel/lead-sparse":{headers:{"content-type":"application/json"},body:`{
  "nestio_client_id": 456679,
  "people": [],
  "move_in_date": null,
  "lead_source": "",
  "listings": [],
  "messages": [],
  "agents": []
}
`},"funnel/lead-two-listings":{headers:{"content-type":"application/json"},body:`{
  "nestio_client_id": "456680",
  "nestio_team_id": 1234,
  "people": [
    {
      "first_name": "",
      "last_name": "Doe",
      "phone_1": "510-555-4567",
      "phone_2": "510-555-4568"
    }
  ],
  "lead_source": "streeteasy",
  "move_in_date": "1970-01-01",
  "created_at": "2019-01-01T04:55:55",
  "listings": [
    {
      "nestio_unit_id": 123,
      "property_address": "123 First St",
      "property_internal_id": "AAAA",
      "unit_number": "2A",
      "unit_internal_id": "XXXX"
    },
    {
      "nestio_unit_id": 124,
      "property_address": "125 First St",
      "unit_number": "3B"
    }
  ],
  "messages": [
    {
      "message": "Hi am i interested in seeing apt 2a.",
      "received_at": "2019-01-01T04:55:55"
    },
    {
      "message": "And 3b?",
      "received_at": "2019-01-02 10:00:00"
    }
  ],
  "agents": []
}
`},"funnel/lead":{headers:{"content-type":"application/json"},body:`{
  "nestio_client_id": 456678,
  "nestio_team_id": 1234,
  "people": [
    {
      "first_name": "John",
      "last_name": "Doe",
      "email": "johndoe@example.com",
      "phone_1": "510-555-4567",
      "phone_2": ""
    },
    {
      "first_name": "Jane",
      "last_name": "Doe",
      "email": "janedoe@example.com",
      "phone_1": "",
      "phone_2": ""
    }
  ],
  "lead_source": "streeteasy",
  "move_in_date": "1970-01-01",
  "created_at": "2019-01-01T04:55:55",
  "listings": [
    {
      "nestio_unit_id": 123,
      "property_address": "123 First St",
      "property_internal_id": "AAAA",
      "unit_number": "2A",
      "unit_internal_id": "XXXX"
    }
  ],
  "messages": [
    {
      "message": "Hi am i interested in seeing apt 2a.",
      "received_at": "2019-01-01T04:55:55"
    }
  ],
  "agents": [
    {
      "name": "Dave Agently",
      "email": "dave@agently.com",
      "nestio_agent_id": "2"
    }
  ]
}
`},"funnel/mixed-event-type-timestamp-data":{headers:{"content-type":"application/json"},body:`{
  "id": 8932131,
  "event_type": "lease_transaction.unit_released",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234"
  }
}
`},"funnel/mixed-event-with-event-data":{headers:{"content-type":"application/json"},body:`{
  "id": "8932132",
  "event": "lease.move_in_canceled",
  "event_timestamp": 1678544636,
  "event_data": {
    "move_in_date": "2023-03-11",
    "pms_identifier": "t0000000",
    "community_pms_identifier": "123"
  }
}
`},"funnel/mixed-renter-with-id":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454044e6762f",
  "timestamp": "2019-01-01T09:55:55.123456+00:00",
  "event": "renter.created",
  "data": {
    "funnel_renter_id": 456678,
    "funnel_community_id": 1234,
    "status": "Prospect",
    "people": [
      {
        "first_name": "John",
        "last_name": "Doe",
        "email": "johndoe@example.com",
        "phone_1": "510-555-4567",
        "phone_2": "",
        "sms_opt_in": true
      },
      {
        "first_name": "Jane",
        "last_name": "Doe",
        "email": "janedoe@example.com",
        "phone_1": "",
        "phone_2": "",
        "sms_opt_in": false
      }
    ],
    "lead_source": "apartments.com",
    "move_in_date": "1970-01-01",
    "created_at": "2019-01-01T04:55:55",
    "layouts": [
      "1-bedroom",
      "2-bedroom"
    ],
    "listings": [
      {
        "funnel_unit_id": 123,
        "property_address": "123 First St",
        "property_internal_id": "AAAA"
      }
    ],
    "messages": [
      {
        "message": "Hi am i interested in seeing apt 2a.",
        "received_at": "2019-01-01T04:55:55",
        "message_type": "ILS"
      }
    ]
  }
}
`},"funnel/quote-created-other-forms":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000011",
  "event": "quote.created",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "client_id": 12457533,
    "community_id": 435242,
    "unit_id": 4352,
    "unit_number": 826,
    "raw_unit_number": "0826",
    "price": "1,571.00",
    "base_price": "1571.00",
    "lease_start": "06/27/2024",
    "lease_end": {
      "date": "2024-12-26"
    },
    "lease_term": "six",
    "expiration": "2024-08-29 07:04:45.034937",
    "total_monthly_fees": "1745.00",
    "total_move_in_fees": "1082.68"
  }
}
`},"funnel/quote-created-price-as-number":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000010",
  "event": "quote.created",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "client_id": 12457533,
    "community_id": 435242,
    "unit_id": 4352,
    "unit_number": "826",
    "raw_unit_number": "0826",
    "price": 1571,
    "base_price": "1571.00",
    "lease_start": "2024-06-27",
    "lease_end": "2024-12-26",
    "lease_term": 6,
    "expiration": "2024-08-29 07:04:45.034937",
    "total_monthly_fees": "1745.00",
    "total_move_in_fees": "1082.68"
  }
}
`},"funnel/quote-created":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-45400000000f",
  "event": "quote.created",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "client_id": 12457533,
    "community_id": 435242,
    "unit_id": 4352,
    "unit_number": "826",
    "raw_unit_number": "0826",
    "price": "1571.00",
    "base_price": "1571.00",
    "lease_start": "2024-06-27",
    "lease_end": "2024-12-26",
    "lease_term": 6,
    "expiration": "2024-08-29 07:04:45.034937",
    "total_monthly_fees": "1745.00",
    "total_move_in_fees": "1082.68",
    "quote_id": 4421921,
    "concessions": [
      {
        "name": "One month free",
        "amount": "130.92"
      }
    ]
  }
}
`},"funnel/rentable-item-deselected":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-45400000000c",
  "event": "lease_transaction.rentable_item_deselected",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234"
  }
}
`},"funnel/rentable-item-selected":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-45400000000b",
  "event": "lease_transaction.rentable_item_selected",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234"
  }
}
`},"funnel/renter-created-sparse":{headers:{"content-type":"application/json"},body:`{
  "event": "renter.created",
  "data": {
    "funnel_renter_id": 456682,
    "funnel_community_id": 1234,
    "people": null,
    "layouts": []
  }
}
`},"funnel/renter-created":{headers:{"content-type":"application/json"},body:`{
  "event": "renter.created",
  "data": {
    "funnel_renter_id": 456678,
    "funnel_community_id": 1234,
    "status": "Prospect",
    "people": [
      {
        "first_name": "John",
        "last_name": "Doe",
        "email": "johndoe@example.com",
        "phone_1": "510-555-4567",
        "phone_2": "",
        "sms_opt_in": true
      },
      {
        "first_name": "Jane",
        "last_name": "Doe",
        "email": "janedoe@example.com",
        "phone_1": "",
        "phone_2": "",
        "sms_opt_in": false
      }
    ],
    "lead_source": "apartments.com",
    "move_in_date": "1970-01-01",
    "created_at": "2019-01-01T04:55:55",
    "layouts": [
      "1-bedroom",
      "2-bedroom"
    ],
    "listings": [
      {
        "funnel_unit_id": 123,
        "property_address": "123 First St",
        "property_internal_id": "AAAA"
      }
    ],
    "messages": [
      {
        "message": "Hi am i interested in seeing apt 2a.",
        "received_at": "2019-01-01T04:55:55",
        "message_type": "ILS"
      }
    ]
  }
}
`},"funnel/renter-status-change":{headers:{"content-type":"application/json"},body:`{
  "event": "renter.status-change",
  "data": {
    "funnel_renter_id": 456678,
    "funnel_team_id": 1234,
    "status": "Applicant"
  }
}
`},"funnel/resident-move-in-canceled":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-45400000000e",
  "event": "lease.resident_move_in_canceled",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_id": 99812,
    "client_id": 12457533,
    "unit_id": 4352,
    "community_id": 435242,
    "move_in_date": "2024-11-01"
  }
}
`},"funnel/resident-move-in":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-45400000000d",
  "event": "lease.resident_move_in",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "client_id": 12457533,
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234",
    "lease_id": 99812
  }
}
`},"funnel/status-updated":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000002",
  "event": "lease_transaction.status_updated",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Notice to Vacate",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234",
    "current_status": "Approved",
    "previous_status": "Submitted"
  }
}
`},"funnel/terms-updated":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000009",
  "event": "lease_transaction.terms_updated",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234"
  }
}
`},"funnel/transaction-updated-applicant-signed-lease":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000007",
  "event": "lease_transaction.updated",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Transfer",
    "client_id": 12457533,
    "tenant_pms_identifier": "t1234",
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234",
    "lease_id": 99812,
    "update_type": "Applicant Signed Lease"
  }
}
`},"funnel/transaction-updated-coapplicant-invited":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000004",
  "event": "lease_transaction.updated",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Lease Revision",
    "client_id": 12457533,
    "tenant_pms_identifier": "t1234",
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234",
    "lease_id": null,
    "update_type": "CoApplicant invited"
  }
}
`},"funnel/transaction-updated-dependent-added":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000003",
  "event": "lease_transaction.updated",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "tenant_pms_identifier": "t1234",
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234",
    "lease_id": null,
    "update_type": "Dependent added"
  }
}
`},"funnel/transaction-updated-guarantor-invited":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000005",
  "event": "lease_transaction.updated",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Renewal",
    "client_id": 12457533,
    "tenant_pms_identifier": "t1234",
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234",
    "lease_id": null,
    "update_type": "Guarantor invited"
  }
}
`},"funnel/transaction-updated-occupant-invited":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000006",
  "event": "lease_transaction.updated",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Lease Confirmation",
    "client_id": 12457533,
    "tenant_pms_identifier": "t1234",
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234",
    "lease_id": null,
    "update_type": "Occupant invited"
  }
}
`},"funnel/unit-released":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000008",
  "event": "lease_transaction.unit_released",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234"
  }
}
`},"funnel/unit-reserved-not-in-pms":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000001",
  "event": "lease_transaction.unit_reserved",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": null,
    "tenant_pms_identifier": null,
    "unit_id": 4352,
    "unit_pms_identifier": null,
    "community_id": 435242,
    "community_pms_identifier": null
  }
}
`},"funnel/unit-reserved":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454044e6762a",
  "event": "lease_transaction.unit_reserved",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234"
  }
}
`},"funnel/unrecognized-event-type":{headers:{"content-type":"application/json"},body:`{
  "id": 8932133,
  "event_type": "resident.updated",
  "event_timestamp": 1680064028,
  "idempotency_key": null,
  "event_data": {
    "client_id": 12453,
    "community_id": 43522
  }
}
`},"funnel/unrecognized-event":{headers:{"content-type":"application/json"},body:`{
  "id": "8cc87045-1111-4a16-a882-454000000012",
  "event": "lease_transaction.signed",
  "timestamp": "2024-10-09T13:49:31.658518+00:00",
  "data": {
    "lease_transaction_id": 74824,
    "lease_transaction_type": "Application",
    "client_id": 12457533,
    "guestcard_pms_identifier": "p1234",
    "tenant_pms_identifier": "t1234",
    "unit_id": 4352,
    "unit_pms_identifier": "u1234",
    "community_id": 435242,
    "community_pms_identifier": "c1234",
    "signed_by": "Jane Doe"
  }
}
`},"funnel/unrecognized-renter":{headers:{"content-type":"application/json"},body:`{
  "event": "renter.merged",
  "data": {
    "funnel_renter_id": 456678,
    "funnel_community_id": 1234,
    "people": [
      {
        "first_name": "John",
        "last_name": "Doe",
        "email": "johndoe@example.com",
        "phone_1": "510-555-4567",
        "phone_2": "",
        "sms_opt_in": true
      },
      {
        "first_name": "Jane",
        "last_name": "Doe",
        "email": "janedoe@example.com",
        "phone_1": "",
        "phone_2": "",
        "sms_opt_in": false
      }
    ]
  }
}
`},"funnel/unrecognized-test":{headers:{"content-type":"application/json"},body:`{
  "event": "test"
}
`},"funnel/v3-lease-move-in-canceled":{headers:{"content-type":"application/json"},body:`{
  "id": "3eb29a92-e480-40ee-9a9f-61fff5e3f3d6",
  "event": "lease.move_in_canceled",
  "timestamp": "2023-03-11T14:23:56.010+00:00",
  "data": {
    "move_in_date": "2023-03-11",
    "pms_identifier": "t0000000",
    "community_pms_identifier": "123"
  }
}
`},"funnel/v3-lease-move-in-faulty":{headers:{"content-type":"application/json"},body:`{
  "id": "3eb29a92-e480-40ee-9a9f-61fff5e3f3d8",
  "event": "lease.move_in",
  "timestamp": "2023-03-11T14:23:56.010",
  "data": {
    "move_in_date": "2023-03-11",
    "pms_identifier": "t0000000",
    "community_pms_identifier": "123",
    "charges": [
      {
        "charge_type": "Monthly",
        "amount": 2500.5,
        "start_date": "11/03/2023"
      }
    ]
  }
}
`},"funnel/v3-lease-move-in-one-time-charge":{headers:{"content-type":"application/json"},body:`{
  "id": "3eb29a92-e480-40ee-9a9f-61fff5e3f3d7",
  "event": "lease.move_in",
  "timestamp": "2023-03-11T14:23:56.010+00:00",
  "data": {
    "move_in_date": "2023-03-11",
    "pms_identifier": "t0000000",
    "community_pms_identifier": "123",
    "charges": [
      {
        "charge_type": "One Time",
        "pms_identifier": "adminfee",
        "start_date": "2023-03-11",
        "end_date": null,
        "amount": "15050",
        "description": "Admin fee"
      }
    ]
  }
}
`},"funnel/v3-lease-move-in":{headers:{"content-type":"application/json"},body:`{
  "id": "3eb29a92-e480-40ee-9a9f-61fff5e3f3d5",
  "event": "lease.move_in",
  "timestamp": "2023-03-11T14:23:56.010+00:00",
  "data": {
    "move_in_date": "2023-03-11",
    "pms_identifier": "t0000000",
    "community_pms_identifier": "123",
    "charges": [
      {
        "charge_type": "Monthly",
        "pms_identifier": "rent",
        "start_date": "2023-03-11",
        "end_date": "2024-03-10",
        "amount": 250000,
        "description": "Rent"
      },
      {
        "charge_type": "Monthly",
        "pms_identifier": "pet",
        "start_date": "2023-03-11",
        "end_date": "2024-03-10",
        "amount": 5000,
        "description": "Dog Rent"
      }
    ]
  }
}
`},"propexo/contradictory":{headers:{"content-type":"application/json","propexo-signature":"4c88644039cacb90427e9cf5f90dbd704f1324309cd1bb80214d55004ff79bc0"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cm7ereqgkpmscj3p8kq3vzasi",
    "root_job_id": "cm3hazduvsc8kzpweclnn8jf3",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_UNITS",
    "vendor": "REALPAGE",
    "event": "DATA_UPDATE",
    "record_id": "cahfrqa9izwzs55nijo0co71l",
    "object": "units",
    "payload": {
      "number": "4B",
      "square_feet": 850
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "listings",
    "integration_id": "ciq4kjmvqnlncjc6dydlbd243"
  }
}
`},"propexo/data-only-update":{headers:{"content-type":"application/json","propexo-signature":"ae3e04b0ec9279f9bdd552ad51372741ddb9e8273c97f2b9e724fe909b128ee0"},body:`{
  "data": {
    "event": "DATA_UPDATE",
    "object": "units",
    "record_id": "c2srq3ige3m3cl3jweb5qwfb2",
    "diff": {
      "new": {
        "is_available": true
      },
      "previous": {
        "is_available": false
      }
    }
  }
}
`},"propexo/first-sync-complete-wrapped":{headers:{"content-type":"application/json","propexo-signature":"afa9543eba6e42a0a79eee7457d4963e930a245979feead062d7d573bfd0fbb5"},body:`{
  "trigger": "FIRST_SYNC_COMPLETE",
  "data": {
    "event": "FIRST_SYNC_COMPLETE",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "vendor": "ENTRATA",
    "successful_job_count": 30,
    "failed_job_count": 2,
    "is_sync_finished": true
  }
}
`},"propexo/flat-first-sync-complete":{headers:{"content-type":"application/json","propexo-signature":"590a5fa8321c16199458c3751d5d0cc8e09748f1f1cd3a8622f62bcda2e345fe"},body:`{
  "event": "FIRST_SYNC_COMPLETE",
  "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
  "vendor": "RESMAN",
  "successful_job_count": 12,
  "failed_job_count": 0,
  "is_sync_finished": true,
  "job_schedule_id": "cenlky1vb2uvipplonzzfftb6"
}
`},"propexo/flat-job-failure":{headers:{"content-type":"application/json","propexo-signature":"89489cbde42aa12383a93d4c20084fbf6c168a58e78703f24d9a4c06a4406b55"},body:`{
  "event": "JOB_FAILURE",
  "job_id": "cb5chbj02yx66k5m6vbh0k80u",
  "root_job_id": "crtr63h2uwg4v2trbu7z5v3vr",
  "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
  "job_type": "READ_RESIDENT_TRANSACTIONS",
  "vendor": "RESMAN"
}
`},"propexo/flat-new-event":{headers:{"content-type":"application/json","propexo-signature":"13baabd005d25e51a3f3136abdea59564a04ec95b7054e71987efd0a41af3311"},body:`{
  "context": {
    "property_id": "cjrt7ig2ecf27cn61auee750f"
  },
  "event": "DATA_NEW",
  "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
  "job_id": "ci61hq9jnqwj80bw6qqjoedc50000000",
  "job_type": "READ_LEAD_EVENTS",
  "meta": {
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "object": "events"
  },
  "object": "events",
  "payload": {
    "created_at": "2025-08-18T13:00:00.000Z",
    "event_name": "Email",
    "notes": "Sample note",
    "reasons_for_event": "Sample reason"
  },
  "record_id": "cvkdw20f7pkyj4yxiue7stgqx",
  "root_job_id": "c69890z7svzfw3vxrgtmdj6yv",
  "vendor": "ENTRATA"
}
`},"propexo/flat-new-lead-minimal":{headers:{"content-type":"application/json","propexo-signature":"bbb1b18bafac8aa83606daeb28c9f8bf751124f9e28a067569d1cadbcacb5a47"},body:`{
  "job_id": "cmnu431i4m0wtukc5f5ez3cpg",
  "root_job_id": "cpclo1ip9a4px4s18a0ktxxfy",
  "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
  "job_type": "READ_LEADS",
  "vendor": "REALPAGE",
  "event": "DATA_NEW",
  "record_id": "cwtofscd4v75jtgzy0ycw97tn",
  "object": "leads",
  "payload": {
    "id": "cwtofscd4v75jtgzy0ycw97tn",
    "x_id": "L-1",
    "first_name": "Paula",
    "last_name": null,
    "phone_1": ""
  },
  "context": {
    "property_id": "cjrt7ig2ecf27cn61auee750f"
  },
  "meta": {
    "object": "leads",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/flat-sync-complete":{headers:{"content-type":"application/json","propexo-signature":"2e2d2b9b19826cce03104ed9dafd64f5e4619e5a20e9bdb0d7a9d6fce9043b42"},body:`{
  "event": "SYNC_COMPLETE",
  "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
  "vendor": "RESMAN",
  "successful_job_count": 12,
  "failed_job_count": 0,
  "is_sync_finished": true,
  "job_schedule_id": "cenlky1vb2uvipplonzzfftb6"
}
`},"propexo/flat-update-lead":{headers:{"content-type":"application/json","propexo-signature":"7c1e3ad7329bf701483fc6cbe07b7a48c4c12d4d579fd91c9f0ec597ea3284ad"},body:`{
  "job_id": "clzmkqmvg9sglib8k48lplzc4",
  "root_job_id": "clyk1uqwtov06ftn4yeptvuur",
  "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
  "job_type": "READ_LEADS",
  "vendor": "REALPAGE",
  "event": "DATA_UPDATE",
  "record_id": "coc3wsqk51tooeyc1jcwkwr7l",
  "object": "leads",
  "diff": {
    "new": {
      "country": "United Sta",
      "last_seen": "2025-08-18T13:06:56.283Z"
    },
    "previous": {
      "country": null,
      "last_seen": "2025-08-17T13:05:11.020Z"
    }
  },
  "context": {
    "property_id": "cjrt7ig2ecf27cn61auee750f"
  },
  "meta": {
    "object": "leads",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/job-failure-wrapped":{headers:{"content-type":"application/json","propexo-signature":"08d3a06dadafc018a3b5ae72f98026701b60fceb6304337538f1b8a547a07639"},body:`{
  "trigger": "JOB_FAILURE",
  "data": {
    "job_id": "cz2r80yj2wtx993bue3k50z0s",
    "root_job_id": "c2gcnel6zqqjkme61dt57xw5r",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_UNITS",
    "vendor": "MRI",
    "event": "JOB_FAILURE"
  }
}
`},"propexo/job-success-wrapped":{headers:{"content-type":"application/json","propexo-signature":"3d6435078b52fd6a14dde5ec94b052cfd98aaad6472969dcf656296353d8af97"},body:`{
  "trigger": "JOB_SUCCESS",
  "data": {
    "job_id": "c5tyupfjrbztxkus1t0px4u1y",
    "root_job_id": "cbbi65dgcg8g8dbkjulf2mkn5",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LEASES",
    "vendor": "RENTVINE",
    "event": "JOB_SUCCESS"
  }
}
`},"propexo/new-amenities":{headers:{"content-type":"application/json","propexo-signature":"1af7b5be2e6e967cf0d8f9ffff3b796ff98a75a19b93ea2522542d5292eac02d"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cby9pyght5mwotke5tttcg9tj",
    "root_job_id": "crrqq93vdtszvasneiqh30kru",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_AMENITIES",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "czq9vw0yo7o5rf5nkozmwfo2d",
    "object": "amenities",
    "payload": {
      "id": "czq9vw0yo7o5rf5nkozmwfo2d",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "name": "Sample name",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_listing_id": "LISTING-1",
      "x_parent_amenity_id": "PARENT-AMENITY-1",
      "x_unit_id": "UNIT-1",
      "description": "Sample description",
      "cost_in_cents": 125000,
      "custom_data": {
        "note": "sample"
      },
      "meta_data": {
        "note": "sample"
      },
      "image_urls": [
        "https://images.example.com/1.jpg"
      ],
      "name_normalized": "AIR_CONDITIONING",
      "units": [
        {
          "amenity_id": "cbz6p3y799pxmy2n8f7bdw1i3",
          "unit_id": "cbdnmteuvbm8y5z5qz6c9c3ml"
        }
      ]
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "amenities",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-applicants-to-applications":{headers:{"content-type":"application/json","propexo-signature":"d83084489239afb0be34ecb09066051ce343652480ccf402c59d61faf6ab8f6a"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "c0nmw33yemt33us8xxr8wvbar",
    "root_job_id": "caqchmz5mk4d8vg029nwey3gr",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_APPLICANTS_TO_APPLICATIONS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "czeyk5d6jjrt76apmzvfe7ech",
    "object": "applicants-to-applications",
    "payload": {
      "applicant_id": "cwzmnnzs5ut2f5xezc5frqlzj",
      "application_id": "cgp84sqlwothfx73jvkxm7cis",
      "status": "Current",
      "status_raw": "Current",
      "status_normalized": "PENDING"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "applicants-to-applications",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-applicants":{headers:{"content-type":"application/json","propexo-signature":"74f193cc81074f4eee0a9448a732130b5ed7df4193aa4d500d2ed2b4d3537946"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cvov2zipkt7dnyyu8vzpg2ngi",
    "root_job_id": "c9h6swpihtt52zcjkhlhnmdsl",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_APPLICANTS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cgnea0mma1axauwvg5411ugmh",
    "object": "applicants",
    "payload": {
      "id": "cgnea0mma1axauwvg5411ugmh",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_unit_id": "UNIT-1",
      "x_lease_id": "LEASE-1",
      "x_lead_id": "LEAD-1",
      "address_1_alternate": "34 Other Street",
      "address_1": "12 Sample Street",
      "address_2_alternate": "Apt 1",
      "address_2": "Apt 4",
      "city_alternate": "Shelbyville",
      "city": "Springfield",
      "country_alternate": "US",
      "country": "US",
      "date_of_birth": "1990-02-03T00:00:00.000Z",
      "email_1": "paula@example.com",
      "email_2": "paula.work@example.com",
      "first_name": "Paula",
      "last_name": "Example",
      "middle_name": "Q",
      "notes": "Sample notes",
      "phone_1": "+1 555 0100",
      "phone_2": "+1 555 0101",
      "state_alternate": "OR",
      "state": "OR",
      "zip_alternate": "97477",
      "zip": "97403",
      "applications": [
        {
          "applicant_id": "cwzmnnzs5ut2f5xezc5frqlzj",
          "application_id": "cgp84sqlwothfx73jvkxm7cis",
          "status": "Current",
          "status_raw": "Current",
          "status_normalized": "ACTIVE"
        }
      ],
      "custom_data": {
        "note": "sample"
      },
      "phone_1_type": "MOBILE",
      "phone_2_type": "MOBILE",
      "pets": [
        {
          "id": "cjsnbs8dot2wynce4qxdun9p4",
          "created_at": "2025-08-18T13:06:50.000Z",
          "updated_at": "2025-08-18T13:06:55.100Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "x_id": "ID-1",
          "age_in_years": 3,
          "breed": "Sample breed",
          "color": "Sample color",
          "gender_raw": "Sample gender raw",
          "is_declawed": true,
          "is_fixed": true,
          "is_service_animal": true,
          "is_trained": true,
          "is_vaccinated": true,
          "name": "Sample name",
          "notes": "Sample notes",
          "type": "Sample type",
          "weight_in_pounds": 20,
          "custom_data": {
            "note": "sample"
          }
        }
      ],
      "screenings": [
        {
          "id": "cg90wyaarwnwoag3snb2a9kj1",
          "created_at": "2025-08-18T13:06:50.000Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "x_id": "ID-1",
          "status_raw": "Current",
          "screening_date": "2025-08-20T00:00:00.000Z"
        }
      ],
      "self_reported_income": 420000,
      "type_normalized": "Sample type",
      "type_raw": "Sample type raw",
      "unit_id_preferred": "cn1d08fufy3ajv1cemns806pv",
      "x_unit_id_preferred": "UNIT-PREFERRED-1"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "applicants",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-applications":{headers:{"content-type":"application/json","propexo-signature":"8c55269deacfe2b74c66434d4c47fe4c82e372cd15079bad0c6c40ebde207785"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "c24wqqm4v1zdfo600ol5v98n9",
    "root_job_id": "ckgq4eqx1zkxsxqhpe0boqzf6",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_APPLICATIONS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "c9nnjufbca9qgyz9sezgag7qf",
    "object": "applications",
    "payload": {
      "id": "c9nnjufbca9qgyz9sezgag7qf",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "status": "Current",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_location_id": "LOCATION-1",
      "x_unit_id": "UNIT-1",
      "custom_data": {
        "note": "sample"
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "applications",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-crm-prospect":{headers:{"content-type":"application/json","propexo-signature":"b34c956fd274a3c4f447130ed62de8034166dab9087fa3ebf660636c1e457780"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "ce8315wifbpi0htdwkd106zj9",
    "root_job_id": "c2zysq81dwymw0kznv91fsxrh",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_CRM_PROSPECTS",
    "vendor": "KNOCK",
    "event": "DATA_NEW",
    "record_id": "cu7xegq973oyzj8xzahwp8bvk",
    "object": "crm-prospects",
    "payload": {
      "id": "cu7xegq973oyzj8xzahwp8bvk",
      "first_name": "Paula",
      "property_id": 12
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "crm-prospects",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-employees":{headers:{"content-type":"application/json","propexo-signature":"4cebcb52b9cf7371c834c61ea1d3b6801326f3a6161db1f6f63f3cbfacb4b9cf"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "celz38rsx9t4dv6sc75duoeqx",
    "root_job_id": "c4esa1rwf53dqshc8uo8w2av1",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_EMPLOYEES",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cl9hofmwxqt9quyxjnd7cpk1b",
    "object": "employees",
    "payload": {
      "id": "cl9hofmwxqt9quyxjnd7cpk1b",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_location_id": "LOCATION-1",
      "name": "Sample name"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "employees",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-events":{headers:{"content-type":"application/json","propexo-signature":"af1813f867b28cd5ad878e7ab1ce464c3849a7dcde95103ba74865bc53dcd5df"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cz0ma2n82ls6zquscl6ehqewo",
    "root_job_id": "c5hdqg6e9d7nb06uv6cpr55yb",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_EVENTS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cmwu1mb65ha0hqtcbhflxcnq1",
    "object": "events",
    "payload": {
      "id": "cmwu1mb65ha0hqtcbhflxcnq1",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_leasing_agent_id": "LEASING-AGENT-1",
      "x_type_id": "TYPE-1",
      "x_location_id": "LOCATION-1",
      "event_name": "Sample event name",
      "event_datetime": "2025-08-18T16:30:00.000Z",
      "appointment_datetime": "2025-08-18T16:30:00.000Z",
      "type_raw": "Sample type raw",
      "notes": "Sample notes",
      "agent_name": "Sample agent name",
      "reasons_for_event": "Sample reasons for event",
      "associated_applicant_ids": [
        "ciwayo4ybtzayqb6ntsa5dyd7"
      ],
      "associated_lead_ids": [
        "can3j1333gzeww1j496lbyaki"
      ],
      "associated_resident_ids": [
        "c7m001uj1pls2rly2xor286zp"
      ]
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "events",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-invoices":{headers:{"content-type":"application/json","propexo-signature":"e7edfbed457a1462973ff74022f22bef6f16abca97dc448c10afdc0a2283b058"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cm79shb1ozxbqruqchn906mj4",
    "root_job_id": "clgxpgauooz4wd7y8pl0atj8a",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_INVOICES",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cluw9yyw6209twmh6l7347vah",
    "object": "invoices",
    "payload": {
      "id": "cluw9yyw6209twmh6l7347vah",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "due_date": "2025-09-01T00:00:00.000Z",
      "discount_date": "2025-08-20T00:00:00.000Z",
      "invoice_date": "2025-08-20T00:00:00.000Z",
      "invoice_number": "Sample invoice number",
      "notes": "Sample notes",
      "post_date": "2025-08-20T00:00:00.000Z",
      "post_month": "2025-08",
      "post_status_raw": "Sample post status raw",
      "amount_due_in_cents": 125000,
      "amount_paid_in_cents": 125000,
      "discount_amount_in_cents": 125000,
      "sub_total_amount_in_cents": 125000,
      "total_amount_in_cents": 125000,
      "custom_data": {
        "note": "sample"
      },
      "invoice_items": [
        {
          "invoice_id": "c5f1otmnceqpdb24u7puyyn7n",
          "construction_job_id": "cm9ev893sb4y4rwk30xxm15o1",
          "amount_due_in_cents": 125000,
          "notes": "Sample notes",
          "total_amount_in_cents": 125000
        }
      ]
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "invoices",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-lead-faulty":{headers:{"content-type":"application/json","propexo-signature":"e1cf814d8c982751acec83210b7522e6225f6fe32b2fcd24ba9c80dea36a4ebb"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cqn4tivrrw978gc00s0w1jjx0",
    "root_job_id": "c912av4o92ty21y8tq6b3qh4u",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LEADS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "c19n69v1vlb0lrcss50v5zftu",
    "object": "leads",
    "payload": {
      "first_name": "Paula",
      "last_name": [
        "Example"
      ],
      "desired_num_bedrooms": 2.5,
      "number_of_occupants": "3",
      "screenings": [
        {
          "id": "cm21p12092xbukhch6wo8v0dj"
        },
        "none"
      ]
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "leads",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-leads":{headers:{"content-type":"application/json","propexo-signature":"82bd037864081a6f0410578c29449c3f9d232b61b338421291664b5b6d1b9c9d"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cjmc715u8wpp2ajzshjfzhscf",
    "root_job_id": "c3a45q5bkdd9nysh4trlx9fdd",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LEADS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "c19n69v1vlb0lrcss50v5zftu",
    "object": "leads",
    "payload": {
      "id": "c19n69v1vlb0lrcss50v5zftu",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_created_at": "2025-08-18T16:30:00.000Z",
      "x_guestcard_id": "GC-7",
      "x_leasing_agent_id": "LEASING-AGENT-1",
      "x_unit_id": "UNIT-1",
      "x_updated_at": "2025-08-18T16:30:00.000Z",
      "x_lead_source_id": "LEAD-SOURCE-1",
      "address_1": "12 Sample Street",
      "address_2": "Apt 4",
      "city": "Springfield",
      "country": "US",
      "date_of_birth": "1990-02-03T00:00:00.000Z",
      "desired_amenities": "Sample desired amenities",
      "desired_floor_plan_id": "ckamveco58rl36wh342j4zp6h",
      "desired_floor_plan_name": "Sample desired floor plan name",
      "desired_lease_term_in_months": "12",
      "desired_unit_number": "4B",
      "desired_unit_type": "Sample desired unit type",
      "email_1": "paula@example.com",
      "email_2": "paula.work@example.com",
      "first_name": "Paula",
      "ils": "Sample ils",
      "last_name": "Example",
      "lead_source": "Sample lead source",
      "leasing_agent": "Sample leasing agent",
      "middle_name": "Q",
      "notes": "Sample notes",
      "pet_details": "Sample pet details",
      "phone_1_type": "MOBILE",
      "phone_1": "+1 555 0100",
      "phone_2_type": "MOBILE",
      "phone_2": "+1 555 0101",
      "state": "OR",
      "status": "Current",
      "target_move_in_date": "2025-10-01T00:00:00.000Z",
      "zip": "97403",
      "custom_data": {
        "note": "sample"
      },
      "desired_max_rent_in_cents": 180000,
      "desired_max_square_ft": 1100,
      "desired_min_rent_in_cents": 120000,
      "desired_min_square_ft": 700,
      "desired_num_bathrooms": 1.5,
      "desired_num_bedrooms": 2,
      "number_of_occupants": 3,
      "screenings": [
        {
          "id": "cywbl61v8bqyg1whsooiwodnj",
          "created_at": "2025-08-18T13:06:50.000Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "x_id": "ID-1",
          "status_raw": "Current",
          "screening_date": "2025-08-20T00:00:00.000Z"
        }
      ],
      "lead_source_id": "c2fqfi2gbkpvfy3kwx042tzot",
      "pets": [
        {
          "id": "c0umui88if7monwvsa1yjoxnd"
        }
      ],
      "unit_id_preferred": "cn1d08fufy3ajv1cemns806pv",
      "x_unit_id_preferred": "UNIT-PREFERRED-1"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "leads",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-leases":{headers:{"content-type":"application/json","propexo-signature":"4ec597f3c1bbef4d708bdc6c9a410d395b065b3c72c8d5c27784a0d74b3c3c78"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cwov1e835sos57e4952cshhx5",
    "root_job_id": "c13837gdx7qomp30d92c19gku",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LEASES",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cx0krlkzhm3grv3f09kynq43w",
    "object": "leases",
    "payload": {
      "id": "cx0krlkzhm3grv3f09kynq43w",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_resident_id": "T-9",
      "x_unit_id": "UNIT-1",
      "application_date": "2025-08-01T00:00:00.000Z",
      "deposit_amount": "500.00",
      "deposit_date": "2025-08-15T00:00:00.000Z",
      "end_date": "2026-08-31T00:00:00.000Z",
      "realized_move_in_date": "2025-09-02T00:00:00.000Z",
      "realized_move_out_date": "2026-08-30T00:00:00.000Z",
      "rent_due_date": "2025-09-01T00:00:00.000Z",
      "scheduled_move_in_date": "2025-09-01T00:00:00.000Z",
      "scheduled_move_out_date": "2026-08-31T00:00:00.000Z",
      "signature_date": "2025-08-16T00:00:00.000Z",
      "start_date": "2025-09-01T00:00:00.000Z",
      "status": "Current",
      "status_raw": "Current",
      "term": "12",
      "type": "Sample type",
      "unit_number": "4B",
      "unit_id": "cbdnmteuvbm8y5z5qz6c9c3ml",
      "custom_data": {
        "note": "sample"
      },
      "deposit_amount_in_cents": 50000,
      "rent_amount_in_cents": 165000,
      "rent_amount_market_in_cents": 170000,
      "rent_due_day": 1,
      "status_normalized": "ACTIVE",
      "integration_vendor": "REALPAGE",
      "services": [
        {
          "id": "cmm791t1n80868b9tmli0vrqf",
          "created_at": "2025-08-18T13:06:50.000Z",
          "updated_at": "2025-08-18T13:06:55.100Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "name": "Sample name",
          "lease_id": "cq6fc2csfffz613i2gioi66fl"
        }
      ],
      "balance_amount_in_cents": 5000,
      "balance_amount_raw": "50.00",
      "past_due_balance_in_cents": 5000,
      "past_due_balance_raw": "50.00",
      "residents_meta_data": [
        {
          "id": "ck47dev0nwww4gnef3c3slgqv"
        }
      ],
      "write_off_amount_in_cents": 5000,
      "write_off_amount_raw": "50.00"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "leases",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-listings":{headers:{"content-type":"application/json","propexo-signature":"1c6f83e1de2c350e8c271a61d92ad70bcb8fb509574ca7b9d94599fef93eb6a6"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cf8t7r259t5q8m1yr53b8zjx5",
    "root_job_id": "cc9mhlfq55c95l6oalbd3vgno",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LISTINGS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cznntbbyqasnf6fflrqpftq5g",
    "object": "listings",
    "payload": {
      "id": "cznntbbyqasnf6fflrqpftq5g",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_unit_id": "UNIT-1",
      "available_date": "2025-10-01T00:00:00.000Z",
      "application_url": "https://apply.example.com/4b",
      "bathrooms": "1.5",
      "bedrooms": "2",
      "building_name": "Sample building name",
      "building_number": "Sample building number",
      "city": "Springfield",
      "country": "US",
      "floor_plan_code": "Sample floor plan code",
      "floor_plan_name": "Sample floor plan name",
      "floor": "2",
      "lease_term": "Sample lease term",
      "listing_title": "Sample listing title",
      "listing_date": "2025-08-20T00:00:00.000Z",
      "marketing_name": "Sample marketing name",
      "notes": "Sample notes",
      "number": "4B",
      "specials": "Sample specials",
      "state": "OR",
      "street_address_1": "12 Sample Street",
      "street_address_2": "Apt 4",
      "address_1": "12 Sample Street",
      "address_2": "Apt 4",
      "property_description": "Sample property description",
      "short_description": "Sample short description",
      "unit_description": "Sample unit description",
      "zip": "97403",
      "make_ready_date": "2025-09-20T00:00:00.000Z",
      "vacate_date": "2025-09-15T00:00:00.000Z",
      "unit_id": "cbdnmteuvbm8y5z5qz6c9c3ml",
      "is_unit": true,
      "bathrooms_full": 1,
      "bathrooms_half": 1,
      "deposit_amount_in_cents": 50000,
      "rent_amount_in_cents": 165000,
      "image_urls": [
        "https://images.example.com/1.jpg"
      ],
      "video_urls": [
        "https://images.example.com/1.jpg"
      ],
      "is_available": true,
      "is_furnished": true,
      "is_listed": true,
      "is_managed_external": true,
      "is_vacant": true,
      "square_feet": 850,
      "custom_data": {
        "note": "sample"
      },
      "floor_plan_id": "cenbrihhap580czwj7r45c3fi",
      "status_raw": "Current",
      "unit_type_id": "c7g0vwim5a2cmyrlmfnhxgvfm",
      "x_floor_plan_id": "FLOOR-PLAN-1",
      "x_location_id": "LOCATION-1"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "listings",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-locations":{headers:{"content-type":"application/json","propexo-signature":"46b89a0077c00feaeae1349e98468cb45721b9842eb4ab5b489519c204fa3791"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cm9gtdmfmpmjfxmqhbj50fh0d",
    "root_job_id": "c4mg3efp0drxvoup326ivbnfc",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LOCATIONS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cz73riqm4dmo2kmeogv2yda21",
    "object": "locations",
    "payload": {
      "id": "cz73riqm4dmo2kmeogv2yda21",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "x_location_id": "LOCATION-1",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "name": "Sample name",
      "friendly_name": "Sample friendly name",
      "ndt_username": "Sample ndt username",
      "broadcast_username": "Sample broadcast username",
      "is_main": true,
      "is_twa_enabled": true,
      "is_owa_enabled": true,
      "is_echeck_enabled": true
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "locations",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-properties":{headers:{"content-type":"application/json","propexo-signature":"970617752b91a30d22f6bd69ef745a2023324c4b23be25727b9d0606ea5c446a"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cbxi4w6d22uyy3fuc85r25dhk",
    "root_job_id": "cjzjo75dd1k92l2j20fzl77l7",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_PROPERTIES",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cjrt7ig2ecf27cn61auee750f",
    "object": "properties",
    "payload": {
      "id": "cjrt7ig2ecf27cn61auee750f",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_created_at": "2025-08-18T16:30:00.000Z",
      "x_building_id": "BUILDING-1",
      "building_number": "Sample building number",
      "city": "Springfield",
      "country": "US",
      "county": "Lane",
      "manager_email": "manager@example.com",
      "manager_name": "Max Manager",
      "manager_phone_1": "+1 555 0110",
      "manager_phone_2": "+1 555 0111",
      "name": "Sample name",
      "state": "OR",
      "street_address_1": "12 Sample Street",
      "street_address_2": "Apt 4",
      "address_1": "12 Sample Street",
      "address_2": "Apt 4",
      "type": "Sample type",
      "type_raw": "Sample type raw",
      "website": "https://property.example.com",
      "zip": "97403",
      "custom_data": {
        "note": "sample"
      },
      "is_active": true,
      "manager_phone_1_type": "MOBILE",
      "manager_phone_2_type": "MOBILE",
      "number_of_units": 120,
      "square_footage": 84000,
      "square_feet": 850,
      "year_built": 1998,
      "type_normalized": "MULTI_FAMILY",
      "associated_owner_ids": [
        "cmrmbxuybavacgiaxh68erc0n"
      ],
      "code": "Sample code",
      "long_description": "Sample long description",
      "notes": "Sample notes",
      "office_hours": [
        {
          "id": "cqxxexj7g7uvzmewh3tadefnf"
        }
      ],
      "pet_types": [
        {
          "id": "c3zqw8n6cqn3k4f1fbvcoasym"
        }
      ],
      "short_description": "Sample short description"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "properties",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-resident-charges-snake-case":{headers:{"content-type":"application/json","propexo-signature":"8ae94fae90837d4afb0e2baf6523bd3eec316c102918af3bca7a826452085d91"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cx6jxxwnmc22iqemw43tn25g7",
    "root_job_id": "cee2w7j2c9vqa9mc5yi13qj8w",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_RESIDENT_CHARGES",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "c6tibily0w4gr7akohtlptpwv",
    "object": "resident_charges",
    "payload": {
      "id": "c6tibily0w4gr7akohtlptpwv",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_gl_account_id": "GL-ACCOUNT-1",
      "x_location_id": "LOCATION-1",
      "x_lease_id": "LEASE-1",
      "x_resident_id": "T-9",
      "x_unit_id": "UNIT-1",
      "amount_raw": "1250.00",
      "due_date": "2025-09-01T00:00:00.000Z",
      "name": "Sample name",
      "description": "Sample description",
      "reference_number": "Sample reference number",
      "transaction_date": "2025-08-20T00:00:00.000Z",
      "transaction_source": "Sample transaction source",
      "resident_id": "cif2u29d1cp61tonq7t4lxako",
      "financial_account_id": "c8hrysm40ufo5zozd03bzzq6z",
      "amount_in_cents": 125000,
      "is_open": true,
      "custom_data": {
        "note": "sample"
      },
      "allocations": [
        {
          "id": "cmmb7xonvyrg6ylr1hnjtjd4y",
          "x_id": "ID-1",
          "x_source_id": "SOURCE-1",
          "x_destination_id": "DESTINATION-1",
          "financial_account_id": "c8hrysm40ufo5zozd03bzzq6z",
          "amount_in_cents": 125000,
          "amount_raw": "1250.00",
          "resident_charge_id": "cdtnof8mgowbyvedlza1qysye",
          "resident_payment_id": "cxs961g83q8420bdb2jk92orq",
          "created_at": "2025-08-18T13:06:50.000Z",
          "updated_at": "2025-08-18T13:06:55.100Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "custom_data": {
            "note": "sample"
          }
        }
      ]
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "resident_charges",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-resident-charges":{headers:{"content-type":"application/json","propexo-signature":"d212f8e8e6fa24b2282f8932c8519b917c7acf04424d5c7a247d96c52c8a0ea1"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cg337sv9wvo163dnto8m35po1",
    "root_job_id": "ch71pp040agl5c7ef6lika3k4",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_RESIDENT_CHARGES",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "c6tibily0w4gr7akohtlptpwv",
    "object": "resident-charges",
    "payload": {
      "id": "c6tibily0w4gr7akohtlptpwv",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_gl_account_id": "GL-ACCOUNT-1",
      "x_location_id": "LOCATION-1",
      "x_lease_id": "LEASE-1",
      "x_resident_id": "T-9",
      "x_unit_id": "UNIT-1",
      "amount_raw": "1250.00",
      "due_date": "2025-09-01T00:00:00.000Z",
      "name": "Sample name",
      "description": "Sample description",
      "reference_number": "Sample reference number",
      "transaction_date": "2025-08-20T00:00:00.000Z",
      "transaction_source": "Sample transaction source",
      "resident_id": "cif2u29d1cp61tonq7t4lxako",
      "financial_account_id": "c8hrysm40ufo5zozd03bzzq6z",
      "amount_in_cents": 125000,
      "is_open": true,
      "custom_data": {
        "note": "sample"
      },
      "allocations": [
        {
          "id": "cmmb7xonvyrg6ylr1hnjtjd4y",
          "x_id": "ID-1",
          "x_source_id": "SOURCE-1",
          "x_destination_id": "DESTINATION-1",
          "financial_account_id": "c8hrysm40ufo5zozd03bzzq6z",
          "amount_in_cents": 125000,
          "amount_raw": "1250.00",
          "resident_charge_id": "cdtnof8mgowbyvedlza1qysye",
          "resident_payment_id": "cxs961g83q8420bdb2jk92orq",
          "created_at": "2025-08-18T13:06:50.000Z",
          "updated_at": "2025-08-18T13:06:55.100Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "custom_data": {
            "note": "sample"
          }
        }
      ]
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "resident-charges",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-resident-payments":{headers:{"content-type":"application/json","propexo-signature":"6a052d441aee1299b806c0d33cde1076f983f8c8c78f0a83a3beba0cbf4bde1e"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "crjzr2qqjf3akzyykoag4fphj",
    "root_job_id": "co1oyktp74khvljw2pgspp895",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_RESIDENT_PAYMENTS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cze6q0zwbkn5altbzah3hm6ts",
    "object": "resident-payments",
    "payload": {
      "id": "cze6q0zwbkn5altbzah3hm6ts",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_gl_account_id": "GL-ACCOUNT-1",
      "x_location_id": "LOCATION-1",
      "x_lease_id": "LEASE-1",
      "x_resident_id": "T-9",
      "x_unit_id": "UNIT-1",
      "payment_method_normalized": "Sample payment method normalized",
      "payment_method_raw": "ACH",
      "amount_raw": "1250.00",
      "name": "Sample name",
      "description": "Sample description",
      "reference_number": "Sample reference number",
      "transaction_date": "2025-08-20T00:00:00.000Z",
      "resident_id": "cif2u29d1cp61tonq7t4lxako",
      "financial_account_id": "c8hrysm40ufo5zozd03bzzq6z",
      "amount_in_cents": 125000,
      "is_open": true,
      "custom_data": {
        "note": "sample"
      },
      "allocations": [
        {
          "id": "ch3jhe1c2eglvvwrsfqoe7kcj",
          "x_id": "ID-1",
          "x_source_id": "SOURCE-1",
          "x_destination_id": "DESTINATION-1",
          "financial_account_id": "c8hrysm40ufo5zozd03bzzq6z",
          "amount_in_cents": 125000,
          "amount_raw": "1250.00",
          "resident_charge_id": "cdtnof8mgowbyvedlza1qysye",
          "resident_payment_id": "cxs961g83q8420bdb2jk92orq",
          "created_at": "2025-08-18T13:06:50.000Z",
          "updated_at": "2025-08-18T13:06:55.100Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "custom_data": {
            "note": "sample"
          }
        }
      ]
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "resident-payments",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-residents-to-leases":{headers:{"content-type":"application/json","propexo-signature":"59f4b9d8a4adcad7fdb4551ee6094a973491d055919804fc5979791c5d3f6d0e"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "c9ffu94646mke4ovzptcnou4p",
    "root_job_id": "c8dgssavnyd1i0j9l28ogtlzh",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_RESIDENTS_TO_LEASES",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cq6s8xd4veupahk8tcwuos3qi",
    "object": "residents-to-leases",
    "payload": {
      "lease_id": "cq6fc2csfffz613i2gioi66fl",
      "resident_id": "cif2u29d1cp61tonq7t4lxako",
      "x_resident_type": "Sample x resident type",
      "move_in_date": "2025-09-02T00:00:00.000Z",
      "move_out_date": "2026-08-30T00:00:00.000Z",
      "notice_date": "2026-06-30T00:00:00.000Z",
      "resident_type_normalized": "PRIMARY"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "residents-to-leases",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-residents":{headers:{"content-type":"application/json","propexo-signature":"c8e4c53e95227fe875f1987820ff4c7f28f898d2e0c407c68da8201d68f44334"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cvd8c5n2cbn489sf7u8z0tbma",
    "root_job_id": "c8sdvm2yixiaga10k4sogporo",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_RESIDENTS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "c8zlgahipc6h4nu9j9alsmv1q",
    "object": "residents",
    "payload": {
      "id": "c8zlgahipc6h4nu9j9alsmv1q",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_lease_id": "LEASE-1",
      "address_1_alternate": "34 Other Street",
      "address_1": "12 Sample Street",
      "address_2_alternate": "Apt 1",
      "address_2": "Apt 4",
      "city_alternate": "Shelbyville",
      "city": "Springfield",
      "country_alternate": "US",
      "country": "US",
      "date_of_birth": "1990-02-03T00:00:00.000Z",
      "email_1": "paula@example.com",
      "email_2": "paula.work@example.com",
      "first_name": "Paula",
      "last_name": "Example",
      "middle_name": "Q",
      "notes": "Sample notes",
      "phone_1": "+1 555 0100",
      "phone_2": "+1 555 0101",
      "state_alternate": "OR",
      "state": "OR",
      "zip_alternate": "97477",
      "zip": "97403",
      "balance_in_cents": 125000,
      "late_balance_in_cents": 125000,
      "custom_data": {
        "note": "sample"
      },
      "is_employee": true,
      "phone_1_type": "MOBILE",
      "phone_2_type": "MOBILE",
      "pets": [
        {
          "id": "c1hqvw6uisn81vrlxutbacrtr",
          "created_at": "2025-08-18T13:06:50.000Z",
          "updated_at": "2025-08-18T13:06:55.100Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "x_id": "ID-1",
          "name": "Sample name",
          "type": "Sample type",
          "breed": "Sample breed",
          "gender_raw": "Sample gender raw",
          "age_in_years": 3,
          "weight_in_pounds": 20,
          "is_fixed": true,
          "is_service_animal": true,
          "notes": "Sample notes",
          "custom_data": {
            "note": "sample"
          }
        }
      ],
      "vehicles": [
        {
          "id": "c1hqvw6uisn81vrlxutbacrtr",
          "created_at": "2025-08-18T13:06:50.000Z",
          "updated_at": "2025-08-18T13:06:55.100Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "x_id": "ID-1",
          "make": "Sample make",
          "model": "Sample model",
          "color": "Sample color",
          "year": "2019",
          "license_plate_number": "SAMPLE1",
          "license_plate_state": "OR",
          "notes": "Sample notes",
          "custom_data": {
            "note": "sample"
          }
        }
      ],
      "leases_meta_data": [
        {
          "id": "chat5f0b7join2enb8qbuyl45"
        }
      ]
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "residents",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-service-request-vendors":{headers:{"content-type":"application/json","propexo-signature":"ce3f13956e1d5ad6b2fd63b40d245591f90ea5564bc7ce80ea4f384922eabfe2"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cuajeen6yh3i0rpczfavulg8r",
    "root_job_id": "cqdafcd4wj99kcy3dhxojx11p",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_SERVICE_REQUEST_VENDORS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "c2uvh3y7s7yqght2r960sjtas",
    "object": "service-request-vendors",
    "payload": {
      "id": "c2uvh3y7s7yqght2r960sjtas",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_location_id": "LOCATION-1",
      "account_number": "Sample account number",
      "name": "Sample name",
      "notes": "Sample notes",
      "tax_id": "TAID-1",
      "third_party_id": "THIRD-PARTY-1",
      "type": "Sample type",
      "is_active": true,
      "contacts": [
        {
          "address_1": "12 Sample Street",
          "address_2": "Apt 4",
          "city": "Springfield",
          "country": "US",
          "state": "OR",
          "zip": "97403",
          "phone": "+1 555 0120",
          "phone_type": "WORK",
          "email": "vendor@example.com",
          "is_primary": true,
          "name": "Sample name"
        }
      ],
      "custom_data": {
        "note": "sample"
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "service-request-vendors",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-service-requests":{headers:{"content-type":"application/json","propexo-signature":"c9c5eff562d0c1bbbbff8015346b8db5e33e014e8ac7c9f6bc69ca57e4d4687b"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "c69x69o0abn58nyarq9ztj73g",
    "root_job_id": "crab2a3tlkevufukd28trszj6",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_SERVICE_REQUESTS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "ccftodvzbzx1cgiw5ru6c9lh0",
    "object": "service-requests",
    "payload": {
      "id": "ccftodvzbzx1cgiw5ru6c9lh0",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "x_location_id": "LOCATION-1",
      "x_unit_id": "UNIT-1",
      "x_sub_task_id": "SUB-TASK-1",
      "access_notes": "Sample access notes",
      "building": "Sample building",
      "completion_notes": "Sample completion notes",
      "date_completed": "2025-08-20T00:00:00.000Z",
      "date_created": "2025-08-20T00:00:00.000Z",
      "date_due": "2025-08-20T00:00:00.000Z",
      "date_scheduled": "2025-08-20T00:00:00.000Z",
      "notes": "Sample notes",
      "service_category": "Sample service category",
      "service_description": "Sample service description",
      "service_details": "Sample service details",
      "service_priority": "Sample service priority",
      "status_raw": "Current",
      "vendor_notes": "Sample vendor notes",
      "unit_number": "4B",
      "unit_id": "cbdnmteuvbm8y5z5qz6c9c3ml",
      "employee_id": "cpckdhwltk1fy4yqrnlaxd903",
      "access_is_authorized": true,
      "vendors": [
        {
          "vendor_id": "ckndzv209qapo4zl861ido6w0"
        }
      ],
      "employees": [
        {
          "id": "c96h1zam5tgki6b7o0c5t92wj",
          "created_at": "2025-08-18T13:06:50.000Z",
          "updated_at": "2025-08-18T13:06:55.100Z",
          "last_seen": "2025-08-18T13:06:56.283Z",
          "x_id": "ID-1",
          "name": "Sample name"
        }
      ]
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "service-requests",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-units":{headers:{"content-type":"application/json","propexo-signature":"cb4ac526cc35665f608d88e57332337ff22fd8c7731fa1c834ff92de5d186d38"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "c3ttu0fqmiu83natkjoan26nq",
    "root_job_id": "crcd45vegodo7f47ytnqwz7fb",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_UNITS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cahfrqa9izwzs55nijo0co71l",
    "object": "units",
    "payload": {
      "id": "cahfrqa9izwzs55nijo0co71l",
      "created_at": "2025-08-18T13:06:50.000Z",
      "updated_at": "2025-08-18T13:06:55.100Z",
      "x_id": "ID-1",
      "x_property_id": "P-100",
      "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
      "integration_vendor": "REALPAGE",
      "property_id": "cjrt7ig2ecf27cn61auee750f",
      "last_seen": "2025-08-18T13:06:56.283Z",
      "bathrooms": "1.5",
      "bedrooms": "2",
      "building_name": "Sample building name",
      "building_number": "Sample building number",
      "city": "Springfield",
      "country": "US",
      "floor_plan_code": "Sample floor plan code",
      "floor_plan_name": "Sample floor plan name",
      "floor": "2",
      "number": "4B",
      "state": "OR",
      "street_address_1": "12 Sample Street",
      "street_address_2": "Apt 4",
      "address_1": "12 Sample Street",
      "address_2": "Apt 4",
      "zip": "97403",
      "pet_policy": "Sample pet policy",
      "bathrooms_full": 1,
      "bathrooms_half": 1,
      "rent_amount_market_in_cents": 170000,
      "rent_amount_max_in_cents": 175000,
      "rent_amount_min_in_cents": 160000,
      "custom_data": {
        "note": "sample"
      },
      "is_available": true,
      "is_furnished": true,
      "is_listed": true,
      "is_vacant": true,
      "pets_allowed": true,
      "dogs_allowed": true,
      "cats_allowed": true,
      "square_feet": 850,
      "floor_plan_id": "cenbrihhap580czwj7r45c3fi",
      "unit_type_id": "c7g0vwim5a2cmyrlmfnhxgvfm",
      "x_floor_plan_id": "FLOOR-PLAN-1",
      "x_unit_type_id": "UNIT-TYPE-1"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "units",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-unlisted-model":{headers:{"content-type":"application/json","propexo-signature":"ea0ee19832aceb7d3bb50ef016bc59d20ac6a69ef7829d44e641ccdf19038e2d"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cmqmfxq80nwu9d4l76m33b9pe",
    "root_job_id": "cyg9hszix8p21glpy608egti2",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_PARKING_SPOTS",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "c5rcdoydjxz3z6n798nx8pi9g",
    "object": "parking-spots",
    "payload": {
      "id": "c5rcdoydjxz3z6n798nx8pi9g",
      "label": "P-7"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "parking-spots",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/new-untyped-model":{headers:{"content-type":"application/json","propexo-signature":"1829a05a1460671c934f970b7ba5a0bbf240051262fa5f44e2044cb6ee66c81f"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cte9jq4heubcv1fcxp0i7ytvy",
    "root_job_id": "cbddxq8pakcobpfsqfcjin32x",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_FLOOR_PLANS",
    "vendor": "RENTVINE",
    "event": "DATA_NEW",
    "record_id": "ckh8jcs7rzsjuwd7ybu4ndfuq",
    "object": "floor-plans",
    "payload": {
      "id": "ckh8jcs7rzsjuwd7ybu4ndfuq",
      "name": "B2",
      "square_feet": 850,
      "__proto__": {
        "polluted": true
      },
      "nested": {
        "list": [
          {
            "__proto__": 1,
            "a": 1
          }
        ]
      },
      "empty": ""
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "floor-plans",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/numbers-as-text":{headers:{"content-type":"application/json","propexo-signature":"9aad8ddec3cd191d54c2a1d68778306f1dfdfbf6c26902f0a77591bdbcf972f3"},body:`{
  "trigger": "DATA_NEW",
  "data": {
    "job_id": "cavdh6fqwxetbbvbnx0ogp7eo",
    "root_job_id": "cb8gaw6wvhbbfx4sovuih7ajb",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_PROPERTIES",
    "vendor": "REALPAGE",
    "event": "DATA_NEW",
    "record_id": "cuxrinsvnntx726oah8isuorj",
    "object": "properties",
    "payload": {
      "id": "cuxrinsvnntx726oah8isuorj",
      "x_property_id": 4711,
      "number_of_units": "120",
      "is_active": "true",
      "year_built": "1998",
      "name": "Sample Court"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "properties",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/simplified-new":{headers:{"content-type":"application/json","propexo-signature":"f619f3721905f1a8dfd7f3c49c4a88bb003903eff43eba4e23f26c976b32ceb5"},body:`{
  "meta": {
    "object": "leads",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  },
  "record_id": "cmodjaxwply9mri2calce849z",
  "payload": {
    "first_name": "Paula",
    "last_name": "Example"
  }
}
`},"propexo/simplified-update":{headers:{"content-type":"application/json","propexo-signature":"9268135f043877cac9a304b6068aa1452cbfd8e36f7e077f757ed36508b4bb1a"},body:`{
  "meta": {
    "object": "leases",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  },
  "record_id": "comei3hisfvtq9a7lr8kibyky",
  "diff": {
    "previous": {
      "status_normalized": "PENDING"
    },
    "new": {
      "status_normalized": "ACTIVE"
    }
  }
}
`},"propexo/sync-complete-2023-unnamed":{headers:{"content-type":"application/json","propexo-signature":"5b4d24b4209b26fdcd860a0a92a503cf727d5ac4a98e00e187042f81a4f6382b"},body:`{
  "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
  "successful_job_count": 4,
  "failed_job_count": 0,
  "is_sync_finished": true,
  "vendor": "BUILDIUM"
}
`},"propexo/sync-complete-2024":{headers:{"content-type":"application/json","propexo-signature":"b788c9df22f5bbec07e2ab518f8439b300ed9f9639db999041aee7c38b250c8b"},body:`{
  "trigger": "SYNC_COMPLETE",
  "data": {
    "event": "SYNC_COMPLETE",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "vendor": "INTERNAL",
    "successful_job_count": 12,
    "failed_job_count": 1,
    "is_sync_finished": false
  }
}
`},"propexo/sync-complete-reference":{headers:{"content-type":"application/json","propexo-signature":"1a1fa57fc2734dce1f29ea814a43319a65fd78c2dd1302fc8c1ef4001b1aedd3"},body:`{
  "trigger": "SYNC_COMPLETE",
  "data": {
    "event": "SYNC_COMPLETE",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "vendor": "YARDI_REST",
    "is_backsync": true,
    "successful_job_count": 12.0,
    "failed_job_count": 0.0,
    "is_sync_finished": true,
    "job_schedule_id": null,
    "models_synced": [
      "leads",
      "residents-to-leases"
    ]
  }
}
`},"propexo/unrecognized-flat":{headers:{"content-type":"application/json","propexo-signature":"3a48d2391e5481eebd5044a9c751938d1c7248f99e4bc8d2943d5fa24d3db951"},body:`{
  "event": "WEBHOOK_TEST",
  "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
}
`},"propexo/unrecognized-in-data":{headers:{"content-type":"application/json","propexo-signature":"667340d0ce11754c211c28b7f4c385a5c141505726330faf647829dca8e8a40f"},body:`{
  "data": {
    "event": "DATA_DELETE",
    "object": "units",
    "record_id": "c4xg84dipctbf4d9r7acb0lsw"
  }
}
`},"propexo/unrecognized-trigger":{headers:{"content-type":"application/json","propexo-signature":"61053771ad61758b1fbdeb1a3a3b445dee0c63b080f05cfb5bc13132f9897725"},body:`{
  "trigger": "DATA_RESTORED",
  "data": {
    "job_id": "cocosnxgjvfqblbkzcqoc63ka",
    "root_job_id": "czjplk1o4djxtus710l1hbl0y",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LEADS",
    "vendor": "REALPAGE",
    "event": "DATA_RESTORED",
    "record_id": "c19n69v1vlb0lrcss50v5zftu",
    "object": "leads",
    "payload": {
      "first_name": "Paula",
      "last_name": "Example",
      "email_1": "paula@example.com"
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "leads",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/update-last-seen-and-updated-at":{headers:{"content-type":"application/json","propexo-signature":"3b148b8880832ad515faa8d9b71071a671ff176900ea6f282c4b1dd5adde8aaf"},body:`{
  "trigger": "DATA_UPDATE",
  "data": {
    "job_id": "civewiwzjbp0y6wplviec8qzo",
    "root_job_id": "cv8bm5xfzxo5qyl0lwa6ci7gy",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_RESIDENTS",
    "vendor": "REALPAGE",
    "event": "DATA_UPDATE",
    "record_id": "ccrdei9k9ok6y5ef58gl3fkjr",
    "object": "residents",
    "diff": {
      "new": {
        "last_seen": "2025-08-18T14:00:00.000Z",
        "updated_at": "2025-08-18T14:00:01.000Z"
      },
      "previous": {
        "last_seen": "2025-08-17T14:00:00.000Z",
        "updated_at": "2025-08-17T14:00:01.000Z"
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "residents",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/update-last-seen-only":{headers:{"content-type":"application/json","propexo-signature":"feb7ff41f81f802f31231d94ce504aeb49d97d9eb6f0890f1732757dd6c72a1d"},body:`{
  "trigger": "DATA_UPDATE",
  "data": {
    "job_id": "c8zhal2fwyc16syig4ofcwyq5",
    "root_job_id": "c1zkubjqfuptgzyyyjtxmgkz8",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_RESIDENTS",
    "vendor": "REALPAGE",
    "event": "DATA_UPDATE",
    "record_id": "c8kley1sdtzs4erjw4jltehdb",
    "object": "residents",
    "diff": {
      "new": {
        "last_seen": "2025-08-18T14:00:00.000Z"
      },
      "previous": {
        "last_seen": "2025-08-17T14:00:00.000Z"
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "residents",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/update-lead-hydrated":{headers:{"content-type":"application/json","propexo-signature":"f690344cad1aaa1a398de47006061d70a20ba976bb8d39926e7b2104acdc144a"},body:`{
  "trigger": "DATA_UPDATE",
  "data": {
    "job_id": "ckl7u9se2jct9716okn5r2uis",
    "root_job_id": "cunorwpbflgw8p0skuda38qrq",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LEADS",
    "vendor": "REALPAGE",
    "event": "DATA_UPDATE",
    "record_id": "cmm9muywaa0twi8lkhilvqc8l",
    "object": "leads",
    "diff": {
      "new": {
        "first_name": "Paula",
        "last_name": "Example",
        "email_1": "paula@example.com",
        "phone_1": "+1 555 0100",
        "desired_num_bedrooms": 2,
        "status": "Prospect",
        "last_seen": "2025-08-18T14:00:00.000Z"
      },
      "previous": {
        "first_name": null,
        "last_name": "",
        "email_1": null,
        "phone_1": null,
        "desired_num_bedrooms": null,
        "status": "New",
        "last_seen": "2025-08-18T13:00:00.000Z"
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "leads",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/update-lease-faulty":{headers:{"content-type":"application/json","propexo-signature":"1fb7d28d4a51f6051fd1a66b667286dfebe0e1feefcc02b04ba2eb3a42682feb"},body:`{
  "trigger": "DATA_UPDATE",
  "data": {
    "job_id": "cta1revjty4ro1fgwria8aiyc",
    "root_job_id": "cld0emowwbp852jsa9sudxsdy",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LEASES",
    "vendor": "REALPAGE",
    "event": "DATA_UPDATE",
    "record_id": "c5pra1hi27mmzi5fo4b3y73j2",
    "object": "leases",
    "diff": {
      "new": {
        "start_date": "soon",
        "rent_due_day": "first",
        "rent_amount_in_cents": 165000.5,
        "term": 12,
        "custom_data": {
          "a": 1
        }
      },
      "previous": {
        "start_date": "2025-09-01T00:00:00.000Z",
        "rent_due_day": 1,
        "term": "6"
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "leases",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/update-lease-status":{headers:{"content-type":"application/json","propexo-signature":"aba44f055a50e21af545353ba1e84324e3a8453f2f4f601eb25a4f94e836d940"},body:`{
  "trigger": "DATA_UPDATE",
  "data": {
    "job_id": "cdk8iu1wyx74lzwyehnygzu14",
    "root_job_id": "ccf4g4gogwho8qgdclt52dkuo",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LEASES",
    "vendor": "YARDI",
    "event": "DATA_UPDATE",
    "record_id": "cfi937r2rnyswq8vfmv114bfv",
    "object": "leases",
    "diff": {
      "new": {
        "status_normalized": "EVICTED",
        "status_raw": "Eviction",
        "realized_move_out_date": "2025-08-31T00:00:00.000Z",
        "rent_amount_in_cents": 170000,
        "last_seen": "2025-08-18T14:00:00.000Z"
      },
      "previous": {
        "status_normalized": "ACTIVE",
        "status_raw": "Current",
        "realized_move_out_date": null,
        "rent_amount_in_cents": 165000,
        "last_seen": "2025-08-17T14:00:00.000Z"
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "leases",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/update-lease-with-hours":{headers:{"content-type":"application/json","propexo-signature":"af1acb006d1fa0936f316b5ad9eee856f411825bc5adcc048fabc748b8f30076"},body:`{
  "trigger": "DATA_UPDATE",
  "data": {
    "job_id": "cv3wvio9udgxslanvzvxsn4ab",
    "root_job_id": "cf9u4i8w2i8i4w4k2j0bkbjv7",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_LEASES",
    "vendor": "REALPAGE",
    "event": "DATA_UPDATE",
    "record_id": "cumjmbjv7qzs69om6g4eeljet",
    "object": "leases",
    "diff": {
      "new": {
        "start_date": "2025-09-01T05:00:00.000Z",
        "end_date": "2026-08-31",
        "rent_amount_in_cents": 165000
      },
      "previous": {
        "start_date": null,
        "end_date": null,
        "rent_amount_in_cents": null
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "leases",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/update-snake-case":{headers:{"content-type":"application/json","propexo-signature":"f7170abd287b3ed38ce0a953c53b802b3a5bf9eb782d30789c99d854489feefa"},body:`{
  "trigger": "DATA_UPDATE",
  "data": {
    "job_id": "c1pcmlcxh3v4czl3cwmff1lmj",
    "root_job_id": "cscu9h318rxabk3e4vxy2znaz",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_RESIDENTS_TO_LEASES",
    "vendor": "REALPAGE",
    "event": "DATA_UPDATE",
    "record_id": "ci4drs7dypjawa3ku1d72okyc",
    "object": "residents_to_leases",
    "diff": {
      "new": {
        "move_out_date": "2025-09-30T00:00:00.000Z"
      },
      "previous": {
        "move_out_date": null
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "residents_to_leases",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/update-unit-rent":{headers:{"content-type":"application/json","propexo-signature":"f1db8bdc7165828f625ebe07e8dd382d290be8c94117b3a3910b2fa0f0e25167"},body:`{
  "trigger": "DATA_UPDATE",
  "data": {
    "job_id": "cqw2qipkbyyyxv7xtp38ntfaq",
    "root_job_id": "cbmd6zgkhmbm287k9ekaqqcb7",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_UNITS",
    "vendor": "ENTRATA",
    "event": "DATA_UPDATE",
    "record_id": "cgm83qg5p3aytqrpmse58ulg3",
    "object": "units",
    "diff": {
      "new": {
        "rent_amount_market_in_cents": 182500,
        "is_vacant": true,
        "bedrooms": "3"
      },
      "previous": {
        "rent_amount_market_in_cents": 175000,
        "is_vacant": false,
        "bedrooms": "2"
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "units",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/update-untyped-model":{headers:{"content-type":"application/json","propexo-signature":"c6865f07bfe04c8f2483bfa678fac631742997b85be14586b46a946d5911e6c2"},body:`{
  "trigger": "DATA_UPDATE",
  "data": {
    "job_id": "c35glr9okkm4ne9tkgu3uppmu",
    "root_job_id": "cm5ji4rzb78ac6aervtwkbhv5",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "job_type": "READ_FLOOR_PLANS",
    "vendor": "REALPAGE",
    "event": "DATA_UPDATE",
    "record_id": "ckh8jcs7rzsjuwd7ybu4ndfuq",
    "object": "floor-plans",
    "diff": {
      "new": {
        "name": "B2 renovated",
        "square_feet": 880
      },
      "previous": {
        "name": "B2"
      }
    },
    "context": {
      "property_id": "cjrt7ig2ecf27cn61auee750f"
    }
  },
  "meta": {
    "object": "floor-plans",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8"
  }
}
`},"propexo/write-operation-failure":{headers:{"content-type":"application/json","propexo-signature":"2e720de5429f660836af669ef3e1edc710f46fe91171ecfa356e071f51c882ae"},body:`{
  "trigger": "WRITE_OPERATION_FAILURE",
  "data": {
    "event": "WRITE_OPERATION_FAILURE",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "vendor": "ENTRATA",
    "root_job_id": "cr2izzyie906d663qnss03i9g",
    "write_status": "FAILURE",
    "errors": [
      "The lead could not be created in the sample system."
    ]
  }
}
`},"propexo/write-operation-partial":{headers:{"content-type":"application/json","propexo-signature":"825cf4156ed5bb3686b4234004491f9d2c678110625b92625c5f7e42d521ec1b"},body:`{
  "trigger": "WRITE_OPERATION_FAILURE",
  "data": {
    "event": "WRITE_OPERATION_FAILURE",
    "integration_id": "cwrx1toduw9hjr8yjbkmbolz8",
    "vendor": "YARDI",
    "root_job_id": "ccswo136qwke47xrnnb8e7h8x",
    "write_status": "PARTIAL_SUCCESS",
    "errors": [
      "{\\"code\\":422,\\"message\\":\\"sample\\"}",
      "second sample"
    ]
  }
}
`},"rently/application-faulty-dates":{headers:{"content-type":"application/json"},body:`{
  "application_id": 4713,
  "property": { "property_id": 16890, "rent": "1,850" },
  "applicants": [
    7,
    { "id": 3, "dob": "1990-02-30", "completion_percentage": "most", "completion_date": "03/04/2021", "residences": [{ "move_in_date": "2018-13-01" }] }
  ]
}`},"rently/application-updated-with-type":{headers:{"content-type":"application/json"},body:`{
  "type": "Application Updated",
  "application_id": "4712",
  "property": null,
  "applicants": []
}`},"rently/application-updated":{headers:{"content-type":"application/json"},body:`{
  "application_id": 4711,
  "property": {
    "property_id": 16890,
    "property_type": "single family",
    "address": "2631 Miller Place, Thousand Oaks, CA",
    "company": "Example Homes",
    "bedroom": 3.0,
    "bathrooms": 2.5,
    "deposit": null,
    "rent": 1850.0
  },
  "applicants": [
    {
      "id": 1,
      "rently_prospect_id": 99,
      "name": "Pat Example",
      "phone": "(555) 555-0101",
      "email": "pat@example.com",
      "dob": "1990-02-28",
      "completion_percentage": "80%",
      "completion_date": "2021-06-03T06:44:13-07:00",
      "application_expiry": "2021-07-03T06:44:13-07:00",
      "relationship": "",
      "residences": [
        {
          "current_residence": true,
          "street_address": "1 Example Street",
          "city": "Springfield",
          "state": "CA",
          "zipcode": "90001",
          "residence_type": "rented",
          "monthly_payment": "1200",
          "monthly_rent": 1150.5,
          "reason_for_moving": "new job",
          "move_in_date": "2018-05-01",
          "move_out_date": null,
          "landlord_name": "L. Example",
          "landlord_phone": "(555) 555-0103",
          "landlord_email": "landlord@example.com",
          "landlord_fax": ""
        },
        {
          "current_residence": false,
          "street_address": "2 Example Street",
          "city": "Springfield",
          "state": "CA",
          "zipcode": 90001,
          "residence_type": "owned",
          "monthly_payment": null,
          "monthly_rent": null,
          "reason_for_moving": "",
          "move_in_date": "2010-01-31",
          "move_out_date": "2018-04-30",
          "landlord_name": "",
          "landlord_phone": "",
          "landlord_email": "",
          "landlord_fax": ""
        }
      ]
    },
    {
      "id": 2,
      "name": "Kim Example",
      "phone": "(555) 555-0104",
      "email": "kim@example.com",
      "dob": "1991-12-31",
      "completion_percentage": "12.5%",
      "completion_date": null,
      "application_expiry": "2021-12-03T06:44:13-08:00",
      "relationship": "spouse",
      "residences": []
    }
  ]
}`},"rently/call-center-lead-answered":{headers:{"content-type":"application/json"},body:`{
  "prospect_name": "Dana Example",
  "prospect_phone": "(555) 555-0102",
  "type": "Call Center Lead",
  "listing_id": "p1078910",
  "property_tag": "p1078910",
  "market_id": 123,
  "market": "Test Company",
  "showing_timestamp": "2020-04-01T05:09:55-07:00",
  "checkin_at_iso": "2020-04-01T05:09:55-07:00",
  "email": "dana@example.com",
  "move_in_date": "May",
  "notes": "asks for a garden",
  "max_price": "$1,850",
  "reason_for_move": "new job",
  "prospect_status": "warm",
  "home_choice_importance": "schools"
}`},"rently/call-center-lead":{headers:{"content-type":"application/json"},body:`{
  "prospect_name": "Dana",
  "prospect_phone": "(123) 456-7890",
  "type": "Call Center Lead",
  "listing_id": "p1078910",
  "property_tag": "p1078910",
  "market_id": 123,
  "market": "Test Company",
  "showing_timestamp": "2020-04-01T05:09:55-07:00",
  "checkin_at_iso": "2020-04-01T05:09:55-07:00",
  "email": "",
  "move_in_date": "",
  "notes": "cx called in asking about the home provide info",
  "max_price": "",
  "reason_for_move": "",
  "prospect_status": "",
  "home_choice_importance": ""
}`},"rently/customer-care-direct-code":{headers:{"content-type":"application/json"},body:`{
  "property_id": 855868,
  "address": "123 Main Street, Los Angeles, CA, USA",
  "summary": "1BD | 1BA | $667 /mo",
  "checkin_at": "06/05/2019 at 08:09AM",
  "checkin_at_iso": "2019-06-05T08:09:05-07:00",
  "prospect_name": "Aaron Fowler",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "property_tag": "",
  "showing_timestamp": "2019-06-05T08:09:05-07:00",
  "listing_id": "",
  "secondary_external_id": "h000067",
  "type": "Customer Care Direct Code",
  "leasing_agent": "",
  "admin_name": "aaron"
}`},"rently/direct-code-showing":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1377059,
  "address": "4330 Largo Drive, Grand Prairie, TX, USA",
  "summary": "3BD | 2.1BA | $1,600 /mo | 1800 sq ft",
  "checkin_at": "04/01/2020 at 06:35AM",
  "checkin_at_iso": "2020-04-01T06:35:01-07:00",
  "prospect_name": "Andrea Munoz",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "property_tag": "",
  "showing_timestamp": "2020-04-01T06:35:01-07:00",
  "listing_id": "",
  "secondary_external_id": "h000067",
  "type": "Direct Code Showing",
  "leasing_agent": "Krishna Upadhyaya"
}`},"rently/faulty-kinds":{headers:{"content-type":"application/json"},body:`{
  "property_id": { "id": 1479543 },
  "address": ["3354 Allington Ct"],
  "summary": 4,
  "checkin_at": 1585748079,
  "checkin_at_iso": "2020-04-01T06:34:39-07:00",
  "prospect_name": true,
  "type": "Self Scheduling"
}`},"rently/faulty-stamps":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "checkin_at": "02/30/2020 at 13:00PM",
  "checkin_at_iso": "2020-04-01T06:34:39",
  "showing_timestamp": "yesterday",
  "prospect_name": "Pat Example",
  "type": "Self Scheduling",
  "visit_date": "2020-04-05"
}`},"rently/inquiry":{headers:{"content-type":"application/json"},body:`{
  "checkin_id": 123,
  "property_id": 456,
  "property_address": "1631 Harrington Park Drive, Jacksonville, FL 32225 \u2013 Unit tag: FL16434",
  "property_name": "FL16434",
  "record_date": "04/01/2020 at 04:59PM",
  "visitor_phone": "(123) 456-7890",
  "visitor_name": "Clark Li",
  "visitor_email": "[email\xA0protected]",
  "source": "Zillow",
  "type": "inquiry"
}`},"rently/local-stamp-only":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "checkin_at": "12/31/2020 at 11:59PM",
  "prospect_name": "Pat Example",
  "prospect_phone": "(555) 555-0101",
  "property_tag": "132295",
  "type": "Direct Code Showing",
  "leasing_agent": "Sam Agent"
}`},"rently/local-stamp-repeated-by-the-clock":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "checkin_at": "11/01/2020 at 01:30AM",
  "prospect_name": "Pat Example",
  "type": "Now Available"
}`},"rently/local-stamp-skipped-by-the-clock":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "checkin_at": "03/08/2020 at 02:30AM",
  "prospect_name": "Pat Example",
  "type": "Now Available"
}`},"rently/now-available":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1288699,
  "address": "125 Rendition Drive, McDonough, GA 30253 \u2013 Unit tag: GA14377",
  "summary": "3BD | 2BA | $1,550 /mo | Cats OK | Dogs OK | 1644 sq ft",
  "checkin_at": "04/01/2020 at 07:35AM",
  "checkin_at_iso": "2020-04-01T07:35:01-07:00",
  "prospect_name": "Tara Penny",
  "prospect_phone": "(123) 456-7890",
  "email": "",
  "property_tag": "GA14377",
  "showing_timestamp": "2020-04-01T07:35:01-07:00",
  "listing_id": "GA14377",
  "secondary_external_id": "h000067",
  "type": "Now Available"
}`},"rently/offset-of-another-zone":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "checkin_at": "04/01/2020 at 06:34AM",
  "checkin_at_iso": "2020-04-01T13:34:39Z",
  "prospect_name": "Pat Example",
  "type": "OTV Auto Showing",
  "source": "rently.com"
}`},"rently/open-house-scheduling":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1265919,
  "address": "1114 Corkscrew Way, Villa Rica, GA 30180 \u2013 Unit tag: GA16075",
  "summary": "5BD | 3.5BA | $1,850 /mo | Cats OK | Dogs OK | 3513 sq ft",
  "checkin_at": "04/01/2020 at 07:12AM",
  "checkin_at_iso": "2020-04-01T07:12:53-07:00",
  "prospect_name": "Cabrina J",
  "prospect_phone": "(123) 456-7890",
  "email": "",
  "property_tag": "GA16075",
  "showing_timestamp": "2020-04-01T07:12:53-07:00",
  "listing_id": "GA16075",
  "secondary_external_id": "h000067",
  "type": "Open House Scheduling",
  "leasing_agent": ""
}`},"rently/open-house-viewing":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1268175,
  "address": "7214 Ashley Falls Court, Douglasville, GA 30134 \u2013 Unit tag: GA17972",
  "summary": "4BD | 2.5BA | $1,695 /mo | Cats OK | Dogs OK | 2406 sq ft",
  "checkin_at": "04/01/2020 at 07:12AM",
  "checkin_at_iso": "2020-04-01T07:12:54-07:00",
  "prospect_name": "Zurianna Johnson",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "property_tag": "GA17972",
  "showing_timestamp": "2020-04-01T07:12:54-07:00",
  "listing_id": "GA17972",
  "secondary_external_id": "h000067",
  "type": "Open House Viewing",
  "leasing_agent": ""
}`},"rently/otv-auto-showing":{headers:{"content-type":"application/json"},body:`{
  "property_id": 832886,
  "address": "9630 Calle del Oro Ln, Dallas, TX, 75217 \u2013 Unit tag: 96308801",
  "summary": "3BD | 2BA | $1,575 /mo | Cats OK | Dogs OK | 1308 sq ft",
  "checkin_at": "04/01/2020 at 10:58AM",
  "checkin_at_iso": "2020-04-01T10:58:46-07:00",
  "prospect_name": "Lanita Andrews",
  "prospect_phone": "(123) 456-7890",
  "email": "",
  "property_tag": "96308801",
  "showing_timestamp": "2020-04-01T10:58:46-07:00",
  "listing_id": "96308801",
  "secondary_external_id": "h000067",
  "type": "OTV Auto Showing",
  "source": "call_center_guest_card"
}`},"rently/pre-leased-lead-signup":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "checkin_at": "06/03/2021 at 06:44AM",
  "checkin_at_iso": "2021-06-03T06:44:13-07:00",
  "prospect_name": "Pat Example",
  "prospect_phone": "(555) 555-0101",
  "email": "pat@example.com",
  "property_tag": "132295",
  "source": "rently_app",
  "type": "Pre Leased Lead Signup"
}`},"rently/prelease-lead-signup":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1324536,
  "address": "4102 Johnny Knoll, Winston Salem, NC, 27107 \u2013 Unit tag: 45211",
  "summary": "3BD | 2BA | $1,300 /mo | Cats OK | Dogs OK | 1040 sq ft",
  "checkin_at": "06/03/2021 at 06:44AM",
  "checkin_at_iso": "2021-06-03T06:44:13-07:00",
  "listing_id": "45211",
  "property_tag": "45211",
  "prospect_name": "John Doe",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "showing_timestamp": "2021-06-03T06:44:13-07:00",
  "secondary_external_id": "h000067",
  "source": "rently_app",
  "type": "Prelease Lead Signup"
}`},"rently/prospect-comment-answered":{headers:{"content-type":"application/json"},body:`{
  "type": "Prospect Comment",
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "created_at": "11/01/2020 at 01:30AM",
  "prospect_name": "Pat Example",
  "prospect_phone": "(555) 555-0101",
  "email": "pat@example.com",
  "good_arrive": "yes",
  "good_leave": "yes",
  "interest": "maybe",
  "rating": "4",
  "apply": "no",
  "improvement_type": "Interior Condition,Amenities, Location/Neighborhood, ",
  "interest2": "apply",
  "access_problem": "true",
  "property_problem": "vandalism",
  "property_tag": "132295",
  "notes": "The key was missing."
}`},"rently/prospect-comment-deprecated-interest":{headers:{"content-type":"application/json"},body:`{
  "type": "Prospect Comment",
  "property_id": "1223001",
  "created_at": "03/08/2020 at 02:30AM",
  "prospect_name": "Pat Example",
  "interest": "question",
  "interest2": null,
  "access_problem": true,
  "property_problem": "odor cleanliness",
  "improvement_type": ""
}`},"rently/prospect-comment":{headers:{"content-type":"application/json"},body:`{
  "type": "Prospect Comment",
  "property_id": 1223001,
  "address": "713 Tree Green Lane, Wake Forest, NC 27587 \u2013 Unit tag: NC17407",
  "summary": "4BD | 2.5BA | $2,150 /mo | Cats OK | Dogs OK | 2853 sq ft",
  "created_at": "04/03/2020 at 11:38AM",
  "prospect_name": "Jordan Blanchard",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "good_arrive": "",
  "good_leave": "",
  "interest": "",
  "rating": "",
  "improvement_type": "Price, Landscaping",
  "interest2": "No",
  "access_problem": false,
  "property_problem": "none",
  "property_tag": "1617225",
  "notes": ""
}`},"rently/safe-mode":{headers:{"content-type":"application/json"},body:`{
  "property_id": 657465,
  "address": "7624 South Marshfield Avenue,Chicago,IL,60620 \u2013 Unit tag: p0793911",
  "summary": "4BD | 2BA | $1,569 /mo | Cats OK | Dogs OK | 1600 sq ft",
  "checkin_at": "04/01/2020 at 03:22PM",
  "checkin_at_iso": "2020-04-01T15:22:00-07:00",
  "prospect_name": "Tarita Smith",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "property_tag": "p0793911",
  "showing_timestamp": "2020-04-01T15:22:00-07:00",
  "listing_id": "p0793911",
  "secondary_external_id": "h000067",
  "type": "Safe Mode",
  "visit_date":"12/10/2020"
}`},"rently/self-registered-viewing-2014":{headers:{"content-type":"application/json"},body:`{
  "type": "Self Registered Viewing",
  "property_id": 16890,
  "address": "2631 Miller Place, Thousand Oaks, CA",
  "summary": "4BD | 3BA | $3,000 /mo",
  "checkin_at": "05/13/2014 at 05:03AM",
  "checkin_at_iso": "2014-05-03T05:03:00-07:00",
  "prospect_name": "clark li",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "property_tag": "",
  "source": "smartphone"
}`},"rently/self-registered-viewing-2020":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1184434,
  "address": "608 REDSTONE AVENUE, EDMOND, OK 73013",
  "summary": "3BD | 1.5BA | $1,120 /mo | 1126 sq ft",
  "checkin_at": "04/01/2020 at 07:16AM",
  "checkin_at_iso": "2020-04-01T07:16:26-07:00",
  "prospect_name": "Marvin Stoll",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "property_tag": "c0f7e7d6-e825-4143-a2e3-84c22a77f25f",
  "showing_timestamp": "2020-04-01T07:16:26-07:00",
  "listing_id": "c0f7e7d6-e825-4143-a2e3-84c22a77f25f",
  "secondary_external_id": "h000067",
  "type": "Self Registered Viewing",
  "source": "rently.com"
}`},"rently/self-registered-viewing-utm":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "checkin_at": "04/01/2020 at 06:34AM",
  "checkin_at_iso": "2020-04-01T06:34:39-07:00",
  "prospect_name": "Pat Example",
  "prospect_phone": "(555) 555-0101",
  "email": "pat@example.com",
  "property_tag": "132295",
  "type": "Self Registered Viewing",
  "source": "PC",
  "utm_source": "listing-page",
  "utm_medium": "embed",
  "utm_campaign": "summer",
  "utm_term": "houses",
  "utm_content": "top"
}`},"rently/self-scheduling-utm":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "checkin_at": "04/01/2020 at 06:34AM",
  "checkin_at_iso": "2020-04-01T06:34:39-07:00",
  "prospect_name": "Pat Example",
  "prospect_phone": "(555) 555-0101",
  "email": "pat@example.com",
  "property_tag": "132295",
  "showing_timestamp": "2020-04-01T06:34:39-07:00",
  "listing_id": "132295",
  "secondary_external_id": "h000067",
  "type": "Self Scheduling",
  "visit_date": "04/05/2020",
  "source": "smartphone",
  "utm_source": "newsletter",
  "utm_medium": "email",
  "utm_campaign": "spring",
  "utm_term": "",
  "utm_content": "button"
}`},"rently/self-scheduling":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "checkin_at": "04/01/2020 at 06:34AM",
  "checkin_at_iso": "2020-04-01T06:34:39-07:00",
  "prospect_name": "Chastity Johnson",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "property_tag": "132295",
  "showing_timestamp": "2020-04-01T06:34:39-07:00",
  "listing_id": "132295",
  "secondary_external_id": "h000067",
  "type": "Self Scheduling",
  "visit_date": "04/05/2020"
}`},"rently/self-show-unlocked":{headers:{"content-type":"application/json"},body:`{
  "property_id": 123456,
  "address": "1043 ABC Way, San Antonio, TX, 78245",
  "summary": "4BD | 2.5BA | $2,295 /mo | Cats OK | Dogs OK | 2439.0 sq ft",
  "checkin_at": "08/06/2023 at 09:40PM",
  "checkin_at_iso": "2023-08-06T21:40:21-07:00",
  "prospect_name": "Clark Li",
  "prospect_phone": "(123) 456-7890",
  "email": "[email\xA0protected]",
  "property_tag": "27055",
  "showing_timestamp": "2023-08-06T21:40:21-07:00",
  "listing_id": "27055",
  "secondary_external_id": null,
  "type": "Self Show Unlocked"
}`},"rently/showing-timestamp-only":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "checkin_at": "04/01/2020 at 06:34AM",
  "showing_timestamp": "2020-04-01T06:34:39.283-07:00",
  "prospect_name": "Pat Example",
  "type": "Open House Viewing"
}`},"rently/smart-home-faulty-time":{headers:{"content-type":"application/json"},body:`{
  "hub_id": "0b0f6a0e-5f9c-4c5e-9a39-0d1d7a1f0001",
  "home_name": "Example House",
  "serial_no": "X-0001",
  "address": "",
  "pms_datapull_id": "Rently02|221",
  "device_type": "lock",
  "message_type": "Lock",
  "details": ["not", "text"],
  "activity_time": "31.01.2021"
}`},"rently/smart-home-heartbeat":{headers:{"content-type":"application/json"},body:`{
  "hub_id": "0b0f6a0e-5f9c-4c5e-9a39-0d1d7a1f0001",
  "home_name": "Example House",
  "serial_no": "X-0001",
  "address": "",
  "pms_datapull_id": "Rently02|221",
  "message_type": "heartbeat",
  "details": "",
  "activity_time": 1612087200123
}`},"rently/smart-home-lock":{headers:{"content-type":"application/json"},body:`{
  "hub_id": "0b0f6a0e-5f9c-4c5e-9a39-0d1d7a1f0001",
  "home_name": "Example House",
  "serial_no": "X-0001",
  "address": "",
  "pms_datapull_id": "Rently02|221",
  "device_type": "lock",
  "device_id": "7f3e2d1c-0000-4000-8000-00000000a001",
  "device_name": "Front door",
  "User": "Sam Agent",
  "message_type": "Lock",
  "details": "Locked by code",
  "activity_time": "2021-01-31 10:00:00 UTC"
}`},"rently/smart-home-offline":{headers:{"content-type":"application/json"},body:`{
  "hub_id": "0b0f6a0e-5f9c-4c5e-9a39-0d1d7a1f0001",
  "home_name": "Example House",
  "serial_no": "X-0001",
  "address": "",
  "pms_datapull_id": "Rently02|221",
  "device_type": "hub",
  "message_type": "offline",
  "details": "Hub is offline",
  "activity_time": "2021-01-31 10:00:00 UTC"
}`},"rently/smart-home-online":{headers:{"content-type":"application/json"},body:`{
  "hub_id": "0b0f6a0e-5f9c-4c5e-9a39-0d1d7a1f0001",
  "home_name": "Example House",
  "serial_no": "X-0001",
  "address": "",
  "pms_datapull_id": "Rently02|221",
  "device_type": "hub",
  "message_type": "online",
  "details": "Hub is online",
  "activity_time": 1612087200000
}`},"rently/smart-home-power-source":{headers:{"content-type":"application/json"},body:`{
  "hub_id": "0b0f6a0e-5f9c-4c5e-9a39-0d1d7a1f0001",
  "home_name": "Example House",
  "serial_no": "X-0001",
  "address": "",
  "pms_datapull_id": "Rently02|221",
  "device_type": "hub",
  "message_type": "power_source",
  "details": "battery",
  "activity_time": "2021-01-31 10:00:00 UTC"
}`},"rently/smart-home-unassigned":{headers:{"content-type":"application/json"},body:`{
  "hub_id": "0b0f6a0e-5f9c-4c5e-9a39-0d1d7a1f0001",
  "home_name": "Example House",
  "serial_no": "X-0001",
  "address": "",
  "pms_datapull_id": "Rently02|221",
  "device_type": "hub",
  "message_type": "unassigned_from_account",
  "details": 5,
  "activity_time": 1612087200000
}`},"rently/smart-home-unlock":{headers:{"content-type":"application/json"},body:`{
  "hub_id": "0b0f6a0e-5f9c-4c5e-9a39-0d1d7a1f0001",
  "home_name": "Example House",
  "serial_no": "X-0001",
  "address": "",
  "pms_datapull_id": "Rently02|221",
  "device_type": "lock",
  "device_id": "7f3e2d1c-0000-4000-8000-00000000a001",
  "device_name": "Front door",
  "User": "Sam Agent",
  "message_type": "Unlock",
  "details": "Unlocked by code",
  "activity_time": 1612087200000
}`},"rently/stamps-that-disagree":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "checkin_at": "04/01/2020 at 06:34AM",
  "checkin_at_iso": "2020-04-01T06:34:39-07:00",
  "showing_timestamp": "2020-04-01T07:34:39-07:00",
  "prospect_name": "Pat Example",
  "type": "Self Show Unlocked"
}`},"rently/tenant-access-move-in":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "checkin_at": "04/01/2020 at 12:59AM",
  "checkin_at_iso": "2020-04-01T00:59:28-07:00",
  "phone": "+15555550199",
  "property_tag": "132295",
  "type": "Tenant Access",
  "tenant_name": "R. Example",
  "tenant_phone": "(555) 555-0198",
  "access_type": "move_in"
}`},"rently/tenant-access":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1257964,
  "address": "1631 Harrington Park Drive, Jacksonville, FL 32225 \u2013 Unit tag: FL16434",
  "summary": "5BD | 4BA | $3,195 /mo | Cats OK | Dogs OK | 3472 sq ft",
  "checkin_at": "04/01/2020 at 04:59PM",
  "checkin_at_iso": "2020-04-01T16:59:28-07:00",
  "phone": "+11234567890",
  "property_tag": "FL16434",
  "type": "Tenant Access",
  "tenant_name": "S.Confiado",
  "tenant_phone": "(123) 456-7890",
  "access_type": "move_out"
}`},"rently/unrecognized-activity":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1479543,
  "address": "3354 Allington Ct, Houston, TX \u2013 Unit tag: 132295",
  "summary": "4BD | 2BA | $1,595 /mo | Cats OK | Dogs OK | 1708 sq ft",
  "checkin_at": "04/01/2020 at 06:34AM",
  "checkin_at_iso": "2020-04-01T06:34:39-07:00",
  "prospect_name": "Pat Example",
  "prospect_phone": "(555) 555-0101",
  "email": "pat@example.com",
  "property_tag": "132295",
  "type": "Video Tour Scheduling",
  "visit_date": "04/05/2020",
  "tour_host": { "name": "Sam Agent", "notes": ["first floor", null] }
}`},"rently/unrecognized-smart-home":{headers:{"content-type":"application/json"},body:`{
  "message_type": "low_battery",
  "device_type": "lock",
  "hub_id": "0b0f6a0e-5f9c-4c5e-9a39-0d1d7a1f0001",
  "home_name": "Example House",
  "serial_no": "X-0001",
  "address": "1 Example Street",
  "details": "12",
  "activity_time": 1612087200000
}`},"rently/visitor-unlock":{headers:{"content-type":"application/json"},body:`{
  "property_id": 1164350,
  "address": "372 Griffin St NW, Atlanta, GA, 30314-3842 \u2013 Unit tag: 1791197189",
  "summary": "4BD | 2BA | $1,760 /mo | 1428.0 sq ft",
  "checkin_at": "04/01/2020 at 05:16AM",
  "checkin_at_iso": "2020-04-01T05:16:49-07:00",
  "name": "Angel Jacobo",
  "phone": "(123) 456-7890",
  "voice_memo": "",
  "property_tag": "1791197189",
  "input": "",
  "type": "Visitor Unlock"
}`},"rently/visitor-unshackle":{headers:{"content-type":"application/json"},body:`{
  "property_id": "",
  "address": "",
  "summary": "",
  "checkin_at": "04/01/2020 at 06:51AM",
  "checkin_at_iso": "2020-04-01T06:51:53-07:00",
  "name": "Michael Ewing",
  "phone": "(123) 456-7890",
  "voice_memo": "",
  "property_tag": "",
  "input": "",
  "type": "Visitor Unshackle"
}`},"showmojo/accept-for-me":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880124",
    "action": "accept_for_me",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/acceptance-reminder-approvers":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880123",
    "action": "acceptance_reminder_approvers",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/additional-document-received":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880170",
    "action": "additional_document_received",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/applicant-transitioned-to-resident":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880111",
    "action": "applicant_transitioned_to_resident",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/assign-unclaimed-showing-to-owner":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880131",
    "action": "assign_unclaimed_showing_to_owner",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/auto-cancel-no-reply":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880138",
    "action": "auto_cancel_no_reply",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T14:30:00-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": "2024-06-12T14:30:00-07:00",
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/auto-create-by-sms":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880116",
    "action": "auto_create_by_sms",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/call-redirected":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880164",
    "action": "call_redirected",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/call-transferred-to-cci":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880165",
    "action": "call_transferred_to_cci",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/cancel-phone-or-email-blacklisted":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880139",
    "action": "cancel_phone_or_email_blacklisted",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:40-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": "2024-06-10T09:12:40-07:00",
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/cancel-warning":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880160",
    "action": "cancel_warning",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/cancel":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880137",
    "action": "cancel",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-11T08:00:00-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": "2024-06-11T08:00:00-07:00",
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/cci-screening-criteria-not-met":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880174",
    "action": "cci_screening_criteria_not_met",
    "actor": "call_center",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/claim-request":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880129",
    "action": "claim_request",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/claimed":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880130",
    "action": "claimed",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/confirm-automatically":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880118",
    "action": "confirm_automatically",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T09:01:00-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": "2024-06-12T09:01:00-07:00",
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/confirm-id-number":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": 880900,
    "action": "confirm",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T09:01:00-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": "2024-06-12T09:01:00-07:00",
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/confirm-insecured-lockbox":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880156",
    "action": "confirm_insecured_lockbox",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T17:05:40-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": true,
      "confirmed_at": "2024-06-12T10:02:11-07:00",
      "canceled_at": null,
      "self_show_code_distributed_at": "2024-06-12T10:02:12-07:00"
    }
  }
}
`},"showmojo/confirm-lockbox-outcome-no-show":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880144",
    "action": "confirm_lockbox_outcome_no_show",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T17:05:40-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": true,
      "confirmed_at": "2024-06-12T10:02:11-07:00",
      "canceled_at": null,
      "self_show_code_distributed_at": "2024-06-12T10:02:12-07:00"
    }
  }
}
`},"showmojo/confirm-request":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880119",
    "action": "confirm_request",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/confirm-secured-lockbox-request":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880155",
    "action": "confirm_secured_lockbox_request",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T17:05:40-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": true,
      "confirmed_at": "2024-06-12T10:02:11-07:00",
      "canceled_at": null,
      "self_show_code_distributed_at": "2024-06-12T10:02:12-07:00"
    }
  }
}
`},"showmojo/create-actor-unknown":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880184",
    "action": "create",
    "actor": "concierge",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-by-agent":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880114",
    "action": "create",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-empty-text":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880185",
    "action": "create",
    "actor": "",
    "team_member_name": "",
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "",
      "showing_time_zone_utc_offset": "",
      "name": "Riley Sample",
      "phone": "",
      "email": "riley.sample@example.com",
      "notes": "",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": "",
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-faulty-fields":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880186",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": 4.5,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": "minus eight",
      "name": "Riley Sample",
      "phone": {
        "mobile": "555-0142"
      },
      "email": "riley.sample@example.com",
      "notes": [
        "one"
      ],
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": 1,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-faulty-stamps":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880187",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "yesterday",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10",
      "showtime": "2024-06-31T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": "2024-06-12T09:01:00",
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-id-no-digits":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "evt_3f9a",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-offset-zero":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880181",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-01-10T09:12:34+00:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-01-10T09:12:33+00:00",
      "showtime": "2024-01-12T16:30:00+00:00",
      "showing_time_zone": "London",
      "showing_time_zone_utc_offset": 0,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "1 Example Road, London",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-showtime-offset-contradicts-zone":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880180",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T18:30:00-05:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-showtime-without-offset":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880182",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-11-03T01:30:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-stamps-in-utc":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880115",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T16:12:34.456Z",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T16:12:33.123Z",
      "showtime": "2024-06-12T23:30:00.000Z",
      "showing_time_zone": "Central Time (US & Canada)",
      "showing_time_zone_utc_offset": -6,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-zone-iana":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880176",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T23:30:00Z",
      "showing_time_zone": "America/Chicago",
      "showing_time_zone_utc_offset": -300,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-zone-offset-contradicts":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880179",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -18000,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-zone-old-meaning":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880178",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T08:30:00Z",
      "showing_time_zone": "Samoa",
      "showing_time_zone_utc_offset": -39600,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-zone-old-spelling":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880177",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T08:30:00Z",
      "showing_time_zone": "Ulaan Bataar",
      "showing_time_zone_utc_offset": 28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create-zone-unknown":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880175",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Springfield Time",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/create":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880113",
    "action": "create",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/decline-proposed-times":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880126",
    "action": "decline_proposed_times",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/decline":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880125",
    "action": "decline",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/document-request-resent":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880168",
    "action": "document_request_resent",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/document-verification-request":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880169",
    "action": "document_verification_request",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/document-verified":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880171",
    "action": "document_verified",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/dont-follow-up":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880108",
    "action": "dont_follow_up",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/email-delivery-failed":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880162",
    "action": "email_delivery_failed",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/email-on-rent-reduction":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880159",
    "action": "email_on_rent_reduction",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/emergency-reschedule-request":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880135",
    "action": "emergency_reschedule_request",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/flagged-as-fraudulent":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880112",
    "action": "flagged_as_fraudulent",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/hide":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880134",
    "action": "hide",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/inquired-about-multi-unit":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880106",
    "action": "inquired_about_multi_unit",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/last-reminder":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880122",
    "action": "last_reminder",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/lead-converted-by-cci":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880110",
    "action": "lead_converted_by_cci",
    "actor": "call_center",
    "team_member_name": "Call Center Agent 4",
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/lead-created-by-off-market-update-process-showing-partial":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880104",
    "action": "lead_created_by_off_market_update_process",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "name": "Riley Sample",
      "phone": null,
      "email": "riley.sample@example.com",
      "listing_uid": "c40ffe1123"
    }
  }
}
`},"showmojo/lead-created-faulty-showing":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880188",
    "action": "lead_created",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": "b1f0c7a2d4"
  }
}
`},"showmojo/lead-created-showing-null":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880102",
    "action": "lead_created",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": null
  }
}
`},"showmojo/lead-created":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880101",
    "action": "lead_created",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/lead-showing-denied-custome-question":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880150",
    "action": "lead_showing_denied_custome_question",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/lead-updated-showing-absent":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880103",
    "action": "lead_updated",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00"
  }
}
`},"showmojo/lead-updated-showing-empty":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880105",
    "action": "lead_updated",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {}
  }
}
`},"showmojo/left-voicemail":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880163",
    "action": "left_voicemail",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/location-verification-auto-triggered":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880154",
    "action": "location_verification_auto_triggered",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": true,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/lockbox-code-distributed":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880153",
    "action": "lockbox_code_distributed",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T10:02:12-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": true,
      "confirmed_at": "2024-06-12T10:02:11-07:00",
      "canceled_at": null,
      "self_show_code_distributed_at": "2024-06-12T10:02:12-07:00"
    }
  }
}
`},"showmojo/lockbox-code-requested":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880152",
    "action": "lockbox_code_requested",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T10:02:11-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": true,
      "confirmed_at": "2024-06-12T10:02:11-07:00",
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/lockbox-showing-started":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880142",
    "action": "lockbox_showing_started",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T17:05:40-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": true,
      "confirmed_at": "2024-06-12T10:02:11-07:00",
      "canceled_at": null,
      "self_show_code_distributed_at": "2024-06-12T10:02:12-07:00"
    }
  }
}
`},"showmojo/outgoing-call-completed":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880166",
    "action": "outgoing_call_completed",
    "actor": "call_center",
    "team_member_name": "Call Center Agent 4",
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/pet-screening-sent":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880173",
    "action": "pet_screening_sent",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/phone-number-changed":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880109",
    "action": "phone_number_changed",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0199",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/pre-screen-overridden":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880172",
    "action": "pre_screen_overridden",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/proposed-times-accpt-request-sent":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880128",
    "action": "proposed_times_accpt_request_sent",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/proposed-times":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880127",
    "action": "proposed_times",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/prospect-arrived-too-late":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880140",
    "action": "prospect_arrived_too_late",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T17:10:00-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": "2024-06-12T17:10:00-07:00",
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/requested-availability-notification":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880107",
    "action": "requested_availability_notification",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/reschedule-request-on-document-not-received":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880136",
    "action": "reschedule_request_on_document_not_received",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T14:00:00-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": "2024-06-12T14:00:00-07:00",
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/sent-autoreply":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880157",
    "action": "sent_autoreply",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/sent-document-and-answers-request":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880167",
    "action": "sent_document_and_answers_request",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/set-no-show":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880143",
    "action": "set_no_show",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-12T17:05:40-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/showing-agent-feedback":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880147",
    "action": "showing_agent_feedback",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-12T17:05:40-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/showing-denied-custom-question-reason":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880149",
    "action": "showing_denied_custom_question_reason",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/showing-denied-custome-question":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880148",
    "action": "showing_denied_custome_question",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/showing-feedback":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880146",
    "action": "showing_feedback",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-12T17:05:40-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/showing-mismatched-custome-question":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880151",
    "action": "showing_mismatched_custome_question",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/text-link":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880158",
    "action": "text_link",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": null,
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": null,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/uncancel":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880141",
    "action": "uncancel",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/unclaimed-alert":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880161",
    "action": "unclaimed_alert",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/unconfirm-stamps-null":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880121",
    "action": "unconfirm",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": null,
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": null,
      "showtime": null,
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/unconfirm":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880120",
    "action": "unconfirm",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/undo-no-show":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880145",
    "action": "undo_no_show",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-12T17:05:40-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/unrecognized-action-showing-null":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": 880901,
    "action": "drone_tour_started",
    "actor": "prospect",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": null
  }
}
`},"showmojo/unrecognized-action":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880189",
    "action": "drone_tour_started",
    "actor": "system",
    "team_member_name": null,
    "team_member_uid": null,
    "created_at": "2024-06-10T09:12:34-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/update-canceled":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880133",
    "action": "update",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-11T08:00:00-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-12T16:30:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": null,
      "canceled_at": "2024-06-11T08:00:00-07:00",
      "self_show_code_distributed_at": null
    }
  }
}
`},"showmojo/update-confirmed":{headers:{"content-type":"application/json",authorization:"Bearer invented-token-for-fixtures"},body:`{
  "event": {
    "id": "880132",
    "action": "update",
    "actor": "owner_agent",
    "team_member_name": "Avery Placeholder",
    "team_member_uid": "tm77ab",
    "created_at": "2024-06-12T09:01:00-07:00",
    "showing": {
      "uid": "b1f0c7a2d4",
      "created_at": "2024-06-10T09:12:33-07:00",
      "showtime": "2024-06-13T11:00:00-07:00",
      "showing_time_zone": "Pacific Time (US & Canada)",
      "showing_time_zone_utc_offset": -28800,
      "name": "Riley Sample",
      "phone": "555-0142",
      "email": "riley.sample@example.com",
      "notes": "Would like to bring a friend.",
      "listing_uid": "c40ffe1123",
      "listing_full_address": "100 Example Street Unit 2, Springfield, CA 90000",
      "is_self_show": false,
      "confirmed_at": "2024-06-12T09:01:00-07:00",
      "canceled_at": null,
      "self_show_code_distributed_at": null
    }
  }
}
`}};var Du=function(e,n,t){if(t||arguments.length===2)for(var o=0,r=n.length,i;o<r;o++)(i||!(o in n))&&(i||(i=Array.prototype.slice.call(n,0,o)),i[o]=n[o]);return e.concat(i||Array.prototype.slice.call(n))};function wa(e){return e}function nr(e,n,t,o,r,i,a,s,d){switch(arguments.length){case 1:return e;case 2:return n(e);case 3:return t(n(e));case 4:return o(t(n(e)));case 5:return r(o(t(n(e))));case 6:return i(r(o(t(n(e)))));case 7:return a(i(r(o(t(n(e))))));case 8:return s(a(i(r(o(t(n(e)))))));case 9:return d(s(a(i(r(o(t(n(e))))))));default:{for(var p=arguments[0],m=1;m<arguments.length;m++)p=arguments[m](p);return p}}}var It=function(e,n){var t=typeof e=="number"?function(o){return o.length>=e}:e;return function(){var o=Array.from(arguments);return t(arguments)?n.apply(this,o):function(r){return n.apply(void 0,Du([r],o,!1))}}};var Ta=function(e){return e._tag==="Left"};var Aa=function(e){return{_tag:"Left",left:e}},Sa=function(e){return{_tag:"Right",right:e}};function tr(e){return function(n,t){return e.map(n,function(){return t})}}function Ea(e){var n=tr(e);return function(t){return n(t,void 0)}}function ka(e){return function(n,t){return e.chain(n,function(o){return e.map(t(o),function(){return o})})}}var O=Aa,U=Sa,Lu=It(2,function(e,n){return R(e)?e:n(e.right)}),ja=function(e,n){return nr(e,Nu(n))},Mu=function(e,n){return nr(e,Uu(n))};var or="Either";var Nu=function(e){return function(n){return R(n)?n:U(e(n.right))}},Pa={URI:or,map:ja},rx=It(2,tr(Pa)),ix=Ea(Pa);var zu=function(e){return function(n){return R(n)?n:R(e)?e:U(n.right(e.right))}},Uu=zu;var Wu={URI:or,map:ja,ap:Mu,chain:Lu};var Bu={URI:or,fromEither:wa};var R=Ta;var ax=It(2,ka(Wu));var sx={fromEither:Bu.fromEither};var Oa={ProviderUnknown:{kind:"configuration",httpStatus:500},ProviderUnsigned:{kind:"configuration",httpStatus:500},SecretMissing:{kind:"configuration",httpStatus:500},SecretInvalid:{kind:"configuration",httpStatus:500},HeadersUnreadable:{kind:"configuration",httpStatus:500},HeaderMissing:{kind:"authentication",httpStatus:401},HeaderRepeated:{kind:"authentication",httpStatus:401},HeaderMalformed:{kind:"authentication",httpStatus:401},SignatureMismatch:{kind:"authentication",httpStatus:401},TokenMismatch:{kind:"authentication",httpStatus:401},BodyMissing:{kind:"malformed",httpStatus:400},BodyAlreadyParsed:{kind:"configuration",httpStatus:500},BodyTooLarge:{kind:"malformed",httpStatus:413},BodyTooDeep:{kind:"malformed",httpStatus:400},BodyNotUtf8:{kind:"malformed",httpStatus:400},BodyNotJson:{kind:"malformed",httpStatus:400},PayloadInvalid:{kind:"malformed",httpStatus:422}},qu=[],D=(e,n,t={})=>({_tag:e,kind:Oa[e].kind,httpStatus:Oa[e].httpStatus,path:t.path??"",expected:n,hint:t.hint??null,issues:t.issues??qu});var L=(function(){var e=function(n,t){return e=Object.setPrototypeOf||{__proto__:[]}instanceof Array&&function(o,r){o.__proto__=r}||function(o,r){for(var i in r)Object.prototype.hasOwnProperty.call(r,i)&&(o[i]=r[i])},e(n,t)};return function(n,t){if(typeof t!="function"&&t!==null)throw new TypeError("Class extends value "+String(t)+" is not a constructor or null");e(n,t);function o(){this.constructor=n}n.prototype=t===null?Object.create(t):(o.prototype=t.prototype,new o)}})();var rr=O,ye=function(e,n,t){return rr([{value:e,context:n,message:t}])},oe=U,I=(function(){function e(n,t,o,r){this.name=n,this.is=t,this.validate=o,this.encode=r,this.decode=this.decode.bind(this)}return e.prototype.pipe=function(n,t){var o=this;return t===void 0&&(t="pipe(".concat(this.name,", ").concat(n.name,")")),new e(t,n.is,function(r,i){var a=o.validate(r,i);return R(a)?a:n.validate(a.right,i)},this.encode===G&&n.encode===G?G:function(r){return o.encode(n.encode(r))})},e.prototype.asDecoder=function(){return this},e.prototype.asEncoder=function(){return this},e.prototype.decode=function(n){return this.validate(n,[{key:"",type:this,actual:n}])},e})();var G=function(e){return e};function Hu(e){return e.displayName||e.name||"<function".concat(e.length,">")}var Yu=(function(e){L(n,e);function n(){var t=e.call(this,"null",function(o){return o===null},function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="NullType",t}return n})(I);var mx=new Yu,Zu=(function(e){L(n,e);function n(){var t=e.call(this,"undefined",function(o){return o===void 0},function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="UndefinedType",t}return n})(I);var Ca=new Zu,Ku=(function(e){L(n,e);function n(){var t=e.call(this,"void",Ca.is,Ca.validate,G)||this;return t._tag="VoidType",t}return n})(I);var fx=new Ku,$u=(function(e){L(n,e);function n(){var t=e.call(this,"unknown",function(o){return!0},oe,G)||this;return t._tag="UnknownType",t}return n})(I);var Ra=new $u,Ju=(function(e){L(n,e);function n(){var t=e.call(this,"string",function(o){return typeof o=="string"},function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="StringType",t}return n})(I);var _x=new Ju,Vu=(function(e){L(n,e);function n(){var t=e.call(this,"number",function(o){return typeof o=="number"},function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="NumberType",t}return n})(I);var Da=new Vu,Gu=(function(e){L(n,e);function n(){var t=e.call(this,"bigint",function(o){return typeof o=="bigint"},function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="BigIntType",t}return n})(I);var yx=new Gu,Xu=(function(e){L(n,e);function n(){var t=e.call(this,"boolean",function(o){return typeof o=="boolean"},function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="BooleanType",t}return n})(I);var hx=new Xu,Qu=(function(e){L(n,e);function n(){var t=e.call(this,"UnknownArray",Array.isArray,function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="AnyArrayType",t}return n})(I);var gx=new Qu,em=(function(e){L(n,e);function n(){var t=e.call(this,"UnknownRecord",function(o){return o!==null&&typeof o=="object"&&!Array.isArray(o)},function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="AnyDictionaryType",t}return n})(I);var bx=new em;var xx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.value=a,s._tag="LiteralType",s}return n})(I);var vx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.keys=a,s._tag="KeyofType",s}return n})(I);var ir=(function(e){L(n,e);function n(t,o,r,i,a,s){var d=e.call(this,t,o,r,i)||this;return d.type=a,d.predicate=s,d._tag="RefinementType",d}return n})(I);function nm(e,n,t){return Na(e,n,t)}var wx=nm(Da,function(e){return Number.isInteger(e)},"Int"),ar=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.runDefinition=a,s._tag="RecursiveType",s}return n})(I);Object.defineProperty(ar.prototype,"type",{get:function(){return this.runDefinition()},enumerable:!0,configurable:!0});var Tx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ArrayType",s}return n})(I);var Ax=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.props=a,s._tag="InterfaceType",s}return n})(I);var Sx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.props=a,s._tag="PartialType",s}return n})(I);var Ia=(function(e){L(n,e);function n(t,o,r,i,a,s){var d=e.call(this,t,o,r,i)||this;return d.domain=a,d.codomain=s,d._tag="DictionaryType",d}return n})(I);var sr=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.types=a,s._tag="UnionType",s}return n})(I);var Fa=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.types=a,s._tag="IntersectionType",s}return n})(I);var Ex=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.types=a,s._tag="TupleType",s}return n})(I);var La=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ReadonlyType",s}return n})(I);var kx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ReadonlyArrayType",s}return n})(I);var Ma=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ExactType",s}return n})(I);var tm=(function(e){L(n,e);function n(){var t=e.call(this,"Function",function(o){return typeof o=="function"},function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="FunctionType",t}return n})(I);var jx=new tm,om=(function(e){L(n,e);function n(){var t=e.call(this,"never",function(o){return!1},function(o,r){return ye(o,r)},function(){throw new Error("cannot encode never")})||this;return t._tag="NeverType",t}return n})(I);var Px=new om,rm=(function(e){L(n,e);function n(){var t=e.call(this,"any",function(o){return!0},oe,G)||this;return t._tag="AnyType",t}return n})(I);var Ox=new rm;function Na(e,n,t){return t===void 0&&(t="(".concat(e.name," | ").concat(Hu(n),")")),new ir(t,function(o){return e.is(o)&&n(o)},function(o,r){var i=e.validate(o,r);if(R(i))return i;var a=i.right;return n(a)?oe(a):ye(a,r)},e.encode,e,n)}var Cx=Na(Da,Number.isInteger,"Integer"),Rx=(function(e){L(n,e);function n(t,o,r,i,a,s){var d=e.call(this,t,o,r,i,a)||this;return d.tag=s,d}return n})(sr);var im=(function(e){L(n,e);function n(){var t=e.call(this,"object",function(o){return o!==null&&typeof o=="object"},function(o,r){return t.is(o)?oe(o):ye(o,r)},G)||this;return t._tag="ObjectType",t}return n})(I);var Dx=new im;var Ix=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.props=a,s._tag="StrictType",s}return n})(I);var am={},sm=()=>{for(let e in am)return!0;return!1},Ft=[],q=(e,n="drop")=>({owned:e,mayInherit:!e||sm(),foreign:n,foreignPaths:Ft,issues:Ft,issueCount:0,faultCount:0}),H=(e,n,t,o)=>{e.issueCount+=1,e.issues===Ft&&(e.issues=[]),e.issues.length<20&&e.issues.push({code:n,path:t,expected:o})},v=(e,n,t,o)=>{e.faultCount+=1,H(e,n,t,o)},Ua=(e,n)=>{e.foreignPaths===Ft&&(e.foreignPaths=[]),e.foreignPaths.push(n)},Wa=({issueCount:e,faultCount:n,issues:t,foreignPaths:o})=>({issueCount:e,faultCount:n,issues:t.length,foreignPaths:o.length}),cr=(e,n)=>{n.issueCount=e.issueCount,n.faultCount=e.faultCount,n.issues.length=e.issues,n.foreignPaths.length=e.foreignPaths},Ze=e=>e.replaceAll("~","~0").replaceAll("/","~1"),Ba=e=>e.replaceAll("~1","/").replaceAll("~0","~"),Lt=(e,n,t,o)=>{let{issues:r,foreignPaths:i}=e;for(let a=n;a<r.length;a+=1){let s=r[a];s!==void 0&&s.code!=="more_issues"&&(r[a]={...s,path:`/${o}${s.path}`})}for(let a=t;a<i.length;a+=1)i[a]=`/${o}${i[a]??""}`},cm=Object.freeze([]),J=e=>{if(e.issueCount===0)return cm;if(e.issueCount<=20)return e.issues;let n=e.issues.slice(0,19);return[...n,{code:"more_issues",path:"",expected:"",count:e.issueCount-n.length}]};var b=Symbol("FAIL");var S=class extends I{read;shape;constructor(n,t,o){super(n,r=>{let i=q(!1,"keep");return o(r,i)===r&&i.issueCount===0},(r,i)=>{let a=q(!1),s=o(r,a);return s===b?rr(J(a).map(lm(i))):oe(s)},G),this.read=o,this.shape=t}toJSON(){return this.name}},lm=e=>n=>{let t=n.path.split("/").slice(1).map(Ba),o=e.map(({key:i,type:a})=>({key:i,type:a})),r=[...o.map(({key:i})=>i),...t].join("/");return{value:void 0,context:[...o,...t.map(i=>({key:i,type:Ra}))],message:n.code==="more_issues"?`${r}: and ${String(n.count)} more`:`${r}: expected ${n.expected}`}};var Y=e=>typeof e=="object"&&e!==null&&!Array.isArray(e),Xn=e=>typeof e=="object"&&e!==null,lr=e=>e===null||typeof e=="string"||typeof e=="boolean"||Number.isFinite(e),dr=e=>Object.values(e),qa=(e,n)=>{if(Array.isArray(e))return n===e.length;let t=Object.getPrototypeOf(e);return t===null||Object.getPrototypeOf(t)===null},dm=e=>{let n=new Map;for(let o of e)for(let r of dr(o))Xn(r)&&n.set(r,(n.get(r)??0)+1);let t=[...e].filter(o=>!n.has(o));for(let o of t)for(let r of dr(o)){if(!Xn(r))continue;let i=(n.get(r)??0)-1;n.set(r,i),i===0&&t.push(r)}return t.length<e.size},pm=e=>{if(!Xn(e))return lr(e)?"plain":"not-json";let n=new Set([e]),t=0,o="plain";for(let i of n){let a=dr(i);if(!qa(i,a.length))return"not-json";Object.hasOwn(i,"__proto__")&&(o="has-proto");for(let s of a)if(Xn(s))t+=1,n.add(s);else if(!lr(s))return"not-json"}return t<n.size||!dm(n)?o:"not-json"},pr=(e,n)=>{let t=new Map,o=a=>{if(!Xn(a))return a;let s=t.get(a);if(s!==void 0)return s;let d=Array.isArray(a)?[]:{};return t.set(a,d),d},r=o(n),i=!1;for(let[a,s]of t)for(let[d,p]of Object.entries(a))d===e?i=!0:d!=="__proto__"&&(s[d]=o(p));return i?r:n},um=e=>{if(!Y(e)||!qa(e,0))return!1;for(let n in e)if(n==="__proto__"||!lr(e[n]))return!1;return!0},Ha=(e,n)=>{if(um(e))return e;let t=pm(e);return t==="plain"?e:t==="has-proto"?pr("__proto__",e):(v(n,"wrong_kind","","JSON"),b)},Ue=new S("JSON",{kind:"json",object:!1},Ha),N=new S("object",{kind:"json",object:!0},(e,n)=>Y(e)?Ha(e,n):(v(n,"wrong_kind","","an object"),b));var g=(e,n,t)=>{if(Y(e))return t?.mayInherit===!1||Object.hasOwn(e,n)?e[n]:void 0},vn=(e,n,t,o,r,i)=>new S(e,{kind:"choice",members:n,discriminator:null,cases:i},(a,s)=>{if(!Y(a))return v(s,"wrong_kind","","an object"),b;let d=t(a,s);return d!==null?d.read(a,s):(v(s,"missing",o,r),b)}),mm=(e,n,t)=>{let o=new Map;for(let[r,i]of Object.entries(n))o.set(i,[...o.get(i)??[],r]);return[...Array.from(o,([r,i])=>({when:[{path:[e],is:i}],codec:r})),{when:[{path:[e],is:"word"}],codec:t}]},je=(e,n,t,o)=>{let r=new Map(Object.entries(t).map(([s,d])=>[s,{word:s,codec:d}])),a={kind:"choice",members:[...new Set([...Object.values(t),o])],discriminator:n,cases:mm(n,t,o)};return new S(e,a,(s,d)=>{if(!Y(s))return v(d,"wrong_kind","","an object"),b;let p=g(s,n,d);if(typeof p!="string"||p==="")return v(d,p===void 0?"missing":"wrong_kind",`/${n}`,"text"),b;let m=r.get(p);return m===void 0?o.read(s,d):(d.owned&&(s[n]=m.word),m.codec.read(s,d))})};var fm=[Ma,La,ir,ar],Ya=e=>fm.some(t=>e instanceof t)?Ya(e.type):e,_m=e=>{let n="",t=null;for(let{key:o,type:r}of e){if(t instanceof Ia)return n;t===null||t instanceof sr||t instanceof Fa||(n+=`/${Ze(o)}`),t=Ya(r)}return n},ym=e=>"read"in e&&"shape"in e,wn=e=>ym(e)?e:{name:e.name,shape:{kind:"json",object:!1},read:(n,t)=>{let o=Ue.read(n,t);if(o===b)return b;let r=e.decode(o);if(!R(r))return r.right;for(let{context:i}of r.left)v(t,"wrong_kind",_m(i),i.at(-1)?.type.name??e.name);return b}};var x=e=>new S(`list of ${e.name}`,{kind:"list",item:e},(n,t)=>{if(!Array.isArray(n))return v(t,"wrong_kind","","a list"),b;let o=n,r=!1,i=[];for(let a=0;a<o.length;a+=1){let s=o[a],d=t.issues.length,p=t.foreignPaths.length,m=e.read(s,t);Lt(t,d,p,String(a)),m!==b&&i.push(m),m!==s&&(r=!0)}return r?i:n});var We=(e,n)=>(v(e,"wrong_kind","",n),b),c=new S("text",{kind:"text",format:null,known:[],checked:!1},(e,n)=>typeof e=="string"?e:We(n,"text")),j=e=>new S("text",{kind:"text",format:null,known:e,checked:!1},(n,t)=>typeof n=="string"?n:We(t,"text")),ur=(e,n)=>new S(e,{kind:"text",format:e,known:[],checked:!0},(t,o)=>typeof t=="string"&&n(t)?t:We(o,e)),Q=e=>new S(e,{kind:"text",format:e,known:[],checked:!1},c.read),_=new S("id",{kind:"id"},(e,n)=>typeof e=="string"?e:Number.isSafeInteger(e)?String(e):We(n,"text or a safe integer")),hm=/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/,gm=26,Za=e=>typeof e=="number"?Number.isFinite(e)?e:null:typeof e!="string"||e.length>gm||!hm.test(e)?null:Number(e),P=new S("number",{kind:"number",integer:!1},(e,n)=>Za(e)??We(n,"a number")),ve=new S("integer",{kind:"number",integer:!0},(e,n)=>{let t=Za(e);return t!==null&&Number.isSafeInteger(t)?t:We(n,"a whole number")}),w=new S("boolean",{kind:"boolean"},(e,n)=>typeof e=="boolean"?e:e==="true"?!0:e==="false"?!1:We(n,"true or false")),h=e=>{let n=new Set(e),t=r=>n.has(r),o=e.map(r=>`"${r}"`).join(" or ");return new S(o,{kind:"enumeration",values:e},(r,i)=>t(r)?r:We(i,o))},we=(e,n)=>{let t=`${e.name} or ${n.name}`;return new S(t,{kind:"choice",members:[e,n],discriminator:null},(o,r)=>{let i=Wa(r),a=e.read(o,r);if(a!==b)return a;cr(i,r);let s=n.read(o,r);return s!==b?s:(cr(i,r),We(r,t))})};var f=e=>({presence:"required",codec:e}),M=(e,n)=>({presence:"defaulted",codec:n,value:e}),bm=({shape:e})=>e.kind==="id"||e.kind==="text"&&!e.checked,xm=(e,n,t)=>{let o="presence"in n?n.codec:n;return{key:e,read:o.read,isRequired:"presence"in n&&n.presence==="required",emptyIsAbsent:t,takesText:bm(o)&&!("presence"in n&&n.presence==="required"),absent:"presence"in n&&n.presence==="defaulted"?n.value:null}},$a=(e,n)=>{let t=Object.entries(e).map(([o,r])=>xm(o,r,!n));return{slots:new Map(t.map(o=>[o.key,o])),list:t,requiredCount:t.filter(o=>o.isRequired).length,complete:n,lastOrder:[]}},Ja=e=>Object.entries(e).map(([n,t])=>"presence"in t?{key:n,presence:t.presence,codec:t.codec}:{key:n,presence:"optional",codec:t}),Ka=(e,n)=>{let t={};for(let o in e){if(o===n)break;t[o]=e[o]}return t},vm=(e,n,t)=>(t.foreign==="list"&&Ua(t,`/${Ze(e)}`),t.foreign!=="keep"||e==="__proto__"?b:Ue.read(n,t)),wm=(e,n,t)=>{let o=n===""&&e.emptyIsAbsent;if((o||n===null||n===void 0)&&!e.isRequired)return e.absent;let r=t.issues.length,i=t.foreignPaths.length,a=o?Tm(t):e.read(n,t);return(t.issues.length!==r||t.foreignPaths.length!==i)&&Lt(t,r,i,Ze(e.key)),a===b&&!e.isRequired?e.absent:a},Tm=e=>(v(e,"missing","","a value"),b),Am=e=>Object.prototype.toString.call(e)!=="[object Object]",Sm=(e,n,t)=>{for(let o of e.list)o.isRequired&&!Object.hasOwn(n,o.key)&&v(t,"missing",`/${Ze(o.key)}`,"a value")},Em=(e,n)=>{let t={...n};for(let o of e.list)Object.hasOwn(t,o.key)||(t[o.key]=o.absent);return t},Va=(e,n,t)=>{if(!Y(n)||t.mayInherit&&Am(n))return v(t,"wrong_kind","","an object"),b;let{lastOrder:o}=e,{mayInherit:r}=t,i=n,a=0,s=0;for(let d in n){if(r&&!Object.hasOwn(n,d))continue;let p=n[d],m=o[a];if(m?.key!==d){if(m=e.slots.get(d),m===void 0){let W=vm(d,p,t);i===n&&W!==p&&(i=Ka(n,d)),i!==n&&W!==b&&(i[d]=W);continue}o[a]=m}a+=1;let y=p;if((!m.takesText||typeof p!="string"||p.length===0)&&(y=wm(m,p,t),m.isRequired)){if(y===b)continue;s+=1}if(i===n){if(y===p)continue;t.owned||(i=Ka(n,d))}i[d]=y}return s<e.requiredCount?(Sm(e,n,t),b):e.complete&&a<e.list.length?Em(e,i):i},u=(e,n)=>{let t=$a(n,!1);return new S(e,{kind:"struct",fields:Ja(n),complete:!1},(o,r)=>Va(t,o,r))},E=(e,n)=>{let t=$a(n,!0);return new S(e,{kind:"struct",fields:Ja(n),complete:!0},(o,r)=>Va(t,o,r))},z=e=>{let n=e.read({},q(!1));if(n===b)throw new TypeError(`${e.name} has a required field`);return JSON.parse(JSON.stringify(n))};var km=[0,31,28,31,30,31,30,31,31,30,31,30,31],Qn=-621355968e5,et=0xe677d21fdbff;function an(e,n,t){let o=n>2?e:e-1,r=((n>2?n-3:n+9)*153+2)/5|0;return o*365+(o>>2)-(o/100|0)+(o/400|0)+r+t-1-719468}function Mt(e){let n=e+719468,t=n/146097|0,o=n-t*146097,r=(o-(o/1460|0)+(o/36524|0)-(o/146096|0))/365|0,i=o-(r*365+(r>>2)-(r/100|0)),a=(5*i+2)/153|0,s=a<10?a+3:a-9;return{year:r+t*400+(s>2?0:1),month:s,day:i-((153*a+2)/5|0)+1}}function jm(e){return(e&3)===0&&(e%100!==0||e%400===0)}function sn(e,n,t){return e>=1&&e<=9999&&n>=1&&n<=12&&t>=1?t<=28?!0:t<=(km[n]??0)||n===2&&t===29&&jm(e):!1}function Ke(e,n){let t=e.charCodeAt(n);return t>=48&&t<=57?t-48:-1}function V(e,n){let t=e.charCodeAt(n),o=e.charCodeAt(n+1);return t>=48&&t<=57&&o>=48&&o<=57?t*10+o-528:-1}function nt(e,n){let t=V(e,n),o=V(e,n+2);return t>=0&&o>=0?t*100+o:-1}var Ga=47,Xa=45,Qa=10;function he(e){return e.length!==Qa||e.charCodeAt(4)!==Xa||e.charCodeAt(7)!==Xa?null:sn(nt(e,0),V(e,5),V(e,8))?e:null}function es(e){return e.length!==Qa||e.charCodeAt(2)!==Ga||e.charCodeAt(5)!==Ga||!sn(nt(e,6),V(e,0),V(e,3))?null:`${e.slice(6)}-${e.slice(0,2)}-${e.slice(3,5)}`}var Pm=84,mr=32,Om=90,Cm=43,Nt=45,Rm=46,_r=58,ge=48,ns=16,Dm=35,Im=9;function ce(e){let n=e.length;if(n<ns||n>Dm)return null;let t=Fm(e);if(t===null)return null;let o=t,r="minute",i=ns;if(e.charCodeAt(i)===_r){let s=V(e,i+1);if(s<0||s>59)return null;if(o+=s*1e3,r="second",i+=3,e.charCodeAt(i)===Rm){let d=Lm(e,i+1);if(d===0||d>Im)return null;o+=Mm(e,i+1,d),r="millisecond",i+=1+d}}if(i===n)return{wall:o,offset:null,precision:r};let a=Nm(e,i);return a===null?null:{wall:o,offset:a,precision:r}}function Fm(e){let n=e.charCodeAt(0)-ge,t=e.charCodeAt(1)-ge,o=e.charCodeAt(2)-ge,r=e.charCodeAt(3)-ge,i=e.charCodeAt(5)-ge,a=e.charCodeAt(6)-ge,s=e.charCodeAt(8)-ge,d=e.charCodeAt(9)-ge,p=e.charCodeAt(11)-ge,m=e.charCodeAt(12)-ge,y=e.charCodeAt(14)-ge,W=e.charCodeAt(15)-ge,xe=n|t|o|r|i|a|s|d|p|m|y|W,Dt=9-n|9-t|9-o|9-r|9-i|9-a|9-s|9-d|9-p|9-m|9-y|9-W;if((xe|Dt)<0)return null;let xn=e.charCodeAt(10);if(xn!==Pm&&xn!==mr||e.charCodeAt(4)!==Nt||e.charCodeAt(7)!==Nt||e.charCodeAt(13)!==_r)return null;let ha=n*1e3+t*100+o*10+r,ga=i*10+a,ba=s*10+d,xa=p*10+m,va=y*10+W;return!sn(ha,ga,ba)||xa>23||va>59?null:an(ha,ga,ba)*864e5+xa*36e5+va*6e4}function Lm(e,n){let t=n;for(;Ke(e,t)>=0;)t++;return t-n}function Mm(e,n,t){return Ke(e,n)*100+(t>1?Ke(e,n+1)*10:0)+(t>2?Ke(e,n+2):0)}function Nm(e,n){let t=e.length-n,o=e.charCodeAt(n);if(o===Om)return t===1?0:null;if(o===mr)return t===4&&e.charCodeAt(10)===mr&&e.endsWith("UTC")?0:null;if(t!==6||o!==Cm&&o!==Nt||e.charCodeAt(n+3)!==_r)return null;let r=V(e,n+1),i=V(e,n+4);if(r<0||r>23||i<0||i>59)return null;let a=r*60+i;return o===Nt&&a!==0?-a:a}var as=Array.from({length:100},(e,n)=>n<10?`0${n}`:`${n}`);function hr(e){return new Array(e).fill("")}function Te(e){return as[e]??""}var gr=256,ts=new Int32Array(gr).fill(-2147483648),os=hr(gr);function zm(e){let n=e&gr-1;if(ts[n]===e)return os[n]??"";let{year:t,month:o,day:r}=Mt(e),i=`${Te(t/100|0)}${Te(t%100)}-${Te(o)}-${Te(r)}`;return ts[n]=e,os[n]=i,i}var rs=hr(1440);function Um(e){let n=rs[e];if(n!==void 0&&n!=="")return n;let t=`T${Te(e/60|0)}:${Te(e%60)}:`;return rs[e]=t,t}function Tn(e,n){if(!cs(e))return null;let t=Te(ds(e));return ls(e,n?t+ps(e):t)}function ss(e){return cs(e)?ls(e,Bm(e)):null}function cs(e){return e>=Qn&&e<=et&&Number.isInteger(e)}function ls(e,n){let t=Math.floor(e/864e5),o=(e-t*864e5)/6e4|0;return zm(t)+(Um(o)+n)}function ds(e){return Math.floor(e/1e3)-Math.floor(e/6e4)*60}var Wm=as.slice(0,60).map(e=>`${e}.000Z`);function Bm(e){let n=ds(e);return e%1e3===0?Wm[n]??"":`${Te(n)}${ps(e)}Z`}function ps(e){let n=e-Math.floor(e/1e3)*1e3;if(n===0)return".000";let t=n/10|0;return`.${Te(t)}${n-t*10}`}var yr=1439,is=hr(2*yr+1);function tt(e){let n=is[e+yr];if(n!==void 0&&n!=="")return n;let t=Math.abs(e),o=`${e<0?"-":"+"}${Te(t/60|0)}:${Te(t%60)}`;return is[e+yr]=o,o}function ot(e){return ss(e)}function zt(e){if(e.length!==24||e[10]!=="T"||e[19]!=="."||e[23]!=="Z")return null;let n=ce(e);return n===null?null:n.wall}var re=ur("date",e=>he(e)!==null),qm=ur("instant",e=>zt(e)!==null),X=E("EventTime",{instant:qm,local:c,offset:c,zone:c,precision:f(h(["minute","second","millisecond"])),basis:h(["offset","epoch","zone","assumed-zone"]),ambiguity:M("none",h(["none","overlap","gap"])),raw:f(we(c,P))});var Hm={kind:c,id:c,name:c,serial:c,hubId:c,home:c},Ut=E("Device",Hm),br=z(Ut),Ym={device:M(br,Ut),state:h(["online","offline","alive","locked","power_source","unassigned"]),details:we(c,P),user:c},us=E("DeviceReport",Ym);var Zm={holder:h(["prospect","visitor","tenant","staff"]),purpose:h(["showing","entry","unshackle","move_in","move_out"]),credential:h(["code","link","unshackle_code"]),via:h(["self_service","direct","customer_care","open_house","manager_portal","link"]),certainty:h(["recorded","reported"]),alarm:w,automatic:w,device:Ut,user:c,phoneUsed:c,phoneRegistered:c,voiceMemo:c,input:c,codeIssuedAt:X},xr=E("Access",Zm),$e=z(xr);var Km={amount:f(ve),currency:c,per:h(["month","year","week","day"])},Ae=E("Money",Km),vr=48,$m=57,Jm=46,Vm=45,An=e=>{let n=String(e),t=n.charCodeAt(0)===Vm?1:0,o=0,r=-1;for(let i=t;i<n.length;i+=1){let a=n.charCodeAt(i);if(a===Jm&&r<0&&i>t)r=0;else{if(a<vr||a>$m)return null;if(r<2)o=o*10+(a-vr),r>=0&&(r+=1);else if(a!==vr)return null}}return n.length===t||r===0||(r<0?o*=100:r===1&&(o*=10),!Number.isSafeInteger(o))?null:t===1&&o!==0?-o:o};var Gm={name:c,firstName:c,lastName:c,email:c,phone:c,otherEmail:c,otherPhone:c,role:h(["prospect","applicant","resident","visitor","tenant","owner"]),id:c,smsOptIn:w},Se=E("Person",Gm),B=z(Se),Xm={kind:h(["prospect","agent","staff","call_center","owner_agent","system","visitor","tenant"]),id:c,name:c,raw:c},Wt=E("Actor",Xm);var Qm={current:w,street:c,city:c,state:c,zip:c,kind:c,monthlyPayment:Ae,monthlyRent:Ae,movedInOn:re,movedOutOn:re,reasonForMove:c,landlord:Se},ef=E("Residence",Qm),nf={id:c,person:f(Se),birthDate:re,progress:P,completedAt:X,expiresAt:X,relationship:c,residences:M([],x(ef))},tf=E("Applicant",nf),of={id:c,status:c,applicants:M([],x(tf))},wr=E("Application",of),ms=z(wr);var rf={direction:h(["in","out"]),channel:h(["email","sms","voicemail"]),purpose:h(["autoreply","autoreply_followup","follow_up","follow_up_reschedule","scheduling_link","self_tour_link","application_criteria_link","apply_now_link","cancel_notice","cancel_warning","rent_reduction","new_listing","showtimes_available","upcoming_showings","pre_screen_reminder","unclaimed_alert"]),audience:h(["prospect","staff","owner_agent","approvers"]),automatic:w,text:c},Tr=E("Message",rf),Bt=z(Tr),af={direction:h(["inbound","outbound"]),kind:h(["call","redirect","transfer"]),from:h(["call_center","agent"]),to:h(["call_center","agent"])},Ar=E("Call",af),fs=z(Ar),sf={items:M([],x(h(["document","answers"]))),additional:w,resent:w,step:h(["requested","sent"])},Sr=E("Document",sf),_s=z(Sr),cf={kind:h(["pre_screen","pet","answers","criteria"]),outcome:h(["passed","failed","mismatched","overridden"]),criterion:h(["pets","income","move_in_date","custom_question"]),by:h(["call_center","staff","system"])},Er=E("Screening",cf),ys=z(Er);var lf={bedrooms:P,bathrooms:P,rent:Ae,squareFeet:P,cats:w,dogs:w,unitTag:c},hs=E("PropertyFacts",lf),Je=z(hs),df={id:c,name:c},pf=E("Market",df),uf={id:c,listingId:c,unitId:c,unitNumber:c,communityId:c,tag:c,externalId:c,communityExternalId:c,address:c,name:c,market:pf,summary:c,facts:hs},Be=E("Property",uf),C=z(Be);var mf={moveInDate:re,moveInAt:X,moveInText:c,maxRent:Ae,layouts:M([],x(c)),residents:P,hasPets:w,monthlyIncome:Ae,letter:c,reasonForMove:c,homeChoiceImportance:c},gs=E("Wishes",mf),Sn=z(gs),ff={source:c,medium:c,campaign:c,term:c,content:c},kr=E("Utm",ff),_f={kind:h(["listing","office","business_form","user","evaluation_form"]),id:c,reference:c},yf=E("LeadSubject",_f),hf={text:c,receivedAt:X,kind:c},gf=E("LeadMessage",hf),bf={id:c,isNew:w,origin:h(["prospect","call_center","portal","import","batch"]),source:c,channel:h(["sms","ils","call_center","voicemail"]),topic:h(["off_market_listing","multi_unit","application_criteria","availability","preleased"]),status:c,previousStatus:c,reason:c,followUp:w,changed:M([],x(c)),subject:yf,people:M([],x(Se)),properties:M([],x(Be)),message:c,messages:M([],x(gf)),wishes:gs,utm:kr,createdAt:X},jr=E("Lead",bf),ue=z(jr);var xf={kind:c,code:c,amount:Ae,from:re,to:re,description:c},vf=E("Charge",xf),wf={id:c,transactionId:c,transactionType:c,clientId:c,status:c,previousStatus:c,updateType:c,startDate:re,endDate:re,moveInDate:re,moveOutDate:re,rent:Ae,charges:M([],x(vf)),tenantExternalId:c,guestCardExternalId:c},qt=E("Lease",wf),Ve=z(qt);var Tf={id:c,externalId:c,status:c,operation:h(["create","update","delete"]),success:w,errors:M([],x(c)),perPerson:w},Pr=E("Listing",Tf),Ht=z(Pr);var Af={field:c,previous:Ue,new:Ue},Sf=E("Change",Af),Ef={id:c,rootId:c,kind:c},bs=E("Job",Ef),kf={id:c,model:c,modelRaw:c,entity:h(["lead","applicant","application","resident","lease","unit","property","listing","event","employee","service_request","charge","payment","invoice","vendor","amenity","location","screening","agent","call","concession","construction_job","contract","deposit","fee","floor_plan","owner","pet","purchase_order","transaction","vehicle"]),fields:N,changes:x(Sf),touchedOnly:w,context:N,integrationId:c,vendor:c,job:bs},xs=E("RecordRow",kf),jf={first:w,finished:w,backfill:w,succeededJobs:P,failedJobs:P,scheduleId:c,models:M([],x(c)),writeStatus:c,errors:M([],x(c)),integrationId:c,vendor:c,job:bs},Or=E("Sync",jf),Yt=z(Or);var Pf={from:h(["prospect","agent"]),interest:c,improvements:M([],x(c)),accessProblem:w,propertyProblem:c,notes:c},Of=E("Feedback",Pf),Cf={id:c,leadId:c,slot:M("unknown",h(["requested","tentative","booked","dropped","done","unchanged","unknown"])),mode:h(["self_guided","agent_guided","open_house","virtual"]),startsAt:X,endsAt:X,date:re,createdAt:X,confirmedAt:X,canceledAt:X,codeIssuedAt:X,zoneName:c,zoneOffset:P,status:c,notes:c,source:c,utm:kr,isNew:w,hidden:w,safeMode:w,automatic:w,emergency:w,lastReminder:w,reason:c,isReason:w,subject:h(["showing","lead"]),criterion:h(["pets","income","move_in_date","custom_question"]),scope:h(["self","everyone"]),about:h(["showing","acceptance","proposed_times","claim"]),recipient:h(["prospect","staff","owner_agent","approvers"]),assignee:Wt,unitIds:M([],x(c)),feedback:Of},Pe=E("Showing",Cf),ie=z(Pe);var qe={person:f(Se),property:f(Be)},Cr={lead:{...qe,showing:Pe,lead:f(jr)},screening:{...qe,showing:Pe,screening:f(Er)},showing:{...qe,showing:f(Pe)},access:{...qe,showing:Pe,access:f(xr)},message:{...qe,showing:Pe,message:f(Tr)},call:{...qe,showing:Pe,call:f(Ar)},document:{...qe,showing:Pe,document:f(Sr)},application:{...qe,application:f(wr)},listing:{property:f(Be),person:Se,listing:f(Pr)},lease:{...qe,lease:f(qt)},record:{record:f(xs),person:Se,property:Be,lease:qt},sync:{sync:f(Or)},device:{property:f(Be),device:f(us)},unrecognized:{discriminator:c,newerType:c,person:Se,property:Be,showing:Pe}};var Zt={lead:["created","updated","inquired","waitlisted","status_changed","flagged"],screening:["requested","completed","overridden","mismatched"],showing:["requested","scheduled","confirmation_requested","confirmed","unconfirmed","acceptance_requested","accepted","declined","assigned","reschedule_requested","updated","canceled","uncanceled","denied","reminded","started","completed","no_show","no_show_undone","feedback_received"],access:["code_requested","code_issued","verification_started","unlocked","security_check_requested","secured","unsecured","tenant_access"],message:["sent","received","failed"],call:["started","completed","transferred"],document:["requested","verification_requested","received","verified"],application:["updated"],listing:["available","created","updated","deleted","change_failed"],lease:["status_changed","updated","terms_updated","fees_updated","unit_reserved","unit_released","item_selected","item_deselected","quote_created","move_in","move_in_canceled"],record:["created","updated"],sync:["completed","job_succeeded","job_failed","write_failed"],device:["reported"]},Rf=new Map([...Object.entries(Zt).flatMap(([e,n])=>n.map(t=>[`${e}.${t}`,e])),["unrecognized","unrecognized"]]),vs=e=>Rf.get(e)??null;var Df=E("EventOrder",{by:f(h(["sequence","time"])),value:f(c),precision:h(["minute","second","millisecond"])}),If=E("Identity",{strength:f(h(["provider-id","derived","content"])),parts:M([],x(c)),order:Df}),Ff=E("Verification",{method:f(h(["hmac-sha256","token","shared-secret","none"])),covers:f(h(["body","nothing"])),replayProtected:f(w),secret:we(c,P)}),As=["code","path","expected"],Lf={kind:"struct",fields:As.map(e=>({key:e,presence:"required",codec:c})),complete:!0},Mf=new S("Issue",Lf,(e,n)=>As.map(o=>g(e,o)).every(o=>typeof o=="string")?N.read(e,n):(v(n,"wrong_kind","","an issue"),b)),ws=(e,n)=>{let t=new Map(e.map(({name:i,codec:a})=>[i,E(n==="open"?`${i} source with an open payload`:`${i} source`,{provider:f(h([i])),type:f(c),payload:f(n==="open"?N:wn(a)),raw:c})])),o={kind:"choice",members:[...t.values()],discriminator:"provider",cases:Array.from(t,([i,a])=>({when:[{path:["provider"],is:[i]}],codec:a}))},r=[...t.keys()].map(i=>`"${i}"`).join(" or ");return new S("Source",o,(i,a)=>{let s=g(i,"provider"),d=typeof s=="string"?t.get(s):void 0;return d!==void 0?d.read(i,a):(v(a,"wrong_kind","/provider",r),b)})},Ss=e=>({id:c,occurredAt:X,actor:Wt,completeness:f(h(["snapshot","partial","diff"])),identity:f(If),source:f(e),verification:Ff,issues:M([],x(Mf))}),Es=e=>e==="unrecognized"?[e]:Zt[e].map(n=>`${e}.${n}`),Ts=(e,n)=>E(`${e} event`,{family:f(h([e])),type:f(h(Es(e))),...Ss(n),...Cr[e]}),Nf=(e,n)=>({...e,family:"unrecognized",type:"unrecognized",newerType:n}),zf=(e,n)=>{let{newerType:t,...o}=Cr.unrecognized;return{name:"newer event",shape:E("newer event",{type:f(c),...Ss(e),...o}).shape,read:(r,i)=>{let a=g(r,"type"),s=Y(r)&&typeof a=="string";return n.read(s?Nf(r,a):r,i)}}},ks=(e,n)=>{let t=ws(n,"documented"),o=ws(n,"open"),r=Ts("unrecognized",o),i=zf(o,r),a=new Map([...Object.keys(Zt).map(p=>[p,Ts(p,t)]),["unrecognized",r]]),s=(p,m)=>{let y=g(p,"type");if(!Y(p)||typeof y!="string")return v(m,"wrong_kind","/type","the type of an event"),b;let W=vs(y);return((W===null?void 0:a.get(W))??i).read(p,m)},d={kind:"choice",members:[...a.values()],discriminator:"family",cases:[...Array.from(a,([p,m])=>({when:[{path:["type"],is:Es(p)}],codec:m})),{when:[{path:["type"],is:"text"}],codec:i}]};return new S(e,d,(p,m)=>{let{foreign:y}=m;m.foreign="keep";let W=s(p,m);return m.foreign=y,W})};var Oe=e=>e;var Uf=new TextEncoder,rt=e=>Uf.encode(e),js=(e,n)=>{let t=e.length^n.length;for(let o=0;o<n.length;o+=1)t|=(e[o%e.length]??0)^(n[o]??0);return t===0},Wf=48,Bf=57,qf=97,Hf=102,Yf=e=>e>=Wf&&e<=Bf||e>=qf&&e<=Hf,Ps=e=>{for(let n=0;n<e.length;n+=1)if(!Yf(e.charCodeAt(n)))return!1;return!0},Os=(e,n)=>{if(e.length!==n.length)return!1;let t=0;for(let o=0;o<e.length;o+=1)t|=e.charCodeAt(o)^n.charCodeAt(o);return t===0};var Zf=()=>O(D("SecretMissing","a secret",{path:"secrets",hint:"is the environment variable set where this runs?"})),Cs=(e,n)=>O(D("SecretInvalid",n,{path:`secrets/${String(e)}`})),Kf=e=>e==null?[]:Array.isArray(e)?e.map((n,t)=>[t,n]):typeof e=="object"?Object.entries(e).filter(([,n])=>n!==void 0):[[0,e]],Rr=e=>{let n=[];for(let[r,i]of Kf(e)){if(typeof i!="string"||i.trim()==="")return Cs(r,"text that is not blank");n.push({name:r,text:i})}let[t,...o]=n;return t===void 0?Zf():U([t,...o])},$f=e=>{for(let n=0;n<e.length;n+=1){let t=e.charCodeAt(n);if(t<32||t>126)return!1}return!0},Dr=e=>$f(e)&&e.trim()===e&&e!=="",Kt=e=>{let n=Rr(e);if(n._tag==="Left")return n;let t=n.right.find(({text:o})=>!Dr(o));return t===void 0?n:Cs(t.name,"visible ASCII characters with no white space around them")},$t=(e,n)=>{let t=null;for(let{name:o,text:r}of e)n(r)&&t===null&&(t=o);return t};var Rs=" ",Ds="	",Jf=e=>{let n=0,t=e.length;for(;n<t&&(e[n]===Rs||e[n]===Ds);)n+=1;for(;t>n&&(e[t-1]===Rs||e[t-1]===Ds);)t-=1;return e.slice(n,t)},Jt=(e,n)=>{let t=e(n);return R(t)?t:t.right.length===0?O(D("HeaderMissing","a header",{path:n})):U(t.right.map(Jf).join(", "))},it=(e,n,t,o)=>n.includes(",")?D("HeaderRepeated","the header once",{path:e}):D(t,o,{path:e});var En=(e,n)=>Object.assign(n,{proof:e}),cn=(e,n)=>({method:e,covers:e==="hmac-sha256"?"body":"nothing",replayProtected:!1,secret:n});var Vf=(e,n)=>{if(e.slice(0,n.length).toLowerCase()!==n.toLowerCase())return null;let t=e.slice(n.length);return t.startsWith(" ")?t.trimStart():null},Is=(e,n)=>{let t=rt(n);return $t(e,o=>js(rt(o),t))},Ir=(e,n,t,o,r)=>{let i=Jt(o,n);if(R(i))return i;let a=t===null?i.right:Vf(i.right,t);if(a===null||!Dr(a)){let d=t===null?"a token of visible ASCII characters":`${t} and a token`;return O(it(n,i.right,"HeaderMalformed",d))}let s=Is(r,a);return s===null?O(it(n,a,"TokenMismatch","a token that is one of the secrets")):U(cn(e,s))},Fs=(e,n,t)=>{let o=typeof n=="string"?Is(t,n):null;return o===null?O(D("TokenMismatch","a secret in the URL that is one of the secrets",{path:"secretFromUrl"})):U(cn(e,o))},Vt=(e,n=null)=>En({method:"token",header:e,scheme:n},(t,o,r)=>{let i=Kt(r.secrets);return R(i)?i:Ir("token",e,n,t,i.right)});var Ls=Vt("token");var ln=e=>e?.instant==null?null:{by:"time",value:e.instant,precision:e.precision},ne=e=>({strength:"content",parts:[],order:ln(e)});var T={lead:(e,n,t,o)=>({family:"lead",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),person:o.person,property:o.property,showing:o.showing,lead:o.lead}),screening:(e,n,t,o)=>({family:"screening",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),person:o.person,property:o.property,showing:o.showing,screening:o.screening}),showing:(e,n,t,o)=>({family:"showing",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),person:o.person,property:o.property,showing:o.showing}),access:(e,n,t,o)=>({family:"access",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),person:o.person,property:o.property,showing:o.showing,access:o.access}),message:(e,n,t,o)=>({family:"message",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),person:o.person,property:o.property,showing:o.showing,message:o.message}),call:(e,n,t,o)=>({family:"call",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),person:o.person,property:o.property,showing:o.showing,call:o.call}),document:(e,n,t,o)=>({family:"document",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),person:o.person,property:o.property,showing:o.showing,document:o.document}),application:(e,n,t,o)=>({family:"application",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),person:o.person,property:o.property,application:o.application}),listing:(e,n,t,o)=>({family:"listing",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),property:o.property,person:o.person,listing:o.listing}),lease:(e,n,t,o)=>({family:"lease",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),person:o.person,property:o.property,lease:o.lease}),record:(e,n,t,o)=>({family:"record",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),record:o.record,person:o.person,property:o.property,lease:o.lease}),sync:(e,n,t,o)=>({family:"sync",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),sync:o.sync}),device:(e,n,t,o)=>({family:"device",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),property:o.property,device:o.device}),unrecognized:(e,n,t,o)=>({family:"unrecognized",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:J(t.reading),discriminator:o.discriminator,newerType:o.newerType,person:o.person,property:o.property,showing:o.showing})};var Gf={lessThanXSeconds:{one:"less than a second",other:"less than {{count}} seconds"},xSeconds:{one:"1 second",other:"{{count}} seconds"},halfAMinute:"half a minute",lessThanXMinutes:{one:"less than a minute",other:"less than {{count}} minutes"},xMinutes:{one:"1 minute",other:"{{count}} minutes"},aboutXHours:{one:"about 1 hour",other:"about {{count}} hours"},xHours:{one:"1 hour",other:"{{count}} hours"},xDays:{one:"1 day",other:"{{count}} days"},aboutXWeeks:{one:"about 1 week",other:"about {{count}} weeks"},xWeeks:{one:"1 week",other:"{{count}} weeks"},aboutXMonths:{one:"about 1 month",other:"about {{count}} months"},xMonths:{one:"1 month",other:"{{count}} months"},aboutXYears:{one:"about 1 year",other:"about {{count}} years"},xYears:{one:"1 year",other:"{{count}} years"},overXYears:{one:"over 1 year",other:"over {{count}} years"},almostXYears:{one:"almost 1 year",other:"almost {{count}} years"}},Ms=(e,n,t)=>{let o,r=Gf[e];return typeof r=="string"?o=r:n===1?o=r.one:o=r.other.replace("{{count}}",n.toString()),t?.addSuffix?t.comparison&&t.comparison>0?"in "+o:o+" ago":o};function Gt(e){return(n={})=>{let t=n.width?String(n.width):e.defaultWidth;return e.formats[t]||e.formats[e.defaultWidth]}}var Xf={full:"EEEE, MMMM do, y",long:"MMMM do, y",medium:"MMM d, y",short:"MM/dd/yyyy"},Qf={full:"h:mm:ss a zzzz",long:"h:mm:ss a z",medium:"h:mm:ss a",short:"h:mm a"},e0={full:"{{date}} 'at' {{time}}",long:"{{date}} 'at' {{time}}",medium:"{{date}}, {{time}}",short:"{{date}}, {{time}}"},Ns={date:Gt({formats:Xf,defaultWidth:"full"}),time:Gt({formats:Qf,defaultWidth:"full"}),dateTime:Gt({formats:e0,defaultWidth:"full"})};var n0={lastWeek:"'last' eeee 'at' p",yesterday:"'yesterday at' p",today:"'today at' p",tomorrow:"'tomorrow at' p",nextWeek:"eeee 'at' p",other:"P"},zs=(e,n,t,o)=>n0[e];function kn(e){return(n,t)=>{let o=t?.context?String(t.context):"standalone",r;if(o==="formatting"&&e.formattingValues){let a=e.defaultFormattingWidth||e.defaultWidth,s=t?.width?String(t.width):a;r=e.formattingValues[s]||e.formattingValues[a]}else{let a=e.defaultWidth,s=t?.width?String(t.width):e.defaultWidth;r=e.values[s]||e.values[a]}let i=e.argumentCallback?e.argumentCallback(n):n;return r[i]}}var t0={narrow:["B","A"],abbreviated:["BC","AD"],wide:["Before Christ","Anno Domini"]},o0={narrow:["1","2","3","4"],abbreviated:["Q1","Q2","Q3","Q4"],wide:["1st quarter","2nd quarter","3rd quarter","4th quarter"]},r0={narrow:["J","F","M","A","M","J","J","A","S","O","N","D"],abbreviated:["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"],wide:["January","February","March","April","May","June","July","August","September","October","November","December"]},i0={narrow:["S","M","T","W","T","F","S"],short:["Su","Mo","Tu","We","Th","Fr","Sa"],abbreviated:["Sun","Mon","Tue","Wed","Thu","Fri","Sat"],wide:["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"]},a0={narrow:{am:"a",pm:"p",midnight:"mi",noon:"n",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"},abbreviated:{am:"AM",pm:"PM",midnight:"midnight",noon:"noon",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"},wide:{am:"a.m.",pm:"p.m.",midnight:"midnight",noon:"noon",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"}},s0={narrow:{am:"a",pm:"p",midnight:"mi",noon:"n",morning:"in the morning",afternoon:"in the afternoon",evening:"in the evening",night:"at night"},abbreviated:{am:"AM",pm:"PM",midnight:"midnight",noon:"noon",morning:"in the morning",afternoon:"in the afternoon",evening:"in the evening",night:"at night"},wide:{am:"a.m.",pm:"p.m.",midnight:"midnight",noon:"noon",morning:"in the morning",afternoon:"in the afternoon",evening:"in the evening",night:"at night"}},c0=(e,n)=>{let t=Number(e),o=t%100;if(o>20||o<10)switch(o%10){case 1:return t+"st";case 2:return t+"nd";case 3:return t+"rd"}return t+"th"},Us={ordinalNumber:c0,era:kn({values:t0,defaultWidth:"wide"}),quarter:kn({values:o0,defaultWidth:"wide",argumentCallback:e=>e-1}),month:kn({values:r0,defaultWidth:"wide"}),day:kn({values:i0,defaultWidth:"wide"}),dayPeriod:kn({values:a0,defaultWidth:"wide",formattingValues:s0,defaultFormattingWidth:"wide"})};function jn(e){return(n,t={})=>{let o=t.width,r=o&&e.matchPatterns[o]||e.matchPatterns[e.defaultMatchWidth],i=n.match(r);if(!i)return null;let a=i[0],s=o&&e.parsePatterns[o]||e.parsePatterns[e.defaultParseWidth],d=Array.isArray(s)?d0(s,y=>y.test(a)):l0(s,y=>y.test(a)),p;p=e.valueCallback?e.valueCallback(d):d,p=t.valueCallback?t.valueCallback(p):p;let m=n.slice(a.length);return{value:p,rest:m}}}function l0(e,n){for(let t in e)if(Object.prototype.hasOwnProperty.call(e,t)&&n(e[t]))return t}function d0(e,n){for(let t=0;t<e.length;t++)if(n(e[t]))return t}function Ws(e){return(n,t={})=>{let o=n.match(e.matchPattern);if(!o)return null;let r=o[0],i=n.match(e.parsePattern);if(!i)return null;let a=e.valueCallback?e.valueCallback(i[0]):i[0];a=t.valueCallback?t.valueCallback(a):a;let s=n.slice(r.length);return{value:a,rest:s}}}var p0=/^(\d+)(th|st|nd|rd)?/i,u0=/\d+/i,m0={narrow:/^(b|a)/i,abbreviated:/^(b\.?\s?c\.?|b\.?\s?c\.?\s?e\.?|a\.?\s?d\.?|c\.?\s?e\.?)/i,wide:/^(before christ|before common era|anno domini|common era)/i},f0={any:[/^b/i,/^(a|c)/i]},_0={narrow:/^[1234]/i,abbreviated:/^q[1234]/i,wide:/^[1234](th|st|nd|rd)? quarter/i},y0={any:[/1/i,/2/i,/3/i,/4/i]},h0={narrow:/^[jfmasond]/i,abbreviated:/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,wide:/^(january|february|march|april|may|june|july|august|september|october|november|december)/i},g0={narrow:[/^j/i,/^f/i,/^m/i,/^a/i,/^m/i,/^j/i,/^j/i,/^a/i,/^s/i,/^o/i,/^n/i,/^d/i],any:[/^ja/i,/^f/i,/^mar/i,/^ap/i,/^may/i,/^jun/i,/^jul/i,/^au/i,/^s/i,/^o/i,/^n/i,/^d/i]},b0={narrow:/^[smtwf]/i,short:/^(su|mo|tu|we|th|fr|sa)/i,abbreviated:/^(sun|mon|tue|wed|thu|fri|sat)/i,wide:/^(sunday|monday|tuesday|wednesday|thursday|friday|saturday)/i},x0={narrow:[/^s/i,/^m/i,/^t/i,/^w/i,/^t/i,/^f/i,/^s/i],any:[/^su/i,/^m/i,/^tu/i,/^w/i,/^th/i,/^f/i,/^sa/i]},v0={narrow:/^(a|p|mi|n|(in the|at) (morning|afternoon|evening|night))/i,any:/^([ap]\.?\s?m\.?|midnight|noon|(in the|at) (morning|afternoon|evening|night))/i},w0={any:{am:/^a/i,pm:/^p/i,midnight:/^mi/i,noon:/^no/i,morning:/morning/i,afternoon:/afternoon/i,evening:/evening/i,night:/night/i}},Bs={ordinalNumber:Ws({matchPattern:p0,parsePattern:u0,valueCallback:e=>parseInt(e,10)}),era:jn({matchPatterns:m0,defaultMatchWidth:"wide",parsePatterns:f0,defaultParseWidth:"any"}),quarter:jn({matchPatterns:_0,defaultMatchWidth:"wide",parsePatterns:y0,defaultParseWidth:"any",valueCallback:e=>e+1}),month:jn({matchPatterns:h0,defaultMatchWidth:"wide",parsePatterns:g0,defaultParseWidth:"any"}),day:jn({matchPatterns:b0,defaultMatchWidth:"wide",parsePatterns:x0,defaultParseWidth:"any"}),dayPeriod:jn({matchPatterns:v0,defaultMatchWidth:"any",parsePatterns:w0,defaultParseWidth:"any"})};var Fr={code:"en-US",formatDistance:Ms,formatLong:Ns,formatRelative:zs,localize:Us,match:Bs,options:{weekStartsOn:0,firstWeekContainsDate:1}};var T0={};function Ce(){return T0}var A0=Math.pow(10,8)*24*60*60*1e3,$T=-A0,Xt=6048e5,qs=864e5;var S0=3600;var Hs=S0*24,JT=Hs*7,E0=Hs*365.2425,k0=E0/12,VT=k0*3,Lr=Symbol.for("constructDateFrom");function le(e,n){return typeof e=="function"?e(n):e&&typeof e=="object"&&Lr in e?e[Lr](n):e instanceof Date?new e.constructor(n):new Date(n)}function Z(e,n){return le(n||e,e)}function Mr(e){let n=Z(e),t=new Date(Date.UTC(n.getFullYear(),n.getMonth(),n.getDate(),n.getHours(),n.getMinutes(),n.getSeconds(),n.getMilliseconds()));return t.setUTCFullYear(n.getFullYear()),+e-+t}function Ys(e,...n){let t=le.bind(null,e||n.find(o=>typeof o=="object"));return n.map(t)}function Nr(e,n){let t=Z(e,n?.in);return t.setHours(0,0,0,0),t}function Zs(e,n,t){let[o,r]=Ys(t?.in,e,n),i=Nr(o),a=Nr(r),s=+i-Mr(i),d=+a-Mr(a);return Math.round((s-d)/qs)}function Ks(e,n){let t=Z(e,n?.in);return t.setFullYear(t.getFullYear(),0,1),t.setHours(0,0,0,0),t}function $s(e,n){let t=Z(e,n?.in);return Zs(t,Ks(t))+1}function He(e,n){let t=Ce(),o=n?.weekStartsOn??n?.locale?.options?.weekStartsOn??t.weekStartsOn??t.locale?.options?.weekStartsOn??0,r=Z(e,n?.in),i=r.getDay(),a=(i<o?7:0)+i-o;return r.setDate(r.getDate()-a),r.setHours(0,0,0,0),r}function dn(e,n){return He(e,{...n,weekStartsOn:1})}function Qt(e,n){let t=Z(e,n?.in),o=t.getFullYear(),r=le(t,0);r.setFullYear(o+1,0,4),r.setHours(0,0,0,0);let i=dn(r),a=le(t,0);a.setFullYear(o,0,4),a.setHours(0,0,0,0);let s=dn(a);return t.getTime()>=i.getTime()?o+1:t.getTime()>=s.getTime()?o:o-1}function Js(e,n){let t=Qt(e,n),o=le(n?.in||e,0);return o.setFullYear(t,0,4),o.setHours(0,0,0,0),dn(o)}function Vs(e,n){let t=Z(e,n?.in),o=+dn(t)-+Js(t);return Math.round(o/Xt)+1}function eo(e,n){let t=Z(e,n?.in),o=t.getFullYear(),r=Ce(),i=n?.firstWeekContainsDate??n?.locale?.options?.firstWeekContainsDate??r.firstWeekContainsDate??r.locale?.options?.firstWeekContainsDate??1,a=le(n?.in||e,0);a.setFullYear(o+1,0,i),a.setHours(0,0,0,0);let s=He(a,n),d=le(n?.in||e,0);d.setFullYear(o,0,i),d.setHours(0,0,0,0);let p=He(d,n);return+t>=+s?o+1:+t>=+p?o:o-1}function Gs(e,n){let t=Ce(),o=n?.firstWeekContainsDate??n?.locale?.options?.firstWeekContainsDate??t.firstWeekContainsDate??t.locale?.options?.firstWeekContainsDate??1,r=eo(e,n),i=le(n?.in||e,0);return i.setFullYear(r,0,o),i.setHours(0,0,0,0),He(i,n)}function Xs(e,n){let t=Z(e,n?.in),o=+He(t,n)-+Gs(t,n);return Math.round(o/Xt)+1}function F(e,n){let t=e<0?"-":"",o=Math.abs(e).toString().padStart(n,"0");return t+o}var Ye={y(e,n){let t=e.getFullYear(),o=t>0?t:1-t;return F(n==="yy"?o%100:o,n.length)},M(e,n){let t=e.getMonth();return n==="M"?String(t+1):F(t+1,2)},d(e,n){return F(e.getDate(),n.length)},a(e,n){let t=e.getHours()/12>=1?"pm":"am";switch(n){case"a":case"aa":return t.toUpperCase();case"aaa":return t;case"aaaaa":return t[0];default:return t==="am"?"a.m.":"p.m."}},h(e,n){return F(e.getHours()%12||12,n.length)},H(e,n){return F(e.getHours(),n.length)},m(e,n){return F(e.getMinutes(),n.length)},s(e,n){return F(e.getSeconds(),n.length)},S(e,n){let t=n.length,o=e.getMilliseconds(),r=Math.trunc(o*Math.pow(10,t-3));return F(r,n.length)}};var Pn={am:"am",pm:"pm",midnight:"midnight",noon:"noon",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"},zr={G:function(e,n,t){let o=e.getFullYear()>0?1:0;switch(n){case"G":case"GG":case"GGG":return t.era(o,{width:"abbreviated"});case"GGGGG":return t.era(o,{width:"narrow"});default:return t.era(o,{width:"wide"})}},y:function(e,n,t){if(n==="yo"){let o=e.getFullYear(),r=o>0?o:1-o;return t.ordinalNumber(r,{unit:"year"})}return Ye.y(e,n)},Y:function(e,n,t,o){let r=eo(e,o),i=r>0?r:1-r;if(n==="YY"){let a=i%100;return F(a,2)}return n==="Yo"?t.ordinalNumber(i,{unit:"year"}):F(i,n.length)},R:function(e,n){let t=Qt(e);return F(t,n.length)},u:function(e,n){let t=e.getFullYear();return F(t,n.length)},Q:function(e,n,t){let o=Math.ceil((e.getMonth()+1)/3);switch(n){case"Q":return String(o);case"QQ":return F(o,2);case"Qo":return t.ordinalNumber(o,{unit:"quarter"});case"QQQ":return t.quarter(o,{width:"abbreviated",context:"formatting"});case"QQQQQ":return t.quarter(o,{width:"narrow",context:"formatting"});default:return t.quarter(o,{width:"wide",context:"formatting"})}},q:function(e,n,t){let o=Math.ceil((e.getMonth()+1)/3);switch(n){case"q":return String(o);case"qq":return F(o,2);case"qo":return t.ordinalNumber(o,{unit:"quarter"});case"qqq":return t.quarter(o,{width:"abbreviated",context:"standalone"});case"qqqqq":return t.quarter(o,{width:"narrow",context:"standalone"});default:return t.quarter(o,{width:"wide",context:"standalone"})}},M:function(e,n,t){let o=e.getMonth();switch(n){case"M":case"MM":return Ye.M(e,n);case"Mo":return t.ordinalNumber(o+1,{unit:"month"});case"MMM":return t.month(o,{width:"abbreviated",context:"formatting"});case"MMMMM":return t.month(o,{width:"narrow",context:"formatting"});default:return t.month(o,{width:"wide",context:"formatting"})}},L:function(e,n,t){let o=e.getMonth();switch(n){case"L":return String(o+1);case"LL":return F(o+1,2);case"Lo":return t.ordinalNumber(o+1,{unit:"month"});case"LLL":return t.month(o,{width:"abbreviated",context:"standalone"});case"LLLLL":return t.month(o,{width:"narrow",context:"standalone"});default:return t.month(o,{width:"wide",context:"standalone"})}},w:function(e,n,t,o){let r=Xs(e,o);return n==="wo"?t.ordinalNumber(r,{unit:"week"}):F(r,n.length)},I:function(e,n,t){let o=Vs(e);return n==="Io"?t.ordinalNumber(o,{unit:"week"}):F(o,n.length)},d:function(e,n,t){return n==="do"?t.ordinalNumber(e.getDate(),{unit:"date"}):Ye.d(e,n)},D:function(e,n,t){let o=$s(e);return n==="Do"?t.ordinalNumber(o,{unit:"dayOfYear"}):F(o,n.length)},E:function(e,n,t){let o=e.getDay();switch(n){case"E":case"EE":case"EEE":return t.day(o,{width:"abbreviated",context:"formatting"});case"EEEEE":return t.day(o,{width:"narrow",context:"formatting"});case"EEEEEE":return t.day(o,{width:"short",context:"formatting"});default:return t.day(o,{width:"wide",context:"formatting"})}},e:function(e,n,t,o){let r=e.getDay(),i=(r-o.weekStartsOn+8)%7||7;switch(n){case"e":return String(i);case"ee":return F(i,2);case"eo":return t.ordinalNumber(i,{unit:"day"});case"eee":return t.day(r,{width:"abbreviated",context:"formatting"});case"eeeee":return t.day(r,{width:"narrow",context:"formatting"});case"eeeeee":return t.day(r,{width:"short",context:"formatting"});default:return t.day(r,{width:"wide",context:"formatting"})}},c:function(e,n,t,o){let r=e.getDay(),i=(r-o.weekStartsOn+8)%7||7;switch(n){case"c":return String(i);case"cc":return F(i,n.length);case"co":return t.ordinalNumber(i,{unit:"day"});case"ccc":return t.day(r,{width:"abbreviated",context:"standalone"});case"ccccc":return t.day(r,{width:"narrow",context:"standalone"});case"cccccc":return t.day(r,{width:"short",context:"standalone"});default:return t.day(r,{width:"wide",context:"standalone"})}},i:function(e,n,t){let o=e.getDay(),r=o===0?7:o;switch(n){case"i":return String(r);case"ii":return F(r,n.length);case"io":return t.ordinalNumber(r,{unit:"day"});case"iii":return t.day(o,{width:"abbreviated",context:"formatting"});case"iiiii":return t.day(o,{width:"narrow",context:"formatting"});case"iiiiii":return t.day(o,{width:"short",context:"formatting"});default:return t.day(o,{width:"wide",context:"formatting"})}},a:function(e,n,t){let r=e.getHours()/12>=1?"pm":"am";switch(n){case"a":case"aa":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"});case"aaa":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"}).toLowerCase();case"aaaaa":return t.dayPeriod(r,{width:"narrow",context:"formatting"});default:return t.dayPeriod(r,{width:"wide",context:"formatting"})}},b:function(e,n,t){let o=e.getHours(),r;switch(o===12?r=Pn.noon:o===0?r=Pn.midnight:r=o/12>=1?"pm":"am",n){case"b":case"bb":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"});case"bbb":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"}).toLowerCase();case"bbbbb":return t.dayPeriod(r,{width:"narrow",context:"formatting"});default:return t.dayPeriod(r,{width:"wide",context:"formatting"})}},B:function(e,n,t){let o=e.getHours(),r;switch(o>=17?r=Pn.evening:o>=12?r=Pn.afternoon:o>=4?r=Pn.morning:r=Pn.night,n){case"B":case"BB":case"BBB":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"});case"BBBBB":return t.dayPeriod(r,{width:"narrow",context:"formatting"});default:return t.dayPeriod(r,{width:"wide",context:"formatting"})}},h:function(e,n,t){if(n==="ho"){let o=e.getHours()%12;return o===0&&(o=12),t.ordinalNumber(o,{unit:"hour"})}return Ye.h(e,n)},H:function(e,n,t){return n==="Ho"?t.ordinalNumber(e.getHours(),{unit:"hour"}):Ye.H(e,n)},K:function(e,n,t){let o=e.getHours()%12;return n==="Ko"?t.ordinalNumber(o,{unit:"hour"}):F(o,n.length)},k:function(e,n,t){let o=e.getHours();return o===0&&(o=24),n==="ko"?t.ordinalNumber(o,{unit:"hour"}):F(o,n.length)},m:function(e,n,t){return n==="mo"?t.ordinalNumber(e.getMinutes(),{unit:"minute"}):Ye.m(e,n)},s:function(e,n,t){return n==="so"?t.ordinalNumber(e.getSeconds(),{unit:"second"}):Ye.s(e,n)},S:function(e,n){return Ye.S(e,n)},X:function(e,n,t){let o=e.getTimezoneOffset();if(o===0)return"Z";switch(n){case"X":return ec(o);case"XXXX":case"XX":return pn(o);default:return pn(o,":")}},x:function(e,n,t){let o=e.getTimezoneOffset();switch(n){case"x":return ec(o);case"xxxx":case"xx":return pn(o);default:return pn(o,":")}},O:function(e,n,t){let o=e.getTimezoneOffset();switch(n){case"O":case"OO":case"OOO":return"GMT"+Qs(o,":");default:return"GMT"+pn(o,":")}},z:function(e,n,t){let o=e.getTimezoneOffset();switch(n){case"z":case"zz":case"zzz":return"GMT"+Qs(o,":");default:return"GMT"+pn(o,":")}},t:function(e,n,t){let o=Math.trunc(+e/1e3);return F(o,n.length)},T:function(e,n,t){return F(+e,n.length)}};function Qs(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=Math.trunc(o/60),i=o%60;return i===0?t+String(r):t+String(r)+n+F(i,2)}function ec(e,n){return e%60===0?(e>0?"-":"+")+F(Math.abs(e)/60,2):pn(e,n)}function pn(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=F(Math.trunc(o/60),2),i=F(o%60,2);return t+r+n+i}var nc=(e,n)=>{switch(e){case"P":return n.date({width:"short"});case"PP":return n.date({width:"medium"});case"PPP":return n.date({width:"long"});default:return n.date({width:"full"})}},tc=(e,n)=>{switch(e){case"p":return n.time({width:"short"});case"pp":return n.time({width:"medium"});case"ppp":return n.time({width:"long"});default:return n.time({width:"full"})}},j0=(e,n)=>{let t=e.match(/(P+)(p+)?/)||[],o=t[1],r=t[2];if(!r)return nc(e,n);let i;switch(o){case"P":i=n.dateTime({width:"short"});break;case"PP":i=n.dateTime({width:"medium"});break;case"PPP":i=n.dateTime({width:"long"});break;default:i=n.dateTime({width:"full"});break}return i.replace("{{date}}",nc(o,n)).replace("{{time}}",tc(r,n))},oc={p:tc,P:j0};var P0=/^D+$/,O0=/^Y+$/,C0=["D","DD","YY","YYYY"];function rc(e){return P0.test(e)}function ic(e){return O0.test(e)}function ac(e,n,t){let o=R0(e,n,t);if(console.warn(o),C0.includes(e))throw new RangeError(o)}function R0(e,n,t){let o=e[0]==="Y"?"years":"days of the month";return`Use \`${e.toLowerCase()}\` instead of \`${e}\` (in \`${n}\`) for formatting ${o} to the input \`${t}\`; see: https://github.com/date-fns/date-fns/blob/master/docs/unicodeTokens.md`}function sc(e){return e instanceof Date||typeof e=="object"&&Object.prototype.toString.call(e)==="[object Date]"}function cc(e){return!(!sc(e)&&typeof e!="number"||isNaN(+Z(e)))}var D0=/[yYQqMLwIdDecihHKkms]o|(\w)\1*|''|'(''|[^'])+('|$)|./g,I0=/P+p+|P+|p+|''|'(''|[^'])+('|$)|./g,F0=/^'([^]*?)'?$/,L0=/''/g,M0=/[a-zA-Z]/;function lc(e,n,t){let o=Ce(),r=t?.locale??o.locale??Fr,i=t?.firstWeekContainsDate??t?.locale?.options?.firstWeekContainsDate??o.firstWeekContainsDate??o.locale?.options?.firstWeekContainsDate??1,a=t?.weekStartsOn??t?.locale?.options?.weekStartsOn??o.weekStartsOn??o.locale?.options?.weekStartsOn??0,s=Z(e,t?.in);if(!cc(s))throw new RangeError("Invalid time value");let d=n.match(I0).map(m=>{let y=m[0];if(y==="p"||y==="P"){let W=oc[y];return W(m,r.formatLong)}return m}).join("").match(D0).map(m=>{if(m==="''")return{isToken:!1,value:"'"};let y=m[0];if(y==="'")return{isToken:!1,value:N0(m)};if(zr[y])return{isToken:!0,value:m};if(y.match(M0))throw new RangeError("Format string contains an unescaped latin alphabet character `"+y+"`");return{isToken:!1,value:m}});r.localize.preprocessor&&(d=r.localize.preprocessor(s,d));let p={firstWeekContainsDate:i,weekStartsOn:a,locale:r};return d.map(m=>{if(!m.isToken)return m.value;let y=m.value;(!t?.useAdditionalWeekYearTokens&&ic(y)||!t?.useAdditionalDayOfYearTokens&&rc(y))&&ac(y,n,String(e));let W=zr[y[0]];return W(s,y,r.localize,p)}).join("")}function N0(e){let n=e.match(F0);return n?n[1].replace(L0,"'"):e}function dc(){return Object.assign({},Ce())}function Ur(e,n,t){let o=dc(),r=W0(e,t.timeZone,t.locale??o.locale);return"formatToParts"in r?z0(r,n):U0(r,n)}function z0(e,n){let t=e.formatToParts(n);for(let o=t.length-1;o>=0;--o)if(t[o].type==="timeZoneName")return t[o].value}function U0(e,n){let t=e.format(n).replace(/\u200E/g,""),o=/ [\w-+ ]+$/.exec(t);return o?o[0].substr(1):""}function W0(e,n,t){return new Intl.DateTimeFormat(t?[t.code,"en-US"]:void 0,{timeZone:n,timeZoneName:e})}function uc(e,n){let t=Z0(n);return"formatToParts"in t?q0(t,e):H0(t,e)}var B0={year:0,month:1,day:2,hour:3,minute:4,second:5};function q0(e,n){try{let t=e.formatToParts(n),o=[];for(let r=0;r<t.length;r++){let i=B0[t[r].type];i!==void 0&&(o[i]=parseInt(t[r].value,10))}return o}catch(t){if(t instanceof RangeError)return[NaN];throw t}}function H0(e,n){let t=e.format(n),o=/(\d+)\/(\d+)\/(\d+),? (\d+):(\d+):(\d+)/.exec(t);return[parseInt(o[3],10),parseInt(o[1],10),parseInt(o[2],10),parseInt(o[4],10),parseInt(o[5],10),parseInt(o[6],10)]}var Wr={},pc=new Intl.DateTimeFormat("en-US",{hourCycle:"h23",timeZone:"America/New_York",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"}).format(new Date("2014-06-25T04:00:00.123Z")),Y0=pc==="06/25/2014, 00:00:00"||pc==="\u200E06\u200E/\u200E25\u200E/\u200E2014\u200E \u200E00\u200E:\u200E00\u200E:\u200E00";function Z0(e){return Wr[e]||(Wr[e]=Y0?new Intl.DateTimeFormat("en-US",{hourCycle:"h23",timeZone:e,year:"numeric",month:"numeric",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"}):new Intl.DateTimeFormat("en-US",{hour12:!1,timeZone:e,year:"numeric",month:"numeric",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"})),Wr[e]}function Br(e,n,t,o,r,i,a){let s=new Date(0);return s.setUTCFullYear(e,n,t),s.setUTCHours(o,r,i,a),s}var mc=36e5,K0=6e4,qr={timezone:/([Z+-].*)$/,timezoneZ:/^(Z)$/,timezoneHH:/^([+-]\d{2})$/,timezoneHHMM:/^([+-])(\d{2}):?(\d{2})$/};function On(e,n,t){if(!e)return 0;let o=qr.timezoneZ.exec(e);if(o)return 0;let r,i;if(o=qr.timezoneHH.exec(e),o)return r=parseInt(o[1],10),fc(r)?-(r*mc):NaN;if(o=qr.timezoneHHMM.exec(e),o){r=parseInt(o[2],10);let a=parseInt(o[3],10);return fc(r,a)?(i=Math.abs(r)*mc+a*K0,o[1]==="+"?-i:i):NaN}if(V0(e)){n=new Date(n||Date.now());let a=t?n:$0(n),s=Hr(a,e);return-(t?s:J0(n,s,e))}return NaN}function $0(e){return Br(e.getFullYear(),e.getMonth(),e.getDate(),e.getHours(),e.getMinutes(),e.getSeconds(),e.getMilliseconds())}function Hr(e,n){let t=uc(e,n),o=Br(t[0],t[1]-1,t[2],t[3]%24,t[4],t[5],0).getTime(),r=e.getTime(),i=r%1e3;return r-=i>=0?i:1e3+i,o-r}function J0(e,n,t){let r=e.getTime()-n,i=Hr(new Date(r),t);if(n===i)return n;r-=i-n;let a=Hr(new Date(r),t);return i===a?i:Math.max(i,a)}function fc(e,n){return-23<=e&&e<=23&&(n==null||0<=n&&n<=59)}var _c={};function V0(e){if(_c[e])return!0;try{return new Intl.DateTimeFormat(void 0,{timeZone:e}),_c[e]=!0,!0}catch{return!1}}var G0=60*1e3,hc={X:function(e,n,t){let o=Yr(t.timeZone,e);if(o===0)return"Z";switch(n){case"X":return yc(o);case"XXXX":case"XX":return Cn(o);default:return Cn(o,":")}},x:function(e,n,t){let o=Yr(t.timeZone,e);switch(n){case"x":return yc(o);case"xxxx":case"xx":return Cn(o);default:return Cn(o,":")}},O:function(e,n,t){let o=Yr(t.timeZone,e);switch(n){case"O":case"OO":case"OOO":return"GMT"+X0(o,":");default:return"GMT"+Cn(o,":")}},z:function(e,n,t){switch(n){case"z":case"zz":case"zzz":return Ur("short",e,t);default:return Ur("long",e,t)}}};function Yr(e,n){let t=e?On(e,n,!0)/G0:n?.getTimezoneOffset()??0;if(Number.isNaN(t))throw new RangeError("Invalid time zone specified: "+e);return t}function no(e,n){let t=e<0?"-":"",o=Math.abs(e).toString();for(;o.length<n;)o="0"+o;return t+o}function Cn(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=no(Math.floor(o/60),2),i=no(Math.floor(o%60),2);return t+r+n+i}function yc(e,n){return e%60===0?(e>0?"-":"+")+no(Math.abs(e)/60,2):Cn(e,n)}function X0(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=Math.floor(o/60),i=o%60;return i===0?t+String(r):t+String(r)+n+no(i,2)}function Zr(e){let n=new Date(Date.UTC(e.getFullYear(),e.getMonth(),e.getDate(),e.getHours(),e.getMinutes(),e.getSeconds(),e.getMilliseconds()));return n.setUTCFullYear(e.getFullYear()),+e-+n}var gc=/(Z|[+-]\d{2}(?::?\d{2})?| UTC| [a-zA-Z]+\/[a-zA-Z_]+(?:\/[a-zA-Z_]+)?)$/;var Kr=36e5,bc=6e4,Q0=2,ae={dateTimePattern:/^([0-9W+-]+)(T| )(.*)/,datePattern:/^([0-9W+-]+)(.*)/,plainTime:/:/,YY:/^(\d{2})$/,YYY:[/^([+-]\d{2})$/,/^([+-]\d{3})$/,/^([+-]\d{4})$/],YYYY:/^(\d{4})/,YYYYY:[/^([+-]\d{4})/,/^([+-]\d{5})/,/^([+-]\d{6})/],MM:/^-(\d{2})$/,DDD:/^-?(\d{3})$/,MMDD:/^-?(\d{2})-?(\d{2})$/,Www:/^-?W(\d{2})$/,WwwD:/^-?W(\d{2})-?(\d{1})$/,HH:/^(\d{2}([.,]\d*)?)$/,HHMM:/^(\d{2}):?(\d{2}([.,]\d*)?)$/,HHMMSS:/^(\d{2}):?(\d{2}):?(\d{2}([.,]\d*)?)$/,timeZone:gc};function to(e,n={}){if(arguments.length<1)throw new TypeError("1 argument required, but only "+arguments.length+" present");if(e===null)return new Date(NaN);let t=n.additionalDigits==null?Q0:Number(n.additionalDigits);if(t!==2&&t!==1&&t!==0)throw new RangeError("additionalDigits must be 0, 1 or 2");if(e instanceof Date||typeof e=="object"&&Object.prototype.toString.call(e)==="[object Date]")return new Date(e.getTime());if(typeof e=="number"||Object.prototype.toString.call(e)==="[object Number]")return new Date(e);if(Object.prototype.toString.call(e)!=="[object String]")return new Date(NaN);let o=e_(e),{year:r,restDateString:i}=n_(o.date,t),a=t_(i,r);if(a===null||isNaN(a.getTime()))return new Date(NaN);if(a){let s=a.getTime(),d=0,p;if(o.time&&(d=o_(o.time),d===null||isNaN(d)))return new Date(NaN);if(o.timeZone||n.timeZone){if(p=On(o.timeZone||n.timeZone,new Date(s+d)),isNaN(p))return new Date(NaN)}else p=Zr(new Date(s+d)),p=Zr(new Date(s+d+p));return new Date(s+d+p)}else return new Date(NaN)}function e_(e){let n={},t=ae.dateTimePattern.exec(e),o;if(t?(n.date=t[1],o=t[3]):(t=ae.datePattern.exec(e),t?(n.date=t[1],o=t[2]):(n.date=null,o=e)),o){let r=ae.timeZone.exec(o);r?(n.time=o.replace(r[1],""),n.timeZone=r[1].trim()):n.time=o}return n}function n_(e,n){if(e){let t=ae.YYY[n],o=ae.YYYYY[n],r=ae.YYYY.exec(e)||o.exec(e);if(r){let i=r[1];return{year:parseInt(i,10),restDateString:e.slice(i.length)}}if(r=ae.YY.exec(e)||t.exec(e),r){let i=r[1];return{year:parseInt(i,10)*100,restDateString:e.slice(i.length)}}}return{year:null}}function t_(e,n){if(n===null)return null;let t,o,r;if(!e||!e.length)return t=new Date(0),t.setUTCFullYear(n),t;let i=ae.MM.exec(e);if(i)return t=new Date(0),o=parseInt(i[1],10)-1,vc(n,o)?(t.setUTCFullYear(n,o),t):new Date(NaN);if(i=ae.DDD.exec(e),i){t=new Date(0);let a=parseInt(i[1],10);return a_(n,a)?(t.setUTCFullYear(n,0,a),t):new Date(NaN)}if(i=ae.MMDD.exec(e),i){t=new Date(0),o=parseInt(i[1],10)-1;let a=parseInt(i[2],10);return vc(n,o,a)?(t.setUTCFullYear(n,o,a),t):new Date(NaN)}if(i=ae.Www.exec(e),i)return r=parseInt(i[1],10)-1,wc(r)?xc(n,r):new Date(NaN);if(i=ae.WwwD.exec(e),i){r=parseInt(i[1],10)-1;let a=parseInt(i[2],10)-1;return wc(r,a)?xc(n,r,a):new Date(NaN)}return null}function o_(e){let n,t,o=ae.HH.exec(e);if(o)return n=parseFloat(o[1].replace(",",".")),$r(n)?n%24*Kr:NaN;if(o=ae.HHMM.exec(e),o)return n=parseInt(o[1],10),t=parseFloat(o[2].replace(",",".")),$r(n,t)?n%24*Kr+t*bc:NaN;if(o=ae.HHMMSS.exec(e),o){n=parseInt(o[1],10),t=parseInt(o[2],10);let r=parseFloat(o[3].replace(",","."));return $r(n,t,r)?n%24*Kr+t*bc+r*1e3:NaN}return null}function xc(e,n,t){n=n||0,t=t||0;let o=new Date(0);o.setUTCFullYear(e,0,4);let r=o.getUTCDay()||7,i=n*7+t+1-r;return o.setUTCDate(o.getUTCDate()+i),o}var r_=[31,28,31,30,31,30,31,31,30,31,30,31],i_=[31,29,31,30,31,30,31,31,30,31,30,31];function Tc(e){return e%400===0||e%4===0&&e%100!==0}function vc(e,n,t){if(n<0||n>11)return!1;if(t!=null){if(t<1)return!1;let o=Tc(e);if(o&&t>i_[n]||!o&&t>r_[n])return!1}return!0}function a_(e,n){if(n<1)return!1;let t=Tc(e);return!(t&&n>366||!t&&n>365)}function wc(e,n){return!(e<0||e>52||n!=null&&(n<0||n>6))}function $r(e,n,t){return!(e<0||e>=25||n!=null&&(n<0||n>=60)||t!=null&&(t<0||t>=60))}var s_=/([xXOz]+)|''|'(''|[^'])+('|$)/g;function Ac(e,n,t={}){n=String(n);let o=n.match(s_);if(o){let r=to(t.originalDate||e,t);n=o.reduce(function(i,a){if(a[0]==="'")return i;let s=i.indexOf(a),d=i[s-1]==="'",p=i.replace(a,"'"+hc[a[0]](r,a,t)+"'");return d?p.substring(0,s-1)+p.substring(s+1):p},n)}return lc(e,n,t)}function Sc(e,n,t){e=to(e,t);let o=On(n,e,!0),r=new Date(e.getTime()-o),i=new Date(0);return i.setFullYear(r.getUTCFullYear(),r.getUTCMonth(),r.getUTCDate()),i.setHours(r.getUTCHours(),r.getUTCMinutes(),r.getUTCSeconds(),r.getUTCMilliseconds()),i}function Ec(e,n,t,o){return o={...o,timeZone:n,originalDate:e},Ac(Sc(e,n,{timeZone:o.timeZone}),t,o)}var c_={"":"CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu","Africa/":"Asmara Asmera Timbuktu","America/":"Atikokan Atka Buenos_Aires Catamarca Coral_Harbour Cordoba Ensenada Fort_Wayne Godthab Indianapolis Jujuy Knox_IN Kralendijk Louisville Lower_Princes Marigot Mendoza Montreal Nipigon Nuuk Pangnirtung Porto_Acre Rainy_River Rosario Santa_Isabel Shiprock St_Barthelemy Thunder_Bay Virgin Yellowknife","America/Argentina/":"Buenos_Aires Catamarca ComodRivadavia Cordoba Jujuy Mendoza","America/Indiana/":"Indianapolis","America/Kentucky/":"Louisville","Antarctica/":"South_Pole","Arctic/":"Longyearbyen","Asia/":"Ashkhabad Calcutta Choibalsan Chongqing Chungking Dacca Harbin Ho_Chi_Minh Istanbul Kashgar Kathmandu Katmandu Kolkata Macao Rangoon Saigon Tel_Aviv Thimbu Ujung_Pandang Ulan_Bator Yangon","Atlantic/":"Faeroe Faroe Jan_Mayen","Australia/":"ACT Canberra Currie LHI NSW North Queensland South Tasmania Victoria West Yancowinna","Brazil/":"Acre DeNoronha East West","Canada/":"Atlantic Central Eastern Mountain Newfoundland Pacific Saskatchewan Yukon","Chile/":"Continental EasterIsland","Etc/":"GMT GMT+0 GMT+1 GMT+10 GMT+11 GMT+12 GMT+2 GMT+3 GMT+4 GMT+5 GMT+6 GMT+7 GMT+8 GMT+9 GMT-0 GMT-1 GMT-10 GMT-11 GMT-12 GMT-13 GMT-14 GMT-2 GMT-3 GMT-4 GMT-5 GMT-6 GMT-7 GMT-8 GMT-9 GMT0 Greenwich UCT UTC Universal Zulu","Europe/":"Belfast Bratislava Busingen Kiev Kyiv Mariehamn Nicosia Podgorica San_Marino Tiraspol Uzhgorod Vatican Zaporozhye","Mexico/":"BajaNorte BajaSur General","Pacific/":"Chuuk Enderbury Johnston Kanton Pohnpei Ponape Samoa Truk Yap","US/":"Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain Pacific Samoa"};function kc(){return Object.entries(c_).flatMap(([e,n])=>n.split(" ").map(t=>e+t))}var st=2**19*1e3,at=1024,l_=2147483647,jc=new Map,Jr=null,Pc=null;function un(e){if(typeof e!="string")return null;let n=jc.get(e);if(n!==void 0)return n;if(Jr??=new Set(Intl.supportedValuesOf("timeZone")),Pc??=new Set(kc()),!Jr.has(e)&&!Pc.has(e))return null;let t=Jr.has(e)||d_(e)?{name:e,offsets:p_()}:null;return jc.set(e,t),t}function d_(e){try{return new Intl.DateTimeFormat("en-US",{timeZone:e}),!0}catch{return!1}}function p_(){return{bucket:new Int32Array(at).fill(l_),before:new Int16Array(at),after:new Int16Array(at),change:new Float64Array(at)}}var u_=Math.floor((Qn-2*864e5)/st),m_=Math.floor((et+2*864e5)/st);function te(e,n){let{bucket:t,before:o,after:r,change:i}=e.offsets,a=Math.floor(n/st),s=a&at-1;if(t[s]!==a){if(!(a>=u_&&a<=m_))return NaN;f_(e,a,s)}return(n<(i[s]??0)?o[s]:r[s])??0}function f_(e,n,t){let{offsets:o,name:r}=e,i=n*st,a=i+st-1e3,s=Vr(r,i),d=Vr(r,a);o.bucket[t]=n,o.before[t]=s,o.after[t]=d,o.change[t]=s===d?1/0:__(r,d,i,a)}function __(e,n,t,o){let r=t,i=o;for(;i-r>1e3;){let a=r+Math.floor((i-r)/2e3)*1e3;Vr(e,a)===n?i=a:r=a}return i}var y_=Qn+2*864e5,h_=et-2*864e5;function Vr(e,n){let t=Ec(Math.min(Math.max(n,y_),h_),e,"xxx"),o=V(t,1)*60+V(t,4);return t.startsWith("-")&&o!==0?-o:o}function oo(e,n,t="compatible"){let o=te(e,n-864e5),r=te(e,n+864e5);return o===r?{epoch:n-o*6e4,offset:o,ambiguity:"none"}:g_(e,n,o,r,t)}function g_(e,n,t,o,r){let i=n-t*6e4,a=n-o*6e4,s=te(e,i)===t,d=te(e,a)===o;if(s!==d)return s?{epoch:i,offset:t,ambiguity:"none"}:{epoch:a,offset:o,ambiguity:"none"};let p=s?"overlap":"gap";return r==="reject"?{epoch:null,offset:null,ambiguity:p}:p==="overlap"?r==="later"?{epoch:a,offset:o,ambiguity:p}:{epoch:i,offset:t,ambiguity:p}:r==="earlier"?{epoch:a,offset:t,ambiguity:p}:{epoch:i,offset:o,ambiguity:p}}var Oc=84;function be(e,n,t){let{wall:o,offset:r,precision:i}=n,a=Rc(e,n)?e:ot(o-r*6e4);return a===null?null:{instant:a,local:b_(e,i)??Tn(o,i==="millisecond"),offset:tt(r),zone:t===null?null:t.name,precision:i,basis:"offset",ambiguity:"none",raw:e}}function Cc(e,n,t){let o=n.wall-n.offset*6e4,r=te(t,o);if(r===n.offset)return be(e,n,t);let{precision:i}=n,a=Rc(e,n)?e:ot(o),s=Tn(o+r*6e4,i==="millisecond");return a===null||s===null?null:{instant:a,local:s,offset:tt(r),zone:t.name,precision:i,basis:"offset",ambiguity:"none",raw:e}}function Rc(e,{precision:n,offset:t}){return n==="millisecond"&&t===0&&e.length===24&&e.charCodeAt(10)===Oc}function b_(e,n){return e.charCodeAt(10)!==Oc?null:n==="second"?e.slice(0,19):n==="millisecond"&&Ke(e,21)>=0&&Ke(e,22)>=0?e.slice(0,23):null}function Dc(e,n){return te(n,e.wall-e.offset*6e4)!==e.offset}function ro(e,n,t,o){let r=ot(n);if(r===null)return null;let i=o===null?null:te(o,n),a=i===null?null:Tn(n+i*6e4,t==="millisecond");return i!==null&&a===null?null:{instant:r,local:a,offset:i===null?null:tt(i),zone:o===null?null:o.name,precision:t,basis:"epoch",ambiguity:"none",raw:e}}function mn(e,n,t,o,r,i){let{epoch:a,offset:s,ambiguity:d}=oo(o,n,i),p=a===null?null:ot(a),m=Tn(a===null?n:a+s*6e4,t==="millisecond");return m===null||a!==null&&p===null?null:{instant:p,local:m,offset:s===null?null:tt(s),zone:o.name,precision:t,basis:p===null?null:r,ambiguity:d,raw:e}}function Ic(e,n,t){let o=Tn(n,t==="millisecond");return o===null?null:{instant:null,local:o,offset:null,zone:null,precision:t,basis:null,ambiguity:"none",raw:e}}var Lc=e=>{let n=ce(e);return n?.offset==null?null:be(e,n,null)},Gr=(e,{reading:n})=>{if(e==null)return null;let t=Lc(e);return t===null&&v(n,"time_unreadable","/CreatedDate","a date-time with an offset"),t},Fc={moveInDate:null,moveInAt:null},x_=48,v_=57,Mc=(e,{reading:n})=>{if(e==null)return Fc;let t=e.charCodeAt(0);if(t<x_||t>v_)return Fc;let o=he(e);if(o!==null)return{moveInDate:o,moveInAt:null};let r=Lc(e);return r===null&&v(n,"time_unreadable","/EstimatedDateToMove","a word, a date, or a date-time with an offset"),{moveInDate:null,moveInAt:r}};var fn={Listing:{type:"lead.created",subject:"listing",role:"prospect"},Office:{type:"lead.created",subject:"office",role:"prospect"},BusinessForm:{type:"lead.created",subject:"business_form",role:"prospect"},User:{type:"lead.created",subject:"user",role:"prospect"},EvaluationForm:{type:"lead.created",subject:"evaluation_form",role:"owner"}},io={LISTING_CREATED:{type:"listing.created",operation:"create"},LISTING_UPDATED:{type:"listing.updated",operation:"update"},LISTING_DELETED:{type:"listing.deleted",operation:"delete"}},ao={LISTING_FAILED_TO_CREATE:{type:"listing.change_failed",operation:"create"},LISTING_FAILED_TO_UPDATE:{type:"listing.change_failed",operation:"update"},LISTING_FAILED_TO_DELETE:{type:"listing.change_failed",operation:"delete"}},so={...io,...ao},Nc={...fn,...so};var zc=(e,n)=>({...B,name:e.SenderName??null,email:e.SenderEmail??null,phone:e.SenderPhone??null,role:n}),Xr=(e,n)=>({...C,listingId:e??null,externalId:n??null}),w_=(e,{reading:n})=>{if(e==null)return null;let t=An(e);return t!==null?{amount:t,currency:null,per:"month"}:(v(n,"wrong_kind","/MonthlyIncome","an amount of whole cents"),null)},T_=(e,n)=>{let{NumberResidents:t,HasPets:o,EstimatedDateToMove:r,MonthlyIncome:i,PresentationLetter:a}=e;if(t==null&&o==null&&r==null&&i==null&&a==null)return null;let{moveInDate:s,moveInAt:d}=Mc(r,n);return{...Sn,moveInDate:s,moveInAt:d,moveInText:r??null,residents:t??null,hasPets:o??null,monthlyIncome:w_(i,n),letter:a??null}},Uc=(e,n)=>({strength:"provider-id",parts:[e],order:ln(n)}),A_=(e,n)=>{let t=fn[e.EntityType],o=Gr(e.CreatedDate,n),r=T_(e,n),i={provider:"casayes",type:e.EntityType,payload:e,raw:n.raw};return T.lead(t.type,{id:e.LeadReference,occurredAt:o,actor:null,completeness:"snapshot",identity:Uc(e.LeadReference,o),source:i},n,{person:zc(e,t.role),property:t.subject==="listing"?Xr(e.EntityPublicId,e.EntityReference):C,showing:null,lead:{...ue,id:e.LeadReference,isNew:!0,source:e.Source??null,subject:{kind:t.subject,id:e.EntityPublicId??null,reference:e.EntityReference??null},message:e.Message??null,wishes:r,createdAt:o}})},S_=(e,n)=>{let t=so[e.EventType],o={provider:"casayes",type:e.EventType,payload:e,raw:n.raw};return T.listing(t.type,{id:null,occurredAt:null,actor:null,completeness:"snapshot",identity:ne(null),source:o},n,{property:Xr(e.ListingPublicId,e.ListingReference),person:null,listing:{...Ht,id:e.ListingPublicId??null,externalId:e.ListingReference??null,status:e.Status??null,operation:t.operation,success:e.Success??null,errors:e.ErrorMessages??[]}})},E_={LeadReference:_,CreatedDate:c,SenderName:c,SenderEmail:c,SenderPhone:c,ListingPublicId:_,ListingReference:_},k_=u("CasaYesUnknown",E_),j_=e=>{let n=k_.read(e,q(!1));return n===b?{}:n},P_=(e,n)=>{let t=g(e,"EventType")!==void 0,o=t?"EventType":"EntityType",r=e[o],i=j_(e),a=t?null:Gr(i.CreatedDate,n),s=t?null:i.LeadReference??null;return T.unrecognized("unrecognized",{id:s,occurredAt:a,actor:null,completeness:"snapshot",identity:s===null?ne(a):Uc(s,a),source:{provider:"casayes",type:typeof r=="string"?r:"",payload:e,raw:n.raw}},n,{discriminator:`/${o}`,newerType:null,person:t?null:zc(i,null),property:t?Xr(i.ListingPublicId,i.ListingReference):null,showing:null})},Wc=(e,n)=>typeof n=="string"&&Object.hasOwn(e,n),O_=(e,{reading:n})=>Wc(so,g(e,"EventType",n)),C_=(e,{reading:n})=>g(e,"EventType",n)===void 0&&Wc(fn,g(e,"EntityType",n)),Bc=(e,n)=>C_(e,n)?A_(e,n):O_(e,n)?S_(e,n):P_(e,n);var _n="OfficeIntegrationSecret",R_=e=>{let n={};for(let t of Object.keys(e))t!==_n&&t!=="__proto__"&&(n[t]=e[t]);return n},Qr=e=>new S(e.name,e.shape,(n,t)=>e.read(Y(n)&&Object.hasOwn(n,_n)?R_(n):n,t)),ei=new S(N.name,N.shape,(e,n)=>{let t=N.read(e,n);return t===b?b:pr(_n,t)}),lo=34,Zc=92,D_=58,I_=44,Kc=32,F_=91,qc=93,L_=123,Hc=125,M_=e=>{let n=e.charCodeAt(0).toString(16);return`(?:${e}|\\\\u00${n.replace(/[a-f]/,t=>`[${t}${t.toUpperCase()}]`)})`},co=new RegExp(`"${_n.replace(/./g,M_)}"`,"g"),$c=(e,n)=>{let t=n;for(;e.charCodeAt(t-1)===Zc;)t-=1;return(n-t)%2===1},N_=(e,n)=>{for(let t=e.indexOf(_n,n);t!==-1;t=e.indexOf(_n,t+1)){let o=t+_n.length;if(e.charCodeAt(o)===lo&&e.charCodeAt(t-1)===lo&&!$c(e,t-1))return o+1}return-1},z_=(e,n)=>{co.lastIndex=n;for(let t=co.exec(e);t!==null;t=co.exec(e))if(!$c(e,t.index))return co.lastIndex;return-1},U_=(e,n)=>{for(let t=n+1;t<e.length;t+=1){let o=e.charCodeAt(t);if(o===Zc)t+=1;else if(o===lo)return t+1}return e.length},Yc=(e,n)=>{let t=n;for(;e.charCodeAt(t)<=Kc;)t+=1;return t},W_=(e,n)=>{let t=0;for(let o=n;o<e.length;o+=1){let r=e.charCodeAt(o);if(r===lo)o=U_(e,o)-1;else if(r===L_||r===F_)t+=1;else{if(t===0&&(r===I_||r===Hc||r===qc||r<=Kc))return o;(r===Hc||r===qc)&&(t-=1)}}return e.length},B_=e=>e==="null"?e:e.length===1?"0":`"${"*".repeat(e.length-2)}"`,Jc=e=>{let n=e.includes("\\u00")?z_:N_,t="",o=0;for(let r=n(e,0);r!==-1;){let i=Yc(e,r);if(e.charCodeAt(i)===D_){let a=Yc(e,i+1),s=W_(e,a);t+=e.slice(o,a)+B_(e.slice(a,s)),o=s,r=s}r=n(e,r)}return o===0?e:t+e.slice(o)};var po=e=>Object.keys(e),q_=Q("date-time"),H_={EntityType:f(h(po(fn))),LeadReference:f(_),EntityPublicId:_,EntityReference:_,Source:j(["CasaYes"]),CreatedDate:q_,Message:c,SenderName:c,SenderEmail:c,SenderPhone:c,NumberResidents:ve,HasPets:w,EstimatedDateToMove:j(["Soon","Flexible","ExactDate"]),MonthlyIncome:ve,PresentationLetter:c},Y_=u("CasaYesLead",H_),Vc={ListingPublicId:_,ListingReference:_,Success:w,ErrorMessages:x(c),Status:j(["Published","Unpublished","UnpublishedByAdmin"])},Z_={EventType:f(h(po(io))),...Vc,ListingPublicId:f(_)},K_=Qr(u("CasaYesListingChange",Z_)),$_={EventType:f(h(po(ao))),...Vc},J_=Qr(u("CasaYesListingFailure",$_)),oi=(e,n)=>Object.fromEntries(po(e).map(t=>[t,n])),ni=je("CasaYesLead","EntityType",oi(fn,Y_),ei),ti=je("CasaYesListing","EventType",{...oi(io,K_),...oi(ao,J_)},ei),Gc=vn("CasaYesPayload",[ti,ni],(e,n)=>g(e,"EventType",n)!==void 0?ti:g(e,"EntityType",n)===void 0?null:ni,"/EntityType","EntityType or EventType",[{when:[{path:["EventType"],is:"sent"}],codec:ti},{when:[{path:["EntityType"],is:"sent"}],codec:ni}]);var Xc=Oe({name:"casayes",words:Nc,codec:Gc,normalize:Bc,verify:Ls,mask:Jc});var V_=/^[\w!#$%&'*+.^`|~-]+$/,G_=e=>Object.hasOwn(e,"secrets")||Object.hasOwn(e,"header")||Object.hasOwn(e,"secretFromUrl"),X_=()=>O(D("ProviderUnsigned","a secret of your own, or leave to take unsigned deliveries",{hint:"give `secrets` and the `header` (or `secretFromUrl`) that carries one, or `unsigned: 'accept'`"})),Q_=()=>O(D("SecretMissing","the name of the header that carries the secret",{path:"header",hint:"the provider documents no header: give the one agreed on, or `secretFromUrl`"})),Rn=e=>En({method:e,header:null,scheme:null},(n,t,o)=>{if(!G_(o))return o.unsigned==="accept"?U(cn("none",null)):X_();let r=Kt(o.secrets);if(R(r))return r;if(Object.hasOwn(o,"secretFromUrl"))return Fs(e,o.secretFromUrl,r.right);let i=o.header;return i==null?Q_():typeof i!="string"||!V_.test(i)?O(D("SecretInvalid","the name of a header",{path:"header"})):Ir(e,i,null,n,r.right)});var Qc=Rn("token");var ey=/^-?(?:0|[1-9]\d{0,11})$/,el=e=>{let n=Number(e);return Number.isInteger(n)?ro(e,n*1e3,"second",null):null},ny=e=>{let n=ce(e);return n?.offset!=null?be(e,n,null):ey.test(e)?el(e):null},ri=(e,n,{reading:t})=>{if(e==null)return null;let o=typeof e=="number"?el(e):ny(e);return o===null&&v(t,"time_unreadable",n,"a date-time with an offset or whole seconds since 1970"),o},ty=(e,{zone:n,disambiguation:t})=>{let o=ce(e);return o===null?null:o.offset!==null?be(e,o,null):n===null?Ic(e,o.wall,o.precision):mn(e,o.wall,o.precision,n,"assumed-zone",t)},Dn=(e,n,t)=>{if(e==null)return null;let o=ty(e,t);return o===null?v(t.reading,"time_unreadable",n,"YYYY-MM-DDTHH:MM:SS"):o.ambiguity!=="none"&&o.instant===null&&H(t.reading,"time_ambiguous",n,"a time that the clock shows once"),o},yn=(e,n,{reading:t})=>{if(e==null)return null;let o=he(e);return o===null&&v(t,"time_unreadable",n,"YYYY-MM-DD"),o};var ct=e=>"event"in e?e.event:e.event_type,ii=(e,n)=>e===null?ne(n):{strength:"provider-id",parts:[e],order:ln(n)},ai=(e,n)=>e.timestamp==null?ri(e.event_timestamp,"/event_timestamp",n):ri(e.timestamp,"/timestamp",n),Ge=(e,n,t,o=null)=>{let r=e.id??null,i=ai(e,t);return{id:r,occurredAt:i,actor:o,completeness:n,identity:ii(r,i),source:{provider:"funnel",type:ct(e),payload:e,raw:t.raw}}},Xe=e=>e.data==null?{data:e.event_data??null,path:"/event_data"}:{data:e.data,path:"/data"};var uo="lead",si={[uo]:{type:"lead.updated"}},ci={"renter.created":{type:"lead.created"},"renter.status-change":{type:"lead.status_changed"},"appointment.updated":{type:["showing.updated","showing.completed","showing.no_show","showing.canceled"]}},lt={"lease.move_in":{type:"lease.move_in"},"lease.move_in_canceled":{type:"lease.move_in_canceled"}},dt={"lease_transaction.unit_reserved":{type:"lease.unit_reserved"},"lease_transaction.status_updated":{type:"lease.status_changed"},"lease_transaction.updated":{type:"lease.updated"}},pt={"lease_transaction.unit_released":{type:"lease.unit_released",role:null},"lease_transaction.terms_updated":{type:"lease.terms_updated",role:null},"lease_transaction.fees_updated":{type:"lease.fees_updated",role:null},"lease_transaction.rentable_item_selected":{type:"lease.item_selected",role:null},"lease_transaction.rentable_item_deselected":{type:"lease.item_deselected",role:null},"lease.resident_move_in":{type:"lease.move_in",role:"resident"},"lease.resident_move_in_canceled":{type:"lease.move_in_canceled",role:"resident"},"quote.created":{type:"lease.quote_created",role:null}},In={...ci,...lt,...dt,...pt},nl={...si,...In};var oy=(e,n,t)=>({kind:e.charge_type??null,code:e.pms_identifier??null,amount:e.amount==null?null:{amount:e.amount,currency:null,per:e.charge_type==="Monthly"?"month":null},from:yn(e.start_date,`${n}/start_date`,t),to:yn(e.end_date,`${n}/end_date`,t),description:e.description??null}),ry=(e,n,t)=>({...Ve,moveInDate:yn(e.move_in_date,`${n}/move_in_date`,t),tenantExternalId:e.pms_identifier??null,charges:"charges"in e&&e.charges!=null?e.charges.map((o,r)=>oy(o,`${n}/charges/${String(r)}`,t)):[]}),tl=(e,n)=>{let{data:t,path:o}=Xe(e),r=t===null?Ve:ry(t,o,n),i=lt[ct(e)];return T.lease(i.type,Ge(e,"partial",n),n,{person:B,property:{...C,communityExternalId:t?.community_pms_identifier??null},lease:r})},ol=e=>({...C,unitId:e.unit_id??null,communityId:e.community_id??null,externalId:e.unit_pms_identifier??null,communityExternalId:e.community_pms_identifier??null}),rl=(e,n)=>({...B,role:n,id:e?.client_id??null}),il=e=>({...Ve,id:e.lease_id??null,transactionId:e.lease_transaction_id??null,transactionType:e.lease_transaction_type??null,clientId:e.client_id??null,tenantExternalId:e.tenant_pms_identifier??null,guestCardExternalId:e.guestcard_pms_identifier??null}),iy=e=>({...il(e),status:e.current_status??null,previousStatus:e.previous_status??null,updateType:e.update_type??null}),al=(e,n)=>{let{data:t}=Xe(e),o=dt[ct(e)];return T.lease(o.type,Ge(e,"partial",n),n,{person:rl(t,null),property:t===null?C:ol(t),lease:t===null?Ve:iy(t)})},ay=e=>{let n=typeof e=="string"||typeof e=="number"?An(e):null;return n===null?null:{amount:n,currency:null,per:null}},li=e=>typeof e=="string"?he(e):null,sy=e=>typeof e=="string"?e===""?null:e:typeof e=="number"&&Number.isSafeInteger(e)?String(e):null,cy=e=>({...il(e),startDate:li(e.lease_start),endDate:li(e.lease_end),moveInDate:li(e.move_in_date),rent:ay(e.price)}),sl=(e,n)=>{let{data:t}=Xe(e),o=pt[ct(e)];return T.lease(o.type,Ge(e,"partial",n),n,{person:rl(t,o.role),property:t===null?C:{...ol(t),unitNumber:sy(t.unit_number)},lease:t===null?Ve:cy(t)})};var ly=Q("date-time"),Fn=new S("a date-time or seconds since 1970",{kind:"choice",members:[ly,P],discriminator:null},(e,n)=>typeof e=="string"?e:P.read(e,n)),ut=Q("YYYY-MM-DDTHH:MM:SS"),Ln=Q("date");var dy={charge_type:j(["Monthly"]),pms_identifier:_,start_date:Ln,end_date:Ln,amount:ve,description:c},py=u("FunnelCharge",dy),cl={move_in_date:Ln,pms_identifier:_,community_pms_identifier:_},uy={...cl,charges:x(py)},ll=u("FunnelMoveIn",uy),dl=u("FunnelMoveInCanceled",cl),mo={lease_transaction_id:_,lease_transaction_type:j(["Application","Lease Revision","Renewal","Notice to Vacate","Lease Confirmation","Transfer"]),client_id:_,guestcard_pms_identifier:_,tenant_pms_identifier:_,unit_id:_,unit_pms_identifier:_,community_id:_,community_pms_identifier:_,lease_id:_},pl=u("FunnelReservation",mo),my={...mo,current_status:j(["Submitted","Approved"]),previous_status:j(["Submitted","Approved"])},ul=u("FunnelStatusUpdate",my),fy={...mo,update_type:j(["Dependent added","CoApplicant invited","Guarantor invited","Occupant invited","Applicant Signed Lease"])},ml=u("FunnelTransactionUpdate",fy),_y=e=>new S(e.name,e.shape,(n,t)=>{let{foreign:o}=t;t.foreign="keep";let r=e.read(n,t);return t.foreign=o,r}),fl=_y(u("FunnelOpenTransaction",mo));var yy={first_name:c,last_name:c,email:c,phone_1:c,phone_2:c,sms_opt_in:w},di=u("FunnelPerson",yy),hy={nestio_unit_id:_,property_address:c,property_internal_id:_,unit_number:c,unit_internal_id:_},gy=u("FunnelFlatListing",hy),by={funnel_unit_id:_,property_address:c,property_internal_id:_},xy=u("FunnelListing",by),vy={message:c,received_at:ut,message_type:j(["ILS"])},wy=u("FunnelMessage",vy),Ty={name:c,email:c,nestio_agent_id:_},Ay=u("FunnelAgent",Ty),_l={people:x(di),lead_source:c,move_in_date:Ln,created_at:ut,messages:x(wy)},Sy={nestio_client_id:f(_),nestio_team_id:_,..._l,listings:x(gy),agents:x(Ay)},fo=u("FunnelLead",Sy),Ey={funnel_renter_id:f(_),funnel_community_id:_,status:j(["Prospect"]),..._l,layouts:x(c),listings:x(xy)},yl=u("FunnelRenter",Ey),ky={funnel_renter_id:f(_),funnel_team_id:_,status:j(["Applicant"])},hl=u("FunnelStatusChange",ky),jy={funnel_renter_id:_,funnel_tour_id:f(_),funnel_community_id:_,pms_unit_ids:x(_),tour_type:j(["Guided"]),start:ut,end:ut,status:j(["completed","no-show","cancelled","unknown"])},gl=u("FunnelAppointment",jy);var Py={id:_,timestamp:Fn,event_timestamp:Fn,idempotency_key:_},Oy={"renter.created":yl,"renter.status-change":hl,"appointment.updated":gl,"lease.move_in":ll,"lease.move_in_canceled":dl,"lease_transaction.unit_reserved":pl,"lease_transaction.status_updated":ul,"lease_transaction.updated":ml},Cy=e=>g(Oy,e)??fl,Ry=e=>(n,t)=>{let o=t.faultCount,r=e(n,t);return r===b||(g(r,"data",t)??g(r,"event_data",t))!=null?r:(t.faultCount===o&&v(t,"missing","/data","an object"),b)},Dy=e=>({kind:"choice",members:[e],discriminator:null,cases:["data","event_data"].map(n=>({when:[{path:[n],is:"said"}],codec:e}))}),Iy=(e,n)=>{let t=Cy(e),o=!Object.hasOwn(ci,e),r=u(`FunnelEvent ${e}`,{...Py,[n]:f(h([e])),id:o?f(_):_,data:t,event_data:t}),{name:i,shape:a,read:s}=r;return o?new S(i,a,s):new S(i,Dy(r),Ry(s))},xl=e=>je(`FunnelEvent by ${e}`,e,Object.fromEntries(Object.keys(In).map(n=>[n,Iy(n,e)])),N),pi=xl("event"),ui=xl("event_type"),bl=(e,n,t)=>{let o=g(e,n,t);return o!=null&&o!==""},_o=(e,n)=>bl(e,"event",n)?"event":bl(e,"event_type",n)?"event_type":null,vl=vn("FunnelPayload",[pi,ui,fo],(e,n)=>{let t=_o(e,n);return t!==null?t==="event"?pi:ui:g(e,"nestio_client_id",n)===void 0?null:fo},"/event","one of event, event_type and nestio_client_id",[{when:[{path:["event"],is:"valued"}],codec:pi},{when:[{path:["event_type"],is:"valued"}],codec:ui},{when:[{path:["nestio_client_id"],is:"sent"}],codec:fo}]);var Fy=(e,n)=>e===null||n===null?e??n:`${e} ${n}`,fi=(e,n)=>{let t=e.first_name??null,o=e.last_name??null;return{name:Fy(t,o),firstName:t,lastName:o,email:e.email??null,phone:e.phone_1??null,otherEmail:null,otherPhone:e.phone_2??null,role:"prospect",id:n,smsOptIn:e.sms_opt_in??null}},wl=(e,n)=>e==null?[]:e.map((t,o)=>fi(t,o===0?n:null)),Ly=e=>({...C,unitId:e.nestio_unit_id??null,unitNumber:e.unit_number??null,externalId:e.unit_internal_id??null,communityExternalId:e.property_internal_id??null,address:e.property_address??null}),My=(e,n)=>({...C,unitId:e.funnel_unit_id??null,communityId:n,communityExternalId:e.property_internal_id??null,address:e.property_address??null}),Tl=(e,n,t)=>e==null?[]:e.map((o,r)=>({text:o.message??null,receivedAt:Dn(o.received_at,`${n}/messages/${String(r)}/received_at`,t),kind:o.message_type??null})),Al=(e,n)=>e===null&&(n==null||n.length===0)?null:{...Sn,moveInDate:e,layouts:n??[]},Ny=e=>e===void 0?null:{kind:"agent",id:e.nestio_agent_id??null,name:e.name??null,raw:null},_i=e=>({...B,role:"prospect",id:e??null}),Sl=(e,n)=>{let t=e.nestio_client_id,o=wl(e.people,t),r=e.listings==null?[]:e.listings.map(Ly),i={id:null,occurredAt:null,actor:Ny(e.agents?.[0]),completeness:"snapshot",identity:ne(null),source:{provider:"funnel",type:uo,payload:e,raw:n.raw}},a={...ue,id:t,source:e.lead_source??null,people:o,properties:r,messages:Tl(e.messages,"",n),wishes:Al(yn(e.move_in_date,"/move_in_date",n),null),createdAt:Dn(e.created_at,"/created_at",n)};return T.lead(si[uo].type,i,n,{person:o[0]??_i(t),property:r[0]??C,showing:null,lead:a})},zy=(e,n,t,o,r)=>({...ue,id:e.funnel_renter_id,isNew:!0,source:e.lead_source??null,status:e.status??null,people:o,properties:r,messages:Tl(e.messages,n,t),wishes:Al(yn(e.move_in_date,`${n}/move_in_date`,t),e.layouts),createdAt:Dn(e.created_at,`${n}/created_at`,t)}),El=(e,n)=>{let{data:t,path:o}=Xe(e),r=t?.funnel_community_id??null,i=t===null?[]:wl(t.people,t.funnel_renter_id),a=(t?.listings??[]).map(d=>My(d,r)),s=t===null?ue:zy(t,o,n,i,a);return T.lead(In["renter.created"].type,Ge(e,"snapshot",n),n,{person:i[0]??_i(t?.funnel_renter_id),property:a[0]??{...C,communityId:r},showing:null,lead:s})},Uy=e=>({...ue,id:e?.funnel_renter_id??null,isNew:!1,status:e?.status??null}),kl=(e,n)=>{let t=Xe(e).data;return T.lead(In["renter.status-change"].type,Ge(e,"partial",n),n,{person:{...B,id:t?.funnel_renter_id??null},property:C,showing:null,lead:Uy(t)})},mi={completed:{type:"showing.completed",slot:"done"},"no-show":{type:"showing.no_show",slot:"done"},cancelled:{type:"showing.canceled",slot:"dropped"},unknown:{type:"showing.updated",slot:"unknown"}},jl=e=>e!=null&&Object.hasOwn(mi,e)?mi[e]:mi.unknown,Wy=(e,n,t)=>({...ie,id:e.funnel_tour_id,leadId:e.funnel_renter_id??null,slot:jl(e.status).slot,mode:e.tour_type==="Guided"?"agent_guided":null,startsAt:Dn(e.start,`${n}/start`,t),endsAt:Dn(e.end,`${n}/end`,t),status:e.status??null,unitIds:e.pms_unit_ids??[]}),By=e=>{let[n=null,...t]=e??[];return t.length===0?n:null},Pl=(e,n)=>{let{data:t,path:o}=Xe(e);return T.showing(jl(t?.status).type,Ge(e,"snapshot",n),n,{person:_i(t?.funnel_renter_id),property:{...C,communityId:t?.funnel_community_id??null,externalId:By(t?.pms_unit_ids)},showing:t===null?ie:Wy(t,o,n)})};var qy={id:_,timestamp:Fn,event_timestamp:Fn},Hy=u("FunnelUnknown",qy),Yy={funnel_renter_id:_,client_id:_,people:x(di),funnel_community_id:_,community_id:_,community_pms_identifier:_,unit_id:_,unit_pms_identifier:_},Zy=u("FunnelUnknownData",Yy),Ol=(e,n)=>{let t=e.read(n,q(!1));return t===b?null:t},Ky=e=>{let n=e.funnel_renter_id??e.client_id??null,t=e.people?.[0];return t===void 0?{...B,id:n}:{...fi(t,n),role:null}},$y=e=>({...C,unitId:e.unit_id??null,externalId:e.unit_pms_identifier??null,communityId:e.funnel_community_id??e.community_id??null,communityExternalId:e.community_pms_identifier??null}),Jy=(e,n)=>{let t=_o(e,n.reading)??"event",o=e[t],r=Ol(Hy,e)??{},i=Ol(Zy,e.data??e.event_data),a=ai(r,n),s=r.id??null;return T.unrecognized("unrecognized",{id:s,occurredAt:a,actor:null,completeness:"snapshot",identity:ii(s,a),source:{provider:"funnel",type:typeof o=="string"?o:"",payload:e,raw:n.raw}},n,{discriminator:`/${t}`,newerType:null,person:i===null?null:Ky(i),property:i===null?null:$y(i),showing:null})},Vy=(e,{reading:n})=>{let t=_o(e,n);return{body:e,word:t===null?null:g(e,t,n)}},yi=(e,n)=>typeof n=="string"&&Object.hasOwn(e,n),Gy=e=>e.word===null,Xy=e=>yi(dt,e.word),Qy=e=>yi(pt,e.word),eh=e=>yi(lt,e.word),nh=e=>e.word==="renter.created",th=e=>e.word==="renter.status-change",oh=e=>e.word==="appointment.updated",Cl=(e,n)=>{let t=Vy(e,n);return Xy(t)?al(t.body,n):Qy(t)?sl(t.body,n):eh(t)?tl(t.body,n):nh(t)?El(t.body,n):th(t)?kl(t.body,n):oh(t)?Pl(t.body,n):Gy(t)?Sl(t.body,n):Jy(t.body,n)};var Rl={status:200,headers:{"content-type":"text/plain; charset=utf-8"},body:"Funnel Event Received"};var Dl=Oe({name:"funnel",words:nl,codec:vl,normalize:Cl,verify:Qc,accepted:Rl});function Il(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}var hi=e=>e?`"${e}" `:"";function gi(e,n=""){if(typeof e!="number")throw new TypeError(hi(n)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(hi(n)+"expected integer >= 0, got "+e);return e}function Mn(e,n,t=""){if(Il(e)&&(n===void 0||e.length===n))return e;n!==void 0&&gi(n,"length");let o=Il(e),r=n!==void 0?` of length ${n}`:"",i=o?`length=${e.length}`:`type=${typeof e}`,a=hi(t)+"expected Uint8Array"+r+", got "+i;throw o?new RangeError(a):new TypeError(a)}function Ll(e){if(typeof e!="function"||typeof e.create!="function")throw new TypeError("expected hash wrapped by utils.createHasher");if(gi(e.outputLen),gi(e.blockLen),e.outputLen<1||e.blockLen<1)throw new Error("hash blockLen / outputLen must be >= 1")}var rh=(e,n)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((n==="object"?"":`"${n}" `)+"expected object, got type="+typeof e)},Fl=(e,n)=>{rh(e,n);let t=Object.getPrototypeOf(e);if(t!==Object.prototype&&t!==null)throw new TypeError(`"${n}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${n}.__proto__" is not allowed`)};function Nn(e,n=!0){if(e.destroyed)throw new Error("hash was destroyed");if(n&&e.finished)throw new Error("digest() was already called")}function yo(e,n){Mn(e,void 0,"output");let t=n.outputLen;if(!(e.length>=t))throw new RangeError('"output" expected length >= '+t)}function zn(...e){for(let n=0;n<e.length;n++)e[n].fill(0)}function ho(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Ee(e,n){return e<<32-n|e>>>n}var ih=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",ah=Array.from({length:256},(e,n)=>n.toString(16).padStart(2,"0"));function go(e){if(Mn(e),ih)return e.toHex();let n="";for(let t=0;t<e.length;t++)n+=ah[e[t]];return n}function Ml(e){if(typeof e!="string")throw new TypeError("string expected");let n=new TextEncoder().encode(e);try{return new Uint8Array(n)}finally{zn(n)}}function sh(e,n,t="opts"){return Fl(e,"defaults"),n!==void 0&&Fl(n,t),Object.assign(Object.create(null),e,n)}function Nl(e,n={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);n=sh({},n,"info");let t=(r,i)=>e(i).update(r).digest(),o=e(void 0);return t.outputLen=o.outputLen,t.blockLen=o.blockLen,t.canXOF=o.canXOF,t.create=r=>e(r),Object.assign(t,n),Object.freeze(t)}var zl=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])});var bo=class{oHash;iHash;blockLen;outputLen;canXOF=!1;finished=!1;destroyed=!1;constructor(n,t){if(Ll(n),Mn(t,void 0,"key"),this.iHash=n.create(),typeof this.iHash.update!="function")throw new Error("expected Hash instance");this.blockLen=this.iHash.blockLen,this.outputLen=this.iHash.outputLen;let o=this.blockLen,r=new Uint8Array(o);r.set(t.length>o?n.create().update(t).digest():t);for(let i=0;i<r.length;i++)r[i]^=54;this.iHash.update(r),this.oHash=n.create();for(let i=0;i<r.length;i++)r[i]^=106;this.oHash.update(r),zn(r)}update(n){return Nn(this),this.iHash.update(n),this}digestInto(n){Nn(this),yo(n,this),this.finished=!0;let t=n.subarray(0,this.outputLen);this.iHash.digestInto(t),this.oHash.update(t),this.oHash.digestInto(t),this.destroy()}digest(){let n=new Uint8Array(this.oHash.outputLen);return this.digestInto(n),n}_cloneInto(n){n||=Object.create(Object.getPrototypeOf(this),{});let{oHash:t,iHash:o,finished:r,destroyed:i,blockLen:a,outputLen:s,canXOF:d}=this;return n=n,n.finished=r,n.destroyed=i,n.blockLen=a,n.outputLen=s,n.canXOF=d,n.oHash=t._cloneInto(n.oHash),n.iHash=o._cloneInto(n.iHash),n}clone(){return this._cloneInto()}destroy(){this.destroyed=!0,this.oHash.destroy(),this.iHash.destroy()}},Ul=(()=>{let e=((n,t,o)=>new bo(n,t).update(o).digest());return e.create=(n,t)=>new bo(n,t),e})();var ch=e=>e/2**32|0,lh=e=>e>>>0;function Wl(e,n,t,o){let r=ch(t),i=lh(t);e.setUint32(n,o?i:r,o),e.setUint32(n+4,o?r:i,o)}function Bl(e,n,t){return e&n^~e&t}function ql(e,n,t){return e&n^e&t^n&t}var xo=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(n,t,o,r){this.blockLen=n,this.outputLen=t,this.padOffset=o,this.isLE=r,this.buffer=new Uint8Array(n),this.view=ho(this.buffer)}update(n){Nn(this),Mn(n);let{view:t,buffer:o,blockLen:r}=this,i=n.length,a=!1;for(let s=0;s<i;){let d=Math.min(r-this.pos,i-s);if(d===r){let p=ho(n);for(;r<=i-s;s+=r)this.process(p,s);a=!0;continue}o.set(s===0&&d===i?n:n.subarray(s,s+d),this.pos),this.pos+=d,s+=d,this.pos===r&&(this.process(t,0),this.pos=0,a=!0)}return this.length+=n.length,a&&this.roundClean(),this}digestInto(n){Nn(this),yo(n,this),this.finished=!0;let{buffer:t,view:o,blockLen:r,isLE:i}=this,{pos:a}=this;t[a++]=128,t.fill(0,a),this.padOffset>r-a&&(this.process(o,0),t.fill(0)),Wl(o,r-8,this.length*8,i),this.process(o,0),this.roundClean();let s=n===t?o:ho(n),d=this.outputLen,p=d/4,m=this.get();if(d%4||p>m.length)throw new Error("invalid outputLen");for(let y=0;y<p;y++)s.setUint32(4*y,m[y],i)}digest(){let{buffer:n,outputLen:t}=this;this.digestInto(n);let o=n.slice(0,t);return this.destroy(),o}_cloneIntoMeta(n){let{buffer:t,length:o,finished:r,destroyed:i,pos:a}=this;return n.destroyed=i,n.finished=r,n.length=o,n.pos=a,a&&n.buffer.set(t),n}clone(){return this._cloneInto()}},Hl=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var dh=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),Qe=new Uint32Array(64),bi=class extends xo{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(n,t){super(64,n,8,!1),this.A=t[0]|0,this.B=t[1]|0,this.C=t[2]|0,this.D=t[3]|0,this.E=t[4]|0,this.F=t[5]|0,this.G=t[6]|0,this.H=t[7]|0}get(){let{A:n,B:t,C:o,D:r,E:i,F:a,G:s,H:d}=this;return[n,t,o,r,i,a,s,d]}set(n,t,o,r,i,a,s,d){this.A=n|0,this.B=t|0,this.C=o|0,this.D=r|0,this.E=i|0,this.F=a|0,this.G=s|0,this.H=d|0}_cloneInto(n){return(n||=new this.constructor).set(...this.get()),this._cloneIntoMeta(n)}process(n,t){for(let y=0;y<16;y++,t+=4)Qe[y]=n.getUint32(t,!1);for(let y=16;y<64;y++){let W=Qe[y-15],xe=Qe[y-2],Dt=Ee(W,7)^Ee(W,18)^W>>>3,xn=Ee(xe,17)^Ee(xe,19)^xe>>>10;Qe[y]=xn+Qe[y-7]+Dt+Qe[y-16]|0}let{A:o,B:r,C:i,D:a,E:s,F:d,G:p,H:m}=this;for(let y=0;y<64;y++){let W=Ee(s,6)^Ee(s,11)^Ee(s,25),xe=m+W+Bl(s,d,p)+dh[y]+Qe[y]|0,xn=(Ee(o,2)^Ee(o,13)^Ee(o,22))+ql(o,r,i)|0;m=p,p=d,d=s,s=a+xe|0,a=i,i=r,r=o,o=xe+xn|0}o=o+this.A|0,r=r+this.B|0,i=i+this.C|0,a=a+this.D|0,s=s+this.E|0,d=d+this.F|0,p=p+this.G|0,m=m+this.H|0,this.set(o,r,i,a,s,d,p,m)}roundClean(){zn(Qe)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),zn(this.buffer)}},xi=class extends bi{constructor(){super(32,Hl)}};var vo=Nl(()=>new xi,zl(1));var Yl=e=>typeof e=="string"?rt(e):e,Zl=(e,n)=>go(Ul(vo,Yl(e),Yl(n)));var ph=64,uh="keep the body as it came: `await request.arrayBuffer()`; in Express `express.raw({ type: '*/*' })` on this route and before `express.json()`; in Fastify a content type parser with `parseAs: 'buffer'`; in Next.js pages `bodyParser: false`",mh=e=>e.kind==="text"?U(e.text):e.kind==="bytes"?U(e.bytes):e.kind==="missing"?O(D("BodyMissing","a body",{hint:"was the body read, and only once, before it got here?"})):O(D("BodyAlreadyParsed","the body as received, as text or bytes",{hint:uh})),fh=(e,n,t)=>Os(Zl(e,n),t),_h=(e,n,t,o)=>{let r=Rr(o.secrets);if(R(r))return r;let i=Jt(n,e);if(R(i))return i;let a=i.right;if(a.length!==ph||!Ps(a))return O(it(e,a,"HeaderMalformed","64 lower-case hex digits"));let s=mh(t);if(R(s))return s;let d=$t(r.right,p=>fh(p,s.right,a));return d!==null?U(cn("hmac-sha256",d)):O(D("SignatureMismatch","the HMAC-SHA256 of the body",{path:e,hint:"the secret or the body is not the one that was signed; diagnoseSignature tries the usual mistakes"}))},Kl=e=>En({method:"hmac-sha256",header:e},(n,t,o)=>_h(e,n,t,o));var $l=Kl("propexo-signature");var Un=j(["APPFOLIO","BUILDIUM","ELISEAI","ENTRATA","FUNNEL","KNOCK","MRI","PROPERTYWARE","PROPERTYWARE_REST","REALPAGE","REALPAGE_RPX","RENTCAFE","RENTMANAGER","RENTVINE","RESMAN","YARDI","YARDI_REST","INTERNAL","SAMPLE1","SAMPLE2"]),yh={ids:_,texts:c,integers:ve,numbers:P,booleans:w,objects:N,textLists:x(c),phoneKinds:j(["FAX","HOME","MOBILE","OTHER","WORK"]),vendors:Un,unstated:Ue},k=e=>{let n={};for(let[t,o]of Object.entries(e))for(let r of o)n[r]=yh[t];return n},K=k({ids:["id","x_id","property_id","x_property_id","integration_id"],vendors:["integration_vendor"],texts:["created_at","updated_at","last_seen"]});var se={DATA_NEW:{type:"record.created"},DATA_UPDATE:{type:"record.updated"},SYNC_COMPLETE:{type:"sync.completed",first:!1},FIRST_SYNC_COMPLETE:{type:"sync.completed",first:!0},JOB_SUCCESS:{type:"sync.job_succeeded"},JOB_FAILURE:{type:"sync.job_failed"},WRITE_OPERATION_FAILURE:{type:"sync.write_failed"}},Wn=e=>typeof e=="string"&&Object.hasOwn(se,e);var hn={job_id:_,root_job_id:_,integration_id:_,job_type:c,vendor:Un},hh={object:c,integration_id:_},en=u("PropexoMeta",hh),Re=e=>{let n=`"${e}"`,t=Object.keys(se).filter(o=>o!==e);return new S(n,{kind:"enumeration",values:[e],ignored:t},(o,r)=>o===e?e:(Wn(o)?H(r,"contradiction","",n):v(r,"wrong_kind","",n),b))},wo=e=>e!=null&&e!=="",mt=(e,n)=>wo(g(e,"trigger",n))?"/trigger":wo(g(g(e,"data",n),"event",n))?"/data/event":wo(g(e,"event",n))?"/event":null,To=(e,n,t)=>{switch(n){case"/trigger":return g(e,"trigger",t);case"/data/event":return g(g(e,"data",t),"event",t);case"/event":return g(e,"event",t)}},Ao=(e,n)=>Y(g(e,"diff",n))?"DATA_UPDATE":Y(g(e,"payload",n))?"DATA_NEW":wo(g(e,"is_sync_finished",n))?"SYNC_COMPLETE":null;var gh=k({ids:["invoice_id","construction_job_id"],texts:["notes"],numbers:["amount_due_in_cents","total_amount_in_cents"]}),bh=u("PropexoInvoiceItem",gh),xh={...k({ids:["id","property_id","integration_id"],vendors:["integration_vendor"],texts:["created_at","updated_at","last_seen","due_date","discount_date","invoice_date","invoice_number","notes","post_date","post_month","post_status_raw"],numbers:["amount_due_in_cents","amount_paid_in_cents","discount_amount_in_cents","sub_total_amount_in_cents","total_amount_in_cents"],objects:["custom_data"]}),invoice_items:x(bh)},Jl=u("PropexoInvoice",xh),vh=k({ids:["id","x_id","x_source_id","x_destination_id","financial_account_id","resident_charge_id","resident_payment_id"],texts:["amount_raw","created_at","updated_at","last_seen"],numbers:["amount_in_cents"],objects:["custom_data"]}),Vl=u("PropexoAllocation",vh),wh={...K,...k({ids:["x_gl_account_id","x_location_id","x_lease_id","x_resident_id","x_unit_id","resident_id","financial_account_id"],texts:["amount_raw","due_date","name","description","reference_number","transaction_date","transaction_source"],numbers:["amount_in_cents"],booleans:["is_open"],objects:["custom_data"]}),allocations:x(Vl)},Gl=u("PropexoResidentCharge",wh),Th={...K,...k({ids:["x_gl_account_id","x_location_id","x_lease_id","x_resident_id","x_unit_id","resident_id","financial_account_id"],texts:["payment_method_normalized","payment_method_raw","amount_raw","name","description","reference_number","transaction_date"],numbers:["amount_in_cents"],booleans:["is_open"],objects:["custom_data"]}),allocations:x(Vl)},Xl=u("PropexoResidentPayment",Th);var Ah={...K,...k({texts:["bathrooms","bedrooms","building_name","building_number","city","country","floor_plan_code","floor_plan_name","floor","number","state","street_address_1","street_address_2","address_1","address_2","zip","pet_policy"],numbers:["bathrooms_full","bathrooms_half","rent_amount_market_in_cents","rent_amount_max_in_cents","rent_amount_min_in_cents"],integers:["square_feet"],booleans:["is_available","is_furnished","is_listed","is_vacant","pets_allowed","dogs_allowed","cats_allowed"],objects:["custom_data"]}),...k({ids:["floor_plan_id","unit_type_id","x_floor_plan_id","x_unit_type_id"]})},Ql=u("PropexoUnit",Ah),Sh={...K,...k({ids:["x_unit_id","unit_id"],texts:["available_date","application_url","bathrooms","bedrooms","building_name","building_number","city","country","floor_plan_code","floor_plan_name","floor","lease_term","listing_title","listing_date","marketing_name","notes","number","specials","state","street_address_1","street_address_2","address_1","address_2","property_description","short_description","unit_description","zip","make_ready_date","vacate_date"],numbers:["bathrooms_full","bathrooms_half","deposit_amount_in_cents","rent_amount_in_cents"],integers:["square_feet"],booleans:["is_unit","is_available","is_furnished","is_listed","is_managed_external","is_vacant"],textLists:["image_urls","video_urls"]}),...k({ids:["floor_plan_id","unit_type_id","x_floor_plan_id","x_location_id"],texts:["status_raw"],objects:["custom_data"]})},ed=u("PropexoListing",Sh);var Eh={...K,...k({ids:["x_location_id","x_unit_id"],texts:["status"],objects:["custom_data"]})},nd=u("PropexoApplication",Eh),kh={...k({ids:["applicant_id","application_id"],texts:["status","status_raw"]}),status_normalized:j(["APPROVED","DENIED","CANCELED","OTHER","PENDING"])},So=u("PropexoApplicantToApplication",kh),jh=k({ids:["id","lease_id"],texts:["created_at","updated_at","last_seen","name"]}),Ph=u("PropexoLeaseService",jh),Oh={...K,...k({ids:["x_resident_id","x_unit_id","unit_id"],texts:["application_date","deposit_amount","deposit_date","end_date","realized_move_in_date","realized_move_out_date","rent_due_date","scheduled_move_in_date","scheduled_move_out_date","signature_date","start_date","status","status_raw","term","type","unit_number"],numbers:["deposit_amount_in_cents","rent_amount_in_cents","rent_amount_market_in_cents"],integers:["rent_due_day"],objects:["custom_data"]}),status_normalized:j(["ACTIVE","INACTIVE","OTHER","PENDING","EVICTED"]),services:x(Ph),...k({texts:["balance_amount_raw","past_due_balance_raw","write_off_amount_raw"],numbers:["balance_amount_in_cents","past_due_balance_in_cents","write_off_amount_in_cents"],unstated:["residents_meta_data"]})},td=u("PropexoLease",Oh),Ch={...K,...k({ids:["x_leasing_agent_id","x_type_id","x_location_id"],texts:["event_name","event_datetime","appointment_datetime","type_raw","notes","agent_name","reasons_for_event"]}),...k({unstated:["associated_applicant_ids","associated_lead_ids","associated_resident_ids"]})},od=u("PropexoEvent",Ch);var Rh=k({ids:["vendor_id"]}),Dh=u("PropexoServiceRequestVendor",Rh),Ih=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","name"]}),Fh=u("PropexoServiceRequestEmployee",Ih),Lh={...K,...k({ids:["x_location_id","x_unit_id","x_sub_task_id","unit_id","employee_id"],texts:["access_notes","building","completion_notes","date_completed","date_created","date_due","date_scheduled","notes","service_category","service_description","service_details","service_priority","status_raw","vendor_notes","unit_number"],booleans:["access_is_authorized"]}),vendors:x(Dh),employees:x(Fh)},rd=u("PropexoServiceRequest",Lh),Mh=k({texts:["address_1","address_2","city","country","state","zip","phone","phone_type","email","name"],booleans:["is_primary"]}),Nh=u("PropexoVendorContact",Mh),zh={...K,...k({ids:["x_location_id","tax_id","third_party_id"],texts:["account_number","name","notes","type"],booleans:["is_active"],objects:["custom_data"]}),contacts:x(Nh)},id=u("PropexoVendor",zh);var Uh={...K,...k({ids:["x_building_id"],texts:["x_created_at","building_number","city","country","county","manager_email","manager_name","manager_phone_1","manager_phone_2","name","state","street_address_1","street_address_2","address_1","address_2","type","type_raw","website","zip"],phoneKinds:["manager_phone_1_type","manager_phone_2_type"],integers:["number_of_units","square_footage","square_feet","year_built"],booleans:["is_active"],objects:["custom_data"]}),type_normalized:j(["SINGLE_FAMILY","MULTI_FAMILY","STUDENT_HOUSING","VACATION","COMMERCIAL","OTHER"]),...k({texts:["code","long_description","notes","short_description"],unstated:["associated_owner_ids","office_hours","pet_types"]})},ad=u("PropexoProperty",Uh),Wh={...K,...k({ids:["x_location_id"],texts:["name","friendly_name","ndt_username","broadcast_username"],booleans:["is_main","is_twa_enabled","is_owa_enabled","is_echeck_enabled"]})},sd=u("PropexoLocation",Wh),Bh=k({ids:["amenity_id","unit_id"]}),qh=u("PropexoAmenityUnit",Bh),Hh={...K,...k({ids:["x_listing_id","x_parent_amenity_id","x_unit_id"],texts:["name","description"],numbers:["cost_in_cents"],objects:["custom_data","meta_data"],textLists:["image_urls"]}),name_normalized:c,units:x(qh)},cd=u("PropexoAmenity",Hh);var Yh=k({ids:["id","x_id"],texts:["created_at","last_seen","status_raw","screening_date"]}),ld=u("PropexoScreening",Yh),Zh={...K,...k({ids:["x_guestcard_id","x_leasing_agent_id","x_unit_id","x_lead_source_id","desired_floor_plan_id"],texts:["x_created_at","x_updated_at","address_1","address_2","city","country","date_of_birth","desired_amenities","desired_floor_plan_name","desired_lease_term_in_months","desired_unit_number","desired_unit_type","email_1","email_2","first_name","ils","last_name","lead_source","leasing_agent","middle_name","notes","pet_details","phone_1_type","phone_1","phone_2_type","phone_2","state","status","target_move_in_date","zip"],numbers:["desired_max_rent_in_cents","desired_max_square_ft","desired_min_rent_in_cents","desired_min_square_ft","desired_num_bathrooms"],integers:["desired_num_bedrooms","number_of_occupants"],objects:["custom_data"]}),screenings:x(ld),...k({ids:["lead_source_id","unit_id_preferred","x_unit_id_preferred"],unstated:["pets"]})},dd=u("PropexoLead",Zh),Kh=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","breed","color","gender_raw","name","notes","type"],booleans:["is_declawed","is_fixed","is_service_animal","is_trained","is_vaccinated"],objects:["custom_data"],unstated:["age_in_years","weight_in_pounds"]}),$h=u("PropexoApplicantPet",Kh),Jh={...K,...k({ids:["x_unit_id","x_lease_id","x_lead_id"],texts:["address_1_alternate","address_1","address_2_alternate","address_2","city_alternate","city","country_alternate","country","date_of_birth","email_1","email_2","first_name","last_name","middle_name","notes","phone_1","phone_2","state_alternate","state","zip_alternate","zip"],phoneKinds:["phone_1_type","phone_2_type"],objects:["custom_data"]}),applications:x(So),pets:x($h),screenings:x(ld),...k({ids:["unit_id_preferred","x_unit_id_preferred"],texts:["type_normalized","type_raw"],unstated:["self_reported_income"]})},pd=u("PropexoApplicant",Jh);var Vh=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","name","type","breed","gender_raw","notes"],booleans:["is_fixed","is_service_animal"],objects:["custom_data"],unstated:["age_in_years","weight_in_pounds"]}),Gh=u("PropexoResidentPet",Vh),Xh=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","make","model","color","license_plate_number","license_plate_state","notes"],objects:["custom_data"],unstated:["year"]}),Qh=u("PropexoVehicle",Xh),eg={...k({ids:["id","x_id","integration_id","property_id","x_lease_id"],vendors:["integration_vendor"],texts:["created_at","updated_at","last_seen","address_1_alternate","address_1","address_2_alternate","address_2","city_alternate","city","country_alternate","country","date_of_birth","email_1","email_2","first_name","last_name","middle_name","notes","phone_1","phone_2","state_alternate","state","zip_alternate","zip"],phoneKinds:["phone_1_type","phone_2_type"],numbers:["balance_in_cents","late_balance_in_cents"],booleans:["is_employee"],objects:["custom_data"]}),pets:x(Gh),vehicles:x(Qh),...k({unstated:["leases_meta_data"]})},ud=u("PropexoResident",eg),ng={...k({ids:["lease_id","resident_id"],texts:["x_resident_type","move_in_date","move_out_date","notice_date"]}),resident_type_normalized:j(["PRIMARY","SECONDARY","GUARANTOR","OTHER"])},md=u("PropexoResidentToLease",ng),tg={...K,...k({ids:["x_location_id"],texts:["name"]})},fd=u("PropexoEmployee",tg);var Eo={amenities:{entity:"amenity",codec:cd},applicants:{entity:"applicant",codec:pd},applicants_to_applications:{entity:null,codec:So},applications:{entity:"application",codec:nd},employees:{entity:"employee",codec:fd},events:{entity:"event",codec:od},invoices:{entity:"invoice",codec:Jl},leads:{entity:"lead",codec:dd},leases:{entity:"lease",codec:td},listings:{entity:"listing",codec:ed},locations:{entity:"location",codec:sd},properties:{entity:"property",codec:ad},resident_charges:{entity:"charge",codec:Gl},resident_payments:{entity:"payment",codec:Xl},residents:{entity:"resident",codec:ud},residents_to_leases:{entity:null,codec:md},service_request_vendors:{entity:"vendor",codec:id},service_requests:{entity:"service_request",codec:rd},units:{entity:"unit",codec:Ql}},vi={accounting_entities:null,address_types:null,ap_codes:null,ap_codes_to_construction_job:null,applicant_pets:"pet",applicants_to_events:null,applicants_to_rentable_items:null,application_statuses:null,call_logs:"call",charge_code_types:null,charge_code_types_to_charge_timings:null,charge_codes:null,charge_timings:null,concessions:"concession",construction_job_details:null,construction_jobs:"construction_job",contract_details:null,contracts:"contract",crm_agents:"agent",crm_amenities:"amenity",crm_attributions:null,crm_communities:"property",crm_communities_to_agents:null,crm_communities_to_attributions:null,crm_events:"event",crm_listings:"listing",crm_pet_policies:null,crm_prospects:"lead",deposit_summaries:null,deposits:"deposit",entrata_lease_periods:null,entrata_unit_types:null,entrata_vendor_locations:null,event_results:null,event_results_to_event_types:null,event_sub_types:null,event_types:null,fees:"fee",file_types:null,financial_accounts:null,floor_plans:"floor_plan",integration_configuration_meta_data:null,inventory_items:null,invoice_items:null,lead_pets:"pet",lead_relationships:null,lead_sources:null,leads_to_events:null,leads_to_rentable_items:null,lease_services:null,lease_transfers:null,note_categories:null,owners:"owner",owners_to_properties:null,payable_register_items:null,payable_registers:null,pet_types:null,property_lists:null,property_lists_to_properties:null,property_office_hours:null,purchase_order_items:null,purchase_order_items_to_invoices:null,purchase_orders:"purchase_order",recurring_resident_charges:"charge",rentable_items:null,rentvine_application_templates:null,resident_allocations:null,resident_insurance:null,resident_pets:"pet",resident_vehicles:"vehicle",residents_to_events:null,residents_to_rentable_items:null,screenings:"screening",service_request_access_contacts:null,service_request_categories:null,service_request_locations:null,service_request_notes:null,service_request_priorities:null,service_request_problems:null,service_request_statuses:null,service_request_vendor_categories:null,service_request_vendor_contacts:null,service_request_vendors_insurance:null,service_request_vendors_to_properties:null,service_requests_to_employees:null,service_requests_to_vendors:null,timezones:null,transactions:"transaction",unit_details:null,unit_pricing:null,units_to_amenity:null,vendor_insurance_coverage_types:null,vendor_insurance_policy_types:null,vendor_payment_types:null},ft=e=>[e,e.replaceAll("_","-")],og=new Map([...Object.entries(Eo).map(([e,{entity:n,codec:t}])=>({name:e,entity:n,codec:t})),...Object.entries(vi).map(([e,n])=>({name:e,entity:n,codec:null}))].flatMap(e=>ft(e.name).map(n=>[n,e]))),ke=e=>og.get(e)??{name:e.replaceAll("-","_"),entity:null,codec:null};var _t=(e,n)=>e.filter(t=>t!=null&&t!=="").join(n)||null,yt=(e,n,{pointer:t,reading:o})=>e==null?null:Number.isSafeInteger(e)?{amount:e,currency:null,per:null}:(v(o,"wrong_kind",`${t}/${n}`,"whole cents"),null);var Bn=(e,{propertyId:n})=>{let t=e.property_id??n,o=e.x_property_id??null;return t===null&&o===null?null:{...C,id:t,externalId:o}},wi=(e,n)=>{let t=e.address_1??e.street_address_1;if(n||t==null)return null;let o=_t([e.state,e.zip]," ");return _t([t,e.address_2??e.street_address_2,e.city,o],", ")},ko=e=>{if(e==null)return null;let n=P.read(e,q(!1));return n===b?null:n},_d=e=>{let{bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a}=e;return n===null&&t===null&&o===null&&r===null&&i===null&&a===null?null:e},yd=(e,n)=>({...C,id:e.property_id??n.propertyId,externalId:e.x_property_id??null,unitId:n.recordId,unitNumber:e.number??null,address:wi(e,n.isDiff),facts:_d({...Je,bedrooms:ko(e.bedrooms),bathrooms:ko(e.bathrooms),rent:yt(e.rent_amount_market_in_cents,"rent_amount_market_in_cents",n),squareFeet:e.square_feet??null,cats:e.cats_allowed??null,dogs:e.dogs_allowed??null})}),hd=(e,n)=>({...C,id:e.property_id??n.propertyId,externalId:e.x_property_id??null,listingId:n.recordId,unitId:e.unit_id??null,unitNumber:e.number??null,address:wi(e,n.isDiff),facts:_d({...Je,bedrooms:ko(e.bedrooms),bathrooms:ko(e.bathrooms),rent:yt(e.rent_amount_in_cents,"rent_amount_in_cents",n),squareFeet:e.square_feet??null})}),gd=(e,n)=>({...C,id:n.recordId,externalId:e.x_property_id??null,address:wi(e,n.isDiff),name:e.name??null}),bd=(e,n)=>{let t=Bn(e,n),{unit_id:o,unit_number:r}=e;return o==null&&r==null?t:{...t??C,unitId:o??null,unitNumber:r??null}};var rg="T00:00:00.000Z",xd=10,qn=(e,n,{pointer:t,reading:o})=>{if(e==null)return null;let r=e.slice(0,xd),i=e.slice(xd);if((i===""||i===rg||i==="T00:00:00Z")&&he(r)!==null)return r;let a="a day, or midnight in UTC";return ce(e)===null?v(o,"time_unreadable",`${t}/${n}`,a):H(o,"time_ambiguous",`${t}/${n}`,a),null},ig=(e,n)=>{for(let t of["status_normalized","status_raw","status"]){let o=e[t];if(o==null)continue;let r=n===null?null:g(n,t);return{status:o,previousStatus:typeof r=="string"&&r!==""?r:null}}return{status:null,previousStatus:null}},vd=(e,n)=>{let t=qn(e.realized_move_in_date,"realized_move_in_date",n),o=qn(e.scheduled_move_in_date,"scheduled_move_in_date",n),r=qn(e.realized_move_out_date,"realized_move_out_date",n),i=qn(e.scheduled_move_out_date,"scheduled_move_out_date",n),{status:a,previousStatus:s}=ig(e,n.previous);return{...Ve,id:n.recordId,status:a,previousStatus:s,startDate:qn(e.start_date,"start_date",n),endDate:qn(e.end_date,"end_date",n),moveInDate:t??o,moveOutDate:r??i,rent:yt(e.rent_amount_in_cents,"rent_amount_in_cents",n),tenantExternalId:e.x_resident_id??null}};var ag=(e,n)=>{let{first_name:t,middle_name:o,last_name:r}=e;return n&&(t==null||r==null)?null:_t([t,o,r]," ")},jo=(e,n,{recordId:t,isDiff:o})=>({...B,name:ag(n,o),firstName:n.first_name??null,lastName:n.last_name??null,email:n.email_1??null,phone:n.phone_1??null,otherEmail:n.email_2??null,otherPhone:n.phone_2??null,role:e,id:t});var sg=(e,n)=>({person:null,property:Bn(e,n),lease:null}),wd={leads:(e,n)=>({person:jo("prospect",e,n),property:Bn(e,n),lease:null}),applicants:(e,n)=>({person:jo("applicant",e,n),property:Bn(e,n),lease:null}),residents:(e,n)=>({person:jo("resident",e,n),property:Bn(e,n),lease:null}),units:(e,n)=>({person:null,property:yd(e,n),lease:null}),listings:(e,n)=>({person:null,property:hd(e,n),lease:null}),properties:(e,n)=>({person:null,property:gd(e,n),lease:null}),leases:(e,n)=>({person:null,property:bd(e,n),lease:vd(e,n)})},cg=e=>Object.hasOwn(wd,e),lg={},ht=({name:e,codec:n},t,o)=>cg(e)?wd[e](t,o):sg(n===null?lg:t,o);var Td=new WeakMap,dg=e=>new S(e.name,e.shape,(n,t)=>{let{owned:o}=t;t.owned=!1;let r=e.read(n,t);return t.owned=o,r!==b&&r!==n&&Y(n)&&Td.set(r,n),r}),Po=e=>{let n=dg(e);return u(`Diff of ${e.name}`,{new:n,previous:n})},Ti=e=>{let n=Td.get(e);if(n===void 0)return e;let t=N.read(n,q(!1));return t===b?{}:t};var Ad={},Sd=(e,n)=>Object.hasOwn(e,n)?e[n]:void 0,Ed=(e,n,t)=>{let o=Sd(e,t),i=o!=null&&typeof o!="object"||e===n?o:Sd(n,t);return i===void 0||i===""?null:i},kd=e=>{let n=e.new??Ad,t=e.previous??Ad,o=Ti(n),r=Ti(t),i=Object.keys(o);for(let a of Object.keys(r))Object.hasOwn(o,a)||i.push(a);return i.sort().map(a=>({field:a,previous:Ed(t,r,a),new:Ed(n,o,a)}))},jd=e=>e.some(({field:n})=>n==="last_seen")&&e.every(({field:n})=>n==="last_seen"||n==="updated_at");var Hn=(e,n,t,o)=>({id:null,occurredAt:null,actor:null,completeness:t,identity:ne(null),source:{provider:"propexo",type:e,payload:n,raw:o.raw}}),Oo=({job_id:e,root_job_id:n,job_type:t})=>e==null&&n==null&&t==null?null:{id:e??null,rootId:n??null,kind:t??null},gt=(e,{pointer:n,meta:t},o)=>{let r=t?.integration_id;return e!=null&&r!=null&&e!==r&&H(o.reading,"contradiction","/meta/integration_id",`the value of ${n}/integration_id`),e??r??null},Pd=(e,{pointer:n,meta:t},o)=>{if(!("object"in e))return e.meta.object;let r=e.object,i=t?.object;return i!=null&&i!==r&&ke(i).name!==ke(r).name&&H(o.reading,"contradiction","/meta/object",`the model in ${n}/object`),r},Od=e=>{let n=g(e,"property_id");return typeof n=="string"&&n!==""?n:null},Cd=(e,n,t,o,r)=>{let{name:i,entity:a}=ke(n);return{id:e.record_id,model:i,modelRaw:n,entity:a,fields:r.fields,changes:r.changes,touchedOnly:r.touchedOnly,context:e.context??null,integrationId:gt(e.integration_id,t,o),vendor:e.vendor??null,job:Oo(e)}},pg=e=>e,Rd=(e,n,t,o)=>{let r=Pd(e,t,o),i=e.payload??null,a=Cd(e,r,t,o,{fields:i===null?null:pg(i),changes:null,touchedOnly:null}),{person:s,property:d,lease:p}=ht(ke(r),i??{},{recordId:e.record_id,previous:null,isDiff:!1,propertyId:Od(e.context),pointer:`${t.pointer}/payload`,reading:o.reading});return T.record(se.DATA_NEW.type,Hn("DATA_NEW",n,"partial",o),o,{record:a,person:s,property:d,lease:p})},Dd=(e,n,t,o)=>{let r=Pd(e,t,o),i=e.diff??null,a=i===null?null:kd(i),s=Cd(e,r,t,o,{fields:null,changes:a,touchedOnly:a===null?null:jd(a)}),{person:d,property:p,lease:m}=ht(ke(r),i?.new??{},{recordId:e.record_id,previous:i?.previous??null,isDiff:!0,propertyId:Od(e.context),pointer:`${t.pointer}/diff/new`,reading:o.reading});return T.record(se.DATA_UPDATE.type,Hn("DATA_UPDATE",n,"diff",o),o,{record:s,person:d,property:p,lease:m})};var Ai=(e,n,t,o,r,i)=>{let a=gt(n.integration_id,o,i);return T.sync(se[e].type,Hn(e,t,"snapshot",i),i,{sync:{...Yt,first:r?se[e].first:null,finished:n.is_sync_finished??null,backfill:n.is_backsync??null,succeededJobs:n.successful_job_count??null,failedJobs:n.failed_job_count??null,scheduleId:n.job_schedule_id??null,models:(n.models_synced??[]).map(s=>ke(s).name),integrationId:a,vendor:n.vendor??null}})},Si=(e,n,t,o,r)=>{let i=gt(n.integration_id,o,r);return T.sync(se[e].type,Hn(e,t,"snapshot",r),r,{sync:{...Yt,integrationId:i,vendor:n.vendor??null,job:Oo(n)}})},Id=(e,n,t,o)=>{let r="WRITE_OPERATION_FAILURE",i=gt(e.integration_id,t,o);return T.sync(se[r].type,Hn(r,n,"snapshot",o),o,{sync:{...Yt,writeStatus:e.write_status??null,errors:e.errors??[],integrationId:i,vendor:e.vendor??null,job:Oo(e)}})};var ug=(e,n,t)=>{let o="data"in e?e.data:e,r="meta"in e?e.meta??null:null,i={pointer:"data"in e?"/data":"",meta:r};switch(n??Ao(e,t.reading)){case"DATA_NEW":return Rd(o,e,i,t);case"DATA_UPDATE":return Dd(o,e,i,t);case"JOB_SUCCESS":return Si("JOB_SUCCESS",o,e,i,t);case"JOB_FAILURE":return Si("JOB_FAILURE",o,e,i,t);case"WRITE_OPERATION_FAILURE":return Id(o,e,i,t);case"FIRST_SYNC_COMPLETE":return Ai("FIRST_SYNC_COMPLETE",o,e,i,!0,t);default:return Ai("SYNC_COMPLETE",o,e,i,n!==null,t)}},Ei=e=>typeof e=="string"&&e!==""?e:null,mg={},fg=e=>{let n=g(e,"data"),t=Y(n)?n:e,o=g(t,"object")??g(g(e,"meta"),"object"),r=ke(Ei(o)??""),i=q(!1),a=r.codec?.read(g(t,"payload"),i)??b;return ht(a===b?ke(""):r,a===b?mg:a,{recordId:Ei(g(t,"record_id")),previous:null,isDiff:!1,propertyId:Ei(g(g(t,"context"),"property_id")),pointer:"",reading:i})},_g=(e,n,t)=>{let{person:o,property:r}=fg(e);return T.unrecognized("unrecognized",{id:null,occurredAt:null,actor:null,completeness:"partial",identity:ne(null),source:{provider:"propexo",type:n,payload:e,raw:t.raw}},t,{discriminator:mt(e,t.reading),newerType:null,person:o,property:r,showing:null})},Fd=(e,n)=>{let{reading:t}=n,o=mt(e,t),r=o===null?null:To(e,o,t);return r===null||Wn(r)?ug(e,r,n):_g(e,typeof r=="string"?r:"",n)};var Yn={...hn,record_id:f(_),context:N},yg=Object.keys(vi).flatMap(e=>ft(e)),ki=j(yg),hg=new S(ki.name,ki.shape,ki.read),Ld=e=>{let n={};for(let[t,{codec:o}]of Object.entries(Eo)){let r=ft(t),i=e(o.name,h(r),o);for(let a of r)n[a]=i}return{byName:n,untyped:e("other models",hg,N)}},Co=(e,n)=>{let{byName:t,untyped:o}=Ld(n);return je(e,"object",t,o)},Md=(e,n)=>{let{byName:t,untyped:o}=Ld(n),r=new Map(Object.entries(t)),i=[...new Set(r.values()),o],a=["meta","object"],s=[...Object.keys(Eo).map(d=>({when:[{path:a,is:ft(d)}],codec:r.get(d)??o})),{when:[],codec:o}];return new S(e,{kind:"choice",members:i,discriminator:null,cases:s},(d,p)=>{let m=g(g(d,"meta",p),"object",p);return(typeof m=="string"?r.get(m)??o:o).read(d,p)})},Nd=e=>f(u("PropexoMeta",{object:f(e),integration_id:_})),zd=Co("PropexoNew",(e,n,t)=>u(`New ${e} in data`,{...Yn,event:Re("DATA_NEW"),object:f(n),payload:t})),Ud=Co("PropexoNamedNew",(e,n,t)=>u(`New ${e}`,{...Yn,event:f(Re("DATA_NEW")),object:f(n),meta:en,payload:t})),ji=Md("PropexoSimplifiedNew",(e,n,t)=>u(`New ${e}, simplified`,{...Yn,event:Re("DATA_NEW"),meta:Nd(n),payload:f(t)})),Wd=Co("PropexoUpdate",(e,n,t)=>u(`Update of ${e} in data`,{...Yn,event:Re("DATA_UPDATE"),object:f(n),diff:Po(t)})),Bd=Co("PropexoNamedUpdate",(e,n,t)=>u(`Update of ${e}`,{...Yn,event:f(Re("DATA_UPDATE")),object:f(n),meta:en,diff:Po(t)})),Pi=Md("PropexoSimplifiedUpdate",(e,n,t)=>u(`Update of ${e}, simplified`,{...Yn,event:Re("DATA_UPDATE"),meta:Nd(n),diff:f(Po(t))}));var vt={integration_id:_,vendor:Un,is_backsync:w,successful_job_count:P,failed_job_count:P,is_sync_finished:w,job_schedule_id:_,models_synced:x(c)},qd={integration_id:_,vendor:Un,root_job_id:_,write_status:j(["PARTIAL_SUCCESS","FAILURE"]),errors:x(c)},gg={...vt,is_sync_finished:f(w)},Oi=u("PropexoUnnamedSync",gg),bt=(e,n)=>u(`${e} in data`,{...n,event:Re(e)}),xt=(e,n)=>u(e,{...n,event:f(Re(e)),meta:en}),Hd={SYNC_COMPLETE:bt("SYNC_COMPLETE",vt),FIRST_SYNC_COMPLETE:bt("FIRST_SYNC_COMPLETE",vt),JOB_SUCCESS:bt("JOB_SUCCESS",hn),JOB_FAILURE:bt("JOB_FAILURE",hn),WRITE_OPERATION_FAILURE:bt("WRITE_OPERATION_FAILURE",qd)},Yd={SYNC_COMPLETE:xt("SYNC_COMPLETE",vt),FIRST_SYNC_COMPLETE:xt("FIRST_SYNC_COMPLETE",vt),JOB_SUCCESS:xt("JOB_SUCCESS",hn),JOB_FAILURE:xt("JOB_FAILURE",hn),WRITE_OPERATION_FAILURE:xt("WRITE_OPERATION_FAILURE",qd)};var bg={DATA_NEW:zd,DATA_UPDATE:Wd,...Hd},Zd={DATA_NEW:Ud,DATA_UPDATE:Bd,...Yd},xg=e=>({wrapped:u(`${e} wrapped`,{trigger:f(h([e])),data:f(bg[e]),meta:en}),untriggered:u(`${e} in data alone`,{data:f(Zd[e]),meta:en}),flat:Zd[e]}),vg=Object.keys(se),Kd=new Map(vg.map(e=>[e,xg(e)])),Ri={DATA_NEW:ji,DATA_UPDATE:Pi},wg=(e,n)=>g(e,"object",n)===void 0&&g(g(e,"meta",n),"object",n)!==void 0,Tg=(e,n,t,o)=>{let r=Kd.get(t);switch(n){case"/trigger":return r?.wrapped;case"/data/event":return r?.untriggered;case"/event":return wg(e,o)?Ri[t]??r?.flat:r?.flat;case null:return Ri[t]??Oi}},Ag={"/trigger":u("trigger",{trigger:f(c)}),"/data/event":u("data",{data:f(u("data",{event:f(c)}))}),"/event":u("event",{event:f(c)})},Ci=e=>{let n=e.slice(1).split("/"),t=[{path:["object"],is:"unsent"},{path:["meta","object"],is:"sent"}];return[...[...Kd].flatMap(([r,{wrapped:i,untriggered:a,flat:s}])=>{let d={path:n,is:[r]};if(e==="/trigger")return[{when:[d],codec:i}];if(e==="/data/event")return[{when:[d],codec:a}];let p=Ri[r],m={when:[d],codec:s};return p===void 0?[m]:[{when:[d,...t],codec:p},m]}),{when:[{path:n,is:"word"}],codec:N},{when:[{path:n,is:"said"}],codec:Ag[e]}]},$d=[...Ci("/trigger"),...Ci("/data/event"),...Ci("/event"),{when:[{path:["diff"],is:"object"}],codec:Pi},{when:[{path:["payload"],is:"object"}],codec:ji},{when:[{path:["is_sync_finished"],is:"said"}],codec:Oi}],Sg=[...new Set($d.map(({codec:e})=>e))],Jd=new S("PropexoPayload",{kind:"choice",members:Sg,discriminator:null,cases:$d},(e,n)=>{if(!Y(e))return v(n,"wrong_kind","","an object"),b;let t=mt(e,n),o=t===null?Ao(e,n):To(e,t,n);if(Wn(o)){let r=Tg(e,t,o,n);if(r!==void 0)return r.read(e,n)}else if(typeof o=="string")return N.read(e,n);return t===null?v(n,"missing","/trigger","the name of an event, or a diff or a payload"):v(n,"wrong_kind",t,"text"),b});var Vd=Oe({name:"propexo",words:se,codec:Jd,normalize:Fd,verify:$l});var Gd=Rn("shared-secret");var Ro=Q("MM/DD/YYYY at hh:mmAM"),Xd=Q("date-time"),np=Q("MM/DD/YYYY"),De={property_id:_,address:c,summary:c,property_tag:c,checkin_at:Ro,checkin_at_iso:Xd,showing_timestamp:Xd,record_date:Ro,created_at:Ro,source:c,listing_id:_,secondary_external_id:_},nn={prospect_name:c,prospect_phone:c,email:c},tp={utm_source:c,utm_medium:c,utm_campaign:c,utm_term:c,utm_content:c},Ie=(...e)=>({type:f(h(e))}),Eg={...Ie("Self Scheduling","Open House Scheduling","Safe Mode"),...De,...nn,...tp,visit_date:np,leasing_agent:c},Di=u("RentlyShowing",Eg),kg={...Ie("Self Registered Viewing","Direct Code Showing","Customer Care Direct Code","Open House Viewing","Self Show Unlocked"),...De,...nn,...tp,leasing_agent:c,admin_name:c},wt=u("RentlyShowingAccess",kg),jg={...Ie("OTV Auto Showing"),...De,...nn},Pg=u("RentlyTourLink",jg),Og={...Ie("Now Available"),...De,...nn},Cg=u("RentlyAvailability",Og),Rg={...Ie("Pre Leased Lead Signup","Prelease Lead Signup"),...De,...nn},Qd=u("RentlyWaitlist",Rg),Dg={...Ie("Prospect Comment"),...De,...nn,improvement_type:c,notes:c,interest2:j(["apply","question","no"]),access_problem:w,property_problem:j(["vandalism","odor","cleanliness","none"]),apply:c,interest:c,good_arrive:c,good_leave:c,rating:c},Ig=u("RentlyComment",Dg),Fg={...Ie("Visitor Unlock","Visitor Unshackle"),...De,name:c,phone:c,voice_memo:c,input:c},ep=u("RentlyVisitor",Fg),Lg={...Ie("Tenant Access"),...De,phone:c,tenant_name:c,tenant_phone:c,access_type:j(["move_in","move_out"])},Mg=u("RentlyTenantAccess",Lg),Ng={...Ie("Call Center Lead"),...De,...nn,market_id:_,market:c,move_in_date:c,notes:c,max_price:we(c,_),reason_for_move:c,prospect_status:c,home_choice_importance:c},zg=u("RentlyCallCenterLead",Ng),Ug={...Ie("inquiry"),checkin_id:_,property_id:_,property_address:c,property_name:c,record_date:Ro,visitor_phone:c,visitor_name:c,visitor_email:c,source:c},Wg=u("RentlyInquiry",Ug),op={"Self Scheduling":Di,"Open House Scheduling":Di,"Safe Mode":Di,"Self Registered Viewing":wt,"Direct Code Showing":wt,"Customer Care Direct Code":wt,"Open House Viewing":wt,"Self Show Unlocked":wt,"OTV Auto Showing":Pg,"Now Available":Cg,"Pre Leased Lead Signup":Qd,"Prelease Lead Signup":Qd,"Prospect Comment":Ig,"Visitor Unlock":ep,"Visitor Unshackle":ep,"Tenant Access":Mg,"Call Center Lead":zg,inquiry:Wg},Bg={...De,...nn,visit_date:np},rp=u("RentlyUnknownActivity",Bg);var Tt=String.raw`\d[\d,]{0,9}(?:\.\d{0,3})?`,lp={bedrooms:`(${Tt})BD`,bathrooms:`(${Tt})BA`,rent:String.raw`\$(${Tt}) /mo`,cats:"Cats OK",dogs:"Dogs OK",squareFeet:`(${Tt}) sq ft`},qg=Object.entries(lp).map(([e,n])=>({fact:e,pattern:new RegExp(`^${n}$`)})),Hg=" | ",Ii=e=>Number(e?.replaceAll(",","")),Fi=(e,n)=>({amount:Math.round(e*100),currency:"USD",per:n}),Yg=new RegExp(String.raw`^(\$?)(${Tt})$`),dp=(e,n)=>{let t=Yg.exec(e);if(t===null)return null;let o=Fi(Ii(t[2]),n);return t[1]==="$"?o:{...o,currency:null}},Zg=e=>{let{bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a}=Je,s={bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a};for(let d of e.split(Hg))for(let{fact:p,pattern:m}of qg){let y=m.exec(d);y!==null&&(p==="cats"||p==="dogs"?s[p]=!0:p==="rent"?s.rent=Fi(Ii(y[1]),"month"):s[p]=Ii(y[1]))}return s},Kg=new RegExp(`^${Object.values(lp).map(e=>`(?:${e.replace("(","(?:")}(?: \\| |$))?`).join("")}$`),ip=48,$g=57,Jg=32,Vg=46,Gg=47,Xg=66,Qg=67,ap=68,e1=5,n1=7,t1=9,sp=10,o1=e=>{let{bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a}=Je,s=0,d=0;for(let p=0;p<e.length;){let m=e.charCodeAt(p);if(m>=ip&&m<=$g){s=s*10+(m-ip),d*=10,p+=1;continue}let y=d>1?s/d:s;switch(m){case Xg:e.charCodeAt(p+1)===ap?n=y:t=y,p+=e1;break;case Jg:e.charCodeAt(p+1)===Gg?(o=Fi(y,"month"),p+=n1):(r=y,p+=t1);break;case Qg:i=!0,p+=sp;break;case ap:a=!0,p+=sp;break;default:m===Vg&&(d=1),p+=1;continue}s=0,d=0}return{bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a}},r1=e=>e.bedrooms===null&&e.bathrooms===null&&e.rent===null&&e.squareFeet===null&&e.cats===null&&e.dogs===null,pp=(e,n)=>{let t=Kg.test(e)?o1(e):Zg(e);if(n===null&&r1(t))return null;let{bedrooms:o,bathrooms:r,rent:i,squareFeet:a,cats:s,dogs:d}=t;return{bedrooms:o,bathrooms:r,rent:i,squareFeet:a,cats:s,dogs:d,unitTag:n}},Li=" \u2013 Unit tag: ",cp=Li.indexOf(":"),i1=e=>{let n=-1;for(let t=e.indexOf(":");t!==-1;t=e.indexOf(":",t+1))e.startsWith(Li,t-cp)&&(n=t-cp);return n},up=e=>{let n=i1(e);return n===-1?{address:e,unitTag:null}:{address:e.slice(0,n),unitTag:e.slice(n+Li.length)||null}};var tn=e=>({...B,name:e.prospect_name??null,email:e.email??null,phone:e.prospect_phone??null,role:"prospect"}),Zn=(e,n,t,o)=>({...B,name:n??null,email:o??null,phone:t??null,role:e}),me=e=>{let n=e.summary??null,{address:t,unitTag:o}=e.address==null?a1:up(e.address);return{...C,id:e.property_id??null,listingId:e.listing_id??null,tag:e.property_tag??null,externalId:e.secondary_external_id??null,address:t,summary:n,facts:pp(n??"",o)}},a1={address:null,unitTag:null},Mi=e=>{let{utm_source:n,utm_medium:t,utm_campaign:o,utm_term:r,utm_content:i}=e;return n==null&&t==null&&o==null&&r==null&&i==null?null:{source:n??null,medium:t??null,campaign:o??null,term:r??null,content:i??null}};var mp=32,fp=47,s1=58,c1=65,l1=77,_p=80,d1=97,p1=116,u1=21;function Ni(e){if(e.length!==u1||e.charCodeAt(2)!==fp||e.charCodeAt(5)!==fp||e.charCodeAt(10)!==mp||e.charCodeAt(11)!==d1||e.charCodeAt(12)!==p1||e.charCodeAt(13)!==mp||e.charCodeAt(16)!==s1||e.charCodeAt(20)!==l1)return null;let n=e.charCodeAt(19);if(n!==c1&&n!==_p)return null;let t=V(e,0),o=V(e,3),r=nt(e,6),i=V(e,14),a=V(e,17);if(!sn(r,t,o)||i<1||i>12||a<0||a>59)return null;let s=(i===12?0:i)+(n===_p?12:0);return an(r,t,o)*864e5+s*36e5+a*6e4}var hp="America/Los_Angeles",m1=null,Wi=()=>m1??=un(hp),Do=(e,n,{reading:t})=>{if(e==null)return null;let o=ce(e);return o!==null&&o.offset!==null?o:(v(t,"time_unreadable",n,"a date-time with an offset"),null)},Ui=e=>e.wall-e.offset*6e4,yp=(e,n,t,{reading:o})=>{let r=Wi();r!==null&&Dc(n,r)&&H(o,"zone_contradiction",t,`an offset of ${hp}`);let i=be(e,n,r);return i===null&&v(o,"time_unreadable",t,"a year from 0001 to 9999"),i},gp="MM/DD/YYYY at hh:mmAM or PM",zi=(e,n,{reading:t,disambiguation:o})=>{let r=Ni(e),i=Wi(),a=r===null||i===null?null:mn(e,r,"minute",i,"assumed-zone",o);return a===null?v(t,"time_unreadable",n,gp):a.instant===null&&H(t,"time_ambiguous",n,"a time that the clock shows once"),a},f1=(e,n)=>{let t=Wi(),o=Ui(n),r=t===null?n.wall:o+te(t,o)*6e4;return Math.floor(r/6e4)*6e4===e},fe=(e,n)=>{let{reading:t}=n,{checkin_at_iso:o,showing_timestamp:r,checkin_at:i}=e,a=Do(o,"/checkin_at_iso",n),s=r===o&&a!==null?a:Do(r,"/showing_timestamp",n);a!==null&&s!==null&&Ui(a)!==Ui(s)&&H(t,"time_contradiction","/showing_timestamp","the moment of checkin_at_iso");let d=a??s;if(d!==null){if(i!=null){let p=Ni(i);p===null?v(t,"time_unreadable","/checkin_at",gp):f1(p,d)||H(t,"time_contradiction","/checkin_at","the minute of the stamp with an offset")}return a!==null?yp(o??"",a,"/checkin_at_iso",n):yp(r??"",d,"/showing_timestamp",n)}return i!=null?zi(i,"/checkin_at",n):e.created_at!=null?zi(e.created_at,"/created_at",n):e.record_date==null?null:zi(e.record_date,"/record_date",n)},At=(e,n,t,{reading:o})=>(e===null&&v(o,"time_unreadable",n,t),e),Io=(e,n,t)=>e==null?null:At(es(e),n,"MM/DD/YYYY",t),Fo=(e,n,t)=>e==null?null:At(he(e),n,"YYYY-MM-DD",t),Bi=(e,n,t)=>{let o=Do(e,n,t);return o===null||e==null?null:At(be(e,o,null),n,"a year from 0001 to 9999",t)},Lo=(e,n,t)=>{if(e==null)return null;if(typeof e=="number")return At(ro(e,e,"millisecond",null),n,"milliseconds since 1970",t);let o=Do(e,n,t);return o===null?null:At(be(e,o,null),n,"a year from 0001 to 9999",t)};var de={"Self Registered Viewing":{type:"access.code_requested",via:"self_service",mode:"self_guided"},"Direct Code Showing":{type:"access.code_requested",via:"direct",mode:"self_guided"},"Customer Care Direct Code":{type:"access.code_requested",via:"customer_care",mode:"self_guided"},"Open House Viewing":{type:"access.code_requested",via:"open_house",mode:"open_house"},"Self Show Unlocked":{type:"access.unlocked",via:null,mode:"self_guided"},"Self Scheduling":{type:"showing.scheduled",slot:"booked",mode:"self_guided",safeMode:null},"Open House Scheduling":{type:"showing.scheduled",slot:"booked",mode:"open_house",safeMode:null},"Safe Mode":{type:"showing.requested",slot:"requested",mode:"self_guided",safeMode:!0},"Prospect Comment":{type:"showing.feedback_received"},"OTV Auto Showing":{type:"message.sent",purpose:"self_tour_link"},"Now Available":{type:"listing.available"},"Pre Leased Lead Signup":{type:"lead.waitlisted"},"Prelease Lead Signup":{type:"lead.waitlisted"},inquiry:{type:"lead.inquired"},"Call Center Lead":{type:"lead.created"},"Visitor Unlock":{type:"access.code_issued",purpose:"entry",credential:"code"},"Visitor Unshackle":{type:"access.code_issued",purpose:"unshackle",credential:"unshackle_code"},"Tenant Access":{type:"access.tenant_access"}},St={"Application Updated":{type:"application.updated"}},Fe={online:{type:"device.reported",state:"online"},offline:{type:"device.reported",state:"offline"},heartbeat:{type:"device.reported",state:"alive"},power_source:{type:"device.reported",state:"power_source"},unassigned_from_account:{type:"device.reported",state:"unassigned"},Lock:{type:"device.reported",state:"locked"},Unlock:{type:"access.unlocked"}},bp={...de,...St,...Fe};var Le=(e,n,t,o=null,r=null)=>({id:r,occurredAt:n,actor:o,completeness:"snapshot",identity:ne(n),source:{provider:"rently",type:e.type,payload:e,raw:t.raw}}),xp=e=>e==null?null:{kind:"agent",id:null,name:e,raw:null},_1=(e,n)=>{let t=de[e.type],o=fe(e,n);return T.showing(t.type,Le(e,o,n,xp(e.leasing_agent)),n,{person:tn(e),property:me(e),showing:{...ie,slot:t.slot,mode:t.mode,createdAt:e.type==="Self Scheduling"?o:null,date:Io(e.visit_date,"/visit_date",n),source:e.source??null,utm:Mi(e),safeMode:t.safeMode}})},y1=(e,n)=>{let t=de[e.type],o=fe(e,n),r=e.admin_name==null?xp(e.leasing_agent):{kind:"staff",id:null,name:e.admin_name,raw:null};return T.access(t.type,Le(e,o,n,r),n,{person:tn(e),property:me(e),showing:{...ie,slot:"unchanged",mode:t.mode,source:e.source??null,utm:Mi(e)},access:{...$e,holder:"prospect",purpose:"showing",credential:"code",via:t.via,certainty:t.type==="access.unlocked"?"recorded":null}})},h1=(e,n)=>{let t=de[e.type],o=fe(e,n);return T.message(t.type,Le(e,o,n),n,{person:tn(e),property:me(e),showing:{...ie,slot:"unchanged",mode:"self_guided",source:e.source??null},message:{...Bt,direction:"out",purpose:t.purpose,audience:"prospect"}})},g1=(e,n)=>{let t=fe(e,n);return T.listing(de[e.type].type,Le(e,t,n),n,{property:me(e),person:tn(e),listing:{...Ht,id:e.listing_id??null,perPerson:!0}})},b1=(e,n)=>{let t=fe(e,n);return T.lead(de[e.type].type,Le(e,t,n),n,{person:tn(e),property:me(e),showing:null,lead:{...ue,origin:"prospect",source:e.source??null,topic:"preleased"}})},x1=e=>e==null?[]:e.split(",").map(n=>n.trim()).filter(n=>n!==""),v1=e=>({from:"prospect",interest:e.interest2??e.interest??null,improvements:x1(e.improvement_type),accessProblem:e.access_problem??null,propertyProblem:e.property_problem??null,notes:e.notes??null}),w1=(e,n)=>{let t=fe(e,n);return T.showing(de[e.type].type,Le(e,t,n),n,{person:tn(e),property:me(e),showing:{...ie,slot:"unchanged",source:e.source??null,feedback:v1(e)}})},T1=(e,n)=>{let t=de[e.type],o=fe(e,n);return T.access(t.type,Le(e,o,n),n,{person:Zn("visitor",e.name,e.phone,null),property:me(e),showing:null,access:{...$e,holder:"visitor",purpose:t.purpose,credential:t.credential,via:"manager_portal",voiceMemo:e.voice_memo??null,input:e.input??null}})},A1=e=>e==="move_in"?"move_in":e==="move_out"?"move_out":null,S1=(e,n)=>{let t=fe(e,n);return T.access(de[e.type].type,Le(e,t,n),n,{person:Zn("tenant",e.tenant_name,e.tenant_phone,null),property:me(e),showing:null,access:{...$e,holder:"tenant",purpose:A1(e.access_type),phoneUsed:e.phone??null,phoneRegistered:e.tenant_phone??null}})},E1=(e,n)=>{let t=fe(e,n),o=e.market_id==null&&e.market==null?null:{id:e.market_id??null,name:e.market??null};return T.lead(de[e.type].type,Le(e,t,n),n,{person:tn(e),property:{...me(e),market:o},showing:null,lead:{...ue,isNew:!0,origin:"call_center",channel:"call_center",source:e.source??null,status:e.prospect_status??null,message:e.notes??null,wishes:{...Sn,moveInText:e.move_in_date??null,maxRent:e.max_price==null?null:dp(e.max_price,"month"),reasonForMove:e.reason_for_move??null,homeChoiceImportance:e.home_choice_importance??null}}})},k1=(e,n)=>{let t=fe(e,n),o=e.checkin_id??null,r=me({property_id:e.property_id,address:e.property_address});return T.lead(de[e.type].type,Le(e,t,n,null,o),n,{person:Zn("prospect",e.visitor_name,e.visitor_phone,e.visitor_email),property:{...r,name:e.property_name??null},showing:null,lead:{...ue,id:o,origin:"portal",source:e.source??null,channel:"ils"}})},vp=(e,n)=>{switch(e.type){case"Self Scheduling":case"Open House Scheduling":case"Safe Mode":return _1(e,n);case"Self Registered Viewing":case"Direct Code Showing":case"Customer Care Direct Code":case"Open House Viewing":case"Self Show Unlocked":return y1(e,n);case"OTV Auto Showing":return h1(e,n);case"Now Available":return g1(e,n);case"Pre Leased Lead Signup":case"Prelease Lead Signup":return b1(e,n);case"Prospect Comment":return w1(e,n);case"Visitor Unlock":case"Visitor Unshackle":return T1(e,n);case"Tenant Access":return S1(e,n);case"Call Center Lead":return E1(e,n);case"inquiry":return k1(e,n)}};var wp="Application Updated",qi=(e,n,{reading:t})=>{if(e==null)return null;let o=An(e);return o!==null?{amount:o,currency:null,per:"month"}:(v(t,"wrong_kind",n,"an amount of whole cents"),null)},j1=e=>{let{landlord_name:n,landlord_phone:t,landlord_email:o}=e;return n==null&&t==null&&o==null?null:{...B,name:n??null,phone:t??null,email:o??null}},P1=(e,n,t)=>({current:e.current_residence??null,street:e.street_address??null,city:e.city??null,state:e.state??null,zip:e.zipcode??null,kind:e.residence_type??null,monthlyPayment:qi(e.monthly_payment,`${n}/monthly_payment`,t),monthlyRent:qi(e.monthly_rent,`${n}/monthly_rent`,t),movedInOn:Fo(e.move_in_date,`${n}/move_in_date`,t),movedOutOn:Fo(e.move_out_date,`${n}/move_out_date`,t),reasonForMove:e.reason_for_moving??null,landlord:j1(e)}),O1=/^(\d{1,3}(?:\.\d{1,4})?)\s?%$/,C1=(e,n,{reading:t})=>{if(e==null)return null;let o=O1.exec(e)?.[1];return o!==void 0?Number(o):(v(t,"wrong_kind",n,"a percentage"),null)},R1=(e,n,t)=>{let o=`/applicants/${String(n)}`;return{id:e.id??null,person:{...B,name:e.name??null,email:e.email??null,phone:e.phone??null,role:"applicant",id:e.rently_prospect_id??null},birthDate:Fo(e.dob,`${o}/dob`,t),progress:C1(e.completion_percentage,`${o}/completion_percentage`,t),completedAt:Bi(e.completion_date,`${o}/completion_date`,t),expiresAt:Bi(e.application_expiry,`${o}/application_expiry`,t),relationship:e.relationship??null,residences:(e.residences??[]).map((r,i)=>P1(r,`${o}/residences/${String(i)}`,t))}},D1=(e,n)=>{let{bedroom:t,bathrooms:o}=e,r=qi(e.rent,"/property/rent",n);return t==null&&o==null&&r===null?null:{...Je,bedrooms:t??null,bathrooms:o??null,rent:r}},I1=(e,n)=>({...C,id:e.property_id??null,address:e.address??null,facts:D1(e,n)}),Tp=(e,n)=>{let t=(e.applicants??[]).map((r,i)=>R1(r,i,n)),o={provider:"rently",type:wp,payload:e,raw:n.raw};return T.application(St[wp].type,{id:null,occurredAt:null,actor:null,completeness:"snapshot",identity:{strength:"content",parts:[],order:null},source:o},n,{person:t[0]?.person??{...B,role:"applicant"},property:e.property==null?C:I1(e.property,n),application:{...ms,id:e.application_id,applicants:t}})};var Ap={device_type:j(["hub","lock"]),hub_id:c,home_name:c,serial_no:c,address:c,pms_datapull_id:c,device_id:c,device_name:c,User:c,details:we(c,P),activity_time:we(Q("YYYY-MM-DD HH:MM:SS UTC"),P)},F1={message_type:f(h(Object.keys(Fe))),...Ap},Sp=u("RentlySmartHome",F1),Ep=u("RentlyUnknownMessage",Ap);var L1=e=>({kind:e.device_type??null,id:e.device_id??null,name:e.device_name??null,serial:e.serial_no??null,hubId:e.hub_id??null,home:e.home_name??null}),Hi=e=>({...C,name:e.home_name??null,address:e.address??null,externalId:e.pms_datapull_id??null}),M1=e=>e.User==null?null:{kind:null,id:null,name:e.User,raw:e.User},kp=(e,n)=>{let t=Lo(e.activity_time,"/activity_time",n),o={provider:"rently",type:e.message_type,payload:e,raw:n.raw},r={id:null,occurredAt:t,actor:M1(e),completeness:"snapshot",identity:ne(t),source:o},i=Hi(e),a=L1(e),s=e.User??null;if(e.message_type==="Unlock")return T.access(Fe.Unlock.type,r,n,{person:B,property:i,showing:null,access:{...$e,certainty:"recorded",device:a,user:s}});let d=Fe[e.message_type];return T.device(d.type,r,n,{property:i,device:{device:a,state:d.state,details:e.details??null,user:s}})};var Yi=(e,n)=>typeof n=="string"&&Object.hasOwn(e,n),N1=(e,{reading:n})=>Yi(de,g(e,"type",n)),z1=e=>g(e,"type")===void 0&&Yi(Fe,g(e,"message_type")),U1=e=>{let n=g(e,"type")??void 0;return n!==void 0?Yi(St,n):g(e,"message_type")===void 0},jp=(e,n)=>{let t=e.read(n,q(!1));return t===b?null:t},Pp=e=>Object.values(e).some(n=>n!==null),W1=(e,n)=>{let t=jp(rp,e)??{},o=Zn(null,t.prospect_name,t.prospect_phone,t.email);return{occurredAt:fe(t,n),person:Pp(o)?o:null,property:me(t),date:Io(t.visit_date,"/visit_date",n)}},B1=(e,n)=>{let t=jp(Ep,e)??{};return{occurredAt:Lo(t.activity_time,"/activity_time",n),person:null,property:Hi(t),date:null}},q1=(e,n)=>{let t=g(e,"type")===void 0,o=t?"message_type":"type",r=e[o],i=t?B1(e,n):W1(e,n),{occurredAt:a,person:s,property:d,date:p}=i;return T.unrecognized("unrecognized",{id:null,occurredAt:a,actor:null,completeness:"snapshot",identity:ne(a),source:{provider:"rently",type:typeof r=="string"?r:"",payload:e,raw:n.raw}},n,{discriminator:`/${o}`,newerType:null,person:s,property:Pp(d)?d:null,showing:p===null?null:{...ie,date:p}})},Op=(e,n)=>N1(e,n)?vp(e,n):z1(e)?kp(e,n):U1(e)?Tp(e,n):q1(e,n);var Zi=Q("date"),Cp=Q("date-time"),H1={current_residence:w,street_address:c,city:c,state:c,zipcode:_,residence_type:j(["rented","owned"]),monthly_payment:P,monthly_rent:P,reason_for_moving:c,move_in_date:Zi,move_out_date:Zi,landlord_name:c,landlord_phone:c,landlord_email:c,landlord_fax:c},Y1=u("RentlyResidence",H1),Z1={id:_,rently_prospect_id:_,name:c,phone:c,email:c,dob:Zi,completion_percentage:c,completion_date:Cp,application_expiry:Cp,relationship:c,residences:x(Y1)},K1=u("RentlyApplicant",Z1),$1={property_id:_,property_type:c,address:c,company:c,bedroom:P,bathrooms:P,deposit:P,rent:P},J1=u("RentlyApplicationProperty",$1),V1={type:h(["Application Updated"]),application_id:f(_),property:J1,applicants:x(K1)},Et=u("RentlyApplication",V1);var Ki=je("RentlyActivity","type",{...op,"Application Updated":Et},N),$i=je("RentlySmartHome","message_type",Object.fromEntries(Object.keys(Fe).map(e=>[e,Sp])),N),Rp=vn("RentlyPayload",[Ki,$i,Et],(e,n)=>g(e,"type",n)!==void 0?Ki:g(e,"message_type",n)!==void 0?$i:g(e,"application_id",n)===void 0?null:Et,"/type","one of type, message_type and application_id",[{when:[{path:["type"],is:"sent"}],codec:Ki},{when:[{path:["message_type"],is:"sent"}],codec:$i},{when:[{path:["application_id"],is:"sent"}],codec:Et}]);var Dp=Oe({name:"rently",words:bp,codec:Rp,normalize:Op,verify:Gd});var Ip=Vt("authorization","Bearer");var jt={type:"message.sent",direction:"out"},pe={...jt,audience:"prospect"},Mo={sent_autoreply:{...pe,purpose:"autoreply",automatic:!0},sent_autoreply_followup:{...pe,purpose:"autoreply_followup",automatic:!0},sent_follow_up:{...pe,purpose:"follow_up"},follow_up_reschedule:{...pe,purpose:"follow_up_reschedule"},pre_screen_reminder_sent:{...pe,purpose:"pre_screen_reminder"},notified_showtimes_available:{...pe,purpose:"showtimes_available"},email_link:{...pe,channel:"email",purpose:"scheduling_link"},text_link:{...pe,channel:"sms",purpose:"scheduling_link"},email_application_criteria_link:{...pe,channel:"email",purpose:"application_criteria_link"},text_application_criteria_link:{...pe,channel:"sms",purpose:"application_criteria_link"},email_apply_now_link:{...pe,channel:"email",purpose:"apply_now_link"},text_apply_now_link:{...pe,channel:"sms",purpose:"apply_now_link"},email_on_rent_reduction:{...pe,channel:"email",purpose:"rent_reduction"},email_on_new_active_listing:{...pe,channel:"email",purpose:"new_listing"},cancel_notice:{...jt,purpose:"cancel_notice"},cancel_warning:{...jt,purpose:"cancel_warning"},send_upcoming_showings:{...jt,purpose:"upcoming_showings"},unclaimed_alert:{...jt,purpose:"unclaimed_alert"},email_delivery_failed:{type:"message.failed",direction:"out",channel:"email"},left_voicemail:{type:"message.received",direction:"in",channel:"voicemail"}},No={call_redirected:{type:"call.transferred",kind:"redirect"},call_redirect_ended:{type:"call.completed",kind:"redirect"},call_transferred_to_cci:{type:"call.transferred",kind:"transfer",to:"call_center"},call_transferred_from_cci:{type:"call.transferred",kind:"transfer",from:"call_center"},outgoing_call_started:{type:"call.started",kind:"call",direction:"outbound"},outgoing_call_completed:{type:"call.completed",kind:"call",direction:"outbound"}},kt={type:"document.requested",step:"sent"},zo={sent_document_request:{...kt,items:["document"]},sent_document_and_answers_request:{...kt,items:["document","answers"]},sent_answers_request:{...kt,items:["answers"]},document_request_resent:{...kt,items:["document"],resent:!0},additional_document_requested:{type:"document.requested",step:"requested",items:["document"],additional:!0},additional_document_request_sent:{...kt,items:["document"],additional:!0},document_received:{type:"document.received",items:["document"]},additional_document_received:{type:"document.received",items:["document"],additional:!0},document_verification_request:{type:"document.verification_requested",items:["document"]},document_verified:{type:"document.verified",items:["document"]}};var Wo={lead_created:{type:"lead.created",isNew:!0},lead_created_by_off_market_update_process:{type:"lead.created",isNew:!0,origin:"batch",reason:"off_market_update"},lead_updated:{type:"lead.updated",isNew:!1},phone_number_changed:{type:"lead.updated",isNew:!1,changed:["phone"]},third_party_applicant_added:{type:"lead.updated",isNew:!1,changed:["third_party_applicant"]},do_follow_up:{type:"lead.updated",isNew:!1,followUp:!0},dont_follow_up:{type:"lead.updated",isNew:!1,followUp:!1},follow_autoreply:{type:"lead.updated",isNew:!1},inquired:{type:"lead.inquired"},inquired_about_off_market_listing:{type:"lead.inquired",topic:"off_market_listing"},inquired_about_multi_unit:{type:"lead.inquired",topic:"multi_unit"},requested_application_criteria:{type:"lead.inquired",topic:"application_criteria"},requested_availability_notification:{type:"lead.waitlisted",topic:"availability"},lead_converted_by_cci:{type:"lead.status_changed",status:"converted",channel:"call_center"},applicant_transitioned_to_resident:{type:"lead.status_changed",previousStatus:"applicant",status:"resident",role:"resident"},applicant_transitioned_from_resident:{type:"lead.status_changed",previousStatus:"resident",status:"applicant",role:"applicant"},flagged_as_fraudulent:{type:"lead.flagged",reason:"fraud"},blacklisted_prospect:{type:"lead.flagged",reason:"blacklisted"}},Uo={type:"screening.mismatched",outcome:"mismatched"},Bo={pre_screen_request_sent:{type:"screening.requested",kind:"pre_screen"},pre_screen_completed:{type:"screening.completed",kind:"pre_screen"},pre_screen_overridden:{type:"screening.overridden",kind:"pre_screen",outcome:"overridden"},pet_screening_sent:{type:"screening.requested",kind:"pet"},cci_screening_criteria_not_met:{type:"screening.completed",kind:"criteria",outcome:"failed",by:"call_center"},showing_mismatched_pets:{...Uo,criterion:"pets"},showing_mismatched_income:{...Uo,criterion:"income"},showing_mismatched_move_in_date:{...Uo,criterion:"move_in_date"},showing_mismatched_custome_question:{...Uo,criterion:"custom_question"}};var Fp={"International Date Line West":"Etc/GMT+12","Midway Island":"Pacific/Midway","American Samoa":"Pacific/Pago_Pago",Hawaii:"Pacific/Honolulu",Alaska:"America/Juneau","Pacific Time (US & Canada)":"America/Los_Angeles",Tijuana:"America/Tijuana","Mountain Time (US & Canada)":"America/Denver",Arizona:"America/Phoenix",Chihuahua:"America/Chihuahua",Mazatlan:"America/Mazatlan","Central Time (US & Canada)":"America/Chicago",Saskatchewan:"America/Regina",Guadalajara:"America/Mexico_City","Mexico City":"America/Mexico_City",Monterrey:"America/Monterrey","Central America":"America/Guatemala","Eastern Time (US & Canada)":"America/New_York","Indiana (East)":"America/Indiana/Indianapolis",Bogota:"America/Bogota",Lima:"America/Lima",Quito:"America/Lima","Atlantic Time (Canada)":"America/Halifax",Caracas:"America/Caracas","La Paz":"America/La_Paz",Santiago:"America/Santiago",Newfoundland:"America/St_Johns",Brasilia:"America/Sao_Paulo","Buenos Aires":"America/Argentina/Buenos_Aires",Montevideo:"America/Montevideo",Georgetown:"America/Guyana","Puerto Rico":"America/Puerto_Rico",Greenland:"America/Nuuk","Mid-Atlantic":"Atlantic/South_Georgia",Azores:"Atlantic/Azores","Cape Verde Is.":"Atlantic/Cape_Verde",Dublin:"Europe/Dublin",Edinburgh:"Europe/London",Lisbon:"Europe/Lisbon",London:"Europe/London",Casablanca:"Africa/Casablanca",Monrovia:"Africa/Monrovia",UTC:"Etc/UTC",Belgrade:"Europe/Belgrade",Bratislava:"Europe/Bratislava",Budapest:"Europe/Budapest",Ljubljana:"Europe/Ljubljana",Prague:"Europe/Prague",Sarajevo:"Europe/Sarajevo",Skopje:"Europe/Skopje",Warsaw:"Europe/Warsaw",Zagreb:"Europe/Zagreb",Brussels:"Europe/Brussels",Copenhagen:"Europe/Copenhagen",Madrid:"Europe/Madrid",Paris:"Europe/Paris",Amsterdam:"Europe/Amsterdam",Berlin:"Europe/Berlin",Bern:"Europe/Zurich",Zurich:"Europe/Zurich",Rome:"Europe/Rome",Stockholm:"Europe/Stockholm",Vienna:"Europe/Vienna","West Central Africa":"Africa/Algiers",Bucharest:"Europe/Bucharest",Cairo:"Africa/Cairo",Helsinki:"Europe/Helsinki",Kyiv:"Europe/Kyiv",Kyev:"Europe/Kyiv",Riga:"Europe/Riga",Sofia:"Europe/Sofia",Tallinn:"Europe/Tallinn",Vilnius:"Europe/Vilnius",Athens:"Europe/Athens",Istanbul:"Europe/Istanbul",Minsk:"Europe/Minsk",Jerusalem:"Asia/Jerusalem",Harare:"Africa/Harare",Pretoria:"Africa/Johannesburg",Kaliningrad:"Europe/Kaliningrad",Moscow:"Europe/Moscow","St. Petersburg":"Europe/Moscow",Volgograd:"Europe/Volgograd",Samara:"Europe/Samara",Kuwait:"Asia/Kuwait",Riyadh:"Asia/Riyadh",Nairobi:"Africa/Nairobi",Baghdad:"Asia/Baghdad",Tehran:"Asia/Tehran","Abu Dhabi":"Asia/Muscat",Muscat:"Asia/Muscat",Baku:"Asia/Baku",Tbilisi:"Asia/Tbilisi",Yerevan:"Asia/Yerevan",Kabul:"Asia/Kabul",Ekaterinburg:"Asia/Yekaterinburg",Islamabad:"Asia/Karachi",Karachi:"Asia/Karachi",Tashkent:"Asia/Tashkent",Chennai:"Asia/Kolkata",Kolkata:"Asia/Kolkata",Mumbai:"Asia/Kolkata","New Delhi":"Asia/Kolkata",Kathmandu:"Asia/Kathmandu",Dhaka:"Asia/Dhaka","Sri Jayawardenepura":"Asia/Colombo",Almaty:"Asia/Almaty",Astana:"Asia/Almaty",Novosibirsk:"Asia/Novosibirsk",Rangoon:"Asia/Yangon",Bangkok:"Asia/Bangkok",Hanoi:"Asia/Bangkok",Jakarta:"Asia/Jakarta",Krasnoyarsk:"Asia/Krasnoyarsk",Beijing:"Asia/Shanghai",Chongqing:"Asia/Chongqing","Hong Kong":"Asia/Hong_Kong",Urumqi:"Asia/Urumqi","Kuala Lumpur":"Asia/Kuala_Lumpur",Singapore:"Asia/Singapore",Taipei:"Asia/Taipei",Perth:"Australia/Perth",Irkutsk:"Asia/Irkutsk",Ulaanbaatar:"Asia/Ulaanbaatar","Ulaan Bataar":"Asia/Ulaanbaatar",Seoul:"Asia/Seoul",Osaka:"Asia/Tokyo",Sapporo:"Asia/Tokyo",Tokyo:"Asia/Tokyo",Yakutsk:"Asia/Yakutsk",Darwin:"Australia/Darwin",Adelaide:"Australia/Adelaide",Canberra:"Australia/Melbourne",Melbourne:"Australia/Melbourne",Sydney:"Australia/Sydney",Brisbane:"Australia/Brisbane",Hobart:"Australia/Hobart",Vladivostok:"Asia/Vladivostok",Guam:"Pacific/Guam","Port Moresby":"Pacific/Port_Moresby",Magadan:"Asia/Magadan",Srednekolymsk:"Asia/Srednekolymsk","Solomon Is.":"Pacific/Guadalcanal","New Caledonia":"Pacific/Noumea",Fiji:"Pacific/Fiji",Kamchatka:"Asia/Kamchatka","Marshall Is.":"Pacific/Majuro",Auckland:"Pacific/Auckland",Wellington:"Pacific/Auckland","Nuku'alofa":"Pacific/Tongatapu","Tokelau Is.":"Pacific/Fakaofo","Chatham Is.":"Pacific/Chatham",Samoa:"Pacific/Apia"},Lp={"International Date Line West":"Pacific/Midway",Astana:"Asia/Dhaka",Samoa:"Pacific/Pago_Pago",Georgetown:"America/Argentina/San_Juan","Solomon Is.":"Asia/Magadan",Brasilia:"America/Argentina/Buenos_Aires","Sri Jayawardenepura":"Asia/Dhaka",Volgograd:"Europe/Moscow",Edinburgh:"Europe/Dublin",Bern:"Europe/Berlin"};function Mp(e){let n=Object.hasOwn(Fp,e)?Fp[e]:void 0;if(n===void 0)return null;let t=Object.hasOwn(Lp,e)?Lp[e]:void 0;return t===void 0?{zone:n}:{zone:n,formerly:t}}var Np=new Map,zp=e=>{let n=Np.get(e);if(n!==void 0)return n;let t=Mp(e),o=un(t===null?e:t.zone);if(o===null)return null;let r={zone:o,formerly:un(t?.formerly)};return Np.set(e,r),r},Up=14,G1=Up*60,Wp=e=>{let n=Math.abs(e);return n<=Up?e*60:n<=G1?e:e/60},X1=(e,n)=>{let{year:t}=Mt(Math.floor(n/864e5)),o=te(e,an(t,1,1)*864e5);return Math.min(o,te(e,an(t,7,1)*864e5))},Ji=(e,n,t)=>te(e,t)===n||X1(e,t)===n;var Vi="/event/showing/showtime",Bp="/event/showing/showing_time_zone",Gi=(e,n,{reading:t})=>(e===null?v(t,"time_unreadable",n,"a date-time with an offset"):e.instant===null&&H(t,"time_ambiguous",n,"a time that the clock shows once"),e),qp=(e,n,{zone:t,disambiguation:o})=>n.offset!==null?be(e,n,null):t===null?null:mn(e,n.wall,n.precision,t,"assumed-zone",o),Kn=(e,n,t)=>{if(e==null)return null;let o=ce(e);return Gi(o===null?null:qp(e,o,t),n,t)},Q1=(e,n,t)=>{if(n===null)return t?.instant==null?null:zt(t.instant);let{wall:o,offset:r}=n;return r===null?oo(e,o).epoch:o-r*6e4},eb=(e,n,t,{reading:o})=>{if(e.showing_time_zone==null)return null;let r=zp(e.showing_time_zone);if(r===null)return H(o,"zone_unknown",Bp,"a time zone of Rails or of the IANA database"),null;let{zone:i,formerly:a}=r,s=e.showing_time_zone_utc_offset??null,d=s===null?null:Q1(i,n,t);if(s===null||d===null)return i;let p=Wp(s);if(Ji(i,p,d))return i;let m=a!==null&&Ji(a,p,d),y=m?`an offset of ${i.name}, not of ${a.name}`:`an offset of ${i.name}`;return H(o,"zone_contradiction",`${Bp}_utc_offset`,y),m?a:i},nb=(e,n,t,o)=>{let{wall:r,offset:i,precision:a}=n;return i===null?mn(e,r,a,t,"zone",o.disambiguation):(!e.endsWith("Z")&&te(t,r-i*6e4)!==i&&H(o.reading,"zone_contradiction",Vi,`an offset of ${t.name}`),Cc(e,n,t))},Hp=(e,n,t)=>{let o=e.showtime??null,r=o===null?null:ce(o),i=eb(e,r,n,t);if(o===null)return null;if(r===null)return Gi(null,Vi,t);let a=i===null?qp(o,r,t):nb(o,r,i,t);return Gi(a,Vi,t)};var tb=48,ob=57,rb=e=>{for(let n=0;n<e.length;n+=1){let t=e.charCodeAt(n);if(t<tb||t>ob)return!1}return e!==""},ib=(e,n)=>rb(e)?{by:"sequence",value:e,precision:null}:ln(n),ab=["prospect","owner_agent","system","call_center"],sb=e=>ab.find(n=>n===e)??null,cb=({actor:e,team_member_uid:n,team_member_name:t})=>e==null&&n==null&&t==null?null:{kind:e==null?null:sb(e),id:n??null,name:t??null,raw:e??null},qo=(e,n,t)=>{let o=Kn(e.created_at,"/event/created_at",t);return{id:e.id,occurredAt:o,actor:cb(e),completeness:"snapshot",identity:{strength:"provider-id",parts:[e.id],order:ib(e.id,o)},source:n}},Me=(e,n="prospect")=>e==null?{...B}:{...B,name:e.name??null,email:e.email??null,phone:e.phone??null,role:n},Ne=e=>e==null?{...C}:{...C,listingId:e.listing_uid??null,address:e.listing_full_address??null},lb=e=>e==null?null:e?"self_guided":"agent_guided",Pt=(e,n,t,o)=>({...n,id:e.uid??null,mode:lb(e.is_self_show),startsAt:Hp(e,t,o),createdAt:Kn(e.created_at,"/event/showing/created_at",o),confirmedAt:Kn(e.confirmed_at,"/event/showing/confirmed_at",o),canceledAt:Kn(e.canceled_at,"/event/showing/canceled_at",o),codeIssuedAt:Kn(e.self_show_code_distributed_at,"/event/showing/self_show_code_distributed_at",o),zoneName:e.showing_time_zone??null,zoneOffset:e.showing_time_zone_utc_offset??null,notes:e.notes??null});var Ot={type:"showing.reschedule_requested",slot:"as_stamped"},Xi={type:"showing.acceptance_requested",slot:"unchanged"},Qi={type:"showing.reminded",slot:"unchanged",about:"acceptance"},ea={type:"showing.accepted",slot:"unchanged",about:"showing"},Yp={type:"showing.assigned",slot:"unchanged",about:"claim"},$n={type:"showing.denied",slot:"dropped",subject:"showing",isReason:!1},Ho={...$n,subject:"lead"},Yo={...$n,slot:"unchanged",isReason:!0},Zo={create:{type:"showing.scheduled",slot:"tentative",isNew:!0},auto_create_by_sms:{type:"showing.scheduled",slot:"tentative",isNew:!0,automatic:!0,source:"sms"},proposed_times:{type:"showing.requested",slot:"requested",about:"proposed_times"},confirm_request:{type:"showing.confirmation_requested",slot:"unchanged"},confirm:{type:"showing.confirmed",slot:"booked"},confirm_automatically:{type:"showing.confirmed",slot:"booked",automatic:!0},unconfirm:{type:"showing.unconfirmed",slot:"tentative"},last_reminder:{type:"showing.reminded",slot:"unchanged",lastReminder:!0},acceptance_request:{...Xi,about:"acceptance"},proposed_times_accpt_request_sent:{...Xi,about:"proposed_times"},acceptance_reminder:Qi,acceptance_reminder_owner_agent:{...Qi,recipient:"owner_agent"},acceptance_reminder_approvers:{...Qi,recipient:"approvers"},accept:ea,accept_for_everyone:{...ea,scope:"everyone"},accept_for_me:{...ea,scope:"self"},decline:{type:"showing.declined",slot:"dropped",about:"showing"},decline_proposed_times:{type:"showing.declined",slot:"unchanged",about:"proposed_times"},claim_request:{...Xi,about:"claim",recipient:"staff"},claimed:{...Yp,assignee:"actor"},assign_unclaimed_showing_to_owner:{...Yp,assignee:"owner_agent"},update:{type:"showing.updated",slot:"as_stamped"},hide:{type:"showing.updated",slot:"unchanged",hidden:!0},restore:{type:"showing.updated",slot:"unchanged",hidden:!1},reschedule_request:Ot,emergency_reschedule_request:{...Ot,emergency:!0},reschedule_request_on_document_not_received:{...Ot,reason:"document_not_received"},reschedule_request_on_document_not_verified:{...Ot,reason:"document_not_verified"},reschedule_request_on_answers_not_received:{...Ot,reason:"answers_not_received"},cancel:{type:"showing.canceled",slot:"dropped"},auto_cancel_no_reply:{type:"showing.canceled",slot:"dropped",automatic:!0,reason:"no_reply"},cancel_phone_or_email_blacklisted:{type:"showing.canceled",slot:"dropped",reason:"blacklisted"},prospect_arrived_too_late:{type:"showing.canceled",slot:"dropped",reason:"arrived_too_late"},uncancel:{type:"showing.uncanceled",slot:"tentative"},lockbox_showing_started:{type:"showing.started",slot:"unchanged"},set_no_show:{type:"showing.no_show",slot:"done"},confirm_lockbox_outcome_no_show:{type:"showing.no_show",slot:"done",reason:"lockbox_outcome"},undo_no_show:{type:"showing.no_show_undone",slot:"done"},showing_feedback:{type:"showing.feedback_received",slot:"unchanged",feedbackFrom:"prospect"},showing_agent_feedback:{type:"showing.feedback_received",slot:"unchanged",feedbackFrom:"agent"},showing_denied_pets:{...$n,criterion:"pets"},showing_denied_income:{...$n,criterion:"income"},showing_denied_move_in_date:{...$n,criterion:"move_in_date"},showing_denied_custome_question:{...$n,criterion:"custom_question"},lead_showing_denied_pets:{...Ho,criterion:"pets"},lead_showing_denied_income:{...Ho,criterion:"income"},lead_showing_denied_move_in_date:{...Ho,criterion:"move_in_date"},lead_showing_denied_custome_question:{...Ho,criterion:"custom_question"},showing_denied_pets_reason:{...Yo,criterion:"pets"},showing_denied_income_reason:{...Yo,criterion:"income"},showing_denied_move_in_date_reason:{...Yo,criterion:"move_in_date"},showing_denied_custom_question_reason:{...Yo,criterion:"custom_question"}},Ct={holder:"prospect",purpose:"showing",deviceKind:"lockbox"},Ko={lockbox_code_requested:{type:"access.code_requested",...Ct,credential:"code"},lockbox_code_distributed:{type:"access.code_issued",...Ct,credential:"code"},location_verification_auto_triggered:{type:"access.verification_started",holder:"prospect",purpose:"showing",automatic:!0},confirm_secured_lockbox_request:{type:"access.security_check_requested",...Ct},confirm_secured_lockbox:{type:"access.secured",...Ct,certainty:"reported",alarm:!1},confirm_insecured_lockbox:{type:"access.unsecured",...Ct,certainty:"reported",alarm:!0}};var bn=(e,n)=>{let{event:t}=e,o={provider:"showmojo",type:t.action,payload:e,raw:n.raw};return qo(t,o,n)},db={...ie,slot:"unchanged"},Jn=(e,n,t)=>e==null?null:Pt(e,db,n,t),pb=({type:e,role:n,...t})=>{let o={...ue,...t};return(r,i)=>{let{showing:a}=r.event,s=bn(r,i);return T.lead(e,s,i,{person:Me(a,n),property:Ne(a),showing:Jn(a,s.occurredAt,i),lead:{...o,message:a?.notes??null}})}},ub=({type:e,...n})=>{let t={...ys,...n};return(o,r)=>{let{showing:i}=o.event,a=bn(o,r);return T.screening(e,a,r,{person:Me(i),property:Ne(i),showing:Jn(i,a.occurredAt,r),screening:{...t}})}},mb=e=>e==null?"unknown":e.canceled_at!=null?"dropped":e.showtime==null?"unknown":e.confirmed_at==null?"tentative":"booked",fb=e=>e===void 0?null:{from:e,interest:null,improvements:[],accessProblem:null,propertyProblem:null,notes:null},_b=(e,n)=>e===void 0?null:e==="actor"?n:{kind:e,id:null,name:null,raw:null},yb=({type:e,slot:n,assignee:t,feedbackFrom:o,...r})=>{let i={...ie,...r,slot:n==="as_stamped"?"unknown":n,feedback:fb(o)},a=n!=="as_stamped"&&t===void 0;return(s,d)=>{let{showing:p}=s.event,m=bn(s,d),y=a?i:{...i,slot:n==="as_stamped"?mb(p):n,assignee:_b(t,m.actor)};return T.showing(e,m,d,{person:Me(p),property:Ne(p),showing:p==null?{...y}:Pt(p,y,m.occurredAt,d)})}},hb=({type:e,deviceKind:n,...t})=>{let o=n===void 0?null:{...br,kind:n},r={...$e,...t,device:o};return(i,a)=>{let s=bn(i,a),d=Jn(i.event.showing,s.occurredAt,a);return T.access(e,s,a,{person:Me(i.event.showing),property:Ne(i.event.showing),showing:d,access:{...r,codeIssuedAt:d===null?null:d.codeIssuedAt}})}},gb=({type:e,...n})=>{let t={...Bt,...n};return(o,r)=>{let{showing:i}=o.event,a=bn(o,r);return T.message(e,a,r,{person:Me(i),property:Ne(i),showing:Jn(i,a.occurredAt,r),message:{...t}})}},bb=({type:e,...n})=>{let t={...fs,...n};return(o,r)=>{let{showing:i}=o.event,a=bn(o,r);return T.call(e,a,r,{person:Me(i),property:Ne(i),showing:Jn(i,a.occurredAt,r),call:{...t}})}},xb=({type:e,...n})=>{let t={..._s,...n};return(o,r)=>{let{showing:i}=o.event,a=bn(o,r);return T.document(e,a,r,{person:Me(i),property:Ne(i),showing:Jn(i,a.occurredAt,r),document:{...t}})}},gn=(e,n)=>Object.fromEntries(Object.entries(e).map(([t,o])=>[t,n(o)])),vb=()=>({...gn(Wo,pb),...gn(Bo,ub),...gn(Zo,yb),...gn(Ko,hb),...gn(Mo,gb),...gn(No,bb),...gn(zo,xb)}),Zp=vb();var Vn={...Wo,...Bo,...Zo,...Ko,...Mo,...No,...zo};var Gn=Q("date-time"),wb={uid:_,created_at:Gn,showtime:Gn,showing_time_zone:c,showing_time_zone_utc_offset:ve,name:c,phone:c,email:c,notes:c,listing_uid:_,listing_full_address:c,is_self_show:w,confirmed_at:Gn,canceled_at:Gn,self_show_code_distributed_at:Gn},Tb=u("ShowMojoShowing",wb),Kp={id:f(_),actor:j(["prospect","owner_agent","system","call_center"]),team_member_name:c,team_member_uid:_,created_at:Gn,showing:Tb},$o=e=>typeof e=="string"&&Object.hasOwn(Vn,e),Ab=new S("action",{kind:"enumeration",values:Object.keys(Vn)},(e,n)=>$o(e)?e:(v(n,"wrong_kind","","text"),b)),Sb={...Kp,action:f(Ab)},Eb=u("ShowMojoEvent",Sb),kb={...Kp,action:f(c)},jb=u("ShowMojoUnknownEvent",kb),Pb={event:f(Eb)},Ob={event:f(jb)},na=u("ShowMojoPayload",Pb),$p=u("ShowMojoUnknown",Ob),Cb=e=>typeof e=="string"?e!=="":Number.isSafeInteger(e),ta=new S("ShowMojoUnknown",N.shape,(e,n)=>{let t=g(g(e,"event"),"id");return Cb(t)?N.read(e,n):(v(n,t===void 0||t===""?"missing":"wrong_kind","/event/id","text or a safe integer"),b)}),Jp=new S("ShowMojoPayload",{kind:"choice",members:[na,ta],discriminator:null,cases:[{when:[{path:["event","action"],is:Object.keys(Vn)}],codec:na},{when:[{path:["event","action"],is:"word"},{path:["event","id"],is:"id"}],codec:ta}]},(e,n)=>{let t=g(g(e,"event",n),"action",n);return(typeof t=="string"&&t!==""&&!$o(t)?ta:na).read(e,n)});var Rb=(e,{reading:n})=>$o(g(g(e,"event",n),"action",n)),Db={id:"",action:""},Ib=(e,{reading:n})=>{let t=q(!1),o=$p.read(e,t);for(let r of t.issues)r.code!=="more_issues"&&v(n,r.code,r.path,r.expected);return o===b?Db:o.event},Fb=(e,n)=>{let t=Ib(e,n),o={provider:"showmojo",type:t.action,payload:e,raw:n.raw},r=qo(t,o,n),i=t.showing??null;return T.unrecognized("unrecognized",r,n,{discriminator:"/event/action",newerType:null,person:i===null?null:Me(i),property:i===null?null:Ne(i),showing:i===null?null:Pt(i,ie,r.occurredAt,n)})},Vp=(e,n)=>Rb(e,n)?Zp[e.event.action](e,n):Fb(e,n);var Gp=Oe({name:"showmojo",words:Vn,codec:Jp,normalize:Vp,verify:Ip});var _e={rently:Dp,showmojo:Gp,propexo:Vd,funnel:Dl,casayes:Xc},BO=ks("LeasingEvent",Object.values(_e));var Xp=34,Lb=92,Mb=91,Nb=93,zb=123,Ub=125,Qp=(e,n,t)=>{let o=0;for(let r=e.indexOf(n);r!==-1;r=e.indexOf(n,r+1))if(o+=1,o>t)return!0;return!1},Wb=(e,n)=>{let t=0,o=!1;for(let r=0;r<e.length;r+=1){let i=e.charCodeAt(r);if(o)i===Lb?r+=1:i===Xp&&(o=!1);else if(i===Xp)o=!0;else if(i===zb||i===Mb){if(t+=1,t>n)return!0}else(i===Ub||i===Nb)&&(t-=1)}return!1},Bb=(e,n)=>(Qp(e,"{",n/2)||Qp(e,"[",n/2))&&Wb(e,n),qb="\uFEFF",Jo=(e,n)=>{if(Bb(e,n))return O(D("BodyTooDeep",`at most ${String(n)} levels of nesting`));try{return U(JSON.parse(e.startsWith(qb)?e.slice(1):e))}catch{return O(D("BodyNotJson","JSON"))}};var eu=(e,n)=>{if(e.source.raw===null)return[];let t=Jo(e.source.raw,1/0);if(R(t))return[];let o=q(!0,"list");return wn(n.codec).read(t.right,o),[...o.foreignPaths]};var Hb=e=>["[object ArrayBuffer]","[object SharedArrayBuffer]"].includes(Object.prototype.toString.call(e)),Yb=e=>{if(typeof e=="string")return e===""?{kind:"missing"}:{kind:"text",text:e};if(e==null)return{kind:"missing"};let n=ArrayBuffer.isView(e);return!n&&!Hb(e)?{kind:"parsed",value:e}:e.byteLength===0?{kind:"missing"}:{kind:"bytes",bytes:n?new Uint8Array(e.buffer,e.byteOffset,e.byteLength):new Uint8Array(e)}},oa=e=>{try{return Yb(e)}catch{return ArrayBuffer.isView(e)?{kind:"missing"}:{kind:"parsed",value:e}}},Zb=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),Kb=3,$b=(e,n)=>e.length*Kb<=n?!1:e.length>n||new TextEncoder().encode(e).byteLength>n,Jb=e=>{try{return U(Zb.decode(e))}catch{return O(D("BodyNotUtf8","text in UTF-8"))}},Vb=e=>{try{return JSON.stringify(e)}catch{return}},nu=e=>D("BodyTooLarge",`at most ${String(e)} bytes`);var tu=(e,n)=>{if(e.kind==="missing")return O(D("BodyMissing","a body"));if(e.kind==="bytes")return e.bytes.byteLength>n?O(nu(n)):Jb(e.bytes);let t=e.kind==="text"?e.text:Vb(e.value);return t===void 0?O(D("BodyNotJson","a value that JSON can hold")):$b(t,n)?O(nu(n)):U(t)};var ou=()=>D("HeadersUnreadable","Headers, pairs, raw headers or a record of header values"),Vo=e=>typeof e=="string"?[e]:Array.isArray(e)?e.filter(n=>typeof n=="string"):[],ru=e=>typeof e[Symbol.iterator]=="function",iu=(e,n)=>{let t=[],o=null;for(let r of e)Array.isArray(r)?String(r[0]).toLowerCase()===n&&t.push(...Vo(r[1])):o===null?o=String(r).toLowerCase():(o===n&&t.push(...Vo(r)),o=null);return t},Gb=(e,n)=>{let t=[];for(let o of Object.keys(e))if(o===n||o.length===n.length&&o.toLowerCase()===n){let r=Vo(e[o]);t=t.length===0?r:[...t,...r]}return t},Xb=(e,n,t)=>{if(typeof e!="object"||e===null)return null;if("get"in e&&typeof e.get=="function"){let o=e.get(t);return o!=null?Vo(o):ru(e)?iu(n(e),t):[]}return ru(e)?iu(n(e),t):Gb(e,t)},ra=e=>{let n=null,t=o=>n??=[...o];return o=>{try{let r=Xb(e,t,o.toLowerCase());return r===null?O(ou()):U(r)}catch{return O(ou())}}};var Qb=1048576,e2=64,su=e=>typeof e=="object"&&e!==null?e:{},cu=(e,n)=>typeof e=="number"&&e>=0?e:n,n2=e=>cu(e.maxBytes,Qb),au=(e,n)=>D("PayloadInvalid",`a payload of ${e.name}`,{issues:J(n)}),t2=e=>n=>{let t=e(n);return R(t)?null:t.right[0]??null},o2=(e,n,t,o,r)=>{let i=tu(t,n2(o));if(R(i))return i;let a=Jo(i.right,cu(o.maxDepth,e2));if(R(a))return a;let s=q(!0),d=wn(e.codec).read(a.right,s);if(d===b)return O(au(e,s));let p=o.zone??null,m=un(p);p!==null&&m===null&&H(s,"zone_unknown","","an IANA zone in the options");let y=e.normalize(d,{raw:o.keepRaw===!1?null:e.mask?.(i.right)??i.right,verification:r,reading:s,zone:m,disambiguation:o.disambiguation??"compatible",header:t2(n)});return o.strict===!0&&s.faultCount>0?O(au(e,s)):U(y)},lu=(e,n,t,o)=>o2(e,ra(n),oa(t),su(o),null),r2=Rn("shared-secret"),i2=(e,n,t,o)=>(e.verify??r2)(n,t,su(o)),du=(e,n,t,o)=>i2(e,ra(n),oa(t),o);var a2=e=>typeof e=="string"&&Object.hasOwn(_e,e),s2=e=>{try{let{name:n,codec:t,normalize:o}=e;return typeof n=="string"&&typeof t?.decode=="function"&&typeof o=="function"}catch{return!1}},pu=()=>D("ProviderUnknown",`one of ${Object.keys(_e).join(", ")}`),ia=e=>a2(e)?_e[e]:s2(e)?e:null;function Go(e,n,t,o){let r=ia(e);return r===null?O(pu()):lu(r,n,t,o)}var uu=(e,n,t,o)=>{let r=ia(e);return r===null?O(pu()):du(r,n,t,o)};var Xo=(e,n)=>{let t=ia(n??e.source.provider);return t===null?[]:eu(e,t)};var aa=Object.keys(_e),mu=e=>Object.hasOwn(_e,e),c2=(e,n)=>{let t=Go(e,{},n);return R(t)||t.right.type==="unrecognized"?null:t.right.issues.length+Xo(t.right).length},fu=e=>aa.map(n=>({name:n,misfit:c2(n,e)})).filter(n=>n.misfit!==null).sort((n,t)=>n.misfit-t.misfit).map(({name:n})=>n);var _u=e=>e.trimStart().startsWith("{")?l2(e):e.split(/\r?\n/).flatMap(n=>{let t=n.indexOf(":",1),o=n.slice(0,Math.max(0,t)).replace(/^[<>]/,"").trim();return t===-1||o===""||/\s/.test(o)?[]:[[o,n.slice(t+1).trim()]]}),l2=e=>{try{let n=JSON.parse(e);return Object.entries(n??{}).filter(t=>typeof t[1]=="string")}catch{return[]}};var d2=e=>typeof e=="object"&&e!==null,yu=e=>{let n=[],t=[{value:e}];for(let o=t.pop();o!==void 0;o=t.pop())if(typeof o=="string")n.push(o);else if(Array.isArray(o.value)){let r=o.value;n.push("["),t.push("]");for(let i=r.length-1;i>=0;i-=1)t.push({value:r[i]}),i>0&&t.push(",")}else if(d2(o.value)){let r=Object.entries(o.value).sort(([a],[s])=>a<s?1:-1);n.push("{"),t.push("}");let i=r.at(-1);for(let a of r)t.push({value:a[1]},":",JSON.stringify(a[0])),a!==i&&t.push(",")}else n.push(o.value===void 0?"null":JSON.stringify(o.value));return n.join("")};var p2=16,hu=e=>{let{strength:n,parts:t}=e.identity,o=n==="content"?[e.source.type,e.source.payload]:t,r=vo(Ml(yu([n,o])));return{key:`${e.source.provider}:${go(r.subarray(0,p2))}`,strength:n}};var gu=e=>R(e)?{kind:"refused",error:e.left}:{kind:"verified",verification:e.right},u2=(e,n,t,o)=>{let r=Go(e,n,t,o);return R(r)?{kind:"refused",error:r.left}:{kind:"event",event:r.right,unmapped:Xo(r.right),dedupeKey:hu(r.right)}},m2=(e,n)=>e.kind==="event"&&n.kind==="verified"?{...e,event:{...e.event,verification:n.verification}}:e,bu=(e,n)=>({...e,read:m2(u2(e.provider,e.headers,e.body,n),e.checked)});var f2=({verify:e})=>{let n=e?.proof;return n===void 0||n.method==="hmac-sha256"||n.header===null?[]:[n.header]},_2=["authorization","proxy-authorization","cookie","x-api-key","x-api-token",...Object.values(_e).flatMap(f2)],y2=/^[A-Za-z]+ (?=\S)/,h2=e=>{let n=y2.exec(e)?.[0]??"";return n+"*".repeat(e.length-n.length)},xu=(e,n=[])=>{let t=new Set([..._2,...n.map(o=>o.toLowerCase())]);return Object.fromEntries(Object.entries(e).map(([o,r])=>[o,t.has(o.toLowerCase())?h2(r):r]))},vu=(e,n)=>{if(e.mask===void 0)return n;try{JSON.parse(n.startsWith("\uFEFF")?n.slice(1):n)}catch{return n.replace(/\S/gu,"*")}return e.mask(n)};var wu=()=>Object.keys(l),Tu=e=>Object.hasOwn(l,e)?l[e]??null:null;var A=(e,n,...t)=>{let o=document.createElement(e),{onclick:r,...i}=n;for(let[a,s]of Object.entries(i))o.setAttribute(a,s);return r!==void 0&&o.addEventListener("click",r),o.append(...t.filter(a=>a!==null&&a!==!1)),o},on=(e,n)=>{let t=document.getElementById(e);if(!(t instanceof n))throw new Error(`the page has no ${e}`);return t},sa=(e,n)=>{let t=A("button",{type:"button",onclick:()=>{o()}},e),o=async()=>{try{await navigator.clipboard.writeText(n()),t.textContent="Copied"}catch{t.textContent="The browser refused"}setTimeout(()=>t.textContent=e,1500)};return t};var g2=/(?<text>"[^"\\]*(?:\\.[^"\\]*)*")|(?<number>-?\d[\d.eE+-]*)|(?<word>true|false|null)|(?<mark>[{}[\],:])|(?<blank>\s+)|(?<other>[^\s"{}[\],:]+|")/gsu,b2=e=>{try{return JSON.parse(e)}catch{return e}},x2="  ",Au=e=>{let n=[[]],t=[],o=(s,d,p=null)=>{n.at(-1)?.push({kind:s,text:d,pointer:p})},r=()=>{n.push([{kind:"other",text:x2.repeat(t.length),pointer:null}])},i=()=>{let s=t.at(-1);return s===void 0?"":`${s.path}/${s.isList?String(s.position):Ze(s.key??"")}`},a="";for(let{0:s,groups:d={}}of e.matchAll(g2)){if(d.blank!==void 0)continue;let p=s==="}"||s==="]",m=p&&(a==="{"||a==="[");(a==="{"||a==="[")&&!m&&r();let y=t.at(-1);if(d.mark===void 0){let W=d.text!==void 0&&y!==void 0&&!y.isList&&y.key===null;W&&(y.key=b2(s));let xe=d.number!==void 0?"number":d.word!==void 0?"word":"text";o(W?"key":d.other!==void 0?"other":xe,s,i())}else s==="{"||s==="["?(o("mark",s,i()),t.push({isList:s==="[",path:i(),position:0,key:null})):p?(t.pop(),m||r(),o("mark",s)):s===","?(o("mark",","),y!==void 0&&(y.position+=1,y.key=null),r()):o("mark",": ");a=s}return n};var ca=5e3,v2=(e,n)=>{let t=e.find(i=>i.pointer!==null)?.pointer,o=t==null?void 0:n.get(t),r=e.map(({kind:i,text:a})=>A("span",{class:`json-${i}`},a));return o===void 0?A("span",{class:"line"},...r):A("span",{class:`line ${o.mark}`,title:o.why},...r,A("em",{},o.why))},la=(e,n,t)=>{let o=Au(e),r=A("pre",{class:"json","aria-label":t});return r.tabIndex=0,r.append(...o.slice(0,ca).map(i=>v2(i,n))),o.length>ca&&r.append(A("span",{class:"line"},`\u2026 and ${String(o.length-ca)} more lines`)),r};var w2={offset:"the stamp says its own offset",epoch:"a count since 1970",zone:"a local time in the zone that the payload names","assumed-zone":"a local time in the zone that the documents imply or the options give"},T2={none:"",overlap:"the clock showed it twice",gap:"the clock skipped it"},Eu=({basis:e,ambiguity:n,precision:t})=>[e===null?"nobody says the zone, so there is no instant":w2[e],T2[n],`sent to the ${t}`].filter(o=>o!=="").join("; "),ku=e=>{if(e.kind==="unchecked")return"not checked: no secret was given";if(e.kind==="refused")return`${e.error._tag}: expected ${e.error.expected}`;let{method:n,covers:t,secret:o}=e.verification;if(n==="none")return"taken from anybody";let r=t==="body"?"covers the body":"says nothing of the body";return`${n} with secret ${String(o)}; it ${r}`},A2=e=>"instant"in e&&"basis"in e&&"raw"in e,da=(e,n="")=>typeof e!="object"||e===null?[]:A2(e)?[{path:n,time:e}]:Object.entries(e).flatMap(([t,o])=>n===""&&(t==="source"||t==="identity")?[]:da(o,n===""?t:`${n}.${t}`)),Su=(...e)=>e.find(n=>typeof n=="string"&&n!=="")??null,ju=({read:e})=>{if(e.kind==="refused")return e.error.expected;let n={...e.event},t=Su(n.person?.name,n.person?.email,n.person?.phone),o=Su(n.property?.address,n.property?.name,n.record?.model);return[t,o].filter(r=>r!==null).join(" \xB7 ")},Pu=({read:e})=>e.kind==="event"?e.event.type:e.error._tag;var ze=(e,...n)=>A("div",{class:"row"},A("dt",{},e),A("dd",{},...n)),rn=e=>A("code",{},e),S2=e=>{let n=new Map;if(e.kind==="event")for(let t of e.unmapped)n.set(t,{mark:"unmapped",why:"no codec knows this"});for(let t of e.kind==="event"?e.event.issues:e.error.issues)t.code!=="more_issues"&&n.set(t.path,{mark:"issue",why:`${t.code}: expected ${t.expected}`});return n},E2=({source:e,...n},t)=>JSON.stringify({...n,source:{provider:e.provider,type:e.type}},(o,r)=>!t&&(r===null||Array.isArray(r)&&r.length===0)?void 0:r),k2=({provider:e,headers:n,body:t,read:o})=>{let r=o.kind==="event"?{...o.event,source:{...o.event.source,raw:null}}:void 0;return JSON.stringify({provider:e,headers:n,body:t,event:r},null,2)},j2=({provider:e,receivedAt:n,checked:t,read:o})=>{let r=A("dl",{class:"facts"});if(r.append(ze("Origin",A("span",{class:`origin ${t.kind}`},ku(t)))),t.kind==="refused"&&t.error.hint!==null&&r.append(ze("Hint",t.error.hint)),o.kind==="refused"){let{error:i}=o;r.append(ze("Refused",`${i._tag}: expected ${i.expected}`)),i.hint!==null&&r.append(ze("Hint",i.hint))}else{let{event:i,dedupeKey:a}=o;r.append(ze("Sent as",rn(i.source.type),` by ${e}`)),i.id!==null&&r.append(ze("Id",rn(i.id))),r.append(ze("Dedupe key",rn(a.key),` by ${a.strength}`)),r.append(ze("Completeness",i.completeness))}return n!==null&&r.append(ze("Received",rn(n))),r},P2=e=>{let n=da(e);if(n.length===0)return null;let t=n.map(({path:o,time:r})=>A("li",{class:r.ambiguity==="none"&&r.basis!==null?"":"warned"},A("strong",{},o),A("span",{class:"instant"},r.instant??"no instant"),A("span",{},[r.local?.replace("T"," "),r.offset,r.zone].filter(Boolean).join(" ")),A("small",{},Eu(r),"; sent as ",rn(String(r.raw)))));return A("section",{},A("h3",{},"Times"),A("ul",{class:"times"},...t))},O2=e=>{let n=(e.kind==="event"?e.event.issues:e.error.issues).map(o=>o.code==="more_issues"?A("li",{class:"issue"},`and ${String(o.count)} more`):A("li",{class:"issue"},rn(o.path===""?"the body":o.path),` ${o.code}: expected ${o.expected}`)),t=(e.kind==="event"?e.unmapped:[]).map(o=>A("li",{class:"unmapped"},rn(o)," no codec knows this"));return n.length+t.length===0?null:A("section",{},A("h3",{},"Odd"),A("ul",{class:"odd"},...n,...t))},C2=e=>{let n=Object.entries(e);if(n.length===0)return null;let t=n.map(([o,r])=>ze(o,rn(r)));return A("details",{},A("summary",{},`${String(n.length)} headers`),A("dl",{class:"facts"},...t))},R2=e=>{let n=A("input",{type:"checkbox"}),t=()=>la(E2(e,n.checked),new Map,"canonical event"),o=t();return n.addEventListener("change",()=>{let r=t();o.replaceWith(r),o=r}),A("section",{class:"pane"},A("header",{},A("h3",{},"Canonical event"),A("label",{},n," empty fields too")),o)},Ou=e=>{let{read:n,body:t,provider:o}=e,r=document.createDocumentFragment();r.append(A("header",{class:"title"},A("span",{class:`provider ${o}`},o),A("h2",{},Pu(e)),A("p",{},ju(e)),A("div",{class:"actions"},sa("Copy as fixture",()=>k2(e)),n.kind==="event"&&sa("Copy event",()=>JSON.stringify(n.event,null,2)))),A("section",{},j2(e)));let i=[n.kind==="event"?P2(n.event):null,O2(n),C2(e.headers)];return r.append(...i.filter(a=>a!==null)),r.append(A("div",{class:"panes"},A("section",{class:"pane"},A("header",{},A("h3",{},"As received")),la(t,S2(n),"body as received")),n.kind==="event"&&R2(n.event))),r};var ma=on("sample",HTMLSelectElement),Rt=on("provider",HTMLSelectElement),fa=on("payload",HTMLTextAreaElement),_a=on("headers",HTMLTextAreaElement),Qo=on("secret",HTMLInputElement),ua=on("zone",HTMLInputElement),pa=on("detail",HTMLElement),er=(e,n)=>{let t=A("option",{},n);return t.value=e,t},Cu=(e,n)=>A("div",{class:"empty"},A("h2",{},e),A("p",{},n)),D2=(e,n,t)=>{if(Qo.value==="")return{kind:"unchecked"};let o=_e[e].verify?.proof,r=o?.header??n.find(([,i])=>i===Qo.value)?.[0];return gu(uu(e,n,t,{secrets:Qo.value,...o?.header===null?{header:r}:{}}))},ya=()=>{let e=fa.value;if(e.trim()===""){pa.replaceChildren(Cu("Nothing to read yet","Paste the body of a webhook, or choose a sample."));return}let n=mu(Rt.value)?Rt.value:fu(e)[0];if(n===void 0){pa.replaceChildren(Cu("Whose webhook is this?","No provider has a word for this body. Choose the provider to see why it is refused."));return}let t=_u(_a.value);pa.replaceChildren(Ou(bu({id:"",receivedAt:null,provider:n,headers:xu(Object.fromEntries(t)),body:vu(_e[n],e),checked:D2(n,t,e)},{zone:ua.value===""?void 0:ua.value})))},I2=()=>{let e=Tu(ma.value);e!==null&&(Rt.value="",fa.value=e.body,_a.value=Object.entries(e.headers).map(([n,t])=>`${n}: ${t}`).join(`
`),ya())};ma.append(er("","choose one"),...wu().map(e=>er(e,e)));Rt.append(er("","guessed from the payload"),...aa.map(e=>er(e,e)));ma.addEventListener("input",I2);for(let e of[Rt,fa,_a,Qo,ua])e.addEventListener("input",ya);ya();})();
