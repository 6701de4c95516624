import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Unreachable } from './api/client.ts'
import type { Client } from './api/client.ts'
import { ClientContext } from './api/queries.ts'
import type { TabSettings } from './api/settings-contract.ts'
import { Announcer } from './components/announcer.tsx'
import { Shell } from './components/shell.tsx'
import type { Host } from './host.ts'
import { Navigation } from './navigation.tsx'
import { FLUENT_THEMES, useTheme } from './theme.ts'

const useStyles = makeStyles({ page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 } })

/**
 * Every read of the register is audited, so the tab reads when somebody looks or asks, not on a timer and not whenever the
 * window regains focus; the time of the reading is shown beside "Refresh".
 */
const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        staleTime: 60_000,
        retry: (failures, error) => error instanceof Unreachable && failures < 1,
      },
      mutations: { networkMode: 'always' },
    },
  })

interface AppProps {
  readonly host: Host
  readonly settings: TabSettings
  readonly client: Client
}

export const App = ({ host, settings, client }: AppProps) => {
  const [queries] = useState(newQueryClient)
  const styles = useStyles()
  const theme = useTheme(host)
  return (
    <FluentProvider theme={FLUENT_THEMES[theme]}>
      {/* a class of the provider would also be that of each dialog and tooltip, and this one hides what is behind it */}
      <div className={styles.page}>
        <QueryClientProvider client={queries}>
          <ClientContext.Provider value={client}>
            <Announcer>
              <Navigation>
                <Shell demo={settings.demo} />
              </Navigation>
            </Announcer>
          </ClientContext.Provider>
        </QueryClientProvider>
      </div>
    </FluentProvider>
  )
}
