import { describe, expect, it } from 'vitest'
import { acknowledge } from '../src/acknowledge'
import { acknowledge as acknowledgeByName } from '../src/named'
import { unsigned } from './support/deliveries'

describe('acknowledge', () => {
  it.each([
    ['accepted', { status: 200, headers: {}, body: '' }],
    ['retry', { status: 503, headers: {}, body: '' }],
    ['rejected', { status: 400, headers: {}, body: '' }],
  ] as const)('%s', (outcome, reply) => {
    expect(acknowledge(unsigned, outcome)).toEqual(reply)
    expect(acknowledgeByName('rently', outcome)).toEqual(reply)
    expect(acknowledgeByName(unsigned, outcome)).toEqual(reply)
  })

  it('says what the provider wants to hear, on success only', () => {
    const said = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'Got it' }
    const particular = { ...unsigned, accepted: said }
    expect(acknowledge(particular, 'accepted')).toEqual(said)
    expect(acknowledge(particular, 'retry')).toEqual({ status: 503, headers: {}, body: '' })
    expect(acknowledge(particular, 'rejected')).toEqual({ status: 400, headers: {}, body: '' })
  })

  it('does not accept for a provider that nobody knows', () => {
    expect(acknowledgeByName('nobody' as never, 'accepted')).toEqual({ status: 500, headers: {}, body: '' })
  })
})
