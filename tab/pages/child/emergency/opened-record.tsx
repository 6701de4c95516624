import { Button, makeStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { JOURNEY_DATES } from '../../../../src/children/child-views.ts'
import type { OpenedRecord as Opened } from '../../../api/emergency-queries.ts'
import { FactsList } from '../../../components/facts-list.tsx'
import { Notice } from '../../../components/notice.tsx'
import { Panel } from '../../../components/panel.tsx'
import { dateWords, instantWords } from '../../../text/dates.ts'
import { JOURNEY_WORDS } from '../../../text/words.ts'

const UNKNOWN = 'Not recorded'
const useStyles = makeStyles({ hide: { alignSelf: 'flex-start' } })

const factsOf = ({ child, private: detail }: Opened): readonly (readonly [string, string])[] => [
  ['Name', detail.name ?? UNKNOWN],
  ['Date of birth', detail.born === null ? UNKNOWN : dateWords(detail.born)],
  ['Reference of the placing agency', detail.localReference ?? UNKNOWN],
  ["Child's social worker", child.socialWorker ?? UNKNOWN],
  ['Family finder', child.worker ?? UNKNOWN],
  ['Ethnicity', child.ethnicity ?? UNKNOWN],
  ...JOURNEY_DATES.flatMap((name) => {
    const on = child.journey[name]
    return on === null ? [] : [[JOURNEY_WORDS[name], dateWords(on)] as const]
  }),
]

interface OpenedRecordProps {
  readonly record: Opened
  readonly hide: () => void
}

/** The record as its own agency sees it, with the hour at which it closes; then it is gone from the page too. */
export const OpenedRecord = ({ record, hide }: OpenedRecordProps) => {
  const styles = useStyles()
  const [isOver, end] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => end(true), Math.max(0, Date.parse(record.until) - Date.now()))
    return () => clearTimeout(timer)
  }, [record.until])
  return (
    <Panel title="Opened in an emergency">
      <Notice tone="warning" title={isOver ? 'Closed.' : `Open until ${instantWords(record.until)}.`}>
        {isOver
          ? 'The time is over. If you still need it, open it again and say why.'
          : 'Both agencies have been told. Each look is recorded. Nothing can be changed here.'}
      </Notice>
      {!isOver && <FactsList facts={factsOf(record)} />}
      <Button className={styles.hide} onClick={hide}>
        {isOver ? 'Close' : 'Hide the record'}
      </Button>
    </Panel>
  )
}
