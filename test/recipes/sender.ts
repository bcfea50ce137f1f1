import { setTimeout as sleep } from 'node:timers/promises'
import { requestFor, type Sent } from './deliveries'

/** A delivery of an event: the first, or one more. */
interface Turn {
  readonly sent: Sent
  readonly time: number
}

const randomFrom = (seed: number) => (): number => {
  // Mulberry32: the same order on every machine.
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

const shuffled = <A>(all: readonly A[], seed: number): readonly A[] => {
  const random = randomFrom(seed)
  const output = [...all]
  for (let last = output.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[output[last], output[other]] = [output[other]!, output[last]!]
  }
  return output
}

/** What a run of deliveries came to. */
export interface Sending {
  accepted: number
  /** Attempts that were answered otherwise, or not at all. Each was made again. */
  readonly refused: Map<string, number>
  /** Milliseconds from the request to the success, of attempts that were one. */
  readonly latencies: number[]
  /** The longest time in which nothing was accepted, in milliseconds. */
  longestPause: number
  seconds: number
}

const LINES = 16

/**
 * Delivers every event as often as said, all deliveries shuffled, over a balancer that knows nothing of the receivers'
 * health, and each again until it is accepted.
 */
export const sendAll = async (
  events: readonly Sent[],
  times: number,
  ports: readonly number[],
  whenAccepted: (accepted: number, of: number) => void,
): Promise<Sending> => {
  const turns = shuffled(
    events.flatMap((sent) => Array.from({ length: times }, (_, time): Turn => ({ sent, time }))),
    7,
  )
  const sending: Sending = { accepted: 0, refused: new Map(), latencies: [], longestPause: 0, seconds: 0 }
  const start = performance.now()
  let lastAccepted = start
  let next = 0
  let attempts = 0
  const deliver = async ({ sent, time }: Turn): Promise<void> => {
    for (;;) {
      const port = ports[attempts++ % ports.length]!
      const begin = performance.now()
      const outcome = await fetch(requestFor(sent, time, port), { signal: AbortSignal.timeout(10_000) }).then(
        async (response) => {
          await response.text()
          return response.status === 200 ? null : String(response.status)
        },
        () => 'no answer',
      )
      const now = performance.now()
      if (outcome === null) {
        sending.latencies.push(now - begin)
        sending.longestPause = Math.max(sending.longestPause, now - lastAccepted)
        lastAccepted = now
        sending.accepted += 1
        whenAccepted(sending.accepted, turns.length)
        return
      }
      sending.refused.set(outcome, (sending.refused.get(outcome) ?? 0) + 1)
      await sleep(200)
    }
  }
  const line = async (): Promise<void> => {
    for (let turn = turns[next++]; turn !== undefined; turn = turns[next++]) await deliver(turn)
  }
  await Promise.all(Array.from({ length: LINES }, line))
  sending.seconds = (performance.now() - start) / 1000
  return sending
}
