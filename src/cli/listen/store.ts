import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { readEnvelope } from '../envelope'
import { unavailable } from '../exit'
import { inspect, type Checked, type Delivery, type Inspected } from '../inspect'
import { linesOf } from '../lines'
import { fileOutput, type LineSink } from '../output'
import type { ParseOptions } from '../../webhook'

const MOST_DELIVERIES = 500
const MOST_CHARACTERS = 32 * 1024 * 1024
const LONGEST_LINE = 8 * 1024 * 1024

type Listener = (delivery: Inspected) => void

/** The latest deliveries, and whoever wants to hear of the next. */
export class Store {
  private readonly kept: Inspected[] = []
  private characters = 0
  private readonly listeners = new Set<Listener>()
  private log: LineSink | null = null

  constructor(private readonly options: ParseOptions) {}

  all(): readonly Inspected[] {
    return this.kept
  }

  /** Tells of every delivery from now on; the result ends that. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async add(delivery: Delivery): Promise<Inspected> {
    const inspected = this.keep(delivery)
    for (const listener of this.listeners) listener(inspected)
    // A line at a time: the log is what is left when the machine stops.
    await this.log?.write(JSON.stringify(delivery))
    await this.log?.flush()
    return inspected
  }

  /** Reads what an earlier run has left in the file, and writes there from now on. */
  async openLog(file: string): Promise<number> {
    const exists = await access(file).then(
      () => true,
      () => false,
    )
    let count = 0
    if (exists) {
      try {
        for await (const { bytes } of linesOf(createReadStream(file), LONGEST_LINE)) {
          const delivery = bytes === null ? null : deliveryOf(new TextDecoder().decode(bytes))
          if (delivery === null) continue
          this.keep(delivery)
          count += 1
        }
      } catch (error) {
        throw unavailable(file, error)
      }
    }
    this.log = await fileOutput(file, 'append')
    return count
  }

  async close(): Promise<void> {
    await this.log?.close()
  }

  private keep(delivery: Delivery): Inspected {
    const inspected = inspect(delivery, this.options)
    this.kept.push(inspected)
    this.characters += delivery.body.length
    while (this.kept.length > MOST_DELIVERIES || this.characters > MOST_CHARACTERS) {
      const dropped = this.kept.shift()
      if (dropped === undefined) break
      this.characters -= dropped.body.length
    }
    return inspected
  }
}

interface LoggedFields {
  readonly id?: unknown
  readonly receivedAt?: unknown
  readonly checked?: unknown
}

const isChecked = (checked: unknown): checked is Checked => {
  const kind: unknown = (checked as { kind?: unknown } | null)?.kind
  return kind === 'verified' || kind === 'refused' || kind === 'unchecked'
}

/** A line of the log; null for a line that an interruption left half written. */
const deliveryOf = (line: string): Delivery | null => {
  const envelope = readEnvelope(line)
  if (envelope === null) return null
  const { id, receivedAt, checked } = JSON.parse(line) as LoggedFields
  return {
    id: typeof id === 'string' ? id : crypto.randomUUID(),
    receivedAt: typeof receivedAt === 'string' ? receivedAt : null,
    ...envelope,
    checked: isChecked(checked) ? checked : { kind: 'unchecked' },
  }
}
