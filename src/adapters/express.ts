import type { AnyProvider } from '../provider'
import type { HandlerOptions } from './handle'
import { nodeHandler, type NodeRequest, type NodeResponse } from './node-request'

export type { HandlerFailure, HandlerOptions } from './handle'
export type { NodeRequest, NodeResponse } from './node-request'

const howToKeepTheBody =
  'add this route before `app.use(express.json())`, or keep the bytes with `express.json({ verify: (req, res, bytes) => { req.rawBody = bytes } })`'

/**
 * A handler of one provider's webhook for Express 5 and 4. It reads the body itself, or takes the bytes that
 * `express.raw()` or a `rawBody` holds, and does not reject.
 *
 * @example
 * app.post('/webhooks/propexo', webhookHandler(propexo, { credentials, onEvent, onError }))
 * app.use(express.json())
 */
export const webhookHandler = <
  P extends AnyProvider,
  Req extends NodeRequest = NodeRequest,
  Res extends NodeResponse = NodeResponse,
>(
  provider: P,
  options: HandlerOptions<P, readonly [request: Req, response: Res]>,
): ((request: Req, response: Res) => Promise<void>) => nodeHandler(provider, options, howToKeepTheBody)
