const WIDTH = 24
const MILLISECONDS_BETWEEN = 100

/** How far a job is. */
export interface Progress {
  readonly lines: number
  readonly rejected: number
  readonly bytes: number
}

export interface ProgressBar {
  readonly update: (progress: Progress) => void
  /** Takes the bar off the screen. */
  readonly clear: () => void
}

const amount = (number: number): string => Math.round(number).toLocaleString('en')

/** '42 s', '3 min 20 s', '2 h 5 min' */
export const duration = (seconds: number): string => {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${String(whole)} s`
  if (whole < 3600) return `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`
  return `${String(Math.floor(whole / 3600))} h ${String(Math.floor((whole % 3600) / 60))} min`
}

/** The bar as text: without the size of the input it can tell neither the share nor the time that is left. */
export const progressText = (progress: Progress, totalBytes: number | null, seconds: number): string => {
  const { lines, rejected, bytes } = progress
  const rate = seconds > 0 ? `${amount(lines / seconds)} a second` : ''
  const counts = `${amount(lines)} lines${rejected === 0 ? '' : `, ${amount(rejected)} rejected`}`
  if (totalBytes === null || totalBytes === 0) return [counts, rate].filter((part) => part !== '').join('  ')
  const share = Math.min(1, bytes / totalBytes)
  const bar = '█'.repeat(Math.floor(share * WIDTH)).padEnd(WIDTH, '░')
  const left = share > 0 && share < 1 ? `${duration((seconds * (1 - share)) / share)} left` : ''
  return [`${bar} ${String(Math.floor(share * 100)).padStart(3)} %`, counts, rate, left]
    .filter((part) => part !== '')
    .join('  ')
}

const none: ProgressBar = { update: () => undefined, clear: () => undefined }

/** A bar on a terminal, and nothing where standard error is a file or a pipe. */
export const progressBar = (totalBytes: number | null, stream: NodeJS.WriteStream): ProgressBar => {
  if (!stream.isTTY) return none
  const begin = performance.now()
  let drawnAt = -Infinity
  return {
    update: (progress) => {
      const now = performance.now()
      if (now - drawnAt < MILLISECONDS_BETWEEN) return
      drawnAt = now
      const text = progressText(progress, totalBytes, (now - begin) / 1000)
      stream.write(`\r\u001B[K${text.slice(0, stream.columns - 1)}`)
    },
    clear: () => {
      stream.write('\r\u001B[K')
    },
  }
}
