import { defineProvider, type Provider, type TypesOf } from '../../provider'
import { verify } from './auth'
import { normalize } from './normalize'
import { PropexoPayload } from './payload'
import { words } from './words'

/** Propexo: rows of property management systems as they appear and change, syncs, jobs and failed writes. */
// Its type is written out, so that declarations name the payload and don't list its members.
export const propexo: Provider<
  'propexo',
  TypesOf<typeof words>,
  PropexoPayload
> = /* @__PURE__ */ defineProvider({
  name: 'propexo',
  words,
  codec: PropexoPayload,
  normalize,
  verify,
})
