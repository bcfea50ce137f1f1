import type { AnyEvent } from '../event/event'
import { families } from '../event/families'
import { printable, type Paint } from './terminal'

type Part = Readonly<Record<string, unknown>>

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSaid = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)

const joined = (parts: readonly (string | null | false)[], by: string): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(by)

const text = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null

const money = ({ amount, currency, per }: Part): string =>
  joined([(Number(amount) / 100).toFixed(2), text(currency), isSaid(per) && `a ${String(per)}`], ' ')

/** A time: the instant, the clock that was sent, and what the one rests on. */
const readableTime = (time: Part): string => {
  const clock = joined(
    [text(time['local'])?.replace('T', ' ') ?? null, text(time['offset']), text(time['zone'])],
    ' ',
  )
  const basis = text(time['basis'])
  const ambiguity = text(time['ambiguity']) ?? 'none'
  const why =
    basis === null ? 'no zone known' : `by ${basis}${ambiguity === 'none' ? '' : `, in an ${ambiguity}`}`
  return joined([text(time['instant']), clock, why], '  ')
}

const facts = ({ bedrooms, bathrooms, rent, squareFeet, cats, dogs, unitTag }: Part): string =>
  joined(
    [
      isSaid(bedrooms) && `${String(bedrooms)} bedrooms`,
      isSaid(bathrooms) && `${String(bathrooms)} baths`,
      isPart(rent) && money(rent),
      isSaid(squareFeet) && `${String(squareFeet)} sq ft`,
      cats === true && 'cats',
      dogs === true && 'dogs',
      isSaid(unitTag) && `tag ${String(unitTag)}`,
    ],
    ', ',
  )

/** The fields of a part that say something, in one line. */
const said = (part: Part): string =>
  Object.entries(part)
    .filter(([, value]) => isSaid(value))
    .map(([key, value]) => `${key}: ${shown(value)}`)
    .join(', ')

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (!isPart(value)) return String(value)
  if ('instant' in value) return text(value['instant']) ?? text(value['local']) ?? ''
  if ('amount' in value) return money(value)
  return `(${said(value)})`
}

const LABEL_WIDTH = 13

/** An event for people: one line per part that says anything, and no line for those that do not. */
export const readableEvent = (event: AnyEvent, paint: Paint): readonly string[] => {
  const parts: Part = { ...event }
  const lines = [
    `${paint('bold', printable(event.source.type))} ${paint('dim', '→')} ${paint('cyan', event.type)}`,
  ]
  const line = (label: string, content: string): void => {
    if (content !== '') lines.push(`  ${paint('dim', label.padEnd(LABEL_WIDTH))}${printable(content)}`)
  }
  line('id', event.id ?? '')
  if (event.occurredAt !== null) line('when', readableTime({ ...event.occurredAt }))
  if (event.actor !== null) line('by', said({ ...event.actor }))
  for (const name of Object.keys(families[event.family])) {
    const part = parts[name]
    if (!isPart(part)) line(name, text(part) ?? '')
    else if (name !== 'property') line(name, said(part))
    else {
      const { summary: _, facts: known, ...rest } = part
      line(name, said(rest))
      if (isPart(known)) line('', facts(known))
    }
  }
  return lines
}
