import express from 'express'
import { messagesIn, send, startRegion, theChat, thePerson, type LocalRegion } from './local-region.ts'

let region: LocalRegion
const heard: Record<string, unknown>[] = []
let answer: { readonly status: number; readonly body?: unknown }

beforeAll(async () => {
  region = await startRegion()
  region.app.post('/api/messages', express.json(), (request, response) => {
    const activity = request.body as Record<string, unknown>
    heard.push(activity)
    if (activity.type !== 'invoke') response.status(200).end()
    else if (answer.body === undefined) response.status(answer.status).end()
    else response.status(answer.status).json(answer.body)
  })
})
afterAll(() => region.close())
beforeEach(() => {
  heard.length = 0
  answer = { status: 200, body: { task: { type: 'message', value: 'Done' } } }
})

const priya = thePerson('Priya Raman')
const OPENS = { data: { msteams: { type: 'task/fetch' }, verb: 'child.date-dialog' } }
const SENT = { data: { verb: 'child.date-record', on: '2026-03-12' } }
const invoke = async (name: string, value: unknown, more: object = {}) => {
  const { id, me } = await theChat(region, priya, 'personal')
  return send(`${region.url}/local/messages`, 'POST', { type: 'invoke', name, value, from: { id: me.id }, conversation: { id }, replyToId: '1', ...more })
}
const aCard = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', version: '1.5', body: [] } }

test('a dialog is asked for and sent back as Teams does it, and nothing of it is kept in the chat', async () => {
  expect(await (await invoke('task/fetch', OPENS)).json()).toEqual({ task: { type: 'message', value: 'Done' } })
  answer = { status: 200, body: { task: { type: 'continue', value: { title: 'Record a date', height: 'medium', width: 400, card: aCard } } } }
  expect((await invoke('task/submit', SENT)).status).toBe(200)
  expect(heard).toMatchObject([
    { name: 'task/fetch', value: OPENS, from: { aadObjectId: priya.objectId }, replyToId: '1' },
    { name: 'task/submit', value: SENT },
  ])
  const { id } = await theChat(region, priya, 'personal')
  expect(await messagesIn(region, priya, id)).toEqual([])
})

test('an empty answer closes a dialog that was sent, and opens none', async () => {
  answer = { status: 200 }
  const sent = await invoke('task/submit', SENT)
  expect([sent.status, await sent.text()]).toEqual([200, ''])
  expect((await invoke('task/fetch', OPENS)).status).toBe(502)
})

test.each([
  ['task/fetch', SENT],
  ['task/fetch', { data: { msteams: { type: 'imBack' } } }],
  ['task/fetch', undefined],
  ['task/submit', 'text'],
  ['task/submit', {}],
])('Teams sends no %s with %j', async (name, value) => {
  expect((await invoke(name, value)).status).toBe(400)
  expect(heard).toEqual([])
})

test('nobody opens a dialog in a chat that they are not in', async () => {
  const { me } = await theChat(region, thePerson('Helen Marsh'), 'personal')
  expect((await invoke('task/fetch', OPENS, { from: { id: me.id } })).status).toBe(403)
  expect(heard).toEqual([])
})

const tooLarge = { ...aCard, content: { ...aCard.content, fallbackText: 'x'.repeat(60_000) } }
test.each([
  ['an error', { status: 500 }],
  ['the answer to another kind of invoke', { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done' } }],
  ['no known task', { status: 200, body: { task: { type: 'close' } } }],
  ['an empty sentence', { status: 200, body: { task: { type: 'message', value: '' } } }],
  ['a card that is none', { status: 200, body: { task: { type: 'continue', value: { title: 'x', card: { contentType: 'text/html', content: {} } } } } }],
  ['a page without https', { status: 200, body: { task: { type: 'continue', value: { title: 'x', url: 'http://127.0.0.1/' } } } }],
  ['a size that there is not', { status: 200, body: { task: { type: 'continue', value: { title: 'x', height: 'huge', card: aCard } } } }],
  ['too much', { status: 200, body: { task: { type: 'continue', value: { title: 'x', card: tooLarge } } } }],
])('Teams draws no dialog from %s', async (_what, bent) => {
  answer = bent
  for (const [name, value] of [
    ['task/fetch', OPENS],
    ['task/submit', SENT],
  ] as const)
    expect((await invoke(name, value)).status).toBe(502)
})
