import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../src/error'
import { parseWebhook } from '../../../src/named'
import { activityCodecs } from '../../../src/providers/rently/activity'
import { activityWords, smartHomeWords, words } from '../../../src/providers/rently/words'

/** The list of the page, and the spelling that only its sample has. */
const documented = {
  'Direct Code Showing': 'access.code_requested',
  'Open House Scheduling': 'showing.scheduled',
  'Open House Viewing': 'access.code_requested',
  'Self Scheduling': 'showing.scheduled',
  'Self Registered Viewing': 'access.code_requested',
  'OTV Auto Showing': 'message.sent',
  'Customer Care Direct Code': 'access.code_requested',
  'Now Available': 'listing.available',
  'Safe Mode': 'showing.requested',
  'Prospect Comment': 'showing.feedback_received',
  'Pre Leased Lead Signup': 'lead.waitlisted',
  'Prelease Lead Signup': 'lead.waitlisted',
  inquiry: 'lead.inquired',
  'Self Show Unlocked': 'access.unlocked',
  'Visitor Unlock': 'access.code_issued',
  'Visitor Unshackle': 'access.code_issued',
  'Tenant Access': 'access.tenant_access',
  'Call Center Lead': 'lead.created',
} as const

const messages = {
  online: 'device.reported',
  offline: 'device.reported',
  heartbeat: 'device.reported',
  power_source: 'device.reported',
  unassigned_from_account: 'device.reported',
  Lock: 'device.reported',
  Unlock: 'access.unlocked',
} as const

const typesOf = (table: Readonly<Record<string, { readonly type: string }>>) =>
  Object.fromEntries(Object.entries(table).map(([word, { type }]) => [word, type]))

test('the tables hold the documented words and no other', () => {
  expect(typesOf(activityWords)).toStrictEqual(documented)
  expect(typesOf(smartHomeWords)).toStrictEqual(messages)
  expect(Object.keys(words)).toHaveLength(18 + 7 + 1)
  expect(Object.keys(activityCodecs).sort()).toStrictEqual(Object.keys(documented).sort())
})

test.each(Object.entries(documented))('an activity with nothing but the word %s is %s', (type, expected) => {
  const event = unwrap(parseWebhook('rently', {}, { type }))
  expect(event.type).toBe(expected)
  expect(event.source).toMatchObject({ type, payload: { type } })
  expect(event.issues).toStrictEqual([])
})

test.each(Object.entries(messages))(
  'a message with nothing but the word %s is %s',
  (message_type, expected) => {
    const event = unwrap(parseWebhook('rently', {}, { message_type }))
    expect(event.type).toBe(expected)
    expect(event.source.type).toBe(message_type)
    expect(event.issues).toStrictEqual([])
  },
)

describe('the discriminator', () => {
  test.each([
    'self scheduling',
    'SELF SCHEDULING',
    'Self Scheduling ',
    'constructor',
    '__proto__',
    'toString',
  ])('takes %j for an unknown word', (type) => {
    const event = unwrap(parseWebhook('rently', {}, JSON.stringify({ type, property_id: 5 })))
    expect(event.type).toBe('unrecognized')
    expect(event.source.type).toBe(type)
    expect(event).toMatchObject({
      discriminator: '/type',
      property: { id: '5' },
      person: null,
      showing: null,
    })
  })

  test.each(['low_battery', 'lock', 'hasOwnProperty'])('takes %j for an unknown message', (message_type) => {
    const event = unwrap(parseWebhook('rently', {}, { message_type }))
    expect(event.type).toBe('unrecognized')
    expect(event).toMatchObject({ discriminator: '/message_type', property: null, person: null })
  })

  test.each([
    [{ type: 7 }, '/type', 'wrong_kind'],
    [{ type: null }, '/type', 'wrong_kind'],
    [{ type: '' }, '/type', 'wrong_kind'],
    [{ type: ['Self Scheduling'] }, '/type', 'wrong_kind'],
    [{ message_type: 7 }, '/message_type', 'wrong_kind'],
    [{}, '/type', 'missing'],
    [{ application_id: 1.5 }, '/application_id', 'wrong_kind'],
    [{ application_id: '' }, '/application_id', 'missing'],
    [{ type: 'Application Updated' }, '/application_id', 'missing'],
    [[], '', 'wrong_kind'],
    [7, '', 'wrong_kind'],
  ])('of %j is refused at %j as %s', (body, path, code) => {
    const parsed = parseWebhook('rently', {}, body)
    expect(parsed).toMatchObject({ _tag: 'Left', left: { _tag: 'PayloadInvalid', issues: [{ path, code }] } })
  })
})
