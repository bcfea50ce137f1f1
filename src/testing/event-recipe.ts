import type { Reader } from '../codec/shape'
import { part } from '../codec/struct'
import { unwrap } from '../error'
import { families } from '../event/families'
import { familyOf, type EventType, type Family } from '../event/vocabulary'
import type { AnyEvent } from '../event/event'
import type { AnyProvider, WordEntry } from '../provider'
import { EventTime } from '../time/codecs'
import { epochTime, localTime, offsetTime, wallTime, type EventTime as Time } from '../time/event-time'
import { readIso } from '../time/iso'
import { findZone, type Zone } from '../time/zone'
import { parseWebhook } from '../webhook'
import { payloadRecipe, unknownPayloadRecipe } from './payload-recipe'
import { constant, made, oneOf, whole, type Recipe } from './recipe'
import { recipeOf } from './shape-recipe'
import { FIRST_SECOND, formattedRecipe, LAST_SECOND, wallText } from './stamps'

/** With whole and half hours, summer time in either half of the year, a half-hour change, and a day left out. */
const zoneNames = [
  'America/Los_Angeles',
  'America/St_Johns',
  'Europe/Lisbon',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]

const zoneRecipe = /* @__PURE__ */ made([/* @__PURE__ */ whole(0, zoneNames.length - 1)], ([at]) =>
  findZone(zoneNames[Number(at)]),
)

const withOrWithoutZone = /* @__PURE__ */ oneOf([zoneRecipe, /* @__PURE__ */ constant(null)])

const seconds = /* @__PURE__ */ whole(FIRST_SECOND, LAST_SECOND)

const byOffset = (raw: string, zone: Zone | null): Time | null => {
  const stamp = readIso(raw)
  /* v8 ignore next -- each ending that the stamps are made with has an offset */
  return stamp?.offset == null ? null : offsetTime(raw, stamp, zone)
}

const byWall = (second: number, zone: Zone, basis: 'zone' | 'assumed-zone'): Time | null => {
  return wallTime(wallText(second), second * 1000, 'second', zone, basis, 'compatible')
}

/** The fields of a time depend on each other, which no shape says: each is made from a stamp. */
const timeRecipe: Recipe = /* @__PURE__ */ oneOf([
  made([formattedRecipe('date-time'), withOrWithoutZone], ([raw, zone]) =>
    byOffset(String(raw), zone as Zone | null),
  ),
  made([seconds, withOrWithoutZone], ([second, zone]) =>
    epochTime(Number(second), Number(second) * 1000, 'second', zone as Zone | null),
  ),
  made([seconds, zoneRecipe], ([second, zone]) => byWall(Number(second), zone as Zone, 'zone')),
  made([seconds, zoneRecipe], ([second, zone]) => byWall(Number(second), zone as Zone, 'assumed-zone')),
  made([seconds], ([second]) => localTime(wallText(Number(second)), Number(second) * 1000, 'second')),
])

const instead: ReadonlyMap<Reader<unknown>, Recipe> = /* @__PURE__ */ new Map([[EventTime, timeRecipe]])

/** The recipe of what a codec of this library's own gives: a part of an event. */
const partRecipe = (codec: Reader<unknown>, loose: boolean): Recipe =>
  recipeOf(codec, { form: 'canonical', loose, foreign: false, word: null, instead })

/** What says which word was not known belongs to the body and is left as it was read. */
const { person, property, showing } = families.unrecognized

const dataRecipe = (family: Family, loose: boolean): Recipe =>
  partRecipe(
    part(family, family === 'unrecognized' ? { person, property, showing } : families[family]),
    loose,
  )

export interface EventOptions {
  /** Also payloads and data with gaps, and payloads in other forms than documented. */
  readonly loose: boolean
  /** The data as it was read from the payload, or any that the family can have. */
  readonly data: 'of-payload' | 'any'
}

const typesOf = ({ type }: WordEntry): readonly EventType[] => [type].flat()

/** The event of a payload, with the data of its family that was made for it. */
const eventFrom = (
  provider: AnyProvider,
  payload: unknown,
  dataOf: ReadonlyMap<string, unknown>,
): AnyEvent => {
  const event: AnyEvent = unwrap(parseWebhook(provider, {}, JSON.stringify(payload)))
  return { ...event, ...(dataOf.get(event.family) as object | undefined) }
}

/** What an event is about the payload and the provider's `normalize` decide; only the data of its family is varied. */
const ofPayload = (
  provider: AnyProvider,
  payload: Recipe,
  among: readonly Family[],
  { loose, data }: EventOptions,
): Recipe => {
  const varied = data === 'any' ? among : []
  return made([payload, ...varied.map((family) => dataRecipe(family, loose))], ([made, ...parts]) =>
    eventFrom(provider, made, new Map(varied.map((family, at) => [family, parts[at]]))),
  )
}

const familiesOf = (types: readonly EventType[]): readonly Family[] => [
  ...new Set(types.map(familyOf).filter((family) => family !== null)),
]

const ofType = (recipe: Recipe, type: string): Recipe => ({
  kind: 'kept',
  recipe,
  keeps: (event) => (event as AnyEvent).type === type,
})

/** The recipe of a provider's events, of any type or of one. */
export const eventRecipe = (provider: AnyProvider, type: string | null, options: EventOptions): Recipe => {
  const payloads = { loose: options.loose, foreign: false }
  const words = Object.entries(provider.words)
  if (type === 'unrecognized') {
    const unknown = words.map(([word]) => unknownPayloadRecipe(provider, word, payloads))
    return ofType(ofPayload(provider, oneOf(unknown), ['unrecognized'], options), type)
  }
  const recipes = words
    .map(([word, entry]) => ({ word, types: typesOf(entry) }))
    .filter(({ types }) => type === null || types.some((one) => one === type))
    .map(({ word, types }) =>
      ofPayload(provider, payloadRecipe(provider, word, payloads), familiesOf(types), options),
    )
  if (recipes.length === 0) throw new TypeError(`no word of ${provider.name} means ${String(type)}`)
  return type === null ? oneOf(recipes) : ofType(oneOf(recipes), type)
}
