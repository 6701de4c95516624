import { makeStyles, tokens } from '@fluentui/react-components'
import { useMeetings } from '../../api/queries.ts'
import { Empty } from '../../components/empty.tsx'
import { Freshness } from '../../components/freshness.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { ScheduleForm } from './schedule-form.tsx'
import { Series } from './series.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
})

/** When do we meet about the children who wait, and is it in the calendar? */
const MeetingsPage = () => {
  const styles = useStyles()
  const { data, error, isPending, isRefetching, dataUpdatedAt, refetch } = useMeetings()
  return (
    <>
      <PageHeading
        title="Meetings"
        question="When do we meet about the children who wait, and is it in the calendar?"
        aside={<Freshness updatedAt={dataUpdatedAt} refreshing={isRefetching} refresh={refetch} />}
      />
      {isPending && <PageSkeleton label="Loading the meetings" figures={2} />}
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data && (
        <div className={styles.columns}>
          {data.items.length === 0 ? (
            <Empty
              title="No tracking meetings yet"
              words={
                data.maySchedule
                  ? 'The series of your agency and their next dates would be here. To begin, choose a weekday and a time, then schedule.'
                  : 'The series of your agency and their next dates would be here. A family finder or manager schedules them.'
              }
            />
          ) : (
            <ul aria-label="Series of meetings" className={styles.list}>
              {data.items.map((meeting) => (
                <li key={meeting.reference}>
                  <Series meeting={meeting} />
                </li>
              ))}
            </ul>
          )}
          {data.maySchedule && <ScheduleForm />}
        </div>
      )}
    </>
  )
}

export default MeetingsPage
