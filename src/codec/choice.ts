import { Codec, FAIL, type Reader, type ValueOf } from './codec'
import { isObject } from './json'
import { fault, type Reading } from './reading'
import type { Case } from './shape'

/**
 * The value of an own key, so that nothing inherited is taken for a discriminator. With the reading of an input that was
 * parsed for it, `Object.hasOwn` is spared, which costs more than all the rest: such an input inherits nothing but what
 * every object does, so that `key` must be a provider's and none of `constructor`, `toString` and the like.
 */
export const ownValue = (input: unknown, key: string, reading?: Reading): unknown => {
  if (!isObject(input)) return undefined
  return reading?.mayInherit === false || Object.hasOwn(input, key) ? input[key] : undefined
}

/**
 * One of several codecs, picked by looking at the input once. Where `pick` finds none, the failure is told
 * at `path` with what was expected there. `cases` say as data what `pick` does.
 */
export const choice = <const Members extends readonly Reader<unknown>[]>(
  name: string,
  members: Members,
  pick: (input: Record<string, unknown>, reading: Reading) => Members[number] | null,
  path: string,
  expected: string,
  cases?: readonly Case[],
): Codec<ValueOf<Members[number]>> =>
  new Codec(name, { kind: 'choice', members, discriminator: null, cases }, (input, reading) => {
    if (!isObject(input)) {
      fault(reading, 'wrong_kind', '', 'an object')
      return FAIL
    }
    const member = pick(input, reading)
    if (member !== null) return member.read(input, reading) as ValueOf<Members[number]> | typeof FAIL
    fault(reading, 'missing', path, expected)
    return FAIL
  })

const wordCases = (
  key: string,
  codecs: Readonly<Record<string, Reader<unknown>>>,
  otherwise: Reader<unknown>,
): readonly Case[] => {
  const words = new Map<Reader<unknown>, string[]>()
  for (const [word, codec] of Object.entries(codecs)) words.set(codec, [...(words.get(codec) ?? []), word])
  return [
    ...Array.from(words, ([codec, is]) => ({ when: [{ path: [key], is }], codec })),
    { when: [{ path: [key], is: 'word' }], codec: otherwise },
  ]
}

/**
 * One codec per word of a discriminating key, found by look-up and never by trying. The discriminator must be
 * text and is not converted. A word without a codec goes to `otherwise`.
 */
export const tagged = <const Cases extends Readonly<Record<string, Reader<unknown>>>, Rest>(
  name: string,
  key: string,
  cases: Cases,
  otherwise: Reader<Rest>,
): Codec<ValueOf<Cases[keyof Cases]> | Rest> => {
  type Value = ValueOf<Cases[keyof Cases]> | Rest
  const byWord = new Map(
    Object.entries<Reader<unknown>>(cases).map(([word, codec]) => [word, { word, codec }]),
  )
  const members = [...new Set<Reader<unknown>>([...Object.values(cases), otherwise])]
  const shape = {
    kind: 'choice',
    members,
    discriminator: key,
    cases: wordCases(key, cases, otherwise),
  } as const
  return new Codec<Value>(name, shape, (input, reading) => {
    if (!isObject(input)) {
      fault(reading, 'wrong_kind', '', 'an object')
      return FAIL
    }
    const word = ownValue(input, key, reading)
    if (typeof word !== 'string' || word === '') {
      fault(reading, word === undefined ? 'missing' : 'wrong_kind', `/${key}`, 'text')
      return FAIL
    }
    const found = byWord.get(word)
    if (found === undefined) return otherwise.read(input, reading)
    // The same text, but the table's own copy of it: every later look-up by the word compares pointers.
    if (reading.owned) input[key] = found.word
    return found.codec.read(input, reading) as Value | typeof FAIL
  })
}
