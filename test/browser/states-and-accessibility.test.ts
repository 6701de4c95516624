import type { Browser, Page } from 'playwright-core'
import { axeFindings, openBrowser, openContext } from './browser.ts'
import { faultsOf } from './faults.ts'
import { tabTo } from './keyboard.ts'
import { openLocalPage, openTab, say, show, signInAs, tabFrame, wordsOnce, type HostName } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await openContext(browser, 1024)).newPage()
  await openLocalPage(page, app, 'Priya Raman')
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

test('the chat of the local page', async () => {
  await wordsOnce(await say(page, 'waiting'), 'Only you see this view')
  await wordsOnce(await say(page, 'help'), 'What you can type')
  expect(await faultsOf(page, page)).toEqual([])
})

test('the calendar of the local page', async () => {
  await say(page, 'schedule tracking every week on Wednesday at 9')
  await show(page, 'Calendar')
  await page.getByRole('heading', { name: /^Week from/u }).waitFor()
  await page
    .getByRole('link', { name: /^Join in Teams/u })
    .or(page.getByText('Nothing booked'))
    .first()
    .waitFor()
  expect(await faultsOf(page, page)).toEqual([])
})

test('the waiting list', async () => {
  const tab = await openTab(page)
  await tab.getByRole('table').waitFor()
  await tab.getByRole('combobox', { name: 'Agency' }).selectOption('RUTLAND')
  await tab.getByRole('table', { name: /of 3 children/u }).waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
})

test('the waiting list with every filter, as chips in words', async () => {
  const tab = await tabFrame(page)
  const filters = tab.getByRole('search', { name: 'Filter the waiting list' })
  await filters.getByRole('checkbox', { name: 'Harder to place' }).check()
  await filters.getByLabel('Changed since').fill('2026-01-05')
  await tab.getByRole('list', { name: 'Where they stand' }).getByRole('button').first().click()
  const chips = tab.getByRole('list', { name: 'Filters in use' })
  await chips.getByRole('button', { name: 'Changed since 5 Jan 2026, clear this filter' }).waitFor()
  await chips.getByRole('button', { name: 'Family finding, clear this filter' }).waitFor()
  expect(await chips.getByRole('button').count()).toBe(5)
  expect(await faultsOf(page, tab)).toEqual([])
  await tab
    .getByRole('navigation', { name: 'Lists' })
    .getByRole('link', { name: /^Order made, not placed/u })
    .click()
  await tab
    .getByRole('table', { name: /with an order, not placed/u })
    .or(tab.getByText('No child on this list fits these filters'))
    .waitFor()
  expect(await chips.getByRole('button').count()).toBe(5)
  await tab
    .getByRole('navigation', { name: 'Lists' })
    .getByRole('link', { name: /^Waiting for a match/u })
    .click()
  for (const chip of ['Family finding', 'Changed since 5 Jan 2026', 'Harder to place']) await chips.getByRole('button', { name: `${chip}, clear` }).click()
  await tab.getByRole('table', { name: /of 3 children/u }).waitFor()
})

test('a row says the days from the order against each limit, and the unborn are in the list of open plans', async () => {
  const tab = await tabFrame(page)
  const bar = tab.getByRole('img', { name: /^\d+ days from the placement order\. National threshold, \d+ days: / })
  await bar.first().waitFor()
  const words = await bar.first().getAttribute('aria-label')
  const passed = [...(words ?? '').matchAll(/, (\d+) days: over by/gu)].map(([, limit]) => limit)
  const cell = tab.getByRole('cell').filter({ has: bar }).first()
  expect(await cell.innerText()).toMatch(passed.length === 0 ? /from the order$/u : new RegExp(`from the order: over ${passed.join(' and ')}$`, 'u'))

  const filters = tab.getByRole('search', { name: 'Filter the waiting list' })
  await filters.getByRole('checkbox', { name: 'Unborn children' }).check()
  const lists = tab.getByRole('navigation', { name: 'Lists' })
  await lists
    .getByRole('link', { name: /^Every open plan of my agency/u })
    .and(lists.locator('[aria-current]'))
    .waitFor()
  const chips = tab.getByRole('list', { name: 'Filters in use' })
  await chips.getByRole('button', { name: 'Unborn children, clear this filter' }).waitFor()
  await chips.getByRole('button', { name: /^Rutland/u }).click()
  await tab
    .getByText(/^Unborn, due /u)
    .first()
    .waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  await lists.getByRole('link', { name: /^Waiting for a match/u }).click()
  await tab.getByRole('table', { name: /children waiting/u }).waitFor()
  expect(await filters.getByRole('checkbox', { name: 'Unborn children' }).isChecked()).toBe(false)
  await tab.getByRole('combobox', { name: 'Agency' }).selectOption('RUTLAND')
  await tab.getByRole('table', { name: /of 3 children/u }).waitFor()
})

test('the dialog that posts a card', async () => {
  const tab = await tabFrame(page)
  await tab
    .getByRole('button', { name: /^Post…/u })
    .first()
    .click()
  const dialog = tab.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Where to post' }).selectOption('#regional')
  await dialog.getByRole('region', { name: /^Who can read it/u }).waitFor()
  await dialog.getByText(': a family is needed').waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('the page of a child of one’s own agency', async () => {
  const tab = await tabFrame(page)
  await tab.getByRole('button', { name: 'Clear all filters' }).click()
  await tab.getByRole('combobox', { name: 'Agency' }).selectOption('LEICS')
  await tab.getByRole('table', { name: /of 34 children/u }).waitFor()
  await tab.getByRole('rowheader').first().getByRole('link').click()
  await tab.getByRole('heading', { level: 1, name: /^Child FF-/u }).waitFor()
  const parts = [
    'Next step',
    'Journey',
    'Clocks',
    'Needs',
    'Harder to place',
    'What changed',
    'Facts',
    'Brothers and sisters',
    'Who can see this',
    'Private detail',
  ]
  for (const part of [...parts, 'Posts about this child']) await tab.getByRole('region', { name: part, exact: true }).waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
})

test('the meetings', async () => {
  const tab = await tabFrame(page)
  await tab.getByRole('link', { name: 'Meetings', exact: true }).click()
  await tab.getByRole('list', { name: 'Series of meetings' }).getByText('Every week on Wednesday at 09:00').waitFor()
  await tab.getByRole('region', { name: 'Schedule tracking meetings' }).waitFor()
  expect(await faultsOf(page, tab)).toEqual([])
})

test('with the keyboard alone a card is posted from the waiting list, and the focus comes back', async () => {
  const tab = await tabFrame(page)
  await tabTo(page, tab, tab.getByRole('link', { name: 'Waiting list', exact: true }))
  await page.keyboard.press('Enter')
  await tab.getByRole('table').waitFor()
  const post = tab.getByRole('button', { name: /^Post… FF-/u }).first()
  await tabTo(page, tab, post)
  await page.keyboard.press('Enter')

  const dialog = tab.getByRole('dialog')
  const where = dialog.getByRole('combobox', { name: 'Where to post' })
  await where.waitFor()
  await tabTo(page, tab, where, 6)
  await page.keyboard.press('ArrowDown')
  const confirm = dialog.getByRole('button', { name: 'Post this card' })
  await confirm.waitFor()
  await tabTo(page, tab, confirm, 6)
  await page.keyboard.press('Enter')
  await dialog.getByText('Saved. You can close this.').waitFor()
  await tabTo(page, tab, dialog.getByRole('button', { name: 'Close' }), 6)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await post.and(tab.locator(':focus')).waitFor()
})

const sectionsOf = async (person: string): Promise<readonly string[]> => {
  await signInAs(page, person)
  const tab = await tabFrame(page)
  await tab.getByRole('banner').getByText(person).waitFor()
  await tab.getByRole('link', { name: 'Administration', exact: true }).click()
  await tab.getByRole('heading', { level: 1, name: 'Administration' }).waitFor()
  return tab.getByRole('tablist', { name: 'Sections' }).getByRole('tab').allInnerTexts()
}

test('administration has the sections of the role, and no other', async () => {
  expect(await sectionsOf('Margaret Osei')).toEqual(['People and roles', 'Partner agencies', 'Settings', 'Import', 'Export', 'Retention', 'Audit'])
  expect(await sectionsOf('Colin Bexley')).toEqual(['Settings', 'Export'])
  // who administers sees no child, and begins there
  expect(await sectionsOf('Josephine Tully')).toEqual(['People and roles', 'Partner agencies', 'Settings', 'Audit'])
  const tab = await tabFrame(page)
  expect(await tab.getByRole('navigation', { name: 'Pages' }).getByRole('link').allInnerTexts()).toEqual(['Administration'])
})

test.each(['import', 'everything'])('administration/%s is no page for an administrator', async (section) => {
  const place = new URLSearchParams({
    ...Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1))),
    view: 'tab',
    page: `/tab/administration/${section}`,
  })
  await page.goto(`${app.url}/local/#${place.toString()}`)
  const tab = await tabFrame(page)
  await tab.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor()
})

test('on a narrow screen the sections are a choice, and the address follows it', async () => {
  await page.setViewportSize({ width: 320, height: 900 })
  const tab = await tabFrame(page)
  await tab.getByRole('link', { name: 'Go to your first page' }).click()
  const choice = tab.getByRole('combobox', { name: 'Section' })
  await choice.selectOption({ label: 'Settings' })
  await tab.getByRole('tabpanel', { name: 'Settings' }).waitFor()
  expect(await tab.getByRole('tablist', { name: 'Sections' }).count()).toBe(0)
  expect(new URL(tab.url()).pathname).toBe('/tab/administration/settings')
  await page.setViewportSize({ width: 1024, height: 900 })
  await signInAs(page, 'Priya Raman')
})

test.each<HostName>(['Outlook', 'Teams'])('framed as %s does, the tab knows who is there', async (host) => {
  await page.getByRole('combobox', { name: 'Shown in' }).selectOption(host)
  const tab = await tabFrame(page, host)
  await tab.getByRole('table').waitFor()
  await tab.getByRole('banner').getByText('Priya Raman').waitFor()
})

test.each([
  { name: 'Jordan Blackwood', chat: "You don't have a role in Family Finding at Leicester City Council yet.", tab: "You don't have a role" },
  { name: 'Nigel Farthingale', chat: 'Your roles in Family Finding at Leicestershire County Council have ended.', tab: 'have ended' },
  { name: 'Aurelie Fontaine', chat: 'You are signed in as a guest of another organisation.', tab: /as a guest|You don't have a role/u },
  { name: 'Casper Nyholm', chat: "Your organisation doesn't take part in Family Finding.", tab: 'your organisation may not take part' },
])('$name reads whom to ask, and nothing else', async ({ name, chat, tab: inTab }) => {
  await signInAs(page, name)
  await show(page, 'Chat')
  expect(await wordsOnce(await say(page, 'waiting'), chat)).not.toContain('FF-')
  const tab = await openTab(page)
  const main = await wordsOnce(tab.getByRole('main'), inTab)
  expect(main).not.toContain('FF-')
  expect(await tab.getByRole('navigation', { name: 'Pages' }).getByRole('link').count()).toBe(0)
  expect(await axeFindings(tab)).toEqual([])
})
