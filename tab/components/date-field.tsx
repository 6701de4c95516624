import { Field, Input } from '@fluentui/react-components'

interface DateFieldProps {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
  readonly hint?: string
  /** what does not fit, in one sentence */
  readonly wrong?: string | undefined
  readonly required?: boolean
  /** the last day that may be chosen */
  readonly latest?: string
  /** `month` for a month of a year, as a baby is due */
  readonly type?: 'date' | 'month'
}

/** A labelled day, typed or chosen; what does not fit stands below it. */
export const DateField = ({ label, value, set, hint, wrong, required = false, latest, type = 'date' }: DateFieldProps) => (
  <Field label={label} required={required} {...(hint !== undefined && { hint })} {...(wrong !== undefined && { validationMessage: wrong })}>
    <Input type={type} value={value} {...(latest !== undefined && { max: latest })} onChange={(_event, data) => set(data.value)} />
  </Field>
)
