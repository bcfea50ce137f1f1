import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { fixture } from '../support/fixtures'

/** The command as npm installs it; `npx leasehook` starts the same file. */
const leasehook = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(join('node_modules/.bin', manifest.name), args, {
    cwd: inject('consumer'),
    encoding: 'utf8',
    input,
    env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: '0', NO_COLOR: '1' },
  })
  return { status, stdout, stderr }
}

it('says how it is used', () => {
  const { status, stdout, stderr } = leasehook(['--help'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('leasehook <command>')
})

it('parses what comes through a pipe', () => {
  const { status, stdout, stderr } = leasehook(
    ['parse', 'rently', '--json'],
    fixture('rently/self-scheduling').body,
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ type: 'showing.scheduled', source: { provider: 'rently' } })
})

it('has its own samples with it', () => {
  const { status, stdout } = leasehook(['samples', 'list'])
  expect(status).toBe(0)
  expect(stdout).toContain('rently/self-scheduling')
})

it('refuses what is no body, with its own exit code', () => {
  expect(leasehook(['parse', 'rently'], 'not JSON')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('BodyNotJson') as string,
  })
})
