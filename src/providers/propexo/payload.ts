import { ownValue } from '../../codec/choice'
import { Codec, FAIL, type Reader } from '../../codec/codec'
import { isObject, jsonObject, type JsonObject } from '../../codec/json'
import { fault, type Reading } from '../../codec/reading'
import { enumeration, text } from '../../codec/scalar'
import type { Case, Condition } from '../../codec/shape'
import { required, struct } from '../../codec/struct'
import { nameByShape, namePointer, PropexoMeta, sentName, type NamePointer } from './envelope'
import {
  newInData,
  newNamed,
  newSimplified,
  updateInData,
  updateNamed,
  updateSimplified,
  type PropexoAnyNew,
  type PropexoAnyUpdate,
  type PropexoSimplified,
} from './rows'
import { PropexoUnnamedSync, runsInData, runsNamed, type PropexoRuns } from './runs'
import { isEventName, words, type PropexoEventName } from './words'

interface DataOf extends PropexoRuns {
  readonly DATA_NEW: PropexoAnyNew
  readonly DATA_UPDATE: PropexoAnyUpdate
}

/** What an event is about, whichever envelope it came in. `event` is null where an envelope's `trigger` contradicts. */
export type PropexoData = DataOf[PropexoEventName]

type Named<Data> = Data extends { readonly event?: infer Name }
  ? Data & { readonly event: NonNullable<Name>; readonly meta?: PropexoMeta | null }
  : never

/** Data that has the event's name itself: the flat envelope. */
export type PropexoNamed = Named<PropexoData>

/** The envelope of the typed reference: `trigger` names the event, `data` holds it. */
export type PropexoWrapped = {
  readonly [Name in PropexoEventName]: {
    readonly trigger: Name
    readonly data: DataOf[Name]
    readonly meta?: PropexoMeta | null
  }
}[PropexoEventName]

/** The envelope of the design page: `data` holds the event and its name. */
export interface PropexoUntriggered {
  readonly data: PropexoNamed
  readonly meta?: PropexoMeta | null
}

/**
 * A body of Propexo's in any of its envelopes. Take the data out of the envelope first, then narrow:
 *
 * @example
 * const data = 'data' in payload ? payload.data : payload
 * if ('object' in data && data.event === 'DATA_UPDATE' && data.object === 'leases') {
 *   data.diff?.new?.status_normalized // 'ACTIVE' | ... | null | undefined
 * }
 */
export type PropexoPayload =
  PropexoWrapped | PropexoUntriggered | PropexoNamed | PropexoSimplified | PropexoUnnamedSync

const inData = { DATA_NEW: newInData, DATA_UPDATE: updateInData, ...runsInData }
const named = { DATA_NEW: newNamed, DATA_UPDATE: updateNamed, ...runsNamed }

interface Envelopes {
  readonly wrapped: Reader<unknown>
  readonly untriggered: Reader<unknown>
  readonly flat: Reader<unknown>
}

const envelopesOf = (name: PropexoEventName): Envelopes => ({
  wrapped: struct(`${name} wrapped`, {
    trigger: required(enumeration([name])),
    data: required<unknown>(inData[name]),
    meta: PropexoMeta,
  }),
  untriggered: struct(`${name} in data alone`, { data: required<unknown>(named[name]), meta: PropexoMeta }),
  flat: named[name],
})

const names = Object.keys(words) as PropexoEventName[]
const envelopes = new Map(names.map((name) => [name, envelopesOf(name)]))

/** Where the model stands in `meta` alone. Such a body mostly has no name, but it can have one. */
const simplified: Readonly<Partial<Record<PropexoEventName, Reader<unknown>>>> = {
  DATA_NEW: newSimplified,
  DATA_UPDATE: updateSimplified,
}

const hasModelInMeta = (body: object, reading: Reading): boolean =>
  ownValue(body, 'object', reading) === undefined &&
  ownValue(ownValue(body, 'meta', reading), 'object', reading) !== undefined

const envelopeOf = (
  body: object,
  pointer: NamePointer | null,
  name: PropexoEventName,
  reading: Reading,
): Reader<unknown> | undefined => {
  const forms = envelopes.get(name)
  switch (pointer) {
    case '/trigger':
      return forms?.wrapped
    case '/data/event':
      return forms?.untriggered
    case '/event':
      return hasModelInMeta(body, reading) ? (simplified[name] ?? forms?.flat) : forms?.flat
    case null:
      return simplified[name] ?? PropexoUnnamedSync
  }
}

/** A name that is no text is refused wherever it stands. */
const textAt = {
  '/trigger': struct('trigger', { trigger: required(text) }),
  '/data/event': struct('data', { data: required(struct('data', { event: required(text) })) }),
  '/event': struct('event', { event: required(text) }),
}

/** What `envelopeOf` does for one place of the name, as data. */
const casesAt = (pointer: NamePointer): readonly Case[] => {
  const path = pointer.slice(1).split('/')
  const modelInMeta: readonly Condition[] = [
    { path: ['object'], is: 'unsent' },
    { path: ['meta', 'object'], is: 'sent' },
  ]
  const forms = [...envelopes].flatMap(([name, { wrapped, untriggered, flat }]): readonly Case[] => {
    const named: Condition = { path, is: [name] }
    if (pointer === '/trigger') return [{ when: [named], codec: wrapped }]
    if (pointer === '/data/event') return [{ when: [named], codec: untriggered }]
    const row = simplified[name]
    const other: Case = { when: [named], codec: flat }
    return row === undefined ? [other] : [{ when: [named, ...modelInMeta], codec: row }, other]
  })
  return [
    ...forms,
    { when: [{ path, is: 'word' }], codec: jsonObject },
    { when: [{ path, is: 'said' }], codec: textAt[pointer] },
  ]
}

const cases: readonly Case[] = [
  ...casesAt('/trigger'),
  ...casesAt('/data/event'),
  ...casesAt('/event'),
  { when: [{ path: ['diff'], is: 'object' }], codec: updateSimplified },
  { when: [{ path: ['payload'], is: 'object' }], codec: newSimplified },
  { when: [{ path: ['is_sync_finished'], is: 'said' }], codec: PropexoUnnamedSync },
]

const members = [...new Set(cases.map(({ codec }) => codec))]

/**
 * Any body of Propexo's. Five documented envelopes are taken (docs/providers/propexo.md shows them): the event's
 * name stands in `trigger`, in `data.event`, in `event`, or nowhere, and then a `diff` or a `payload` tells. For
 * rows, the model (`object`, or `meta.object` in the simplified envelope) and `record_id` must be there. A name
 * that no document has gives any object.
 */
export const PropexoPayload: Codec<PropexoPayload | JsonObject> = new Codec<PropexoPayload | JsonObject>(
  'PropexoPayload',
  { kind: 'choice', members, discriminator: null, cases },
  (input, reading) => {
    if (!isObject(input)) {
      fault(reading, 'wrong_kind', '', 'an object')
      return FAIL
    }
    const pointer = namePointer(input, reading)
    const name = pointer === null ? nameByShape(input, reading) : sentName(input, pointer, reading)
    if (isEventName(name)) {
      const envelope = envelopeOf(input, pointer, name, reading)
      /* v8 ignore else -- each name has its envelopes */
      if (envelope !== undefined) return envelope.read(input, reading) as PropexoPayload | typeof FAIL
    } else if (typeof name === 'string') return jsonObject.read(input, reading)
    if (pointer === null)
      fault(reading, 'missing', '/trigger', 'the name of an event, or a diff or a payload')
    else fault(reading, 'wrong_kind', pointer, 'text')
    return FAIL
  },
)
