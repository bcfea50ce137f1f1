import type { Inspected } from '../inspect'
import type { PageSetup } from '../listen/page-server'
import { detail } from './detail'
import { byId, copyButton, h } from './dom'
import { isShown, states, type Filter, type State } from './filter'
import { listItem } from './list'

const MOST_SHOWN = 500

const search = byId('search', HTMLInputElement)
const provider = byId('provider', HTMLSelectElement)
const state = byId('state', HTMLSelectElement)
const sample = byId('sample', HTMLSelectElement)
const sendButton = byId('send', HTMLButtonElement)
const list = byId('list', HTMLOListElement)
const main = byId('detail', HTMLElement)
const status = byId('status', HTMLElement)
const back = byId('back', HTMLButtonElement)

let deliveries: Inspected[] = []
let selected: string | null = null
let setup: PageSetup = { endpoints: [], samples: [] }

const filter = (): Filter => ({
  text: search.value,
  provider: provider.value,
  state: states.find((known): known is State => known === state.value) ?? 'all',
})

const shown = (): readonly Inspected[] => {
  const wanted = filter()
  return deliveries.filter((delivery) => isShown(delivery, wanted)).reverse()
}

const emptyState = (): HTMLElement =>
  h(
    'div',
    { class: 'empty' },
    h('h2', {}, 'Waiting for the first delivery'),
    h(
      'p',
      {},
      'Let the provider post to its path, through a tunnel if it is not on this machine, or send a sample.',
    ),
    h(
      'ul',
      { class: 'endpoints' },
      ...setup.endpoints.map(({ provider: name, url, checked }) =>
        h(
          'li',
          {},
          h('span', { class: `provider ${name}` }, name),
          h('code', {}, url),
          h('small', {}, checked ? 'checked' : 'no secret'),
          copyButton('Copy', () => url),
        ),
      ),
    ),
  )

const showSelected = (): void => {
  const delivery = deliveries.find(({ id }) => id === selected)
  document.body.classList.toggle('has-selection', delivery !== undefined)
  main.replaceChildren(delivery === undefined ? emptyState() : detail(delivery))
}

const select = (id: string | null): void => {
  selected = id
  for (const item of list.querySelectorAll('button')) {
    if (item.dataset['id'] === id) item.setAttribute('aria-current', 'true')
    else item.removeAttribute('aria-current')
  }
  showSelected()
  main.scrollTo(0, 0)
}

const itemOf = (delivery: Inspected): HTMLLIElement => {
  const item = listItem(delivery, () => select(delivery.id))
  const button = item.querySelector('button')
  if (button !== null) {
    button.dataset['id'] = delivery.id
    if (delivery.id === selected) button.setAttribute('aria-current', 'true')
  }
  return item
}

const showCount = (count: number): void => {
  byId('count', HTMLElement).textContent =
    count === deliveries.length ? String(count) : `${String(count)} of ${String(deliveries.length)}`
}

const showList = (): void => {
  const wanted = shown()
  list.replaceChildren(...wanted.map(itemOf))
  showCount(wanted.length)
}

const add = (delivery: Inspected): void => {
  deliveries.push(delivery)
  if (deliveries.length > MOST_SHOWN) deliveries.shift()
  if (isShown(delivery, filter())) list.prepend(itemOf(delivery))
  while (list.childElementCount > MOST_SHOWN) list.lastElementChild?.remove()
  showCount(list.childElementCount)
  const isWide = matchMedia('(min-width: 800px)').matches
  if (selected === null && isWide) select(delivery.id)
}

const connect = (): void => {
  const source = new EventSource('deliveries')
  const say = (text: string, connected: boolean): void => {
    status.textContent = text
    status.classList.toggle('connected', connected)
  }
  source.addEventListener('open', () => say('listening', true))
  source.addEventListener('error', () => say('not connected', false))
  source.addEventListener('all', ({ data }: MessageEvent<string>) => {
    deliveries = JSON.parse(data) as Inspected[]
    if (!deliveries.some(({ id }) => id === selected)) selected = null
    showList()
    const latest = deliveries.at(-1)
    if (selected === null && latest !== undefined && matchMedia('(min-width: 800px)').matches)
      select(latest.id)
    else showSelected()
  })
  source.addEventListener('delivery', ({ data }: MessageEvent<string>) => add(JSON.parse(data) as Inspected))
}

const option = (value: string, label: string): HTMLOptionElement => {
  const element = h('option', {}, label)
  element.value = value
  return element
}

const send = async (): Promise<void> => {
  const response = await fetch('send', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sample: sample.value }),
  })
  if (!response.ok) status.textContent = 'the sample could not be sent'
}

const move = (by: 1 | -1): void => {
  const buttons = [...list.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button.dataset['id'] === selected)
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, at === -1 ? 0 : at + by))]
  next?.focus()
  if (next?.dataset['id'] !== undefined) select(next.dataset['id'])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement

const onKey = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') {
    if (event.target === search && search.value !== '') {
      search.value = ''
      showList()
    } else {
      select(null)
      search.blur()
    }
    return
  }
  if (isTyping(event.target)) return
  const isInList = event.target instanceof Node && list.contains(event.target)
  if (event.key === '/') {
    event.preventDefault()
    search.focus()
  } else if (event.key === 'j' || (isInList && event.key === 'ArrowDown')) {
    event.preventDefault()
    move(1)
  } else if (event.key === 'k' || (isInList && event.key === 'ArrowUp')) {
    event.preventDefault()
    move(-1)
  } else if (event.key === 'c') main.querySelector<HTMLButtonElement>('.actions button')?.click()
}

const start = async (): Promise<void> => {
  const response = await fetch('setup')
  setup = (await response.json()) as PageSetup
  provider.append(
    option('', 'all providers'),
    ...setup.endpoints.map((known) => option(known.provider, known.provider)),
  )
  state.append(...states.map((known) => option(known, known)))
  sample.append(...setup.samples.map((name) => option(name, name)))
  for (const control of [search, provider, state]) control.addEventListener('input', showList)
  sendButton.addEventListener('click', () => void send())
  back.addEventListener('click', () => select(null))
  document.addEventListener('keydown', onKey)
  connect()
}

void start()
