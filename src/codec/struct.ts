import { Codec, FAIL, type Fail, type Read, type Reader, type ValueOf } from './codec'
import { isObject, json } from './json'
import { fault, newReading, noteForeign, pointerStep, prefixPaths, type Reading } from './reading'
import type { FieldShape, Shape } from './shape'

export interface RequiredField<A> {
  readonly presence: 'required'
  readonly codec: Reader<A>
}
export interface DefaultedField<A> {
  readonly presence: 'defaulted'
  readonly codec: Reader<A>
  readonly value: A
}

/** A bare codec is an optional field. */
export type Field = Reader<unknown> | RequiredField<unknown> | DefaultedField<unknown>
export type Fields = Readonly<Record<string, Field>>

/** A field without which the whole cannot be read. */
export const required = <A>(codec: Reader<A>): RequiredField<A> => ({ presence: 'required', codec })

/** A field that holds `value` where it is absent, null or unreadable. */
export const orElse = <A>(value: A, codec: Reader<A>): DefaultedField<A> => ({
  presence: 'defaulted',
  codec,
  value,
})

type FieldValue<F extends Field> = F extends RequiredField<infer A> | DefaultedField<infer A>
  ? A
  : ValueOf<F> | null

type RequiredKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends RequiredField<unknown> ? K : never
}[keyof F]

/** What a provider sends: a required field is there, every other one may be missing or null. */
export type StructOf<F extends Fields> = { readonly [K in RequiredKeys<F>]: FieldValue<F[K]> } & {
  readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: FieldValue<F[K]>
}

/** What this library writes: every field is there, null where nothing is known. */
export type PartOf<F extends Fields> = { readonly [K in keyof F]: FieldValue<F[K]> }

type Values = Record<string, unknown>

interface Slot {
  readonly key: string
  readonly read: Reader<unknown>['read']
  readonly isRequired: boolean
  /** '' is the usual way to say "no value" in these providers' bodies; what this library writes uses null. */
  readonly emptyIsAbsent: boolean
  /** Any text is taken as it is, so that most fields of most bodies need no call. */
  readonly takesText: boolean
  /** What stands for an absent or unreadable value. */
  readonly absent: unknown
  /**
   * The slot of the key that came next in the last input. Bodies of one kind repeat their order, and comparing a key
   * with the one expected is much cheaper than looking it up. A wrong memory costs a look-up and nothing else.
   */
  next: Slot | null
}

interface Layout {
  readonly slots: ReadonlyMap<string, Slot>
  readonly list: readonly Slot[]
  readonly requiredCount: number
  /** Every field is to be there in the end, absent ones as null. */
  readonly complete: boolean
  /** Stands before the first key. */
  readonly start: Slot
}

const takesText = ({ shape }: Reader<unknown>): boolean =>
  shape.kind === 'id' || (shape.kind === 'text' && !shape.checked)

/** What stands in for an absent value does so in every result, where nobody is to change it. */
const standIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return Object.freeze([...(value as readonly unknown[])])
  return typeof value === 'object' && value !== null ? Object.freeze({ ...value }) : value
}

const slotOf = (key: string, field: Field, emptyIsAbsent: boolean): Slot => {
  const codec = 'presence' in field ? field.codec : field
  return {
    key,
    read: codec.read,
    isRequired: 'presence' in field && field.presence === 'required',
    emptyIsAbsent,
    takesText: takesText(codec) && !('presence' in field && field.presence === 'required'),
    absent: 'presence' in field && field.presence === 'defaulted' ? standIn(field.value) : null,
    next: null,
  }
}

const layoutOf = (fields: Fields, complete: boolean): Layout => {
  const list = Object.entries(fields).map(([key, field]) => slotOf(key, field, !complete))
  return {
    slots: new Map(list.map((slot) => [slot.key, slot])),
    list,
    requiredCount: list.filter((slot) => slot.isRequired).length,
    complete,
    start: slotOf('', json, complete),
  }
}

const fieldShapes = (fields: Fields): readonly FieldShape[] =>
  Object.entries(fields).map(([key, field]) =>
    'presence' in field
      ? { key, presence: field.presence, codec: field.codec }
      : { key, presence: 'optional', codec: field },
  )

const shapeOf = (fields: Fields, complete: boolean): Shape => {
  let shapes: readonly FieldShape[] | null = null
  return {
    kind: 'struct',
    get fields() {
      return (shapes ??= fieldShapes(fields))
    },
    complete,
  }
}

/** Laid out by its first reading: a program that imports every provider mostly reads one, and starts in less time. */
const readerOfFields = (fields: Fields, complete: boolean): Read<Values> => {
  let layout: Layout | null = null
  return (input, reading) => readFields((layout ??= layoutOf(fields, complete)), input, reading)
}

/**
 * The members before `end`, which are declared and already read, as a new object. What is inherited comes behind
 * all that is not.
 */
const copyBefore = (input: Values, end: string): Values => {
  const copy: Values = {}
  for (const key in input) {
    if (key === end) break
    copy[key] = input[key]
  }
  return copy
}

/** A value under a key that no slot knows: what is kept of it, or FAIL for nothing. */
const readForeign = (key: string, value: unknown, reading: Reading): unknown => {
  if (reading.foreign === 'list') noteForeign(reading, `/${pointerStep(key)}`)
  if (reading.foreign !== 'keep' || key === '__proto__') return FAIL
  return json.read(value, reading)
}

const readSlot = (slot: Slot, value: unknown, reading: Reading): unknown => {
  const isEmpty = value === '' && slot.emptyIsAbsent
  if ((isEmpty || value === null || value === undefined) && !slot.isRequired) return slot.absent
  const issuesBefore = reading.issues.length
  const foreignBefore = reading.foreignPaths.length
  const output = isEmpty ? refuseEmpty(reading) : slot.read(value, reading)
  if (reading.issues.length !== issuesBefore || reading.foreignPaths.length !== foreignBefore) {
    prefixPaths(reading, issuesBefore, foreignBefore, pointerStep(slot.key))
  }
  return output === FAIL && !slot.isRequired ? slot.absent : output
}

const refuseEmpty = (reading: Reading): Fail => {
  fault(reading, 'missing', '', 'a value')
  return FAIL
}

/** A `Map` or a `Date` would pass for an object in which nothing is known. */
const isExotic = (input: object): boolean => Object.prototype.toString.call(input) !== '[object Object]'

const reportMissing = (layout: Layout, input: Values, reading: Reading): void => {
  for (const slot of layout.list) {
    if (slot.isRequired && !Object.hasOwn(input, slot.key)) {
      fault(reading, 'missing', `/${pointerStep(slot.key)}`, 'a value')
    }
  }
}

const completed = (layout: Layout, output: Values): Values => {
  const whole: Values = { ...output }
  for (const slot of layout.list) if (!Object.hasOwn(whole, slot.key)) whole[slot.key] = slot.absent
  return whole
}

/**
 * One pass over the keys that were sent. The input itself becomes the result until something has to differ;
 * then it is changed in place if this pass owns it, or copied.
 */
const readFields = (layout: Layout, input: unknown, reading: Reading): Values | Fail => {
  if (!isObject(input) || (reading.mayInherit && isExotic(input))) {
    fault(reading, 'wrong_kind', '', 'an object')
    return FAIL
  }
  const { mayInherit } = reading
  let output = input
  let previous = layout.start
  let declared = 0
  let requiredMet = 0
  for (const key in input) {
    if (mayInherit && !Object.hasOwn(input, key)) continue
    const value = input[key]
    let slot = previous.next
    if (slot?.key !== key) {
      slot = layout.slots.get(key) ?? null
      if (slot === null) {
        const kept = readForeign(key, value, reading)
        if (output === input && kept !== value) output = copyBefore(input, key)
        if (output !== input && kept !== FAIL) output[key] = kept
        continue
      }
      previous.next = slot
    }
    previous = slot
    declared += 1
    let result: unknown = value
    if (!slot.takesText || typeof value !== 'string' || value.length === 0) {
      result = readSlot(slot, value, reading)
      if (slot.isRequired) {
        if (result === FAIL) continue
        requiredMet += 1
      }
    }
    if (output === input) {
      if (result === value) continue
      if (!reading.owned) output = copyBefore(input, key)
    }
    output[key] = result
  }
  if (requiredMet < layout.requiredCount) {
    reportMissing(layout, input, reading)
    return FAIL
  }
  return layout.complete && declared < layout.list.length ? completed(layout, output) : output
}

/**
 * A provider's object as documented: fields in any order, each optional unless {@link required}. A key that
 * is missing stays missing, '' and null are null, an optional value of the wrong kind becomes null and an
 * issue. Keys that are not declared are left out.
 */
export const struct = <F extends Fields>(name: string, fields: F): Codec<StructOf<F>> => {
  const read = readerOfFields(fields, false)
  return new Codec<StructOf<F>>(name, shapeOf(fields, false), read as Read<StructOf<F>>)
}

/**
 * An object of this library's own: every declared field is there in the result, absent ones as null. '' is a
 * text like any other.
 */
export const part = <F extends Fields>(name: string, fields: F): Codec<PartOf<F>> => {
  const read = readerOfFields(fields, true)
  return new Codec<PartOf<F>>(name, shapeOf(fields, true), read as Read<PartOf<F>>)
}

/** A part to be copied by a spread: its lists, which the copies share, cannot be changed any more. */
export const template = <A extends object>(part: A): A => {
  for (const value of Object.values(part)) Object.freeze(value)
  return part
}

/** The template of a part in which nothing is known. All its fields must be nullable or have a default. */
export const emptyPart = <A extends object>(codec: Reader<A>): A => {
  const output = codec.read({}, newReading(false))
  if (output === FAIL) throw new TypeError(`${codec.name} has a required field`)
  // Keys that were added one by one leave an object that V8 looks up by hashing; one that JSON.parse made is
  // copied by a spread 10 times as fast.
  return template(JSON.parse(JSON.stringify(output)) as A)
}
