import { Badge, Field, makeStyles, Select, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { VIEWS, type View } from './address.ts'
import type { Person } from './api.ts'
import { PersonPicker } from './person-picker.tsx'
import type { HostTheme } from './teams-host.ts'

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { display: 'flex', flexDirection: 'column', margin: 0 },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  grow: { flexGrow: 1 },
  controls: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end', minWidth: 0, maxWidth: '100%', '@media (max-width: 640px)': { flexGrow: 1 } },
  theme: { flex: '0 0 128px' },
})

const VIEW_NAMES: Readonly<Record<View, string>> = { chat: 'Chat', tab: 'Tab', calendar: 'Calendar' }
const THEME_NAMES: Readonly<Record<HostTheme, string>> = { default: 'Light', dark: 'Dark', contrast: 'High contrast' }
const THEMES = Object.keys(THEME_NAMES) as HostTheme[]

interface Props {
  readonly people: readonly Person[]
  readonly person: Person | undefined
  readonly view: View
  readonly theme: HostTheme
  readonly onPerson: (objectId: string) => void
  readonly onView: (view: View) => void
  readonly onTheme: (theme: HostTheme) => void
}

/** Who is at the keyboard, what they look at, and that nobody here is real. */
export const Header = ({ people, person, view, theme, onPerson, onView, onTheme }: Props) => {
  const styles = useStyles()
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h1 className={styles.name}>Family Finding</h1>
        <Text size={200}>Local Microsoft 365</Text>
      </div>
      <Badge appearance="tint" color="warning" size="large">
        Demo: no real children
      </Badge>
      <nav aria-label="Views">
        <TabList
          selectedValue={view}
          onTabSelect={(_event, { value }) => {
            onView(VIEWS.find((one) => one === value) ?? 'chat')
          }}
        >
          {VIEWS.map((one) => (
            <Tab key={one} value={one}>
              {VIEW_NAMES[one]}
            </Tab>
          ))}
        </TabList>
      </nav>
      <div className={styles.grow} />
      <div className={styles.controls}>
        <PersonPicker people={people} person={person} onPerson={onPerson} />
        <Field label="Theme" className={styles.theme}>
          <Select
            value={theme}
            onChange={(_event, { value }) => {
              onTheme(THEMES.find((one) => one === value) ?? 'default')
            }}
          >
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {THEME_NAMES[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </header>
  )
}
