import { fc, test } from '@fast-check/vitest'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { webhookHandler as fetchHandler } from '../../src/adapters/fetch'
import { webhookHandler as lambdaHandler } from '../../src/adapters/lambda'
import type { HandlerFailure } from '../../src/adapters/handle'
import type { Credentials } from '../../src/auth/credentials'
import {
  bearing,
  sign,
  SIGNATURE_HEADER,
  signing,
  tokenSending,
  tokenSomewhere,
  unsigned,
} from '../support/deliveries'

const MARKER = 'PLANTED7f3'

const printed: string[] = []
beforeEach(() => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed.push(String(chunk))
      return true
    })
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  printed.length = 0
})

const values = fc.constantFrom(
  MARKER,
  `Bearer ${MARKER}`,
  `Basic ${MARKER}`,
  `${MARKER}, ${MARKER}`,
  '',
  sign(MARKER, MARKER),
)
const bodies = fc.constantFrom(
  MARKER,
  `{"type":"${MARKER}"`,
  `{"type":"${MARKER}"}`,
  `{"type":["${MARKER}"],"${MARKER}":1}`,
  '',
)
const secrets = fc.constantFrom<unknown>(
  MARKER,
  `${MARKER}2`,
  [`${MARKER}\n`],
  { [MARKER.toLowerCase()]: MARKER },
  [MARKER, ''],
)

test.prop([
  fc.constantFrom(signing, bearing, tokenSending, tokenSomewhere, unsigned),
  values,
  bodies,
  secrets,
])(
  'no answer, failure or printed line holds anything of body, secret or proof',
  async (provider, value, body, given) => {
    const told: HandlerFailure[] = []
    const options = {
      credentials: { secrets: given, header: 'x-key' } as Credentials,
      onEvent: () => undefined,
      onError: (failure: HandlerFailure) => told.push(failure),
      maxBytes: 30,
    }
    const headers = { [SIGNATURE_HEADER]: value, authorization: value, token: value, 'x-key': value }
    const response = await fetchHandler(
      provider,
      options,
    )(new Request('https://receiver.example/', { method: 'POST', headers, body }))
    const result = await lambdaHandler(provider, options)({ headers, body })
    expect(result.statusCode).toBe(response.status)
    const answered = [...response.headers, await response.text(), result, told, printed]
    expect(JSON.stringify(answered)).not.toContain(MARKER)
  },
)
