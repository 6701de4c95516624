import { randomUUID } from 'node:crypto'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory, type Activity, type TurnContext } from 'botbuilder'
import {
  AppCredentials,
  ClaimsIdentity,
  ServiceClientCredentialsFactory,
  type AuthenticateRequestResult,
  type ServiceClientCredentials,
} from 'botframework-connector'
import type { Request, Response } from 'express'
import * as z from 'zod'
import { incomingActivity } from './activity.ts'
import { connectorClient, type ConnectorClient } from './connector-client.ts'
import { CHANNEL_ISSUER, CHANNEL_METADATA, KeysUnavailable, verifyChannelTokens, type VerifiedToken } from './inbound-token.ts'
import { sentenceBody } from './invoke-answer.ts'
import { TEXTS } from './texts/bot-texts.ts'

/** How the bot is registered. Local mode differs in addresses and keys only: its tokens are verified like every other. */
export type BotRegistration =
  | { readonly kind: 'SingleTenant'; readonly password: string }
  | { readonly kind: 'UserAssignedMSI' }
  | { readonly kind: 'local'; readonly openIdMetadataUrl: string; readonly connectorToken: () => Promise<string> }

export interface BotSettings {
  readonly appId: string
  /** the bot's home tenant, which issues its outbound tokens; partners' tenants are known by their agencies */
  readonly tenantId: string
  readonly registration: BotRegistration
}

/** Details are objects and never hold a text that a person typed, a token or a card. */
export interface BotLog {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Public cloud addresses for what the channel is sent; in local mode the tokens come from elsewhere and these are only names. */
const CONNECTOR_SCOPE = 'https://api.botframework.com'
const loginUrl = (tenantId: string): string => `https://login.microsoftonline.com/${tenantId}`

/** Outbound tokens of local mode: MSAL refuses an issuer without https, so the local issuer is asked directly. */
class LocalCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string
  readonly #token: () => Promise<string>
  constructor(appId: string, token: () => Promise<string>) {
    super()
    this.#appId = appId
    this.#token = token
  }
  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#appId)
  }
  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false)
  }
  override createCredentials(): Promise<ServiceClientCredentials> {
    return Promise.resolve({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await this.#token()}`)
        return request
      },
    })
  }
}

const configurationOf = ({ appId, tenantId, registration }: BotSettings): Record<string, string> => ({
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  ...(registration.kind === 'local'
    ? {
        // naming one of these means naming all of them
        ToBotFromChannelOpenIdMetadataUrl: registration.openIdMetadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: registration.openIdMetadataUrl,
        ToBotFromChannelTokenIssuer: CHANNEL_ISSUER,
        ToChannelFromBotLoginUrl: loginUrl(tenantId),
        ToChannelFromBotOAuthScope: CONNECTOR_SCOPE,
        OAuthUrl: CONNECTOR_SCOPE,
        CallerId: 'urn:botframework:azure',
        ValidateAuthority: 'true',
      }
    : { MicrosoftAppType: registration.kind, ...(registration.kind === 'SingleTenant' ? { MicrosoftAppPassword: registration.password } : {}) }),
})

/** In production the SDK makes its own credentials from the configuration. */
const credentialsOf = ({ appId, registration }: BotSettings): ServiceClientCredentialsFactory | undefined =>
  registration.kind === 'local' ? new LocalCredentials(appId, registration.connectorToken) : undefined

/** The same credentials for calls outside a turn. MSAL keeps the token until shortly before it ends. */
const connectorTokens = (settings: BotSettings): (() => Promise<string>) => {
  if (settings.registration.kind === 'local') return settings.registration.connectorToken
  const factory = new ConfigurationServiceClientCredentialFactory(configurationOf(settings))
  return async () => {
    const credentials = await factory.createCredentials(settings.appId, CONNECTOR_SCOPE, loginUrl(settings.tenantId), true)
    if (!(credentials instanceof AppCredentials)) throw new Error('The bot’s credentials give no token')
    return credentials.getToken()
  }
}

export class BotAdapter extends CloudAdapter {
  /** calls to Teams outside a turn: posts, updates, rosters */
  readonly connector: ConnectorClient
  readonly appId: string
  readonly log: BotLog
  readonly verify: (authorization: string | undefined) => Promise<VerifiedToken | undefined>
  readonly #authentication: ConfigurationBotFrameworkAuthentication

  constructor(settings: BotSettings, log: BotLog) {
    // an empty app id means to the SDK that nobody is asked for a token
    if (settings.appId.trim() === '') throw new Error('The bot has no app id')
    const authentication = new ConfigurationBotFrameworkAuthentication(configurationOf(settings), credentialsOf(settings))
    super(authentication)
    this.#authentication = authentication
    this.appId = settings.appId
    this.log = log
    this.connector = connectorClient(connectorTokens(settings))
    const metadataUrl = settings.registration.kind === 'local' ? settings.registration.openIdMetadataUrl : CHANNEL_METADATA
    this.verify = verifyChannelTokens({ appId: settings.appId, metadataUrl })
    this.onTurnError = (context, error) => this.#fault(context, error)
  }

  /** Runs one verified activity; answers with the invoke response, if it was an invoke. */
  async turn(token: VerifiedToken, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    const identity = new ClaimsIdentity(
      Object.entries(token.claims).map(([type, value]) => ({ type, value: String(value) })),
      true,
    )
    const verified: AuthenticateRequestResult = {
      audience: CONNECTOR_SCOPE,
      claimsIdentity: identity,
      connectorFactory: this.#authentication.createConnectorFactory(identity),
    }
    return this.processActivity(verified, activity, logic)
  }

  /** One of the two places that catch a fault: one sentence and a number, whatever it was. */
  async #fault(context: TurnContext, error: Error): Promise<void> {
    const correlationId = randomUUID()
    this.log.error({ correlationId, error: { name: error.name, message: error.message, stack: error.stack } }, 'A turn of the bot failed')
    const sentence = TEXTS.fault(correlationId)
    const isInvoke = context.activity.type === 'invoke'
    await context.sendActivity(isInvoke ? { type: 'invokeResponse', value: { status: 200, body: sentenceBody(context.activity.name, sentence) } } : sentence)
  }
}

/** The SDK's type asks for more than the channel sends; what anything here reads has been checked. */
const checkedActivity = z.custom<Activity>((body) => incomingActivity.safeParse(body).success)

/** What messagesHandler needs of a bot. */
export interface RunsTurns {
  run(context: TurnContext): Promise<void>
}

/** What an inbound call comes to: a status, and a body for an invoke only. */
interface Outcome {
  readonly status: number
  readonly body?: unknown
}

const outcomeOf = async (adapter: BotAdapter, bot: RunsTurns, request: Request): Promise<Outcome> => {
  if (request.method !== 'POST') return { status: 405 }
  const token = await adapter.verify(request.headers.authorization)
  if (token === undefined) return { status: 401 }
  const activity = checkedActivity.safeParse(request.body)
  if (!activity.success) return { status: isOtherChannel(request.body, token) ? 401 : 400 }
  if (!isFor(token, activity.data)) return { status: 401 }
  const answer = await adapter.turn(token, activity.data, (context) => bot.run(context))
  return { status: answer?.status ?? 200, body: answer?.body as unknown }
}

/**
 * `POST /api/messages`, for express (after express.json()). Bare 401 on a bad token, 503 when its keys cannot be had, 400 on an activity that
 * does not parse; no body says why. Never rejects.
 */
export const messagesHandler =
  (adapter: BotAdapter, bot: RunsTurns) =>
  async (request: Request, response: Response): Promise<void> => {
    try {
      const { status, body } = await outcomeOf(adapter, bot, request)
      response.status(status)
      if (body === undefined) response.end()
      else response.json(body)
    } catch (error) {
      const isKeys = error instanceof KeysUnavailable
      adapter.log.error(
        { error: error instanceof Error ? { name: error.name, message: error.message } : {} },
        isKeys ? 'Keys of the channel unavailable' : 'A call to the bot failed',
      )
      if (!response.headersSent) response.status(isKeys ? 503 : 500).end()
    }
  }

/** The token was made for this service address, and its key may speak for this channel. */
const isFor = (token: VerifiedToken, activity: Activity): boolean =>
  token.serviceUrl === activity.serviceUrl && (token.endorsements.length === 0 || token.endorsements.includes(activity.channelId))

/** A key that speaks for Teams only does not speak for another channel: that is a bad token rather than a bad activity. */
const isOtherChannel = (body: unknown, token: VerifiedToken): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'channelId' in body &&
  typeof body.channelId === 'string' &&
  token.endorsements.length > 0 &&
  !token.endorsements.includes(body.channelId)
