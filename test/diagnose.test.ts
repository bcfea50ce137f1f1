import { describe, expect, it } from 'vitest'
import { diagnoseSignature } from '../src/diagnose'
import type { Credentials } from '../src/auth/credentials'
import type { Mistake } from '../src/auth/mistakes'
import type { BodyInput } from '../src/request/body'
import type { HeadersInput } from '../src/request/headers'
import { OLD_SECRET, SECRET, sign, signed, SIGNATURE_HEADER } from './support/deliveries'

const value = {
  trigger: 'DATA_UPDATE',
  name: 'José',
  link: 'https://a.example/b',
  list: [1, 2],
  text: 'a, "b": c',
}
const compact = JSON.stringify(value)
const pretty = JSON.stringify(value, null, 2)
/** As Python's json.dumps writes it. */
const spaced =
  '{"trigger": "DATA_UPDATE", "name": "Jos\\u00e9", "link": "https://a.example/b", "list": [1, 2], "text": "a, \\"b\\": c"}'
const escapedSlashes = compact.replaceAll('/', '\\/')
const secrets = { secrets: SECRET }

const hexKey = '0123456789abcdef0123456789abcdef'
const base64Key = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

const named = (headers: HeadersInput, body: BodyInput, credentials: Credentials): readonly Mistake[] =>
  diagnoseSignature('propexo', headers, body, credentials).mistakes.map(({ mistake }) => mistake)

const withBytes = (key: Buffer): Record<string, string> => ({
  [SIGNATURE_HEADER]: sign(compact, key as never),
})

describe('a signature that does not fit', () => {
  it.each<[string, HeadersInput, BodyInput, Credentials, readonly Mistake[]]>([
    ['a parsed body', signed(compact), value, secrets, ['body_parsed']],
    ['a parsed body that was indented', signed(pretty), value, secrets, ['body_parsed']],
    ['a parsed body of which nothing is known', signed('{ }'), value, secrets, ['body_parsed']],
    ['a body written again, indented before', signed(pretty), compact, secrets, ['body_reserialized']],
    ['the same as bytes', signed(pretty), Buffer.from(compact), secrets, ['body_reserialized']],
    ['a body written again, compact before', signed(compact), pretty, secrets, ['body_reserialized']],
    ['a body written again, by Python before', signed(spaced), compact, secrets, ['body_reserialized']],
    ['a body written again, by PHP before', signed(escapedSlashes), compact, secrets, ['body_reserialized']],
    ['a body made JSON twice', signed(compact), JSON.stringify(compact), secrets, ['body_double_encoded']],
    [
      'a body read as Latin-1',
      signed(compact),
      Buffer.from(compact).toString('latin1'),
      secrets,
      ['body_misread'],
    ],
    ['a body with lost bytes', signed(Buffer.from([0x7b, 0xff, 0x7d])), '{\uFFFD}', secrets, ['body_lossy']],
    ['a lost byte order mark', signed(`\uFEFF${compact}`), compact, secrets, ['body_byte_order_mark']],
    ['an added byte order mark', signed(compact), `\uFEFF${compact}`, secrets, ['body_byte_order_mark']],
    ['a lost line break', signed(`${compact}\n`), compact, secrets, ['body_line_break']],
    ['a lost line break of Windows', signed(`${compact}\r\n`), compact, secrets, ['body_line_break']],
    ['an added line break', signed(compact), `${compact}\n`, secrets, ['body_line_break']],
    [
      'a secret with a line break',
      signed(compact),
      compact,
      { secrets: `${SECRET}\n` },
      ['secret_white_space'],
    ],
    ['a secret with a space', signed(compact), compact, { secrets: ` ${SECRET}` }, ['secret_white_space']],
    ['a secret in quotes', signed(compact), compact, { secrets: `"${SECRET}"` }, ['secret_quoted']],
    [
      'a line break in the secret of the sender',
      signed(compact, `${SECRET}\n`),
      compact,
      secrets,
      ['secret_line_break_lost'],
    ],
    ['a secret in hex', withBytes(Buffer.from(hexKey, 'hex')), compact, { secrets: hexKey }, ['secret_hex']],
    [
      'a secret in base64',
      withBytes(Buffer.from(base64Key, 'base64')),
      compact,
      { secrets: `whsec_${base64Key}` },
      ['secret_base64'],
    ],
    [
      'capital hex',
      { [SIGNATURE_HEADER]: sign(compact).toUpperCase() },
      compact,
      secrets,
      ['signature_upper_case'],
    ],
    ['a prefix', { [SIGNATURE_HEADER]: `sha256=${sign(compact)}` }, compact, secrets, ['signature_prefixed']],
    [
      'base64 for hex',
      { [SIGNATURE_HEADER]: Buffer.from(sign(compact), 'hex').toString('base64') },
      compact,
      secrets,
      ['signature_base64'],
    ],
    [
      'the header of ShowMojo',
      { authorization: `Bearer ${SECRET}` },
      compact,
      secrets,
      ['header_of_another_provider'],
    ],
    ['the header of CasaYes', { token: SECRET }, compact, secrets, ['header_of_another_provider']],
    [
      'two mistakes',
      signed(pretty),
      compact,
      { secrets: `${SECRET}\n` },
      ['secret_white_space', 'body_reserialized'],
    ],
    ['another secret altogether', signed(compact, 'unknown'), compact, secrets, []],
    ['no header', {}, compact, secrets, []],
    ['no secret', signed(compact), compact, {}, []],
    ['a blank secret', signed(compact), compact, { secrets: ' ' }, []],
    ['no body', signed(compact), undefined, secrets, []],
    ['a header that is nothing', { [SIGNATURE_HEADER]: 'no' }, compact, secrets, []],
  ])('%s', (_name, headers, body, credentials, expected) => {
    const diagnosis = diagnoseSignature('propexo', headers, body, credentials)
    expect(diagnosis.error).not.toBeNull()
    expect(diagnosis.mistakes.map(({ mistake }) => mistake)).toEqual(expected)
    for (const { advice } of diagnosis.mistakes) expect(advice.length).toBeGreaterThan(20)
  })

  it('says which secret of the list fits', () => {
    const credentials = { secrets: { current: SECRET, previous: OLD_SECRET } }
    expect(diagnoseSignature('propexo', signed(pretty, OLD_SECRET), compact, credentials)).toMatchObject({
      secret: 'previous',
      mistakes: [{ mistake: 'body_reserialized' }],
    })
  })

  it('prefers one mistake to two', () => {
    const credentials = { secrets: [`${SECRET}\n`, SECRET] }
    expect(named(signed(pretty), compact, credentials)).toEqual(['body_reserialized'])
  })
})

it('a delivery that verifies has no mistakes', () => {
  expect(diagnoseSignature('propexo', signed(compact), compact, secrets)).toEqual({
    error: null,
    secret: 0,
    mistakes: [],
  })
})

describe('a token that does not fit', () => {
  it.each<[string, string, Mistake]>([
    ['with a line break', `${SECRET}\n`, 'secret_white_space'],
    ['in quotes', `'${SECRET}'`, 'secret_quoted'],
    ['with its scheme', `Bearer ${SECRET}`, 'secret_has_scheme'],
  ])('a secret %s', (_name, secret, mistake) => {
    const showmojo = diagnoseSignature('showmojo', { authorization: `Bearer ${SECRET}` }, compact, {
      secrets: secret,
    })
    expect(showmojo).toMatchObject({ secret: 0, mistakes: [{ mistake }] })
    const casayes = diagnoseSignature('casayes', { token: SECRET }, compact, { secrets: secret })
    expect(casayes).toMatchObject({ secret: 0, mistakes: [{ mistake }] })
    const inUrl = { secrets: secret, secretFromUrl: SECRET }
    expect(diagnoseSignature('rently', {}, compact, inUrl)).toMatchObject({
      secret: 0,
      mistakes: [{ mistake }],
    })
    const inHeader = { secrets: secret, header: 'x-key' }
    expect(diagnoseSignature('funnel', { 'x-key': SECRET }, compact, inHeader)).toMatchObject({
      mistakes: [{ mistake }],
    })
  })

  it('the header of Propexo', () => {
    expect(diagnoseSignature('casayes', signed(compact), compact, secrets)).toMatchObject({
      error: { _tag: 'HeaderMissing' },
      mistakes: [{ mistake: 'header_of_another_provider' }],
    })
  })
})

it('a token for which nobody has said where it stands', () => {
  expect(diagnoseSignature('funnel', { 'x-key': SECRET }, compact, secrets)).toMatchObject({
    error: { kind: 'configuration' },
    secret: null,
    mistakes: [],
  })
})

it.each<[string, Credentials, string]>([
  ['nothing to check by', {}, 'ProviderUnsigned'],
  ['a header whose name is no text', { ...secrets, header: 7 as never }, 'SecretInvalid'],
  ['no secret in the URL', { ...secrets, secretFromUrl: undefined }, 'TokenMismatch'],
])('%s leaves no place to look at', (_name, credentials, _tag) => {
  expect(diagnoseSignature('rently', { 'x-key': SECRET }, compact, credentials)).toMatchObject({
    error: { _tag },
    secret: null,
    mistakes: [],
  })
})

it('a provider that nobody knows', () => {
  expect(diagnoseSignature('nobody' as never, {}, compact, secrets)).toMatchObject({
    error: { _tag: 'ProviderUnknown' },
    mistakes: [],
  })
})

it('the answer holds nothing of secret, body or header', () => {
  const marker = 'PLANTED7f3'
  const text = JSON.stringify({ type: marker })
  for (const body of [text, `${text}\n`, JSON.parse(text)]) {
    for (const secret of [marker, `${marker}\n`, `"${marker}"`]) {
      const diagnosis = diagnoseSignature('propexo', signed(text, marker), body, { secrets: secret })
      expect(JSON.stringify(diagnosis)).not.toContain(marker)
    }
  }
})
