import { noAccess } from '../../event/access'
import { identityByContent } from '../../event/identify'
import { events, type Occurrence } from '../../event/events'
import type { Delivery } from '../../event/delivery'
import type { Device } from '../../event/device'
import { noPerson, type Actor } from '../../event/person'
import { noProperty, type Property } from '../../event/property'
import type { RentlySource } from './activity-event'
import type { RentlySmartHome, RentlyUnknownMessage } from './smart-home'
import { deviceTime } from './times'
import { smartHomeWords } from './words'

const deviceOf = (payload: RentlySmartHome): Device => ({
  kind: payload.device_type ?? null,
  id: payload.device_id ?? null,
  name: payload.device_name ?? null,
  serial: payload.serial_no ?? null,
  hubId: payload.hub_id ?? null,
  home: payload.home_name ?? null,
})

export const homeOf = (payload: RentlyUnknownMessage): Property => ({
  ...noProperty,
  name: payload.home_name ?? null,
  address: payload.address ?? null,
  externalId: payload.pms_datapull_id ?? null,
})

const userOf = (payload: RentlySmartHome): Actor | null =>
  payload.User == null ? null : { kind: null, id: null, name: payload.User, raw: payload.User }

/** The event of a smart-home message: a door that was opened, or what a device tells. */
export const smartHomeEvent = (payload: RentlySmartHome, delivery: Delivery) => {
  const occurredAt = deviceTime(payload.activity_time, '/activity_time', delivery)
  const source: RentlySource = { provider: 'rently', type: payload.message_type, payload, raw: delivery.raw }
  const of: Occurrence<RentlySource> = {
    id: null,
    occurredAt,
    actor: userOf(payload),
    completeness: 'snapshot',
    identity: identityByContent(occurredAt),
    source,
  }
  const property = homeOf(payload)
  const device = deviceOf(payload)
  const user = payload.User ?? null
  if (payload.message_type === 'Unlock') {
    return events.access(smartHomeWords.Unlock.type, of, delivery, {
      person: { ...noPerson },
      property,
      showing: null,
      access: { ...noAccess, certainty: 'recorded', device, user },
    })
  }
  const word = smartHomeWords[payload.message_type]
  return events.device(word.type, of, delivery, {
    property,
    device: { device, state: word.state, details: payload.details ?? null, user },
  })
}
