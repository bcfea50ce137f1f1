import { ownValue } from '../codec/choice'
import { isObject } from '../codec/json'

/** A copy with another value at the place. What is no object on the way there becomes one. */
export const withValueAt = (input: unknown, path: readonly string[], value: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return value
  const object = isObject(input) ? input : {}
  return { ...object, [key]: withValueAt(ownValue(object, key), rest, value) }
}

/** A copy without the last key of the path. */
export const withoutValueAt = (input: unknown, path: readonly string[]): unknown => {
  const [key, ...rest] = path
  if (key === undefined || !isObject(input) || !Object.hasOwn(input, key)) return input
  if (rest.length > 0) return { ...input, [key]: withoutValueAt(input[key], rest) }
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== key))
}
