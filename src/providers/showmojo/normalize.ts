import { ownValue } from '../../codec/choice'
import { FAIL } from '../../codec/codec'
import type { JsonObject } from '../../codec/json'
import { fault, newReading } from '../../codec/reading'
import { events } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import { noShowing } from '../../event/showing'
import { handlerOf } from './events'
import { occurrenceOf, personOf, propertyOf, showingOf } from './parts'
import { ShowMojoUnknown, type ShowMojoPayload, type ShowMojoUnknownEvent } from './payload'

type Body = ShowMojoPayload | JsonObject

/** What the codec lets through has both; without them there is nothing to read. */
const noEvent: ShowMojoUnknownEvent = { id: '', action: '' }

/** The documented fields beside an unknown action. The body stays as it was sent, and what is odd about it is noted. */
const knownFields = (body: JsonObject, { reading }: Delivery): ShowMojoUnknownEvent => {
  const attempt = newReading(false)
  const fields = ShowMojoUnknown.read(body, attempt)
  for (const issue of attempt.issues) {
    /* v8 ignore else -- the count of more issues is added when the event is built */
    if (issue.code !== 'more_issues') fault(reading, issue.code, issue.path, issue.expected)
  }
  return fields === FAIL ? noEvent : fields.event
}

/** An action that the page does not list: its showing is as good as any other's, only what happened is unknown. */
const unrecognized = (body: JsonObject, delivery: Delivery) => {
  const event = knownFields(body, delivery)
  const source = { provider: 'showmojo', type: event.action, payload: body, raw: delivery.raw } as const
  const of = occurrenceOf(event, source, delivery)
  const showing = event.showing ?? null
  return events.unrecognized('unrecognized', of, delivery, {
    discriminator: '/event/action',
    newerType: null,
    person: showing === null ? null : personOf(showing),
    property: showing === null ? null : propertyOf(showing),
    showing: showing === null ? null : showingOf(showing, noShowing, of.occurredAt, delivery),
  })
}

/** The event of any body that the codec let through. */
export const normalize = (body: Body, delivery: Delivery) => {
  const handler = handlerOf(ownValue(ownValue(body, 'event', delivery.reading), 'action', delivery.reading))
  // The codec chose by the same word, so that a documented one means a payload whose fields it has read.
  return handler === undefined ? unrecognized(body, delivery) : handler(body as ShowMojoPayload, delivery)
}
