import { isRight } from 'fp-ts/Either'
import type { Credentials } from '../../auth/credentials'
import { diagnoseSignature } from '../../diagnose'
import { formatWebhookError } from '../../error'
import type { Verification } from '../../event/base'
import { verifyWebhook } from '../../named'
import type { ProviderName } from '../../providers/index'
import { readEnvelope } from '../envelope'
import { exitCodes, usageError, type ExitCode } from '../exit'
import { readHeaderLines } from '../header-lines'
import { inputName, readInput } from '../input'
import { noMoreThan, providerOf, readArguments } from '../options'
import { credentialsOf, documentedHeader, findSecrets, secretVariable } from '../secrets'
import { paintFor, print, printable, tell } from '../terminal'

export const help = `leasehook verify <provider> [body]

Checks where a delivery comes from, on its body exactly as received, and where it does not verify says which of the usual
mistakes explains it.

  body       the body as it was received, or a delivery as \`listen\` logs it. Left out, or -, it is standard input.

  --headers <file>           the request's headers, one \`Name: value\` a line, or a JSON record
  --header <Name: value>     one of them; may be given several times
  --secret-file <file>       the secrets, one a line; left out, ${secretVariable('propexo')} and so on from the environment
  --secret-header <name>     the header that carries the secret, for Rently and Funnel: no document names one
  --json                     what was found as one line of JSON

Exit code 0 where the origin is proven, 1 where it is not.

  ${secretVariable('propexo')}=… leasehook verify propexo body.json --header 'propexo-signature: 3f…'
  leasehook verify showmojo body.json --headers headers.txt --secret-file token.txt`

const MAX_BYTES = 16 * 1024 * 1024
const MAX_HEADER_BYTES = 1024 * 1024

const givenHeaders = async (file: string | undefined, lines: readonly string[]) => {
  const fromFile = file === undefined ? '' : new TextDecoder().decode(await readInput(file, MAX_HEADER_BYTES))
  const fromFlags = lines.flatMap((line) => {
    const read = readHeaderLines(line)
    if (read.length !== 1) throw usageError(`--header takes 'Name: value'`)
    return read
  })
  return [...readHeaderLines(fromFile), ...fromFlags]
}

const credentialsFor = async (
  provider: ProviderName,
  file: string | undefined,
  header: string | undefined,
): Promise<Credentials> => {
  const secrets = await findSecrets(provider, file)
  if (secrets.length === 0)
    throw usageError(`no secret: set ${secretVariable(provider)} or give --secret-file`)
  if (documentedHeader(provider) === null && header === undefined)
    throw usageError(`which header carries the secret of ${provider}? Give --secret-header`)
  return credentialsOf(provider, secrets, { header }, null) ?? {}
}

const verificationLine = ({ method, covers, secret }: Verification): string =>
  `${method} with secret ${String(secret)}, which ${covers === 'body' ? 'covers the body' : 'says nothing of the body'}`

export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const { values, positionals } = readArguments(args, {
    headers: { type: 'string' },
    header: { type: 'string', multiple: true, default: [] as string[] },
    'secret-file': { type: 'string' },
    'secret-header': { type: 'string' },
    json: { type: 'boolean' },
  })
  noMoreThan(positionals, 2)
  const provider = providerOf(positionals[0])
  const credentials = await credentialsFor(provider, values['secret-file'], values['secret-header'])
  const fromOptions = await givenHeaders(values.headers, values.header)
  const bytes = await readInput(positionals[1], MAX_BYTES)
  const envelope = readEnvelope(new TextDecoder().decode(bytes))
  const body = envelope?.body ?? bytes
  const headers = [...Object.entries(envelope?.headers ?? {}), ...fromOptions]

  const verified = verifyWebhook(provider, headers, body, credentials)
  const diagnosis = isRight(verified) ? null : diagnoseSignature(provider, headers, body, credentials)
  const exitCode = isRight(verified) ? exitCodes.ok : exitCodes.refused
  if (values.json === true) {
    await print(
      JSON.stringify(
        isRight(verified)
          ? { verification: verified.right }
          : { error: verified.left, mistakes: diagnosis?.mistakes ?? [] },
      ),
    )
    return exitCode
  }
  if (isRight(verified)) {
    await print(`${paintFor(process.stdout)('green', 'verified')}: ${verificationLine(verified.right)}`)
    return exitCode
  }
  tell(printable(`${inputName(positionals[1])}: ${formatWebhookError(verified.left)}`))
  for (const { mistake, advice } of diagnosis?.mistakes ?? []) tell(`  ${mistake}: ${advice}`)
  return exitCode
}
