import { type Codec } from '../codec/codec'
import { either, enumeration, number, text } from '../codec/scalar'
import { emptyPart, orElse, part, type PartOf } from '../codec/struct'

const deviceFields = {
  kind: text,
  id: text,
  name: text,
  serial: text,
  hubId: text,
  /** The provider's name for the home that the device is in. */
  home: text,
}

/** A lock, lockbox, hub or other device. */
export interface Device extends PartOf<typeof deviceFields> {}
export const Device: Codec<Device> = /* @__PURE__ */ part('Device', deviceFields)
export const noDevice: Device = /* @__PURE__ */ emptyPart(Device)

const deviceReportFields = {
  device: orElse(noDevice, Device),
  /** What the report says, where its word is documented. */
  state: enumeration(['online', 'offline', 'alive', 'locked', 'power_source', 'unassigned']),
  /** What the provider adds to the word, in no documented form. */
  details: either(text, number),
  /** The name of whoever operated the device. */
  user: text,
}

/** What a device tells about itself. */
export interface DeviceReport extends PartOf<typeof deviceReportFields> {}
export const DeviceReport: Codec<DeviceReport> = /* @__PURE__ */ part('DeviceReport', deviceReportFields)
