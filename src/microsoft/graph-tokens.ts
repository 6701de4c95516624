import { ConfidentialClientApplication, InteractionRequiredAuthError, ServerError } from '@azure/msal-node'
import type { AuthError, INetworkModule } from '@azure/msal-node'

/** A token for Microsoft Graph, app-only, from one tenant. */
export type TokenOf = (tenantId: string) => Promise<string>

/** Entra will not give a token as things are; the message says what an administrator must put right. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
}

export interface AppCredentials {
  readonly clientId: string
  readonly secret: { readonly clientSecret: string } | { readonly clientCertificate: { readonly thumbprintSha256: string; readonly privateKey: string } }
  /** replaces the network in tests */
  readonly network?: INetworkModule
}

export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default'

/** Entra's own error numbers (AADSTS…) that an administrator can act on. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [
    /AADSTS(700016|7000112|650052|65001|500011)/u,
    'This app is not approved in your organisation yet. Ask an administrator to give it admin consent in Microsoft Entra.',
  ],
  [/AADSTS(7000215|7000222|700027|7000229)/u, 'This app’s own secret or certificate is wrong or has expired. Ask whoever runs Family Finding to renew it.'],
  [/AADSTS(90002|900023|90072)/u, 'Microsoft Entra does not know this organisation’s tenant id. Ask an administrator to correct it in Family Finding.'],
]
const OTHERWISE = 'Microsoft Entra refused to let this app in. Ask an administrator to check its consent and its secret.'

const isRefusal = (error: unknown): error is AuthError => error instanceof ServerError || error instanceof InteractionRequiredAuthError
/** Entra's passing troubles: too many requests, temporarily unavailable. */
const passes = (error: AuthError): boolean => /AADSTS(90033|90006|50196)|temporarily_unavailable/u.test(`${error.errorCode} ${error.errorMessage}`)

const refused = (error: AuthError): TokenRefused => {
  const known = SENTENCES.find(([pattern]) => pattern.test(error.errorMessage))
  return new TokenRefused(known?.[1] ?? OTHERWISE, { cause: error })
}

/**
 * Client-credentials tokens from msal-node: one application per tenant with that tenant's own authority, never /common. Tokens are kept in memory
 * until shortly before they expire. Throws TokenRefused where an administrator must act, and other errors when Entra cannot be reached.
 */
export const graphTokens = ({ clientId, secret, network }: AppCredentials): TokenOf => {
  const applications = new Map<string, ConfidentialClientApplication>()

  const applicationOf = (tenantId: string): ConfidentialClientApplication => {
    const known = applications.get(tenantId)
    if (known) return known
    const auth = { clientId, authority: `https://login.microsoftonline.com/${tenantId}`, ...secret }
    const made = new ConfidentialClientApplication({ auth, ...(network && { system: { networkClient: network } }) })
    applications.set(tenantId, made)
    return made
  }

  return async (tenantId) => {
    try {
      const answer = await applicationOf(tenantId).acquireTokenByClientCredential({ scopes: [GRAPH_SCOPE] })
      if (!answer) throw new Error('Microsoft Entra answered without a token')
      return answer.accessToken
    } catch (error) {
      throw isRefusal(error) && !passes(error) ? refused(error) : error
    }
  }
}
