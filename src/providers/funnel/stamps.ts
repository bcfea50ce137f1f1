import { Codec } from '../../codec/codec'
import { number, stampText } from '../../codec/scalar'

const isoStamp = /* @__PURE__ */ stampText('date-time')

/** ISO with an offset in one generation, Unix seconds in another. */
export const stamp: Codec<string | number> = /* @__PURE__ */ new Codec<string | number>(
  'a date-time or seconds since 1970',
  { kind: 'choice', members: [isoStamp, number], discriminator: null },
  // Text stays text: `either` would try both, and a number in text would not be as sent any more.
  (input, reading) => (typeof input === 'string' ? input : number.read(input, reading)),
)

/** `2019-01-01T04:55:55` or `2021-08-01 15:00:00`, in a zone that no page names. */
export const localStamp = /* @__PURE__ */ stampText('YYYY-MM-DDTHH:MM:SS')

export const date = /* @__PURE__ */ stampText('date')
