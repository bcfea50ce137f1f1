import { Codec, FAIL, type Fail } from './codec'
import { fault, type Reading } from './reading'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export const isObject = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

const isContainer = (input: unknown): input is Record<string, unknown> | unknown[] =>
  typeof input === 'object' && input !== null

const isJsonScalar = (input: unknown): boolean =>
  input === null || typeof input === 'string' || typeof input === 'boolean' || Number.isFinite(input)

type Survey = 'plain' | 'has-proto' | 'not-json'

/**
 * Looks through every level with a list of its own instead of recursion, so that depth is bounded by memory
 * and not by the stack. Each object is entered once, which also ends on a value that contains itself.
 */
const survey = (input: unknown): Survey => {
  if (!isContainer(input)) return isJsonScalar(input) ? 'plain' : 'not-json'
  const seen = new Set<unknown>([input])
  let verdict: Survey = 'plain'
  for (const container of seen) {
    if (!isContainer(container)) continue
    if (Object.hasOwn(container, '__proto__')) verdict = 'has-proto'
    for (const value of Object.values(container)) {
      if (isContainer(value)) seen.add(value)
      else if (!isJsonScalar(value)) return 'not-json'
    }
  }
  return verdict
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

const readJson = (input: unknown, reading: Reading): Json | Fail => {
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
