import type { Frame, Locator, Page } from 'playwright-core'
import * as z from 'zod'
import { chatMessages, chats, localPeople } from '../../src/local/page-contract.ts'
import type { RunningApp } from './running-app.ts'

type App = Pick<RunningApp, 'url'>
type View = 'Chat' | 'Tab' | 'Calendar'
export type HostName = 'Teams' | 'Outlook'

/** Opens the local page as a newcomer does, and signs in as one person of the demo region. */
export const openLocalPage = async (page: Page, { url }: App, person: string): Promise<void> => {
  await page.goto(`${url}/local/`)
  await signInAs(page, person)
}

export const signInAs = async (page: Page, person: string): Promise<void> => {
  const people = page.getByRole('combobox', { name: 'Signed in as' })
  const account = await people.getByRole('option', { name: person, includeHidden: true }).getAttribute('value')
  await people.selectOption(account)
}

export const show = (page: Page, view: View): Promise<void> => page.getByRole('tab', { name: view, exact: true }).click()

/** The conversation that is open, once it has been read. Where something was said meanwhile its button says "new". */
export const openConversation = async (page: Page, name: string): Promise<Locator> => {
  const conversations = page.getByRole('navigation', { name: 'Conversations' })
  const button = conversations.getByRole('button', { name, exact: true })
  await button.or(conversations.getByRole('button', { name: `${name} new`, exact: true })).click()
  const log = page.getByRole('log', { name: `Messages in ${name}`, exact: true })
  await log.waitFor()
  return log
}

/** Says something in our own chat; resolves to the message that answers it. The chat begins with a message of the bot. */
export const say = async (page: Page, words: string): Promise<Locator> => {
  const messages = page.getByRole('log', { name: 'Messages in Family Finding' }).getByRole('article')
  await messages.first().waitFor()
  const before = await messages.count()
  await page.getByRole('textbox', { name: 'Message' }).fill(words)
  await page.getByRole('button', { name: 'Send' }).click()
  const answer = messages.nth(before + 1)
  await answer.waitFor()
  return answer
}

/** Waits until some words are there to read; answers with all the words around them. */
export const wordsOnce = async (where: Locator, words: string | RegExp): Promise<string> => {
  const found = where.filter({ hasText: words })
  await found.waitFor()
  return (await found.innerText()).replaceAll(/\s+/gu, ' ')
}

/** The tab in its frame, with the address that a link in Teams would open. */
export const tabFrame = async (page: Page, hostName: HostName = 'Teams'): Promise<Frame> => {
  const framed = await page.getByTitle(`Family Finding tab in ${hostName}`).elementHandle()
  const frame = await framed.contentFrame()
  if (!frame) throw new Error('The tab is in no frame.')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  return frame
}

export const openTab = async (page: Page): Promise<Frame> => {
  await show(page, 'Tab')
  return tabFrame(page)
}

/** A child's page, by the field that people type a reference into. */
export const findChild = async (tab: Frame, reference: string): Promise<void> => {
  await tab.getByRole('link', { name: 'Waiting list', exact: true }).click()
  const field = tab.getByRole('textbox', { name: 'Find by reference' })
  await field.fill(reference)
  await field.press('Enter')
  await tab.getByRole('heading', { level: 1, name: `Child ${reference}` }).waitFor()
}

const person = async ({ url }: App, name: string) => {
  const people = localPeople.parse(await (await fetch(`${url}/local/people`)).json())
  const found = people.find((one) => one.name === name)
  if (!found) throw new Error(`The demo region has nobody called ${name}.`)
  return found
}

const chatsOf = async (app: App, name: string) => {
  const { tenantId, objectId } = await person(app, name)
  const query = new URLSearchParams({ tenantId, objectId })
  const list = chats.parse(await (await fetch(`${app.url}/local/chats?${query.toString()}`)).json()).items
  return { list, query }
}

/** The messages of one conversation as the connector keeps them: what everybody in it could read, and nothing that was answered to one person only. */
export const storedMessages = async (app: App, name: string, kind: 'personal' | 'regional' | 'shared') => {
  const { list, query } = await chatsOf(app, name)
  const chat = list.find((one) => one.kind === kind)
  if (!chat) throw new Error(`${name} is in no such conversation.`)
  query.set('conversation', chat.id)
  const { items } = chatMessages.parse(await (await fetch(`${app.url}/local/chats/messages?${query.toString()}`)).json())
  return items
}

/** Asks the API as somebody, with the token that Teams would give their tab. */
export const askApi = async <S extends z.ZodType>(app: App, name: string, path: string, shape: S): Promise<z.output<S>> => {
  const { tenantId, objectId } = await person(app, name)
  const token = await fetch(`${app.url}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenantId, objectId }),
  })
  const { accessToken } = z.object({ accessToken: z.string() }).parse(await token.json())
  const answer = await fetch(`${app.url}/api/v1${path}`, { headers: { authorization: `Bearer ${accessToken}` } })
  return shape.parse(await answer.json())
}
