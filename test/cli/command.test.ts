import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { mergeDrift, noDrift } from '../../src/drift/drift'
import { fixture, fixtures } from '../support/fixtures'
import { buildCommand, mainOf } from './build'
import { run, start, type Run, type RunOptions } from './run'

let built = ''
let main = ''
const folder = mkdtempSync(join(tmpdir(), 'leasehook-cli-'))

beforeAll(async () => {
  built = await buildCommand()
  main = mainOf(built)
}, 60_000)

afterAll(() => {
  rmSync(built, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const leasehook = (args: readonly string[], options?: RunOptions): Promise<Run> => run(main, args, options)

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const read = (path: string): string => readFileSync(path, 'utf8')

const scheduled = fixture('rently/self-scheduling')
const commands = ['parse', 'normalize', 'verify', 'samples', 'drift', 'listen']

describe('leasehook', () => {
  it('says its version', async () => {
    expect(await leasehook(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })

  it('lists its commands, and is called wrongly without one', async () => {
    const [asked, bare] = await Promise.all([leasehook(['--help']), leasehook([])])
    for (const name of commands) expect(asked.stdout).toContain(`  ${name} `)
    expect(asked.code).toBe(0)
    expect(bare).toMatchObject({ code: 2, stdout: asked.stdout })
  })

  it.each(commands)('%s explains itself, and refuses an option that it does not have', async (name) => {
    const [help, other, wrong] = await Promise.all([
      leasehook([name, '--help']),
      leasehook(['help', name]),
      leasehook([name, '--nonsense']),
    ])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toContain(`leasehook ${name}`)
    expect(other.stdout).toBe(help.stdout)
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain("'--nonsense'")
  })

  it('refuses a command that it does not have', async () => {
    expect(await leasehook(['constructor'])).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('leasehook parse', () => {
  it('shows an event to people', async () => {
    const { code, stdout, stderr } = await leasehook(['parse', 'rently'], { input: scheduled.body })
    expect(code).toBe(0)
    expect(stderr).toBe('')
    expect(stdout.split('\n')[0]).toBe('Self Scheduling → showing.scheduled')
    expect(stdout).toMatch(
      /when +2020-04-01T13:34:39.000Z {2}2020-04-01 06:34:39 -07:00 America\/Los_Angeles/,
    )
    expect(stdout).toContain('4 bedrooms, 2 baths, 1595.00 USD a month')
  })

  it('gives an event to programs', async () => {
    const path = file('scheduled.json', scheduled.bytes)
    const { stdout } = await leasehook(['parse', '--json', 'rently', path])
    const event = JSON.parse(stdout)
    expect(event.source.raw).toBe(scheduled.body)
    expect({ ...event, source: { ...event.source, raw: null } }).toEqual(
      JSON.parse(read(scheduled.eventFile)),
    )
  })

  it.each(['rently', 'showmojo', 'propexo', 'funnel', 'casayes'])(
    'guesses %s from the payload and says so',
    async (provider) => {
      const { body } = fixtures.find((one) => one.provider === provider && !/faulty|unrec/.test(one.name))!
      const { code, stdout, stderr } = await leasehook(['parse', '--json'], { input: body })
      expect(code).toBe(0)
      expect(JSON.parse(stdout).source.provider).toBe(provider)
      expect(stderr).toContain(`Taken for ${provider}`)
    },
  )

  it('does not guess where nothing fits', async () => {
    const { code, stdout, stderr } = await leasehook(['parse'], { input: '{"hello":1}' })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('no provider has a word for this body')
  })

  it('names the line of what is odd', async () => {
    const input = scheduled.body
      .replace(/"address": *"[^"]*"/, '"address": {}')
      .replace(/"visit_date"/, '"visitDate": 1,\n "visit_date"')
    const lines = input.split('\n')
    const lineOf = (key: string): number => lines.findIndex((line) => line.includes(`"${key}"`)) + 1
    const { code, stderr } = await leasehook(['parse', 'rently', '-'], { input })
    expect(code).toBe(0)
    expect(stderr).toContain(`standard input:${lineOf('address')}: /address: wrong_kind, expected text`)
    expect(stderr).toContain(`standard input:${lineOf('visitDate')}: /visitDate: no codec knows this field`)
    const strict = await leasehook(['parse', 'rently', '--strict'], { input })
    expect(strict.code).toBe(1)
    expect(strict.stderr).toContain(`standard input:${lineOf('address')}: /address: wrong_kind`)
  })

  it.each([
    ['{\n "a": 1,\n "b": }', '3:7'],
    ['{"a":1', '1:7'],
    ['{"a":1}}', '1:8'],
    ['[1,\n2,]', '2:3'],
    ['{"type" 1}', '1:9'],
    ['nonsense', '1:1'],
  ])('names the place where %j stops being JSON', async (input, place) => {
    const { code, stderr } = await leasehook(['parse', 'rently'], { input })
    expect(code).toBe(1)
    expect(stderr).toBe(`standard input:${place}: BodyNotJson: expected JSON\n`)
  })

  it('lets no payload steer the terminal', async () => {
    const input = scheduled.body.replace('Chastity', '\\u001b[2J\\u202e')
    const { stdout } = await leasehook(['parse', 'rently'], { input })
    expect(stdout).toContain('\\u001B[2J\\u202E')
    expect(stdout).not.toContain('\u001B')
  })

  it('tells a missing file from a wrong word', async () => {
    const [missing, word, folderGiven] = await Promise.all([
      leasehook(['parse', 'rently', join(folder, 'nowhere.json')]),
      leasehook(['parse', 'rentley']),
      leasehook(['parse', 'rently', folder]),
    ])
    expect(missing).toMatchObject({ code: 3, stdout: '' })
    expect(missing.stderr).toContain('there is no such file')
    expect(word.code).toBe(2)
    expect(folderGiven).toMatchObject({ code: 3 })
  })

  it('refuses a body beyond the limit', async () => {
    const { code, stderr } = await leasehook(['parse', 'rently', '--max-bytes', '10'], {
      input: scheduled.body,
    })
    expect(code).toBe(1)
    expect(stderr).toContain('more than 10 bytes')
  })
})

const oneLine = (body: string): string => JSON.stringify(JSON.parse(body))

describe('leasehook normalize', () => {
  const line = oneLine(scheduled.body)

  it('makes an event of each line, and rejects the others with their number', async () => {
    const input = [line, '', 'nonsense', `${line}\r`, '{"type":7}', line].join('\n')
    const [output, rejects] = [join(folder, 'events'), join(folder, 'rejects')]
    const { code, stdout, stderr } = await leasehook(
      ['normalize', 'rently', '--output', output, '--rejects', rejects],
      { input },
    )
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe('5 lines, 3 events, 2 rejected\n')
    const events = read(output)
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    expect(events.map(({ type, source }) => [type, source.raw])).toEqual(
      Array.from({ length: 3 }, () => ['showing.scheduled', line]),
    )
    const rejected = read(rejects)
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    expect(rejected.map((one) => [one.line, one.error._tag])).toEqual([
      [3, 'BodyNotJson'],
      [5, 'PayloadInvalid'],
    ])
  })

  it('goes on at a line and adds to the files', async () => {
    const input = file('resumed.ndjson', [line, line, 'bad', line].join('\n'))
    const [output, rejects] = [join(folder, 'resumed'), file('resumed-rejects', '')]
    await leasehook(['normalize', 'rently', '--output', output, '--no-raw'], {
      input: [line, line].join('\n'),
    })
    const args = ['normalize', 'rently', input, '--no-raw', '--from-line', '3']
    const { code } = await leasehook([...args, '--output', output, '--rejects', rejects])
    expect(code).toBe(1)
    expect(read(output).trim().split('\n')).toHaveLength(3)
    expect(JSON.parse(read(rejects))).toMatchObject({ line: 3 })
    expect(JSON.parse(read(output).split('\n')[2]!).source.raw).toBeNull()
  })

  it('says rejects and their line on standard error when there is no file for them', async () => {
    const { code, stderr } = await leasehook(['normalize', 'rently'], { input: `${line}\n{]\n` })
    expect(code).toBe(1)
    expect(stderr).toContain('standard input:2: BodyNotJson')
  })

  it('takes 200 MB through less memory than that, long lines included', async () => {
    const child = start(main, ['normalize', 'rently', '--no-raw', '--max-line-bytes', '100000'], {
      NODE_OPTIONS: '--max-old-space-size=64',
    })
    child.stdout!.resume()
    let stderr = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const closed = once(child, 'close')
    const long = Buffer.alloc(1024 * 1024, 'x')
    for (let part = 0; part < 200; part += 1) {
      if (!child.stdin!.write(long)) await once(child.stdin!, 'drain')
    }
    child.stdin!.end(`\n${line}\n`)
    expect(await closed).toEqual([1, null])
    expect(stderr).toContain('standard input:1: BodyTooLarge')
    expect(stderr).toContain('2 lines, 1 events, 1 rejected')
  }, 60_000)

  it('waits for a slow reader and ends quietly when the reader has enough', async () => {
    const input = file('many.ndjson', `${line}\n`.repeat(20_000))
    const shell = spawn('sh', [
      '-c',
      `"${process.execPath}" "${main}" normalize rently "${input}" | head -n 1; exit 0`,
    ])
    let [stdout, stderr] = ['', '']
    shell.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    shell.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    await once(shell, 'close')
    expect(JSON.parse(stdout).type).toBe('showing.scheduled')
    expect(stderr).toBe('')
  })

  it('writes out what is done when it is stopped, and says which line is next', async () => {
    const output = join(folder, 'stopped')
    const child = start(main, ['normalize', 'rently', '--output', output])
    let stderr = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const closed = once(child, 'close')
    child.stdin!.on('error', () => {})
    child.stdin!.write(`${line}\n`.repeat(5000))
    // The first batch in the file shows that it is under way.
    while (!read0(output).includes('\n')) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGINT')
    expect(await closed).toEqual([130, null])
    const next = Number(/--from-line (\d+)/.exec(stderr)?.[1])
    expect(read(output).trim().split('\n')).toHaveLength(next - 1)
  })

  const read0 = (path: string): string => {
    try {
      return read(path)
    } catch {
      return ''
    }
  }
})

describe('leasehook verify', () => {
  const { bytes } = fixture('propexo/update-unit-rent')
  const secret = 'invented secret of a test'
  const signature = createHmac('sha256', secret).update(bytes).digest('hex')
  const env = { LEASEHOOK_PROPEXO_SECRET: secret }
  const verify = (header: string, options: RunOptions = {}): Promise<Run> =>
    leasehook(['verify', 'propexo', '--header', `Propexo-Signature: ${header}`], {
      input: bytes,
      env,
      ...options,
    })

  it('proves an origin', async () => {
    expect(await verify(signature)).toEqual({
      code: 0,
      stdout: 'verified: hmac-sha256 with secret 0, which covers the body\n',
      stderr: '',
    })
  })

  it('names the mistake', async () => {
    const reserialized = JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)), null, 8)
    const { code, stdout, stderr } = await verify(signature.toUpperCase())
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('signature_upper_case')
    const other = await verify(signature, { input: reserialized })
    expect(other.code).toBe(1)
    expect(other.stderr).toContain('body_reserialized')
  })

  it('takes secrets from a file, one a line, and headers from another', async () => {
    const secrets = file('secrets', `old one\n${secret}\n`)
    const headers = file('headers', `content-type: application/json\npropexo-signature: ${signature}\n`)
    const args = ['verify', 'propexo', '--secret-file', secrets, '--headers', headers, '--json']
    const { code, stdout } = await leasehook(args, { input: bytes })
    expect(code).toBe(0)
    expect(JSON.parse(stdout).verification).toMatchObject({ method: 'hmac-sha256', secret: 1 })
  })

  it('does not check without a secret', async () => {
    const { code, stderr } = await verify(signature, { env: {} })
    expect(code).toBe(2)
    expect(stderr).toContain('LEASEHOOK_PROPEXO_SECRET')
  })

  it('wants to be told the header where no document names one', async () => {
    const options = { input: scheduled.body, env: { LEASEHOOK_RENTLY_SECRET: 'abc' } }
    expect((await leasehook(['verify', 'rently', '--header', 'x-key: abc'], options)).code).toBe(2)
    const args = ['verify', 'rently', '--header', 'x-key: abc', '--secret-header', 'x-key']
    expect((await leasehook(args, options)).stdout).toContain('verified: shared-secret')
  })
})

describe('leasehook samples', () => {
  it('lists every delivery there is', async () => {
    const { stdout } = await leasehook(['samples', 'list'])
    const names = fixtures.map(({ provider, name }) => `${provider}/${name}`)
    expect(stdout.trim().split('\n').sort()).toEqual(names.sort())
    const own = await leasehook(['samples', 'list', 'casayes'])
    expect(own.stdout.trim().split('\n')).toEqual(names.filter((name) => name.startsWith('casayes/')))
  })

  it('shows a body to the byte', async () => {
    expect((await leasehook(['samples', 'show', 'rently/self-scheduling'])).stdout).toBe(scheduled.body)
    const whole = await leasehook(['samples', 'show', 'rently/self-scheduling', '--json'])
    const parsed = await leasehook(['parse', '--json'], { input: whole.stdout })
    expect(parsed.stderr).toBe('')
    expect(JSON.parse(parsed.stdout).source.raw).toBe(scheduled.body)
  })

  it('sends one that the receiver can verify, and says what was answered', async () => {
    const requests: { signature: unknown; body: string }[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (text: string) => (body += text))
      request.on('end', () => {
        requests.push({ signature: request.headers['propexo-signature'], body })
        response.writeHead(requests.length === 1 ? 204 : 418).end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
    const args = ['samples', 'send', 'propexo/update-unit-rent', url]
    const env = { LEASEHOOK_PROPEXO_SECRET: 'invented' }
    const taken = await leasehook(args, { env })
    const refused = await leasehook(args, { env })
    server.close()
    expect(taken).toMatchObject({ code: 0, stdout: 'propexo/update-unit-rent  204 No Content\n' })
    expect(refused.code).toBe(1)
    const { body, signature } = requests[0]!
    expect(body).toBe(fixture('propexo/update-unit-rent').body)
    expect(signature).toBe(createHmac('sha256', 'invented').update(body).digest('hex'))
    expect(await leasehook(args)).toMatchObject({ code: 3 })
  })

  it('knows no sample of another name, and no URL of another kind', async () => {
    expect((await leasehook(['samples', 'show', 'constructor'])).code).toBe(2)
    expect((await leasehook(['samples', 'send', 'rently/self-scheduling', 'file:///etc/hosts'])).code).toBe(2)
  })
})

describe('leasehook drift', () => {
  const line = oneLine(scheduled.body)

  it('finds nothing in what is as documented', async () => {
    const { code, stdout } = await leasehook(['drift', 'rently'], { input: `${line}\n${line}\n` })
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'rently: 2 deliveries, all as documented\n' })
  })

  it('counts words, fields, kinds and refusals, over a log of several providers', async () => {
    const [first = ''] = fixtures.filter(({ provider }) => provider === 'showmojo').map(({ body }) => body)
    const unknownFields = line.replace('{', '{"rooms":[{"a":1},{"a":2}],')
    const wrongKind = line.replace(/"address":"[^"]*"/, '"address":{}')
    const logged = (provider: string, body: string): string =>
      JSON.stringify({ id: 'x', receivedAt: null, provider, headers: {}, body })
    const bodies = [
      unknownFields,
      unknownFields,
      wrongKind,
      '{]',
      line.replace('Self Scheduling', 'Drone\\u001b'),
      line.replace('Self Scheduling', 'Drone Tour'),
    ]
    const input = [...bodies.map((body) => logged('rently', body)), logged('showmojo', first)].join('\n')
    const { code, stdout } = await leasehook(['drift', '--json'], { input })
    expect(code).toBe(1)
    const [rently, showmojo] = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    const { drift, ...counts } = rently
    expect(counts).toEqual({
      provider: 'rently',
      deliveries: 6,
      refused: [{ name: 'BodyNotJson', count: 1 }],
      words: [
        { name: '?', count: 1 },
        { name: 'Drone Tour', count: 1 },
      ],
      fields: [{ name: '/rooms', count: 2 }],
      issues: [{ name: 'wrong_kind /address', count: 1 }],
    })
    expect(mergeDrift({ rently: drift }, noDrift)['rently']?.words['Self Scheduling']).toMatchObject({
      deliveries: 3,
      added: { counts: { '/rooms': 2 } },
      retyped: { counts: { '/address': 1 } },
    })
    expect(showmojo).toMatchObject({ provider: 'showmojo', deliveries: 1, refused: [], words: [] })
    const readable = await leasehook(['drift'], { input })
    expect(readable.stdout).toContain('        2  /rooms\n')
    expect(readable.stdout).toContain('        1  Drone Tour\n')
    expect(readable.stdout).not.toContain('\u001B')
  })

  it('wants the provider of bare bodies', async () => {
    expect((await leasehook(['drift'], { input: line })).code).toBe(2)
  })
})
