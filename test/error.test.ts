import { left, right } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import {
  formatWebhookError,
  unwrap,
  webhookError,
  WebhookFailure,
  webhookErrorTags,
  type Issue,
  type WebhookError,
  type WebhookErrorTag,
} from '../src/error'

const tags = Object.keys(webhookErrorTags) as WebhookErrorTag[]

describe('every tag', () => {
  test('has the kind and the status that the documents say', () => {
    expect(
      Object.fromEntries(
        tags.map((tag) => [tag, `${webhookError(tag, '').kind} ${webhookError(tag, '').httpStatus}`]),
      ),
    ).toStrictEqual({
      ProviderUnknown: 'configuration 500',
      ProviderUnsigned: 'configuration 500',
      SecretMissing: 'configuration 500',
      SecretInvalid: 'configuration 500',
      HeadersUnreadable: 'configuration 500',
      HeaderMissing: 'authentication 401',
      HeaderRepeated: 'authentication 401',
      HeaderMalformed: 'authentication 401',
      SignatureMismatch: 'authentication 401',
      TokenMismatch: 'authentication 401',
      BodyMissing: 'malformed 400',
      BodyAlreadyParsed: 'configuration 500',
      BodyTooLarge: 'malformed 413',
      BodyTooDeep: 'malformed 400',
      BodyNotUtf8: 'malformed 400',
      BodyNotJson: 'malformed 400',
      PayloadInvalid: 'malformed 422',
    })
  })

  test.each(tags)('%s makes a plain record that JSON holds', (tag) => {
    const error = webhookError(tag, 'a thing')
    expect(error).toStrictEqual({
      _tag: tag,
      ...webhookErrorTags[tag],
      path: '',
      expected: 'a thing',
      hint: null,
      issues: [],
    })
    expect(JSON.parse(JSON.stringify(error))).toStrictEqual(error)
  })

  test.each(tags)('%s as text', (tag) => {
    expect(formatWebhookError(webhookError(tag, 'a thing') as WebhookError)).toBe(`${tag}: expected a thing`)
  })
})

const issues: readonly Issue[] = [
  { code: 'missing', path: '/id', expected: 'a value' },
  { code: 'wrong_kind', path: '', expected: 'an object' },
  { code: 'time_unreadable', path: '/rows/3/at', expected: 'MM/DD/YYYY' },
  { code: 'more_issues', path: '', expected: '', count: 81 },
]

describe('formatWebhookError', () => {
  test('says the place and the hint where there are any', () => {
    expect(formatWebhookError(webhookError('HeaderMissing', 'a token', { path: 'authorization' }))).toBe(
      'HeaderMissing at authorization: expected a token',
    )
    expect(
      formatWebhookError(webhookError('BodyAlreadyParsed', 'the raw body', { hint: 'use express.raw()' })),
    ).toBe('BodyAlreadyParsed: expected the raw body (use express.raw())')
    expect(
      formatWebhookError(webhookError('SecretInvalid', 'text', { path: 'secrets/1', hint: 'it is blank' })),
    ).toBe('SecretInvalid at secrets/1: expected text (it is blank)')
  })

  test('has a line per issue', () => {
    expect(formatWebhookError(webhookError('PayloadInvalid', 'a payload of rently', { issues }))).toBe(
      [
        'PayloadInvalid: expected a payload of rently',
        '  /id: missing, expected a value',
        '  the body: wrong_kind, expected an object',
        '  /rows/3/at: time_unreadable, expected MM/DD/YYYY',
        '  and 81 more',
      ].join('\n'),
    )
  })
})

describe('unwrap', () => {
  const error = webhookError('PayloadInvalid', 'a payload of rently', { issues })

  test('gives the value', () => {
    const value = {}
    expect(unwrap(right(value))).toBe(value)
    expect(unwrap<unknown>(right(undefined))).toBeUndefined()
  })

  test('throws an Error that carries the tagged one and reads like it', () => {
    let thrown: unknown
    try {
      unwrap(left(error))
    } catch (caught) {
      thrown = caught
    }
    expect(thrown).toBeInstanceOf(Error)
    expect(thrown).toBeInstanceOf(WebhookFailure)
    if (!(thrown instanceof WebhookFailure)) return
    expect(thrown.error).toBe(error)
    expect(thrown.name).toBe('WebhookFailure')
    expect(thrown.message).toBe(formatWebhookError(error))
    expect(thrown.stack).toContain('WebhookFailure: PayloadInvalid')
  })
})
