import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { WEEKDAYS } from '../../../src/meetings/meeting-contract.ts'
import { useScheduleTracking } from '../../api/queries.ts'
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

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
  readonly children: ReactNode
}
const Choice = ({ label, value, set, children }: ChoiceProps) => (
  <Field label={label}>
    <Select value={value} onChange={(_event, data) => set(data.value)}>
      {children}
    </Select>
  </Field>
)

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
    schedule.mutate(
      { weekday, startsAt, everyWeeks: Number(everyWeeks), minutes: Number(minutes), key, ...(firstOn !== '' && { firstOn }) },
      { onSuccess: renewKey },
    )
  }
  const wrongFirst = fieldWords(schedule.error, '/firstOn')
  return (
    <Panel title="Schedule tracking meetings">
      <form onSubmit={save} className={styles.form}>
        <Choice label="Weekday" value={form.weekday} set={(weekday) => set({ weekday })}>
          {WEEKDAYS.map((day) => (
            <option key={day} value={day}>
              {WEEKDAY_WORDS[day]}
            </option>
          ))}
        </Choice>
        <Field label="Time" required>
          <Input type="time" required value={form.startsAt} onChange={(_event, { value }) => set({ startsAt: value.slice(0, 5) })} />
        </Field>
        <Choice label="How often" value={form.everyWeeks} set={(everyWeeks) => set({ everyWeeks })}>
          {WEEKS.map((weeks) => (
            <option key={weeks} value={weeks}>
              {weeks === 1 ? 'Every week' : `Every ${weeks} weeks`}
            </option>
          ))}
        </Choice>
        <Choice label="How long" value={form.minutes} set={(minutes) => set({ minutes })}>
          {MINUTES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {counted(minutes, 'minute')}
            </option>
          ))}
        </Choice>
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
