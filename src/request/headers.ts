import { left, right, type Either } from 'fp-ts/Either'
import { webhookError, type WebhookError } from '../error'

/**
 * Headers in any of the forms that servers hand out: something with `get` (fetch `Headers`, a `Map`), an
 * iterable of pairs, Node's flat `rawHeaders`, or a record with keys in any case.
 */
export type HeadersInput =
  | { get(name: string): string | null | undefined }
  | Iterable<readonly [string, string]>
  | readonly string[]
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** The values of one header, in the order they came; none where there is no such header. */
export type HeaderLookup = (name: string) => Either<WebhookError, readonly string[]>

const unreadable = () =>
  webhookError('HeadersUnreadable', 'Headers, pairs, raw headers or a record of header values')

const valuesOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : []
}

const isIterable = (headers: object): headers is Iterable<unknown> =>
  typeof (headers as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function'

/** Pairs, or names and values by turns. */
const fromEntries = (headers: readonly unknown[], name: string): readonly string[] => {
  const found: string[] = []
  let flatName: string | null = null
  for (const entry of headers) {
    if (Array.isArray(entry)) {
      if (String(entry[0]).toLowerCase() === name) found.push(...valuesOf(entry[1]))
    } else if (flatName === null) flatName = String(entry).toLowerCase()
    else {
      if (flatName === name) found.push(...valuesOf(entry))
      flatName = null
    }
  }
  return found
}

/** A record may have a header twice, spelled differently, so that every key is looked at. */
const fromRecord = (headers: Readonly<Record<string, unknown>>, name: string): readonly string[] => {
  let found: readonly string[] = []
  for (const key of Object.keys(headers)) {
    if (key === name || (key.length === name.length && key.toLowerCase() === name)) {
      const values = valuesOf(headers[key])
      found = found.length === 0 ? values : [...found, ...values]
    }
  }
  return found
}

const hasGet = (headers: object): headers is { get(name: string): unknown } =>
  'get' in headers && typeof headers.get === 'function'

/**
 * A look-up by name in any case over headers of any form, recognised by shape and never by class, since a
 * `Headers` may come from another realm. Fails with `HeadersUnreadable` where they are none of the forms, or
 * throw when looked at.
 */
export const headerLookup = (headers: unknown): HeaderLookup => {
  // A generator can be gone through only once, and more than one header may be looked up.
  let entries: readonly unknown[] | null = null
  return (anyCase) => {
    try {
      if (typeof headers !== 'object' || headers === null) return left(unreadable())
      const name = anyCase.toLowerCase()
      const got = hasGet(headers) ? headers.get(name) : null
      if (got !== null && got !== undefined) return right(valuesOf(got))
      // A Map distinguishes case, which header names do not.
      if (isIterable(headers)) return right(fromEntries((entries ??= [...headers]), name))
      return right(hasGet(headers) ? [] : fromRecord(headers as Readonly<Record<string, unknown>>, name))
    } catch {
      return left(unreadable())
    }
  }
}
