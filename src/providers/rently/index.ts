import { defineProvider } from '../../provider'
import { verify } from './auth'
import { normalize } from './normalize'
import { RentlyPayload } from './payload'
import { words } from './words'

/** Rently: activities, rental applications and smart-home messages. It documents no proof of origin. */
export const rently = /* @__PURE__ */ defineProvider({
  name: 'rently',
  words,
  codec: RentlyPayload,
  normalize,
  verify,
})
