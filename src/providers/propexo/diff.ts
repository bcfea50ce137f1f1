import { Codec, FAIL, type Reader } from '../../codec/codec'
import { isObject, jsonObject, type JsonObject } from '../../codec/json'
import { newReading } from '../../codec/reading'
import { struct } from '../../codec/struct'

/** The fields that changed, and no others: before and after. */
export interface PropexoDiff<Fields extends object> {
  readonly new?: Fields | null
  readonly previous?: Fields | null
}

/**
 * What was received, for a side in which something was converted, nulled or left out. A payload has documented
 * fields of documented kinds only, but a change that is not told is a change lost: `record.changes` needs both.
 */
const received = /* @__PURE__ */ new WeakMap<object, Record<string, unknown>>()

/** One side of a diff. It is copied where it has to differ, so that what was received stays as it is. */
const sideOf = <Fields extends object>(fields: Reader<Fields>): Codec<Fields> =>
  new Codec(fields.name, fields.shape, (input, reading) => {
    const { owned } = reading
    reading.owned = false
    const side = fields.read(input, reading)
    reading.owned = owned
    if (side !== FAIL && side !== input && isObject(input)) received.set(side, input)
    return side
  })

export const diffOf = <Fields extends object>(fields: Reader<Fields>): Codec<PropexoDiff<Fields>> => {
  const side = sideOf(fields)
  return struct(`Diff of ${fields.name}`, { new: side, previous: side })
}

/** A side of a diff with all its keys and values as they were received. */
export const asReceived = (side: object): JsonObject => {
  const original = received.get(side)
  if (original === undefined) return side as JsonObject
  const whole = jsonObject.read(original, newReading(false))
  /* v8 ignore next -- it was read as an object before */
  return whole === FAIL ? {} : whole
}
