import type { Codec } from '../../codec/codec'
import { either, enumeration, number, openText, stampText, text } from '../../codec/scalar'
import { required, struct, type StructOf } from '../../codec/struct'
import { smartHomeWords, type SmartHomeWord } from './words'

// Source: apidocs.rently.com, "App level webhook", and the older rentlydocs.com page, whose sample has no
// `device_type`.

const deviceFields = {
  device_type: openText(['hub', 'lock']),
  hub_id: text,
  home_name: text,
  serial_no: text,
  address: text,
  /** The home's id in a property management system, `Rently02|221` in the sample. */
  pms_datapull_id: text,
  device_id: text,
  device_name: text,
  /** With a capital letter on the page. */
  User: text,
  /** Text in most samples, a number in one. */
  details: either(text, number),
  /** Milliseconds since 1970, or `2021-01-31 10:00:00 UTC`: both are on the page. */
  activity_time: either(stampText('YYYY-MM-DD HH:MM:SS UTC'), number),
}

const smartHomeFields = {
  message_type: required(enumeration(Object.keys(smartHomeWords) as SmartHomeWord[])),
  ...deviceFields,
}

/** What a hub or lock tells. */
export interface RentlySmartHome extends StructOf<typeof smartHomeFields> {}
export const RentlySmartHome: Codec<RentlySmartHome> = /* @__PURE__ */ struct(
  'RentlySmartHome',
  smartHomeFields,
)

/** What a message of an unknown type has in common with the documented ones. */
export interface RentlyUnknownMessage extends StructOf<typeof deviceFields> {}
export const RentlyUnknownMessage: Codec<RentlyUnknownMessage> = /* @__PURE__ */ struct(
  'RentlyUnknownMessage',
  deviceFields,
)
