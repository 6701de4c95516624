import { Button, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useState } from 'react'
import { useWorkers } from '../../../api/administration-queries.ts'
import type { WorkersAsked } from '../../../api/administration-queries.ts'
import { useAnnounce } from '../../../components/announcer.tsx'
import { Empty } from '../../../components/empty.tsx'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Panel } from '../../../components/panel.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { counted } from '../../../text/numbers.ts'
import { AddPerson } from './add-person.tsx'
import { FindPeople } from './find-people.tsx'
import { PersonRow } from './person-row.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  more: { alignSelf: 'flex-start' },
})

/** What the list is, as a heading says it. */
const headingOf = ({ standing, search }: WorkersAsked, total: number): string => {
  const whose = { 'at-work': 'at work here', left: 'gone', all: 'at work here or gone' }[standing]
  return `${counted(total, 'person', 'people')} ${whose}${search === '' ? '' : ` with “${search}” in the name`}`
}

/** Who may do what at our agency, and since when? */
export const PeopleSection = () => {
  const styles = useStyles()
  const announce = useAnnounce()
  const restoreFocus = useRestoreFocusTarget()
  const [asked, ask] = useState<WorkersAsked>({ standing: 'at-work', search: '' })
  const [isAdding, setAdding] = useState(false)
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useWorkers(asked)
  const [first] = data?.pages ?? []
  const people = data?.pages.flatMap(({ items }) => items) ?? []
  const added = (name: string) => {
    setAdding(false)
    announce(`${name} is added`)
  }
  return (
    <div className={styles.page}>
      <FindPeople asked={asked} ask={ask} />
      {isPending && <PageSkeleton label="Loading the people" figures={0} />}
      {error && <ProblemNotice error={error} retry={refetch} />}
      {first && (
        <Panel
          title={headingOf(asked, first.total)}
          acts={
            first.mayChange && (
              <Button {...restoreFocus} appearance="primary" onClick={() => setAdding(true)}>
                Add somebody
              </Button>
            )
          }
        >
          {!first.mayChange && <Text>The administrator of your agency changes these.</Text>}
          {people.length === 0 ? (
            <Empty title="Nobody fits" words="People of your agency whose name has what you typed would be here. Try a part of the name, or everybody." />
          ) : (
            <ul className={styles.list} aria-label="People">
              {people.map((person) => (
                <li key={person.id}>
                  <PersonRow person={person} mayChange={first.mayChange} today={first.today} />
                </li>
              ))}
            </ul>
          )}
          {hasNextPage && (
            <Button className={styles.more} disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {isFetchingNextPage ? 'Reading…' : 'Show more'}
            </Button>
          )}
        </Panel>
      )}
      {isAdding && first && <AddPerson tenantId={first.tenantId} added={added} close={() => setAdding(false)} />}
    </div>
  )
}
