import { ownValue } from '../../codec/choice'
import { fault, remark } from '../../codec/reading'
import { noLease, type Lease } from '../../event/lease'
import { readCivilDate, type CivilDate } from '../../time/civil-date'
import { readIso } from '../../time/iso'
import type { PropexoLease } from './models/leasing'
import { moneyOf, type RowContext, type Text } from './row-context'

const MIDNIGHT = 'T00:00:00.000Z'
const DAY_LENGTH = 'YYYY-MM-DD'.length

/**
 * The day of a date that the other system keeps as a day: midnight in UTC stands for it, as in the samples. Any
 * other time of day may be the day before or after on the property's own calendar, so it gives none.
 */
const dayOf = (stamp: Text, field: string, { pointer, reading }: RowContext): CivilDate | null => {
  if (stamp == null) return null
  const day = stamp.slice(0, DAY_LENGTH)
  const rest = stamp.slice(DAY_LENGTH)
  if ((rest === '' || rest === MIDNIGHT || rest === 'T00:00:00Z') && readCivilDate(day) !== null) return day
  const expected = 'a day, or midnight in UTC'
  if (readIso(stamp) === null) fault(reading, 'time_unreadable', `${pointer}/${field}`, expected)
  else remark(reading, 'time_ambiguous', `${pointer}/${field}`, expected)
  return null
}

/** The state and the one before, both from the first of the three fields that says something. */
const statusesOf = (
  fields: PropexoLease,
  previous: object | null,
): Pick<Lease, 'status' | 'previousStatus'> => {
  for (const field of ['status_normalized', 'status_raw', 'status'] as const) {
    const status = fields[field]
    if (status == null) continue
    const before = previous === null ? null : ownValue(previous, field)
    return { status, previousStatus: typeof before === 'string' && before !== '' ? before : null }
  }
  return { status: null, previousStatus: null }
}

export const leaseOf = (fields: PropexoLease, row: RowContext): Lease => {
  const movedIn = dayOf(fields.realized_move_in_date, 'realized_move_in_date', row)
  const movesIn = dayOf(fields.scheduled_move_in_date, 'scheduled_move_in_date', row)
  const movedOut = dayOf(fields.realized_move_out_date, 'realized_move_out_date', row)
  const movesOut = dayOf(fields.scheduled_move_out_date, 'scheduled_move_out_date', row)
  const { status, previousStatus } = statusesOf(fields, row.previous)
  return {
    ...noLease,
    id: row.recordId,
    status,
    previousStatus,
    startDate: dayOf(fields.start_date, 'start_date', row),
    endDate: dayOf(fields.end_date, 'end_date', row),
    moveInDate: movedIn ?? movesIn,
    moveOutDate: movedOut ?? movesOut,
    rent: moneyOf(fields.rent_amount_in_cents, 'rent_amount_in_cents', row),
    tenantExternalId: fields.x_resident_id ?? null,
  }
}
