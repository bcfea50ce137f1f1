import { tokenInHeader } from '../../auth/token'

/** The token that CasaYes gave to the CRM. It says nothing of the body. */
export const verify = /* @__PURE__ */ tokenInHeader('token')
