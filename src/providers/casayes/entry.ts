export { casayes } from './index'
export {
  CasaYesLead,
  CasaYesListingChange,
  CasaYesListingFailure,
  CasaYesPayload,
  type CasaYesListing,
} from './payload'
export { acknowledge, type Outcome } from '../../acknowledge'
export { parseWebhook, receiveWebhook, verifyWebhook, type ParseOptions } from '../../webhook'
export { unmapped } from '../../unmapped'
export { formatWebhookError, unwrap, type WebhookError } from '../../error'
