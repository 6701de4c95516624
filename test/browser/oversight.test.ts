import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { readingAlertsPage } from '../../src/safeguards/reading-alerts/reading-alerts-contract.ts'
import { waitingPage } from '../../src/overview/waiting-contract.ts'
import { openBrowser, openContext } from './browser.ts'
import { faultsOf } from './faults.ts'
import { tabTo } from './keyboard.ts'
import { askApi, findChild, openLocalPage, openTab, signInAs, tabFrame, wordsOnce } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

/** A practice manager of Leicester City, and those of Leicestershire who are told. */
const OPENS = 'Bridget Callaghan'
const SENTENCE = 'The child is in our hospital and nobody there answers.'

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await openContext(browser, 1024)).newPage()
  await openLocalPage(page, app, OPENS)
  await openTab(page)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const audit = async (person: string) => {
  await signInAs(page, person)
  const tab = await openTab(page)
  await tab.getByRole('banner').getByText(person).waitFor()
  await tab.getByRole('link', { name: 'Administration', exact: true }).click()
  await tab.getByRole('tab', { name: 'Audit', exact: true }).click()
  await tab.getByRole('region', { name: 'Opened in an emergency' }).waitFor()
  return tab
}

test('a manager opens a partner’s record in an emergency, says why, and is told that both agencies know', async () => {
  const { items } = await askApi(app, OPENS, '/waiting?agency=LEICS&limit=1', waitingPage)
  const reference = items[0]?.reference ?? ''
  const tab = await tabFrame(page)
  await findChild(tab, reference)
  const open = tab.getByRole('button', { name: 'Open in an emergency…' })
  await open.waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  await tab.getByRole('button', { name: 'Read again what you opened' }).click()
  await tab.getByText('This record is not open to you, or its time is over.').waitFor()
  await open.focus()
  await page.keyboard.press('Enter')
  const form = tab.getByRole('dialog', { name: `Open ${reference} in an emergency` })
  await form.getByText('Both agencies are told.').waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  await form.getByRole('combobox', { name: 'Reason' }).selectOption('A health emergency')
  await tabTo(page, tab, form.getByRole('textbox', { name: 'What happened' }))
  await page.keyboard.type(SENTENCE)
  await tabTo(page, tab, form.getByRole('button', { name: 'Open the record' }))
  await page.keyboard.press('Enter')
  const opened = tab.getByRole('region', { name: 'Opened in an emergency' })
  await wordsOnce(opened, /Open until .*Both agencies have been told.*Name.*Date of birth/su)
  expect(await faultsOf(page, tab)).toEqual([])
  await opened.getByRole('button', { name: 'Hide the record' }).click()
  await tab.getByRole('button', { name: 'Read again what you opened' }).click()
  await wordsOnce(opened, /Open until/u)
})

test('the placing agency reads who opened it and why, and takes note', async () => {
  const tab = await audit('Margaret Osei')
  const told = tab.getByRole('list', { name: 'Records opened in an emergency' })
  await wordsOnce(told, new RegExp(`${OPENS} of Leicester City Council opened FF-.* of your agency.*A health emergency.*${SENTENCE}`, 'su'))
  expect(await faultsOf(page, tab)).toEqual([])
  await told.getByRole('button', { name: /^Take note/u }).click()
  await tab.getByText('No record of yours or by your people that nobody took note of yet.').waitFor()
  await tab.getByRole('region', { name: 'Opened in an emergency' }).getByRole('switch').click()
  await wordsOnce(told, /Taken note of: Margaret Osei/u)
})

test('the audit by what was done, day by day, and as a workbook', async () => {
  const tab = await audit('Margaret Osei')
  const ask = tab.getByRole('search', { name: 'Search the audit' })
  await ask.getByRole('combobox', { name: 'What was done' }).selectOption('Saw')
  await ask.getByRole('button', { name: 'Search' }).click()
  const lines = tab.getByRole('table', { name: 'Lines of the audit, the newest first' })
  await lines.getByRole('row').filter({ hasText: 'read a partner’s record in an emergency' }).first().waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), tab.getByRole('button', { name: 'Save the lines as a workbook' }).click()])
  expect(file.suggestedFilename()).toMatch(/^family-finding-audit-leics-\d{4}-\d{2}-\d{2}\.xlsx$/u)
  await ask.getByRole('combobox', { name: 'Show' }).selectOption('Day by day')
  await ask.getByRole('button', { name: 'Search' }).click()
  const days = tab.getByRole('table', { name: 'How much each person did on each day, the latest day first' })
  await wordsOnce(days.getByRole('row').filter({ hasText: OPENS }), /Leicester City Council/u)
  expect(await faultsOf(page, tab)).toEqual([])
  await ask.getByLabel('First day').fill('2026-01-01')
  await ask.getByRole('button', { name: 'Search' }).click()
  await ask.getByText('Choose 62 days at most').waitFor()
})

test('whoever administers is told of unusual reading, deals with it, and searches nothing', async () => {
  const alert = {
    id: randomUUID(),
    kind: 'many-children',
    person: { id: randomUUID(), name: 'Tom Whitlock' },
    from: '2026-11-22T09:30:00.000Z',
    until: '2026-11-22T10:12:00.000Z',
    children: 64,
    threshold: 30,
    acknowledged: null,
  } as const
  const answer = readingAlertsPage.parse({ items: [alert], nextCursor: null, total: 1, isOnlyOneTold: true, actions: ['oversee'] })
  await page.route('**/api/v1/reading-alerts?*', (route) => route.fulfill({ json: answer }))
  const tab = await audit('Josephine Tully')
  const alerts = tab.getByRole('region', { name: 'Unusual reading' })
  await wordsOnce(alerts, /You are the only one told.*Tom Whitlock opened the records of 64 children within an hour/su)
  expect(await tab.getByRole('search', { name: 'Search the audit' }).count()).toBe(0)
  expect(await faultsOf(page, tab)).toEqual([])
  await alerts.getByRole('button', { name: /^Deal with/u }).click()
  const form = tab.getByRole('dialog', { name: 'What was it?' })
  await form.getByRole('combobox', { name: 'What you found' }).selectOption('It was part of the work')
  expect(await faultsOf(page, tab)).toEqual([])
  // the service knows no such alert: what it says stands in the form
  await form.getByRole('button', { name: 'Record' }).click()
  await form.getByText('Not found').waitFor()
})
