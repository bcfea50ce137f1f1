import { isLeft, type Either } from 'fp-ts/Either'
import { driftOf, mergeDrift, noDrift, noProviderDrift } from '../drift/drift'
import type { Departed, ProviderDrift } from '../drift/drift'
import { mergeTallies, noTally, tallyOf, type Tally } from '../drift/tally'
import type { WebhookError } from '../error'
import type { AnyEvent } from '../event/event'
import type { ProviderName } from '../providers/index'

export interface Count {
  readonly name: string
  readonly count: number
}

/** In what the deliveries of one provider depart from its documents, all words together. */
export interface ProviderReport {
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
  /** The same by word and in full, as `mergeDrift` takes it. */
  readonly drift: ProviderDrift
}

/** The most frequent first. */
const entriesOf = ({ counts, others }: Tally): readonly Count[] => {
  const found = Object.entries(counts).map(([name, count]) => ({ name, count }))
  found.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return others === 0 ? found : [...found, { name: 'others', count: others }]
}

const sumOf = ({ counts, others }: Tally): number =>
  Object.values(counts).reduce((sum, count) => sum + count, others)

const together = (
  { words, refused }: ProviderDrift,
  tally: (departed: Departed) => Tally,
): readonly Count[] => entriesOf([refused, ...Object.values(words)].map(tally).reduce(mergeTallies, noTally))

const reportOf = (provider: ProviderName, refusals: Tally, drift: ProviderDrift): ProviderReport => {
  const { words, newWords } = drift
  const documented = Object.values(words).reduce((sum, { deliveries }) => sum + deliveries, 0)
  return {
    provider,
    deliveries: documented + sumOf(newWords) + sumOf(refusals),
    refused: entriesOf(refusals),
    words: entriesOf(newWords),
    fields: together(drift, ({ added }) => added),
    issues: together(drift, ({ issues }) => issues),
    drift,
  }
}

/** Counts what is odd over any number of deliveries, in memory that has a bound. */
export class DriftReport {
  private drift = noDrift
  /** Why deliveries were refused, also for reasons that say nothing of documents. */
  private readonly refusals = new Map<ProviderName, Tally>()

  add(provider: ProviderName, received: Either<WebhookError, AnyEvent>): void {
    const refused = isLeft(received) ? tallyOf([received.left._tag]) : noTally
    this.refusals.set(provider, mergeTallies(this.refusals.get(provider) ?? noTally, refused))
    this.drift = mergeDrift(this.drift, driftOf(provider, received))
  }

  providers(): readonly ProviderReport[] {
    return Array.from(this.refusals, ([provider, refusals]) =>
      reportOf(provider, refusals, this.drift[provider] ?? noProviderDrift),
    )
  }
}

/** Whether anything was seen that a document does not say. */
export const hasDrifted = ({ refused, words, fields, issues }: ProviderReport): boolean =>
  refused.length + words.length + fields.length + issues.length > 0
