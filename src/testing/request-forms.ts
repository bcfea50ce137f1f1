/** A delivery before it takes the form of one kind of server. */
export interface SignedDelivery {
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The parts of a request as `node:http` shows them. */
export interface NodeRequestParts {
  readonly method: 'POST'
  /** The path and the query, as in `IncomingMessage.url`. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly rawHeaders: readonly string[]
  readonly body: Uint8Array
}

/** As API Gateway's HTTP API and function URLs hand it over (format 2.0). */
export interface LambdaEventV2 {
  readonly version: '2.0'
  readonly rawPath: string
  readonly rawQueryString: string
  readonly headers: Readonly<Record<string, string>>
  readonly queryStringParameters: Readonly<Record<string, string>>
  readonly requestContext: { readonly http: { readonly method: 'POST'; readonly path: string } }
  readonly body: string
  readonly isBase64Encoded: boolean
}

/** As API Gateway's REST API hands it over (format 1.0). */
export interface LambdaEventV1 {
  readonly version: '1.0'
  readonly httpMethod: 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly multiValueHeaders: Readonly<Record<string, readonly string[]>>
  readonly queryStringParameters: Readonly<Record<string, string>>
  readonly body: string
  readonly isBase64Encoded: boolean
}

export interface RequestForms {
  readonly fetch: Request
  readonly node: NodeRequestParts
  readonly lambda: LambdaEventV2
  readonly 'lambda-v1': LambdaEventV1
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** `content-type` as `Content-Type`, the way most senders write it. */
const onTheWire = (name: string): string => name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase())

const fetchRequest = ({ url, headers, body }: SignedDelivery): Request =>
  new Request(url, { method: 'POST', headers: { ...headers }, body: bytesOf(body) })

const nodeParts = ({ url, headers, body }: SignedDelivery): NodeRequestParts => {
  const { pathname, search, host } = new URL(url)
  const bytes = bytesOf(body)
  const sent = { ...headers, host, 'content-length': String(bytes.byteLength) }
  return {
    method: 'POST',
    url: pathname + search,
    headers: sent,
    rawHeaders: Object.entries(sent).flatMap(([name, value]) => [onTheWire(name), value]),
    body: bytes,
  }
}

const lambdaV2 = ({ url, headers, body }: SignedDelivery): LambdaEventV2 => {
  const { pathname, search, searchParams } = new URL(url)
  return {
    version: '2.0',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers,
    queryStringParameters: Object.fromEntries(searchParams),
    requestContext: { http: { method: 'POST', path: pathname } },
    body,
    isBase64Encoded: false,
  }
}

const lambdaV1 = ({ url, headers, body }: SignedDelivery): LambdaEventV1 => {
  const { pathname, searchParams } = new URL(url)
  const sent = Object.entries(headers).map(([name, value]): [string, string] => [onTheWire(name), value])
  return {
    version: '1.0',
    httpMethod: 'POST',
    path: pathname,
    headers: Object.fromEntries(sent),
    multiValueHeaders: Object.fromEntries(sent.map(([name, value]) => [name, [value]])),
    queryStringParameters: Object.fromEntries(searchParams),
    body,
    isBase64Encoded: false,
  }
}

/** How a delivery looks to each kind of server. */
export const requestForms: {
  readonly [As in keyof RequestForms]: (delivery: SignedDelivery) => RequestForms[As]
} = { fetch: fetchRequest, node: nodeParts, lambda: lambdaV2, 'lambda-v1': lambdaV1 }
