import { Caption1, Link, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Meeting } from '../../api/shapes.ts'
import { Notice } from '../../components/notice.tsx'
import { Panel } from '../../components/panel.tsx'
import { Reference } from '../../components/reference.tsx'
import { dateWords, distanceWords, londonDate, londonTime, weekdayOf } from '../../text/dates.ts'
import { meetingSentence, rhythmWords } from '../../text/meetings.ts'

const useStyles = makeStyles({
  dates: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
})

/** A join link comes from the calendar; only a web address is made a link. */
const isWebAddress = (address: string): boolean => address.startsWith('https://') || address.startsWith('http://')

/** One series: its rhythm, what became of the booking, its next dates in London time, how to join. */
export const Series = ({ meeting }: { readonly meeting: Meeting }) => {
  const styles = useStyles()
  const today = londonDate(new Date())
  const { reference, title, state, next, joinUrl, organiser } = meeting
  return (
    <Panel title={title}>
      <Text>{rhythmWords(meeting)}</Text>
      {state === 'booked' ? (
        <Text>{meetingSentence(meeting)}</Text>
      ) : (
        <Notice tone={state === 'to-be-booked' ? 'info' : 'warning'} title={meetingSentence(meeting)} />
      )}
      {next.length > 0 && (
        <ul aria-label="Next dates" className={styles.dates}>
          {next.map(({ on, startsAtUtc }) => (
            <li key={on}>
              <Text weight="semibold">{dateWords(on)}</Text>
              <Caption1 className={styles.small}>
                {weekdayOf(on)}, {londonTime(new Date(startsAtUtc))}
                {distanceWords(on, today) !== undefined && `, ${distanceWords(on, today) ?? ''}`}
              </Caption1>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        {joinUrl !== null && isWebAddress(joinUrl) && (
          <Link href={joinUrl} target="_blank" rel="noreferrer">
            Join in Teams
          </Link>
        )}
        <Caption1>Organised by {organiser}</Caption1>
        <Reference reference={reference} />
      </div>
    </Panel>
  )
}
