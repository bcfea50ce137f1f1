import { isDeepStrictEqual } from 'node:util'
import { isRight } from 'fp-ts/Either'
import { rently } from '../../../src/providers/rently/index'
import { parseWebhook } from '../../../src/webhook'
import { compare } from '../measure'
import { printFigures } from '../print'
import { byDateFns, byOurTime, coreOf, type Core, type Instants } from '../rivals/job'
import { decoders } from '../rivals/schemas'
import { localRentlyBodies, rentlyBodies } from '../samples'

const ours = (body: string): Core => {
  const parsed = parseWebhook(rently, {}, body)
  if (!isRight(parsed)) throw new Error('no event')
  const event = parsed.right
  if (event.family === 'unrecognized' || event.family === 'device') throw new Error('another family')
  const { source, occurredAt, person, property } = event
  return {
    word: source.type,
    instant: occurredAt?.instant ?? null,
    visitDate: 'showing' in event ? (event.showing?.date ?? null) : null,
    name: person?.name ?? null,
    email: person?.email ?? null,
    phone: person?.phone ?? null,
    propertyId: property.id,
    listingId: property.listingId,
    tag: property.tag,
    address: property.address,
    unitTag: property.facts?.unitTag ?? null,
    bedrooms: property.facts?.bedrooms ?? null,
    bathrooms: property.facts?.bathrooms ?? null,
    rent: property.facts?.rent?.amount ?? null,
    squareFeet: property.facts?.squareFeet ?? null,
  }
}

/** Stops where a candidate gives another answer. */
const checkSame = (name: string, job: (body: string) => Core, bodies: readonly string[]) => {
  for (const body of bodies) {
    const [own, other] = [ours(body), job(body)]
    for (const key of Object.keys(own) as (keyof Core)[]) {
      if (!isDeepStrictEqual(own[key], other[key])) {
        throw new Error(
          `${name} gives another ${key} for ${own.word}: ${String(other[key])} for ${String(own[key])}`,
        )
      }
    }
  }
}

const table = (title: string, bodies: readonly string[], instants: Instants) => {
  const others = Object.entries(decoders).map(([name, decode]) => {
    const job = (body: string) => coreOf(decode(JSON.parse(body)), instants)
    checkSame(name, job, bodies)
    return { name, run: (turn: number) => job(bodies[turn % bodies.length] ?? '') }
  })
  const own = {
    name: 'parseWebhook',
    run: (turn: number) => parseWebhook(rently, {}, bodies[turn % bodies.length] ?? ''),
  }
  printFigures(title, compare([own, ...others], bodies.length))
}

export const rivals = () => {
  const [all, local] = [rentlyBodies(), localRentlyBodies()]
  table('the same job, date-fns-tz, all samples', all, byDateFns)
  table('the same job, date-fns-tz, local stamps only', local, byDateFns)
  table('the same job, our time functions, all samples', all, byOurTime)
  table('the same job, our time functions, local stamps only', local, byOurTime)
}
