import { type Codec } from '../codec/codec'
import { boolean, enumeration, text } from '../codec/scalar'
import { emptyPart, part, type PartOf } from '../codec/struct'
import { Device } from './device'
import { EventTime } from '../time/codecs'

const accessFields = {
  /** Who gets in, or got in. */
  holder: enumeration(['prospect', 'visitor', 'tenant', 'staff']),
  purpose: enumeration(['showing', 'entry', 'unshackle', 'move_in', 'move_out']),
  /** What opens the door. No provider sends the code itself. */
  credential: enumeration(['code', 'link', 'unshackle_code']),
  /** How it was asked for. */
  via: enumeration(['self_service', 'direct', 'customer_care', 'open_house', 'manager_portal', 'link']),
  /** A lock's own record, or what somebody said. */
  certainty: enumeration(['recorded', 'reported']),
  /** Something is wrong with the door or the box. */
  alarm: boolean,
  /** It came about by a rule, without anybody asking. */
  automatic: boolean,
  device: Device,
  /** The lock's name for whoever operated it. */
  user: text,
  phoneUsed: text,
  phoneRegistered: text,
  voiceMemo: text,
  input: text,
  codeIssuedAt: EventTime,
}

/** A way through a door: asked for, handed out, used, or checked afterwards. */
export interface Access extends PartOf<typeof accessFields> {}
export const Access: Codec<Access> = /* @__PURE__ */ part('Access', accessFields)
export const noAccess: Access = /* @__PURE__ */ emptyPart(Access)
