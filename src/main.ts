// Opens the register, joins the app to Microsoft 365 (the real one or the local), and serves.
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BotSettings } from '../bot/adapter.ts'
import { postCard } from '../bot/cards/post-card.ts'
import type { BotLinks } from '../bot/use-cases.ts'
import { childHandlers, refreshSharedJob } from './children/sharing/refresh-shared.ts'
import { fieldKeyOf, readEnvironment, type Config, type LocalConfig, type ProductionConfig } from './config.ts'
import { londonToday } from './core/plain-date.ts'
import { assertRegisterKind } from './database/assert-register-kind.ts'
import { startJobLoop } from './database/job-loop.ts'
import { openDatabase } from './database/open-database.ts'
import { planStandingJobs } from './database/plan-standing-jobs.ts'
import { releaseLeases } from './database/take-jobs.ts'
import { DEMO_AGENCIES } from './local/demo-region/agencies.ts'
import { makeDemoRegion } from './local/demo-region/make-demo-region.ts'
import { DEMO_PEOPLE } from './local/demo-region/people.ts'
import { localMicrosoft } from './local/local-microsoft.ts'
import { whyNotLocal } from './local/loopback.ts'
import { meetingHandlers } from './meetings/book-meeting.ts'
import type { CalendarPort } from './meetings/calendar-port.ts'
import { listAgencies } from './people/people-store.ts'
import type { PartnerDeps } from './people/administration/read-partners.ts'
import { erasureLedger, type ErasureLedger } from './retention/erasure-ledger.ts'
import { retentionHandlers } from './retention/purge-record.ts'
import { replayErasures } from './retention/replay-erasures.ts'
import { freeClaims } from './posts/delivery/free-claims.ts'
import type { FindCard } from './posts/ports.ts'
import { postHandlers } from './posts/post-handlers.ts'
import { fieldEncryption } from './safeguards/field-encryption.ts'
import { assertFieldKey, keyCheckOf } from './safeguards/key-check.ts'
import { readingHandlers, watchReadingJob } from './safeguards/reading-alerts/watch-reading.ts'
import { sealAudit } from './safeguards/seal-audit.ts'
import { buildWeb, type WebDeps } from './web/build-web.ts'
import { listen, type Listening } from './web/listen.ts'
import { liveTokenRules } from './web/live-token-rules.ts'
import { makeLog } from './web/make-log.ts'
import { registerOver, type OpenedRegister } from './scope.ts'
import { routesOf, useCasesOf } from './use-cases.ts'

const now = () => new Date()
const today = () => londonToday(now())

/** What was purged stands beside the register, where no backup of it reaches (docs/decisions/0014). */
const ledgerOf = ({ dataDir }: Config, fieldKey: Buffer): ErasureLedger => erasureLedger(join(dataDir, 'erased.jsonl'), fieldKey)

/** Opens the register that the settings name, if it is this mode's and this key's. What the command line works on, too. Close the database. */
export const openScopedRegister = async (config: Config): Promise<OpenedRegister> => {
  const fieldKey = fieldKeyOf(config)
  const database = await openDatabase(config)
  try {
    await assertRegisterKind(database, config.mode === 'local' ? 'demo' : 'live')
    await assertFieldKey(database, fieldKey)
    const cipher = fieldEncryption(fieldKey, 'child')
    if (config.mode === 'local') await makeDemoRegion({ database, cipher, keyCheck: keyCheckOf(fieldKey), today, now })
    const opened = registerOver({ database, fieldKey, today, now })
    const agencies = await database.asNamedJob('sign-in', listAgencies)
    await replayErasures({ ...opened, ledger: ledgerOf(config, fieldKey) })(agencies.map(({ id }) => id))
    return opened
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Where the built pages are: beside the built service. */
const PAGES = { tab: fileURLToPath(new URL('../tab/', import.meta.url)), local: fileURLToPath(new URL('../local-page/', import.meta.url)) }

/** What differs between the two modes: addresses and keys. */
interface Microsoft {
  readonly bot: BotSettings
  readonly links: BotLinks
  readonly tokens: WebDeps['tokens']
  readonly tab: WebDeps['tab']['settings']
  readonly calendar: CalendarPort
  readonly findCard: FindCard
  readonly consentLink: PartnerDeps['consentLink']
  readonly local?: NonNullable<WebDeps['local']>
  /** to be called once the app listens */
  readonly install: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * The SDKs of bot and calendar are half of all there is to load, and the register does not need them: they are read while it opens.
 * A live service signs in to Entra besides; local mode never loads that part.
 */
const loadSdks = async () => {
  const [adapter, outbound, bot, calendar, finding, transport] = await Promise.all([
    import('../bot/adapter.ts'),
    import('../bot/outbound.ts'),
    import('../bot/teams-bot.ts'),
    import('./microsoft/graph-calendar.ts'),
    import('./microsoft/find-card.ts'),
    import('./microsoft/graph-transport.ts'),
  ])
  return { ...adapter, ...outbound, ...bot, ...calendar, ...finding, ...transport }
}
type Sdks = Awaited<ReturnType<typeof loadSdks>>

const liveMicrosoft = async ({ bot, entraApp, publicUrl, teamsAppId }: ProductionConfig, { graphCalendar, findCardInGraph }: Sdks): Promise<Microsoft> => {
  const { graphTokens } = await import('./microsoft/graph-tokens.ts')
  const entity = (page: string, place: string) =>
    `https://teams.microsoft.com/l/entity/${teamsAppId}/${page}?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}`
  const tokens = liveTokenRules(entraApp.id, publicUrl)
  const tokenOf = graphTokens({ clientId: entraApp.id, secret: { clientSecret: entraApp.password } })
  return {
    bot: {
      appId: bot.appId,
      tenantId: bot.tenantId,
      registration: bot.type === 'SingleTenant' ? { kind: bot.type, password: bot.password } : { kind: bot.type },
    },
    links: {
      waiting: (query) => entity('waiting', query === '' ? 'waiting' : `waiting?${query}`),
      child: (reference) => entity('waiting', `child/${reference}`),
      chat: (text) => `https://teams.microsoft.com/l/chat/0/0?users=28:${bot.appId}&message=${encodeURIComponent(text)}`,
    },
    tokens,
    tab: { demo: false, clientId: entraApp.id, apiScope: `api://${new URL(publicUrl).host}/${entraApp.id}/access_as_user` },
    consentLink: (tenantId) => `https://login.microsoftonline.com/${tenantId ?? 'organizations'}/adminconsent?client_id=${entraApp.id}`,
    calendar: graphCalendar({ tokenOf, now }),
    findCard: findCardInGraph({ tokenOf }),
    install: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

const localMicrosoftOf = async ({ dataDir }: LocalConfig, publicUrl: string, { graphCalendar, findCardInGraph, sendToDouble }: Sdks): Promise<Microsoft> => {
  const microsoft = await localMicrosoft({ publicUrl, dataDir, people: DEMO_PEOPLE, agencies: DEMO_AGENCIES, now, pageDirectory: PAGES.local })
  const { bot, api, graph } = microsoft
  return {
    bot: {
      appId: bot.appId,
      tenantId: bot.tenantId,
      registration: { kind: 'local', openIdMetadataUrl: bot.openIdMetadataUrl, connectorToken: bot.connectorToken },
    },
    links: {
      waiting: (query) => `${publicUrl}/tab/waiting${query === '' ? '' : `?${query}`}`,
      child: (reference) => `${publicUrl}/tab/child/${reference}`,
      chat: (text) => `${publicUrl}/local/#${new URLSearchParams({ view: 'chat', say: text }).toString()}`,
    },
    tokens: { issuer: api.issuer, keysUrl: api.keysUrl, audiences: [api.audience], clients: api.clients },
    tab: { demo: true, clientId: '', apiScope: '' },
    consentLink: null,
    calendar: graphCalendar({ tokenOf: graph.tokenOf, send: sendToDouble(graph.baseUrl), now }),
    findCard: findCardInGraph({ tokenOf: graph.tokenOf, send: sendToDouble(graph.baseUrl) }),
    local: { whyNot: whyNotLocal, router: microsoft.router },
    install: microsoft.install,
    close: microsoft.close,
  }
}

export interface App {
  readonly url: string
  /** Finishes what is being answered, stops the jobs, seals the audit, closes the register. */
  stop(): Promise<void>
}

const SECONDS = 1000

/** Takes the port first: a second start on the same port opens nothing. Throws a sentence where the app cannot start. */
export const startApp = async (config: Config): Promise<App> => {
  const server = await listen(config.port, config.host)
  try {
    return await serve(config, server)
  } catch (error) {
    await server.stop(0)
    throw error
  }
}

const serve = async (config: Config, server: Listening): Promise<App> => {
  const log = makeLog(config.logLevel)
  const url = config.publicUrl ?? `http://127.0.0.1:${server.port.toString()}`
  const [opened, sdks] = await Promise.all([openScopedRegister(config), loadSdks()])
  const { database, register, fieldKey, forgetPurged } = opened
  const microsoft = await (config.mode === 'local' ? localMicrosoftOf(config, url, sdks) : liveMicrosoft(config, sdks))

  const adapter = new sdks.BotAdapter(microsoft.bot, log)
  const toTeams = sdks.outbound({ client: adapter.connector, appId: microsoft.bot.appId })
  const drawPost = postCard(microsoft.links)
  const useCases = useCasesOf(opened, {
    toTeams,
    drawPost,
    demo: config.mode === 'local',
    consentLink: microsoft.consentLink,
    today,
    now,
  })
  const bot = sdks.buildBot(adapter, { useCases, links: microsoft.links, today })
  server.serve(
    buildWeb({
      publicUrl: url,
      tokens: microsoft.tokens,
      now,
      log,
      signIn: useCases.signIn,
      chooseAgency: useCases.chooseAgency,
      routes: routesOf(useCases),
      requestsPerMinute: config.requestsPerMinute,
      isReady: async () => (await useCases.agencies()).length >= 0,
      tab: { directory: PAGES.tab, settings: microsoft.tab },
      messages: sdks.messagesHandler(adapter, bot),
      ...(microsoft.local === undefined ? {} : { local: microsoft.local }),
    }),
  )

  if (database.engine === 'pglite') {
    await releaseLeases(database)
    for (const { id } of await useCases.agencies()) await freeClaims(register, id)
  }
  const plan = planStandingJobs({ database, register, standing: () => [refreshSharedJob(today()), watchReadingJob(now())] })
  await plan()
  const handlers = {
    ...postHandlers({ register, outbound: toTeams, findCard: microsoft.findCard, drawPost, now }),
    ...meetingHandlers({ register, calendar: microsoft.calendar, now }),
    ...childHandlers({ register, today }),
    ...readingHandlers({ register, now }),
    ...retentionHandlers({ register, ledger: ledgerOf(config, fieldKey), forgetPurged, today, now }),
  }
  const jobs = startJobLoop({ database, handlers, now, pollMs: SECONDS, log })
  const seal = () => sealAudit({ database, fieldKey }).then((sealing) => log.info(sealing, 'audit sealed'))
  const sealing = setInterval(() => void seal().catch((error: unknown) => log.error({ err: error }, 'the audit could not be sealed')), 60 * SECONDS)
  const planning = setInterval(() => void plan().catch((error: unknown) => log.error({ err: error }, 'the standing jobs could not be planned')), 3600 * SECONDS)
  await microsoft.install()

  return {
    url,
    stop: async () => {
      clearInterval(sealing)
      clearInterval(planning)
      await microsoft.close()
      await server.stop(10 * SECONDS)
      await jobs.stop()
      await seal()
      await database.close()
    },
  }
}

const run = async (): Promise<void> => {
  const config = readEnvironment()
  const app = await startApp(config)
  process.stdout.write(config.mode === 'local' ? `Family Finding (demo: no real children) is at ${app.url}/local/\n` : `Family Finding answers at ${app.url}\n`)
  const stop = () => {
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'Family Finding could not start.'}\n`)
    process.exit(1)
  })
