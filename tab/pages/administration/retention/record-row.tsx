import { Badge, Button, Caption1, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useState } from 'react'
import { useExportRecord } from '../../../api/retention-queries.ts'
import type { RetentionRecord } from '../../../api/retention-queries.ts'
import { useAnnounce } from '../../../components/announcer.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { Reference } from '../../../components/reference.tsx'
import { saveFile } from '../../../components/save-file.ts'
import { FiledForm } from './filed-form.tsx'
import { HoldForm } from './hold-form.tsx'
import { PurgeForm } from './purge-form.tsx'
import { PROBLEM_WORDS, STATE_WORDS, endWords, exportWords, holdWords, purgeWords } from './retention-words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  holds: { margin: 0, padding: 0, listStyleType: 'none' },
})

const COLOUR = { kept: 'informative', warned: 'warning', due: 'danger', held: 'brand' } as const
type Form = 'holds' | 'holds/lifted' | 'filed' | 'purge'

/** One record: when its time is over, what was done, what is in the way, and what this person can do. */
export const RecordRow = ({ record, today }: { readonly record: RetentionRecord; readonly today: string }) => {
  const styles = useStyles()
  const announce = useAnnounce()
  const restoreFocus = useRestoreFocusTarget()
  const [form, open] = useState<Form>()
  const exporting = useExportRecord(record.reference)
  const { reference, state, exported, holds, blockedBy, actions } = record
  const close = () => open(undefined)
  const saved = (words: string) => () => {
    close()
    announce(`${words}: ${reference}`)
  }
  const save = (purpose: Parameters<typeof exporting.mutate>[0]) => exporting.mutate(purpose, { onSuccess: saveFile })
  const button = (words: string, act: () => void, isPrimary = false) => (
    <Button
      {...restoreFocus}
      size="small"
      appearance={isPrimary ? 'primary' : 'secondary'}
      aria-label={`${words}: ${reference}`}
      disabledFocusable={exporting.isPending}
      onClick={act}
    >
      {words}
    </Button>
  )
  const isHeld = holds.some(({ liftedAt }) => liftedAt === null)
  const purging = purgeWords(record)
  return (
    <div className={styles.row}>
      <div className={styles.line}>
        <Reference reference={reference} />
        <Badge appearance="tint" color={COLOUR[state]}>
          {STATE_WORDS[state]}
        </Badge>
        <Text>{endWords(record, today)}</Text>
      </div>
      <Caption1 className={styles.small}>{exportWords(record)}</Caption1>
      {purging !== undefined && <Caption1 className={styles.small}>{purging}</Caption1>}
      {purging === undefined && blockedBy !== null && <Caption1 className={styles.small}>{PROBLEM_WORDS[blockedBy]}</Caption1>}
      {holds.length > 0 && (
        <ul className={styles.holds} aria-label={`Holds on ${reference}`}>
          {holds.map((hold) => (
            <li key={`${hold.reason} ${hold.setAt}`}>
              <Caption1 className={styles.small}>{holdWords(hold)}</Caption1>
            </li>
          ))}
        </ul>
      )}
      {exporting.error && <ProblemNotice error={exporting.error} retry={() => exporting.reset()} />}
      <div className={styles.line}>
        {actions.includes('export') && button('Export for the record', () => save('own-record'), exported?.isCurrent !== true)}
        {actions.includes('confirm-filed') && button('Confirm filed', () => open('filed'), true)}
        {actions.includes('purge') && button('Purge…', () => open('purge'), true)}
        {actions.includes('hold') && button('Hold…', () => open('holds'))}
        {actions.includes('hold') && isHeld && button('Lift a hold…', () => open('holds/lifted'))}
        {actions.includes('export') && button('For the information officer', () => save('information-officer'))}
      </div>
      {(form === 'holds' || form === 'holds/lifted') && (
        <HoldForm record={record} what={form} saved={saved(form === 'holds' ? 'Held' : 'Hold lifted')} close={close} />
      )}
      {form === 'filed' && exported && <FiledForm record={record} receipt={exported.receipt} saved={saved('Confirmed as filed')} close={close} />}
      {form === 'purge' && <PurgeForm record={record} saved={saved('The purge is under way')} close={close} />}
    </div>
  )
}
