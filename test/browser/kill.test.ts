import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import * as z from 'zod'
import { openBrowser, openContext } from './browser.ts'
import { askApi, findChild, openConversation, openLocalPage, openTab, say, show, storedMessages, wordsOnce } from './local-page.ts'
import { startApp } from './running-app.ts'

const ROOT = path.resolve(__dirname, '../..')
const TRACKER = 'test/fixtures/lincolnshire-annex-a-list-10.csv'
const IN_USE = /^DATA_DIR is in use by process \d+\. Stop it, or set DATA_DIR to another folder\.$/u

let app: Awaited<ReturnType<typeof startApp>>
let browser: Browser
let page: Page
/** children of Leicestershire who wait */
let references: readonly string[]

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await openContext(browser)).newPage()
  const list = z.object({ items: z.array(z.object({ reference: z.string() })) })
  references = (await askApi(app, 'Priya Raman', '/waiting?agency=LEICS&limit=10', list)).items.map(({ reference }) => reference)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

/** As the power comes back: the same folder, the same address. */
const startAgain = async (): Promise<void> => {
  const { dataDir, port } = app
  app = await startApp({ dataDir, port })
}

const postsOf = async (reference: string) => {
  const found = await askApi(app, 'Priya Raman', `/children/${reference}/posts`, z.object({ items: z.array(z.object({ state: z.string() })) }))
  return found.items
}

const ended = (script: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said: said.trim() }))
  })

/** Milliseconds. Work that the killed app had begun is taken up again at the next start; a lease of a minute would be too late. */
const NO_LEASE = 40_000
const arrived = async (channel: Locator, reference: string): Promise<void> => {
  const card = channel.getByRole('article').filter({ hasText: `${reference}: a family is needed` })
  await card.first().waitFor({ timeout: NO_LEASE })
}

test('a second process on the same data is refused with a sentence', async () => {
  const { code, said } = await ended('dist/src/main.js', [], { DATA_DIR: app.dataDir, PORT: '0', LOG_LEVEL: 'warn' })
  expect(code).toBe(1)
  expect(said).toMatch(IN_USE)
})

test('so is an import while the app runs', async () => {
  const { code, said } = await ended('dist/src/cli/import.js', ['--agency', 'LINCS', TRACKER], { DATA_DIR: app.dataDir })
  expect(code).toBe(1)
  expect(said).toMatch(IN_USE)
})

test('a post that was acknowledged arrives although the app is killed at once; so does a meeting', async () => {
  const [reference = ''] = references
  await openLocalPage(page, app, 'Priya Raman')
  const meeting = await say(page, 'schedule tracking every other Wednesday at 14')
  const preview = await say(page, `post ${reference} to #regional`)
  await wordsOnce(meeting, 'Every other Wednesday at 14:00')
  await preview.getByRole('button', { name: 'Post', exact: true }).click()
  await wordsOnce(preview, `${reference}: 6 posts asked for`)
  await app.kill()
  await startAgain()

  await openLocalPage(page, app, 'Hassan Mirza')
  const channel = await openConversation(page, '#regional')
  await arrived(channel, reference)

  await openLocalPage(page, app, 'Priya Raman')
  const tab = await openTab(page)
  await findChild(tab, reference)
  expect(await postsOf(reference)).toHaveLength(6)
  await tab.getByRole('link', { name: 'Meetings', exact: true }).click()
  await wordsOnce(tab.getByRole('list', { name: 'Series of meetings' }).getByRole('listitem').first(), 'Every 2 weeks on Wednesday at 14:00')
  expect(await tab.getByText('Every 2 weeks on Wednesday at 14:00').count()).toBe(1)
}, 180_000)

test('killed in the middle of Post, pressed again after the start: one request, and the card is there', async () => {
  const [, reference = ''] = references
  await openLocalPage(page, app, 'Priya Raman')
  await show(page, 'Chat')
  const preview = await say(page, `post ${reference} to #regional`)
  await preview.getByRole('button', { name: 'Post', exact: true }).click({ noWaitAfter: true })
  await app.kill()
  await startAgain()

  await page.reload()
  const again = page.getByRole('log', { name: 'Messages in Family Finding' }).getByRole('article').last()
  await again.filter({ hasText: reference }).waitFor()
  const post = again.getByRole('button', { name: 'Post', exact: true })
  if ((await post.count()) > 0) await post.click()
  await wordsOnce(again, `${reference}: 6 posts asked for`)

  const channel = await openConversation(page, '#regional')
  await arrived(channel, reference)
  expect(await postsOf(reference)).toHaveLength(6)
  expect((await storedMessages(app, 'Hassan Mirza', 'regional')).length).toBeGreaterThanOrEqual(1)
}, 180_000)
