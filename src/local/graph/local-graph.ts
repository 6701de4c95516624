import { randomUUID } from 'node:crypto'
import { json, Router } from 'express'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Now } from '../../core/plain-date.ts'
import { calendarEndpoints } from './calendar-endpoints.ts'
import { calendarState } from './calendar-state.ts'
import { channelMessages, type GraphChats } from './channel-messages.ts'
import { failureAnswer, GraphFailure, tooMany } from './graph-answer.ts'
import type { GraphAnswer } from './graph-answer.ts'
import { accountOf } from './graph-call.ts'
import type { Account, GraphCall } from './graph-call.ts'
import { selected } from './graph-list.ts'
import { CALENDARS_READ_WRITE, USER_READ_BASIC } from './graph-ports.ts'
import type { GraphDirectory, GraphToken, VerifyGraphToken } from './graph-ports.ts'
import { failCommand, toldToFail } from './told-to-fail.ts'
import type { ToldToFail } from './told-to-fail.ts'

export interface LocalGraphDeps {
  /** asked for each call, as the demo region may be made after the router */
  readonly directory: () => GraphDirectory | Promise<GraphDirectory>
  /** a JSON file that keeps the calendars across a restart; in memory only when absent */
  readonly path?: string
  /** the channels whose messages can be read; none when absent */
  readonly chats?: GraphChats
  readonly now: Now
}

const AUDIENCES = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000']
/** Outlook takes so many calls at a time from one app on one mailbox. */
const AT_A_TIME = 4

const unauthorised = (message: string): GraphFailure => new GraphFailure(401, 'InvalidAuthenticationToken', message)

const tokenOf = async (authorization: string | undefined, verify: VerifyGraphToken): Promise<GraphToken> => {
  const bearer = /^Bearer (?<token>\S+)$/u.exec(authorization ?? '')?.groups?.['token']
  if (bearer === undefined) throw unauthorised('Access token is empty.')
  const token = await verify(bearer)
  if (!token) throw unauthorised('Access token validation failure.')
  if (!AUDIENCES.includes(token.audience)) throw unauthorised('Access token validation failure. Invalid audience.')
  return token
}

const send = (response: Response, answer: GraphAnswer): void => {
  if (answer === 'drop') {
    response.socket?.destroy()
    return
  }
  response.status(answer.status).set(answer.headers ?? {})
  response.json(answer.body)
}

/** Bodies that are no JSON, and anything a handler throws, in Graph's own shape. */
const onError =
  (now: Now): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) next(error)
    else {
      const notJson = typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.parse.failed'
      const failure = notJson ? new GraphFailure(400, 'BadRequest', 'Unable to read JSON request payload.') : error
      send(
        response,
        failureAnswer(failure instanceof GraphFailure ? failure : new GraphFailure(500, 'generalException', 'The double fell over.'), randomUUID(), now()),
      )
    }
  }

type Work = (call: GraphCall, account: Account, request: Request) => GraphAnswer | Promise<GraphAnswer>

/** With which of the app's permissions a call is allowed. */
type Endpoint = (role: string, work: Work) => RequestHandler

/** Runs with at most four calls at a time of one app on one mailbox; the fifth is throttled. */
const oneOfFour = () => {
  const busy = new Map<string, number>()
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const running = busy.get(key) ?? 0
    if (running >= AT_A_TIME) throw tooMany(1)
    busy.set(key, running + 1)
    try {
      return await work()
    } finally {
      busy.set(key, (busy.get(key) ?? 1) - 1)
    }
  }
}

/** What every call goes through: token, throttle, told failures, permission, account. */
const guarded = (verify: VerifyGraphToken, directory: LocalGraphDeps['directory'], failing: ToldToFail): Endpoint => {
  const throttled = oneOfFour()

  const answer = async (request: Request, role: string, work: Work): Promise<GraphAnswer> => {
    const token = await tokenOf(request.get('authorization'), verify)
    const user = String(request.params['user'])
    return throttled(`${token.appId} ${user.toLowerCase()}`, async () => {
      const fate = failing.next(request.method !== 'GET')
      if (fate === 'drop') return 'drop'
      if (!token.roles.includes(role)) throw new GraphFailure(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
      const call: GraphCall = { token, user, query: request.query, prefer: request.get('prefer') ?? '', body: request.body }
      const account = accountOf(await directory(), call)
      if (!account) throw new GraphFailure(404, 'ErrorInvalidUser', `The requested user '${user}' is invalid.`)
      const done = await work(call, account, request)
      return fate === 'drop-after-commit' ? 'drop' : done
    })
  }

  return (role, work) => async (request, response) => {
    send(response, await answer(request, role, work))
  }
}

const userAnswer = ({ objectId, name, address }: Account): object => ({ id: objectId, displayName: name, mail: address, userPrincipalName: address })

const calls = (endpoint: Endpoint, calendars: ReturnType<typeof calendarEndpoints>): Router => {
  const router = Router()
  const events = '/users/:user/events'
  router.get(
    '/users/:user',
    endpoint(USER_READ_BASIC, (call, account) => ({ status: 200, body: selected(userAnswer(account), call) })),
  )
  router.post(events, endpoint(CALENDARS_READ_WRITE, calendars.create))
  router.get(events, endpoint(CALENDARS_READ_WRITE, calendars.list))
  router.get(
    `${events}/:event`,
    endpoint(CALENDARS_READ_WRITE, (call, account, { params }) => calendars.one(call, account, String(params['event']))),
  )
  router.get(
    `${events}/:event/instances`,
    endpoint(CALENDARS_READ_WRITE, (call, account, { params }) => calendars.instances(call, account, String(params['event']))),
  )
  router.get('/users/:user/calendarView', endpoint(CALENDARS_READ_WRITE, calendars.view))
  return router
}

/** Reading a channel needs no permission of the token: a team's consent is looked up where the team is. */
const channelCall =
  (verify: VerifyGraphToken, failing: ToldToFail, read: ReturnType<typeof channelMessages>): RequestHandler<{ team: string; channel: string }> =>
  async ({ params: { team, channel }, query, headers }, response) => {
    const token = await tokenOf(headers.authorization, verify)
    const fate = failing.next(false)
    send(response, fate === 'works' ? read({ token, team, channel, query }) : 'drop')
  }

/**
 * A local Microsoft Graph, as much of it as the app uses: people of the directory, calendars, and the messages of channels. It refuses what the real one refuses, and
 * fails as `POST /local/graph/_fail` tells it. Opens its file once; the answer takes the check of tokens and gives the router for /local/graph.
 */
export const localGraph = async ({ directory, path, chats, now }: LocalGraphDeps): Promise<(verify: VerifyGraphToken) => Router> => {
  const calendars = calendarEndpoints(await calendarState(path), now)

  return (verify) => {
    const failing = toldToFail()
    const router = Router()
    router.use(json())
    router.post('/_fail', (request, response) => {
      const command = failCommand.safeParse(request.body)
      if (!command.success) throw new GraphFailure(400, 'BadRequest', command.error.issues.map(({ message }) => message).join(' '))
      failing.tell(command.data)
      response.sendStatus(204)
    })
    if (chats) router.get('/v1.0/teams/:team/channels/:channel/messages', channelCall(verify, failing, channelMessages(chats)))
    router.use('/v1.0', calls(guarded(verify, directory, failing), calendars))
    router.use(() => {
      throw new GraphFailure(404, 'UnknownError', 'This double of Graph does not know the address.')
    })
    router.use(onError(now))
    return router
  }
}
