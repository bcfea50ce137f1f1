import { h } from './dom'
import { jsonLines, type JsonLine } from './json-text'

/** Why a line stands out. */
export type Mark = 'issue' | 'unmapped'

export type Marks = ReadonlyMap<string, { readonly mark: Mark; readonly why: string }>

const MOST_LINES = 5000

const lineView = (line: JsonLine, marks: Marks): HTMLElement => {
  const pointer = line.find((token) => token.pointer !== null)?.pointer
  const found = pointer === undefined || pointer === null ? undefined : marks.get(pointer)
  const tokens = line.map(({ kind, text }) => h('span', { class: `json-${kind}` }, text))
  return found === undefined
    ? h('span', { class: 'line' }, ...tokens)
    : h('span', { class: `line ${found.mark}`, title: found.why }, ...tokens, h('em', {}, found.why))
}

/** JSON text, one member a line, with what is odd about a line beside it. */
export const jsonView = (json: string, marks: Marks, label: string): HTMLElement => {
  const lines = jsonLines(json)
  const pre = h('pre', { class: 'json', 'aria-label': label })
  pre.tabIndex = 0
  pre.append(...lines.slice(0, MOST_LINES).map((line) => lineView(line, marks)))
  if (lines.length > MOST_LINES)
    pre.append(h('span', { class: 'line' }, `… and ${String(lines.length - MOST_LINES)} more lines`))
  return pre
}
