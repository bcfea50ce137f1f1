import { defineProvider } from '../../provider'
import { verify } from './auth'
import { normalize } from './normalize'
import { PropexoPayload } from './payload'
import { words } from './words'

/** Propexo: rows of property management systems as they appear and change, syncs, jobs and failed writes. */
export const propexo = /* @__PURE__ */ defineProvider({
  name: 'propexo',
  words,
  codec: PropexoPayload,
  normalize,
  verify,
})
