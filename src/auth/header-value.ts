import { isLeft, left, right, type Either } from 'fp-ts/Either'
import { webhookError, type WebhookError } from '../error'
import type { HeaderLookup } from '../request/headers'

const SPACE = ' '
const TAB = '\t'

const withoutSpaceAround = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && (text[start] === SPACE || text[start] === TAB)) start += 1
  while (end > start && (text[end - 1] === SPACE || text[end - 1] === TAB)) end -= 1
  return text.slice(start, end)
}

/**
 * A header's value as `Headers` shows it: without space around it, repeated ones joined by a comma. Whoever
 * hands out the headers, the verdict on them is then the same. Fails with `HeaderMissing` or
 * `HeadersUnreadable`.
 */
export const headerValue = (header: HeaderLookup, name: string): Either<WebhookError, string> => {
  const values = header(name)
  if (isLeft(values)) return values
  return values.right.length === 0
    ? left(webhookError('HeaderMissing', 'a header', { path: name }))
    : right(values.right.map(withoutSpaceAround).join(', '))
}

/**
 * Why a value is refused that is not the one expected. A comma makes it several values: servers join a header
 * that was sent twice.
 */
export const refusedHeader = (
  name: string,
  value: string,
  otherwise: 'HeaderMalformed' | 'TokenMismatch',
  expected: string,
): WebhookError =>
  value.includes(',')
    ? webhookError('HeaderRepeated', 'the header once', { path: name })
    : webhookError(otherwise, expected, { path: name })
