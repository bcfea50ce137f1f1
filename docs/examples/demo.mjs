// Every documented sample of every provider, from the bytes of the delivery to the canonical event.
// Run by `npm run demo`; `npm run demo -- rently` shows one provider, a second word filters by name.
import { readdirSync, readFileSync } from 'node:fs'
import { formatWebhookError, parseWebhook, providers } from 'leasehook'

const [onlyProvider, onlyName = ''] = process.argv.slice(2)
const fixtures = new URL('../../fixtures/', import.meta.url)
const color = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (code, text) => (color ? `\u001B[${code}m${text}\u001B[0m` : text)
const line = (label, text) => text && console.log(`    ${paint(2, label.padEnd(10))} ${text}`)

const money = ({ amount, currency, per }) =>
  [(amount / 100).toFixed(2), currency, per && `a ${per}`].filter(Boolean).join(' ')

const moment = (time) => {
  const said = [time.local?.replace('T', ' '), time.offset, time.zone].filter(Boolean).join(' ')
  const why = time.basis && `by ${time.basis}${time.ambiguity === 'none' ? '' : `, ${time.ambiguity}`}`
  return [time.instant, said, why].filter(Boolean).join('  ')
}

const facts = ({ bedrooms, bathrooms, rent, squareFeet, cats, dogs, unitTag }) =>
  [
    bedrooms !== null && `${bedrooms} bedrooms`,
    bathrooms !== null && `${bathrooms} baths`,
    rent && money(rent),
    squareFeet !== null && `${squareFeet} sq ft`,
    cats && 'cats',
    dogs && 'dogs',
    unitTag && `tag ${unitTag}`,
  ]
    .filter(Boolean)
    .join(', ')

/** The fields of a part that say something, in one line. */
const said = (part) =>
  Object.entries(part)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `${key}: ${shown(value)}`)
    .join(', ')

const shown = (value) => {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  if ('instant' in value) return value.instant ?? value.local
  if ('amount' in value) return money(value)
  return `(${said(value)})`
}

const show = (name, event) => {
  console.log(
    `\n  ${paint(1, event.source.type)} ${paint(2, '→')} ${paint(36, event.type)}  ${paint(2, name)}`,
  )
  if (event.occurredAt) line('when', moment(event.occurredAt))
  if (event.actor) line('by', said(event.actor))
  if (event.person) line('person', said(event.person))
  if (event.property) {
    const { summary: _, facts: known, ...rest } = event.property
    line('property', said(rest))
    if (known) line('', facts(known))
  }
  for (const part of [
    'showing',
    'lead',
    'access',
    'message',
    'call',
    'document',
    'screening',
    'application',
  ]) {
    if (event[part]) line(part, said(event[part]))
  }
  for (const part of ['listing', 'lease', 'record', 'sync', 'device'])
    if (event[part]) line(part, said(event[part]))
  for (const { code, path, expected } of event.issues)
    line('issue', paint(33, `${code} ${path}: expected ${expected}`))
}

let shownEvents = 0
for (const provider of Object.keys(providers)) {
  if (onlyProvider !== undefined && onlyProvider !== provider) continue
  console.log(`\n${paint(7, ` ${provider} `)}`)
  const folder = new URL(`${provider}/`, fixtures)
  const bodies = readdirSync(folder).filter((file) => file.endsWith('.body.json') && file.includes(onlyName))
  for (const file of bodies) {
    const headers = JSON.parse(readFileSync(new URL(file.replace('.body.', '.headers.'), folder), 'utf8'))
    const parsed = parseWebhook(provider, headers, readFileSync(new URL(file, folder)))
    if (parsed._tag === 'Left') {
      console.error(formatWebhookError(parsed.left))
      process.exitCode = 1
      continue
    }
    show(file.replace('.body.json', ''), parsed.right)
    shownEvents += 1
  }
}
console.log(`\n${String(shownEvents)} deliveries became events.`)
