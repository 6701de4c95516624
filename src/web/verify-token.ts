import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose'
import * as z from 'zod'
import type { Now } from '../core/plain-date.ts'
import type { Identity } from '../people/identity.ts'

/** Whose tokens the API takes. Local mode differs only in these addresses and ids. */
export interface TokenRules {
  /** with `{tid}` where the tenant's id stands: `https://login.microsoftonline.com/{tid}/v2.0` */
  readonly issuer: string
  /** the keys of that issuer; Microsoft's common key set signs for every tenant, so that a signature alone proves nothing */
  readonly keysUrl: string
  /** any of these: the app's client id, its application ID URI */
  readonly audiences: readonly string[]
  /** the client applications that may ask for tokens: the app itself, and the hosts that ask for it */
  readonly clients: readonly string[]
}

export type Verified =
  { readonly kind: 'person'; readonly identity: Identity } | { readonly kind: 'refused'; readonly why: string } | { readonly kind: 'no-keys' }
export type VerifyToken = (token: string) => Promise<Verified>

const SCOPE = 'access_as_user'
/** seconds; microsoft.md §6 allows five minutes at most */
const CLOCK_SKEW = 120

const guid = z.guid()
const claims = z.object({
  iss: z.string(),
  tid: guid,
  oid: guid,
  ver: z.literal('2.0'),
  azp: z.string(),
  scp: z.string(),
  idtyp: z.string().optional(),
  exp: z.number(),
  nbf: z.number(),
  /** 1 for a guest of the tenant that signed */
  acct: z.union([z.number(), z.string()]).optional(),
  /** the identity provider, where it is not the tenant that signed */
  idp: z.string().optional(),
})
type Claims = z.output<typeof claims>

const whyNot = (read: Claims, rules: TokenRules): string | undefined => {
  if (read.iss !== rules.issuer.replace('{tid}', read.tid)) return 'issuer is not the tenant'
  if (read.idtyp === 'app') return 'app-only'
  if (!read.scp.split(' ').includes(SCOPE)) return 'scope'
  if (!rules.clients.includes(read.azp.toLowerCase())) return 'client'
  return undefined
}

/** A guest's token names another identity provider than the tenant that signed it, or says so in `acct`. */
const isGuest = ({ acct, idp, tid }: Claims): boolean => Number(acct ?? 0) === 1 || (idp !== undefined && !idp.includes(tid))

const identityOf = (payload: JWTPayload, rules: TokenRules): Verified => {
  const read = claims.safeParse(payload)
  if (!read.success) return { kind: 'refused', why: `claim ${read.error.issues[0]?.path.map(String).join('.') ?? ''}` }
  const why = whyNot(read.data, rules)
  if (why !== undefined) return { kind: 'refused', why }
  return { kind: 'person', identity: { tenantId: read.data.tid.toLowerCase(), objectId: read.data.oid.toLowerCase(), isGuest: isGuest(read.data) } }
}

/** These say that the token is bad; anything else while verifying means that the keys cannot be had. */
const BAD_TOKEN = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
]

/** Verifies an access token for this API (microsoft.md §6): RS256, version 2.0, audience, issuer bound to the tenant, times, scope, client, a person. */
export const verifyToken = (rules: TokenRules, now: Now): VerifyToken => {
  const keys = createRemoteJWKSet(new URL(rules.keysUrl))
  return async (token) => {
    try {
      const options = { algorithms: ['RS256'], audience: [...rules.audiences], clockTolerance: CLOCK_SKEW, currentDate: now(), requiredClaims: ['exp', 'nbf'] }
      const { payload } = await jwtVerify(token, keys, options)
      return identityOf(payload, rules)
    } catch (error) {
      const bad = BAD_TOKEN.some((kind) => error instanceof kind)
      return bad && error instanceof errors.JOSEError ? { kind: 'refused', why: error.code } : { kind: 'no-keys' }
    }
  }
}
