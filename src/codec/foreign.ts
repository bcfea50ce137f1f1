import { isLeft } from 'fp-ts/Either'
import * as t from 'io-ts'
import { FAIL, type Reader } from './codec'
import { json } from './json'
import { fault, pointerStep } from './reading'

type Decoder = t.Decoder<unknown, unknown>

const wrappers = [t.ExactType, t.ReadonlyType, t.RefinementType, t.RecursiveType] as const

/** A codec without those that io-ts puts around it and that add no step of their own to a path. */
const unwrapped = (decoder: Decoder): Decoder => {
  const isWrapped = wrappers.some((wrapper) => decoder instanceof wrapper)
  return isWrapped ? unwrapped((decoder as Decoder & { readonly type: Decoder }).type) : decoder
}

/**
 * The place of an io-ts error as a JSON pointer. The steps of unions and intersections count their members and
 * are no keys of the input. The keys of a record are whatever was received, so the pointer ends above them.
 */
const pointerOf = (context: t.Context): string => {
  let pointer = ''
  let parent: Decoder | null = null
  for (const { key, type } of context) {
    if (parent instanceof t.DictionaryType) return pointer
    const counts = parent === null || parent instanceof t.UnionType || parent instanceof t.IntersectionType
    if (!counts) pointer += `/${pointerStep(key)}`
    parent = unwrapped(type)
  }
  return pointer
}

const isReader = (decoder: object): decoder is Reader<unknown> => 'read' in decoder && 'shape' in decoder

/**
 * The reader of any io-ts decoder: a codec of this library is one, somebody else's is wrapped. It gets a value
 * without any key named `__proto__`, since stock codecs copy with `Object.assign`, which calls the setter.
 * Only the paths of its errors are kept, since an io-ts error holds what was received.
 */
export const readerOf = (decoder: Decoder): Reader<unknown> => {
  if (isReader(decoder)) return decoder
  return {
    name: decoder.name,
    shape: { kind: 'json', object: false },
    read: (input, reading) => {
      const value = json.read(input, reading)
      if (value === FAIL) return FAIL
      const decoded = decoder.decode(value)
      if (!isLeft(decoded)) return decoded.right
      for (const { context } of decoded.left) {
        fault(reading, 'wrong_kind', pointerOf(context), context.at(-1)?.type.name ?? decoder.name)
      }
      return FAIL
    },
  }
}
