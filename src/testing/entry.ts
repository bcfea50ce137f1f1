export { buildEvent, buildPayload, type BuildOptions, type Overrides } from './build-payload'
export { sample, samples, type Sample } from './samples'
export { buildRequest, type RequestOptions, type RequestVariant, type Sendable } from './build-request'
export type { LambdaEventV1, LambdaEventV2, NodeRequestParts, RequestForms } from './request-forms'
