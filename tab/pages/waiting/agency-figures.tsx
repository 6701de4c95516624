import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { usePeriodFigures, usePipeline } from '../../api/figures-queries.ts'
import { DateField } from '../../components/date-field.tsx'
import { FactsList } from '../../components/facts-list.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { lastYear } from '../../text/dates.ts'
import { periodLines, pipelineLines } from '../../text/figures.ts'
import { children } from '../../text/numbers.ts'
import { fieldWords } from '../../text/problems.ts'

const useStyles = makeStyles({
  panels: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))', gap: tokens.spacingHorizontalL, alignItems: 'start' },
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  note: { color: tokens.colorNeutralForeground2 },
})

const Pipeline = () => {
  const { data, error, isPending, refetch } = usePipeline()
  const styles = useStyles()
  return (
    <Panel title="What these children will need">
      {isPending && <PageSkeleton label="Counting" figures={0} />}
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data && (
        <>
          <Caption1 className={styles.note}>{children(data.total)} with a parallel plan who are not placed yet.</Caption1>
          <FactsList facts={pipelineLines(data)} />
        </>
      )}
    </Panel>
  )
}

const Period = () => {
  const styles = useStyles()
  const [[from, until], setPeriod] = useState(() => lastYear(new Date()))
  const { data, error, refetch } = usePeriodFigures(from, until)
  const [wrongFrom, wrongUntil] = [fieldWords(error, '/from'), fieldWords(error, '/until')]
  const lines = data && periodLines(data)
  return (
    <Panel title="What happened in a period">
      <div className={styles.days}>
        <DateField label="From" value={from} wrong={wrongFrom} set={(day) => setPeriod([day, until])} />
        <DateField label="Until" value={until} wrong={wrongUntil} set={(day) => setPeriod([from, day])} />
      </div>
      {error && wrongFrom === undefined && wrongUntil === undefined && <ProblemNotice error={error} retry={refetch} />}
      {lines && <FactsList facts={lines.happened} />}
      {lines && <Caption1 className={styles.note}>How it stood at the end of the last day. A stock is not what happened, summed up.</Caption1>}
      {lines && <FactsList facts={lines.stood} />}
    </Panel>
  )
}

/** Beside the list of every open plan: what is coming, and what a report asks for. Counts of the own agency only. */
const AgencyFigures = () => {
  const styles = useStyles()
  return (
    <div className={styles.panels}>
      <Pipeline />
      <Period />
    </div>
  )
}

export default AgencyFigures
