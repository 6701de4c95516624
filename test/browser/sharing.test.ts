import type { Browser, Frame, Page } from 'playwright-core'
import * as z from 'zod'
import { londonToday } from '../../src/core/plain-date.ts'
import { newReference } from '../../src/core/reference.ts'
import { inventChildren } from '../../src/local/demo-region/invent-children.ts'
import { openBrowser, openContext } from './browser.ts'
import { askApi, findChild, openConversation, openLocalPage, openTab, say, show, signInAs, storedMessages, tabFrame, wordsOnce } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

const HIDDEN = "You can't open this. It may not exist, or it may belong to another agency. If you think you should see it, ask your practice manager."

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await openContext(browser)).newPage()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

test('a practice manager sees the same list in the tab as the bot gives her', async () => {
  await openLocalPage(page, app, 'Margaret Osei')
  expect(await wordsOnce(await say(page, 'waiting'), 'Only you see this view')).toContain('105 children waiting')
  const narrowed = await say(page, 'waiting sibling groups in Leicestershire over 6 months')
  const words = await wordsOnce(narrowed, 'Only you see this view')
  const number = / (?<number>\d+) children waiting/u.exec(words)?.groups?.['number'] ?? 'none'
  expect(Number(number)).toBeGreaterThan(3)

  await openTab(page)
  const whole = await tabFrame(page)
  await whole.getByRole('table', { name: /of 105 children waiting/u }).waitFor()
  await whole.getByRole('region', { name: 'In figures' }).getByText('55 boys, 50 girls').waitFor()
  const filters = whole.getByRole('search', { name: 'Filter the waiting list' })
  await filters.getByRole('combobox', { name: 'Agency' }).selectOption('LEICS')
  await filters.getByRole('combobox', { name: 'Siblings' }).selectOption('true')
  await filters.getByRole('spinbutton', { name: 'Days, at least' }).fill('184')
  await filters.getByRole('spinbutton', { name: 'Days, at least' }).press('Enter')
  const same = `${number} of ${number} children waiting, the longest first`
  await whole.getByRole('table', { name: same }).waitFor()

  await show(page, 'Chat')
  await narrowed.getByRole('link', { name: 'Open in the tab' }).click()
  const tab = await tabFrame(page)
  await tab.getByRole('table', { name: same }).waitFor()
  expect(await tab.getByRole('list', { name: 'Filters in use' }).getByRole('button').count()).toBe(4)
  const onCard = words.match(/FF-\w{5}(?= ·)/gu) ?? []
  const inTab = await tab.getByRole('rowheader').getByRole('link').allInnerTexts()
  expect(onCard).toEqual(inTab.slice(0, onCard.length))
})

/** A child in care, for whom adoption has not been decided: nothing leaves the agency. */
const undecided = () => {
  const found = inventChildren(londonToday(new Date()), () => ({ finders: [], socialWorkers: [] })).find(
    ({ child }) => child.journey.admDecision === null && child.journey.enteredCare !== null && child.agencyId === LEICS,
  )
  if (!found) throw new Error('Every child of Leicestershire has a decision.')
  return found.child.reference
}
const LEICS = 1

test('her agency’s page of a child without a decision opens for her', async () => {
  const tab = await openTab(page)
  await findChild(tab, undecided())
  await wordsOnce(tab.getByRole('main'), 'Private detail')
})

test('for another agency that child is nowhere in the list', async () => {
  await signInAs(page, 'Hassan Mirza')
  await show(page, 'Tab')
  const tab = await tabFrame(page)
  const more = tab.getByRole('button', { name: /^Show more/u })
  const table = tab.getByRole('table')
  await table.waitFor()
  for (let rows = await tab.getByRole('rowheader').count(); rows < 105; rows = await tab.getByRole('rowheader').count()) {
    await more.click()
    await tab.getByRole('rowheader').nth(rows).waitFor()
  }
  await more.waitFor({ state: 'detached' })
  const references = await tab.getByRole('rowheader').getByRole('link').allInnerTexts()
  expect(new Set(references).size).toBe(105)
  expect(references).not.toContain(undecided())
})

test('its page and the bot answer as for a reference that nobody has', async () => {
  const nobodys = newReference('FF')
  const [hidden, unknown] = [undecided(), nobodys]

  const pages: string[] = []
  for (const reference of [hidden, unknown]) {
    const place = new URLSearchParams({ ...placeOf(page), view: 'tab', page: `/tab/child/${reference}` })
    await page.goto(`${app.url}/local/#${place.toString()}`)
    const tab = await tabFrame(page)
    await tab.getByRole('heading', { level: 1, name: `Child ${reference}` }).waitFor()
    await tab.getByText(HIDDEN).waitFor()
    pages.push((await tab.getByRole('main').innerText()).replaceAll(reference, 'FF-…').replaceAll(/\d\d:\d\d/gu, ''))
  }
  expect(pages[0]).toBe(pages[1])

  await show(page, 'Chat')
  const answers = new Set<string>()
  for (const reference of [hidden, unknown])
    for (const words of [`child ${reference}`, `post ${reference} to #regional`]) {
      const answer = await wordsOnce(await say(page, words), HIDDEN)
      answers.add(answer.replace(/\d\d:\d\d/u, ''))
    }
  expect(answers.size).toBe(1)
})

const placeOf = (at: Page): Record<string, string> => Object.fromEntries(new URLSearchParams(new URL(at.url()).hash.slice(1)))

const waitingNow = z.object({ items: z.array(z.object({ reference: z.string(), disability: z.boolean().nullable(), ethnicityGroup: z.string().nullable() })) })

/** Posts as a person does: sees the card and its readers, confirms. */
const postFromTab = async (tab: Frame, reference: string): Promise<void> => {
  await findChild(tab, reference)
  await tab.getByRole('button', { name: 'Post…' }).click()
  const dialog = tab.getByRole('dialog', { name: `Post ${reference}` })
  await dialog.getByRole('combobox', { name: 'Where to post' }).selectOption('#regional')
  const card = dialog.getByRole('region', { name: 'The card as it will be posted' })
  await card.getByText(`${reference}: a family is needed`).waitFor()
  const readers = dialog.getByRole('region', { name: /^Who can read it: \d+ people/u })
  expect(await readers.getByRole('listitem').count()).toBe(5)
  await dialog.getByRole('button', { name: 'Post this card' }).click()
  await dialog.getByText('Saved. You can close this.').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
}

/** Everything that a stored message says and carries, but the time of sending. */
const kept = ({ text, summary, attachments }: Awaited<ReturnType<typeof storedMessages>>[number]): string => JSON.stringify([text, summary, attachments])

const NAMES = inventChildren(londonToday(new Date()), () => ({ finders: [], socialWorkers: [] })).flatMap(({ secrets }) => [
  ...(secrets.name?.split(' ') ?? []),
  secrets.localReference ?? '',
])
const A_NAME = new RegExp(String.raw`\b(?:${[...new Set(NAMES)].filter((name) => name !== '').join('|')})\b`, 'u')
const WITHHELD = /ethnic|white|mixed|asian|black|disab|"\d+ days?"|days since/iu

test('the card that a channel keeps has no name, no exact days, no date, no ethnicity, no disability', async () => {
  await signInAs(page, 'Priya Raman')
  const tab = await openTab(page)
  const { items } = await askApi(app, 'Priya Raman', '/waiting?agency=LEICS&limit=50', waitingNow)
  const telling = [items.find(({ disability }) => disability === true), items.find(({ ethnicityGroup }) => ethnicityGroup !== 'White'), items[0]]
  const posted = telling.flatMap((child) => child?.reference ?? [])
  expect(new Set(posted).size).toBe(3)
  for (const reference of posted) await postFromTab(tab, reference)

  await signInAs(page, 'Hassan Mirza')
  await show(page, 'Chat')
  await (await openConversation(page, '#regional')).getByRole('article').nth(2).waitFor()
  const cards = (await storedMessages(app, 'Hassan Mirza', 'regional')).map(kept)
  expect(cards).toHaveLength(3)
  for (const reference of posted) expect(cards.filter((card) => card.includes(`${reference}: a family is needed`))).toHaveLength(1)
  for (const card of cards.map((words) => words.replaceAll(/FF-\w{5}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, ''))) {
    expect(card).not.toMatch(A_NAME)
    expect(card).not.toMatch(WITHHELD)
    expect(card).not.toMatch(/\b\d{3,}\b|\d days/u)
  }
})

test('neither is there any in what the bot leaves in somebody’s own chat, although its reader saw more', async () => {
  const messages = await storedMessages(app, 'Margaret Osei', 'personal')
  const answers = messages.filter(({ fromBot }) => fromBot).map(kept)
  expect(answers.length).toBeGreaterThan(2)
  for (const answer of answers) {
    expect(answer).not.toMatch(A_NAME)
    expect(answer).not.toMatch(WITHHELD)
  }
})
