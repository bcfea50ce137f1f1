import { request } from 'node:http'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { buildCommand, mainOf } from '../cli/build'
import { listen, type Listening } from '../cli/run'
import { fixture } from '../support/fixtures'
import { contrastOf, expectNoSidewaysScroll, openBrowser, openPage } from './browser'

const SECRET = 'invented-token-for-fixtures'
const folder = mkdtempSync(join(tmpdir(), 'leasehook-inspector-'))
const log = join(folder, 'log.ndjson')
const secretFile = join(folder, 'secret')

let built = ''
let browser: Browser
let listening: Listening

const begin = (): Promise<Listening> =>
  listen(mainOf(built), ['--log', log, '--secret-file', `showmojo=${secretFile}`], {
    LEASEHOOK_PROPEXO_SECRET: 'another',
  })

beforeAll(async () => {
  writeFileSync(secretFile, `${SECRET}\n`)
  built = await buildCommand()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  rmSync(built, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  rmSync(log, { force: true })
  listening = await begin()
})

afterEach(async () => {
  expect(await listening.stop()).toBe(0)
})

const deliver = async (path: string, change: (body: string) => string = (body) => body): Promise<number> => {
  const { provider, headers, body } = fixture(path)
  const url = listening.endpoint(provider)
  return (await fetch(url, { method: 'POST', headers, body: change(body) })).status
}

const heading = (page: Page): Promise<string> => page.locator('#detail h2').innerText()
const names = (page: Page): Promise<string[]> => page.locator('#list strong').allInnerTexts()

it('shows deliveries as they come: raw beside canonical, times, origin, oddities', async () => {
  const { page, offences } = await openPage(browser, listening.page)
  expect(await heading(page)).toBe('Waiting for the first delivery')
  expect(await page.locator('.endpoints li').count()).toBe(5)

  expect(
    await deliver('showmojo/create', (body) => body.replace('"action"', '"brandNew":true,"action"')),
  ).toBe(200)
  await page.locator('#detail h2', { hasText: 'showing.scheduled' }).waitFor()
  const detail = page.locator('#detail')
  expect(await detail.locator('.origin').innerText()).toBe('token with secret 0; it says nothing of the body')
  const startsAt = detail.locator('.times li', { hasText: 'showing.startsAt' })
  expect(await startsAt.innerText()).toContain('2024-06-12T23:30:00.000Z')
  expect(await startsAt.innerText()).toContain('-07:00 America/Los_Angeles')
  expect(await startsAt.innerText()).toContain('the stamp says its own offset')
  expect(await detail.locator('.line.unmapped').innerText()).toContain('"brandNew": true')
  const canonical = page.getByLabel('canonical event', { exact: true })
  expect(await canonical.innerText()).toContain('"mode": "agent_guided"')
  expect(await canonical.innerText()).not.toContain('null')
  await detail.getByLabel('empty fields too').check()
  expect(await canonical.innerText()).toContain('"endsAt": null')

  expect(await deliver('rently/faulty-kinds')).toBe(200)
  expect(await deliver('rently/inquiry', (body) => body.slice(0, 30))).toBe(400)
  expect(await deliver('propexo/update-unit-rent')).toBe(401)
  await page.locator('#list li').nth(3).waitFor()
  expect(await names(page)).toEqual([
    'record.updated',
    'BodyNotJson',
    'showing.scheduled',
    'showing.scheduled',
  ])
  expect(await heading(page)).toBe('showing.scheduled')
  await page.locator('#list button').nth(2).click()
  expect(await detail.locator('.line.issue').first().innerText()).toContain('wrong_kind: expected')
  await page.locator('#list button').nth(0).click()
  expect(await detail.locator('.origin').innerText()).toContain('SignatureMismatch')
  expect(offences).toEqual([])
})

it('finds, filters and moves by keyboard', async () => {
  for (const path of [
    'rently/self-scheduling',
    'showmojo/cancel',
    'casayes/lead-business-form',
    'rently/faulty-kinds',
  ])
    await deliver(path)
  const { page, offences } = await openPage(browser, listening.page)
  await page.locator('#list li').nth(3).waitFor()
  const all = await names(page)
  await page.keyboard.press('/')
  await page.keyboard.type('CHASTITY scheduled')
  expect(await names(page)).toEqual(['showing.scheduled'])
  expect(await page.locator('.count').innerText()).toBe('1 of 4 deliveries')
  await page.keyboard.press('Escape')
  expect(await names(page)).toEqual(all)
  await page.locator('#state').selectOption('odd')
  expect(await page.locator('#list .badge.issue').count()).toBe(await page.locator('#list li').count())
  await page.locator('#state').selectOption('verified')
  expect(await names(page)).toEqual(['showing.canceled'])
  await page.locator('#state').selectOption('all')
  await page.locator('#provider').selectOption('casayes')
  expect(await page.locator('#list li').count()).toBe(1)
  await page.locator('#provider').selectOption('')

  await page.locator('#list button').first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('#list button[aria-current]').innerText()).toContain(all[1])
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await heading(page)).toBe(all[1])
  await page.keyboard.press('Escape')
  expect(await page.locator('#list button[aria-current]').count()).toBe(0)
  expect(offences).toEqual([])
})

it('sends any sample, signed, and copies a delivery as a fixture that the command reads', async () => {
  const { page, offences } = await openPage(browser, listening.page, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await page.locator('#sample').selectOption('showmojo/cancel')
  await page.locator('#send').click()
  await page.locator('#detail h2', { hasText: 'showing.canceled' }).waitFor()
  expect(await page.locator('#list .badge.verified').count()).toBe(1)
  await page.getByRole('button', { name: 'Copy as fixture' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))
  expect(copied).toMatchObject({ provider: 'showmojo', body: fixture('showmojo/cancel').body })
  expect(copied.event.type).toBe('showing.canceled')
  expect(copied.headers.authorization).toBe(`Bearer ${'*'.repeat(SECRET.length)}`)
  expect(offences).toEqual([])
})

it('keeps the log over a restart, without the token', async () => {
  await deliver('showmojo/create')
  await deliver('casayes/listing-created')
  await listening.stop()
  const { OfficeIntegrationSecret } = JSON.parse(fixture('casayes/listing-created').body)
  expect(OfficeIntegrationSecret).toMatch(/\w{8}/)
  for (const secret of [SECRET, OfficeIntegrationSecret])
    expect(readFileSync(log, 'utf8')).not.toContain(secret)
  expect(readFileSync(log, 'utf8').trim().split('\n')).toHaveLength(2)
  listening = await begin()
  const { page } = await openPage(browser, listening.page)
  await page.locator('#list li').nth(1).waitFor()
  expect(await names(page)).toContain('showing.scheduled')
  expect(await page.locator('#list .badge.verified').count()).toBe(1)
})

it('shows what is hostile and runs none of it', async () => {
  const attack = '<img src=x onerror=alert(1)><script>alert(2)</script>'
  await deliver('rently/self-scheduling', (body) =>
    body.replace('Chastity Johnson', attack).replace('"type"', `"${attack.replaceAll('"', '')}":1,"type"`),
  )
  const { page, offences } = await openPage(browser, listening.page)
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs += 1
    void dialog.dismiss()
  })
  await page.locator('#detail h2', { hasText: 'showing.scheduled' }).waitFor()
  expect(await page.locator('#list .subject').innerText()).toContain(attack)
  expect(await page.locator('main img, main script, nav img').count()).toBe(0)
  expect(dialogs).toBe(0)
  expect(offences).toEqual([])
})

const get = (url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { headers, method }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end()
  })

it('answers its page only to browsers that mean it', async () => {
  const send = { 'content-type': 'application/json' }
  expect(await get(listening.page, { host: 'attacker.example' })).toBe(403)
  expect(await get(`${listening.page}deliveries`, { host: 'attacker.example:80' })).toBe(403)
  expect(await get(`${listening.page}send`, { ...send, origin: 'http://attacker.example' }, 'POST')).toBe(403)
  expect(await get(`${listening.page}%2e%2e/main.js`, {})).toBe(404)
  const receiver = listening.endpoint('rently')
  expect(await get(receiver, {})).toBe(405)
  expect(await get(new URL('/', receiver).href, {})).toBe(404)
  const { headers } = await fetch(listening.page)
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
})

it('fits a telephone, by day and by night', async () => {
  await deliver('rently/stamps-that-disagree')
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, offences } = await openPage(browser, listening.page, {
      viewport: { width: 390, height: 800 },
      colorScheme,
    })
    await page.locator('#list button').first().click()
    expect(await page.locator('#list').isVisible()).toBe(false)
    await expectNoSidewaysScroll(page)
    for (const text of ['#detail h2', '.title p', '.row dt', '.line.issue em', '.json-key', '.json-mark'])
      expect(await contrastOf(page, text), `${text} in ${colorScheme}`).toBeGreaterThanOrEqual(4.5)
    await page.locator('#back').click()
    expect(await page.locator('#list').isVisible()).toBe(true)
    await expectNoSidewaysScroll(page)
    for (const text of ['.provider', '.subject', '.badge.issue', '.count', '#send'])
      expect(await contrastOf(page, text), `${text} in ${colorScheme}`).toBeGreaterThanOrEqual(4.5)
    expect(offences).toEqual([])
  }
})
