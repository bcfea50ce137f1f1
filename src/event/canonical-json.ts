const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * JSON text in which every object's keys are sorted, so that equal values have equal text whatever the order
 * and the white space they were sent in. Works with a list of its own instead of recursion: a payload may be
 * nested deeper than the stack allows.
 */
export const canonicalJson = (value: unknown): string => {
  const pieces: string[] = []
  /** What is still to be written, last first: ready text, or a value. */
  const pending: (string | { readonly value: unknown })[] = [{ value }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') pieces.push(next)
    else if (Array.isArray(next.value)) {
      const members: readonly unknown[] = next.value
      pieces.push('[')
      pending.push(']')
      for (let i = members.length - 1; i >= 0; i -= 1) {
        pending.push({ value: members[i] })
        if (i > 0) pending.push(',')
      }
    } else if (isContainer(next.value)) {
      const entries = Object.entries(next.value).sort(([a], [b]) => (a < b ? 1 : -1))
      pieces.push('{')
      pending.push('}')
      const first = entries.at(-1)
      for (const entry of entries) {
        pending.push({ value: entry[1] }, ':', JSON.stringify(entry[0]))
        if (entry !== first) pending.push(',')
      }
    } else pieces.push(next.value === undefined ? 'null' : JSON.stringify(next.value))
  }
  return pieces.join('')
}
