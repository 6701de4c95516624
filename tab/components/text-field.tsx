import { Field, Input, makeStyles } from '@fluentui/react-components'

const useStyles = makeStyles({ input: { minWidth: 0 } })

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
  readonly hint?: string
  /** what does not fit, in one sentence */
  readonly wrong?: string | undefined
  readonly required?: boolean
  /** characters */
  readonly longest?: number
}

/** A labelled line of text that no browser keeps for the next form. */
export const TextField = ({ label, value, set, hint, wrong, required = false, longest = 100 }: TextFieldProps) => {
  const styles = useStyles()
  return (
    <Field label={label} required={required} {...(hint !== undefined && { hint })} {...(wrong !== undefined && { validationMessage: wrong })}>
      <Input
        className={styles.input}
        value={value}
        input={{ className: styles.input, maxLength: longest, autoComplete: 'off' }}
        onChange={(_event, data) => set(data.value)}
      />
    </Field>
  )
}
