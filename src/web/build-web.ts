import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response, type Router } from 'express'
import type { Now } from '../core/plain-date.ts'
import { giveCorrelationId } from './correlation-id.ts'
import type { Log } from '../http/log.ts'
import { busy, forbiddenHere, unknownAddress } from '../http/problems.ts'
import type { Route } from '../http/route.ts'
import { sendProblem } from './send-problem.ts'
import type { ChooseAgency, SignInOf } from '../people/identity.ts'
import { authenticate } from './authenticate.ts'
import { catchFaults } from './catch-faults.ts'
import { CHOOSE_AGENCY_PATH, chooseAgencyEndpoint } from './choose-agency-endpoint.ts'
import { limitPerPerson } from './limit-per-person.ts'
import { logRequests } from './log-requests.ts'
import { mountRoutes } from './mount-routes.ts'
import { apiHeaders } from './security-headers.ts'
import { tabFiles, type TabSettings } from './tab-files.ts'
import { verifyToken, type TokenRules } from './verify-token.ts'

export interface WebDeps {
  readonly publicUrl: string
  readonly tokens: TokenRules
  readonly now: Now
  readonly log: Log
  readonly signIn: SignInOf
  readonly chooseAgency: ChooseAgency
  readonly routes: readonly Route[]
  readonly requestsPerMinute: number
  /** Rejects, or answers false, when the database does not answer. */
  readonly isReady: () => Promise<boolean>
  readonly tab: { readonly directory: string; readonly settings: TabSettings }
  /** The bot's `POST /api/messages`; it checks the channel's token itself. */
  readonly messages: (req: Request, res: Response) => Promise<void>
  /** Local mode only: why a request may not come in, and the local Microsoft 365. */
  readonly local?: { readonly whyNot: (req: Request) => string | undefined; readonly router: Router }
}

const API_BODY = '100 kB'

/** The HTTP side of the service: who may come in, what it is told, and nothing about children. */
export const buildWeb = (deps: WebDeps): Express => {
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple')
  app.use(giveCorrelationId, logRequests(deps.log))
  if (deps.local !== undefined) app.use(refuseOthers(deps.local.whyNot))

  app.use('/tab', tabFiles(deps.tab.directory, deps.tab.settings))
  if (deps.local !== undefined) app.use('/local', deps.local.router)
  app.use(apiHeaders(deps.publicUrl.startsWith('https:')))
  app.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'alive' })
  })
  app.get('/readyz', readiness(deps.isReady))
  app.get('/api/openapi.json', describing(deps))
  app.post('/api/messages', express.json({ limit: '256kb' }), deps.messages, bareRefusal)
  app.use('/api/v1', ...api(deps))
  app.use((_req, res) => {
    sendProblem(res, unknownAddress)
  })
  app.use(catchFaults(deps.log, API_BODY))
  return app
}

/** Made when somebody first asks for it: the service starts without it. */
const describing = ({ routes, publicUrl }: WebDeps): RequestHandler => {
  let description: Promise<object> | undefined
  return async (_req, res) => {
    description ??= import('./openapi.ts').then(({ openApi }) => openApi(routes, publicUrl))
    res.json(await description)
  }
}

const api = (deps: WebDeps): [RequestHandler, ...RequestHandler[]] => [
  authenticate({ verify: verifyToken(deps.tokens, deps.now), signIn: deps.signIn, log: deps.log }),
  limitPerPerson(deps.requestsPerMinute),
  express.json({ limit: '100kb', strict: true }),
  chooseFirst(deps.chooseAgency),
  mountRoutes(deps.routes, new Map([[CHOOSE_AGENCY_PATH, ['POST']]])),
]

const chooseFirst = (choose: ChooseAgency): RequestHandler => {
  const router = express.Router({ caseSensitive: true })
  router.post(CHOOSE_AGENCY_PATH, chooseAgencyEndpoint(choose))
  return router
}

const refuseOthers =
  (whyNot: (req: Request) => string | undefined): RequestHandler =>
  (req, res, next) => {
    const reason = whyNot(req)
    if (reason === undefined) next()
    else sendProblem(res, forbiddenHere(reason))
  }

/** The channel is told nothing but a number, whatever was wrong with what it sent. */
const bareRefusal: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500
  if (res.headersSent || status >= 500) next(error)
  else res.status(status).end()
}

const readiness =
  (isReady: WebDeps['isReady']): RequestHandler =>
  async (_req, res) => {
    const ready = await isReady().catch(() => false)
    if (ready) res.set('Cache-Control', 'no-store').json({ status: 'ready' })
    else sendProblem(res, busy)
  }
