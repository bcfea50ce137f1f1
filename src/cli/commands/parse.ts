import { access } from 'node:fs/promises'
import type { ProviderName } from '../../providers/index'
import { readEnvelope } from '../envelope'
import { exitCodes, usageError, type ExitCode } from '../exit'
import { guessProviders, isProviderName, providerNames } from '../guess'
import { inputName, readInput } from '../input'
import { readDelivery } from '../inspect'
import { noMoreThan, numberOf, parseOptionsConfig, parseOptionsOf, readArguments } from '../options'
import { readableEvent } from '../readable'
import { issueLine, refusalLines, unmappedLine } from '../report'
import { paintFor, print, tell } from '../terminal'

export const help = `leasehook parse [provider] [file]

Shows the event that one delivery becomes. It checks no signature: see \`leasehook verify\`.

  provider   ${providerNames.join(', ')}. Left out, it is
             guessed from the payload, and the guess is said on standard error.
  file       the body as it was received, or a delivery as \`listen\` logs it. Left out, or -, it is standard input.

  --json                     the event as one line of JSON, for programs
  --strict                   refuse a payload with a wrong value instead of noting it
  --zone <IANA name>         the zone of local times whose zone nobody says
  --disambiguation <policy>  compatible, earlier, later or reject: for times that a clock change skips or repeats
  --max-bytes <number>       the longest body, 1048576

What is odd is said on standard error, with the file and the line. Exit code 0 for an event, 1 for a refused body.

  leasehook parse rently delivery.json
  pbpaste | leasehook parse
  leasehook parse --json showmojo < delivery.json | jq .showing.startsAt.instant`

const exists = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

interface Request {
  readonly provider: ProviderName | null
  readonly file: string | undefined
}

const requestOf = async ([first, second, ...rest]: readonly string[]): Promise<Request> => {
  noMoreThan(rest, 0)
  if (first === undefined) return { provider: null, file: undefined }
  if (isProviderName(first)) return { provider: first, file: second }
  if (second === undefined && (first === '-' || (await exists(first)))) return { provider: null, file: first }
  throw usageError(
    `'${first}' is no provider (${providerNames.join(', ')})${second === undefined ? ' and no file' : ''}`,
  )
}

const guess = (body: string | Uint8Array, name: string): ProviderName => {
  const [best, ...others] = guessProviders(body)
  if (best === undefined) throw usageError(`${name}: no provider has a word for this body; name the provider`)
  tell(
    `Taken for ${best}${others.length === 0 ? '' : `, though it could be ${others.join(' or ')}`}; say \`leasehook parse ${best}\` to be sure.`,
  )
  return best
}

const DEFAULT_MAX_BYTES = 1_048_576

export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const { values, positionals } = readArguments(args, {
    ...parseOptionsConfig,
    json: { type: 'boolean' },
    'max-bytes': { type: 'string', default: String(DEFAULT_MAX_BYTES) },
  })
  const maxBytes = numberOf('max-bytes', values['max-bytes'], 1, Number.MAX_SAFE_INTEGER)
  const options = { ...parseOptionsOf(values), maxBytes }
  const { provider: named, file } = await requestOf(positionals)
  const name = inputName(file)

  const bytes = await readInput(file, maxBytes)
  const envelope = readEnvelope(new TextDecoder().decode(bytes))
  const body = envelope?.body ?? bytes
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  const provider = named ?? envelope?.provider ?? guess(body, name)

  const read = readDelivery(provider, envelope?.headers ?? {}, body, options)
  if (read.kind === 'refused') {
    for (const line of refusalLines(read.error, name, text)) tell(line)
    return exitCodes.refused
  }
  if (values.json === true) {
    await print(JSON.stringify(read.event))
    return exitCodes.ok
  }
  for (const line of readableEvent(read.event, paintFor(process.stdout))) await print(line)
  const paint = paintFor(process.stderr)
  for (const issue of read.event.issues) tell(paint('yellow', issueLine(issue, name, text)))
  for (const pointer of read.unmapped) tell(unmappedLine(pointer, name, text, paint))
  return exitCodes.ok
}
