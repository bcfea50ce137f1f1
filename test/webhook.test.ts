import { isLeft, isRight } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { formatWebhookError } from '../src/error'
import { parseWebhook, type ParseOptions } from '../src/webhook'
import { acme, apex } from './support/acme'
import { everyValue, nested, valueNames } from './support/values'

const lead = '{"event":"NewLead","id":"7","name":"Ada","rooms":"many"}'
const tour = '{"event":"TourBooked","id":"8","at":"2024-11-03T01:30"}'

const event = (body: string, options?: ParseOptions) => {
  const parsed = parseWebhook(acme, {}, body, options)
  return isRight(parsed) ? parsed.right : expect.fail(formatWebhookError(parsed.left))
}

const errorTag = (body: unknown, options?: ParseOptions) => {
  const parsed = parseWebhook(acme, {}, body as string, options)
  return isLeft(parsed) ? parsed.left._tag : 'no error'
}

/** Options as JavaScript may pass them. */
const loose = (options: unknown) => options as ParseOptions

const startsAt = (options?: ParseOptions) => {
  const { showing } = event(tour, options) as { showing?: { startsAt: { instant: string | null } | null } }
  return showing?.startsAt ?? null
}

describe('a provider of one’s own', () => {
  test('gives events by a codec of this library', () => {
    expect(event(lead)).toMatchObject({
      family: 'lead',
      type: 'lead.created',
      id: '7',
      person: { name: 'Ada', phone: null },
      source: {
        provider: 'acme',
        type: 'NewLead',
        payload: { event: 'NewLead', id: '7', name: 'Ada', rooms: null },
        raw: lead,
      },
      verification: null,
      issues: [{ code: 'wrong_kind', path: '/rooms', expected: 'a number' }],
    })
  })

  test('gives unrecognized for a word that it does not know', () => {
    expect(event('{"event":"Moved","x":{"y":1}}')).toMatchObject({
      type: 'unrecognized',
      source: { type: 'Moved', payload: { event: 'Moved', x: { y: 1 } } },
    })
  })

  test('gives events by a stock io-ts codec', () => {
    const call = '{"event":"Call","id":"9","caller":{"phone":"555-0100"},"x":1}'
    const parsed = parseWebhook(apex, {}, call)
    expect(parsed).toMatchObject({
      right: { type: 'lead.inquired', id: '9', person: { phone: '555-0100' }, source: { raw: call } },
    })
  })

  test('refuses by it with places only', () => {
    const parsed = parseWebhook(apex, {}, '{"event":"Call","id":7,"caller":{"phone":{"marker-7f3a":1}}}')
    if (isRight(parsed)) return expect.fail('should be refused')
    expect(formatWebhookError(parsed.left)).toBe(
      [
        'PayloadInvalid: expected a payload of apex',
        '  /id: wrong_kind, expected string',
        '  /caller/phone: wrong_kind, expected string',
      ].join('\n'),
    )
  })

  test('what its normalize throws passes through, as documented', () => {
    const broken = {
      ...acme,
      normalize: () => {
        throw new RangeError('mine')
      },
    }
    expect(() => parseWebhook(broken, {}, lead)).toThrow(new RangeError('mine'))
  })

  test('may mask what raw holds', () => {
    const masking = { ...acme, mask: (body: string) => body.replace('Ada', '***') }
    expect(parseWebhook(masking, {}, lead)).toMatchObject({
      right: { source: { raw: lead.replace('Ada', '***'), payload: { name: 'Ada' } } },
    })
  })
})

describe('headers', () => {
  const sourceOf = (headers: unknown) => {
    const parsed = parseWebhook(acme, headers as Headers, lead)
    return isRight(parsed) && 'lead' in parsed.right ? parsed.right.lead.source : 'no lead'
  }

  test('reach normalize, the first value of each', () => {
    expect(sourceOf({ 'X-Acme-Source': ['web', 'desk'] })).toBe('web')
    expect(sourceOf(new Headers({ 'x-acme-source': 'web' }))).toBe('web')
    expect(sourceOf({})).toBeNull()
  })

  test('that cannot be read are none, since no proof is asked for', () => {
    for (const name of valueNames) expect(sourceOf(everyValue[name]), name).toBeNull()
  })
})

describe('strict', () => {
  test('refuses what is otherwise an issue', () => {
    expect(errorTag(lead)).toBe('no error')
    expect(errorTag(lead, { strict: false })).toBe('no error')
    expect(errorTag(lead, { strict: undefined })).toBe('no error')
    expect(parseWebhook(acme, {}, lead, { strict: true })).toMatchObject({
      left: {
        _tag: 'PayloadInvalid',
        httpStatus: 422,
        issues: [{ code: 'wrong_kind', path: '/rooms', expected: 'a number' }],
      },
    })
  })

  test('refuses also what normalize could not take', () => {
    expect(errorTag(tour)).toBe('no error')
    expect(errorTag(tour, { strict: true })).toBe('PayloadInvalid')
    expect(errorTag(tour, { strict: true, zone: 'America/Los_Angeles' })).toBe('no error')
  })

  test('is only true', () => {
    for (const strict of ['true', 1, {}, []]) expect(errorTag(lead, loose({ strict }))).toBe('no error')
  })
})

describe('zone and disambiguation', () => {
  const zone = 'America/Los_Angeles'

  test.each([
    [undefined, '2024-11-03T08:30:00.000Z'],
    ['compatible', '2024-11-03T08:30:00.000Z'],
    ['earlier', '2024-11-03T08:30:00.000Z'],
    ['later', '2024-11-03T09:30:00.000Z'],
    ['reject', null],
  ] as const)('a repeated hour with %s', (disambiguation, instant) => {
    expect(startsAt({ zone, disambiguation })).toMatchObject({ instant, ambiguity: 'overlap', zone })
  })

  test('without a zone there is no instant', () => {
    expect(startsAt()).toBeNull()
    expect(startsAt({ zone: undefined })).toBeNull()
    expect(startsAt(loose({ zone: null }))).toBeNull()
    expect(event(tour, loose({ zone: null })).issues).toHaveLength(1)
  })

  test.each(['Mars/Olympus', '', 'constructor', '__proto__', 'america/los_angeles', 'PST8PDT '])(
    'the unknown zone %j is an issue that does not repeat it',
    (name) => {
      const { issues } = event(lead, { zone: name })
      expect(issues).toContainEqual({
        code: 'zone_unknown',
        path: '',
        expected: 'an IANA zone in the options',
      })
      // It is the caller's mistake and not the payload's, so strict passes over it.
      expect(errorTag('{"event":"NewLead","id":"7"}', { zone: name, strict: true })).toBe('no error')
    },
  )

  test('a known zone is no issue, also where nothing needs it', () => {
    const codes = event(lead, { zone: 'Europe/Lisbon' }).issues.map(({ code }) => code)
    expect(codes).not.toContain('zone_unknown')
  })

  test('a zone that is no text is unknown', () => {
    for (const name of valueNames) {
      const value = everyValue[name]
      if (value === null || value === undefined) continue
      expect(event('{"event":"NewLead","id":"7"}', loose({ zone: value })).issues, name).toHaveLength(1)
    }
  })
})

describe('limits', () => {
  const body = '{"event":"NewLead","id":"–"}'
  const size = new TextEncoder().encode(body).byteLength

  test('maxBytes counts bytes', () => {
    expect(errorTag(body, { maxBytes: size })).toBe('no error')
    expect(errorTag(body, { maxBytes: size - 1 })).toBe('BodyTooLarge')
    expect(errorTag(new TextEncoder().encode(body), { maxBytes: size - 1 })).toBe('BodyTooLarge')
  })

  test('are a mebibyte and 64 levels', () => {
    const withNote = (length: number) => `{"event":"NewLead","id":"${'x'.repeat(length)}"}`
    const frame = withNote(0).length
    expect(errorTag(withNote(1_048_576 - frame))).toBe('no error')
    expect(errorTag(withNote(1_048_576 - frame + 1))).toBe('BodyTooLarge')

    const withLevels = (levels: number) => `{"event":"NewLead","id":"7","x":${nested(levels)}}`
    expect(errorTag(withLevels(63))).toBe('no error')
    expect(errorTag(withLevels(64))).toBe('BodyTooDeep')
    expect(errorTag(withLevels(64), { maxDepth: 65 })).toBe('no error')
  })

  test.each([NaN, -1, -Infinity, undefined, null, '5', '', {}, true])('of %s are the usual ones', (limit) => {
    const options = loose({ maxBytes: limit, maxDepth: limit })
    expect(errorTag(body, options)).toBe('no error')
    expect(errorTag(' '.repeat(1_048_577), options)).toBe('BodyTooLarge')
    expect(errorTag(nested(65), options)).toBe('BodyTooDeep')
  })

  test('may be 0, a fraction, or none', () => {
    expect(errorTag('7', { maxBytes: 0 })).toBe('BodyTooLarge')
    expect(errorTag('{}', { maxDepth: 0 })).toBe('BodyTooDeep')
    expect(errorTag(body, { maxBytes: size + 0.5, maxDepth: 1.5 })).toBe('no error')
    expect(errorTag(body, { maxBytes: Infinity, maxDepth: Infinity })).toBe('no error')
  })
})

describe('keepRaw', () => {
  test('is true unless it is false', () => {
    expect(event(lead).source.raw).toBe(lead)
    expect(event(lead, { keepRaw: undefined }).source.raw).toBe(lead)
    expect(event(lead, { keepRaw: true }).source.raw).toBe(lead)
    expect(event(lead, loose({ keepRaw: null })).source.raw).toBe(lead)
    expect(event(lead, { keepRaw: false }).source.raw).toBeNull()
  })

  test('keeps the text exactly: a byte order mark, white space, escapes, doubled keys', () => {
    const odd = '\uFEFF {"event":"x","event":"NewLead" ,"id":"\\u0037","big":12345678901234567890}\n'
    expect(event(odd).source.raw).toBe(odd)
    const parsed = parseWebhook(acme, {}, new TextEncoder().encode(odd))
    expect(parsed).toMatchObject({ right: { id: '7', source: { raw: odd } } })
  })

  test('of a parsed body keeps what JSON.stringify makes of it', () => {
    expect(parseWebhook(acme, {}, { event: 'NewLead', id: '7' })).toMatchObject({
      right: { source: { raw: '{"event":"NewLead","id":"7"}' } },
    })
  })
})

describe('options that are none', () => {
  test.each([undefined, null, 7, 'strict', true, [], () => 1, Symbol('x')])('%s', (options) => {
    expect(event(lead, loose(options))).toStrictEqual(event(lead))
  })
})

test('a parsed body is never changed', () => {
  const body = { event: 'NewLead', id: '7', name: '', rooms: '3', x: { y: 1 } }
  const copy = structuredClone(body)
  expect(parseWebhook(acme, {}, body)).toMatchObject({
    right: { source: { payload: { name: null, rooms: 3 } } },
  })
  expect(body).toStrictEqual(copy)
})

test('two deliveries share nothing', () => {
  const [one, other] = [event(lead), event(lead)]
  expect(one).toStrictEqual(other)
  expect(one.source.payload).not.toBe(other.source.payload)
  expect(one.issues).not.toBe(other.issues)
})
