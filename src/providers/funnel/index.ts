import { defineProvider, type Provider, type TypesOf } from '../../provider'
import { verify } from './auth'
import { normalize } from './normalize'
import { FunnelPayload } from './payload'
import { accepted } from './reply'
import { words } from './words'

/** Funnel Leasing (formerly Nestio): all five generations of its webhooks. */
// Its type is written out, so that declarations name the payload and don't list its members.
export const funnel: Provider<
  'funnel',
  TypesOf<typeof words>,
  FunnelPayload
> = /* @__PURE__ */ defineProvider({
  name: 'funnel',
  words,
  codec: FunnelPayload,
  normalize,
  verify,
  accepted,
})
