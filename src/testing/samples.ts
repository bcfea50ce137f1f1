import { isLeft } from 'fp-ts/Either'
import { LeasingEvent, providers, type ProviderName } from '../providers/index'
import type { StoredSample } from './samples/stored'
import { casayes } from './samples/casayes'
import { funnel } from './samples/funnel'
import { propexo } from './samples/propexo'
import { rently } from './samples/rently'
import { showmojo } from './samples/showmojo'

/** One delivery of a provider, byte for byte, and the event that `parseWebhook` makes of it. */
export type Sample<Name extends ProviderName = ProviderName> = {
  readonly [N in Name]: {
    readonly provider: N
    /** What it shows: `self-scheduling`. One that begins with `unrecognized` has a word that no document names. */
    readonly name: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly event: LeasingEvent<N>
  }
}[Name]

const stored: Readonly<Record<ProviderName, readonly StoredSample[]>> = {
  rently,
  showmojo,
  propexo,
  funnel,
  casayes,
}

const maskedBody = (provider: ProviderName, body: string): string => {
  const { mask }: { readonly mask?: ((body: string) => string) | undefined } = providers[provider]
  return mask?.(body) ?? body
}

/** Fields that are null are not stored: reading an event back fills them in. */
const eventFrom = (provider: ProviderName, text: string, body: string): LeasingEvent => {
  const event = LeasingEvent.decode(JSON.parse(text))
  /* v8 ignore next -- test/testing/samples.test.ts reads each of them */
  if (isLeft(event)) throw new TypeError(`the stored samples of ${provider} are broken`)
  const { source } = event.right
  return { ...event.right, source: { ...source, raw: maskedBody(provider, body) } } as LeasingEvent
}

const samplesFrom = (provider: ProviderName): readonly Sample[] =>
  stored[provider].map(
    ([name, headers, body, event]) =>
      ({
        provider,
        name,
        headers: JSON.parse(headers) as Readonly<Record<string, string>>,
        body,
        event: eventFrom(provider, event, body),
      }) as Sample,
  )

/**
 * Every sample of every provider: what the documents show, and what the tests of this library add to it. People in
 * them are the documents' own or invented.
 *
 * @example
 * for (const { event } of samples) handle(event)
 */
export const samples: readonly Sample[] = /* @__PURE__ */ (Object.keys(stored) as ProviderName[]).flatMap(
  samplesFrom,
)

/**
 * One sample by its name.
 *
 * @example
 * sample('rently', 'self-scheduling').event.type // 'showing.scheduled'
 *
 * @throws {TypeError} for a name that the provider has no sample of; the message lists its samples.
 */
export const sample = <Name extends ProviderName>(provider: Name, name: string): Sample<Name> => {
  const own = samples.filter((one) => one.provider === provider)
  const found = own.find((one) => one.name === name)
  if (found !== undefined) return found as Sample<Name>
  throw new TypeError(
    `no sample "${name}" of ${provider}; there are ${own.map((one) => one.name).join(', ')}`,
  )
}
