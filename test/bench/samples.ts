import { readdirSync, readFileSync } from 'node:fs'
import type { ProviderName } from '../../src/providers/index'

const folder = (provider: ProviderName) => `fixtures/${provider}`

const read = (provider: ProviderName, name: string): string =>
  readFileSync(`${folder(provider)}/${name}.body.json`, 'utf8')

/** The samples of Rently's activities that its page prints. */
export const rentlySamples = [
  'self-registered-viewing-2014',
  'direct-code-showing',
  'open-house-scheduling',
  'open-house-viewing',
  'self-scheduling',
  'self-registered-viewing-2020',
  'otv-auto-showing',
  'customer-care-direct-code',
  'now-available',
  'safe-mode',
  'prospect-comment',
  'prelease-lead-signup',
  'visitor-unlock',
  'visitor-unshackle',
  'tenant-access',
  'call-center-lead',
  'inquiry',
  'self-show-unlocked',
] as const

export const rentlyBodies = (): readonly string[] => rentlySamples.map((name) => read('rently', name))

/** The same bodies without the stamps that say their offset, so that each local one has to be resolved. */
export const localRentlyBodies = (): readonly string[] =>
  rentlyBodies().map((body) => {
    const { checkin_at_iso: _, showing_timestamp: __, ...rest } = JSON.parse(body) as Record<string, unknown>
    const hasLocal = 'checkin_at' in rest || 'record_date' in rest
    return JSON.stringify(hasLocal ? rest : { ...rest, created_at: '04/01/2020 at 05:09AM' }, null, 2)
  })

/** Every fixture but those that were made wrong on purpose. */
export const bodiesOf = (provider: ProviderName): readonly string[] =>
  provider === 'rently'
    ? rentlyBodies()
    : readdirSync(folder(provider))
        .flatMap((file) => (file.endsWith('.body.json') ? [file.slice(0, -'.body.json'.length)] : []))
        .filter((name) => !/faulty|unrecognized|contradict|disagree|unknown/.test(name))
        .map((name) => read(provider, name))
