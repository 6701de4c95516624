import { CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory, TeamsInfo, type TurnContext } from 'botbuilder'
import express from 'express'
import { messagesIn, send, startRegion, theChat, thePerson, type LocalRegion } from './local-region.ts'

let region: LocalRegion
let installed: string[] = []
const heard: TurnContext['activity'][] = []

/** A small bot on the real adapter, with the settings and the credentials that the local Microsoft 365 gives. */
const aBot = ({ local }: LocalRegion): CloudAdapter => {
  const credentials = {
    isValidAppId: (appId: string) => Promise.resolve(appId === local.bot.appId),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: () =>
      Promise.resolve({
        signRequest: async <R extends { headers: { set: (name: string, value: string) => void } }>(resource: R) => {
          resource.headers.set('authorization', `Bearer ${await local.bot.connectorToken()}`)
          return resource
        },
      }),
  }
  const settings = {
    MicrosoftAppId: local.bot.appId,
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: local.bot.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: local.bot.openIdMetadataUrl,
    ToChannelFromBotLoginUrl: 'https://login.example',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'https://oauth.example',
    CallerId: '',
    ValidateAuthority: false,
  }
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials))
}

const listen = (one: LocalRegion): void => {
  const adapter = aBot(one)
  one.app.post('/api/messages', express.json(), (request, response) =>
    adapter.process(request, response, async (context) => {
      heard.push(context.activity)
      if (context.activity.type === 'installationUpdate') installed.push(context.activity.conversation.id)
      if (context.activity.type === 'invoke')
        await context.sendActivity({
          type: 'invokeResponse',
          value: { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done' } },
        })
      if (context.activity.type !== 'message') return
      const member = await TeamsInfo.getMember(context, context.activity.from.id)
      const sent = await context.sendActivity(MessageFactory.text(`I heard ${member.name}`))
      await context.updateActivity({ ...MessageFactory.text(`I heard ${member.name} of ${member.tenantId ?? ''}`), id: sent?.id ?? '' })
    }),
  )
}

beforeAll(async () => {
  region = await startRegion()
  listen(region)
})
afterAll(() => region.close())
beforeEach(() => {
  heard.length = 0
  // the adapter writes why it refuses a token to the console
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})

const priya = thePerson('Priya Raman')

test('what a person types reaches the bot signed, and its answer and the change of it arrive in the chat', async () => {
  const { id, me } = await theChat(region, priya, 'personal')
  const answer = await send(`${region.url}/local/messages`, 'POST', { type: 'message', text: 'waiting', from: { id: me.id }, conversation: { id } })
  expect(answer.status).toBe(200)
  expect(heard[0]).toMatchObject({
    channelId: 'msteams',
    from: { aadObjectId: priya.objectId },
    conversation: { conversationType: 'personal', tenantId: priya.tenantId },
  })
  expect(await messagesIn(region, priya, id)).toMatchObject([
    { text: 'waiting', fromBot: false },
    { text: `I heard Priya Raman of ${priya.tenantId}`, fromBot: true },
  ])
})

test('whoever an activity claims to be from, the roster decides', async () => {
  const { id, me } = await theChat(region, priya, 'personal')
  const helen = thePerson('Helen Marsh')
  const from = { id: me.id, name: 'Helen Marsh', aadObjectId: helen.objectId }
  await send(`${region.url}/local/messages`, 'POST', { type: 'message', text: 'hello', from, conversation: { id } })
  expect(heard[0]?.from).toMatchObject({ name: 'Priya Raman', aadObjectId: priya.objectId })
  const { me: stranger } = await theChat(region, helen, 'personal')
  expect((await send(`${region.url}/local/messages`, 'POST', { type: 'message', text: 'hello', from: { id: stranger.id }, conversation: { id } })).status).toBe(
    403,
  )
})

test('in a channel the bot hears what names it, and answers in that thread', async () => {
  const { id, me } = await theChat(region, priya, 'agency')
  const unnamed = await send(`${region.url}/local/messages`, 'POST', { type: 'message', text: 'Good morning', from: { id: me.id }, conversation: { id } })
  expect([unnamed.status, heard.length]).toEqual([202, 0])
  const entities = [{ type: 'mention', text: '<at>Family Finding</at>', mentioned: { id: `28:${region.local.bot.appId}`, name: 'Family Finding' } }]
  await send(`${region.url}/local/messages`, 'POST', {
    type: 'message',
    text: '<at>Family Finding</at> help',
    entities,
    from: { id: me.id },
    conversation: { id },
  })
  expect(heard[0]?.conversation.id).toMatch(/;messageid=\d+$/u)
  const [, question, reply] = await messagesIn(region, priya, id)
  expect(reply).toMatchObject({ fromBot: true, root: question?.id })
})

test('the answer to an invoke is passed through to whoever pressed the button', async () => {
  const { id, me } = await theChat(region, priya, 'personal')
  const value = { action: { type: 'Action.Execute', verb: 'child.open', data: {} }, trigger: 'manual' }
  const answer = await send(`${region.url}/local/messages`, 'POST', {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
    from: { id: me.id },
    conversation: { id },
  })
  expect(await answer.json()).toMatchObject({ statusCode: 200, value: 'Done' })
})

test('a Bot Framework client on this machine keeps its own conversations; its activity is signed for its own service URL', async () => {
  const serviceUrl = 'http://127.0.0.1:1/'
  const activity = {
    type: 'event',
    name: 'ping',
    serviceUrl,
    channelId: 'msteams',
    id: '1',
    from: { id: 'me', name: 'Me' },
    conversation: { id: 'elsewhere' },
    recipient: { id: 'bot' },
  }
  expect((await send(`${region.url}/local/messages`, 'POST', activity)).status).toBe(200)
  expect(heard[0]).toMatchObject({ serviceUrl, conversation: { id: 'elsewhere' } })
})

test('the bot refuses what the local Microsoft 365 did not sign', async () => {
  const activity = {
    type: 'message',
    text: 'waiting',
    channelId: 'msteams',
    serviceUrl: region.local.bot.serviceUrl,
    conversation: { id: 'x' },
    from: { id: 'y' },
  }
  for (const token of ['', 'Bearer nonsense', `Bearer ${await region.local.bot.connectorToken()}`])
    expect((await send(`${region.url}/api/messages`, 'POST', activity, { authorization: token })).status).toBe(401)
  expect(heard).toEqual([])
})

test('the bot is told once of each channel, and chats outlive a restart', async () => {
  installed = []
  await region.local.install()
  await region.local.install()
  expect(installed.length).toBe(12)
  expect(new Set(installed).size).toBe(12)

  const { id } = await theChat(region, priya, 'personal')
  const said = await messagesIn(region, priya, id)
  const again = await startRegion({ dataDir: region.dataDir })
  listen(again)
  expect(await messagesIn(again, priya, id)).toEqual(said)
  installed = []
  await again.local.install()
  expect(installed).toEqual([])
  await again.close()
})

test('the calendar of a person shows what stands in their own and their agency’s calendar', async () => {
  const token = await region.local.graph.tokenOf(priya.tenantId)
  const event = {
    subject: 'Tracking meeting MT-1',
    start: { dateTime: '2026-11-24T10:00:00', timeZone: 'GMT Standard Time' },
    end: { dateTime: '2026-11-24T11:00:00', timeZone: 'GMT Standard Time' },
    transactionId: 'e5c3a6b2-6f0e-4b44-9b0e-0f9d1c2b3a4d',
  }
  const path = `${region.local.graph.baseUrl}v1.0/users/family-finding@leicestershire.example/events`
  expect((await send(path, 'POST', event, { authorization: `Bearer ${token}` })).status).toBe(201)
  const asked = new URLSearchParams({ tenantId: priya.tenantId, objectId: priya.objectId, from: '2026-11-23T00:00:00.000Z', until: '2026-11-30T00:00:00.000Z' })
  const shown: unknown = await (await fetch(`${region.url}/local/calendar?${asked.toString()}`)).json()
  expect(shown).toMatchObject({
    items: [{ subject: 'Tracking meeting MT-1', start: '2026-11-24T10:00:00Z', calendar: 'Leicestershire County Council Family finding' }],
  })
})
