import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { unavailable } from './exit'
import { write } from './terminal'

const BATCH = 65_536

/** Where lines of text go, in batches and no faster than they are taken. */
export interface LineSink {
  readonly write: (line: string) => Promise<void> | undefined
  readonly flush: () => Promise<void>
  /** Writes what is left and lets go of the file. */
  readonly close: () => Promise<void>
}

const batched = (send: (text: string) => Promise<void>, end: () => Promise<void>): LineSink => {
  let batch: string[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    const text = batch.join('')
    batch = []
    size = 0
    if (text !== '') await send(text)
  }
  return {
    write: (line) => {
      batch.push(line, '\n')
      size += line.length
      return size > BATCH ? flush() : undefined
    },
    flush,
    close: async () => {
      await flush()
      await end()
    },
  }
}

export const standardOutput = (): LineSink =>
  batched(
    (text) => write(process.stdout, text),
    () => Promise.resolve(),
  )

const opened = async (stream: Writable, file: string): Promise<void> => {
  try {
    await once(stream, 'open')
  } catch (error) {
    throw unavailable(file, error)
  }
}

/** A file, begun anew or, where work goes on, at its end. */
export const fileOutput = async (file: string, mode: 'new' | 'append'): Promise<LineSink> => {
  const stream = createWriteStream(file, { flags: mode === 'new' ? 'w' : 'a' })
  await opened(stream, file)
  let failure: unknown = null
  stream.on('error', (error) => {
    failure = error
  })
  const orFail = async (work: Promise<void>): Promise<void> => {
    await work.catch((error: unknown) => {
      failure ??= error
    })
    if (failure !== null) throw unavailable(file, failure)
  }
  return batched(
    (text) => orFail(write(stream, text)),
    () => {
      stream.end()
      return orFail(finished(stream))
    },
  )
}
