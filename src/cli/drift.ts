import type { ProviderName } from '../providers/index'
import type { Read } from './inspect'

/** How often each of some things was seen; of things that come in endless variety, only the first. */
class Tally {
  private readonly counts = new Map<string, number>()
  private others = 0

  add(name: string): void {
    const count = this.counts.get(name)
    if (count !== undefined || this.counts.size < MOST_NAMES) this.counts.set(name, (count ?? 0) + 1)
    else this.others += 1
  }

  /** The most frequent first. */
  entries(): readonly Count[] {
    const found = Array.from(this.counts, ([name, count]) => ({ name, count }))
    found.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    return this.others === 0 ? found : [...found, { name: 'others', count: this.others }]
  }
}

const MOST_NAMES = 1000

export interface Count {
  readonly name: string
  readonly count: number
}

/** In what the deliveries of one provider depart from its documents. */
export interface ProviderDrift {
  readonly provider: ProviderName
  readonly deliveries: number
  /** By the error's tag. */
  readonly refused: readonly Count[]
  /** Words that no document names. */
  readonly words: readonly Count[]
  /** Fields that no codec knows, as JSON pointers with `*` for a position in a list. */
  readonly fields: readonly Count[]
  /** A code and a JSON pointer. */
  readonly issues: readonly Count[]
}

const anyPosition = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/*')

class Seen {
  deliveries = 0
  readonly refused = new Tally()
  readonly words = new Tally()
  readonly fields = new Tally()
  readonly issues = new Tally()

  add(read: Read): void {
    this.deliveries += 1
    const { issues } = read.kind === 'event' ? read.event : read.error
    for (const issue of issues) {
      if (issue.code !== 'more_issues') this.issues.add(`${issue.code} ${anyPosition(issue.path)}`)
    }
    if (read.kind === 'refused') this.refused.add(read.error._tag)
    else {
      if (read.event.type === 'unrecognized') this.words.add(read.event.source.type)
      for (const pointer of new Set(read.unmapped.map(anyPosition))) this.fields.add(pointer)
    }
  }
}

/** Counts what is odd over any number of deliveries, in memory that has a bound. */
export class DriftReport {
  private readonly seen = new Map<ProviderName, Seen>()

  add(provider: ProviderName, read: Read): void {
    const seen = this.seen.get(provider) ?? new Seen()
    this.seen.set(provider, seen)
    seen.add(read)
  }

  providers(): readonly ProviderDrift[] {
    return Array.from(this.seen, ([provider, { deliveries, refused, words, fields, issues }]) => ({
      provider,
      deliveries,
      refused: refused.entries(),
      words: words.entries(),
      fields: fields.entries(),
      issues: issues.entries(),
    }))
  }
}

/** Whether anything was seen that a document does not say. */
export const hasDrifted = ({ refused, words, fields, issues }: ProviderDrift): boolean =>
  refused.length + words.length + fields.length + issues.length > 0
