import { ownValue } from '../codec/choice'
import { firstThatHolds } from '../codec/condition'
import { isObject } from '../codec/json'
import type { Reader, Shape } from '../codec/shape'
import { readerOf } from '../codec/foreign'
import { unwrap } from '../error'
import { compareEvents } from '../event/identity'
import type { AnyProvider } from '../provider'
import { parseWebhook } from '../webhook'
import { stampFormats } from './stamps'

/** A count since 1970 beyond this is one of milliseconds: as seconds it would lie in the year 5138. */
const MOST_SECONDS = 1e11

const movedNumber = (value: number, milliseconds: number): number =>
  Math.abs(value) > MOST_SECONDS ? value + milliseconds : value + Math.trunc(milliseconds / 1000)

const movedText = (format: string | null, text: string, milliseconds: number): string | null => {
  const stamp = format !== null && Object.hasOwn(stampFormats, format) ? stampFormats[format] : undefined
  return stamp?.moved(text, milliseconds) ?? null
}

/** The same value with every stamp in it that much later. */
const moved = ({ shape }: Reader<unknown>, value: unknown, milliseconds: number): unknown => {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' ? (movedText(shape.format, value, milliseconds) ?? value) : value
    case 'list':
      return Array.isArray(value) ? value.map((item) => moved(shape.item, item, milliseconds)) : value
    case 'struct': {
      if (!isObject(value)) return value
      const fields = new Map(shape.fields.map(({ key, codec }) => [key, codec]))
      return Object.fromEntries(
        Object.entries(value).map(([key, member]) => {
          const codec = fields.get(key)
          return [key, codec === undefined ? member : moved(codec, member, milliseconds)]
        }),
      )
    }
    case 'choice':
      return movedByChoice(shape, value, milliseconds)
    case 'json':
      return movedAnywhere(value, milliseconds)
    default:
      return value
  }
}

/** Seconds or milliseconds of the years 2001 to 2096: few other numbers are as large as these. */
const looksLikeTime = (value: number): boolean =>
  Number.isInteger(value) && ((value > 1e9 && value < 4e9) || (value > 1e12 && value < 4e12))

/** In a body of which no document tells the fields, whatever has the form of a stamp is one. */
const movedAnywhere = (value: unknown, milliseconds: number): unknown => {
  if (typeof value === 'string') {
    for (const format of Object.values(stampFormats)) {
      const text = format.moved(value, milliseconds)
      if (text !== null) return text
    }
    return value
  }
  if (typeof value === 'number') return looksLikeTime(value) ? movedNumber(value, milliseconds) : value
  if (Array.isArray(value)) return value.map((member) => movedAnywhere(member, milliseconds))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, movedAnywhere(member, milliseconds)]),
  )
}

const COUNT = /^\d{9,13}$/

const movedByChoice = (
  { cases, members }: Extract<Shape, { readonly kind: 'choice' }>,
  value: unknown,
  milliseconds: number,
): unknown => {
  if (cases !== undefined) {
    const found = firstThatHolds(cases, value)
    return found === undefined ? value : moved(found.codec, value, milliseconds)
  }
  const formats = members.flatMap(({ shape }) => (shape.kind === 'text' ? (shape.format ?? []) : []))
  if (typeof value === 'number' && formats.length > 0) return movedNumber(value, milliseconds)
  if (typeof value !== 'string') return value
  for (const format of formats) {
    const text = movedText(format, value, milliseconds)
    if (text !== null) return text
  }
  return formats.length > 0 && COUNT.test(value) ? String(movedNumber(Number(value), milliseconds)) : value
}

/** An id that a provider gave out earlier, as far as ids can be compared. */
const earlierId = (id: string | number): string | number => {
  if (typeof id === 'number') return id - 1
  return /^[1-9]\d*$/.test(id) ? String(BigInt(id) - 1n).padStart(id.length, '0') : `${id}-earlier`
}

/** Every value that differs from the given one in a single id at some depth. */
function* withOtherIds(value: unknown, ids: readonly string[]): Generator {
  if (typeof value === 'string' || typeof value === 'number') {
    if (ids.includes(String(value))) yield earlierId(value)
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      for (const other of withOtherIds(ownValue(value, key), ids)) yield { ...value, [key]: other }
    }
  }
}

/**
 * The body of another event of the same kind that happened so much earlier: stamps are moved back, and so is what
 * identifies the event. Null where the provider sends nothing that could tell so.
 */
export const earlierBody = (provider: AnyProvider, body: string, milliseconds: number): string | null => {
  const eventOf = (text: string) => unwrap(parseWebhook(provider, {}, text))
  const event = eventOf(body)
  const isEarlier = (text: string): boolean => compareEvents(eventOf(text), event) === -1
  const earlier = moved(readerOf(provider.codec), JSON.parse(body.replace(/^\uFEFF/, '')), -milliseconds)
  const text = JSON.stringify(earlier)
  if (isEarlier(text)) return text
  for (const other of withOtherIds(earlier, event.identity.parts)) {
    const otherText = JSON.stringify(other)
    if (isEarlier(otherText)) return otherText
  }
  return null
}
