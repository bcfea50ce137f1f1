import { ownValue, tagged } from '../../codec/choice'
import { Codec, type Fail, type Read, type Reader, type ValueOf } from '../../codec/codec'
import { jsonObject, type JsonObject } from '../../codec/json'
import { enumeration, id, openText } from '../../codec/scalar'
import { required, struct, type StructOf } from '../../codec/struct'
import { diffOf, type PropexoDiff } from './diff'
import { eventName, PropexoMeta, provenance } from './envelope'
import {
  spellings,
  typedModels,
  untypedModels,
  type PropexoUnlistedModel,
  type Spelling,
  type TypedModelName,
  type UntypedModelName,
} from './models/table'

const rowFields = {
  ...provenance,
  record_id: required(id),
  /** An open object. The documented examples have a `property_id` in it. */
  context: jsonObject,
}

/** What an event about a row of a model says besides the row. */
export interface PropexoRow extends StructOf<typeof rowFields> {}

/** A row that the connector had not seen before, with a part of its fields. */
export interface PropexoNew<Model, Fields> extends PropexoRow {
  readonly event?: 'DATA_NEW' | null
  readonly object: Model
  readonly payload?: Fields | null
}

/** A row of which some fields changed. */
export interface PropexoUpdate<Model, Fields extends object> extends PropexoRow {
  readonly event?: 'DATA_UPDATE' | null
  readonly object: Model
  readonly diff?: PropexoDiff<Fields> | null
}

/** The simplified envelope of the guide: mostly without a name, and with the model in `meta` alone. */
export interface PropexoSimplifiedNew<Model, Fields> extends PropexoRow {
  readonly event?: 'DATA_NEW' | null
  readonly meta: { readonly object: Model; readonly integration_id?: string | null }
  readonly payload: Fields
}

export interface PropexoSimplifiedUpdate<Model, Fields extends object> extends PropexoRow {
  readonly event?: 'DATA_UPDATE' | null
  readonly meta: { readonly object: Model; readonly integration_id?: string | null }
  readonly diff: PropexoDiff<Fields>
}

/** The names of models without documented fields, and any that no document lists. */
export type PropexoUntypedModel = Spelling<UntypedModelName> | PropexoUnlistedModel

interface Kind<Model, Fields extends object> {
  readonly model: Model
  readonly fields: Fields
}

/** Each model with its fields: what tells the members of the unions below apart. */
type Kinds =
  | { [M in TypedModelName]: Kind<Spelling<M>, ValueOf<(typeof typedModels)[M]['codec']>> }[TypedModelName]
  | Kind<PropexoUntypedModel, JsonObject>

type NewOf<K extends Kinds> = K extends Kinds ? PropexoNew<K['model'], K['fields']> : never
type UpdateOf<K extends Kinds> = K extends Kinds ? PropexoUpdate<K['model'], K['fields']> : never
type SimplifiedNewOf<K extends Kinds> = K extends Kinds
  ? PropexoSimplifiedNew<K['model'], K['fields']>
  : never
type SimplifiedUpdateOf<K extends Kinds> = K extends Kinds
  ? PropexoSimplifiedUpdate<K['model'], K['fields']>
  : never

export type PropexoAnyNew = NewOf<Kinds>
export type PropexoAnyUpdate = UpdateOf<Kinds>
export type PropexoSimplified = SimplifiedNewOf<Kinds> | SimplifiedUpdateOf<Kinds>

const untypedNames = Object.keys(untypedModels).flatMap((name) => spellings(name))
const untypedText = openText(untypedNames)

/** Asked only for names that are none of a typed model. */
const untypedModel = new Codec(
  untypedText.name,
  untypedText.shape,
  untypedText.read as Read<PropexoUntypedModel>,
)

type RowCodec = (title: string, model: Reader<unknown>, fields: Reader<object>) => Reader<unknown>

interface RowCodecs {
  readonly byName: Readonly<Record<string, Reader<unknown>>>
  readonly untyped: Reader<unknown>
}

/** One codec per model, under both spellings, and one for all others. */
const rowCodecs = (codec: RowCodec): RowCodecs => {
  const byName: Record<string, Reader<unknown>> = {}
  for (const [name, { codec: fields }] of Object.entries(typedModels)) {
    const names = spellings(name)
    const row = codec(fields.name, enumeration(names), fields)
    for (const spelling of names) byName[spelling] = row
  }
  return { byName, untyped: codec('other models', untypedModel, jsonObject) }
}

/** The model stands beside the row's fields. */
const byObject = <Row>(name: string, codec: RowCodec): Reader<Row> => {
  const { byName, untyped } = rowCodecs(codec)
  return tagged(name, 'object', byName, untyped) as Reader<unknown> as Reader<Row>
}

/** The model stands in `meta` alone. */
const byMeta = <Row>(name: string, codec: RowCodec): Reader<Row> => {
  const { byName, untyped } = rowCodecs(codec)
  const rows = new Map(Object.entries(byName))
  const members = [...new Set(rows.values()), untyped]
  const path = ['meta', 'object']
  const cases = [
    ...Object.keys(typedModels).map((model) => ({
      when: [{ path, is: spellings(model) }],
      /* v8 ignore next -- each typed model has a row */
      codec: rows.get(model) ?? untyped,
    })),
    { when: [], codec: untyped },
  ]
  return new Codec<Row>(name, { kind: 'choice', members, discriminator: null, cases }, (input, reading) => {
    const model = ownValue(ownValue(input, 'meta', reading), 'object', reading)
    const row = typeof model === 'string' ? (rows.get(model) ?? untyped) : untyped
    return row.read(input, reading) as Row | Fail
  })
}

const metaWith = (model: Reader<unknown>) =>
  required(struct('PropexoMeta', { object: required(model), integration_id: id }))

/** A new row inside `data`, where `trigger` has the event's name. */
export const newInData = byObject<PropexoAnyNew>('PropexoNew', (title, model, fields) =>
  struct(`New ${title} in data`, {
    ...rowFields,
    event: eventName('DATA_NEW'),
    object: required(model),
    payload: fields,
  }),
)

/** A new row that has the event's name itself. */
export const newNamed = byObject<PropexoAnyNew>('PropexoNamedNew', (title, model, fields) =>
  struct(`New ${title}`, {
    ...rowFields,
    event: required(eventName('DATA_NEW')),
    object: required(model),
    meta: PropexoMeta,
    payload: fields,
  }),
)

export const newSimplified = byMeta<SimplifiedNewOf<Kinds>>('PropexoSimplifiedNew', (title, model, fields) =>
  struct(`New ${title}, simplified`, {
    ...rowFields,
    event: eventName('DATA_NEW'),
    meta: metaWith(model),
    payload: required(fields),
  }),
)

/** An update inside `data`, where `trigger` has the event's name. */
export const updateInData = byObject<PropexoAnyUpdate>('PropexoUpdate', (title, model, fields) =>
  struct(`Update of ${title} in data`, {
    ...rowFields,
    event: eventName('DATA_UPDATE'),
    object: required(model),
    diff: diffOf(fields),
  }),
)

/** An update that has the event's name itself. */
export const updateNamed = byObject<PropexoAnyUpdate>('PropexoNamedUpdate', (title, model, fields) =>
  struct(`Update of ${title}`, {
    ...rowFields,
    event: required(eventName('DATA_UPDATE')),
    object: required(model),
    meta: PropexoMeta,
    diff: diffOf(fields),
  }),
)

export const updateSimplified = byMeta<SimplifiedUpdateOf<Kinds>>(
  'PropexoSimplifiedUpdate',
  (title, model, fields) =>
    struct(`Update of ${title}, simplified`, {
      ...rowFields,
      event: eventName('DATA_UPDATE'),
      meta: metaWith(model),
      diff: required(diffOf(fields)),
    }),
)
