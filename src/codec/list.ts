import { Codec, FAIL, type Reader } from './codec'
import { fault, prefixPaths } from './reading'

/** A list; members that cannot be read are left out, each with an issue at its place. */
export const list = <A>(item: Reader<A>): Codec<readonly A[]> =>
  new Codec<readonly A[]>(`list of ${item.name}`, { kind: 'list', item }, (input, reading) => {
    if (!Array.isArray(input)) {
      fault(reading, 'wrong_kind', '', 'a list')
      return FAIL
    }
    const received: readonly unknown[] = input
    let changed = false
    const output: A[] = []
    for (let position = 0; position < received.length; position += 1) {
      const member = received[position]
      const issuesBefore = reading.issues.length
      const foreignBefore = reading.foreignPaths.length
      const value = item.read(member, reading)
      prefixPaths(reading, issuesBefore, foreignBefore, String(position))
      if (value !== FAIL) output.push(value)
      if (value !== member) changed = true
    }
    return changed ? output : (input as readonly A[])
  })
