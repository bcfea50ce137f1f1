import { ownValue } from '../codec/choice'
import { isObject } from '../codec/json'
import type { Case, Condition } from '../codec/shape'

const isSent = (input: unknown, path: readonly string[]): boolean => {
  const last = path.at(-1)
  const parent = valueAt(input, path.slice(0, -1))
  return last !== undefined && isObject(parent) && Object.hasOwn(parent, last)
}

const valueAt = (input: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => ownValue(value, key), input)

/** Whether what stands at the place is what the condition says. */
export const holds = ({ path, is }: Condition, input: unknown): boolean => {
  const value = valueAt(input, path)
  if (typeof is !== 'string') return typeof value === 'string' && is.includes(value)
  switch (is) {
    case 'sent':
      return isSent(input, path)
    case 'unsent':
      return !isSent(input, path)
    case 'valued':
      return value !== undefined && value !== null
    case 'said':
      return value !== undefined && value !== null && value !== ''
    case 'object':
      return isObject(value)
    case 'text':
      return typeof value === 'string'
    case 'word':
      return typeof value === 'string' && value !== ''
    case 'id':
      return typeof value === 'string' ? value !== '' : Number.isSafeInteger(value)
  }
}

/** The first case that holds for the input, as a codec chooses it. */
export const firstThatHolds = (cases: readonly Case[], input: unknown): Case | undefined =>
  cases.find(({ when }) => when.every((condition) => holds(condition, input)))

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
