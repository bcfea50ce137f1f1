import { firstThatHolds } from '../codec/condition'
import { isObject } from '../codec/json'
import { pointerStep } from '../codec/reading'
import type { Reader, Shape } from '../codec/shape'

/** Places of a payload, each once. */
export interface Departures {
  /** Documented fields that were not sent. */
  readonly missing: Set<string>
  /** Documented fields whose value is none of the documented words. */
  readonly unlisted: Set<string>
}

type Choice = Extract<Shape, { readonly kind: 'choice' }>

/** Of codecs that are tried one after the other, the one for the value's kind. */
const memberFor = ({ members, cases }: Choice, value: unknown): Reader<unknown> | undefined => {
  if (cases !== undefined) return firstThatHolds(cases, value)?.codec
  const kind = Array.isArray(value) ? 'list' : isObject(value) ? 'struct' : 'text'
  return members.find(({ shape }) => shape.kind === kind)
}

const note = ({ shape }: Reader<unknown>, value: unknown, place: string, departures: Departures): void => {
  if (shape.kind === 'choice') {
    const member = memberFor(shape, value)
    if (member !== undefined) note(member, value, place, departures)
  } else if (shape.kind === 'text') {
    const isListed = shape.known.length === 0 || typeof value !== 'string' || shape.known.includes(value)
    if (!isListed) departures.unlisted.add(place)
  } else if (shape.kind === 'list' && Array.isArray(value)) {
    for (const member of value) note(shape.item, member, `${place}/*`, departures)
  } else if (shape.kind === 'struct' && isObject(value)) {
    for (const { key, codec } of shape.fields) {
      const inner = `${place}/${pointerStep(key)}`
      if (Object.hasOwn(value, key)) note(codec, value[key], inner, departures)
      else departures.missing.add(inner)
    }
  }
}

/** In what a payload that its codec has read is less, or other, than documented. */
export const departuresOf = (codec: Reader<unknown>, payload: unknown): Departures => {
  const departures: Departures = { missing: new Set(), unlisted: new Set() }
  note(codec, payload, '', departures)
  return departures
}
