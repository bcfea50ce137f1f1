import { defineProvider } from '../../provider'
import { verify } from './auth'
import { normalize } from './normalize'
import { FunnelPayload } from './payload'
import { accepted } from './reply'
import { words } from './words'

/** Funnel Leasing (formerly Nestio): all five generations of its webhooks. */
export const funnel = /* @__PURE__ */ defineProvider({
  name: 'funnel',
  words,
  codec: FunnelPayload,
  normalize,
  verify,
  accepted,
})
