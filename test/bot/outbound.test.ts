import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { connectorClient } from '../../bot/connector-client.ts'
import { outbound } from '../../bot/outbound.ts'
import type { OutboundPort } from '../../src/posts/ports.ts'
import { listen } from '../support/listening.ts'
import { CHANNEL_ID } from './support/activities.ts'
import { APP_ID, HOME_TENANT, LEICS_TENANT, PRIYA, startChannel, type Channel } from './support/channel.ts'
import { fakeService } from './support/fakes.ts'

let channel: Channel
let out: OutboundPort
beforeAll(async () => {
  channel = await startChannel(fakeService().deps)
  out = outbound({ client: channel.adapter.connector, appId: APP_ID })
})
afterAll(() => channel.stop())
beforeEach(() => {
  channel.calls.length = 0
  channel.state.refuse = () => undefined
})
const regional = () => ({ conversationId: CHANNEL_ID, tenantId: LEICS_TENANT, serviceUrl: channel.connectorUrl })
const card = { type: 'AdaptiveCard', version: '1.5', body: [] }

test("a post to a channel begins a thread and answers with the message's own id", async () => {
  const sent = await out.postCard({ ...regional(), conversationId: `${CHANNEL_ID};messageid=17` }, card, 'FF-7K3Q0: a family is needed')
  expect(sent.kind === 'delivered' ? sent.activityId : sent).toMatch(/^\d+$/u)
  expect(channel.calls[0]).toMatchObject({
    method: 'POST',
    path: '/v3/conversations',
    authorization: 'Bearer local-connector-token',
    body: {
      isGroup: true,
      bot: { id: `28:${APP_ID}` },
      tenantId: LEICS_TENANT,
      channelData: { channel: { id: CHANNEL_ID }, tenant: { id: LEICS_TENANT } },
      activity: {
        type: 'message',
        summary: 'FF-7K3Q0: a family is needed',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      },
    },
  })
})

test('a post to a chat is sent into it', async () => {
  expect(await out.postCard({ ...regional(), conversationId: 'a:1chat' }, card, 'a summary')).toMatchObject({ kind: 'delivered' })
  expect(channel.calls[0]).toMatchObject({ method: 'POST', path: '/v3/conversations/a:1chat/activities' })
})

test('an update replaces card by card under the same id', async () => {
  expect(await out.updateCard(regional(), '1234', card, 'the search has ended')).toEqual({ kind: 'delivered', activityId: '1234' })
  expect(channel.calls[0]).toMatchObject({
    method: 'PUT',
    path: `/v3/conversations/${CHANNEL_ID}/activities/1234`,
    body: { id: '1234', attachments: [{ content: card }] },
  })
})

test.each([429, 412, 401])('%i did nothing and is tried again later, once per attempt', async (status) => {
  channel.state.refuse = () => ({ status, retryAfter: '17' })
  expect(await out.postCard(regional(), card, 'x')).toEqual({ kind: 'retry', afterSeconds: 17, problem: `Teams answered ${status}` })
  expect(channel.calls).toHaveLength(1)
})

test.each([408, 500, 502, 503, 504])('after %i a new card may be there; a replacement is simply tried again', async (status) => {
  channel.state.refuse = () => ({ status })
  expect(await out.postCard(regional(), card, 'x')).toEqual({ kind: 'open', afterSeconds: 0, problem: `Teams answered ${status}` })
  expect(await out.updateCard(regional(), '1', card, 'x')).toEqual({ kind: 'retry', afterSeconds: 30, problem: `Teams answered ${status}` })
})

test('without Retry-After there is a pause of our own; a date is understood too', async () => {
  channel.state.refuse = () => ({ status: 429 })
  expect(await out.updateCard(regional(), '1', card, 'x')).toMatchObject({ kind: 'retry', afterSeconds: 30 })
  channel.state.refuse = () => ({ status: 429, retryAfter: new Date(Date.now() + 90_000).toUTCString() })
  const later = await out.postCard(regional(), card, 'x')
  expect(later.kind === 'retry' ? later.afterSeconds : 0).toBeGreaterThan(80)
})

test.each([
  [404, 'ActivityNotFoundInConversation', 'gone'],
  [403, 'ServiceError', 'gone'],
  [404, 'ConversationNotFound', 'unreachable'],
  [403, 'BotNotInConversationRoster', 'unreachable'],
  [404, 'SomethingNew', 'unreachable'],
])('an update that is answered %i %s finds the message or its conversation %s', async (status, code, kind) => {
  channel.state.refuse = () => ({ status, body: { error: { code, message: 'no' } } })
  expect(await out.updateCard(regional(), '1', card, 'x')).toMatchObject({ kind })
  expect(await out.postCard(regional(), card, 'x')).toMatchObject({ kind: 'unreachable' })
})

test.each([403, 404])('%i means that the bot is not wanted or not there', async (status) => {
  channel.state.refuse = () => ({ status })
  expect(await out.postCard(regional(), card, 'x')).toMatchObject({ kind: 'unreachable' })
  expect(await out.updateCard(regional(), '1', card, 'x')).toMatchObject({ kind: 'unreachable' })
})

test('a card that Teams calls malformed is our mistake and throws', async () => {
  channel.state.refuse = () => ({ status: 400 })
  await expect(out.postCard(regional(), card, 'x')).rejects.toThrow('Teams answered 400')
})

test('a connector that cannot be reached, or a token that cannot be had, did nothing and is tried again', async () => {
  const { url, close } = await listen(createServer())
  await close()
  expect(await out.postCard({ ...regional(), serviceUrl: url }, card, 'x')).toMatchObject({ kind: 'retry' })
  const tokenless = outbound({ client: connectorClient(() => Promise.reject(new Error('no token'))), appId: APP_ID })
  expect(await tokenless.postCard(regional(), card, 'x')).toMatchObject({ kind: 'retry' })
})

test('after a line that was cut, or an answer that cannot be read, the card may be there', async () => {
  const answers = [(socket: Socket) => socket.destroy(), (socket: Socket) => socket.end('HTTP/1.1 201 Created\r\ncontent-length: 4\r\n\r\nwhat')]
  for (const answer of answers) {
    const { url, close } = await listen(createServer(({ socket }) => void answer(socket)))
    expect(await out.postCard({ ...regional(), serviceUrl: url }, card, 'x')).toMatchObject({ kind: 'open' })
    await close()
  }
})

test('the roster is read page by page, with tenants and guests', async () => {
  channel.state.pageSize = 2
  channel.state.roster = [
    { id: '29:1', aadObjectId: PRIYA, tenantId: LEICS_TENANT, userRole: 'user', userPrincipalName: 'priya@leics.example' },
    { id: '29:2', objectId: '44444444-4444-4444-8444-444444444444', tenantId: HOME_TENANT },
    { id: '29:3', aadObjectId: '55555555-5555-4555-8555-555555555555', tenantId: LEICS_TENANT, userRole: 'guest' },
    { id: '29:4', aadObjectId: '66666666-6666-4666-8666-666666666666', tenantId: LEICS_TENANT, userPrincipalName: 'a_b.org#EXT#@leics.example' },
    { id: '29:5' },
  ]
  expect(await out.membersOf(regional())).toEqual([
    { tenantId: LEICS_TENANT, objectId: PRIYA, isGuest: false },
    { tenantId: HOME_TENANT, objectId: '44444444-4444-4444-8444-444444444444', isGuest: false },
    { tenantId: LEICS_TENANT, objectId: '55555555-5555-4555-8555-555555555555', isGuest: true },
    { tenantId: LEICS_TENANT, objectId: '66666666-6666-4666-8666-666666666666', isGuest: true },
    { tenantId: null, objectId: null, isGuest: false },
  ])
  expect(channel.calls).toHaveLength(3)
  channel.state.refuse = () => ({ status: 404 })
  await expect(out.membersOf(regional())).rejects.toThrow('Teams answered 404')
})
