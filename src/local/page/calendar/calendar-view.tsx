import { Badge, Button, Link, makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from '@fluentui/react-components'
import { useCallback, useMemo, useState } from 'react'
import { getCalendar, type CalendarEvent, type Person } from '../api.ts'
import { useAnswer } from '../use-answer.ts'
import { dayText, timeText, weekdayText } from '../words.ts'
import { londonDate, weekOf } from './week.ts'

const useStyles = makeStyles({
  view: { padding: tokens.spacingHorizontalL, overflowY: 'auto', flexGrow: 1, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, flexGrow: 1 },
  days: { display: 'grid', gap: tokens.spacingVerticalS, maxWidth: '960px' },
  day: {
    display: 'grid',
    gridTemplateColumns: '230px 1fr',
    columnGap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: '1fr' },
  },
  date: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  today: { marginLeft: tokens.spacingHorizontalS },
  events: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  event: {
    display: 'flex',
    flexDirection: 'column',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    paddingLeft: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const Meeting = ({ event }: { readonly event: CalendarEvent }) => {
  const styles = useStyles()
  return (
    <li className={styles.event}>
      <Text weight="semibold">{event.subject}</Text>
      <Text size={200} className={styles.quiet}>
        {timeText(event.start)} to {timeText(event.end)} · {event.calendar}
      </Text>
      {event.joinUrl !== null && (
        <Link href={event.joinUrl} target="_blank" rel="noopener noreferrer" aria-label={`Join in Teams: ${event.subject}, ${dayText(event.start)}`}>
          Join in Teams
        </Link>
      )}
    </li>
  )
}

/** One person's week in Outlook, with the shared calendars of the agencies they work for. */
export const CalendarView = ({ person }: { readonly person: Person }) => {
  const styles = useStyles()
  const [weeksOn, setWeeksOn] = useState(0)
  const days = useMemo(() => weekOf(new Date(), weeksOn), [weeksOn])
  const [first = new Date(), last = first] = [days[0], days.at(-1)]
  const ask = useCallback(() => getCalendar(person, new Date(first.getTime() - 86_400_000), new Date(last.getTime() + 86_400_000)), [person, first, last])
  const [events, again] = useAnswer(ask)
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <h2 className={styles.title}>Week from {dayText(first)}</h2>
        <Button
          onClick={() => {
            setWeeksOn((week) => week - 1)
          }}
        >
          Previous week
        </Button>
        <Button
          disabled={weeksOn === 0}
          onClick={() => {
            setWeeksOn(0)
          }}
        >
          This week
        </Button>
        <Button
          onClick={() => {
            setWeeksOn((week) => week + 1)
          }}
        >
          Next week
        </Button>
        <Button appearance="subtle" onClick={again}>
          Refresh
        </Button>
      </div>
      {events.state === 'loading' && <Spinner label="Opening the calendar" />}
      {events.state === 'failed' && (
        <MessageBar intent="error">
          <MessageBarBody>The calendar could not be opened. Choose Refresh to try again.</MessageBarBody>
        </MessageBar>
      )}
      {events.state === 'here' && (
        <div className={styles.days}>
          {days.map((day) => {
            const found = events.value.filter(({ start }) => londonDate(new Date(start)) === londonDate(day))
            return (
              <section key={day.getTime()} className={styles.day} aria-label={weekdayText(day)}>
                <h3 className={styles.date}>
                  {weekdayText(day)}
                  {londonDate(day) === londonDate(new Date()) && <Badge className={styles.today}>Today</Badge>}
                </h3>
                {found.length === 0 ? (
                  <Text className={styles.quiet}>Nothing booked</Text>
                ) : (
                  <ul className={styles.events}>
                    {found.map((event) => (
                      <Meeting key={`${event.calendar} ${event.id}`} event={event} />
                    ))}
                  </ul>
                )}
              </section>
            )
          })}
        </div>
      )}
    </div>
  )
}
