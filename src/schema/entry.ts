export { type Io, type JsonSchema, type Target } from './json-schema'
export { payloadCodecs, type PayloadOf } from './payloads'
export {
  toStandardSchema,
  type JsonSchemaRequest,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
} from './standard'
export { toJsonSchema, type JsonSchemaOptions } from './to-json-schema'
