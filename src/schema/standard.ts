import { FAIL, strict, type Reader } from '../codec/codec'
import { issuesOf, keyOfStep, newReading } from '../codec/reading'
import type { Issue } from '../error'
import { drafts, type Io, type JsonSchema, type Target } from './json-schema'
import { toJsonSchema } from './to-json-schema'

// The interfaces of Standard Schema 1.1 and Standard JSON Schema 1 (standardschema.dev), so that the types of the
// package need no other package.

/** What is wrong in one place of a value. It never holds what was received. */
export interface StandardIssue {
  readonly message: string
  readonly path: readonly PropertyKey[]
}

export type StandardResult<A> =
  { readonly value: A; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] }

export interface JsonSchemaRequest {
  readonly target: Target | 'openapi-3.0' | (string & {})
  readonly libraryOptions?: Record<string, unknown> | undefined
}

/** A value that validators, forms and tool servers of any make accept as a schema. */
export interface StandardSchema<A> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'leasehook'
    readonly types?: { readonly input: A; readonly output: A } | undefined
    readonly validate: (value: unknown) => StandardResult<A>
    readonly jsonSchema: {
      /** @throws {TypeError} for targets other than `draft-2020-12` and `draft-07`. */
      readonly input: (request: JsonSchemaRequest) => Record<string, unknown>
      /** @throws {TypeError} for targets other than `draft-2020-12` and `draft-07`. */
      readonly output: (request: JsonSchemaRequest) => Record<string, unknown>
    }
  }
}

const MEMBER = /^(?:0|[1-9]\d*)$/

/** Positions in lists are numbers in a path, and a JSON pointer does not tell them from keys: the value does. */
const pathOf = (pointer: string, value: unknown): readonly PropertyKey[] => {
  const path: PropertyKey[] = []
  let parent = value
  for (const step of pointer.split('/').slice(1)) {
    const key = keyOfStep(step)
    path.push(Array.isArray(parent) && MEMBER.test(key) ? Number(key) : key)
    parent =
      typeof parent === 'object' && parent !== null ? (parent as Record<string, unknown>)[key] : undefined
  }
  return path
}

const standardIssue = (issue: Issue, value: unknown): StandardIssue =>
  issue.code === 'more_issues'
    ? { message: `and ${String(issue.count)} more`, path: [] }
    : { message: `expected ${issue.expected}`, path: pathOf(issue.path, value) }

const isTarget = (target: string): target is Target => Object.hasOwn(drafts, target)

const jsonSchema =
  (codec: Reader<unknown>, io: Io) =>
  ({ target }: JsonSchemaRequest): JsonSchema => {
    if (!isTarget(target)) throw new TypeError(`jsonSchema: target ${Object.keys(drafts).join(' or ')}`)
    return toJsonSchema(codec, { target, io })
  }

/**
 * The codec as a Standard Schema, which also gives its JSON Schema: for validators of frameworks, tRPC, forms.
 *
 * It validates as `strict(codec)` does, so that what it takes is what its JSON Schema says: an optional field of the
 * wrong kind is refused. That is right for your own tests and between your own services; a server that receives
 * webhooks uses `receiveWebhook`, which keeps such a delivery and says what is odd about it.
 *
 * Issues have a path and what was expected there, never a received value. At most 20.
 *
 * @example
 * app.post('/events', sValidator('json', toStandardSchema(LeasingEvent)), (c) => handle(c.req.valid('json')))
 */
export const toStandardSchema = <A>(codec: Reader<A>): StandardSchema<A> => {
  const { read } = strict(codec)
  return {
    '~standard': {
      version: 1,
      vendor: 'leasehook',
      validate: (value) => {
        const reading = newReading(false)
        const output = read(value, reading)
        return output === FAIL
          ? { issues: issuesOf(reading).map((issue) => standardIssue(issue, value)) }
          : { value: output }
      },
      jsonSchema: { input: jsonSchema(codec, 'input'), output: jsonSchema(codec, 'output') },
    },
  }
}
