#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { CommandFailure, exitCodes, usageError, type ExitCode } from './exit'
import { print, tell } from './terminal'

interface Command {
  readonly help: string
  readonly run: (args: readonly string[]) => Promise<ExitCode>
}

/** Each is loaded when it is called, so that `parse` does not wait for the code of `listen`. */
const commands: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  parse: { summary: 'show the event that one delivery becomes', load: () => import('./commands/parse') },
  normalize: {
    summary: 'turn a file of deliveries, one per line, into events',
    load: () => import('./commands/normalize'),
  },
  verify: { summary: 'check where a delivery comes from', load: () => import('./commands/verify') },
  samples: {
    summary: 'list, show or send deliveries of every kind',
    load: () => import('./commands/samples'),
  },
  drift: {
    summary: 'report in what deliveries depart from the documents',
    load: () => import('./commands/drift'),
  },
  listen: {
    summary: 'receive webhooks here and show each delivery in a web page',
    load: () => import('./commands/listen'),
  },
}

const help = `leasehook: webhooks of rental-leasing software as one typed event

  leasehook <command> [arguments]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  .join('\n')}

  leasehook <command> --help    what a command takes, with examples
  leasehook --version

Exit codes: 0 all is well, 1 a delivery was refused or has drifted, 2 called wrongly, 3 a file, a port or a URL is not
available, 130 stopped by Ctrl-C. Secrets come from the environment or from a file, never from an argument.`

const version = async (): Promise<string> => {
  const manifest: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  return (manifest as { version: string }).version
}

const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h' || word === 'help'

const run = async ([name, ...args]: readonly string[]): Promise<ExitCode> => {
  if (name === '--version' || name === '-v') {
    await print(await version())
    return exitCodes.ok
  }
  const wanted = isHelp(name) ? args[0] : name
  if (wanted === undefined) {
    await print(help)
    return name === undefined ? exitCodes.usage : exitCodes.ok
  }
  const found = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined
  if (found === undefined) {
    throw usageError(`'${wanted}' is no command: one of ${Object.keys(commands).join(', ')}`)
  }
  const command = await found.load()
  if (isHelp(name) || args.includes('--help') || args.includes('-h')) {
    await print(command.help)
    return exitCodes.ok
  }
  return command.run(args)
}

// Whoever reads us, such as `head`, has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.unavailable)
})

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error
  tell(`leasehook: ${error.message}`)
  if (error.exitCode === exitCodes.usage) tell('See `leasehook --help`.')
  process.exitCode = error.exitCode
}
