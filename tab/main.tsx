import './api/no-eval.ts'
import { createRoot } from 'react-dom/client'
import { createClient } from './api/client.ts'
import { NO_SETTINGS, tabSettings } from './api/settings-contract.ts'
import type { TabSettings } from './api/settings-contract.ts'
import { App } from './app.tsx'
import { connectHost, hostTokenSource } from './host.ts'
import { addressOf } from './navigation.tsx'
import { nestedAppSource } from './nested-app.ts'
import { routeOf } from './router.ts'
import { createSession } from './session.ts'

const readSettings = async (): Promise<TabSettings> => {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}settings.json`)
    return response.ok ? tabSettings.parse(await response.json()) : NO_SETTINGS
  } catch {
    return NO_SETTINGS
  }
}

const start = async (root: HTMLElement): Promise<void> => {
  const surroundings = {
    parent: window.parent,
    self: window.self,
    opener: window.opener as unknown,
    ...('nativeInterface' in window && { nativeInterface: window.nativeInterface }),
  }
  const [host, settings] = await Promise.all([connectHost(surroundings, async () => (await import('./teams-library.ts')).teamsLibrary), readSettings()])
  if (host.subPage !== undefined) window.history.replaceState(null, '', addressOf(routeOf(host.subPage)))
  const session = createSession([nestedAppSource(host, settings), hostTokenSource(host)])
  createRoot(root).render(<App host={host} settings={settings} client={createClient(session, (address, init) => fetch(address, init))} />)
  host.library?.loaded()
}

const root = document.getElementById('tab')
if (root) void start(root)
