import type * as t from 'io-ts'
import { ownValue } from '../codec/choice'
import { Codec, FAIL, type Fail, type Reader } from '../codec/codec'
import { readerOf } from '../codec/foreign'
import { isObject, jsonObject } from '../codec/json'
import { list } from '../codec/list'
import { fault, type Reading } from '../codec/reading'
import { boolean, either, enumeration, number, text } from '../codec/scalar'
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

/** Not a struct: an issue's path may be '', which a struct takes for nothing. */
const Issue: Codec<Issue> = /* @__PURE__ */ new Codec<Issue>('Issue', jsonObject.shape, (input, reading) => {
  const texts = ['code', 'path', 'expected'].map((key) => ownValue(input, key))
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
      part('Source', {
        provider: required(enumeration([name])),
        type: required(text),
        payload: required(payloads === 'open' ? jsonObject : readerOf(codec)),
        raw: text,
      }),
    ]),
  )
  const shape = { kind: 'choice', members: [...sources.values()], discriminator: 'provider' } as const
  const expected = [...sources.keys()].map((name) => `"${name}"`).join(' or ')
  return new Codec<AnySource>('Source', shape, (input, reading) => {
    const provider = ownValue(input, 'provider')
    const source = typeof provider === 'string' ? sources.get(provider) : undefined
    if (source !== undefined) return source.read(input, reading)
    fault(reading, 'wrong_kind', '/provider', expected)
    return FAIL
  })
}

const envelope = (family: Family, source: Reader<unknown>) => ({
  family: required(enumeration([family])),
  type: required(text),
  id: text,
  occurredAt: EventTime,
  actor: Actor,
  completeness: required(enumeration(['snapshot', 'partial', 'diff'])),
  identity: required(Identity),
  source: required(source),
  verification: Verification,
  issues: orElse([], list(Issue)),
})

/** The same event under the one type that stands for all unknown ones, nothing else touched. */
const asUnrecognized = (input: Record<string, unknown>, type: string): Record<string, unknown> => ({
  ...input,
  family: 'unrecognized',
  type: 'unrecognized',
  newerType: type,
})

/**
 * A codec that reads events of the given providers back from JSON.
 *
 * A type that this version does not know, written by a newer one, becomes `unrecognized` and keeps its name in
 * `newerType`. Fields that this version does not know stay. Fields that an older version did not write are null.
 */
export const eventCodec = <E>(name: string, owners: readonly PayloadOwner[]): Codec<E> => {
  const documented = sourceCodec(owners, 'documented')
  const open = sourceCodec(owners, 'open')
  const byFamily = new Map<Family, Reader<unknown>>()
  for (const family of [...Object.keys(eventTypes), 'unrecognized'] as Family[]) {
    const source = family === 'unrecognized' ? open : documented
    byFamily.set(family, part(`${family} event`, { ...envelope(family, source), ...families[family] }))
  }
  const read = (input: unknown, reading: Reading): unknown => {
    const type = ownValue(input, 'type')
    if (!isObject(input) || typeof type !== 'string') {
      fault(reading, 'wrong_kind', '/type', 'the type of an event')
      return FAIL
    }
    const family = familyOf(type)
    return family === null
      ? byFamily.get('unrecognized')?.read(asUnrecognized(input, type), reading)
      : byFamily.get(family)?.read(input, reading)
  }
  const shape = { kind: 'choice', members: [...byFamily.values()], discriminator: 'family' } as const
  return new Codec<E>(name, shape, (input, reading) => {
    const { foreign } = reading
    reading.foreign = 'keep'
    const output = read(input, reading) as E | Fail
    reading.foreign = foreign
    return output
  })
}
