import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { go } from '../../navigation.tsx'
import { referenceOf } from '../../router.ts'

const useStyles = makeStyles({ input: { minWidth: 0 } })

/** Opens a child's page from a reference as people type it. */
export const FindChild = () => {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = (event: FormEvent) => {
    event.preventDefault()
    const reference = referenceOf(typed)
    if (reference === undefined) setWrong(true)
    else go({ page: 'child', reference })
  }
  return (
    <form onSubmit={open}>
      <Field label="Find by reference" {...(wrong && { validationMessage: 'A reference looks like FF-7K3Q0' })}>
        <Input
          className={styles.input}
          value={typed}
          placeholder="FF-7K3Q0"
          input={{ className: styles.input, autoComplete: 'off' }}
          onChange={(_event, { value }) => {
            setTyped(value)
            setWrong(false)
          }}
          contentAfter={<Button type="submit" appearance="transparent" size="small" aria-label="Open this child" icon={<SearchRegular />} />}
        />
      </Field>
    </form>
  )
}
