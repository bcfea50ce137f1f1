/** What the command says to the program that called it; docs/cli.md repeats the table. */
export const exitCodes = {
  /** All is well. */
  ok: 0,
  /** It ran, and a delivery was refused, rejected, not verified, or has drifted. */
  refused: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** A file, a port or a URL could not be read, written or reached. */
  unavailable: 3,
  /** Stopped by Ctrl-C, with what was done so far written out. */
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends the command with a message for people and a code for programs. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode

  constructor(kind: keyof typeof exitCodes, message: string) {
    super(message)
    this.exitCode = exitCodes[kind]
  }
}

export const usageError = (message: string): CommandFailure => new CommandFailure('usage', message)

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EADDRINUSE: 'the port is taken',
  ENOSPC: 'the disk is full',
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'the host is unknown',
}

const codeOf = (error: unknown): string | null => {
  const code: unknown = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : null
}

/** A failure of the system in words; its own message would repeat paths and call names. */
export const unavailable = (what: string, error: unknown): CommandFailure => {
  const code = codeOf(error) ?? codeOf((error as { cause?: unknown } | null)?.cause)
  return new CommandFailure('unavailable', `${what}: ${reasons[code ?? ''] ?? code ?? 'it failed'}`)
}
