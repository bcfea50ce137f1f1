import { dedupeKey } from '../../src/event/identity'
import { unwrap } from '../../src/error'
import type { EventOrder, Identity } from '../../src/event/base'
import { parseWebhook } from '../../src/named'
import type { LeasingEvent, ProviderName } from '../../src/providers/index'
import { fixtures } from './fixtures'

/** Events of one provider that are identified and ordered in one way. Prose is what no fixture can tell. */
interface Kind {
  readonly provider: ProviderName
  readonly name: string
  readonly holds: (event: LeasingEvent) => boolean
  /** Pointers into the body; null where all documented fields are compared. */
  readonly id: string | null
  readonly orderedBy: Partial<Readonly<Record<EventOrder['by'], string>>>
  readonly redelivery: string
  /** Which other event has the same key. */
  readonly alike: string
}

const notDocumented = 'not documented'
const payloadHas = ({ source }: LeasingEvent, key: string): boolean => Object.hasOwn(source.payload, key)

export const kinds: readonly Kind[] = [
  {
    provider: 'rently',
    name: 'activities',
    holds: (event) => !payloadHas(event, 'message_type') && !payloadHas(event, 'application_id'),
    id: null,
    orderedBy: { time: 'of the record' },
    redelivery: notDocumented,
    alike: 'none but the same deed of the same person at the same home and moment',
  },
  {
    provider: 'rently',
    name: 'smart-home messages',
    holds: (event) => payloadHas(event, 'message_type'),
    id: null,
    orderedBy: { time: '`activity_time`' },
    redelivery: notDocumented,
    alike: 'none but of one device at one moment',
  },
  {
    provider: 'rently',
    name: 'rental applications',
    holds: (event) => payloadHas(event, 'application_id'),
    id: null,
    orderedBy: {},
    redelivery: notDocumented,
    alike: 'the application in the same state again',
  },
  {
    provider: 'showmojo',
    name: 'all',
    holds: () => true,
    id: '/event/id',
    orderedBy: { sequence: '`event.id`', time: '`event.created_at` where the id is not digits' },
    redelivery: 'every hour for 48 hours, or after 5, 15, 45, 135 and 405 minutes',
    alike: 'none',
  },
  {
    provider: 'propexo',
    name: 'rows: `DATA_NEW`, `DATA_UPDATE`',
    holds: ({ family }) => family === 'record',
    id: null,
    orderedBy: {},
    redelivery: 'every 15 minutes, at most 10 times',
    alike: 'with a `job_id` none; without one (envelopes 4 and 5) the same change made again',
  },
  {
    provider: 'propexo',
    name: 'jobs and failed writes',
    holds: ({ type }) => type.startsWith('sync.') && type !== 'sync.completed',
    id: null,
    orderedBy: {},
    redelivery: 'every 15 minutes, at most 10 times',
    alike: 'none, as long as there is a `job_id`',
  },
  {
    provider: 'propexo',
    name: 'syncs',
    holds: ({ type }) => type === 'sync.completed',
    id: null,
    orderedBy: {},
    redelivery: 'every 15 minutes, at most 10 times',
    alike: '**every sync with the same counts**',
  },
  {
    provider: 'funnel',
    name: 'V3 and events: bodies with an `id`',
    holds: ({ id }) => id !== null,
    id: '/id',
    orderedBy: { time: '`timestamp` or `event_timestamp`' },
    redelivery: 'V3: 3 times; events: until answered as asked, how often is not known',
    alike: 'none',
  },
  {
    provider: 'funnel',
    name: 'lead webhook and prospect updates',
    holds: ({ id }) => id === null,
    id: null,
    orderedBy: {},
    redelivery: notDocumented,
    alike: '**the same status reached again**, a lead saved again as it was',
  },
  {
    provider: 'casayes',
    name: 'leads',
    holds: ({ family }) => family === 'lead',
    id: '/LeadReference',
    orderedBy: { time: '`CreatedDate`' },
    redelivery: notDocumented,
    alike: 'none; if a lead is ever sent again after a change, that',
  },
  {
    provider: 'casayes',
    name: 'listings',
    holds: ({ family }) => family === 'listing',
    id: null,
    orderedBy: {},
    redelivery: notDocumented,
    alike: '**every update of one listing**',
  },
]

export interface Identified {
  readonly fixture: string
  readonly provider: ProviderName
  readonly body: string
  readonly event: LeasingEvent
  readonly key: string
}

/** Every fixture whose word is documented. */
export const identified: readonly Identified[] = fixtures.flatMap(
  ({ provider, name, headers, bytes, body }) => {
    const event = unwrap(parseWebhook(provider, headers, bytes))
    if (event.type === 'unrecognized') return []
    return [{ fixture: `${provider}/${name}`, provider, body, event, key: dedupeKey(event).key }]
  },
)

export const membersOf = ({ provider, holds }: Kind): readonly Identified[] =>
  identified.filter((one) => one.provider === provider && holds(one.event))

const precisions = ['minute', 'second', 'millisecond'] as const

const orderOf = ({ orderedBy }: Kind, identities: readonly Identity[]): string => {
  const orders = identities.flatMap(({ order }) => (order === null ? [] : [order]))
  const sequences = orders.some(({ by }) => by === 'sequence')
    ? [`the number ${orderedBy.sequence ?? ''}`]
    : []
  const sent = precisions.filter((one) => orders.some(({ precision }) => precision === one))
  const times = sent.length === 0 ? [] : [`the moment ${orderedBy.time ?? ''}, to the ${sent.join(' or ')}`]
  return [...sequences, ...times].join('; ') || 'nothing'
}

export const keysBlock = (): string =>
  [
    '| provider | events | the key is made of | `strength` | ordered by | sent again | another event with this key |',
    '|---|---|---|---|---|---|---|',
    ...kinds.map((kind) => {
      const identities = membersOf(kind).map(({ event }) => event.identity)
      const strengths = [...new Set(identities.map(({ strength }) => strength))]
      const matter =
        kind.id === null ? 'the word, all documented fields' : `\`${kind.id.slice(1).replace('/', '.')}\``
      const cells = [
        `\`${kind.provider}\``,
        kind.name,
        matter,
        strengths.map((strength) => `\`${strength}\``).join(', '),
        orderOf(kind, identities),
        kind.redelivery,
        kind.alike,
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ].join('\n')
