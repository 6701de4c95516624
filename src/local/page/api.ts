import * as z from 'zod'
import { calendarEvents, chatMessages, chats, localPeople, type chat, type chatMessage, type localPerson } from '../page-contract.ts'

export type Person = z.output<typeof localPerson>
export type Chat = z.output<typeof chat>
export type Message = z.output<typeof chatMessage>
export type Chats = z.output<typeof chats>
export type CalendarEvent = z.output<typeof calendarEvents>['items'][number]

type Account = Pick<Person, 'tenantId' | 'objectId'>

const get = async <S extends z.ZodType>(path: string, shape: S): Promise<z.output<S>> => {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`The local Microsoft 365 answered ${answer.status}.`)
  return shape.parse(await answer.json())
}
const post = (path: string, body: unknown): Promise<Response> =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

const query = ({ tenantId, objectId }: Account, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({ tenantId, objectId, ...more }).toString()

export const getPeople = (): Promise<Person[]> => get('/local/people', localPeople)
export const getChats = (person: Account): Promise<Chats> => get(`/local/chats?${query(person)}`, chats)
export const getMessages = async (person: Account, conversation: string): Promise<Message[]> =>
  (await get(`/local/chats/messages?${query(person, { conversation })}`, chatMessages)).items
export const getCalendar = async (person: Account, from: Date, until: Date): Promise<CalendarEvent[]> =>
  (await get(`/local/calendar?${query(person, { from: from.toISOString(), until: until.toISOString() })}`, calendarEvents)).items

/** The first time, this installs the bot in the chat. */
export const openChat = async (person: Account, conversation: string): Promise<void> => {
  await fetch(`/local/chats/opened?${query(person, { conversation })}`, { method: 'POST' })
}

export const getToken = async ({ tenantId, objectId }: Account): Promise<string> => {
  const answer = await post('/local/token', { tenantId, objectId })
  if (!answer.ok) throw new Error('The local Microsoft 365 gives this person no token.')
  return z.object({ accessToken: z.string() }).parse(await answer.json()).accessToken
}

/** Sends an unsigned activity; undefined when it was taken, else a sentence for the person. */
export const sendActivity = async (activity: Readonly<Record<string, unknown>>): Promise<string | undefined> => {
  const answer = await post('/local/messages', activity)
  return answer.ok ? undefined : 'This did not reach Family Finding. Nothing was changed; try again.'
}

const invokeAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() })
export type InvokeAnswer = { readonly kind: 'card'; readonly card: object } | { readonly kind: 'text'; readonly text: string }
const fault = { kind: 'text', text: 'Something went wrong. Nothing was changed; try again.' } as const

/** What the bot answers to a card's button, for the eyes of the person who pressed it. */
export const invoke = async (activity: Readonly<Record<string, unknown>>): Promise<InvokeAnswer> => {
  const answer = await post('/local/messages', { ...activity, type: 'invoke', name: 'adaptiveCard/action' })
  const text = answer.ok ? await answer.text() : ''
  const parsed = invokeAnswer.safeParse(text === '' ? undefined : JSON.parse(text))
  if (!parsed.success) return fault
  const { type, value } = parsed.data
  if (type === 'application/vnd.microsoft.card.adaptive' && typeof value === 'object' && value !== null) return { kind: 'card', card: value }
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') return { kind: 'text', text: value }
  const error = z.object({ message: z.string() }).safeParse(value)
  return error.success ? { kind: 'text', text: error.data.message } : fault
}

const dialogAnswer = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string() }),
    z.object({ type: z.literal('continue'), value: z.object({ title: z.string().default('Family Finding'), card: z.object({ content: z.looseObject({}) }) }) }),
  ]),
})
/** What a dialog shows next; `closed` is an empty answer to one that was sent. */
export type DialogAnswer =
  { readonly kind: 'card'; readonly title: string; readonly card: object } | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'closed' }

/** Asks the bot for a dialog, or sends one back filled in. */
export const invokeDialog = async (name: 'task/fetch' | 'task/submit', activity: Readonly<Record<string, unknown>>): Promise<DialogAnswer> => {
  const answer = await post('/local/messages', { ...activity, type: 'invoke', name })
  const text = answer.ok ? await answer.text() : undefined
  if (text === '') return { kind: 'closed' }
  const parsed = dialogAnswer.safeParse(text === undefined ? undefined : JSON.parse(text))
  if (!parsed.success) return fault
  const { task } = parsed.data
  return task.type === 'message' ? { kind: 'text', text: task.value } : { kind: 'card', title: task.value.title, card: task.value.card.content }
}
