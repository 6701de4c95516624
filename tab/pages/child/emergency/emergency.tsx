import { Button, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { Suspense, lazy, useState } from 'react'
import { useReadOpened } from '../../../api/emergency-queries.ts'
import type { OpenedRecord as Opened } from '../../../api/emergency-queries.ts'
import { useAnnounce } from '../../../components/announcer.tsx'
import { Panel } from '../../../components/panel.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { OpenedRecord } from './opened-record.tsx'

const OpenInEmergency = lazy(() => import('./open-in-emergency.tsx'))

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } })

interface EmergencyProps {
  readonly reference: string
  /** the placing agency, by name */
  readonly owner: string
}

/** A partner's record in an emergency: quiet, because it is for the rare day on which nobody of the placing agency can be asked. */
export const Emergency = ({ reference, owner }: EmergencyProps) => {
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const [opened, setOpened] = useState<Opened>()
  const { mutate, error, isPending } = useReadOpened(reference)
  const show = (record: Opened) => {
    setOpened(record)
    setAsking(false)
    announce('The record is open.')
  }
  const readAgain = () => mutate(undefined, { onSuccess: show })
  if (opened) return <OpenedRecord record={opened} hide={() => setOpened(undefined)} />
  return (
    <Panel title="In an emergency">
      <Text>If {owner} cannot be asked and it cannot wait, you may read its record of this child for a short time. Both agencies are told.</Text>
      <div className={styles.acts}>
        <Button {...restoreFocus} appearance="subtle" onClick={() => setAsking(true)}>
          Open in an emergency…
        </Button>
        <Button appearance="subtle" disabledFocusable={isPending} onClick={readAgain}>
          Read again what you opened
        </Button>
      </div>
      {error && <ProblemNotice error={error} />}
      <Suspense>{asking && <OpenInEmergency reference={reference} owner={owner} close={() => setAsking(false)} show={show} />}</Suspense>
    </Panel>
  )
}
