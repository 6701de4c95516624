import { app, authentication, nestedAppAuth } from '@microsoft/teams-js'
import type { HostLibrary } from './host.ts'

/** TeamsJS as the tab needs it. Loaded only where the page may have a host. */
export const teamsLibrary: HostLibrary = {
  initialize: () => app.initialize(),
  context: async () => {
    const { app: application, page } = await app.getContext()
    return { hostName: application.host.name, theme: application.theme, subPage: page.subPageId }
  },
  onTheme: (listener) => app.registerOnThemeChangeHandler(listener),
  isNestedAuthRecommended: () => nestedAppAuth.isNAAChannelRecommended(),
  authToken: () => authentication.getAuthToken(),
  loaded: () => {
    app.notifyAppLoaded()
    void app.notifySuccess()
  },
}
