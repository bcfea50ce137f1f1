import { type Codec } from '../codec/codec'
import { list } from '../codec/list'
import { boolean, enumeration, number, text } from '../codec/scalar'
import { emptyPart, orElse, part, type PartOf } from '../codec/struct'
import { CivilDate, EventTime } from '../time/codecs'
import { Utm } from './lead'
import { Actor } from './person'

const feedbackFields = {
  from: enumeration(['prospect', 'agent']),
  /** Whether the prospect wants the home, in the provider's word. */
  interest: text,
  improvements: orElse([], list(text)),
  accessProblem: boolean,
  propertyProblem: text,
  notes: text,
}

/** What was said after a visit. */
export interface Feedback extends PartOf<typeof feedbackFields> {}
export const Feedback: Codec<Feedback> = /* @__PURE__ */ part('Feedback', feedbackFields)

const showingFields = {
  id: text,
  /** The lead that the showing belongs to, where the provider links the two. */
  leadId: text,
  /** What a calendar does with the slot; `unchanged` is "leave it as it is". */
  slot: orElse(
    'unknown',
    enumeration(['requested', 'tentative', 'booked', 'dropped', 'done', 'unchanged', 'unknown']),
  ),
  mode: enumeration(['self_guided', 'agent_guided', 'open_house', 'virtual']),
  startsAt: EventTime,
  endsAt: EventTime,
  /** The day of the visit, where only a day is said. It stays a day: no instant is made of it. */
  date: CivilDate,
  createdAt: EventTime,
  confirmedAt: EventTime,
  canceledAt: EventTime,
  codeIssuedAt: EventTime,
  /** The provider's time-zone name and offset for the showing, as sent. */
  zoneName: text,
  zoneOffset: number,
  /** The provider's own word for the state of the showing. */
  status: text,
  notes: text,
  /** The technology or site that it was asked for on. An open set. */
  source: text,
  utm: Utm,
  isNew: boolean,
  hidden: boolean,
  /** The property wants an approval before it lets anybody in. */
  safeMode: boolean,
  automatic: boolean,
  emergency: boolean,
  lastReminder: boolean,
  /** Why it was refused, canceled, moved or missed, as far as the provider's word says. */
  reason: text,
  /** The word gives the reason of a refusal that another word tells: not a second refusal. */
  isReason: boolean,
  /** What was refused: a showing, or a lead that never came to have one. */
  subject: enumeration(['showing', 'lead']),
  criterion: enumeration(['pets', 'income', 'move_in_date', 'custom_question']),
  /** Whether one approver answered or all of them did. */
  scope: enumeration(['self', 'everyone']),
  /** What was declined or asked about: the showing itself, its acceptance, proposed times, or who takes it. */
  about: enumeration(['showing', 'acceptance', 'proposed_times', 'claim']),
  /** Whom a request or reminder went to. */
  recipient: enumeration(['prospect', 'staff', 'owner_agent', 'approvers']),
  assignee: Actor,
  unitIds: orElse([], list(text)),
  feedback: Feedback,
}

/** A visit to a home: asked for, planned, held or dropped. */
export interface Showing extends PartOf<typeof showingFields> {}
export const Showing: Codec<Showing> = /* @__PURE__ */ part('Showing', showingFields)
export const noShowing: Showing = /* @__PURE__ */ emptyPart(Showing)
