import { isLeft } from 'fp-ts/Either'
import { unwrap, type Issue } from '../../../src/error'
import { propexo } from '../../../src/providers/propexo/index'
import { parseWebhook, type ParseOptions } from '../../../src/webhook'

export const parse = (body: object | string, options?: ParseOptions) =>
  unwrap(parseWebhook(propexo, {}, typeof body === 'string' ? body : JSON.stringify(body), options))

/** The issues of a refused body. */
export const refusal = (body: object | string, options?: ParseOptions): readonly Issue[] => {
  const parsed = parseWebhook(propexo, {}, typeof body === 'string' ? body : JSON.stringify(body), options)
  if (!isLeft(parsed)) throw new Error('it was taken')
  if (parsed.left._tag !== 'PayloadInvalid') throw new Error(parsed.left._tag)
  return parsed.left.issues
}

type Event = ReturnType<typeof parse>
type RecordEvent = Extract<Event, { family: 'record' }>

/** The event, known to be about a row. */
export const record = (body: object | string): RecordEvent => {
  const event = parse(body)
  if (event.family !== 'record') throw new Error(event.type)
  return event
}

export const update = (model: string, next: object, previous: object = {}): RecordEvent =>
  record({ event: 'DATA_UPDATE', object: model, record_id: 'row-1', diff: { new: next, previous } })

export const created = (model: string, payload: object, context: object | null = null): RecordEvent =>
  record({ event: 'DATA_NEW', object: model, record_id: 'row-1', payload, context })
