export { casayes } from './index'
export {
  CasaYesLead,
  CasaYesListingChange,
  CasaYesListingFailure,
  CasaYesPayload,
  type CasaYesListing,
} from './payload'
export { parseWebhook, type ParseOptions } from '../../webhook'
export { unmapped } from '../../unmapped'
export { formatWebhookError, unwrap, type WebhookError } from '../../error'
