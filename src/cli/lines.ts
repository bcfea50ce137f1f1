import type { Readable } from 'node:stream'

/** One line of an input, counted from 1. */
export interface Line {
  readonly number: number
  /** Null where it is longer than the limit; it was passed over without being held. */
  readonly bytes: Uint8Array | null
  /** Where the next line begins, in bytes of the input. */
  readonly end: number
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

const withoutReturn = (bytes: Uint8Array): Uint8Array =>
  bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes

/** The line of which a part has been read so far. */
class Begun {
  private parts: Uint8Array[] = []
  private size = 0

  constructor(private readonly limit: number) {}

  add(part: Uint8Array): void {
    this.size += part.byteLength
    if (this.size <= this.limit) this.parts.push(part)
    else this.parts = []
  }

  isEmpty(): boolean {
    return this.size === 0
  }

  /** The whole line; begins the next. */
  take(): Uint8Array | null {
    const { parts, size, limit } = this
    this.parts = []
    this.size = 0
    if (size > limit) return null
    return withoutReturn(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts))
  }
}

/**
 * The lines of a stream, one at a time: the stream is read no faster than they are taken, and no more than one
 * line up to the limit is held.
 */
export async function* linesOf(stream: Readable, maxBytes: number): AsyncGenerator<Line, void, void> {
  // A carriage return at the end is no part of the line.
  const begun = new Begun(maxBytes + 1)
  let number = 1
  let end = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      begun.add(chunk.subarray(from, at))
      end += at + 1 - from
      from = at + 1
      yield { number, bytes: begun.take(), end }
      number += 1
    }
    begun.add(chunk.subarray(from))
    end += chunk.byteLength - from
  }
  if (!begun.isEmpty()) yield { number, bytes: begun.take(), end }
}

/** Whether there is nothing to read on a line. */
export const isBlank = (bytes: Uint8Array): boolean =>
  bytes.byteLength < 64 && new TextDecoder().decode(bytes).trim() === ''
