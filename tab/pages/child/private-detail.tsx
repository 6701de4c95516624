import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { EyeRegular } from '@fluentui/react-icons'
import { usePrivateDetail } from '../../api/queries.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { dateWords } from '../../text/dates.ts'

const useStyles = makeStyles({
  facts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0 },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  button: { alignSelf: 'flex-start' },
})

/** Name, date of birth and the agency's own number: shown only after a click that is recorded, and gone when the page is left. */
export const PrivateDetail = ({ reference }: { readonly reference: string }) => {
  const styles = useStyles()
  const { data, error, isPending, mutate, reset } = usePrivateDetail(reference)
  const rows = data && [
    ['Name', data.name],
    ['Date of birth', data.born === null ? null : dateWords(data.born)],
    ['Local reference', data.localReference],
  ]
  return (
    <Panel title="Private detail">
      {rows ? (
        <>
          <dl className={styles.facts}>
            {rows.map(([name, value]) => (
              <div key={name}>
                <dt className={styles.name}>{name}</dt>
                <dd className={styles.value}>{value ?? 'Not recorded'}</dd>
              </div>
            ))}
          </dl>
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
