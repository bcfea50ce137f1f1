import { Codec, FAIL, type Fail } from './codec'
import { fault, type Reading } from './reading'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export const isObject = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

const isContainer = (input: unknown): input is Container => typeof input === 'object' && input !== null

const isJsonScalar = (input: unknown): boolean =>
  input === null || typeof input === 'string' || typeof input === 'boolean' || Number.isFinite(input)

type Container = Record<string, unknown> | unknown[]

const membersOf = (container: Container): readonly unknown[] => Object.values<unknown>(container)

/** A `Date`, a `Map` or an array with holes would not come back from JSON as it was. */
const isJsonContainer = (container: Container, memberCount: number): boolean => {
  if (Array.isArray(container)) return memberCount === container.length
  const prototype: unknown = Object.getPrototypeOf(container)
  // An object of another realm has another prototype, which also has none itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Takes away what nothing refers to, again and again: what is left then refers to itself. */
const containsItself = (containers: ReadonlySet<Container>): boolean => {
  const references = new Map<unknown, number>()
  for (const container of containers) {
    for (const value of membersOf(container)) {
      if (isContainer(value)) references.set(value, (references.get(value) ?? 0) + 1)
    }
  }
  const free = [...containers].filter((container) => !references.has(container))
  for (const container of free) {
    for (const value of membersOf(container)) {
      if (!isContainer(value)) continue
      /* v8 ignore next -- each of them was counted above */
      const left = (references.get(value) ?? 0) - 1
      references.set(value, left)
      if (left === 0) free.push(value)
    }
  }
  return free.length < containers.size
}

type Survey = 'plain' | 'has-proto' | 'not-json'

/**
 * Looks through every level with a list of its own instead of recursion, so that depth is bounded by memory
 * and not by the stack. Each object is entered once, which also ends on a value that contains itself.
 */
const survey = (input: unknown): Survey => {
  if (!isContainer(input)) return isJsonScalar(input) ? 'plain' : 'not-json'
  const containers = new Set<Container>([input])
  let references = 0
  let verdict: Survey = 'plain'
  for (const container of containers) {
    const members = membersOf(container)
    if (!isJsonContainer(container, members.length)) return 'not-json'
    if (Object.hasOwn(container, '__proto__')) verdict = 'has-proto'
    for (const value of members) {
      if (isContainer(value)) {
        references += 1
        containers.add(value)
      } else if (!isJsonScalar(value)) return 'not-json'
    }
  }
  const isTree = references < containers.size
  return isTree || !containsItself(containers) ? verdict : 'not-json'
}

/**
 * The value without the members of one name, at any depth, and itself where it has none. Where it has to be
 * copied, no key of the copy is `__proto__` either.
 */
export const withoutKey = (unwanted: string, input: unknown): unknown => {
  const copies = new Map<unknown, Record<string, unknown> | unknown[]>()
  const copyOf = (value: unknown): unknown => {
    if (!isContainer(value)) return value
    const known = copies.get(value)
    if (known !== undefined) return known
    const copy = Array.isArray(value) ? [] : {}
    copies.set(value, copy)
    return copy
  }
  const root = copyOf(input)
  let found = false
  for (const [original, copy] of copies) {
    for (const [key, value] of Object.entries(original as Record<string, unknown>)) {
      if (key === unwanted) found = true
      else if (key !== '__proto__') (copy as Record<string, unknown>)[key] = copyOf(value)
    }
  }
  return found ? root : input
}

/** Most open objects are flat, and need no list of their levels. */
const isFlatObject = (input: unknown): boolean => {
  if (!isObject(input) || !isJsonContainer(input, 0)) return false
  for (const key in input) if (key === '__proto__' || !isJsonScalar(input[key])) return false
  return true
}

const readJson = (input: unknown, reading: Reading): Json | Fail => {
  if (isFlatObject(input)) return input as Json
  const verdict = survey(input)
  if (verdict === 'plain') return input as Json
  if (verdict === 'has-proto') return withoutKey('__proto__', input) as Json
  fault(reading, 'wrong_kind', '', 'JSON')
  return FAIL
}

/** Any JSON value as it is, at any depth, except that no key named `__proto__` is passed on. */
export const json: Codec<Json> = /* @__PURE__ */ new Codec('JSON', { kind: 'json', object: false }, readJson)

/** Any JSON object as it is, at any depth, except that no key named `__proto__` is passed on. */
export const jsonObject: Codec<JsonObject> = /* @__PURE__ */ new Codec(
  'object',
  { kind: 'json', object: true },
  (input, reading) => {
    if (isObject(input)) return readJson(input, reading) as JsonObject | Fail
    fault(reading, 'wrong_kind', '', 'an object')
    return FAIL
  },
)
