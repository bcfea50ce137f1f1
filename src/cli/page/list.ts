import type { Inspected } from '../inspect'
import { h } from './dom'
import { clockOf, headingOf, subjectOf } from './words'

const badge = (kind: string, text: string): HTMLElement => h('span', { class: `badge ${kind}` }, text)

const badges = ({ checked, read }: Inspected): readonly HTMLElement[] => {
  const found: HTMLElement[] = []
  if (checked.kind === 'verified') found.push(badge('verified', 'verified'))
  if (checked.kind === 'refused') found.push(badge('refused', checked.error._tag))
  if (read.kind === 'refused') found.push(badge('refused', 'refused'))
  else {
    const { event, unmapped } = read
    if (event.issues.length > 0) found.push(badge('issue', `${String(event.issues.length)} odd`))
    if (unmapped.length > 0) found.push(badge('unmapped', `${String(unmapped.length)} unknown`))
  }
  return found
}

/** One delivery in the list. */
export const listItem = (delivery: Inspected, select: () => void): HTMLLIElement => {
  const { provider, receivedAt } = delivery
  const button = h(
    'button',
    { type: 'button', class: 'delivery', onclick: select },
    h(
      'span',
      { class: 'top' },
      h('span', { class: `provider ${provider}` }, provider),
      h('time', {}, clockOf(receivedAt)),
    ),
    h('strong', {}, headingOf(delivery)),
    h('span', { class: 'subject' }, subjectOf(delivery)),
    h('span', { class: 'badges' }, ...badges(delivery)),
  )
  return h('li', {}, button)
}
