import { expectTypeOf, test } from 'vitest'
import type { LeasingEvent } from '../../../src/providers/index'
import type { ShowMojoPayload } from '../../../src/providers/showmojo/payload'
import type { ShowMojoAction } from '../../../src/providers/showmojo/words'

type Event = LeasingEvent<'showmojo'>

test('the events of ShowMojo are those of its words', () => {
  expectTypeOf<Event['family']>().toEqualTypeOf<
    'lead' | 'screening' | 'showing' | 'access' | 'message' | 'call' | 'document' | 'unrecognized'
  >()
  expectTypeOf<Extract<Event['type'], `access.${string}`>>().toEqualTypeOf<
    | 'access.code_requested'
    | 'access.code_issued'
    | 'access.verification_started'
    | 'access.security_check_requested'
    | 'access.secured'
    | 'access.unsecured'
  >()
  expectTypeOf<Extract<Event['type'], 'showing.completed'>>().toBeNever()
})

test('a type narrows the event, and the action is one of the page', () => {
  const narrow = (event: Event) => {
    if (event.type === 'showing.denied') {
      expectTypeOf(event.showing.isReason).toEqualTypeOf<boolean | null>()
      expectTypeOf(event.source.payload).toEqualTypeOf<ShowMojoPayload>()
      expectTypeOf(event.source.payload.event.action).toEqualTypeOf<ShowMojoAction>()
    }
  }
  expectTypeOf(narrow).parameters.toEqualTypeOf<[Event]>()
})
