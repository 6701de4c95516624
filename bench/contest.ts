import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { BotAdapter, messagesHandler, type RunsTurns } from '../bot/adapter.ts'
import { postCard } from '../bot/cards/post-card.ts'
import { buildBot } from '../bot/teams-bot.ts'
import { londonToday } from '../src/core/plain-date.ts'
import { DEMO_PEOPLE } from '../src/local/demo-region/people.ts'
import type { OpenedRegister } from '../src/scope.ts'
import { routesOf, useCasesOf } from '../src/use-cases.ts'
import { buildWeb } from '../src/web/build-web.ts'
import { makeLog } from '../src/web/make-log.ts'
import { verifyToken } from '../src/web/verify-token.ts'
import type { benchIssuer } from './issuer.ts'
import type { Contestant } from './measure.ts'
import { recordStatements, replay } from './replay.ts'

const APP = '00000000-0000-4000-8000-00000000be9c'
const log = makeLog('silent')
const now = () => new Date()

const listen = async (app: express.Express) => {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** The app's own adapter, bot and web, and beside them floors that send the very same statements and do nothing else. */
export const contest = async (opened: OpenedRegister, issuer: Awaited<ReturnType<typeof benchIssuer>>) => {
  const person = DEMO_PEOPLE.find(({ agency, role, standing }) => agency === 'LEICS' && role === 'family-finder' && standing === 'works')
  if (!person) throw new Error('The demo region has no family finder in Leicestershire.')
  const settings = {
    appId: APP,
    tenantId: person.tenantId,
    registration: { kind: 'local' as const, openIdMetadataUrl: `${issuer.url}/metadata`, connectorToken: () => Promise.resolve('bench') },
  }
  const adapter = new BotAdapter(settings, log)
  const notNow = () => Promise.reject(new Error('The bench posts nothing.'))
  const useCases = useCasesOf(opened, {
    toTeams: { postCard: notNow, updateCard: notNow, deleteCard: notNow, membersOf: notNow },
    drawPost: postCard({ waiting: () => 'https://bench.example/tab' }),
    demo: true,
    consentLink: null,
    today: () => londonToday(now()),
    now,
  })
  const tokens = { issuer: `${issuer.url}/{tid}/v2.0`, keysUrl: `${issuer.url}/keys`, audiences: [APP], clients: [APP] }

  // the app, as main.ts composes it
  const bot = buildBot(adapter, {
    useCases,
    links: { waiting: () => 'https://bench.example/tab', child: () => 'https://bench.example/tab', chat: () => 'https://bench.example/chat' },
    today: () => londonToday(now()),
  })
  const web = await listen(
    buildWeb({
      publicUrl: 'http://127.0.0.1',
      tokens,
      now,
      log,
      signIn: useCases.signIn,
      chooseAgency: useCases.chooseAgency,
      routes: routesOf(useCases),
      requestsPerMinute: 1_000_000,
      isReady: () => Promise.resolve(true),
      tab: { directory: '.', settings: { demo: true, clientId: '', apiScope: '' } },
      messages: messagesHandler(adapter, bot),
    }),
  )

  const apiToken = await issuer.sign({
    iss: `${issuer.url}/${person.tenantId}/v2.0`,
    aud: APP,
    azp: APP,
    tid: person.tenantId,
    oid: person.objectId,
    ver: '2.0',
    scp: 'access_as_user',
  })
  const botToken = await issuer.sign({ iss: 'https://api.botframework.com', aud: APP, serviceurl: issuer.url })
  const activity = {
    type: 'message',
    id: 'bench',
    channelId: 'msteams',
    serviceUrl: issuer.url,
    text: 'waiting',
    from: { id: '29:bench', aadObjectId: person.objectId },
    recipient: { id: `28:${APP}` },
    conversation: { id: 'a:bench', conversationType: 'personal', tenantId: person.tenantId },
    channelData: { tenant: { id: person.tenantId } },
  }
  const ask = async (url: string): Promise<void> => {
    const answer = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`The turn answered ${answer.status}.`)
  }
  const read = async (url: string, path: string): Promise<string> => {
    const answer = await fetch(`${url}/api/v1/${path}`, { headers: { authorization: `Bearer ${apiToken}` } })
    const body = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 300)}`)
    return body
  }

  // what a turn and a page send to the database, after the conversation is known
  await ask(web.url)
  const turnStatements = await recordStatements(() => ask(web.url))
  // an own child of the demo: the rows that fill the register have no key and no worker
  const mine = await read(web.url, 'waiting?mine=true&limit=1')
  const child = `children/${/"reference":"(?<own>[^"]+)"/u.exec(mine)?.groups?.['own'] ?? ''}`
  const statements = new Map<string, Awaited<ReturnType<typeof recordStatements>>>()
  for (const path of ['waiting', child]) statements.set(path, await recordStatements(() => read(web.url, path)))

  const plainEcho: RunsTurns = {
    run: async (context) => {
      await context.sendActivity(context.activity.text)
    },
  }
  const echo: RunsTurns = {
    run: async (context) => {
      await replay(turnStatements)
      await context.sendActivity(context.activity.text)
    },
  }
  const verify = verifyToken(tokens, now)
  const floor = express()
  floor.post('/echo/api/messages', express.json(), messagesHandler(adapter, echo))
  floor.post('/plain/api/messages', express.json(), messagesHandler(adapter, plainEcho))
  floor.get('/api/v1/{*path}', async (request, response) => {
    const verified = await verify((request.headers.authorization ?? '').slice('Bearer '.length))
    if (verified.kind !== 'person') {
      response.status(401).end()
      return
    }
    await replay(statements.get(request.path.slice('/api/v1/'.length)) ?? [])
    response.json({ items: [] })
  })
  const floors = await listen(floor)

  const turn: readonly Contestant[] = [
    { name: 'floor: echo + same statements', run: () => ask(`${floors.url}/echo`) },
    { name: 'bot turn "waiting"', run: () => ask(web.url) },
    { name: 'plain echo, no database', run: () => ask(`${floors.url}/plain`) },
  ]
  const reading = (name: string, path: string): readonly Contestant[] => [
    { name: `floor: same statements as ${path.split('/')[0] ?? path}`, run: () => read(floors.url, path).then(() => undefined) },
    { name, run: () => read(web.url, path).then(() => undefined) },
  ]
  return {
    groups: [turn, reading('GET /api/v1/waiting, first page', 'waiting'), reading('GET /api/v1/children/{reference}', child)],
    close: async () => {
      await web.close()
      await floors.close()
    },
  }
}
