import { Button, Text, makeStyles } from '@fluentui/react-components'
import { EyeRegular } from '@fluentui/react-icons'
import { usePrivateDetail } from '../../api/queries.ts'
import { FactsList } from '../../components/facts-list.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { dateWords } from '../../text/dates.ts'

const UNKNOWN = 'Not recorded'
const useStyles = makeStyles({ button: { alignSelf: 'flex-start' } })

/** Name, date of birth and the agency's own number: shown only after a click that is recorded, and gone when the page is left. */
export const PrivateDetail = ({ reference }: { readonly reference: string }) => {
  const styles = useStyles()
  const { data, error, isPending, mutate, reset } = usePrivateDetail(reference)
  const rows = data && [
    ['Name', data.name ?? UNKNOWN] as const,
    ['Date of birth', data.born === null ? UNKNOWN : dateWords(data.born)] as const,
    ['Local reference', data.localReference ?? UNKNOWN] as const,
  ]
  return (
    <Panel title="Private detail">
      {rows ? (
        <>
          <FactsList facts={rows} />
          <Button className={styles.button} onClick={() => reset()}>
            Hide private detail
          </Button>
        </>
      ) : (
        <>
          <Text>Name, date of birth and your local reference. That you opened them is recorded with your name and the time.</Text>
          <Button className={styles.button} icon={<EyeRegular />} disabledFocusable={isPending} onClick={() => mutate()}>
            Open private detail (recorded)
          </Button>
        </>
      )}
      {error && <ProblemNotice error={error} retry={() => mutate()} />}
    </Panel>
  )
}
