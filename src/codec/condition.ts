import { ownValue } from './choice'
import { isObject } from './json'
import type { Case, Condition } from './shape'

/** What stands at a path of own keys; undefined where nothing does. */
const valueAt = (input: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => ownValue(value, key), input)

const isSent = (input: unknown, path: readonly string[]): boolean => {
  const last = path.at(-1)
  const parent = valueAt(input, path.slice(0, -1))
  return last !== undefined && isObject(parent) && Object.hasOwn(parent, last)
}

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
