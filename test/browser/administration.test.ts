import { randomUUID } from 'node:crypto'
import type { Browser, Frame, Page } from 'playwright-core'
import { openBrowser, openContext } from './browser.ts'
import { faultsOf } from './faults.ts'
import { tabTo } from './keyboard.ts'
import { openLocalPage, openTab, signInAs, tabFrame, wordsOnce } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await openContext(browser, 1024)).newPage()
  await openLocalPage(page, app, 'Josephine Tully')
  await openTab(page)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const section = async (name: string): Promise<Frame> => {
  const tab = await tabFrame(page)
  await tab.getByRole('tab', { name, exact: true }).click()
  await tab.getByRole('tabpanel', { name }).waitFor()
  return tab
}

test('an administrator adds a colleague, and is told at the field what does not fit', async () => {
  const tab = await section('People and roles')
  await tab.getByRole('button', { name: 'Change Josephine Tully' }).waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  await tab.getByRole('button', { name: 'Add somebody' }).click()
  const form = tab.getByRole('dialog', { name: 'Add somebody' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Ben Okoro')
  await form.getByRole('textbox', { name: 'Object ID of the account' }).fill('ben@leicestershire.example')
  await form.getByRole('combobox', { name: 'First role, from today' }).selectOption('Family finder')
  await form.getByRole('button', { name: 'Add' }).click()
  await form.getByText('Write it as the Microsoft Entra admin centre shows it').waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  await form.getByRole('textbox', { name: 'Object ID of the account' }).fill(randomUUID())
  await form.getByRole('button', { name: 'Add' }).click()
  await form.waitFor({ state: 'detached' })
  await wordsOnce(tab.getByRole('list', { name: 'Roles of Ben Okoro' }), /^Family finder since/u)
})

test('a role is ended with the keyboard alone, and the focus comes back', async () => {
  const tab = await tabFrame(page)
  const change = tab.getByRole('button', { name: 'Change Ben Okoro' })
  await change.focus()
  await page.keyboard.press('Enter')
  const form = tab.getByRole('dialog', { name: 'Change Ben Okoro' })
  await tabTo(page, tab, form.getByRole('radio', { name: 'Give a role' }))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, tab, form.getByRole('combobox', { name: 'Role' }))
  await page.keyboard.press('F')
  await tabTo(page, tab, form.getByRole('button', { name: 'Save' }))
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await wordsOnce(tab.getByRole('list', { name: 'Roles of Ben Okoro' }), /^Family finder, ended/u)
  await change.and(tab.locator(':focus')).waitFor()
})

test('the last administrator is told why they cannot leave, and stays', async () => {
  const tab = await tabFrame(page)
  await tab.getByRole('button', { name: 'Change Josephine Tully' }).click()
  const form = tab.getByRole('dialog', { name: 'Change Josephine Tully' })
  await form.getByRole('radio', { name: 'This person leaves' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('Nobody else would administer your agency from that day on').waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await wordsOnce(tab.getByRole('list', { name: 'Roles of Josephine Tully' }), /^Administrator since/u)
})

test('nobody fits a name that nobody has', async () => {
  const tab = await tabFrame(page)
  const find = tab.getByRole('search', { name: 'Find people' })
  await find.getByRole('textbox', { name: 'Name' }).fill('okoro')
  await page.keyboard.press('Enter')
  await tab.getByRole('heading', { name: '1 person at work here with “okoro” in the name' }).waitFor()
  await find.getByRole('textbox', { name: 'Name' }).fill('zzz')
  await page.keyboard.press('Enter')
  await tab.getByText('Nobody fits').waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
})

test('an administrator changes from when the agency shares, with the reason, which stays', async () => {
  const tab = await section('Partner agencies')
  await tab.getByRole('list', { name: 'Agencies of the partnership' }).waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  await tab.getByRole('button', { name: 'Change', exact: true }).click()
  const form = tab.getByRole('dialog', { name: 'Change from when your agency shares' })
  await form.getByRole('textbox').fill('Decided by the board on 20 November, as counsel advised.')
  expect(await faultsOf(page, tab)).toEqual([])
  await form.getByRole('button', { name: 'Change' }).click()
  await form.waitFor({ state: 'detached' })
  await wordsOnce(tab.getByRole('list', { name: 'Changes, newest first' }), /From the placement order: Decided by the board.*Josephine Tully/su)
})

test('information governance reads people, changes none, and sees in the audit what was done', async () => {
  await signInAs(page, 'Anneke de Vries')
  const tab = await section('People and roles')
  await tab.getByText('The administrator of your agency changes these.').waitFor()
  expect(await tab.getByRole('button', { name: /^Change|^Add/u }).count()).toBe(0)
  await section('Audit')
  await tab.getByText('Ask the audit').waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  const ask = tab.getByRole('search', { name: 'Search the audit' })
  await ask.getByRole('combobox', { name: 'Colleague' }).selectOption('Josephine Tully')
  await ask.getByRole('button', { name: 'Search' }).click()
  const table = tab.getByRole('table', { name: 'Lines of the audit, the newest first' })
  await wordsOnce(table.getByRole('row').filter({ hasText: 'marked somebody as having left' }), /Administrator.*Refused.*Josephine Tully/su)
  await wordsOnce(table.getByRole('row').filter({ hasText: 'gave a role' }), /Ben Okoro, Family finder/u)
  expect(await faultsOf(page, tab)).toEqual([])
  await ask.getByRole('textbox', { name: 'Child of your agency' }).fill('Evie')
  await ask.getByRole('button', { name: 'Search' }).click()
  await ask.getByText('Write the reference of a child, such as FF-7K3Q0.').waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
})
