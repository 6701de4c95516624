import { Field, Select, makeStyles } from '@fluentui/react-components'

const useStyles = makeStyles({ field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 } })

export interface Choice {
  readonly value: string
  readonly words: string
  readonly disabled?: boolean
}

interface ChoiceFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly choose: (value: string) => void
  readonly required?: boolean
  readonly hint?: string
  /** what does not fit, in one sentence */
  readonly wrong?: string | undefined
}

/** A labelled choice of one; narrower than its longest words where it must be. */
export const ChoiceField = ({ label, value, choices, choose, required = false, hint, wrong }: ChoiceFieldProps) => {
  const styles = useStyles()
  return (
    <Field
      label={label}
      required={required}
      className={styles.field}
      {...(hint !== undefined && { hint })}
      {...(wrong !== undefined && { validationMessage: wrong })}
    >
      <Select value={value} onChange={(_event, data) => choose(data.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled ?? false}>
            {choice.words}
          </option>
        ))}
      </Select>
    </Field>
  )
}
