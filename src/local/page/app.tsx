import {
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { usePlace } from './address.ts'
import { getPeople, type Person } from './api.ts'
import { CalendarView } from './calendar/calendar-view.tsx'
import { ChatView } from './chat/chat-view.tsx'
import { Header } from './header.tsx'
import { TabView } from './tab-view.tsx'
import type { HostTheme } from './teams-host.ts'
import { useAnswer } from './use-answer.ts'

const THEMES = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }

const useStyles = makeStyles({
  // not a class of the provider: each dialog would have it too, and hide the page behind it
  page: { display: 'flex', flexDirection: 'column', height: '100vh', minWidth: '320px', backgroundColor: tokens.colorNeutralBackground3 },
  main: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  wait: { padding: tokens.spacingVerticalXXL },
})

/** The person of the address, or the first one: somebody is always chosen. */
const chosen = (people: readonly Person[], objectId: string | undefined): Person | undefined =>
  people.find((person) => person.objectId === objectId) ?? people[0]

export const App = () => {
  const styles = useStyles()
  const [place, go] = usePlace()
  const [theme, setTheme] = useState<HostTheme>('default')
  const [people] = useAnswer(getPeople)
  // what the browser draws itself, such as the button of a date field
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark'
  }, [theme])
  const person = people.state === 'here' ? chosen(people.value, place.person) : undefined

  return (
    <FluentProvider theme={THEMES[theme]}>
      <div className={styles.page}>
        <Header
          people={people.state === 'here' ? people.value : []}
          person={person}
          view={place.view}
          theme={theme}
          onPerson={(objectId) => {
            go({ person: objectId, chat: undefined, page: undefined, say: undefined })
          }}
          onView={(view) => {
            go({ view })
          }}
          onTheme={setTheme}
        />
        <main className={styles.main}>
          {people.state === 'loading' && <Spinner className={styles.wait} label="Opening the demo region" />}
          {people.state === 'failed' && (
            <MessageBar intent="error">
              <MessageBarBody>The local Microsoft 365 does not answer. Look whether npm start still runs, then reload this page.</MessageBarBody>
            </MessageBar>
          )}
          {person && place.view === 'chat' && <ChatView key={person.objectId} person={person} open={place.chat} say={place.say} go={go} />}
          {person && place.view === 'tab' && <TabView key={person.objectId} person={person} theme={theme} page={place.page} />}
          {person && place.view === 'calendar' && <CalendarView key={person.objectId} person={person} />}
        </main>
      </div>
    </FluentProvider>
  )
}
