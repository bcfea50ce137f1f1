import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildPlayground } from '../cli/build'
import { fixture } from '../support/fixtures'
import { contrastOf, expectNoSidewaysScroll, openBrowser, openPage } from './browser'

const published = resolve(import.meta.dirname, '../../docs/playground')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

const built = mkdtempSync(join(tmpdir(), 'leasehook-playground-'))
let browser: Browser
let server: Server
let url = ''
const requested: string[] = []

beforeAll(async () => {
  await buildPlayground(built)
  server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    requested.push(path)
    response.setHeader('content-type', types[extname(path)] ?? 'text/plain')
    response.end(readFileSync(join(built, path)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(built, { recursive: true, force: true })
})

const heading = (page: Page): Promise<string> => page.locator('#detail h2').innerText()

it('is published as it is built; `npm run playground` writes it anew', () => {
  const files = readdirSync(built).sort()
  expect(files).toEqual(['index.html', 'page.css', 'playground.js'])
  for (const file of files) {
    const isSame = readFileSync(join(published, file)).equals(readFileSync(join(built, file)))
    expect(isSame, `docs/playground/${file} is up to date`).toBe(true)
  }
})

it('reads what is pasted, and nothing leaves the browser', async () => {
  requested.length = 0
  const { page, offences } = await openPage(browser, url)
  expect(await heading(page)).toBe('Nothing to read yet')
  await page.getByLabel('Payload').fill(fixture('showmojo/create').body)
  expect(await heading(page)).toBe('showing.scheduled')
  expect(await page.locator('.times').innerText()).toContain('America/Los_Angeles')
  await page.getByLabel('Headers, one a line').fill('Authorization: Bearer a-token')
  await page.getByLabel('Secret, to check the origin').fill('a-token')
  expect(await page.locator('.origin').innerText()).toBe('token with secret 0; it says nothing of the body')
  await page.getByLabel('Secret, to check the origin').fill('another')
  expect(await page.locator('.origin').innerText()).toContain('TokenMismatch')
  await page.getByLabel('Payload').fill('{"what":1}')
  expect(await heading(page)).toBe('Whose webhook is this?')
  await page.getByLabel('Provider').selectOption('casayes')
  expect(await page.locator('#detail').innerText()).toContain('casayes')
  await page.getByLabel('Payload').fill('{"OfficeIntegrationSecret":"0b4ba9b1"')
  expect(await heading(page)).toBe('BodyNotJson')
  expect(await page.locator('#detail').innerText()).not.toContain('0b4ba9b1')
  expect(requested).toEqual(['/index.html', '/page.css', '/playground.js'])
  expect(offences).toEqual([])
})

it('verifies a signature in the browser', async () => {
  const { page } = await openPage(browser, url)
  await page.getByLabel('Sample').selectOption('propexo/update-unit-rent')
  expect(await heading(page)).toBe('record.updated')
  await page.getByLabel('Secret, to check the origin').fill('not the secret')
  expect(await page.locator('.origin').innerText()).toContain('SignatureMismatch')
})

it('may send nothing even if it were made to', async () => {
  const { page } = await openPage(browser, url)
  const isRefused = await page.evaluate(() =>
    fetch('/index.html').then(
      () => false,
      () => true,
    ),
  )
  expect(isRefused).toBe(true)
})

it('is used by keyboard alone, and fits a telephone by night', async () => {
  const { page, offences } = await openPage(browser, url, {
    viewport: { width: 390, height: 800 },
    colorScheme: 'dark',
  })
  const order: (string | undefined)[] = []
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab')
    order.push(await page.evaluate(() => document.activeElement?.id))
  }
  expect(order).toEqual(['sample', 'provider', 'payload', 'headers', 'secret', 'zone'])
  await page.locator('#payload').focus()
  await page.keyboard.insertText(fixture('rently/faulty-kinds').body)
  expect(await heading(page)).toBe('showing.scheduled')
  await expectNoSidewaysScroll(page)
  for (const text of ['.compose label', '.bar p', '.odd code', '.json-text'])
    expect(await contrastOf(page, text), text).toBeGreaterThanOrEqual(4.5)
  expect(offences).toEqual([])
})
