import { readFileSync, writeFileSync } from 'node:fs'
import { isRight, type Handled } from './checks'
import type { Sending } from './sender'

export interface Figures {
  readonly name: string
  readonly processes: string
  readonly incidents: readonly string[]
  readonly events: number
  readonly sending: Sending
  readonly handled: Handled
  /** From the first delivery until the last event was handled. */
  readonly seconds: number
  readonly duplicates: readonly string[]
}

const PAGE = 'docs/scale.md'

const percentile = (values: readonly number[], share: number): string => {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`
}

const rows: readonly (readonly [string, (figures: Figures) => string])[] = [
  ['processes', ({ processes }) => processes],
  ['events', ({ events }) => String(events)],
  ['deliveries accepted, each event twice, shuffled', ({ sending }) => String(sending.accepted)],
  [
    'attempts refused or unanswered, made again',
    ({ sending }) =>
      [...sending.refused].map(([outcome, count]) => `${count} × ${outcome}`).join(', ') || 'none',
  ],
  ['meanwhile', ({ incidents }) => incidents.join('; ')],
  ['**lost**', ({ handled }) => `**${handled.lost}**`],
  ['**handled twice**', ({ handled }) => `**${handled.twice}**`],
  ['redeliveries stopped', ({ duplicates }) => duplicates.join('; ')],
  ['visits that ended in a wrong state', ({ handled }) => `${handled.wrongVisits} of ${handled.visits}`],
  [
    'request to acknowledgement',
    ({ sending: { latencies } }) =>
      `median ${percentile(latencies, 0.5)}, 99 % below ${percentile(latencies, 0.99)}`,
  ],
  [
    'longest time in which nothing was accepted',
    ({ sending }) => `${(sending.longestPause / 1000).toFixed(1)} s`,
  ],
  [
    'accepted per second, incidents included',
    ({ sending }) => (sending.accepted / sending.seconds).toFixed(0),
  ],
  ['handled per second, incidents included', ({ events, seconds }) => (events / seconds).toFixed(0)],
]

const tableOf = (figures: readonly Figures[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(['', ...figures.map(({ name }) => name)]),
    line(['---', ...figures.map(() => '---')]),
    ...rows.map(([name, cell]) => line([name, ...figures.map(cell)])),
  ].join('\n')
}

/** Prints the figures and, if asked, writes them into the page. The process fails where an event was lost or handled twice. */
export const writeFigures = (figures: readonly Figures[], machine: string): void => {
  const text = `${tableOf(figures)}\n\nMeasured on ${machine}, everything on the one machine.`
  console.log(`\n${text}`)
  const failed = figures.filter(
    ({ handled, sending, events }) => !isRight(handled) || sending.accepted !== 2 * events,
  )
  if (failed.length > 0) {
    console.error(`\nfailed: ${failed.map(({ name }) => name).join(', ')}`)
    process.exitCode = 1
  } else if (process.env['UPDATE_DOCS'] === '1') {
    const [begin, end] = ['<!-- measured: recipes -->', '<!-- end: recipes -->']
    const page = readFileSync(PAGE, 'utf8')
    const [before, rest] = page.split(begin)
    const after = rest?.split(end)[1]
    if (before === undefined || after === undefined) throw new Error(`${PAGE} has no block for the figures`)
    writeFileSync(PAGE, `${before}${begin}\n\n${text}\n\n${end}${after}`)
  }
}
