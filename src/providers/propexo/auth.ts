import { signatureInHeader } from '../../auth/signature'

/** A signature of every body: HMAC-SHA256 with the webhook's secret, in lower-case hex, with nothing before it. */
export const verify = /* @__PURE__ */ signatureInHeader('propexo-signature')
