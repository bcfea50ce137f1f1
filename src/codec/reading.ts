import type { Issue, IssueCode } from '../error'

const MOST_ISSUES = 20

/**
 * The state of one pass over one input. Codecs receive it beside the value, so that a good value costs no
 * allocation: only oddities are written down.
 */
export interface Reading {
  /** The input was parsed for this pass and belongs to it: it becomes the result, changed in place. */
  owned: boolean
  /** Enumerating a key does not prove that the object has it: only an own key counts. */
  readonly mayInherit: boolean
  /** Keys that no codec knows: left out, kept (an event read back may be newer), or left out and listed. */
  foreign: 'drop' | 'keep' | 'list'
  foreignPaths: string[]
  /** Only the first few of them, see `issueCount`. */
  issues: Issue[]
  issueCount: number
  /** How many of the issues a strict reader refuses: wrong values, but not remarks on right ones. */
  faultCount: number
}

const plain = {}

/** Whether somebody put a property on `Object.prototype` that every object now seems to have. */
const prototypeIsPolluted = (): boolean => {
  for (const _ in plain) return true
  return false
}

// Most readings note nothing: both lists are this one until there is something to put into them, and it stays empty.
const nothing: never[] = []

export const newReading = (owned: boolean, foreign: Reading['foreign'] = 'drop'): Reading => ({
  owned,
  mayInherit: !owned || prototypeIsPolluted(),
  foreign,
  foreignPaths: nothing,
  issues: nothing,
  issueCount: 0,
  faultCount: 0,
})

/** Notes something odd about a value that is taken as it is. */
export const remark = (reading: Reading, code: IssueCode, path: string, expected: string): void => {
  reading.issueCount += 1
  if (reading.issues === nothing) reading.issues = []
  if (reading.issues.length < MOST_ISSUES) reading.issues.push({ code, path, expected })
}

/** Notes a value that could not be taken; `strict` refuses the whole for it. */
export const fault = (reading: Reading, code: IssueCode, path: string, expected: string): void => {
  reading.faultCount += 1
  remark(reading, code, path, expected)
}

/** Notes the place of a value that no codec knows. */
export const noteForeign = (reading: Reading, path: string): void => {
  if (reading.foreignPaths === nothing) reading.foreignPaths = []
  reading.foreignPaths.push(path)
}

interface Position {
  readonly issueCount: number
  readonly faultCount: number
  readonly issues: number
  readonly foreignPaths: number
}

/** How much a reading holds, to return to after an attempt that came to nothing. */
export const positionOf = ({ issueCount, faultCount, issues, foreignPaths }: Reading): Position => ({
  issueCount,
  faultCount,
  issues: issues.length,
  foreignPaths: foreignPaths.length,
})

/** Forgets what was noted since. */
export const returnTo = (position: Position, reading: Reading): void => {
  reading.issueCount = position.issueCount
  reading.faultCount = position.faultCount
  reading.issues.length = position.issues
  reading.foreignPaths.length = position.foreignPaths
}

/** A key as a step of a JSON pointer. */
export const pointerStep = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** The key that a step of a JSON pointer stands for. */
export const keyOfStep = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

/** Puts the parent's step before the paths written down since there were `from` of them. */
export const prefixPaths = (reading: Reading, from: number, foreignFrom: number, step: string): void => {
  const { issues, foreignPaths } = reading
  for (let i = from; i < issues.length; i += 1) {
    const issue = issues[i]
    /* v8 ignore else -- the position is one of the list, and a count of more issues is never in it */
    if (issue !== undefined && issue.code !== 'more_issues')
      issues[i] = { ...issue, path: `/${step}${issue.path}` }
  }
  for (let i = foreignFrom; i < foreignPaths.length; i += 1)
    /* v8 ignore next -- the position is one of the list */
    foreignPaths[i] = `/${step}${foreignPaths[i] ?? ''}`
}

const none: readonly Issue[] = Object.freeze([])

/** The issues of a finished pass: at most 20, the last one a count where there were more. */
export const issuesOf = (reading: Reading): readonly Issue[] => {
  if (reading.issueCount === 0) return none
  if (reading.issueCount <= MOST_ISSUES) return reading.issues
  const listed = reading.issues.slice(0, MOST_ISSUES - 1)
  return [
    ...listed,
    { code: 'more_issues', path: '', expected: '', count: reading.issueCount - listed.length },
  ]
}
