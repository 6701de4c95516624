import type { PostId } from '../../src/core/ids.ts'
import { conversationsOf } from '../../src/local/connector/region.ts'
import { DEMO_AGENCIES } from '../../src/local/demo-region/agencies.ts'
import { DEMO_PEOPLE } from '../../src/local/demo-region/people.ts'
import { findCardInGraph } from '../../src/microsoft/find-card.ts'
import { sendToDouble, type Send } from '../../src/microsoft/graph-transport.ts'
import { TokenRefused } from '../../src/microsoft/graph-tokens.ts'
import { send, startRegion, theChat, thePerson, type LocalRegion } from '../local/local-region.ts'

const priya = thePerson('Priya Raman')
const verity = thePerson('Verity Ashdown')
const DAY = Date.parse('2026-11-22T10:00:00Z')
/** what every search begins with: long before anything was posted */
const BEFORE = new Date(DAY - 3600_000)
const CARD = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'FF-7K3Q0: a family is needed' }] }
const ID = '018f0000-0000-7000-8000-000000000001' as PostId

/** As the app's cards carry it: unseen, in the data of a button. */
const marked = (post: PostId) => ({
  ...CARD,
  actions: [{ type: 'Action.Execute', title: 'Show me more', verb: 'child.more', data: { reference: 'FF-7K3Q0', post } }],
})

let region: LocalRegion
let clock = DAY
let asked: string[]
beforeAll(async () => {
  region = await startRegion({ now: () => new Date(clock) })
  region.app.post('/api/messages', (_request, response) => {
    response.status(200).end()
  })
})
afterAll(() => region.close())
beforeEach(() => {
  clock += 3600_000
  asked = []
})

const find = () => {
  const toDouble = sendToDouble(region.local.graph.baseUrl)
  const listening: Send = (url, init) => {
    asked.push(url)
    return toDouble(url, init)
  }
  return findCardInGraph({ tokenOf: region.local.graph.tokenOf, send: listening })
}
/** The conversation as the app learns it from the bot's activities. */
const channelOf = (kind: 'agency' | 'regional') => {
  const found = conversationsOf({ people: DEMO_PEOPLE, agencies: DEMO_AGENCIES }).find((one) => one.kind === kind && one.tenantId === priya.tenantId)
  if (found?.team?.aadGroupId === undefined) throw new Error(`There is no ${kind} channel.`)
  return { conversationId: found.id, tenantId: priya.tenantId, serviceUrl: region.local.bot.serviceUrl, teamGroupId: found.team.aadGroupId }
}
const connector = async (method: string, path: string, body?: object): Promise<Response> =>
  send(`${region.url}/local/connector/v3${path}`, method, body, { authorization: `Bearer ${await region.local.bot.connectorToken()}` })
const post = async (channelId: string, card: object): Promise<string> => {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }]
  const made = await connector('POST', '/conversations', {
    isGroup: true,
    tenantId: priya.tenantId,
    channelData: { channel: { id: channelId } },
    activity: { type: 'message', attachments },
  })
  return ((await made.json()) as { activityId: string }).activityId
}

test('a card is found by its post’s mark, with the id by which the Bot Connector changes it', async () => {
  const channel = channelOf('agency')
  await post(channel.conversationId, marked('018f0000-0000-7000-8000-000000000099' as PostId))
  const activityId = await post(channel.conversationId, marked(ID))
  await post(channel.conversationId, CARD)
  expect(await find()(channel, ID, BEFORE)).toEqual({ kind: 'found', activityId })
  const replacing = await connector('PUT', `/conversations/${encodeURIComponent(channel.conversationId)}/activities/${activityId}`, {
    type: 'message',
    text: 'x',
  })
  expect(replacing.status).toBe(200)
  expect(asked).toHaveLength(1)
})

test('one that was deleted, or lies in another channel, is not there', async () => {
  const [agency, regional] = [channelOf('agency'), channelOf('regional')]
  const id = '018f0000-0000-7000-8000-000000000002' as PostId
  const activityId = await post(agency.conversationId, marked(id))
  expect(await find()(regional, id, BEFORE)).toEqual({ kind: 'absent' })
  await connector('DELETE', `/conversations/${encodeURIComponent(agency.conversationId)}/activities/${activityId}`)
  expect(await find()(agency, id, BEFORE)).toEqual({ kind: 'absent' })
})

test('pages are read until one holds nothing newer than the moment, and all of them where it must be', async () => {
  const channel = channelOf('regional')
  const first = '018f0000-0000-7000-8000-000000000003' as PostId
  const activityId = await post(channel.conversationId, marked(first))
  for (let more = 0; more < 120; more += 1) {
    clock += 5_000
    await post(channel.conversationId, CARD)
  }
  expect(await find()(channel, first, BEFORE)).toEqual({ kind: 'found', activityId })
  expect(asked).toHaveLength(3)
  expect(asked[1]).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/teams\/.*skiptoken/u)
  asked = []
  expect(await find()(channel, ID, new Date(clock - 60_000))).toEqual({ kind: 'absent' })
  expect(asked).toHaveLength(2)
})

test.each([
  ['the app is not in the team', async () => uninstall(), channelOf, 'may not read the channel’s messages'],
  ['the team is another tenant’s', () => Promise.resolve(), () => ({ ...channelOf('agency'), tenantId: verity.tenantId }), 'does not know the channel'],
  [
    'the channel is none of the team',
    () => Promise.resolve(),
    () => ({ ...channelOf('agency'), conversationId: '19:x@thread.tacv2' }),
    'does not know the channel',
  ],
  ['the team is not known', () => Promise.resolve(), () => ({ ...channelOf('agency'), teamGroupId: null }), 'does not know the channel’s team yet'],
  ['Graph fails', () => failGraph(503), channelOf, 'could not be read (Microsoft Graph answered 503)'],
  ['the line is cut', () => failGraph('drop'), channelOf, 'could not be read (no answer)'],
])('where %s nobody knows', async (_case, arrange, where, problem) => {
  await arrange()
  const sighting = await find()(where('agency'), ID, BEFORE)
  expect(sighting).toEqual({ kind: 'unknown', problem: expect.stringContaining(problem) as string })
  await failGraph(503, 0)
  await install()
})
const failGraph = async (status: 503 | 'drop', times = 1): Promise<void> => {
  await send(`${region.url}/local/graph/_fail`, 'POST', { status, times, on: 'any' })
}
const installation = async (action: 'add' | 'remove'): Promise<void> => {
  for (const kind of ['agency', 'regional']) {
    const chat = await theChat(region, priya, kind)
    await send(`${region.url}/local/messages`, 'POST', { type: 'installationUpdate', action, conversation: { id: chat.id }, from: { id: chat.me.id } })
  }
}
const uninstall = () => installation('remove')
const install = () => installation('add')

test('a refused sign-in is said in its own words', async () => {
  const refused = findCardInGraph({ tokenOf: () => Promise.reject(new TokenRefused('Ask an administrator for consent.')) })
  expect(await refused(channelOf('agency'), ID, BEFORE)).toEqual({ kind: 'unknown', problem: 'Ask an administrator for consent.' })
})

test.each([
  ['no list', {}],
  ['a message without an id', { value: [{ createdDateTime: '2026-11-22T10:00:00Z' }] }],
  ['a next page elsewhere', { value: [], '@odata.nextLink': 'http://127.0.0.1/steal' }],
])('an answer with %s proves nothing', async (_case, body) => {
  const answering: Send = () => Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }))
  const sighting = await findCardInGraph({ tokenOf: () => Promise.resolve('token'), send: answering })(channelOf('agency'), ID, BEFORE)
  expect(sighting).toMatchObject({ kind: 'unknown' })
})

test('a channel without end is not searched for ever', async () => {
  let pages = 0
  const endless: Send = () => {
    pages += 1
    const value = [{ id: pages.toString(), createdDateTime: '2026-11-22T10:00:00Z', lastModifiedDateTime: null, deletedDateTime: null, attachments: [] }]
    const next = `https://graph.microsoft.com/v1.0/teams/t/channels/c/messages?$skiptoken=${pages.toString()}`
    return Promise.resolve(new Response(JSON.stringify({ value, '@odata.nextLink': next }), { headers: { 'content-type': 'application/json' } }))
  }
  const sighting = await findCardInGraph({ tokenOf: () => Promise.resolve('token'), send: endless })(channelOf('agency'), ID, BEFORE)
  expect(sighting).toMatchObject({ kind: 'unknown', problem: expect.stringContaining('too many') as string })
  expect(pages).toBe(20)
})
