import { eventCodec } from '../event/event-codec'
import type { EventFrom } from '../provider'
import { casayes } from './casayes/index'
import { funnel } from './funnel/index'
import { propexo } from './propexo/index'
import { rently } from './rently/index'
import { showmojo } from './showmojo/index'

/** The providers by name. Everything that knows all of them is derived from this table. */
export const providers = { rently, showmojo, propexo, funnel, casayes }

export type ProviderName = keyof typeof providers

type EventByName = { [Name in ProviderName]: EventFrom<(typeof providers)[Name]> }

/**
 * The event of a webhook: of one provider, with the types that its words lead to and its payload, or of any of
 * them. Tell them apart by `type` and by `source.provider`.
 */
export type LeasingEvent<Name extends ProviderName = ProviderName> = EventByName[Name]

/**
 * Reads an event back from JSON, also one that a newer version wrote: a type that this version does not know becomes
 * `unrecognized` and keeps its name in `newerType`.
 */
export const LeasingEvent = /* @__PURE__ */ eventCodec<LeasingEvent>('LeasingEvent', Object.values(providers))
