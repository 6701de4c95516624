import { Text } from '@fluentui/react-components'
import { PAUSE_KINDS, PAUSE_REASONS } from '../../../../src/children/child-views.ts'
import type { PauseKind } from '../../../../src/children/child-views.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { dateWords, londonDate } from '../../../text/dates.ts'
import { sentence } from '../../../text/numbers.ts'
import { PAUSE_WORDS } from '../../../text/words.ts'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'
import { useDraft } from './use-draft.ts'

const kindOf = (value: string): PauseKind => PAUSE_KINDS.find((kind) => kind === value) ?? 'on-hold'
const isOpen = (pauses: FormProps['child']['pauses'], kind: PauseKind): boolean => pauses.some((pause) => pause.kind === kind && pause.until === null)
const choicesOf = (kinds: readonly PauseKind[]) => kinds.map((kind) => ({ value: kind, words: PAUSE_WORDS[kind] }))

/** Puts the plan on hold, or records that a legal challenge began. The clocks go on; the pause stands beside them. */
export const PauseForm = ({ child, close, done }: FormProps) => {
  const offered = PAUSE_KINDS.filter((kind) => !isOpen(child.pauses, kind))
  const { changed, save, wrong, state } = useChildCommand(child, 'pauses', done)
  const { values, set } = useDraft({ kind: offered[0] ?? 'on-hold', reason: '', from: londonDate(new Date()) }, changed)
  const { kind, reason, from } = values
  return (
    <FormDialog
      {...state}
      title="Pause"
      act="Record"
      fields={['/kind', '/reason', '/from']}
      isReady={reason !== '' && from !== ''}
      save={() => save(values, `Recorded: ${PAUSE_WORDS[kind].toLowerCase()} since ${dateWords(from)}.`)}
      close={close}
    >
      <Text>The clocks go on counting. The pause and its reason are shown beside them.</Text>
      <ChoiceField
        label="What happened"
        value={kind}
        choices={choicesOf(offered)}
        wrong={wrong('/kind')}
        choose={(value) => set({ kind: kindOf(value), reason: '' })}
      />
      <ChoiceField
        label="Reason"
        required
        value={reason}
        choices={[{ value: '', words: 'Choose a reason' }, ...PAUSE_REASONS[kind].map((one) => ({ value: one, words: sentence(one) }))]}
        wrong={wrong('/reason')}
        choose={(value) => set({ reason: value })}
      />
      <DateField label="Since" required value={from} latest={londonDate(new Date())} wrong={wrong('/from')} set={(value) => set({ from: value })} />
    </FormDialog>
  )
}

/** Ends a hold or a legal challenge. */
export const ResumeForm = ({ child, close, done }: FormProps) => {
  const open = PAUSE_KINDS.filter((kind) => isOpen(child.pauses, kind))
  const { changed, save, wrong, state } = useChildCommand(child, 'pauses/end', done)
  const { values, set } = useDraft({ kind: open[0] ?? 'on-hold', until: londonDate(new Date()) }, changed)
  const { kind, until } = values
  return (
    <FormDialog
      {...state}
      title="End the pause"
      act="Record"
      fields={['/kind', '/until']}
      isReady={until !== ''}
      save={() => save(values, `Recorded: ${PAUSE_WORDS[kind].toLowerCase()} ended on ${dateWords(until)}.`)}
      close={close}
    >
      <ChoiceField label="Which" value={kind} choices={choicesOf(open)} wrong={wrong('/kind')} choose={(value) => set({ kind: kindOf(value) })} />
      <DateField label="Ended on" required value={until} latest={londonDate(new Date())} wrong={wrong('/until')} set={(value) => set({ until: value })} />
    </FormDialog>
  )
}
