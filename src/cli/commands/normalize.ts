import { isLeft, left, type Either } from 'fp-ts/Either'
import { formatWebhookError, webhookError, type WebhookError } from '../../error'
import type { AnyEvent } from '../../event/event'
import { parseWebhook } from '../../named'
import type { ProviderName } from '../../providers/index'
import type { ParseOptions } from '../../webhook'
import { readEnvelope } from '../envelope'
import { CommandFailure, exitCodes, unavailable, type ExitCode } from '../exit'
import { inputName, openInput } from '../input'
import { isBlank, linesOf } from '../lines'
import {
  noMoreThan,
  numberOf,
  parseOptionsConfig,
  parseOptionsOf,
  providerOf,
  readArguments,
} from '../options'
import { fileOutput, standardOutput, type LineSink } from '../output'
import { progressBar } from '../progress'
import { tell } from '../terminal'

export const help = `leasehook normalize <provider> [file]

Turns a file of deliveries, one JSON body per line, into events, one per line. The file can be of any size: one line at a
time is held, and reading waits for whoever takes the events. A line may also be a delivery as \`listen\` logs it.

  file       newline-delimited JSON. Left out, or -, it is standard input.

  --output <file>            where the events go; left out, to standard output
  --rejects <file>           where lines that are no event go, as {"line":…,"error":{…}}; left out, to standard error
  --from-line <number>       begin there and add to the files instead of writing them anew
  --max-line-bytes <number>  a longer line is rejected, and not held; 1048576
  --no-raw                   leave the body out of each event
  --strict, --zone, --disambiguation    as in \`leasehook parse\`

On a terminal a bar shows the rate and the time left. Ctrl-C writes out what is done and says which line is next.
Exit code 0 when every line became an event, 1 when some were rejected, 130 when stopped.

  leasehook normalize showmojo deliveries.ndjson --output events.ndjson --rejects rejects.ndjson
  zcat deliveries.ndjson.gz | leasehook normalize rently --no-raw | gzip > events.ndjson.gz`

const DEFAULT_MAX_LINE = 1_048_576

const tooLong = (maxBytes: number) => left(webhookError('BodyTooLarge', `at most ${String(maxBytes)} bytes`))

const eventOfLine = (
  provider: ProviderName,
  line: Uint8Array,
  options: ParseOptions,
): Either<WebhookError, AnyEvent> => {
  // A log of `listen` holds the deliveries of all providers, and the bodies as text.
  const envelope = envelopeOf(line)
  return envelope === null
    ? parseWebhook(provider, {}, line, options)
    : parseWebhook(envelope.provider, envelope.headers, envelope.body, options)
}

const ENVELOPE_KEY = Buffer.from('"body":"')

const envelopeOf = (line: Uint8Array) =>
  Buffer.from(line.buffer, line.byteOffset, line.byteLength).includes(ENVELOPE_KEY)
    ? readEnvelope(new TextDecoder().decode(line))
    : null

const rejectOf = (line: number, error: WebhookError): string => JSON.stringify({ line, error })

const tellReject = (name: string, line: number, error: WebhookError): void => {
  tell(`${name}:${String(line)}: ${formatWebhookError(error)}`)
}

export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const { values, positionals } = readArguments(args, {
    ...parseOptionsConfig,
    output: { type: 'string' },
    rejects: { type: 'string' },
    'from-line': { type: 'string', default: '1' },
    'max-line-bytes': { type: 'string', default: String(DEFAULT_MAX_LINE) },
    'no-raw': { type: 'boolean' },
  })
  noMoreThan(positionals, 2)
  const provider = providerOf(positionals[0])
  const file = positionals[1]
  const fromLine = numberOf('from-line', values['from-line'], 1, Number.MAX_SAFE_INTEGER)
  const maxBytes = numberOf('max-line-bytes', values['max-line-bytes'], 2, Number.MAX_SAFE_INTEGER)
  const options = { ...parseOptionsOf(values), maxBytes, keepRaw: values['no-raw'] !== true }

  const { stream, bytes: totalBytes } = await openInput(file)
  const mode = fromLine > 1 ? 'append' : 'new'
  const events: LineSink =
    values.output === undefined ? standardOutput() : await fileOutput(values.output, mode)
  const rejects = values.rejects === undefined ? null : await fileOutput(values.rejects, mode)
  const bar = progressBar(totalBytes, process.stderr)

  const stop = new AbortController()
  process.once('SIGINT', () => {
    stop.abort()
    stream.destroy()
  })

  let next = fromLine
  let lines = 0
  let rejected = 0
  try {
    for await (const { number, bytes, end } of linesOf(stream, maxBytes)) {
      if (stop.signal.aborted) break
      if (number < fromLine) continue
      next = number + 1
      if (bytes !== null && isBlank(bytes)) continue
      lines += 1
      const parsed = bytes === null ? tooLong(maxBytes) : eventOfLine(provider, bytes, options)
      if (isLeft(parsed)) {
        rejected += 1
        if (rejects === null) {
          bar.clear()
          tellReject(inputName(file), number, parsed.left)
        } else await rejects.write(rejectOf(number, parsed.left))
      } else await events.write(JSON.stringify(parsed.right))
      bar.update({ lines, rejected, bytes: end })
    }
  } catch (error) {
    // Destroying the stream ends the loop with an error of its own.
    if (!stop.signal.aborted) {
      throw error instanceof CommandFailure ? error : unavailable(inputName(file), error)
    }
  }
  await events.close()
  await rejects?.close()
  bar.clear()
  if (stop.signal.aborted) {
    tell(`Stopped. To go on: --from-line ${String(next)}`)
    return exitCodes.interrupted
  }
  tell(`${String(lines)} lines, ${String(lines - rejected)} events, ${String(rejected)} rejected`)
  return rejected === 0 ? exitCodes.ok : exitCodes.refused
}
