import type { AnyProvider } from '../provider'
import type { HandlerOptions } from './handle'
import { nodeHandler, type NodeRequest, type NodeResponse } from './node-request'

export type { HandlerFailure, HandlerOptions } from './handle'
export type { NodeRequest, NodeResponse } from './node-request'

const howToKeepTheBody =
  'let this handler be the one that reads the request, and call it before anything awaits'

/**
 * A handler of one provider's webhook for `node:http` and what is built on it. It reads the body itself, and
 * does not reject.
 *
 * @example
 * const propexoWebhook = webhookHandler(propexo, { credentials, onEvent, onError })
 * createServer((request, response) => {
 *   if (request.url === '/webhooks/propexo') void propexoWebhook(request, response)
 * })
 */
export const webhookHandler = <
  P extends AnyProvider,
  Req extends NodeRequest = NodeRequest,
  Res extends NodeResponse = NodeResponse,
>(
  provider: P,
  options: HandlerOptions<P, readonly [request: Req, response: Res]>,
): ((request: Req, response: Res) => Promise<void>) => nodeHandler(provider, options, howToKeepTheBody)
