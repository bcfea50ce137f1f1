import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import type { ProviderName } from '../../providers/index'
import { exitCodes, unavailable, usageError, type ExitCode } from '../exit'
import { isProviderName, providerNames } from '../guess'
import { receive } from '../listen/receiver'
import { servePage } from '../listen/page-server'
import { Store } from '../listen/store'
import { noMoreThan, numberOf, parseOptionsConfig, parseOptionsOf, readArguments } from '../options'
import { findSample, sampleNames } from '../samples'
import { sendSample } from '../send'
import { credentialsOf, documentedHeader, findSecrets, secretVariable } from '../secrets'
import { paintFor, print, printable, tell } from '../terminal'

export const help = `leasehook listen

Receives the webhooks of all providers on this machine, one path each, and shows every delivery live in a web page: the
body beside the event, times and how they were decided, the proof of origin, what is odd, and what no codec knows.

The receiver and the page have a port each, so that a tunnel to the receiver does not show the page to the world.

  --port <number>                       of the receiver, 4100; 0 takes any free one
  --page-port <number>                  of the page, 4101; 0 takes any free one
  --log <file>                          keep deliveries there and show them again after a restart. Tokens are masked,
                                        but it holds what the providers sent: people, telephone numbers, addresses
  --secret-file <provider>=<file>       check by these secrets, one per line; may be given per provider
  --secret-header <provider>=<name>     where the secret stands, for ${unplaced().join(' and ')}: no document says
  --secret-parameter <provider>=<name>  the same, for a secret in the URL
  --max-bytes <number>                  the longest body, 1048576
  --strict, --zone, --disambiguation    as in \`leasehook parse\`

Secrets are also taken from the environment: ${secretVariable('propexo')}, ${secretVariable('showmojo')} and so on. Where
there is none for a provider, its deliveries are shown and answered unchecked.
A refused delivery gets the answer that a server using the library would give, and is shown with the reason.

  ${secretVariable('propexo')}=… leasehook listen --log deliveries.ndjson
  curl --data @delivery.json localhost:4100/rently`

function unplaced(): readonly string[] {
  return providerNames.filter((name) => documentedHeader(name) === null)
}

/** 'rently=x-key' as a record. */
const byProvider = (option: string, values: readonly string[]): Partial<Record<ProviderName, string>> => {
  const found: Partial<Record<ProviderName, string>> = {}
  for (const value of values) {
    const [name = '', ...rest] = value.split('=')
    if (!isProviderName(name) || rest.join('=') === '')
      throw usageError(`--${option} is <provider>=…, with one of ${providerNames.join(', ')}`)
    found[name] = rest.join('=')
  }
  return found
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const listenOn = async (port: number, handler: Handler): Promise<Server> => {
  const server = createServer((request, response) => {
    handler(request, response).catch(() => response.destroy())
  })
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    throw unavailable(`port ${String(port)}`, error)
  }
  return server
}

const originOf = (server: Server): string =>
  `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`

const MAX_PORT = 65_535
const list = { type: 'string', multiple: true, default: [] as string[] } as const

export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const { values, positionals } = readArguments(args, {
    ...parseOptionsConfig,
    port: { type: 'string', default: '4100' },
    'page-port': { type: 'string', default: '4101' },
    'max-bytes': { type: 'string', default: '1048576' },
    log: { type: 'string' },
    'secret-file': list,
    'secret-header': list,
    'secret-parameter': list,
  })
  noMoreThan(positionals, 0)
  const maxBytes = numberOf('max-bytes', values['max-bytes'], 1, Number.MAX_SAFE_INTEGER)
  const files = byProvider('secret-file', values['secret-file'])
  const headers = byProvider('secret-header', values['secret-header'])
  const parameters = byProvider('secret-parameter', values['secret-parameter'])

  const secrets = new Map<ProviderName, readonly string[]>()
  for (const name of providerNames) {
    const found = await findSecrets(name, files[name])
    if (
      found.length > 0 &&
      documentedHeader(name) === null &&
      (headers[name] ?? parameters[name]) === undefined
    )
      throw usageError(`where is the secret of ${name}? Say --secret-header or --secret-parameter ${name}=…`)
    secrets.set(name, found)
  }
  const placeOf = (name: ProviderName) => ({ header: headers[name], parameter: parameters[name] })

  const store = new Store({ ...parseOptionsOf(values), maxBytes })
  const restored = values.log === undefined ? 0 : await store.openLog(values.log)
  const receiver = await listenOn(
    numberOf('port', values.port, 0, MAX_PORT),
    receive(
      store,
      {
        credentialsOf: (name, url) => credentialsOf(name, secrets.get(name) ?? [], placeOf(name), url),
        secretHeaders: Object.values(headers),
      },
      maxBytes,
    ),
  )
  const endpoints = providerNames.map((provider) => ({
    provider,
    url: `${originOf(receiver)}/${provider}`,
    checked: (secrets.get(provider) ?? []).length > 0,
  }))
  const page = await listenOn(
    numberOf('page-port', values['page-port'], 0, MAX_PORT),
    servePage(store, new URL('page/', import.meta.url), {
      setup: { endpoints, samples: sampleNames() },
      send: async (sample) => {
        const provider = sample.split('/')[0] ?? ''
        const found = findSample(sample)
        if (found === null || !isProviderName(provider)) return false
        const url = new URL(`${originOf(receiver)}/${provider}`)
        await sendSample(url, provider, found, secrets.get(provider) ?? [], placeOf(provider))
        return true
      },
    }),
  )

  const paint = paintFor(process.stdout)
  await print(`${paint('bold', 'Page')}       ${originOf(page)}/`)
  for (const { provider, url, checked } of endpoints)
    await print(
      `${provider.padEnd(10)} ${url}  ${paint('dim', checked ? 'checked' : 'not checked: no secret')}`,
    )
  if (restored > 0) tell(`${String(restored)} deliveries from ${values.log ?? ''}`)

  store.subscribe(({ provider, checked, read }) => {
    const what = read.kind === 'event' ? paint('cyan', read.event.type) : paint('red', read.error._tag)
    const origin = checked.kind === 'refused' ? paint('red', checked.error._tag) : checked.kind
    const word = read.kind === 'event' ? `${printable(read.event.source.type)} → ` : ''
    void print(`${provider.padEnd(10)} ${word}${what}  ${paint('dim', origin)}`)
  })

  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const server of [receiver, page]) {
    server.close()
    server.closeAllConnections()
  }
  await store.close()
  return exitCodes.ok
}
