import { chromium, type Browser, type Page } from 'playwright-core'
import { expect } from 'vitest'

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's own Chromium. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args })

export interface Watched {
  readonly page: Page
  /** Errors, refusals of the content security policy, and requests to anywhere but the page's own origin. */
  readonly offences: readonly string[]
}

/** A page of which everything that it should not do is written down. */
export const openPage = async (
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Watched> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
  const page = await context.newPage()
  const offences: string[] = []
  const { origin } = new URL(url)
  page.on('pageerror', (error) => offences.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') offences.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) offences.push(request.url())
  })
  await page.goto(url)
  return { page, offences }
}

/** Nothing sticks out to the right, so that a phone need not scroll sideways. */
export const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }))
  expect(wide).toBeLessThanOrEqual(seen)
}

/** The contrast of text with what it stands on, by the formula of WCAG 2. */
export const contrastOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const channels = (color: string): number[] =>
        /[\d.]+/g.exec(color) ? color.match(/[\d.]+/g)!.map(Number) : []
      const luminance = (color: string): number => {
        const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
          const share = value / 255
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      }
      const isOpaque = (color: string): boolean => (channels(color)[3] ?? 1) > 0
      let behind: Element | null = element
      while (behind !== null && !isOpaque(getComputedStyle(behind).backgroundColor))
        behind = behind.parentElement
      const [one, other] = [
        luminance(getComputedStyle(element).color),
        luminance(behind === null ? 'rgb(255, 255, 255)' : getComputedStyle(behind).backgroundColor),
      ]
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    })
