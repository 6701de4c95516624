import type { Browser, Page } from 'playwright-core'
import { openBrowser, openContext } from './browser.ts'
import { faultsOf } from './faults.ts'
import { tabTo } from './keyboard.ts'
import { openLocalPage, openTab, signInAs, tabFrame, wordsOnce } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

const PROFILE = 'Profile live'

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await openContext(browser, 1024)).newPage()
  await openLocalPage(page, app, 'Margaret Osei')
  await openTab(page)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

test('every open plan of the agency, what those children will need, and what happened in a period', async () => {
  const tab = await tabFrame(page)
  await tab.getByRole('link', { name: /^Every open plan/u }).click()
  const pipeline = tab.getByRole('region', { name: 'What these children will need' })
  await wordsOnce(pipeline, /\d+ children with a parallel plan/u)
  await wordsOnce(pipeline, /2 children unborn/u)
  const period = tab.getByRole('region', { name: 'What happened in a period' })
  await wordsOnce(period, /Order made, not placed/u)
  expect(await faultsOf(page, tab)).toEqual([])
  await period.getByLabel('Until').fill('2030-01-01')
  await period.getByText('The period ends in the future.').waitFor()
  await tab.getByRole('table').getByRole('row').nth(2).hover()
  expect(await faultsOf(page, tab)).toEqual([])
})

test('a setting is changed with the keyboard alone: who says so is asked for, what would change in the past needs a reason', async () => {
  const tab = await tabFrame(page)
  await tab.getByRole('link', { name: 'Administration', exact: true }).click()
  await tab.getByRole('tab', { name: 'Settings', exact: true }).click()
  const change = tab.getByRole('button', { name: new RegExp(`^Change: ${PROFILE}`, 'u') })
  await change.waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  await change.focus()
  await page.keyboard.press('Enter')
  const form = tab.getByRole('dialog', { name: 'Change a setting' })
  await form.waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  const value = form.getByRole('spinbutton').first()
  await tabTo(page, tab, value)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('5')
  await tabTo(page, tab, form.getByRole('textbox', { name: 'Who says so' }))
  await page.keyboard.type('Permanence procedure, 3 November 2026')
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await wordsOnce(tab.getByRole('tabpanel', { name: 'Settings' }), /Saved\./u)
  expect(await faultsOf(page, tab)).toEqual([])
})

test('whoever may only read settings is offered no change', async () => {
  await signInAs(page, 'Colin Bexley')
  const tab = await openTab(page)
  await tab.getByRole('link', { name: 'Administration', exact: true }).click()
  await tab.getByRole('tab', { name: 'Settings', exact: true }).click()
  await wordsOnce(tab.getByRole('tabpanel', { name: 'Settings' }), 'Your practice manager or administrator changes these.')
  expect(await tab.getByRole('button', { name: /^Change:/u }).count()).toBe(0)
})
