import type { AnyProvider } from '../provider'
import { providers } from '../providers/index'

/** A signature says nothing of its secret, and the delivery can be checked by it again; a token lets anybody in. */
const tokenHeader = ({ verify }: AnyProvider): readonly string[] => {
  const proof = verify?.proof
  return proof === undefined || proof.method === 'hmac-sha256' || proof.header === null ? [] : [proof.header]
}

const credentialHeaders = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'x-api-key',
  'x-api-token',
  ...Object.values(providers).flatMap(tokenHeader),
]

const scheme = /^[A-Za-z]+ (?=\S)/

const hidden = (value: string): string => {
  const shown = scheme.exec(value)?.[0] ?? ''
  return shown + '*'.repeat(value.length - shown.length)
}

/** Headers without their credentials, of which only the length is left. `more` names the caller's own. */
export const maskHeaders = (
  headers: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Readonly<Record<string, string>> => {
  const secret = new Set([...credentialHeaders, ...more.map((name) => name.toLowerCase())])
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secret.has(name.toLowerCase()) ? hidden(value) : value,
    ]),
  )
}

/** The body without what its provider puts into it to identify itself. */
export const maskBody = (provider: AnyProvider, body: string): string => {
  if (provider.mask === undefined) return body
  try {
    JSON.parse(body.startsWith('\uFEFF') ? body.slice(1) : body)
  } catch {
    // A mask is made for JSON; of anything else nobody can say where the credential stands.
    return body.replace(/\S/gu, '*')
  }
  return provider.mask(body)
}
