import { keyOfStep } from '../codec/reading'

const LONGEST_PLACE = 120

const POSITION = /^\d+$/
const FIELD = /^[A-Z_$][\w$.:-]{0,59}$/i
const WORD = /^[A-Z][\w .,:/&()'-]{0,59}$/i

/** A key may be somebody's address or number where an object is used as a table: such a name is not shown. */
const fieldName = (step: string): string => {
  if (POSITION.test(step)) return '*'
  return FIELD.test(keyOfStep(step)) ? step : '?'
}

/** A JSON pointer with `*` for a position in a list and `?` for a key that does not look like the name of a field. */
export const placeName = (pointer: string): string =>
  pointer
    .slice(0, LONGEST_PLACE)
    .split('/')
    .map((step, level) => (level === 0 ? step : fieldName(step)))
    .join('/')

/** The provider's word for what happened, or `?` for what does not look like one. */
export const wordName = (word: string): string => (WORD.test(word) ? word : '?')
