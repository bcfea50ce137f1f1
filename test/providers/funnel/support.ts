import { isLeft } from 'fp-ts/Either'
import { unwrap } from '../../../src/error'
import { parseWebhook } from '../../../src/named'
import type { LeasingEvent } from '../../../src/providers/index'
import type { ParseOptions } from '../../../src/webhook'
import { fixture } from '../../support/fixtures'

type Body = Record<string, unknown>
type Family = LeasingEvent<'funnel'>['family']

export const bodyOf = (name: string): Body => JSON.parse(fixture(`funnel/${name}`).body) as Body

export const parse = (body: unknown, options: ParseOptions = {}) =>
  unwrap(parseWebhook('funnel', {}, body as object, options))

/** The event, which has to be of the family. */
export const parseAs = <F extends Family>(family: F, body: unknown, options: ParseOptions = {}) => {
  const event = parse(body, options)
  if (event.family !== family) throw new Error(`${event.family} instead of ${family}`)
  return event as Extract<LeasingEvent<'funnel'>, { readonly family: F }>
}

/** The fixture's body with other data. */
export const withData = (name: string, changes: Body): Body => {
  const body = bodyOf(name)
  const key = 'data' in body ? 'data' : 'event_data'
  return { ...body, [key]: { ...(body[key] as Body), ...changes } }
}

export const refusedPaths = (body: unknown): readonly string[] => {
  const parsed = parseWebhook('funnel', {}, body as object)
  if (!isLeft(parsed)) throw new Error('not refused')
  if (parsed.left._tag !== 'PayloadInvalid') throw new Error(parsed.left._tag)
  return parsed.left.issues.map(({ path }) => path)
}
