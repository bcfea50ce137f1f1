import { webhookHandler } from '../../src/adapters/fetch'
import { optionsOf, scenarios, type Entry } from './scenarios'

interface Env {
  readonly unused?: string
}

const log: Entry[] = []

const handlers = new Map(
  Object.entries(scenarios).map(([path, scenario]) => {
    const options = optionsOf(path, scenario, log, (request: Request, _env: Env) =>
      request.headers.get('x-account'),
    )
    return [path, webhookHandler(scenario.provider, options)]
  }),
)

const worker = {
  fetch: async (request: Request, env: Env): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === '/log') return Response.json(log.splice(0))
    const handler = handlers.get(pathname)
    return handler === undefined ? new Response(null, { status: 404 }) : handler(request, env)
  },
}

export default worker
