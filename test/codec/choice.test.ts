import { isLeft } from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { choice, ownValue, tagged } from '../../src/codec/choice'
import { FAIL, type Reader } from '../../src/codec/codec'
import { jsonObject } from '../../src/codec/json'
import { issuesOf, newReading } from '../../src/codec/reading'
import { enumeration, number, text } from '../../src/codec/scalar'
import { required, struct } from '../../src/codec/struct'
import {
  everyValue,
  expectPartition,
  parsed,
  REFUSED,
  valueNames,
  withPollutedPrototype,
} from '../support/values'

const Visit = struct('Visit', { type: required(enumeration(['visit', 'Visit'])), guests: number })
const Call = struct('Call', { type: required(enumeration(['call'])), from: text })
const Activity = tagged('Activity', 'type', { visit: Visit, Visit, call: Call }, jsonObject)

const read = (codec: Reader<unknown>, input: unknown) => {
  const reading = newReading(false)
  const output = codec.read(input, reading)
  return {
    output: output === FAIL ? REFUSED : output,
    issues: issuesOf(reading).map(({ code, path, expected }) => [code, path, expected].join(' ')),
  }
}

describe('tagged', () => {
  test('reads by the codec of the word, in every spelling', () => {
    expect(read(Activity, { type: 'visit', guests: '2', from: 'x' }).output).toStrictEqual({
      type: 'visit',
      guests: 2,
    })
    expect(read(Activity, { type: 'Visit', guests: 2 }).output).toStrictEqual({ type: 'Visit', guests: 2 })
    expect(read(Activity, { type: 'call', guests: '2', from: 'x' }).output).toStrictEqual({
      type: 'call',
      from: 'x',
    })
  })

  test.each(['VISIT', ' visit', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'])(
    'the word %j without a codec goes to the other reader as it is',
    (type) => {
      const value = { type, guests: 'many' }
      expect(read(Activity, value)).toStrictEqual({ output: value, issues: [] })
    },
  )

  test('a word is text and nothing else', () => {
    for (const name of valueNames) {
      const word = everyValue[name]
      const isWord = typeof word === 'string' && word !== ''
      const { output, issues } = read(Activity, { type: word })
      expect(output === REFUSED, name).toBe(!isWord)
      const code = word === undefined ? 'missing' : 'wrong_kind'
      expect(issues, name).toStrictEqual(isWord ? [] : [`${code} /type text`])
    }
  })

  test('a word that is not there is missing, also if every object inherits one', () => {
    expect(read(Activity, {}).issues).toStrictEqual(['missing /type text'])
    expect(read(Activity, parsed('{"__proto__":{"type":"visit"}}')).issues).toStrictEqual([
      'missing /type text',
    ])
    withPollutedPrototype({ type: 'visit' }, () => {
      expect(read(Activity, {}).issues).toStrictEqual(['missing /type text'])
    })
  })

  test('what is no object is refused as a whole', () => {
    expectPartition(
      (value) => {
        const { output, issues } = read(Activity, value)
        return issues[0] === 'wrong_kind  an object' ? REFUSED : output
      },
      // All of these are refused too, but for the word that they lack.
      Object.fromEntries(
        valueNames
          .filter((name) => {
            const value = everyValue[name]
            return typeof value === 'object' && value !== null && !Array.isArray(value)
          })
          .map((name) => [name, REFUSED]),
      ),
    )
    for (const value of [null, 'visit', 7, [{ type: 'visit' }], undefined])
      expect(read(Activity, value)).toStrictEqual({ output: REFUSED, issues: ['wrong_kind  an object'] })
  })

  test('tells the words of each codec, and that any other word goes to the other reader', () => {
    const { shape } = tagged('Activity', 'type', { visit: Visit, Visit, call: Call }, jsonObject)
    expect(shape).toStrictEqual({
      kind: 'choice',
      members: [Visit, Call, jsonObject],
      discriminator: 'type',
      cases: [
        { when: [{ path: ['type'], is: ['visit', 'Visit'] }], codec: Visit },
        { when: [{ path: ['type'], is: ['call'] }], codec: Call },
        { when: [{ path: ['type'], is: 'word' }], codec: jsonObject },
      ],
    })
  })

  test('changes nothing of what belongs to somebody', () => {
    const input = Object.freeze({ type: 'call', from: 'x' })
    expect(Activity.read(input, newReading(false))).toBe(input)
  })

  test('finds among a thousand words as among three', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => [
        `w${String(n)}`,
        struct(`S${String(n)}`, { [`f${String(n)}`]: text }),
      ]),
    )
    const codec = tagged('Many', 'type', many, jsonObject)
    expect(read(codec, { type: 'w777', f777: 'x', f1: 'y' }).output).toStrictEqual({ f777: 'x' })
  })
})

describe('choice', () => {
  const Either = choice(
    'Either',
    [Visit, Call],
    (input) => {
      if (ownValue(input, 'guests') !== undefined) return Visit
      return ownValue(input, 'from') === undefined ? null : Call
    },
    '/guests',
    'one of guests and from',
  )

  test('reads by the picked codec', () => {
    expect(read(Either, { type: 'call', from: 'x' }).output).toStrictEqual({ type: 'call', from: 'x' })
    expect(read(Either, { type: 'call', guests: 2 }).issues).toStrictEqual([
      'wrong_kind /type "visit" or "Visit"',
    ])
  })

  test('tells its members, and its cases where they are given', () => {
    const cases = [{ when: [], codec: Visit }]
    const pick = () => Visit
    const shape = { kind: 'choice', members: [Visit, Call], discriminator: null }
    expect(Either.shape).toStrictEqual({ ...shape, cases: undefined })
    expect(choice('Visits', [Visit, Call], pick, '', '', cases).shape).toStrictEqual({ ...shape, cases })
  })

  test('says what it looked for where it can pick none', () => {
    expect(read(Either, {})).toStrictEqual({
      output: REFUSED,
      issues: ['missing /guests one of guests and from'],
    })
    expect(read(Either, 'x').issues).toStrictEqual(['wrong_kind  an object'])
  })
})

describe('ownValue', () => {
  test('finds own keys only, and in objects only', () => {
    expect(ownValue({ a: 1 }, 'a')).toBe(1)
    expect(ownValue({}, 'constructor')).toBeUndefined()
    expect(ownValue({}, '__proto__')).toBeUndefined()
    expect(ownValue(parsed('{"__proto__":1}'), '__proto__')).toBe(1)
    expect(ownValue(['a'], '0')).toBeUndefined()
    expect(ownValue('text', 'length')).toBeUndefined()
    expect(ownValue(null, 'a')).toBeUndefined()
  })

  test('trusts an input that was parsed for its reading, unless every object inherits something', () => {
    const inherited = Object.create({ a: 1 }) as object
    expect(ownValue(inherited, 'a', newReading(true))).toBe(1)
    expect(ownValue(inherited, 'a', newReading(false))).toBeUndefined()
    withPollutedPrototype({ a: 1 }, () => {
      expect(ownValue({}, 'a', newReading(true))).toBeUndefined()
    })
  })
})

test('what is inherited is not even looked at', () => {
  const parent = Object.defineProperty({}, 'kind', {
    enumerable: true,
    get: () => {
      throw new Error('was looked at')
    },
  })
  const input: unknown = Object.create(parent)
  expect(ownValue(input, 'kind')).toBeUndefined()
  expect(isLeft(struct('Inheriting', { kind: text }).decode(input))).toBe(false)
})
