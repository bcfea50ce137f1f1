import { expectTypeOf, test } from 'vitest'
import type { FunnelOpenTransaction, FunnelReservation } from '../../../src/providers/funnel/lease'
import type { FunnelEvent, FunnelPayload } from '../../../src/providers/funnel/payload'
import type { FunnelLead, FunnelRenter } from '../../../src/providers/funnel/prospect'
import type { LeasingEvent } from '../../../src/providers/index'

test('the events of Funnel are those of its words', () => {
  expectTypeOf<LeasingEvent<'funnel'>['family']>().toEqualTypeOf<
    'lead' | 'showing' | 'lease' | 'unrecognized'
  >()
  expectTypeOf<Extract<LeasingEvent<'funnel'>, { readonly family: 'showing' }>['type']>().toEqualTypeOf<
    'showing.updated' | 'showing.completed' | 'showing.no_show' | 'showing.canceled'
  >()
  expectTypeOf<Extract<LeasingEvent<'funnel'>, { readonly family: 'lead' }>['type']>().toEqualTypeOf<
    'lead.created' | 'lead.updated' | 'lead.status_changed'
  >()
})

test('the shape of a payload tells the generation, its name the data', () => {
  const narrow = (payload: FunnelPayload) => {
    if ('nestio_client_id' in payload) {
      expectTypeOf(payload).toEqualTypeOf<FunnelLead>()
    } else if ('event' in payload && payload.event === 'renter.created') {
      expectTypeOf(payload.data).toEqualTypeOf<FunnelRenter | null | undefined>()
    } else if ('event_type' in payload && payload.event_type === 'lease_transaction.unit_reserved') {
      expectTypeOf(payload.event_data).toEqualTypeOf<FunnelReservation | null | undefined>()
    }
  }
  expectTypeOf(narrow).parameters.toEqualTypeOf<[FunnelPayload]>()
})

test('data whose fields are not documented is open', () => {
  type Quote = Extract<FunnelEvent, { readonly event: 'quote.created' }>
  expectTypeOf<Quote['data']>().toEqualTypeOf<FunnelOpenTransaction | null | undefined>()
  expectTypeOf<FunnelOpenTransaction['lease_id']>().toEqualTypeOf<string | null | undefined>()
})
