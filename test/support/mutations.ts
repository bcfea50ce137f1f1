type Path = readonly (string | number)[]

const isContainer = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null

/** The place of every value in a JSON value, its own first. */
export const pathsOf = (value: unknown, path: Path = []): readonly Path[] => {
  if (!isContainer(value)) return [path]
  const steps: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [
    path,
    ...steps.flatMap((step) => pathsOf((value as Record<string, unknown>)[step], [...path, step])),
  ]
}

/** The value at a place. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], value)

/** A copy in which the value at a place is another. */
export const replacedAt = (value: unknown, path: Path, other: unknown): unknown => {
  const [step, ...rest] = path
  if (step === undefined) return other
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  // Defined, not assigned: a step may be __proto__.
  Object.defineProperty(copy, step, {
    value: replacedAt(copy[step], rest, other),
    configurable: true,
    enumerable: true,
    writable: true,
  })
  return copy
}

/** A copy without the member at a place; its parent must be an object. */
export const withoutMember = (value: unknown, path: Path): unknown => {
  const [step, ...rest] = path
  if (step === undefined || Array.isArray(value)) return value
  const copy = { ...(value as Record<string, unknown>) }
  if (rest.length > 0) copy[step] = withoutMember(copy[step], rest)
  else Reflect.deleteProperty(copy, step)
  return copy
}

/** A copy in which the keys of every object stand the other way round. */
export const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered)
  if (!isContainer(value)) return value
  const members = Object.entries(value).reverse()
  return Object.fromEntries(members.map(([key, member]) => [key, reordered(member)]))
}

export const pointerOf = (path: Path): string => path.map((step) => `/${String(step)}`).join('')
