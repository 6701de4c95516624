import type { IPublicClientApplication } from '@azure/msal-browser'
import type { TabSettings } from './api/settings-contract.ts'
import type { Host } from './host.ts'
import type { TokenSource } from './session.ts'

/**
 * Nested app authentication: the first rung. MSAL would fall back to pop-ups where the host has no bridge, so it is asked only
 * where the host recommends it; it is loaded then, after TeamsJS has been initialised, and keeps its tokens in memory.
 */
export const nestedAppSource = ({ library }: Host, { clientId, apiScope }: TabSettings): TokenSource => {
  let made: Promise<IPublicClientApplication> | undefined

  const application = async (): Promise<IPublicClientApplication> => {
    const { createNestablePublicClientApplication } = await import('@azure/msal-browser')
    return createNestablePublicClientApplication({
      auth: { clientId, authority: 'https://login.microsoftonline.com/organizations' },
      cache: { cacheLocation: 'memoryStorage' },
    })
  }

  return {
    name: 'nested app authentication',
    offered: () => clientId !== '' && apiScope !== '' && (library?.isNestedAuthRecommended() ?? false),
    token: async (renew) => {
      made ??= application()
      const client = await made
      const { InteractionRequiredAuthError } = await import('@azure/msal-browser')
      try {
        return (await client.acquireTokenSilent({ scopes: [apiScope], forceRefresh: renew })).accessToken
      } catch (error) {
        if (!(error instanceof InteractionRequiredAuthError)) throw error
        return (await client.acquireTokenPopup({ scopes: [apiScope] })).accessToken
      }
    },
  }
}
