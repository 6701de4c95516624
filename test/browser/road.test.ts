import type { Browser, Frame, Page } from 'playwright-core'
import * as z from 'zod'
import { openBrowser, openContext } from './browser.ts'
import { findChild, openConversation, openLocalPage, openTab, say, show, storedMessages, tabFrame, wordsOnce } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

let app: RunningApp
let browser: Browser
/** Leicestershire's family finder */
let priya: Page
/** Leicester City's family finder */
let hassan: Page
let priyasTab: Frame
/** a child of Leicestershire who waits */
let reference: string
let childsName: string
let childsBirthday: string

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  const [one, other] = await Promise.all([openContext(browser), openContext(browser)])
  ;[priya, hassan] = await Promise.all([one.newPage(), other.newPage()])
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const regionalMessages = (name: string) => storedMessages(app, name, 'regional')

test('a family finder asks the bot who is waiting', async () => {
  await openLocalPage(priya, app, 'Priya Raman')
  const everybody = await wordsOnce(await say(priya, 'waiting'), 'Only you see this view')
  expect(everybody).toMatch(/105 children waiting I read that as: all agencies\./u)
  expect(everybody).toMatch(/55 boys, 50 girls/u)
})

test('she narrows it in plain words, and the bot says how it read them', async () => {
  const answer = await say(priya, 'sibling groups in Leicestershire waiting over six months')
  const words = await wordsOnce(answer, 'Only you see this view')
  expect(words).toMatch(/^.* \d+ children waiting I read that as: sibling groups · Leicestershire County Council · waiting more than 183 days\./u)
  expect(words.match(/FF-\w{5} · (?:Boy|Girl)/gu)).toHaveLength(5)
  reference = /FF-\w{5}/u.exec(words)?.[0] ?? ''

  const total = /(\d+) children waiting/u.exec(words)?.[1] ?? 'none'
  await answer.getByRole('link', { name: 'Open in the tab' }).click()
  const tab = await tabFrame(priya)
  const list = await wordsOnce(tab.getByRole('main'), /sibling group/iu)
  expect(list).toContain('Leicestershire County Council')
  expect(list).toContain(total)
  expect(new URL(tab.url()).search).toBe('?agency=LEICS&siblings=true&minDays=184')
  await show(priya, 'Chat')
})

test('what is about her own work opens in her own view, and nothing of it is kept', async () => {
  for (const [typed, understood] of [
    ['my children', "your agency's open plans, waiting or not · your own children"],
    ['changed since Monday', 'changed since'],
    ['order not placed', 'placement order made, not placed yet'],
    ['on hold', 'on hold'],
  ] as const) {
    const words = await wordsOnce(await say(priya, typed), 'Only you see this view')
    expect(words).toContain(`I read that as: ${understood}`)
  }
  const kept = JSON.stringify((await storedMessages(app, 'Priya Raman', 'personal')).slice(-8))
  expect(kept).toContain('Your own view answers that')
  expect(kept).not.toMatch(/FF-[0-9A-Z]{5}/u)
})

test('one child opens as her own view, and her agency’s page keeps the name behind a recorded click', async () => {
  const words = await wordsOnce(await say(priya, `child ${reference}`), 'Only you see this view')
  expect(words).toContain('Leicestershire County Council')
  expect(words).toMatch(/\d+ days since the decision for adoption/u)

  priyasTab = await openTab(priya)
  await findChild(priyasTab, reference)
  const detail = priyasTab.getByRole('region', { name: 'Private detail' })
  await detail.getByRole('button', { name: 'Open private detail (recorded)' }).click()
  await detail.getByRole('button', { name: 'Hide private detail' }).waitFor()
  ;[childsName = '', childsBirthday = ''] = await detail.getByRole('definition').allInnerTexts()
  expect(childsName).toMatch(/^\p{L}+ \p{L}+$/u)
  expect(childsBirthday).toMatch(/^\d+ [A-Z][a-z]{2} \d{4}$/u)
  await show(priya, 'Chat')
})

test('she sees the exact card and its readers, presses Post twice, and each copy of the channel has one card', async () => {
  await openLocalPage(hassan, app, 'Hassan Mirza')
  const hassansChannel = await openConversation(hassan, '#regional')

  const preview = await say(priya, `post ${reference} to #regional`)
  const shown = await wordsOnce(preview, 'Who can read it')
  expect(shown).toContain(`Post ${reference} to Regional channel?`)
  expect(shown).toContain(`${reference}: a family is needed`)
  expect(shown).toContain('Buttons: Show me more')
  expect(shown).toMatch(/Who can read it: \d+ people.* Leicester City Council/u)

  await preview.getByRole('button', { name: 'Post', exact: true }).dblclick()
  await wordsOnce(preview, `${reference}: 6 posts asked for`)

  await wordsOnce(hassansChannel.getByRole('article'), `${reference}: a family is needed`)
  await wordsOnce((await openConversation(priya, '#regional')).getByRole('article'), `${reference}: a family is needed`)
  expect(await regionalMessages('Priya Raman')).toHaveLength(1)
  expect(await regionalMessages('Hassan Mirza')).toHaveLength(1)
})

test('the other agency reads the same card, learns nothing more in the channel, and its own part in its own chat', async () => {
  const card = hassan.getByRole('log', { name: 'Messages in #regional' }).getByRole('article')
  await card.getByRole('button', { name: 'Show me more' }).click()
  await card.getByRole('link', { name: 'Open in the tab' }).waitFor()
  const inChannel = await card.innerText()
  expect(inChannel).not.toMatch(/\d+ days/u)

  await card.getByRole('link', { name: 'Ask in our own chat' }).click()
  await hassan.getByRole('button', { name: 'Send' }).click()
  const own = await wordsOnce(hassan.getByRole('log', { name: 'Messages in Family Finding' }).getByRole('article').last(), 'Only you see this view')
  expect(own).toMatch(/\d+ days since the decision for adoption/u)
  expect(own).not.toContain('Lately:')

  await hassan.getByRole('log', { name: 'Messages in Family Finding' }).getByRole('article').last().getByRole('link', { name: 'Open in the tab' }).click()
  const tab = await openTab(hassan)
  await tab.getByRole('heading', { level: 1, name: `Child ${reference}` }).waitFor()
  const page = await wordsOnce(tab.getByRole('main'), 'The dates stay with Leicestershire County Council')
  expect(await tab.getByRole('button', { name: 'Open private detail (recorded)' }).count()).toBe(0)
  for (const words of [inChannel, own, page]) for (const secret of [...childsName.split(' '), childsBirthday]) expect(words).not.toContain(secret)
})

test('the decision maker of the child’s agency records the match, and every copy of the card is updated in place', async () => {
  await show(hassan, 'Chat')
  const hassansChannel = await openConversation(hassan, '#regional')

  const helen = await (await openContext(browser)).newPage()
  await openLocalPage(helen, app, 'Helen Marsh')
  const child = await say(helen, `child ${reference}`)
  await child.getByRole('button', { name: 'Record a date…' }).click()
  const form = helen.getByRole('dialog')
  await form.getByRole('combobox', { name: 'What happened' }).selectOption('matched')
  await form.getByLabel('On which day').fill(new Date().toISOString().slice(0, 10))
  await form.getByRole('button', { name: 'Record', exact: true }).click()
  await wordsOnce(form, `Recorded for ${reference}. Matched`)

  for (const channel of [hassansChannel, priya.getByRole('log', { name: 'Messages in #regional' })]) {
    const card = channel.getByRole('article')
    expect(await wordsOnce(card, `${reference}: the search has ended`)).toContain('changed')
    expect(await card.count()).toBe(1)
    expect(await card.getByRole('button', { name: 'Show me more' }).count()).toBe(0)
  }
  expect(await regionalMessages('Priya Raman')).toHaveLength(1)
  await helen.context().close()
})

/** The days that a page names, as `2026-11-24`. */
const datesIn = (words: string): readonly string[] =>
  [...words.matchAll(/(?<day>\d{1,2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4})/gu)].map(([text]) => new Date(`${text} 00:00 UTC`).toISOString().slice(0, 10))

test('a fortnightly tracking meeting is scheduled from the chat', async () => {
  await openConversation(priya, 'Family Finding')
  const words = await wordsOnce(await say(priya, 'schedule tracking every other Tuesday at 10'), 'How does it stand now?')
  expect(words).toContain('Every other Tuesday at 10:00 for 60 minutes, London time')
  const again = await say(priya, 'schedule tracking every other Tuesday at 10')
  await wordsOnce(again, 'no second one is booked')
})

test('its dates stand in the tab, and in the calendar in those weeks only', async () => {
  const tab = await openTab(priya)
  await tab.getByRole('link', { name: 'Meetings', exact: true }).click()
  const series = tab.getByRole('list', { name: 'Series of meetings' }).getByRole('listitem').first()
  await wordsOnce(series, 'In the calendar')
  const dates = datesIn(await series.getByRole('list', { name: 'Next dates' }).innerText())
  expect(await series.innerText()).toContain('Every 2 weeks on Tuesday at 10:00, for 60 minutes')
  expect(dates.length).toBeGreaterThan(1)
  expect(new Set(dates.slice(1).map((day, index) => Date.parse(day) - Date.parse(dates[index] ?? '')))).toEqual(new Set([14 * 86_400_000]))

  await show(priya, 'Calendar')
  const booked: string[] = []
  for (let week = 0; week < 6; week += 1) {
    const [monday = ''] = datesIn(await wordsOnce(priya.getByRole('main').getByRole('heading', { level: 2 }), 'Week from'))
    const tuesday = priya.getByRole('main').getByRole('region', { name: /^Tuesday/u })
    const words = await wordsOnce(tuesday, /Nothing booked|Join in Teams/u)
    if (words.includes('10:00 to 11:00')) booked.push(new Date(Date.parse(monday) + 86_400_000).toISOString().slice(0, 10))
    await priya.getByRole('button', { name: 'Next week' }).click()
  }
  expect(booked).toEqual(dates.slice(0, booked.length))
  expect(booked).toHaveLength(3)
})

const referenced = z.object({ reference: z.string() })

test('the tab schedules one too, and its button pressed again books nothing new', async () => {
  const tab = await openTab(priya)
  await tab.getByRole('link', { name: 'Meetings', exact: true }).click()
  const form = tab.getByRole('region', { name: 'Schedule tracking meetings' })
  await form.getByRole('combobox', { name: 'Weekday' }).selectOption({ label: 'Thursday' })
  await form.getByRole('combobox', { name: 'How often' }).selectOption({ label: 'Every 4 weeks' })
  const answered = () => priya.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/api/v1/meetings'))

  const first = answered()
  await form.getByRole('button', { name: 'Schedule' }).dblclick()
  const booked: unknown = await (await first).json()
  await wordsOnce(form, 'Saved.')
  const second = answered()
  await form.getByRole('button', { name: 'Schedule' }).click()
  expect(await (await second).json()).toMatchObject(referenced.parse(booked))
  await wordsOnce(form, 'Saved.')
  expect(await tab.getByText('Every 4 weeks on Thursday at 10:00, for 60 minutes').count()).toBe(1)
})
