/**
 * Headers as they are written down: a JSON record, or `Name: value` one a line, as browsers and `curl -v` show them.
 * Lines of another form are left out.
 */
export const readHeaderLines = (text: string): readonly (readonly [name: string, value: string])[] => {
  if (text.trimStart().startsWith('{')) return fromJson(text)
  return text.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':', 1)
    const name = line.slice(0, Math.max(0, colon)).replace(/^[<>]/, '').trim()
    return colon === -1 || name === '' || /\s/.test(name)
      ? []
      : [[name, line.slice(colon + 1).trim()] as const]
  })
}

const fromJson = (text: string): readonly (readonly [string, string])[] => {
  try {
    const record: unknown = JSON.parse(text)
    return Object.entries(record ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
  } catch {
    return []
  }
}
