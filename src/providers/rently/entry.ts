export { rently } from './index'
export { RentlyPayload, type RentlyActivity } from './payload'
export {
  RentlyAvailability,
  RentlyCallCenterLead,
  RentlyComment,
  RentlyInquiry,
  RentlyShowing,
  RentlyShowingAccess,
  RentlyTenantAccess,
  RentlyTourLink,
  RentlyVisitor,
  RentlyWaitlist,
} from './activity'
export { RentlyApplicant, RentlyApplication, RentlyApplicationProperty, RentlyResidence } from './application'
export { RentlySmartHome } from './smart-home'
export { acknowledge, type Outcome } from '../../acknowledge'
export { parseWebhook, receiveWebhook, verifyWebhook, type ParseOptions } from '../../webhook'
export { unmapped } from '../../unmapped'
export { formatWebhookError, unwrap, type WebhookError } from '../../error'
