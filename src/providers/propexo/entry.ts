export { propexo } from './index'
export {
  PropexoPayload,
  type PropexoData,
  type PropexoNamed,
  type PropexoUntriggered,
  type PropexoWrapped,
} from './payload'
export type { PropexoDiff } from './diff'
export { PropexoMeta } from './envelope'
export type {
  PropexoAnyNew,
  PropexoAnyUpdate,
  PropexoNew,
  PropexoRow,
  PropexoSimplified,
  PropexoUntypedModel,
  PropexoUpdate,
} from './rows'
export { PropexoUnnamedSync, type PropexoJob, type PropexoSync, type PropexoWriteFailure } from './runs'
export type { PropexoEventName } from './words'
export {
  PropexoAllocation,
  PropexoInvoice,
  PropexoInvoiceItem,
  PropexoResidentCharge,
  PropexoResidentPayment,
} from './models/accounts'
export { PropexoListing, PropexoUnit } from './models/homes'
export {
  PropexoApplicantToApplication,
  PropexoApplication,
  PropexoEvent,
  PropexoLease,
  PropexoLeaseService,
} from './models/leasing'
export {
  PropexoServiceRequest,
  PropexoServiceRequestEmployee,
  PropexoServiceRequestVendor,
  PropexoVendor,
  PropexoVendorContact,
} from './models/maintenance'
export { PropexoAmenity, PropexoAmenityUnit, PropexoLocation, PropexoProperty } from './models/places'
export { PropexoApplicant, PropexoApplicantPet, PropexoLead, PropexoScreening } from './models/prospects'
export {
  PropexoEmployee,
  PropexoResident,
  PropexoResidentPet,
  PropexoResidentToLease,
  PropexoVehicle,
} from './models/residents'
export { acknowledge, type Outcome } from '../../acknowledge'
export { parseWebhook, receiveWebhook, verifyWebhook, type ParseOptions } from '../../webhook'
export { unmapped } from '../../unmapped'
export { formatWebhookError, unwrap, type WebhookError } from '../../error'
