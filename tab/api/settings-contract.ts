import * as z from 'zod'

/**
 * `GET /tab/settings.json`: what the tab must know before anybody has signed in. No secret is in it.
 * `clientId` is the Entra application of the API, `apiScope` the scope that nested app authentication asks for
 * (`api://…/access_as_user`); both empty where nested app authentication is not set up.
 */
export const tabSettings = z.strictObject({ demo: z.boolean(), clientId: z.string(), apiScope: z.string() })
export type TabSettings = z.output<typeof tabSettings>

/** The tab works without the file: no demo banner before sign-in, no nested app authentication. */
export const NO_SETTINGS: TabSettings = { demo: false, clientId: '', apiScope: '' }
