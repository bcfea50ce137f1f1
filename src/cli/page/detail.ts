import type { AnyEvent } from '../../event/event'
import type { Inspected, Read } from '../inspect'
import { copyButton, h } from './dom'
import { jsonView, type Mark, type Marks } from './json-view'
import { checkedWords, decision, headingOf, momentsOf, subjectOf } from './words'

const row = (label: string, ...content: readonly (Node | string)[]): HTMLElement =>
  h('div', { class: 'row' }, h('dt', {}, label), h('dd', {}, ...content))

const code = (text: string): HTMLElement => h('code', {}, text)

const marksOf = (read: Read): Marks => {
  const marks = new Map<string, { mark: Mark; why: string }>()
  if (read.kind === 'event') {
    for (const pointer of read.unmapped) marks.set(pointer, { mark: 'unmapped', why: 'no codec knows this' })
  }
  for (const issue of read.kind === 'event' ? read.event.issues : read.error.issues) {
    if (issue.code !== 'more_issues')
      marks.set(issue.path, { mark: 'issue', why: `${issue.code}: expected ${issue.expected}` })
  }
  return marks
}

/** The event as it is shown: what was sent stands beside it already. */
const shownEvent = ({ source, ...event }: AnyEvent, withNulls: boolean): string =>
  JSON.stringify(
    { ...event, source: { provider: source.provider, type: source.type } },
    (_key, value: unknown) =>
      !withNulls && (value === null || (Array.isArray(value) && value.length === 0)) ? undefined : value,
  )

/** The delivery as `leasehook parse` takes it, and the event that it should become. */
const fixtureOf = ({ provider, headers, body, read }: Inspected): string => {
  const event =
    read.kind === 'event' ? { ...read.event, source: { ...read.event.source, raw: null } } : undefined
  return JSON.stringify({ provider, headers, body, event }, null, 2)
}

const facts = ({ provider, receivedAt, checked, read }: Inspected): HTMLElement => {
  const list = h('dl', { class: 'facts' })
  list.append(row('Origin', h('span', { class: `origin ${checked.kind}` }, checkedWords(checked))))
  if (checked.kind === 'refused' && checked.error.hint !== null) list.append(row('Hint', checked.error.hint))
  if (read.kind === 'refused') {
    const { error } = read
    list.append(row('Refused', `${error._tag}: expected ${error.expected}`))
    if (error.hint !== null) list.append(row('Hint', error.hint))
  } else {
    const { event, dedupeKey } = read
    list.append(row('Sent as', code(event.source.type), ` by ${provider}`))
    if (event.id !== null) list.append(row('Id', code(event.id)))
    list.append(row('Dedupe key', code(dedupeKey.key), ` by ${dedupeKey.strength}`))
    list.append(row('Completeness', event.completeness))
  }
  if (receivedAt !== null) list.append(row('Received', code(receivedAt)))
  return list
}

const times = (event: AnyEvent): HTMLElement | null => {
  const moments = momentsOf(event)
  if (moments.length === 0) return null
  const items = moments.map(({ path, time }) =>
    h(
      'li',
      { class: time.ambiguity === 'none' && time.basis !== null ? '' : 'warned' },
      h('strong', {}, path),
      h('span', { class: 'instant' }, time.instant ?? 'no instant'),
      h('span', {}, [time.local?.replace('T', ' '), time.offset, time.zone].filter(Boolean).join(' ')),
      h('small', {}, decision(time), '; sent as ', code(String(time.raw))),
    ),
  )
  return h('section', {}, h('h3', {}, 'Times'), h('ul', { class: 'times' }, ...items))
}

const oddities = (read: Read): HTMLElement | null => {
  const issues = (read.kind === 'event' ? read.event.issues : read.error.issues).map((issue) =>
    issue.code === 'more_issues'
      ? h('li', { class: 'issue' }, `and ${String(issue.count)} more`)
      : h(
          'li',
          { class: 'issue' },
          code(issue.path === '' ? 'the body' : issue.path),
          ` ${issue.code}: expected ${issue.expected}`,
        ),
  )
  const unknown = (read.kind === 'event' ? read.unmapped : []).map((pointer) =>
    h('li', { class: 'unmapped' }, code(pointer), ' no codec knows this'),
  )
  if (issues.length + unknown.length === 0) return null
  return h('section', {}, h('h3', {}, 'Odd'), h('ul', { class: 'odd' }, ...issues, ...unknown))
}

const headersView = (headers: Inspected['headers']): HTMLElement | null => {
  const entries = Object.entries(headers)
  if (entries.length === 0) return null
  const lines = entries.map(([name, value]) => row(name, code(value)))
  return h(
    'details',
    {},
    h('summary', {}, `${String(entries.length)} headers`),
    h('dl', { class: 'facts' }, ...lines),
  )
}

const eventPane = (event: AnyEvent): HTMLElement => {
  const toggle = h('input', { type: 'checkbox' })
  const render = (): HTMLElement => jsonView(shownEvent(event, toggle.checked), new Map(), 'canonical event')
  let view = render()
  toggle.addEventListener('change', () => {
    const next = render()
    view.replaceWith(next)
    view = next
  })
  return h(
    'section',
    { class: 'pane' },
    h('header', {}, h('h3', {}, 'Canonical event'), h('label', {}, toggle, ' empty fields too')),
    view,
  )
}

/** All that is known of one delivery. */
export const detail = (delivery: Inspected): DocumentFragment => {
  const { read, body, provider } = delivery
  const view = document.createDocumentFragment()
  view.append(
    h(
      'header',
      { class: 'title' },
      h('span', { class: `provider ${provider}` }, provider),
      h('h2', {}, headingOf(delivery)),
      h('p', {}, subjectOf(delivery)),
      h(
        'div',
        { class: 'actions' },
        copyButton('Copy as fixture', () => fixtureOf(delivery)),
        read.kind === 'event' && copyButton('Copy event', () => JSON.stringify(read.event, null, 2)),
      ),
    ),
    h('section', {}, facts(delivery)),
  )
  const sections = [
    read.kind === 'event' ? times(read.event) : null,
    oddities(read),
    headersView(delivery.headers),
  ]
  view.append(...sections.filter((section) => section !== null))
  view.append(
    h(
      'div',
      { class: 'panes' },
      h(
        'section',
        { class: 'pane' },
        h('header', {}, h('h3', {}, 'As received')),
        jsonView(body, marksOf(read), 'body as received'),
      ),
      read.kind === 'event' && eventPane(read.event),
    ),
  )
  return view
}
