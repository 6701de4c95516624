import { createHash } from 'node:crypto'
import { chatsOf, messagesIn, send, startRegion, theChat, thePerson, type LocalRegion } from './local-region.ts'

let region: LocalRegion
let clock = Date.parse('2026-11-22T10:00:00Z')
beforeAll(async () => {
  region = await startRegion({ now: () => new Date(clock) })
})
afterAll(() => region.close())
beforeEach(() => {
  clock += 10_000
})

const priya = thePerson('Priya Raman')
const verity = thePerson('Verity Ashdown')
const call = async (method: string, path: string, body?: unknown, token?: string): Promise<Response> =>
  send(`${region.url}/local/connector/v3${path}`, method, body, { authorization: `Bearer ${token ?? (await region.local.bot.connectorToken())}` })
const activitiesOf = (id: string): string => `/conversations/${encodeURIComponent(id)}/activities`
const hello = { type: 'message', text: 'Hello' }
const codeOf = async (answer: Response): Promise<[number, string]> => [answer.status, ((await answer.json()) as { error: { code: string } }).error.code]
const idOf = async (answer: Response): Promise<string> => ((await answer.json()) as { id: string }).id

test('only the bot may use it: no token, a person’s token and a Graph token are 401', async () => {
  const { id } = await theChat(region, priya, 'personal')
  const persons = (await (await send(`${region.url}/local/token`, 'POST', { tenantId: priya.tenantId, objectId: priya.objectId })).json()) as {
    accessToken: string
  }
  for (const token of ['', 'nonsense', persons.accessToken, await region.local.graph.tokenOf(priya.tenantId)])
    expect((await call('POST', activitiesOf(id), hello, token)).status).toBe(401)
  expect((await call('POST', activitiesOf(id), hello)).status).toBe(201)
})

test('it refuses what Teams refuses, with the same codes', async () => {
  const { id } = await theChat(region, priya, 'personal')
  expect(await codeOf(await call('POST', activitiesOf('19:nowhere@thread.tacv2'), hello))).toEqual([404, 'ConversationNotFound'])
  expect(await codeOf(await call('PUT', `${activitiesOf(id)}/1`, hello))).toEqual([404, 'ActivityNotFoundInConversation'])
  expect(await codeOf(await call('POST', activitiesOf(id), { type: 'message', text: 'x'.repeat(60_000) }))).toEqual([413, 'MessageSizeTooBig'])
  expect(await codeOf(await call('POST', activitiesOf(id), { type: 'message' }))).toEqual([400, 'BadSyntax'])
  expect(await codeOf(await call('GET', `/conversations/${encodeURIComponent(id)}/members/29:nobody`))).toEqual([404, 'MemberNotFoundInConversation'])
})

test('a bot that was taken out of a conversation is refused there until it is back', async () => {
  const chat = await theChat(region, priya, 'group')
  const installation = { type: 'installationUpdate', conversation: { id: chat.id }, from: { id: chat.me.id } }
  region.app.post('/api/messages', (_request, response) => {
    response.status(200).end()
  })
  await send(`${region.url}/local/messages`, 'POST', { ...installation, action: 'remove' })
  expect(await codeOf(await call('POST', activitiesOf(chat.id), hello))).toEqual([403, 'BotNotInConversationRoster'])
  expect(await codeOf(await call('GET', `/conversations/${encodeURIComponent(chat.id)}/members`))).toEqual([403, 'BotNotInConversationRoster'])
  await send(`${region.url}/local/messages`, 'POST', { ...installation, action: 'add' })
  expect((await call('POST', activitiesOf(chat.id), hello)).status).toBe(201)
})

test('the eighth message of a second in one thread waits, and other threads do not', async () => {
  const agency = await theChat(region, priya, 'agency')
  const regional = await theChat(region, priya, 'regional')
  for (let sent = 0; sent < 7; sent += 1) expect((await call('POST', activitiesOf(agency.id), hello)).status).toBe(201)
  const eighth = await call('POST', activitiesOf(agency.id), hello)
  expect([eighth.status, eighth.headers.get('retry-after')]).toEqual([429, '1'])
  expect((await call('POST', activitiesOf(regional.id), hello)).status).toBe(201)
  clock += 1000
  expect((await call('POST', activitiesOf(agency.id), hello)).status).toBe(201)
})

test('a new post in a channel begins a thread, whose id takes replies', async () => {
  const channel = await theChat(region, priya, 'regional')
  const made = await call('POST', '/conversations', { isGroup: true, channelData: { channel: { id: channel.id } }, activity: hello })
  const { id, activityId } = (await made.json()) as { id: string; activityId: string }
  expect(id).toBe(`${channel.id};messageid=${activityId}`)
  const reply = await idOf(await call('POST', activitiesOf(id), { type: 'message', text: 'In the thread' }))
  const messages = await messagesIn(region, priya, channel.id)
  expect(messages.find((message) => message.id === reply)?.root).toBe(activityId)
})

test('the personal chat with somebody is found by object id and by the id that the roster gives', async () => {
  const { id, me } = await theChat(region, priya, 'personal')
  for (const member of [me.id, priya.objectId]) {
    const made = await call('POST', '/conversations', { isGroup: false, members: [{ id: member }], tenantId: priya.tenantId })
    expect(await made.json()).toMatchObject({ id })
  }
  expect((await call('POST', '/conversations', { members: [{ id: priya.objectId }] })).status).toBe(400)
  expect((await call('POST', '/conversations', { members: [{ id: priya.objectId }], tenantId: verity.tenantId })).status).toBe(404)
})

test('a message is changed in place, and only by the bot that wrote it', async () => {
  const { id, me } = await theChat(region, priya, 'agency')
  const sent = await idOf(await call('POST', activitiesOf(id), hello))
  expect((await call('PUT', `${activitiesOf(id)}/${sent}`, { type: 'message', text: 'Changed' })).status).toBe(200)
  expect((await messagesIn(region, priya, id)).find((message) => message.id === sent)).toMatchObject({ text: 'Changed' })

  await send(`${region.url}/local/messages`, 'POST', { type: 'message', text: 'Mine', from: { id: me.id }, conversation: { id } })
  const mine = (await messagesIn(region, priya, id)).find((message) => message.text === 'Mine')
  expect((await call('PUT', `${activitiesOf(id)}/${mine?.id ?? ''}`, hello)).status).toBe(403)

  expect((await call('DELETE', `${activitiesOf(id)}/${sent}`)).status).toBe(200)
  expect((await call('DELETE', `${activitiesOf(id)}/${sent}`)).status).toBe(404)
})

test('the shared channel has members of several tenants, external ones under their home tenant and guests marked as guests', async () => {
  const { id } = await theChat(region, verity, 'shared')
  const members = (await (await call('GET', `/conversations/${encodeURIComponent(id)}/members`)).json()) as {
    tenantId: string
    userRole: string
    aadObjectId: string
  }[]
  expect(new Set(members.map(({ tenantId }) => tenantId)).size).toBe(5)
  expect(members).toContainEqual(expect.objectContaining({ aadObjectId: priya.objectId, tenantId: priya.tenantId, userRole: 'user' }))
  const guests = members.filter(({ userRole }) => userRole === 'guest')
  expect(guests.length).toBeGreaterThanOrEqual(2)
  expect(guests.every(({ tenantId }) => tenantId === verity.tenantId)).toBe(true)
  // an invited account says nothing of the home account
  expect(guests.map(({ aadObjectId }) => aadObjectId)).not.toContain(thePerson('Daniel Achterberg').objectId)
})

test('a long roster comes in pages', async () => {
  const { id, members } = await theChat(region, verity, 'shared')
  const path = `/conversations/${encodeURIComponent(id)}/pagedmembers?pageSize=5`
  const seen: string[] = []
  let token: string | undefined
  do {
    const page = (await (await call('GET', token === undefined ? path : `${path}&continuationToken=${token}`)).json()) as {
      members: { id: string }[]
      continuationToken?: string
    }
    expect(page.members.length).toBeLessThanOrEqual(5)
    seen.push(...page.members.map((member) => member.id))
    token = page.continuationToken
  } while (token !== undefined)
  expect(seen).toEqual(members.map((member) => member.id))
})

test('it fails as often as it was told to', async () => {
  const { id } = await theChat(region, priya, 'personal')
  await send(`${region.url}/local/connector/_fail`, 'POST', { status: 503, retryAfter: 2, times: 2 })
  const failed = await call('POST', activitiesOf(id), hello)
  expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '2'])
  expect((await call('POST', activitiesOf(id), hello)).status).toBe(503)
  expect((await call('POST', activitiesOf(id), hello)).status).toBe(201)
  expect((await send(`${region.url}/local/connector/_fail`, 'POST', { status: 200 })).status).toBe(400)
})

test('ids look like those of Teams, and differ from person to person', async () => {
  const ids = (await chatsOf(region, priya)).map(({ kind, id }) => [kind, id] as const)
  expect(ids.find(([kind]) => kind === 'personal')?.[1]).toMatch(/^a:1/u)
  expect(ids.find(([kind]) => kind === 'agency')?.[1]).toMatch(/^19:\w+@thread\.tacv2$/u)
  const { me } = await theChat(region, priya, 'personal')
  expect(me.id).toMatch(/^29:1/u)
  expect(me.id).not.toContain(priya.objectId)
  expect(me.id).not.toContain(createHash('sha256').update(priya.objectId).digest('base64url'))
})

const told = (failures: object | readonly object[]): Promise<Response> => send(`${region.url}/local/connector/_fail`, 'POST', failures)
const textsIn = async (id: string): Promise<readonly unknown[]> => (await messagesIn(region, priya, id)).map(({ text }) => text)

test.each(['before', 'after'] as const)('a failure comes %s the effect', async (moment) => {
  const { id } = await theChat(region, priya, 'agency')
  const text = `Told to fail ${moment}`
  await told({ status: 504, moment })
  expect(await codeOf(await call('POST', activitiesOf(id), { type: 'message', text }))).toEqual([504, 'ServiceError'])
  expect((await textsIn(id)).includes(text)).toBe(moment === 'after')
})

test.each(['before', 'after'] as const)('the line is cut %s the effect', async (moment) => {
  const { id } = await theChat(region, priya, 'agency')
  const text = `Cut ${moment}`
  await told({ status: 'drop', moment })
  await expect(call('POST', activitiesOf(id), { type: 'message', text })).rejects.toThrow('fetch failed')
  expect((await textsIn(id)).includes(text)).toBe(moment === 'after')
})

test('failures of a list are counted each for itself, and those of posts leave other calls alone', async () => {
  const { id } = await theChat(region, priya, 'agency')
  await told([
    { status: 412, every: 2, times: 9, on: 'post' },
    { status: 502, every: 3, times: 9, on: 'post' },
  ])
  const roster = `/conversations/${encodeURIComponent(id)}/members`
  const statuses: number[] = []
  for (let sent = 0; sent < 7; sent += 1) {
    expect((await call('GET', roster)).status).toBe(200)
    statuses.push((await call('POST', activitiesOf(id), hello)).status)
    clock += 10_000
  }
  expect(statuses).toEqual([201, 412, 201, 412, 502, 412, 201])
  await told({ status: 503, times: 0 })
})

test('what a success was told to lose is not lost of a refusal', async () => {
  await told({ status: 504, moment: 'after' })
  expect(await codeOf(await call('POST', activitiesOf('19:nowhere@thread.tacv2'), hello))).toEqual([404, 'ConversationNotFound'])
  await told({ status: 504, times: 0 })
})

test('it keeps the longer limits too: the sixty-first message in thirty seconds waits for the first to be thirty seconds old', async () => {
  const { id } = await theChat(region, priya, 'regional')
  for (let sent = 0; sent < 60; sent += 1) {
    expect((await call('POST', activitiesOf(id), hello)).status).toBe(201)
    clock += 260
  }
  const refused = await call('POST', activitiesOf(id), hello)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '15'])
  clock += 15_000
  expect((await call('POST', activitiesOf(id), hello)).status).toBe(201)
})

test('it takes fifty calls a second of one tenant, whatever they are', async () => {
  const { id } = await theChat(region, priya, 'agency')
  const roster = `/conversations/${encodeURIComponent(id)}/members`
  const answers = await Promise.all(Array.from({ length: 51 }, () => call('GET', roster)))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  clock += 1000
  expect((await call('GET', roster)).status).toBe(200)
})
