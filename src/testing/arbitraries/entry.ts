export { arbitraryInput, arbitraryPayload, type ArbitraryPayloadOptions } from './payload'
export { arbitraryEvent, arbitraryLeasingEvent, type ArbitraryEventOptions } from './event'
