import type { Reader } from '../../../codec/codec'
import { json, jsonObject } from '../../../codec/json'
import { list } from '../../../codec/list'
import { boolean, id, integer, number, openText, text } from '../../../codec/scalar'

/** The systems that rows are read from: the reference of today, and those that only older lists have. */
export const vendor = /* @__PURE__ */ openText([
  'APPFOLIO',
  'BUILDIUM',
  'ELISEAI',
  'ENTRATA',
  'FUNNEL',
  'KNOCK',
  'MRI',
  'PROPERTYWARE',
  'PROPERTYWARE_REST',
  'REALPAGE',
  'REALPAGE_RPX',
  'RENTCAFE',
  'RENTMANAGER',
  'RENTVINE',
  'RESMAN',
  'YARDI',
  'YARDI_REST',
  'INTERNAL',
  'SAMPLE1',
  'SAMPLE2',
])

/** One codec per kind of field that the schema has. Dates are text: it declares no format for them. */
const kinds = {
  ids: id,
  texts: text,
  integers: integer,
  /** Also amounts: the schema calls cents a number. */
  numbers: number,
  booleans: boolean,
  objects: jsonObject,
  textLists: list(text),
  phoneKinds: openText(['FAX', 'HOME', 'MOBILE', 'OTHER', 'WORK']),
  vendors: vendor,
  /** The documents name the field and not its kind. */
  unstated: json,
}

type Kinds = typeof kinds
type Documented = { readonly [K in keyof Kinds]?: readonly string[] }

/** The kind under which a field is listed. */
type KindOf<D extends Documented, Key extends string> = {
  [K in keyof Kinds]: D[K] extends readonly (infer Listed)[] ? (Key extends Listed ? Kinds[K] : never) : never
}[keyof Kinds]

type Listed<D extends Documented> = {
  [K in keyof D]: D[K] extends readonly (infer Key extends string)[] ? Key : never
}[keyof D]

type FieldsListed<D extends Documented> = { readonly [Key in Listed<D>]: KindOf<D, Key> }

/** The fields of a model, listed by kind as the documentation lists them. */
export const fieldsOf = <const D extends Documented>(documented: D): FieldsListed<D> => {
  const fields: Record<string, Reader<unknown>> = {}
  for (const [kind, keys] of Object.entries(documented)) {
    for (const key of keys) fields[key] = kinds[kind as keyof Kinds]
  }
  return fields as FieldsListed<D>
}

/** What nearly every row has. `x_` marks an id of the other system. */
export const row = fieldsOf({
  ids: ['id', 'x_id', 'property_id', 'x_property_id', 'integration_id'],
  vendors: ['integration_vendor'],
  texts: ['created_at', 'updated_at', 'last_seen'],
})
