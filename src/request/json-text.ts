import { left, right, type Either } from 'fp-ts/Either'
import { webhookError, type WebhookError } from '../error'

const QUOTE = 34
const BACKSLASH = 92
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

const hasMoreThan = (text: string, character: string, limit: number): boolean => {
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) {
    count += 1
    if (count > limit) return true
  }
  return false
}

/** Counts levels outside of strings. Stops at the first one too many. */
const nestsDeeperThan = (text: string, limit: number): boolean => {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at += 1
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1
      if (depth > limit) return true
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1
  }
  return false
}

/** Finding brackets is much faster than scanning, and a body with few of them cannot be deep. */
const isTooDeep = (text: string, maxDepth: number): boolean =>
  (hasMoreThan(text, '{', maxDepth / 2) || hasMoreThan(text, '[', maxDepth / 2)) &&
  nestsDeeperThan(text, maxDepth)

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The value that JSON text stands for, made for the caller alone. A byte order mark before it is passed over.
 * Fails with `BodyTooDeep` before parsing, or with `BodyNotJson`; the parser's own message is dropped, since it
 * quotes the text.
 */
export const parseJson = (text: string, maxDepth: number): Either<WebhookError, unknown> => {
  if (isTooDeep(text, maxDepth)) {
    return left(webhookError('BodyTooDeep', `at most ${String(maxDepth)} levels of nesting`))
  }
  try {
    return right(JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text))
  } catch {
    return left(webhookError('BodyNotJson', 'JSON'))
  }
}
