import type { EventTime } from '../../time/event-time'
import type { Checked, Inspected } from '../inspect'

const bases = {
  offset: 'the stamp says its own offset',
  epoch: 'a count since 1970',
  zone: 'a local time in the zone that the payload names',
  'assumed-zone': 'a local time in the zone that the documents imply or the options give',
} as const

const ambiguities = {
  none: '',
  overlap: 'the clock showed it twice',
  gap: 'the clock skipped it',
} as const

/** What an instant rests on, in words. */
export const decision = ({ basis, ambiguity, precision }: EventTime): string =>
  [
    basis === null ? 'nobody says the zone, so there is no instant' : bases[basis],
    ambiguities[ambiguity],
    `sent to the ${precision}`,
  ]
    .filter((part) => part !== '')
    .join('; ')

export const checkedWords = (checked: Checked): string => {
  if (checked.kind === 'unchecked') return 'not checked: no secret was given'
  if (checked.kind === 'refused') return `${checked.error._tag}: expected ${checked.error.expected}`
  const { method, covers, secret } = checked.verification
  if (method === 'none') return 'taken from anybody'
  const what = covers === 'body' ? 'covers the body' : 'says nothing of the body'
  return `${method} with secret ${String(secret)}; it ${what}`
}

export interface Moment {
  readonly path: string
  readonly time: EventTime
}

const isTime = (value: object): value is EventTime => 'instant' in value && 'basis' in value && 'raw' in value

/** Every time that an event holds, with its place. What the provider sent is no part of that. */
export const momentsOf = (value: unknown, path = ''): readonly Moment[] => {
  if (typeof value !== 'object' || value === null) return []
  if (isTime(value)) return [{ path, time: value }]
  return Object.entries(value).flatMap(([key, part]) =>
    path === '' && (key === 'source' || key === 'identity')
      ? []
      : momentsOf(part, path === '' ? key : `${path}.${key}`),
  )
}

interface Named {
  readonly name?: unknown
  readonly email?: unknown
  readonly phone?: unknown
  readonly address?: unknown
  readonly model?: unknown
}

const firstText = (...values: readonly unknown[]): string | null =>
  values.find((value): value is string => typeof value === 'string' && value !== '') ?? null

/** Who and where, as far as the event knows. */
export const subjectOf = ({ read }: Inspected): string => {
  if (read.kind === 'refused') return read.error.expected
  const parts: Readonly<Record<string, Named | null | undefined>> = { ...read.event } as never
  const who = firstText(parts['person']?.name, parts['person']?.email, parts['person']?.phone)
  const where = firstText(parts['property']?.address, parts['property']?.name, parts['record']?.model)
  return [who, where].filter((part) => part !== null).join(' · ')
}

export const headingOf = ({ read }: Inspected): string =>
  read.kind === 'event' ? read.event.type : read.error._tag

export const clockOf = (receivedAt: string | null): string =>
  receivedAt === null ? '' : new Date(receivedAt).toLocaleTimeString([], { hour12: false })
