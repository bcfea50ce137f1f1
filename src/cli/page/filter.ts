import type { Inspected } from '../inspect'

export const states = ['all', 'odd', 'refused', 'unrecognized', 'verified', 'not verified'] as const
export type State = (typeof states)[number]

/** Which deliveries are shown. */
export interface Filter {
  readonly text: string
  /** '' is all of them. */
  readonly provider: string
  readonly state: State
}

const hasState = ({ read, checked }: Inspected, state: State): boolean => {
  switch (state) {
    case 'all':
      return true
    case 'odd':
      return read.kind === 'event' && read.event.issues.length + read.unmapped.length > 0
    case 'refused':
      return read.kind === 'refused' || checked.kind === 'refused'
    case 'unrecognized':
      return read.kind === 'event' && read.event.type === 'unrecognized'
    case 'verified':
      return checked.kind === 'verified'
    case 'not verified':
      return checked.kind !== 'verified'
  }
}

const haystack = ({ read, body }: Inspected): string =>
  [read.kind === 'event' ? read.event.type : read.error._tag, body].join('\n').toLowerCase()

/** Whether a delivery has the provider, the state, and every word of the search in its type or its body. */
export const isShown = (delivery: Inspected, { text, provider, state }: Filter): boolean => {
  if (provider !== '' && delivery.provider !== provider) return false
  if (!hasState(delivery, state)) return false
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return true
  const searched = haystack(delivery)
  return words.every((word) => searched.includes(word))
}
