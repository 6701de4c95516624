import { makeStyles, tokens } from '@fluentui/react-components'
import { useReadingAlerts } from '../../../api/oversight-queries.ts'
import { AlertsPanel } from './alerts-panel.tsx'
import { AuditSearch } from './audit-search.tsx'
import { NoticesPanel } from './notices-panel.tsx'

const useStyles = makeStyles({ page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL } })

/** Does anybody read what they should not? And: who saw what, and who did what? */
export const AuditSection = () => {
  const styles = useStyles()
  const actions = useReadingAlerts('open').data?.pages[0]?.actions ?? []
  return (
    <div className={styles.page}>
      <AlertsPanel />
      <NoticesPanel />
      {actions.includes('search') && <AuditSearch mayExport={actions.includes('export')} />}
    </div>
  )
}
