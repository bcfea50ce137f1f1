import { defineProvider } from '../../provider'
import { normalize } from './normalize'
import { FunnelPayload } from './payload'
import { words } from './words'

/** Funnel Leasing (formerly Nestio): all five generations of its webhooks. */
export const funnel = /* @__PURE__ */ defineProvider({
  name: 'funnel',
  words,
  codec: FunnelPayload,
  normalize,
})
