import { template } from '../../codec/struct'
import { noAccess } from '../../event/access'
import { events } from '../../event/events'
import { noCall, noDocument, noMessage, noScreening } from '../../event/conversation'
import type { Delivery } from '../../event/delivery'
import { noDevice } from '../../event/device'
import type { EventOf } from '../../event/event'
import { noLead } from '../../event/lead'
import type { Actor } from '../../event/person'
import { noShowing, type Showing } from '../../event/showing'
import type { TypesOf } from '../../provider'
import type { EventTime } from '../../time/event-time'
import { callWords, documentWords, messageWords } from './conversation-words'
import type { CallWord, DocumentWord, MessageWord } from './conversation-words'
import { leadWords, screeningWords, type LeadWord, type ScreeningWord } from './lead-words'
import { occurrenceOf, personOf, propertyOf, showingOf, type ShowMojoSource } from './parts'
import type { ShowMojoPayload, ShowMojoShowing } from './payload'
import { accessWords, showingWords, type AccessWord, type ShowingWord } from './showing-words'
import type { words } from './words'

type Handler = (
  payload: ShowMojoPayload,
  delivery: Delivery,
) => EventOf<TypesOf<typeof words>, ShowMojoSource>

const occurrence = (payload: ShowMojoPayload, delivery: Delivery) => {
  const { event } = payload
  const source: ShowMojoSource = { provider: 'showmojo', type: event.action, payload, raw: delivery.raw }
  return occurrenceOf(event, source, delivery)
}

const unchanged: Showing = { ...noShowing, slot: 'unchanged' }

/** The showing beside an event that is about something else. */
const contextOf = (
  showing: ShowMojoShowing | null | undefined,
  occurredAt: EventTime | null,
  delivery: Delivery,
): Showing | null => (showing == null ? null : showingOf(showing, unchanged, occurredAt, delivery))

// One function per family. Given a word it lays out what the word says once, and gives the function that is called for
// every event with that word.

const lead = ({ type, role, ...details }: LeadWord): Handler => {
  const byWord = template({ ...noLead, ...details })
  return (payload, delivery) => {
    const { showing } = payload.event
    const of = occurrence(payload, delivery)
    return events.lead(type, of, delivery, {
      person: personOf(showing, role),
      property: propertyOf(showing),
      showing: contextOf(showing, of.occurredAt, delivery),
      lead: { ...byWord, message: showing?.notes ?? null },
    })
  }
}

const screening = ({ type, ...details }: ScreeningWord): Handler => {
  const byWord = { ...noScreening, ...details }
  return (payload, delivery) => {
    const { showing } = payload.event
    const of = occurrence(payload, delivery)
    return events.screening(type, of, delivery, {
      person: personOf(showing),
      property: propertyOf(showing),
      showing: contextOf(showing, of.occurredAt, delivery),
      screening: { ...byWord },
    })
  }
}

const stampedSlot = (showing: ShowMojoShowing | null | undefined): Showing['slot'] => {
  if (showing == null) return 'unknown'
  if (showing.canceled_at != null) return 'dropped'
  if (showing.showtime == null) return 'unknown'
  return showing.confirmed_at == null ? 'tentative' : 'booked'
}

const feedbackOf = (from: ShowingWord['feedbackFrom']): Showing['feedback'] =>
  from === undefined
    ? null
    : { from, interest: null, improvements: [], accessProblem: null, propertyProblem: null, notes: null }

const assigneeOf = (assignee: ShowingWord['assignee'], actor: Actor | null): Actor | null => {
  if (assignee === undefined) return null
  return assignee === 'actor' ? actor : { kind: assignee, id: null, name: null, raw: null }
}

const showing = ({
  type,
  slot,
  assignee,
  feedbackFrom,
  ...details
}: ShowingWord & { readonly type: TypesOf<typeof showingWords> }): Handler => {
  const byWord = {
    ...noShowing,
    ...details,
    slot: slot === 'as_stamped' ? 'unknown' : slot,
  }
  const isWhole = slot !== 'as_stamped' && assignee === undefined && feedbackFrom === undefined
  return (payload, delivery) => {
    const { showing } = payload.event
    const of = occurrence(payload, delivery)
    const said = isWhole
      ? byWord
      : {
          ...byWord,
          slot: slot === 'as_stamped' ? stampedSlot(showing) : slot,
          assignee: assigneeOf(assignee, of.actor),
          feedback: feedbackOf(feedbackFrom),
        }
    return events.showing(type, of, delivery, {
      person: personOf(showing),
      property: propertyOf(showing),
      showing: showing == null ? { ...said } : showingOf(showing, said, of.occurredAt, delivery),
    })
  }
}

const access = ({
  type,
  deviceKind,
  ...details
}: AccessWord & { readonly type: TypesOf<typeof accessWords> }): Handler => {
  const byWord = { ...noAccess, ...details }
  return (payload, delivery) => {
    const of = occurrence(payload, delivery)
    const showing = contextOf(payload.event.showing, of.occurredAt, delivery)
    return events.access(type, of, delivery, {
      person: personOf(payload.event.showing),
      property: propertyOf(payload.event.showing),
      showing,
      access: {
        ...byWord,
        device: deviceKind === undefined ? null : { ...noDevice, kind: deviceKind },
        codeIssuedAt: showing === null ? null : showing.codeIssuedAt,
      },
    })
  }
}

const message = ({ type, ...details }: MessageWord): Handler => {
  const byWord = { ...noMessage, ...details }
  return (payload, delivery) => {
    const { showing } = payload.event
    const of = occurrence(payload, delivery)
    return events.message(type, of, delivery, {
      person: personOf(showing),
      property: propertyOf(showing),
      showing: contextOf(showing, of.occurredAt, delivery),
      message: { ...byWord },
    })
  }
}

const call = ({ type, ...details }: CallWord): Handler => {
  const byWord = { ...noCall, ...details }
  return (payload, delivery) => {
    const { showing } = payload.event
    const of = occurrence(payload, delivery)
    return events.call(type, of, delivery, {
      person: personOf(showing),
      property: propertyOf(showing),
      showing: contextOf(showing, of.occurredAt, delivery),
      call: { ...byWord },
    })
  }
}

const document = ({ type, ...details }: DocumentWord): Handler => {
  const byWord = template({ ...noDocument, ...details })
  return (payload, delivery) => {
    const { showing } = payload.event
    const of = occurrence(payload, delivery)
    return events.document(type, of, delivery, {
      person: personOf(showing),
      property: propertyOf(showing),
      showing: contextOf(showing, of.occurredAt, delivery),
      document: { ...byWord },
    })
  }
}

const perWord = <Word>(
  table: Readonly<Record<string, Word>>,
  family: (word: Word) => Handler,
): readonly (readonly [action: string, handler: Handler])[] =>
  Object.entries(table).map(([action, word]) => [action, family(word)])

const makeHandlers = (): ReadonlyMap<unknown, Handler> =>
  new Map([
    ...perWord(leadWords, lead),
    ...perWord(screeningWords, screening),
    ...perWord(showingWords, showing),
    ...perWord(accessWords, access),
    ...perWord(messageWords, message),
    ...perWord(callWords, call),
    ...perWord(documentWords, document),
  ])

const handlers = /* @__PURE__ */ makeHandlers()

/** What makes the events of a documented action; undefined for any other. */
export const handlerOf = (action: unknown): Handler | undefined => handlers.get(action)
