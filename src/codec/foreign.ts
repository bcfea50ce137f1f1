import { isLeft } from 'fp-ts/Either'
import type * as t from 'io-ts'
import { Codec, FAIL, type Reader } from './codec'
import { fault } from './reading'

/**
 * The reader of any io-ts decoder: a codec of this library is one, somebody else's is wrapped. Only the paths
 * of its errors are kept, since an io-ts error holds what was received.
 */
export const readerOf = (decoder: t.Decoder<unknown, unknown>): Reader<unknown> => {
  if (decoder instanceof Codec) return decoder as Codec<unknown>
  return {
    name: decoder.name,
    shape: { kind: 'json', object: false },
    read: (input, reading) => {
      const decoded = decoder.decode(input)
      if (!isLeft(decoded)) return decoded.right
      for (const { context } of decoded.left) {
        const path = context.slice(1).map(({ key }) => `/${key}`)
        fault(reading, 'wrong_kind', path.join(''), context.at(-1)?.type.name ?? decoder.name)
      }
      return FAIL
    },
  }
}
