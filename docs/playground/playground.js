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
`}};var Du=function(e,n,t){if(t||arguments.length===2)for(var o=0,r=n.length,i;o<r;o++)(i||!(o in n))&&(i||(i=Array.prototype.slice.call(n,0,o)),i[o]=n[o]);return e.concat(i||Array.prototype.slice.call(n))};function ha(e){return e}function er(e,n,t,o,r,i,a,s,d){switch(arguments.length){case 1:return e;case 2:return n(e);case 3:return t(n(e));case 4:return o(t(n(e)));case 5:return r(o(t(n(e))));case 6:return i(r(o(t(n(e)))));case 7:return a(i(r(o(t(n(e))))));case 8:return s(a(i(r(o(t(n(e)))))));case 9:return d(s(a(i(r(o(t(n(e))))))));default:{for(var p=arguments[0],_=1;_<arguments.length;_++)p=arguments[_](p);return p}}}var Rt=function(e,n){var t=typeof e=="number"?function(o){return o.length>=e}:e;return function(){var o=Array.from(arguments);return t(arguments)?n.apply(this,o):function(r){return n.apply(void 0,Du([r],o,!1))}}};var ga=function(e){return e._tag==="Left"};var ba=function(e){return{_tag:"Left",left:e}},xa=function(e){return{_tag:"Right",right:e}};function nr(e){return function(n,t){return e.map(n,function(){return t})}}function va(e){var n=nr(e);return function(t){return n(t,void 0)}}function wa(e){return function(n,t){return e.chain(n,function(o){return e.map(t(o),function(){return o})})}}var O=ba,W=xa,Lu=Rt(2,function(e,n){return R(e)?e:n(e.right)}),Ta=function(e,n){return er(e,Nu(n))},Mu=function(e,n){return er(e,Uu(n))};var tr="Either";var Nu=function(e){return function(n){return R(n)?n:W(e(n.right))}},Aa={URI:tr,map:Ta},H2=Rt(2,nr(Aa)),Y2=va(Aa);var zu=function(e){return function(n){return R(n)?n:R(e)?e:W(n.right(e.right))}},Uu=zu;var Wu={URI:tr,map:Ta,ap:Mu,chain:Lu};var Bu={URI:tr,fromEither:ha};var R=ga;var Z2=Rt(2,wa(Wu));var K2={fromEither:Bu.fromEither};var Sa={ProviderUnknown:{kind:"configuration",httpStatus:500},ProviderUnsigned:{kind:"configuration",httpStatus:500},SecretMissing:{kind:"configuration",httpStatus:500},SecretInvalid:{kind:"configuration",httpStatus:500},HeadersUnreadable:{kind:"configuration",httpStatus:500},HeaderMissing:{kind:"authentication",httpStatus:401},HeaderRepeated:{kind:"authentication",httpStatus:401},HeaderMalformed:{kind:"authentication",httpStatus:401},SignatureMismatch:{kind:"authentication",httpStatus:401},TokenMismatch:{kind:"authentication",httpStatus:401},BodyMissing:{kind:"malformed",httpStatus:400},BodyAlreadyParsed:{kind:"configuration",httpStatus:500},BodyTooLarge:{kind:"malformed",httpStatus:413},BodyTooDeep:{kind:"malformed",httpStatus:400},BodyNotUtf8:{kind:"malformed",httpStatus:400},BodyNotJson:{kind:"malformed",httpStatus:400},PayloadInvalid:{kind:"malformed",httpStatus:422}},qu=[],D=(e,n,t={})=>({_tag:e,kind:Sa[e].kind,httpStatus:Sa[e].httpStatus,path:t.path??"",expected:n,hint:t.hint??null,issues:t.issues??qu});var L=(function(){var e=function(n,t){return e=Object.setPrototypeOf||{__proto__:[]}instanceof Array&&function(o,r){o.__proto__=r}||function(o,r){for(var i in r)Object.prototype.hasOwnProperty.call(r,i)&&(o[i]=r[i])},e(n,t)};return function(n,t){if(typeof t!="function"&&t!==null)throw new TypeError("Class extends value "+String(t)+" is not a constructor or null");e(n,t);function o(){this.constructor=n}n.prototype=t===null?Object.create(t):(o.prototype=t.prototype,new o)}})();var or=O,he=function(e,n,t){return or([{value:e,context:n,message:t}])},te=W,I=(function(){function e(n,t,o,r){this.name=n,this.is=t,this.validate=o,this.encode=r,this.decode=this.decode.bind(this)}return e.prototype.pipe=function(n,t){var o=this;return t===void 0&&(t="pipe(".concat(this.name,", ").concat(n.name,")")),new e(t,n.is,function(r,i){var a=o.validate(r,i);return R(a)?a:n.validate(a.right,i)},this.encode===$&&n.encode===$?$:function(r){return o.encode(n.encode(r))})},e.prototype.asDecoder=function(){return this},e.prototype.asEncoder=function(){return this},e.prototype.decode=function(n){return this.validate(n,[{key:"",type:this,actual:n}])},e})();var $=function(e){return e};function Hu(e){return e.displayName||e.name||"<function".concat(e.length,">")}var Yu=(function(e){L(n,e);function n(){var t=e.call(this,"null",function(o){return o===null},function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="NullType",t}return n})(I);var Q2=new Yu,Zu=(function(e){L(n,e);function n(){var t=e.call(this,"undefined",function(o){return o===void 0},function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="UndefinedType",t}return n})(I);var Ea=new Zu,Ku=(function(e){L(n,e);function n(){var t=e.call(this,"void",Ea.is,Ea.validate,$)||this;return t._tag="VoidType",t}return n})(I);var ex=new Ku,Ju=(function(e){L(n,e);function n(){var t=e.call(this,"unknown",function(o){return!0},te,$)||this;return t._tag="UnknownType",t}return n})(I);var ka=new Ju,Vu=(function(e){L(n,e);function n(){var t=e.call(this,"string",function(o){return typeof o=="string"},function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="StringType",t}return n})(I);var nx=new Vu,$u=(function(e){L(n,e);function n(){var t=e.call(this,"number",function(o){return typeof o=="number"},function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="NumberType",t}return n})(I);var ja=new $u,Gu=(function(e){L(n,e);function n(){var t=e.call(this,"bigint",function(o){return typeof o=="bigint"},function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="BigIntType",t}return n})(I);var tx=new Gu,Xu=(function(e){L(n,e);function n(){var t=e.call(this,"boolean",function(o){return typeof o=="boolean"},function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="BooleanType",t}return n})(I);var ox=new Xu,Qu=(function(e){L(n,e);function n(){var t=e.call(this,"UnknownArray",Array.isArray,function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="AnyArrayType",t}return n})(I);var rx=new Qu,em=(function(e){L(n,e);function n(){var t=e.call(this,"UnknownRecord",function(o){return o!==null&&typeof o=="object"&&!Array.isArray(o)},function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="AnyDictionaryType",t}return n})(I);var ix=new em;var ax=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.value=a,s._tag="LiteralType",s}return n})(I);var sx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.keys=a,s._tag="KeyofType",s}return n})(I);var rr=(function(e){L(n,e);function n(t,o,r,i,a,s){var d=e.call(this,t,o,r,i)||this;return d.type=a,d.predicate=s,d._tag="RefinementType",d}return n})(I);function nm(e,n,t){return Da(e,n,t)}var cx=nm(ja,function(e){return Number.isInteger(e)},"Int"),ir=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.runDefinition=a,s._tag="RecursiveType",s}return n})(I);Object.defineProperty(ir.prototype,"type",{get:function(){return this.runDefinition()},enumerable:!0,configurable:!0});var lx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ArrayType",s}return n})(I);var dx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.props=a,s._tag="InterfaceType",s}return n})(I);var px=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.props=a,s._tag="PartialType",s}return n})(I);var Pa=(function(e){L(n,e);function n(t,o,r,i,a,s){var d=e.call(this,t,o,r,i)||this;return d.domain=a,d.codomain=s,d._tag="DictionaryType",d}return n})(I);var ar=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.types=a,s._tag="UnionType",s}return n})(I);var Oa=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.types=a,s._tag="IntersectionType",s}return n})(I);var ux=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.types=a,s._tag="TupleType",s}return n})(I);var Ca=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ReadonlyType",s}return n})(I);var mx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ReadonlyArrayType",s}return n})(I);var Ra=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ExactType",s}return n})(I);var tm=(function(e){L(n,e);function n(){var t=e.call(this,"Function",function(o){return typeof o=="function"},function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="FunctionType",t}return n})(I);var fx=new tm,om=(function(e){L(n,e);function n(){var t=e.call(this,"never",function(o){return!1},function(o,r){return he(o,r)},function(){throw new Error("cannot encode never")})||this;return t._tag="NeverType",t}return n})(I);var _x=new om,rm=(function(e){L(n,e);function n(){var t=e.call(this,"any",function(o){return!0},te,$)||this;return t._tag="AnyType",t}return n})(I);var yx=new rm;function Da(e,n,t){return t===void 0&&(t="(".concat(e.name," | ").concat(Hu(n),")")),new rr(t,function(o){return e.is(o)&&n(o)},function(o,r){var i=e.validate(o,r);if(R(i))return i;var a=i.right;return n(a)?te(a):he(a,r)},e.encode,e,n)}var hx=Da(ja,Number.isInteger,"Integer"),gx=(function(e){L(n,e);function n(t,o,r,i,a,s){var d=e.call(this,t,o,r,i,a)||this;return d.tag=s,d}return n})(ar);var im=(function(e){L(n,e);function n(){var t=e.call(this,"object",function(o){return o!==null&&typeof o=="object"},function(o,r){return t.is(o)?te(o):he(o,r)},$)||this;return t._tag="ObjectType",t}return n})(I);var bx=new im;var xx=(function(e){L(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.props=a,s._tag="StrictType",s}return n})(I);var am=()=>{for(let e in{})return!0;return!1},q=(e,n="drop")=>({owned:e,mayInherit:!e||am(),foreign:n,foreignPaths:[],issues:[],issueCount:0,faultCount:0}),H=(e,n,t,o)=>{e.issueCount+=1,e.issues.length<20&&e.issues.push({code:n,path:t,expected:o})},v=(e,n,t,o)=>{e.faultCount+=1,H(e,n,t,o)},Fa=({issueCount:e,faultCount:n,issues:t,foreignPaths:o})=>({issueCount:e,faultCount:n,issues:t.length,foreignPaths:o.length}),sr=(e,n)=>{n.issueCount=e.issueCount,n.faultCount=e.faultCount,n.issues.length=e.issues,n.foreignPaths.length=e.foreignPaths},Ke=e=>e.replaceAll("~","~0").replaceAll("/","~1"),La=e=>e.replaceAll("~1","/").replaceAll("~0","~"),Dt=(e,n,t,o)=>{let{issues:r,foreignPaths:i}=e;for(let a=n;a<r.length;a+=1){let s=r[a];s!==void 0&&s.code!=="more_issues"&&(r[a]={...s,path:`/${o}${s.path}`})}for(let a=t;a<i.length;a+=1)i[a]=`/${o}${i[a]??""}`},sm=Object.freeze([]),wn=e=>{if(e.issueCount===0)return sm;if(e.issueCount<=20)return e.issues;let n=e.issues.slice(0,19);return[...n,{code:"more_issues",path:"",expected:"",count:e.issueCount-n.length}]};var b=Symbol("FAIL");var S=class extends I{read;shape;constructor(n,t,o){super(n,r=>{let i=q(!1,"keep");return o(r,i)===r&&i.issueCount===0},(r,i)=>{let a=q(!1),s=o(r,a);return s===b?or(wn(a).map(cm(i))):te(s)},$),this.read=o,this.shape=t}toJSON(){return this.name}},cm=e=>n=>{let t=n.path.split("/").slice(1).map(La),o=e.map(({key:i,type:a})=>({key:i,type:a})),r=[...o.map(({key:i})=>i),...t].join("/");return{value:void 0,context:[...o,...t.map(i=>({key:i,type:ka}))],message:n.code==="more_issues"?`${r}: and ${String(n.count)} more`:`${r}: expected ${n.expected}`}};var Y=e=>typeof e=="object"&&e!==null&&!Array.isArray(e),Qn=e=>typeof e=="object"&&e!==null,cr=e=>e===null||typeof e=="string"||typeof e=="boolean"||Number.isFinite(e),lr=e=>Object.values(e),Ma=(e,n)=>{if(Array.isArray(e))return n===e.length;let t=Object.getPrototypeOf(e);return t===null||Object.getPrototypeOf(t)===null},lm=e=>{let n=new Map;for(let o of e)for(let r of lr(o))Qn(r)&&n.set(r,(n.get(r)??0)+1);let t=[...e].filter(o=>!n.has(o));for(let o of t)for(let r of lr(o)){if(!Qn(r))continue;let i=(n.get(r)??0)-1;n.set(r,i),i===0&&t.push(r)}return t.length<e.size},dm=e=>{if(!Qn(e))return cr(e)?"plain":"not-json";let n=new Set([e]),t=0,o="plain";for(let i of n){let a=lr(i);if(!Ma(i,a.length))return"not-json";Object.hasOwn(i,"__proto__")&&(o="has-proto");for(let s of a)if(Qn(s))t+=1,n.add(s);else if(!cr(s))return"not-json"}return t<n.size||!lm(n)?o:"not-json"},dr=(e,n)=>{let t=new Map,o=a=>{if(!Qn(a))return a;let s=t.get(a);if(s!==void 0)return s;let d=Array.isArray(a)?[]:{};return t.set(a,d),d},r=o(n),i=!1;for(let[a,s]of t)for(let[d,p]of Object.entries(a))d===e?i=!0:d!=="__proto__"&&(s[d]=o(p));return i?r:n},pm=e=>{if(!Y(e)||!Ma(e,0))return!1;for(let n in e)if(n==="__proto__"||!cr(e[n]))return!1;return!0},Na=(e,n)=>{if(pm(e))return e;let t=dm(e);return t==="plain"?e:t==="has-proto"?dr("__proto__",e):(v(n,"wrong_kind","","JSON"),b)},Ue=new S("JSON",{kind:"json",object:!1},Na),z=new S("object",{kind:"json",object:!0},(e,n)=>Y(e)?Na(e,n):(v(n,"wrong_kind","","an object"),b));var g=(e,n)=>Y(e)&&Object.hasOwn(e,n)?e[n]:void 0,Tn=(e,n,t,o,r,i)=>new S(e,{kind:"choice",members:n,discriminator:null,cases:i},(a,s)=>{if(!Y(a))return v(s,"wrong_kind","","an object"),b;let d=t(a);return d!==null?d.read(a,s):(v(s,"missing",o,r),b)}),um=(e,n,t)=>{let o=new Map;for(let[r,i]of Object.entries(n))o.set(i,[...o.get(i)??[],r]);return[...Array.from(o,([r,i])=>({when:[{path:[e],is:i}],codec:r})),{when:[{path:[e],is:"word"}],codec:t}]},ke=(e,n,t,o)=>{let r=new Map(Object.entries(t).map(([s,d])=>[s,{word:s,codec:d}])),a={kind:"choice",members:[...new Set([...Object.values(t),o])],discriminator:n,cases:um(n,t,o)};return new S(e,a,(s,d)=>{if(!Y(s))return v(d,"wrong_kind","","an object"),b;let p=g(s,n);if(typeof p!="string"||p==="")return v(d,p===void 0?"missing":"wrong_kind",`/${n}`,"text"),b;let _=r.get(p);return _===void 0?o.read(s,d):(d.owned&&(s[n]=_.word),_.codec.read(s,d))})};var mm=[Ra,Ca,rr,ir],za=e=>mm.some(t=>e instanceof t)?za(e.type):e,fm=e=>{let n="",t=null;for(let{key:o,type:r}of e){if(t instanceof Pa)return n;t===null||t instanceof ar||t instanceof Oa||(n+=`/${Ke(o)}`),t=za(r)}return n},_m=e=>"read"in e&&"shape"in e,An=e=>_m(e)?e:{name:e.name,shape:{kind:"json",object:!1},read:(n,t)=>{let o=Ue.read(n,t);if(o===b)return b;let r=e.decode(o);if(!R(r))return r.right;for(let{context:i}of r.left)v(t,"wrong_kind",fm(i),i.at(-1)?.type.name??e.name);return b}};var x=e=>new S(`list of ${e.name}`,{kind:"list",item:e},(n,t)=>{if(!Array.isArray(n))return v(t,"wrong_kind","","a list"),b;let o=n,r=!1,i=[];for(let a=0;a<o.length;a+=1){let s=o[a],d=t.issues.length,p=t.foreignPaths.length,_=e.read(s,t);Dt(t,d,p,String(a)),_!==b&&i.push(_),_!==s&&(r=!0)}return r?i:n});var We=(e,n)=>(v(e,"wrong_kind","",n),b),c=new S("text",{kind:"text",format:null,known:[],checked:!1},(e,n)=>typeof e=="string"?e:We(n,"text")),j=e=>new S("text",{kind:"text",format:null,known:e,checked:!1},(n,t)=>typeof n=="string"?n:We(t,"text")),pr=(e,n)=>new S(e,{kind:"text",format:e,known:[],checked:!0},(t,o)=>typeof t=="string"&&n(t)?t:We(o,e)),X=e=>new S(e,{kind:"text",format:e,known:[],checked:!1},c.read),f=new S("id",{kind:"id"},(e,n)=>typeof e=="string"?e:Number.isSafeInteger(e)?String(e):We(n,"text or a safe integer")),ym=/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/,hm=26,Ua=e=>typeof e=="number"?Number.isFinite(e)?e:null:typeof e!="string"||e.length>hm||!ym.test(e)?null:Number(e),P=new S("number",{kind:"number",integer:!1},(e,n)=>Ua(e)??We(n,"a number")),ve=new S("integer",{kind:"number",integer:!0},(e,n)=>{let t=Ua(e);return t!==null&&Number.isSafeInteger(t)?t:We(n,"a whole number")}),w=new S("boolean",{kind:"boolean"},(e,n)=>typeof e=="boolean"?e:e==="true"?!0:e==="false"?!1:We(n,"true or false")),y=e=>{let n=new Set(e),t=r=>n.has(r),o=e.map(r=>`"${r}"`).join(" or ");return new S(o,{kind:"enumeration",values:e},(r,i)=>t(r)?r:We(i,o))},we=(e,n)=>{let t=`${e.name} or ${n.name}`;return new S(t,{kind:"choice",members:[e,n],discriminator:null},(o,r)=>{let i=Fa(r),a=e.read(o,r);if(a!==b)return a;sr(i,r);let s=n.read(o,r);return s!==b?s:(sr(i,r),We(r,t))})};var m=e=>({presence:"required",codec:e}),M=(e,n)=>({presence:"defaulted",codec:n,value:e}),gm=({shape:e})=>e.kind==="id"||e.kind==="text"&&!e.checked,bm=(e,n,t)=>{let o="presence"in n?n.codec:n;return{key:e,read:o.read,presence:"presence"in n?n.presence:"optional",emptyIsAbsent:t,takesText:gm(o),absent:"presence"in n&&n.presence==="defaulted"?n.value:null}},Ba=(e,n)=>{let t=Object.entries(e).map(([o,r])=>bm(o,r,!n));return{slots:new Map(t.map(o=>[o.key,o])),list:t,requiredCount:t.filter(o=>o.presence==="required").length,complete:n,lastOrder:[]}},qa=e=>Object.entries(e).map(([n,t])=>"presence"in t?{key:n,presence:t.presence,codec:t.codec}:{key:n,presence:"optional",codec:t}),Wa=(e,n)=>{let t={};for(let o in e){if(o===n)break;t[o]=e[o]}return t},xm=(e,n,t)=>(t.foreign==="list"&&t.foreignPaths.push(`/${Ke(e)}`),t.foreign!=="keep"||e==="__proto__"?b:Ue.read(n,t)),vm=(e,n,t)=>{let o=n===""&&e.emptyIsAbsent;if((o||n===null||n===void 0)&&e.presence!=="required")return e.absent;let r=t.issues.length,i=t.foreignPaths.length,a=o?wm(t):e.read(n,t);return(t.issues.length!==r||t.foreignPaths.length!==i)&&Dt(t,r,i,Ke(e.key)),a===b&&e.presence!=="required"?e.absent:a},wm=e=>(v(e,"missing","","a value"),b),Tm=e=>Object.prototype.toString.call(e)!=="[object Object]",Am=(e,n,t)=>{for(let o of e.list)o.presence==="required"&&!Object.hasOwn(n,o.key)&&v(t,"missing",`/${Ke(o.key)}`,"a value")},Sm=(e,n)=>{let t={...n};for(let o of e.list)Object.hasOwn(t,o.key)||(t[o.key]=o.absent);return t},Ha=(e,n,t)=>{if(!Y(n)||t.mayInherit&&Tm(n))return v(t,"wrong_kind","","an object"),b;let{lastOrder:o}=e,r=n,i=0,a=0;for(let s in n){if(t.mayInherit&&!Object.hasOwn(n,s))continue;let d=n[s],p=o[i];if(p?.key!==s){if(p=e.slots.get(s),p===void 0){let N=xm(s,d,t);r===n&&N!==d&&(r=Wa(n,s)),r!==n&&N!==b&&(r[s]=N);continue}o[i]=p}i+=1;let h=p.takesText&&typeof d=="string"&&d!==""?d:vm(p,d,t);if(p.presence==="required"){if(h===b)continue;a+=1}if(r===n){if(h===d)continue;t.owned||(r=Wa(n,s))}r[s]=h}return a<e.requiredCount?(Am(e,n,t),b):e.complete&&i<e.list.length?Sm(e,r):r},u=(e,n)=>{let t=Ba(n,!1);return new S(e,{kind:"struct",fields:qa(n),complete:!1},(o,r)=>Ha(t,o,r))},E=(e,n)=>{let t=Ba(n,!0);return new S(e,{kind:"struct",fields:qa(n),complete:!0},(o,r)=>Ha(t,o,r))},U=e=>{let n=e.read({},q(!1));if(n===b)throw new TypeError(`${e.name} has a required field`);return JSON.parse(JSON.stringify(n))};var Em=[0,31,28,31,30,31,30,31,31,30,31,30,31],et=-621355968e5,nt=0xe677d21fdbff;function sn(e,n,t){let o=n>2?e:e-1,r=((n>2?n-3:n+9)*153+2)/5|0;return o*365+(o>>2)-(o/100|0)+(o/400|0)+r+t-1-719468}function It(e){let n=e+719468,t=n/146097|0,o=n-t*146097,r=(o-(o/1460|0)+(o/36524|0)-(o/146096|0))/365|0,i=o-(r*365+(r>>2)-(r/100|0)),a=(5*i+2)/153|0,s=a<10?a+3:a-9;return{year:r+t*400+(s>2?0:1),month:s,day:i-((153*a+2)/5|0)+1}}function km(e){return(e&3)===0&&(e%100!==0||e%400===0)}function cn(e,n,t){return e>=1&&e<=9999&&n>=1&&n<=12&&t>=1?t<=28?!0:t<=(Em[n]??0)||n===2&&t===29&&km(e):!1}function Je(e,n){let t=e.charCodeAt(n);return t>=48&&t<=57?t-48:-1}function V(e,n){let t=e.charCodeAt(n),o=e.charCodeAt(n+1);return t>=48&&t<=57&&o>=48&&o<=57?t*10+o-528:-1}function tt(e,n){let t=V(e,n),o=V(e,n+2);return t>=0&&o>=0?t*100+o:-1}var Ya=47,Za=45,Ka=10;function ge(e){return e.length!==Ka||e.charCodeAt(4)!==Za||e.charCodeAt(7)!==Za?null:cn(tt(e,0),V(e,5),V(e,8))?e:null}function Ja(e){return e.length!==Ka||e.charCodeAt(2)!==Ya||e.charCodeAt(5)!==Ya||!cn(tt(e,6),V(e,0),V(e,3))?null:`${e.slice(6)}-${e.slice(0,2)}-${e.slice(3,5)}`}var jm=84,ur=32,Pm=90,Om=43,Ft=45,Cm=46,fr=58,be=48,Va=16,Rm=35,Dm=9;function ce(e){let n=e.length;if(n<Va||n>Rm)return null;let t=Im(e);if(t===null)return null;let o=t,r="minute",i=Va;if(e.charCodeAt(i)===fr){let s=V(e,i+1);if(s<0||s>59)return null;if(o+=s*1e3,r="second",i+=3,e.charCodeAt(i)===Cm){let d=Fm(e,i+1);if(d===0||d>Dm)return null;o+=Lm(e,i+1,d),r="millisecond",i+=1+d}}if(i===n)return{wall:o,offset:null,precision:r};let a=Mm(e,i);return a===null?null:{wall:o,offset:a,precision:r}}function Im(e){let n=e.charCodeAt(0)-be,t=e.charCodeAt(1)-be,o=e.charCodeAt(2)-be,r=e.charCodeAt(3)-be,i=e.charCodeAt(5)-be,a=e.charCodeAt(6)-be,s=e.charCodeAt(8)-be,d=e.charCodeAt(9)-be,p=e.charCodeAt(11)-be,_=e.charCodeAt(12)-be,h=e.charCodeAt(14)-be,N=e.charCodeAt(15)-be,se=n|t|o|r|i|a|s|d|p|_|h|N,Ze=9-n|9-t|9-o|9-r|9-i|9-a|9-s|9-d|9-p|9-_|9-h|9-N;if((se|Ze)<0)return null;let ye=e.charCodeAt(10);if(ye!==jm&&ye!==ur||e.charCodeAt(4)!==Ft||e.charCodeAt(7)!==Ft||e.charCodeAt(13)!==fr)return null;let an=n*1e3+t*100+o*10+r,ma=i*10+a,fa=s*10+d,_a=p*10+_,ya=h*10+N;return!cn(an,ma,fa)||_a>23||ya>59?null:sn(an,ma,fa)*864e5+_a*36e5+ya*6e4}function Fm(e,n){let t=n;for(;Je(e,t)>=0;)t++;return t-n}function Lm(e,n,t){return Je(e,n)*100+(t>1?Je(e,n+1)*10:0)+(t>2?Je(e,n+2):0)}function Mm(e,n){let t=e.length-n,o=e.charCodeAt(n);if(o===Pm)return t===1?0:null;if(o===ur)return t===4&&e.charCodeAt(10)===ur&&e.endsWith("UTC")?0:null;if(t!==6||o!==Om&&o!==Ft||e.charCodeAt(n+3)!==fr)return null;let r=V(e,n+1),i=V(e,n+4);if(r<0||r>23||i<0||i>59)return null;let a=r*60+i;return o===Ft&&a!==0?-a:a}var Nm=Array.from({length:100},(e,n)=>n<10?`0${n}`:`${n}`);function je(e){return Nm[e]??""}var ns=256,$a=new Int32Array(ns).fill(-2147483648),Ga=[];function zm(e){let n=e&ns-1;if($a[n]===e)return Ga[n]??"";let{year:t,month:o,day:r}=It(e),i=`${je(t/100|0)}${je(t%100)}-${je(o)}-${je(r)}`;return $a[n]=e,Ga[n]=i,i}var Xa=[];function Um(e){let n=Xa[e];if(n!==void 0)return n;let t=`T${je(e/60|0)}:${je(e%60)}:`;return Xa[e]=t,t}function Sn(e,n){return os(e)?n?_r(e)+rs(e):_r(e):null}function ts(e){return os(e)?_r(e)+(rs(e)+"Z"):null}function os(e){return e>=et&&e<=nt&&Number.isInteger(e)}function _r(e){let n=Math.floor(e/864e5),t=e-n*864e5,o=t/6e4|0,r=(t-o*6e4)/1e3|0;return zm(n)+(Um(o)+je(r))}function rs(e){let n=e-Math.floor(e/1e3)*1e3;if(n===0)return".000";let t=n/10|0;return`.${je(t)}${n-t*10}`}var Qa=1439,es=[];function ot(e){let n=es[e+Qa];if(n!==void 0)return n;let t=Math.abs(e),o=`${e<0?"-":"+"}${je(t/60|0)}:${je(t%60)}`;return es[e+Qa]=o,o}function rt(e){return ts(e)}function Lt(e){if(e.length!==24||e[10]!=="T"||e[19]!=="."||e[23]!=="Z")return null;let n=ce(e);return n===null?null:n.wall}var oe=pr("date",e=>ge(e)!==null),Wm=pr("instant",e=>Lt(e)!==null),G=E("EventTime",{instant:Wm,local:c,offset:c,zone:c,precision:m(y(["minute","second","millisecond"])),basis:y(["offset","epoch","zone","assumed-zone"]),ambiguity:M("none",y(["none","overlap","gap"])),raw:m(we(c,P))});var Bm={kind:c,id:c,name:c,serial:c,hubId:c,home:c},Mt=E("Device",Bm),yr=U(Mt),qm={device:M(yr,Mt),state:y(["online","offline","alive","locked","power_source","unassigned"]),details:we(c,P),user:c},is=E("DeviceReport",qm);var Hm={holder:y(["prospect","visitor","tenant","staff"]),purpose:y(["showing","entry","unshackle","move_in","move_out"]),credential:y(["code","link","unshackle_code"]),via:y(["self_service","direct","customer_care","open_house","manager_portal","link"]),certainty:y(["recorded","reported"]),alarm:w,automatic:w,device:Mt,user:c,phoneUsed:c,phoneRegistered:c,voiceMemo:c,input:c,codeIssuedAt:G},hr=E("Access",Hm),Ve=U(hr);var Ym={amount:m(ve),currency:c,per:y(["month","year","week","day"])},Te=E("Money",Ym),gr=48,Zm=57,Km=46,Jm=45,Nt=e=>{let n=String(e),t=n.charCodeAt(0)===Jm?1:0,o=0,r=-1;for(let i=t;i<n.length;i+=1){let a=n.charCodeAt(i);if(a===Km&&r<0&&i>t)r=0;else{if(a<gr||a>Zm)return null;if(r<2)o=o*10+(a-gr),r>=0&&(r+=1);else if(a!==gr)return null}}return n.length===t||r===0||(r<0?o*=100:r===1&&(o*=10),!Number.isSafeInteger(o))?null:t===1&&o!==0?-o:o};var Vm={name:c,firstName:c,lastName:c,email:c,phone:c,otherEmail:c,otherPhone:c,role:y(["prospect","applicant","resident","visitor","tenant","owner"]),id:c,smsOptIn:w},Ae=E("Person",Vm),B=U(Ae),$m={kind:y(["prospect","agent","staff","call_center","owner_agent","system","visitor","tenant"]),id:c,name:c,raw:c},zt=E("Actor",$m);var Gm={current:w,street:c,city:c,state:c,zip:c,kind:c,monthlyPayment:Te,monthlyRent:Te,movedInOn:oe,movedOutOn:oe,reasonForMove:c,landlord:Ae},Xm=E("Residence",Gm),Qm={id:c,person:m(Ae),birthDate:oe,progress:P,completedAt:G,expiresAt:G,relationship:c,residences:M([],x(Xm))},ef=E("Applicant",Qm),nf={id:c,status:c,applicants:M([],x(ef))},br=E("Application",nf),as=U(br);var tf={direction:y(["in","out"]),channel:y(["email","sms","voicemail"]),purpose:y(["autoreply","autoreply_followup","follow_up","follow_up_reschedule","scheduling_link","self_tour_link","application_criteria_link","apply_now_link","cancel_notice","cancel_warning","rent_reduction","new_listing","showtimes_available","upcoming_showings","pre_screen_reminder","unclaimed_alert"]),audience:y(["prospect","staff","owner_agent","approvers"]),automatic:w,text:c},xr=E("Message",tf),Ut=U(xr),of={direction:y(["inbound","outbound"]),kind:y(["call","redirect","transfer"]),from:y(["call_center","agent"]),to:y(["call_center","agent"])},vr=E("Call",of),ss=U(vr),rf={items:M([],x(y(["document","answers"]))),additional:w,resent:w,step:y(["requested","sent"])},wr=E("Document",rf),cs=U(wr),af={kind:y(["pre_screen","pet","answers","criteria"]),outcome:y(["passed","failed","mismatched","overridden"]),criterion:y(["pets","income","move_in_date","custom_question"]),by:y(["call_center","staff","system"])},Tr=E("Screening",af),ls=U(Tr);var sf={bedrooms:P,bathrooms:P,rent:Te,squareFeet:P,cats:w,dogs:w,unitTag:c},ds=E("PropertyFacts",sf),ln=U(ds),cf={id:c,name:c},lf=E("Market",cf),df={id:c,listingId:c,unitId:c,unitNumber:c,communityId:c,tag:c,externalId:c,communityExternalId:c,address:c,name:c,market:lf,summary:c,facts:ds},Be=E("Property",df),C=U(Be);var pf={moveInDate:oe,moveInAt:G,moveInText:c,maxRent:Te,layouts:M([],x(c)),residents:P,hasPets:w,monthlyIncome:Te,letter:c,reasonForMove:c,homeChoiceImportance:c},ps=E("Wishes",pf),En=U(ps),uf={source:c,medium:c,campaign:c,term:c,content:c},Ar=E("Utm",uf),mf={kind:y(["listing","office","business_form","user","evaluation_form"]),id:c,reference:c},ff=E("LeadSubject",mf),_f={text:c,receivedAt:G,kind:c},yf=E("LeadMessage",_f),hf={id:c,isNew:w,origin:y(["prospect","call_center","portal","import","batch"]),source:c,channel:y(["sms","ils","call_center","voicemail"]),topic:y(["off_market_listing","multi_unit","application_criteria","availability","preleased"]),status:c,previousStatus:c,reason:c,followUp:w,changed:M([],x(c)),subject:ff,people:M([],x(Ae)),properties:M([],x(Be)),message:c,messages:M([],x(yf)),wishes:ps,utm:Ar,createdAt:G},Sr=E("Lead",hf),ue=U(Sr);var gf={kind:c,code:c,amount:Te,from:oe,to:oe,description:c},bf=E("Charge",gf),xf={id:c,transactionId:c,transactionType:c,clientId:c,status:c,previousStatus:c,updateType:c,startDate:oe,endDate:oe,moveInDate:oe,moveOutDate:oe,rent:Te,charges:M([],x(bf)),tenantExternalId:c,guestCardExternalId:c},Wt=E("Lease",xf),$e=U(Wt);var vf={id:c,externalId:c,status:c,operation:y(["create","update","delete"]),success:w,errors:M([],x(c)),perPerson:w},Er=E("Listing",vf),Bt=U(Er);var wf={field:c,previous:Ue,new:Ue},Tf=E("Change",wf),Af={id:c,rootId:c,kind:c},us=E("Job",Af),Sf={id:c,model:c,modelRaw:c,entity:y(["lead","applicant","application","resident","lease","unit","property","listing","event","employee","service_request","charge","payment","invoice","vendor","amenity","location","screening","agent","call","concession","construction_job","contract","deposit","fee","floor_plan","owner","pet","purchase_order","transaction","vehicle"]),fields:z,changes:x(Tf),touchedOnly:w,context:z,integrationId:c,vendor:c,job:us},ms=E("RecordRow",Sf),Ef={first:w,finished:w,backfill:w,succeededJobs:P,failedJobs:P,scheduleId:c,models:M([],x(c)),writeStatus:c,errors:M([],x(c)),integrationId:c,vendor:c,job:us},kr=E("Sync",Ef),qt=U(kr);var kf={from:y(["prospect","agent"]),interest:c,improvements:M([],x(c)),accessProblem:w,propertyProblem:c,notes:c},jf=E("Feedback",kf),Pf={id:c,leadId:c,slot:M("unknown",y(["requested","tentative","booked","dropped","done","unchanged","unknown"])),mode:y(["self_guided","agent_guided","open_house","virtual"]),startsAt:G,endsAt:G,date:oe,createdAt:G,confirmedAt:G,canceledAt:G,codeIssuedAt:G,zoneName:c,zoneOffset:P,status:c,notes:c,source:c,utm:Ar,isNew:w,hidden:w,safeMode:w,automatic:w,emergency:w,lastReminder:w,reason:c,isReason:w,subject:y(["showing","lead"]),criterion:y(["pets","income","move_in_date","custom_question"]),scope:y(["self","everyone"]),about:y(["showing","acceptance","proposed_times","claim"]),recipient:y(["prospect","staff","owner_agent","approvers"]),assignee:zt,unitIds:M([],x(c)),feedback:jf},Pe=E("Showing",Pf),re=U(Pe);var qe={person:m(Ae),property:m(Be)},jr={lead:{...qe,showing:Pe,lead:m(Sr)},screening:{...qe,showing:Pe,screening:m(Tr)},showing:{...qe,showing:m(Pe)},access:{...qe,showing:Pe,access:m(hr)},message:{...qe,showing:Pe,message:m(xr)},call:{...qe,showing:Pe,call:m(vr)},document:{...qe,showing:Pe,document:m(wr)},application:{...qe,application:m(br)},listing:{property:m(Be),person:Ae,listing:m(Er)},lease:{...qe,lease:m(Wt)},record:{record:m(ms),person:Ae,property:Be,lease:Wt},sync:{sync:m(kr)},device:{property:m(Be),device:m(is)},unrecognized:{discriminator:c,newerType:c,person:Ae,property:Be,showing:Pe}};var Ht={lead:["created","updated","inquired","waitlisted","status_changed","flagged"],screening:["requested","completed","overridden","mismatched"],showing:["requested","scheduled","confirmation_requested","confirmed","unconfirmed","acceptance_requested","accepted","declined","assigned","reschedule_requested","updated","canceled","uncanceled","denied","reminded","started","completed","no_show","no_show_undone","feedback_received"],access:["code_requested","code_issued","verification_started","unlocked","security_check_requested","secured","unsecured","tenant_access"],message:["sent","received","failed"],call:["started","completed","transferred"],document:["requested","verification_requested","received","verified"],application:["updated"],listing:["available","created","updated","deleted","change_failed"],lease:["status_changed","updated","terms_updated","fees_updated","unit_reserved","unit_released","item_selected","item_deselected","quote_created","move_in","move_in_canceled"],record:["created","updated"],sync:["completed","job_succeeded","job_failed","write_failed"],device:["reported"]},Of=new Map([...Object.entries(Ht).flatMap(([e,n])=>n.map(t=>[`${e}.${t}`,e])),["unrecognized","unrecognized"]]),fs=e=>Of.get(e)??null;var Cf=E("EventOrder",{by:m(y(["sequence","time"])),value:m(c),precision:y(["minute","second","millisecond"])}),Rf=E("Identity",{strength:m(y(["provider-id","derived","content"])),parts:M([],x(c)),order:Cf}),Df=E("Verification",{method:m(y(["hmac-sha256","token","shared-secret","none"])),covers:m(y(["body","nothing"])),replayProtected:m(w),secret:we(c,P)}),hs=["code","path","expected"],If={kind:"struct",fields:hs.map(e=>({key:e,presence:"required",codec:c})),complete:!0},Ff=new S("Issue",If,(e,n)=>hs.map(o=>g(e,o)).every(o=>typeof o=="string")?z.read(e,n):(v(n,"wrong_kind","","an issue"),b)),_s=(e,n)=>{let t=new Map(e.map(({name:i,codec:a})=>[i,E(n==="open"?`${i} source with an open payload`:`${i} source`,{provider:m(y([i])),type:m(c),payload:m(n==="open"?z:An(a)),raw:c})])),o={kind:"choice",members:[...t.values()],discriminator:"provider",cases:Array.from(t,([i,a])=>({when:[{path:["provider"],is:[i]}],codec:a}))},r=[...t.keys()].map(i=>`"${i}"`).join(" or ");return new S("Source",o,(i,a)=>{let s=g(i,"provider"),d=typeof s=="string"?t.get(s):void 0;return d!==void 0?d.read(i,a):(v(a,"wrong_kind","/provider",r),b)})},gs=e=>({id:c,occurredAt:G,actor:zt,completeness:m(y(["snapshot","partial","diff"])),identity:m(Rf),source:m(e),verification:Df,issues:M([],x(Ff))}),bs=e=>e==="unrecognized"?[e]:Ht[e].map(n=>`${e}.${n}`),ys=(e,n)=>E(`${e} event`,{family:m(y([e])),type:m(y(bs(e))),...gs(n),...jr[e]}),Lf=(e,n)=>({...e,family:"unrecognized",type:"unrecognized",newerType:n}),Mf=(e,n)=>{let{newerType:t,...o}=jr.unrecognized;return{name:"newer event",shape:E("newer event",{type:m(c),...gs(e),...o}).shape,read:(r,i)=>{let a=g(r,"type"),s=Y(r)&&typeof a=="string";return n.read(s?Lf(r,a):r,i)}}},xs=(e,n)=>{let t=_s(n,"documented"),o=_s(n,"open"),r=ys("unrecognized",o),i=Mf(o,r),a=new Map([...Object.keys(Ht).map(p=>[p,ys(p,t)]),["unrecognized",r]]),s=(p,_)=>{let h=g(p,"type");if(!Y(p)||typeof h!="string")return v(_,"wrong_kind","/type","the type of an event"),b;let N=fs(h);return(N===null?i:a.get(N)??i).read(p,_)},d={kind:"choice",members:[...a.values()],discriminator:"family",cases:[...Array.from(a,([p,_])=>({when:[{path:["type"],is:bs(p)}],codec:_})),{when:[{path:["type"],is:"text"}],codec:i}]};return new S(e,d,(p,_)=>{let{foreign:h}=_;_.foreign="keep";let N=s(p,_);return _.foreign=h,N})};var Oe=e=>e;var Nf=new TextEncoder,it=e=>Nf.encode(e),Yt=(e,n)=>{let t=e.length^n.length;for(let o=0;o<n.length;o+=1)t|=(e[o%e.length]??0)^(n[o]??0);return t===0},vs=48,zf=57,ws=97,Uf=102,Ts=e=>e>=vs&&e<=zf?e-vs:e>=ws&&e<=Uf?e-ws+10:-1,As=(e,n)=>{if(e.length!==n*2)return null;let t=new Uint8Array(n);for(let o=0;o<n;o+=1){let r=Ts(e.charCodeAt(o*2)),i=Ts(e.charCodeAt(o*2+1));if(r<0||i<0)return null;t[o]=r*16+i}return t};var Wf=()=>O(D("SecretMissing","a secret",{path:"secrets",hint:"is the environment variable set where this runs?"})),Ss=(e,n)=>O(D("SecretInvalid",n,{path:`secrets/${String(e)}`})),Bf=e=>e==null?[]:Array.isArray(e)?e.map((n,t)=>[t,n]):typeof e=="object"?Object.entries(e).filter(([,n])=>n!==void 0):[[0,e]],Pr=e=>{let n=[];for(let[t,o]of Bf(e)){if(typeof o!="string"||o.trim()==="")return Ss(t,"text that is not blank");n.push({name:t,text:o})}return n.length===0?Wf():W(n)},qf=e=>{for(let n=0;n<e.length;n+=1){let t=e.charCodeAt(n);if(t<32||t>126)return!1}return!0},Or=e=>qf(e)&&e.trim()===e&&e!=="",Zt=e=>{let n=Pr(e);if(n._tag==="Left")return n;let t=n.right.find(({text:o})=>!Or(o));return t===void 0?n:Ss(t.name,"visible ASCII characters with no white space around them")},Kt=(e,n)=>{let t=null;for(let{name:o,text:r}of e)n(r)&&t===null&&(t=o);return t};var Es=" ",ks="	",Hf=e=>{let n=0,t=e.length;for(;n<t&&(e[n]===Es||e[n]===ks);)n+=1;for(;t>n&&(e[t-1]===Es||e[t-1]===ks);)t-=1;return e.slice(n,t)},Jt=(e,n)=>{let t=e(n);return R(t)?t:t.right.length===0?O(D("HeaderMissing","a header",{path:n})):W(t.right.map(Hf).join(", "))},at=(e,n,t,o)=>n.includes(",")?D("HeaderRepeated","the header once",{path:e}):D(t,o,{path:e});var kn=(e,n)=>Object.assign(n,{proof:e}),dn=(e,n)=>({method:e,covers:e==="hmac-sha256"?"body":"nothing",replayProtected:!1,secret:n});var Yf=(e,n)=>{if(e.slice(0,n.length).toLowerCase()!==n.toLowerCase())return null;let t=e.slice(n.length);return t.startsWith(" ")?t.trimStart():null},js=(e,n)=>{let t=it(n);return Kt(e,o=>Yt(it(o),t))},Cr=(e,n,t,o,r)=>{let i=Jt(o,n);if(R(i))return i;let a=t===null?i.right:Yf(i.right,t);if(a===null||!Or(a)){let d=t===null?"a token of visible ASCII characters":`${t} and a token`;return O(at(n,i.right,"HeaderMalformed",d))}let s=js(r,a);return s===null?O(at(n,a,"TokenMismatch","a token that is one of the secrets")):W(dn(e,s))},Ps=(e,n,t)=>{let o=typeof n=="string"?js(t,n):null;return o===null?O(D("TokenMismatch","a secret in the URL that is one of the secrets",{path:"secretFromUrl"})):W(dn(e,o))},Vt=(e,n=null)=>kn({method:"token",header:e,scheme:n},(t,o,r)=>{let i=Zt(r.secrets);return R(i)?i:Cr("token",e,n,t,i.right)});var Os=Vt("token");var T=(e,n,t,o,r)=>({family:e,type:n,id:t.id,occurredAt:t.occurredAt,actor:t.actor,completeness:t.completeness,identity:t.identity,source:t.source,verification:o.verification,issues:wn(o.reading),...r}),pn=e=>e?.instant==null?null:{by:"time",value:e.instant,precision:e.precision},ee=e=>({strength:"content",parts:[],order:pn(e)});var Zf={lessThanXSeconds:{one:"less than a second",other:"less than {{count}} seconds"},xSeconds:{one:"1 second",other:"{{count}} seconds"},halfAMinute:"half a minute",lessThanXMinutes:{one:"less than a minute",other:"less than {{count}} minutes"},xMinutes:{one:"1 minute",other:"{{count}} minutes"},aboutXHours:{one:"about 1 hour",other:"about {{count}} hours"},xHours:{one:"1 hour",other:"{{count}} hours"},xDays:{one:"1 day",other:"{{count}} days"},aboutXWeeks:{one:"about 1 week",other:"about {{count}} weeks"},xWeeks:{one:"1 week",other:"{{count}} weeks"},aboutXMonths:{one:"about 1 month",other:"about {{count}} months"},xMonths:{one:"1 month",other:"{{count}} months"},aboutXYears:{one:"about 1 year",other:"about {{count}} years"},xYears:{one:"1 year",other:"{{count}} years"},overXYears:{one:"over 1 year",other:"over {{count}} years"},almostXYears:{one:"almost 1 year",other:"almost {{count}} years"}},Cs=(e,n,t)=>{let o,r=Zf[e];return typeof r=="string"?o=r:n===1?o=r.one:o=r.other.replace("{{count}}",n.toString()),t?.addSuffix?t.comparison&&t.comparison>0?"in "+o:o+" ago":o};function $t(e){return(n={})=>{let t=n.width?String(n.width):e.defaultWidth;return e.formats[t]||e.formats[e.defaultWidth]}}var Kf={full:"EEEE, MMMM do, y",long:"MMMM do, y",medium:"MMM d, y",short:"MM/dd/yyyy"},Jf={full:"h:mm:ss a zzzz",long:"h:mm:ss a z",medium:"h:mm:ss a",short:"h:mm a"},Vf={full:"{{date}} 'at' {{time}}",long:"{{date}} 'at' {{time}}",medium:"{{date}}, {{time}}",short:"{{date}}, {{time}}"},Rs={date:$t({formats:Kf,defaultWidth:"full"}),time:$t({formats:Jf,defaultWidth:"full"}),dateTime:$t({formats:Vf,defaultWidth:"full"})};var $f={lastWeek:"'last' eeee 'at' p",yesterday:"'yesterday at' p",today:"'today at' p",tomorrow:"'tomorrow at' p",nextWeek:"eeee 'at' p",other:"P"},Ds=(e,n,t,o)=>$f[e];function jn(e){return(n,t)=>{let o=t?.context?String(t.context):"standalone",r;if(o==="formatting"&&e.formattingValues){let a=e.defaultFormattingWidth||e.defaultWidth,s=t?.width?String(t.width):a;r=e.formattingValues[s]||e.formattingValues[a]}else{let a=e.defaultWidth,s=t?.width?String(t.width):e.defaultWidth;r=e.values[s]||e.values[a]}let i=e.argumentCallback?e.argumentCallback(n):n;return r[i]}}var Gf={narrow:["B","A"],abbreviated:["BC","AD"],wide:["Before Christ","Anno Domini"]},Xf={narrow:["1","2","3","4"],abbreviated:["Q1","Q2","Q3","Q4"],wide:["1st quarter","2nd quarter","3rd quarter","4th quarter"]},Qf={narrow:["J","F","M","A","M","J","J","A","S","O","N","D"],abbreviated:["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"],wide:["January","February","March","April","May","June","July","August","September","October","November","December"]},e0={narrow:["S","M","T","W","T","F","S"],short:["Su","Mo","Tu","We","Th","Fr","Sa"],abbreviated:["Sun","Mon","Tue","Wed","Thu","Fri","Sat"],wide:["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"]},n0={narrow:{am:"a",pm:"p",midnight:"mi",noon:"n",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"},abbreviated:{am:"AM",pm:"PM",midnight:"midnight",noon:"noon",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"},wide:{am:"a.m.",pm:"p.m.",midnight:"midnight",noon:"noon",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"}},t0={narrow:{am:"a",pm:"p",midnight:"mi",noon:"n",morning:"in the morning",afternoon:"in the afternoon",evening:"in the evening",night:"at night"},abbreviated:{am:"AM",pm:"PM",midnight:"midnight",noon:"noon",morning:"in the morning",afternoon:"in the afternoon",evening:"in the evening",night:"at night"},wide:{am:"a.m.",pm:"p.m.",midnight:"midnight",noon:"noon",morning:"in the morning",afternoon:"in the afternoon",evening:"in the evening",night:"at night"}},o0=(e,n)=>{let t=Number(e),o=t%100;if(o>20||o<10)switch(o%10){case 1:return t+"st";case 2:return t+"nd";case 3:return t+"rd"}return t+"th"},Is={ordinalNumber:o0,era:jn({values:Gf,defaultWidth:"wide"}),quarter:jn({values:Xf,defaultWidth:"wide",argumentCallback:e=>e-1}),month:jn({values:Qf,defaultWidth:"wide"}),day:jn({values:e0,defaultWidth:"wide"}),dayPeriod:jn({values:n0,defaultWidth:"wide",formattingValues:t0,defaultFormattingWidth:"wide"})};function Pn(e){return(n,t={})=>{let o=t.width,r=o&&e.matchPatterns[o]||e.matchPatterns[e.defaultMatchWidth],i=n.match(r);if(!i)return null;let a=i[0],s=o&&e.parsePatterns[o]||e.parsePatterns[e.defaultParseWidth],d=Array.isArray(s)?i0(s,h=>h.test(a)):r0(s,h=>h.test(a)),p;p=e.valueCallback?e.valueCallback(d):d,p=t.valueCallback?t.valueCallback(p):p;let _=n.slice(a.length);return{value:p,rest:_}}}function r0(e,n){for(let t in e)if(Object.prototype.hasOwnProperty.call(e,t)&&n(e[t]))return t}function i0(e,n){for(let t=0;t<e.length;t++)if(n(e[t]))return t}function Fs(e){return(n,t={})=>{let o=n.match(e.matchPattern);if(!o)return null;let r=o[0],i=n.match(e.parsePattern);if(!i)return null;let a=e.valueCallback?e.valueCallback(i[0]):i[0];a=t.valueCallback?t.valueCallback(a):a;let s=n.slice(r.length);return{value:a,rest:s}}}var a0=/^(\d+)(th|st|nd|rd)?/i,s0=/\d+/i,c0={narrow:/^(b|a)/i,abbreviated:/^(b\.?\s?c\.?|b\.?\s?c\.?\s?e\.?|a\.?\s?d\.?|c\.?\s?e\.?)/i,wide:/^(before christ|before common era|anno domini|common era)/i},l0={any:[/^b/i,/^(a|c)/i]},d0={narrow:/^[1234]/i,abbreviated:/^q[1234]/i,wide:/^[1234](th|st|nd|rd)? quarter/i},p0={any:[/1/i,/2/i,/3/i,/4/i]},u0={narrow:/^[jfmasond]/i,abbreviated:/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,wide:/^(january|february|march|april|may|june|july|august|september|october|november|december)/i},m0={narrow:[/^j/i,/^f/i,/^m/i,/^a/i,/^m/i,/^j/i,/^j/i,/^a/i,/^s/i,/^o/i,/^n/i,/^d/i],any:[/^ja/i,/^f/i,/^mar/i,/^ap/i,/^may/i,/^jun/i,/^jul/i,/^au/i,/^s/i,/^o/i,/^n/i,/^d/i]},f0={narrow:/^[smtwf]/i,short:/^(su|mo|tu|we|th|fr|sa)/i,abbreviated:/^(sun|mon|tue|wed|thu|fri|sat)/i,wide:/^(sunday|monday|tuesday|wednesday|thursday|friday|saturday)/i},_0={narrow:[/^s/i,/^m/i,/^t/i,/^w/i,/^t/i,/^f/i,/^s/i],any:[/^su/i,/^m/i,/^tu/i,/^w/i,/^th/i,/^f/i,/^sa/i]},y0={narrow:/^(a|p|mi|n|(in the|at) (morning|afternoon|evening|night))/i,any:/^([ap]\.?\s?m\.?|midnight|noon|(in the|at) (morning|afternoon|evening|night))/i},h0={any:{am:/^a/i,pm:/^p/i,midnight:/^mi/i,noon:/^no/i,morning:/morning/i,afternoon:/afternoon/i,evening:/evening/i,night:/night/i}},Ls={ordinalNumber:Fs({matchPattern:a0,parsePattern:s0,valueCallback:e=>parseInt(e,10)}),era:Pn({matchPatterns:c0,defaultMatchWidth:"wide",parsePatterns:l0,defaultParseWidth:"any"}),quarter:Pn({matchPatterns:d0,defaultMatchWidth:"wide",parsePatterns:p0,defaultParseWidth:"any",valueCallback:e=>e+1}),month:Pn({matchPatterns:u0,defaultMatchWidth:"wide",parsePatterns:m0,defaultParseWidth:"any"}),day:Pn({matchPatterns:f0,defaultMatchWidth:"wide",parsePatterns:_0,defaultParseWidth:"any"}),dayPeriod:Pn({matchPatterns:y0,defaultMatchWidth:"any",parsePatterns:h0,defaultParseWidth:"any"})};var Rr={code:"en-US",formatDistance:Cs,formatLong:Rs,formatRelative:Ds,localize:Is,match:Ls,options:{weekStartsOn:0,firstWeekContainsDate:1}};var g0={};function Ce(){return g0}var b0=Math.pow(10,8)*24*60*60*1e3,RT=-b0,Gt=6048e5,Ms=864e5;var x0=3600;var Ns=x0*24,DT=Ns*7,v0=Ns*365.2425,w0=v0/12,IT=w0*3,Dr=Symbol.for("constructDateFrom");function le(e,n){return typeof e=="function"?e(n):e&&typeof e=="object"&&Dr in e?e[Dr](n):e instanceof Date?new e.constructor(n):new Date(n)}function Z(e,n){return le(n||e,e)}function Ir(e){let n=Z(e),t=new Date(Date.UTC(n.getFullYear(),n.getMonth(),n.getDate(),n.getHours(),n.getMinutes(),n.getSeconds(),n.getMilliseconds()));return t.setUTCFullYear(n.getFullYear()),+e-+t}function zs(e,...n){let t=le.bind(null,e||n.find(o=>typeof o=="object"));return n.map(t)}function Fr(e,n){let t=Z(e,n?.in);return t.setHours(0,0,0,0),t}function Us(e,n,t){let[o,r]=zs(t?.in,e,n),i=Fr(o),a=Fr(r),s=+i-Ir(i),d=+a-Ir(a);return Math.round((s-d)/Ms)}function Ws(e,n){let t=Z(e,n?.in);return t.setFullYear(t.getFullYear(),0,1),t.setHours(0,0,0,0),t}function Bs(e,n){let t=Z(e,n?.in);return Us(t,Ws(t))+1}function He(e,n){let t=Ce(),o=n?.weekStartsOn??n?.locale?.options?.weekStartsOn??t.weekStartsOn??t.locale?.options?.weekStartsOn??0,r=Z(e,n?.in),i=r.getDay(),a=(i<o?7:0)+i-o;return r.setDate(r.getDate()-a),r.setHours(0,0,0,0),r}function un(e,n){return He(e,{...n,weekStartsOn:1})}function Xt(e,n){let t=Z(e,n?.in),o=t.getFullYear(),r=le(t,0);r.setFullYear(o+1,0,4),r.setHours(0,0,0,0);let i=un(r),a=le(t,0);a.setFullYear(o,0,4),a.setHours(0,0,0,0);let s=un(a);return t.getTime()>=i.getTime()?o+1:t.getTime()>=s.getTime()?o:o-1}function qs(e,n){let t=Xt(e,n),o=le(n?.in||e,0);return o.setFullYear(t,0,4),o.setHours(0,0,0,0),un(o)}function Hs(e,n){let t=Z(e,n?.in),o=+un(t)-+qs(t);return Math.round(o/Gt)+1}function Qt(e,n){let t=Z(e,n?.in),o=t.getFullYear(),r=Ce(),i=n?.firstWeekContainsDate??n?.locale?.options?.firstWeekContainsDate??r.firstWeekContainsDate??r.locale?.options?.firstWeekContainsDate??1,a=le(n?.in||e,0);a.setFullYear(o+1,0,i),a.setHours(0,0,0,0);let s=He(a,n),d=le(n?.in||e,0);d.setFullYear(o,0,i),d.setHours(0,0,0,0);let p=He(d,n);return+t>=+s?o+1:+t>=+p?o:o-1}function Ys(e,n){let t=Ce(),o=n?.firstWeekContainsDate??n?.locale?.options?.firstWeekContainsDate??t.firstWeekContainsDate??t.locale?.options?.firstWeekContainsDate??1,r=Qt(e,n),i=le(n?.in||e,0);return i.setFullYear(r,0,o),i.setHours(0,0,0,0),He(i,n)}function Zs(e,n){let t=Z(e,n?.in),o=+He(t,n)-+Ys(t,n);return Math.round(o/Gt)+1}function F(e,n){let t=e<0?"-":"",o=Math.abs(e).toString().padStart(n,"0");return t+o}var Ye={y(e,n){let t=e.getFullYear(),o=t>0?t:1-t;return F(n==="yy"?o%100:o,n.length)},M(e,n){let t=e.getMonth();return n==="M"?String(t+1):F(t+1,2)},d(e,n){return F(e.getDate(),n.length)},a(e,n){let t=e.getHours()/12>=1?"pm":"am";switch(n){case"a":case"aa":return t.toUpperCase();case"aaa":return t;case"aaaaa":return t[0];default:return t==="am"?"a.m.":"p.m."}},h(e,n){return F(e.getHours()%12||12,n.length)},H(e,n){return F(e.getHours(),n.length)},m(e,n){return F(e.getMinutes(),n.length)},s(e,n){return F(e.getSeconds(),n.length)},S(e,n){let t=n.length,o=e.getMilliseconds(),r=Math.trunc(o*Math.pow(10,t-3));return F(r,n.length)}};var On={am:"am",pm:"pm",midnight:"midnight",noon:"noon",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"},Lr={G:function(e,n,t){let o=e.getFullYear()>0?1:0;switch(n){case"G":case"GG":case"GGG":return t.era(o,{width:"abbreviated"});case"GGGGG":return t.era(o,{width:"narrow"});default:return t.era(o,{width:"wide"})}},y:function(e,n,t){if(n==="yo"){let o=e.getFullYear(),r=o>0?o:1-o;return t.ordinalNumber(r,{unit:"year"})}return Ye.y(e,n)},Y:function(e,n,t,o){let r=Qt(e,o),i=r>0?r:1-r;if(n==="YY"){let a=i%100;return F(a,2)}return n==="Yo"?t.ordinalNumber(i,{unit:"year"}):F(i,n.length)},R:function(e,n){let t=Xt(e);return F(t,n.length)},u:function(e,n){let t=e.getFullYear();return F(t,n.length)},Q:function(e,n,t){let o=Math.ceil((e.getMonth()+1)/3);switch(n){case"Q":return String(o);case"QQ":return F(o,2);case"Qo":return t.ordinalNumber(o,{unit:"quarter"});case"QQQ":return t.quarter(o,{width:"abbreviated",context:"formatting"});case"QQQQQ":return t.quarter(o,{width:"narrow",context:"formatting"});default:return t.quarter(o,{width:"wide",context:"formatting"})}},q:function(e,n,t){let o=Math.ceil((e.getMonth()+1)/3);switch(n){case"q":return String(o);case"qq":return F(o,2);case"qo":return t.ordinalNumber(o,{unit:"quarter"});case"qqq":return t.quarter(o,{width:"abbreviated",context:"standalone"});case"qqqqq":return t.quarter(o,{width:"narrow",context:"standalone"});default:return t.quarter(o,{width:"wide",context:"standalone"})}},M:function(e,n,t){let o=e.getMonth();switch(n){case"M":case"MM":return Ye.M(e,n);case"Mo":return t.ordinalNumber(o+1,{unit:"month"});case"MMM":return t.month(o,{width:"abbreviated",context:"formatting"});case"MMMMM":return t.month(o,{width:"narrow",context:"formatting"});default:return t.month(o,{width:"wide",context:"formatting"})}},L:function(e,n,t){let o=e.getMonth();switch(n){case"L":return String(o+1);case"LL":return F(o+1,2);case"Lo":return t.ordinalNumber(o+1,{unit:"month"});case"LLL":return t.month(o,{width:"abbreviated",context:"standalone"});case"LLLLL":return t.month(o,{width:"narrow",context:"standalone"});default:return t.month(o,{width:"wide",context:"standalone"})}},w:function(e,n,t,o){let r=Zs(e,o);return n==="wo"?t.ordinalNumber(r,{unit:"week"}):F(r,n.length)},I:function(e,n,t){let o=Hs(e);return n==="Io"?t.ordinalNumber(o,{unit:"week"}):F(o,n.length)},d:function(e,n,t){return n==="do"?t.ordinalNumber(e.getDate(),{unit:"date"}):Ye.d(e,n)},D:function(e,n,t){let o=Bs(e);return n==="Do"?t.ordinalNumber(o,{unit:"dayOfYear"}):F(o,n.length)},E:function(e,n,t){let o=e.getDay();switch(n){case"E":case"EE":case"EEE":return t.day(o,{width:"abbreviated",context:"formatting"});case"EEEEE":return t.day(o,{width:"narrow",context:"formatting"});case"EEEEEE":return t.day(o,{width:"short",context:"formatting"});default:return t.day(o,{width:"wide",context:"formatting"})}},e:function(e,n,t,o){let r=e.getDay(),i=(r-o.weekStartsOn+8)%7||7;switch(n){case"e":return String(i);case"ee":return F(i,2);case"eo":return t.ordinalNumber(i,{unit:"day"});case"eee":return t.day(r,{width:"abbreviated",context:"formatting"});case"eeeee":return t.day(r,{width:"narrow",context:"formatting"});case"eeeeee":return t.day(r,{width:"short",context:"formatting"});default:return t.day(r,{width:"wide",context:"formatting"})}},c:function(e,n,t,o){let r=e.getDay(),i=(r-o.weekStartsOn+8)%7||7;switch(n){case"c":return String(i);case"cc":return F(i,n.length);case"co":return t.ordinalNumber(i,{unit:"day"});case"ccc":return t.day(r,{width:"abbreviated",context:"standalone"});case"ccccc":return t.day(r,{width:"narrow",context:"standalone"});case"cccccc":return t.day(r,{width:"short",context:"standalone"});default:return t.day(r,{width:"wide",context:"standalone"})}},i:function(e,n,t){let o=e.getDay(),r=o===0?7:o;switch(n){case"i":return String(r);case"ii":return F(r,n.length);case"io":return t.ordinalNumber(r,{unit:"day"});case"iii":return t.day(o,{width:"abbreviated",context:"formatting"});case"iiiii":return t.day(o,{width:"narrow",context:"formatting"});case"iiiiii":return t.day(o,{width:"short",context:"formatting"});default:return t.day(o,{width:"wide",context:"formatting"})}},a:function(e,n,t){let r=e.getHours()/12>=1?"pm":"am";switch(n){case"a":case"aa":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"});case"aaa":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"}).toLowerCase();case"aaaaa":return t.dayPeriod(r,{width:"narrow",context:"formatting"});default:return t.dayPeriod(r,{width:"wide",context:"formatting"})}},b:function(e,n,t){let o=e.getHours(),r;switch(o===12?r=On.noon:o===0?r=On.midnight:r=o/12>=1?"pm":"am",n){case"b":case"bb":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"});case"bbb":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"}).toLowerCase();case"bbbbb":return t.dayPeriod(r,{width:"narrow",context:"formatting"});default:return t.dayPeriod(r,{width:"wide",context:"formatting"})}},B:function(e,n,t){let o=e.getHours(),r;switch(o>=17?r=On.evening:o>=12?r=On.afternoon:o>=4?r=On.morning:r=On.night,n){case"B":case"BB":case"BBB":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"});case"BBBBB":return t.dayPeriod(r,{width:"narrow",context:"formatting"});default:return t.dayPeriod(r,{width:"wide",context:"formatting"})}},h:function(e,n,t){if(n==="ho"){let o=e.getHours()%12;return o===0&&(o=12),t.ordinalNumber(o,{unit:"hour"})}return Ye.h(e,n)},H:function(e,n,t){return n==="Ho"?t.ordinalNumber(e.getHours(),{unit:"hour"}):Ye.H(e,n)},K:function(e,n,t){let o=e.getHours()%12;return n==="Ko"?t.ordinalNumber(o,{unit:"hour"}):F(o,n.length)},k:function(e,n,t){let o=e.getHours();return o===0&&(o=24),n==="ko"?t.ordinalNumber(o,{unit:"hour"}):F(o,n.length)},m:function(e,n,t){return n==="mo"?t.ordinalNumber(e.getMinutes(),{unit:"minute"}):Ye.m(e,n)},s:function(e,n,t){return n==="so"?t.ordinalNumber(e.getSeconds(),{unit:"second"}):Ye.s(e,n)},S:function(e,n){return Ye.S(e,n)},X:function(e,n,t){let o=e.getTimezoneOffset();if(o===0)return"Z";switch(n){case"X":return Js(o);case"XXXX":case"XX":return mn(o);default:return mn(o,":")}},x:function(e,n,t){let o=e.getTimezoneOffset();switch(n){case"x":return Js(o);case"xxxx":case"xx":return mn(o);default:return mn(o,":")}},O:function(e,n,t){let o=e.getTimezoneOffset();switch(n){case"O":case"OO":case"OOO":return"GMT"+Ks(o,":");default:return"GMT"+mn(o,":")}},z:function(e,n,t){let o=e.getTimezoneOffset();switch(n){case"z":case"zz":case"zzz":return"GMT"+Ks(o,":");default:return"GMT"+mn(o,":")}},t:function(e,n,t){let o=Math.trunc(+e/1e3);return F(o,n.length)},T:function(e,n,t){return F(+e,n.length)}};function Ks(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=Math.trunc(o/60),i=o%60;return i===0?t+String(r):t+String(r)+n+F(i,2)}function Js(e,n){return e%60===0?(e>0?"-":"+")+F(Math.abs(e)/60,2):mn(e,n)}function mn(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=F(Math.trunc(o/60),2),i=F(o%60,2);return t+r+n+i}var Vs=(e,n)=>{switch(e){case"P":return n.date({width:"short"});case"PP":return n.date({width:"medium"});case"PPP":return n.date({width:"long"});default:return n.date({width:"full"})}},$s=(e,n)=>{switch(e){case"p":return n.time({width:"short"});case"pp":return n.time({width:"medium"});case"ppp":return n.time({width:"long"});default:return n.time({width:"full"})}},T0=(e,n)=>{let t=e.match(/(P+)(p+)?/)||[],o=t[1],r=t[2];if(!r)return Vs(e,n);let i;switch(o){case"P":i=n.dateTime({width:"short"});break;case"PP":i=n.dateTime({width:"medium"});break;case"PPP":i=n.dateTime({width:"long"});break;default:i=n.dateTime({width:"full"});break}return i.replace("{{date}}",Vs(o,n)).replace("{{time}}",$s(r,n))},Gs={p:$s,P:T0};var A0=/^D+$/,S0=/^Y+$/,E0=["D","DD","YY","YYYY"];function Xs(e){return A0.test(e)}function Qs(e){return S0.test(e)}function ec(e,n,t){let o=k0(e,n,t);if(console.warn(o),E0.includes(e))throw new RangeError(o)}function k0(e,n,t){let o=e[0]==="Y"?"years":"days of the month";return`Use \`${e.toLowerCase()}\` instead of \`${e}\` (in \`${n}\`) for formatting ${o} to the input \`${t}\`; see: https://github.com/date-fns/date-fns/blob/master/docs/unicodeTokens.md`}function nc(e){return e instanceof Date||typeof e=="object"&&Object.prototype.toString.call(e)==="[object Date]"}function tc(e){return!(!nc(e)&&typeof e!="number"||isNaN(+Z(e)))}var j0=/[yYQqMLwIdDecihHKkms]o|(\w)\1*|''|'(''|[^'])+('|$)|./g,P0=/P+p+|P+|p+|''|'(''|[^'])+('|$)|./g,O0=/^'([^]*?)'?$/,C0=/''/g,R0=/[a-zA-Z]/;function oc(e,n,t){let o=Ce(),r=t?.locale??o.locale??Rr,i=t?.firstWeekContainsDate??t?.locale?.options?.firstWeekContainsDate??o.firstWeekContainsDate??o.locale?.options?.firstWeekContainsDate??1,a=t?.weekStartsOn??t?.locale?.options?.weekStartsOn??o.weekStartsOn??o.locale?.options?.weekStartsOn??0,s=Z(e,t?.in);if(!tc(s))throw new RangeError("Invalid time value");let d=n.match(P0).map(_=>{let h=_[0];if(h==="p"||h==="P"){let N=Gs[h];return N(_,r.formatLong)}return _}).join("").match(j0).map(_=>{if(_==="''")return{isToken:!1,value:"'"};let h=_[0];if(h==="'")return{isToken:!1,value:D0(_)};if(Lr[h])return{isToken:!0,value:_};if(h.match(R0))throw new RangeError("Format string contains an unescaped latin alphabet character `"+h+"`");return{isToken:!1,value:_}});r.localize.preprocessor&&(d=r.localize.preprocessor(s,d));let p={firstWeekContainsDate:i,weekStartsOn:a,locale:r};return d.map(_=>{if(!_.isToken)return _.value;let h=_.value;(!t?.useAdditionalWeekYearTokens&&Qs(h)||!t?.useAdditionalDayOfYearTokens&&Xs(h))&&ec(h,n,String(e));let N=Lr[h[0]];return N(s,h,r.localize,p)}).join("")}function D0(e){let n=e.match(O0);return n?n[1].replace(C0,"'"):e}function rc(){return Object.assign({},Ce())}function Mr(e,n,t){let o=rc(),r=L0(e,t.timeZone,t.locale??o.locale);return"formatToParts"in r?I0(r,n):F0(r,n)}function I0(e,n){let t=e.formatToParts(n);for(let o=t.length-1;o>=0;--o)if(t[o].type==="timeZoneName")return t[o].value}function F0(e,n){let t=e.format(n).replace(/\u200E/g,""),o=/ [\w-+ ]+$/.exec(t);return o?o[0].substr(1):""}function L0(e,n,t){return new Intl.DateTimeFormat(t?[t.code,"en-US"]:void 0,{timeZone:n,timeZoneName:e})}function ac(e,n){let t=W0(n);return"formatToParts"in t?N0(t,e):z0(t,e)}var M0={year:0,month:1,day:2,hour:3,minute:4,second:5};function N0(e,n){try{let t=e.formatToParts(n),o=[];for(let r=0;r<t.length;r++){let i=M0[t[r].type];i!==void 0&&(o[i]=parseInt(t[r].value,10))}return o}catch(t){if(t instanceof RangeError)return[NaN];throw t}}function z0(e,n){let t=e.format(n),o=/(\d+)\/(\d+)\/(\d+),? (\d+):(\d+):(\d+)/.exec(t);return[parseInt(o[3],10),parseInt(o[1],10),parseInt(o[2],10),parseInt(o[4],10),parseInt(o[5],10),parseInt(o[6],10)]}var Nr={},ic=new Intl.DateTimeFormat("en-US",{hourCycle:"h23",timeZone:"America/New_York",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"}).format(new Date("2014-06-25T04:00:00.123Z")),U0=ic==="06/25/2014, 00:00:00"||ic==="\u200E06\u200E/\u200E25\u200E/\u200E2014\u200E \u200E00\u200E:\u200E00\u200E:\u200E00";function W0(e){return Nr[e]||(Nr[e]=U0?new Intl.DateTimeFormat("en-US",{hourCycle:"h23",timeZone:e,year:"numeric",month:"numeric",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"}):new Intl.DateTimeFormat("en-US",{hour12:!1,timeZone:e,year:"numeric",month:"numeric",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"})),Nr[e]}function zr(e,n,t,o,r,i,a){let s=new Date(0);return s.setUTCFullYear(e,n,t),s.setUTCHours(o,r,i,a),s}var sc=36e5,B0=6e4,Ur={timezone:/([Z+-].*)$/,timezoneZ:/^(Z)$/,timezoneHH:/^([+-]\d{2})$/,timezoneHHMM:/^([+-])(\d{2}):?(\d{2})$/};function Cn(e,n,t){if(!e)return 0;let o=Ur.timezoneZ.exec(e);if(o)return 0;let r,i;if(o=Ur.timezoneHH.exec(e),o)return r=parseInt(o[1],10),cc(r)?-(r*sc):NaN;if(o=Ur.timezoneHHMM.exec(e),o){r=parseInt(o[2],10);let a=parseInt(o[3],10);return cc(r,a)?(i=Math.abs(r)*sc+a*B0,o[1]==="+"?-i:i):NaN}if(Y0(e)){n=new Date(n||Date.now());let a=t?n:q0(n),s=Wr(a,e);return-(t?s:H0(n,s,e))}return NaN}function q0(e){return zr(e.getFullYear(),e.getMonth(),e.getDate(),e.getHours(),e.getMinutes(),e.getSeconds(),e.getMilliseconds())}function Wr(e,n){let t=ac(e,n),o=zr(t[0],t[1]-1,t[2],t[3]%24,t[4],t[5],0).getTime(),r=e.getTime(),i=r%1e3;return r-=i>=0?i:1e3+i,o-r}function H0(e,n,t){let r=e.getTime()-n,i=Wr(new Date(r),t);if(n===i)return n;r-=i-n;let a=Wr(new Date(r),t);return i===a?i:Math.max(i,a)}function cc(e,n){return-23<=e&&e<=23&&(n==null||0<=n&&n<=59)}var lc={};function Y0(e){if(lc[e])return!0;try{return new Intl.DateTimeFormat(void 0,{timeZone:e}),lc[e]=!0,!0}catch{return!1}}var Z0=60*1e3,pc={X:function(e,n,t){let o=Br(t.timeZone,e);if(o===0)return"Z";switch(n){case"X":return dc(o);case"XXXX":case"XX":return Rn(o);default:return Rn(o,":")}},x:function(e,n,t){let o=Br(t.timeZone,e);switch(n){case"x":return dc(o);case"xxxx":case"xx":return Rn(o);default:return Rn(o,":")}},O:function(e,n,t){let o=Br(t.timeZone,e);switch(n){case"O":case"OO":case"OOO":return"GMT"+K0(o,":");default:return"GMT"+Rn(o,":")}},z:function(e,n,t){switch(n){case"z":case"zz":case"zzz":return Mr("short",e,t);default:return Mr("long",e,t)}}};function Br(e,n){let t=e?Cn(e,n,!0)/Z0:n?.getTimezoneOffset()??0;if(Number.isNaN(t))throw new RangeError("Invalid time zone specified: "+e);return t}function eo(e,n){let t=e<0?"-":"",o=Math.abs(e).toString();for(;o.length<n;)o="0"+o;return t+o}function Rn(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=eo(Math.floor(o/60),2),i=eo(Math.floor(o%60),2);return t+r+n+i}function dc(e,n){return e%60===0?(e>0?"-":"+")+eo(Math.abs(e)/60,2):Rn(e,n)}function K0(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=Math.floor(o/60),i=o%60;return i===0?t+String(r):t+String(r)+n+eo(i,2)}function qr(e){let n=new Date(Date.UTC(e.getFullYear(),e.getMonth(),e.getDate(),e.getHours(),e.getMinutes(),e.getSeconds(),e.getMilliseconds()));return n.setUTCFullYear(e.getFullYear()),+e-+n}var uc=/(Z|[+-]\d{2}(?::?\d{2})?| UTC| [a-zA-Z]+\/[a-zA-Z_]+(?:\/[a-zA-Z_]+)?)$/;var Hr=36e5,mc=6e4,J0=2,ie={dateTimePattern:/^([0-9W+-]+)(T| )(.*)/,datePattern:/^([0-9W+-]+)(.*)/,plainTime:/:/,YY:/^(\d{2})$/,YYY:[/^([+-]\d{2})$/,/^([+-]\d{3})$/,/^([+-]\d{4})$/],YYYY:/^(\d{4})/,YYYYY:[/^([+-]\d{4})/,/^([+-]\d{5})/,/^([+-]\d{6})/],MM:/^-(\d{2})$/,DDD:/^-?(\d{3})$/,MMDD:/^-?(\d{2})-?(\d{2})$/,Www:/^-?W(\d{2})$/,WwwD:/^-?W(\d{2})-?(\d{1})$/,HH:/^(\d{2}([.,]\d*)?)$/,HHMM:/^(\d{2}):?(\d{2}([.,]\d*)?)$/,HHMMSS:/^(\d{2}):?(\d{2}):?(\d{2}([.,]\d*)?)$/,timeZone:uc};function no(e,n={}){if(arguments.length<1)throw new TypeError("1 argument required, but only "+arguments.length+" present");if(e===null)return new Date(NaN);let t=n.additionalDigits==null?J0:Number(n.additionalDigits);if(t!==2&&t!==1&&t!==0)throw new RangeError("additionalDigits must be 0, 1 or 2");if(e instanceof Date||typeof e=="object"&&Object.prototype.toString.call(e)==="[object Date]")return new Date(e.getTime());if(typeof e=="number"||Object.prototype.toString.call(e)==="[object Number]")return new Date(e);if(Object.prototype.toString.call(e)!=="[object String]")return new Date(NaN);let o=V0(e),{year:r,restDateString:i}=$0(o.date,t),a=G0(i,r);if(a===null||isNaN(a.getTime()))return new Date(NaN);if(a){let s=a.getTime(),d=0,p;if(o.time&&(d=X0(o.time),d===null||isNaN(d)))return new Date(NaN);if(o.timeZone||n.timeZone){if(p=Cn(o.timeZone||n.timeZone,new Date(s+d)),isNaN(p))return new Date(NaN)}else p=qr(new Date(s+d)),p=qr(new Date(s+d+p));return new Date(s+d+p)}else return new Date(NaN)}function V0(e){let n={},t=ie.dateTimePattern.exec(e),o;if(t?(n.date=t[1],o=t[3]):(t=ie.datePattern.exec(e),t?(n.date=t[1],o=t[2]):(n.date=null,o=e)),o){let r=ie.timeZone.exec(o);r?(n.time=o.replace(r[1],""),n.timeZone=r[1].trim()):n.time=o}return n}function $0(e,n){if(e){let t=ie.YYY[n],o=ie.YYYYY[n],r=ie.YYYY.exec(e)||o.exec(e);if(r){let i=r[1];return{year:parseInt(i,10),restDateString:e.slice(i.length)}}if(r=ie.YY.exec(e)||t.exec(e),r){let i=r[1];return{year:parseInt(i,10)*100,restDateString:e.slice(i.length)}}}return{year:null}}function G0(e,n){if(n===null)return null;let t,o,r;if(!e||!e.length)return t=new Date(0),t.setUTCFullYear(n),t;let i=ie.MM.exec(e);if(i)return t=new Date(0),o=parseInt(i[1],10)-1,_c(n,o)?(t.setUTCFullYear(n,o),t):new Date(NaN);if(i=ie.DDD.exec(e),i){t=new Date(0);let a=parseInt(i[1],10);return n_(n,a)?(t.setUTCFullYear(n,0,a),t):new Date(NaN)}if(i=ie.MMDD.exec(e),i){t=new Date(0),o=parseInt(i[1],10)-1;let a=parseInt(i[2],10);return _c(n,o,a)?(t.setUTCFullYear(n,o,a),t):new Date(NaN)}if(i=ie.Www.exec(e),i)return r=parseInt(i[1],10)-1,yc(r)?fc(n,r):new Date(NaN);if(i=ie.WwwD.exec(e),i){r=parseInt(i[1],10)-1;let a=parseInt(i[2],10)-1;return yc(r,a)?fc(n,r,a):new Date(NaN)}return null}function X0(e){let n,t,o=ie.HH.exec(e);if(o)return n=parseFloat(o[1].replace(",",".")),Yr(n)?n%24*Hr:NaN;if(o=ie.HHMM.exec(e),o)return n=parseInt(o[1],10),t=parseFloat(o[2].replace(",",".")),Yr(n,t)?n%24*Hr+t*mc:NaN;if(o=ie.HHMMSS.exec(e),o){n=parseInt(o[1],10),t=parseInt(o[2],10);let r=parseFloat(o[3].replace(",","."));return Yr(n,t,r)?n%24*Hr+t*mc+r*1e3:NaN}return null}function fc(e,n,t){n=n||0,t=t||0;let o=new Date(0);o.setUTCFullYear(e,0,4);let r=o.getUTCDay()||7,i=n*7+t+1-r;return o.setUTCDate(o.getUTCDate()+i),o}var Q0=[31,28,31,30,31,30,31,31,30,31,30,31],e_=[31,29,31,30,31,30,31,31,30,31,30,31];function hc(e){return e%400===0||e%4===0&&e%100!==0}function _c(e,n,t){if(n<0||n>11)return!1;if(t!=null){if(t<1)return!1;let o=hc(e);if(o&&t>e_[n]||!o&&t>Q0[n])return!1}return!0}function n_(e,n){if(n<1)return!1;let t=hc(e);return!(t&&n>366||!t&&n>365)}function yc(e,n){return!(e<0||e>52||n!=null&&(n<0||n>6))}function Yr(e,n,t){return!(e<0||e>=25||n!=null&&(n<0||n>=60)||t!=null&&(t<0||t>=60))}var t_=/([xXOz]+)|''|'(''|[^'])+('|$)/g;function gc(e,n,t={}){n=String(n);let o=n.match(t_);if(o){let r=no(t.originalDate||e,t);n=o.reduce(function(i,a){if(a[0]==="'")return i;let s=i.indexOf(a),d=i[s-1]==="'",p=i.replace(a,"'"+pc[a[0]](r,a,t)+"'");return d?p.substring(0,s-1)+p.substring(s+1):p},n)}return oc(e,n,t)}function bc(e,n,t){e=no(e,t);let o=Cn(n,e,!0),r=new Date(e.getTime()-o),i=new Date(0);return i.setFullYear(r.getUTCFullYear(),r.getUTCMonth(),r.getUTCDate()),i.setHours(r.getUTCHours(),r.getUTCMinutes(),r.getUTCSeconds(),r.getUTCMilliseconds()),i}function xc(e,n,t,o){return o={...o,timeZone:n,originalDate:e},gc(bc(e,n,{timeZone:o.timeZone}),t,o)}var o_={"":"CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu","Africa/":"Asmara Asmera Timbuktu","America/":"Atikokan Atka Buenos_Aires Catamarca Coral_Harbour Cordoba Ensenada Fort_Wayne Godthab Indianapolis Jujuy Knox_IN Kralendijk Louisville Lower_Princes Marigot Mendoza Montreal Nipigon Nuuk Pangnirtung Porto_Acre Rainy_River Rosario Santa_Isabel Shiprock St_Barthelemy Thunder_Bay Virgin Yellowknife","America/Argentina/":"Buenos_Aires Catamarca ComodRivadavia Cordoba Jujuy Mendoza","America/Indiana/":"Indianapolis","America/Kentucky/":"Louisville","Antarctica/":"South_Pole","Arctic/":"Longyearbyen","Asia/":"Ashkhabad Calcutta Choibalsan Chongqing Chungking Dacca Harbin Ho_Chi_Minh Istanbul Kashgar Kathmandu Katmandu Kolkata Macao Rangoon Saigon Tel_Aviv Thimbu Ujung_Pandang Ulan_Bator Yangon","Atlantic/":"Faeroe Faroe Jan_Mayen","Australia/":"ACT Canberra Currie LHI NSW North Queensland South Tasmania Victoria West Yancowinna","Brazil/":"Acre DeNoronha East West","Canada/":"Atlantic Central Eastern Mountain Newfoundland Pacific Saskatchewan Yukon","Chile/":"Continental EasterIsland","Etc/":"GMT GMT+0 GMT+1 GMT+10 GMT+11 GMT+12 GMT+2 GMT+3 GMT+4 GMT+5 GMT+6 GMT+7 GMT+8 GMT+9 GMT-0 GMT-1 GMT-10 GMT-11 GMT-12 GMT-13 GMT-14 GMT-2 GMT-3 GMT-4 GMT-5 GMT-6 GMT-7 GMT-8 GMT-9 GMT0 Greenwich UCT UTC Universal Zulu","Europe/":"Belfast Bratislava Busingen Kiev Kyiv Mariehamn Nicosia Podgorica San_Marino Tiraspol Uzhgorod Vatican Zaporozhye","Mexico/":"BajaNorte BajaSur General","Pacific/":"Chuuk Enderbury Johnston Kanton Pohnpei Ponape Samoa Truk Yap","US/":"Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain Pacific Samoa"};function vc(){return Object.entries(o_).flatMap(([e,n])=>n.split(" ").map(t=>e+t))}var Kr=2**19*1e3,st=1024,r_=2147483647,wc=new Map,Zr=null,Tc=null;function fn(e){if(typeof e!="string")return null;let n=wc.get(e);if(n!==void 0)return n;if(Zr??=new Set(Intl.supportedValuesOf("timeZone")),Tc??=new Set(vc()),!Zr.has(e)&&!Tc.has(e))return null;let t=Zr.has(e)||i_(e)?{name:e,offsets:a_()}:null;return wc.set(e,t),t}function i_(e){try{return new Intl.DateTimeFormat("en-US",{timeZone:e}),!0}catch{return!1}}function a_(){return{bucket:new Int32Array(st).fill(r_),before:new Int16Array(st),after:new Int16Array(st),change:new Float64Array(st)}}var s_=et-2*864e5,c_=nt+2*864e5;function ne(e,n){let{bucket:t,before:o,after:r,change:i}=e.offsets,a=Math.floor(n/Kr),s=a&st-1;if(t[s]!==a){if(!(n>=s_&&n<=c_))return NaN;l_(e,a,s)}return(n<(i[s]??0)?o[s]:r[s])??0}function l_(e,n,t){let{offsets:o,name:r}=e,i=n*Kr,a=i+Kr-1e3,s=Jr(r,i),d=Jr(r,a);o.bucket[t]=n,o.before[t]=s,o.after[t]=d,o.change[t]=s===d?1/0:d_(r,d,i,a)}function d_(e,n,t,o){let r=t,i=o;for(;i-r>1e3;){let a=r+Math.floor((i-r)/2e3)*1e3;Jr(e,a)===n?i=a:r=a}return i}var p_=et+2*864e5,u_=nt-2*864e5;function Jr(e,n){let t=xc(Math.min(Math.max(n,p_),u_),e,"xxx"),o=V(t,1)*60+V(t,4);return t.startsWith("-")&&o!==0?-o:o}function to(e,n,t="compatible"){let o=ne(e,n-864e5),r=ne(e,n+864e5);return o===r?{epoch:n-o*6e4,offset:o,ambiguity:"none"}:m_(e,n,o,r,t)}function m_(e,n,t,o,r){let i=n-t*6e4,a=n-o*6e4,s=ne(e,i)===t,d=ne(e,a)===o;if(s!==d)return s?{epoch:i,offset:t,ambiguity:"none"}:{epoch:a,offset:o,ambiguity:"none"};let p=s?"overlap":"gap";return r==="reject"?{epoch:null,offset:null,ambiguity:p}:p==="overlap"?r==="later"?{epoch:a,offset:o,ambiguity:p}:{epoch:i,offset:t,ambiguity:p}:r==="earlier"?{epoch:a,offset:t,ambiguity:p}:{epoch:i,offset:o,ambiguity:p}}var Ac=84;function xe(e,n,t){let{wall:o,offset:r,precision:i}=n,a=Ec(e,n)?e:rt(o-r*6e4);return a===null?null:{instant:a,local:f_(e,i)??Sn(o,i==="millisecond"),offset:ot(r),zone:t===null?null:t.name,precision:i,basis:"offset",ambiguity:"none",raw:e}}function Sc(e,n,t){let o=n.wall-n.offset*6e4,r=ne(t,o);if(r===n.offset)return xe(e,n,t);let{precision:i}=n,a=Ec(e,n)?e:rt(o),s=Sn(o+r*6e4,i==="millisecond");return a===null||s===null?null:{instant:a,local:s,offset:ot(r),zone:t.name,precision:i,basis:"offset",ambiguity:"none",raw:e}}function Ec(e,{precision:n,offset:t}){return n==="millisecond"&&t===0&&e.length===24&&e.charCodeAt(10)===Ac}function f_(e,n){return e.charCodeAt(10)!==Ac?null:n==="second"?e.slice(0,19):n==="millisecond"&&Je(e,21)>=0&&Je(e,22)>=0?e.slice(0,23):null}function kc(e,n){return ne(n,e.wall-e.offset*6e4)!==e.offset}function oo(e,n,t,o){let r=rt(n);if(r===null)return null;let i=o===null?null:ne(o,n),a=i===null?null:Sn(n+i*6e4,t==="millisecond");return i!==null&&a===null?null:{instant:r,local:a,offset:i===null?null:ot(i),zone:o===null?null:o.name,precision:t,basis:"epoch",ambiguity:"none",raw:e}}function _n(e,n,t,o,r,i){let{epoch:a,offset:s,ambiguity:d}=to(o,n,i),p=a===null?null:rt(a),_=Sn(a===null?n:a+s*6e4,t==="millisecond");return _===null||a!==null&&p===null?null:{instant:p,local:_,offset:s===null?null:ot(s),zone:o.name,precision:t,basis:p===null?null:r,ambiguity:d,raw:e}}function jc(e,n,t){let o=Sn(n,t==="millisecond");return o===null?null:{instant:null,local:o,offset:null,zone:null,precision:t,basis:null,ambiguity:"none",raw:e}}var Oc=e=>{let n=ce(e);return n?.offset==null?null:xe(e,n,null)},Vr=(e,{reading:n})=>{if(e==null)return null;let t=Oc(e);return t===null&&v(n,"time_unreadable","/CreatedDate","a date-time with an offset"),t},Pc={moveInDate:null,moveInAt:null},__=48,y_=57,Cc=(e,{reading:n})=>{if(e==null)return Pc;let t=e.charCodeAt(0);if(t<__||t>y_)return Pc;let o=ge(e);if(o!==null)return{moveInDate:o,moveInAt:null};let r=Oc(e);return r===null&&v(n,"time_unreadable","/EstimatedDateToMove","a word, a date, or a date-time with an offset"),{moveInDate:null,moveInAt:r}};var yn={Listing:{type:"lead.created",subject:"listing",role:"prospect"},Office:{type:"lead.created",subject:"office",role:"prospect"},BusinessForm:{type:"lead.created",subject:"business_form",role:"prospect"},User:{type:"lead.created",subject:"user",role:"prospect"},EvaluationForm:{type:"lead.created",subject:"evaluation_form",role:"owner"}},ro={LISTING_CREATED:{type:"listing.created",operation:"create"},LISTING_UPDATED:{type:"listing.updated",operation:"update"},LISTING_DELETED:{type:"listing.deleted",operation:"delete"}},io={LISTING_FAILED_TO_CREATE:{type:"listing.change_failed",operation:"create"},LISTING_FAILED_TO_UPDATE:{type:"listing.change_failed",operation:"update"},LISTING_FAILED_TO_DELETE:{type:"listing.change_failed",operation:"delete"}},ao={...ro,...io},Rc={...yn,...ao};var Dc=(e,n)=>({...B,name:e.SenderName??null,email:e.SenderEmail??null,phone:e.SenderPhone??null,role:n}),$r=(e,n)=>({...C,listingId:e??null,externalId:n??null}),h_=e=>{let n=e==null?null:Nt(e);return n===null?null:{amount:n,currency:null,per:"month"}},g_=(e,n)=>{let{NumberResidents:t,HasPets:o,EstimatedDateToMove:r,MonthlyIncome:i,PresentationLetter:a}=e;if(t==null&&o==null&&r==null&&i==null&&a==null)return null;let{moveInDate:s,moveInAt:d}=Cc(r,n);return{...En,moveInDate:s,moveInAt:d,moveInText:r??null,residents:t??null,hasPets:o??null,monthlyIncome:h_(i),letter:a??null}},Ic=(e,n)=>({strength:"provider-id",parts:[e],order:pn(n)}),b_=(e,n)=>{let t=yn[e.EntityType],o=Vr(e.CreatedDate,n),r=g_(e,n),i={provider:"casayes",type:e.EntityType,payload:e,raw:n.raw};return T("lead",t.type,{id:e.LeadReference,occurredAt:o,actor:null,completeness:"snapshot",identity:Ic(e.LeadReference,o),source:i},n,{person:Dc(e,t.role),property:t.subject==="listing"?$r(e.EntityPublicId,e.EntityReference):C,showing:null,lead:{...ue,id:e.LeadReference,isNew:!0,source:e.Source??null,subject:{kind:t.subject,id:e.EntityPublicId??null,reference:e.EntityReference??null},message:e.Message??null,wishes:r,createdAt:o}})},x_=(e,n)=>{let t=ao[e.EventType],o={provider:"casayes",type:e.EventType,payload:e,raw:n.raw};return T("listing",t.type,{id:null,occurredAt:null,actor:null,completeness:"snapshot",identity:ee(null),source:o},n,{property:$r(e.ListingPublicId,e.ListingReference),person:null,listing:{...Bt,id:e.ListingPublicId??null,externalId:e.ListingReference??null,status:e.Status??null,operation:t.operation,success:e.Success??null,errors:e.ErrorMessages??[]}})},v_={LeadReference:f,CreatedDate:c,SenderName:c,SenderEmail:c,SenderPhone:c,ListingPublicId:f,ListingReference:f},w_=u("CasaYesUnknown",v_),T_=e=>{let n=w_.read(e,q(!1));return n===b?{}:n},A_=(e,n)=>{let t=g(e,"EventType")!==void 0,o=t?"EventType":"EntityType",r=e[o],i=T_(e),a=t?null:Vr(i.CreatedDate,n),s=t?null:i.LeadReference??null;return T("unrecognized","unrecognized",{id:s,occurredAt:a,actor:null,completeness:"snapshot",identity:s===null?ee(a):Ic(s,a),source:{provider:"casayes",type:typeof r=="string"?r:"",payload:e,raw:n.raw}},n,{discriminator:`/${o}`,newerType:null,person:t?null:Dc(i,null),property:t?$r(i.ListingPublicId,i.ListingReference):null,showing:null})},Fc=(e,n)=>typeof n=="string"&&Object.hasOwn(e,n),S_=e=>Fc(ao,g(e,"EventType")),E_=e=>g(e,"EventType")===void 0&&Fc(yn,g(e,"EntityType")),Lc=(e,n)=>E_(e)?b_(e,n):S_(e)?x_(e,n):A_(e,n);var hn="OfficeIntegrationSecret",k_=e=>{let n={};for(let t of Object.keys(e))t!==hn&&t!=="__proto__"&&(n[t]=e[t]);return n},Gr=e=>new S(e.name,e.shape,(n,t)=>e.read(Y(n)&&Object.hasOwn(n,hn)?k_(n):n,t)),Xr=new S(z.name,z.shape,(e,n)=>{let t=z.read(e,n);return t===b?b:dr(hn,t)}),co=34,Uc=92,j_=58,P_=44,Wc=32,O_=91,Mc=93,C_=123,Nc=125,R_=e=>{let n=e.charCodeAt(0).toString(16);return`(?:${e}|\\\\u00${n.replace(/[a-f]/,t=>`[${t}${t.toUpperCase()}]`)})`},so=new RegExp(`"${hn.replace(/./g,R_)}"`,"g"),Bc=(e,n)=>{let t=n;for(;e.charCodeAt(t-1)===Uc;)t-=1;return(n-t)%2===1},D_=(e,n)=>{for(let t=e.indexOf(hn,n);t!==-1;t=e.indexOf(hn,t+1)){let o=t+hn.length;if(e.charCodeAt(o)===co&&e.charCodeAt(t-1)===co&&!Bc(e,t-1))return o+1}return-1},I_=(e,n)=>{so.lastIndex=n;for(let t=so.exec(e);t!==null;t=so.exec(e))if(!Bc(e,t.index))return so.lastIndex;return-1},F_=(e,n)=>{for(let t=n+1;t<e.length;t+=1){let o=e.charCodeAt(t);if(o===Uc)t+=1;else if(o===co)return t+1}return e.length},zc=(e,n)=>{let t=n;for(;e.charCodeAt(t)<=Wc;)t+=1;return t},L_=(e,n)=>{let t=0;for(let o=n;o<e.length;o+=1){let r=e.charCodeAt(o);if(r===co)o=F_(e,o)-1;else if(r===C_||r===O_)t+=1;else{if(t===0&&(r===P_||r===Nc||r===Mc||r<=Wc))return o;(r===Nc||r===Mc)&&(t-=1)}}return e.length},M_=e=>e==="null"?e:e.length===1?"0":`"${"*".repeat(e.length-2)}"`,qc=e=>{let n=e.includes("\\u00")?I_:D_,t="",o=0;for(let r=n(e,0);r!==-1;){let i=zc(e,r);if(e.charCodeAt(i)===j_){let a=zc(e,i+1),s=L_(e,a);t+=e.slice(o,a)+M_(e.slice(a,s)),o=s,r=s}r=n(e,r)}return o===0?e:t+e.slice(o)};var lo=e=>Object.keys(e),N_=X("date-time"),z_={EntityType:m(y(lo(yn))),LeadReference:m(f),EntityPublicId:f,EntityReference:f,Source:j(["CasaYes"]),CreatedDate:N_,Message:c,SenderName:c,SenderEmail:c,SenderPhone:c,NumberResidents:ve,HasPets:w,EstimatedDateToMove:j(["Soon","Flexible","ExactDate"]),MonthlyIncome:ve,PresentationLetter:c},U_=u("CasaYesLead",z_),Hc={ListingPublicId:f,ListingReference:f,Success:w,ErrorMessages:x(c),Status:j(["Published","Unpublished","UnpublishedByAdmin"])},W_={EventType:m(y(lo(ro))),...Hc,ListingPublicId:m(f)},B_=Gr(u("CasaYesListingChange",W_)),q_={EventType:m(y(lo(io))),...Hc},H_=Gr(u("CasaYesListingFailure",q_)),ni=(e,n)=>Object.fromEntries(lo(e).map(t=>[t,n])),Qr=ke("CasaYesLead","EntityType",ni(yn,U_),Xr),ei=ke("CasaYesListing","EventType",{...ni(ro,B_),...ni(io,H_)},Xr),Yc=Tn("CasaYesPayload",[ei,Qr],e=>g(e,"EventType")!==void 0?ei:g(e,"EntityType")===void 0?null:Qr,"/EntityType","EntityType or EventType",[{when:[{path:["EventType"],is:"sent"}],codec:ei},{when:[{path:["EntityType"],is:"sent"}],codec:Qr}]);var Zc=Oe({name:"casayes",words:Rc,codec:Yc,normalize:Lc,verify:Os,mask:qc});var Y_=/^[\w!#$%&'*+.^`|~-]+$/,Z_=e=>Object.hasOwn(e,"secrets")||Object.hasOwn(e,"header")||Object.hasOwn(e,"secretFromUrl"),K_=()=>O(D("ProviderUnsigned","a secret of your own, or leave to take unsigned deliveries",{hint:"give `secrets` and the `header` (or `secretFromUrl`) that carries one, or `unsigned: 'accept'`"})),J_=()=>O(D("SecretMissing","the name of the header that carries the secret",{path:"header",hint:"the provider documents no header: give the one agreed on, or `secretFromUrl`"})),Dn=e=>kn({method:e,header:null,scheme:null},(n,t,o)=>{if(!Z_(o))return o.unsigned==="accept"?W(dn("none",null)):K_();let r=Zt(o.secrets);if(R(r))return r;if(Object.hasOwn(o,"secretFromUrl"))return Ps(e,o.secretFromUrl,r.right);let i=o.header;return i==null?J_():typeof i!="string"||!Y_.test(i)?O(D("SecretInvalid","the name of a header",{path:"header"})):Cr(e,i,null,n,r.right)});var Kc=Dn("token");var V_=/^-?(?:0|[1-9]\d{0,11})$/,Jc=e=>{let n=Number(e);return Number.isInteger(n)?oo(e,n*1e3,"second",null):null},$_=e=>{let n=ce(e);return n?.offset!=null?xe(e,n,null):V_.test(e)?Jc(e):null},ti=(e,n,{reading:t})=>{if(e==null)return null;let o=typeof e=="number"?Jc(e):$_(e);return o===null&&v(t,"time_unreadable",n,"a date-time with an offset or whole seconds since 1970"),o},G_=(e,{zone:n,disambiguation:t})=>{let o=ce(e);return o===null?null:o.offset!==null?xe(e,o,null):n===null?jc(e,o.wall,o.precision):_n(e,o.wall,o.precision,n,"assumed-zone",t)},In=(e,n,t)=>{if(e==null)return null;let o=G_(e,t);return o===null?v(t.reading,"time_unreadable",n,"YYYY-MM-DDTHH:MM:SS"):o.ambiguity!=="none"&&o.instant===null&&H(t.reading,"time_ambiguous",n,"a time that the clock shows once"),o},gn=(e,n,{reading:t})=>{if(e==null)return null;let o=ge(e);return o===null&&v(t,"time_unreadable",n,"YYYY-MM-DD"),o};var ct=e=>"event"in e?e.event:e.event_type,oi=(e,n)=>e===null?ee(n):{strength:"provider-id",parts:[e],order:pn(n)},ri=(e,n)=>e.timestamp==null?ti(e.event_timestamp,"/event_timestamp",n):ti(e.timestamp,"/timestamp",n),Ge=(e,n,t,o=null)=>{let r=e.id??null,i=ri(e,t);return{id:r,occurredAt:i,actor:o,completeness:n,identity:oi(r,i),source:{provider:"funnel",type:ct(e),payload:e,raw:t.raw}}},Xe=e=>e.data==null?{data:e.event_data??null,path:"/event_data"}:{data:e.data,path:"/data"};var po="lead",ii={[po]:{type:"lead.updated"}},ai={"renter.created":{type:"lead.created"},"renter.status-change":{type:"lead.status_changed"},"appointment.updated":{type:["showing.updated","showing.completed","showing.no_show","showing.canceled"]}},lt={"lease.move_in":{type:"lease.move_in"},"lease.move_in_canceled":{type:"lease.move_in_canceled"}},dt={"lease_transaction.unit_reserved":{type:"lease.unit_reserved"},"lease_transaction.status_updated":{type:"lease.status_changed"},"lease_transaction.updated":{type:"lease.updated"}},pt={"lease_transaction.unit_released":{type:"lease.unit_released",role:null},"lease_transaction.terms_updated":{type:"lease.terms_updated",role:null},"lease_transaction.fees_updated":{type:"lease.fees_updated",role:null},"lease_transaction.rentable_item_selected":{type:"lease.item_selected",role:null},"lease_transaction.rentable_item_deselected":{type:"lease.item_deselected",role:null},"lease.resident_move_in":{type:"lease.move_in",role:"resident"},"lease.resident_move_in_canceled":{type:"lease.move_in_canceled",role:"resident"},"quote.created":{type:"lease.quote_created",role:null}},Fn={...ai,...lt,...dt,...pt},Vc={...ii,...Fn};var X_=(e,n,t)=>({kind:e.charge_type??null,code:e.pms_identifier??null,amount:e.amount==null?null:{amount:e.amount,currency:null,per:e.charge_type==="Monthly"?"month":null},from:gn(e.start_date,`${n}/start_date`,t),to:gn(e.end_date,`${n}/end_date`,t),description:e.description??null}),Q_=(e,n,t)=>({...$e,moveInDate:gn(e.move_in_date,`${n}/move_in_date`,t),tenantExternalId:e.pms_identifier??null,charges:"charges"in e&&e.charges!=null?e.charges.map((o,r)=>X_(o,`${n}/charges/${String(r)}`,t)):[]}),$c=(e,n)=>{let{data:t,path:o}=Xe(e),r=t===null?$e:Q_(t,o,n),i=lt[ct(e)];return T("lease",i.type,Ge(e,"partial",n),n,{person:B,property:{...C,communityExternalId:t?.community_pms_identifier??null},lease:r})},Gc=e=>({...C,unitId:e.unit_id??null,communityId:e.community_id??null,externalId:e.unit_pms_identifier??null,communityExternalId:e.community_pms_identifier??null}),Xc=(e,n)=>({...B,role:n,id:e?.client_id??null}),Qc=e=>({...$e,id:e.lease_id??null,transactionId:e.lease_transaction_id??null,transactionType:e.lease_transaction_type??null,clientId:e.client_id??null,tenantExternalId:e.tenant_pms_identifier??null,guestCardExternalId:e.guestcard_pms_identifier??null}),ey=e=>({...Qc(e),status:e.current_status??null,previousStatus:e.previous_status??null,updateType:e.update_type??null}),el=(e,n)=>{let{data:t}=Xe(e),o=dt[ct(e)];return T("lease",o.type,Ge(e,"partial",n),n,{person:Xc(t,null),property:t===null?C:Gc(t),lease:t===null?$e:ey(t)})},ny=e=>{let n=typeof e=="string"||typeof e=="number"?Nt(e):null;return n===null?null:{amount:n,currency:null,per:null}},si=e=>typeof e=="string"?ge(e):null,ty=e=>typeof e=="string"?e===""?null:e:typeof e=="number"&&Number.isSafeInteger(e)?String(e):null,oy=e=>({...Qc(e),startDate:si(e.lease_start),endDate:si(e.lease_end),moveInDate:si(e.move_in_date),rent:ny(e.price)}),nl=(e,n)=>{let{data:t}=Xe(e),o=pt[ct(e)];return T("lease",o.type,Ge(e,"partial",n),n,{person:Xc(t,o.role),property:t===null?C:{...Gc(t),unitNumber:ty(t.unit_number)},lease:t===null?$e:oy(t)})};var ry=X("date-time"),Ln=new S("a date-time or seconds since 1970",{kind:"choice",members:[ry,P],discriminator:null},(e,n)=>typeof e=="string"?e:P.read(e,n)),ut=X("YYYY-MM-DDTHH:MM:SS"),Mn=X("date");var iy={charge_type:j(["Monthly"]),pms_identifier:f,start_date:Mn,end_date:Mn,amount:ve,description:c},ay=u("FunnelCharge",iy),tl={move_in_date:Mn,pms_identifier:f,community_pms_identifier:f},sy={...tl,charges:x(ay)},ol=u("FunnelMoveIn",sy),rl=u("FunnelMoveInCanceled",tl),uo={lease_transaction_id:f,lease_transaction_type:j(["Application","Lease Revision","Renewal","Notice to Vacate","Lease Confirmation","Transfer"]),client_id:f,guestcard_pms_identifier:f,tenant_pms_identifier:f,unit_id:f,unit_pms_identifier:f,community_id:f,community_pms_identifier:f,lease_id:f},il=u("FunnelReservation",uo),cy={...uo,current_status:j(["Submitted","Approved"]),previous_status:j(["Submitted","Approved"])},al=u("FunnelStatusUpdate",cy),ly={...uo,update_type:j(["Dependent added","CoApplicant invited","Guarantor invited","Occupant invited","Applicant Signed Lease"])},sl=u("FunnelTransactionUpdate",ly),dy=e=>new S(e.name,e.shape,(n,t)=>{let{foreign:o}=t;t.foreign="keep";let r=e.read(n,t);return t.foreign=o,r}),cl=dy(u("FunnelOpenTransaction",uo));var py={first_name:c,last_name:c,email:c,phone_1:c,phone_2:c,sms_opt_in:w},ci=u("FunnelPerson",py),uy={nestio_unit_id:f,property_address:c,property_internal_id:f,unit_number:c,unit_internal_id:f},my=u("FunnelFlatListing",uy),fy={funnel_unit_id:f,property_address:c,property_internal_id:f},_y=u("FunnelListing",fy),yy={message:c,received_at:ut,message_type:j(["ILS"])},hy=u("FunnelMessage",yy),gy={name:c,email:c,nestio_agent_id:f},by=u("FunnelAgent",gy),ll={people:x(ci),lead_source:c,move_in_date:Mn,created_at:ut,messages:x(hy)},xy={nestio_client_id:m(f),nestio_team_id:f,...ll,listings:x(my),agents:x(by)},mo=u("FunnelLead",xy),vy={funnel_renter_id:m(f),funnel_community_id:f,status:j(["Prospect"]),...ll,layouts:x(c),listings:x(_y)},dl=u("FunnelRenter",vy),wy={funnel_renter_id:m(f),funnel_team_id:f,status:j(["Applicant"])},pl=u("FunnelStatusChange",wy),Ty={funnel_renter_id:f,funnel_tour_id:m(f),funnel_community_id:f,pms_unit_ids:x(f),tour_type:j(["Guided"]),start:ut,end:ut,status:j(["completed","no-show","cancelled","unknown"])},ul=u("FunnelAppointment",Ty);var Ay={id:f,timestamp:Ln,event_timestamp:Ln,idempotency_key:f},Sy={"renter.created":dl,"renter.status-change":pl,"appointment.updated":ul,"lease.move_in":ol,"lease.move_in_canceled":rl,"lease_transaction.unit_reserved":il,"lease_transaction.status_updated":al,"lease_transaction.updated":sl},Ey=e=>g(Sy,e)??cl,ky=e=>(n,t)=>{let o=t.faultCount,r=e(n,t);return r===b||(g(r,"data")??g(r,"event_data"))!=null?r:(t.faultCount===o&&v(t,"missing","/data","an object"),b)},jy=e=>({kind:"choice",members:[e],discriminator:null,cases:["data","event_data"].map(n=>({when:[{path:[n],is:"said"}],codec:e}))}),Py=(e,n)=>{let t=Ey(e),o=!Object.hasOwn(ai,e),r=u(`FunnelEvent ${e}`,{...Ay,[n]:m(y([e])),id:o?m(f):f,data:t,event_data:t}),{name:i,shape:a,read:s}=r;return o?new S(i,a,s):new S(i,jy(r),ky(s))},fl=e=>ke(`FunnelEvent by ${e}`,e,Object.fromEntries(Object.keys(Fn).map(n=>[n,Py(n,e)])),z),li=fl("event"),di=fl("event_type"),ml=(e,n)=>{let t=g(e,n);return t!=null&&t!==""},fo=e=>ml(e,"event")?"event":ml(e,"event_type")?"event_type":null,_l=Tn("FunnelPayload",[li,di,mo],e=>{let n=fo(e);return n!==null?n==="event"?li:di:g(e,"nestio_client_id")===void 0?null:mo},"/event","one of event, event_type and nestio_client_id",[{when:[{path:["event"],is:"valued"}],codec:li},{when:[{path:["event_type"],is:"valued"}],codec:di},{when:[{path:["nestio_client_id"],is:"sent"}],codec:mo}]);var Oy=(e,n)=>e===null||n===null?e??n:`${e} ${n}`,ui=(e,n)=>{let t=e.first_name??null,o=e.last_name??null;return{name:Oy(t,o),firstName:t,lastName:o,email:e.email??null,phone:e.phone_1??null,otherEmail:null,otherPhone:e.phone_2??null,role:"prospect",id:n,smsOptIn:e.sms_opt_in??null}},yl=(e,n)=>e==null?[]:e.map((t,o)=>ui(t,o===0?n:null)),Cy=e=>({...C,unitId:e.nestio_unit_id??null,unitNumber:e.unit_number??null,externalId:e.unit_internal_id??null,communityExternalId:e.property_internal_id??null,address:e.property_address??null}),Ry=(e,n)=>({...C,unitId:e.funnel_unit_id??null,communityId:n,communityExternalId:e.property_internal_id??null,address:e.property_address??null}),hl=(e,n,t)=>e==null?[]:e.map((o,r)=>({text:o.message??null,receivedAt:In(o.received_at,`${n}/messages/${String(r)}/received_at`,t),kind:o.message_type??null})),gl=(e,n)=>e===null&&(n==null||n.length===0)?null:{...En,moveInDate:e,layouts:n??[]},Dy=e=>e===void 0?null:{kind:"agent",id:e.nestio_agent_id??null,name:e.name??null,raw:null},mi=e=>({...B,role:"prospect",id:e??null}),bl=(e,n)=>{let t=e.nestio_client_id,o=yl(e.people,t),r=e.listings==null?[]:e.listings.map(Cy),i={id:null,occurredAt:null,actor:Dy(e.agents?.[0]),completeness:"snapshot",identity:ee(null),source:{provider:"funnel",type:po,payload:e,raw:n.raw}},a={...ue,id:t,source:e.lead_source??null,people:o,properties:r,messages:hl(e.messages,"",n),wishes:gl(gn(e.move_in_date,"/move_in_date",n),null),createdAt:In(e.created_at,"/created_at",n)};return T("lead",ii[po].type,i,n,{person:o[0]??mi(t),property:r[0]??C,showing:null,lead:a})},Iy=(e,n,t,o,r)=>({...ue,id:e.funnel_renter_id,isNew:!0,source:e.lead_source??null,status:e.status??null,people:o,properties:r,messages:hl(e.messages,n,t),wishes:gl(gn(e.move_in_date,`${n}/move_in_date`,t),e.layouts),createdAt:In(e.created_at,`${n}/created_at`,t)}),xl=(e,n)=>{let{data:t,path:o}=Xe(e),r=t?.funnel_community_id??null,i=t===null?[]:yl(t.people,t.funnel_renter_id),a=(t?.listings??[]).map(d=>Ry(d,r)),s=t===null?ue:Iy(t,o,n,i,a);return T("lead",Fn["renter.created"].type,Ge(e,"snapshot",n),n,{person:i[0]??mi(t?.funnel_renter_id),property:a[0]??{...C,communityId:r},showing:null,lead:s})},Fy=e=>({...ue,id:e?.funnel_renter_id??null,isNew:!1,status:e?.status??null}),vl=(e,n)=>{let t=Xe(e).data;return T("lead",Fn["renter.status-change"].type,Ge(e,"partial",n),n,{person:{...B,id:t?.funnel_renter_id??null},property:C,showing:null,lead:Fy(t)})},pi={completed:{type:"showing.completed",slot:"done"},"no-show":{type:"showing.no_show",slot:"done"},cancelled:{type:"showing.canceled",slot:"dropped"},unknown:{type:"showing.updated",slot:"unknown"}},wl=e=>e!=null&&Object.hasOwn(pi,e)?pi[e]:pi.unknown,Ly=(e,n,t)=>({...re,id:e.funnel_tour_id,leadId:e.funnel_renter_id??null,slot:wl(e.status).slot,mode:e.tour_type==="Guided"?"agent_guided":null,startsAt:In(e.start,`${n}/start`,t),endsAt:In(e.end,`${n}/end`,t),status:e.status??null,unitIds:e.pms_unit_ids??[]}),My=e=>e?.length===1?e[0]??null:null,Tl=(e,n)=>{let{data:t,path:o}=Xe(e);return T("showing",wl(t?.status).type,Ge(e,"snapshot",n),n,{person:mi(t?.funnel_renter_id),property:{...C,communityId:t?.funnel_community_id??null,externalId:My(t?.pms_unit_ids)},showing:t===null?re:Ly(t,o,n)})};var Ny={id:f,timestamp:Ln,event_timestamp:Ln},zy=u("FunnelUnknown",Ny),Uy={funnel_renter_id:f,client_id:f,people:x(ci),funnel_community_id:f,community_id:f,community_pms_identifier:f,unit_id:f,unit_pms_identifier:f},Wy=u("FunnelUnknownData",Uy),Al=(e,n)=>{let t=e.read(n,q(!1));return t===b?null:t},By=e=>{let n=e.funnel_renter_id??e.client_id??null,t=e.people?.[0];return t===void 0?{...B,id:n}:{...ui(t,n),role:null}},qy=e=>({...C,unitId:e.unit_id??null,externalId:e.unit_pms_identifier??null,communityId:e.funnel_community_id??e.community_id??null,communityExternalId:e.community_pms_identifier??null}),Hy=(e,n)=>{let t=fo(e)??"event",o=e[t],r=Al(zy,e)??{},i=Al(Wy,e.data??e.event_data),a=ri(r,n),s=r.id??null;return T("unrecognized","unrecognized",{id:s,occurredAt:a,actor:null,completeness:"snapshot",identity:oi(s,a),source:{provider:"funnel",type:typeof o=="string"?o:"",payload:e,raw:n.raw}},n,{discriminator:`/${t}`,newerType:null,person:i===null?null:By(i),property:i===null?null:qy(i),showing:null})},Yy=e=>{let n=fo(e);return{body:e,word:n===null?null:g(e,n)}},fi=(e,n)=>typeof n=="string"&&Object.hasOwn(e,n),Zy=e=>e.word===null,Ky=e=>fi(dt,e.word),Jy=e=>fi(pt,e.word),Vy=e=>fi(lt,e.word),$y=e=>e.word==="renter.created",Gy=e=>e.word==="renter.status-change",Xy=e=>e.word==="appointment.updated",Sl=(e,n)=>{let t=Yy(e);return Ky(t)?el(t.body,n):Jy(t)?nl(t.body,n):Vy(t)?$c(t.body,n):$y(t)?xl(t.body,n):Gy(t)?vl(t.body,n):Xy(t)?Tl(t.body,n):Zy(t)?bl(t.body,n):Hy(t.body,n)};var El={status:200,headers:{"content-type":"text/plain; charset=utf-8"},body:"Funnel Event Received"};var kl=Oe({name:"funnel",words:Vc,codec:_l,normalize:Sl,verify:Kc,accepted:El});function jl(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}var _i=e=>e?`"${e}" `:"";function yi(e,n=""){if(typeof e!="number")throw new TypeError(_i(n)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(_i(n)+"expected integer >= 0, got "+e);return e}function Nn(e,n,t=""){if(jl(e)&&(n===void 0||e.length===n))return e;n!==void 0&&yi(n,"length");let o=jl(e),r=n!==void 0?` of length ${n}`:"",i=o?`length=${e.length}`:`type=${typeof e}`,a=_i(t)+"expected Uint8Array"+r+", got "+i;throw o?new RangeError(a):new TypeError(a)}function Ol(e){if(typeof e!="function"||typeof e.create!="function")throw new TypeError("expected hash wrapped by utils.createHasher");if(yi(e.outputLen),yi(e.blockLen),e.outputLen<1||e.blockLen<1)throw new Error("hash blockLen / outputLen must be >= 1")}var Qy=(e,n)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((n==="object"?"":`"${n}" `)+"expected object, got type="+typeof e)},Pl=(e,n)=>{Qy(e,n);let t=Object.getPrototypeOf(e);if(t!==Object.prototype&&t!==null)throw new TypeError(`"${n}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${n}.__proto__" is not allowed`)};function zn(e,n=!0){if(e.destroyed)throw new Error("hash was destroyed");if(n&&e.finished)throw new Error("digest() was already called")}function _o(e,n){Nn(e,void 0,"output");let t=n.outputLen;if(!(e.length>=t))throw new RangeError('"output" expected length >= '+t)}function Un(...e){for(let n=0;n<e.length;n++)e[n].fill(0)}function yo(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Se(e,n){return e<<32-n|e>>>n}var eh=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",nh=Array.from({length:256},(e,n)=>n.toString(16).padStart(2,"0"));function Cl(e){if(Nn(e),eh)return e.toHex();let n="";for(let t=0;t<e.length;t++)n+=nh[e[t]];return n}function Rl(e){if(typeof e!="string")throw new TypeError("string expected");let n=new TextEncoder().encode(e);try{return new Uint8Array(n)}finally{Un(n)}}function th(e,n,t="opts"){return Pl(e,"defaults"),n!==void 0&&Pl(n,t),Object.assign(Object.create(null),e,n)}function Dl(e,n={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);n=th({},n,"info");let t=(r,i)=>e(i).update(r).digest(),o=e(void 0);return t.outputLen=o.outputLen,t.blockLen=o.blockLen,t.canXOF=o.canXOF,t.create=r=>e(r),Object.assign(t,n),Object.freeze(t)}var Il=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])});var ho=class{oHash;iHash;blockLen;outputLen;canXOF=!1;finished=!1;destroyed=!1;constructor(n,t){if(Ol(n),Nn(t,void 0,"key"),this.iHash=n.create(),typeof this.iHash.update!="function")throw new Error("expected Hash instance");this.blockLen=this.iHash.blockLen,this.outputLen=this.iHash.outputLen;let o=this.blockLen,r=new Uint8Array(o);r.set(t.length>o?n.create().update(t).digest():t);for(let i=0;i<r.length;i++)r[i]^=54;this.iHash.update(r),this.oHash=n.create();for(let i=0;i<r.length;i++)r[i]^=106;this.oHash.update(r),Un(r)}update(n){return zn(this),this.iHash.update(n),this}digestInto(n){zn(this),_o(n,this),this.finished=!0;let t=n.subarray(0,this.outputLen);this.iHash.digestInto(t),this.oHash.update(t),this.oHash.digestInto(t),this.destroy()}digest(){let n=new Uint8Array(this.oHash.outputLen);return this.digestInto(n),n}_cloneInto(n){n||=Object.create(Object.getPrototypeOf(this),{});let{oHash:t,iHash:o,finished:r,destroyed:i,blockLen:a,outputLen:s,canXOF:d}=this;return n=n,n.finished=r,n.destroyed=i,n.blockLen=a,n.outputLen=s,n.canXOF=d,n.oHash=t._cloneInto(n.oHash),n.iHash=o._cloneInto(n.iHash),n}clone(){return this._cloneInto()}destroy(){this.destroyed=!0,this.oHash.destroy(),this.iHash.destroy()}},Fl=(()=>{let e=((n,t,o)=>new ho(n,t).update(o).digest());return e.create=(n,t)=>new ho(n,t),e})();var oh=e=>e/2**32|0,rh=e=>e>>>0;function Ll(e,n,t,o){let r=oh(t),i=rh(t);e.setUint32(n,o?i:r,o),e.setUint32(n+4,o?r:i,o)}function Ml(e,n,t){return e&n^~e&t}function Nl(e,n,t){return e&n^e&t^n&t}var go=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(n,t,o,r){this.blockLen=n,this.outputLen=t,this.padOffset=o,this.isLE=r,this.buffer=new Uint8Array(n),this.view=yo(this.buffer)}update(n){zn(this),Nn(n);let{view:t,buffer:o,blockLen:r}=this,i=n.length,a=!1;for(let s=0;s<i;){let d=Math.min(r-this.pos,i-s);if(d===r){let p=yo(n);for(;r<=i-s;s+=r)this.process(p,s);a=!0;continue}o.set(s===0&&d===i?n:n.subarray(s,s+d),this.pos),this.pos+=d,s+=d,this.pos===r&&(this.process(t,0),this.pos=0,a=!0)}return this.length+=n.length,a&&this.roundClean(),this}digestInto(n){zn(this),_o(n,this),this.finished=!0;let{buffer:t,view:o,blockLen:r,isLE:i}=this,{pos:a}=this;t[a++]=128,t.fill(0,a),this.padOffset>r-a&&(this.process(o,0),t.fill(0)),Ll(o,r-8,this.length*8,i),this.process(o,0),this.roundClean();let s=n===t?o:yo(n),d=this.outputLen,p=d/4,_=this.get();if(d%4||p>_.length)throw new Error("invalid outputLen");for(let h=0;h<p;h++)s.setUint32(4*h,_[h],i)}digest(){let{buffer:n,outputLen:t}=this;this.digestInto(n);let o=n.slice(0,t);return this.destroy(),o}_cloneIntoMeta(n){let{buffer:t,length:o,finished:r,destroyed:i,pos:a}=this;return n.destroyed=i,n.finished=r,n.length=o,n.pos=a,a&&n.buffer.set(t),n}clone(){return this._cloneInto()}},zl=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var ih=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),Qe=new Uint32Array(64),hi=class extends go{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(n,t){super(64,n,8,!1),this.A=t[0]|0,this.B=t[1]|0,this.C=t[2]|0,this.D=t[3]|0,this.E=t[4]|0,this.F=t[5]|0,this.G=t[6]|0,this.H=t[7]|0}get(){let{A:n,B:t,C:o,D:r,E:i,F:a,G:s,H:d}=this;return[n,t,o,r,i,a,s,d]}set(n,t,o,r,i,a,s,d){this.A=n|0,this.B=t|0,this.C=o|0,this.D=r|0,this.E=i|0,this.F=a|0,this.G=s|0,this.H=d|0}_cloneInto(n){return(n||=new this.constructor).set(...this.get()),this._cloneIntoMeta(n)}process(n,t){for(let h=0;h<16;h++,t+=4)Qe[h]=n.getUint32(t,!1);for(let h=16;h<64;h++){let N=Qe[h-15],se=Qe[h-2],Ze=Se(N,7)^Se(N,18)^N>>>3,ye=Se(se,17)^Se(se,19)^se>>>10;Qe[h]=ye+Qe[h-7]+Ze+Qe[h-16]|0}let{A:o,B:r,C:i,D:a,E:s,F:d,G:p,H:_}=this;for(let h=0;h<64;h++){let N=Se(s,6)^Se(s,11)^Se(s,25),se=_+N+Ml(s,d,p)+ih[h]+Qe[h]|0,ye=(Se(o,2)^Se(o,13)^Se(o,22))+Nl(o,r,i)|0;_=p,p=d,d=s,s=a+se|0,a=i,i=r,r=o,o=se+ye|0}o=o+this.A|0,r=r+this.B|0,i=i+this.C|0,a=a+this.D|0,s=s+this.E|0,d=d+this.F|0,p=p+this.G|0,_=_+this.H|0,this.set(o,r,i,a,s,d,p,_)}roundClean(){Un(Qe)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),Un(this.buffer)}},gi=class extends hi{constructor(){super(32,zl)}};var bo=Dl(()=>new gi,Il(1));var Ul=e=>typeof e=="string"?it(e):e,Wl=(e,n)=>Fl(bo,Ul(e),Ul(n));var ah=32,sh="keep the body as it came: `await request.arrayBuffer()`; in Express `express.raw({ type: '*/*' })` on this route and before `express.json()`; in Fastify a content type parser with `parseAs: 'buffer'`; in Next.js pages `bodyParser: false`",ch=e=>e.kind==="text"?W(e.text):e.kind==="bytes"?W(e.bytes):e.kind==="missing"?O(D("BodyMissing","a body",{hint:"was the body read, and only once, before it got here?"})):O(D("BodyAlreadyParsed","the body as received, as text or bytes",{hint:sh})),lh=(e,n,t)=>Yt(Wl(e,n),t),dh=(e,n,t,o)=>{let r=Pr(o.secrets);if(R(r))return r;let i=Jt(n,e);if(R(i))return i;let a=As(i.right,ah);if(a===null)return O(at(e,i.right,"HeaderMalformed","64 lower-case hex digits"));let s=ch(t);if(R(s))return s;let d=Kt(r.right,p=>lh(p,s.right,a));return d!==null?W(dn("hmac-sha256",d)):O(D("SignatureMismatch","the HMAC-SHA256 of the body",{path:e,hint:"the secret or the body is not the one that was signed; diagnoseSignature tries the usual mistakes"}))},Bl=e=>kn({method:"hmac-sha256",header:e},(n,t,o)=>dh(e,n,t,o));var ql=Bl("propexo-signature");var Wn=j(["APPFOLIO","BUILDIUM","ELISEAI","ENTRATA","FUNNEL","KNOCK","MRI","PROPERTYWARE","PROPERTYWARE_REST","REALPAGE","REALPAGE_RPX","RENTCAFE","RENTMANAGER","RENTVINE","RESMAN","YARDI","YARDI_REST","INTERNAL","SAMPLE1","SAMPLE2"]),ph={ids:f,texts:c,integers:ve,numbers:P,booleans:w,objects:z,textLists:x(c),phoneKinds:j(["FAX","HOME","MOBILE","OTHER","WORK"]),vendors:Wn,unstated:Ue},k=e=>{let n={};for(let[t,o]of Object.entries(e))for(let r of o)n[r]=ph[t];return n},K=k({ids:["id","x_id","property_id","x_property_id","integration_id"],vendors:["integration_vendor"],texts:["created_at","updated_at","last_seen"]});var ae={DATA_NEW:{type:"record.created"},DATA_UPDATE:{type:"record.updated"},SYNC_COMPLETE:{type:"sync.completed",first:!1},FIRST_SYNC_COMPLETE:{type:"sync.completed",first:!0},JOB_SUCCESS:{type:"sync.job_succeeded"},JOB_FAILURE:{type:"sync.job_failed"},WRITE_OPERATION_FAILURE:{type:"sync.write_failed"}},Bn=e=>typeof e=="string"&&Object.hasOwn(ae,e);var bn={job_id:f,root_job_id:f,integration_id:f,job_type:c,vendor:Wn},uh={object:c,integration_id:f},en=u("PropexoMeta",uh),Re=e=>{let n=`"${e}"`,t=Object.keys(ae).filter(o=>o!==e);return new S(n,{kind:"enumeration",values:[e],ignored:t},(o,r)=>o===e?e:(Bn(o)?H(r,"contradiction","",n):v(r,"wrong_kind","",n),b))},xo=e=>e!=null&&e!=="",mt=e=>xo(g(e,"trigger"))?"/trigger":xo(g(g(e,"data"),"event"))?"/data/event":xo(g(e,"event"))?"/event":null,vo=(e,n)=>{switch(n){case"/trigger":return g(e,"trigger");case"/data/event":return g(g(e,"data"),"event");case"/event":return g(e,"event")}},wo=e=>Y(g(e,"diff"))?"DATA_UPDATE":Y(g(e,"payload"))?"DATA_NEW":xo(g(e,"is_sync_finished"))?"SYNC_COMPLETE":null;var mh=k({ids:["invoice_id","construction_job_id"],texts:["notes"],numbers:["amount_due_in_cents","total_amount_in_cents"]}),fh=u("PropexoInvoiceItem",mh),_h={...k({ids:["id","property_id","integration_id"],vendors:["integration_vendor"],texts:["created_at","updated_at","last_seen","due_date","discount_date","invoice_date","invoice_number","notes","post_date","post_month","post_status_raw"],numbers:["amount_due_in_cents","amount_paid_in_cents","discount_amount_in_cents","sub_total_amount_in_cents","total_amount_in_cents"],objects:["custom_data"]}),invoice_items:x(fh)},Hl=u("PropexoInvoice",_h),yh=k({ids:["id","x_id","x_source_id","x_destination_id","financial_account_id","resident_charge_id","resident_payment_id"],texts:["amount_raw","created_at","updated_at","last_seen"],numbers:["amount_in_cents"],objects:["custom_data"]}),Yl=u("PropexoAllocation",yh),hh={...K,...k({ids:["x_gl_account_id","x_location_id","x_lease_id","x_resident_id","x_unit_id","resident_id","financial_account_id"],texts:["amount_raw","due_date","name","description","reference_number","transaction_date","transaction_source"],numbers:["amount_in_cents"],booleans:["is_open"],objects:["custom_data"]}),allocations:x(Yl)},Zl=u("PropexoResidentCharge",hh),gh={...K,...k({ids:["x_gl_account_id","x_location_id","x_lease_id","x_resident_id","x_unit_id","resident_id","financial_account_id"],texts:["payment_method_normalized","payment_method_raw","amount_raw","name","description","reference_number","transaction_date"],numbers:["amount_in_cents"],booleans:["is_open"],objects:["custom_data"]}),allocations:x(Yl)},Kl=u("PropexoResidentPayment",gh);var bh={...K,...k({texts:["bathrooms","bedrooms","building_name","building_number","city","country","floor_plan_code","floor_plan_name","floor","number","state","street_address_1","street_address_2","address_1","address_2","zip","pet_policy"],numbers:["bathrooms_full","bathrooms_half","rent_amount_market_in_cents","rent_amount_max_in_cents","rent_amount_min_in_cents"],integers:["square_feet"],booleans:["is_available","is_furnished","is_listed","is_vacant","pets_allowed","dogs_allowed","cats_allowed"],objects:["custom_data"]}),...k({ids:["floor_plan_id","unit_type_id","x_floor_plan_id","x_unit_type_id"]})},Jl=u("PropexoUnit",bh),xh={...K,...k({ids:["x_unit_id","unit_id"],texts:["available_date","application_url","bathrooms","bedrooms","building_name","building_number","city","country","floor_plan_code","floor_plan_name","floor","lease_term","listing_title","listing_date","marketing_name","notes","number","specials","state","street_address_1","street_address_2","address_1","address_2","property_description","short_description","unit_description","zip","make_ready_date","vacate_date"],numbers:["bathrooms_full","bathrooms_half","deposit_amount_in_cents","rent_amount_in_cents"],integers:["square_feet"],booleans:["is_unit","is_available","is_furnished","is_listed","is_managed_external","is_vacant"],textLists:["image_urls","video_urls"]}),...k({ids:["floor_plan_id","unit_type_id","x_floor_plan_id","x_location_id"],texts:["status_raw"],objects:["custom_data"]})},Vl=u("PropexoListing",xh);var vh={...K,...k({ids:["x_location_id","x_unit_id"],texts:["status"],objects:["custom_data"]})},$l=u("PropexoApplication",vh),wh={...k({ids:["applicant_id","application_id"],texts:["status","status_raw"]}),status_normalized:j(["APPROVED","DENIED","CANCELED","OTHER","PENDING"])},To=u("PropexoApplicantToApplication",wh),Th=k({ids:["id","lease_id"],texts:["created_at","updated_at","last_seen","name"]}),Ah=u("PropexoLeaseService",Th),Sh={...K,...k({ids:["x_resident_id","x_unit_id","unit_id"],texts:["application_date","deposit_amount","deposit_date","end_date","realized_move_in_date","realized_move_out_date","rent_due_date","scheduled_move_in_date","scheduled_move_out_date","signature_date","start_date","status","status_raw","term","type","unit_number"],numbers:["deposit_amount_in_cents","rent_amount_in_cents","rent_amount_market_in_cents"],integers:["rent_due_day"],objects:["custom_data"]}),status_normalized:j(["ACTIVE","INACTIVE","OTHER","PENDING","EVICTED"]),services:x(Ah),...k({texts:["balance_amount_raw","past_due_balance_raw","write_off_amount_raw"],numbers:["balance_amount_in_cents","past_due_balance_in_cents","write_off_amount_in_cents"],unstated:["residents_meta_data"]})},Gl=u("PropexoLease",Sh),Eh={...K,...k({ids:["x_leasing_agent_id","x_type_id","x_location_id"],texts:["event_name","event_datetime","appointment_datetime","type_raw","notes","agent_name","reasons_for_event"]}),...k({unstated:["associated_applicant_ids","associated_lead_ids","associated_resident_ids"]})},Xl=u("PropexoEvent",Eh);var kh=k({ids:["vendor_id"]}),jh=u("PropexoServiceRequestVendor",kh),Ph=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","name"]}),Oh=u("PropexoServiceRequestEmployee",Ph),Ch={...K,...k({ids:["x_location_id","x_unit_id","x_sub_task_id","unit_id","employee_id"],texts:["access_notes","building","completion_notes","date_completed","date_created","date_due","date_scheduled","notes","service_category","service_description","service_details","service_priority","status_raw","vendor_notes","unit_number"],booleans:["access_is_authorized"]}),vendors:x(jh),employees:x(Oh)},Ql=u("PropexoServiceRequest",Ch),Rh=k({texts:["address_1","address_2","city","country","state","zip","phone","phone_type","email","name"],booleans:["is_primary"]}),Dh=u("PropexoVendorContact",Rh),Ih={...K,...k({ids:["x_location_id","tax_id","third_party_id"],texts:["account_number","name","notes","type"],booleans:["is_active"],objects:["custom_data"]}),contacts:x(Dh)},ed=u("PropexoVendor",Ih);var Fh={...K,...k({ids:["x_building_id"],texts:["x_created_at","building_number","city","country","county","manager_email","manager_name","manager_phone_1","manager_phone_2","name","state","street_address_1","street_address_2","address_1","address_2","type","type_raw","website","zip"],phoneKinds:["manager_phone_1_type","manager_phone_2_type"],integers:["number_of_units","square_footage","square_feet","year_built"],booleans:["is_active"],objects:["custom_data"]}),type_normalized:j(["SINGLE_FAMILY","MULTI_FAMILY","STUDENT_HOUSING","VACATION","COMMERCIAL","OTHER"]),...k({texts:["code","long_description","notes","short_description"],unstated:["associated_owner_ids","office_hours","pet_types"]})},nd=u("PropexoProperty",Fh),Lh={...K,...k({ids:["x_location_id"],texts:["name","friendly_name","ndt_username","broadcast_username"],booleans:["is_main","is_twa_enabled","is_owa_enabled","is_echeck_enabled"]})},td=u("PropexoLocation",Lh),Mh=k({ids:["amenity_id","unit_id"]}),Nh=u("PropexoAmenityUnit",Mh),zh={...K,...k({ids:["x_listing_id","x_parent_amenity_id","x_unit_id"],texts:["name","description"],numbers:["cost_in_cents"],objects:["custom_data","meta_data"],textLists:["image_urls"]}),name_normalized:c,units:x(Nh)},od=u("PropexoAmenity",zh);var Uh=k({ids:["id","x_id"],texts:["created_at","last_seen","status_raw","screening_date"]}),rd=u("PropexoScreening",Uh),Wh={...K,...k({ids:["x_guestcard_id","x_leasing_agent_id","x_unit_id","x_lead_source_id","desired_floor_plan_id"],texts:["x_created_at","x_updated_at","address_1","address_2","city","country","date_of_birth","desired_amenities","desired_floor_plan_name","desired_lease_term_in_months","desired_unit_number","desired_unit_type","email_1","email_2","first_name","ils","last_name","lead_source","leasing_agent","middle_name","notes","pet_details","phone_1_type","phone_1","phone_2_type","phone_2","state","status","target_move_in_date","zip"],numbers:["desired_max_rent_in_cents","desired_max_square_ft","desired_min_rent_in_cents","desired_min_square_ft","desired_num_bathrooms"],integers:["desired_num_bedrooms","number_of_occupants"],objects:["custom_data"]}),screenings:x(rd),...k({ids:["lead_source_id","unit_id_preferred","x_unit_id_preferred"],unstated:["pets"]})},id=u("PropexoLead",Wh),Bh=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","breed","color","gender_raw","name","notes","type"],booleans:["is_declawed","is_fixed","is_service_animal","is_trained","is_vaccinated"],objects:["custom_data"],unstated:["age_in_years","weight_in_pounds"]}),qh=u("PropexoApplicantPet",Bh),Hh={...K,...k({ids:["x_unit_id","x_lease_id","x_lead_id"],texts:["address_1_alternate","address_1","address_2_alternate","address_2","city_alternate","city","country_alternate","country","date_of_birth","email_1","email_2","first_name","last_name","middle_name","notes","phone_1","phone_2","state_alternate","state","zip_alternate","zip"],phoneKinds:["phone_1_type","phone_2_type"],objects:["custom_data"]}),applications:x(To),pets:x(qh),screenings:x(rd),...k({ids:["unit_id_preferred","x_unit_id_preferred"],texts:["type_normalized","type_raw"],unstated:["self_reported_income"]})},ad=u("PropexoApplicant",Hh);var Yh=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","name","type","breed","gender_raw","notes"],booleans:["is_fixed","is_service_animal"],objects:["custom_data"],unstated:["age_in_years","weight_in_pounds"]}),Zh=u("PropexoResidentPet",Yh),Kh=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","make","model","color","license_plate_number","license_plate_state","notes"],objects:["custom_data"],unstated:["year"]}),Jh=u("PropexoVehicle",Kh),Vh={...k({ids:["id","x_id","integration_id","property_id","x_lease_id"],vendors:["integration_vendor"],texts:["created_at","updated_at","last_seen","address_1_alternate","address_1","address_2_alternate","address_2","city_alternate","city","country_alternate","country","date_of_birth","email_1","email_2","first_name","last_name","middle_name","notes","phone_1","phone_2","state_alternate","state","zip_alternate","zip"],phoneKinds:["phone_1_type","phone_2_type"],numbers:["balance_in_cents","late_balance_in_cents"],booleans:["is_employee"],objects:["custom_data"]}),pets:x(Zh),vehicles:x(Jh),...k({unstated:["leases_meta_data"]})},sd=u("PropexoResident",Vh),$h={...k({ids:["lease_id","resident_id"],texts:["x_resident_type","move_in_date","move_out_date","notice_date"]}),resident_type_normalized:j(["PRIMARY","SECONDARY","GUARANTOR","OTHER"])},cd=u("PropexoResidentToLease",$h),Gh={...K,...k({ids:["x_location_id"],texts:["name"]})},ld=u("PropexoEmployee",Gh);var Ao={amenities:{entity:"amenity",codec:od},applicants:{entity:"applicant",codec:ad},applicants_to_applications:{entity:null,codec:To},applications:{entity:"application",codec:$l},employees:{entity:"employee",codec:ld},events:{entity:"event",codec:Xl},invoices:{entity:"invoice",codec:Hl},leads:{entity:"lead",codec:id},leases:{entity:"lease",codec:Gl},listings:{entity:"listing",codec:Vl},locations:{entity:"location",codec:td},properties:{entity:"property",codec:nd},resident_charges:{entity:"charge",codec:Zl},resident_payments:{entity:"payment",codec:Kl},residents:{entity:"resident",codec:sd},residents_to_leases:{entity:null,codec:cd},service_request_vendors:{entity:"vendor",codec:ed},service_requests:{entity:"service_request",codec:Ql},units:{entity:"unit",codec:Jl}},bi={accounting_entities:null,address_types:null,ap_codes:null,ap_codes_to_construction_job:null,applicant_pets:"pet",applicants_to_events:null,applicants_to_rentable_items:null,application_statuses:null,call_logs:"call",charge_code_types:null,charge_code_types_to_charge_timings:null,charge_codes:null,charge_timings:null,concessions:"concession",construction_job_details:null,construction_jobs:"construction_job",contract_details:null,contracts:"contract",crm_agents:"agent",crm_amenities:"amenity",crm_attributions:null,crm_communities:"property",crm_communities_to_agents:null,crm_communities_to_attributions:null,crm_events:"event",crm_listings:"listing",crm_pet_policies:null,crm_prospects:"lead",deposit_summaries:null,deposits:"deposit",entrata_lease_periods:null,entrata_unit_types:null,entrata_vendor_locations:null,event_results:null,event_results_to_event_types:null,event_sub_types:null,event_types:null,fees:"fee",file_types:null,financial_accounts:null,floor_plans:"floor_plan",integration_configuration_meta_data:null,inventory_items:null,invoice_items:null,lead_pets:"pet",lead_relationships:null,lead_sources:null,leads_to_events:null,leads_to_rentable_items:null,lease_services:null,lease_transfers:null,note_categories:null,owners:"owner",owners_to_properties:null,payable_register_items:null,payable_registers:null,pet_types:null,property_lists:null,property_lists_to_properties:null,property_office_hours:null,purchase_order_items:null,purchase_order_items_to_invoices:null,purchase_orders:"purchase_order",recurring_resident_charges:"charge",rentable_items:null,rentvine_application_templates:null,resident_allocations:null,resident_insurance:null,resident_pets:"pet",resident_vehicles:"vehicle",residents_to_events:null,residents_to_rentable_items:null,screenings:"screening",service_request_access_contacts:null,service_request_categories:null,service_request_locations:null,service_request_notes:null,service_request_priorities:null,service_request_problems:null,service_request_statuses:null,service_request_vendor_categories:null,service_request_vendor_contacts:null,service_request_vendors_insurance:null,service_request_vendors_to_properties:null,service_requests_to_employees:null,service_requests_to_vendors:null,timezones:null,transactions:"transaction",unit_details:null,unit_pricing:null,units_to_amenity:null,vendor_insurance_coverage_types:null,vendor_insurance_policy_types:null,vendor_payment_types:null},ft=e=>[e,e.replaceAll("_","-")],Xh=new Map([...Object.entries(Ao).map(([e,{entity:n,codec:t}])=>({name:e,entity:n,codec:t})),...Object.entries(bi).map(([e,n])=>({name:e,entity:n,codec:null}))].flatMap(e=>ft(e.name).map(n=>[n,e]))),Ee=e=>Xh.get(e)??{name:e.replaceAll("-","_"),entity:null,codec:null};var _t=(e,n)=>e.filter(t=>t!=null&&t!=="").join(n)||null,yt=(e,n,{pointer:t,reading:o})=>e==null?null:Number.isSafeInteger(e)?{amount:e,currency:null,per:null}:(v(o,"wrong_kind",`${t}/${n}`,"whole cents"),null);var qn=(e,{propertyId:n})=>{let t=e.property_id??n,o=e.x_property_id??null;return t===null&&o===null?null:{...C,id:t,externalId:o}},xi=(e,n)=>{let t=e.address_1??e.street_address_1;if(n||t==null)return null;let o=_t([e.state,e.zip]," ");return _t([t,e.address_2??e.street_address_2,e.city,o],", ")},So=e=>{if(e==null)return null;let n=P.read(e,q(!1));return n===b?null:n},dd=e=>{let{bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a}=e;return n===null&&t===null&&o===null&&r===null&&i===null&&a===null?null:e},pd=(e,n)=>({...C,id:e.property_id??n.propertyId,externalId:e.x_property_id??null,unitId:n.recordId,unitNumber:e.number??null,address:xi(e,n.isDiff),facts:dd({...ln,bedrooms:So(e.bedrooms),bathrooms:So(e.bathrooms),rent:yt(e.rent_amount_market_in_cents,"rent_amount_market_in_cents",n),squareFeet:e.square_feet??null,cats:e.cats_allowed??null,dogs:e.dogs_allowed??null})}),ud=(e,n)=>({...C,id:e.property_id??n.propertyId,externalId:e.x_property_id??null,listingId:n.recordId,unitId:e.unit_id??null,unitNumber:e.number??null,address:xi(e,n.isDiff),facts:dd({...ln,bedrooms:So(e.bedrooms),bathrooms:So(e.bathrooms),rent:yt(e.rent_amount_in_cents,"rent_amount_in_cents",n),squareFeet:e.square_feet??null})}),md=(e,n)=>({...C,id:n.recordId,externalId:e.x_property_id??null,address:xi(e,n.isDiff),name:e.name??null}),fd=(e,n)=>{let t=qn(e,n),{unit_id:o,unit_number:r}=e;return o==null&&r==null?t:{...t??C,unitId:o??null,unitNumber:r??null}};var Qh="T00:00:00.000Z",_d=10,Hn=(e,n,{pointer:t,reading:o})=>{if(e==null)return null;let r=e.slice(0,_d),i=e.slice(_d);if((i===""||i===Qh||i==="T00:00:00Z")&&ge(r)!==null)return r;let a="a day, or midnight in UTC";return ce(e)===null?v(o,"time_unreadable",`${t}/${n}`,a):H(o,"time_ambiguous",`${t}/${n}`,a),null},eg=(e,n)=>{for(let t of["status_normalized","status_raw","status"]){let o=e[t];if(o==null)continue;let r=n===null?null:g(n,t);return{status:o,previousStatus:typeof r=="string"&&r!==""?r:null}}return{status:null,previousStatus:null}},yd=(e,n)=>{let t=Hn(e.realized_move_in_date,"realized_move_in_date",n),o=Hn(e.scheduled_move_in_date,"scheduled_move_in_date",n),r=Hn(e.realized_move_out_date,"realized_move_out_date",n),i=Hn(e.scheduled_move_out_date,"scheduled_move_out_date",n),{status:a,previousStatus:s}=eg(e,n.previous);return{...$e,id:n.recordId,status:a,previousStatus:s,startDate:Hn(e.start_date,"start_date",n),endDate:Hn(e.end_date,"end_date",n),moveInDate:t??o,moveOutDate:r??i,rent:yt(e.rent_amount_in_cents,"rent_amount_in_cents",n),tenantExternalId:e.x_resident_id??null}};var ng=(e,n)=>{let{first_name:t,middle_name:o,last_name:r}=e;return n&&(t==null||r==null)?null:_t([t,o,r]," ")},Eo=(e,n,{recordId:t,isDiff:o})=>({...B,name:ng(n,o),firstName:n.first_name??null,lastName:n.last_name??null,email:n.email_1??null,phone:n.phone_1??null,otherEmail:n.email_2??null,otherPhone:n.phone_2??null,role:e,id:t});var tg=(e,n)=>({person:null,property:qn(e,n),lease:null}),hd={leads:(e,n)=>({person:Eo("prospect",e,n),property:qn(e,n),lease:null}),applicants:(e,n)=>({person:Eo("applicant",e,n),property:qn(e,n),lease:null}),residents:(e,n)=>({person:Eo("resident",e,n),property:qn(e,n),lease:null}),units:(e,n)=>({person:null,property:pd(e,n),lease:null}),listings:(e,n)=>({person:null,property:ud(e,n),lease:null}),properties:(e,n)=>({person:null,property:md(e,n),lease:null}),leases:(e,n)=>({person:null,property:fd(e,n),lease:yd(e,n)})},og=e=>Object.hasOwn(hd,e),rg={},ht=({name:e,codec:n},t,o)=>og(e)?hd[e](t,o):tg(n===null?rg:t,o);var gd=new WeakMap,ig=e=>new S(e.name,e.shape,(n,t)=>{let o={...t,owned:!1},r=e.read(n,o);return t.issueCount=o.issueCount,t.faultCount=o.faultCount,r!==b&&r!==n&&Y(n)&&gd.set(r,n),r}),ko=e=>{let n=ig(e);return u(`Diff of ${e.name}`,{new:n,previous:n})},vi=e=>{let n=gd.get(e);if(n===void 0)return e;let t=z.read(n,q(!1));return t===b?{}:t};var bd={},xd=(e,n)=>Object.hasOwn(e,n)?e[n]:void 0,vd=(e,n,t)=>{let o=xd(e,t),i=o!=null&&typeof o!="object"||e===n?o:xd(n,t);return i===void 0||i===""?null:i},wd=e=>{let n=e.new??bd,t=e.previous??bd,o=vi(n),r=vi(t),i=Object.keys(o);for(let a of Object.keys(r))Object.hasOwn(o,a)||i.push(a);return i.sort().map(a=>({field:a,previous:vd(t,r,a),new:vd(n,o,a)}))},Td=e=>e.some(({field:n})=>n==="last_seen")&&e.every(({field:n})=>n==="last_seen"||n==="updated_at");var Yn=(e,n,t,o)=>({id:null,occurredAt:null,actor:null,completeness:t,identity:ee(null),source:{provider:"propexo",type:e,payload:n,raw:o.raw}}),jo=({job_id:e,root_job_id:n,job_type:t})=>e==null&&n==null&&t==null?null:{id:e??null,rootId:n??null,kind:t??null},gt=(e,{pointer:n,meta:t},o)=>{let r=t?.integration_id;return e!=null&&r!=null&&e!==r&&H(o.reading,"contradiction","/meta/integration_id",`the value of ${n}/integration_id`),e??r??null},Ad=(e,{pointer:n,meta:t},o)=>{if(!("object"in e))return e.meta.object;let r=e.object,i=t?.object;return i!=null&&i!==r&&Ee(i).name!==Ee(r).name&&H(o.reading,"contradiction","/meta/object",`the model in ${n}/object`),r},Sd=e=>{let n=g(e,"property_id");return typeof n=="string"&&n!==""?n:null},Ed=(e,n,t,o,r)=>{let{name:i,entity:a}=Ee(n);return{id:e.record_id,model:i,modelRaw:n,entity:a,fields:r.fields,changes:r.changes,touchedOnly:r.touchedOnly,context:e.context??null,integrationId:gt(e.integration_id,t,o),vendor:e.vendor??null,job:jo(e)}},ag=e=>e,kd=(e,n,t,o)=>{let r=Ad(e,t,o),i=e.payload??null,a=Ed(e,r,t,o,{fields:i===null?null:ag(i),changes:null,touchedOnly:null}),{person:s,property:d,lease:p}=ht(Ee(r),i??{},{recordId:e.record_id,previous:null,isDiff:!1,propertyId:Sd(e.context),pointer:`${t.pointer}/payload`,reading:o.reading});return T("record",ae.DATA_NEW.type,Yn("DATA_NEW",n,"partial",o),o,{record:a,person:s,property:d,lease:p})},jd=(e,n,t,o)=>{let r=Ad(e,t,o),i=e.diff??null,a=i===null?null:wd(i),s=Ed(e,r,t,o,{fields:null,changes:a,touchedOnly:a===null?null:Td(a)}),{person:d,property:p,lease:_}=ht(Ee(r),i?.new??{},{recordId:e.record_id,previous:i?.previous??null,isDiff:!0,propertyId:Sd(e.context),pointer:`${t.pointer}/diff/new`,reading:o.reading});return T("record",ae.DATA_UPDATE.type,Yn("DATA_UPDATE",n,"diff",o),o,{record:s,person:d,property:p,lease:_})};var wi=(e,n,t,o,r,i)=>{let a=gt(n.integration_id,o,i);return T("sync",ae[e].type,Yn(e,t,"snapshot",i),i,{sync:{...qt,first:r?ae[e].first:null,finished:n.is_sync_finished??null,backfill:n.is_backsync??null,succeededJobs:n.successful_job_count??null,failedJobs:n.failed_job_count??null,scheduleId:n.job_schedule_id??null,models:(n.models_synced??[]).map(s=>Ee(s).name),integrationId:a,vendor:n.vendor??null}})},Ti=(e,n,t,o,r)=>{let i=gt(n.integration_id,o,r);return T("sync",ae[e].type,Yn(e,t,"snapshot",r),r,{sync:{...qt,integrationId:i,vendor:n.vendor??null,job:jo(n)}})},Pd=(e,n,t,o)=>{let r="WRITE_OPERATION_FAILURE",i=gt(e.integration_id,t,o);return T("sync",ae[r].type,Yn(r,n,"snapshot",o),o,{sync:{...qt,writeStatus:e.write_status??null,errors:e.errors??[],integrationId:i,vendor:e.vendor??null,job:jo(e)}})};var sg=(e,n,t)=>{let o="data"in e?e.data:e,r="meta"in e?e.meta??null:null,i={pointer:"data"in e?"/data":"",meta:r};switch(n??wo(e)){case"DATA_NEW":return kd(o,e,i,t);case"DATA_UPDATE":return jd(o,e,i,t);case"JOB_SUCCESS":return Ti("JOB_SUCCESS",o,e,i,t);case"JOB_FAILURE":return Ti("JOB_FAILURE",o,e,i,t);case"WRITE_OPERATION_FAILURE":return Pd(o,e,i,t);case"FIRST_SYNC_COMPLETE":return wi("FIRST_SYNC_COMPLETE",o,e,i,!0,t);default:return wi("SYNC_COMPLETE",o,e,i,n!==null,t)}},Ai=e=>typeof e=="string"&&e!==""?e:null,cg={},lg=e=>{let n=g(e,"data"),t=Y(n)?n:e,o=g(t,"object")??g(g(e,"meta"),"object"),r=Ee(Ai(o)??""),i=q(!1),a=r.codec?.read(g(t,"payload"),i)??b;return ht(a===b?Ee(""):r,a===b?cg:a,{recordId:Ai(g(t,"record_id")),previous:null,isDiff:!1,propertyId:Ai(g(g(t,"context"),"property_id")),pointer:"",reading:i})},dg=(e,n,t)=>{let{person:o,property:r}=lg(e);return T("unrecognized","unrecognized",{id:null,occurredAt:null,actor:null,completeness:"partial",identity:ee(null),source:{provider:"propexo",type:n,payload:e,raw:t.raw}},t,{discriminator:mt(e),newerType:null,person:o,property:r,showing:null})},Od=(e,n)=>{let t=mt(e),o=t===null?null:vo(e,t);return o===null||Bn(o)?sg(e,o,n):dg(e,typeof o=="string"?o:"",n)};var Zn={...bn,record_id:m(f),context:z},pg=Object.keys(bi).flatMap(e=>ft(e)),Si=j(pg),ug=new S(Si.name,Si.shape,Si.read),Cd=e=>{let n={};for(let[t,{codec:o}]of Object.entries(Ao)){let r=ft(t),i=e(o.name,y(r),o);for(let a of r)n[a]=i}return{byName:n,untyped:e("other models",ug,z)}},Po=(e,n)=>{let{byName:t,untyped:o}=Cd(n);return ke(e,"object",t,o)},Rd=(e,n)=>{let{byName:t,untyped:o}=Cd(n),r=new Map(Object.entries(t)),i=[...new Set(r.values()),o],a=["meta","object"],s=[...Object.keys(Ao).map(d=>({when:[{path:a,is:ft(d)}],codec:r.get(d)??o})),{when:[],codec:o}];return new S(e,{kind:"choice",members:i,discriminator:null,cases:s},(d,p)=>{let _=g(g(d,"meta"),"object");return(typeof _=="string"?r.get(_)??o:o).read(d,p)})},Dd=e=>m(u("PropexoMeta",{object:m(e),integration_id:f})),Id=Po("PropexoNew",(e,n,t)=>u(`New ${e} in data`,{...Zn,event:Re("DATA_NEW"),object:m(n),payload:t})),Fd=Po("PropexoNamedNew",(e,n,t)=>u(`New ${e}`,{...Zn,event:m(Re("DATA_NEW")),object:m(n),meta:en,payload:t})),Ei=Rd("PropexoSimplifiedNew",(e,n,t)=>u(`New ${e}, simplified`,{...Zn,event:Re("DATA_NEW"),meta:Dd(n),payload:m(t)})),Ld=Po("PropexoUpdate",(e,n,t)=>u(`Update of ${e} in data`,{...Zn,event:Re("DATA_UPDATE"),object:m(n),diff:ko(t)})),Md=Po("PropexoNamedUpdate",(e,n,t)=>u(`Update of ${e}`,{...Zn,event:m(Re("DATA_UPDATE")),object:m(n),meta:en,diff:ko(t)})),ki=Rd("PropexoSimplifiedUpdate",(e,n,t)=>u(`Update of ${e}, simplified`,{...Zn,event:Re("DATA_UPDATE"),meta:Dd(n),diff:m(ko(t))}));var vt={integration_id:f,vendor:Wn,is_backsync:w,successful_job_count:P,failed_job_count:P,is_sync_finished:w,job_schedule_id:f,models_synced:x(c)},Nd={integration_id:f,vendor:Wn,root_job_id:f,write_status:j(["PARTIAL_SUCCESS","FAILURE"]),errors:x(c)},mg={...vt,is_sync_finished:m(w)},ji=u("PropexoUnnamedSync",mg),bt=(e,n)=>u(`${e} in data`,{...n,event:Re(e)}),xt=(e,n)=>u(e,{...n,event:m(Re(e)),meta:en}),zd={SYNC_COMPLETE:bt("SYNC_COMPLETE",vt),FIRST_SYNC_COMPLETE:bt("FIRST_SYNC_COMPLETE",vt),JOB_SUCCESS:bt("JOB_SUCCESS",bn),JOB_FAILURE:bt("JOB_FAILURE",bn),WRITE_OPERATION_FAILURE:bt("WRITE_OPERATION_FAILURE",Nd)},Ud={SYNC_COMPLETE:xt("SYNC_COMPLETE",vt),FIRST_SYNC_COMPLETE:xt("FIRST_SYNC_COMPLETE",vt),JOB_SUCCESS:xt("JOB_SUCCESS",bn),JOB_FAILURE:xt("JOB_FAILURE",bn),WRITE_OPERATION_FAILURE:xt("WRITE_OPERATION_FAILURE",Nd)};var fg={DATA_NEW:Id,DATA_UPDATE:Ld,...zd},Wd={DATA_NEW:Fd,DATA_UPDATE:Md,...Ud},_g=e=>({wrapped:u(`${e} wrapped`,{trigger:m(y([e])),data:m(fg[e]),meta:en}),untriggered:u(`${e} in data alone`,{data:m(Wd[e]),meta:en}),flat:Wd[e]}),yg=Object.keys(ae),Bd=new Map(yg.map(e=>[e,_g(e)])),Oi={DATA_NEW:Ei,DATA_UPDATE:ki},hg=e=>g(e,"object")===void 0&&g(g(e,"meta"),"object")!==void 0,gg=(e,n,t)=>{let o=Bd.get(t);switch(n){case"/trigger":return o?.wrapped;case"/data/event":return o?.untriggered;case"/event":return hg(e)?Oi[t]??o?.flat:o?.flat;case null:return Oi[t]??ji}},bg={"/trigger":u("trigger",{trigger:m(c)}),"/data/event":u("data",{data:m(u("data",{event:m(c)}))}),"/event":u("event",{event:m(c)})},Pi=e=>{let n=e.slice(1).split("/"),t=[{path:["object"],is:"unsent"},{path:["meta","object"],is:"sent"}];return[...[...Bd].flatMap(([r,{wrapped:i,untriggered:a,flat:s}])=>{let d={path:n,is:[r]};if(e==="/trigger")return[{when:[d],codec:i}];if(e==="/data/event")return[{when:[d],codec:a}];let p=Oi[r],_={when:[d],codec:s};return p===void 0?[_]:[{when:[d,...t],codec:p},_]}),{when:[{path:n,is:"word"}],codec:z},{when:[{path:n,is:"said"}],codec:bg[e]}]},qd=[...Pi("/trigger"),...Pi("/data/event"),...Pi("/event"),{when:[{path:["diff"],is:"object"}],codec:ki},{when:[{path:["payload"],is:"object"}],codec:Ei},{when:[{path:["is_sync_finished"],is:"said"}],codec:ji}],xg=[...new Set(qd.map(({codec:e})=>e))],Hd=new S("PropexoPayload",{kind:"choice",members:xg,discriminator:null,cases:qd},(e,n)=>{if(!Y(e))return v(n,"wrong_kind","","an object"),b;let t=mt(e),o=t===null?wo(e):vo(e,t);if(Bn(o)){let r=gg(e,t,o);if(r!==void 0)return r.read(e,n)}else if(typeof o=="string")return z.read(e,n);return t===null?v(n,"missing","/trigger","the name of an event, or a diff or a payload"):v(n,"wrong_kind",t,"text"),b});var Yd=Oe({name:"propexo",words:ae,codec:Hd,normalize:Od,verify:ql});var Zd=Dn("shared-secret");var Oo=X("MM/DD/YYYY at hh:mmAM"),Kd=X("date-time"),$d=X("MM/DD/YYYY"),De={property_id:f,address:c,summary:c,property_tag:c,checkin_at:Oo,checkin_at_iso:Kd,showing_timestamp:Kd,record_date:Oo,created_at:Oo,source:c,listing_id:f,secondary_external_id:f},nn={prospect_name:c,prospect_phone:c,email:c},Gd={utm_source:c,utm_medium:c,utm_campaign:c,utm_term:c,utm_content:c},Ie=(...e)=>({type:m(y(e))}),vg={...Ie("Self Scheduling","Open House Scheduling","Safe Mode"),...De,...nn,...Gd,visit_date:$d,leasing_agent:c},Ci=u("RentlyShowing",vg),wg={...Ie("Self Registered Viewing","Direct Code Showing","Customer Care Direct Code","Open House Viewing","Self Show Unlocked"),...De,...nn,...Gd,leasing_agent:c,admin_name:c},wt=u("RentlyShowingAccess",wg),Tg={...Ie("OTV Auto Showing"),...De,...nn},Ag=u("RentlyTourLink",Tg),Sg={...Ie("Now Available"),...De,...nn},Eg=u("RentlyAvailability",Sg),kg={...Ie("Pre Leased Lead Signup","Prelease Lead Signup"),...De,...nn},Jd=u("RentlyWaitlist",kg),jg={...Ie("Prospect Comment"),...De,...nn,improvement_type:c,notes:c,interest2:j(["apply","question","no"]),access_problem:w,property_problem:j(["vandalism","odor","cleanliness","none"]),apply:c,interest:c,good_arrive:c,good_leave:c,rating:c},Pg=u("RentlyComment",jg),Og={...Ie("Visitor Unlock","Visitor Unshackle"),...De,name:c,phone:c,voice_memo:c,input:c},Vd=u("RentlyVisitor",Og),Cg={...Ie("Tenant Access"),...De,phone:c,tenant_name:c,tenant_phone:c,access_type:j(["move_in","move_out"])},Rg=u("RentlyTenantAccess",Cg),Dg={...Ie("Call Center Lead"),...De,...nn,market_id:f,market:c,move_in_date:c,notes:c,max_price:we(c,f),reason_for_move:c,prospect_status:c,home_choice_importance:c},Ig=u("RentlyCallCenterLead",Dg),Fg={...Ie("inquiry"),checkin_id:f,property_id:f,property_address:c,property_name:c,record_date:Oo,visitor_phone:c,visitor_name:c,visitor_email:c,source:c},Lg=u("RentlyInquiry",Fg),Xd={"Self Scheduling":Ci,"Open House Scheduling":Ci,"Safe Mode":Ci,"Self Registered Viewing":wt,"Direct Code Showing":wt,"Customer Care Direct Code":wt,"Open House Viewing":wt,"Self Show Unlocked":wt,"OTV Auto Showing":Ag,"Now Available":Eg,"Pre Leased Lead Signup":Jd,"Prelease Lead Signup":Jd,"Prospect Comment":Pg,"Visitor Unlock":Vd,"Visitor Unshackle":Vd,"Tenant Access":Rg,"Call Center Lead":Ig,inquiry:Lg},Mg={...De,...nn,visit_date:$d},Qd=u("RentlyUnknownActivity",Mg);var Ng=3,np=48,zg=57,tp=44,op=46,rp=36,Ug=65,Wg=66,Bg=68,qg=15,ep=e=>e>=np&&e<=zg,ip=(e,n)=>{if(!ep(e.charCodeAt(n)))return n;let t=Math.min(e.length,n+qg),o=0;for(let r=n;r<t;r+=1){let i=e.charCodeAt(r);if(i===op)o+=1;else if(i!==tp&&!ep(i))return r;if(o>1)return r}return t},ap=(e,n,t)=>{let o=0,r=0;for(let i=n;i<t;i+=1){let a=e.charCodeAt(i);a===op?r=1:a!==tp&&(o=o*10+(a-np),r!==0&&(r*=10))}return r===0?o:o/r},Co=(e,n,t,o)=>o-t===n.length&&e.startsWith(n,t),Hg=(e,n,t)=>{if(t-n===2&&e.charCodeAt(n)===Wg){let o=e.charCodeAt(n+1);return o===Bg?"bedrooms":o===Ug?"bathrooms":null}return Co(e," /mo",n,t)?"rent":Co(e," sq ft",n,t)?"squareFeet":null},sp=(e,n)=>({amount:Math.round(e*100),currency:"USD",per:n}),cp=(e,n)=>{let t=e.charCodeAt(0)===rp,o=t?1:0,r=ip(e,o);if(r===o||r!==e.length)return null;let i=sp(ap(e,o,r),n);return t?i:{...i,currency:null}},lp=(e,n)=>{let{bedrooms:t,bathrooms:o,rent:r,squareFeet:i,cats:a,dogs:s}=ln,d=n!==null;for(let p=0;p<e.length;){let _=e.indexOf("|",p),h=_===-1?e.length:_-1,N=e.charCodeAt(p)===rp,se=N?p+1:p,Ze=ip(e,se),ye=Ze===se?null:Hg(e,Ze,h);if(ye===null)Co(e,"Cats OK",p,h)?a=d=!0:Co(e,"Dogs OK",p,h)&&(s=d=!0);else if(N===(ye==="rent")){let an=ap(e,se,Ze);ye==="rent"?r=sp(an,"month"):ye==="bedrooms"?t=an:ye==="bathrooms"?o=an:i=an,d=!0}p=h+Ng}return d?{bedrooms:t,bathrooms:o,rent:r,squareFeet:i,cats:a,dogs:s,unitTag:n}:null},Ri="\u2013",dp=` ${Ri} Unit tag: `,Yg=e=>{let n=-1;for(let t=e.indexOf(Ri);t!==-1;t=e.indexOf(Ri,t+1))t>0&&e.startsWith(dp,t-1)&&(n=t-1);return n},pp=e=>{let n=Yg(e);return n===-1?{address:e,unitTag:null}:{address:e.slice(0,n),unitTag:e.slice(n+dp.length)||null}};var tn=e=>({...B,name:e.prospect_name??null,email:e.email??null,phone:e.prospect_phone??null,role:"prospect"}),Kn=(e,n,t,o)=>({...B,name:n??null,email:o??null,phone:t??null,role:e}),me=e=>{let n=e.summary??null,{address:t,unitTag:o}=e.address==null?Zg:pp(e.address);return{...C,id:e.property_id??null,listingId:e.listing_id??null,tag:e.property_tag??null,externalId:e.secondary_external_id??null,address:t,summary:n,facts:lp(n??"",o)}},Zg={address:null,unitTag:null},Di=e=>{let{utm_source:n,utm_medium:t,utm_campaign:o,utm_term:r,utm_content:i}=e;return n==null&&t==null&&o==null&&r==null&&i==null?null:{source:n??null,medium:t??null,campaign:o??null,term:r??null,content:i??null}};var up=32,mp=47,Kg=58,Jg=65,Vg=77,fp=80,$g=97,Gg=116,Xg=21;function Ii(e){if(e.length!==Xg||e.charCodeAt(2)!==mp||e.charCodeAt(5)!==mp||e.charCodeAt(10)!==up||e.charCodeAt(11)!==$g||e.charCodeAt(12)!==Gg||e.charCodeAt(13)!==up||e.charCodeAt(16)!==Kg||e.charCodeAt(20)!==Vg)return null;let n=e.charCodeAt(19);if(n!==Jg&&n!==fp)return null;let t=V(e,0),o=V(e,3),r=tt(e,6),i=V(e,14),a=V(e,17);if(!cn(r,t,o)||i<1||i>12||a<0||a>59)return null;let s=(i===12?0:i)+(n===fp?12:0);return sn(r,t,o)*864e5+s*36e5+a*6e4}var yp="America/Los_Angeles",Qg=null,Mi=()=>Qg??=fn(yp),Ro=(e,n,{reading:t})=>{if(e==null)return null;let o=ce(e);return o!==null&&o.offset!==null?o:(v(t,"time_unreadable",n,"a date-time with an offset"),null)},Li=e=>e.wall-e.offset*6e4,_p=(e,n,t,{reading:o})=>{let r=Mi();r!==null&&kc(n,r)&&H(o,"zone_contradiction",t,`an offset of ${yp}`);let i=xe(e,n,r);return i===null&&v(o,"time_unreadable",t,"a year from 0001 to 9999"),i},hp="MM/DD/YYYY at hh:mmAM or PM",Fi=(e,n,{reading:t,disambiguation:o})=>{let r=Ii(e),i=Mi(),a=r===null||i===null?null:_n(e,r,"minute",i,"assumed-zone",o);return a===null?v(t,"time_unreadable",n,hp):a.instant===null&&H(t,"time_ambiguous",n,"a time that the clock shows once"),a},e1=(e,n)=>{let t=Mi(),o=Li(n),r=t===null?n.wall:o+ne(t,o)*6e4;return Math.floor(r/6e4)*6e4===e},fe=(e,n)=>{let{reading:t}=n,{checkin_at_iso:o,showing_timestamp:r,checkin_at:i}=e,a=Ro(o,"/checkin_at_iso",n),s=r===o&&a!==null?a:Ro(r,"/showing_timestamp",n);a!==null&&s!==null&&Li(a)!==Li(s)&&H(t,"time_contradiction","/showing_timestamp","the moment of checkin_at_iso");let d=a??s;if(d!==null){if(i!=null){let p=Ii(i);p===null?v(t,"time_unreadable","/checkin_at",hp):e1(p,d)||H(t,"time_contradiction","/checkin_at","the minute of the stamp with an offset")}return a!==null?_p(o??"",a,"/checkin_at_iso",n):_p(r??"",d,"/showing_timestamp",n)}return i!=null?Fi(i,"/checkin_at",n):e.created_at!=null?Fi(e.created_at,"/created_at",n):e.record_date==null?null:Fi(e.record_date,"/record_date",n)},Tt=(e,n,t,{reading:o})=>(e===null&&v(o,"time_unreadable",n,t),e),Do=(e,n,t)=>e==null?null:Tt(Ja(e),n,"MM/DD/YYYY",t),Io=(e,n,t)=>e==null?null:Tt(ge(e),n,"YYYY-MM-DD",t),Ni=(e,n,t)=>{let o=Ro(e,n,t);return o===null||e==null?null:Tt(xe(e,o,null),n,"a year from 0001 to 9999",t)},Fo=(e,n,t)=>{if(e==null)return null;if(typeof e=="number")return Tt(oo(e,e,"millisecond",null),n,"milliseconds since 1970",t);let o=Ro(e,n,t);return o===null?null:Tt(xe(e,o,null),n,"a year from 0001 to 9999",t)};var de={"Self Registered Viewing":{type:"access.code_requested",via:"self_service",mode:"self_guided"},"Direct Code Showing":{type:"access.code_requested",via:"direct",mode:"self_guided"},"Customer Care Direct Code":{type:"access.code_requested",via:"customer_care",mode:"self_guided"},"Open House Viewing":{type:"access.code_requested",via:"open_house",mode:"open_house"},"Self Show Unlocked":{type:"access.unlocked",via:null,mode:"self_guided"},"Self Scheduling":{type:"showing.scheduled",slot:"booked",mode:"self_guided",safeMode:null},"Open House Scheduling":{type:"showing.scheduled",slot:"booked",mode:"open_house",safeMode:null},"Safe Mode":{type:"showing.requested",slot:"requested",mode:"self_guided",safeMode:!0},"Prospect Comment":{type:"showing.feedback_received"},"OTV Auto Showing":{type:"message.sent",purpose:"self_tour_link"},"Now Available":{type:"listing.available"},"Pre Leased Lead Signup":{type:"lead.waitlisted"},"Prelease Lead Signup":{type:"lead.waitlisted"},inquiry:{type:"lead.inquired"},"Call Center Lead":{type:"lead.created"},"Visitor Unlock":{type:"access.code_issued",purpose:"entry",credential:"code"},"Visitor Unshackle":{type:"access.code_issued",purpose:"unshackle",credential:"unshackle_code"},"Tenant Access":{type:"access.tenant_access"}},At={"Application Updated":{type:"application.updated"}},Fe={online:{type:"device.reported",state:"online"},offline:{type:"device.reported",state:"offline"},heartbeat:{type:"device.reported",state:"alive"},power_source:{type:"device.reported",state:"power_source"},unassigned_from_account:{type:"device.reported",state:"unassigned"},Lock:{type:"device.reported",state:"locked"},Unlock:{type:"access.unlocked"}},gp={...de,...At,...Fe};var Le=(e,n,t,o=null,r=null)=>({id:r,occurredAt:n,actor:o,completeness:"snapshot",identity:ee(n),source:{provider:"rently",type:e.type,payload:e,raw:t.raw}}),bp=e=>e==null?null:{kind:"agent",id:null,name:e,raw:null},n1=(e,n)=>{let t=de[e.type],o=fe(e,n);return T("showing",t.type,Le(e,o,n,bp(e.leasing_agent)),n,{person:tn(e),property:me(e),showing:{...re,slot:t.slot,mode:t.mode,createdAt:e.type==="Self Scheduling"?o:null,date:Do(e.visit_date,"/visit_date",n),source:e.source??null,utm:Di(e),safeMode:t.safeMode}})},t1=(e,n)=>{let t=de[e.type],o=fe(e,n),r=e.admin_name==null?bp(e.leasing_agent):{kind:"staff",id:null,name:e.admin_name,raw:null};return T("access",t.type,Le(e,o,n,r),n,{person:tn(e),property:me(e),showing:{...re,slot:"unchanged",mode:t.mode,source:e.source??null,utm:Di(e)},access:{...Ve,holder:"prospect",purpose:"showing",credential:"code",via:t.via,certainty:t.type==="access.unlocked"?"recorded":null}})},o1=(e,n)=>{let t=de[e.type],o=fe(e,n);return T("message",t.type,Le(e,o,n),n,{person:tn(e),property:me(e),showing:{...re,slot:"unchanged",mode:"self_guided",source:e.source??null},message:{...Ut,direction:"out",purpose:t.purpose,audience:"prospect"}})},r1=(e,n)=>{let t=fe(e,n);return T("listing",de[e.type].type,Le(e,t,n),n,{property:me(e),person:tn(e),listing:{...Bt,id:e.listing_id??null,perPerson:!0}})},i1=(e,n)=>{let t=fe(e,n);return T("lead",de[e.type].type,Le(e,t,n),n,{person:tn(e),property:me(e),showing:null,lead:{...ue,origin:"prospect",source:e.source??null,topic:"preleased"}})},a1=e=>e==null?[]:e.split(",").map(n=>n.trim()).filter(n=>n!==""),s1=e=>({from:"prospect",interest:e.interest2??e.interest??null,improvements:a1(e.improvement_type),accessProblem:e.access_problem??null,propertyProblem:e.property_problem??null,notes:e.notes??null}),c1=(e,n)=>{let t=fe(e,n);return T("showing",de[e.type].type,Le(e,t,n),n,{person:tn(e),property:me(e),showing:{...re,slot:"unchanged",source:e.source??null,feedback:s1(e)}})},l1=(e,n)=>{let t=de[e.type],o=fe(e,n);return T("access",t.type,Le(e,o,n),n,{person:Kn("visitor",e.name,e.phone,null),property:me(e),showing:null,access:{...Ve,holder:"visitor",purpose:t.purpose,credential:t.credential,via:"manager_portal",voiceMemo:e.voice_memo??null,input:e.input??null}})},d1=e=>e==="move_in"?"move_in":e==="move_out"?"move_out":null,p1=(e,n)=>{let t=fe(e,n);return T("access",de[e.type].type,Le(e,t,n),n,{person:Kn("tenant",e.tenant_name,e.tenant_phone,null),property:me(e),showing:null,access:{...Ve,holder:"tenant",purpose:d1(e.access_type),phoneUsed:e.phone??null,phoneRegistered:e.tenant_phone??null}})},u1=(e,n)=>{let t=fe(e,n),o=e.market_id==null&&e.market==null?null:{id:e.market_id??null,name:e.market??null};return T("lead",de[e.type].type,Le(e,t,n),n,{person:tn(e),property:{...me(e),market:o},showing:null,lead:{...ue,isNew:!0,origin:"call_center",channel:"call_center",source:e.source??null,status:e.prospect_status??null,message:e.notes??null,wishes:{...En,moveInText:e.move_in_date??null,maxRent:e.max_price==null?null:cp(e.max_price,"month"),reasonForMove:e.reason_for_move??null,homeChoiceImportance:e.home_choice_importance??null}}})},m1=(e,n)=>{let t=fe(e,n),o=e.checkin_id??null,r=me({property_id:e.property_id,address:e.property_address});return T("lead",de[e.type].type,Le(e,t,n,null,o),n,{person:Kn("prospect",e.visitor_name,e.visitor_phone,e.visitor_email),property:{...r,name:e.property_name??null},showing:null,lead:{...ue,id:o,origin:"portal",source:e.source??null,channel:"ils"}})},xp=(e,n)=>{switch(e.type){case"Self Scheduling":case"Open House Scheduling":case"Safe Mode":return n1(e,n);case"Self Registered Viewing":case"Direct Code Showing":case"Customer Care Direct Code":case"Open House Viewing":case"Self Show Unlocked":return t1(e,n);case"OTV Auto Showing":return o1(e,n);case"Now Available":return r1(e,n);case"Pre Leased Lead Signup":case"Prelease Lead Signup":return i1(e,n);case"Prospect Comment":return c1(e,n);case"Visitor Unlock":case"Visitor Unshackle":return l1(e,n);case"Tenant Access":return p1(e,n);case"Call Center Lead":return u1(e,n);case"inquiry":return m1(e,n)}};var vp="Application Updated",zi=e=>e==null?null:{amount:Math.round(e*100),currency:null,per:"month"},f1=e=>{let{landlord_name:n,landlord_phone:t,landlord_email:o}=e;return n==null&&t==null&&o==null?null:{...B,name:n??null,phone:t??null,email:o??null}},_1=(e,n,t)=>({current:e.current_residence??null,street:e.street_address??null,city:e.city??null,state:e.state??null,zip:e.zipcode??null,kind:e.residence_type??null,monthlyPayment:zi(e.monthly_payment),monthlyRent:zi(e.monthly_rent),movedInOn:Io(e.move_in_date,`${n}/move_in_date`,t),movedOutOn:Io(e.move_out_date,`${n}/move_out_date`,t),reasonForMove:e.reason_for_moving??null,landlord:f1(e)}),y1=/^(\d{1,3}(?:\.\d{1,4})?)\s?%$/,h1=(e,n,{reading:t})=>{if(e==null)return null;let o=y1.exec(e)?.[1];return o!==void 0?Number(o):(v(t,"wrong_kind",n,"a percentage"),null)},g1=(e,n,t)=>{let o=`/applicants/${String(n)}`;return{id:e.id??null,person:{...B,name:e.name??null,email:e.email??null,phone:e.phone??null,role:"applicant",id:e.rently_prospect_id??null},birthDate:Io(e.dob,`${o}/dob`,t),progress:h1(e.completion_percentage,`${o}/completion_percentage`,t),completedAt:Ni(e.completion_date,`${o}/completion_date`,t),expiresAt:Ni(e.application_expiry,`${o}/application_expiry`,t),relationship:e.relationship??null,residences:(e.residences??[]).map((r,i)=>_1(r,`${o}/residences/${String(i)}`,t))}},b1=({bedroom:e,bathrooms:n,rent:t})=>e==null&&n==null&&t==null?null:{...ln,bedrooms:e??null,bathrooms:n??null,rent:zi(t)},x1=e=>({...C,id:e.property_id??null,address:e.address??null,facts:b1(e)}),wp=(e,n)=>{let t=(e.applicants??[]).map((r,i)=>g1(r,i,n)),o={provider:"rently",type:vp,payload:e,raw:n.raw};return T("application",At[vp].type,{id:null,occurredAt:null,actor:null,completeness:"snapshot",identity:{strength:"content",parts:[],order:null},source:o},n,{person:t[0]?.person??{...B,role:"applicant"},property:e.property==null?C:x1(e.property),application:{...as,id:e.application_id,applicants:t}})};var Tp={device_type:j(["hub","lock"]),hub_id:c,home_name:c,serial_no:c,address:c,pms_datapull_id:c,device_id:c,device_name:c,User:c,details:we(c,P),activity_time:we(X("YYYY-MM-DD HH:MM:SS UTC"),P)},v1={message_type:m(y(Object.keys(Fe))),...Tp},Ap=u("RentlySmartHome",v1),Sp=u("RentlyUnknownMessage",Tp);var w1=e=>({kind:e.device_type??null,id:e.device_id??null,name:e.device_name??null,serial:e.serial_no??null,hubId:e.hub_id??null,home:e.home_name??null}),Ui=e=>({...C,name:e.home_name??null,address:e.address??null,externalId:e.pms_datapull_id??null}),T1=e=>e.User==null?null:{kind:null,id:null,name:e.User,raw:e.User},Ep=(e,n)=>{let t=Fo(e.activity_time,"/activity_time",n),o={provider:"rently",type:e.message_type,payload:e,raw:n.raw},r={id:null,occurredAt:t,actor:T1(e),completeness:"snapshot",identity:ee(t),source:o},i=Ui(e),a=w1(e),s=e.User??null;if(e.message_type==="Unlock")return T("access",Fe.Unlock.type,r,n,{person:B,property:i,showing:null,access:{...Ve,certainty:"recorded",device:a,user:s}});let d=Fe[e.message_type];return T("device",d.type,r,n,{property:i,device:{device:a,state:d.state,details:e.details??null,user:s}})};var Wi=(e,n)=>typeof n=="string"&&Object.hasOwn(e,n),A1=e=>Wi(de,g(e,"type")),S1=e=>g(e,"type")===void 0&&Wi(Fe,g(e,"message_type")),E1=e=>{let n=g(e,"type")??void 0;return n!==void 0?Wi(At,n):g(e,"message_type")===void 0},kp=(e,n)=>{let t=e.read(n,q(!1));return t===b?null:t},jp=e=>Object.values(e).some(n=>n!==null),k1=(e,n)=>{let t=kp(Qd,e)??{},o=Kn(null,t.prospect_name,t.prospect_phone,t.email);return{occurredAt:fe(t,n),person:jp(o)?o:null,property:me(t),date:Do(t.visit_date,"/visit_date",n)}},j1=(e,n)=>{let t=kp(Sp,e)??{};return{occurredAt:Fo(t.activity_time,"/activity_time",n),person:null,property:Ui(t),date:null}},P1=(e,n)=>{let t=g(e,"type")===void 0,o=t?"message_type":"type",r=e[o],i=t?j1(e,n):k1(e,n),{occurredAt:a,person:s,property:d,date:p}=i;return T("unrecognized","unrecognized",{id:null,occurredAt:a,actor:null,completeness:"snapshot",identity:ee(a),source:{provider:"rently",type:typeof r=="string"?r:"",payload:e,raw:n.raw}},n,{discriminator:`/${o}`,newerType:null,person:s,property:jp(d)?d:null,showing:p===null?null:{...re,date:p}})},Pp=(e,n)=>A1(e)?xp(e,n):S1(e)?Ep(e,n):E1(e)?wp(e,n):P1(e,n);var Bi=X("date"),Op=X("date-time"),O1={current_residence:w,street_address:c,city:c,state:c,zipcode:f,residence_type:j(["rented","owned"]),monthly_payment:P,monthly_rent:P,reason_for_moving:c,move_in_date:Bi,move_out_date:Bi,landlord_name:c,landlord_phone:c,landlord_email:c,landlord_fax:c},C1=u("RentlyResidence",O1),R1={id:f,rently_prospect_id:f,name:c,phone:c,email:c,dob:Bi,completion_percentage:c,completion_date:Op,application_expiry:Op,relationship:c,residences:x(C1)},D1=u("RentlyApplicant",R1),I1={property_id:f,property_type:c,address:c,company:c,bedroom:P,bathrooms:P,deposit:P,rent:P},F1=u("RentlyApplicationProperty",I1),L1={type:y(["Application Updated"]),application_id:m(f),property:F1,applicants:x(D1)},St=u("RentlyApplication",L1);var qi=ke("RentlyActivity","type",{...Xd,"Application Updated":St},z),Hi=ke("RentlySmartHome","message_type",Object.fromEntries(Object.keys(Fe).map(e=>[e,Ap])),z),Cp=Tn("RentlyPayload",[qi,Hi,St],e=>g(e,"type")!==void 0?qi:g(e,"message_type")!==void 0?Hi:g(e,"application_id")===void 0?null:St,"/type","one of type, message_type and application_id",[{when:[{path:["type"],is:"sent"}],codec:qi},{when:[{path:["message_type"],is:"sent"}],codec:Hi},{when:[{path:["application_id"],is:"sent"}],codec:St}]);var Rp=Oe({name:"rently",words:gp,codec:Cp,normalize:Pp,verify:Zd});var Dp=Vt("authorization","Bearer");var kt={type:"message.sent",direction:"out"},pe={...kt,audience:"prospect"},Lo={sent_autoreply:{...pe,purpose:"autoreply",automatic:!0},sent_autoreply_followup:{...pe,purpose:"autoreply_followup",automatic:!0},sent_follow_up:{...pe,purpose:"follow_up"},follow_up_reschedule:{...pe,purpose:"follow_up_reschedule"},pre_screen_reminder_sent:{...pe,purpose:"pre_screen_reminder"},notified_showtimes_available:{...pe,purpose:"showtimes_available"},email_link:{...pe,channel:"email",purpose:"scheduling_link"},text_link:{...pe,channel:"sms",purpose:"scheduling_link"},email_application_criteria_link:{...pe,channel:"email",purpose:"application_criteria_link"},text_application_criteria_link:{...pe,channel:"sms",purpose:"application_criteria_link"},email_apply_now_link:{...pe,channel:"email",purpose:"apply_now_link"},text_apply_now_link:{...pe,channel:"sms",purpose:"apply_now_link"},email_on_rent_reduction:{...pe,channel:"email",purpose:"rent_reduction"},email_on_new_active_listing:{...pe,channel:"email",purpose:"new_listing"},cancel_notice:{...kt,purpose:"cancel_notice"},cancel_warning:{...kt,purpose:"cancel_warning"},send_upcoming_showings:{...kt,purpose:"upcoming_showings"},unclaimed_alert:{...kt,purpose:"unclaimed_alert"},email_delivery_failed:{type:"message.failed",direction:"out",channel:"email"},left_voicemail:{type:"message.received",direction:"in",channel:"voicemail"}},Mo={call_redirected:{type:"call.transferred",kind:"redirect"},call_redirect_ended:{type:"call.completed",kind:"redirect"},call_transferred_to_cci:{type:"call.transferred",kind:"transfer",to:"call_center"},call_transferred_from_cci:{type:"call.transferred",kind:"transfer",from:"call_center"},outgoing_call_started:{type:"call.started",kind:"call",direction:"outbound"},outgoing_call_completed:{type:"call.completed",kind:"call",direction:"outbound"}},Et={type:"document.requested",step:"sent"},No={sent_document_request:{...Et,items:["document"]},sent_document_and_answers_request:{...Et,items:["document","answers"]},sent_answers_request:{...Et,items:["answers"]},document_request_resent:{...Et,items:["document"],resent:!0},additional_document_requested:{type:"document.requested",step:"requested",items:["document"],additional:!0},additional_document_request_sent:{...Et,items:["document"],additional:!0},document_received:{type:"document.received",items:["document"]},additional_document_received:{type:"document.received",items:["document"],additional:!0},document_verification_request:{type:"document.verification_requested",items:["document"]},document_verified:{type:"document.verified",items:["document"]}};var Uo={lead_created:{type:"lead.created",isNew:!0},lead_created_by_off_market_update_process:{type:"lead.created",isNew:!0,origin:"batch",reason:"off_market_update"},lead_updated:{type:"lead.updated",isNew:!1},phone_number_changed:{type:"lead.updated",isNew:!1,changed:["phone"]},third_party_applicant_added:{type:"lead.updated",isNew:!1,changed:["third_party_applicant"]},do_follow_up:{type:"lead.updated",isNew:!1,followUp:!0},dont_follow_up:{type:"lead.updated",isNew:!1,followUp:!1},follow_autoreply:{type:"lead.updated",isNew:!1},inquired:{type:"lead.inquired"},inquired_about_off_market_listing:{type:"lead.inquired",topic:"off_market_listing"},inquired_about_multi_unit:{type:"lead.inquired",topic:"multi_unit"},requested_application_criteria:{type:"lead.inquired",topic:"application_criteria"},requested_availability_notification:{type:"lead.waitlisted",topic:"availability"},lead_converted_by_cci:{type:"lead.status_changed",status:"converted",channel:"call_center"},applicant_transitioned_to_resident:{type:"lead.status_changed",previousStatus:"applicant",status:"resident",role:"resident"},applicant_transitioned_from_resident:{type:"lead.status_changed",previousStatus:"resident",status:"applicant",role:"applicant"},flagged_as_fraudulent:{type:"lead.flagged",reason:"fraud"},blacklisted_prospect:{type:"lead.flagged",reason:"blacklisted"}},zo={type:"screening.mismatched",outcome:"mismatched"},Wo={pre_screen_request_sent:{type:"screening.requested",kind:"pre_screen"},pre_screen_completed:{type:"screening.completed",kind:"pre_screen"},pre_screen_overridden:{type:"screening.overridden",kind:"pre_screen",outcome:"overridden"},pet_screening_sent:{type:"screening.requested",kind:"pet"},cci_screening_criteria_not_met:{type:"screening.completed",kind:"criteria",outcome:"failed",by:"call_center"},showing_mismatched_pets:{...zo,criterion:"pets"},showing_mismatched_income:{...zo,criterion:"income"},showing_mismatched_move_in_date:{...zo,criterion:"move_in_date"},showing_mismatched_custome_question:{...zo,criterion:"custom_question"}};var Ip={"International Date Line West":"Etc/GMT+12","Midway Island":"Pacific/Midway","American Samoa":"Pacific/Pago_Pago",Hawaii:"Pacific/Honolulu",Alaska:"America/Juneau","Pacific Time (US & Canada)":"America/Los_Angeles",Tijuana:"America/Tijuana","Mountain Time (US & Canada)":"America/Denver",Arizona:"America/Phoenix",Chihuahua:"America/Chihuahua",Mazatlan:"America/Mazatlan","Central Time (US & Canada)":"America/Chicago",Saskatchewan:"America/Regina",Guadalajara:"America/Mexico_City","Mexico City":"America/Mexico_City",Monterrey:"America/Monterrey","Central America":"America/Guatemala","Eastern Time (US & Canada)":"America/New_York","Indiana (East)":"America/Indiana/Indianapolis",Bogota:"America/Bogota",Lima:"America/Lima",Quito:"America/Lima","Atlantic Time (Canada)":"America/Halifax",Caracas:"America/Caracas","La Paz":"America/La_Paz",Santiago:"America/Santiago",Newfoundland:"America/St_Johns",Brasilia:"America/Sao_Paulo","Buenos Aires":"America/Argentina/Buenos_Aires",Montevideo:"America/Montevideo",Georgetown:"America/Guyana","Puerto Rico":"America/Puerto_Rico",Greenland:"America/Nuuk","Mid-Atlantic":"Atlantic/South_Georgia",Azores:"Atlantic/Azores","Cape Verde Is.":"Atlantic/Cape_Verde",Dublin:"Europe/Dublin",Edinburgh:"Europe/London",Lisbon:"Europe/Lisbon",London:"Europe/London",Casablanca:"Africa/Casablanca",Monrovia:"Africa/Monrovia",UTC:"Etc/UTC",Belgrade:"Europe/Belgrade",Bratislava:"Europe/Bratislava",Budapest:"Europe/Budapest",Ljubljana:"Europe/Ljubljana",Prague:"Europe/Prague",Sarajevo:"Europe/Sarajevo",Skopje:"Europe/Skopje",Warsaw:"Europe/Warsaw",Zagreb:"Europe/Zagreb",Brussels:"Europe/Brussels",Copenhagen:"Europe/Copenhagen",Madrid:"Europe/Madrid",Paris:"Europe/Paris",Amsterdam:"Europe/Amsterdam",Berlin:"Europe/Berlin",Bern:"Europe/Zurich",Zurich:"Europe/Zurich",Rome:"Europe/Rome",Stockholm:"Europe/Stockholm",Vienna:"Europe/Vienna","West Central Africa":"Africa/Algiers",Bucharest:"Europe/Bucharest",Cairo:"Africa/Cairo",Helsinki:"Europe/Helsinki",Kyiv:"Europe/Kyiv",Kyev:"Europe/Kyiv",Riga:"Europe/Riga",Sofia:"Europe/Sofia",Tallinn:"Europe/Tallinn",Vilnius:"Europe/Vilnius",Athens:"Europe/Athens",Istanbul:"Europe/Istanbul",Minsk:"Europe/Minsk",Jerusalem:"Asia/Jerusalem",Harare:"Africa/Harare",Pretoria:"Africa/Johannesburg",Kaliningrad:"Europe/Kaliningrad",Moscow:"Europe/Moscow","St. Petersburg":"Europe/Moscow",Volgograd:"Europe/Volgograd",Samara:"Europe/Samara",Kuwait:"Asia/Kuwait",Riyadh:"Asia/Riyadh",Nairobi:"Africa/Nairobi",Baghdad:"Asia/Baghdad",Tehran:"Asia/Tehran","Abu Dhabi":"Asia/Muscat",Muscat:"Asia/Muscat",Baku:"Asia/Baku",Tbilisi:"Asia/Tbilisi",Yerevan:"Asia/Yerevan",Kabul:"Asia/Kabul",Ekaterinburg:"Asia/Yekaterinburg",Islamabad:"Asia/Karachi",Karachi:"Asia/Karachi",Tashkent:"Asia/Tashkent",Chennai:"Asia/Kolkata",Kolkata:"Asia/Kolkata",Mumbai:"Asia/Kolkata","New Delhi":"Asia/Kolkata",Kathmandu:"Asia/Kathmandu",Dhaka:"Asia/Dhaka","Sri Jayawardenepura":"Asia/Colombo",Almaty:"Asia/Almaty",Astana:"Asia/Almaty",Novosibirsk:"Asia/Novosibirsk",Rangoon:"Asia/Yangon",Bangkok:"Asia/Bangkok",Hanoi:"Asia/Bangkok",Jakarta:"Asia/Jakarta",Krasnoyarsk:"Asia/Krasnoyarsk",Beijing:"Asia/Shanghai",Chongqing:"Asia/Chongqing","Hong Kong":"Asia/Hong_Kong",Urumqi:"Asia/Urumqi","Kuala Lumpur":"Asia/Kuala_Lumpur",Singapore:"Asia/Singapore",Taipei:"Asia/Taipei",Perth:"Australia/Perth",Irkutsk:"Asia/Irkutsk",Ulaanbaatar:"Asia/Ulaanbaatar","Ulaan Bataar":"Asia/Ulaanbaatar",Seoul:"Asia/Seoul",Osaka:"Asia/Tokyo",Sapporo:"Asia/Tokyo",Tokyo:"Asia/Tokyo",Yakutsk:"Asia/Yakutsk",Darwin:"Australia/Darwin",Adelaide:"Australia/Adelaide",Canberra:"Australia/Melbourne",Melbourne:"Australia/Melbourne",Sydney:"Australia/Sydney",Brisbane:"Australia/Brisbane",Hobart:"Australia/Hobart",Vladivostok:"Asia/Vladivostok",Guam:"Pacific/Guam","Port Moresby":"Pacific/Port_Moresby",Magadan:"Asia/Magadan",Srednekolymsk:"Asia/Srednekolymsk","Solomon Is.":"Pacific/Guadalcanal","New Caledonia":"Pacific/Noumea",Fiji:"Pacific/Fiji",Kamchatka:"Asia/Kamchatka","Marshall Is.":"Pacific/Majuro",Auckland:"Pacific/Auckland",Wellington:"Pacific/Auckland","Nuku'alofa":"Pacific/Tongatapu","Tokelau Is.":"Pacific/Fakaofo","Chatham Is.":"Pacific/Chatham",Samoa:"Pacific/Apia"},Fp={"International Date Line West":"Pacific/Midway",Astana:"Asia/Dhaka",Samoa:"Pacific/Pago_Pago",Georgetown:"America/Argentina/San_Juan","Solomon Is.":"Asia/Magadan",Brasilia:"America/Argentina/Buenos_Aires","Sri Jayawardenepura":"Asia/Dhaka",Volgograd:"Europe/Moscow",Edinburgh:"Europe/Dublin",Bern:"Europe/Berlin"};function Lp(e){if(!Object.hasOwn(Ip,e))return null;let n=Ip[e]??"",t=Object.hasOwn(Fp,e)?Fp[e]:void 0;return t===void 0?{zone:n}:{zone:n,formerly:t}}var Mp=new Map,Np=e=>{let n=Mp.get(e);if(n!==void 0)return n;let t=Lp(e),o=fn(t===null?e:t.zone);if(o===null)return null;let r={zone:o,formerly:fn(t?.formerly)};return Mp.set(e,r),r},zp=14,M1=zp*60,Up=e=>{let n=Math.abs(e);return n<=zp?e*60:n<=M1?e:e/60},N1=(e,n)=>{let{year:t}=It(Math.floor(n/864e5)),o=ne(e,sn(t,1,1)*864e5);return Math.min(o,ne(e,sn(t,7,1)*864e5))},Yi=(e,n,t)=>ne(e,t)===n||N1(e,t)===n;var Zi="/event/showing/showtime",Wp="/event/showing/showing_time_zone",Ki=(e,n,{reading:t})=>(e===null?v(t,"time_unreadable",n,"a date-time with an offset"):e.instant===null&&H(t,"time_ambiguous",n,"a time that the clock shows once"),e),Bp=(e,n,{zone:t,disambiguation:o})=>n.offset!==null?xe(e,n,null):t===null?null:_n(e,n.wall,n.precision,t,"assumed-zone",o),Jn=(e,n,t)=>{if(e==null)return null;let o=ce(e);return Ki(o===null?null:Bp(e,o,t),n,t)},z1=(e,n,t)=>{if(n===null)return t?.instant==null?null:Lt(t.instant);let{wall:o,offset:r}=n;return r===null?to(e,o).epoch:o-r*6e4},U1=(e,n,t,{reading:o})=>{if(e.showing_time_zone==null)return null;let r=Np(e.showing_time_zone);if(r===null)return H(o,"zone_unknown",Wp,"a time zone of Rails or of the IANA database"),null;let{zone:i,formerly:a}=r,s=e.showing_time_zone_utc_offset??null,d=s===null?null:z1(i,n,t);if(s===null||d===null)return i;let p=Up(s);if(Yi(i,p,d))return i;let _=a!==null&&Yi(a,p,d),h=_?`an offset of ${i.name}, not of ${a.name}`:`an offset of ${i.name}`;return H(o,"zone_contradiction",`${Wp}_utc_offset`,h),_?a:i},W1=(e,n,t,o)=>{let{wall:r,offset:i,precision:a}=n;return i===null?_n(e,r,a,t,"zone",o.disambiguation):(!e.endsWith("Z")&&ne(t,r-i*6e4)!==i&&H(o.reading,"zone_contradiction",Zi,`an offset of ${t.name}`),Sc(e,n,t))},qp=(e,n,t)=>{let o=e.showtime??null,r=o===null?null:ce(o),i=U1(e,r,n,t);if(o===null)return null;if(r===null)return Ki(null,Zi,t);let a=i===null?Bp(o,r,t):W1(o,r,i,t);return Ki(a,Zi,t)};var B1=48,q1=57,H1=e=>{for(let n=0;n<e.length;n+=1){let t=e.charCodeAt(n);if(t<B1||t>q1)return!1}return e!==""},Y1=(e,n)=>H1(e)?{by:"sequence",value:e,precision:null}:pn(n),Hp={prospect:"prospect",owner_agent:"owner_agent",system:"system",call_center:"call_center"},Z1=e=>Object.hasOwn(Hp,e)?Hp[e]??null:null,K1=({actor:e,team_member_uid:n,team_member_name:t})=>e==null&&n==null&&t==null?null:{kind:e==null?null:Z1(e),id:n??null,name:t??null,raw:e??null},Bo=(e,n,t)=>{let o=Jn(e.created_at,"/event/created_at",t);return{id:e.id,occurredAt:o,actor:K1(e),completeness:"snapshot",identity:{strength:"provider-id",parts:[e.id],order:Y1(e.id,o)},source:n}},Me=(e,n="prospect")=>e==null?{...B}:{...B,name:e.name??null,email:e.email??null,phone:e.phone??null,role:n},Ne=e=>e==null?{...C}:{...C,listingId:e.listing_uid??null,address:e.listing_full_address??null},J1=e=>e==null?null:e?"self_guided":"agent_guided",jt=(e,n,t,o)=>({...n,id:e.uid??null,mode:J1(e.is_self_show),startsAt:qp(e,t,o),createdAt:Jn(e.created_at,"/event/showing/created_at",o),confirmedAt:Jn(e.confirmed_at,"/event/showing/confirmed_at",o),canceledAt:Jn(e.canceled_at,"/event/showing/canceled_at",o),codeIssuedAt:Jn(e.self_show_code_distributed_at,"/event/showing/self_show_code_distributed_at",o),zoneName:e.showing_time_zone??null,zoneOffset:e.showing_time_zone_utc_offset??null,notes:e.notes??null});var Pt={type:"showing.reschedule_requested",slot:"as_stamped"},Ji={type:"showing.acceptance_requested",slot:"unchanged"},Vi={type:"showing.reminded",slot:"unchanged",about:"acceptance"},$i={type:"showing.accepted",slot:"unchanged",about:"showing"},Yp={type:"showing.assigned",slot:"unchanged",about:"claim"},Vn={type:"showing.denied",slot:"dropped",subject:"showing",isReason:!1},qo={...Vn,subject:"lead"},Ho={...Vn,slot:"unchanged",isReason:!0},Yo={create:{type:"showing.scheduled",slot:"tentative",isNew:!0},auto_create_by_sms:{type:"showing.scheduled",slot:"tentative",isNew:!0,automatic:!0,source:"sms"},proposed_times:{type:"showing.requested",slot:"requested",about:"proposed_times"},confirm_request:{type:"showing.confirmation_requested",slot:"unchanged"},confirm:{type:"showing.confirmed",slot:"booked"},confirm_automatically:{type:"showing.confirmed",slot:"booked",automatic:!0},unconfirm:{type:"showing.unconfirmed",slot:"tentative"},last_reminder:{type:"showing.reminded",slot:"unchanged",lastReminder:!0},acceptance_request:{...Ji,about:"acceptance"},proposed_times_accpt_request_sent:{...Ji,about:"proposed_times"},acceptance_reminder:Vi,acceptance_reminder_owner_agent:{...Vi,recipient:"owner_agent"},acceptance_reminder_approvers:{...Vi,recipient:"approvers"},accept:$i,accept_for_everyone:{...$i,scope:"everyone"},accept_for_me:{...$i,scope:"self"},decline:{type:"showing.declined",slot:"dropped",about:"showing"},decline_proposed_times:{type:"showing.declined",slot:"unchanged",about:"proposed_times"},claim_request:{...Ji,about:"claim",recipient:"staff"},claimed:{...Yp,assignee:"actor"},assign_unclaimed_showing_to_owner:{...Yp,assignee:"owner_agent"},update:{type:"showing.updated",slot:"as_stamped"},hide:{type:"showing.updated",slot:"unchanged",hidden:!0},restore:{type:"showing.updated",slot:"unchanged",hidden:!1},reschedule_request:Pt,emergency_reschedule_request:{...Pt,emergency:!0},reschedule_request_on_document_not_received:{...Pt,reason:"document_not_received"},reschedule_request_on_document_not_verified:{...Pt,reason:"document_not_verified"},reschedule_request_on_answers_not_received:{...Pt,reason:"answers_not_received"},cancel:{type:"showing.canceled",slot:"dropped"},auto_cancel_no_reply:{type:"showing.canceled",slot:"dropped",automatic:!0,reason:"no_reply"},cancel_phone_or_email_blacklisted:{type:"showing.canceled",slot:"dropped",reason:"blacklisted"},prospect_arrived_too_late:{type:"showing.canceled",slot:"dropped",reason:"arrived_too_late"},uncancel:{type:"showing.uncanceled",slot:"tentative"},lockbox_showing_started:{type:"showing.started",slot:"unchanged"},set_no_show:{type:"showing.no_show",slot:"done"},confirm_lockbox_outcome_no_show:{type:"showing.no_show",slot:"done",reason:"lockbox_outcome"},undo_no_show:{type:"showing.no_show_undone",slot:"done"},showing_feedback:{type:"showing.feedback_received",slot:"unchanged",feedbackFrom:"prospect"},showing_agent_feedback:{type:"showing.feedback_received",slot:"unchanged",feedbackFrom:"agent"},showing_denied_pets:{...Vn,criterion:"pets"},showing_denied_income:{...Vn,criterion:"income"},showing_denied_move_in_date:{...Vn,criterion:"move_in_date"},showing_denied_custome_question:{...Vn,criterion:"custom_question"},lead_showing_denied_pets:{...qo,criterion:"pets"},lead_showing_denied_income:{...qo,criterion:"income"},lead_showing_denied_move_in_date:{...qo,criterion:"move_in_date"},lead_showing_denied_custome_question:{...qo,criterion:"custom_question"},showing_denied_pets_reason:{...Ho,criterion:"pets"},showing_denied_income_reason:{...Ho,criterion:"income"},showing_denied_move_in_date_reason:{...Ho,criterion:"move_in_date"},showing_denied_custom_question_reason:{...Ho,criterion:"custom_question"}},Ot={holder:"prospect",purpose:"showing",deviceKind:"lockbox"},Zo={lockbox_code_requested:{type:"access.code_requested",...Ot,credential:"code"},lockbox_code_distributed:{type:"access.code_issued",...Ot,credential:"code"},location_verification_auto_triggered:{type:"access.verification_started",holder:"prospect",purpose:"showing",automatic:!0},confirm_secured_lockbox_request:{type:"access.security_check_requested",...Ot},confirm_secured_lockbox:{type:"access.secured",...Ot,certainty:"reported",alarm:!1},confirm_insecured_lockbox:{type:"access.unsecured",...Ot,certainty:"reported",alarm:!0}};var vn=(e,n)=>{let{event:t}=e,o={provider:"showmojo",type:t.action,payload:e,raw:n.raw};return Bo(t,o,n)},V1={...re,slot:"unchanged"},$n=(e,n,t)=>e==null?null:jt(e,V1,n,t),$1=({type:e,role:n,...t})=>{let o={...ue,...t};return(r,i)=>{let{showing:a}=r.event,s=vn(r,i);return T("lead",e,s,i,{person:Me(a,n),property:Ne(a),showing:$n(a,s.occurredAt,i),lead:{...o,message:a?.notes??null}})}},G1=({type:e,...n})=>{let t={...ls,...n};return(o,r)=>{let{showing:i}=o.event,a=vn(o,r);return T("screening",e,a,r,{person:Me(i),property:Ne(i),showing:$n(i,a.occurredAt,r),screening:{...t}})}},X1=e=>e==null?"unknown":e.canceled_at!=null?"dropped":e.showtime==null?"unknown":e.confirmed_at==null?"tentative":"booked",Q1=e=>e===void 0?null:{from:e,interest:null,improvements:[],accessProblem:null,propertyProblem:null,notes:null},eb=(e,n)=>e===void 0?null:e==="actor"?n:{kind:e,id:null,name:null,raw:null},nb=({type:e,slot:n,assignee:t,feedbackFrom:o,...r})=>{let i={...re,...r,slot:n==="as_stamped"?"unknown":n,feedback:Q1(o)},a=n!=="as_stamped"&&t===void 0;return(s,d)=>{let{showing:p}=s.event,_=vn(s,d),h=a?i:{...i,slot:n==="as_stamped"?X1(p):n,assignee:eb(t,_.actor)};return T("showing",e,_,d,{person:Me(p),property:Ne(p),showing:p==null?{...h}:jt(p,h,_.occurredAt,d)})}},tb=({type:e,deviceKind:n,...t})=>{let o=n===void 0?null:{...yr,kind:n},r={...Ve,...t,device:o};return(i,a)=>{let s=vn(i,a),d=$n(i.event.showing,s.occurredAt,a);return T("access",e,s,a,{person:Me(i.event.showing),property:Ne(i.event.showing),showing:d,access:{...r,codeIssuedAt:d===null?null:d.codeIssuedAt}})}},ob=({type:e,...n})=>{let t={...Ut,...n};return(o,r)=>{let{showing:i}=o.event,a=vn(o,r);return T("message",e,a,r,{person:Me(i),property:Ne(i),showing:$n(i,a.occurredAt,r),message:{...t}})}},rb=({type:e,...n})=>{let t={...ss,...n};return(o,r)=>{let{showing:i}=o.event,a=vn(o,r);return T("call",e,a,r,{person:Me(i),property:Ne(i),showing:$n(i,a.occurredAt,r),call:{...t}})}},ib=({type:e,...n})=>{let t={...cs,...n};return(o,r)=>{let{showing:i}=o.event,a=vn(o,r);return T("document",e,a,r,{person:Me(i),property:Ne(i),showing:$n(i,a.occurredAt,r),document:{...t}})}},xn=(e,n)=>Object.fromEntries(Object.entries(e).map(([t,o])=>[t,n(o)])),ab=()=>({...xn(Uo,$1),...xn(Wo,G1),...xn(Yo,nb),...xn(Zo,tb),...xn(Lo,ob),...xn(Mo,rb),...xn(No,ib)}),Zp=ab();var Gn={...Uo,...Wo,...Yo,...Zo,...Lo,...Mo,...No};var Xn=X("date-time"),sb={uid:f,created_at:Xn,showtime:Xn,showing_time_zone:c,showing_time_zone_utc_offset:ve,name:c,phone:c,email:c,notes:c,listing_uid:f,listing_full_address:c,is_self_show:w,confirmed_at:Xn,canceled_at:Xn,self_show_code_distributed_at:Xn},cb=u("ShowMojoShowing",sb),Kp={id:m(f),actor:j(["prospect","owner_agent","system","call_center"]),team_member_name:c,team_member_uid:f,created_at:Xn,showing:cb},Ko=e=>typeof e=="string"&&Object.hasOwn(Gn,e),lb=new S("action",{kind:"enumeration",values:Object.keys(Gn)},(e,n)=>Ko(e)?e:(v(n,"wrong_kind","","text"),b)),db={...Kp,action:m(lb)},pb=u("ShowMojoEvent",db),ub={...Kp,action:m(c)},mb=u("ShowMojoUnknownEvent",ub),fb={event:m(pb)},_b={event:m(mb)},Gi=u("ShowMojoPayload",fb),Jp=u("ShowMojoUnknown",_b),yb=e=>typeof e=="string"?e!=="":Number.isSafeInteger(e),Xi=new S("ShowMojoUnknown",z.shape,(e,n)=>{let t=g(g(e,"event"),"id");return yb(t)?z.read(e,n):(v(n,t===void 0||t===""?"missing":"wrong_kind","/event/id","text or a safe integer"),b)}),Vp=new S("ShowMojoPayload",{kind:"choice",members:[Gi,Xi],discriminator:null,cases:[{when:[{path:["event","action"],is:Object.keys(Gn)}],codec:Gi},{when:[{path:["event","action"],is:"word"},{path:["event","id"],is:"id"}],codec:Xi}]},(e,n)=>{let t=g(g(e,"event"),"action");return(typeof t=="string"&&t!==""&&!Ko(t)?Xi:Gi).read(e,n)});var hb=e=>g(g(e,"event"),"action"),gb=e=>Ko(hb(e)),bb={id:"",action:""},xb=(e,{reading:n})=>{let t=q(!1),o=Jp.read(e,t);for(let r of t.issues)r.code!=="more_issues"&&v(n,r.code,r.path,r.expected);return o===b?bb:o.event},vb=(e,n)=>{let t=xb(e,n),o={provider:"showmojo",type:t.action,payload:e,raw:n.raw},r=Bo(t,o,n),i=t.showing??null;return T("unrecognized","unrecognized",r,n,{discriminator:"/event/action",newerType:null,person:i===null?null:Me(i),property:i===null?null:Ne(i),showing:i===null?null:jt(i,re,r.occurredAt,n)})},$p=(e,n)=>gb(e)?Zp[e.event.action](e,n):vb(e,n);var Gp=Oe({name:"showmojo",words:Gn,codec:Vp,normalize:$p,verify:Dp});var _e={rently:Rp,showmojo:Gp,propexo:Yd,funnel:kl,casayes:Zc},hO=xs("LeasingEvent",Object.values(_e));var Xp=34,wb=92,Tb=91,Ab=93,Sb=123,Eb=125,Qp=(e,n,t)=>{let o=0;for(let r=e.indexOf(n);r!==-1;r=e.indexOf(n,r+1))if(o+=1,o>t)return!0;return!1},kb=(e,n)=>{let t=0,o=!1;for(let r=0;r<e.length;r+=1){let i=e.charCodeAt(r);if(o)i===wb?r+=1:i===Xp&&(o=!1);else if(i===Xp)o=!0;else if(i===Sb||i===Tb){if(t+=1,t>n)return!0}else(i===Eb||i===Ab)&&(t-=1)}return!1},jb=(e,n)=>(Qp(e,"{",n/2)||Qp(e,"[",n/2))&&kb(e,n),Pb="\uFEFF",Jo=(e,n)=>{if(jb(e,n))return O(D("BodyTooDeep",`at most ${String(n)} levels of nesting`));try{return W(JSON.parse(e.startsWith(Pb)?e.slice(1):e))}catch{return O(D("BodyNotJson","JSON"))}};var eu=(e,n)=>{if(e.source.raw===null)return[];let t=Jo(e.source.raw,1/0);if(R(t))return[];let o=q(!0,"list");return An(n.codec).read(t.right,o),o.foreignPaths};var Ob=e=>["[object ArrayBuffer]","[object SharedArrayBuffer]"].includes(Object.prototype.toString.call(e)),Cb=e=>{if(typeof e=="string")return e===""?{kind:"missing"}:{kind:"text",text:e};if(e==null)return{kind:"missing"};let n=ArrayBuffer.isView(e);return!n&&!Ob(e)?{kind:"parsed",value:e}:e.byteLength===0?{kind:"missing"}:{kind:"bytes",bytes:n?new Uint8Array(e.buffer,e.byteOffset,e.byteLength):new Uint8Array(e)}},Qi=e=>{try{return Cb(e)}catch{return ArrayBuffer.isView(e)?{kind:"missing"}:{kind:"parsed",value:e}}},Rb=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),Db=3,Ib=(e,n)=>e.length*Db<=n?!1:e.length>n||new TextEncoder().encode(e).byteLength>n,Fb=e=>{try{return W(Rb.decode(e))}catch{return O(D("BodyNotUtf8","text in UTF-8"))}},Lb=e=>{try{return JSON.stringify(e)}catch{return}},nu=e=>D("BodyTooLarge",`at most ${String(e)} bytes`);var tu=(e,n)=>{if(e.kind==="missing")return O(D("BodyMissing","a body"));if(e.kind==="bytes")return e.bytes.byteLength>n?O(nu(n)):Fb(e.bytes);let t=e.kind==="text"?e.text:Lb(e.value);return t===void 0?O(D("BodyNotJson","a value that JSON can hold")):Ib(t,n)?O(nu(n)):W(t)};var ou=()=>D("HeadersUnreadable","Headers, pairs, raw headers or a record of header values"),Vo=e=>typeof e=="string"?[e]:Array.isArray(e)?e.filter(n=>typeof n=="string"):[],ru=e=>typeof e[Symbol.iterator]=="function",iu=(e,n)=>{let t=[],o=null;for(let r of e)Array.isArray(r)?String(r[0]).toLowerCase()===n&&t.push(...Vo(r[1])):o===null?o=String(r).toLowerCase():(o===n&&t.push(...Vo(r)),o=null);return t},Mb=(e,n)=>Object.entries(e).flatMap(([t,o])=>t.toLowerCase()===n?Vo(o):[]),Nb=(e,n,t)=>{if(typeof e!="object"||e===null)return null;if("get"in e&&typeof e.get=="function"){let o=e.get(t);return o!=null?Vo(o):ru(e)?iu(n(e),t):[]}return ru(e)?iu(n(e),t):Mb(e,t)},ea=e=>{let n=null,t=o=>n??=[...o];return o=>{try{let r=Nb(e,t,o.toLowerCase());return r===null?O(ou()):W(r)}catch{return O(ou())}}};var zb=1048576,Ub=64,su=e=>typeof e=="object"&&e!==null?e:{},cu=(e,n)=>typeof e=="number"&&e>=0?e:n,Wb=e=>cu(e.maxBytes,zb),au=(e,n)=>D("PayloadInvalid",`a payload of ${e.name}`,{issues:wn(n)}),Bb=e=>n=>{let t=e(n);return R(t)?null:t.right[0]??null},qb=(e,n,t,o,r)=>{let i=tu(t,Wb(o));if(R(i))return i;let a=Jo(i.right,cu(o.maxDepth,Ub));if(R(a))return a;let s=q(!0),d=An(e.codec).read(a.right,s);if(d===b)return O(au(e,s));let p=o.zone??null,_=fn(p);p!==null&&_===null&&H(s,"zone_unknown","","an IANA zone in the options");let h=e.normalize(d,{raw:o.keepRaw===!1?null:e.mask?.(i.right)??i.right,verification:r,reading:s,zone:_,disambiguation:o.disambiguation??"compatible",header:Bb(n)});return o.strict===!0&&s.faultCount>0?O(au(e,s)):W(h)},lu=(e,n,t,o)=>qb(e,ea(n),Qi(t),su(o),null),Hb=Dn("shared-secret"),Yb=(e,n,t,o)=>(e.verify??Hb)(n,t,su(o)),du=(e,n,t,o)=>Yb(e,ea(n),Qi(t),o);var Zb=e=>typeof e=="string"&&Object.hasOwn(_e,e),Kb=e=>{try{let{name:n,codec:t,normalize:o}=e;return typeof n=="string"&&typeof t?.decode=="function"&&typeof o=="function"}catch{return!1}},pu=()=>D("ProviderUnknown",`one of ${Object.keys(_e).join(", ")}`),na=e=>Zb(e)?_e[e]:Kb(e)?e:null;function $o(e,n,t,o){let r=na(e);return r===null?O(pu()):lu(r,n,t,o)}var uu=(e,n,t,o)=>{let r=na(e);return r===null?O(pu()):du(r,n,t,o)};var Go=(e,n)=>{let t=na(n??e.source.provider);return t===null?[]:eu(e,t)};var ta=Object.keys(_e),mu=e=>Object.hasOwn(_e,e),Jb=(e,n)=>{let t=$o(e,{},n);return R(t)||t.right.type==="unrecognized"?null:t.right.issues.length+Go(t.right).length},fu=e=>ta.map(n=>({name:n,misfit:Jb(n,e)})).filter(n=>n.misfit!==null).sort((n,t)=>n.misfit-t.misfit).map(({name:n})=>n);var _u=e=>e.trimStart().startsWith("{")?Vb(e):e.split(/\r?\n/).flatMap(n=>{let t=n.indexOf(":",1),o=n.slice(0,Math.max(0,t)).replace(/^[<>]/,"").trim();return t===-1||o===""||/\s/.test(o)?[]:[[o,n.slice(t+1).trim()]]}),Vb=e=>{try{let n=JSON.parse(e);return Object.entries(n??{}).filter(t=>typeof t[1]=="string")}catch{return[]}};var $b=e=>typeof e=="object"&&e!==null,yu=e=>{let n=[],t=[{value:e}];for(let o=t.pop();o!==void 0;o=t.pop())if(typeof o=="string")n.push(o);else if(Array.isArray(o.value)){let r=o.value;n.push("["),t.push("]");for(let i=r.length-1;i>=0;i-=1)t.push({value:r[i]}),i>0&&t.push(",")}else if($b(o.value)){let r=Object.entries(o.value).sort(([a],[s])=>a<s?1:-1);n.push("{"),t.push("}");let i=r.at(-1);for(let a of r)t.push({value:a[1]},":",JSON.stringify(a[0])),a!==i&&t.push(",")}else n.push(o.value===void 0?"null":JSON.stringify(o.value));return n.join("")};var Gb=16,hu=e=>{let{strength:n,parts:t}=e.identity,o=n==="content"?[e.source.type,e.source.payload]:t,r=bo(Rl(yu([n,o])));return{key:`${e.source.provider}:${Cl(r.subarray(0,Gb))}`,strength:n}};var gu=e=>R(e)?{kind:"refused",error:e.left}:{kind:"verified",verification:e.right},Xb=(e,n,t,o)=>{let r=$o(e,n,t,o);return R(r)?{kind:"refused",error:r.left}:{kind:"event",event:r.right,unmapped:Go(r.right),dedupeKey:hu(r.right)}},Qb=(e,n)=>e.kind==="event"&&n.kind==="verified"?{...e,event:{...e.event,verification:n.verification}}:e,bu=(e,n)=>({...e,read:Qb(Xb(e.provider,e.headers,e.body,n),e.checked)});var e2=({verify:e})=>{let n=e?.proof;return n===void 0||n.method==="hmac-sha256"||n.header===null?[]:[n.header]},n2=["authorization","proxy-authorization","cookie","x-api-key","x-api-token",...Object.values(_e).flatMap(e2)],t2=/^[A-Za-z]+ (?=\S)/,o2=e=>{let n=t2.exec(e)?.[0]??"";return n+"*".repeat(e.length-n.length)},xu=(e,n=[])=>{let t=new Set([...n2,...n.map(o=>o.toLowerCase())]);return Object.fromEntries(Object.entries(e).map(([o,r])=>[o,t.has(o.toLowerCase())?o2(r):r]))},vu=(e,n)=>{if(e.mask===void 0)return n;try{JSON.parse(n.startsWith("\uFEFF")?n.slice(1):n)}catch{return n.replace(/\S/gu,"*")}return e.mask(n)};var wu=()=>Object.keys(l),Tu=e=>Object.hasOwn(l,e)?l[e]??null:null;var A=(e,n,...t)=>{let o=document.createElement(e),{onclick:r,...i}=n;for(let[a,s]of Object.entries(i))o.setAttribute(a,s);return r!==void 0&&o.addEventListener("click",r),o.append(...t.filter(a=>a!==null&&a!==!1)),o},on=(e,n)=>{let t=document.getElementById(e);if(!(t instanceof n))throw new Error(`the page has no ${e}`);return t},oa=(e,n)=>{let t=A("button",{type:"button",onclick:()=>{o()}},e),o=async()=>{try{await navigator.clipboard.writeText(n()),t.textContent="Copied"}catch{t.textContent="The browser refused"}setTimeout(()=>t.textContent=e,1500)};return t};var r2=/(?<text>"[^"\\]*(?:\\.[^"\\]*)*")|(?<number>-?\d[\d.eE+-]*)|(?<word>true|false|null)|(?<mark>[{}[\],:])|(?<blank>\s+)|(?<other>[^\s"{}[\],:]+|")/gsu,i2=e=>{try{return JSON.parse(e)}catch{return e}},a2="  ",Au=e=>{let n=[[]],t=[],o=(s,d,p=null)=>{n.at(-1)?.push({kind:s,text:d,pointer:p})},r=()=>{n.push([{kind:"other",text:a2.repeat(t.length),pointer:null}])},i=()=>{let s=t.at(-1);return s===void 0?"":`${s.path}/${s.isList?String(s.position):Ke(s.key??"")}`},a="";for(let{0:s,groups:d={}}of e.matchAll(r2)){if(d.blank!==void 0)continue;let p=s==="}"||s==="]",_=p&&(a==="{"||a==="[");(a==="{"||a==="[")&&!_&&r();let h=t.at(-1);if(d.mark===void 0){let N=d.text!==void 0&&h!==void 0&&!h.isList&&h.key===null;N&&(h.key=i2(s));let se=d.number!==void 0?"number":d.word!==void 0?"word":"text";o(N?"key":d.other!==void 0?"other":se,s,i())}else s==="{"||s==="["?(o("mark",s,i()),t.push({isList:s==="[",path:i(),position:0,key:null})):p?(t.pop(),_||r(),o("mark",s)):s===","?(o("mark",","),h!==void 0&&(h.position+=1,h.key=null),r()):o("mark",": ");a=s}return n};var ra=5e3,s2=(e,n)=>{let t=e.find(i=>i.pointer!==null)?.pointer,o=t==null?void 0:n.get(t),r=e.map(({kind:i,text:a})=>A("span",{class:`json-${i}`},a));return o===void 0?A("span",{class:"line"},...r):A("span",{class:`line ${o.mark}`,title:o.why},...r,A("em",{},o.why))},ia=(e,n,t)=>{let o=Au(e),r=A("pre",{class:"json","aria-label":t});return r.tabIndex=0,r.append(...o.slice(0,ra).map(i=>s2(i,n))),o.length>ra&&r.append(A("span",{class:"line"},`\u2026 and ${String(o.length-ra)} more lines`)),r};var c2={offset:"the stamp says its own offset",epoch:"a count since 1970",zone:"a local time in the zone that the payload names","assumed-zone":"a local time in the zone that the documents imply or the options give"},l2={none:"",overlap:"the clock showed it twice",gap:"the clock skipped it"},Eu=({basis:e,ambiguity:n,precision:t})=>[e===null?"nobody says the zone, so there is no instant":c2[e],l2[n],`sent to the ${t}`].filter(o=>o!=="").join("; "),ku=e=>{if(e.kind==="unchecked")return"not checked: no secret was given";if(e.kind==="refused")return`${e.error._tag}: expected ${e.error.expected}`;let{method:n,covers:t,secret:o}=e.verification;if(n==="none")return"taken from anybody";let r=t==="body"?"covers the body":"says nothing of the body";return`${n} with secret ${String(o)}; it ${r}`},d2=e=>"instant"in e&&"basis"in e&&"raw"in e,aa=(e,n="")=>typeof e!="object"||e===null?[]:d2(e)?[{path:n,time:e}]:Object.entries(e).flatMap(([t,o])=>n===""&&(t==="source"||t==="identity")?[]:aa(o,n===""?t:`${n}.${t}`)),Su=(...e)=>e.find(n=>typeof n=="string"&&n!=="")??null,ju=({read:e})=>{if(e.kind==="refused")return e.error.expected;let n={...e.event},t=Su(n.person?.name,n.person?.email,n.person?.phone),o=Su(n.property?.address,n.property?.name,n.record?.model);return[t,o].filter(r=>r!==null).join(" \xB7 ")},Pu=({read:e})=>e.kind==="event"?e.event.type:e.error._tag;var ze=(e,...n)=>A("div",{class:"row"},A("dt",{},e),A("dd",{},...n)),rn=e=>A("code",{},e),p2=e=>{let n=new Map;if(e.kind==="event")for(let t of e.unmapped)n.set(t,{mark:"unmapped",why:"no codec knows this"});for(let t of e.kind==="event"?e.event.issues:e.error.issues)t.code!=="more_issues"&&n.set(t.path,{mark:"issue",why:`${t.code}: expected ${t.expected}`});return n},u2=({source:e,...n},t)=>JSON.stringify({...n,source:{provider:e.provider,type:e.type}},(o,r)=>!t&&(r===null||Array.isArray(r)&&r.length===0)?void 0:r),m2=({provider:e,headers:n,body:t,read:o})=>{let r=o.kind==="event"?{...o.event,source:{...o.event.source,raw:null}}:void 0;return JSON.stringify({provider:e,headers:n,body:t,event:r},null,2)},f2=({provider:e,receivedAt:n,checked:t,read:o})=>{let r=A("dl",{class:"facts"});if(r.append(ze("Origin",A("span",{class:`origin ${t.kind}`},ku(t)))),t.kind==="refused"&&t.error.hint!==null&&r.append(ze("Hint",t.error.hint)),o.kind==="refused"){let{error:i}=o;r.append(ze("Refused",`${i._tag}: expected ${i.expected}`)),i.hint!==null&&r.append(ze("Hint",i.hint))}else{let{event:i,dedupeKey:a}=o;r.append(ze("Sent as",rn(i.source.type),` by ${e}`)),i.id!==null&&r.append(ze("Id",rn(i.id))),r.append(ze("Dedupe key",rn(a.key),` by ${a.strength}`)),r.append(ze("Completeness",i.completeness))}return n!==null&&r.append(ze("Received",rn(n))),r},_2=e=>{let n=aa(e);if(n.length===0)return null;let t=n.map(({path:o,time:r})=>A("li",{class:r.ambiguity==="none"&&r.basis!==null?"":"warned"},A("strong",{},o),A("span",{class:"instant"},r.instant??"no instant"),A("span",{},[r.local?.replace("T"," "),r.offset,r.zone].filter(Boolean).join(" ")),A("small",{},Eu(r),"; sent as ",rn(String(r.raw)))));return A("section",{},A("h3",{},"Times"),A("ul",{class:"times"},...t))},y2=e=>{let n=(e.kind==="event"?e.event.issues:e.error.issues).map(o=>o.code==="more_issues"?A("li",{class:"issue"},`and ${String(o.count)} more`):A("li",{class:"issue"},rn(o.path===""?"the body":o.path),` ${o.code}: expected ${o.expected}`)),t=(e.kind==="event"?e.unmapped:[]).map(o=>A("li",{class:"unmapped"},rn(o)," no codec knows this"));return n.length+t.length===0?null:A("section",{},A("h3",{},"Odd"),A("ul",{class:"odd"},...n,...t))},h2=e=>{let n=Object.entries(e);if(n.length===0)return null;let t=n.map(([o,r])=>ze(o,rn(r)));return A("details",{},A("summary",{},`${String(n.length)} headers`),A("dl",{class:"facts"},...t))},g2=e=>{let n=A("input",{type:"checkbox"}),t=()=>ia(u2(e,n.checked),new Map,"canonical event"),o=t();return n.addEventListener("change",()=>{let r=t();o.replaceWith(r),o=r}),A("section",{class:"pane"},A("header",{},A("h3",{},"Canonical event"),A("label",{},n," empty fields too")),o)},Ou=e=>{let{read:n,body:t,provider:o}=e,r=document.createDocumentFragment();r.append(A("header",{class:"title"},A("span",{class:`provider ${o}`},o),A("h2",{},Pu(e)),A("p",{},ju(e)),A("div",{class:"actions"},oa("Copy as fixture",()=>m2(e)),n.kind==="event"&&oa("Copy event",()=>JSON.stringify(n.event,null,2)))),A("section",{},f2(e)));let i=[n.kind==="event"?_2(n.event):null,y2(n),h2(e.headers)];return r.append(...i.filter(a=>a!==null)),r.append(A("div",{class:"panes"},A("section",{class:"pane"},A("header",{},A("h3",{},"As received")),ia(t,p2(n),"body as received")),n.kind==="event"&&g2(n.event))),r};var la=on("sample",HTMLSelectElement),Ct=on("provider",HTMLSelectElement),da=on("payload",HTMLTextAreaElement),pa=on("headers",HTMLTextAreaElement),Xo=on("secret",HTMLInputElement),ca=on("zone",HTMLInputElement),sa=on("detail",HTMLElement),Qo=(e,n)=>{let t=A("option",{},n);return t.value=e,t},Cu=(e,n)=>A("div",{class:"empty"},A("h2",{},e),A("p",{},n)),b2=(e,n,t)=>{if(Xo.value==="")return{kind:"unchecked"};let o=_e[e].verify?.proof,r=o?.header??n.find(([,i])=>i===Xo.value)?.[0];return gu(uu(e,n,t,{secrets:Xo.value,...o?.header===null?{header:r}:{}}))},ua=()=>{let e=da.value;if(e.trim()===""){sa.replaceChildren(Cu("Nothing to read yet","Paste the body of a webhook, or choose a sample."));return}let n=mu(Ct.value)?Ct.value:fu(e)[0];if(n===void 0){sa.replaceChildren(Cu("Whose webhook is this?","No provider has a word for this body. Choose the provider to see why it is refused."));return}let t=_u(pa.value);sa.replaceChildren(Ou(bu({id:"",receivedAt:null,provider:n,headers:xu(Object.fromEntries(t)),body:vu(_e[n],e),checked:b2(n,t,e)},{zone:ca.value===""?void 0:ca.value})))},x2=()=>{let e=Tu(la.value);e!==null&&(Ct.value="",da.value=e.body,pa.value=Object.entries(e.headers).map(([n,t])=>`${n}: ${t}`).join(`
`),ua())};la.append(Qo("","choose one"),...wu().map(e=>Qo(e,e)));Ct.append(Qo("","guessed from the payload"),...ta.map(e=>Qo(e,e)));la.addEventListener("input",x2);for(let e of[Ct,da,pa,Xo,ca])e.addEventListener("input",ua);ua();})();
