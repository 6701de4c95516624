import { importJWK, jwtVerify, type CryptoKey, type JWTPayload } from 'jose'
import * as z from 'zod'

/** Who signs activities, everywhere: Azure Bot Service. */
export const CHANNEL_ISSUER = 'https://api.botframework.com'
/** Where its keys are announced (public cloud). */
export const CHANNEL_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration'

const metadata = z.looseObject({ jwks_uri: z.url() })
const jwks = z.looseObject({
  keys: z.array(
    z.looseObject({
      kty: z.string(),
      kid: z.string().optional(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).optional(),
    }),
  ),
})

interface ChannelKey {
  readonly key: CryptoKey | Uint8Array
  /** the channels that this key may speak for; none named is all, as the protocol has it */
  readonly endorsements: readonly string[]
}

/** The keys could not be fetched, so nobody can say whether a token is good: 503, not 401. */
export class KeysUnavailable extends Error {}

const HOUR = 60 * 60 * 1000
/** An unknown key id makes us look for new keys, but not at the pace of whoever makes them up. */
const LOOK_AGAIN_AFTER = 60 * 1000

const fetchJson = async (url: string): Promise<unknown> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) })
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
    return await answer.json()
  } catch (cause) {
    throw new KeysUnavailable('The signing keys of the channel could not be fetched', { cause })
  }
}

const channelKeys = (metadataUrl: string) => {
  let keys = new Map<string, ChannelKey>()
  let fetchedAt = -Infinity
  let fetching: Promise<void> | undefined

  const load = async (): Promise<void> => {
    const announced = metadata.safeParse(await fetchJson(metadataUrl))
    const set = announced.success ? jwks.safeParse(await fetchJson(announced.data.jwks_uri)) : undefined
    if (!set?.success) throw new KeysUnavailable('The signing keys of the channel could not be read')
    const fresh = new Map<string, ChannelKey>()
    for (const { kty, kid, n, e, endorsements = [] } of set.data.keys)
      if (kty === 'RSA' && kid !== undefined && n !== undefined && e !== undefined)
        fresh.set(kid, { key: await importJWK({ kty, n, e }, 'RS256'), endorsements })
    keys = fresh
    fetchedAt = Date.now()
  }
  const refresh = (): Promise<void> => (fetching ??= load().finally(() => (fetching = undefined)))

  return async (kid: string): Promise<ChannelKey | undefined> => {
    const age = Date.now() - fetchedAt
    const known = keys.get(kid)
    // yesterday's keys are good as long as nobody can give us today's
    if (known && age > 24 * HOUR) await refresh().catch(() => undefined)
    else if (!known && age > LOOK_AGAIN_AFTER) await refresh()
    return keys.get(kid)
  }
}

const tokenHeader = z.looseObject({ alg: z.literal('RS256'), kid: z.string() })
const channelClaims = z.looseObject({ serviceurl: z.string() })

/** What a verified token says: for which service address it was made, and which channels its key may speak for. */
export interface VerifiedToken {
  readonly serviceUrl: string
  readonly endorsements: readonly string[]
  readonly claims: JWTPayload
}

/**
 * Verifies the token of an inbound call: signed by the channel (RS256), issued by Azure Bot Service, made for this app, not expired.
 * Undefined for every bad token, whatever is wrong with it; throws KeysUnavailable when nobody can tell.
 * The SDK's own check is not used: it answers 500 to a wrong signature and logs the key, and it takes any token whose authorised
 * party is this app's id for one of the "emulator" — such as the tokens that every user's tab holds.
 */
export const verifyChannelTokens = ({ appId, metadataUrl }: { readonly appId: string; readonly metadataUrl: string }) => {
  const keyOf = channelKeys(metadataUrl)
  return async (authorization: string | undefined): Promise<VerifiedToken | undefined> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization ?? '')?.[1]
    if (token === undefined) return undefined
    let used: ChannelKey | undefined
    try {
      const { payload } = await jwtVerify(
        token,
        async (protectedHeader) => {
          used = await keyOf(tokenHeader.parse(protectedHeader).kid)
          if (used === undefined) throw new Error('No such key')
          return used.key
        },
        { algorithms: ['RS256'], issuer: CHANNEL_ISSUER, audience: appId, clockTolerance: 300, requiredClaims: ['exp'] },
      )
      return { serviceUrl: channelClaims.parse(payload).serviceurl, endorsements: used?.endorsements ?? [], claims: payload }
    } catch (error) {
      if (error instanceof KeysUnavailable) throw error
      return undefined
    }
  }
}
