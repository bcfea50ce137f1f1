export { funnel } from './index'
export { FunnelPayload, type FunnelDataOf, type FunnelEvent, type FunnelEventOf } from './payload'
export {
  FunnelAgent,
  FunnelAppointment,
  FunnelFlatListing,
  FunnelLead,
  FunnelListing,
  FunnelMessage,
  FunnelPerson,
  FunnelRenter,
  FunnelStatusChange,
} from './prospect'
export {
  FunnelCharge,
  FunnelMoveIn,
  FunnelMoveInCanceled,
  FunnelOpenTransaction,
  FunnelReservation,
  FunnelStatusUpdate,
  FunnelTransactionUpdate,
} from './lease'
export { acknowledge, type Outcome } from '../../acknowledge'
export { parseWebhook, receiveWebhook, verifyWebhook, type ParseOptions } from '../../webhook'
export { unmapped } from '../../unmapped'
export { formatWebhookError, unwrap, type WebhookError } from '../../error'
