/** A JSON Schema as data: keywords and their values. */
export type JsonSchema = Record<string, unknown>

/** The drafts that can be written, with the URI of each. */
export const drafts = {
  'draft-2020-12': { uri: 'https://json-schema.org/draft/2020-12/schema', definitions: '$defs' },
  'draft-07': { uri: 'http://json-schema.org/draft-07/schema#', definitions: 'definitions' },
} as const

export type Target = keyof typeof drafts

/** Which side of a codec a schema describes: what it takes, or what it gives. */
export type Io = 'input' | 'output'
