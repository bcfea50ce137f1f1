import { CloudEvent, HTTP, type CloudEventV1 } from 'cloudevents'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { toCloudEvent } from '../src/cloudevents'
import { unwrap } from '../src/error'
import { dedupeKey } from '../src/event/identity'
import { parseWebhook } from '../src/named'
import { LeasingEvent } from '../src/providers/index'
import { fixture, fixtures } from './support/fixtures'

const events = fixtures.map(({ provider, name, headers, bytes }) => ({
  name: `${provider}/${name}`,
  event: unwrap(parseWebhook(provider, headers, bytes)),
}))

const eventOf = (path: string): LeasingEvent => {
  const { provider, headers, bytes } = fixture(path)
  return unwrap(parseWebhook(provider, headers, bytes))
}

describe('a CloudEvent', () => {
  test('says what, where, when and about what', () => {
    const event = eventOf('showmojo/create')
    const { data, ...attributes } = toCloudEvent(event)
    expect(attributes).toStrictEqual({
      specversion: '1.0',
      id: dedupeKey(event).key,
      source: 'urn:leasehook:showmojo',
      type: 'leasehook.showing.scheduled',
      subject: `showing/${event.family === 'showing' ? String(event.showing.id) : ''}`,
      time: event.occurredAt?.instant,
      datacontenttype: 'application/json',
    })
    expect(data).toBe(event)
  })

  test('has no attribute that it knows no value for', () => {
    const event = eventOf('rently/self-scheduling')
    const unknown = { ...event, occurredAt: null, property: { ...event, id: null } }
    expect(Object.keys(toCloudEvent(unknown))).toStrictEqual([
      'specversion',
      'id',
      'source',
      'type',
      'datacontenttype',
      'data',
    ])
  })

  test.each([
    ['showmojo/lead-created', /^showing\//],
    ['rently/self-scheduling', /^property\//],
    ['casayes/lead-listing', /^lead\//],
    ['casayes/listing-created', /^listing\//],
    ['propexo/flat-new-event', /^record\//],
    ['rently/application-updated', /^application\//],
    ['funnel/unit-reserved', /^transaction\//],
  ])('%s is about %s', (path, subject) => {
    expect(toCloudEvent(eventOf(path)).subject).toMatch(subject)
  })

  test('of a provider with any name has a source that is a URI', () => {
    const event = eventOf('rently/self-scheduling')
    const foreign = { ...event, source: { ...event.source, provider: 'My CRM/ü?' as 'rently' } }
    expect(toCloudEvent(foreign).source).toBe('urn:leasehook:My-CRM-')
  })

  test('keeps the type of its event', () => {
    const event = eventOf('rently/self-scheduling')
    if (event.type !== 'showing.scheduled') throw new Error('another fixture')
    const cloudEvent = toCloudEvent(event)
    expectTypeOf(cloudEvent.type).toEqualTypeOf<'leasehook.showing.scheduled'>()
    expectTypeOf(cloudEvent.data).toEqualTypeOf(event)
    expectTypeOf({ ...cloudEvent }).toExtend<CloudEventV1<typeof event>>()
  })
})

describe.each(events.map(({ name, event }) => [name, event] as const))('%s', (_, event) => {
  const cloudEvent = toCloudEvent(event)

  test('is a CloudEvent to the official SDK', () => {
    expect(new CloudEvent({ ...cloudEvent }).validate()).toBe(true)
  })

  test.each(['structured', 'binary'] as const)('goes through HTTP in %s mode and comes back', (mode) => {
    const sent = HTTP[mode](new CloudEvent({ ...cloudEvent }))
    const received = HTTP.toEvent<LeasingEvent>({ headers: sent.headers, body: sent.body })
    if (Array.isArray(received)) throw new Error('one event was sent')
    const { id, source, type, subject, time } = received
    expect({ id, source, type, subject, time }).toStrictEqual({
      id: cloudEvent.id,
      source: cloudEvent.source,
      type: cloudEvent.type,
      subject: cloudEvent.subject,
      // Where there is none, the SDK writes the present moment.
      time: cloudEvent.time ?? time,
    })
    expect(LeasingEvent.decode(received.data)).toStrictEqual({ _tag: 'Right', right: event })
  })
})
