import { expectTypeOf, test } from 'vitest'
import type { JsonObject } from '../../../src/codec/json'
import type { LeasingEvent } from '../../../src/providers/index'
import type { PropexoLease } from '../../../src/providers/propexo/models/leasing'
import type { PropexoVendor } from '../../../src/providers/propexo/models/maintenance'
import type { PropexoLead } from '../../../src/providers/propexo/models/prospects'
import type { PropexoPayload } from '../../../src/providers/propexo/payload'
import type { PropexoUntypedModel } from '../../../src/providers/propexo/rows'

type Nullish<A> = A | null | undefined

test('the events of Propexo are those of its words', () => {
  expectTypeOf<LeasingEvent<'propexo'>['type']>().toEqualTypeOf<
    | 'record.created'
    | 'record.updated'
    | 'sync.completed'
    | 'sync.job_succeeded'
    | 'sync.job_failed'
    | 'sync.write_failed'
    | 'unrecognized'
  >()
})

test('a type narrows the event', () => {
  const narrow = (event: LeasingEvent<'propexo'>) => {
    if (event.type === 'record.updated') {
      expectTypeOf(event.source.payload).toEqualTypeOf<PropexoPayload>()
      expectTypeOf(event.record.touchedOnly).toEqualTypeOf<boolean | null>()
    }
    if (event.type === 'unrecognized') expectTypeOf(event.source.payload).toEqualTypeOf<JsonObject>()
  }
  expectTypeOf(narrow).returns.toBeVoid()
})

test('the name and the model narrow the data, in either spelling', () => {
  const narrow = (payload: PropexoPayload) => {
    const data = 'data' in payload ? payload.data : payload
    if ('object' in data && data.event === 'DATA_NEW') {
      if (data.object === 'leads') expectTypeOf(data.payload).toEqualTypeOf<Nullish<PropexoLead>>()
      if (data.object === 'service-request-vendors' || data.object === 'service_request_vendors') {
        expectTypeOf(data.payload).toEqualTypeOf<Nullish<PropexoVendor>>()
      }
      if (data.object === 'floor-plans') expectTypeOf(data.payload).toEqualTypeOf<Nullish<JsonObject>>()
    }
    if ('object' in data && data.event === 'DATA_UPDATE' && data.object === 'leases') {
      expectTypeOf(data.diff?.new).toEqualTypeOf<Nullish<PropexoLease>>()
      expectTypeOf(data.diff?.previous?.start_date).toEqualTypeOf<Nullish<string>>()
      expectTypeOf(data.record_id).toEqualTypeOf<string>()
    }
  }
  expectTypeOf(narrow).returns.toBeVoid()
})

test('a model that no document lists has no name to compare with, but is text', () => {
  expectTypeOf<Extract<PropexoUntypedModel, 'parking-spots'>>().toBeNever()
  expectTypeOf<Extract<PropexoUntypedModel, 'floor-plans'>>().toEqualTypeOf<'floor-plans'>()
  expectTypeOf<PropexoUntypedModel>().toExtend<string>()
})

test('the trigger narrows the wrapped envelope', () => {
  const narrow = (payload: PropexoPayload) => {
    if (!('trigger' in payload)) return
    if (payload.trigger === 'WRITE_OPERATION_FAILURE') {
      expectTypeOf(payload.data.errors).toEqualTypeOf<Nullish<readonly string[]>>()
    }
    if (payload.trigger === 'SYNC_COMPLETE') {
      expectTypeOf(payload.data.successful_job_count).toEqualTypeOf<Nullish<number>>()
    }
    if (payload.trigger === 'DATA_NEW' && payload.data.object === 'leads') {
      expectTypeOf(payload.data.payload?.desired_num_bedrooms).toEqualTypeOf<Nullish<number>>()
    }
  }
  expectTypeOf(narrow).returns.toBeVoid()
})

test('every documented field has its kind', () => {
  expectTypeOf<PropexoLead['email_1']>().toEqualTypeOf<Nullish<string>>()
  expectTypeOf<PropexoLead['desired_max_rent_in_cents']>().toEqualTypeOf<Nullish<number>>()
  expectTypeOf<PropexoLead['custom_data']>().toEqualTypeOf<Nullish<JsonObject>>()
  expectTypeOf<PropexoLease['status_normalized']>().toEqualTypeOf<
    Nullish<'ACTIVE' | 'INACTIVE' | 'OTHER' | 'PENDING' | 'EVICTED' | (string & {})>
  >()
  expectTypeOf<Extract<keyof PropexoLead, 'phone_3'>>().toBeNever()
})
