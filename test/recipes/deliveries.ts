import { providers, dedupeKey, parseWebhook, unwrap, type LeasingEvent, type ProviderName } from 'leasehook'
import { buildPayload, buildRequest } from 'leasehook/testing'

/** What a provider sends for one event, as often as it likes. */
export interface Sent {
  readonly provider: ProviderName
  readonly body: string
  readonly key: string
  readonly event: LeasingEvent
}

const secrets: Readonly<Record<ProviderName, string>> = {
  showmojo: 'a-token-of-showmojo',
  propexo: 'a-secret-of-propexo',
  casayes: 'a-token-of-casayes',
  funnel: 'a-token-of-funnel',
  rently: 'a-secret-in-the-url',
}

export const secretsInEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(secrets).map(([name, secret]) => [`${name.toUpperCase()}_SECRET`, secret]),
)

const sent = (provider: ProviderName, payload: object): Sent => {
  const body = JSON.stringify(payload)
  const event = unwrap(parseWebhook(provider, {}, body))
  return { provider, body, event, key: dedupeKey(event).key }
}

const STEPS = ['create', 'confirm', 'update', 'unconfirm', 'confirm_automatically', 'cancel', 'uncancel']

/** Visits whose every step is an event: what becomes of a visit depends on the order in which they are taken. */
const visits = (count: number): readonly Sent[] =>
  Array.from({ length: count }, (_, visit) =>
    STEPS.map((action, step) =>
      sent(
        'showmojo',
        buildPayload('showmojo', action, {
          seed: visit * STEPS.length + step,
          overrides: {
            event: { id: String(1_000_000 + step * count + visit), showing: { uid: `visit-${visit}` } },
          },
        }),
      ),
    ),
  ).flat()

/** Every word of the other providers in turn. */
const others = (count: number): readonly Sent[] => {
  const words = Object.values(providers)
    .filter(({ name }) => name !== 'showmojo')
    .flatMap(({ name, words: known }) => Object.keys(known).map((word) => [name, word] as const))
  return Array.from({ length: count }, (_, seed) => {
    const [provider, word] = words[seed % words.length]!
    return sent(provider, buildPayload(provider, word, { seed }))
  })
}

/** Text that some databases cannot hold. */
const hostile = (): Sent =>
  sent('rently', {
    ...buildPayload('rently', 'Self Scheduling', { seed: 1 }),
    prospect_name: 'a name with \u0000 and half a pair \uD800',
  })

/** Events that differ, of all providers. */
export const someEvents = (atLeast: number): readonly Sent[] => {
  const half = Math.ceil(atLeast / 2)
  const all = [...visits(Math.ceil(half / STEPS.length)), ...others(half), hostile()]
  return [...new Map(all.map((each) => [each.key, each])).values()]
}

/** The request of a delivery, signed. A second one differs in its bytes. */
export const requestFor = ({ provider, body }: Sent, time: number, port: number): Request =>
  buildRequest(
    provider,
    { body },
    {
      as: 'fetch',
      secrets: secrets[provider],
      url: `http://127.0.0.1:${port}/${provider}`,
      ...(provider === 'rently' && { parameter: 'key' }),
      ...(provider === 'funnel' && { header: 'x-funnel-token' }),
      ...(time > 0 && { variant: 'redelivery' as const }),
    },
  )
