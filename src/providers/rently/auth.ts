import { secretWhereTheCallerSays } from '../../auth/caller-chosen'

/** Rently documents no proof. A secret can be put into the URL that it is given, or into a header by a proxy. */
export const verify = /* @__PURE__ */ secretWhereTheCallerSays('shared-secret')
