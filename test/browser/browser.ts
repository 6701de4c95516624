import { readFileSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-GB',
]
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/u

/** A date field draws its day in the browser's own language, where that is installed (Debian: chromium-l10n); a page's locale does not change it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: FLAGS, env: { ...process.env, LANGUAGE: 'en_GB:en' } })

/** A fresh person at a fresh browser. Nothing but loopback can be reached: the app needs no content network. */
export const openContext = async (browser: Browser, width = 1280, height = 900): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  await context.route(
    (url) => !LOOPBACK.test(url.hostname),
    (route) => route.abort('blockedbyclient'),
  )
  return context
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** Resolves when the last frame is drawn and no colour is on its way to another one. */
const atRest = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  .then(() => Promise.allSettled(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished)))
  .then(() => undefined)`

/** What axe finds against WCAG 2.2 AA, one line each. Fluent's focus-trap dummies are left out: they are hidden and hold no content. */
export const axeFindings = async (page: Page | Frame): Promise<readonly string[]> => {
  await page.evaluate(axeSource)
  await page.evaluate(atRest)
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }).then((answer) => answer.violations)`,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
