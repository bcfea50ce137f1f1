import { isProviderName, providerNames } from '../guess'
import { exitCodes, usageError, type ExitCode } from '../exit'
import { noMoreThan, providerOf, readArguments } from '../options'
import { findSample, sampleNames, type Sample } from '../samples'
import { documentedHeader, findSecrets, secretVariable } from '../secrets'
import { sendSample } from '../send'
import { paintFor, print } from '../terminal'

export const help = `leasehook samples list [provider]
leasehook samples show <provider>/<name>
leasehook samples send <provider>/<name> <url>

Deliveries of every kind, as the providers document them: what to try a server with before the first real one comes.

  list       the names of all, or of one provider
  show       the body, exactly as it would be sent
  send       posts it to any URL, with its proof of origin, and says what the server answered

  --headers                  show the headers instead of the body
  --json                     show the whole delivery as one line, as \`leasehook parse\` and \`normalize\` take it
  --secret-file <file>       sign with the first secret in it; left out, ${secretVariable('propexo')} and so on from the
                             environment; without either the sample's own, invented proof is sent
  --secret-header <name>     the header that carries the secret, for Rently and Funnel

Exit code 0 where the server took it (status 2xx), 1 where it did not, 3 where nobody answered.

  leasehook samples show rently/self-scheduling | leasehook parse
  leasehook samples send propexo/update-unit-rent http://localhost:3000/webhooks/propexo`

const sampleOf = (name: string | undefined): Sample => {
  if (name === undefined) throw usageError('which sample? See `leasehook samples list`')
  const sample = findSample(name)
  if (sample === null) throw usageError(`there is no sample '${name}'; see \`leasehook samples list\``)
  return sample
}

const list = async (provider: string | undefined): Promise<ExitCode> => {
  if (provider !== undefined && !isProviderName(provider))
    throw usageError(`'${provider}' is no provider: one of ${providerNames.join(', ')}`)
  for (const name of sampleNames()) {
    if (provider === undefined || name.startsWith(`${provider}/`)) await print(name)
  }
  return exitCodes.ok
}

const show = async (name: string | undefined, form: 'body' | 'headers' | 'json'): Promise<ExitCode> => {
  const { headers, body } = sampleOf(name)
  if (form === 'json') await print(JSON.stringify({ provider: name?.split('/')[0], headers, body }))
  else if (form === 'body') process.stdout.write(body)
  else for (const [header, value] of Object.entries(headers)) await print(`${header}: ${value}`)
  return exitCodes.ok
}

const urlOf = (text: string | undefined): URL => {
  const url = text === undefined || !URL.canParse(text) ? null : new URL(text)
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw usageError('where to? A URL that begins with http:// or https://')
}

interface Signing {
  readonly file: string | undefined
  readonly header: string | undefined
}

const send = async (
  name: string | undefined,
  to: string | undefined,
  { file, header }: Signing,
): Promise<ExitCode> => {
  const sample = sampleOf(name)
  const provider = providerOf(name?.split('/')[0])
  const url = urlOf(to)
  const secrets = await findSecrets(provider, file)
  if (secrets.length > 0 && documentedHeader(provider) === null && header === undefined)
    throw usageError(`which header carries the secret of ${provider}? Give --secret-header`)
  const response = await sendSample(url, provider, sample, secrets, { header })
  await response.body?.cancel()
  const paint = paintFor(process.stdout)
  const status = `${String(response.status)} ${response.statusText}`.trim()
  await print(`${name ?? ''}  ${paint(response.ok ? 'green' : 'red', status)}`)
  return response.ok ? exitCodes.ok : exitCodes.refused
}

export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const { values, positionals } = readArguments(args, {
    headers: { type: 'boolean' },
    json: { type: 'boolean' },
    'secret-file': { type: 'string' },
    'secret-header': { type: 'string' },
  })
  const [action, name, to] = positionals
  if (action === 'list') {
    noMoreThan(positionals, 2)
    return list(name)
  }
  if (action === 'show') {
    noMoreThan(positionals, 2)
    return show(name, values.json === true ? 'json' : values.headers === true ? 'headers' : 'body')
  }
  if (action === 'send') {
    noMoreThan(positionals, 3)
    return send(name, to, { file: values['secret-file'], header: values['secret-header'] })
  }
  if (action === undefined) throw usageError('list, show or send?')
  throw usageError(`'${action}' is none of list, show and send`)
}
