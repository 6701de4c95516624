import { createHash, generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose'
import * as z from 'zod'
import type { Now } from '../core/plain-date.ts'
import { CALENDARS_READ_WRITE, USER_READ_BASIC, type GraphToken } from './graph/graph-ports.ts'
import type { DemoPerson } from './demo-region/people.ts'
import { readStateFile, stateFile } from './state-file.ts'

/** The app registration of the local Microsoft 365: invented ids, the same on every machine. */
export const LOCAL_APP = {
  /** the app's client id: bot, API and tab are one Entra application */
  appId: '7e1b5c62-0d4f-4c1e-9a53-2f6b8f0a4d11',
  /** the object id of its service principal */
  principalId: 'b3f1c0de-51aa-4d6b-8f0e-6c5a9c0e7d22',
  scope: 'access_as_user',
} as const

/** Who signs activities to a bot, and what a bot's token for the connector is made for: Microsoft's own names. */
export const BOT_FRAMEWORK = 'https://api.botframework.com'
export const GRAPH_AUDIENCE = 'https://graph.microsoft.com'

const appClaims = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  tid: z.string(),
  appid: z.string(),
  idtyp: z.literal('app'),
  roles: z.array(z.string()).default([]),
})

const keyFile = z.strictObject({ private: z.record(z.string(), z.unknown()) })

interface SigningKey {
  readonly kid: string
  readonly sign: CryptoKey
  readonly publicJwk: JWK
}

/** The RSA key lies in the data directory, so that a browser that is signed in stays so when the demo is started again. */
const signingKey = async (path: string): Promise<SigningKey> => {
  const stored = keyFile.safeParse(await readStateFile(path))
  const jwk = stored.success ? (stored.data.private as JWK) : (generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK)
  if (!stored.success) await stateFile(path).save(() => ({ private: jwk }))
  const sign = await importJWK(jwk, 'RS256')
  if (sign instanceof Uint8Array || jwk.n === undefined || jwk.e === undefined) throw new Error(`${path} does not hold an RSA key. Delete it and start again.`)
  const kid = createHash('sha256').update(jwk.n).digest('base64url').slice(0, 22)
  return { kid, sign, publicJwk: { kty: 'RSA', use: 'sig', alg: 'RS256', kid, n: jwk.n, e: jwk.e } }
}

export interface TokenPerson {
  readonly name: string
  readonly mail: string
  readonly tenantId: string
  readonly objectId: string
  /** a guest account of the tenant is marked so in its token, as Entra does */
  readonly standing?: DemoPerson['standing']
}

/** Signs every token of the local Microsoft 365 with real RSA keys; whoever checks them does it as in production. */
export const localIssuer = async ({ publicUrl, dataDir, now }: { publicUrl: string; dataDir: string; now: Now }) => {
  const key = await signingKey(join(dataDir, 'local', 'signing-key.json'))
  const base = `${publicUrl}/local/issuer`
  const keys = { keys: [{ ...key.publicJwk, endorsements: ['msteams'] }] }
  const issuerOf = (tenantId: string): string => `${base}/${tenantId}/v2.0`
  const trusted = createLocalJWKSet({ keys: [key.publicJwk] })

  /** @param lifetime seconds */
  const sign = (claims: JWTPayload, issuer: string, audience: string, lifetime = 3600): Promise<string> => {
    const issuedAt = Math.floor(now().getTime() / 1000)
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(key.sign)
  }

  const appOnly = (tenantId: string, audience: string, roles: readonly string[]): Promise<string> =>
    sign(
      {
        tid: tenantId,
        oid: LOCAL_APP.principalId,
        sub: LOCAL_APP.principalId,
        azp: LOCAL_APP.appId,
        appid: LOCAL_APP.appId,
        idtyp: 'app',
        ver: '2.0',
        ...(roles.length > 0 && { roles }),
      },
      issuerOf(tenantId),
      audience,
    )

  /** What an app-only token of this issuer says; undefined when it is expired, forged, of a person, or its issuer is not that of its tenant. */
  const readAppToken = async (token: string): Promise<GraphToken | undefined> => {
    try {
      const { payload } = await jwtVerify(token, trusted, { algorithms: ['RS256'], currentDate: now(), requiredClaims: ['exp'] })
      const claims = appClaims.parse(payload)
      return claims.iss === issuerOf(claims.tid) ? { tenantId: claims.tid, appId: claims.appid, roles: claims.roles, audience: claims.aud } : undefined
    } catch {
      return undefined
    }
  }
  const mayUseConnector = async (authorization: string | undefined): Promise<boolean> => {
    const token = /^Bearer (\S+)$/u.exec(authorization ?? '')?.[1]
    const read = token === undefined ? undefined : await readAppToken(token)
    return read?.audience === BOT_FRAMEWORK && read.appId === LOCAL_APP.appId
  }

  return {
    issuerOf,
    keys,
    keysUrl: `${base}/keys`,
    botMetadataUrl: `${base}/bot/.well-known/openid-configuration`,
    /** OpenID discovery of one tenant, as far as a verifier reads it. */
    discovery: (tenantId: string) => ({
      issuer: issuerOf(tenantId),
      jwks_uri: `${base}/keys`,
      token_endpoint: `${publicUrl}/local/token`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    botDiscovery: { issuer: BOT_FRAMEWORK, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
    /** What a person's tab sends to our API: a delegated v2.0 token of the person's own tenant. */
    apiToken: (person: TokenPerson): Promise<string> =>
      sign(
        {
          tid: person.tenantId,
          oid: person.objectId,
          sub: createHash('sha256').update(`${LOCAL_APP.appId} ${person.objectId}`).digest('base64url'),
          name: person.name,
          preferred_username: person.mail,
          azp: LOCAL_APP.appId,
          scp: LOCAL_APP.scope,
          ver: '2.0',
          acct: person.standing === 'guest' ? 1 : 0,
        },
        issuerOf(person.tenantId),
        LOCAL_APP.appId,
      ),
    /** What the channel sends to the bot with an activity. */
    channelToken: (serviceUrl: string): Promise<string> => sign({ serviceurl: serviceUrl }, BOT_FRAMEWORK, LOCAL_APP.appId),
    /** What the bot sends to the connector. */
    connectorToken: (tenantId: string): Promise<string> => appOnly(tenantId, BOT_FRAMEWORK, []),
    /** What the app sends to Graph for one agency's tenant. */
    graphToken: (tenantId: string): Promise<string> => appOnly(tenantId, GRAPH_AUDIENCE, [CALENDARS_READ_WRITE, USER_READ_BASIC]),
    readAppToken,
    mayUseConnector,
  }
}
export type LocalIssuer = Awaited<ReturnType<typeof localIssuer>>
