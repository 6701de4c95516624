import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import * as z from 'zod'
import { axeFindings, openBrowser, openContext } from './browser.ts'
import { askApi, openLocalPage, say, storedMessages, wordsOnce } from './local-page.ts'
import { chats, localPeople } from '../../src/local/page-contract.ts'
import { startApp, type RunningApp } from './running-app.ts'

let app: RunningApp
let browser: Browser
/** Leicestershire's family finder */
let page: Page
/** a child of Leicestershire who waits with a placement order */
let reference: string
/** the message whose card shows that child */
let message: Locator

const dialog = () => page.getByRole('dialog')
const opener = () => message.getByRole('button', { name: 'Record a date…' })
const openDialog = async (): Promise<void> => {
  await opener().click()
  await dialog().getByRole('combobox', { name: 'What happened' }).waitFor()
}
/** Resolves once it has the focus. */
const focused = (one: Locator): Promise<void> => one.and(page.locator(':focus')).waitFor()
const versionOf = async (): Promise<number> => (await askApi(app, 'Priya Raman', `/children/${reference}`, z.object({ version: z.int() }))).version

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await openContext(browser, 1024)).newPage()
  await openLocalPage(page, app, 'Priya Raman')
  const list = await wordsOnce(await say(page, 'waiting in Leicestershire over 6 months'), 'Only you see this view')
  const waiting = [...list.matchAll(/FF-\w{5}(?=[^F]*Placement order made)/giu)].map(([found]) => found)
  reference = waiting[0] ?? /FF-\w{5}/u.exec(list)?.[0] ?? ''
  message = await say(page, `child ${reference}`)
  await wordsOnce(message, 'Only you see this view')
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

test('the dialog has a title, takes the focus and holds it, and Escape and Close give it back', async () => {
  for (const leave of [() => page.keyboard.press('Escape'), () => dialog().getByRole('button', { name: 'Close' }).click()]) {
    await opener().focus()
    await page.keyboard.press('Enter')
    const which = dialog().getByRole('combobox', { name: 'What happened' })
    await which.waitFor()
    expect(
      await dialog()
        .getByRole('heading', { name: `Record a date: ${reference}` })
        .count(),
    ).toBe(1)
    await focused(which)
    for (let presses = 0; presses < 14; presses += 1) {
      await page.keyboard.press(presses < 7 ? 'Tab' : 'Shift+Tab')
      expect(
        await page.evaluate<boolean>(`document.activeElement.closest('[role=dialog]') !== null || document.activeElement.hasAttribute('data-tabster-dummy')`),
      ).toBe(true)
    }
    await leave()
    await dialog().waitFor({ state: 'hidden' })
    await focused(opener())
  }
})

test('it is well made in every theme, and on a phone', async () => {
  const pictures = process.env.PICTURES_DIR
  if (pictures !== undefined) await mkdir(pictures, { recursive: true })
  for (const theme of ['Dark', 'High contrast', 'Light']) {
    await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: theme })
    await openDialog()
    expect([theme, await axeFindings(page)]).toEqual([theme, []])
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `dialog-${theme.toLowerCase().replace(' ', '-')}.png`) })
    if (theme === 'Light') {
      await page.setViewportSize({ width: 320, height: 700 })
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate<number>('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth')).toBeLessThanOrEqual(0)
      if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'dialog-phone.png') })
      await page.setViewportSize({ width: 1024, height: 900 })
    }
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
  }
})

test('a form that is not filled in is not sent', async () => {
  await openDialog()
  await dialog().getByRole('button', { name: 'Record', exact: true }).click()
  await wordsOnce(dialog(), 'Choose the day.')
  await page.keyboard.press('Escape')
})

test("the rule's sentence comes back in the dialog, and what was filled in stays", async () => {
  await openDialog()
  await dialog().getByRole('combobox', { name: 'What happened' }).selectOption('planEnded')
  await dialog().getByLabel('On which day').fill('2031-03-12')
  await dialog()
    .getByRole('combobox', { name: /Why the plan ended/u })
    .selectOption('RD3')
  await dialog().getByRole('button', { name: 'Record', exact: true }).click()
  await wordsOnce(dialog(), /Not recorded\..*future/u)
  expect(await dialog().getByRole('combobox', { name: 'What happened' }).inputValue()).toBe('planEnded')
  expect(await dialog().getByLabel('On which day').inputValue()).toBe('2031-03-12')
  expect(
    await dialog()
      .getByRole('combobox', { name: /Why the plan ended/u })
      .inputValue(),
  ).toBe('RD3')
  expect(await axeFindings(page)).toEqual([])
  if (process.env.PICTURES_DIR !== undefined) await page.screenshot({ path: path.join(process.env.PICTURES_DIR, 'dialog-refused.png') })
})

test('filled in right it is recorded once, however often it is pressed, and said in the dialog alone', async () => {
  const before = await versionOf()
  await dialog().getByLabel('On which day').fill('2026-11-20')
  await dialog().getByRole('button', { name: 'Record', exact: true }).dblclick()
  await wordsOnce(dialog(), `Recorded for ${reference}. Plan ended: 20 Nov 2026.`)
  expect(await axeFindings(page)).toEqual([])
  if (process.env.PICTURES_DIR !== undefined) await page.screenshot({ path: path.join(process.env.PICTURES_DIR, 'dialog-recorded.png') })
  await dialog().getByRole('button', { name: 'Close' }).click()
  expect(await versionOf()).toBe(before + 1)

  await message.getByRole('button', { name: 'Refresh card' }).click()
  await wordsOnce(message, '20 Nov 2026: plan ended')
  expect(JSON.stringify(await storedMessages(app, 'Priya Raman', 'personal'))).not.toMatch(/20 Nov|2026-11-20|[Pp]lan ended|placement order on/u)
})

test('a date that is typed is recorded, and the kept answer names neither date nor day', async () => {
  const other = (await askApi(app, 'Priya Raman', '/waiting?agency=LEICS&minDays=100', z.object({ items: z.array(z.object({ reference: z.string() })) }))).items
    .map((child) => child.reference)
    .find((one) => one !== reference)
  const refused = await say(page, `record placement order ${other ?? ''} 12 March 2031`)
  await wordsOnce(refused, 'in the future')
  const answer = await say(page, `record profile updated ${other ?? ''} yesterday`)
  await wordsOnce(answer, 'Only you see this view')
  await wordsOnce(answer, /Changed last: profile updated/u)
  const kept = (await storedMessages(app, 'Priya Raman', 'personal')).at(-1)
  expect(JSON.stringify(kept)).toContain(`${other ?? ''}: recorded`)
  expect(JSON.stringify([kept?.text, kept?.summary, kept?.attachments])).not.toMatch(/profile|updated|2026/iu)
})

const task = z.object({ task: z.object({ type: z.string(), value: z.unknown() }) })

/** Sends what a bent client could send in somebody's own chat, past the page and its buttons. */
const sendAs = async (name: string, invoke: 'task/fetch' | 'task/submit', data: object) => {
  const people = localPeople.parse(await (await fetch(`${app.url}/local/people`)).json())
  const { tenantId = '', objectId = '' } = people.find((one) => one.name === name) ?? {}
  const query = new URLSearchParams({ tenantId, objectId })
  const own = chats.parse(await (await fetch(`${app.url}/local/chats?${query.toString()}`)).json()).items.find(({ kind }) => kind === 'personal')
  const answer = await fetch(`${app.url}/local/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'invoke', name: invoke, value: { data }, from: { id: own?.me.id }, conversation: { id: own?.id } }),
  })
  return task.parse(await answer.json()).task
}
const opens = () => ({ msteams: { type: 'task/fetch' }, verb: 'child.date-dialog', reference })
const records = (more: object) => ({ verb: 'child.date-record', reference, date: 'lastReview', on: '2026-11-19', reason: 'none', ...more })

test("another agency's people and a role that records nothing get a sentence, whatever they send, and nothing changes", async () => {
  const version = await versionOf()
  for (const [name, said] of [
    ['Hassan Mirza', 'Your role does not let you'],
    ['Priya Raman', undefined],
  ] as const) {
    const opened = await sendAs(name, 'task/fetch', opens())
    if (said === undefined) expect(opened.type).toBe('continue')
    else expect(opened).toEqual({ type: 'message', value: expect.stringContaining(said) as string })
  }
  const forged = await sendAs('Hassan Mirza', 'task/submit', records({ version, key: crypto.randomUUID() }))
  expect(JSON.stringify(forged)).toMatch(/Your role does not let you|You can't open this/u)
  // a match is the agency decision maker's to record
  const match = await sendAs('Priya Raman', 'task/submit', records({ date: 'matched', version, key: crypto.randomUUID() }))
  expect(JSON.stringify(match)).toContain('Not recorded. Your role does not let you record the match of this child.')
  expect(await versionOf()).toBe(version)
})

test('sent twice at once, or later with another key and the version of then, it is recorded once', async () => {
  const version = await versionOf()
  const one = records({ version, key: crypto.randomUUID() })
  const both = await Promise.all([sendAs('Priya Raman', 'task/submit', one), sendAs('Priya Raman', 'task/submit', one)])
  for (const answer of both) expect(answer).toEqual({ type: 'message', value: expect.stringContaining('Looked-after review: 19 Nov 2026') as string })
  const late = await sendAs('Priya Raman', 'task/submit', records({ version, key: crypto.randomUUID(), on: '2026-11-18' }))
  expect(JSON.stringify(late)).toContain('Someone changed this while you were looking.')
  expect(await versionOf()).toBe(version + 1)
})
