import { createServer } from 'node:http'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters, type JWTPayload } from 'jose'
import type { TokenRules } from '../../src/web/verify-token.ts'
import { listen } from './listening.ts'

export const API_APP = 'c0ffee00-0000-4000-8000-000000000001'
/** a host that asks for tokens on the tab's behalf */
export const KNOWN_CLIENT = 'c0ffee00-0000-4000-8000-000000000002'
const ISSUER = 'https://issuer.example/{tid}/v2.0'

export interface Forgery {
  readonly claims?: JWTPayload
  readonly without?: readonly string[]
  readonly header?: Partial<JWTHeaderParameters>
  readonly key?: CryptoKey | Uint8Array
}

/** An issuer of the tests: real RSA keys, its key set served over loopback. Close it, or the process does not end. */
export const openIssuer = async (now: () => Date) => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const stranger = await generateKeyPair('RS256')
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test-key', alg: 'RS256', use: 'sig' }] }
  let asked = 0
  const server = createServer((_req, res) => {
    asked += 1
    res.setHeader('Content-Type', 'application/json').end(JSON.stringify(keys))
  })
  const { url, close } = await listen(server)

  const tokenFor = (person: { readonly tenantId: string; readonly objectId: string }, forgery: Forgery = {}): Promise<string> => {
    const at = Math.floor(now().getTime() / 1000)
    const claims: JWTPayload = {
      iss: ISSUER.replace('{tid}', person.tenantId),
      aud: API_APP,
      tid: person.tenantId,
      oid: person.objectId,
      azp: KNOWN_CLIENT,
      scp: 'access_as_user',
      ver: '2.0',
      iat: at,
      nbf: at,
      exp: at + 3600,
      ...forgery.claims,
    }
    const kept = Object.fromEntries(Object.entries(claims).filter(([name]) => !(forgery.without ?? []).includes(name)))
    return new SignJWT(kept).setProtectedHeader({ alg: 'RS256', kid: 'test-key', typ: 'JWT', ...forgery.header }).sign(forgery.key ?? privateKey)
  }

  const rules: TokenRules = { issuer: ISSUER, keysUrl: url, audiences: [API_APP, `api://${API_APP}`], clients: [API_APP, KNOWN_CLIENT] }
  return {
    rules,
    tokenFor,
    issuerOf: (tenantId: string) => ISSUER.replace('{tid}', tenantId),
    strangersKey: stranger.privateKey,
    publicKeyAsSecret: new TextEncoder().encode(await exportSPKI(publicKey)),
    timesAsked: () => asked,
    close,
  }
}
export type Issuer = Awaited<ReturnType<typeof openIssuer>>
