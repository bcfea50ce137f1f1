import { isLeft } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { formatWebhookError } from '../src/error'
import type { AnyEvent } from '../src/event/event'
import { unmapped } from '../src/unmapped'
import { parseWebhook } from '../src/webhook'
import { acme, apex } from './support/acme'
import { rently } from '../src/providers/rently/index'

const event = (body: string): AnyEvent => {
  const parsed = parseWebhook(acme, {}, body)
  return isLeft(parsed) ? expect.fail(formatWebhookError(parsed.left)) : parsed.right
}

const withRaw = (raw: string | null): AnyEvent => {
  const made = event('{"event":"NewLead","id":"7"}')
  return { ...made, source: { ...made.source, raw } }
}

describe('unmapped', () => {
  test('is empty where every key is known', () => {
    expect(unmapped(event('{"event":"NewLead","id":"7","rooms":"many"}'), acme)).toStrictEqual([])
  })

  test('tells each unknown key as sent, in the order of the body', () => {
    const body = '{"z":1,"event":"NewLead","a/b":[1],"id":"7","c~d":{"deeper":1},"__proto__":2,"":3}'
    expect(unmapped(event(body), acme)).toStrictEqual(['/z', '/a~1b', '/c~0d', '/__proto__', '/'])
  })

  test('tells unknown keys of nested objects and lists', () => {
    const body =
      '{"application_id":"1","property":{"address":"x","garden":1},"applicants":[{},{"name":"A","pet":"cat"}]}'
    const parsed = parseWebhook(rently, {}, body)
    if (isLeft(parsed)) return expect.fail(formatWebhookError(parsed.left))
    expect(unmapped(parsed.right, rently)).toStrictEqual(['/property/garden', '/applicants/1/pet'])
  })

  test('is not limited to twenty', () => {
    const keys = Array.from({ length: 1000 }, (_, n) => `"k${String(n)}":${String(n)}`).join(',')
    expect(unmapped(event(`{"event":"NewLead","id":"7",${keys}}`), acme)).toHaveLength(1000)
  })

  test('is empty for a word that is not known, whose payload is open', () => {
    expect(unmapped(event('{"event":"Moved","x":1}'), acme)).toStrictEqual([])
  })

  test('is empty where the body was not kept or is none', () => {
    expect(unmapped(withRaw(null), acme)).toStrictEqual([])
    expect(unmapped(withRaw('{"x":'), acme)).toStrictEqual([])
    expect(unmapped(withRaw('[]'), acme)).toStrictEqual([])
  })

  test('reads a body of any depth and with a byte order mark', () => {
    expect(unmapped(withRaw('\uFEFF{"event":"NewLead","id":"7","x":1}'), acme)).toStrictEqual(['/x'])
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(unmapped(withRaw(`{"event":"NewLead","id":"7","x":${deep}}`), acme)).toStrictEqual(['/x'])
  })

  test('cannot tell for a stock io-ts codec, which does not say what it knows', () => {
    const parsed = parseWebhook(apex, {}, '{"event":"Call","id":"9","caller":{"phone":"555-0100"},"x":1}')
    if (isLeft(parsed)) return expect.fail(formatWebhookError(parsed.left))
    expect(unmapped(parsed.right, apex)).toStrictEqual([])
  })
})
