import { createHmac } from 'node:crypto'
import { isRight } from 'fp-ts/Either'
import { readerOf } from '../../../src/codec/foreign'
import { newReading } from '../../../src/codec/reading'
import { formatWebhookError } from '../../../src/error'
import { providers, type ProviderName } from '../../../src/providers/index'
import { parseWebhook, receiveWebhook } from '../../../src/webhook'
import { compare, type Candidate } from '../measure'
import { printFigures } from '../print'
import { bodiesOf, rentlyBodies, rentlySamples } from '../samples'

const over = (bodies: readonly string[], work: (body: string) => unknown) => (turn: number) =>
  work(bodies[turn % bodies.length] ?? '')

const decode = (provider: ProviderName) => (body: string) =>
  readerOf(providers[provider].codec).read(JSON.parse(body), newReading(true))

const parse = (provider: ProviderName) => (body: string) => parseWebhook(providers[provider], {}, body)

const json = (bodies: readonly string[]): Candidate => ({
  name: 'JSON.parse',
  run: over(bodies, (body) => JSON.parse(body) as unknown),
})

/** Each provider's own bodies in turn, against parsing them. */
export const provider = (name: ProviderName) => {
  const bodies = bodiesOf(name)
  const candidates = [
    json(bodies),
    { name: 'JSON.parse and codec', run: over(bodies, decode(name)) },
    { name: 'parseWebhook', run: over(bodies, parse(name)) },
  ]
  printFigures(`${name}: ${String(bodies.length)} samples in turn`, compare(candidates, bodies.length))
}

/** Which of Rently's samples costs most against its own parsing, each alone. */
export const singleSamples = () => {
  const bodies = rentlyBodies()
  const figures = rentlySamples.map((name, index) => {
    const body = [bodies[index] ?? '']
    // One cycle over all bodies first, so that no function has seen only one kind of body.
    for (let turn = 0; turn < 20_000; turn += 1) over(bodies, parse('rently'))(turn)
    const [, whole] = compare([json(body), { name, run: over(body, parse('rently')) }])
    return whole
  })
  const worst = figures
    .flatMap((figure) => (figure === undefined ? [] : [figure]))
    .sort((a, b) => b.ratio[1] - a.ratio[1])
  printFigures('each of Rently’s samples alone against JSON.parse of it', worst)
}

const SECRET = 'a secret of the bench'

export const signed = () => {
  const bodies = bodiesOf('propexo')
  const buffers = bodies.map((body) => Buffer.from(body))
  const signatures = buffers.map((bytes) => createHmac('sha256', SECRET).update(bytes).digest('hex'))
  const plain = (turn: number) => {
    const bytes = buffers[turn % buffers.length] ?? Buffer.alloc(0)
    createHmac('sha256', SECRET).update(bytes).digest('hex')
    return JSON.parse(bytes.toString()) as unknown
  }
  const receive = (turn: number) => {
    const place = turn % buffers.length
    const headers = { 'propexo-signature': signatures[place] }
    return receiveWebhook(providers.propexo, headers, buffers[place], { secrets: SECRET })
  }
  if (!isRight(receive(0))) throw new Error('the signature of the bench is wrong')
  const candidates = [
    { name: 'HMAC, decoding, JSON.parse', run: plain },
    { name: 'receiveWebhook', run: receive },
  ]
  printFigures('a signed delivery (propexo, bytes in)', compare(candidates, bodies.length))
}

export const failure = () => {
  const [good = ''] = rentlyBodies().slice(4)
  const odd = good.replace('"email": "', '"email": {}, "unused": "')
  const refuse = (body: string) => {
    const refused = parseWebhook(providers.rently, {}, body, { strict: true })
    if (isRight(refused)) throw new Error('was to be refused')
    return formatWebhookError(refused.left)
  }
  refuse(odd)
  const cut = good.slice(0, -10)
  const jsonError = (body: string): unknown => {
    try {
      return JSON.parse(body)
    } catch (error) {
      return error
    }
  }
  const candidates = [
    json([odd]),
    { name: 'a wrong field, delivered with its issue', run: over([odd], parse('rently')) },
    { name: 'a wrong field, refused, with the message', run: over([odd], refuse) },
    { name: 'malformed JSON, JSON.parse and its SyntaxError', run: over([cut], jsonError) },
    { name: 'malformed JSON, parseWebhook', run: over([cut], parse('rently')) },
  ]
  printFigures('what goes wrong', compare(candidates))
}
