import { parseWebhook } from '../../named'
import { DriftReport, hasDrifted, type Count, type ProviderReport } from '../drift'
import { readEnvelope } from '../envelope'
import { exitCodes, type ExitCode } from '../exit'
import { isProviderName } from '../guess'
import { openInput } from '../input'
import { isBlank, linesOf } from '../lines'
import { noMoreThan, numberOf, providerOf, readArguments } from '../options'
import { progressBar } from '../progress'
import { paintFor, print, printable, tell, type Paint } from '../terminal'

export const help = `leasehook drift [provider] [file]

Reports in what a provider's deliveries depart from its documents: words and fields that nobody knows, values of another
kind, bodies that were refused, each with how often it was seen. It prints names and places, and no received value: a word
or a key that does not look like a name is shown as "?".

  provider   of lines that are bodies; a log of \`listen\` says it on every line
  file       newline-delimited JSON of any size. Left out, or -, it is standard input.

  --json                     one line of JSON per provider, with the same by word as \`drift\`
  --max-line-bytes <number>  longer lines are left out, and counted; 1048576

Exit code 0 where all is as documented, 1 where it is not: \`leasehook drift … || mail …\`.

  leasehook drift deliveries.ndjson
  leasehook drift showmojo < bodies.ndjson`

const section = async (title: string, counts: readonly Count[], paint: Paint): Promise<void> => {
  if (counts.length === 0) return
  await print(`  ${title}`)
  for (const { name, count } of counts)
    await print(
      `    ${String(count).padStart(7)}  ${paint('yellow', printable(name === '' ? '(none)' : name))}`,
    )
}

const show = async (drift: ProviderReport, paint: Paint): Promise<void> => {
  const { provider, deliveries } = drift
  const verdict = hasDrifted(drift) ? '' : ', all as documented'
  await print(`${paint('bold', provider)}: ${String(deliveries)} deliveries${verdict}`)
  await section('refused', drift.refused, paint)
  await section('unknown words', drift.words, paint)
  await section('unknown fields', drift.fields, paint)
  await section('issues', drift.issues, paint)
}

export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean' },
    'max-line-bytes': { type: 'string', default: '1048576' },
  })
  const [first] = positionals
  const provider = first !== undefined && isProviderName(first) ? first : null
  const file = positionals[provider === null ? 0 : 1]
  noMoreThan(positionals, provider === null ? 1 : 2)
  const maxBytes = numberOf('max-line-bytes', values['max-line-bytes'], 2, Number.MAX_SAFE_INTEGER)

  const { stream, bytes: totalBytes } = await openInput(file)
  const bar = progressBar(totalBytes, process.stderr)
  const report = new DriftReport()
  let lines = 0
  let leftOut = 0
  for await (const { bytes, end } of linesOf(stream, maxBytes)) {
    bar.update({ lines, rejected: leftOut, bytes: end })
    if (bytes === null) {
      leftOut += 1
      continue
    }
    if (isBlank(bytes)) continue
    lines += 1
    const envelope = readEnvelope(new TextDecoder().decode(bytes))
    const sender = envelope?.provider ?? provider ?? providerOf(undefined)
    report.add(sender, parseWebhook(sender, envelope?.headers ?? {}, envelope?.body ?? bytes, { maxBytes }))
  }
  bar.clear()
  if (leftOut > 0) tell(`${String(leftOut)} lines of more than ${String(maxBytes)} bytes were left out`)

  const drifts = report.providers()
  const paint = paintFor(process.stdout)
  for (const drift of drifts) {
    if (values.json === true) await print(JSON.stringify(drift))
    else await show(drift, paint)
  }
  return drifts.some(hasDrifted) || leftOut > 0 ? exitCodes.refused : exitCodes.ok
}
