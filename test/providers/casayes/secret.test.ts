import fc from 'fast-check'
import { isRight } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { dedupeKey } from '../../../src/event/identity'
import { formatWebhookError } from '../../../src/error'
import { parseWebhook } from '../../../src/named'
import { CasaYesListingChange, CasaYesPayload } from '../../../src/providers/casayes/payload'
import { maskSecret, openBody } from '../../../src/providers/casayes/secret'

const NAME = 'OfficeIntegrationSecret'

describe('the mask', () => {
  test.each([
    [`{"${NAME}":"007_17-AB"}`, `{"${NAME}":"*********"}`],
    [`{ "${NAME}"\t:\r\n "007" , "a":"007"}`, `{ "${NAME}"\t:\r\n "***" , "a":"007"}`],
    [`{"${NAME}":""}`, `{"${NAME}":""}`],
    [`{"${NAME}":"a\\"b\\\\","c":1}`, `{"${NAME}":"******","c":1}`],
    [`{"${NAME}":"x","${NAME}":"y"}`, `{"${NAME}":"*","${NAME}":"*"}`],
    [`{"a":[{"${NAME}":"x"}]}`, `{"a":[{"${NAME}":"*"}]}`],
    [
      `{"\\u004fffice\\u0049ntegration\\u0053ecret":"x\\u0041"}`,
      `{"\\u004fffice\\u0049ntegration\\u0053ecret":"*******"}`,
    ],
    [`{"\\u004FfficeIntegrationSecret":"xy"}`, `{"\\u004FfficeIntegrationSecret":"**"}`],
    // Not text: quotes stand in for the first and last character, so that the whole stays JSON.
    [`{"${NAME}":123456,"a":1}`, `{"${NAME}":"****","a":1}`],
    [`{"${NAME}":true }`, `{"${NAME}":"**" }`],
    [`{"${NAME}":{"k":["}",{"v":"s"}]}}`, `{"${NAME}":"${'*'.repeat(19)}"}`],
    [`{"${NAME}":["a",{"${NAME}":"b"}] }`, `{"${NAME}":"${'*'.repeat(35)}" }`],
    [`[{"${NAME}":12}]`, `[{"${NAME}":""}]`],
    [`{"${NAME}":7}`, `{"${NAME}":0}`],
    [`{"${NAME}":null}`, `{"${NAME}":null}`],
    // Not the member: a value, a part of a longer name, a quotation in a text.
    [`{"a":"${NAME}","b":"007"}`, `{"a":"${NAME}","b":"007"}`],
    [`{"My${NAME}":"007"}`, `{"My${NAME}":"007"}`],
    [`{"${NAME}s":"007"}`, `{"${NAME}s":"007"}`],
    [`{"a \\"${NAME}":"007"}`, `{"a \\"${NAME}":"007"}`],
    [`{"a":"\\"${NAME}\\":\\"007\\""}`, `{"a":"\\"${NAME}\\":\\"007\\""}`],
    [`{"a\\\\":1,"${NAME}":"007"}`, `{"a\\\\":1,"${NAME}":"***"}`],
    [`{"\\\\u004fffice":"007"}`, `{"\\\\u004fffice":"007"}`],
    // A text that ends with the name behind a quotation mark, where letters may also be spelled.
    [`{"a":"\\"${NAME}","\\u0062":"007"}`, `{"a":"\\"${NAME}","\\u0062":"007"}`],
    // No JSON, which is refused later: what is cut off is hidden to its end.
    [`{"${NAME}":"007`, `{"${NAME}":"**"`],
    [`{"${NAME}":{"k":"007`, `{"${NAME}":"*******"`],
    [`{"${NAME}":[1`, `{"${NAME}":""`],
    [`{"${NAME}":"0\\`, `{"${NAME}":"*"`],
    ['{"a":1}', '{"a":1}'],
    [`\uFEFF{"${NAME}":"007"}`, `\uFEFF{"${NAME}":"***"}`],
  ])('%j', (body, masked) => {
    expect(maskSecret(body)).toBe(masked)
    expect(masked).toHaveLength(body.length)
  })

  test('takes time in proportion to the text', () => {
    const bodies = [
      `{${`"${NAME}":"007",`.repeat(30_000)}"a":1}`,
      `["${'\\\\'.repeat(400_000)}"]`,
      `{"${NAME}":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
      `{"a":"\\u0041"${' '.repeat(900_000)}}`,
      `["\\u0041"${`,"${NAME}"`.repeat(30_000)}]`,
    ]
    for (const body of bodies) {
      const start = performance.now()
      expect(maskSecret(body)).toHaveLength(body.length)
      expect(performance.now() - start).toBeLessThan(2000)
    }
  })
})

/** Only in the credential: nothing else that is generated has these letters. */
const MARKER = 'SECRETMARKER'

const spelled = (text: string, escaped: readonly boolean[]): string =>
  Array.from(JSON.stringify(text).slice(1, -1))
    .map((letter, at) =>
      escaped[at % escaped.length] === true && /[A-Za-z]/.test(letter) && !text.includes('\\')
        ? `\\u00${letter.charCodeAt(0).toString(16)}`
        : letter,
    )
    .join('')

const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 3 })
const escapes = fc.array(fc.boolean(), { minLength: 1, maxLength: 9 })
const word = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\\', '{', '}', ':', ',', '’', ' ', '1') })

const secretValue = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(word, word).map(([a, b]) => ({ text: a + MARKER + b })) },
  fc.constant({ json: `{"v":["${MARKER}",1]}` }),
  fc.constant({ json: `[1,{"${NAME}":"${MARKER}"}]` }),
)

interface Piece {
  readonly text: string
  /** The secret's characters within the text. */
  readonly hidden: readonly [from: number, to: number] | null
}

const secretMember: fc.Arbitrary<Piece> = fc
  .tuple(secretValue, escapes, escapes, space, space)
  .map(([value, nameEscapes, valueEscapes, before, after]) => {
    const head = `"${spelled(NAME, nameEscapes)}"${before}:${after}`
    const text = 'text' in value ? `"${spelled(value.text, valueEscapes)}"` : value.json
    return { text: head + text, hidden: [head.length, head.length + text.length] }
  })

const otherMember: fc.Arbitrary<Piece> = fc.tuple(word, word).map(([name, value]) => ({
  text: `${JSON.stringify(`x${name}`)}:${JSON.stringify(value)}`,
  hidden: null,
}))

/** The members as one object's text, and which of its characters belong to a secret. */
const written = (members: readonly Piece[], gap: string, wrap: boolean) => {
  const hidden = new Set<number>()
  let text = wrap ? `{"LeadReference":"CY-1","EntityType":"Campaign","deep":[{` : `{${gap}`
  for (const [at, member] of members.entries()) {
    if (at > 0) text += `,${gap}`
    if (member.hidden !== null) {
      for (let i = member.hidden[0]; i < member.hidden[1]; i += 1) hidden.add(text.length + i)
    }
    text += member.text
  }
  return { text: `${text}${gap}}${wrap ? ']}' : ''}`, hidden }
}

const known: readonly (readonly Piece[])[] = [
  '"EventType":"LISTING_CREATED","ListingPublicId":"K1"',
  '"EventType":"LISTING_FAILED_TO_CREATE","ErrorMessages":["no"]',
  '"EventType":"LISTING_ARCHIVED"',
  '"EntityType":"Listing","LeadReference":"CY-1"',
  '"EntityType":"Campaign"',
].map((text) => [{ text, hidden: null }])

const body = fc
  .tuple(
    fc.constantFrom(...known),
    fc.array(fc.oneof(secretMember, otherMember), { maxLength: 3 }),
    secretMember,
    fc.array(fc.oneof(secretMember, otherMember), { maxLength: 3 }),
    space,
    fc.boolean(),
  )
  .map(([head, before, secret, after, gap, wrap]) =>
    written([...head, ...before, secret, ...after], gap, wrap),
  )

describe('a credential, wherever and however it is written', () => {
  test('is in no event, and its characters are all that the raw body lacks', () => {
    fc.assert(
      fc.property(body, ({ text, hidden }) => {
        const parsed = parseWebhook('casayes', {}, text)
        expect(isRight(parsed)).toBe(true)
        if (!isRight(parsed)) return
        const event = parsed.right
        expect(JSON.stringify(event)).not.toContain(MARKER)
        const raw = event.source.raw ?? ''
        expect(raw).toHaveLength(text.length)
        expect(JSON.stringify(JSON.parse(raw))).not.toContain(MARKER)
        const outside = (whole: string) =>
          Array.from({ length: whole.length }, (_, i) => (hidden.has(i) ? '' : whole[i])).join('')
        expect(outside(raw)).toBe(outside(text))
        expect(JSON.stringify(event.source.payload)).not.toContain(NAME)
        const masked = parseWebhook('casayes', {}, raw)
        expect(isRight(masked) && dedupeKey(masked.right).key).toBe(dedupeKey(event).key)
      }),
      { numRuns: 500 },
    )
  })

  test('is in no error', () => {
    const refused = [
      `{"${NAME}":"${MARKER}"}`,
      `{"${NAME}":"${MARKER}","EventType":7}`,
      `{"${NAME}":"${MARKER}","EventType":"LISTING_CREATED"}`,
      `{"${NAME}":"${MARKER}","EventType":"LISTING_CREATED"`,
    ]
    for (const text of refused) {
      const parsed = parseWebhook('casayes', {}, text, { strict: true })
      if (isRight(parsed)) throw new Error('not refused')
      expect(JSON.stringify(parsed.left) + formatWebhookError(parsed.left)).not.toContain(MARKER)
    }
  })
})

test('a body of no known form is an object', () => {
  for (const body of ['x', null, 7, [{ [NAME]: MARKER }]]) {
    expect(openBody.decode(body)).toMatchObject({ _tag: 'Left' })
  }
  const same = { EventType: 'X', a: [{ b: 1 }] }
  expect(openBody.decode(same)).toStrictEqual({ _tag: 'Right', right: same })
})

test('the codecs alone leave it out as well', () => {
  const input = { EventType: 'LISTING_CREATED', ListingPublicId: 'K1', [NAME]: MARKER }
  const output = { EventType: 'LISTING_CREATED', ListingPublicId: 'K1' }
  expect(CasaYesListingChange.decode(input)).toEqual({ _tag: 'Right', right: output })
  expect(CasaYesPayload.decode(input)).toEqual({ _tag: 'Right', right: output })
  expect(CasaYesPayload.is(input)).toBe(false)
  expect(CasaYesPayload.is(output)).toBe(true)
  const open = { EventType: 'X', a: { [NAME]: MARKER, b: 1 } }
  expect(CasaYesPayload.decode(open)).toEqual({ _tag: 'Right', right: { EventType: 'X', a: { b: 1 } } })
  expect(open.a[NAME]).toBe(MARKER)
})
