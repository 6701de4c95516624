import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { axeFindings, openBrowser, openContext } from './browser.ts'
import { openLocalPage, openTab, say, show, signInAs, tabFrame, wordsOnce, type HostName } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

/** The neutral background of each of Fluent's themes for Teams. */
const THEMES = { Light: '#ffffff', Dark: '#292929', 'High contrast': '#000000' } as const
const THEME_NAMES = Object.keys(THEMES) as readonly (keyof typeof THEMES)[]
const BACKGROUND = `getComputedStyle(document.querySelector('.fui-FluentProvider')).getPropertyValue('--colorNeutralBackground1').trim()`
const WIDTHS = [320, 1024, 1440] as const

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

/** Chooses a theme on the local page, and waits until what is looked at wears it. */
const useTheme = async (name: keyof typeof THEMES, where: Page | Frame): Promise<void> => {
  await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: name })
  while ((await where.evaluate(BACKGROUND)) !== THEMES[name]) await where.evaluate('new Promise(requestAnimationFrame)')
}

const overflow = (where: Page | Frame): Promise<number> =>
  where.evaluate<number>('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth')

/** What axe finds in each theme, and what is wider than the screen at each width; both empty where all is well. */
const faultsOf = async (where: Page | Frame): Promise<readonly string[]> => {
  const faults: string[] = []
  const note = (found: readonly string[], how: string) => faults.push(...found.map((fault) => `${how}: ${fault}`))
  for (const theme of THEME_NAMES) {
    await useTheme(theme, where)
    note(await axeFindings(where), theme)
  }
  await useTheme('Light', where)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const part of new Set([page, where])) {
      const tooWide = await overflow(part)
      if (tooWide > 0) faults.push(`${tooWide} px too wide at ${width}`)
    }
    if (width === 320) note(await axeFindings(where), '320 px')
  }
  await page.setViewportSize({ width: 1024, height: 900 })
  return faults
}

test('the chat of the local page', async () => {
  await wordsOnce(await say(page, 'waiting'), 'Only you see this view')
  await wordsOnce(await say(page, 'help'), 'What you can type')
  expect(await faultsOf(page)).toEqual([])
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
  expect(await faultsOf(page)).toEqual([])
})

test('the waiting list', async () => {
  const tab = await openTab(page)
  await tab.getByRole('table').waitFor()
  await tab.getByRole('combobox', { name: 'Agency' }).selectOption('RUTLAND')
  await tab.getByRole('table', { name: /of 3 children/u }).waitFor()
  expect(await faultsOf(tab)).toEqual([])
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
  expect(await faultsOf(tab)).toEqual([])
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
  expect(await faultsOf(tab)).toEqual([])
})

test('the meetings', async () => {
  const tab = await tabFrame(page)
  await tab.getByRole('link', { name: 'Meetings', exact: true }).click()
  await tab.getByRole('list', { name: 'Series of meetings' }).getByText('Every week on Wednesday at 09:00').waitFor()
  await tab.getByRole('region', { name: 'Schedule tracking meetings' }).waitFor()
  expect(await faultsOf(tab)).toEqual([])
})

/** Presses Tab until something has the focus; who cannot see would need as many presses. */
const tabTo = async (frame: Frame, target: Locator, most = 60): Promise<void> => {
  for (let presses = 0; presses < most; presses += 1) {
    if ((await target.and(frame.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${target.toString()}.`)
}

test('with the keyboard alone a card is posted from the waiting list, and the focus comes back', async () => {
  const tab = await tabFrame(page)
  await tabTo(tab, tab.getByRole('link', { name: 'Waiting list', exact: true }))
  await page.keyboard.press('Enter')
  await tab.getByRole('table').waitFor()
  const post = tab.getByRole('button', { name: /^Post… FF-/u }).first()
  await tabTo(tab, post)
  await page.keyboard.press('Enter')

  const dialog = tab.getByRole('dialog')
  const where = dialog.getByRole('combobox', { name: 'Where to post' })
  await where.waitFor()
  await tabTo(tab, where, 6)
  await page.keyboard.press('ArrowDown')
  const confirm = dialog.getByRole('button', { name: 'Post this card' })
  await confirm.waitFor()
  await tabTo(tab, confirm, 6)
  await page.keyboard.press('Enter')
  await dialog.getByText('Saved. You can close this.').waitFor()
  await tabTo(tab, dialog.getByRole('button', { name: 'Close' }), 6)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await post.and(tab.locator(':focus')).waitFor()
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
