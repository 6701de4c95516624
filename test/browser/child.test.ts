import type { Browser, Frame, Locator, Page } from 'playwright-core'
import * as z from 'zod'
import { openBrowser, openContext } from './browser.ts'
import { faultsOf } from './faults.ts'
import { tabTo } from './keyboard.ts'
import { askApi, findChild, openLocalPage, openTab, signInAs, tabFrame, wordsOnce } from './local-page.ts'
import { startApp, type RunningApp } from './running-app.ts'

let app: RunningApp
let browser: Browser
/** Leicestershire's family finder */
let page: Page
let tab: Frame
/** children of Leicestershire with a placement order who wait */
let references: readonly string[]

const rows = z.object({ items: z.array(z.object({ reference: z.string(), stage: z.string(), siblings: z.number(), actions: z.array(z.string()) })) })

beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), openBrowser()])
  page = await (await openContext(browser)).newPage()
  await openLocalPage(page, app, 'Priya Raman')
  const { items } = await askApi(app, 'Priya Raman', '/waiting?agency=LEICS&limit=50', rows)
  references = items.filter(({ stage, siblings }) => stage === 'placementOrder' && siblings === 0).map(({ reference }) => reference)
  tab = await openTab(page)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const londonDay = (daysAgo: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(Date.now() - daysAgo * 86_400_000)

/** Opens one of the short forms of the page that is open. */
const open = async (button: string, title = button.replace('…', ''), frame = tab): Promise<Locator> => {
  await frame.getByRole('button', { name: button, exact: true }).click()
  const dialog = frame.getByRole('dialog', { name: title, exact: true })
  await dialog.waitFor()
  return dialog
}
const journey = (frame = tab) => frame.getByRole('region', { name: 'Journey', exact: true })
const saved = (words: string | RegExp) => tab.getByRole('main').getByRole('status').filter({ hasText: words }).waitFor()

/** no child of the demo has this date */
const CONSENT = 'Parents consented (section 19)'

test('a date is recorded, corrected and taken away, each said and drawn', async () => {
  await findChild(tab, references[0] ?? '')
  const form = await open('Record a date…')
  await form.getByRole('combobox', { name: 'What happened' }).selectOption({ label: CONSENT })
  await form.getByLabel('On which day').fill(londonDay(3))
  await form.getByRole('button', { name: 'Record', exact: true }).click()
  await saved(`Recorded: ${CONSENT}`)
  await journey().getByText(CONSENT).waitFor()
  await wordsOnce(tab.getByRole('region', { name: 'What changed' }), /“Parents consented \(section 19\)”\s*Priya Raman/u)

  const again = await open('Record a date…')
  await again.getByRole('combobox', { name: 'What happened' }).selectOption({ label: `${CONSENT} (recorded)` })
  await again.getByLabel('On which day').fill(londonDay(2))
  await again.getByRole('button', { name: 'Correct', exact: true }).click()
  await again.waitFor({ state: 'hidden' })
  await journey()
    .getByText(new RegExp(`^${Number(londonDay(2).slice(8))} `, 'u'))
    .first()
    .waitFor()

  const last = await open('Record a date…')
  await last.getByRole('combobox', { name: 'What happened' }).selectOption({ label: `${CONSENT} (recorded)` })
  await last.getByRole('checkbox', { name: 'It was recorded by mistake: take this date away' }).check()
  await last.getByRole('button', { name: 'Take this date away' }).click()
  await saved(`Taken away: ${CONSENT}.`)
})

test('what cannot be is said at its field, and what was typed stays', async () => {
  const form = await open('Record a date…')
  await form.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'Placed for adoption' })
  const on = form.getByLabel('On which day')
  await on.fill('2001-02-03')
  await form.getByRole('button', { name: 'Record', exact: true }).click()
  await form
    .getByRole('alert')
    .filter({ hasText: /before/u })
    .waitFor()
  expect(await on.inputValue()).toBe('2001-02-03')
  expect(await on.getAttribute('aria-invalid')).toBe('true')
  expect(await form.getByText('Something went wrong').count()).toBe(0)
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  await tab.getByRole('button', { name: 'Record a date…' }).and(tab.locator(':focus')).waitFor()
})

test('the second of two is told, sees how it stands now, and loses nothing typed', async () => {
  const reference = references[1] ?? ''
  await findChild(tab, reference)
  const mine = await open('Edit needs…')
  await mine.getByRole('combobox', { name: 'Learning' }).selectOption({ label: 'Significant' })

  const other = await (await openContext(browser)).newPage()
  await openLocalPage(other, app, 'Margaret Osei')
  const othersTab = await openTab(other)
  await findChild(othersTab, reference)
  const theirs = await open('Edit needs…', 'Edit needs', othersTab)
  await theirs.getByRole('combobox', { name: 'Identity' }).selectOption({ label: 'Some' })
  await theirs.getByRole('button', { name: 'Save' }).click()
  await theirs.waitFor({ state: 'hidden' })
  await other.context().close()

  await mine.getByRole('button', { name: 'Save' }).click()
  await mine.getByText(/Someone changed this/u).waitFor()
  const chosen = (name: string) => mine.getByRole('combobox', { name }).evaluate((select: { value: string }) => select.value)
  expect(await chosen('Identity')).toBe('some')
  expect(await chosen('Learning')).toBe('significant')
  await mine.getByRole('button', { name: 'Save' }).click()
  await mine.waitFor({ state: 'hidden' })
  const needs = await wordsOnce(tab.getByRole('region', { name: 'Needs', exact: true }), 'Learning')
  expect(needs).toMatch(/Identity\s*Some/u)
  expect(needs).toMatch(/Learning\s*Significant/u)
})

test('with the keyboard alone a pause begins and ends, and the focus is never lost', async () => {
  const pause = tab.getByRole('button', { name: 'Pause…', exact: true })
  await tabTo(page, tab, pause)
  await page.keyboard.press('Enter')
  const dialog = tab.getByRole('dialog', { name: 'Pause', exact: true })
  await tabTo(page, tab, dialog.getByRole('combobox', { name: 'Reason' }), 6)
  await page.keyboard.type('sib')
  await tabTo(page, tab, dialog.getByRole('button', { name: 'Record', exact: true }), 8)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await wordsOnce(journey().getByRole('list', { name: 'Pauses' }), /On hold since .*, 0 days: sibling assessment/u)
  await pause.and(tab.locator(':focus')).waitFor()

  const resume = tab.getByRole('button', { name: 'End the pause…' })
  await tabTo(page, tab, resume, 4)
  await page.keyboard.press('Enter')
  const end = tab.getByRole('dialog', { name: 'End the pause' })
  await tabTo(page, tab, end.getByRole('button', { name: 'Record', exact: true }), 8)
  await page.keyboard.press('Enter')
  await end.waitFor({ state: 'hidden' })
  await resume.waitFor({ state: 'detached' })
  // its button is gone: the focus is at another one of the page, or at what was said
  await saved('Recorded: on hold ended on')
  await tab.getByRole('main').locator(':focus').waitFor()
})

test('next step, facts and the plan for brothers and sisters are changed', async () => {
  const next = await open('Change…', 'Change the next step')
  await next.getByRole('combobox', { name: 'Next step' }).selectOption({ label: 'Book the matching panel' })
  await next.getByRole('combobox', { name: 'Whose it is' }).selectOption({ label: 'Panel adviser' })
  await next.getByLabel('By when').fill(londonDay(-7))
  await next.getByRole('button', { name: 'Save' }).click()
  await wordsOnce(tab.getByRole('region', { name: 'Next step', exact: true }), /Book the matching panel\s*Panel adviser, by .* \(in 7 days\)/u)

  const facts = await open('Edit facts…')
  await facts.getByRole('combobox', { name: 'Legal status' }).selectOption({ label: 'Placement order (E1)' })
  await facts.getByRole('combobox', { name: 'Family finder' }).selectOption({ label: 'Margaret Osei (practice manager)' })
  await facts.getByRole('combobox', { name: 'Child’s social worker' }).selectOption({ label: 'Nobody yet' })
  await facts.getByRole('button', { name: 'Save' }).click()
  await wordsOnce(tab.getByRole('region', { name: 'Facts', exact: true }), /Family finder\s*Margaret Osei.*Child's social worker\s*Not recorded/u)
  await wordsOnce(tab.getByRole('region', { name: 'Facts', exact: true }), /Placement order/u)

  const siblings = await open('Edit plan…', 'Brothers and sisters')
  await siblings.getByRole('textbox').fill('FF-00000')
  await siblings.getByRole('button', { name: 'Save' }).click()
  await siblings.getByText('There is no child FF-00000 at your agency.').waitFor()
  await siblings.getByRole('textbox').fill((references[2] ?? '').toLowerCase().replace('-', ' '))
  await siblings.getByRole('combobox', { name: 'Plan' }).selectOption({ label: 'To be placed together' })
  await siblings.getByLabel('Decided on').fill(londonDay(1))
  await siblings.getByRole('button', { name: 'Save' }).click()
  const group = await wordsOnce(tab.getByRole('region', { name: 'Brothers and sisters', exact: true }), '1 sibling, to be placed together')
  expect(group).toContain(references[2])
})

test('the page and its longest form, in every theme and width', async () => {
  expect(await faultsOf(page, tab)).toEqual([])
  const facts = await open('Edit facts…')
  // what holds the dialog covers nothing of the page by itself
  const covers = await tab.locator('body > :not(#tab, script)').evaluateAll((all: { clientHeight: number }[]) => all.map(({ clientHeight }) => clientHeight))
  expect(covers.length).toBeGreaterThan(0)
  expect(Math.max(...covers)).toBeLessThan(50)
  expect(await faultsOf(page, tab)).toEqual([])
  await facts.getByRole('button', { name: 'Cancel' }).click()
  await facts.waitFor({ state: 'hidden' })
})

test('a placement that disrupted is kept as an earlier attempt, and the child waits again', async () => {
  const [reference = ''] = references.slice(3)
  await signInAs(page, 'Helen Marsh')
  tab = await tabFrame(page)
  await findChild(tab, reference)
  expect(await tab.getByRole('button', { name: 'Edit facts…' }).count()).toBe(0)
  const match = await open('Record a date…')
  expect(await match.getByRole('combobox', { name: 'What happened' }).getByRole('option').allInnerTexts()).toEqual([
    'Agency decision maker (ADM) decided for adoption (recorded)',
    'Matched with a family',
  ])
  await match.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'Matched with a family' })
  await match.getByLabel('On which day').fill(londonDay(20))
  await match.getByRole('button', { name: 'Record', exact: true }).click()
  await match.waitFor({ state: 'hidden' })

  await signInAs(page, 'Priya Raman')
  tab = await tabFrame(page)
  await findChild(tab, reference)
  const placed = await open('Record a date…')
  await placed.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'Placed for adoption' })
  await placed.getByLabel('On which day').fill(londonDay(10))
  await placed.getByRole('button', { name: 'Record', exact: true }).click()
  await placed.waitFor({ state: 'hidden' })
  await tab.getByText('Placed with the family').first().waitFor()

  const disruption = await open('Record a disruption…')
  await disruption.getByLabel('Day of the disruption').fill(londonDay(1))
  await disruption.getByRole('button', { name: 'Record', exact: true }).click()
  await saved('Recorded: the placement disrupted on')
  await journey().getByText('1 earlier attempt').click()
  await journey()
    .getByText(/^The placement disrupted on/u)
    .waitFor()
  expect(await tab.getByRole('button', { name: 'Record a disruption…' }).count()).toBe(0)
})

test('a plan that ended says why, and the decision maker begins it again', async () => {
  const [reference = ''] = references.slice(4)
  await findChild(tab, reference)
  const ended = await open('Record a date…')
  await ended.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'Plan for adoption ended' })
  await ended.getByLabel('On which day').fill(londonDay(5))
  expect(await ended.getByRole('button', { name: 'Record', exact: true }).getAttribute('aria-disabled')).toBe('true')
  await ended.getByRole('combobox', { name: 'Why the plan ended' }).selectOption({ label: 'Prospective adopters could not be found' })
  await ended.getByRole('button', { name: 'Record', exact: true }).click()
  await wordsOnce(journey(), 'Plan for adoption ended: Prospective adopters could not be found')
  await tab.getByRole('status').filter({ hasText: 'the placement order is still in force' }).waitFor()
  expect(await tab.getByRole('button', { name: 'Adoption is the plan again…' }).count()).toBe(0)

  await signInAs(page, 'Helen Marsh')
  tab = await tabFrame(page)
  await findChild(tab, reference)
  const again = await open('Adoption is the plan again…')
  const on = again.getByLabel('Day of the new decision')
  await on.fill(londonDay(6))
  await again.getByRole('button', { name: 'Record', exact: true }).click()
  await again.getByRole('alert').filter({ hasText: 'after the day on which the earlier plan ended' }).waitFor()
  await on.fill(londonDay(1))
  await again.getByRole('button', { name: 'Record', exact: true }).click()
  await saved('Recorded: adoption is the plan again')
  await journey().getByText('1 earlier attempt').click()
  await journey()
    .getByText(/^The plan ended on .*: Prospective adopters could not be found/u)
    .waitFor()
  await signInAs(page, 'Priya Raman')
  tab = await tabFrame(page)
})

test('without a connection nothing typed is lost, and the same press works when it is back', async () => {
  await findChild(tab, references[5] ?? '')
  const needs = await open('Edit needs…')
  await needs.getByRole('combobox', { name: 'Attachment' }).selectOption({ label: 'Not known yet' })
  await page.route('**/api/v1/children/*/facts', (route) => route.abort('internetdisconnected'))
  await needs.getByRole('button', { name: 'Save' }).click()
  await needs.getByRole('alert').filter({ hasText: 'No connection' }).waitFor()
  await page.unroute('**/api/v1/children/*/facts')
  await needs.getByRole('button', { name: 'Try again' }).click()
  await needs.waitFor({ state: 'hidden' })
  await wordsOnce(tab.getByRole('region', { name: 'Needs', exact: true }), /Attachment\s*Not known yet/u)
})

test('a baby is added before the birth, and the same record goes on after it', async () => {
  await tab.getByRole('link', { name: 'Waiting list', exact: true }).click()
  const add = await open('Add a child…')
  expect(await faultsOf(page, tab)).toEqual([])
  await add.getByRole('combobox', { name: 'The child' }).selectOption({ label: 'is not born yet' })
  await add.getByRole('textbox', { name: 'Your local reference' }).fill('LEICS-UNBORN-1')
  await add.getByLabel('Month in which the baby is due').fill(londonDay(-60).slice(0, 7))
  await add.getByRole('button', { name: 'Add', exact: true }).click()
  await tab.getByText(/^Unborn, due /u).waitFor()
  const reference = (await tab.getByRole('heading', { level: 1 }).innerText()).replace('Child ', '')

  await tab.getByRole('link', { name: 'Waiting list', exact: true }).click()
  const twice = await open('Add a child…')
  await twice.getByRole('textbox', { name: 'Your local reference' }).fill('LEICS-UNBORN-1')
  await twice.getByLabel('Date of birth').fill(londonDay(400))
  await twice.getByRole('button', { name: 'Add', exact: true }).click()
  await twice.getByText(`This local reference is in the register already, as ${reference}.`).waitFor()
  await twice.getByRole('button', { name: 'Cancel' }).click()

  await findChild(tab, reference)
  const birth = await open('Record the birth…')
  await birth.getByLabel('Day of birth').fill(londonDay(0))
  await birth.getByRole('combobox', { name: 'Sex' }).selectOption({ label: 'Girl' })
  await birth.getByRole('textbox', { name: 'Name' }).fill('Robin Example')
  await birth.getByRole('button', { name: 'Record', exact: true }).click()
  await tab.getByText(/^Girl, under 1/u).waitFor()
  const detail = tab.getByRole('region', { name: 'Private detail' })
  expect(await detail.innerText()).not.toContain('Robin')
  await detail.getByRole('button', { name: 'Open private detail (recorded)' }).click()
  await wordsOnce(detail, 'Robin Example')
})

test('a partner agency changes nothing and sees no date', async () => {
  await signInAs(page, 'Hassan Mirza')
  tab = await tabFrame(page)
  await findChild(tab, references[1] ?? '')
  await wordsOnce(journey(), 'The dates stay with Leicestershire County Council')
  expect(await tab.getByRole('main').getByRole('button', { name: /…$/u }).allInnerTexts()).toEqual(['Post…'])
  expect(await journey().innerText()).not.toMatch(/\b20\d\d\b/u)
  expect(await faultsOf(page, tab)).toEqual([])
})
