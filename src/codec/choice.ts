import { Codec, FAIL, type Reader, type ValueOf } from './codec'
import { isObject } from './json'
import { fault } from './reading'

/** The value of an own key, so that nothing inherited is taken for a discriminator. */
export const ownValue = (input: unknown, key: string): unknown =>
  isObject(input) && Object.hasOwn(input, key) ? input[key] : undefined

/**
 * One of several codecs, picked by looking at the input once. Where `pick` finds none, the failure is told
 * at `path` with what was expected there.
 */
export const choice = <const Members extends readonly Reader<unknown>[]>(
  name: string,
  members: Members,
  pick: (input: Record<string, unknown>) => Members[number] | null,
  path: string,
  expected: string,
): Codec<ValueOf<Members[number]>> =>
  new Codec(name, { kind: 'choice', members, discriminator: null }, (input, reading) => {
    if (!isObject(input)) {
      fault(reading, 'wrong_kind', '', 'an object')
      return FAIL
    }
    const member = pick(input)
    if (member !== null) return member.read(input, reading) as ValueOf<Members[number]> | typeof FAIL
    fault(reading, 'missing', path, expected)
    return FAIL
  })

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
  return new Codec<Value>(name, { kind: 'choice', members, discriminator: key }, (input, reading) => {
    if (!isObject(input)) {
      fault(reading, 'wrong_kind', '', 'an object')
      return FAIL
    }
    const word = ownValue(input, key)
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
