import { describe, expect, test } from 'vitest'
import { formatWebhookError, unwrap } from '../../../src/error'
import { compareEvents, dedupeKey } from '../../../src/event/identity'
import { parseWebhook, unmapped } from '../../../src/named'

const parse = (event: object, options: object = {}) =>
  unwrap(parseWebhook('showmojo', {}, JSON.stringify({ event }), options))

const issuesOf = (body: unknown) => {
  const parsed = parseWebhook('showmojo', {}, JSON.stringify(body))
  if (parsed._tag === 'Right') expect.fail('was taken')
  expect(parsed.left._tag).toBe('PayloadInvalid')
  expect(formatWebhookError(parsed.left).length).toBeLessThan(300)
  return parsed.left.issues
}

const missing = (path: string, expected = 'a value') => ({ code: 'missing', path, expected })
const wrongKind = (path: string, expected: string) => ({ code: 'wrong_kind', path, expected })
const id = 'text or a safe integer'

const refused: readonly (readonly [body: unknown, issues: readonly object[]])[] = [
  [{}, [missing('/event')]],
  [{ event: null }, [wrongKind('/event', 'an object')]],
  [{ event: 'x' }, [wrongKind('/event', 'an object')]],
  [{ event: [] }, [wrongKind('/event', 'an object')]],
  [[], [wrongKind('', 'an object')]],
  [{ event: {} }, [missing('/event/id'), missing('/event/action')]],
  [{ event: { action: 'create' } }, [missing('/event/id')]],
  [{ event: { id: '', action: 'create' } }, [missing('/event/id')]],
  [{ event: { id: null, action: 'create' } }, [wrongKind('/event/id', id)]],
  [{ event: { id: true, action: 'create' } }, [wrongKind('/event/id', id)]],
  [{ event: { id: 1.5, action: 'create' } }, [wrongKind('/event/id', id)]],
  [{ event: { id: 2 ** 53, action: 'create' } }, [wrongKind('/event/id', id)]],
  [{ event: { id: {}, action: 'create' } }, [wrongKind('/event/id', id)]],
  [{ event: { action: 'drone_tour_started' } }, [missing('/event/id', id)]],
  [{ event: { id: '', action: 'drone_tour_started' } }, [missing('/event/id', id)]],
  [{ event: { id: 1.5, action: 'drone_tour_started' } }, [wrongKind('/event/id', id)]],
  [{ event: { id: '1' } }, [missing('/event/action')]],
  [{ event: { id: '1', action: '' } }, [missing('/event/action')]],
  [{ event: { id: '1', action: null } }, [wrongKind('/event/action', 'text')]],
  [{ event: { id: '1', action: 7 } }, [wrongKind('/event/action', 'text')]],
  [{ event: { id: '1', action: true } }, [wrongKind('/event/action', 'text')]],
  [{ event: { id: '1', action: ['create'] } }, [wrongKind('/event/action', 'text')]],
]

describe('what identifies an event', () => {
  test.each(refused)('%j is refused', (body, issues) => {
    expect(issuesOf(body)).toStrictEqual(issues)
  })

  test('a number and its text are the same id', () => {
    const [number, text] = [
      parse({ id: 880900, action: 'cancel' }),
      parse({ id: '880900', action: 'cancel' }),
    ]
    expect(number.id).toBe('880900')
    expect(number.source.payload).toStrictEqual({ event: { id: '880900', action: 'cancel' } })
    expect(number.identity).toStrictEqual({
      strength: 'provider-id',
      parts: ['880900'],
      order: { by: 'sequence', value: '880900', precision: null },
    })
    expect(dedupeKey(number)).toStrictEqual(dedupeKey(text))
    expect(compareEvents(number, text)).toBe(0)
  })

  test('the key of an unknown action is made of the id too', () => {
    const [known, unknown] = [
      parse({ id: 5, action: 'cancel' }),
      parse({ id: 5, action: 'drone_tour_started' }),
    ]
    expect(unknown.id).toBe('5')
    expect(dedupeKey(unknown)).toStrictEqual(dedupeKey(known))
  })
})

describe('the order of events', () => {
  const order = (one: object, other: object) =>
    compareEvents(parse({ action: 'cancel', ...one }), parse({ action: 'confirm', ...other }))
  const early = '2024-06-10T09:00:00Z'
  const late = '2024-06-10T10:00:00Z'

  test.each([
    ['9', '10', -1],
    ['10', '9', 1],
    [9, '10', -1],
    ['009', '10', -1],
    ['12345678901234567890', '12345678901234567891', -1],
  ])('%j before %j is %j', (one, other, expected) => {
    expect(order({ id: one }, { id: other })).toBe(expected)
  })

  test('is by number whatever the stamps say', () => {
    expect(order({ id: '1', created_at: late }, { id: '2', created_at: early })).toBe(-1)
  })

  test('is by time where the ids are no digits', () => {
    expect(order({ id: 'evt-2', created_at: early }, { id: 'evt-1', created_at: late })).toBe(-1)
    expect(order({ id: '-2', created_at: late }, { id: '1.5', created_at: early })).toBe(1)
  })

  test('cannot be told of different kinds of id, or without a stamp', () => {
    expect(order({ id: '1', created_at: early }, { id: 'b', created_at: late })).toBeNull()
    expect(order({ id: 'a' }, { id: 'b' })).toBeNull()
    expect(parse({ id: 'a', action: 'cancel' }).identity.order).toBeNull()
  })
})

describe('the actor', () => {
  test.each([
    ['prospect', 'prospect'],
    ['owner_agent', 'owner_agent'],
    ['system', 'system'],
    ['call_center', 'call_center'],
    ['concierge', null],
    ['constructor', null],
  ])('%s', (actor, kind) => {
    const event = parse({ id: '1', action: 'cancel', actor })
    expect(event.actor).toStrictEqual({ kind, id: null, name: null, raw: actor })
  })

  test('may be a team member alone, or nobody', () => {
    const member = { team_member_uid: 7, team_member_name: 'Avery Placeholder' }
    const event = parse({ id: '1', action: 'cancel', ...member })
    expect(event.actor).toStrictEqual({ kind: null, id: '7', name: 'Avery Placeholder', raw: null })
    expect(parse({ id: '1', action: 'cancel', actor: null }).actor).toBeNull()
  })

  test('takes a showing that is claimed', () => {
    const claimed = (rest: object) => parse({ id: '1', action: 'claimed', ...rest })
    expect(claimed({ team_member_uid: 'tm1' })).toMatchObject({ showing: { assignee: { id: 'tm1' } } })
    expect(claimed({})).toMatchObject({ showing: { assignee: null } })
  })
})

describe('the showing', () => {
  const showingOf = (showing: object, action = 'confirm') => {
    const event = parse({ id: '1', action, showing })
    return 'showing' in event ? event.showing : null
  }

  test.each([
    [true, 'self_guided'],
    [false, 'agent_guided'],
    ['false', 'agent_guided'],
    [null, null],
  ])('with is_self_show %j is %j', (is_self_show, mode) => {
    expect(showingOf({ is_self_show })?.mode).toBe(mode)
  })

  test('keeps ids that are numbers, and an offset of zero', () => {
    const event = parse({
      id: '1',
      action: 'confirm',
      showing: { uid: 12, listing_uid: 34, showing_time_zone_utc_offset: 0 },
    })
    expect(event).toMatchObject({ showing: { id: '12', zoneOffset: 0 }, property: { listingId: '34' } })
  })

  const [showtime, confirmed_at, canceled_at] = [
    '2024-06-12T16:30:00-07:00',
    '2024-06-12T09:00:00-07:00',
    '2024-06-12T10:00:00-07:00',
  ]

  test.each([
    [{ showtime }, 'tentative'],
    [{ showtime, confirmed_at }, 'booked'],
    [{ showtime, confirmed_at, canceled_at }, 'dropped'],
    [{ canceled_at }, 'dropped'],
    [{ confirmed_at }, 'unknown'],
    [{}, 'unknown'],
  ])('of an update or a reschedule request with %j has the slot %s', (showing, slot) => {
    expect(showingOf(showing, 'update')?.slot).toBe(slot)
    expect(showingOf(showing, 'reschedule_request_on_answers_not_received')?.slot).toBe(slot)
  })

  test('that is absent leaves the slot of an update open', () => {
    expect(parse({ id: '1', action: 'update' })).toMatchObject({ showing: { slot: 'unknown' } })
    expect(parse({ id: '1', action: 'cancel' })).toMatchObject({ showing: { slot: 'dropped' } })
  })

  test('gives a lead its message', () => {
    const event = parse({ id: '1', action: 'lead_updated', showing: { notes: 'Two cats.' } })
    expect(event).toMatchObject({ lead: { id: null, message: 'Two cats.' }, showing: { notes: 'Two cats.' } })
  })

  test('is not shared between events', () => {
    const event = parse({ id: '1', action: 'cancel' })
    if (!('showing' in event) || event.showing === null) expect.fail('a showing')
    Reflect.set(event.showing, 'slot', 'spoilt')
    expect(parse({ id: '2', action: 'cancel' })).toMatchObject({ showing: { slot: 'dropped' } })
  })
})

describe('fields that no page documents', () => {
  const event = { id: '1', sequence: 4, action: 'cancel', showing: { uid: 'a', source_site: 'example.com' } }

  test('stay in the body and are listed', () => {
    const parsed = parse(event)
    expect(parsed.source.payload).toStrictEqual({
      event: { id: '1', action: 'cancel', showing: { uid: 'a' } },
    })
    expect(parsed.source.raw).toBe(JSON.stringify({ event }))
    expect(unmapped(parsed)).toStrictEqual(['/event/sequence', '/event/showing/source_site'])
  })

  test('stay in the payload of an unknown action', () => {
    const unknown = { ...event, action: 'drone_tour_started' }
    expect(parse(unknown).source).toMatchObject({ type: 'drone_tour_started', payload: { event: unknown } })
  })
})

describe('an unknown action', () => {
  test.each(['drone_tour_started', 'Create', 'create ', 'constructor', 'toString', '__proto__'])(
    '%s is unrecognized',
    (action) => {
      const event = parse({ id: '1', action })
      expect(event).toMatchObject({
        type: 'unrecognized',
        discriminator: '/event/action',
        source: { type: action },
        person: null,
        property: null,
        showing: null,
        issues: [],
      })
    },
  )

  test('says what is odd about the documented fields beside it, and leaves them in the payload', () => {
    const showing = { uid: 'a', phone: {}, showtime: 'soon', notes: '' }
    const event = parse({ id: '1', action: 'drone_tour_started', actor: 'prospect', showing })
    expect(event).toMatchObject({
      actor: { kind: 'prospect' },
      person: { phone: null, role: 'prospect' },
      showing: { id: 'a', slot: 'unknown', startsAt: null, notes: null },
      source: { payload: { event: { showing } } },
    })
    expect(event.issues).toStrictEqual([
      { code: 'wrong_kind', path: '/event/showing/phone', expected: 'text' },
      { code: 'time_unreadable', path: '/event/showing/showtime', expected: 'a date-time with an offset' },
    ])
  })
})

test('a value that is wrong is refused where the caller is strict', () => {
  const body = { event: { id: '1', action: 'cancel', showing: { phone: 5550142 } } }
  expect(unwrap(parseWebhook('showmojo', {}, body))).toMatchObject({ person: { phone: null } })
  const strictly = parseWebhook('showmojo', {}, body, { strict: true })
  expect(strictly).toMatchObject({ left: { issues: [{ path: '/event/showing/phone' }] } })
})
