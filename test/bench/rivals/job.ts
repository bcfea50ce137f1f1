import { parse } from 'date-fns'
import { fromZonedTime } from 'date-fns-tz'
import { offsetTime, wallTime } from '../../../src/time/event-time'
import { readIso } from '../../../src/time/iso'
import { readMeridiemStamp } from '../../../src/time/meridiem'
import { findZone } from '../../../src/time/zone'

// The same job for every candidate: out of a body of Rently's, the fields that a consumer needs first. It is less
// than this library gives (no issues, no raw text, no typed payload), which is in the candidates' favour.

export interface Core {
  readonly word: string
  readonly instant: string | null
  readonly visitDate: string | null
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly propertyId: string | null
  readonly listingId: string | null
  readonly tag: string | null
  readonly address: string | null
  readonly unitTag: string | null
  readonly bedrooms: number | null
  readonly bathrooms: number | null
  readonly rent: number | null
  readonly squareFeet: number | null
}

type Text = string | null | undefined
type Id = string | number | null | undefined

/** What a schema makes of a body. */
export interface Decoded {
  readonly type: string
  readonly property_id?: Id
  readonly listing_id?: Id
  readonly property_tag?: Text
  readonly address?: Text
  readonly property_address?: Text
  readonly summary?: Text
  readonly checkin_at?: Text
  readonly checkin_at_iso?: Text
  readonly showing_timestamp?: Text
  readonly record_date?: Text
  readonly created_at?: Text
  readonly visit_date?: Text
  readonly prospect_name?: Text
  readonly visitor_name?: Text
  readonly tenant_name?: Text
  readonly name?: Text
  readonly prospect_phone?: Text
  readonly visitor_phone?: Text
  readonly tenant_phone?: Text
  readonly phone?: Text
  readonly email?: Text
  readonly visitor_email?: Text
}

export const words = [
  'Self Registered Viewing',
  'Direct Code Showing',
  'Customer Care Direct Code',
  'Open House Viewing',
  'Self Show Unlocked',
  'Self Scheduling',
  'Open House Scheduling',
  'Safe Mode',
  'Prospect Comment',
  'OTV Auto Showing',
  'Now Available',
  'Pre Leased Lead Signup',
  'Prelease Lead Signup',
  'inquiry',
  'Call Center Lead',
  'Visitor Unlock',
  'Visitor Unshackle',
  'Tenant Access',
] as const

export const textKeys = [
  'property_tag',
  'address',
  'property_address',
  'summary',
  'checkin_at',
  'checkin_at_iso',
  'showing_timestamp',
  'record_date',
  'created_at',
  'visit_date',
  'prospect_name',
  'visitor_name',
  'tenant_name',
  'name',
  'prospect_phone',
  'visitor_phone',
  'tenant_phone',
  'phone',
  'email',
  'visitor_email',
] as const

/** From the two stamps that decide, the one with an offset and the local one. */
export type Instants = (iso: Text, local: Text) => string | null

const ZONE = 'America/Los_Angeles'
const FORM = "MM/dd/yyyy 'at' hh:mma"
const anyDay = new Date(0)

export const byDateFns: Instants = (iso, local) => {
  if (iso) return new Date(iso).toISOString()
  return local ? fromZonedTime(parse(local, FORM, anyDay), ZONE).toISOString() : null
}

export const byOurTime: Instants = (iso, local) => {
  const zone = findZone(ZONE)
  if (iso) {
    const stamp = readIso(iso)
    return stamp?.offset == null ? null : (offsetTime(iso, stamp, zone)?.instant ?? null)
  }
  if (!local || zone === null) return null
  const wall = readMeridiemStamp(local)
  if (wall === null) return null
  return wallTime(local, wall, 'minute', zone, 'assumed-zone', 'compatible')?.instant ?? null
}

const numberIn = (pattern: RegExp, summary: string): number | null => {
  const found = pattern.exec(summary)?.[1]
  return found === undefined ? null : Number(found.replaceAll(',', ''))
}

const TAG = ' – Unit tag: '

const idText = (id: Id): string | null => (id == null || id === '' ? null : String(id))
const orNull = (text: Text): string | null => (text == null || text === '' ? null : text)

const usDate = (text: Text): string | null =>
  text ? `${text.slice(6)}-${text.slice(0, 2)}-${text.slice(3, 5)}` : null

export const coreOf = (body: Decoded, instants: Instants): Core => {
  const place = orNull(body.address ?? body.property_address)
  const [address, unitTag] = place === null ? [null, null] : place.split(TAG)
  const summary = body.summary ?? ''
  const rent = numberIn(/\$([\d,.]+) \/mo/, summary)
  return {
    word: body.type,
    instant: instants(
      body.checkin_at_iso ?? body.showing_timestamp,
      body.checkin_at ?? body.created_at ?? body.record_date,
    ),
    visitDate: usDate(body.visit_date),
    name: orNull(body.prospect_name ?? body.visitor_name ?? body.tenant_name ?? body.name),
    email: orNull(body.email ?? body.visitor_email),
    phone: orNull(body.prospect_phone ?? body.visitor_phone ?? body.tenant_phone ?? body.phone),
    propertyId: idText(body.property_id),
    listingId: idText(body.listing_id),
    tag: orNull(body.property_tag),
    address: address ?? null,
    unitTag: unitTag ?? null,
    bedrooms: numberIn(/([\d.]+)BD/, summary),
    bathrooms: numberIn(/([\d.]+)BA/, summary),
    rent: rent === null ? null : Math.round(rent * 100),
    squareFeet: numberIn(/([\d,.]+) sq ft/, summary),
  }
}
