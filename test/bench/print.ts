import type { Figure } from './measure'

const short = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)

const cost = (nanoseconds: number): string =>
  nanoseconds < 1000
    ? `${nanoseconds.toFixed(0)} ns`
    : nanoseconds < 1e6
      ? `${short(nanoseconds / 1000)} µs`
      : `${short(nanoseconds / 1e6)} ms`

/** A table in Markdown, so that a run can be kept as it is. */
export const printTable = (title: string, head: readonly string[], rows: readonly (readonly string[])[]) => {
  const widths = head.map((text, column) =>
    Math.max(text.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  console.log(`\n### ${title}\n\n${[line(head), rule, ...rows.map(line)].join('\n')}`)
}

export const printFigures = (title: string, figures: readonly Figure[]) =>
  printTable(
    title,
    ['', '×', 'middle half', 'each'],
    figures.map(({ name, ratio: [low, middle, high], nanoseconds }) => [
      name,
      short(middle),
      `${short(low)} to ${short(high)}`,
      cost(nanoseconds),
    ]),
  )
