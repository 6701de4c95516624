import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { JOURNEY_DATES, PLAN_ENDED_REASONS } from '../../../../src/children/child-views.ts'
import type { JourneyDate, PlanEndedReason } from '../../../../src/children/child-views.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { dateWords, londonDate } from '../../../text/dates.ts'
import { ENDED_WORDS, JOURNEY_WORDS } from '../../../text/words.ts'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'

/** The first date that is still to come, else the last one that may be recorded. */
const likely = (recordable: readonly JourneyDate[], dated: (date: JourneyDate) => boolean): JourneyDate => {
  const last = JOURNEY_DATES.findLastIndex(dated)
  return recordable.find((date) => JOURNEY_DATES.indexOf(date) > last) ?? recordable.at(-1) ?? 'enteredCare'
}

/** Records, corrects or takes away one date of the journey, against the version that is on the page. */
export const RecordDateForm = ({ child, close, done }: FormProps) => {
  const { journey, recordable } = child
  const [date, setDate] = useState(() => likely(recordable, (name) => journey[name] !== null))
  const [on, setOn] = useState('')
  const [isRemoval, setRemoval] = useState(false)
  const [reason, setReason] = useState<PlanEndedReason>()
  const recorded = journey[date]
  const removes = isRemoval && recorded !== null
  const said = removes ? `Taken away: ${JOURNEY_WORDS[date]}.` : `Recorded: ${JOURNEY_WORDS[date]}, ${dateWords(on)}.`
  const { changed, save, wrong, state } = useChildCommand(child, 'dates', done)
  const needsReason = date === 'planEnded' && !removes
  return (
    <FormDialog
      {...state}
      title="Record a date"
      act={removes ? 'Take this date away' : recorded === null ? 'Record' : 'Correct'}
      fields={['/on', '/date', '/reason']}
      isReady={removes || (on !== '' && (!needsReason || reason !== undefined))}
      save={() => save({ date, on: removes ? null : on, ...(needsReason && reason !== undefined && { reason }) }, said)}
      close={close}
    >
      <ChoiceField
        label="What happened"
        value={date}
        choices={recordable.map((name) => ({ value: name, words: journey[name] === null ? JOURNEY_WORDS[name] : `${JOURNEY_WORDS[name]} (recorded)` }))}
        wrong={wrong('/date')}
        choose={(value) => {
          setDate(recordable.find((name) => name === value) ?? date)
          setRemoval(false)
          changed()
        }}
      />
      {recorded !== null && (
        <Checkbox
          label="It was recorded by mistake: take this date away"
          checked={isRemoval}
          onChange={(_event, { checked }) => {
            setRemoval(checked === true)
            changed()
          }}
        />
      )}
      {!removes && (
        <DateField
          label="On which day"
          required
          value={on}
          latest={londonDate(new Date())}
          hint={recorded === null ? 'Not recorded yet' : `Now recorded: ${dateWords(recorded)}`}
          wrong={wrong('/on')}
          set={(value) => {
            setOn(value)
            changed()
          }}
        />
      )}
      {needsReason && (
        <ChoiceField
          label="Why the plan ended"
          required
          value={reason ?? ''}
          choices={[{ value: '', words: 'Choose a reason' }, ...PLAN_ENDED_REASONS.map((code) => ({ value: code, words: ENDED_WORDS[code] }))]}
          wrong={wrong('/reason')}
          choose={(value) => {
            setReason(PLAN_ENDED_REASONS.find((code) => code === value))
            changed()
          }}
        />
      )}
    </FormDialog>
  )
}
