import * as t from 'io-ts'
import type { Issue } from '../error'
import { issuesOf, keyOfStep, newReading } from './reading'
import { FAIL, type Read, type Reader, type Shape } from './shape'

export { FAIL, type Fail, type Read, type Reader, type ValueOf } from './shape'

/**
 * A codec with two faces over one reader. The pipeline calls `read`, one pass with one reading per
 * delivery; everybody else has an ordinary io-ts type that composes with their own.
 *
 * `decode` is lenient: a documented optional field of the wrong kind becomes null. {@link strict} makes a
 * codec that refuses instead. A failed decode names places and what was expected there, never the value,
 * so `PathReporter` and logs stay clean.
 */
export class Codec<A> extends t.Type<A, A, unknown> implements Reader<A> {
  readonly read: Read<A>
  readonly shape: Shape

  constructor(name: string, shape: Shape, read: Read<A>) {
    super(
      name,
      (input): input is A => {
        const reading = newReading(false, 'keep')
        return read(input, reading) === input && reading.issueCount === 0
      },
      (input, context) => {
        const reading = newReading(false)
        const output = read(input, reading)
        return output === FAIL
          ? t.failures(issuesOf(reading).map(asValidationError(context)))
          : t.success(output)
      },
      t.identity,
    )
    this.read = read
    this.shape = shape
  }

  /** The errors of io-ts hold codecs: as JSON, the tree beneath one of them can be longer than any text. */
  toJSON(): string {
    return this.name
  }
}

/** Without `value` and `actual`: io-ts reporters print both, and both would be what was received. */
const asValidationError =
  (context: t.Context) =>
  (issue: Issue): t.ValidationError => {
    const steps = issue.path.split('/').slice(1).map(keyOfStep)
    const parents = context.map(({ key, type }) => ({ key, type }))
    const place = [...parents.map(({ key }) => key), ...steps].join('/')
    return {
      value: undefined,
      context: [...parents, ...steps.map((key) => ({ key, type: t.unknown }))],
      message:
        issue.code === 'more_issues'
          ? `${place}: and ${String(issue.count)} more`
          : `${place}: expected ${issue.expected}`,
    }
  }

/** The same codec, but whatever a lenient pass would have passed over or nulled with an issue fails it. */
export const strict = <A>(codec: Reader<A>): Codec<A> =>
  new Codec(codec.name, codec.shape, (input, reading) => {
    const faultsBefore = reading.faultCount
    const output = codec.read(input, reading)
    return reading.faultCount === faultsBefore ? output : FAIL
  })
