import { right } from 'fp-ts/Either'
import { expect, it } from 'vitest'
import { handle, type HandlerFailure } from '../../src/adapters/handle'
import type { HeadersInput } from '../../src/request/headers'
import { bodyText, SECRET, signing } from '../support/deliveries'

it('headers that throw when looked at are unreadable, and nothing rejects', async () => {
  const failures: HandlerFailure[] = []
  const throwing: HeadersInput = {
    get: () => {
      throw new Error('no')
    },
  }
  const reply = await handle(
    signing,
    {
      credentials: { secrets: SECRET },
      onEvent: () => undefined,
      onError: (failure) => failures.push(failure),
    },
    {
      method: 'POST',
      headers: throwing,
      readBody: () => Promise.resolve(right(bodyText)),
      howToKeepTheBody: '',
    },
    [],
  )
  expect(failures).toMatchObject([{ kind: 'refused', error: { _tag: 'HeadersUnreadable' } }])
  const [failure] = failures
  expect(reply.status).toBe(failure?.kind === 'refused' ? failure.error.httpStatus : null)
})
