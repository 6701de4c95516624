import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { createContext, useContext } from 'react'
import type { ChildForm } from './forms-offered.ts'

interface ChildFormsValue {
  readonly offered: readonly ChildForm[]
  readonly open: (form: ChildForm) => void
}

const ChildFormsContext = createContext<ChildFormsValue>({ offered: [], open: () => undefined })
export const ChildForms = ChildFormsContext.Provider

/** Opens one form; nothing where it is not offered. The focus comes back to it. */
export const FormButton = ({ form, children }: { readonly form: ChildForm; readonly children: string }) => {
  const { offered, open } = useContext(ChildFormsContext)
  const restoreFocus = useRestoreFocusTarget()
  return offered.includes(form) ? (
    <Button {...restoreFocus} size="small" onClick={() => open(form)}>
      {children}
    </Button>
  ) : null
}
