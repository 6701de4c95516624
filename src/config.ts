// Every setting of both modes on one page: whoever looks for a setting or a rule about it looks here, and nowhere else is the environment read.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { makeDataDir } from './database/embedded/make-data-dir.ts'

// Every setting with its rule and its refusal, whole: what starts the app is read in one place.
export type Environment = Readonly<Record<string, string | undefined>>

interface CommonConfig {
  /** 0 takes any free port */
  readonly port: number
  readonly dataDir: string
  /** absent: the embedded database in dataDir */
  readonly databaseUrl: string | undefined
  /** the owner's connection, for migrations and for registering agencies; the app's own where absent */
  readonly databaseOwnerUrl: string | undefined
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** per person, over which the API answers 429 */
  readonly requestsPerMinute: number
}

/** No Microsoft setting is present: the app runs against the Microsoft 365 of src/local, on loopback only. */
export interface LocalConfig extends CommonConfig {
  readonly mode: 'local'
  readonly host: '127.0.0.1'
  /** absent: http://127.0.0.1 with the port that is listened on */
  readonly publicUrl: string | undefined
  /** absent: made in dataDir at the first start */
  readonly fieldKey: Buffer | undefined
}

/** The bot's own registration (Azure Bot): it signs what the bot sends. */
export type BotRegistration =
  | { readonly type: 'SingleTenant'; readonly appId: string; readonly tenantId: string; readonly password: string }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string }

export interface ProductionConfig extends CommonConfig {
  readonly mode: 'production'
  readonly host: undefined
  readonly publicUrl: string
  readonly fieldKey: Buffer
  readonly bot: BotRegistration
  /** the id of the app package, for links into Teams */
  readonly teamsAppId: string
  /** The multitenant Entra app: audience of the tab's tokens, and caller of Microsoft Graph in each agency's tenant. */
  readonly entraApp: { readonly id: string; readonly password: string }
}

export type Config = LocalConfig | ProductionConfig

export interface WrongSetting {
  readonly name: string
  /** what it must look like; never the value that was found */
  readonly rule: string
}

/** Stops the start with every wrong setting at once. Names and rules, never values. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly settings: readonly WrongSetting[]

  constructor(settings: readonly WrongSetting[]) {
    super(['Family Finding does not start until these settings are right:', ...settings.map(({ name, rule }) => `  ${name}: ${rule}`)].join('\n'))
    this.settings = settings
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])
export const isLoopbackHost = (host: string): boolean => LOOPBACK.has(host.toLowerCase())

/** A `host` in the query would quietly win over the one in front of the slash. */
const isDatabaseHere = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return isLoopbackHost(url.hostname) && !url.searchParams.has('host') && !url.searchParams.has('hostaddr')
}

const MICROSOFT_SETTINGS = [
  'MICROSOFT_APP_ID',
  'MICROSOFT_APP_PASSWORD',
  'MICROSOFT_APP_TENANT_ID',
  'MICROSOFT_APP_TYPE',
  'ENTRA_APP_ID',
  'ENTRA_APP_PASSWORD',
  'TEAMS_APP_ID',
] as const

const guid = z.guid({ error: 'a GUID such as 1fec8e78-bce4-4aaf-ab1b-5451cc387264' }).transform((value) => value.toLowerCase())
const secret = z.string({ error: 'is required' }).min(1, 'is set but empty; remove it or give it its value')
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/[^/]+\/.+/u, 'the address of a PostgreSQL database: postgresql://user:password@host:5432/name')
const fieldKey = z
  .base64({ error: '32 random bytes in base64 (make one with: openssl rand -base64 32)' })
  .refine((text) => Buffer.from(text, 'base64').length === 32, '32 random bytes in base64 (make one with: openssl rand -base64 32)')
  .transform((text) => Buffer.from(text, 'base64'))
const wholeNumber = (rule: string, least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, rule)
    .default(otherwise)

/** An address without path, query or fragment: paths are the app's own. */
const origin = (rule: string, fits: (url: URL) => boolean) =>
  z
    .string({ error: rule })
    .refine((text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/` && fits(new URL(text)), rule)
    .transform((text) => new URL(text).origin)

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
const logLevel = (otherwise: (typeof LOG_LEVELS)[number]) => z.enum(LOG_LEVELS, { error: 'fatal, error, warn, info, debug or silent' }).default(otherwise)

const common = {
  PORT: wholeNumber('a port from 0 to 65535', 0, 65_535, 3978),
  DATA_DIR: z
    .string()
    .min(1, 'a directory such as ./data')
    .default('./data')
    .transform((path) => resolve(path)),
  LOG_LEVEL: logLevel('info'),
  API_REQUESTS_PER_MINUTE: wholeNumber('a number from 1 to 1000000', 1, 1_000_000, 600),
  NODE_ENV: z.string().optional(),
}

const local = z.strictObject({
  ...common,
  // the one address to open should not drown in requests
  LOG_LEVEL: logLevel('warn'),
  PUBLIC_URL: origin(
    'a loopback address such as http://127.0.0.1:3978, or leave it out',
    (url) => url.protocol === 'http:' && isLoopbackHost(url.hostname),
  ).optional(),
  DATABASE_URL: postgresUrl
    .refine(isDatabaseHere, 'a database on this machine: local mode opens no other (set the Microsoft settings for a live service)')
    .optional(),
  DATABASE_OWNER_URL: postgresUrl.refine(isDatabaseHere, 'a database on this machine: local mode opens no other').optional(),
  FIELD_KEY: fieldKey.optional(),
  NODE_ENV: z
    .string()
    .refine(
      (value) => value !== 'production',
      'is production, but no Microsoft setting is present: set MICROSOFT_APP_ID and the others, or leave NODE_ENV out to try the demo',
    )
    .optional(),
})

const live = z.strictObject({
  ...common,
  PUBLIC_URL: origin('the https address that Teams and browsers reach, such as https://family-finding.example.org', (url) => url.protocol === 'https:'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  FIELD_KEY: fieldKey,
  MICROSOFT_APP_ID: guid,
  MICROSOFT_APP_PASSWORD: secret.optional(),
  MICROSOFT_APP_TENANT_ID: guid,
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI'], { error: 'SingleTenant or UserAssignedMSI' }),
  ENTRA_APP_ID: guid.optional(),
  ENTRA_APP_PASSWORD: secret.optional(),
  TEAMS_APP_ID: guid.optional(),
})

type Live = z.output<typeof live>

/** Rules that need more than one setting. */
const missingTogether = (env: Environment): WrongSetting[] => {
  const wrong: WrongSetting[] = []
  if (env['NODE_ENV'] === 'production' && env['DATABASE_URL'] === undefined)
    wrong.push({
      name: 'DATABASE_URL',
      rule: 'is required in production: postgresql://user:password@host:5432/name (the embedded database is for demo, trial and tests)',
    })
  if (env['MICROSOFT_APP_TYPE'] !== 'UserAssignedMSI' && env['MICROSOFT_APP_PASSWORD'] === undefined)
    wrong.push({ name: 'MICROSOFT_APP_PASSWORD', rule: 'a client secret of the bot registration; required unless MICROSOFT_APP_TYPE is UserAssignedMSI' })
  if (env['MICROSOFT_APP_TYPE'] === 'UserAssignedMSI' && env['ENTRA_APP_ID'] === undefined)
    wrong.push({ name: 'ENTRA_APP_ID', rule: 'the GUID of the multitenant Entra app; required with UserAssignedMSI, which cannot be one itself' })
  if ((env['MICROSOFT_APP_TYPE'] === 'UserAssignedMSI' || env['ENTRA_APP_ID'] !== undefined) && env['ENTRA_APP_PASSWORD'] === undefined)
    wrong.push({ name: 'ENTRA_APP_PASSWORD', rule: 'a client secret of the multitenant Entra app; required with ENTRA_APP_ID' })
  return wrong
}

/** Bot Framework samples spell them MicrosoftAppId; unread, they would leave the service in local mode unnoticed. */
const misspelt = (env: Environment): WrongSetting[] =>
  Object.keys(env).flatMap((name) => {
    const right = MICROSOFT_SETTINGS.find((known) => known.replaceAll('_', '') === name.toUpperCase().replaceAll('_', ''))
    return right === undefined || right === name ? [] : [{ name, rule: `is spelt ${right} here` }]
  })

const wrongSettings = (error: z.ZodError): WrongSetting[] => error.issues.map((issue) => ({ name: issue.path.map(String).join('.'), rule: issue.message }))

const pick = (env: Environment, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))

const commonOf = (read: z.output<typeof local> | Live): CommonConfig => ({
  port: read.PORT,
  dataDir: read.DATA_DIR,
  databaseUrl: read.DATABASE_URL,
  databaseOwnerUrl: read.DATABASE_OWNER_URL,
  logLevel: read.LOG_LEVEL,
  requestsPerMinute: read.API_REQUESTS_PER_MINUTE,
})

const readLocal = (env: Environment): LocalConfig => {
  const read = local.safeParse(pick(env, Object.keys(local.shape)))
  if (!read.success) throw new SettingsError(wrongSettings(read.error))
  return { ...commonOf(read.data), mode: 'local', host: '127.0.0.1', publicUrl: read.data.PUBLIC_URL, fieldKey: read.data.FIELD_KEY }
}

const botOf = (read: Live): BotRegistration => {
  const facts = { appId: read.MICROSOFT_APP_ID, tenantId: read.MICROSOFT_APP_TENANT_ID }
  return read.MICROSOFT_APP_TYPE === 'SingleTenant'
    ? { type: 'SingleTenant', ...facts, password: read.MICROSOFT_APP_PASSWORD ?? '' }
    : { type: 'UserAssignedMSI', ...facts }
}

const readLive = (env: Environment): ProductionConfig => {
  const read = live.safeParse(pick(env, Object.keys(live.shape)))
  const wrong = [...(read.success ? [] : wrongSettings(read.error)), ...missingTogether(env)]
  if (!read.success || wrong.length > 0) throw new SettingsError(wrong)
  return {
    ...commonOf(read.data),
    mode: 'production',
    host: undefined,
    publicUrl: read.data.PUBLIC_URL,
    fieldKey: read.data.FIELD_KEY,
    bot: botOf(read.data),
    teamsAppId: read.data.TEAMS_APP_ID ?? read.data.MICROSOFT_APP_ID,
    entraApp: { id: read.data.ENTRA_APP_ID ?? read.data.MICROSOFT_APP_ID, password: read.data.ENTRA_APP_PASSWORD ?? read.data.MICROSOFT_APP_PASSWORD ?? '' },
  }
}

/**
 * Reads every setting once. Any Microsoft setting, even an empty one, means that a live service is wanted:
 * then all of them are needed, and the app never falls back to local mode by mistake.
 * @throws SettingsError with all names that are missing or malformed
 */
export const readConfig = (env: Environment): Config => {
  const wrong = misspelt(env)
  if (wrong.length > 0) throw new SettingsError(wrong)
  return MICROSOFT_SETTINGS.some((name) => env[name] !== undefined) ? readLive(env) : readLocal(env)
}

/** The settings of this process. */
export const readEnvironment = (): Config => readConfig(process.env)

/** The key that wraps the data keys: the one given, or in local mode one made in DATA_DIR that only this user may read. */
export const fieldKeyOf = (config: Config): Buffer => {
  if (config.fieldKey !== undefined) return config.fieldKey
  const file = join(config.dataDir, 'field.key')
  if (!existsSync(file)) {
    makeDataDir(config.dataDir)
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length !== 32)
    throw new SettingsError([{ name: 'FIELD_KEY', rule: 'the key file field.key in DATA_DIR does not hold 32 bytes in base64; put the right one back' }])
  return key
}
