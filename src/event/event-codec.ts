import type * as t from 'io-ts'
import { ownValue } from '../codec/choice'
import { Codec, FAIL, type Fail, type Reader } from '../codec/codec'
import { readerOf } from '../codec/foreign'
import { isObject, jsonObject } from '../codec/json'
import { list } from '../codec/list'
import { fault, type Reading } from '../codec/reading'
import { boolean, either, enumeration, number, text } from '../codec/scalar'
import type { Shape } from '../codec/shape'
import { orElse, part, required } from '../codec/struct'
import type { Issue } from '../error'
import { EventTime } from '../time/codecs'
import type { AnySource, EventOrder, Identity, Verification } from './base'
import { families } from './families'
import { Actor } from './person'
import { eventTypes, familyOf, type Family } from './vocabulary'

const EventOrder: Codec<EventOrder> = /* @__PURE__ */ part('EventOrder', {
  by: required(enumeration(['sequence', 'time'])),
  value: required(text),
  precision: enumeration(['minute', 'second', 'millisecond']),
})

const Identity: Codec<Identity> = /* @__PURE__ */ part('Identity', {
  strength: required(enumeration(['provider-id', 'derived', 'content'])),
  parts: orElse([], list(text)),
  order: EventOrder,
})

const Verification: Codec<Verification> = /* @__PURE__ */ part('Verification', {
  method: required(enumeration(['hmac-sha256', 'token', 'shared-secret', 'none'])),
  covers: required(enumeration(['body', 'nothing'])),
  replayProtected: required(boolean),
  secret: either(text, number),
})

const issueTexts = ['code', 'path', 'expected'] as const

const issueShape: Shape = {
  kind: 'struct',
  fields: /* @__PURE__ */ issueTexts.map((key) => ({ key, presence: 'required', codec: text })),
  complete: true,
}

/** Not a part: issues have two forms, and a part would add the fields of one to the other. */
const Issue: Codec<Issue> = /* @__PURE__ */ new Codec<Issue>('Issue', issueShape, (input, reading) => {
  const texts = issueTexts.map((key) => ownValue(input, key))
  if (texts.every((value) => typeof value === 'string'))
    return jsonObject.read(input, reading) as Issue | Fail
  fault(reading, 'wrong_kind', '', 'an issue')
  return FAIL
})

/** What is needed of a provider to read its events back. */
export interface PayloadOwner {
  readonly name: string
  readonly codec: t.Decoder<unknown, unknown>
}

/** The source of an event: its payload is read by its provider's codec, or taken as it is. */
const sourceCodec = (owners: readonly PayloadOwner[], payloads: 'documented' | 'open'): Codec<AnySource> => {
  const sources = new Map(
    owners.map(({ name, codec }) => [
      name,
      part(payloads === 'open' ? `${name} source with an open payload` : `${name} source`, {
        provider: required(enumeration([name])),
        type: required(text),
        payload: required(payloads === 'open' ? jsonObject : readerOf(codec)),
        raw: text,
      }),
    ]),
  )
  const shape: Shape = {
    kind: 'choice',
    members: [...sources.values()],
    discriminator: 'provider',
    cases: Array.from(sources, ([name, codec]) => ({ when: [{ path: ['provider'], is: [name] }], codec })),
  }
  const expected = [...sources.keys()].map((name) => `"${name}"`).join(' or ')
  return new Codec<AnySource>('Source', shape, (input, reading) => {
    const provider = ownValue(input, 'provider')
    const source = typeof provider === 'string' ? sources.get(provider) : undefined
    if (source !== undefined) return source.read(input, reading)
    fault(reading, 'wrong_kind', '/provider', expected)
    return FAIL
  })
}

const commonFields = (source: Reader<unknown>) => ({
  id: text,
  occurredAt: EventTime,
  actor: Actor,
  completeness: required(enumeration(['snapshot', 'partial', 'diff'])),
  identity: required(Identity),
  source: required(source),
  verification: Verification,
  issues: orElse([], list(Issue)),
})

const typesOf = (family: Family): readonly string[] =>
  family === 'unrecognized' ? [family] : eventTypes[family].map((name) => `${family}.${name}`)

const familyEvent = (family: Family, source: Reader<unknown>): Reader<unknown> =>
  part(`${family} event`, {
    family: required(enumeration([family])),
    type: required(enumeration(typesOf(family))),
    ...commonFields(source),
    ...families[family],
  })

/** The same event under the one type that stands for all unknown ones, nothing else touched. */
const asUnrecognized = (input: Record<string, unknown>, type: string): Record<string, unknown> => ({
  ...input,
  family: 'unrecognized',
  type: 'unrecognized',
  newerType: type,
})

/** Reads events whose type only a newer version knows; their family and data count for nothing. */
const newerEvent = (source: Reader<unknown>, unrecognized: Reader<unknown>): Reader<unknown> => {
  const { newerType: _newerType, ...data } = families.unrecognized
  return {
    name: 'newer event',
    shape: part('newer event', { type: required(text), ...commonFields(source), ...data }).shape,
    read: (input, reading) => {
      const type = ownValue(input, 'type')
      const isEvent = isObject(input) && typeof type === 'string'
      return unrecognized.read(isEvent ? asUnrecognized(input, type) : input, reading)
    },
  }
}

/**
 * A codec that reads events of the given providers back from JSON.
 *
 * A type that this version does not know, written by a newer one, becomes `unrecognized` and keeps its name in
 * `newerType`. Fields that this version does not know stay. Fields that an older version did not write are null.
 */
export const eventCodec = <E>(name: string, owners: readonly PayloadOwner[]): Codec<E> => {
  const documented = sourceCodec(owners, 'documented')
  const open = sourceCodec(owners, 'open')
  const unrecognized = familyEvent('unrecognized', open)
  const newer = newerEvent(open, unrecognized)
  const byFamily = new Map<Family, Reader<unknown>>([
    ...(Object.keys(eventTypes) as (keyof typeof eventTypes)[]).map((family): [Family, Reader<unknown>] => [
      family,
      familyEvent(family, documented),
    ]),
    ['unrecognized', unrecognized],
  ])
  const read = (input: unknown, reading: Reading): unknown => {
    const type = ownValue(input, 'type')
    if (!isObject(input) || typeof type !== 'string') {
      fault(reading, 'wrong_kind', '/type', 'the type of an event')
      return FAIL
    }
    const family = familyOf(type)
    const known = family === null ? undefined : byFamily.get(family)
    return (known ?? newer).read(input, reading)
  }
  const shape: Shape = {
    kind: 'choice',
    members: [...byFamily.values()],
    discriminator: 'family',
    cases: [
      ...Array.from(byFamily, ([family, codec]) => ({
        when: [{ path: ['type'], is: typesOf(family) }],
        codec,
      })),
      { when: [{ path: ['type'], is: 'text' }], codec: newer },
    ],
  }
  return new Codec<E>(name, shape, (input, reading) => {
    const { foreign } = reading
    reading.foreign = 'keep'
    const output = read(input, reading) as E | Fail
    reading.foreign = foreign
    return output
  })
}
