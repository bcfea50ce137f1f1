export { type BodyInput } from './request/body'
export { type HeadersInput } from './request/headers'
export { compareEvents, dedupeKey, type DedupeKey } from './event/identity'
export {
  formatWebhookError,
  unwrap,
  webhookError,
  webhookErrorTags,
  WebhookFailure,
  type Issue,
  type IssueCode,
  type WebhookError,
  type WebhookErrorKind,
  type WebhookErrorTag,
} from './error'
export { type AnySource, type Completeness, type EventBase, type EventOrder } from './event/base'
export { type Identity, type OpenSource, type Received, type Source, type Verification } from './event/base'
export { eventOf, type Occurrence } from './event/events'
export { identityByContent, orderByTime } from './event/identify'
export { type Delivery } from './event/delivery'
export { type AnyEvent, type EventOf } from './event/event'
export { isFamily, matchEvent, type EventWithType } from './event/match'
export { eventTypes, familyOf, type EventType, type Family, type TypeOf } from './event/vocabulary'
export { type Outcome } from './acknowledge'
export { driftOf, mergeDrift, noDrift, type Departed, type Drift, type ProviderDrift } from './drift/drift'
export { type Tally } from './drift/tally'
export { secretWhereTheCallerSays } from './auth/caller-chosen'
export { type Credentials, type Secrets } from './auth/credentials'
export { signatureInHeader } from './auth/signature'
export { tokenInHeader } from './auth/token'
export { type Mistake } from './auth/mistakes'
export { type Proof, type Verify } from './auth/verify'
export { diagnoseSignature, type Diagnosis } from './diagnose'
export { acknowledge, parseWebhook, receiveWebhook, unmapped, verifyWebhook } from './named'
export { type ParseOptions } from './webhook'
export { LeasingEvent, providers, type ProviderName } from './providers/index'
export {
  defineProvider,
  type AnyProvider,
  type EventFrom,
  type Mask,
  type Provider,
  type Reply,
  type TypesOf,
  type WordEntry,
  type Words,
} from './provider'
