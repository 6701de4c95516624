import { Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { getToken, type Person } from './api.ts'
import { attachTeamsHost, type HostName, type HostTheme, type TeamsHost } from './teams-host.ts'

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  bar: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  host: { width: '220px', gridTemplateColumns: '80px 1fr' },
  frame: { flexGrow: 1, border: 'none', width: '100%', minHeight: '480px', backgroundColor: tokens.colorNeutralBackground1 },
})

const HOSTS: readonly HostName[] = ['Teams', 'Outlook']

interface FrameProps {
  readonly person: Person
  readonly hostName: HostName
  readonly theme: HostTheme
  readonly address: string
}

const Frame = ({ person, hostName, theme, address }: FrameProps) => {
  const styles = useStyles()
  const frame = useRef<HTMLIFrameElement>(null)
  const host = useRef<TeamsHost>()
  const [source, setSource] = useState<string>()
  const first = useRef(theme)

  useEffect(() => {
    if (!frame.current) return undefined
    const { name, objectId, tenantId } = person
    host.current = attachTeamsHost(frame.current, { hostName, theme: first.current, person: { name, objectId, tenantId }, getToken: () => getToken(person) })
    // the page is loaded only once somebody answers it
    setSource(address)
    return () => {
      host.current?.dispose()
    }
  }, [person, hostName, address])
  useEffect(() => {
    host.current?.setTheme(theme)
  }, [theme])

  return <iframe ref={frame} className={styles.frame} title={`Family Finding tab in ${hostName}`} src={source} />
}

/** The tab as Teams and Outlook frame it. */
export const TabView = ({ person, theme, page }: { readonly person: Person; readonly theme: HostTheme; readonly page: string | undefined }) => {
  const styles = useStyles()
  const [hostName, setHostName] = useState<HostName>('Teams')
  const address = page?.startsWith('/tab/') ? page : '/tab/'
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <Field label="Shown in" orientation="horizontal" className={styles.host}>
          <Select
            value={hostName}
            onChange={(_event, { value }) => {
              setHostName(HOSTS.find((one) => one === value) ?? 'Teams')
            }}
          >
            {HOSTS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
      </div>
      <Frame key={`${hostName} ${address}`} person={person} hostName={hostName} theme={theme} address={address} />
    </div>
  )
}
