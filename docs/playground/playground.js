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
`}};var Nu=function(e,n,t){if(t||arguments.length===2)for(var o=0,r=n.length,i;o<r;o++)(i||!(o in n))&&(i||(i=Array.prototype.slice.call(n,0,o)),i[o]=n[o]);return e.concat(i||Array.prototype.slice.call(n))};function Ea(e){return e}function or(e,n,t,o,r,i,a,s,d){switch(arguments.length){case 1:return e;case 2:return n(e);case 3:return t(n(e));case 4:return o(t(n(e)));case 5:return r(o(t(n(e))));case 6:return i(r(o(t(n(e)))));case 7:return a(i(r(o(t(n(e))))));case 8:return s(a(i(r(o(t(n(e)))))));case 9:return d(s(a(i(r(o(t(n(e))))))));default:{for(var p=arguments[0],m=1;m<arguments.length;m++)p=arguments[m](p);return p}}}var It=function(e,n){var t=typeof e=="number"?function(o){return o.length>=e}:e;return function(){var o=Array.from(arguments);return t(arguments)?n.apply(this,o):function(r){return n.apply(void 0,Nu([r],o,!1))}}};var ka=function(e){return e._tag==="Left"};var ja=function(e){return{_tag:"Left",left:e}},Pa=function(e){return{_tag:"Right",right:e}};function rr(e){return function(n,t){return e.map(n,function(){return t})}}function Oa(e){var n=rr(e);return function(t){return n(t,void 0)}}function Ca(e){return function(n,t){return e.chain(n,function(o){return e.map(t(o),function(){return o})})}}var O=ja,N=Pa,Wu=It(2,function(e,n){return C(e)?e:n(e.right)}),Ra=function(e,n){return or(e,qu(n))},Bu=function(e,n){return or(e,Yu(n))};var ir="Either";var qu=function(e){return function(n){return C(n)?n:N(e(n.right))}},Da={URI:ir,map:Ra},fx=It(2,rr(Da)),_x=Oa(Da);var Hu=function(e){return function(n){return C(n)?n:C(e)?e:N(n.right(e.right))}},Yu=Hu;var Zu={URI:ir,map:Ra,ap:Bu,chain:Wu};var Ku={URI:ir,fromEither:Ea};var C=ka;var yx=It(2,Ca(Zu));var hx={fromEither:Ku.fromEither};var Ia={ProviderUnknown:{kind:"configuration",httpStatus:500},ProviderUnsigned:{kind:"configuration",httpStatus:500},SecretMissing:{kind:"configuration",httpStatus:500},SecretInvalid:{kind:"configuration",httpStatus:500},HeadersUnreadable:{kind:"configuration",httpStatus:500},HeaderMissing:{kind:"authentication",httpStatus:401},HeaderRepeated:{kind:"authentication",httpStatus:401},HeaderMalformed:{kind:"authentication",httpStatus:401},SignatureMismatch:{kind:"authentication",httpStatus:401},TokenMismatch:{kind:"authentication",httpStatus:401},BodyMissing:{kind:"malformed",httpStatus:400},BodyAlreadyParsed:{kind:"configuration",httpStatus:500},BodyTooLarge:{kind:"malformed",httpStatus:413},BodyTooDeep:{kind:"malformed",httpStatus:400},BodyNotUtf8:{kind:"malformed",httpStatus:400},BodyNotJson:{kind:"malformed",httpStatus:400},PayloadInvalid:{kind:"malformed",httpStatus:422}},$u=[],R=(e,n,t={})=>({_tag:e,kind:Ia[e].kind,httpStatus:Ia[e].httpStatus,path:t.path??"",expected:n,hint:t.hint??null,issues:t.issues??$u});var F=(function(){var e=function(n,t){return e=Object.setPrototypeOf||{__proto__:[]}instanceof Array&&function(o,r){o.__proto__=r}||function(o,r){for(var i in r)Object.prototype.hasOwnProperty.call(r,i)&&(o[i]=r[i])},e(n,t)};return function(n,t){if(typeof t!="function"&&t!==null)throw new TypeError("Class extends value "+String(t)+" is not a constructor or null");e(n,t);function o(){this.constructor=n}n.prototype=t===null?Object.create(t):(o.prototype=t.prototype,new o)}})();var ar=O,he=function(e,n,t){return ar([{value:e,context:n,message:t}])},re=N,D=(function(){function e(n,t,o,r){this.name=n,this.is=t,this.validate=o,this.encode=r,this.decode=this.decode.bind(this)}return e.prototype.pipe=function(n,t){var o=this;return t===void 0&&(t="pipe(".concat(this.name,", ").concat(n.name,")")),new e(t,n.is,function(r,i){var a=o.validate(r,i);return C(a)?a:n.validate(a.right,i)},this.encode===G&&n.encode===G?G:function(r){return o.encode(n.encode(r))})},e.prototype.asDecoder=function(){return this},e.prototype.asEncoder=function(){return this},e.prototype.decode=function(n){return this.validate(n,[{key:"",type:this,actual:n}])},e})();var G=function(e){return e};function Ju(e){return e.displayName||e.name||"<function".concat(e.length,">")}var Vu=(function(e){F(n,e);function n(){var t=e.call(this,"null",function(o){return o===null},function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="NullType",t}return n})(D);var Tx=new Vu,Gu=(function(e){F(n,e);function n(){var t=e.call(this,"undefined",function(o){return o===void 0},function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="UndefinedType",t}return n})(D);var Fa=new Gu,Xu=(function(e){F(n,e);function n(){var t=e.call(this,"void",Fa.is,Fa.validate,G)||this;return t._tag="VoidType",t}return n})(D);var Ax=new Xu,Qu=(function(e){F(n,e);function n(){var t=e.call(this,"unknown",function(o){return!0},re,G)||this;return t._tag="UnknownType",t}return n})(D);var La=new Qu,em=(function(e){F(n,e);function n(){var t=e.call(this,"string",function(o){return typeof o=="string"},function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="StringType",t}return n})(D);var Sx=new em,nm=(function(e){F(n,e);function n(){var t=e.call(this,"number",function(o){return typeof o=="number"},function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="NumberType",t}return n})(D);var Ma=new nm,tm=(function(e){F(n,e);function n(){var t=e.call(this,"bigint",function(o){return typeof o=="bigint"},function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="BigIntType",t}return n})(D);var Ex=new tm,om=(function(e){F(n,e);function n(){var t=e.call(this,"boolean",function(o){return typeof o=="boolean"},function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="BooleanType",t}return n})(D);var kx=new om,rm=(function(e){F(n,e);function n(){var t=e.call(this,"UnknownArray",Array.isArray,function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="AnyArrayType",t}return n})(D);var jx=new rm,im=(function(e){F(n,e);function n(){var t=e.call(this,"UnknownRecord",function(o){return o!==null&&typeof o=="object"&&!Array.isArray(o)},function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="AnyDictionaryType",t}return n})(D);var Px=new im;var Ox=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.value=a,s._tag="LiteralType",s}return n})(D);var Cx=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.keys=a,s._tag="KeyofType",s}return n})(D);var sr=(function(e){F(n,e);function n(t,o,r,i,a,s){var d=e.call(this,t,o,r,i)||this;return d.type=a,d.predicate=s,d._tag="RefinementType",d}return n})(D);function am(e,n,t){return Ba(e,n,t)}var Rx=am(Ma,function(e){return Number.isInteger(e)},"Int"),cr=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.runDefinition=a,s._tag="RecursiveType",s}return n})(D);Object.defineProperty(cr.prototype,"type",{get:function(){return this.runDefinition()},enumerable:!0,configurable:!0});var Dx=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ArrayType",s}return n})(D);var Ix=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.props=a,s._tag="InterfaceType",s}return n})(D);var Fx=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.props=a,s._tag="PartialType",s}return n})(D);var Na=(function(e){F(n,e);function n(t,o,r,i,a,s){var d=e.call(this,t,o,r,i)||this;return d.domain=a,d.codomain=s,d._tag="DictionaryType",d}return n})(D);var lr=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.types=a,s._tag="UnionType",s}return n})(D);var za=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.types=a,s._tag="IntersectionType",s}return n})(D);var Lx=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.types=a,s._tag="TupleType",s}return n})(D);var Ua=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ReadonlyType",s}return n})(D);var Mx=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ReadonlyArrayType",s}return n})(D);var Wa=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.type=a,s._tag="ExactType",s}return n})(D);var sm=(function(e){F(n,e);function n(){var t=e.call(this,"Function",function(o){return typeof o=="function"},function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="FunctionType",t}return n})(D);var Nx=new sm,cm=(function(e){F(n,e);function n(){var t=e.call(this,"never",function(o){return!1},function(o,r){return he(o,r)},function(){throw new Error("cannot encode never")})||this;return t._tag="NeverType",t}return n})(D);var zx=new cm,lm=(function(e){F(n,e);function n(){var t=e.call(this,"any",function(o){return!0},re,G)||this;return t._tag="AnyType",t}return n})(D);var Ux=new lm;function Ba(e,n,t){return t===void 0&&(t="(".concat(e.name," | ").concat(Ju(n),")")),new sr(t,function(o){return e.is(o)&&n(o)},function(o,r){var i=e.validate(o,r);if(C(i))return i;var a=i.right;return n(a)?re(a):he(a,r)},e.encode,e,n)}var Wx=Ba(Ma,Number.isInteger,"Integer"),Bx=(function(e){F(n,e);function n(t,o,r,i,a,s){var d=e.call(this,t,o,r,i,a)||this;return d.tag=s,d}return n})(lr);var dm=(function(e){F(n,e);function n(){var t=e.call(this,"object",function(o){return o!==null&&typeof o=="object"},function(o,r){return t.is(o)?re(o):he(o,r)},G)||this;return t._tag="ObjectType",t}return n})(D);var qx=new dm;var Hx=(function(e){F(n,e);function n(t,o,r,i,a){var s=e.call(this,t,o,r,i)||this;return s.props=a,s._tag="StrictType",s}return n})(D);var pm={},um=()=>{for(let e in pm)return!0;return!1},Ft=[],B=(e,n="drop")=>({owned:e,mayInherit:!e||um(),foreign:n,foreignPaths:Ft,issues:Ft,issueCount:0,faultCount:0}),q=(e,n,t,o)=>{e.issueCount+=1,e.issues===Ft&&(e.issues=[]),e.issues.length<20&&e.issues.push({code:n,path:t,expected:o})},w=(e,n,t,o)=>{e.faultCount+=1,q(e,n,t,o)},Ha=(e,n)=>{e.foreignPaths===Ft&&(e.foreignPaths=[]),e.foreignPaths.push(n)},Ya=({issueCount:e,faultCount:n,issues:t,foreignPaths:o})=>({issueCount:e,faultCount:n,issues:t.length,foreignPaths:o.length}),dr=(e,n)=>{n.issueCount=e.issueCount,n.faultCount=e.faultCount,n.issues.length=e.issues,n.foreignPaths.length=e.foreignPaths},$e=e=>e.replaceAll("~","~0").replaceAll("/","~1"),Za=e=>e.replaceAll("~1","/").replaceAll("~0","~"),Lt=(e,n,t,o)=>{let{issues:r,foreignPaths:i}=e;for(let a=n;a<r.length;a+=1){let s=r[a];s!==void 0&&s.code!=="more_issues"&&(r[a]={...s,path:`/${o}${s.path}`})}for(let a=t;a<i.length;a+=1)i[a]=`/${o}${i[a]??""}`},mm=Object.freeze([]),$=e=>{if(e.issueCount===0)return mm;if(e.issueCount<=20)return e.issues;let n=e.issues.slice(0,19);return[...n,{code:"more_issues",path:"",expected:"",count:e.issueCount-n.length}]};var b=Symbol("FAIL");var S=class extends D{read;shape;constructor(n,t,o){super(n,r=>{let i=B(!1,"keep");return o(r,i)===r&&i.issueCount===0},(r,i)=>{let a=B(!1),s=o(r,a);return s===b?ar($(a).map(fm(i))):re(s)},G),this.read=o,this.shape=t}toJSON(){return this.name}},fm=e=>n=>{let t=n.path.split("/").slice(1).map(Za),o=e.map(({key:i,type:a})=>({key:i,type:a})),r=[...o.map(({key:i})=>i),...t].join("/");return{value:void 0,context:[...o,...t.map(i=>({key:i,type:La}))],message:n.code==="more_issues"?`${r}: and ${String(n.count)} more`:`${r}: expected ${n.expected}`}};var H=e=>typeof e=="object"&&e!==null&&!Array.isArray(e),Xn=e=>typeof e=="object"&&e!==null,pr=e=>e===null||typeof e=="string"||typeof e=="boolean"||Number.isFinite(e),ur=e=>Object.values(e),Ka=(e,n)=>{if(Array.isArray(e))return n===e.length;let t=Object.getPrototypeOf(e);return t===null||Object.getPrototypeOf(t)===null},_m=e=>{let n=new Map;for(let o of e)for(let r of ur(o))Xn(r)&&n.set(r,(n.get(r)??0)+1);let t=[...e].filter(o=>!n.has(o));for(let o of t)for(let r of ur(o)){if(!Xn(r))continue;let i=(n.get(r)??0)-1;n.set(r,i),i===0&&t.push(r)}return t.length<e.size},ym=e=>{if(!Xn(e))return pr(e)?"plain":"not-json";let n=new Set([e]),t=0,o="plain";for(let i of n){let a=ur(i);if(!Ka(i,a.length))return"not-json";Object.hasOwn(i,"__proto__")&&(o="has-proto");for(let s of a)if(Xn(s))t+=1,n.add(s);else if(!pr(s))return"not-json"}return t<n.size||!_m(n)?o:"not-json"},mr=(e,n)=>{let t=new Map,o=a=>{if(!Xn(a))return a;let s=t.get(a);if(s!==void 0)return s;let d=Array.isArray(a)?[]:{};return t.set(a,d),d},r=o(n),i=!1;for(let[a,s]of t)for(let[d,p]of Object.entries(a))d===e?i=!0:d!=="__proto__"&&(s[d]=o(p));return i?r:n},hm=e=>{if(!H(e)||!Ka(e,0))return!1;for(let n in e)if(n==="__proto__"||!pr(e[n]))return!1;return!0},$a=(e,n)=>{if(hm(e))return e;let t=ym(e);return t==="plain"?e:t==="has-proto"?mr("__proto__",e):(w(n,"wrong_kind","","JSON"),b)},je=new S("JSON",{kind:"json",object:!1},$a),z=new S("object",{kind:"json",object:!0},(e,n)=>H(e)?$a(e,n):(w(n,"wrong_kind","","an object"),b));var g=(e,n,t)=>{if(H(e))return t?.mayInherit===!1||Object.hasOwn(e,n)?e[n]:void 0},vn=(e,n,t,o,r,i)=>new S(e,{kind:"choice",members:n,discriminator:null,cases:i},(a,s)=>{if(!H(a))return w(s,"wrong_kind","","an object"),b;let d=t(a,s);return d!==null?d.read(a,s):(w(s,"missing",o,r),b)}),gm=(e,n,t)=>{let o=new Map;for(let[r,i]of Object.entries(n))o.set(i,[...o.get(i)??[],r]);return[...Array.from(o,([r,i])=>({when:[{path:[e],is:i}],codec:r})),{when:[{path:[e],is:"word"}],codec:t}]},Pe=(e,n,t,o)=>{let r=new Map(Object.entries(t).map(([s,d])=>[s,{word:s,codec:d}])),a={kind:"choice",members:[...new Set([...Object.values(t),o])],discriminator:n,cases:gm(n,t,o)};return new S(e,a,(s,d)=>{if(!H(s))return w(d,"wrong_kind","","an object"),b;let p=g(s,n,d);if(typeof p!="string"||p==="")return w(d,p===void 0?"missing":"wrong_kind",`/${n}`,"text"),b;let m=r.get(p);return m===void 0?o.read(s,d):(d.owned&&(s[n]=m.word),m.codec.read(s,d))})};var bm=[Wa,Ua,sr,cr],Ja=e=>bm.some(t=>e instanceof t)?Ja(e.type):e,xm=e=>{let n="",t=null;for(let{key:o,type:r}of e){if(t instanceof Na)return n;t===null||t instanceof lr||t instanceof za||(n+=`/${$e(o)}`),t=Ja(r)}return n},wm=e=>"read"in e&&"shape"in e,Tn=e=>wm(e)?e:{name:e.name,shape:{kind:"json",object:!1},read:(n,t)=>{let o=je.read(n,t);if(o===b)return b;let r=e.decode(o);if(!C(r))return r.right;for(let{context:i}of r.left)w(t,"wrong_kind",xm(i),i.at(-1)?.type.name??e.name);return b}};var x=e=>new S(`list of ${e.name}`,{kind:"list",item:e},(n,t)=>{if(!Array.isArray(n))return w(t,"wrong_kind","","a list"),b;let o=n,r=!1,i=[];for(let a=0;a<o.length;a+=1){let s=o[a],d=t.issues.length,p=t.foreignPaths.length,m=e.read(s,t);Lt(t,d,p,String(a)),m!==b&&i.push(m),m!==s&&(r=!0)}return r?i:n});var qe=(e,n)=>(w(e,"wrong_kind","",n),b),c=new S("text",{kind:"text",format:null,known:[],checked:!1},(e,n)=>typeof e=="string"?e:qe(n,"text")),j=e=>new S("text",{kind:"text",format:null,known:e,checked:!1},(n,t)=>typeof n=="string"?n:qe(t,"text")),fr=(e,n)=>new S(e,{kind:"text",format:e,known:[],checked:!0},(t,o)=>typeof t=="string"&&n(t)?t:qe(o,e)),ee=e=>new S(e,{kind:"text",format:e,known:[],checked:!1},c.read),_=new S("id",{kind:"id"},(e,n)=>typeof e=="string"?e:Number.isSafeInteger(e)?String(e):qe(n,"text or a safe integer")),vm=/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/,Tm=26,Va=e=>typeof e=="number"?Number.isFinite(e)?e:null:typeof e!="string"||e.length>Tm||!vm.test(e)?null:Number(e),P=new S("number",{kind:"number",integer:!1},(e,n)=>Va(e)??qe(n,"a number")),ve=new S("integer",{kind:"number",integer:!0},(e,n)=>{let t=Va(e);return t!==null&&Number.isSafeInteger(t)?t:qe(n,"a whole number")}),v=new S("boolean",{kind:"boolean"},(e,n)=>typeof e=="boolean"?e:e==="true"?!0:e==="false"?!1:qe(n,"true or false")),h=e=>{let n=new Set(e),t=r=>n.has(r),o=e.map(r=>`"${r}"`).join(" or ");return new S(o,{kind:"enumeration",values:e},(r,i)=>t(r)?r:qe(i,o))},Te=(e,n)=>{let t=`${e.name} or ${n.name}`;return new S(t,{kind:"choice",members:[e,n],discriminator:null},(o,r)=>{let i=Ya(r),a=e.read(o,r);if(a!==b)return a;dr(i,r);let s=n.read(o,r);return s!==b?s:(dr(i,r),qe(r,t))})};var f=e=>({presence:"required",codec:e}),M=(e,n)=>({presence:"defaulted",codec:n,value:e}),Am=({shape:e})=>e.kind==="id"||e.kind==="text"&&!e.checked,Sm=e=>Array.isArray(e)?Object.freeze([...e]):typeof e=="object"&&e!==null?Object.freeze({...e}):e,Ga=(e,n,t)=>{let o="presence"in n?n.codec:n;return{key:e,read:o.read,isRequired:"presence"in n&&n.presence==="required",emptyIsAbsent:t,takesText:Am(o)&&!("presence"in n&&n.presence==="required"),absent:"presence"in n&&n.presence==="defaulted"?Sm(n.value):null,next:null}},Em=(e,n)=>{let t=Object.entries(e).map(([o,r])=>Ga(o,r,!n));return{slots:new Map(t.map(o=>[o.key,o])),list:t,requiredCount:t.filter(o=>o.isRequired).length,complete:n,start:Ga("",je,n)}},km=e=>Object.entries(e).map(([n,t])=>"presence"in t?{key:n,presence:t.presence,codec:t.codec}:{key:n,presence:"optional",codec:t}),Qa=(e,n)=>{let t=null;return{kind:"struct",get fields(){return t??=km(e)},complete:n}},es=(e,n)=>{let t=null;return(o,r)=>Im(t??=Em(e,n),o,r)},Xa=(e,n)=>{let t={};for(let o in e){if(o===n)break;t[o]=e[o]}return t},jm=(e,n,t)=>(t.foreign==="list"&&Ha(t,`/${$e(e)}`),t.foreign!=="keep"||e==="__proto__"?b:je.read(n,t)),Pm=(e,n,t)=>{let o=n===""&&e.emptyIsAbsent;if((o||n===null||n===void 0)&&!e.isRequired)return e.absent;let r=t.issues.length,i=t.foreignPaths.length,a=o?Om(t):e.read(n,t);return(t.issues.length!==r||t.foreignPaths.length!==i)&&Lt(t,r,i,$e(e.key)),a===b&&!e.isRequired?e.absent:a},Om=e=>(w(e,"missing","","a value"),b),Cm=e=>Object.prototype.toString.call(e)!=="[object Object]",Rm=(e,n,t)=>{for(let o of e.list)o.isRequired&&!Object.hasOwn(n,o.key)&&w(t,"missing",`/${$e(o.key)}`,"a value")},Dm=(e,n)=>{let t={...n};for(let o of e.list)Object.hasOwn(t,o.key)||(t[o.key]=o.absent);return t},Im=(e,n,t)=>{if(!H(n)||t.mayInherit&&Cm(n))return w(t,"wrong_kind","","an object"),b;let{mayInherit:o}=t,r=n,i=e.start,a=0,s=0;for(let d in n){if(o&&!Object.hasOwn(n,d))continue;let p=n[d],m=i.next;if(m?.key!==d){if(m=e.slots.get(d)??null,m===null){let W=jm(d,p,t);r===n&&W!==p&&(r=Xa(n,d)),r!==n&&W!==b&&(r[d]=W);continue}i.next=m}i=m,a+=1;let y=p;if((!m.takesText||typeof p!="string"||p.length===0)&&(y=Pm(m,p,t),m.isRequired)){if(y===b)continue;s+=1}if(r===n){if(y===p)continue;t.owned||(r=Xa(n,d))}r[d]=y}return s<e.requiredCount?(Rm(e,n,t),b):e.complete&&a<e.list.length?Dm(e,r):r},u=(e,n)=>{let t=es(n,!1);return new S(e,Qa(n,!1),t)},E=(e,n)=>{let t=es(n,!0);return new S(e,Qa(n,!0),t)},Mt=e=>{for(let n of Object.values(e))Object.freeze(n);return e},U=e=>{let n=e.read({},B(!1));if(n===b)throw new TypeError(`${e.name} has a required field`);return Mt(JSON.parse(JSON.stringify(n)))};var Fm=[0,31,28,31,30,31,30,31,31,30,31,30,31],sn=-621355968e5,Qn=0xe677d21fdbff;function cn(e,n,t){let o=n>2?e:e-1,r=((n>2?n-3:n+9)*153+2)/5|0;return o*365+(o>>2)-(o/100|0)+(o/400|0)+r+t-1-719468}function Nt(e){let n=e+719468,t=n/146097|0,o=n-t*146097,r=(o-(o/1460|0)+(o/36524|0)-(o/146096|0))/365|0,i=o-(r*365+(r>>2)-(r/100|0)),a=(5*i+2)/153|0,s=a<10?a+3:a-9;return{year:r+t*400+(s>2?0:1),month:s,day:i-((153*a+2)/5|0)+1}}function Lm(e){return(e&3)===0&&(e%100!==0||e%400===0)}function ln(e,n,t){return e>=1&&e<=9999&&n>=1&&n<=12&&t>=1?t<=28?!0:t<=(Fm[n]??0)||n===2&&t===29&&Lm(e):!1}function Je(e,n){let t=e.charCodeAt(n);return t>=48&&t<=57?t-48:-1}function J(e,n){let t=e.charCodeAt(n),o=e.charCodeAt(n+1);return t>=48&&t<=57&&o>=48&&o<=57?t*10+o-528:-1}function et(e,n){let t=J(e,n),o=J(e,n+2);return t>=0&&o>=0?t*100+o:-1}var ns=47,ts=45,os=10;function ge(e){return e.length!==os||e.charCodeAt(4)!==ts||e.charCodeAt(7)!==ts?null:ln(et(e,0),J(e,5),J(e,8))?e:null}function rs(e){return e.length!==os||e.charCodeAt(2)!==ns||e.charCodeAt(5)!==ns||!ln(et(e,6),J(e,0),J(e,3))?null:`${e.slice(6)}-${e.slice(0,2)}-${e.slice(3,5)}`}var Mm=84,_r=32,Nm=90,zm=43,zt=45,Um=46,hr=58,be=48,is=16,Wm=35,Bm=9;function le(e){let n=e.length;if(n<is||n>Wm)return null;let t=qm(e);if(t===null)return null;let o=t,r="minute",i=is;if(e.charCodeAt(i)===hr){let s=J(e,i+1);if(s<0||s>59)return null;if(o+=s*1e3,r="second",i+=3,e.charCodeAt(i)===Um){let d=Hm(e,i+1);if(d===0||d>Bm)return null;o+=Ym(e,i+1,d),r="millisecond",i+=1+d}}if(i===n)return{wall:o,offset:null,precision:r};let a=Zm(e,i);return a===null?null:{wall:o,offset:a,precision:r}}function qm(e){let n=e.charCodeAt(0)-be,t=e.charCodeAt(1)-be,o=e.charCodeAt(2)-be,r=e.charCodeAt(3)-be,i=e.charCodeAt(5)-be,a=e.charCodeAt(6)-be,s=e.charCodeAt(8)-be,d=e.charCodeAt(9)-be,p=e.charCodeAt(11)-be,m=e.charCodeAt(12)-be,y=e.charCodeAt(14)-be,W=e.charCodeAt(15)-be,we=n|t|o|r|i|a|s|d|p|m|y|W,Dt=9-n|9-t|9-o|9-r|9-i|9-a|9-s|9-d|9-p|9-m|9-y|9-W;if((we|Dt)<0)return null;let wn=e.charCodeAt(10);if(wn!==Mm&&wn!==_r||e.charCodeAt(4)!==zt||e.charCodeAt(7)!==zt||e.charCodeAt(13)!==hr)return null;let wa=n*1e3+t*100+o*10+r,va=i*10+a,Ta=s*10+d,Aa=p*10+m,Sa=y*10+W;return!ln(wa,va,Ta)||Aa>23||Sa>59?null:cn(wa,va,Ta)*864e5+Aa*36e5+Sa*6e4}function Hm(e,n){let t=n;for(;Je(e,t)>=0;)t++;return t-n}function Ym(e,n,t){return Je(e,n)*100+(t>1?Je(e,n+1)*10:0)+(t>2?Je(e,n+2):0)}function Zm(e,n){let t=e.length-n,o=e.charCodeAt(n);if(o===Nm)return t===1?0:null;if(o===_r)return t===4&&e.charCodeAt(10)===_r&&e.endsWith("UTC")?0:null;if(t!==6||o!==zm&&o!==zt||e.charCodeAt(n+3)!==hr)return null;let r=J(e,n+1),i=J(e,n+4);if(r<0||r>23||i<0||i>59)return null;let a=r*60+i;return o===zt&&a!==0?-a:a}var cs=Array.from({length:100},(e,n)=>n<10?`0${n}`:`${n}`);function xr(e){return new Array(e).fill("")}function oe(e){return cs[e]??""}var gr=256;function wr(e){let n=new Int32Array(gr).fill(-2147483648),t=xr(gr);return o=>{let r=o&gr-1;if(n[r]===o)return t[r]??"";let i=e(Nt(o));return n[r]=o,t[r]=i,i}}function vr(e){return oe(e/100|0)+oe(e%100)}var Km=wr(({year:e,month:n,day:t})=>`${vr(e)}-${oe(n)}-${oe(t)}`),as=xr(1440);function $m(e){let n=as[e];if(n!==void 0&&n!=="")return n;let t=`T${oe(e/60|0)}:${oe(e%60)}:`;return as[e]=t,t}function An(e,n){if(!ds(e))return null;let t=oe(us(e));return ps(e,n?t+ms(e):t)}function ls(e){return ds(e)?ps(e,Vm(e)):null}function ds(e){return e>=sn&&e<=Qn&&Number.isInteger(e)}function ps(e,n){let t=Math.floor(e/864e5),o=(e-t*864e5)/6e4|0;return Km(t)+($m(o)+n)}function us(e){return Math.floor(e/1e3)-Math.floor(e/6e4)*60}var Jm=cs.slice(0,60).map(e=>`${e}.000Z`);function Vm(e){let n=us(e);return e%1e3===0?Jm[n]??"":`${oe(n)}${ms(e)}Z`}function ms(e){let n=e-Math.floor(e/1e3)*1e3;if(n===0)return".000";let t=n/10|0;return`.${oe(t)}${n-t*10}`}var br=1439,ss=xr(2*br+1);function nt(e){let n=ss[e+br];if(n!==void 0&&n!=="")return n;let t=Math.abs(e),o=`${e<0?"-":"+"}${oe(t/60|0)}:${oe(t%60)}`;return ss[e+br]=o,o}function tt(e){return ls(e)}function Ut(e){if(e.length!==24||e[10]!=="T"||e[19]!=="."||e[23]!=="Z")return null;let n=le(e);return n===null?null:n.wall}var ie=fr("date",e=>ge(e)!==null),Gm=fr("instant",e=>Ut(e)!==null),X=E("EventTime",{instant:Gm,local:c,offset:c,zone:c,precision:f(h(["minute","second","millisecond"])),basis:h(["offset","epoch","zone","assumed-zone"]),ambiguity:M("none",h(["none","overlap","gap"])),raw:f(Te(c,P))});var Xm={kind:c,id:c,name:c,serial:c,hubId:c,home:c},Wt=E("Device",Xm),Tr=U(Wt),Qm={device:M(Tr,Wt),state:h(["online","offline","alive","locked","power_source","unassigned"]),details:Te(c,P),user:c},fs=E("DeviceReport",Qm);var ef={holder:h(["prospect","visitor","tenant","staff"]),purpose:h(["showing","entry","unshackle","move_in","move_out"]),credential:h(["code","link","unshackle_code"]),via:h(["self_service","direct","customer_care","open_house","manager_portal","link"]),certainty:h(["recorded","reported"]),alarm:v,automatic:v,device:Wt,user:c,phoneUsed:c,phoneRegistered:c,voiceMemo:c,input:c,codeIssuedAt:X},Ar=E("Access",ef),Ve=U(Ar);var nf={amount:f(ve),currency:c,per:h(["month","year","week","day"])},Ae=E("Money",nf),Sr=48,tf=57,of=46,rf=45,Sn=e=>{let n=String(e),t=n.charCodeAt(0)===rf?1:0,o=0,r=-1;for(let i=t;i<n.length;i+=1){let a=n.charCodeAt(i);if(a===of&&r<0&&i>t)r=0;else{if(a<Sr||a>tf)return null;if(r<2)o=o*10+(a-Sr),r>=0&&(r+=1);else if(a!==Sr)return null}}return n.length===t||r===0||(r<0?o*=100:r===1&&(o*=10),!Number.isSafeInteger(o))?null:t===1&&o!==0?-o:o};var af={name:c,firstName:c,lastName:c,email:c,phone:c,otherEmail:c,otherPhone:c,role:h(["prospect","applicant","resident","visitor","tenant","owner"]),id:c,smsOptIn:v},Se=E("Person",af),Q=U(Se),Oe=(e,{name:n,email:t,phone:o})=>({name:n??null,firstName:null,lastName:null,email:t??null,phone:o??null,otherEmail:null,otherPhone:null,role:e,id:null,smsOptIn:null}),sf={kind:h(["prospect","agent","staff","call_center","owner_agent","system","visitor","tenant"]),id:c,name:c,raw:c},Bt=E("Actor",sf);var cf={current:v,street:c,city:c,state:c,zip:c,kind:c,monthlyPayment:Ae,monthlyRent:Ae,movedInOn:ie,movedOutOn:ie,reasonForMove:c,landlord:Se},lf=E("Residence",cf),df={id:c,person:f(Se),birthDate:ie,progress:P,completedAt:X,expiresAt:X,relationship:c,residences:M([],x(lf))},pf=E("Applicant",df),uf={id:c,status:c,applicants:M([],x(pf))},Er=E("Application",uf),_s=U(Er);var mf={direction:h(["in","out"]),channel:h(["email","sms","voicemail"]),purpose:h(["autoreply","autoreply_followup","follow_up","follow_up_reschedule","scheduling_link","self_tour_link","application_criteria_link","apply_now_link","cancel_notice","cancel_warning","rent_reduction","new_listing","showtimes_available","upcoming_showings","pre_screen_reminder","unclaimed_alert"]),audience:h(["prospect","staff","owner_agent","approvers"]),automatic:v,text:c},kr=E("Message",mf),qt=U(kr),ff={direction:h(["inbound","outbound"]),kind:h(["call","redirect","transfer"]),from:h(["call_center","agent"]),to:h(["call_center","agent"])},jr=E("Call",ff),ys=U(jr),_f={items:M([],x(h(["document","answers"]))),additional:v,resent:v,step:h(["requested","sent"])},Pr=E("Document",_f),hs=U(Pr),yf={kind:h(["pre_screen","pet","answers","criteria"]),outcome:h(["passed","failed","mismatched","overridden"]),criterion:h(["pets","income","move_in_date","custom_question"]),by:h(["call_center","staff","system"])},Or=E("Screening",yf),gs=U(Or);var hf={bedrooms:P,bathrooms:P,rent:Ae,squareFeet:P,cats:v,dogs:v,unitTag:c},bs=E("PropertyFacts",hf),Ge=U(bs),gf={id:c,name:c},bf=E("Market",gf),xf={id:c,listingId:c,unitId:c,unitNumber:c,communityId:c,tag:c,externalId:c,communityExternalId:c,address:c,name:c,market:bf,summary:c,facts:bs},He=E("Property",xf),L=U(He);var wf={moveInDate:ie,moveInAt:X,moveInText:c,maxRent:Ae,layouts:M([],x(c)),residents:P,hasPets:v,monthlyIncome:Ae,letter:c,reasonForMove:c,homeChoiceImportance:c},xs=E("Wishes",wf),En=U(xs),vf={source:c,medium:c,campaign:c,term:c,content:c},Cr=E("Utm",vf),Tf={kind:h(["listing","office","business_form","user","evaluation_form"]),id:c,reference:c},Af=E("LeadSubject",Tf),Sf={text:c,receivedAt:X,kind:c},Ef=E("LeadMessage",Sf),kf={id:c,isNew:v,origin:h(["prospect","call_center","portal","import","batch"]),source:c,channel:h(["sms","ils","call_center","voicemail"]),topic:h(["off_market_listing","multi_unit","application_criteria","availability","preleased"]),status:c,previousStatus:c,reason:c,followUp:v,changed:M([],x(c)),subject:Af,people:M([],x(Se)),properties:M([],x(He)),message:c,messages:M([],x(Ef)),wishes:xs,utm:Cr,createdAt:X},Rr=E("Lead",kf),me=U(Rr);var jf={kind:c,code:c,amount:Ae,from:ie,to:ie,description:c},Pf=E("Charge",jf),Of={id:c,transactionId:c,transactionType:c,clientId:c,status:c,previousStatus:c,updateType:c,startDate:ie,endDate:ie,moveInDate:ie,moveOutDate:ie,rent:Ae,charges:M([],x(Pf)),tenantExternalId:c,guestCardExternalId:c},Ht=E("Lease",Of),Xe=U(Ht);var Cf={id:c,externalId:c,status:c,operation:h(["create","update","delete"]),success:v,errors:M([],x(c)),perPerson:v},Dr=E("Listing",Cf),Yt=U(Dr);var Rf={field:c,previous:je,new:je},Df=E("Change",Rf),If={id:c,rootId:c,kind:c},ws=E("Job",If),Ff={id:c,model:c,modelRaw:c,entity:h(["lead","applicant","application","resident","lease","unit","property","listing","event","employee","service_request","charge","payment","invoice","vendor","amenity","location","screening","agent","call","concession","construction_job","contract","deposit","fee","floor_plan","owner","pet","purchase_order","transaction","vehicle"]),fields:z,changes:x(Df),touchedOnly:v,context:z,integrationId:c,vendor:c,job:ws},vs=E("RecordRow",Ff),Lf={first:v,finished:v,backfill:v,succeededJobs:P,failedJobs:P,scheduleId:c,models:M([],x(c)),writeStatus:c,errors:M([],x(c)),integrationId:c,vendor:c,job:ws},Ir=E("Sync",Lf),Zt=U(Ir);var Mf={from:h(["prospect","agent"]),interest:c,improvements:M([],x(c)),accessProblem:v,propertyProblem:c,notes:c},Nf=E("Feedback",Mf),zf={id:c,leadId:c,slot:M("unknown",h(["requested","tentative","booked","dropped","done","unchanged","unknown"])),mode:h(["self_guided","agent_guided","open_house","virtual"]),startsAt:X,endsAt:X,date:ie,createdAt:X,confirmedAt:X,canceledAt:X,codeIssuedAt:X,zoneName:c,zoneOffset:P,status:c,notes:c,source:c,utm:Cr,isNew:v,hidden:v,safeMode:v,automatic:v,emergency:v,lastReminder:v,reason:c,isReason:v,subject:h(["showing","lead"]),criterion:h(["pets","income","move_in_date","custom_question"]),scope:h(["self","everyone"]),about:h(["showing","acceptance","proposed_times","claim"]),recipient:h(["prospect","staff","owner_agent","approvers"]),assignee:Bt,unitIds:M([],x(c)),feedback:Nf},Ce=E("Showing",zf),ae=U(Ce);var Ye={person:f(Se),property:f(He)},Fr={lead:{...Ye,showing:Ce,lead:f(Rr)},screening:{...Ye,showing:Ce,screening:f(Or)},showing:{...Ye,showing:f(Ce)},access:{...Ye,showing:Ce,access:f(Ar)},message:{...Ye,showing:Ce,message:f(kr)},call:{...Ye,showing:Ce,call:f(jr)},document:{...Ye,showing:Ce,document:f(Pr)},application:{...Ye,application:f(Er)},listing:{property:f(He),person:Se,listing:f(Dr)},lease:{...Ye,lease:f(Ht)},record:{record:f(vs),person:Se,property:He,lease:Ht},sync:{sync:f(Ir)},device:{property:f(He),device:f(fs)},unrecognized:{discriminator:c,newerType:c,person:Se,property:He,showing:Ce}};var Kt={lead:["created","updated","inquired","waitlisted","status_changed","flagged"],screening:["requested","completed","overridden","mismatched"],showing:["requested","scheduled","confirmation_requested","confirmed","unconfirmed","acceptance_requested","accepted","declined","assigned","reschedule_requested","updated","canceled","uncanceled","denied","reminded","started","completed","no_show","no_show_undone","feedback_received"],access:["code_requested","code_issued","verification_started","unlocked","security_check_requested","secured","unsecured","tenant_access"],message:["sent","received","failed"],call:["started","completed","transferred"],document:["requested","verification_requested","received","verified"],application:["updated"],listing:["available","created","updated","deleted","change_failed"],lease:["status_changed","updated","terms_updated","fees_updated","unit_reserved","unit_released","item_selected","item_deselected","quote_created","move_in","move_in_canceled"],record:["created","updated"],sync:["completed","job_succeeded","job_failed","write_failed"],device:["reported"]},Uf=new Map([...Object.entries(Kt).flatMap(([e,n])=>n.map(t=>[`${e}.${t}`,e])),["unrecognized","unrecognized"]]),Ts=e=>Uf.get(e)??null;var Wf=E("EventOrder",{by:f(h(["sequence","time"])),value:f(c),precision:h(["minute","second","millisecond"])}),Bf=E("Identity",{strength:f(h(["provider-id","derived","content"])),parts:M([],x(c)),order:Wf}),qf=E("Verification",{method:f(h(["hmac-sha256","token","shared-secret","none"])),covers:f(h(["body","nothing"])),replayProtected:f(v),secret:Te(c,P)}),Es=["code","path","expected"],Hf={kind:"struct",fields:Es.map(e=>({key:e,presence:"required",codec:c})),complete:!0},Yf=new S("Issue",Hf,(e,n)=>Es.map(o=>g(e,o)).every(o=>typeof o=="string")?z.read(e,n):(w(n,"wrong_kind","","an issue"),b)),As=(e,n)=>{let t=new Map(e.map(({name:i,codec:a})=>[i,E(n==="open"?`${i} source with an open payload`:`${i} source`,{provider:f(h([i])),type:f(c),payload:f(n==="open"?z:Tn(a)),raw:c})])),o={kind:"choice",members:[...t.values()],discriminator:"provider",cases:Array.from(t,([i,a])=>({when:[{path:["provider"],is:[i]}],codec:a}))},r=[...t.keys()].map(i=>`"${i}"`).join(" or ");return new S("Source",o,(i,a)=>{let s=g(i,"provider"),d=typeof s=="string"?t.get(s):void 0;return d!==void 0?d.read(i,a):(w(a,"wrong_kind","/provider",r),b)})},ks=e=>({id:c,occurredAt:X,actor:Bt,completeness:f(h(["snapshot","partial","diff"])),identity:f(Bf),source:f(e),verification:qf,issues:M([],x(Yf))}),js=e=>e==="unrecognized"?[e]:Kt[e].map(n=>`${e}.${n}`),Ss=(e,n)=>E(`${e} event`,{family:f(h([e])),type:f(h(js(e))),...ks(n),...Fr[e]}),Zf=(e,n)=>({...e,family:"unrecognized",type:"unrecognized",newerType:n}),Kf=(e,n)=>{let{newerType:t,...o}=Fr.unrecognized;return{name:"newer event",shape:E("newer event",{type:f(c),...ks(e),...o}).shape,read:(r,i)=>{let a=g(r,"type"),s=H(r)&&typeof a=="string";return n.read(s?Zf(r,a):r,i)}}},Ps=(e,n)=>{let t=As(n,"documented"),o=As(n,"open"),r=Ss("unrecognized",o),i=Kf(o,r),a=new Map([...Object.keys(Kt).map(p=>[p,Ss(p,t)]),["unrecognized",r]]),s=(p,m)=>{let y=g(p,"type");if(!H(p)||typeof y!="string")return w(m,"wrong_kind","/type","the type of an event"),b;let W=Ts(y);return((W===null?void 0:a.get(W))??i).read(p,m)},d={kind:"choice",members:[...a.values()],discriminator:"family",cases:[...Array.from(a,([p,m])=>({when:[{path:["type"],is:js(p)}],codec:m})),{when:[{path:["type"],is:"text"}],codec:i}]};return new S(e,d,(p,m)=>{let{foreign:y}=m;m.foreign="keep";let W=s(p,m);return m.foreign=y,W})};var Re=e=>e;var $f=new TextEncoder,ot=e=>$f.encode(e),Os=(e,n)=>{let t=e.length^n.length;for(let o=0;o<n.length;o+=1)t|=(e[o%e.length]??0)^(n[o]??0);return t===0},Jf=/[^0-9a-f]/,Cs=e=>!Jf.test(e),Rs=(e,n)=>{if(e.length!==n.length)return!1;let t=0;for(let o=0;o<e.length;o+=1)t|=e.charCodeAt(o)^n.charCodeAt(o);return t===0};var Vf=()=>O(R("SecretMissing","a secret",{path:"secrets",hint:"is the environment variable set where this runs?"})),Ds=(e,n)=>O(R("SecretInvalid",n,{path:`secrets/${String(e)}`})),Gf=e=>e==null?[]:Array.isArray(e)?e.map((n,t)=>[t,n]):typeof e=="object"?Object.entries(e).filter(([,n])=>n!==void 0):[[0,e]],Xf=e=>e.length>0,Lr=e=>{let n=[];for(let[t,o]of Gf(e)){if(typeof o!="string"||o.trim()==="")return Ds(t,"text that is not blank");n.push({name:t,text:o})}return Xf(n)?N(n):Vf()},Qf=e=>{for(let n=0;n<e.length;n+=1){let t=e.charCodeAt(n);if(t<32||t>126)return!1}return!0},Mr=e=>Qf(e)&&e.trim()===e&&e!=="",$t=e=>{let n=Lr(e);if(n._tag==="Left")return n;let t=n.right.find(({text:o})=>!Mr(o));return t===void 0?n:Ds(t.name,"visible ASCII characters with no white space around them")},Jt=(e,n)=>{let t=null;for(let{name:o,text:r}of e)n(r)&&t===null&&(t=o);return t};var Is=" ",Fs="	",e0=e=>{let n=0,t=e.length;for(;n<t&&(e[n]===Is||e[n]===Fs);)n+=1;for(;t>n&&(e[t-1]===Is||e[t-1]===Fs);)t-=1;return e.slice(n,t)},Vt=(e,n)=>{let t=e(n);return C(t)?t:t.right.length===0?O(R("HeaderMissing","a header",{path:n})):N(t.right.map(e0).join(", "))},rt=(e,n,t,o)=>n.includes(",")?R("HeaderRepeated","the header once",{path:e}):R(t,o,{path:e});var kn=(e,n)=>Object.assign(n,{proof:e}),dn=(e,n)=>({method:e,covers:e==="hmac-sha256"?"body":"nothing",replayProtected:!1,secret:n});var n0=(e,n)=>{if(e.slice(0,n.length).toLowerCase()!==n.toLowerCase())return null;let t=e.slice(n.length);return t.startsWith(" ")?t.trimStart():null},Ls=(e,n)=>{let t=ot(n);return Jt(e,o=>Os(ot(o),t))},Nr=(e,n,t,o,r)=>{let i=Vt(o,n);if(C(i))return i;let a=t===null?i.right:n0(i.right,t);if(a===null||!Mr(a)){let d=t===null?"a token of visible ASCII characters":`${t} and a token`;return O(rt(n,i.right,"HeaderMalformed",d))}let s=Ls(r,a);return s===null?O(rt(n,a,"TokenMismatch","a token that is one of the secrets")):N(dn(e,s))},Ms=(e,n,t)=>{let o=typeof n=="string"?Ls(t,n):null;return o===null?O(R("TokenMismatch","a secret in the URL that is one of the secrets",{path:"secretFromUrl"})):N(dn(e,o))},Gt=(e,n=null)=>kn({method:"token",header:e,scheme:n},(t,o,r)=>{let i=$t(r.secrets);return C(i)?i:Nr("token",e,n,t,i.right)});var Ns=Gt("token");var pn=e=>e?.instant==null?null:{by:"time",value:e.instant,precision:e.precision},ne=e=>({strength:"content",parts:[],order:pn(e)});var T={lead:(e,n,t,o)=>({family:"lead",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),person:o.person,property:o.property,showing:o.showing,lead:o.lead}),screening:(e,n,t,o)=>({family:"screening",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),person:o.person,property:o.property,showing:o.showing,screening:o.screening}),showing:(e,n,t,o)=>({family:"showing",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),person:o.person,property:o.property,showing:o.showing}),access:(e,n,t,o)=>({family:"access",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),person:o.person,property:o.property,showing:o.showing,access:o.access}),message:(e,n,t,o)=>({family:"message",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),person:o.person,property:o.property,showing:o.showing,message:o.message}),call:(e,n,t,o)=>({family:"call",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),person:o.person,property:o.property,showing:o.showing,call:o.call}),document:(e,n,t,o)=>({family:"document",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),person:o.person,property:o.property,showing:o.showing,document:o.document}),application:(e,n,t,o)=>({family:"application",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),person:o.person,property:o.property,application:o.application}),listing:(e,n,t,o)=>({family:"listing",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),property:o.property,person:o.person,listing:o.listing}),lease:(e,n,t,o)=>({family:"lease",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),person:o.person,property:o.property,lease:o.lease}),record:(e,n,t,o)=>({family:"record",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),record:o.record,person:o.person,property:o.property,lease:o.lease}),sync:(e,n,t,o)=>({family:"sync",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),sync:o.sync}),device:(e,n,t,o)=>({family:"device",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),property:o.property,device:o.device}),unrecognized:(e,n,t,o)=>({family:"unrecognized",type:e,id:n.id,occurredAt:n.occurredAt,actor:n.actor,completeness:n.completeness,identity:n.identity,source:n.source,verification:t.verification,issues:$(t.reading),discriminator:o.discriminator,newerType:o.newerType,person:o.person,property:o.property,showing:o.showing})};var t0={lessThanXSeconds:{one:"less than a second",other:"less than {{count}} seconds"},xSeconds:{one:"1 second",other:"{{count}} seconds"},halfAMinute:"half a minute",lessThanXMinutes:{one:"less than a minute",other:"less than {{count}} minutes"},xMinutes:{one:"1 minute",other:"{{count}} minutes"},aboutXHours:{one:"about 1 hour",other:"about {{count}} hours"},xHours:{one:"1 hour",other:"{{count}} hours"},xDays:{one:"1 day",other:"{{count}} days"},aboutXWeeks:{one:"about 1 week",other:"about {{count}} weeks"},xWeeks:{one:"1 week",other:"{{count}} weeks"},aboutXMonths:{one:"about 1 month",other:"about {{count}} months"},xMonths:{one:"1 month",other:"{{count}} months"},aboutXYears:{one:"about 1 year",other:"about {{count}} years"},xYears:{one:"1 year",other:"{{count}} years"},overXYears:{one:"over 1 year",other:"over {{count}} years"},almostXYears:{one:"almost 1 year",other:"almost {{count}} years"}},zs=(e,n,t)=>{let o,r=t0[e];return typeof r=="string"?o=r:n===1?o=r.one:o=r.other.replace("{{count}}",n.toString()),t?.addSuffix?t.comparison&&t.comparison>0?"in "+o:o+" ago":o};function Xt(e){return(n={})=>{let t=n.width?String(n.width):e.defaultWidth;return e.formats[t]||e.formats[e.defaultWidth]}}var o0={full:"EEEE, MMMM do, y",long:"MMMM do, y",medium:"MMM d, y",short:"MM/dd/yyyy"},r0={full:"h:mm:ss a zzzz",long:"h:mm:ss a z",medium:"h:mm:ss a",short:"h:mm a"},i0={full:"{{date}} 'at' {{time}}",long:"{{date}} 'at' {{time}}",medium:"{{date}}, {{time}}",short:"{{date}}, {{time}}"},Us={date:Xt({formats:o0,defaultWidth:"full"}),time:Xt({formats:r0,defaultWidth:"full"}),dateTime:Xt({formats:i0,defaultWidth:"full"})};var a0={lastWeek:"'last' eeee 'at' p",yesterday:"'yesterday at' p",today:"'today at' p",tomorrow:"'tomorrow at' p",nextWeek:"eeee 'at' p",other:"P"},Ws=(e,n,t,o)=>a0[e];function jn(e){return(n,t)=>{let o=t?.context?String(t.context):"standalone",r;if(o==="formatting"&&e.formattingValues){let a=e.defaultFormattingWidth||e.defaultWidth,s=t?.width?String(t.width):a;r=e.formattingValues[s]||e.formattingValues[a]}else{let a=e.defaultWidth,s=t?.width?String(t.width):e.defaultWidth;r=e.values[s]||e.values[a]}let i=e.argumentCallback?e.argumentCallback(n):n;return r[i]}}var s0={narrow:["B","A"],abbreviated:["BC","AD"],wide:["Before Christ","Anno Domini"]},c0={narrow:["1","2","3","4"],abbreviated:["Q1","Q2","Q3","Q4"],wide:["1st quarter","2nd quarter","3rd quarter","4th quarter"]},l0={narrow:["J","F","M","A","M","J","J","A","S","O","N","D"],abbreviated:["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"],wide:["January","February","March","April","May","June","July","August","September","October","November","December"]},d0={narrow:["S","M","T","W","T","F","S"],short:["Su","Mo","Tu","We","Th","Fr","Sa"],abbreviated:["Sun","Mon","Tue","Wed","Thu","Fri","Sat"],wide:["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"]},p0={narrow:{am:"a",pm:"p",midnight:"mi",noon:"n",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"},abbreviated:{am:"AM",pm:"PM",midnight:"midnight",noon:"noon",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"},wide:{am:"a.m.",pm:"p.m.",midnight:"midnight",noon:"noon",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"}},u0={narrow:{am:"a",pm:"p",midnight:"mi",noon:"n",morning:"in the morning",afternoon:"in the afternoon",evening:"in the evening",night:"at night"},abbreviated:{am:"AM",pm:"PM",midnight:"midnight",noon:"noon",morning:"in the morning",afternoon:"in the afternoon",evening:"in the evening",night:"at night"},wide:{am:"a.m.",pm:"p.m.",midnight:"midnight",noon:"noon",morning:"in the morning",afternoon:"in the afternoon",evening:"in the evening",night:"at night"}},m0=(e,n)=>{let t=Number(e),o=t%100;if(o>20||o<10)switch(o%10){case 1:return t+"st";case 2:return t+"nd";case 3:return t+"rd"}return t+"th"},Bs={ordinalNumber:m0,era:jn({values:s0,defaultWidth:"wide"}),quarter:jn({values:c0,defaultWidth:"wide",argumentCallback:e=>e-1}),month:jn({values:l0,defaultWidth:"wide"}),day:jn({values:d0,defaultWidth:"wide"}),dayPeriod:jn({values:p0,defaultWidth:"wide",formattingValues:u0,defaultFormattingWidth:"wide"})};function Pn(e){return(n,t={})=>{let o=t.width,r=o&&e.matchPatterns[o]||e.matchPatterns[e.defaultMatchWidth],i=n.match(r);if(!i)return null;let a=i[0],s=o&&e.parsePatterns[o]||e.parsePatterns[e.defaultParseWidth],d=Array.isArray(s)?_0(s,y=>y.test(a)):f0(s,y=>y.test(a)),p;p=e.valueCallback?e.valueCallback(d):d,p=t.valueCallback?t.valueCallback(p):p;let m=n.slice(a.length);return{value:p,rest:m}}}function f0(e,n){for(let t in e)if(Object.prototype.hasOwnProperty.call(e,t)&&n(e[t]))return t}function _0(e,n){for(let t=0;t<e.length;t++)if(n(e[t]))return t}function qs(e){return(n,t={})=>{let o=n.match(e.matchPattern);if(!o)return null;let r=o[0],i=n.match(e.parsePattern);if(!i)return null;let a=e.valueCallback?e.valueCallback(i[0]):i[0];a=t.valueCallback?t.valueCallback(a):a;let s=n.slice(r.length);return{value:a,rest:s}}}var y0=/^(\d+)(th|st|nd|rd)?/i,h0=/\d+/i,g0={narrow:/^(b|a)/i,abbreviated:/^(b\.?\s?c\.?|b\.?\s?c\.?\s?e\.?|a\.?\s?d\.?|c\.?\s?e\.?)/i,wide:/^(before christ|before common era|anno domini|common era)/i},b0={any:[/^b/i,/^(a|c)/i]},x0={narrow:/^[1234]/i,abbreviated:/^q[1234]/i,wide:/^[1234](th|st|nd|rd)? quarter/i},w0={any:[/1/i,/2/i,/3/i,/4/i]},v0={narrow:/^[jfmasond]/i,abbreviated:/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,wide:/^(january|february|march|april|may|june|july|august|september|october|november|december)/i},T0={narrow:[/^j/i,/^f/i,/^m/i,/^a/i,/^m/i,/^j/i,/^j/i,/^a/i,/^s/i,/^o/i,/^n/i,/^d/i],any:[/^ja/i,/^f/i,/^mar/i,/^ap/i,/^may/i,/^jun/i,/^jul/i,/^au/i,/^s/i,/^o/i,/^n/i,/^d/i]},A0={narrow:/^[smtwf]/i,short:/^(su|mo|tu|we|th|fr|sa)/i,abbreviated:/^(sun|mon|tue|wed|thu|fri|sat)/i,wide:/^(sunday|monday|tuesday|wednesday|thursday|friday|saturday)/i},S0={narrow:[/^s/i,/^m/i,/^t/i,/^w/i,/^t/i,/^f/i,/^s/i],any:[/^su/i,/^m/i,/^tu/i,/^w/i,/^th/i,/^f/i,/^sa/i]},E0={narrow:/^(a|p|mi|n|(in the|at) (morning|afternoon|evening|night))/i,any:/^([ap]\.?\s?m\.?|midnight|noon|(in the|at) (morning|afternoon|evening|night))/i},k0={any:{am:/^a/i,pm:/^p/i,midnight:/^mi/i,noon:/^no/i,morning:/morning/i,afternoon:/afternoon/i,evening:/evening/i,night:/night/i}},Hs={ordinalNumber:qs({matchPattern:y0,parsePattern:h0,valueCallback:e=>parseInt(e,10)}),era:Pn({matchPatterns:g0,defaultMatchWidth:"wide",parsePatterns:b0,defaultParseWidth:"any"}),quarter:Pn({matchPatterns:x0,defaultMatchWidth:"wide",parsePatterns:w0,defaultParseWidth:"any",valueCallback:e=>e+1}),month:Pn({matchPatterns:v0,defaultMatchWidth:"wide",parsePatterns:T0,defaultParseWidth:"any"}),day:Pn({matchPatterns:A0,defaultMatchWidth:"wide",parsePatterns:S0,defaultParseWidth:"any"}),dayPeriod:Pn({matchPatterns:E0,defaultMatchWidth:"any",parsePatterns:k0,defaultParseWidth:"any"})};var zr={code:"en-US",formatDistance:zs,formatLong:Us,formatRelative:Ws,localize:Bs,match:Hs,options:{weekStartsOn:0,firstWeekContainsDate:1}};var j0={};function De(){return j0}var P0=Math.pow(10,8)*24*60*60*1e3,r5=-P0,Qt=6048e5,Ys=864e5;var O0=3600;var Zs=O0*24,i5=Zs*7,C0=Zs*365.2425,R0=C0/12,a5=R0*3,Ur=Symbol.for("constructDateFrom");function de(e,n){return typeof e=="function"?e(n):e&&typeof e=="object"&&Ur in e?e[Ur](n):e instanceof Date?new e.constructor(n):new Date(n)}function Y(e,n){return de(n||e,e)}function Wr(e){let n=Y(e),t=new Date(Date.UTC(n.getFullYear(),n.getMonth(),n.getDate(),n.getHours(),n.getMinutes(),n.getSeconds(),n.getMilliseconds()));return t.setUTCFullYear(n.getFullYear()),+e-+t}function Ks(e,...n){let t=de.bind(null,e||n.find(o=>typeof o=="object"));return n.map(t)}function Br(e,n){let t=Y(e,n?.in);return t.setHours(0,0,0,0),t}function $s(e,n,t){let[o,r]=Ks(t?.in,e,n),i=Br(o),a=Br(r),s=+i-Wr(i),d=+a-Wr(a);return Math.round((s-d)/Ys)}function Js(e,n){let t=Y(e,n?.in);return t.setFullYear(t.getFullYear(),0,1),t.setHours(0,0,0,0),t}function Vs(e,n){let t=Y(e,n?.in);return $s(t,Js(t))+1}function Ze(e,n){let t=De(),o=n?.weekStartsOn??n?.locale?.options?.weekStartsOn??t.weekStartsOn??t.locale?.options?.weekStartsOn??0,r=Y(e,n?.in),i=r.getDay(),a=(i<o?7:0)+i-o;return r.setDate(r.getDate()-a),r.setHours(0,0,0,0),r}function un(e,n){return Ze(e,{...n,weekStartsOn:1})}function eo(e,n){let t=Y(e,n?.in),o=t.getFullYear(),r=de(t,0);r.setFullYear(o+1,0,4),r.setHours(0,0,0,0);let i=un(r),a=de(t,0);a.setFullYear(o,0,4),a.setHours(0,0,0,0);let s=un(a);return t.getTime()>=i.getTime()?o+1:t.getTime()>=s.getTime()?o:o-1}function Gs(e,n){let t=eo(e,n),o=de(n?.in||e,0);return o.setFullYear(t,0,4),o.setHours(0,0,0,0),un(o)}function Xs(e,n){let t=Y(e,n?.in),o=+un(t)-+Gs(t);return Math.round(o/Qt)+1}function no(e,n){let t=Y(e,n?.in),o=t.getFullYear(),r=De(),i=n?.firstWeekContainsDate??n?.locale?.options?.firstWeekContainsDate??r.firstWeekContainsDate??r.locale?.options?.firstWeekContainsDate??1,a=de(n?.in||e,0);a.setFullYear(o+1,0,i),a.setHours(0,0,0,0);let s=Ze(a,n),d=de(n?.in||e,0);d.setFullYear(o,0,i),d.setHours(0,0,0,0);let p=Ze(d,n);return+t>=+s?o+1:+t>=+p?o:o-1}function Qs(e,n){let t=De(),o=n?.firstWeekContainsDate??n?.locale?.options?.firstWeekContainsDate??t.firstWeekContainsDate??t.locale?.options?.firstWeekContainsDate??1,r=no(e,n),i=de(n?.in||e,0);return i.setFullYear(r,0,o),i.setHours(0,0,0,0),Ze(i,n)}function ec(e,n){let t=Y(e,n?.in),o=+Ze(t,n)-+Qs(t,n);return Math.round(o/Qt)+1}function I(e,n){let t=e<0?"-":"",o=Math.abs(e).toString().padStart(n,"0");return t+o}var Ke={y(e,n){let t=e.getFullYear(),o=t>0?t:1-t;return I(n==="yy"?o%100:o,n.length)},M(e,n){let t=e.getMonth();return n==="M"?String(t+1):I(t+1,2)},d(e,n){return I(e.getDate(),n.length)},a(e,n){let t=e.getHours()/12>=1?"pm":"am";switch(n){case"a":case"aa":return t.toUpperCase();case"aaa":return t;case"aaaaa":return t[0];default:return t==="am"?"a.m.":"p.m."}},h(e,n){return I(e.getHours()%12||12,n.length)},H(e,n){return I(e.getHours(),n.length)},m(e,n){return I(e.getMinutes(),n.length)},s(e,n){return I(e.getSeconds(),n.length)},S(e,n){let t=n.length,o=e.getMilliseconds(),r=Math.trunc(o*Math.pow(10,t-3));return I(r,n.length)}};var On={am:"am",pm:"pm",midnight:"midnight",noon:"noon",morning:"morning",afternoon:"afternoon",evening:"evening",night:"night"},qr={G:function(e,n,t){let o=e.getFullYear()>0?1:0;switch(n){case"G":case"GG":case"GGG":return t.era(o,{width:"abbreviated"});case"GGGGG":return t.era(o,{width:"narrow"});default:return t.era(o,{width:"wide"})}},y:function(e,n,t){if(n==="yo"){let o=e.getFullYear(),r=o>0?o:1-o;return t.ordinalNumber(r,{unit:"year"})}return Ke.y(e,n)},Y:function(e,n,t,o){let r=no(e,o),i=r>0?r:1-r;if(n==="YY"){let a=i%100;return I(a,2)}return n==="Yo"?t.ordinalNumber(i,{unit:"year"}):I(i,n.length)},R:function(e,n){let t=eo(e);return I(t,n.length)},u:function(e,n){let t=e.getFullYear();return I(t,n.length)},Q:function(e,n,t){let o=Math.ceil((e.getMonth()+1)/3);switch(n){case"Q":return String(o);case"QQ":return I(o,2);case"Qo":return t.ordinalNumber(o,{unit:"quarter"});case"QQQ":return t.quarter(o,{width:"abbreviated",context:"formatting"});case"QQQQQ":return t.quarter(o,{width:"narrow",context:"formatting"});default:return t.quarter(o,{width:"wide",context:"formatting"})}},q:function(e,n,t){let o=Math.ceil((e.getMonth()+1)/3);switch(n){case"q":return String(o);case"qq":return I(o,2);case"qo":return t.ordinalNumber(o,{unit:"quarter"});case"qqq":return t.quarter(o,{width:"abbreviated",context:"standalone"});case"qqqqq":return t.quarter(o,{width:"narrow",context:"standalone"});default:return t.quarter(o,{width:"wide",context:"standalone"})}},M:function(e,n,t){let o=e.getMonth();switch(n){case"M":case"MM":return Ke.M(e,n);case"Mo":return t.ordinalNumber(o+1,{unit:"month"});case"MMM":return t.month(o,{width:"abbreviated",context:"formatting"});case"MMMMM":return t.month(o,{width:"narrow",context:"formatting"});default:return t.month(o,{width:"wide",context:"formatting"})}},L:function(e,n,t){let o=e.getMonth();switch(n){case"L":return String(o+1);case"LL":return I(o+1,2);case"Lo":return t.ordinalNumber(o+1,{unit:"month"});case"LLL":return t.month(o,{width:"abbreviated",context:"standalone"});case"LLLLL":return t.month(o,{width:"narrow",context:"standalone"});default:return t.month(o,{width:"wide",context:"standalone"})}},w:function(e,n,t,o){let r=ec(e,o);return n==="wo"?t.ordinalNumber(r,{unit:"week"}):I(r,n.length)},I:function(e,n,t){let o=Xs(e);return n==="Io"?t.ordinalNumber(o,{unit:"week"}):I(o,n.length)},d:function(e,n,t){return n==="do"?t.ordinalNumber(e.getDate(),{unit:"date"}):Ke.d(e,n)},D:function(e,n,t){let o=Vs(e);return n==="Do"?t.ordinalNumber(o,{unit:"dayOfYear"}):I(o,n.length)},E:function(e,n,t){let o=e.getDay();switch(n){case"E":case"EE":case"EEE":return t.day(o,{width:"abbreviated",context:"formatting"});case"EEEEE":return t.day(o,{width:"narrow",context:"formatting"});case"EEEEEE":return t.day(o,{width:"short",context:"formatting"});default:return t.day(o,{width:"wide",context:"formatting"})}},e:function(e,n,t,o){let r=e.getDay(),i=(r-o.weekStartsOn+8)%7||7;switch(n){case"e":return String(i);case"ee":return I(i,2);case"eo":return t.ordinalNumber(i,{unit:"day"});case"eee":return t.day(r,{width:"abbreviated",context:"formatting"});case"eeeee":return t.day(r,{width:"narrow",context:"formatting"});case"eeeeee":return t.day(r,{width:"short",context:"formatting"});default:return t.day(r,{width:"wide",context:"formatting"})}},c:function(e,n,t,o){let r=e.getDay(),i=(r-o.weekStartsOn+8)%7||7;switch(n){case"c":return String(i);case"cc":return I(i,n.length);case"co":return t.ordinalNumber(i,{unit:"day"});case"ccc":return t.day(r,{width:"abbreviated",context:"standalone"});case"ccccc":return t.day(r,{width:"narrow",context:"standalone"});case"cccccc":return t.day(r,{width:"short",context:"standalone"});default:return t.day(r,{width:"wide",context:"standalone"})}},i:function(e,n,t){let o=e.getDay(),r=o===0?7:o;switch(n){case"i":return String(r);case"ii":return I(r,n.length);case"io":return t.ordinalNumber(r,{unit:"day"});case"iii":return t.day(o,{width:"abbreviated",context:"formatting"});case"iiiii":return t.day(o,{width:"narrow",context:"formatting"});case"iiiiii":return t.day(o,{width:"short",context:"formatting"});default:return t.day(o,{width:"wide",context:"formatting"})}},a:function(e,n,t){let r=e.getHours()/12>=1?"pm":"am";switch(n){case"a":case"aa":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"});case"aaa":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"}).toLowerCase();case"aaaaa":return t.dayPeriod(r,{width:"narrow",context:"formatting"});default:return t.dayPeriod(r,{width:"wide",context:"formatting"})}},b:function(e,n,t){let o=e.getHours(),r;switch(o===12?r=On.noon:o===0?r=On.midnight:r=o/12>=1?"pm":"am",n){case"b":case"bb":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"});case"bbb":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"}).toLowerCase();case"bbbbb":return t.dayPeriod(r,{width:"narrow",context:"formatting"});default:return t.dayPeriod(r,{width:"wide",context:"formatting"})}},B:function(e,n,t){let o=e.getHours(),r;switch(o>=17?r=On.evening:o>=12?r=On.afternoon:o>=4?r=On.morning:r=On.night,n){case"B":case"BB":case"BBB":return t.dayPeriod(r,{width:"abbreviated",context:"formatting"});case"BBBBB":return t.dayPeriod(r,{width:"narrow",context:"formatting"});default:return t.dayPeriod(r,{width:"wide",context:"formatting"})}},h:function(e,n,t){if(n==="ho"){let o=e.getHours()%12;return o===0&&(o=12),t.ordinalNumber(o,{unit:"hour"})}return Ke.h(e,n)},H:function(e,n,t){return n==="Ho"?t.ordinalNumber(e.getHours(),{unit:"hour"}):Ke.H(e,n)},K:function(e,n,t){let o=e.getHours()%12;return n==="Ko"?t.ordinalNumber(o,{unit:"hour"}):I(o,n.length)},k:function(e,n,t){let o=e.getHours();return o===0&&(o=24),n==="ko"?t.ordinalNumber(o,{unit:"hour"}):I(o,n.length)},m:function(e,n,t){return n==="mo"?t.ordinalNumber(e.getMinutes(),{unit:"minute"}):Ke.m(e,n)},s:function(e,n,t){return n==="so"?t.ordinalNumber(e.getSeconds(),{unit:"second"}):Ke.s(e,n)},S:function(e,n){return Ke.S(e,n)},X:function(e,n,t){let o=e.getTimezoneOffset();if(o===0)return"Z";switch(n){case"X":return tc(o);case"XXXX":case"XX":return mn(o);default:return mn(o,":")}},x:function(e,n,t){let o=e.getTimezoneOffset();switch(n){case"x":return tc(o);case"xxxx":case"xx":return mn(o);default:return mn(o,":")}},O:function(e,n,t){let o=e.getTimezoneOffset();switch(n){case"O":case"OO":case"OOO":return"GMT"+nc(o,":");default:return"GMT"+mn(o,":")}},z:function(e,n,t){let o=e.getTimezoneOffset();switch(n){case"z":case"zz":case"zzz":return"GMT"+nc(o,":");default:return"GMT"+mn(o,":")}},t:function(e,n,t){let o=Math.trunc(+e/1e3);return I(o,n.length)},T:function(e,n,t){return I(+e,n.length)}};function nc(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=Math.trunc(o/60),i=o%60;return i===0?t+String(r):t+String(r)+n+I(i,2)}function tc(e,n){return e%60===0?(e>0?"-":"+")+I(Math.abs(e)/60,2):mn(e,n)}function mn(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=I(Math.trunc(o/60),2),i=I(o%60,2);return t+r+n+i}var oc=(e,n)=>{switch(e){case"P":return n.date({width:"short"});case"PP":return n.date({width:"medium"});case"PPP":return n.date({width:"long"});default:return n.date({width:"full"})}},rc=(e,n)=>{switch(e){case"p":return n.time({width:"short"});case"pp":return n.time({width:"medium"});case"ppp":return n.time({width:"long"});default:return n.time({width:"full"})}},D0=(e,n)=>{let t=e.match(/(P+)(p+)?/)||[],o=t[1],r=t[2];if(!r)return oc(e,n);let i;switch(o){case"P":i=n.dateTime({width:"short"});break;case"PP":i=n.dateTime({width:"medium"});break;case"PPP":i=n.dateTime({width:"long"});break;default:i=n.dateTime({width:"full"});break}return i.replace("{{date}}",oc(o,n)).replace("{{time}}",rc(r,n))},ic={p:rc,P:D0};var I0=/^D+$/,F0=/^Y+$/,L0=["D","DD","YY","YYYY"];function ac(e){return I0.test(e)}function sc(e){return F0.test(e)}function cc(e,n,t){let o=M0(e,n,t);if(console.warn(o),L0.includes(e))throw new RangeError(o)}function M0(e,n,t){let o=e[0]==="Y"?"years":"days of the month";return`Use \`${e.toLowerCase()}\` instead of \`${e}\` (in \`${n}\`) for formatting ${o} to the input \`${t}\`; see: https://github.com/date-fns/date-fns/blob/master/docs/unicodeTokens.md`}function lc(e){return e instanceof Date||typeof e=="object"&&Object.prototype.toString.call(e)==="[object Date]"}function dc(e){return!(!lc(e)&&typeof e!="number"||isNaN(+Y(e)))}var N0=/[yYQqMLwIdDecihHKkms]o|(\w)\1*|''|'(''|[^'])+('|$)|./g,z0=/P+p+|P+|p+|''|'(''|[^'])+('|$)|./g,U0=/^'([^]*?)'?$/,W0=/''/g,B0=/[a-zA-Z]/;function pc(e,n,t){let o=De(),r=t?.locale??o.locale??zr,i=t?.firstWeekContainsDate??t?.locale?.options?.firstWeekContainsDate??o.firstWeekContainsDate??o.locale?.options?.firstWeekContainsDate??1,a=t?.weekStartsOn??t?.locale?.options?.weekStartsOn??o.weekStartsOn??o.locale?.options?.weekStartsOn??0,s=Y(e,t?.in);if(!dc(s))throw new RangeError("Invalid time value");let d=n.match(z0).map(m=>{let y=m[0];if(y==="p"||y==="P"){let W=ic[y];return W(m,r.formatLong)}return m}).join("").match(N0).map(m=>{if(m==="''")return{isToken:!1,value:"'"};let y=m[0];if(y==="'")return{isToken:!1,value:q0(m)};if(qr[y])return{isToken:!0,value:m};if(y.match(B0))throw new RangeError("Format string contains an unescaped latin alphabet character `"+y+"`");return{isToken:!1,value:m}});r.localize.preprocessor&&(d=r.localize.preprocessor(s,d));let p={firstWeekContainsDate:i,weekStartsOn:a,locale:r};return d.map(m=>{if(!m.isToken)return m.value;let y=m.value;(!t?.useAdditionalWeekYearTokens&&sc(y)||!t?.useAdditionalDayOfYearTokens&&ac(y))&&cc(y,n,String(e));let W=qr[y[0]];return W(s,y,r.localize,p)}).join("")}function q0(e){let n=e.match(U0);return n?n[1].replace(W0,"'"):e}function uc(){return Object.assign({},De())}function Hr(e,n,t){let o=uc(),r=Z0(e,t.timeZone,t.locale??o.locale);return"formatToParts"in r?H0(r,n):Y0(r,n)}function H0(e,n){let t=e.formatToParts(n);for(let o=t.length-1;o>=0;--o)if(t[o].type==="timeZoneName")return t[o].value}function Y0(e,n){let t=e.format(n).replace(/\u200E/g,""),o=/ [\w-+ ]+$/.exec(t);return o?o[0].substr(1):""}function Z0(e,n,t){return new Intl.DateTimeFormat(t?[t.code,"en-US"]:void 0,{timeZone:n,timeZoneName:e})}function fc(e,n){let t=G0(n);return"formatToParts"in t?$0(t,e):J0(t,e)}var K0={year:0,month:1,day:2,hour:3,minute:4,second:5};function $0(e,n){try{let t=e.formatToParts(n),o=[];for(let r=0;r<t.length;r++){let i=K0[t[r].type];i!==void 0&&(o[i]=parseInt(t[r].value,10))}return o}catch(t){if(t instanceof RangeError)return[NaN];throw t}}function J0(e,n){let t=e.format(n),o=/(\d+)\/(\d+)\/(\d+),? (\d+):(\d+):(\d+)/.exec(t);return[parseInt(o[3],10),parseInt(o[1],10),parseInt(o[2],10),parseInt(o[4],10),parseInt(o[5],10),parseInt(o[6],10)]}var Yr={},mc=new Intl.DateTimeFormat("en-US",{hourCycle:"h23",timeZone:"America/New_York",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"}).format(new Date("2014-06-25T04:00:00.123Z")),V0=mc==="06/25/2014, 00:00:00"||mc==="\u200E06\u200E/\u200E25\u200E/\u200E2014\u200E \u200E00\u200E:\u200E00\u200E:\u200E00";function G0(e){return Yr[e]||(Yr[e]=V0?new Intl.DateTimeFormat("en-US",{hourCycle:"h23",timeZone:e,year:"numeric",month:"numeric",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"}):new Intl.DateTimeFormat("en-US",{hour12:!1,timeZone:e,year:"numeric",month:"numeric",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"})),Yr[e]}function Zr(e,n,t,o,r,i,a){let s=new Date(0);return s.setUTCFullYear(e,n,t),s.setUTCHours(o,r,i,a),s}var _c=36e5,X0=6e4,Kr={timezone:/([Z+-].*)$/,timezoneZ:/^(Z)$/,timezoneHH:/^([+-]\d{2})$/,timezoneHHMM:/^([+-])(\d{2}):?(\d{2})$/};function Cn(e,n,t){if(!e)return 0;let o=Kr.timezoneZ.exec(e);if(o)return 0;let r,i;if(o=Kr.timezoneHH.exec(e),o)return r=parseInt(o[1],10),yc(r)?-(r*_c):NaN;if(o=Kr.timezoneHHMM.exec(e),o){r=parseInt(o[2],10);let a=parseInt(o[3],10);return yc(r,a)?(i=Math.abs(r)*_c+a*X0,o[1]==="+"?-i:i):NaN}if(n_(e)){n=new Date(n||Date.now());let a=t?n:Q0(n),s=$r(a,e);return-(t?s:e_(n,s,e))}return NaN}function Q0(e){return Zr(e.getFullYear(),e.getMonth(),e.getDate(),e.getHours(),e.getMinutes(),e.getSeconds(),e.getMilliseconds())}function $r(e,n){let t=fc(e,n),o=Zr(t[0],t[1]-1,t[2],t[3]%24,t[4],t[5],0).getTime(),r=e.getTime(),i=r%1e3;return r-=i>=0?i:1e3+i,o-r}function e_(e,n,t){let r=e.getTime()-n,i=$r(new Date(r),t);if(n===i)return n;r-=i-n;let a=$r(new Date(r),t);return i===a?i:Math.max(i,a)}function yc(e,n){return-23<=e&&e<=23&&(n==null||0<=n&&n<=59)}var hc={};function n_(e){if(hc[e])return!0;try{return new Intl.DateTimeFormat(void 0,{timeZone:e}),hc[e]=!0,!0}catch{return!1}}var t_=60*1e3,bc={X:function(e,n,t){let o=Jr(t.timeZone,e);if(o===0)return"Z";switch(n){case"X":return gc(o);case"XXXX":case"XX":return Rn(o);default:return Rn(o,":")}},x:function(e,n,t){let o=Jr(t.timeZone,e);switch(n){case"x":return gc(o);case"xxxx":case"xx":return Rn(o);default:return Rn(o,":")}},O:function(e,n,t){let o=Jr(t.timeZone,e);switch(n){case"O":case"OO":case"OOO":return"GMT"+o_(o,":");default:return"GMT"+Rn(o,":")}},z:function(e,n,t){switch(n){case"z":case"zz":case"zzz":return Hr("short",e,t);default:return Hr("long",e,t)}}};function Jr(e,n){let t=e?Cn(e,n,!0)/t_:n?.getTimezoneOffset()??0;if(Number.isNaN(t))throw new RangeError("Invalid time zone specified: "+e);return t}function to(e,n){let t=e<0?"-":"",o=Math.abs(e).toString();for(;o.length<n;)o="0"+o;return t+o}function Rn(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=to(Math.floor(o/60),2),i=to(Math.floor(o%60),2);return t+r+n+i}function gc(e,n){return e%60===0?(e>0?"-":"+")+to(Math.abs(e)/60,2):Rn(e,n)}function o_(e,n=""){let t=e>0?"-":"+",o=Math.abs(e),r=Math.floor(o/60),i=o%60;return i===0?t+String(r):t+String(r)+n+to(i,2)}function Vr(e){let n=new Date(Date.UTC(e.getFullYear(),e.getMonth(),e.getDate(),e.getHours(),e.getMinutes(),e.getSeconds(),e.getMilliseconds()));return n.setUTCFullYear(e.getFullYear()),+e-+n}var xc=/(Z|[+-]\d{2}(?::?\d{2})?| UTC| [a-zA-Z]+\/[a-zA-Z_]+(?:\/[a-zA-Z_]+)?)$/;var Gr=36e5,wc=6e4,r_=2,se={dateTimePattern:/^([0-9W+-]+)(T| )(.*)/,datePattern:/^([0-9W+-]+)(.*)/,plainTime:/:/,YY:/^(\d{2})$/,YYY:[/^([+-]\d{2})$/,/^([+-]\d{3})$/,/^([+-]\d{4})$/],YYYY:/^(\d{4})/,YYYYY:[/^([+-]\d{4})/,/^([+-]\d{5})/,/^([+-]\d{6})/],MM:/^-(\d{2})$/,DDD:/^-?(\d{3})$/,MMDD:/^-?(\d{2})-?(\d{2})$/,Www:/^-?W(\d{2})$/,WwwD:/^-?W(\d{2})-?(\d{1})$/,HH:/^(\d{2}([.,]\d*)?)$/,HHMM:/^(\d{2}):?(\d{2}([.,]\d*)?)$/,HHMMSS:/^(\d{2}):?(\d{2}):?(\d{2}([.,]\d*)?)$/,timeZone:xc};function oo(e,n={}){if(arguments.length<1)throw new TypeError("1 argument required, but only "+arguments.length+" present");if(e===null)return new Date(NaN);let t=n.additionalDigits==null?r_:Number(n.additionalDigits);if(t!==2&&t!==1&&t!==0)throw new RangeError("additionalDigits must be 0, 1 or 2");if(e instanceof Date||typeof e=="object"&&Object.prototype.toString.call(e)==="[object Date]")return new Date(e.getTime());if(typeof e=="number"||Object.prototype.toString.call(e)==="[object Number]")return new Date(e);if(Object.prototype.toString.call(e)!=="[object String]")return new Date(NaN);let o=i_(e),{year:r,restDateString:i}=a_(o.date,t),a=s_(i,r);if(a===null||isNaN(a.getTime()))return new Date(NaN);if(a){let s=a.getTime(),d=0,p;if(o.time&&(d=c_(o.time),d===null||isNaN(d)))return new Date(NaN);if(o.timeZone||n.timeZone){if(p=Cn(o.timeZone||n.timeZone,new Date(s+d)),isNaN(p))return new Date(NaN)}else p=Vr(new Date(s+d)),p=Vr(new Date(s+d+p));return new Date(s+d+p)}else return new Date(NaN)}function i_(e){let n={},t=se.dateTimePattern.exec(e),o;if(t?(n.date=t[1],o=t[3]):(t=se.datePattern.exec(e),t?(n.date=t[1],o=t[2]):(n.date=null,o=e)),o){let r=se.timeZone.exec(o);r?(n.time=o.replace(r[1],""),n.timeZone=r[1].trim()):n.time=o}return n}function a_(e,n){if(e){let t=se.YYY[n],o=se.YYYYY[n],r=se.YYYY.exec(e)||o.exec(e);if(r){let i=r[1];return{year:parseInt(i,10),restDateString:e.slice(i.length)}}if(r=se.YY.exec(e)||t.exec(e),r){let i=r[1];return{year:parseInt(i,10)*100,restDateString:e.slice(i.length)}}}return{year:null}}function s_(e,n){if(n===null)return null;let t,o,r;if(!e||!e.length)return t=new Date(0),t.setUTCFullYear(n),t;let i=se.MM.exec(e);if(i)return t=new Date(0),o=parseInt(i[1],10)-1,Tc(n,o)?(t.setUTCFullYear(n,o),t):new Date(NaN);if(i=se.DDD.exec(e),i){t=new Date(0);let a=parseInt(i[1],10);return p_(n,a)?(t.setUTCFullYear(n,0,a),t):new Date(NaN)}if(i=se.MMDD.exec(e),i){t=new Date(0),o=parseInt(i[1],10)-1;let a=parseInt(i[2],10);return Tc(n,o,a)?(t.setUTCFullYear(n,o,a),t):new Date(NaN)}if(i=se.Www.exec(e),i)return r=parseInt(i[1],10)-1,Ac(r)?vc(n,r):new Date(NaN);if(i=se.WwwD.exec(e),i){r=parseInt(i[1],10)-1;let a=parseInt(i[2],10)-1;return Ac(r,a)?vc(n,r,a):new Date(NaN)}return null}function c_(e){let n,t,o=se.HH.exec(e);if(o)return n=parseFloat(o[1].replace(",",".")),Xr(n)?n%24*Gr:NaN;if(o=se.HHMM.exec(e),o)return n=parseInt(o[1],10),t=parseFloat(o[2].replace(",",".")),Xr(n,t)?n%24*Gr+t*wc:NaN;if(o=se.HHMMSS.exec(e),o){n=parseInt(o[1],10),t=parseInt(o[2],10);let r=parseFloat(o[3].replace(",","."));return Xr(n,t,r)?n%24*Gr+t*wc+r*1e3:NaN}return null}function vc(e,n,t){n=n||0,t=t||0;let o=new Date(0);o.setUTCFullYear(e,0,4);let r=o.getUTCDay()||7,i=n*7+t+1-r;return o.setUTCDate(o.getUTCDate()+i),o}var l_=[31,28,31,30,31,30,31,31,30,31,30,31],d_=[31,29,31,30,31,30,31,31,30,31,30,31];function Sc(e){return e%400===0||e%4===0&&e%100!==0}function Tc(e,n,t){if(n<0||n>11)return!1;if(t!=null){if(t<1)return!1;let o=Sc(e);if(o&&t>d_[n]||!o&&t>l_[n])return!1}return!0}function p_(e,n){if(n<1)return!1;let t=Sc(e);return!(t&&n>366||!t&&n>365)}function Ac(e,n){return!(e<0||e>52||n!=null&&(n<0||n>6))}function Xr(e,n,t){return!(e<0||e>=25||n!=null&&(n<0||n>=60)||t!=null&&(t<0||t>=60))}var u_=/([xXOz]+)|''|'(''|[^'])+('|$)/g;function Ec(e,n,t={}){n=String(n);let o=n.match(u_);if(o){let r=oo(t.originalDate||e,t);n=o.reduce(function(i,a){if(a[0]==="'")return i;let s=i.indexOf(a),d=i[s-1]==="'",p=i.replace(a,"'"+bc[a[0]](r,a,t)+"'");return d?p.substring(0,s-1)+p.substring(s+1):p},n)}return pc(e,n,t)}function kc(e,n,t){e=oo(e,t);let o=Cn(n,e,!0),r=new Date(e.getTime()-o),i=new Date(0);return i.setFullYear(r.getUTCFullYear(),r.getUTCMonth(),r.getUTCDate()),i.setHours(r.getUTCHours(),r.getUTCMinutes(),r.getUTCSeconds(),r.getUTCMilliseconds()),i}function jc(e,n,t,o){return o={...o,timeZone:n,originalDate:e},Ec(kc(e,n,{timeZone:o.timeZone}),t,o)}var m_={"":"CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu","Africa/":"Asmara Asmera Timbuktu","America/":"Atikokan Atka Buenos_Aires Catamarca Coral_Harbour Cordoba Ensenada Fort_Wayne Godthab Indianapolis Jujuy Knox_IN Kralendijk Louisville Lower_Princes Marigot Mendoza Montreal Nipigon Nuuk Pangnirtung Porto_Acre Rainy_River Rosario Santa_Isabel Shiprock St_Barthelemy Thunder_Bay Virgin Yellowknife","America/Argentina/":"Buenos_Aires Catamarca ComodRivadavia Cordoba Jujuy Mendoza","America/Indiana/":"Indianapolis","America/Kentucky/":"Louisville","Antarctica/":"South_Pole","Arctic/":"Longyearbyen","Asia/":"Ashkhabad Calcutta Choibalsan Chongqing Chungking Dacca Harbin Ho_Chi_Minh Istanbul Kashgar Kathmandu Katmandu Kolkata Macao Rangoon Saigon Tel_Aviv Thimbu Ujung_Pandang Ulan_Bator Yangon","Atlantic/":"Faeroe Faroe Jan_Mayen","Australia/":"ACT Canberra Currie LHI NSW North Queensland South Tasmania Victoria West Yancowinna","Brazil/":"Acre DeNoronha East West","Canada/":"Atlantic Central Eastern Mountain Newfoundland Pacific Saskatchewan Yukon","Chile/":"Continental EasterIsland","Etc/":"GMT GMT+0 GMT+1 GMT+10 GMT+11 GMT+12 GMT+2 GMT+3 GMT+4 GMT+5 GMT+6 GMT+7 GMT+8 GMT+9 GMT-0 GMT-1 GMT-10 GMT-11 GMT-12 GMT-13 GMT-14 GMT-2 GMT-3 GMT-4 GMT-5 GMT-6 GMT-7 GMT-8 GMT-9 GMT0 Greenwich UCT UTC Universal Zulu","Europe/":"Belfast Bratislava Busingen Kiev Kyiv Mariehamn Nicosia Podgorica San_Marino Tiraspol Uzhgorod Vatican Zaporozhye","Mexico/":"BajaNorte BajaSur General","Pacific/":"Chuuk Enderbury Johnston Kanton Pohnpei Ponape Samoa Truk Yap","US/":"Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain Pacific Samoa"};function Pc(){return Object.entries(m_).flatMap(([e,n])=>n.split(" ").map(t=>e+t))}var at=2**19*1e3,it=1024,f_=2147483647,ni=new Map,Oc=null,Cc=null;function ro(e){if(typeof e!="string")return null;let n=ni.get(e);return n!==void 0?n:(Oc??=new Set(Intl.supportedValuesOf("timeZone")),Oc.has(e)?Qr(e,!0):(Cc??=new Set(Pc()),Cc.has(e)?Qr(e,Rc(e)):null))}function st(e){let n=ni.get(e);return n===void 0?Qr(e,Rc(e)):n}function Qr(e,n){let t=n?{name:e,offsets:__()}:null;return ni.set(e,t),t}function Rc(e){try{return new Intl.DateTimeFormat("en-US",{timeZone:e}),!0}catch{return!1}}function __(){return{bucket:new Int32Array(it).fill(f_),before:new Int16Array(it),after:new Int16Array(it),change:new Float64Array(it)}}var y_=Math.floor((sn-2*864e5)/at),h_=Math.floor((Qn+2*864e5)/at);function te(e,n){let{bucket:t,before:o,after:r,change:i}=e.offsets,a=Math.floor(n/at),s=a&it-1;if(t[s]!==a){if(!(a>=y_&&a<=h_))return NaN;g_(e,a,s)}return(n<(i[s]??0)?o[s]:r[s])??0}function g_(e,n,t){let{offsets:o,name:r}=e,i=n*at,a=i+at-1e3,s=ei(r,i),d=ei(r,a);o.bucket[t]=n,o.before[t]=s,o.after[t]=d,o.change[t]=s===d?1/0:b_(r,d,i,a)}function b_(e,n,t,o){let r=t,i=o;for(;i-r>1e3;){let a=r+Math.floor((i-r)/2e3)*1e3;ei(e,a)===n?i=a:r=a}return i}var x_=sn+2*864e5,w_=Qn-2*864e5;function ei(e,n){let t=jc(Math.min(Math.max(n,x_),w_),e,"xxx"),o=J(t,1)*60+J(t,4);return t.startsWith("-")&&o!==0?-o:o}function io(e,n,t="compatible"){let o=te(e,n-864e5),r=te(e,n+864e5);return o===r?{epoch:n-o*6e4,offset:o,ambiguity:"none"}:v_(e,n,o,r,t)}function v_(e,n,t,o,r){let i=n-t*6e4,a=n-o*6e4,s=te(e,i)===t,d=te(e,a)===o;if(s!==d)return s?{epoch:i,offset:t,ambiguity:"none"}:{epoch:a,offset:o,ambiguity:"none"};let p=s?"overlap":"gap";return r==="reject"?{epoch:null,offset:null,ambiguity:p}:p==="overlap"?r==="later"?{epoch:a,offset:o,ambiguity:p}:{epoch:i,offset:t,ambiguity:p}:r==="earlier"?{epoch:a,offset:t,ambiguity:p}:{epoch:i,offset:o,ambiguity:p}}var Dc=84;function xe(e,n,t){let{wall:o,offset:r,precision:i}=n,a=Fc(e,n)?e:tt(o-r*6e4);return a===null?null:{instant:a,local:T_(e,i)??An(o,i==="millisecond"),offset:nt(r),zone:t===null?null:t.name,precision:i,basis:"offset",ambiguity:"none",raw:e}}function Ic(e,n,t){let o=n.wall-n.offset*6e4,r=te(t,o);if(r===n.offset)return xe(e,n,t);let{precision:i}=n,a=Fc(e,n)?e:tt(o),s=An(o+r*6e4,i==="millisecond");return a===null||s===null?null:{instant:a,local:s,offset:nt(r),zone:t.name,precision:i,basis:"offset",ambiguity:"none",raw:e}}function Fc(e,{precision:n,offset:t}){return n==="millisecond"&&t===0&&e.length===24&&e.charCodeAt(10)===Dc}function T_(e,n){return e.charCodeAt(10)!==Dc?null:n==="second"?e.slice(0,19):n==="millisecond"&&Je(e,21)>=0&&Je(e,22)>=0?e.slice(0,23):null}function Lc(e,n){return te(n,e.wall-e.offset*6e4)!==e.offset}function ao(e,n,t,o){let r=tt(n);if(r===null)return null;let i=o===null?null:te(o,n),a=i===null?null:An(n+i*6e4,t==="millisecond");return i!==null&&a===null?null:{instant:r,local:a,offset:i===null?null:nt(i),zone:o===null?null:o.name,precision:t,basis:"epoch",ambiguity:"none",raw:e}}function fn(e,n,t,o,r,i){let{epoch:a,offset:s,ambiguity:d}=io(o,n,i),p=a===null?null:tt(a),m=An(a===null?n:a+s*6e4,t==="millisecond");return m===null||a!==null&&p===null?null:{instant:p,local:m,offset:s===null?null:nt(s),zone:o.name,precision:t,basis:p===null?null:r,ambiguity:d,raw:e}}function Mc(e,n,t){let o=An(n,t==="millisecond");return o===null?null:{instant:null,local:o,offset:null,zone:null,precision:t,basis:null,ambiguity:"none",raw:e}}var zc=e=>{let n=le(e);return n?.offset==null?null:xe(e,n,null)},ti=(e,{reading:n})=>{if(e==null)return null;let t=zc(e);return t===null&&w(n,"time_unreadable","/CreatedDate","a date-time with an offset"),t},Nc={moveInDate:null,moveInAt:null},A_=48,S_=57,Uc=(e,{reading:n})=>{if(e==null)return Nc;let t=e.charCodeAt(0);if(t<A_||t>S_)return Nc;let o=ge(e);if(o!==null)return{moveInDate:o,moveInAt:null};let r=zc(e);return r===null&&w(n,"time_unreadable","/EstimatedDateToMove","a word, a date, or a date-time with an offset"),{moveInDate:null,moveInAt:r}};var _n={Listing:{type:"lead.created",subject:"listing",role:"prospect"},Office:{type:"lead.created",subject:"office",role:"prospect"},BusinessForm:{type:"lead.created",subject:"business_form",role:"prospect"},User:{type:"lead.created",subject:"user",role:"prospect"},EvaluationForm:{type:"lead.created",subject:"evaluation_form",role:"owner"}},so={LISTING_CREATED:{type:"listing.created",operation:"create"},LISTING_UPDATED:{type:"listing.updated",operation:"update"},LISTING_DELETED:{type:"listing.deleted",operation:"delete"}},co={LISTING_FAILED_TO_CREATE:{type:"listing.change_failed",operation:"create"},LISTING_FAILED_TO_UPDATE:{type:"listing.change_failed",operation:"update"},LISTING_FAILED_TO_DELETE:{type:"listing.change_failed",operation:"delete"}},lo={...so,...co},Wc={..._n,...lo};var Bc=(e,n)=>Oe(n,{name:e.SenderName,email:e.SenderEmail,phone:e.SenderPhone}),oi=(e,n)=>({id:null,listingId:e??null,unitId:null,unitNumber:null,communityId:null,tag:null,externalId:n??null,communityExternalId:null,address:null,name:null,market:null,summary:null,facts:null}),E_=(e,{reading:n})=>{if(e==null)return null;let t=Sn(e);return t!==null?{amount:t,currency:null,per:"month"}:(w(n,"wrong_kind","/MonthlyIncome","an amount of whole cents"),null)},k_=(e,n)=>{let{NumberResidents:t,HasPets:o,EstimatedDateToMove:r,MonthlyIncome:i,PresentationLetter:a}=e;if(t==null&&o==null&&r==null&&i==null&&a==null)return null;let{moveInDate:s,moveInAt:d}=Uc(r,n);return{...En,moveInDate:s,moveInAt:d,moveInText:r??null,residents:t??null,hasPets:o??null,monthlyIncome:E_(i,n),letter:a??null}},qc=(e,n)=>({strength:"provider-id",parts:[e],order:pn(n)}),j_=(e,n)=>{let t=_n[e.EntityType],o=ti(e.CreatedDate,n),r=k_(e,n),i={provider:"casayes",type:e.EntityType,payload:e,raw:n.raw};return T.lead(t.type,{id:e.LeadReference,occurredAt:o,actor:null,completeness:"snapshot",identity:qc(e.LeadReference,o),source:i},n,{person:Bc(e,t.role),property:t.subject==="listing"?oi(e.EntityPublicId,e.EntityReference):{...L},showing:null,lead:{...me,id:e.LeadReference,isNew:!0,source:e.Source??null,subject:{kind:t.subject,id:e.EntityPublicId??null,reference:e.EntityReference??null},message:e.Message??null,wishes:r,createdAt:o}})},P_=(e,n)=>{let t=lo[e.EventType],o={provider:"casayes",type:e.EventType,payload:e,raw:n.raw};return T.listing(t.type,{id:null,occurredAt:null,actor:null,completeness:"snapshot",identity:ne(null),source:o},n,{property:oi(e.ListingPublicId,e.ListingReference),person:null,listing:{...Yt,id:e.ListingPublicId??null,externalId:e.ListingReference??null,status:e.Status??null,operation:t.operation,success:e.Success??null,errors:e.ErrorMessages??[]}})},O_={LeadReference:_,CreatedDate:c,SenderName:c,SenderEmail:c,SenderPhone:c,ListingPublicId:_,ListingReference:_},C_=u("CasaYesUnknown",O_),R_=e=>{let n=C_.read(e,B(!1));return n===b?{}:n},D_=(e,n)=>{let t=g(e,"EventType")!==void 0,o=t?"EventType":"EntityType",r=e[o],i=R_(e),a=t?null:ti(i.CreatedDate,n),s=t?null:i.LeadReference??null;return T.unrecognized("unrecognized",{id:s,occurredAt:a,actor:null,completeness:"snapshot",identity:s===null?ne(a):qc(s,a),source:{provider:"casayes",type:typeof r=="string"?r:"",payload:e,raw:n.raw}},n,{discriminator:`/${o}`,newerType:null,person:t?null:Bc(i,null),property:t?oi(i.ListingPublicId,i.ListingReference):null,showing:null})},Hc=(e,n)=>typeof n=="string"&&Object.hasOwn(e,n),I_=(e,{reading:n})=>Hc(lo,g(e,"EventType",n)),F_=(e,{reading:n})=>Hc(_n,g(e,"EntityType",n))&&g(e,"EventType",n)===void 0,Yc=(e,n)=>I_(e,n)?P_(e,n):F_(e,n)?j_(e,n):D_(e,n);var yn="OfficeIntegrationSecret",L_=e=>{let n={};for(let t of Object.keys(e))t!==yn&&t!=="__proto__"&&(n[t]=e[t]);return n},ri=e=>new S(e.name,e.shape,(n,t)=>e.read(H(n)&&Object.hasOwn(n,yn)?L_(n):n,t)),ii=new S(z.name,z.shape,(e,n)=>{let t=z.read(e,n);return t===b?b:mr(yn,t)}),uo=34,Jc=92,M_=58,N_=44,Vc=32,z_=91,Zc=93,U_=123,Kc=125,W_=e=>{let n=e.charCodeAt(0).toString(16);return`(?:${e}|\\\\u00${n.replace(/[a-f]/,t=>`[${t}${t.toUpperCase()}]`)})`},po=new RegExp(`"${yn.replace(/./g,W_)}"`,"g"),Gc=(e,n)=>{let t=n;for(;e.charCodeAt(t-1)===Jc;)t-=1;return(n-t)%2===1},B_=(e,n)=>{for(let t=e.indexOf(yn,n);t!==-1;t=e.indexOf(yn,t+1)){let o=t+yn.length;if(e.charCodeAt(o)===uo&&e.charCodeAt(t-1)===uo&&!Gc(e,t-1))return o+1}return-1},q_=(e,n)=>{po.lastIndex=n;for(let t=po.exec(e);t!==null;t=po.exec(e))if(!Gc(e,t.index))return po.lastIndex;return-1},H_=(e,n)=>{for(let t=n+1;t<e.length;t+=1){let o=e.charCodeAt(t);if(o===Jc)t+=1;else if(o===uo)return t+1}return e.length},$c=(e,n)=>{let t=n;for(;e.charCodeAt(t)<=Vc;)t+=1;return t},Y_=(e,n)=>{let t=0;for(let o=n;o<e.length;o+=1){let r=e.charCodeAt(o);if(r===uo)o=H_(e,o)-1;else if(r===U_||r===z_)t+=1;else{if(t===0&&(r===N_||r===Kc||r===Zc||r<=Vc))return o;(r===Kc||r===Zc)&&(t-=1)}}return e.length},Z_=e=>e==="null"?e:e.length===1?"0":`"${"*".repeat(e.length-2)}"`,Xc=e=>{let n=e.includes("\\u00")?q_:B_,t="",o=0;for(let r=n(e,0);r!==-1;){let i=$c(e,r);if(e.charCodeAt(i)===M_){let a=$c(e,i+1),s=Y_(e,a);t+=e.slice(o,a)+Z_(e.slice(a,s)),o=s,r=s}r=n(e,r)}return o===0?e:t+e.slice(o)};var mo=e=>Object.keys(e),K_=ee("date-time"),$_={EntityType:f(h(mo(_n))),LeadReference:f(_),EntityPublicId:_,EntityReference:_,Source:j(["CasaYes"]),CreatedDate:K_,Message:c,SenderName:c,SenderEmail:c,SenderPhone:c,NumberResidents:ve,HasPets:v,EstimatedDateToMove:j(["Soon","Flexible","ExactDate"]),MonthlyIncome:ve,PresentationLetter:c},J_=u("CasaYesLead",$_),Qc={ListingPublicId:_,ListingReference:_,Success:v,ErrorMessages:x(c),Status:j(["Published","Unpublished","UnpublishedByAdmin"])},V_={EventType:f(h(mo(so))),...Qc,ListingPublicId:f(_)},G_=ri(u("CasaYesListingChange",V_)),X_={EventType:f(h(mo(co))),...Qc},Q_=ri(u("CasaYesListingFailure",X_)),ci=(e,n)=>Object.fromEntries(mo(e).map(t=>[t,n])),ai=Pe("CasaYesLead","EntityType",ci(_n,J_),ii),si=Pe("CasaYesListing","EventType",{...ci(so,G_),...ci(co,Q_)},ii),el=vn("CasaYesPayload",[si,ai],(e,n)=>g(e,"EventType",n)!==void 0?si:g(e,"EntityType",n)===void 0?null:ai,"/EntityType","EntityType or EventType",[{when:[{path:["EventType"],is:"sent"}],codec:si},{when:[{path:["EntityType"],is:"sent"}],codec:ai}]);var nl=Re({name:"casayes",words:Wc,codec:el,normalize:Yc,verify:Ns,mask:Xc});var ey=/^[\w!#$%&'*+.^`|~-]+$/,ny=e=>Object.hasOwn(e,"secrets")||Object.hasOwn(e,"header")||Object.hasOwn(e,"secretFromUrl"),ty=()=>O(R("ProviderUnsigned","a secret of your own, or leave to take unsigned deliveries",{hint:"give `secrets` and the `header` (or `secretFromUrl`) that carries one, or `unsigned: 'accept'`"})),oy=()=>O(R("SecretMissing","the name of the header that carries the secret",{path:"header",hint:"the provider documents no header: give the one agreed on, or `secretFromUrl`"})),Dn=e=>kn({method:e,header:null,scheme:null},(n,t,o)=>{if(!ny(o))return o.unsigned==="accept"?N(dn("none",null)):ty();let r=$t(o.secrets);if(C(r))return r;if(Object.hasOwn(o,"secretFromUrl"))return Ms(e,o.secretFromUrl,r.right);let i=o.header;return i==null?oy():typeof i!="string"||!ey.test(i)?O(R("SecretInvalid","the name of a header",{path:"header"})):Nr(e,i,null,n,r.right)});var tl=Dn("token");var ry=/^-?(?:0|[1-9]\d{0,11})$/,ol=e=>{let n=Number(e);return Number.isInteger(n)?ao(e,n*1e3,"second",null):null},iy=e=>{let n=le(e);return n?.offset!=null?xe(e,n,null):ry.test(e)?ol(e):null},li=(e,n,{reading:t})=>{if(e==null)return null;let o=typeof e=="number"?ol(e):iy(e);return o===null&&w(t,"time_unreadable",n,"a date-time with an offset or whole seconds since 1970"),o},ay=(e,{zone:n,disambiguation:t})=>{let o=le(e);return o===null?null:o.offset!==null?xe(e,o,null):n===null?Mc(e,o.wall,o.precision):fn(e,o.wall,o.precision,n,"assumed-zone",t)},In=(e,n,t)=>{if(e==null)return null;let o=ay(e,t);return o===null?w(t.reading,"time_unreadable",n,"YYYY-MM-DDTHH:MM:SS"):o.ambiguity!=="none"&&o.instant===null&&q(t.reading,"time_ambiguous",n,"a time that the clock shows once"),o},hn=(e,n,{reading:t})=>{if(e==null)return null;let o=ge(e);return o===null&&w(t,"time_unreadable",n,"YYYY-MM-DD"),o};var ct=e=>"event"in e?e.event:e.event_type,di=(e,n)=>e===null?ne(n):{strength:"provider-id",parts:[e],order:pn(n)},pi=(e,n)=>e.timestamp==null?li(e.event_timestamp,"/event_timestamp",n):li(e.timestamp,"/timestamp",n),Qe=(e,n,t,o=null)=>{let r=e.id??null,i=pi(e,t);return{id:r,occurredAt:i,actor:o,completeness:n,identity:di(r,i),source:{provider:"funnel",type:ct(e),payload:e,raw:t.raw}}},en=e=>e.data==null?{data:e.event_data??null,path:"/event_data"}:{data:e.data,path:"/data"};var fo="lead",ui={[fo]:{type:"lead.updated"}},mi={"renter.created":{type:"lead.created"},"renter.status-change":{type:"lead.status_changed"},"appointment.updated":{type:["showing.updated","showing.completed","showing.no_show","showing.canceled"]}},lt={"lease.move_in":{type:"lease.move_in"},"lease.move_in_canceled":{type:"lease.move_in_canceled"}},dt={"lease_transaction.unit_reserved":{type:"lease.unit_reserved"},"lease_transaction.status_updated":{type:"lease.status_changed"},"lease_transaction.updated":{type:"lease.updated"}},pt={"lease_transaction.unit_released":{type:"lease.unit_released",role:null},"lease_transaction.terms_updated":{type:"lease.terms_updated",role:null},"lease_transaction.fees_updated":{type:"lease.fees_updated",role:null},"lease_transaction.rentable_item_selected":{type:"lease.item_selected",role:null},"lease_transaction.rentable_item_deselected":{type:"lease.item_deselected",role:null},"lease.resident_move_in":{type:"lease.move_in",role:"resident"},"lease.resident_move_in_canceled":{type:"lease.move_in_canceled",role:"resident"},"quote.created":{type:"lease.quote_created",role:null}},Fn={...mi,...lt,...dt,...pt},rl={...ui,...Fn};var sy=(e,n,t)=>({kind:e.charge_type??null,code:e.pms_identifier??null,amount:e.amount==null?null:{amount:e.amount,currency:null,per:e.charge_type==="Monthly"?"month":null},from:hn(e.start_date,`${n}/start_date`,t),to:hn(e.end_date,`${n}/end_date`,t),description:e.description??null}),cy=(e,n,t)=>({...Xe,moveInDate:hn(e.move_in_date,`${n}/move_in_date`,t),tenantExternalId:e.pms_identifier??null,charges:"charges"in e&&e.charges!=null?e.charges.map((o,r)=>sy(o,`${n}/charges/${String(r)}`,t)):[]}),il=(e,n)=>{let{data:t,path:o}=en(e),r=t===null?{...Xe}:cy(t,o,n),i=lt[ct(e)];return T.lease(i.type,Qe(e,"partial",n),n,{person:{...Q},property:{...L,communityExternalId:t?.community_pms_identifier??null},lease:r})},al=e=>({...L,unitId:e.unit_id??null,communityId:e.community_id??null,externalId:e.unit_pms_identifier??null,communityExternalId:e.community_pms_identifier??null}),sl=(e,n)=>({...Q,role:n,id:e?.client_id??null}),cl=e=>({...Xe,id:e.lease_id??null,transactionId:e.lease_transaction_id??null,transactionType:e.lease_transaction_type??null,clientId:e.client_id??null,tenantExternalId:e.tenant_pms_identifier??null,guestCardExternalId:e.guestcard_pms_identifier??null}),ly=e=>({...cl(e),status:e.current_status??null,previousStatus:e.previous_status??null,updateType:e.update_type??null}),ll=(e,n)=>{let{data:t}=en(e),o=dt[ct(e)];return T.lease(o.type,Qe(e,"partial",n),n,{person:sl(t,null),property:t===null?{...L}:al(t),lease:t===null?{...Xe}:ly(t)})},dy=e=>{let n=typeof e=="string"||typeof e=="number"?Sn(e):null;return n===null?null:{amount:n,currency:null,per:null}},fi=e=>typeof e=="string"?ge(e):null,py=e=>typeof e=="string"?e===""?null:e:typeof e=="number"&&Number.isSafeInteger(e)?String(e):null,uy=e=>({...cl(e),startDate:fi(e.lease_start),endDate:fi(e.lease_end),moveInDate:fi(e.move_in_date),rent:dy(e.price)}),dl=(e,n)=>{let{data:t}=en(e),o=pt[ct(e)];return T.lease(o.type,Qe(e,"partial",n),n,{person:sl(t,o.role),property:t===null?{...L}:{...al(t),unitNumber:py(t.unit_number)},lease:t===null?{...Xe}:uy(t)})};var my=ee("date-time"),Ln=new S("a date-time or seconds since 1970",{kind:"choice",members:[my,P],discriminator:null},(e,n)=>typeof e=="string"?e:P.read(e,n)),ut=ee("YYYY-MM-DDTHH:MM:SS"),Mn=ee("date");var fy={charge_type:j(["Monthly"]),pms_identifier:_,start_date:Mn,end_date:Mn,amount:ve,description:c},_y=u("FunnelCharge",fy),pl={move_in_date:Mn,pms_identifier:_,community_pms_identifier:_},yy={...pl,charges:x(_y)},ul=u("FunnelMoveIn",yy),ml=u("FunnelMoveInCanceled",pl),_o={lease_transaction_id:_,lease_transaction_type:j(["Application","Lease Revision","Renewal","Notice to Vacate","Lease Confirmation","Transfer"]),client_id:_,guestcard_pms_identifier:_,tenant_pms_identifier:_,unit_id:_,unit_pms_identifier:_,community_id:_,community_pms_identifier:_,lease_id:_},fl=u("FunnelReservation",_o),hy={..._o,current_status:j(["Submitted","Approved"]),previous_status:j(["Submitted","Approved"])},_l=u("FunnelStatusUpdate",hy),gy={..._o,update_type:j(["Dependent added","CoApplicant invited","Guarantor invited","Occupant invited","Applicant Signed Lease"])},yl=u("FunnelTransactionUpdate",gy),by=e=>new S(e.name,e.shape,(n,t)=>{let{foreign:o}=t;t.foreign="keep";let r=e.read(n,t);return t.foreign=o,r}),hl=by(u("FunnelOpenTransaction",_o));var xy={first_name:c,last_name:c,email:c,phone_1:c,phone_2:c,sms_opt_in:v},_i=u("FunnelPerson",xy),wy={nestio_unit_id:_,property_address:c,property_internal_id:_,unit_number:c,unit_internal_id:_},vy=u("FunnelFlatListing",wy),Ty={funnel_unit_id:_,property_address:c,property_internal_id:_},Ay=u("FunnelListing",Ty),Sy={message:c,received_at:ut,message_type:j(["ILS"])},Ey=u("FunnelMessage",Sy),ky={name:c,email:c,nestio_agent_id:_},jy=u("FunnelAgent",ky),gl={people:x(_i),lead_source:c,move_in_date:Mn,created_at:ut,messages:x(Ey)},Py={nestio_client_id:f(_),nestio_team_id:_,...gl,listings:x(vy),agents:x(jy)},yo=u("FunnelLead",Py),Oy={funnel_renter_id:f(_),funnel_community_id:_,status:j(["Prospect"]),...gl,layouts:x(c),listings:x(Ay)},bl=u("FunnelRenter",Oy),Cy={funnel_renter_id:f(_),funnel_team_id:_,status:j(["Applicant"])},xl=u("FunnelStatusChange",Cy),Ry={funnel_renter_id:_,funnel_tour_id:f(_),funnel_community_id:_,pms_unit_ids:x(_),tour_type:j(["Guided"]),start:ut,end:ut,status:j(["completed","no-show","cancelled","unknown"])},wl=u("FunnelAppointment",Ry);var Dy={id:_,timestamp:Ln,event_timestamp:Ln,idempotency_key:_},Iy={"renter.created":bl,"renter.status-change":xl,"appointment.updated":wl,"lease.move_in":ul,"lease.move_in_canceled":ml,"lease_transaction.unit_reserved":fl,"lease_transaction.status_updated":_l,"lease_transaction.updated":yl},Fy=e=>g(Iy,e)??hl,Ly=e=>(n,t)=>{let o=t.faultCount,r=e(n,t);return r===b||(g(r,"data",t)??g(r,"event_data",t))!=null?r:(t.faultCount===o&&w(t,"missing","/data","an object"),b)},My=e=>({kind:"choice",members:[e],discriminator:null,cases:["data","event_data"].map(n=>({when:[{path:[n],is:"said"}],codec:e}))}),Ny=(e,n)=>{let t=Fy(e),o=!Object.hasOwn(mi,e),r=u(`FunnelEvent ${e}`,{...Dy,[n]:f(h([e])),id:o?f(_):_,data:t,event_data:t}),{name:i,shape:a,read:s}=r;return o?new S(i,a,s):new S(i,My(r),Ly(s))},Tl=e=>Pe(`FunnelEvent by ${e}`,e,Object.fromEntries(Object.keys(Fn).map(n=>[n,Ny(n,e)])),z),yi=Tl("event"),hi=Tl("event_type"),vl=(e,n,t)=>{let o=g(e,n,t);return o!=null&&o!==""},ho=(e,n)=>vl(e,"event",n)?"event":vl(e,"event_type",n)?"event_type":null,Al=vn("FunnelPayload",[yi,hi,yo],(e,n)=>{let t=ho(e,n);return t!==null?t==="event"?yi:hi:g(e,"nestio_client_id",n)===void 0?null:yo},"/event","one of event, event_type and nestio_client_id",[{when:[{path:["event"],is:"valued"}],codec:yi},{when:[{path:["event_type"],is:"valued"}],codec:hi},{when:[{path:["nestio_client_id"],is:"sent"}],codec:yo}]);var zy=(e,n)=>e===null||n===null?e??n:`${e} ${n}`,bi=(e,n)=>{let t=e.first_name??null,o=e.last_name??null;return{name:zy(t,o),firstName:t,lastName:o,email:e.email??null,phone:e.phone_1??null,otherEmail:null,otherPhone:e.phone_2??null,role:"prospect",id:n,smsOptIn:e.sms_opt_in??null}},Sl=(e,n)=>e==null?[]:e.map((t,o)=>bi(t,o===0?n:null)),Uy=e=>({...L,unitId:e.nestio_unit_id??null,unitNumber:e.unit_number??null,externalId:e.unit_internal_id??null,communityExternalId:e.property_internal_id??null,address:e.property_address??null}),Wy=(e,n)=>({...L,unitId:e.funnel_unit_id??null,communityId:n,communityExternalId:e.property_internal_id??null,address:e.property_address??null}),El=(e,n,t)=>e==null?[]:e.map((o,r)=>({text:o.message??null,receivedAt:In(o.received_at,`${n}/messages/${String(r)}/received_at`,t),kind:o.message_type??null})),kl=(e,n)=>e===null&&(n==null||n.length===0)?null:{...En,moveInDate:e,layouts:n??[]},By=e=>e===void 0?null:{kind:"agent",id:e.nestio_agent_id??null,name:e.name??null,raw:null},xi=e=>({...Q,role:"prospect",id:e??null}),jl=(e,n)=>{let t=e.nestio_client_id,o=Sl(e.people,t),r=e.listings==null?[]:e.listings.map(Uy),i={id:null,occurredAt:null,actor:By(e.agents?.[0]),completeness:"snapshot",identity:ne(null),source:{provider:"funnel",type:fo,payload:e,raw:n.raw}},a={...me,id:t,source:e.lead_source??null,people:o,properties:r,messages:El(e.messages,"",n),wishes:kl(hn(e.move_in_date,"/move_in_date",n),null),createdAt:In(e.created_at,"/created_at",n)};return T.lead(ui[fo].type,i,n,{person:o[0]??xi(t),property:r[0]??{...L},showing:null,lead:a})},qy=(e,n,t,o,r)=>({...me,id:e.funnel_renter_id,isNew:!0,source:e.lead_source??null,status:e.status??null,people:o,properties:r,messages:El(e.messages,n,t),wishes:kl(hn(e.move_in_date,`${n}/move_in_date`,t),e.layouts),createdAt:In(e.created_at,`${n}/created_at`,t)}),Pl=(e,n)=>{let{data:t,path:o}=en(e),r=t?.funnel_community_id??null,i=t===null?[]:Sl(t.people,t.funnel_renter_id),a=(t?.listings??[]).map(d=>Wy(d,r)),s=t===null?me:qy(t,o,n,i,a);return T.lead(Fn["renter.created"].type,Qe(e,"snapshot",n),n,{person:i[0]??xi(t?.funnel_renter_id),property:a[0]??{...L,communityId:r},showing:null,lead:s})},Hy=e=>({...me,id:e?.funnel_renter_id??null,isNew:!1,status:e?.status??null}),Ol=(e,n)=>{let t=en(e).data;return T.lead(Fn["renter.status-change"].type,Qe(e,"partial",n),n,{person:{...Q,id:t?.funnel_renter_id??null},property:{...L},showing:null,lead:Hy(t)})},gi={completed:{type:"showing.completed",slot:"done"},"no-show":{type:"showing.no_show",slot:"done"},cancelled:{type:"showing.canceled",slot:"dropped"},unknown:{type:"showing.updated",slot:"unknown"}},Cl=e=>e!=null&&Object.hasOwn(gi,e)?gi[e]:gi.unknown,Yy=(e,n,t)=>({...ae,id:e.funnel_tour_id,leadId:e.funnel_renter_id??null,slot:Cl(e.status).slot,mode:e.tour_type==="Guided"?"agent_guided":null,startsAt:In(e.start,`${n}/start`,t),endsAt:In(e.end,`${n}/end`,t),status:e.status??null,unitIds:e.pms_unit_ids??[]}),Zy=e=>{let[n=null,...t]=e??[];return t.length===0?n:null},Rl=(e,n)=>{let{data:t,path:o}=en(e);return T.showing(Cl(t?.status).type,Qe(e,"snapshot",n),n,{person:xi(t?.funnel_renter_id),property:{...L,communityId:t?.funnel_community_id??null,externalId:Zy(t?.pms_unit_ids)},showing:t===null?{...ae}:Yy(t,o,n)})};var Ky={id:_,timestamp:Ln,event_timestamp:Ln},$y=u("FunnelUnknown",Ky),Jy={funnel_renter_id:_,client_id:_,people:x(_i),funnel_community_id:_,community_id:_,community_pms_identifier:_,unit_id:_,unit_pms_identifier:_},Vy=u("FunnelUnknownData",Jy),Dl=(e,n)=>{let t=e.read(n,B(!1));return t===b?null:t},Gy=e=>{let n=e.funnel_renter_id??e.client_id??null,t=e.people?.[0];return t===void 0?{...Q,id:n}:{...bi(t,n),role:null}},Xy=e=>({...L,unitId:e.unit_id??null,externalId:e.unit_pms_identifier??null,communityId:e.funnel_community_id??e.community_id??null,communityExternalId:e.community_pms_identifier??null}),Qy=(e,n)=>{let t=ho(e,n.reading)??"event",o=e[t],r=Dl($y,e)??{},i=Dl(Vy,e.data??e.event_data),a=pi(r,n),s=r.id??null;return T.unrecognized("unrecognized",{id:s,occurredAt:a,actor:null,completeness:"snapshot",identity:di(s,a),source:{provider:"funnel",type:typeof o=="string"?o:"",payload:e,raw:n.raw}},n,{discriminator:`/${t}`,newerType:null,person:i===null?null:Gy(i),property:i===null?null:Xy(i),showing:null})},eh=(e,{reading:n})=>{let t=ho(e,n);return{body:e,word:t===null?null:g(e,t,n)}},wi=(e,n)=>typeof n=="string"&&Object.hasOwn(e,n),nh=e=>e.word===null,th=e=>wi(dt,e.word),oh=e=>wi(pt,e.word),rh=e=>wi(lt,e.word),ih=e=>e.word==="renter.created",ah=e=>e.word==="renter.status-change",sh=e=>e.word==="appointment.updated",Il=(e,n)=>{let t=eh(e,n);return th(t)?ll(t.body,n):oh(t)?dl(t.body,n):rh(t)?il(t.body,n):ih(t)?Pl(t.body,n):ah(t)?Ol(t.body,n):sh(t)?Rl(t.body,n):nh(t)?jl(t.body,n):Qy(t.body,n)};var Fl={status:200,headers:{"content-type":"text/plain; charset=utf-8"},body:"Funnel Event Received"};var Ll=Re({name:"funnel",words:rl,codec:Al,normalize:Il,verify:tl,accepted:Fl});function Ml(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}var vi=e=>e?`"${e}" `:"";function Ti(e,n=""){if(typeof e!="number")throw new TypeError(vi(n)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(vi(n)+"expected integer >= 0, got "+e);return e}function Nn(e,n,t=""){if(Ml(e)&&(n===void 0||e.length===n))return e;n!==void 0&&Ti(n,"length");let o=Ml(e),r=n!==void 0?` of length ${n}`:"",i=o?`length=${e.length}`:`type=${typeof e}`,a=vi(t)+"expected Uint8Array"+r+", got "+i;throw o?new RangeError(a):new TypeError(a)}function zl(e){if(typeof e!="function"||typeof e.create!="function")throw new TypeError("expected hash wrapped by utils.createHasher");if(Ti(e.outputLen),Ti(e.blockLen),e.outputLen<1||e.blockLen<1)throw new Error("hash blockLen / outputLen must be >= 1")}var ch=(e,n)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((n==="object"?"":`"${n}" `)+"expected object, got type="+typeof e)},Nl=(e,n)=>{ch(e,n);let t=Object.getPrototypeOf(e);if(t!==Object.prototype&&t!==null)throw new TypeError(`"${n}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${n}.__proto__" is not allowed`)};function zn(e,n=!0){if(e.destroyed)throw new Error("hash was destroyed");if(n&&e.finished)throw new Error("digest() was already called")}function go(e,n){Nn(e,void 0,"output");let t=n.outputLen;if(!(e.length>=t))throw new RangeError('"output" expected length >= '+t)}function Un(...e){for(let n=0;n<e.length;n++)e[n].fill(0)}function bo(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Ee(e,n){return e<<32-n|e>>>n}var lh=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",dh=Array.from({length:256},(e,n)=>n.toString(16).padStart(2,"0"));function xo(e){if(Nn(e),lh)return e.toHex();let n="";for(let t=0;t<e.length;t++)n+=dh[e[t]];return n}function Ul(e){if(typeof e!="string")throw new TypeError("string expected");let n=new TextEncoder().encode(e);try{return new Uint8Array(n)}finally{Un(n)}}function ph(e,n,t="opts"){return Nl(e,"defaults"),n!==void 0&&Nl(n,t),Object.assign(Object.create(null),e,n)}function Wl(e,n={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);n=ph({},n,"info");let t=(r,i)=>e(i).update(r).digest(),o=e(void 0);return t.outputLen=o.outputLen,t.blockLen=o.blockLen,t.canXOF=o.canXOF,t.create=r=>e(r),Object.assign(t,n),Object.freeze(t)}var Bl=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])});var wo=class{oHash;iHash;blockLen;outputLen;canXOF=!1;finished=!1;destroyed=!1;constructor(n,t){if(zl(n),Nn(t,void 0,"key"),this.iHash=n.create(),typeof this.iHash.update!="function")throw new Error("expected Hash instance");this.blockLen=this.iHash.blockLen,this.outputLen=this.iHash.outputLen;let o=this.blockLen,r=new Uint8Array(o);r.set(t.length>o?n.create().update(t).digest():t);for(let i=0;i<r.length;i++)r[i]^=54;this.iHash.update(r),this.oHash=n.create();for(let i=0;i<r.length;i++)r[i]^=106;this.oHash.update(r),Un(r)}update(n){return zn(this),this.iHash.update(n),this}digestInto(n){zn(this),go(n,this),this.finished=!0;let t=n.subarray(0,this.outputLen);this.iHash.digestInto(t),this.oHash.update(t),this.oHash.digestInto(t),this.destroy()}digest(){let n=new Uint8Array(this.oHash.outputLen);return this.digestInto(n),n}_cloneInto(n){n||=Object.create(Object.getPrototypeOf(this),{});let{oHash:t,iHash:o,finished:r,destroyed:i,blockLen:a,outputLen:s,canXOF:d}=this;return n=n,n.finished=r,n.destroyed=i,n.blockLen=a,n.outputLen=s,n.canXOF=d,n.oHash=t._cloneInto(n.oHash),n.iHash=o._cloneInto(n.iHash),n}clone(){return this._cloneInto()}destroy(){this.destroyed=!0,this.oHash.destroy(),this.iHash.destroy()}},ql=(()=>{let e=((n,t,o)=>new wo(n,t).update(o).digest());return e.create=(n,t)=>new wo(n,t),e})();var uh=e=>e/2**32|0,mh=e=>e>>>0;function Hl(e,n,t,o){let r=uh(t),i=mh(t);e.setUint32(n,o?i:r,o),e.setUint32(n+4,o?r:i,o)}function Yl(e,n,t){return e&n^~e&t}function Zl(e,n,t){return e&n^e&t^n&t}var vo=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(n,t,o,r){this.blockLen=n,this.outputLen=t,this.padOffset=o,this.isLE=r,this.buffer=new Uint8Array(n),this.view=bo(this.buffer)}update(n){zn(this),Nn(n);let{view:t,buffer:o,blockLen:r}=this,i=n.length,a=!1;for(let s=0;s<i;){let d=Math.min(r-this.pos,i-s);if(d===r){let p=bo(n);for(;r<=i-s;s+=r)this.process(p,s);a=!0;continue}o.set(s===0&&d===i?n:n.subarray(s,s+d),this.pos),this.pos+=d,s+=d,this.pos===r&&(this.process(t,0),this.pos=0,a=!0)}return this.length+=n.length,a&&this.roundClean(),this}digestInto(n){zn(this),go(n,this),this.finished=!0;let{buffer:t,view:o,blockLen:r,isLE:i}=this,{pos:a}=this;t[a++]=128,t.fill(0,a),this.padOffset>r-a&&(this.process(o,0),t.fill(0)),Hl(o,r-8,this.length*8,i),this.process(o,0),this.roundClean();let s=n===t?o:bo(n),d=this.outputLen,p=d/4,m=this.get();if(d%4||p>m.length)throw new Error("invalid outputLen");for(let y=0;y<p;y++)s.setUint32(4*y,m[y],i)}digest(){let{buffer:n,outputLen:t}=this;this.digestInto(n);let o=n.slice(0,t);return this.destroy(),o}_cloneIntoMeta(n){let{buffer:t,length:o,finished:r,destroyed:i,pos:a}=this;return n.destroyed=i,n.finished=r,n.length=o,n.pos=a,a&&n.buffer.set(t),n}clone(){return this._cloneInto()}},Kl=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var fh=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),nn=new Uint32Array(64),Ai=class extends vo{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(n,t){super(64,n,8,!1),this.A=t[0]|0,this.B=t[1]|0,this.C=t[2]|0,this.D=t[3]|0,this.E=t[4]|0,this.F=t[5]|0,this.G=t[6]|0,this.H=t[7]|0}get(){let{A:n,B:t,C:o,D:r,E:i,F:a,G:s,H:d}=this;return[n,t,o,r,i,a,s,d]}set(n,t,o,r,i,a,s,d){this.A=n|0,this.B=t|0,this.C=o|0,this.D=r|0,this.E=i|0,this.F=a|0,this.G=s|0,this.H=d|0}_cloneInto(n){return(n||=new this.constructor).set(...this.get()),this._cloneIntoMeta(n)}process(n,t){for(let y=0;y<16;y++,t+=4)nn[y]=n.getUint32(t,!1);for(let y=16;y<64;y++){let W=nn[y-15],we=nn[y-2],Dt=Ee(W,7)^Ee(W,18)^W>>>3,wn=Ee(we,17)^Ee(we,19)^we>>>10;nn[y]=wn+nn[y-7]+Dt+nn[y-16]|0}let{A:o,B:r,C:i,D:a,E:s,F:d,G:p,H:m}=this;for(let y=0;y<64;y++){let W=Ee(s,6)^Ee(s,11)^Ee(s,25),we=m+W+Yl(s,d,p)+fh[y]+nn[y]|0,wn=(Ee(o,2)^Ee(o,13)^Ee(o,22))+Zl(o,r,i)|0;m=p,p=d,d=s,s=a+we|0,a=i,i=r,r=o,o=we+wn|0}o=o+this.A|0,r=r+this.B|0,i=i+this.C|0,a=a+this.D|0,s=s+this.E|0,d=d+this.F|0,p=p+this.G|0,m=m+this.H|0,this.set(o,r,i,a,s,d,p,m)}roundClean(){Un(nn)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),Un(this.buffer)}},Si=class extends Ai{constructor(){super(32,Kl)}};var To=Wl(()=>new Si,Bl(1));var $l=e=>typeof e=="string"?ot(e):e,Jl=(e,n)=>xo(ql(To,$l(e),$l(n)));var _h=64,yh="keep the body as it came: `await request.arrayBuffer()`; in Express `express.raw({ type: '*/*' })` on this route and before `express.json()`; in Fastify a content type parser with `parseAs: 'buffer'`; in Next.js pages `bodyParser: false`",hh=e=>e.kind==="text"?N(e.text):e.kind==="bytes"?N(e.bytes):e.kind==="missing"?O(R("BodyMissing","a body",{hint:"was the body read, and only once, before it got here?"})):O(R("BodyAlreadyParsed","the body as received, as text or bytes",{hint:yh})),gh=(e,n,t)=>Rs(Jl(e,n),t),bh=(e,n,t,o)=>{let r=Lr(o.secrets);if(C(r))return r;let i=Vt(n,e);if(C(i))return i;let a=i.right;if(a.length!==_h||!Cs(a))return O(rt(e,a,"HeaderMalformed","64 lower-case hex digits"));let s=hh(t);if(C(s))return s;let d=Jt(r.right,p=>gh(p,s.right,a));return d!==null?N(dn("hmac-sha256",d)):O(R("SignatureMismatch","the HMAC-SHA256 of the body",{path:e,hint:"the secret or the body is not the one that was signed; diagnoseSignature tries the usual mistakes"}))},Vl=e=>kn({method:"hmac-sha256",header:e},(n,t,o)=>bh(e,n,t,o));var Gl=Vl("propexo-signature");var Wn=j(["APPFOLIO","BUILDIUM","ELISEAI","ENTRATA","FUNNEL","KNOCK","MRI","PROPERTYWARE","PROPERTYWARE_REST","REALPAGE","REALPAGE_RPX","RENTCAFE","RENTMANAGER","RENTVINE","RESMAN","YARDI","YARDI_REST","INTERNAL","SAMPLE1","SAMPLE2"]),xh={ids:_,texts:c,integers:ve,numbers:P,booleans:v,objects:z,textLists:x(c),phoneKinds:j(["FAX","HOME","MOBILE","OTHER","WORK"]),vendors:Wn,unstated:je},k=e=>{let n={};for(let[t,o]of Object.entries(e))for(let r of o)n[r]=xh[t];return n},Z=k({ids:["id","x_id","property_id","x_property_id","integration_id"],vendors:["integration_vendor"],texts:["created_at","updated_at","last_seen"]});var ce={DATA_NEW:{type:"record.created"},DATA_UPDATE:{type:"record.updated"},SYNC_COMPLETE:{type:"sync.completed",first:!1},FIRST_SYNC_COMPLETE:{type:"sync.completed",first:!0},JOB_SUCCESS:{type:"sync.job_succeeded"},JOB_FAILURE:{type:"sync.job_failed"},WRITE_OPERATION_FAILURE:{type:"sync.write_failed"}},Bn=e=>typeof e=="string"&&Object.hasOwn(ce,e);var gn={job_id:_,root_job_id:_,integration_id:_,job_type:c,vendor:Wn},wh={object:c,integration_id:_},tn=u("PropexoMeta",wh),Ie=e=>{let n=`"${e}"`,t=Object.keys(ce).filter(o=>o!==e);return new S(n,{kind:"enumeration",values:[e],ignored:t},(o,r)=>o===e?e:(Bn(o)?q(r,"contradiction","",n):w(r,"wrong_kind","",n),b))},Ao=e=>e!=null&&e!=="",mt=(e,n)=>Ao(g(e,"trigger",n))?"/trigger":Ao(g(g(e,"data",n),"event",n))?"/data/event":Ao(g(e,"event",n))?"/event":null,So=(e,n,t)=>{switch(n){case"/trigger":return g(e,"trigger",t);case"/data/event":return g(g(e,"data",t),"event",t);case"/event":return g(e,"event",t)}},Eo=(e,n)=>H(g(e,"diff",n))?"DATA_UPDATE":H(g(e,"payload",n))?"DATA_NEW":Ao(g(e,"is_sync_finished",n))?"SYNC_COMPLETE":null;var vh=k({ids:["invoice_id","construction_job_id"],texts:["notes"],numbers:["amount_due_in_cents","total_amount_in_cents"]}),Th=u("PropexoInvoiceItem",vh),Ah={...k({ids:["id","property_id","integration_id"],vendors:["integration_vendor"],texts:["created_at","updated_at","last_seen","due_date","discount_date","invoice_date","invoice_number","notes","post_date","post_month","post_status_raw"],numbers:["amount_due_in_cents","amount_paid_in_cents","discount_amount_in_cents","sub_total_amount_in_cents","total_amount_in_cents"],objects:["custom_data"]}),invoice_items:x(Th)},Xl=u("PropexoInvoice",Ah),Sh=k({ids:["id","x_id","x_source_id","x_destination_id","financial_account_id","resident_charge_id","resident_payment_id"],texts:["amount_raw","created_at","updated_at","last_seen"],numbers:["amount_in_cents"],objects:["custom_data"]}),Ql=u("PropexoAllocation",Sh),Eh={...Z,...k({ids:["x_gl_account_id","x_location_id","x_lease_id","x_resident_id","x_unit_id","resident_id","financial_account_id"],texts:["amount_raw","due_date","name","description","reference_number","transaction_date","transaction_source"],numbers:["amount_in_cents"],booleans:["is_open"],objects:["custom_data"]}),allocations:x(Ql)},ed=u("PropexoResidentCharge",Eh),kh={...Z,...k({ids:["x_gl_account_id","x_location_id","x_lease_id","x_resident_id","x_unit_id","resident_id","financial_account_id"],texts:["payment_method_normalized","payment_method_raw","amount_raw","name","description","reference_number","transaction_date"],numbers:["amount_in_cents"],booleans:["is_open"],objects:["custom_data"]}),allocations:x(Ql)},nd=u("PropexoResidentPayment",kh);var jh={...Z,...k({texts:["bathrooms","bedrooms","building_name","building_number","city","country","floor_plan_code","floor_plan_name","floor","number","state","street_address_1","street_address_2","address_1","address_2","zip","pet_policy"],numbers:["bathrooms_full","bathrooms_half","rent_amount_market_in_cents","rent_amount_max_in_cents","rent_amount_min_in_cents"],integers:["square_feet"],booleans:["is_available","is_furnished","is_listed","is_vacant","pets_allowed","dogs_allowed","cats_allowed"],objects:["custom_data"]}),...k({ids:["floor_plan_id","unit_type_id","x_floor_plan_id","x_unit_type_id"]})},td=u("PropexoUnit",jh),Ph={...Z,...k({ids:["x_unit_id","unit_id"],texts:["available_date","application_url","bathrooms","bedrooms","building_name","building_number","city","country","floor_plan_code","floor_plan_name","floor","lease_term","listing_title","listing_date","marketing_name","notes","number","specials","state","street_address_1","street_address_2","address_1","address_2","property_description","short_description","unit_description","zip","make_ready_date","vacate_date"],numbers:["bathrooms_full","bathrooms_half","deposit_amount_in_cents","rent_amount_in_cents"],integers:["square_feet"],booleans:["is_unit","is_available","is_furnished","is_listed","is_managed_external","is_vacant"],textLists:["image_urls","video_urls"]}),...k({ids:["floor_plan_id","unit_type_id","x_floor_plan_id","x_location_id"],texts:["status_raw"],objects:["custom_data"]})},od=u("PropexoListing",Ph);var Oh={...Z,...k({ids:["x_location_id","x_unit_id"],texts:["status"],objects:["custom_data"]})},rd=u("PropexoApplication",Oh),Ch={...k({ids:["applicant_id","application_id"],texts:["status","status_raw"]}),status_normalized:j(["APPROVED","DENIED","CANCELED","OTHER","PENDING"])},ko=u("PropexoApplicantToApplication",Ch),Rh=k({ids:["id","lease_id"],texts:["created_at","updated_at","last_seen","name"]}),Dh=u("PropexoLeaseService",Rh),Ih={...Z,...k({ids:["x_resident_id","x_unit_id","unit_id"],texts:["application_date","deposit_amount","deposit_date","end_date","realized_move_in_date","realized_move_out_date","rent_due_date","scheduled_move_in_date","scheduled_move_out_date","signature_date","start_date","status","status_raw","term","type","unit_number"],numbers:["deposit_amount_in_cents","rent_amount_in_cents","rent_amount_market_in_cents"],integers:["rent_due_day"],objects:["custom_data"]}),status_normalized:j(["ACTIVE","INACTIVE","OTHER","PENDING","EVICTED"]),services:x(Dh),...k({texts:["balance_amount_raw","past_due_balance_raw","write_off_amount_raw"],numbers:["balance_amount_in_cents","past_due_balance_in_cents","write_off_amount_in_cents"],unstated:["residents_meta_data"]})},id=u("PropexoLease",Ih),Fh={...Z,...k({ids:["x_leasing_agent_id","x_type_id","x_location_id"],texts:["event_name","event_datetime","appointment_datetime","type_raw","notes","agent_name","reasons_for_event"]}),...k({unstated:["associated_applicant_ids","associated_lead_ids","associated_resident_ids"]})},ad=u("PropexoEvent",Fh);var Lh=k({ids:["vendor_id"]}),Mh=u("PropexoServiceRequestVendor",Lh),Nh=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","name"]}),zh=u("PropexoServiceRequestEmployee",Nh),Uh={...Z,...k({ids:["x_location_id","x_unit_id","x_sub_task_id","unit_id","employee_id"],texts:["access_notes","building","completion_notes","date_completed","date_created","date_due","date_scheduled","notes","service_category","service_description","service_details","service_priority","status_raw","vendor_notes","unit_number"],booleans:["access_is_authorized"]}),vendors:x(Mh),employees:x(zh)},sd=u("PropexoServiceRequest",Uh),Wh=k({texts:["address_1","address_2","city","country","state","zip","phone","phone_type","email","name"],booleans:["is_primary"]}),Bh=u("PropexoVendorContact",Wh),qh={...Z,...k({ids:["x_location_id","tax_id","third_party_id"],texts:["account_number","name","notes","type"],booleans:["is_active"],objects:["custom_data"]}),contacts:x(Bh)},cd=u("PropexoVendor",qh);var Hh={...Z,...k({ids:["x_building_id"],texts:["x_created_at","building_number","city","country","county","manager_email","manager_name","manager_phone_1","manager_phone_2","name","state","street_address_1","street_address_2","address_1","address_2","type","type_raw","website","zip"],phoneKinds:["manager_phone_1_type","manager_phone_2_type"],integers:["number_of_units","square_footage","square_feet","year_built"],booleans:["is_active"],objects:["custom_data"]}),type_normalized:j(["SINGLE_FAMILY","MULTI_FAMILY","STUDENT_HOUSING","VACATION","COMMERCIAL","OTHER"]),...k({texts:["code","long_description","notes","short_description"],unstated:["associated_owner_ids","office_hours","pet_types"]})},ld=u("PropexoProperty",Hh),Yh={...Z,...k({ids:["x_location_id"],texts:["name","friendly_name","ndt_username","broadcast_username"],booleans:["is_main","is_twa_enabled","is_owa_enabled","is_echeck_enabled"]})},dd=u("PropexoLocation",Yh),Zh=k({ids:["amenity_id","unit_id"]}),Kh=u("PropexoAmenityUnit",Zh),$h={...Z,...k({ids:["x_listing_id","x_parent_amenity_id","x_unit_id"],texts:["name","description"],numbers:["cost_in_cents"],objects:["custom_data","meta_data"],textLists:["image_urls"]}),name_normalized:c,units:x(Kh)},pd=u("PropexoAmenity",$h);var Jh=k({ids:["id","x_id"],texts:["created_at","last_seen","status_raw","screening_date"]}),ud=u("PropexoScreening",Jh),Vh={...Z,...k({ids:["x_guestcard_id","x_leasing_agent_id","x_unit_id","x_lead_source_id","desired_floor_plan_id"],texts:["x_created_at","x_updated_at","address_1","address_2","city","country","date_of_birth","desired_amenities","desired_floor_plan_name","desired_lease_term_in_months","desired_unit_number","desired_unit_type","email_1","email_2","first_name","ils","last_name","lead_source","leasing_agent","middle_name","notes","pet_details","phone_1_type","phone_1","phone_2_type","phone_2","state","status","target_move_in_date","zip"],numbers:["desired_max_rent_in_cents","desired_max_square_ft","desired_min_rent_in_cents","desired_min_square_ft","desired_num_bathrooms"],integers:["desired_num_bedrooms","number_of_occupants"],objects:["custom_data"]}),screenings:x(ud),...k({ids:["lead_source_id","unit_id_preferred","x_unit_id_preferred"],unstated:["pets"]})},md=u("PropexoLead",Vh),Gh=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","breed","color","gender_raw","name","notes","type"],booleans:["is_declawed","is_fixed","is_service_animal","is_trained","is_vaccinated"],objects:["custom_data"],unstated:["age_in_years","weight_in_pounds"]}),Xh=u("PropexoApplicantPet",Gh),Qh={...Z,...k({ids:["x_unit_id","x_lease_id","x_lead_id"],texts:["address_1_alternate","address_1","address_2_alternate","address_2","city_alternate","city","country_alternate","country","date_of_birth","email_1","email_2","first_name","last_name","middle_name","notes","phone_1","phone_2","state_alternate","state","zip_alternate","zip"],phoneKinds:["phone_1_type","phone_2_type"],objects:["custom_data"]}),applications:x(ko),pets:x(Xh),screenings:x(ud),...k({ids:["unit_id_preferred","x_unit_id_preferred"],texts:["type_normalized","type_raw"],unstated:["self_reported_income"]})},fd=u("PropexoApplicant",Qh);var eg=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","name","type","breed","gender_raw","notes"],booleans:["is_fixed","is_service_animal"],objects:["custom_data"],unstated:["age_in_years","weight_in_pounds"]}),ng=u("PropexoResidentPet",eg),tg=k({ids:["id","x_id"],texts:["created_at","updated_at","last_seen","make","model","color","license_plate_number","license_plate_state","notes"],objects:["custom_data"],unstated:["year"]}),og=u("PropexoVehicle",tg),rg={...k({ids:["id","x_id","integration_id","property_id","x_lease_id"],vendors:["integration_vendor"],texts:["created_at","updated_at","last_seen","address_1_alternate","address_1","address_2_alternate","address_2","city_alternate","city","country_alternate","country","date_of_birth","email_1","email_2","first_name","last_name","middle_name","notes","phone_1","phone_2","state_alternate","state","zip_alternate","zip"],phoneKinds:["phone_1_type","phone_2_type"],numbers:["balance_in_cents","late_balance_in_cents"],booleans:["is_employee"],objects:["custom_data"]}),pets:x(ng),vehicles:x(og),...k({unstated:["leases_meta_data"]})},_d=u("PropexoResident",rg),ig={...k({ids:["lease_id","resident_id"],texts:["x_resident_type","move_in_date","move_out_date","notice_date"]}),resident_type_normalized:j(["PRIMARY","SECONDARY","GUARANTOR","OTHER"])},yd=u("PropexoResidentToLease",ig),ag={...Z,...k({ids:["x_location_id"],texts:["name"]})},hd=u("PropexoEmployee",ag);var jo={amenities:{entity:"amenity",codec:pd},applicants:{entity:"applicant",codec:fd},applicants_to_applications:{entity:null,codec:ko},applications:{entity:"application",codec:rd},employees:{entity:"employee",codec:hd},events:{entity:"event",codec:ad},invoices:{entity:"invoice",codec:Xl},leads:{entity:"lead",codec:md},leases:{entity:"lease",codec:id},listings:{entity:"listing",codec:od},locations:{entity:"location",codec:dd},properties:{entity:"property",codec:ld},resident_charges:{entity:"charge",codec:ed},resident_payments:{entity:"payment",codec:nd},residents:{entity:"resident",codec:_d},residents_to_leases:{entity:null,codec:yd},service_request_vendors:{entity:"vendor",codec:cd},service_requests:{entity:"service_request",codec:sd},units:{entity:"unit",codec:td}},Ei={accounting_entities:null,address_types:null,ap_codes:null,ap_codes_to_construction_job:null,applicant_pets:"pet",applicants_to_events:null,applicants_to_rentable_items:null,application_statuses:null,call_logs:"call",charge_code_types:null,charge_code_types_to_charge_timings:null,charge_codes:null,charge_timings:null,concessions:"concession",construction_job_details:null,construction_jobs:"construction_job",contract_details:null,contracts:"contract",crm_agents:"agent",crm_amenities:"amenity",crm_attributions:null,crm_communities:"property",crm_communities_to_agents:null,crm_communities_to_attributions:null,crm_events:"event",crm_listings:"listing",crm_pet_policies:null,crm_prospects:"lead",deposit_summaries:null,deposits:"deposit",entrata_lease_periods:null,entrata_unit_types:null,entrata_vendor_locations:null,event_results:null,event_results_to_event_types:null,event_sub_types:null,event_types:null,fees:"fee",file_types:null,financial_accounts:null,floor_plans:"floor_plan",integration_configuration_meta_data:null,inventory_items:null,invoice_items:null,lead_pets:"pet",lead_relationships:null,lead_sources:null,leads_to_events:null,leads_to_rentable_items:null,lease_services:null,lease_transfers:null,note_categories:null,owners:"owner",owners_to_properties:null,payable_register_items:null,payable_registers:null,pet_types:null,property_lists:null,property_lists_to_properties:null,property_office_hours:null,purchase_order_items:null,purchase_order_items_to_invoices:null,purchase_orders:"purchase_order",recurring_resident_charges:"charge",rentable_items:null,rentvine_application_templates:null,resident_allocations:null,resident_insurance:null,resident_pets:"pet",resident_vehicles:"vehicle",residents_to_events:null,residents_to_rentable_items:null,screenings:"screening",service_request_access_contacts:null,service_request_categories:null,service_request_locations:null,service_request_notes:null,service_request_priorities:null,service_request_problems:null,service_request_statuses:null,service_request_vendor_categories:null,service_request_vendor_contacts:null,service_request_vendors_insurance:null,service_request_vendors_to_properties:null,service_requests_to_employees:null,service_requests_to_vendors:null,timezones:null,transactions:"transaction",unit_details:null,unit_pricing:null,units_to_amenity:null,vendor_insurance_coverage_types:null,vendor_insurance_policy_types:null,vendor_payment_types:null},ft=e=>[e,e.replaceAll("_","-")],sg=new Map([...Object.entries(jo).map(([e,{entity:n,codec:t}])=>({name:e,entity:n,codec:t})),...Object.entries(Ei).map(([e,n])=>({name:e,entity:n,codec:null}))].flatMap(e=>ft(e.name).map(n=>[n,e]))),ke=e=>sg.get(e)??{name:e.replaceAll("-","_"),entity:null,codec:null};var _t=(e,n)=>e.filter(t=>t!=null&&t!=="").join(n)||null,yt=(e,n,{pointer:t,reading:o})=>e==null?null:Number.isSafeInteger(e)?{amount:e,currency:null,per:null}:(w(o,"wrong_kind",`${t}/${n}`,"whole cents"),null);var qn=(e,{propertyId:n})=>{let t=e.property_id??n,o=e.x_property_id??null;return t===null&&o===null?null:{...L,id:t,externalId:o}},ki=(e,n)=>{let t=e.address_1??e.street_address_1;if(n||t==null)return null;let o=_t([e.state,e.zip]," ");return _t([t,e.address_2??e.street_address_2,e.city,o],", ")},Po=e=>{if(e==null)return null;let n=P.read(e,B(!1));return n===b?null:n},gd=e=>{let{bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a}=e;return n===null&&t===null&&o===null&&r===null&&i===null&&a===null?null:e},bd=(e,n)=>({...L,id:e.property_id??n.propertyId,externalId:e.x_property_id??null,unitId:n.recordId,unitNumber:e.number??null,address:ki(e,n.isDiff),facts:gd({...Ge,bedrooms:Po(e.bedrooms),bathrooms:Po(e.bathrooms),rent:yt(e.rent_amount_market_in_cents,"rent_amount_market_in_cents",n),squareFeet:e.square_feet??null,cats:e.cats_allowed??null,dogs:e.dogs_allowed??null})}),xd=(e,n)=>({...L,id:e.property_id??n.propertyId,externalId:e.x_property_id??null,listingId:n.recordId,unitId:e.unit_id??null,unitNumber:e.number??null,address:ki(e,n.isDiff),facts:gd({...Ge,bedrooms:Po(e.bedrooms),bathrooms:Po(e.bathrooms),rent:yt(e.rent_amount_in_cents,"rent_amount_in_cents",n),squareFeet:e.square_feet??null})}),wd=(e,n)=>({...L,id:n.recordId,externalId:e.x_property_id??null,address:ki(e,n.isDiff),name:e.name??null}),vd=(e,n)=>{let t=qn(e,n),{unit_id:o,unit_number:r}=e;return o==null&&r==null?t:{...t??L,unitId:o??null,unitNumber:r??null}};var cg="T00:00:00.000Z",Td=10,Hn=(e,n,{pointer:t,reading:o})=>{if(e==null)return null;let r=e.slice(0,Td),i=e.slice(Td);if((i===""||i===cg||i==="T00:00:00Z")&&ge(r)!==null)return r;let a="a day, or midnight in UTC";return le(e)===null?w(o,"time_unreadable",`${t}/${n}`,a):q(o,"time_ambiguous",`${t}/${n}`,a),null},lg=(e,n)=>{for(let t of["status_normalized","status_raw","status"]){let o=e[t];if(o==null)continue;let r=n===null?null:g(n,t);return{status:o,previousStatus:typeof r=="string"&&r!==""?r:null}}return{status:null,previousStatus:null}},Ad=(e,n)=>{let t=Hn(e.realized_move_in_date,"realized_move_in_date",n),o=Hn(e.scheduled_move_in_date,"scheduled_move_in_date",n),r=Hn(e.realized_move_out_date,"realized_move_out_date",n),i=Hn(e.scheduled_move_out_date,"scheduled_move_out_date",n),{status:a,previousStatus:s}=lg(e,n.previous);return{...Xe,id:n.recordId,status:a,previousStatus:s,startDate:Hn(e.start_date,"start_date",n),endDate:Hn(e.end_date,"end_date",n),moveInDate:t??o,moveOutDate:r??i,rent:yt(e.rent_amount_in_cents,"rent_amount_in_cents",n),tenantExternalId:e.x_resident_id??null}};var dg=(e,n)=>{let{first_name:t,middle_name:o,last_name:r}=e;return n&&(t==null||r==null)?null:_t([t,o,r]," ")},Oo=(e,n,{recordId:t,isDiff:o})=>({...Q,name:dg(n,o),firstName:n.first_name??null,lastName:n.last_name??null,email:n.email_1??null,phone:n.phone_1??null,otherEmail:n.email_2??null,otherPhone:n.phone_2??null,role:e,id:t});var pg=(e,n)=>({person:null,property:qn(e,n),lease:null}),Sd={leads:(e,n)=>({person:Oo("prospect",e,n),property:qn(e,n),lease:null}),applicants:(e,n)=>({person:Oo("applicant",e,n),property:qn(e,n),lease:null}),residents:(e,n)=>({person:Oo("resident",e,n),property:qn(e,n),lease:null}),units:(e,n)=>({person:null,property:bd(e,n),lease:null}),listings:(e,n)=>({person:null,property:xd(e,n),lease:null}),properties:(e,n)=>({person:null,property:wd(e,n),lease:null}),leases:(e,n)=>({person:null,property:vd(e,n),lease:Ad(e,n)})},ug=e=>Object.hasOwn(Sd,e),mg={},ht=({name:e,codec:n},t,o)=>ug(e)?Sd[e](t,o):pg(n===null?mg:t,o);var Ed=new WeakMap,fg=e=>new S(e.name,e.shape,(n,t)=>{let{owned:o}=t;t.owned=!1;let r=e.read(n,t);return t.owned=o,r!==b&&r!==n&&H(n)&&Ed.set(r,n),r}),Co=e=>{let n=fg(e);return u(`Diff of ${e.name}`,{new:n,previous:n})},ji=e=>{let n=Ed.get(e);if(n===void 0)return e;let t=z.read(n,B(!1));return t===b?{}:t};var kd={},jd=(e,n)=>Object.hasOwn(e,n)?e[n]:void 0,Pd=(e,n,t)=>{let o=jd(e,t),i=o!=null&&typeof o!="object"||e===n?o:jd(n,t);return i===void 0||i===""?null:i},Od=e=>{let n=e.new??kd,t=e.previous??kd,o=ji(n),r=ji(t),i=Object.keys(o);for(let a of Object.keys(r))Object.hasOwn(o,a)||i.push(a);return i.sort().map(a=>({field:a,previous:Pd(t,r,a),new:Pd(n,o,a)}))},Cd=e=>e.some(({field:n})=>n==="last_seen")&&e.every(({field:n})=>n==="last_seen"||n==="updated_at");var Yn=(e,n,t,o)=>({id:null,occurredAt:null,actor:null,completeness:t,identity:ne(null),source:{provider:"propexo",type:e,payload:n,raw:o.raw}}),Ro=({job_id:e,root_job_id:n,job_type:t})=>e==null&&n==null&&t==null?null:{id:e??null,rootId:n??null,kind:t??null},gt=(e,{pointer:n,meta:t},o)=>{let r=t?.integration_id;return e!=null&&r!=null&&e!==r&&q(o.reading,"contradiction","/meta/integration_id",`the value of ${n}/integration_id`),e??r??null},Rd=(e,{pointer:n,meta:t},o)=>{if(!("object"in e))return e.meta.object;let r=e.object,i=t?.object;return i!=null&&i!==r&&ke(i).name!==ke(r).name&&q(o.reading,"contradiction","/meta/object",`the model in ${n}/object`),r},Dd=e=>{let n=g(e,"property_id");return typeof n=="string"&&n!==""?n:null},Id=(e,n,t,o,r)=>{let{name:i,entity:a}=ke(n);return{id:e.record_id,model:i,modelRaw:n,entity:a,fields:r.fields,changes:r.changes,touchedOnly:r.touchedOnly,context:e.context??null,integrationId:gt(e.integration_id,t,o),vendor:e.vendor??null,job:Ro(e)}},_g=e=>e,Fd=(e,n,t,o)=>{let r=Rd(e,t,o),i=e.payload??null,a=Id(e,r,t,o,{fields:i===null?null:_g(i),changes:null,touchedOnly:null}),{person:s,property:d,lease:p}=ht(ke(r),i??{},{recordId:e.record_id,previous:null,isDiff:!1,propertyId:Dd(e.context),pointer:`${t.pointer}/payload`,reading:o.reading});return T.record(ce.DATA_NEW.type,Yn("DATA_NEW",n,"partial",o),o,{record:a,person:s,property:d,lease:p})},Ld=(e,n,t,o)=>{let r=Rd(e,t,o),i=e.diff??null,a=i===null?null:Od(i),s=Id(e,r,t,o,{fields:null,changes:a,touchedOnly:a===null?null:Cd(a)}),{person:d,property:p,lease:m}=ht(ke(r),i?.new??{},{recordId:e.record_id,previous:i?.previous??null,isDiff:!0,propertyId:Dd(e.context),pointer:`${t.pointer}/diff/new`,reading:o.reading});return T.record(ce.DATA_UPDATE.type,Yn("DATA_UPDATE",n,"diff",o),o,{record:s,person:d,property:p,lease:m})};var Pi=(e,n,t,o,r,i)=>{let a=gt(n.integration_id,o,i);return T.sync(ce[e].type,Yn(e,t,"snapshot",i),i,{sync:{...Zt,first:r?ce[e].first:null,finished:n.is_sync_finished??null,backfill:n.is_backsync??null,succeededJobs:n.successful_job_count??null,failedJobs:n.failed_job_count??null,scheduleId:n.job_schedule_id??null,models:(n.models_synced??[]).map(s=>ke(s).name),integrationId:a,vendor:n.vendor??null}})},Oi=(e,n,t,o,r)=>{let i=gt(n.integration_id,o,r);return T.sync(ce[e].type,Yn(e,t,"snapshot",r),r,{sync:{...Zt,integrationId:i,vendor:n.vendor??null,job:Ro(n)}})},Md=(e,n,t,o)=>{let r="WRITE_OPERATION_FAILURE",i=gt(e.integration_id,t,o);return T.sync(ce[r].type,Yn(r,n,"snapshot",o),o,{sync:{...Zt,writeStatus:e.write_status??null,errors:e.errors??[],integrationId:i,vendor:e.vendor??null,job:Ro(e)}})};var yg=(e,n,t)=>{let o="data"in e?e.data:e,r="meta"in e?e.meta??null:null,i={pointer:"data"in e?"/data":"",meta:r};switch(n??Eo(e,t.reading)){case"DATA_NEW":return Fd(o,e,i,t);case"DATA_UPDATE":return Ld(o,e,i,t);case"JOB_SUCCESS":return Oi("JOB_SUCCESS",o,e,i,t);case"JOB_FAILURE":return Oi("JOB_FAILURE",o,e,i,t);case"WRITE_OPERATION_FAILURE":return Md(o,e,i,t);case"FIRST_SYNC_COMPLETE":return Pi("FIRST_SYNC_COMPLETE",o,e,i,!0,t);default:return Pi("SYNC_COMPLETE",o,e,i,n!==null,t)}},Ci=e=>typeof e=="string"&&e!==""?e:null,hg={},gg=e=>{let n=g(e,"data"),t=H(n)?n:e,o=g(t,"object")??g(g(e,"meta"),"object"),r=ke(Ci(o)??""),i=B(!1),a=r.codec?.read(g(t,"payload"),i)??b;return ht(a===b?ke(""):r,a===b?hg:a,{recordId:Ci(g(t,"record_id")),previous:null,isDiff:!1,propertyId:Ci(g(g(t,"context"),"property_id")),pointer:"",reading:i})},bg=(e,n,t)=>{let{person:o,property:r}=gg(e);return T.unrecognized("unrecognized",{id:null,occurredAt:null,actor:null,completeness:"partial",identity:ne(null),source:{provider:"propexo",type:n,payload:e,raw:t.raw}},t,{discriminator:mt(e,t.reading),newerType:null,person:o,property:r,showing:null})},Nd=(e,n)=>{let{reading:t}=n,o=mt(e,t),r=o===null?null:So(e,o,t);return r===null||Bn(r)?yg(e,r,n):bg(e,typeof r=="string"?r:"",n)};var Zn={...gn,record_id:f(_),context:z},xg=Object.keys(Ei).flatMap(e=>ft(e)),Ri=j(xg),wg=new S(Ri.name,Ri.shape,Ri.read),zd=e=>{let n={};for(let[t,{codec:o}]of Object.entries(jo)){let r=ft(t),i=e(o.name,h(r),o);for(let a of r)n[a]=i}return{byName:n,untyped:e("other models",wg,z)}},Do=(e,n)=>{let{byName:t,untyped:o}=zd(n);return Pe(e,"object",t,o)},Ud=(e,n)=>{let{byName:t,untyped:o}=zd(n),r=new Map(Object.entries(t)),i=[...new Set(r.values()),o],a=["meta","object"],s=[...Object.keys(jo).map(d=>({when:[{path:a,is:ft(d)}],codec:r.get(d)??o})),{when:[],codec:o}];return new S(e,{kind:"choice",members:i,discriminator:null,cases:s},(d,p)=>{let m=g(g(d,"meta",p),"object",p);return(typeof m=="string"?r.get(m)??o:o).read(d,p)})},Wd=e=>f(u("PropexoMeta",{object:f(e),integration_id:_})),Bd=Do("PropexoNew",(e,n,t)=>u(`New ${e} in data`,{...Zn,event:Ie("DATA_NEW"),object:f(n),payload:t})),qd=Do("PropexoNamedNew",(e,n,t)=>u(`New ${e}`,{...Zn,event:f(Ie("DATA_NEW")),object:f(n),meta:tn,payload:t})),Di=Ud("PropexoSimplifiedNew",(e,n,t)=>u(`New ${e}, simplified`,{...Zn,event:Ie("DATA_NEW"),meta:Wd(n),payload:f(t)})),Hd=Do("PropexoUpdate",(e,n,t)=>u(`Update of ${e} in data`,{...Zn,event:Ie("DATA_UPDATE"),object:f(n),diff:Co(t)})),Yd=Do("PropexoNamedUpdate",(e,n,t)=>u(`Update of ${e}`,{...Zn,event:f(Ie("DATA_UPDATE")),object:f(n),meta:tn,diff:Co(t)})),Ii=Ud("PropexoSimplifiedUpdate",(e,n,t)=>u(`Update of ${e}, simplified`,{...Zn,event:Ie("DATA_UPDATE"),meta:Wd(n),diff:f(Co(t))}));var wt={integration_id:_,vendor:Wn,is_backsync:v,successful_job_count:P,failed_job_count:P,is_sync_finished:v,job_schedule_id:_,models_synced:x(c)},Zd={integration_id:_,vendor:Wn,root_job_id:_,write_status:j(["PARTIAL_SUCCESS","FAILURE"]),errors:x(c)},vg={...wt,is_sync_finished:f(v)},Fi=u("PropexoUnnamedSync",vg),bt=(e,n)=>u(`${e} in data`,{...n,event:Ie(e)}),xt=(e,n)=>u(e,{...n,event:f(Ie(e)),meta:tn}),Kd={SYNC_COMPLETE:bt("SYNC_COMPLETE",wt),FIRST_SYNC_COMPLETE:bt("FIRST_SYNC_COMPLETE",wt),JOB_SUCCESS:bt("JOB_SUCCESS",gn),JOB_FAILURE:bt("JOB_FAILURE",gn),WRITE_OPERATION_FAILURE:bt("WRITE_OPERATION_FAILURE",Zd)},$d={SYNC_COMPLETE:xt("SYNC_COMPLETE",wt),FIRST_SYNC_COMPLETE:xt("FIRST_SYNC_COMPLETE",wt),JOB_SUCCESS:xt("JOB_SUCCESS",gn),JOB_FAILURE:xt("JOB_FAILURE",gn),WRITE_OPERATION_FAILURE:xt("WRITE_OPERATION_FAILURE",Zd)};var Tg={DATA_NEW:Bd,DATA_UPDATE:Hd,...Kd},Jd={DATA_NEW:qd,DATA_UPDATE:Yd,...$d},Ag=e=>({wrapped:u(`${e} wrapped`,{trigger:f(h([e])),data:f(Tg[e]),meta:tn}),untriggered:u(`${e} in data alone`,{data:f(Jd[e]),meta:tn}),flat:Jd[e]}),Sg=Object.keys(ce),Vd=new Map(Sg.map(e=>[e,Ag(e)])),Mi={DATA_NEW:Di,DATA_UPDATE:Ii},Eg=(e,n)=>g(e,"object",n)===void 0&&g(g(e,"meta",n),"object",n)!==void 0,kg=(e,n,t,o)=>{let r=Vd.get(t);switch(n){case"/trigger":return r?.wrapped;case"/data/event":return r?.untriggered;case"/event":return Eg(e,o)?Mi[t]??r?.flat:r?.flat;case null:return Mi[t]??Fi}},jg={"/trigger":u("trigger",{trigger:f(c)}),"/data/event":u("data",{data:f(u("data",{event:f(c)}))}),"/event":u("event",{event:f(c)})},Li=e=>{let n=e.slice(1).split("/"),t=[{path:["object"],is:"unsent"},{path:["meta","object"],is:"sent"}];return[...[...Vd].flatMap(([r,{wrapped:i,untriggered:a,flat:s}])=>{let d={path:n,is:[r]};if(e==="/trigger")return[{when:[d],codec:i}];if(e==="/data/event")return[{when:[d],codec:a}];let p=Mi[r],m={when:[d],codec:s};return p===void 0?[m]:[{when:[d,...t],codec:p},m]}),{when:[{path:n,is:"word"}],codec:z},{when:[{path:n,is:"said"}],codec:jg[e]}]},Gd=[...Li("/trigger"),...Li("/data/event"),...Li("/event"),{when:[{path:["diff"],is:"object"}],codec:Ii},{when:[{path:["payload"],is:"object"}],codec:Di},{when:[{path:["is_sync_finished"],is:"said"}],codec:Fi}],Pg=[...new Set(Gd.map(({codec:e})=>e))],Xd=new S("PropexoPayload",{kind:"choice",members:Pg,discriminator:null,cases:Gd},(e,n)=>{if(!H(e))return w(n,"wrong_kind","","an object"),b;let t=mt(e,n),o=t===null?Eo(e,n):So(e,t,n);if(Bn(o)){let r=kg(e,t,o,n);if(r!==void 0)return r.read(e,n)}else if(typeof o=="string")return z.read(e,n);return t===null?w(n,"missing","/trigger","the name of an event, or a diff or a payload"):w(n,"wrong_kind",t,"text"),b});var Qd=Re({name:"propexo",words:ce,codec:Xd,normalize:Nd,verify:Gl});var ep=Dn("shared-secret");var Io=ee("MM/DD/YYYY at hh:mmAM"),np=ee("date-time"),rp=ee("MM/DD/YYYY"),Fe={property_id:_,address:c,summary:c,property_tag:c,checkin_at:Io,checkin_at_iso:np,showing_timestamp:np,record_date:Io,created_at:Io,source:c,listing_id:_,secondary_external_id:_},on={prospect_name:c,prospect_phone:c,email:c},ip={utm_source:c,utm_medium:c,utm_campaign:c,utm_term:c,utm_content:c},Le=(...e)=>({type:f(h(e))}),Og={...Le("Self Scheduling","Open House Scheduling","Safe Mode"),...Fe,...on,...ip,visit_date:rp,leasing_agent:c},Ni=u("RentlyShowing",Og),Cg={...Le("Self Registered Viewing","Direct Code Showing","Customer Care Direct Code","Open House Viewing","Self Show Unlocked"),...Fe,...on,...ip,leasing_agent:c,admin_name:c},vt=u("RentlyShowingAccess",Cg),Rg={...Le("OTV Auto Showing"),...Fe,...on},Dg=u("RentlyTourLink",Rg),Ig={...Le("Now Available"),...Fe,...on},Fg=u("RentlyAvailability",Ig),Lg={...Le("Pre Leased Lead Signup","Prelease Lead Signup"),...Fe,...on},tp=u("RentlyWaitlist",Lg),Mg={...Le("Prospect Comment"),...Fe,...on,improvement_type:c,notes:c,interest2:j(["apply","question","no"]),access_problem:v,property_problem:j(["vandalism","odor","cleanliness","none"]),apply:c,interest:c,good_arrive:c,good_leave:c,rating:c},Ng=u("RentlyComment",Mg),zg={...Le("Visitor Unlock","Visitor Unshackle"),...Fe,name:c,phone:c,voice_memo:c,input:c},op=u("RentlyVisitor",zg),Ug={...Le("Tenant Access"),...Fe,phone:c,tenant_name:c,tenant_phone:c,access_type:j(["move_in","move_out"])},Wg=u("RentlyTenantAccess",Ug),Bg={...Le("Call Center Lead"),...Fe,...on,market_id:_,market:c,move_in_date:c,notes:c,max_price:Te(c,_),reason_for_move:c,prospect_status:c,home_choice_importance:c},qg=u("RentlyCallCenterLead",Bg),Hg={...Le("inquiry"),checkin_id:_,property_id:_,property_address:c,property_name:c,record_date:Io,visitor_phone:c,visitor_name:c,visitor_email:c,source:c},Yg=u("RentlyInquiry",Hg),ap={"Self Scheduling":Ni,"Open House Scheduling":Ni,"Safe Mode":Ni,"Self Registered Viewing":vt,"Direct Code Showing":vt,"Customer Care Direct Code":vt,"Open House Viewing":vt,"Self Show Unlocked":vt,"OTV Auto Showing":Dg,"Now Available":Fg,"Pre Leased Lead Signup":tp,"Prelease Lead Signup":tp,"Prospect Comment":Ng,"Visitor Unlock":op,"Visitor Unshackle":op,"Tenant Access":Wg,"Call Center Lead":qg,inquiry:Yg},Zg={...Fe,...on,visit_date:rp},sp=u("RentlyUnknownActivity",Zg);var Tt=String.raw`\d[\d,]{0,9}(?:\.\d{0,3})?`,pp={bedrooms:`(${Tt})BD`,bathrooms:`(${Tt})BA`,rent:String.raw`\$(${Tt}) /mo`,cats:"Cats OK",dogs:"Dogs OK",squareFeet:`(${Tt}) sq ft`},Kg=Object.entries(pp).map(([e,n])=>({fact:e,pattern:new RegExp(`^${n}$`)})),$g=" | ",zi=e=>Number(e?.replaceAll(",","")),Ui=(e,n)=>({amount:Math.round(e*100),currency:"USD",per:n}),Jg=new RegExp(String.raw`^(\$?)(${Tt})$`),up=(e,n)=>{let t=Jg.exec(e);if(t===null)return null;let o=Ui(zi(t[2]),n);return t[1]==="$"?o:{...o,currency:null}},Vg=e=>{let{bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a}=Ge,s={bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a};for(let d of e.split($g))for(let{fact:p,pattern:m}of Kg){let y=m.exec(d);y!==null&&(p==="cats"||p==="dogs"?s[p]=!0:p==="rent"?s.rent=Ui(zi(y[1]),"month"):s[p]=zi(y[1]))}return s},Gg=new RegExp(`^${Object.values(pp).map(e=>`(?:${e.replace("(","(?:")}(?: \\| |$))?`).join("")}$`),cp=48,Xg=57,Qg=32,e1=46,n1=47,t1=66,o1=67,lp=68,r1=5,i1=7,a1=9,dp=10,s1=e=>{let{bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a}=Ge,s=0,d=0;for(let p=0;p<e.length;){let m=e.charCodeAt(p);if(m>=cp&&m<=Xg){s=s*10+(m-cp),d*=10,p+=1;continue}let y=d>1?s/d:s;switch(m){case t1:e.charCodeAt(p+1)===lp?n=y:t=y,p+=r1;break;case Qg:e.charCodeAt(p+1)===n1?(o=Ui(y,"month"),p+=i1):(r=y,p+=a1);break;case o1:i=!0,p+=dp;break;case lp:a=!0,p+=dp;break;default:m===e1&&(d=1),p+=1;continue}s=0,d=0}return{bedrooms:n,bathrooms:t,rent:o,squareFeet:r,cats:i,dogs:a}},c1=e=>e.bedrooms===null&&e.bathrooms===null&&e.rent===null&&e.squareFeet===null&&e.cats===null&&e.dogs===null,mp=(e,n)=>{let t=Gg.test(e)?s1(e):Vg(e);if(n===null&&c1(t))return null;let{bedrooms:o,bathrooms:r,rent:i,squareFeet:a,cats:s,dogs:d}=t;return{bedrooms:o,bathrooms:r,rent:i,squareFeet:a,cats:s,dogs:d,unitTag:n}},Fo=" \u2013 Unit tag",l1=": ",d1=e=>{let n=-1;for(let t=e.indexOf(":");t!==-1;t=e.indexOf(":",t+1))t>=Fo.length&&e.slice(t-Fo.length,t)===Fo&&e[t+1]===" "&&(n=t);return n},fp=e=>{let n=d1(e);return n===-1?{address:e,unitTag:null}:{address:e.slice(0,n-Fo.length),unitTag:e.slice(n+l1.length)||null}};var Me=(e,n="prospect")=>Oe(n,{name:e.prospect_name,email:e.email,phone:e.prospect_phone}),fe=e=>{let n=e.summary??null,{address:t,unitTag:o}=e.address==null?p1:fp(e.address);return{id:e.property_id??null,listingId:e.listing_id??null,unitId:null,unitNumber:null,communityId:null,tag:e.property_tag??null,externalId:e.secondary_external_id??null,communityExternalId:null,address:t,name:null,market:null,summary:n,facts:mp(n??"",o)}},p1={address:null,unitTag:null},Wi=e=>{let{utm_source:n,utm_medium:t,utm_campaign:o,utm_term:r,utm_content:i}=e;return n==null&&t==null&&o==null&&r==null&&i==null?null:{source:n??null,medium:t??null,campaign:o??null,term:r??null,content:i??null}};var _p=32,yp=47,u1=58,m1=65,f1=77,hp=80,_1=97,y1=116,h1=21;function Bi(e){if(e.length!==h1||e.charCodeAt(2)!==yp||e.charCodeAt(5)!==yp||e.charCodeAt(10)!==_p||e.charCodeAt(11)!==_1||e.charCodeAt(12)!==y1||e.charCodeAt(13)!==_p||e.charCodeAt(16)!==u1||e.charCodeAt(20)!==f1)return null;let n=e.charCodeAt(19);if(n!==m1&&n!==hp)return null;let t=J(e,0),o=J(e,3),r=et(e,6),i=J(e,14),a=J(e,17);if(!ln(r,t,o)||i<1||i>12||a<0||a>59)return null;let s=(i===12?0:i)+(n===hp?12:0);return cn(r,t,o)*864e5+s*36e5+a*6e4}var gp=10,g1=wr(({year:e,month:n,day:t})=>`${oe(n)}/${oe(t)}/${vr(e)}`),bp=null;function b1(){return Array.from({length:1440},(e,n)=>{let t=n/60|0;return` at ${oe(t%12===0?12:t%12)}:${oe(n%60)}${t<12?"AM":"PM"}`})}function xp(e,n){if(!(n>=sn))return!1;let t=Math.floor(n/864e5),o=(n-t*864e5)/6e4|0;return bp??=b1(),e.slice(0,gp)===g1(t)&&e.slice(gp)===bp[o]}var vp="America/Los_Angeles",x1=null,Yi=()=>x1??=st(vp),Lo=(e,n,{reading:t})=>{if(e==null)return null;let o=le(e);return o!==null&&o.offset!==null?o:(w(t,"time_unreadable",n,"a date-time with an offset"),null)},Hi=e=>e.wall-e.offset*6e4,wp=(e,n,t,{reading:o})=>{let r=Yi();r!==null&&Lc(n,r)&&q(o,"zone_contradiction",t,`an offset of ${vp}`);let i=xe(e,n,r);return i===null&&w(o,"time_unreadable",t,"a year from 0001 to 9999"),i},Tp="MM/DD/YYYY at hh:mmAM or PM",qi=(e,n,{reading:t,disambiguation:o})=>{let r=Bi(e),i=Yi(),a=r===null||i===null?null:fn(e,r,"minute",i,"assumed-zone",o);return a===null?w(t,"time_unreadable",n,Tp):a.instant===null&&q(t,"time_ambiguous",n,"a time that the clock shows once"),a},w1=e=>{let n=Yi(),t=Hi(e);return n===null?e.wall:t+te(n,t)*6e4},v1=(e,n,{reading:t})=>{xp(e,w1(n))||(Bi(e)===null?w(t,"time_unreadable","/checkin_at",Tp):q(t,"time_contradiction","/checkin_at","the minute of the stamp with an offset"))},_e=(e,n)=>{let{reading:t}=n,{checkin_at_iso:o,showing_timestamp:r,checkin_at:i}=e,a=Lo(o,"/checkin_at_iso",n),s=r===o&&a!==null?a:Lo(r,"/showing_timestamp",n);a!==null&&s!==null&&Hi(a)!==Hi(s)&&q(t,"time_contradiction","/showing_timestamp","the moment of checkin_at_iso");let d=a??s;return d!==null?(i!=null&&v1(i,d,n),a!==null?wp(o??"",a,"/checkin_at_iso",n):wp(r??"",d,"/showing_timestamp",n)):i!=null?qi(i,"/checkin_at",n):e.created_at!=null?qi(e.created_at,"/created_at",n):e.record_date==null?null:qi(e.record_date,"/record_date",n)},At=(e,n,t,{reading:o})=>(e===null&&w(o,"time_unreadable",n,t),e),Mo=(e,n,t)=>e==null?null:At(rs(e),n,"MM/DD/YYYY",t),No=(e,n,t)=>e==null?null:At(ge(e),n,"YYYY-MM-DD",t),Zi=(e,n,t)=>{let o=Lo(e,n,t);return o===null||e==null?null:At(xe(e,o,null),n,"a year from 0001 to 9999",t)},zo=(e,n,t)=>{if(e==null)return null;if(typeof e=="number")return At(ao(e,e,"millisecond",null),n,"milliseconds since 1970",t);let o=Lo(e,n,t);return o===null?null:At(xe(e,o,null),n,"a year from 0001 to 9999",t)};var pe={"Self Registered Viewing":{type:"access.code_requested",via:"self_service",mode:"self_guided"},"Direct Code Showing":{type:"access.code_requested",via:"direct",mode:"self_guided"},"Customer Care Direct Code":{type:"access.code_requested",via:"customer_care",mode:"self_guided"},"Open House Viewing":{type:"access.code_requested",via:"open_house",mode:"open_house"},"Self Show Unlocked":{type:"access.unlocked",via:null,mode:"self_guided"},"Self Scheduling":{type:"showing.scheduled",slot:"booked",mode:"self_guided",safeMode:null},"Open House Scheduling":{type:"showing.scheduled",slot:"booked",mode:"open_house",safeMode:null},"Safe Mode":{type:"showing.requested",slot:"requested",mode:"self_guided",safeMode:!0},"Prospect Comment":{type:"showing.feedback_received"},"OTV Auto Showing":{type:"message.sent",purpose:"self_tour_link"},"Now Available":{type:"listing.available"},"Pre Leased Lead Signup":{type:"lead.waitlisted"},"Prelease Lead Signup":{type:"lead.waitlisted"},inquiry:{type:"lead.inquired"},"Call Center Lead":{type:"lead.created"},"Visitor Unlock":{type:"access.code_issued",purpose:"entry",credential:"code"},"Visitor Unshackle":{type:"access.code_issued",purpose:"unshackle",credential:"unshackle_code"},"Tenant Access":{type:"access.tenant_access"}},St={"Application Updated":{type:"application.updated"}},Ne={online:{type:"device.reported",state:"online"},offline:{type:"device.reported",state:"offline"},heartbeat:{type:"device.reported",state:"alive"},power_source:{type:"device.reported",state:"power_source"},unassigned_from_account:{type:"device.reported",state:"unassigned"},Lock:{type:"device.reported",state:"locked"},Unlock:{type:"access.unlocked"}},Ap={...pe,...St,...Ne};var ze=(e,n,t,o=null,r=null)=>({id:r,occurredAt:n,actor:o,completeness:"snapshot",identity:ne(n),source:{provider:"rently",type:e.type,payload:e,raw:t.raw}}),Sp=e=>e==null?null:{kind:"agent",id:null,name:e,raw:null},T1=(e,n)=>{let t=pe[e.type],o=_e(e,n);return T.showing(t.type,ze(e,o,n,Sp(e.leasing_agent)),n,{person:Me(e),property:fe(e),showing:{...ae,slot:t.slot,mode:t.mode,createdAt:e.type==="Self Scheduling"?o:null,date:Mo(e.visit_date,"/visit_date",n),source:e.source??null,utm:Wi(e),safeMode:t.safeMode}})},A1=(e,n)=>{let t=pe[e.type],o=_e(e,n),r=e.admin_name==null?Sp(e.leasing_agent):{kind:"staff",id:null,name:e.admin_name,raw:null};return T.access(t.type,ze(e,o,n,r),n,{person:Me(e),property:fe(e),showing:{...ae,slot:"unchanged",mode:t.mode,source:e.source??null,utm:Wi(e)},access:{...Ve,holder:"prospect",purpose:"showing",credential:"code",via:t.via,certainty:t.type==="access.unlocked"?"recorded":null}})},S1=(e,n)=>{let t=pe[e.type],o=_e(e,n);return T.message(t.type,ze(e,o,n),n,{person:Me(e),property:fe(e),showing:{...ae,slot:"unchanged",mode:"self_guided",source:e.source??null},message:{...qt,direction:"out",purpose:t.purpose,audience:"prospect"}})},E1=(e,n)=>{let t=_e(e,n);return T.listing(pe[e.type].type,ze(e,t,n),n,{property:fe(e),person:Me(e),listing:{...Yt,id:e.listing_id??null,perPerson:!0}})},k1=(e,n)=>{let t=_e(e,n);return T.lead(pe[e.type].type,ze(e,t,n),n,{person:Me(e),property:fe(e),showing:null,lead:{...me,origin:"prospect",source:e.source??null,topic:"preleased"}})},j1=e=>e==null?[]:e.split(",").map(n=>n.trim()).filter(n=>n!==""),P1=e=>({from:"prospect",interest:e.interest2??e.interest??null,improvements:j1(e.improvement_type),accessProblem:e.access_problem??null,propertyProblem:e.property_problem??null,notes:e.notes??null}),O1=(e,n)=>{let t=_e(e,n);return T.showing(pe[e.type].type,ze(e,t,n),n,{person:Me(e),property:fe(e),showing:{...ae,slot:"unchanged",source:e.source??null,feedback:P1(e)}})},C1=(e,n)=>{let t=pe[e.type],o=_e(e,n);return T.access(t.type,ze(e,o,n),n,{person:Oe("visitor",{name:e.name,phone:e.phone}),property:fe(e),showing:null,access:{...Ve,holder:"visitor",purpose:t.purpose,credential:t.credential,via:"manager_portal",voiceMemo:e.voice_memo??null,input:e.input??null}})},R1=e=>e==="move_in"?"move_in":e==="move_out"?"move_out":null,D1=(e,n)=>{let t=_e(e,n);return T.access(pe[e.type].type,ze(e,t,n),n,{person:Oe("tenant",{name:e.tenant_name,phone:e.tenant_phone}),property:fe(e),showing:null,access:{...Ve,holder:"tenant",purpose:R1(e.access_type),phoneUsed:e.phone??null,phoneRegistered:e.tenant_phone??null}})},I1=(e,n)=>{let t=_e(e,n),o=e.market_id==null&&e.market==null?null:{id:e.market_id??null,name:e.market??null};return T.lead(pe[e.type].type,ze(e,t,n),n,{person:Me(e),property:{...fe(e),market:o},showing:null,lead:{...me,isNew:!0,origin:"call_center",channel:"call_center",source:e.source??null,status:e.prospect_status??null,message:e.notes??null,wishes:{...En,moveInText:e.move_in_date??null,maxRent:e.max_price==null?null:up(e.max_price,"month"),reasonForMove:e.reason_for_move??null,homeChoiceImportance:e.home_choice_importance??null}}})},F1=(e,n)=>{let t=_e(e,n),o=e.checkin_id??null,r=fe({property_id:e.property_id,address:e.property_address});return T.lead(pe[e.type].type,ze(e,t,n,null,o),n,{person:Oe("prospect",{name:e.visitor_name,email:e.visitor_email,phone:e.visitor_phone}),property:{...r,name:e.property_name??null},showing:null,lead:{...me,id:o,origin:"portal",source:e.source??null,channel:"ils"}})},Ep=(e,n)=>{switch(e.type){case"Self Scheduling":case"Open House Scheduling":case"Safe Mode":return T1(e,n);case"Self Registered Viewing":case"Direct Code Showing":case"Customer Care Direct Code":case"Open House Viewing":case"Self Show Unlocked":return A1(e,n);case"OTV Auto Showing":return S1(e,n);case"Now Available":return E1(e,n);case"Pre Leased Lead Signup":case"Prelease Lead Signup":return k1(e,n);case"Prospect Comment":return O1(e,n);case"Visitor Unlock":case"Visitor Unshackle":return C1(e,n);case"Tenant Access":return D1(e,n);case"Call Center Lead":return I1(e,n);case"inquiry":return F1(e,n)}};var kp="Application Updated",Ki=(e,n,{reading:t})=>{if(e==null)return null;let o=Sn(e);return o!==null?{amount:o,currency:null,per:"month"}:(w(t,"wrong_kind",n,"an amount of whole cents"),null)},L1=e=>{let{landlord_name:n,landlord_phone:t,landlord_email:o}=e;return n==null&&t==null&&o==null?null:{...Q,name:n??null,phone:t??null,email:o??null}},M1=(e,n,t)=>({current:e.current_residence??null,street:e.street_address??null,city:e.city??null,state:e.state??null,zip:e.zipcode??null,kind:e.residence_type??null,monthlyPayment:Ki(e.monthly_payment,`${n}/monthly_payment`,t),monthlyRent:Ki(e.monthly_rent,`${n}/monthly_rent`,t),movedInOn:No(e.move_in_date,`${n}/move_in_date`,t),movedOutOn:No(e.move_out_date,`${n}/move_out_date`,t),reasonForMove:e.reason_for_moving??null,landlord:L1(e)}),N1=/^(\d{1,3}(?:\.\d{1,4})?)\s?%$/,z1=(e,n,{reading:t})=>{if(e==null)return null;let o=N1.exec(e)?.[1];return o!==void 0?Number(o):(w(t,"wrong_kind",n,"a percentage"),null)},U1=(e,n,t)=>{let o=`/applicants/${String(n)}`;return{id:e.id??null,person:{...Q,name:e.name??null,email:e.email??null,phone:e.phone??null,role:"applicant",id:e.rently_prospect_id??null},birthDate:No(e.dob,`${o}/dob`,t),progress:z1(e.completion_percentage,`${o}/completion_percentage`,t),completedAt:Zi(e.completion_date,`${o}/completion_date`,t),expiresAt:Zi(e.application_expiry,`${o}/application_expiry`,t),relationship:e.relationship??null,residences:(e.residences??[]).map((r,i)=>M1(r,`${o}/residences/${String(i)}`,t))}},W1=(e,n)=>{let{bedroom:t,bathrooms:o}=e,r=Ki(e.rent,"/property/rent",n);return t==null&&o==null&&r===null?null:{...Ge,bedrooms:t??null,bathrooms:o??null,rent:r}},B1=(e,n)=>({...L,id:e.property_id??null,address:e.address??null,facts:W1(e,n)}),jp=(e,n)=>{let t=(e.applicants??[]).map((r,i)=>U1(r,i,n)),o={provider:"rently",type:kp,payload:e,raw:n.raw};return T.application(St[kp].type,{id:null,occurredAt:null,actor:null,completeness:"snapshot",identity:{strength:"content",parts:[],order:null},source:o},n,{person:t[0]?.person??{...Q,role:"applicant"},property:e.property==null?{...L}:B1(e.property,n),application:{..._s,id:e.application_id,applicants:t}})};var Pp={device_type:j(["hub","lock"]),hub_id:c,home_name:c,serial_no:c,address:c,pms_datapull_id:c,device_id:c,device_name:c,User:c,details:Te(c,P),activity_time:Te(ee("YYYY-MM-DD HH:MM:SS UTC"),P)},q1={message_type:f(h(Object.keys(Ne))),...Pp},Op=u("RentlySmartHome",q1),Cp=u("RentlyUnknownMessage",Pp);var H1=e=>({kind:e.device_type??null,id:e.device_id??null,name:e.device_name??null,serial:e.serial_no??null,hubId:e.hub_id??null,home:e.home_name??null}),$i=e=>({...L,name:e.home_name??null,address:e.address??null,externalId:e.pms_datapull_id??null}),Y1=e=>e.User==null?null:{kind:null,id:null,name:e.User,raw:e.User},Rp=(e,n)=>{let t=zo(e.activity_time,"/activity_time",n),o={provider:"rently",type:e.message_type,payload:e,raw:n.raw},r={id:null,occurredAt:t,actor:Y1(e),completeness:"snapshot",identity:ne(t),source:o},i=$i(e),a=H1(e),s=e.User??null;if(e.message_type==="Unlock")return T.access(Ne.Unlock.type,r,n,{person:{...Q},property:i,showing:null,access:{...Ve,certainty:"recorded",device:a,user:s}});let d=Ne[e.message_type];return T.device(d.type,r,n,{property:i,device:{device:a,state:d.state,details:e.details??null,user:s}})};var Ji=(e,n)=>typeof n=="string"&&Object.hasOwn(e,n),Z1=(e,{reading:n})=>Ji(pe,g(e,"type",n)),K1=e=>g(e,"type")===void 0&&Ji(Ne,g(e,"message_type")),$1=e=>{let n=g(e,"type")??void 0;return n!==void 0?Ji(St,n):g(e,"message_type")===void 0},Dp=(e,n)=>{let t=e.read(n,B(!1));return t===b?null:t},Ip=e=>Object.values(e).some(n=>n!==null),J1=(e,n)=>{let t=Dp(sp,e)??{},o=Me(t,null);return{occurredAt:_e(t,n),person:Ip(o)?o:null,property:fe(t),date:Mo(t.visit_date,"/visit_date",n)}},V1=(e,n)=>{let t=Dp(Cp,e)??{};return{occurredAt:zo(t.activity_time,"/activity_time",n),person:null,property:$i(t),date:null}},G1=(e,n)=>{let t=g(e,"type")===void 0,o=t?"message_type":"type",r=e[o],i=t?V1(e,n):J1(e,n),{occurredAt:a,person:s,property:d,date:p}=i;return T.unrecognized("unrecognized",{id:null,occurredAt:a,actor:null,completeness:"snapshot",identity:ne(a),source:{provider:"rently",type:typeof r=="string"?r:"",payload:e,raw:n.raw}},n,{discriminator:`/${o}`,newerType:null,person:s,property:Ip(d)?d:null,showing:p===null?null:{...ae,date:p}})},Fp=(e,n)=>Z1(e,n)?Ep(e,n):K1(e)?Rp(e,n):$1(e)?jp(e,n):G1(e,n);var Vi=ee("date"),Lp=ee("date-time"),X1={current_residence:v,street_address:c,city:c,state:c,zipcode:_,residence_type:j(["rented","owned"]),monthly_payment:P,monthly_rent:P,reason_for_moving:c,move_in_date:Vi,move_out_date:Vi,landlord_name:c,landlord_phone:c,landlord_email:c,landlord_fax:c},Q1=u("RentlyResidence",X1),eb={id:_,rently_prospect_id:_,name:c,phone:c,email:c,dob:Vi,completion_percentage:c,completion_date:Lp,application_expiry:Lp,relationship:c,residences:x(Q1)},nb=u("RentlyApplicant",eb),tb={property_id:_,property_type:c,address:c,company:c,bedroom:P,bathrooms:P,deposit:P,rent:P},ob=u("RentlyApplicationProperty",tb),rb={type:h(["Application Updated"]),application_id:f(_),property:ob,applicants:x(nb)},Et=u("RentlyApplication",rb);var Gi=Pe("RentlyActivity","type",{...ap,"Application Updated":Et},z),Xi=Pe("RentlySmartHome","message_type",Object.fromEntries(Object.keys(Ne).map(e=>[e,Op])),z),Mp=vn("RentlyPayload",[Gi,Xi,Et],(e,n)=>g(e,"type",n)!==void 0?Gi:g(e,"message_type",n)!==void 0?Xi:g(e,"application_id",n)===void 0?null:Et,"/type","one of type, message_type and application_id",[{when:[{path:["type"],is:"sent"}],codec:Gi},{when:[{path:["message_type"],is:"sent"}],codec:Xi},{when:[{path:["application_id"],is:"sent"}],codec:Et}]);var Np=Re({name:"rently",words:Ap,codec:Mp,normalize:Fp,verify:ep});var zp=Gt("authorization","Bearer");var jt={type:"message.sent",direction:"out"},ue={...jt,audience:"prospect"},Uo={sent_autoreply:{...ue,purpose:"autoreply",automatic:!0},sent_autoreply_followup:{...ue,purpose:"autoreply_followup",automatic:!0},sent_follow_up:{...ue,purpose:"follow_up"},follow_up_reschedule:{...ue,purpose:"follow_up_reschedule"},pre_screen_reminder_sent:{...ue,purpose:"pre_screen_reminder"},notified_showtimes_available:{...ue,purpose:"showtimes_available"},email_link:{...ue,channel:"email",purpose:"scheduling_link"},text_link:{...ue,channel:"sms",purpose:"scheduling_link"},email_application_criteria_link:{...ue,channel:"email",purpose:"application_criteria_link"},text_application_criteria_link:{...ue,channel:"sms",purpose:"application_criteria_link"},email_apply_now_link:{...ue,channel:"email",purpose:"apply_now_link"},text_apply_now_link:{...ue,channel:"sms",purpose:"apply_now_link"},email_on_rent_reduction:{...ue,channel:"email",purpose:"rent_reduction"},email_on_new_active_listing:{...ue,channel:"email",purpose:"new_listing"},cancel_notice:{...jt,purpose:"cancel_notice"},cancel_warning:{...jt,purpose:"cancel_warning"},send_upcoming_showings:{...jt,purpose:"upcoming_showings"},unclaimed_alert:{...jt,purpose:"unclaimed_alert"},email_delivery_failed:{type:"message.failed",direction:"out",channel:"email"},left_voicemail:{type:"message.received",direction:"in",channel:"voicemail"}},Wo={call_redirected:{type:"call.transferred",kind:"redirect"},call_redirect_ended:{type:"call.completed",kind:"redirect"},call_transferred_to_cci:{type:"call.transferred",kind:"transfer",to:"call_center"},call_transferred_from_cci:{type:"call.transferred",kind:"transfer",from:"call_center"},outgoing_call_started:{type:"call.started",kind:"call",direction:"outbound"},outgoing_call_completed:{type:"call.completed",kind:"call",direction:"outbound"}},kt={type:"document.requested",step:"sent"},Bo={sent_document_request:{...kt,items:["document"]},sent_document_and_answers_request:{...kt,items:["document","answers"]},sent_answers_request:{...kt,items:["answers"]},document_request_resent:{...kt,items:["document"],resent:!0},additional_document_requested:{type:"document.requested",step:"requested",items:["document"],additional:!0},additional_document_request_sent:{...kt,items:["document"],additional:!0},document_received:{type:"document.received",items:["document"]},additional_document_received:{type:"document.received",items:["document"],additional:!0},document_verification_request:{type:"document.verification_requested",items:["document"]},document_verified:{type:"document.verified",items:["document"]}};var Ho={lead_created:{type:"lead.created",isNew:!0},lead_created_by_off_market_update_process:{type:"lead.created",isNew:!0,origin:"batch",reason:"off_market_update"},lead_updated:{type:"lead.updated",isNew:!1},phone_number_changed:{type:"lead.updated",isNew:!1,changed:["phone"]},third_party_applicant_added:{type:"lead.updated",isNew:!1,changed:["third_party_applicant"]},do_follow_up:{type:"lead.updated",isNew:!1,followUp:!0},dont_follow_up:{type:"lead.updated",isNew:!1,followUp:!1},follow_autoreply:{type:"lead.updated",isNew:!1},inquired:{type:"lead.inquired"},inquired_about_off_market_listing:{type:"lead.inquired",topic:"off_market_listing"},inquired_about_multi_unit:{type:"lead.inquired",topic:"multi_unit"},requested_application_criteria:{type:"lead.inquired",topic:"application_criteria"},requested_availability_notification:{type:"lead.waitlisted",topic:"availability"},lead_converted_by_cci:{type:"lead.status_changed",status:"converted",channel:"call_center"},applicant_transitioned_to_resident:{type:"lead.status_changed",previousStatus:"applicant",status:"resident",role:"resident"},applicant_transitioned_from_resident:{type:"lead.status_changed",previousStatus:"resident",status:"applicant",role:"applicant"},flagged_as_fraudulent:{type:"lead.flagged",reason:"fraud"},blacklisted_prospect:{type:"lead.flagged",reason:"blacklisted"}},qo={type:"screening.mismatched",outcome:"mismatched"},Yo={pre_screen_request_sent:{type:"screening.requested",kind:"pre_screen"},pre_screen_completed:{type:"screening.completed",kind:"pre_screen"},pre_screen_overridden:{type:"screening.overridden",kind:"pre_screen",outcome:"overridden"},pet_screening_sent:{type:"screening.requested",kind:"pet"},cci_screening_criteria_not_met:{type:"screening.completed",kind:"criteria",outcome:"failed",by:"call_center"},showing_mismatched_pets:{...qo,criterion:"pets"},showing_mismatched_income:{...qo,criterion:"income"},showing_mismatched_move_in_date:{...qo,criterion:"move_in_date"},showing_mismatched_custome_question:{...qo,criterion:"custom_question"}};var Up={"International Date Line West":"Etc/GMT+12","Midway Island":"Pacific/Midway","American Samoa":"Pacific/Pago_Pago",Hawaii:"Pacific/Honolulu",Alaska:"America/Juneau","Pacific Time (US & Canada)":"America/Los_Angeles",Tijuana:"America/Tijuana","Mountain Time (US & Canada)":"America/Denver",Arizona:"America/Phoenix",Chihuahua:"America/Chihuahua",Mazatlan:"America/Mazatlan","Central Time (US & Canada)":"America/Chicago",Saskatchewan:"America/Regina",Guadalajara:"America/Mexico_City","Mexico City":"America/Mexico_City",Monterrey:"America/Monterrey","Central America":"America/Guatemala","Eastern Time (US & Canada)":"America/New_York","Indiana (East)":"America/Indiana/Indianapolis",Bogota:"America/Bogota",Lima:"America/Lima",Quito:"America/Lima","Atlantic Time (Canada)":"America/Halifax",Caracas:"America/Caracas","La Paz":"America/La_Paz",Santiago:"America/Santiago",Newfoundland:"America/St_Johns",Brasilia:"America/Sao_Paulo","Buenos Aires":"America/Argentina/Buenos_Aires",Montevideo:"America/Montevideo",Georgetown:"America/Guyana","Puerto Rico":"America/Puerto_Rico",Greenland:"America/Nuuk","Mid-Atlantic":"Atlantic/South_Georgia",Azores:"Atlantic/Azores","Cape Verde Is.":"Atlantic/Cape_Verde",Dublin:"Europe/Dublin",Edinburgh:"Europe/London",Lisbon:"Europe/Lisbon",London:"Europe/London",Casablanca:"Africa/Casablanca",Monrovia:"Africa/Monrovia",UTC:"Etc/UTC",Belgrade:"Europe/Belgrade",Bratislava:"Europe/Bratislava",Budapest:"Europe/Budapest",Ljubljana:"Europe/Ljubljana",Prague:"Europe/Prague",Sarajevo:"Europe/Sarajevo",Skopje:"Europe/Skopje",Warsaw:"Europe/Warsaw",Zagreb:"Europe/Zagreb",Brussels:"Europe/Brussels",Copenhagen:"Europe/Copenhagen",Madrid:"Europe/Madrid",Paris:"Europe/Paris",Amsterdam:"Europe/Amsterdam",Berlin:"Europe/Berlin",Bern:"Europe/Zurich",Zurich:"Europe/Zurich",Rome:"Europe/Rome",Stockholm:"Europe/Stockholm",Vienna:"Europe/Vienna","West Central Africa":"Africa/Algiers",Bucharest:"Europe/Bucharest",Cairo:"Africa/Cairo",Helsinki:"Europe/Helsinki",Kyiv:"Europe/Kyiv",Kyev:"Europe/Kyiv",Riga:"Europe/Riga",Sofia:"Europe/Sofia",Tallinn:"Europe/Tallinn",Vilnius:"Europe/Vilnius",Athens:"Europe/Athens",Istanbul:"Europe/Istanbul",Minsk:"Europe/Minsk",Jerusalem:"Asia/Jerusalem",Harare:"Africa/Harare",Pretoria:"Africa/Johannesburg",Kaliningrad:"Europe/Kaliningrad",Moscow:"Europe/Moscow","St. Petersburg":"Europe/Moscow",Volgograd:"Europe/Volgograd",Samara:"Europe/Samara",Kuwait:"Asia/Kuwait",Riyadh:"Asia/Riyadh",Nairobi:"Africa/Nairobi",Baghdad:"Asia/Baghdad",Tehran:"Asia/Tehran","Abu Dhabi":"Asia/Muscat",Muscat:"Asia/Muscat",Baku:"Asia/Baku",Tbilisi:"Asia/Tbilisi",Yerevan:"Asia/Yerevan",Kabul:"Asia/Kabul",Ekaterinburg:"Asia/Yekaterinburg",Islamabad:"Asia/Karachi",Karachi:"Asia/Karachi",Tashkent:"Asia/Tashkent",Chennai:"Asia/Kolkata",Kolkata:"Asia/Kolkata",Mumbai:"Asia/Kolkata","New Delhi":"Asia/Kolkata",Kathmandu:"Asia/Kathmandu",Dhaka:"Asia/Dhaka","Sri Jayawardenepura":"Asia/Colombo",Almaty:"Asia/Almaty",Astana:"Asia/Almaty",Novosibirsk:"Asia/Novosibirsk",Rangoon:"Asia/Yangon",Bangkok:"Asia/Bangkok",Hanoi:"Asia/Bangkok",Jakarta:"Asia/Jakarta",Krasnoyarsk:"Asia/Krasnoyarsk",Beijing:"Asia/Shanghai",Chongqing:"Asia/Chongqing","Hong Kong":"Asia/Hong_Kong",Urumqi:"Asia/Urumqi","Kuala Lumpur":"Asia/Kuala_Lumpur",Singapore:"Asia/Singapore",Taipei:"Asia/Taipei",Perth:"Australia/Perth",Irkutsk:"Asia/Irkutsk",Ulaanbaatar:"Asia/Ulaanbaatar","Ulaan Bataar":"Asia/Ulaanbaatar",Seoul:"Asia/Seoul",Osaka:"Asia/Tokyo",Sapporo:"Asia/Tokyo",Tokyo:"Asia/Tokyo",Yakutsk:"Asia/Yakutsk",Darwin:"Australia/Darwin",Adelaide:"Australia/Adelaide",Canberra:"Australia/Melbourne",Melbourne:"Australia/Melbourne",Sydney:"Australia/Sydney",Brisbane:"Australia/Brisbane",Hobart:"Australia/Hobart",Vladivostok:"Asia/Vladivostok",Guam:"Pacific/Guam","Port Moresby":"Pacific/Port_Moresby",Magadan:"Asia/Magadan",Srednekolymsk:"Asia/Srednekolymsk","Solomon Is.":"Pacific/Guadalcanal","New Caledonia":"Pacific/Noumea",Fiji:"Pacific/Fiji",Kamchatka:"Asia/Kamchatka","Marshall Is.":"Pacific/Majuro",Auckland:"Pacific/Auckland",Wellington:"Pacific/Auckland","Nuku'alofa":"Pacific/Tongatapu","Tokelau Is.":"Pacific/Fakaofo","Chatham Is.":"Pacific/Chatham",Samoa:"Pacific/Apia"},Wp={"International Date Line West":"Pacific/Midway",Astana:"Asia/Dhaka",Samoa:"Pacific/Pago_Pago",Georgetown:"America/Argentina/San_Juan","Solomon Is.":"Asia/Magadan",Brasilia:"America/Argentina/Buenos_Aires","Sri Jayawardenepura":"Asia/Dhaka",Volgograd:"Europe/Moscow",Edinburgh:"Europe/Dublin",Bern:"Europe/Berlin"};function Bp(e){let n=Object.hasOwn(Up,e)?Up[e]:void 0;if(n===void 0)return null;let t=Object.hasOwn(Wp,e)?Wp[e]:void 0;return t===void 0?{zone:n}:{zone:n,formerly:t}}var qp=new Map,Hp=e=>{let n=qp.get(e);if(n!==void 0)return n;let t=Bp(e),o=t===null?ro(e):st(t.zone);if(o===null)return null;let r={zone:o,formerly:t?.formerly==null?null:st(t.formerly)};return qp.set(e,r),r},Yp=14,ib=Yp*60,Zp=e=>{let n=Math.abs(e);return n<=Yp?e*60:n<=ib?e:e/60},ab=(e,n)=>{let{year:t}=Nt(Math.floor(n/864e5)),o=te(e,cn(t,1,1)*864e5);return Math.min(o,te(e,cn(t,7,1)*864e5))},Qi=(e,n,t)=>te(e,t)===n||ab(e,t)===n;var ea="/event/showing/showtime",Kp="/event/showing/showing_time_zone",na=(e,n,{reading:t})=>(e===null?w(t,"time_unreadable",n,"a date-time with an offset"):e.instant===null&&q(t,"time_ambiguous",n,"a time that the clock shows once"),e),$p=(e,n,{zone:t,disambiguation:o})=>n.offset!==null?xe(e,n,null):t===null?null:fn(e,n.wall,n.precision,t,"assumed-zone",o),Kn=(e,n,t)=>{if(e==null)return null;let o=le(e);return na(o===null?null:$p(e,o,t),n,t)},sb=(e,n,t)=>{if(n===null)return t?.instant==null?null:Ut(t.instant);let{wall:o,offset:r}=n;return r===null?io(e,o).epoch:o-r*6e4},cb=(e,n,t,{reading:o})=>{if(e.showing_time_zone==null)return null;let r=Hp(e.showing_time_zone);if(r===null)return q(o,"zone_unknown",Kp,"a time zone of Rails or of the IANA database"),null;let{zone:i,formerly:a}=r,s=e.showing_time_zone_utc_offset??null,d=s===null?null:sb(i,n,t);if(s===null||d===null)return i;let p=Zp(s);if(Qi(i,p,d))return i;let m=a!==null&&Qi(a,p,d),y=m?`an offset of ${i.name}, not of ${a.name}`:`an offset of ${i.name}`;return q(o,"zone_contradiction",`${Kp}_utc_offset`,y),m?a:i},lb=(e,n,t,o)=>{let{wall:r,offset:i,precision:a}=n;return i===null?fn(e,r,a,t,"zone",o.disambiguation):(!e.endsWith("Z")&&te(t,r-i*6e4)!==i&&q(o.reading,"zone_contradiction",ea,`an offset of ${t.name}`),Ic(e,n,t))},Jp=(e,n,t)=>{let o=e.showtime??null,r=o===null?null:le(o),i=cb(e,r,n,t);if(o===null)return null;if(r===null)return na(null,ea,t);let a=i===null?$p(o,r,t):lb(o,r,i,t);return na(a,ea,t)};var db=48,pb=57,ub=e=>{for(let n=0;n<e.length;n+=1){let t=e.charCodeAt(n);if(t<db||t>pb)return!1}return e!==""},mb=(e,n)=>ub(e)?{by:"sequence",value:e,precision:null}:pn(n),fb=["prospect","owner_agent","system","call_center"],_b=e=>fb.find(n=>n===e)??null,yb=({actor:e,team_member_uid:n,team_member_name:t})=>e==null&&n==null&&t==null?null:{kind:e==null?null:_b(e),id:n??null,name:t??null,raw:e??null},Zo=(e,n,t)=>{let o=Kn(e.created_at,"/event/created_at",t);return{id:e.id,occurredAt:o,actor:yb(e),completeness:"snapshot",identity:{strength:"provider-id",parts:[e.id],order:mb(e.id,o)},source:n}},Ue=(e,n="prospect")=>e==null?{...Q}:Oe(n,e),We=e=>e==null?{...L}:{...L,listingId:e.listing_uid??null,address:e.listing_full_address??null},hb=e=>e==null?null:e?"self_guided":"agent_guided",Pt=(e,n,t,o)=>({...n,id:e.uid??null,mode:hb(e.is_self_show),startsAt:Jp(e,t,o),createdAt:Kn(e.created_at,"/event/showing/created_at",o),confirmedAt:Kn(e.confirmed_at,"/event/showing/confirmed_at",o),canceledAt:Kn(e.canceled_at,"/event/showing/canceled_at",o),codeIssuedAt:Kn(e.self_show_code_distributed_at,"/event/showing/self_show_code_distributed_at",o),zoneName:e.showing_time_zone??null,zoneOffset:e.showing_time_zone_utc_offset??null,notes:e.notes??null});var Ot={type:"showing.reschedule_requested",slot:"as_stamped"},ta={type:"showing.acceptance_requested",slot:"unchanged"},oa={type:"showing.reminded",slot:"unchanged",about:"acceptance"},ra={type:"showing.accepted",slot:"unchanged",about:"showing"},Vp={type:"showing.assigned",slot:"unchanged",about:"claim"},$n={type:"showing.denied",slot:"dropped",subject:"showing",isReason:!1},Ko={...$n,subject:"lead"},$o={...$n,slot:"unchanged",isReason:!0},Jo={create:{type:"showing.scheduled",slot:"tentative",isNew:!0},auto_create_by_sms:{type:"showing.scheduled",slot:"tentative",isNew:!0,automatic:!0,source:"sms"},proposed_times:{type:"showing.requested",slot:"requested",about:"proposed_times"},confirm_request:{type:"showing.confirmation_requested",slot:"unchanged"},confirm:{type:"showing.confirmed",slot:"booked"},confirm_automatically:{type:"showing.confirmed",slot:"booked",automatic:!0},unconfirm:{type:"showing.unconfirmed",slot:"tentative"},last_reminder:{type:"showing.reminded",slot:"unchanged",lastReminder:!0},acceptance_request:{...ta,about:"acceptance"},proposed_times_accpt_request_sent:{...ta,about:"proposed_times"},acceptance_reminder:oa,acceptance_reminder_owner_agent:{...oa,recipient:"owner_agent"},acceptance_reminder_approvers:{...oa,recipient:"approvers"},accept:ra,accept_for_everyone:{...ra,scope:"everyone"},accept_for_me:{...ra,scope:"self"},decline:{type:"showing.declined",slot:"dropped",about:"showing"},decline_proposed_times:{type:"showing.declined",slot:"unchanged",about:"proposed_times"},claim_request:{...ta,about:"claim",recipient:"staff"},claimed:{...Vp,assignee:"actor"},assign_unclaimed_showing_to_owner:{...Vp,assignee:"owner_agent"},update:{type:"showing.updated",slot:"as_stamped"},hide:{type:"showing.updated",slot:"unchanged",hidden:!0},restore:{type:"showing.updated",slot:"unchanged",hidden:!1},reschedule_request:Ot,emergency_reschedule_request:{...Ot,emergency:!0},reschedule_request_on_document_not_received:{...Ot,reason:"document_not_received"},reschedule_request_on_document_not_verified:{...Ot,reason:"document_not_verified"},reschedule_request_on_answers_not_received:{...Ot,reason:"answers_not_received"},cancel:{type:"showing.canceled",slot:"dropped"},auto_cancel_no_reply:{type:"showing.canceled",slot:"dropped",automatic:!0,reason:"no_reply"},cancel_phone_or_email_blacklisted:{type:"showing.canceled",slot:"dropped",reason:"blacklisted"},prospect_arrived_too_late:{type:"showing.canceled",slot:"dropped",reason:"arrived_too_late"},uncancel:{type:"showing.uncanceled",slot:"tentative"},lockbox_showing_started:{type:"showing.started",slot:"unchanged"},set_no_show:{type:"showing.no_show",slot:"done"},confirm_lockbox_outcome_no_show:{type:"showing.no_show",slot:"done",reason:"lockbox_outcome"},undo_no_show:{type:"showing.no_show_undone",slot:"done"},showing_feedback:{type:"showing.feedback_received",slot:"unchanged",feedbackFrom:"prospect"},showing_agent_feedback:{type:"showing.feedback_received",slot:"unchanged",feedbackFrom:"agent"},showing_denied_pets:{...$n,criterion:"pets"},showing_denied_income:{...$n,criterion:"income"},showing_denied_move_in_date:{...$n,criterion:"move_in_date"},showing_denied_custome_question:{...$n,criterion:"custom_question"},lead_showing_denied_pets:{...Ko,criterion:"pets"},lead_showing_denied_income:{...Ko,criterion:"income"},lead_showing_denied_move_in_date:{...Ko,criterion:"move_in_date"},lead_showing_denied_custome_question:{...Ko,criterion:"custom_question"},showing_denied_pets_reason:{...$o,criterion:"pets"},showing_denied_income_reason:{...$o,criterion:"income"},showing_denied_move_in_date_reason:{...$o,criterion:"move_in_date"},showing_denied_custom_question_reason:{...$o,criterion:"custom_question"}},Ct={holder:"prospect",purpose:"showing",deviceKind:"lockbox"},Vo={lockbox_code_requested:{type:"access.code_requested",...Ct,credential:"code"},lockbox_code_distributed:{type:"access.code_issued",...Ct,credential:"code"},location_verification_auto_triggered:{type:"access.verification_started",holder:"prospect",purpose:"showing",automatic:!0},confirm_secured_lockbox_request:{type:"access.security_check_requested",...Ct},confirm_secured_lockbox:{type:"access.secured",...Ct,certainty:"reported",alarm:!1},confirm_insecured_lockbox:{type:"access.unsecured",...Ct,certainty:"reported",alarm:!0}};var xn=(e,n)=>{let{event:t}=e,o={provider:"showmojo",type:t.action,payload:e,raw:n.raw};return Zo(t,o,n)},gb={...ae,slot:"unchanged"},Jn=(e,n,t)=>e==null?null:Pt(e,gb,n,t),bb=({type:e,role:n,...t})=>{let o=Mt({...me,...t});return(r,i)=>{let{showing:a}=r.event,s=xn(r,i);return T.lead(e,s,i,{person:Ue(a,n),property:We(a),showing:Jn(a,s.occurredAt,i),lead:{...o,message:a?.notes??null}})}},xb=({type:e,...n})=>{let t={...gs,...n};return(o,r)=>{let{showing:i}=o.event,a=xn(o,r);return T.screening(e,a,r,{person:Ue(i),property:We(i),showing:Jn(i,a.occurredAt,r),screening:{...t}})}},wb=e=>e==null?"unknown":e.canceled_at!=null?"dropped":e.showtime==null?"unknown":e.confirmed_at==null?"tentative":"booked",vb=e=>e===void 0?null:{from:e,interest:null,improvements:[],accessProblem:null,propertyProblem:null,notes:null},Tb=(e,n)=>e===void 0?null:e==="actor"?n:{kind:e,id:null,name:null,raw:null},Ab=({type:e,slot:n,assignee:t,feedbackFrom:o,...r})=>{let i={...ae,...r,slot:n==="as_stamped"?"unknown":n},a=n!=="as_stamped"&&t===void 0&&o===void 0;return(s,d)=>{let{showing:p}=s.event,m=xn(s,d),y=a?i:{...i,slot:n==="as_stamped"?wb(p):n,assignee:Tb(t,m.actor),feedback:vb(o)};return T.showing(e,m,d,{person:Ue(p),property:We(p),showing:p==null?{...y}:Pt(p,y,m.occurredAt,d)})}},Sb=({type:e,deviceKind:n,...t})=>{let o={...Ve,...t};return(r,i)=>{let a=xn(r,i),s=Jn(r.event.showing,a.occurredAt,i);return T.access(e,a,i,{person:Ue(r.event.showing),property:We(r.event.showing),showing:s,access:{...o,device:n===void 0?null:{...Tr,kind:n},codeIssuedAt:s===null?null:s.codeIssuedAt}})}},Eb=({type:e,...n})=>{let t={...qt,...n};return(o,r)=>{let{showing:i}=o.event,a=xn(o,r);return T.message(e,a,r,{person:Ue(i),property:We(i),showing:Jn(i,a.occurredAt,r),message:{...t}})}},kb=({type:e,...n})=>{let t={...ys,...n};return(o,r)=>{let{showing:i}=o.event,a=xn(o,r);return T.call(e,a,r,{person:Ue(i),property:We(i),showing:Jn(i,a.occurredAt,r),call:{...t}})}},jb=({type:e,...n})=>{let t=Mt({...hs,...n});return(o,r)=>{let{showing:i}=o.event,a=xn(o,r);return T.document(e,a,r,{person:Ue(i),property:We(i),showing:Jn(i,a.occurredAt,r),document:{...t}})}},bn=(e,n)=>Object.entries(e).map(([t,o])=>[t,n(o)]),Pb=()=>new Map([...bn(Ho,bb),...bn(Yo,xb),...bn(Jo,Ab),...bn(Vo,Sb),...bn(Uo,Eb),...bn(Wo,kb),...bn(Bo,jb)]),Ob=Pb(),Gp=e=>Ob.get(e);var Vn={...Ho,...Yo,...Jo,...Vo,...Uo,...Wo,...Bo};var Gn=ee("date-time"),Cb={uid:_,created_at:Gn,showtime:Gn,showing_time_zone:c,showing_time_zone_utc_offset:ve,name:c,phone:c,email:c,notes:c,listing_uid:_,listing_full_address:c,is_self_show:v,confirmed_at:Gn,canceled_at:Gn,self_show_code_distributed_at:Gn},Rb=u("ShowMojoShowing",Cb),Xp={id:f(_),actor:j(["prospect","owner_agent","system","call_center"]),team_member_name:c,team_member_uid:_,created_at:Gn,showing:Rb},Db=new Set(Object.keys(Vn)),Qp=e=>Db.has(e),Ib=new S("action",{kind:"enumeration",values:Object.keys(Vn)},(e,n)=>Qp(e)?e:(w(n,"wrong_kind","","text"),b)),Fb={...Xp,action:f(Ib)},Lb=u("ShowMojoEvent",Fb),Mb={...Xp,action:f(c)},Nb=u("ShowMojoUnknownEvent",Mb),zb={event:f(Lb)},Ub={event:f(Nb)},ia=u("ShowMojoPayload",zb),eu=u("ShowMojoUnknown",Ub),Wb=e=>typeof e=="string"?e!=="":Number.isSafeInteger(e),aa=new S("ShowMojoUnknown",z.shape,(e,n)=>{let t=g(g(e,"event"),"id");return Wb(t)?z.read(e,n):(w(n,t===void 0||t===""?"missing":"wrong_kind","/event/id","text or a safe integer"),b)}),nu=new S("ShowMojoPayload",{kind:"choice",members:[ia,aa],discriminator:null,cases:[{when:[{path:["event","action"],is:Object.keys(Vn)}],codec:ia},{when:[{path:["event","action"],is:"word"},{path:["event","id"],is:"id"}],codec:aa}]},(e,n)=>{let t=g(g(e,"event",n),"action",n);return(typeof t=="string"&&t!==""&&!Qp(t)?aa:ia).read(e,n)});var Bb={id:"",action:""},qb=(e,{reading:n})=>{let t=B(!1),o=eu.read(e,t);for(let r of t.issues)r.code!=="more_issues"&&w(n,r.code,r.path,r.expected);return o===b?Bb:o.event},Hb=(e,n)=>{let t=qb(e,n),o={provider:"showmojo",type:t.action,payload:e,raw:n.raw},r=Zo(t,o,n),i=t.showing??null;return T.unrecognized("unrecognized",r,n,{discriminator:"/event/action",newerType:null,person:i===null?null:Ue(i),property:i===null?null:We(i),showing:i===null?null:Pt(i,ae,r.occurredAt,n)})},tu=(e,n)=>{let t=Gp(g(g(e,"event",n.reading),"action",n.reading));return t===void 0?Hb(e,n):t(e,n)};var ou=Re({name:"showmojo",words:Vn,codec:nu,normalize:tu,verify:zp});var ye={rently:Np,showmojo:ou,propexo:Qd,funnel:Ll,casayes:nl},eC=Ps("LeasingEvent",Object.values(ye));var ru=34,Yb=92,Zb=91,Kb=93,$b=123,Jb=125,iu=(e,n,t)=>{let o=0;for(let r=e.indexOf(n);r!==-1;r=e.indexOf(n,r+1))if(o+=1,o>t)return!0;return!1},Vb=(e,n)=>{let t=0,o=!1;for(let r=0;r<e.length;r+=1){let i=e.charCodeAt(r);if(o)i===Yb?r+=1:i===ru&&(o=!1);else if(i===ru)o=!0;else if(i===$b||i===Zb){if(t+=1,t>n)return!0}else(i===Jb||i===Kb)&&(t-=1)}return!1},Gb=(e,n)=>(iu(e,"{",n/2)||iu(e,"[",n/2))&&Vb(e,n),Xb="\uFEFF",Go=(e,n)=>{if(Gb(e,n))return O(R("BodyTooDeep",`at most ${String(n)} levels of nesting`));try{return N(JSON.parse(e.startsWith(Xb)?e.slice(1):e))}catch{return O(R("BodyNotJson","JSON"))}};var au=(e,n)=>{if(e.source.raw===null)return[];let t=Go(e.source.raw,1/0);if(C(t))return[];let o=B(!0,"list");return Tn(n.codec).read(t.right,o),[...o.foreignPaths]};var Qb=e=>["[object ArrayBuffer]","[object SharedArrayBuffer]"].includes(Object.prototype.toString.call(e)),e2=e=>{if(typeof e=="string")return e===""?{kind:"missing"}:{kind:"text",text:e};if(e==null)return{kind:"missing"};let n=ArrayBuffer.isView(e);return!n&&!Qb(e)?{kind:"parsed",value:e}:e.byteLength===0?{kind:"missing"}:{kind:"bytes",bytes:n?new Uint8Array(e.buffer,e.byteOffset,e.byteLength):new Uint8Array(e)}},sa=e=>{try{return e2(e)}catch{return ArrayBuffer.isView(e)?{kind:"missing"}:{kind:"parsed",value:e}}},n2=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),t2=3,o2=(e,n)=>e.length*t2<=n?!1:e.length>n||new TextEncoder().encode(e).byteLength>n,r2=e=>{try{return N(n2.decode(e))}catch{return O(R("BodyNotUtf8","text in UTF-8"))}},i2=e=>{try{return JSON.stringify(e)}catch{return}},su=e=>R("BodyTooLarge",`at most ${String(e)} bytes`);var cu=(e,n)=>{if(e.kind==="missing")return O(R("BodyMissing","a body"));if(e.kind==="bytes")return e.bytes.byteLength>n?O(su(n)):r2(e.bytes);let t=e.kind==="text"?e.text:i2(e.value);return t===void 0?O(R("BodyNotJson","a value that JSON can hold")):o2(t,n)?O(su(n)):N(t)};var lu=()=>R("HeadersUnreadable","Headers, pairs, raw headers or a record of header values"),Xo=e=>typeof e=="string"?[e]:Array.isArray(e)?e.filter(n=>typeof n=="string"):[],a2=e=>typeof e[Symbol.iterator]=="function",s2=(e,n)=>{let t=[],o=null;for(let r of e)Array.isArray(r)?String(r[0]).toLowerCase()===n&&t.push(...Xo(r[1])):o===null?o=String(r).toLowerCase():(o===n&&t.push(...Xo(r)),o=null);return t},c2=(e,n)=>{let t=[];for(let o of Object.keys(e))if(o===n||o.length===n.length&&o.toLowerCase()===n){let r=Xo(e[o]);t=t.length===0?r:[...t,...r]}return t},du=e=>"get"in e&&typeof e.get=="function",ca=e=>{let n=null;return t=>{try{if(typeof e!="object"||e===null)return O(lu());let o=t.toLowerCase(),r=du(e)?e.get(o):null;return r!=null?N(Xo(r)):a2(e)?N(s2(n??=[...e],o)):N(du(e)?[]:c2(e,o))}catch{return O(lu())}}};var l2=1048576,d2=64,uu=e=>typeof e=="object"&&e!==null?e:{},mu=(e,n)=>typeof e=="number"&&e>=0?e:n,p2=e=>mu(e.maxBytes,l2),pu=(e,n)=>R("PayloadInvalid",`a payload of ${e.name}`,{issues:$(n)}),u2=e=>n=>{let t=e(n);return C(t)?null:t.right[0]??null},m2=(e,n,t,o,r)=>{let i=cu(t,p2(o));if(C(i))return i;let a=Go(i.right,mu(o.maxDepth,d2));if(C(a))return a;let s=B(!0),d=Tn(e.codec).read(a.right,s);if(d===b)return O(pu(e,s));let p=o.zone??null,m=ro(p);p!==null&&m===null&&q(s,"zone_unknown","","an IANA zone in the options");let y=e.normalize(d,{raw:o.keepRaw===!1?null:e.mask?.(i.right)??i.right,verification:r,reading:s,zone:m,disambiguation:o.disambiguation??"compatible",header:u2(n)});return o.strict===!0&&s.faultCount>0?O(pu(e,s)):N(y)},fu=(e,n,t,o)=>m2(e,ca(n),sa(t),uu(o),null),f2=Dn("shared-secret"),_2=(e,n,t,o)=>(e.verify??f2)(n,t,uu(o)),_u=(e,n,t,o)=>_2(e,ca(n),sa(t),o);var y2=e=>typeof e=="string"&&Object.hasOwn(ye,e),h2=e=>{try{let{name:n,codec:t,normalize:o}=e;return typeof n=="string"&&typeof t?.decode=="function"&&typeof o=="function"}catch{return!1}},yu=()=>R("ProviderUnknown",`one of ${Object.keys(ye).join(", ")}`),la=e=>y2(e)?ye[e]:h2(e)?e:null;function Qo(e,n,t,o){let r=la(e);return r===null?O(yu()):fu(r,n,t,o)}var hu=(e,n,t,o)=>{let r=la(e);return r===null?O(yu()):_u(r,n,t,o)};var er=(e,n)=>{let t=la(n??e.source.provider);return t===null?[]:au(e,t)};var da=Object.keys(ye),gu=e=>Object.hasOwn(ye,e),g2=(e,n)=>{let t=Qo(e,{},n);return C(t)||t.right.type==="unrecognized"?null:t.right.issues.length+er(t.right).length},bu=e=>da.map(n=>({name:n,misfit:g2(n,e)})).filter(n=>n.misfit!==null).sort((n,t)=>n.misfit-t.misfit).map(({name:n})=>n);var xu=e=>e.trimStart().startsWith("{")?b2(e):e.split(/\r?\n/).flatMap(n=>{let t=n.indexOf(":",1),o=n.slice(0,Math.max(0,t)).replace(/^[<>]/,"").trim();return t===-1||o===""||/\s/.test(o)?[]:[[o,n.slice(t+1).trim()]]}),b2=e=>{try{let n=JSON.parse(e);return Object.entries(n??{}).filter(t=>typeof t[1]=="string")}catch{return[]}};var x2=e=>typeof e=="object"&&e!==null,wu=e=>{let n=[],t=[{value:e}];for(let o=t.pop();o!==void 0;o=t.pop())if(typeof o=="string")n.push(o);else if(Array.isArray(o.value)){let r=o.value;n.push("["),t.push("]");for(let i=r.length-1;i>=0;i-=1)t.push({value:r[i]}),i>0&&t.push(",")}else if(x2(o.value)){let r=Object.entries(o.value).sort(([a],[s])=>a<s?1:-1);n.push("{"),t.push("}");let i=r.at(-1);for(let a of r)t.push({value:a[1]},":",JSON.stringify(a[0])),a!==i&&t.push(",")}else n.push(o.value===void 0?"null":JSON.stringify(o.value));return n.join("")};var w2=16,vu=e=>{let{strength:n,parts:t}=e.identity,o=n==="content"?[e.source.type,e.source.payload]:t,r=To(Ul(wu([n,o])));return{key:`${e.source.provider}:${xo(r.subarray(0,w2))}`,strength:n}};var Tu=e=>C(e)?{kind:"refused",error:e.left}:{kind:"verified",verification:e.right},v2=(e,n,t,o)=>{let r=Qo(e,n,t,o);return C(r)?{kind:"refused",error:r.left}:{kind:"event",event:r.right,unmapped:er(r.right),dedupeKey:vu(r.right)}},T2=(e,n)=>e.kind==="event"&&n.kind==="verified"?{...e,event:{...e.event,verification:n.verification}}:e,Au=(e,n)=>({...e,read:T2(v2(e.provider,e.headers,e.body,n),e.checked)});var A2=({verify:e})=>{let n=e?.proof;return n===void 0||n.method==="hmac-sha256"||n.header===null?[]:[n.header]},S2=["authorization","proxy-authorization","cookie","x-api-key","x-api-token",...Object.values(ye).flatMap(A2)],E2=/^[A-Za-z]+ (?=\S)/,k2=e=>{let n=E2.exec(e)?.[0]??"";return n+"*".repeat(e.length-n.length)},Su=(e,n=[])=>{let t=new Set([...S2,...n.map(o=>o.toLowerCase())]);return Object.fromEntries(Object.entries(e).map(([o,r])=>[o,t.has(o.toLowerCase())?k2(r):r]))},Eu=(e,n)=>{if(e.mask===void 0)return n;try{JSON.parse(n.startsWith("\uFEFF")?n.slice(1):n)}catch{return n.replace(/\S/gu,"*")}return e.mask(n)};var ku=()=>Object.keys(l),ju=e=>Object.hasOwn(l,e)?l[e]??null:null;var A=(e,n,...t)=>{let o=document.createElement(e),{onclick:r,...i}=n;for(let[a,s]of Object.entries(i))o.setAttribute(a,s);return r!==void 0&&o.addEventListener("click",r),o.append(...t.filter(a=>a!==null&&a!==!1)),o},rn=(e,n)=>{let t=document.getElementById(e);if(!(t instanceof n))throw new Error(`the page has no ${e}`);return t},pa=(e,n)=>{let t=A("button",{type:"button",onclick:()=>{o()}},e),o=async()=>{try{await navigator.clipboard.writeText(n()),t.textContent="Copied"}catch{t.textContent="The browser refused"}setTimeout(()=>t.textContent=e,1500)};return t};var j2=/(?<text>"[^"\\]*(?:\\.[^"\\]*)*")|(?<number>-?\d[\d.eE+-]*)|(?<word>true|false|null)|(?<mark>[{}[\],:])|(?<blank>\s+)|(?<other>[^\s"{}[\],:]+|")/gsu,P2=e=>{try{return JSON.parse(e)}catch{return e}},O2="  ",Pu=e=>{let n=[[]],t=[],o=(s,d,p=null)=>{n.at(-1)?.push({kind:s,text:d,pointer:p})},r=()=>{n.push([{kind:"other",text:O2.repeat(t.length),pointer:null}])},i=()=>{let s=t.at(-1);return s===void 0?"":`${s.path}/${s.isList?String(s.position):$e(s.key??"")}`},a="";for(let{0:s,groups:d={}}of e.matchAll(j2)){if(d.blank!==void 0)continue;let p=s==="}"||s==="]",m=p&&(a==="{"||a==="[");(a==="{"||a==="[")&&!m&&r();let y=t.at(-1);if(d.mark===void 0){let W=d.text!==void 0&&y!==void 0&&!y.isList&&y.key===null;W&&(y.key=P2(s));let we=d.number!==void 0?"number":d.word!==void 0?"word":"text";o(W?"key":d.other!==void 0?"other":we,s,i())}else s==="{"||s==="["?(o("mark",s,i()),t.push({isList:s==="[",path:i(),position:0,key:null})):p?(t.pop(),m||r(),o("mark",s)):s===","?(o("mark",","),y!==void 0&&(y.position+=1,y.key=null),r()):o("mark",": ");a=s}return n};var ua=5e3,C2=(e,n)=>{let t=e.find(i=>i.pointer!==null)?.pointer,o=t==null?void 0:n.get(t),r=e.map(({kind:i,text:a})=>A("span",{class:`json-${i}`},a));return o===void 0?A("span",{class:"line"},...r):A("span",{class:`line ${o.mark}`,title:o.why},...r,A("em",{},o.why))},ma=(e,n,t)=>{let o=Pu(e),r=A("pre",{class:"json","aria-label":t});return r.tabIndex=0,r.append(...o.slice(0,ua).map(i=>C2(i,n))),o.length>ua&&r.append(A("span",{class:"line"},`\u2026 and ${String(o.length-ua)} more lines`)),r};var R2={offset:"the stamp says its own offset",epoch:"a count since 1970",zone:"a local time in the zone that the payload names","assumed-zone":"a local time in the zone that the documents imply or the options give"},D2={none:"",overlap:"the clock showed it twice",gap:"the clock skipped it"},Cu=({basis:e,ambiguity:n,precision:t})=>[e===null?"nobody says the zone, so there is no instant":R2[e],D2[n],`sent to the ${t}`].filter(o=>o!=="").join("; "),Ru=e=>{if(e.kind==="unchecked")return"not checked: no secret was given";if(e.kind==="refused")return`${e.error._tag}: expected ${e.error.expected}`;let{method:n,covers:t,secret:o}=e.verification;if(n==="none")return"taken from anybody";let r=t==="body"?"covers the body":"says nothing of the body";return`${n} with secret ${String(o)}; it ${r}`},I2=e=>"instant"in e&&"basis"in e&&"raw"in e,fa=(e,n="")=>typeof e!="object"||e===null?[]:I2(e)?[{path:n,time:e}]:Object.entries(e).flatMap(([t,o])=>n===""&&(t==="source"||t==="identity")?[]:fa(o,n===""?t:`${n}.${t}`)),Ou=(...e)=>e.find(n=>typeof n=="string"&&n!=="")??null,Du=({read:e})=>{if(e.kind==="refused")return e.error.expected;let n={...e.event},t=Ou(n.person?.name,n.person?.email,n.person?.phone),o=Ou(n.property?.address,n.property?.name,n.record?.model);return[t,o].filter(r=>r!==null).join(" \xB7 ")},Iu=({read:e})=>e.kind==="event"?e.event.type:e.error._tag;var Be=(e,...n)=>A("div",{class:"row"},A("dt",{},e),A("dd",{},...n)),an=e=>A("code",{},e),F2=e=>{let n=new Map;if(e.kind==="event")for(let t of e.unmapped)n.set(t,{mark:"unmapped",why:"no codec knows this"});for(let t of e.kind==="event"?e.event.issues:e.error.issues)t.code!=="more_issues"&&n.set(t.path,{mark:"issue",why:`${t.code}: expected ${t.expected}`});return n},L2=({source:e,...n},t)=>JSON.stringify({...n,source:{provider:e.provider,type:e.type}},(o,r)=>!t&&(r===null||Array.isArray(r)&&r.length===0)?void 0:r),M2=({provider:e,headers:n,body:t,read:o})=>{let r=o.kind==="event"?{...o.event,source:{...o.event.source,raw:null}}:void 0;return JSON.stringify({provider:e,headers:n,body:t,event:r},null,2)},N2=({provider:e,receivedAt:n,checked:t,read:o})=>{let r=A("dl",{class:"facts"});if(r.append(Be("Origin",A("span",{class:`origin ${t.kind}`},Ru(t)))),t.kind==="refused"&&t.error.hint!==null&&r.append(Be("Hint",t.error.hint)),o.kind==="refused"){let{error:i}=o;r.append(Be("Refused",`${i._tag}: expected ${i.expected}`)),i.hint!==null&&r.append(Be("Hint",i.hint))}else{let{event:i,dedupeKey:a}=o;r.append(Be("Sent as",an(i.source.type),` by ${e}`)),i.id!==null&&r.append(Be("Id",an(i.id))),r.append(Be("Dedupe key",an(a.key),` by ${a.strength}`)),r.append(Be("Completeness",i.completeness))}return n!==null&&r.append(Be("Received",an(n))),r},z2=e=>{let n=fa(e);if(n.length===0)return null;let t=n.map(({path:o,time:r})=>A("li",{class:r.ambiguity==="none"&&r.basis!==null?"":"warned"},A("strong",{},o),A("span",{class:"instant"},r.instant??"no instant"),A("span",{},[r.local?.replace("T"," "),r.offset,r.zone].filter(Boolean).join(" ")),A("small",{},Cu(r),"; sent as ",an(String(r.raw)))));return A("section",{},A("h3",{},"Times"),A("ul",{class:"times"},...t))},U2=e=>{let n=(e.kind==="event"?e.event.issues:e.error.issues).map(o=>o.code==="more_issues"?A("li",{class:"issue"},`and ${String(o.count)} more`):A("li",{class:"issue"},an(o.path===""?"the body":o.path),` ${o.code}: expected ${o.expected}`)),t=(e.kind==="event"?e.unmapped:[]).map(o=>A("li",{class:"unmapped"},an(o)," no codec knows this"));return n.length+t.length===0?null:A("section",{},A("h3",{},"Odd"),A("ul",{class:"odd"},...n,...t))},W2=e=>{let n=Object.entries(e);if(n.length===0)return null;let t=n.map(([o,r])=>Be(o,an(r)));return A("details",{},A("summary",{},`${String(n.length)} headers`),A("dl",{class:"facts"},...t))},B2=e=>{let n=A("input",{type:"checkbox"}),t=()=>ma(L2(e,n.checked),new Map,"canonical event"),o=t();return n.addEventListener("change",()=>{let r=t();o.replaceWith(r),o=r}),A("section",{class:"pane"},A("header",{},A("h3",{},"Canonical event"),A("label",{},n," empty fields too")),o)},Fu=e=>{let{read:n,body:t,provider:o}=e,r=document.createDocumentFragment();r.append(A("header",{class:"title"},A("span",{class:`provider ${o}`},o),A("h2",{},Iu(e)),A("p",{},Du(e)),A("div",{class:"actions"},pa("Copy as fixture",()=>M2(e)),n.kind==="event"&&pa("Copy event",()=>JSON.stringify(n.event,null,2)))),A("section",{},N2(e)));let i=[n.kind==="event"?z2(n.event):null,U2(n),W2(e.headers)];return r.append(...i.filter(a=>a!==null)),r.append(A("div",{class:"panes"},A("section",{class:"pane"},A("header",{},A("h3",{},"As received")),ma(t,F2(n),"body as received")),n.kind==="event"&&B2(n.event))),r};var ha=rn("sample",HTMLSelectElement),Rt=rn("provider",HTMLSelectElement),ga=rn("payload",HTMLTextAreaElement),ba=rn("headers",HTMLTextAreaElement),nr=rn("secret",HTMLInputElement),ya=rn("zone",HTMLInputElement),_a=rn("detail",HTMLElement),tr=(e,n)=>{let t=A("option",{},n);return t.value=e,t},Lu=(e,n)=>A("div",{class:"empty"},A("h2",{},e),A("p",{},n)),q2=(e,n,t)=>{if(nr.value==="")return{kind:"unchecked"};let o=ye[e].verify?.proof,r=o?.header??n.find(([,i])=>i===nr.value)?.[0];return Tu(hu(e,n,t,{secrets:nr.value,...o?.header===null?{header:r}:{}}))},xa=()=>{let e=ga.value;if(e.trim()===""){_a.replaceChildren(Lu("Nothing to read yet","Paste the body of a webhook, or choose a sample."));return}let n=gu(Rt.value)?Rt.value:bu(e)[0];if(n===void 0){_a.replaceChildren(Lu("Whose webhook is this?","No provider has a word for this body. Choose the provider to see why it is refused."));return}let t=xu(ba.value);_a.replaceChildren(Fu(Au({id:"",receivedAt:null,provider:n,headers:Su(Object.fromEntries(t)),body:Eu(ye[n],e),checked:q2(n,t,e)},{zone:ya.value===""?void 0:ya.value})))},H2=()=>{let e=ju(ha.value);e!==null&&(Rt.value="",ga.value=e.body,ba.value=Object.entries(e.headers).map(([n,t])=>`${n}: ${t}`).join(`
`),xa())};ha.append(tr("","choose one"),...ku().map(e=>tr(e,e)));Rt.append(tr("","guessed from the payload"),...da.map(e=>tr(e,e)));ha.addEventListener("input",H2);for(let e of[Rt,ga,ba,nr,ya])e.addEventListener("input",xa);xa();})();
