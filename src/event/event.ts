import type { AnySource, EventBase, OpenSource } from './base'
import type { FamilyData } from './families'
import type { EventType, Family, TypeOf } from './vocabulary'

/** Somebody's interest in a home. */
export interface LeadEvent<T extends TypeOf<'lead'>, S extends AnySource>
  extends EventBase<'lead', T, S>, FamilyData<'lead'> {}

/** A check of a prospect. */
export interface ScreeningEvent<T extends TypeOf<'screening'>, S extends AnySource>
  extends EventBase<'screening', T, S>, FamilyData<'screening'> {}

/** A visit: asked for, planned, held or dropped. `showing.slot` says what a calendar does with it. */
export interface ShowingEvent<T extends TypeOf<'showing'>, S extends AnySource>
  extends EventBase<'showing', T, S>, FamilyData<'showing'> {}

/** A way through a door. Only `access.unlocked` says that one was opened. */
export interface AccessEvent<T extends TypeOf<'access'>, S extends AnySource>
  extends EventBase<'access', T, S>, FamilyData<'access'> {}

/** Something sent to or received from a person. */
export interface MessageEvent<T extends TypeOf<'message'>, S extends AnySource>
  extends EventBase<'message', T, S>, FamilyData<'message'> {}

export interface CallEvent<T extends TypeOf<'call'>, S extends AnySource>
  extends EventBase<'call', T, S>, FamilyData<'call'> {}

/** Papers or answers that a prospect is asked for. */
export interface DocumentEvent<T extends TypeOf<'document'>, S extends AnySource>
  extends EventBase<'document', T, S>, FamilyData<'document'> {}

/** An application to rent; `person` is the first applicant. */
export interface ApplicationEvent<T extends TypeOf<'application'>, S extends AnySource>
  extends EventBase<'application', T, S>, FamilyData<'application'> {}

export interface ListingEvent<T extends TypeOf<'listing'>, S extends AnySource>
  extends EventBase<'listing', T, S>, FamilyData<'listing'> {}

export interface LeaseEvent<T extends TypeOf<'lease'>, S extends AnySource>
  extends EventBase<'lease', T, S>, FamilyData<'lease'> {}

/** A row of another system, as a connector saw it. */
export interface RecordEvent<T extends TypeOf<'record'>, S extends AnySource>
  extends EventBase<'record', T, S>, FamilyData<'record'> {}

/** A connector's run. */
export interface SyncEvent<T extends TypeOf<'sync'>, S extends AnySource>
  extends EventBase<'sync', T, S>, FamilyData<'sync'> {}

export interface DeviceEvent<T extends TypeOf<'device'>, S extends AnySource>
  extends EventBase<'device', T, S>, FamilyData<'device'> {}

/** A word that no document names, with as much of its meaning as its fields give away. */
export interface UnrecognizedEvent<S extends AnySource>
  extends EventBase<'unrecognized', 'unrecognized', OpenSource<S>>, FamilyData<'unrecognized'> {}

interface EventsOfFamilies<T extends EventType, S extends AnySource> {
  lead: LeadEvent<Extract<T, TypeOf<'lead'>>, S>
  screening: ScreeningEvent<Extract<T, TypeOf<'screening'>>, S>
  showing: ShowingEvent<Extract<T, TypeOf<'showing'>>, S>
  access: AccessEvent<Extract<T, TypeOf<'access'>>, S>
  message: MessageEvent<Extract<T, TypeOf<'message'>>, S>
  call: CallEvent<Extract<T, TypeOf<'call'>>, S>
  document: DocumentEvent<Extract<T, TypeOf<'document'>>, S>
  application: ApplicationEvent<Extract<T, TypeOf<'application'>>, S>
  listing: ListingEvent<Extract<T, TypeOf<'listing'>>, S>
  lease: LeaseEvent<Extract<T, TypeOf<'lease'>>, S>
  record: RecordEvent<Extract<T, TypeOf<'record'>>, S>
  sync: SyncEvent<Extract<T, TypeOf<'sync'>>, S>
  device: DeviceEvent<Extract<T, TypeOf<'device'>>, S>
  unrecognized: UnrecognizedEvent<S>
}

/** The family of a type. */
export type FamilyOf<T extends EventType> =
  T extends `${infer F extends Exclude<Family, 'unrecognized'>}.${string}` ? F : 'unrecognized'

/** One member per type, so that a `switch` on `type` narrows and can be exhaustive. */
type EventOfType<T extends EventType, S extends AnySource> = T extends EventType
  ? EventsOfFamilies<T, S>[FamilyOf<T>]
  : never

/** The union of the events of some types, from some sources: what a provider gives. */
export type EventOf<T extends EventType, S extends AnySource> = S extends AnySource
  ? EventOfType<T, S>
  : never

/** What every event of every provider is, for code that takes any of them. */
export interface AnyEvent extends EventBase<Family, EventType, AnySource> {}
