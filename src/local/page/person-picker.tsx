import { Field, makeStyles, Select } from '@fluentui/react-components'
import type { Person } from './api.ts'
import { roleOf } from './words.ts'

const useStyles = makeStyles({
  field: { flex: '1 1 180px', width: '340px', minWidth: 0 },
  // the longest name would set the width otherwise
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
})

interface Props {
  readonly people: readonly Person[]
  readonly person: Person | undefined
  readonly onPerson: (objectId: string) => void
}

/** Everybody of the demo region, by agency; one of them is signed in. */
export const PersonPicker = ({ people, person, onPerson }: Props) => {
  const styles = useStyles()
  const agencies = [...new Set(people.map(({ agencyName }) => agencyName))]
  return (
    <Field label="Signed in as" className={styles.field}>
      <Select
        className={styles.select}
        value={person?.objectId ?? ''}
        onChange={(_event, { value }) => {
          onPerson(value)
        }}
      >
        {agencies.map((agency) => (
          <optgroup key={agency} label={agency}>
            {people
              .filter(({ agencyName }) => agencyName === agency)
              .map((one) => (
                <option key={one.objectId} value={one.objectId}>
                  {one.name}, {roleOf(one)}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  )
}
