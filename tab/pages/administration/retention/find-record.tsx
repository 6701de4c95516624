import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useRecord } from '../../../api/retention-queries.ts'
import { Panel } from '../../../components/panel.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { Reference } from '../../../components/reference.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { referenceOf } from '../../../router.ts'
import { RecordRow } from './record-row.tsx'
import { purgedWords } from './retention-words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
})

/** Any record of the agency, also one whose time is not near or that was purged: to hold it, to export it, or to know what became of it. */
export const FindRecord = ({ today }: { readonly today: string }) => {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [reference, look] = useState<string>()
  const { data, error, isFetching, refetch } = useRecord(reference)
  const find = (event: FormEvent) => {
    event.preventDefault()
    const read = referenceOf(typed)
    setWrong(read === undefined)
    if (read !== undefined) look(read)
  }
  return (
    <Panel title="Any record of your agency">
      <form role="search" aria-label="Find a record" className={styles.form} onSubmit={find}>
        <TextField
          label="Reference"
          value={typed}
          set={(value) => {
            setTyped(value)
            setWrong(false)
          }}
          longest={20}
          wrong={wrong ? 'A reference looks like FF-7K3Q0' : undefined}
        />
        <Button type="submit" disabledFocusable={isFetching}>
          {isFetching ? 'Reading…' : 'Look'}
        </Button>
      </form>
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data?.state === 'purged' && (
        <Text role="status">
          <Reference reference={data.reference} /> {purgedWords(data)}
        </Text>
      )}
      {data && data.state !== 'purged' && <RecordRow key={data.reference} record={data} today={today} />}
    </Panel>
  )
}
