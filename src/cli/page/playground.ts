import { verifyWebhook } from '../../named'
import { providers, type ProviderName } from '../../providers/index'
import { guessProviders, isProviderName, providerNames } from '../guess'
import { readHeaderLines } from '../header-lines'
import { checkedBy, inspect, type Checked } from '../inspect'
import { maskBody, maskHeaders } from '../mask'
import { findSample, sampleNames } from '../samples'
import { detail } from './detail'
import { byId, h } from './dom'

const sample = byId('sample', HTMLSelectElement)
const provider = byId('provider', HTMLSelectElement)
const payload = byId('payload', HTMLTextAreaElement)
const headers = byId('headers', HTMLTextAreaElement)
const secret = byId('secret', HTMLInputElement)
const zone = byId('zone', HTMLInputElement)
const main = byId('detail', HTMLElement)

const option = (value: string, label: string): HTMLOptionElement => {
  const element = h('option', {}, label)
  element.value = value
  return element
}

const message = (title: string, text: string): HTMLElement =>
  h('div', { class: 'empty' }, h('h2', {}, title), h('p', {}, text))

type HeaderPairs = ReturnType<typeof readHeaderLines>

const check = (name: ProviderName, pairs: HeaderPairs, body: string): Checked => {
  if (secret.value === '') return { kind: 'unchecked' }
  const proof = providers[name].verify?.proof
  // Where no document names a header, the one that holds the secret is tried under its own name.
  const place = proof?.header ?? pairs.find(([, value]) => value === secret.value)?.[0]
  return checkedBy(
    verifyWebhook(name, pairs, body, {
      secrets: secret.value,
      ...(proof?.header === null ? { header: place } : {}),
    }),
  )
}

const show = (): void => {
  const body = payload.value
  if (body.trim() === '') {
    main.replaceChildren(message('Nothing to read yet', 'Paste the body of a webhook, or choose a sample.'))
    return
  }
  const name = isProviderName(provider.value) ? provider.value : guessProviders(body)[0]
  if (name === undefined) {
    main.replaceChildren(
      message(
        'Whose webhook is this?',
        'No provider has a word for this body. Choose the provider to see why it is refused.',
      ),
    )
    return
  }
  const pairs = readHeaderLines(headers.value)
  main.replaceChildren(
    detail(
      inspect(
        {
          id: '',
          receivedAt: null,
          provider: name,
          headers: maskHeaders(Object.fromEntries(pairs)),
          body: maskBody(providers[name], body),
          checked: check(name, pairs, body),
        },
        { zone: zone.value === '' ? undefined : zone.value },
      ),
    ),
  )
}

const takeSample = (): void => {
  const request = findSample(sample.value)
  if (request === null) return
  provider.value = ''
  payload.value = request.body
  headers.value = Object.entries(request.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
  show()
}

sample.append(option('', 'choose one'), ...sampleNames().map((name) => option(name, name)))
provider.append(option('', 'guessed from the payload'), ...providerNames.map((name) => option(name, name)))
sample.addEventListener('input', takeSample)
for (const control of [provider, payload, headers, secret, zone]) control.addEventListener('input', show)
show()
