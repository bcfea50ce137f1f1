import { once } from 'node:events'
import type { Writable } from 'node:stream'

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const

export type Paint = (style: keyof typeof codes, text: string) => string

const plain: Paint = (_style, text) => text

const colored: Paint = (style, text) => `\u001B[${codes[style]}m${text}\u001B[0m`

/** Colours for a terminal, none for a pipe; NO_COLOR and FORCE_COLOR are asked first. */
export const paintFor = (stream: { readonly isTTY?: boolean }): Paint => {
  if (isSet(process.env['NO_COLOR'])) return plain
  return isSet(process.env['FORCE_COLOR']) || stream.isTTY === true ? colored : plain
}

const isSet = (variable: string | undefined): boolean => variable !== undefined && variable !== ''

/** Control characters, and those that reverse the direction of writing, as their code points. */
const unprintable = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu

/**
 * Received text as a terminal may show it: somebody who can send a webhook could otherwise move the cursor
 * and rewrite what stands on the screen.
 */
export const printable = (text: string): string =>
  text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
  )

/** Writes, and waits where the reader is slower than we are. */
export const write = async (stream: Writable, text: string): Promise<void> => {
  if (!stream.write(text)) await once(stream, 'drain')
}

export const print = (text: string): Promise<void> => write(process.stdout, `${text}\n`)

/** For people: progress, remarks and errors, so that stdout holds results only. */
export const tell = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
