import { describe, expect, test } from 'vitest'
import type { Reader } from '../../../src/codec/codec'
import {
  modelNamed,
  spellings,
  typedModels,
  untypedModels,
} from '../../../src/providers/propexo/models/table'
import { documentedModels } from './documented-models'

const models = Object.entries(documentedModels).map(([name, model]) => [name, model] as const)

const isId = (key: string): boolean => key === 'id' || key.endsWith('_id')

const fieldsOf = (codec: Reader<unknown>): ReadonlyMap<string, Reader<unknown>> => {
  if (codec.shape.kind !== 'struct') throw new Error(`${codec.name} is no struct`)
  return new Map(codec.shape.fields.map((field) => [field.key, field.codec]))
}

/** Values of the documented kind, with what the codec makes of them. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  id: ['cldrb5fw40000aaaa1111bbbb', 'P-100'],
  text: ['a word that no document lists'],
  number: [0, -1, 125000, 1.5],
  integer: [0, 7],
  boolean: [true, false],
  object: [{}, { any: ['thing', null] }],
  'list of text': [[], ['https://images.example.com/1.jpg']],
}

const refused: Readonly<Record<string, readonly unknown[]>> = {
  id: [{}, [], true, 1.5],
  text: [{}, [], 1],
  number: ['many', {}, true],
  integer: [1.5, 'many', []],
  boolean: [0, 1, 'yes'],
  object: ['text', [], 1],
  'list of text': ['text', {}, 1],
}

test('the models with documented rows are the documented ones', () => {
  expect(Object.keys(typedModels).sort()).toStrictEqual(Object.keys(documentedModels).sort())
})

describe.each(models)('%s', (name, { count, fields, since }) => {
  const codec: Reader<object> = typedModels[name as keyof typeof typedModels].codec
  const declared = fieldsOf(codec)
  const listed = Object.entries(fields).flatMap(([kind, keys]) =>
    keys.split(' ').map((key) => [key, kind] as const),
  )
  const later = since === '' ? [] : since.split(' ')

  test('has the documented fields and no others', () => {
    expect(listed).toHaveLength(count)
    expect([...declared.keys()].sort()).toStrictEqual([...listed.map(([key]) => key), ...later].sort())
  })

  test.each(listed)('%s is of the documented kind: %s', (key, kind) => {
    const field = declared.get(key)!
    const members =
      kind.startsWith('list of ') && kind !== 'list of text' ? kind.slice('list of '.length) : null
    if (members !== null) {
      if (field.shape.kind !== 'list') throw new Error('no list')
      expect([...fieldsOf(field.shape.item).keys()].sort()).toStrictEqual(members.split(', ').sort())
      return
    }
    const row = typedModels[name as keyof typeof typedModels].codec
    for (const value of values[isId(key) ? 'id' : kind]!) {
      expect(row.decode({ [key]: value })).toStrictEqual({ _tag: 'Right', right: { [key]: value } })
    }
    for (const value of refused[isId(key) ? 'id' : kind]!) {
      expect(row.decode({ [key]: value })).toStrictEqual({ _tag: 'Right', right: { [key]: null } })
    }
  })

  test('requires nothing, keeps what is missing missing, and takes no other key', () => {
    const row = typedModels[name as keyof typeof typedModels].codec
    const [first] = listed[0]!
    expect(row.decode({})).toStrictEqual({ _tag: 'Right', right: {} })
    expect(row.decode({ [first]: '', newer: 1 })).toStrictEqual({ _tag: 'Right', right: { [first]: null } })
  })
})

test('an id that is sent as a number is text, and a number that is sent as text is a number', () => {
  const { codec } = typedModels.properties
  expect(codec.decode({ x_property_id: 4711, year_built: '1998', is_active: 'true' })).toStrictEqual({
    _tag: 'Right',
    right: { x_property_id: '4711', year_built: 1998, is_active: true },
  })
})

test('a model has one name in two spellings', () => {
  expect(spellings('residents_to_leases')).toStrictEqual(['residents_to_leases', 'residents-to-leases'])
  expect(modelNamed('residents-to-leases')).toBe(modelNamed('residents_to_leases'))
  expect(modelNamed('residents-to-leases')).toMatchObject({ name: 'residents_to_leases', entity: null })
  expect(modelNamed('parking-spots')).toStrictEqual({ name: 'parking_spots', entity: null, codec: null })
  expect(modelNamed('constructor')).toStrictEqual({ name: 'constructor', entity: null, codec: null })
})

test.each([
  ['leads', 'lead'],
  ['crm-prospects', 'lead'],
  ['applicants', 'applicant'],
  ['applications', 'application'],
  ['residents', 'resident'],
  ['leases', 'lease'],
  ['units', 'unit'],
  ['properties', 'property'],
  ['crm_communities', 'property'],
  ['listings', 'listing'],
  ['crm-listings', 'listing'],
  ['events', 'event'],
  ['crm-events', 'event'],
  ['employees', 'employee'],
  ['service-request-vendors', 'vendor'],
  ['resident-charges', 'charge'],
  ['recurring-resident-charges', 'charge'],
  ['resident-payments', 'payment'],
  ['floor-plans', 'floor_plan'],
  ['applicants-to-applications', null],
  ['unit-pricing', null],
])('rows of %s are: %s', (model, entity) => {
  expect(modelNamed(model).entity).toBe(entity)
})

test('every model that a webhook can be set up for is listed once', () => {
  const typed = Object.keys(typedModels)
  const untyped = Object.keys(untypedModels)
  expect(typed.filter((name) => untyped.includes(name))).toStrictEqual([])
  // 112 of the configuration API of 2026, and one more that only the events' reference has.
  expect(typed.length + untyped.length).toBe(113)
})
