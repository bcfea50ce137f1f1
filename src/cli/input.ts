import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { isLeft } from 'fp-ts/Either'
import { readStream } from '../adapters/node-request'
import { CommandFailure, unavailable } from './exit'
import { tell } from './terminal'

const STANDARD_INPUT = '-'

/** What a person calls an input in a message. */
export const inputName = (file: string | undefined): string =>
  file === undefined || file === STANDARD_INPUT ? 'standard input' : file

const standardInput = (): Readable => {
  if (process.stdin.isTTY) tell('Reading from the terminal; Ctrl-D ends the input.')
  return process.stdin
}

export interface OpenInput {
  readonly stream: Readable
  /** Null where nobody knows, as in a pipe. */
  readonly bytes: number | null
}

/** A file, or standard input for `-` and where there is no file. */
export const openInput = async (file: string | undefined): Promise<OpenInput> => {
  if (file === undefined || file === STANDARD_INPUT) return { stream: standardInput(), bytes: null }
  try {
    const handle = await open(file)
    const stat = await handle.stat()
    await handle.close()
    if (stat.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' })
    return { stream: createReadStream(file), bytes: stat.isFile() ? stat.size : null }
  } catch (error) {
    throw unavailable(inputName(file), error)
  }
}

/** All of an input, up to a limit. */
export const readInput = async (file: string | undefined, maxBytes: number): Promise<Uint8Array> => {
  const { stream } = await openInput(file)
  const read = await readStream(stream, maxBytes)
  if (isLeft(read)) {
    const why =
      read.left === 'too-large' ? `more than ${String(maxBytes)} bytes` : 'it could not be read to its end'
    throw new CommandFailure(
      read.left === 'too-large' ? 'refused' : 'unavailable',
      `${inputName(file)}: ${why}`,
    )
  }
  const { right: body } = read
  if (typeof body === 'string') return new TextEncoder().encode(body)
  return body instanceof Uint8Array ? body : new Uint8Array()
}
