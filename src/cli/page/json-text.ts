import { pointerStep } from '../../codec/reading'

export type TokenKind = 'key' | 'text' | 'number' | 'word' | 'mark' | 'other'

/** A piece of JSON text as it stands there, and the value it belongs to. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** The pointer of the value, for its key and its first token. */
  readonly pointer: string | null
}

export type JsonLine = readonly Token[]

const piece =
  /(?<text>"[^"\\]*(?:\\.[^"\\]*)*")|(?<number>-?\d[\d.eE+-]*)|(?<word>true|false|null)|(?<mark>[{}[\],:])|(?<blank>\s+)|(?<other>[^\s"{}[\],:]+|")/gsu

interface Level {
  readonly isList: boolean
  readonly path: string
  position: number
  key: string | null
}

const keyOf = (quoted: string): string => {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted
  }
}

const INDENT = '  '

/**
 * JSON text in lines of one member each. Its tokens stay as they were sent: digits beyond what a number holds and
 * keys that stand twice are still there. What is no JSON comes out as it is.
 */
export const jsonLines = (json: string): readonly JsonLine[] => {
  const lines: Token[][] = [[]]
  const levels: Level[] = []
  const add = (kind: TokenKind, text: string, pointer: string | null = null): void => {
    lines.at(-1)?.push({ kind, text, pointer })
  }
  const newLine = (): void => {
    lines.push([{ kind: 'other', text: INDENT.repeat(levels.length), pointer: null }])
  }
  /** The pointer of the value that begins here. */
  const here = (): string => {
    const level = levels.at(-1)
    if (level === undefined) return ''
    return `${level.path}/${level.isList ? String(level.position) : pointerStep(level.key ?? '')}`
  }

  let previous = ''
  for (const { 0: text, groups = {} } of json.matchAll(piece)) {
    if (groups['blank'] !== undefined) continue
    const closes = text === '}' || text === ']'
    const isEmpty = closes && (previous === '{' || previous === '[')
    if ((previous === '{' || previous === '[') && !isEmpty) newLine()
    const level = levels.at(-1)
    if (groups['mark'] === undefined) {
      const isKey = groups['text'] !== undefined && level !== undefined && !level.isList && level.key === null
      if (isKey) level.key = keyOf(text)
      const kind = groups['number'] !== undefined ? 'number' : groups['word'] !== undefined ? 'word' : 'text'
      add(isKey ? 'key' : groups['other'] !== undefined ? 'other' : kind, text, here())
    } else if (text === '{' || text === '[') {
      add('mark', text, here())
      levels.push({ isList: text === '[', path: here(), position: 0, key: null })
    } else if (closes) {
      levels.pop()
      if (!isEmpty) newLine()
      add('mark', text)
    } else if (text === ',') {
      add('mark', ',')
      if (level !== undefined) {
        level.position += 1
        level.key = null
      }
      newLine()
    } else add('mark', ': ')
    previous = text
  }
  return lines
}
