import { createServer, type IncomingMessage } from 'node:http'
import { providers, type LeasingEvent, type Received } from 'leasehook'
import { webhookHandler, type HandlerFailure } from 'leasehook/node'

/** Where an event is put before its delivery is acknowledged. If it rejects, the provider sends again. */
type Keep = (event: Received<LeasingEvent>) => Promise<void>

const { env } = process

const onError = (failure: HandlerFailure): void => {
  console.error(failure)
}

const urlOf = ({ url = '' }: IncomingMessage): URL => new URL(url, 'http://localhost')

/** One endpoint for each provider. It holds nothing in memory, so that any number of it can stand side by side. */
export const listen = (port: number, onEvent: Keep): void => {
  // An event is several times its body, and brokers have limits of their own.
  const common = { onEvent, onError, maxBytes: 256 * 1024 }
  const handlers = new Map([
    [
      '/showmojo',
      webhookHandler(providers.showmojo, { ...common, credentials: { secrets: env['SHOWMOJO_SECRET'] } }),
    ],
    [
      '/propexo',
      webhookHandler(providers.propexo, { ...common, credentials: { secrets: env['PROPEXO_SECRET'] } }),
    ],
    [
      '/casayes',
      webhookHandler(providers.casayes, { ...common, credentials: { secrets: env['CASAYES_SECRET'] } }),
    ],
    [
      '/funnel',
      webhookHandler(providers.funnel, {
        ...common,
        credentials: { secrets: env['FUNNEL_SECRET'], header: 'x-funnel-token' },
      }),
    ],
    [
      '/rently',
      webhookHandler(providers.rently, {
        ...common,
        credentials: (request: IncomingMessage) => ({
          secrets: env['RENTLY_SECRET'],
          secretFromUrl: urlOf(request).searchParams.get('key'),
        }),
      }),
    ],
  ])
  createServer((request, response) => {
    const handler = handlers.get(urlOf(request).pathname)
    if (handler === undefined) response.writeHead(404).end()
    else void handler(request, response)
  }).listen(port)
}
