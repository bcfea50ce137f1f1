import { noPerson, type Person } from '../../event/person'
import type { PropexoApplicant, PropexoLead } from './models/prospects'
import type { PropexoResident } from './models/residents'
import { joined, type RowContext } from './row-context'

/** In a diff a name of which only one part changed would be another name: it is joined only if both are there. */
const nameOf = (fields: PropexoLead | PropexoApplicant | PropexoResident, isDiff: boolean): string | null => {
  const { first_name, middle_name, last_name } = fields
  return isDiff && (first_name == null || last_name == null)
    ? null
    : joined([first_name, middle_name, last_name], ' ')
}

export const personOf = (
  role: Person['role'],
  fields: PropexoLead | PropexoApplicant | PropexoResident,
  { recordId, isDiff }: RowContext,
): Person => ({
  ...noPerson,
  name: nameOf(fields, isDiff),
  firstName: fields.first_name ?? null,
  lastName: fields.last_name ?? null,
  email: fields.email_1 ?? null,
  phone: fields.phone_1 ?? null,
  otherEmail: fields.email_2 ?? null,
  otherPhone: fields.phone_2 ?? null,
  role,
  id: recordId,
})
