import { secretWhereTheCallerSays } from '../../auth/caller-chosen'

/** Funnel can send an API token, but its documents do not say where: the caller does. */
export const verify = /* @__PURE__ */ secretWhereTheCallerSays('token')
