import type { Either } from 'fp-ts/Either'
import type * as t from 'io-ts'
import { describe, expectTypeOf, test } from 'vitest'
import { struct, part, required, orElse } from '../src/codec/struct'
import { boolean, enumeration, id, number, openText, text } from '../src/codec/scalar'
import { list } from '../src/codec/list'
import type { JsonObject } from '../src/codec/json'
import {
  defineProvider,
  isFamily,
  LeasingEvent,
  matchEvent,
  parseWebhook,
  receiveWebhook,
  unwrap,
  verifyWebhook,
  type AnyEvent,
  type Credentials,
  type EventFrom,
  type EventOf,
  type EventType,
  type Family,
  type ParseOptions,
  type ProviderName,
  type Received,
  type Source,
  type TypeOf,
  type Verification,
  type WebhookError,
} from '../src/index'
import type { CasaYesPayload } from '../src/providers/casayes/payload'
import type { RentlyComment, RentlyShowing } from '../src/providers/rently/activity'
import type { RentlyPayload } from '../src/providers/rently/payload'
import { acme, apex } from './support/acme'

type RentlyEvent = LeasingEvent<'rently'>

declare const event: LeasingEvent
declare const rentlyEvent: RentlyEvent
declare const secret: string | undefined

/** Whether handlers for these types would do for the event. */
type HandlersOf<E extends AnyEvent> = Readonly<Record<E['type'], () => 1>>

declare const rentlyHandlers: HandlersOf<RentlyEvent>
declare const everyHandler: HandlersOf<LeasingEvent>

describe('LeasingEvent', () => {
  test('of one provider has its types and no others', () => {
    expectTypeOf<RentlyEvent['type']>().toEqualTypeOf<
      | 'access.code_requested'
      | 'access.code_issued'
      | 'access.unlocked'
      | 'access.tenant_access'
      | 'showing.scheduled'
      | 'showing.requested'
      | 'showing.feedback_received'
      | 'message.sent'
      | 'listing.available'
      | 'lead.waitlisted'
      | 'lead.inquired'
      | 'lead.created'
      | 'application.updated'
      | 'device.reported'
      | 'unrecognized'
    >()
    expectTypeOf<RentlyEvent['source']['provider']>().toEqualTypeOf<'rently'>()
  })

  test('without a parameter is of every provider', () => {
    expectTypeOf<LeasingEvent['source']['provider']>().toEqualTypeOf<ProviderName>()
    expectTypeOf<RentlyEvent>().toExtend<LeasingEvent>()
    expectTypeOf<LeasingEvent>().toExtend<AnyEvent>()
    expectTypeOf<LeasingEvent<'showmojo' | 'rently'>>().toEqualTypeOf<
      LeasingEvent<'showmojo'> | LeasingEvent<'rently'>
    >()
  })

  test('is the type of the codec of the same name', () => {
    expectTypeOf<t.TypeOf<typeof LeasingEvent>>().toEqualTypeOf<LeasingEvent>()
    expectTypeOf(LeasingEvent.decode).returns.toEqualTypeOf<t.Validation<LeasingEvent>>()
  })

  test('is read-only throughout', () => {
    // @ts-expect-error -- a field of the event
    rentlyEvent.id = 'x'
    // @ts-expect-error -- a list of it
    rentlyEvent.issues.push({ code: 'missing', path: '', expected: '' })
    if (isFamily(rentlyEvent, 'showing')) {
      // @ts-expect-error -- a field of a part
      rentlyEvent.showing.notes = 'x'
    }
  })
})

describe('narrowing', () => {
  test('by type gives the family and its data, from every provider that has the type', () => {
    if (event.type !== 'showing.scheduled') return
    expectTypeOf(event.family).toEqualTypeOf<'showing'>()
    expectTypeOf(event.showing.slot).toEqualTypeOf<
      'requested' | 'tentative' | 'booked' | 'dropped' | 'done' | 'unchanged' | 'unknown'
    >()
    expectTypeOf(event.person.name).toEqualTypeOf<string | null>()
    // Propexo and CasaYes schedule nothing.
    expectTypeOf(event.source.provider).extract<'propexo' | 'casayes'>().toBeNever()
    // @ts-expect-error -- the data of another family
    expectTypeOf(event.lead).toBeNever()
  })

  test('by family gives what its types share', () => {
    if (!isFamily(event, 'access')) return
    expectTypeOf(event.type).toExtend<TypeOf<'access'>>()
    expectTypeOf(event.access.holder).toEqualTypeOf<'prospect' | 'visitor' | 'tenant' | 'staff' | null>()
    expectTypeOf(event.showing).toBeNullable()
    if (isFamily(rentlyEvent, 'listing')) expectTypeOf(rentlyEvent.type).toEqualTypeOf<'listing.available'>()
    // Rently syncs nothing.
    if (isFamily(rentlyEvent, 'sync')) expectTypeOf(rentlyEvent).toBeNever()
  })

  test('by a switch is exhaustive', () => {
    const slotOf = (given: LeasingEvent<'casayes'>): string => {
      switch (given.family) {
        case 'lead':
          return given.lead.id ?? ''
        case 'listing':
          return given.listing.id ?? ''
        case 'unrecognized':
          return given.source.type
      }
    }
    expectTypeOf(slotOf).returns.toEqualTypeOf<string>()
  })

  test('by provider gives the payload of that provider', () => {
    if (event.type === 'unrecognized') return
    const { source } = event
    if (source.provider === 'rently') expectTypeOf(source.payload).toEqualTypeOf<RentlyPayload>()
    if (source.provider === 'casayes') expectTypeOf(source.payload).toEqualTypeOf<CasaYesPayload>()
  })

  test('by the discriminator of the payload gives its fields', () => {
    if (rentlyEvent.type !== 'showing.feedback_received') return
    const { payload } = rentlyEvent.source
    expectTypeOf(payload).toEqualTypeOf<RentlyPayload>()
    if (!('type' in payload) || payload.type !== 'Prospect Comment') return
    expectTypeOf(payload).toEqualTypeOf<RentlyComment>()
    expectTypeOf(payload.access_problem).toEqualTypeOf<boolean | null | undefined>()
    // @ts-expect-error -- a field of another activity
    expectTypeOf(payload.voice_memo).toBeNever()
  })

  test('an unrecognized event has an open payload, and no other has', () => {
    if (rentlyEvent.type === 'unrecognized') {
      expectTypeOf(rentlyEvent.source).toEqualTypeOf<Source<'rently', JsonObject>>()
      expectTypeOf(rentlyEvent.newerType).toEqualTypeOf<string | null>()
    } else {
      expectTypeOf(rentlyEvent.source.payload).toEqualTypeOf<RentlyPayload>()
    }
  })
})

describe('matchEvent', () => {
  test('compiles with a handler for each type, and hands each its own event', () => {
    const result = matchEvent(rentlyEvent, {
      ...rentlyHandlers,
      'showing.scheduled': (e) => {
        expectTypeOf(e.type).toEqualTypeOf<'showing.scheduled'>()
        expectTypeOf(e.showing.date).toEqualTypeOf<string | null>()
        expectTypeOf(e.source.payload).toEqualTypeOf<RentlyPayload>()
        return 'scheduled' as const
      },
    })
    expectTypeOf(result).toEqualTypeOf<1 | 'scheduled'>()
    expectTypeOf(matchEvent(event, everyHandler)).toEqualTypeOf<1>()
  })

  test('does not compile where one is missing', () => {
    const { unrecognized: _, ...withoutUnrecognized } = rentlyHandlers
    // @ts-expect-error -- unrecognized is missing
    matchEvent(rentlyEvent, withoutUnrecognized)
    // @ts-expect-error -- all are missing
    matchEvent(rentlyEvent, {})
    // @ts-expect-error -- Rently's types are not all there are
    matchEvent(event, rentlyHandlers)
  })

  test('the result is the union of what the handlers give', () => {
    const either = matchEvent(
      rentlyEvent,
      { 'lead.created': () => 1, 'lead.inquired': () => 'x' },
      () => null,
    )
    expectTypeOf(either).toEqualTypeOf<number | string | null>()
    const other = matchEvent(rentlyEvent, {}, (e) => e)
    expectTypeOf(other).toEqualTypeOf<RentlyEvent>()
  })

  test('a partial one hands each its own event too', () => {
    matchEvent(
      event,
      { 'record.created': (e) => expectTypeOf(e.record.model).toEqualTypeOf<string | null>() },
      (e) => expectTypeOf(e).toEqualTypeOf<LeasingEvent>(),
    )
  })
})

describe('parseWebhook, verifyWebhook, receiveWebhook', () => {
  test('give what belongs to the name', () => {
    expectTypeOf(parseWebhook('rently', {}, '')).toEqualTypeOf<Either<WebhookError, RentlyEvent>>()
    expectTypeOf(unwrap(parseWebhook('propexo', {}, ''))).toEqualTypeOf<LeasingEvent<'propexo'>>()
    expectTypeOf(verifyWebhook('propexo', {}, '', {})).toEqualTypeOf<Either<WebhookError, Verification>>()
    expectTypeOf(receiveWebhook('rently', {}, '', {})).toEqualTypeOf<
      Either<WebhookError, Received<RentlyEvent>>
    >()
    const received = unwrap(receiveWebhook('rently', {}, '', {}))
    expectTypeOf(received.verification).toEqualTypeOf<Verification>()
    if (received.type === 'lead.created') expectTypeOf(received.lead.isNew).toEqualTypeOf<boolean | null>()
  })

  test('give what belongs to one of several names', () => {
    const given = (name: ProviderName) => unwrap(parseWebhook(name, {}, ''))
    expectTypeOf(given).returns.toEqualTypeOf<LeasingEvent>()
  })

  test('take no name that is none', () => {
    // @ts-expect-error -- no provider
    parseWebhook('rent', {}, '')
    // @ts-expect-error -- no options
    parseWebhook('rently', {}, '', { strictly: true })
  })

  test('take the headers of every server', () => {
    expectTypeOf(new Headers()).toExtend<Parameters<typeof parseWebhook>[1]>()
    expectTypeOf(new Map<string, string>()).toExtend<Parameters<typeof parseWebhook>[1]>()
    expectTypeOf<NodeJS.Dict<string | string[]>>().toExtend<Parameters<typeof parseWebhook>[1]>()
    expectTypeOf<string[]>().toExtend<Parameters<typeof parseWebhook>[1]>()
    expectTypeOf<[string, string][]>().toExtend<Parameters<typeof parseWebhook>[1]>()
  })

  test('options and credentials may be undefined one by one', () => {
    const options = {
      strict: undefined,
      zone: undefined,
      disambiguation: undefined,
      maxBytes: undefined,
      maxDepth: undefined,
      keepRaw: undefined,
    }
    expectTypeOf(options).toExtend<ParseOptions>()
    expectTypeOf<Required<ParseOptions>>().toExtend<Record<keyof typeof options, unknown>>()
    expectTypeOf<keyof ParseOptions>().toEqualTypeOf<keyof typeof options>()
    expectTypeOf<{ secrets: string | undefined }>().toExtend<Credentials>()
    expectTypeOf<{
      secrets: { now: string | undefined; before: string | undefined }
    }>().toExtend<Credentials>()
    receiveWebhook('propexo', {}, '', { secrets: process.env['PROPEXO_SECRET'], unsigned: undefined })
    receiveWebhook('propexo', {}, '', { secrets: ['a', 'b'] }, undefined)
    // @ts-expect-error -- a list has no gaps: what is unset stands in a record
    receiveWebhook('propexo', {}, '', { secrets: [secret] })
    // @ts-expect-error -- the only leave there is
    receiveWebhook('rently', {}, '', { unsigned: true })
  })
})

describe('a provider of one’s own', () => {
  test('has the types of its words', () => {
    type AcmeEvent = EventFrom<typeof acme>
    expectTypeOf<AcmeEvent['type']>().toEqualTypeOf<'lead.created' | 'showing.scheduled' | 'unrecognized'>()
    const parsed = unwrap(parseWebhook(acme, {}, ''))
    expectTypeOf(parsed).toEqualTypeOf<AcmeEvent>()
    if (parsed.type === 'lead.created') expectTypeOf(parsed.source.provider).toEqualTypeOf<'acme'>()
    expectTypeOf<EventFrom<typeof apex>['type']>().toEqualTypeOf<'lead.inquired' | 'unrecognized'>()
    expectTypeOf(
      matchEvent(parsed, { 'lead.created': () => 1, 'showing.scheduled': () => 2, unrecognized: () => 3 }),
    ).toEqualTypeOf<number>()
  })

  test('maps its words to types that exist', () => {
    defineProvider({
      name: 'x',
      // @ts-expect-error -- no such type
      words: { A: { type: 'lead.resurrected' } },
      codec: acme.codec,
      normalize: acme.normalize,
    })
  })
})

describe('vocabulary', () => {
  test('a type is its family, a dot and a word', () => {
    expectTypeOf<TypeOf<'record'>>().toEqualTypeOf<'record.created' | 'record.updated'>()
    expectTypeOf<TypeOf<'unrecognized'>>().toEqualTypeOf<'unrecognized'>()
    expectTypeOf<EventType>().toEqualTypeOf<TypeOf<Family>>()
    expectTypeOf<EventOf<'record.created' | 'sync.completed', Source<'x', 1>>['family']>().toEqualTypeOf<
      'record' | 'sync'
    >()
  })
})

describe('codecs', () => {
  const fields = {
    id: required(id),
    word: required(enumeration(['a', 'b'])),
    name: text,
    size: number,
    kind: openText(['flat']),
    rooms: list(struct('Room', { door: boolean })),
  }

  test('a struct has what is required, and all else may be missing or null', () => {
    const _Home = struct('Home', fields)
    interface Home {
      readonly id: string
      readonly word: 'a' | 'b'
      readonly name?: string | null
      readonly size?: number | null
      readonly kind?: 'flat' | (string & {}) | null
      readonly rooms?: readonly { readonly door?: boolean | null }[] | null
    }
    expectTypeOf<t.TypeOf<typeof _Home>>().branded.toEqualTypeOf<Home>()
    expectTypeOf<t.OutputOf<typeof _Home>>().toEqualTypeOf<t.TypeOf<typeof _Home>>()
  })

  test('a part has everything', () => {
    const _Unit = part('Unit', { id: required(id), name: text, tags: orElse([], list(text)) })
    interface Unit {
      readonly id: string
      readonly name: string | null
      readonly tags: readonly string[]
    }
    expectTypeOf<t.TypeOf<typeof _Unit>>().branded.toEqualTypeOf<Unit>()
  })

  test('a payload of a provider is the documented one', () => {
    expectTypeOf<RentlyShowing['type']>().toEqualTypeOf<
      'Self Scheduling' | 'Open House Scheduling' | 'Safe Mode'
    >()
    expectTypeOf<RentlyShowing['visit_date']>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<keyof RentlyShowing>().toEqualTypeOf<
      | 'type'
      | 'property_id'
      | 'address'
      | 'summary'
      | 'property_tag'
      | 'checkin_at'
      | 'checkin_at_iso'
      | 'showing_timestamp'
      | 'record_date'
      | 'created_at'
      | 'source'
      | 'listing_id'
      | 'secondary_external_id'
      | 'prospect_name'
      | 'prospect_phone'
      | 'email'
      | 'utm_source'
      | 'utm_medium'
      | 'utm_campaign'
      | 'utm_term'
      | 'utm_content'
      | 'visit_date'
      | 'leasing_agent'
    >()
  })
})
