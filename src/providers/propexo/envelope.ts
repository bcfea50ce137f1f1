import { ownValue } from '../../codec/choice'
import { Codec, FAIL } from '../../codec/codec'
import { isObject } from '../../codec/json'
import { fault, remark, type Reading } from '../../codec/reading'
import { id, text } from '../../codec/scalar'
import { struct, type StructOf } from '../../codec/struct'
import { vendor } from './models/fields'
import { isEventName, words, type PropexoEventName } from './words'

/** Which job of which connection an event comes from. */
export const provenance = {
  job_id: id,
  root_job_id: id,
  integration_id: id,
  job_type: text,
  vendor,
}

const metaFields = { object: text, integration_id: id }

/** What stands beside the data: the model again, and the connection. */
export interface PropexoMeta extends StructOf<typeof metaFields> {}
export const PropexoMeta: Codec<PropexoMeta> = /* @__PURE__ */ struct('PropexoMeta', metaFields)

/**
 * The name that the data of an event repeats. Another event's name contradicts the one that chose the codec: it is
 * remarked on and null, for a payload must not be narrowed by it.
 */
export const eventName = <const Name extends PropexoEventName>(name: Name): Codec<Name> => {
  const expected = `"${name}"`
  const others = Object.keys(words).filter((other) => other !== name)
  return new Codec<Name>(
    expected,
    { kind: 'enumeration', values: [name], ignored: others },
    (input, reading) => {
      if (input === name) return name
      if (isEventName(input)) remark(reading, 'contradiction', '', expected)
      else fault(reading, 'wrong_kind', '', expected)
      return FAIL
    },
  )
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** The places where the documented envelopes have the event's name; the first that says something decides. */
export type NamePointer = '/trigger' | '/data/event' | '/event'

/** Where a body has its event's name; null for an envelope without one. */
export const namePointer = (body: object, reading: Reading): NamePointer | null => {
  if (isSaid(ownValue(body, 'trigger', reading))) return '/trigger'
  if (isSaid(ownValue(ownValue(body, 'data', reading), 'event', reading))) return '/data/event'
  return isSaid(ownValue(body, 'event', reading)) ? '/event' : null
}

/** The event's name as sent, of any kind. */
export const sentName = (body: object, pointer: NamePointer, reading: Reading): unknown => {
  switch (pointer) {
    case '/trigger':
      return ownValue(body, 'trigger', reading)
    case '/data/event':
      return ownValue(ownValue(body, 'data', reading), 'event', reading)
    case '/event':
      return ownValue(body, 'event', reading)
  }
}

/** What a body without a name is, by what it holds. */
export const nameByShape = (body: object, reading: Reading): PropexoEventName | null => {
  if (isObject(ownValue(body, 'diff', reading))) return 'DATA_UPDATE'
  if (isObject(ownValue(body, 'payload', reading))) return 'DATA_NEW'
  return isSaid(ownValue(body, 'is_sync_finished', reading)) ? 'SYNC_COMPLETE' : null
}
