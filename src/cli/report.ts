import { formatWebhookError, type Issue, type WebhookError } from '../error'
import { lineOfPointer, whereJsonBreaks } from './locate'
import { printable, type Paint } from './terminal'

/** An issue as one line that begins with the file and the line in it, as compilers write them. */
export const issueLine = (issue: Issue, name: string, body: string): string =>
  issue.code === 'more_issues'
    ? `${name}: and ${String(issue.count)} more`
    : printable(
        `${name}:${String(lineOfPointer(body, issue.path))}: ${issue.path === '' ? 'the body' : issue.path}: ${issue.code}, expected ${issue.expected}`,
      )

/** Why a body was refused, with the place in the file. */
export const refusalLines = (error: WebhookError, name: string, body: string): readonly string[] => {
  if (error.issues.length > 0) {
    return [
      `${name}: ${formatWebhookError({ ...error, issues: [] })}`,
      ...error.issues.map((issue) => issueLine(issue, name, body)),
    ]
  }
  const place = error._tag === 'BodyNotJson' ? whereJsonBreaks(body) : null
  const where = place === null ? name : `${name}:${String(place.line)}:${String(place.column)}`
  return [`${where}: ${formatWebhookError(error)}`]
}

export const unmappedLine = (pointer: string, name: string, body: string, paint: Paint): string =>
  printable(`${name}:${String(lineOfPointer(body, pointer))}: `) +
  `${printable(pointer)}: ${paint('yellow', 'no codec knows this field')}`
