import type { Credentials } from '../../src/auth/credentials'
import type { HandlerFailure } from '../../src/adapters/handle'
import type { AnyEvent } from '../../src/event/event'
import { rently } from '../../src/providers/rently/index'
import { verify as verifyPropexo } from '../../src/providers/propexo/auth'
import { verify as verifyShowMojo } from '../../src/providers/showmojo/auth'
import type { AnyProvider } from '../../src/provider'
import type { ParseOptions } from '../../src/webhook'
import { OLD_SECRET, SECRET } from '../support/secrets'

/** What a server's own code saw of one request. */
export type Entry =
  | { readonly path: string; readonly event: string; readonly secret: string | number | null }
  | { readonly path: string; readonly failure: string; readonly hint: string | null }

/** One route: the same on every server, and with nothing of any framework. */
export interface Scenario extends ParseOptions {
  readonly provider: AnyProvider
  readonly credentials: Credentials | ((account: string | null) => Credentials | Promise<Credentials>)
  readonly onEvent?: () => unknown
  readonly onError?: () => unknown
}

const signing = {
  ...rently,
  verify: verifyPropexo,
  accepted: { status: 200, headers: { 'content-type': 'text/plain' }, body: 'Taken' },
}

/** Named by its length, so that no response can hold it by chance. */
export const SMALL = 400

const fail = (): never => {
  throw new Error('the queue is down')
}

const later = <A>(value: A): Promise<A> => new Promise((resolve) => setTimeout(() => resolve(value), 5))

export const scenarios: Readonly<Record<string, Scenario>> = {
  '/signed': { provider: signing, credentials: { secrets: SECRET } },
  '/rotated': { provider: signing, credentials: { secrets: { current: SECRET, previous: OLD_SECRET } } },
  '/small': { provider: signing, credentials: { secrets: SECRET }, maxBytes: SMALL },
  '/bearer': { provider: { ...rently, verify: verifyShowMojo }, credentials: { secrets: SECRET } },
  '/empty-secret': { provider: signing, credentials: { secrets: '' } },
  '/blank-secret': { provider: signing, credentials: { secrets: '  ' } },
  '/unset-secret': { provider: signing, credentials: { secrets: undefined } },
  '/unsigned': { provider: rently, credentials: {} },
  '/accounts': {
    provider: signing,
    credentials: (account) => later({ secrets: account === 'old' ? OLD_SECRET : SECRET }),
  },
  '/no-account': { provider: signing, credentials: fail },
  '/failing': { provider: signing, credentials: { secrets: SECRET }, onEvent: fail },
  '/rejecting': {
    provider: signing,
    credentials: { secrets: SECRET },
    onEvent: () => Promise.reject(new Error('the queue is down')),
  },
  '/slow': { provider: signing, credentials: { secrets: SECRET }, onEvent: () => later(null) },
  '/failing-twice': { provider: signing, credentials: { secrets: SECRET }, onEvent: fail, onError: fail },
}

const nameOf = (failure: HandlerFailure): string => {
  switch (failure.kind) {
    case 'refused':
      return failure.error._tag
    case 'unsupported':
      return String(failure.status)
    case 'interrupted':
      return 'interrupted'
    case 'failed':
      return `${failure.in}: ${(failure.error as Error).message}`
  }
}

/** The options of a handler for one route, which write what happens to `log`. */
export const optionsOf = <Args extends readonly unknown[]>(
  path: string,
  scenario: Scenario,
  log: Entry[],
  accountOf: (...args: Args) => string | null,
) => {
  const { provider: _provider, credentials, onEvent, onError, ...options } = scenario
  return {
    ...options,
    credentials:
      typeof credentials === 'function' ? (...args: Args) => credentials(accountOf(...args)) : credentials,
    onEvent: async (event: AnyEvent) => {
      await onEvent?.()
      log.push({ path, event: event.type, secret: event.verification?.secret ?? null })
    },
    onError: (failure: HandlerFailure) => {
      const hint = failure.kind === 'refused' ? failure.error.hint : null
      log.push({ path, failure: nameOf(failure), hint })
      onError?.()
    },
  }
}
