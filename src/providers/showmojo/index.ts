import { defineProvider } from '../../provider'
import { verify } from './auth'
import { normalize } from './normalize'
import { ShowMojoPayload } from './payload'
import { words } from './words'

/** ShowMojo: the account's webhook of leads and showings, with a bearer token that says nothing of the body. */
export const showmojo = /* @__PURE__ */ defineProvider({
  name: 'showmojo',
  words,
  codec: ShowMojoPayload,
  normalize,
  verify,
})
