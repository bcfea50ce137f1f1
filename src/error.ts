import { isLeft, type Either } from 'fp-ts/Either'

/** Who has to act: the receiver's configuration, the sender's proof of origin, or the body as it was sent. */
export type WebhookErrorKind = 'configuration' | 'authentication' | 'malformed'

/**
 * Every way in which a delivery can be refused, with the status a server should answer. A fault of the
 * receiver's own set-up is a 500: providers send again after one, so nothing is lost while it is mended.
 */
export const webhookErrorTags = {
  ProviderUnknown: { kind: 'configuration', httpStatus: 500 },
  ProviderUnsigned: { kind: 'configuration', httpStatus: 500 },
  SecretMissing: { kind: 'configuration', httpStatus: 500 },
  SecretInvalid: { kind: 'configuration', httpStatus: 500 },
  HeadersUnreadable: { kind: 'configuration', httpStatus: 500 },
  HeaderMissing: { kind: 'authentication', httpStatus: 401 },
  HeaderRepeated: { kind: 'authentication', httpStatus: 401 },
  HeaderMalformed: { kind: 'authentication', httpStatus: 401 },
  SignatureMismatch: { kind: 'authentication', httpStatus: 401 },
  TokenMismatch: { kind: 'authentication', httpStatus: 401 },
  BodyMissing: { kind: 'malformed', httpStatus: 400 },
  BodyAlreadyParsed: { kind: 'configuration', httpStatus: 500 },
  BodyTooLarge: { kind: 'malformed', httpStatus: 413 },
  BodyTooDeep: { kind: 'malformed', httpStatus: 400 },
  BodyNotUtf8: { kind: 'malformed', httpStatus: 400 },
  BodyNotJson: { kind: 'malformed', httpStatus: 400 },
  PayloadInvalid: { kind: 'malformed', httpStatus: 422 },
} as const satisfies Record<string, { kind: WebhookErrorKind; httpStatus: number }>

export type WebhookErrorTag = keyof typeof webhookErrorTags

/**
 * What was odd in one place of a payload.
 *
 * - `missing`, `wrong_kind`: a documented field is not there, or is not what the provider documents.
 * - `contradiction`: two fields that say the same thing in two places do not say the same.
 * - `time_unreadable`: a stamp that no calendar or clock has, or in another form than documented.
 * - `time_contradiction`: two stamps that should be one moment are not.
 * - `time_ambiguous`: the wall time is skipped or repeated by a clock change and the policy was `reject`; or a moment
 *   where a day belongs, of which nobody says on whose calendar.
 * - `zone_unknown`, `zone_contradiction`: a time zone nobody knows, or one whose offset differs from the one sent.
 */
export type IssueCode =
  | 'missing'
  | 'wrong_kind'
  | 'contradiction'
  | 'time_unreadable'
  | 'time_contradiction'
  | 'time_ambiguous'
  | 'zone_unknown'
  | 'zone_contradiction'

/**
 * One oddity: its code, where it stands (a JSON pointer into the body, made of documented names and
 * positions only) and what was expected there. It never holds what was received.
 * A list of issues has at most 20 members; when there were more, the last one counts those left out.
 */
export type Issue =
  | { readonly code: IssueCode; readonly path: string; readonly expected: string }
  | { readonly code: 'more_issues'; readonly path: ''; readonly expected: ''; readonly count: number }

interface WebhookErrorOf<Tag extends WebhookErrorTag> {
  readonly _tag: Tag
  readonly kind: (typeof webhookErrorTags)[Tag]['kind']
  /** What a server should answer. */
  readonly httpStatus: (typeof webhookErrorTags)[Tag]['httpStatus']
  /** The header's name, or a JSON pointer into the body; '' is the whole of what was given. */
  readonly path: string
  readonly expected: string
  /** What to do about it, where that can be told. */
  readonly hint: string | null
  /** For `PayloadInvalid`: each place that is wrong. Empty for all others. */
  readonly issues: readonly Issue[]
}

/**
 * Why a delivery was refused: plain data, told apart by `_tag`. It holds nothing that was received: no
 * value, no header, no secret, no text of another error.
 */
export type WebhookError = { [Tag in WebhookErrorTag]: WebhookErrorOf<Tag> }[WebhookErrorTag]

interface Particulars {
  readonly path?: string
  readonly hint?: string
  readonly issues?: readonly Issue[]
}

const noIssues: readonly Issue[] = []

export const webhookError = <Tag extends WebhookErrorTag>(
  tag: Tag,
  expected: string,
  particulars: Particulars = {},
): WebhookErrorOf<Tag> => ({
  _tag: tag,
  kind: webhookErrorTags[tag].kind,
  httpStatus: webhookErrorTags[tag].httpStatus,
  path: particulars.path ?? '',
  expected,
  hint: particulars.hint ?? null,
  issues: particulars.issues ?? noIssues,
})

const formatIssue = (issue: Issue): string =>
  issue.code === 'more_issues'
    ? `  and ${String(issue.count)} more`
    : `  ${issue.path === '' ? 'the body' : issue.path}: ${issue.code}, expected ${issue.expected}`

/**
 * An error as text for a log: its tag, its place, what was expected, and one line per issue. Safe to log:
 * no received value is in it.
 *
 * @example
 * const parsed = parseWebhook('rently', {}, '{"type":7}')
 * if (isLeft(parsed)) console.error(formatWebhookError(parsed.left))
 * // PayloadInvalid: expected a payload of rently
 * //   /type: wrong_kind, expected text
 */
export const formatWebhookError = (error: WebhookError): string => {
  const place = error.path === '' ? '' : ` at ${error.path}`
  const hint = error.hint === null ? '' : ` (${error.hint})`
  return [`${error._tag}${place}: expected ${error.expected}${hint}`, ...error.issues.map(formatIssue)].join(
    '\n',
  )
}

/** What {@link unwrap} throws: an ordinary `Error` whose `error` is the tagged one. */
export class WebhookFailure extends Error {
  override readonly name = 'WebhookFailure'
  readonly error: WebhookError

  constructor(error: WebhookError) {
    super(formatWebhookError(error))
    this.error = error
  }
}

/**
 * The value of a `Right`, for code that prefers exceptions.
 *
 * @throws {WebhookFailure} for a `Left`; its `error` is the tagged error.
 *
 * @example
 * const event = unwrap(parseWebhook('rently', request.headers, rawBody))
 */
export const unwrap = <A>(either: Either<WebhookError, A>): A => {
  if (isLeft(either)) throw new WebhookFailure(either.left)
  return either.right
}
