import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { WorkersAsked } from '../../../api/administration-queries.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))', gap: tokens.spacingHorizontalM, alignItems: 'start' },
  input: { minWidth: 0 },
})

const STANDINGS = [
  { value: 'at-work', words: 'Working here now' },
  { value: 'left', words: 'Who have left' },
  { value: 'all', words: 'Everybody' },
] as const

/** Finds people by a part of their name. */
export const FindPeople = ({ asked, ask }: { readonly asked: WorkersAsked; readonly ask: (asked: WorkersAsked) => void }) => {
  const styles = useStyles()
  const [typed, setTyped] = useState(asked.search)
  const find = (event: FormEvent) => {
    event.preventDefault()
    ask({ ...asked, search: typed.trim() })
  }
  return (
    <form role="search" aria-label="Find people" className={styles.form} onSubmit={find}>
      <Field label="Name">
        <Input
          className={styles.input}
          value={typed}
          input={{ className: styles.input, autoComplete: 'off', maxLength: 100 }}
          onChange={(_event, { value }) => setTyped(value)}
          contentAfter={<Button type="submit" appearance="transparent" size="small" aria-label="Find" icon={<SearchRegular />} />}
        />
      </Field>
      <ChoiceField
        label="Show"
        value={asked.standing}
        choices={STANDINGS}
        choose={(value) => {
          const found = STANDINGS.find((standing) => standing.value === value)
          if (found) ask({ ...asked, standing: found.value })
        }}
      />
    </form>
  )
}
