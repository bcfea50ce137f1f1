import { wholeFrom, type Random } from '../../src/testing/seeded'

/** What planted text begins with: it must never come out in an error. */
export const MARKER = 'zqmarker'

export interface Mutation {
  /** What was done and where; positions and kinds only, never a value. */
  readonly did: string
  readonly bytes: Uint8Array
}

type Json = null | boolean | number | string | Json[] | JsonRecord

interface JsonRecord {
  [key: string]: Json
}

type Container = Json[] | JsonRecord

interface Place {
  readonly container: Container
  readonly key: string
  /** Positions of the members on the way, so that no key is shown. */
  readonly path: string
}

const isContainer = (value: Json): value is Container => typeof value === 'object' && value !== null

const placesIn = (value: Json, path = ''): readonly Place[] =>
  isContainer(value)
    ? Object.entries(value).flatMap(([key, member], at) => [
        { container: value, key, path: `${path}/${at}` },
        ...placesIn(member, `${path}/${at}`),
      ])
    : []

const pick = <A>(random: Random, values: readonly A[]): A => values[wholeFrom(random, 0, values.length - 1)]!

const get = ({ container, key }: Place): Json => (container as JsonRecord)[key] ?? null

const set = ({ container, key }: Place, value: Json): void => {
  // A plain assignment would call the setter of `__proto__`.
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true })
}

const marker = (random: Random): string => `${MARKER}${wholeFrom(random, 0, 1e9)}`

const otherKinds = (random: Random): Json =>
  pick<Json>(random, [
    null,
    true,
    false,
    0,
    -1,
    1e308,
    2 ** 53,
    1.5,
    '',
    marker(random),
    `${MARKER}\u0000\ud800\u202e`,
    '99/99/9999 at 99:99PM',
    '2023-02-30T00:00:00Z',
    '9'.repeat(400),
    [],
    {},
    [marker(random)],
    { [marker(random)]: marker(random) },
    { constructor: marker(random), toString: null },
  ])

type Change = (place: Place, random: Random) => void

const remove: Change = ({ container, key }) => {
  if (Array.isArray(container)) container.splice(Number(key), 1)
  else Reflect.deleteProperty(container, key)
}

const nest: Change = (place, random) => {
  const levels = wholeFrom(random, 1, 80)
  const isList = random() < 0.5
  let value = get(place)
  for (let level = 0; level < levels; level += 1) value = isList ? [value] : { [marker(random)]: value }
  set(place, value)
}

/** Short of the largest body that is read, and rarely beyond it. */
const LONGEST = 50_000

const repeated = (text: string, random: Random): string =>
  text.repeat(Math.min(2 ** wholeFrom(random, 1, 14), Math.ceil(LONGEST / text.length)))

const lengthen: Change = (place, random) => {
  const value = get(place)
  if (Array.isArray(value)) {
    const length = Math.min(2 ** wholeFrom(random, 1, 9), Math.ceil(LONGEST / JSON.stringify(value).length))
    set(
      place,
      Array.from({ length }, () => value[0] ?? MARKER),
    )
  } else set(place, repeated(typeof value === 'string' && value !== '' ? value : marker(random), random))
}

const addKey: Change = ({ container }, random) => {
  if (Array.isArray(container)) container.push(marker(random))
  else
    set(
      { container, key: pick(random, ['__proto__', 'constructor', marker(random)]), path: '' },
      otherKinds(random),
    )
}

const changes: Readonly<Record<string, Change>> = {
  drop: remove,
  retype: (place, random) => set(place, otherKinds(random)),
  nest,
  lengthen,
  add: addKey,
}

const utf8 = new TextEncoder()

/** The same member once more at the end of its object, with another value: the text of it, since no object has two. */
const duplicateKey = (text: string, random: Random): string | null => {
  const keys = [...text.matchAll(/"((?:[^"\\]|\\.){1,60})"\s*:/g)]
  const end = text.lastIndexOf('}')
  if (keys.length === 0 || end === -1) return null
  const value = JSON.stringify(otherKinds(random))
  return `${text.slice(0, end)},"${pick(random, keys)[1]}":${value}${text.slice(end)}`
}

const flipByte = (text: string, random: Random): { did: string; bytes: Uint8Array } => {
  const bytes = utf8.encode(text)
  const at = wholeFrom(random, 0, bytes.length - 1)
  const bit = wholeFrom(random, 0, 7)
  bytes[at] = bytes[at]! ^ (1 << bit)
  return { did: `flip bit ${bit} of byte ${at}`, bytes }
}

const cut = (text: string, random: Random): { did: string; bytes: Uint8Array } => {
  const bytes = utf8.encode(text)
  const length = wholeFrom(random, 0, bytes.length - 1)
  return { did: `cut at byte ${length}`, bytes: bytes.subarray(0, length) }
}

/** One body, changed in one to three ways. */
export const mutate = (body: string, random: Random): Mutation => {
  const kind = random()
  if (kind < 0.15) return flipByte(body, random)
  if (kind < 0.2) return cut(body, random)
  if (kind < 0.3) {
    const text = duplicateKey(body, random)
    if (text !== null) return { did: 'duplicate a key', bytes: utf8.encode(text) }
  }
  const json = JSON.parse(body.replace(/^\uFEFF/, '')) as Json
  const did: string[] = []
  for (let left = wholeFrom(random, 1, 3); left > 0; left -= 1) {
    const places = placesIn(json)
    if (places.length === 0) break
    const place = pick(random, places)
    const [name, change] = pick(random, Object.entries(changes))
    change(place, random)
    did.push(`${name} ${place.path}`)
  }
  return { did: did.join(', '), bytes: utf8.encode(JSON.stringify(json)) }
}
