import { read, utils } from '@e965/xlsx'
import { readFile } from 'node:fs/promises'
import type { Browser, Frame, Locator, Page } from 'playwright-core'
import * as z from 'zod'
import { openBrowser, openContext } from './browser.ts'
import { faultsOf } from './faults.ts'
import { tabTo } from './keyboard.ts'
import { openLocalPage, openTab, signInAs, tabFrame, wordsOnce } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

const MANAGER = 'Bridget Callaghan'
const TRACKER = 'test/fixtures/leicester-city-tracker.xlsx'

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await openContext(browser, 1024)).newPage()
  await openLocalPage(page, app, MANAGER)
  await (await openTab(page)).getByRole('link', { name: 'Administration', exact: true }).click()
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

const counts = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), rejected: z.int() })

/** The figures of a panel, each by the words under it. */
const figuresOf = async (panel: Locator) => {
  const [words, numbers] = await Promise.all([panel.getByRole('term').allInnerTexts(), panel.getByRole('definition').allInnerTexts()])
  return counts.parse(Object.fromEntries(words.map((word, at) => [word, Number(numbers[at])])))
}

/** A panel of the page, by its heading. */
const panel = (tab: Frame, name: string): Locator => tab.getByRole('region', { name, exact: true })

/** The button as it stands once the file was looked at, and the figures beside it. */
const looked = async (tab: Frame) => {
  const act = tab.getByRole('button', { name: /^Import [\d,]+ child|^Nothing to import$/u })
  await act.and(tab.locator('button:not([aria-disabled="true"]), button:text-is("Nothing to import")')).waitFor()
  return { act, figures: await figuresOf(panel(tab, 'What importing would do')) }
}

test('nothing is asked and nothing is wrong before a file is chosen; a file that is no tracker is told what it is', async () => {
  const tab = await section('Import')
  expect(await faultsOf(page, tab)).toEqual([])
  await tab.getByLabel('Tracker file').setInputFiles({ name: 'tracker.xlsx', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await tab.getByText('This is a PDF. Choose the workbook that it was made from.').waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
})

test('a practice manager sees what her tracker would do, finding by finding, and nothing is saved yet', async () => {
  const tab = await section('Import')
  await tab.getByLabel('Tracker file').setInputFiles(TRACKER)
  const { act, figures } = await looked(tab)
  expect(figures.new).toBeGreaterThan(50)
  expect(figures).toMatchObject({ changed: 0, unchanged: 0 })
  expect(await act.innerText()).toBe(`Import ${figures.new.toString()} children`)
  await wordsOnce(panel(tab, 'Rejected rows').getByRole('listitem').filter({ hasText: 'Came into care' }), /There is no such day.*Rows? \d/su)
  await wordsOnce(panel(tab, 'Worth knowing').getByRole('listitem').filter({ hasText: 'none of the groups of the national return' }), /^Ethnicity/u)
  expect(await panel(tab, 'Rejected rows').innerText()).not.toMatch(/LC\/2\d/u)
  expect(await faultsOf(page, tab)).toEqual([])
})

test('a column is left out and taken in again with the keyboard, and the focus stays on it', async () => {
  const tab = await tabFrame(page)
  const column = tab.getByRole('combobox', { name: 'What “Ethnicity” holds', exact: true })
  const finding = panel(tab, 'Worth knowing').getByText('none of the groups of the national return')
  await panel(tab, 'What importing would do').getByRole('button').focus()
  await tabTo(page, tab, column, 100)
  await page.keyboard.press('Home')
  await finding.waitFor({ state: 'detached' })
  expect(await column.inputValue()).toBe('')
  await column.and(tab.locator(':focus')).waitFor()
  await tab.getByText('as you chose').waitFor()
  await page.keyboard.type('Ethn')
  await finding.waitFor()
  expect(await column.inputValue()).toBe('ethnicity')
  expect(await faultsOf(page, tab)).toEqual([])
})

test('the import saves what was seen, and the same file again changes nothing', async () => {
  const tab = await tabFrame(page)
  const { act, figures } = await looked(tab)
  await act.focus()
  await page.keyboard.press('Enter')
  await tab.getByText('The register holds it now.').waitFor()
  expect(await figuresOf(panel(tab, 'Imported'))).toEqual(figures)
  expect(await faultsOf(page, tab)).toEqual([])
  await tab.getByLabel('Tracker file').setInputFiles(TRACKER)
  await tab.getByRole('button', { name: 'Nothing to import' }).waitFor()
  expect((await looked(tab)).figures).toEqual({ new: 0, changed: 0, unchanged: figures.new, rejected: figures.rejected })
})

test('the agency’s children come as a workbook that holds no name, no birth date and no local reference', async () => {
  const tab = await section('Export')
  expect(await faultsOf(page, tab)).toEqual([])
  const button = tab.getByRole('button', { name: 'Save as a workbook' })
  await tabTo(page, tab, button)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/^family-finding-city-\d{4}-\d{2}-\d{2}\.xlsx$/u)
  await tab.getByText('is among your downloads').waitFor()
  const sheet = read(await readFile(await download.path())).Sheets['Children'] ?? {}
  const rows = utils.sheet_to_json<Record<string, unknown>>(sheet)
  expect(rows.length).toBeGreaterThan(59)
  expect(rows.every((row) => /^FF-\w{5}$/u.test(String(row['Reference'])))).toBe(true)
  expect(JSON.stringify(rows)).not.toMatch(/LC\/2\d/u)
  expect(await faultsOf(page, tab)).toEqual([])
})

test('an analyst, who may not read birth dates, is offered the export and no import', async () => {
  await signInAs(page, 'Colin Bexley')
  const tab = await openTab(page)
  await tab.getByRole('link', { name: 'Administration', exact: true }).click()
  await tab.getByRole('tab', { name: 'Export', exact: true }).waitFor()
  expect(await tab.getByRole('tab', { name: 'Import', exact: true }).count()).toBe(0)
})
