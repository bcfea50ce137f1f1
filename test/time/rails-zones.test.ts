import { describe, expect, it } from 'vitest'
import { railsZone } from '../../src/time/rails-zones'
import { findZone, offsetAt } from '../../src/time/zone'

/** The names in ShowMojo's documentation of its webhooks, "Time Zones", in its order. */
const DOCUMENTED: readonly string[] = [
  'American Samoa',
  'International Date Line West',
  'Midway Island',
  'Hawaii',
  'Alaska',
  'Pacific Time (US & Canada)',
  'Tijuana',
  'Arizona',
  'Chihuahua',
  'Mazatlan',
  'Mountain Time (US & Canada)',
  'Central America',
  'Central Time (US & Canada)',
  'Guadalajara',
  'Mexico City',
  'Monterrey',
  'Saskatchewan',
  'Bogota',
  'Eastern Time (US & Canada)',
  'Indiana (East)',
  'Lima',
  'Quito',
  'Atlantic Time (Canada)',
  'Caracas',
  'Georgetown',
  'La Paz',
  'Santiago',
  'Newfoundland',
  'Brasilia',
  'Buenos Aires',
  'Greenland',
  'Mid-Atlantic',
  'Azores',
  'Cape Verde Is.',
  'Casablanca',
  'Dublin',
  'Edinburgh',
  'Lisbon',
  'London',
  'Monrovia',
  'UTC',
  'Amsterdam',
  'Belgrade',
  'Berlin',
  'Bern',
  'Bratislava',
  'Brussels',
  'Budapest',
  'Copenhagen',
  'Ljubljana',
  'Madrid',
  'Paris',
  'Prague',
  'Rome',
  'Sarajevo',
  'Skopje',
  'Stockholm',
  'Vienna',
  'Warsaw',
  'West Central Africa',
  'Zagreb',
  'Athens',
  'Bucharest',
  'Cairo',
  'Harare',
  'Helsinki',
  'Jerusalem',
  'Kyiv',
  'Pretoria',
  'Riga',
  'Sofia',
  'Tallinn',
  'Vilnius',
  'Baghdad',
  'Istanbul',
  'Kuwait',
  'Minsk',
  'Moscow',
  'Nairobi',
  'Riyadh',
  'St. Petersburg',
  'Volgograd',
  'Tehran',
  'Abu Dhabi',
  'Baku',
  'Muscat',
  'Tbilisi',
  'Yerevan',
  'Kabul',
  'Ekaterinburg',
  'Islamabad',
  'Karachi',
  'Tashkent',
  'Chennai',
  'Kolkata',
  'Mumbai',
  'New Delhi',
  'Sri Jayawardenepura',
  'Kathmandu',
  'Almaty',
  'Astana',
  'Dhaka',
  'Urumqi',
  'Rangoon',
  'Bangkok',
  'Hanoi',
  'Jakarta',
  'Krasnoyarsk',
  'Novosibirsk',
  'Beijing',
  'Chongqing',
  'Hong Kong',
  'Irkutsk',
  'Kuala Lumpur',
  'Perth',
  'Singapore',
  'Taipei',
  'Ulaan Bataar',
  'Osaka',
  'Sapporo',
  'Seoul',
  'Tokyo',
  'Yakutsk',
  'Adelaide',
  'Darwin',
  'Brisbane',
  'Canberra',
  'Guam',
  'Hobart',
  'Melbourne',
  'Port Moresby',
  'Sydney',
  'Vladivostok',
  'Magadan',
  'New Caledonia',
  'Solomon Is.',
  'Auckland',
  'Fiji',
  'Kamchatka',
  'Marshall Is.',
  'Wellington',
  "Nuku'alofa",
  'Samoa',
  'Tokelau Is.',
]

/** In Rails' table and not in ShowMojo's, or in an older version of it. */
const OTHERS: readonly string[] = [
  'Ulaanbaatar',
  'Kyev',
  'Zurich',
  'Montevideo',
  'Puerto Rico',
  'Kaliningrad',
  'Samara',
  'Srednekolymsk',
  'Chatham Is.',
]

function offsetOn(name: string, date: string): number {
  const zone = findZone(name)
  return zone === null ? NaN : offsetAt(zone, Date.parse(date))
}

describe('railsZone', () => {
  it('knows the documented names, every one a zone here', () => {
    expect(DOCUMENTED.length).toBe(144)
    expect(DOCUMENTED.filter((name) => findZone(railsZone(name)?.zone) === null)).toEqual([])
  })

  it.each(OTHERS)('knows %s', (name) => {
    expect(findZone(railsZone(name)?.zone)).not.toBeNull()
  })

  it.each([
    ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['Arizona', 'America/Phoenix'],
    ['Indiana (East)', 'America/Indiana/Indianapolis'],
    ['Chennai', 'Asia/Kolkata'],
    ['Quito', 'America/Lima'],
    ['UTC', 'Etc/UTC'],
    ['Ulaan Bataar', 'Asia/Ulaanbaatar'],
    ['Ulaanbaatar', 'Asia/Ulaanbaatar'],
    ["Nuku'alofa", 'Pacific/Tongatapu'],
  ])('%s is %s and never was another place', (name, zone) => {
    expect(railsZone(name)).toStrictEqual({ zone })
  })

  it.each([
    ['International Date Line West', 'Etc/GMT+12', -720, 'Pacific/Midway', -660],
    ['Astana', 'Asia/Almaty', 300, 'Asia/Dhaka', 360],
    ['Samoa', 'Pacific/Apia', 780, 'Pacific/Pago_Pago', -660],
    ['Georgetown', 'America/Guyana', -240, 'America/Argentina/San_Juan', -180],
    ['Solomon Is.', 'Pacific/Guadalcanal', 660, 'Asia/Magadan', 660],
    ['Brasilia', 'America/Sao_Paulo', -180, 'America/Argentina/Buenos_Aires', -180],
    ['Sri Jayawardenepura', 'Asia/Colombo', 330, 'Asia/Dhaka', 360],
    ['Volgograd', 'Europe/Volgograd', 180, 'Europe/Moscow', 180],
    ['Edinburgh', 'Europe/London', 0, 'Europe/Dublin', 0],
    ['Bern', 'Europe/Zurich', 60, 'Europe/Berlin', 60],
  ])('%s is %s (%i) and formerly was %s (%s)', (name, zone, minutes, formerly, formerMinutes) => {
    expect(railsZone(name)).toStrictEqual({ zone, formerly })
    expect(offsetOn(zone, '2025-01-01T00:00:00Z')).toBe(minutes)
    expect(offsetOn(formerly, '2025-01-01T00:00:00Z')).toBe(formerMinutes)
  })

  it.each(['', 'hawaii', 'Hawaii ', 'America/Los_Angeles', 'PST', 'constructor', '__proto__', 'toString'])(
    'does not know %j',
    (name) => {
      expect(railsZone(name)).toBeNull()
    },
  )
})
