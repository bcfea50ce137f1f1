import { defineProvider } from '../../provider'
import { verify } from './auth'
import { normalize } from './normalize'
import { CasaYesPayload } from './payload'
import { maskSecret } from './secret'
import { words } from './words'

/** CasaYes: leads and the state of listings. Its listing webhook holds a credential, which is masked. */
export const casayes = /* @__PURE__ */ defineProvider({
  name: 'casayes',
  words,
  codec: CasaYesPayload,
  normalize,
  verify,
  mask: maskSecret,
})
