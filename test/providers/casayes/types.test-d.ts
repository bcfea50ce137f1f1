import { expectTypeOf, test } from 'vitest'
import type { CasaYesPayload } from '../../../src/providers/casayes/payload'
import type { LeasingEvent } from '../../../src/providers/index'

test('the events of CasaYes are those of its words', () => {
  expectTypeOf<LeasingEvent<'casayes'>['type']>().toEqualTypeOf<
    | 'lead.created'
    | 'listing.created'
    | 'listing.updated'
    | 'listing.deleted'
    | 'listing.change_failed'
    | 'unrecognized'
  >()
})

test('a type narrows the event, and a key of the payload the payload', () => {
  const narrow = (event: LeasingEvent<'casayes'>) => {
    if (event.type === 'lead.created') {
      expectTypeOf(event.lead.isNew).toEqualTypeOf<boolean | null>()
      expectTypeOf(event.source.payload).toEqualTypeOf<CasaYesPayload>()
    }
    if (event.type !== 'unrecognized' && 'EventType' in event.source.payload) {
      expectTypeOf(event.source.payload.EventType).toEqualTypeOf<
        | 'LISTING_CREATED'
        | 'LISTING_UPDATED'
        | 'LISTING_DELETED'
        | 'LISTING_FAILED_TO_CREATE'
        | 'LISTING_FAILED_TO_UPDATE'
        | 'LISTING_FAILED_TO_DELETE'
      >()
    }
  }
  expectTypeOf(narrow).parameters.toEqualTypeOf<[LeasingEvent<'casayes'>]>()
})

test('no payload has a field for the credential', () => {
  expectTypeOf<Extract<keyof CasaYesPayload, 'OfficeIntegrationSecret'>>().toBeNever()
})
