import { describe, expect, test } from 'vitest'
import { readEnvelope } from '../../src/cli/envelope'
import { exitCodes, unavailable, usageError } from '../../src/cli/exit'
import { noMoreThan, numberOf, parseOptionsOf, providerOf, readArguments } from '../../src/cli/options'
import { issueLine, refusalLines } from '../../src/cli/report'
import { webhookError } from '../../src/error'

describe('the arguments of a command', () => {
  test('are its options and the other words', () => {
    expect(readArguments(['--strict', 'a.json'], { strict: { type: 'boolean' } })).toMatchObject({
      values: { strict: true },
      positionals: ['a.json'],
    })
    expect(() => readArguments(['--nonsense'], {})).toThrow(/^Unknown option '--nonsense'$/)
  })

  test('are at most so many', () => {
    expect(() => noMoreThan(['a'], 1)).not.toThrow()
    expect(() => noMoreThan(['a', 'b'], 1)).toThrow("'b' is one word too many")
  })

  test('name a provider', () => {
    expect(providerOf('funnel')).toBe('funnel')
    expect(() => providerOf('nobody')).toThrow("'nobody' is no provider: one of rently, showmojo")
    expect(() => providerOf(undefined)).toThrow('which provider? One of rently, showmojo')
    expect(() => providerOf('constructor')).toThrow('is no provider')
  })

  test.each([
    ['0', 0],
    ['8080', 8080],
    ['9000', 9000],
  ])('%s is a number', (text, number) => {
    expect(numberOf('port', text, 0, 9000)).toBe(number)
  })

  test.each(['9001', '-1', '1.5', '', '1e3', '9'.repeat(16), 'x'])('%j is none in range', (text) => {
    expect(() => numberOf('port', text, 0, 9000)).toThrow('--port is a whole number from 0 to 9000')
  })

  test('are the options of parseWebhook', () => {
    expect(parseOptionsOf({ disambiguation: 'later', zone: 'UTC' })).toStrictEqual({
      strict: undefined,
      zone: 'UTC',
      disambiguation: 'later',
    })
    expect(parseOptionsOf({ strict: true }).disambiguation).toBeUndefined()
    expect(() => parseOptionsOf({ disambiguation: 'soon' })).toThrow(
      '--disambiguation is one of compatible, earlier, later, reject',
    )
  })
})

describe('a failure', () => {
  test.each([
    [{ code: 'ENOENT' }, 'a.json: there is no such file'],
    [{ cause: { code: 'ECONNREFUSED' } }, 'a.json: nobody listens there'],
    [{ code: 'EWEIRD' }, 'a.json: EWEIRD'],
    [{ code: 7 }, 'a.json: it failed'],
    [new Error('/secret/path'), 'a.json: it failed'],
    [null, 'a.json: it failed'],
  ])('%j is said as %j', (error, message) => {
    expect(unavailable('a.json', error)).toMatchObject({ message, exitCode: exitCodes.unavailable })
  })

  test('of the caller has a code of its own', () => {
    expect(usageError('so not')).toMatchObject({ message: 'so not', exitCode: 2 })
  })
})

describe('a refusal', () => {
  const body = '{\n"a": 1\n}'

  test('tells each issue with its line', () => {
    const issues = [
      { code: 'wrong_kind', path: '/a', expected: 'text' },
      { code: 'missing', path: '', expected: 'an object' },
      { code: 'more_issues', path: '', expected: '', count: 3 },
    ] as const
    const [first, ...others] = refusalLines(
      webhookError('PayloadInvalid', 'a payload', { issues }),
      'a.json',
      body,
    )
    expect(first).toMatch(/^a\.json: [^\n]*a payload/)
    expect(others).toStrictEqual([
      'a.json:2: /a: wrong_kind, expected text',
      'a.json:1: the body: missing, expected an object',
      'a.json: and 3 more',
    ])
    expect(issueLine(issues[0], 'b', body)).toBe('b:2: /a: wrong_kind, expected text')
  })

  test('of what is no JSON tells where it breaks, and else names the file alone', () => {
    const notJson = webhookError('BodyNotJson', 'JSON')
    expect(refusalLines(notJson, 'a.json', '{\n"a"')[0]).toMatch(/^a\.json:2:4: /)
    expect(refusalLines(notJson, 'a.json', '{}')[0]).toMatch(/^a\.json: /)
    expect(refusalLines(webhookError('BodyTooDeep', 'less'), 'a.json', '{')[0]).toMatch(/^a\.json: /)
  })
})

describe('an envelope', () => {
  const envelope = { provider: 'rently', headers: { a: 'b', c: 1 }, body: '{}' }

  test('is a delivery with the headers that are text', () => {
    expect(readEnvelope(JSON.stringify(envelope))).toStrictEqual({ ...envelope, headers: { a: 'b' } })
    expect(readEnvelope(JSON.stringify({ ...envelope, headers: ['x'] }))?.headers).toStrictEqual({})
  })

  test.each([
    '{}',
    '{"provider"',
    '["provider"]',
    '"\\"provider\\""',
    JSON.stringify({ ...envelope, provider: 'nobody' }),
    JSON.stringify({ ...envelope, provider: 7 }),
    JSON.stringify({ ...envelope, body: {} }),
  ])('is not %s', (text) => {
    expect(readEnvelope(text)).toBeNull()
  })
})
