/** One way to do a piece of work; `run` is called with 0, 1, 2 … and may take its input by that number. */
export interface Candidate {
  readonly name: string
  readonly run: (turn: number) => unknown
}

export interface Figure {
  readonly name: string
  /** Times the first candidate, in the middle half of the rounds: the lower bound, the median, the upper bound. */
  readonly ratio: readonly [number, number, number]
  readonly nanoseconds: number
}

/** Several collections of young objects, so that none of them decides on a batch. */
const BATCH_MICROSECONDS = 30_000
const WARM_UP_MICROSECONDS = 60_000
const WARM_UP_BATCHES = 8
const ROUNDS = 21

/** CPU time and not the clock's: other programs on the machine do not count. */
const cpuMicroseconds = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

export const collectGarbage = (): void => {
  if (globalThis.gc === undefined) throw new Error('run it with --expose-gc')
  globalThis.gc()
}

/** Kept and shown to nobody, so that no work is found to be useless. */
const sink: { last: unknown } = { last: null }

const timeOf = ({ run }: Candidate, turns: number): number => {
  const start = cpuMicroseconds()
  for (let turn = 0; turn < turns; turn += 1) sink.last = run(turn)
  return cpuMicroseconds() - start
}

/** Before anything is counted: the first calls load zones and are interpreted. */
const warmUp = (candidate: Candidate, cycle: number): void => {
  for (let spent = 0; spent < WARM_UP_MICROSECONDS;) spent += timeOf(candidate, cycle * 10)
}

/** How many turns make a batch. At least one whole cycle of the inputs, and always whole cycles. */
const turnsOf = (candidate: Candidate, cycle: number): number => {
  let cycles = 1
  for (;;) {
    const time = timeOf(candidate, cycles * cycle)
    if (time >= BATCH_MICROSECONDS) return cycles * cycle
    cycles = Math.ceil(cycles * Math.min(10, (BATCH_MICROSECONDS * 1.2) / Math.max(time, 1)))
  }
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.round(part * (values.length - 1))] ?? NaN

/**
 * The candidates side by side: batch by batch, in an order that rotates from round to round, each round giving one
 * ratio to the first candidate.
 */
export const compare = (candidates: readonly Candidate[], cycle = 1): readonly Figure[] => {
  // What loading left behind is nobody's.
  collectGarbage()
  for (let time = 0; time < 3; time += 1) for (const candidate of candidates) warmUp(candidate, cycle)
  const turns = candidates.map((candidate) => turnsOf(candidate, cycle))
  const times = candidates.map((): number[] => [])
  for (let round = -WARM_UP_BATCHES; round < ROUNDS; round += 1) {
    for (let place = 0; place < candidates.length; place += 1) {
      const index = (place + round + WARM_UP_BATCHES) % candidates.length
      const [candidate, count] = [candidates[index], turns[index]]
      if (candidate === undefined || count === undefined) continue
      const time = timeOf(candidate, count) / count
      if (round >= 0) times[index]?.push(time)
    }
  }
  const base = times[0] ?? []
  return candidates.map(({ name }, index) => {
    const own = times[index] ?? []
    const ratios = own.map((time, round) => time / (base[round] ?? NaN))
    return {
      name,
      ratio: [quantile(ratios, 0.25), quantile(ratios, 0.5), quantile(ratios, 0.75)],
      nanoseconds: quantile(own, 0.5) * 1000,
    }
  })
}
