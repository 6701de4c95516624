import type { Browser, Page } from 'playwright-core'
import { openBrowser, openContext } from './browser.ts'
import { faultsOf } from './faults.ts'
import { tabTo } from './keyboard.ts'
import { openConversation, openLocalPage, openTab, say, show, tabFrame, wordsOnce } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

let app: RunningApp
let browser: Browser
/** Leicestershire's family finder */
let priya: Page
/** Leicester City's family finder */
let hassan: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  const [one, other] = await Promise.all([openContext(browser), openContext(browser)])
  ;[priya, hassan] = await Promise.all([one.newPage(), other.newPage()])
  await openLocalPage(priya, app, 'Priya Raman')
  await openLocalPage(hassan, app, 'Hassan Mirza')
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const regional = (page: Page) => page.getByRole('log', { name: 'Messages in #regional' }).getByRole('article')

test('the waiting list goes to the regional channel, as it was shown, from plain words', async () => {
  const preview = await say(priya, 'post waiting sibling groups in Leicestershire to #regional')
  await wordsOnce(preview, 'Post this list to')
  await preview.getByRole('button', { name: 'Post', exact: true }).dblclick()
  await wordsOnce(preview, 'The list: 6 posts asked for')
  await openConversation(hassan, '#regional')
  await wordsOnce(regional(hassan), /children waiting · sibling groups · Leicestershire County Council/u)
  expect(await regional(hassan).count()).toBe(1)
})

test('a card is posted from the tab, and another agency says in place what the meeting said of it', async () => {
  const tab = await openTab(priya)
  await tab
    .getByRole('button', { name: /^Post… FF-/u })
    .first()
    .click()
  const dialog = tab.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Where to post' }).selectOption({ index: 2 })
  await dialog.getByRole('combobox', { name: 'What for' }).selectOption('regional-meeting')
  await dialog.getByRole('button', { name: 'Post this card' }).click()
  await dialog.getByText('Saved. You can close this.').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()

  const card = regional(hassan).filter({ hasText: 'a family is needed' })
  await card.getByRole('button', { name: 'Reviewed…' }).click()
  await card.getByRole('radio', { name: 'Link to explore' }).check()
  await card.getByRole('button', { name: 'Save the review' }).click()
  await wordsOnce(card, /Reviewed \d+ \w{3} \d{4}: link to explore/u)
  await show(priya, 'Chat')
  await openConversation(priya, '#regional')
  await wordsOnce(regional(priya), /Reviewed \d+ \w{3} \d{4}: link to explore/u)
})

test('the page of posts says what is out there about whom and where', async () => {
  const tab = await openTab(priya)
  await tab.getByRole('link', { name: 'Posts', exact: true }).click()
  await tab.getByRole('heading', { level: 1, name: 'Posts' }).waitFor()
  const out = tab.getByRole('list', { name: 'Out there' })
  await wordsOnce(out.getByRole('listitem').filter({ hasText: 'A list of' }).first(), 'Confirmed by Priya Raman, Leicestershire County Council')
  await wordsOnce(out, 'For the regional meeting')
  expect(await faultsOf(priya, tab)).toEqual([])
})

test('with the keyboard alone a card is taken back; every copy says so at once', async () => {
  const tab = await tabFrame(priya)
  const take = tab.getByRole('button', { name: /^Take back: Card of FF-/u }).first()
  await tabTo(priya, tab, take, 40)
  await priya.keyboard.press('Enter')
  const dialog = tab.getByRole('dialog')
  const why = dialog.getByRole('combobox', { name: 'Why' })
  await why.waitFor()
  await tabTo(priya, tab, why, 6)
  await priya.keyboard.press('ArrowDown')
  await tabTo(priya, tab, dialog.getByRole('button', { name: 'Take it back' }), 6)
  await priya.keyboard.press('Enter')
  await wordsOnce(tab.getByRole('main'), /being taken back/u)
  const card = regional(hassan).filter({ hasText: 'was taken back' })
  expect(await wordsOnce(card, 'Please do not use what it said')).not.toMatch(/aged|needs|waiting/u)
  await tab.getByRole('link', { name: /^Taken back or ended/u }).click()
  await wordsOnce(tab.getByRole('list', { name: 'Taken back or ended' }), 'by Priya Raman')
})

test('the form of taking back is clean in every theme and width', async () => {
  const tab = await tabFrame(priya)
  await tab.getByRole('link', { name: /^Out there/u }).click()
  await tab
    .getByRole('button', { name: /^Take back:/u })
    .first()
    .click()
  await tab.getByRole('dialog').waitFor()
  expect(await faultsOf(priya, tab)).toEqual([])
})
