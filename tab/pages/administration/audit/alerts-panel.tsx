import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { ALERT_NOTES } from '../../../../src/safeguards/reading-alerts/reading-alerts-contract.ts'
import { useAcknowledgeAlert, useReadingAlerts } from '../../../api/oversight-queries.ts'
import type { NoticeState, ReadingAlert } from '../../../api/oversight-queries.ts'
import { useAnnounce } from '../../../components/announcer.tsx'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { useCommandKey } from '../../../components/command-key.ts'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { Notice } from '../../../components/notice.tsx'
import { fieldWords } from '../../../text/problems.ts'
import { acknowledgedWords, alertDetail, alertWords, NOTE_WORDS } from './oversight-words.ts'
import { Told, ToldList } from './told-list.tsx'
import { ToldPanel } from './told-panel.tsx'

const AcknowledgeAlert = ({ alert, close }: { readonly alert: ReadingAlert; readonly close: () => void }) => {
  const [key, renew] = useCommandKey()
  const [note, choose] = useState('')
  const announce = useAnnounce()
  const { mutate, error, isPending } = useAcknowledgeAlert(alert.id)
  const chosen = ALERT_NOTES.find((one) => one === note)
  const done = () => {
    announce('Recorded.')
    close()
  }
  return (
    <FormDialog
      title="What was it?"
      act="Record"
      isRunning={isPending}
      error={error}
      fields={['/note']}
      isReady={chosen !== undefined}
      save={() => chosen && mutate({ note: chosen, key }, { onSuccess: done })}
      close={close}
    >
      {alertWords(alert)}
      <ChoiceField
        label="What you found"
        required
        value={note}
        choices={[{ value: '', words: 'Choose' }, ...ALERT_NOTES.map((one) => ({ value: one, words: NOTE_WORDS[one] }))]}
        choose={(value) => {
          choose(value)
          renew()
        }}
        wrong={fieldWords(error, '/note')}
      />
    </FormDialog>
  )
}

/** Does anybody of ours read unusually much? */
export const AlertsPanel = () => {
  const [state, setState] = useState<NoticeState>('open')
  const [looking, lookInto] = useState<ReadingAlert>()
  const query = useReadingAlerts(state)
  const alerts = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <ToldPanel
      title="Unusual reading"
      empty={state === 'open' ? 'Nobody is reading unusually much, as far as you are told.' : 'Nothing was dealt with yet.'}
      state={state}
      setState={setState}
      query={query}
      count={alerts.length}
    >
      {query.data?.pages[0]?.isOnlyOneTold === true && (
        <Notice tone="warning" title="You are the only one told.">
          If you read unusually much yourself, nobody would learn of it. Let a second person hold such a role.
        </Notice>
      )}
      <ToldList label="Alerts on unusual reading">
        {alerts.map((alert) => (
          <Told
            key={alert.id}
            title={alertWords(alert)}
            details={[
              alertDetail(alert),
              ...(alert.acknowledged === null ? [] : [`${NOTE_WORDS[alert.acknowledged.note]}: ${acknowledgedWords(alert.acknowledged)}`]),
            ]}
          >
            {alert.acknowledged === null && (
              <Button aria-label={`Deal with it: ${alertWords(alert)}`} onClick={() => lookInto(alert)}>
                Deal with it…
              </Button>
            )}
          </Told>
        ))}
      </ToldList>
      {looking && <AcknowledgeAlert alert={looking} close={() => lookInto(undefined)} />}
    </ToldPanel>
  )
}
