import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { WEEKDAYS } from '../../../src/meetings/meeting-contract.ts'
import { useScheduleTracking } from '../../api/queries.ts'
import { ChoiceField } from '../../components/choice-field.tsx'
import { useCommandKey } from '../../components/command-key.ts'
import { Notice } from '../../components/notice.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { fieldWords } from '../../text/problems.ts'
import { counted } from '../../text/numbers.ts'
import { WEEKDAY_WORDS } from '../../text/words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  button: { alignSelf: 'flex-start' },
})

const WEEKS = [1, 2, 3, 4, 5, 6, 7, 8]
const MINUTES = [30, 45, 60, 90, 120, 180]

/** Books a series of tracking meetings in the agency's calendar. Times are wall-clock times in London, summer and winter. */
export const ScheduleForm = () => {
  const styles = useStyles()
  const schedule = useScheduleTracking()
  const [key, renewKey] = useCommandKey()
  const [form, setForm] = useState({ weekday: 'tuesday', startsAt: '10:00', everyWeeks: '2', minutes: '60', firstOn: '' })
  const set = (change: Partial<typeof form>) => {
    setForm({ ...form, ...change })
    renewKey()
    schedule.reset()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (schedule.isPending) return
    const weekday = WEEKDAYS.find((day) => day === form.weekday) ?? 'tuesday'
    const { startsAt, everyWeeks, minutes, firstOn } = form
    // the key stays after it was saved: pressed once more, the same form books nothing new
    schedule.mutate({ weekday, startsAt, everyWeeks: Number(everyWeeks), minutes: Number(minutes), key, ...(firstOn !== '' && { firstOn }) })
  }
  const wrongFirst = fieldWords(schedule.error, '/firstOn')
  return (
    <Panel title="Schedule tracking meetings">
      <form onSubmit={save} className={styles.form}>
        <ChoiceField
          label="Weekday"
          value={form.weekday}
          choices={WEEKDAYS.map((day) => ({ value: day, words: WEEKDAY_WORDS[day] }))}
          choose={(weekday) => set({ weekday })}
        />
        <Field label="Time" required>
          <Input type="time" required value={form.startsAt} onChange={(_event, { value }) => set({ startsAt: value.slice(0, 5) })} />
        </Field>
        <ChoiceField
          label="How often"
          value={form.everyWeeks}
          choices={WEEKS.map((weeks) => ({ value: String(weeks), words: weeks === 1 ? 'Every week' : `Every ${weeks} weeks` }))}
          choose={(everyWeeks) => set({ everyWeeks })}
        />
        <ChoiceField
          label="How long"
          value={form.minutes}
          choices={MINUTES.map((minutes) => ({ value: String(minutes), words: counted(minutes, 'minute') }))}
          choose={(minutes) => set({ minutes })}
        />
        <Field label="First meeting" hint="Left empty: the next such weekday" {...(wrongFirst !== undefined && { validationMessage: wrongFirst })}>
          <Input type="date" value={form.firstOn} onChange={(_event, { value }) => set({ firstOn: value })} />
        </Field>
        <Button type="submit" appearance="primary" className={styles.button} disabledFocusable={schedule.isPending}>
          {schedule.isPending ? 'Saving…' : 'Schedule'}
        </Button>
      </form>
      {schedule.isSuccess && (
        <Notice tone="success" title="Saved.">
          The series is in the list; its line says when Outlook has it.
        </Notice>
      )}
      {schedule.error && wrongFirst === undefined && <ProblemNotice error={schedule.error} />}
    </Panel>
  )
}
