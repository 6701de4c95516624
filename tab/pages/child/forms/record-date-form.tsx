import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { JOURNEY_DATES, PLAN_ENDED_REASONS } from '../../../../src/children/child-views.ts'
import type { JourneyDate, PlanEndedReason, RecordedDate } from '../../../../src/children/child-views.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { dateWords, londonDate } from '../../../text/dates.ts'
import { ENDED_WORDS, JOURNEY_WORDS } from '../../../text/words.ts'
import type { OwnChildDetail } from '../../../api/shapes.ts'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'

const isOfJourney = (date: RecordedDate): date is JourneyDate => JOURNEY_DATES.some((one) => one === date)

/** The first date of the journey that is still to come, else the last one that may be recorded. */
const likely = ({ journey, recordable }: OwnChildDetail): RecordedDate => {
  const last = JOURNEY_DATES.findLastIndex((name) => journey[name] !== null)
  return recordable.find((date) => isOfJourney(date) && JOURNEY_DATES.indexOf(date) > last) ?? recordable.findLast(isOfJourney) ?? 'enteredCare'
}

const dayOf = ({ journey, routeDates }: OwnChildDetail, date: RecordedDate): { readonly on: string | null; readonly isThere: boolean } => {
  if (isOfJourney(date)) return { on: journey[date], isThere: journey[date] !== null }
  const used = routeDates.find(({ route }) => route === date)
  return { on: used?.on ?? null, isThere: used?.isTried ?? false }
}

/** Records, corrects or takes away one date of the journey, against the version that is on the page. */
export const RecordDateForm = ({ child, close, done }: FormProps) => {
  const { recordable } = child
  const [date, setDate] = useState(() => likely(child))
  const [on, setOn] = useState('')
  const [isRemoval, setRemoval] = useState(false)
  const [reason, setReason] = useState<PlanEndedReason>()
  const { on: recorded, isThere } = dayOf(child, date)
  const removes = isRemoval && isThere
  const said = removes ? `Taken away: ${JOURNEY_WORDS[date]}.` : `Recorded: ${JOURNEY_WORDS[date]}, ${dateWords(on)}.`
  const { changed, save, wrong, state } = useChildCommand(child, 'dates', done)
  const needsReason = date === 'planEnded' && !removes
  return (
    <FormDialog
      {...state}
      title="Record a date"
      act={removes ? 'Take this date away' : !isThere ? 'Record' : 'Correct'}
      fields={['/on', '/date', '/reason']}
      isReady={removes || (on !== '' && (!needsReason || reason !== undefined))}
      save={() => save({ date, on: removes ? null : on, ...(needsReason && reason !== undefined && { reason }) }, said)}
      close={close}
    >
      <ChoiceField
        label="What happened"
        value={date}
        choices={recordable.map((name) => ({ value: name, words: dayOf(child, name).isThere ? `${JOURNEY_WORDS[name]} (recorded)` : JOURNEY_WORDS[name] }))}
        wrong={wrong('/date')}
        choose={(value) => {
          setDate(recordable.find((name) => name === value) ?? date)
          setRemoval(false)
          changed()
        }}
      />
      {isThere && (
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
          hint="The end of a plan is recorded with its reason only."
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
