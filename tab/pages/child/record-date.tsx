import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { JOURNEY_DATES, PLAN_ENDED_REASONS } from '../../../src/children/child-views.ts'
import type { JourneyDate, PlanEndedReason } from '../../../src/children/child-views.ts'
import { useRecordDate } from '../../api/queries.ts'
import type { OwnChild } from '../../api/shapes.ts'
import { ChoiceField } from '../../components/choice-field.tsx'
import { Notice } from '../../components/notice.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { dateWords, londonDate } from '../../text/dates.ts'
import { conflictOf, fieldWords } from '../../text/problems.ts'
import { ENDED_WORDS, JOURNEY_WORDS } from '../../text/words.ts'
import { useCommandKey } from '../../components/command-key.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))', gap: tokens.spacingHorizontalM, alignItems: 'start' },
  button: { gridColumn: '1 / -1', justifySelf: 'start' },
})

/** Records one date of the journey against the version that is on the page; the second of two writers is told. */
export const RecordDate = ({ child }: { readonly child: OwnChild }) => {
  const styles = useStyles()
  const record = useRecordDate(child.reference)
  const [date, setDate] = useState<JourneyDate>('matched')
  const [on, setOn] = useState('')
  const [reason, setReason] = useState<PlanEndedReason>('RD4')
  const [key, renewKey] = useCommandKey()
  const changed = () => {
    renewKey()
    record.reset()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (record.isPending || on === '') return
    record.mutate(
      { date, on, version: child.version, key, ...(date === 'planEnded' && { reason }) },
      { onSuccess: renewKey, onError: (error) => conflictOf(error) && renewKey() },
    )
  }
  const conflict = conflictOf(record.error)
  const wrong = fieldWords(record.error, '/on')
  return (
    <Panel title="Record a date">
      <form onSubmit={save} className={styles.form}>
        <ChoiceField
          label="What happened"
          value={date}
          choices={JOURNEY_DATES.map((name) => ({ value: name, words: JOURNEY_WORDS[name] }))}
          choose={(value) => {
            setDate(JOURNEY_DATES.find((name) => name === value) ?? date)
            changed()
          }}
        />
        <Field
          label="On which day"
          required
          hint={child.journey[date] === null ? 'Not recorded yet' : `Now recorded: ${dateWords(child.journey[date])}`}
          {...(wrong !== undefined && { validationMessage: wrong })}
        >
          <Input
            type="date"
            value={on}
            max={londonDate(new Date())}
            onChange={(_event, { value }) => {
              setOn(value)
              changed()
            }}
          />
        </Field>
        {date === 'planEnded' && (
          <ChoiceField
            label="Why the plan ended"
            value={reason}
            choices={PLAN_ENDED_REASONS.map((code) => ({ value: code, words: ENDED_WORDS[code] }))}
            choose={(value) => {
              setReason(PLAN_ENDED_REASONS.find((code) => code === value) ?? reason)
              changed()
            }}
          />
        )}
        <Button type="submit" appearance="primary" className={styles.button} disabledFocusable={record.isPending || on === ''}>
          {record.isPending ? 'Recording…' : 'Record this date'}
        </Button>
      </form>
      {record.isSuccess && <Notice tone="success" title={`Recorded: ${JOURNEY_WORDS[record.variables.date]}, ${dateWords(record.variables.on)}.`} />}
      {conflict && (
        <Notice tone="warning" title={`${conflict.title}.`}>
          {conflict.detail} This page has just been read again: check it, then record.
        </Notice>
      )}
      {record.error && !conflict && wrong === undefined && <ProblemNotice error={record.error} />}
    </Panel>
  )
}
