import { tokenInHeader } from '../../auth/token'

/** The token of the Listing Import API, sent with every delivery over HTTPS. It says nothing of the body. */
export const verify = /* @__PURE__ */ tokenInHeader('authorization', 'Bearer')
